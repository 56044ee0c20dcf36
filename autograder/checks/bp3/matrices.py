"""Checks of `previous_activation_gradient_loops` and `previous_activation_gradient`: what all neurons before collect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.bp1.arrays import FORTRAN, NO_BLAME, ONE_BEFORE, ONE_EXAMPLE, ONE_OF_EACH, READ_ONLY, STRIDED
from autograder.checks.bp3.arrays import (
    ALL_ALIKE,
    LESSON,
    NARROW,
    NOT_READ,
    ONE_READER,
    SILENT,
    SQUARE,
    TALL,
    THIN,
    TWOS,
    WIDE,
    layers,
)
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import matrix
from autograder.checks.outcome import Case
from autograder.reference import bp3 as reference
from autograder.reference.activations import Array, sigmoid


def _cases(rng: np.random.Generator) -> list[Case]:
    return [
        Case(SQUARE),
        Case(TWOS, note=ALL_ALIKE),
        Case(WIDE),
        Case(TALL),
        Case(LESSON),
        Case((LESSON[0], LESSON[1][:, 1:])),
        *(Case((W, dZ[:, :1]), note=ONE_EXAMPLE) for W, dZ in (TALL, LESSON)),
        Case(NARROW, note=ONE_READER),
        Case(THIN, note=ONE_BEFORE),
        Case((matrix([2]), matrix([3])), note=ONE_OF_EACH),
        Case((LESSON[0], np.zeros((2, 3))), note=NO_BLAME),
        Case(SILENT, note=NOT_READ),
        Case(LESSON, note=READ_ONLY, layout="read-only"),
        Case(LESSON, note=STRIDED, layout="strided"),
        Case(LESSON, note=FORTRAN, layout="fortran"),
        *map(Case, layers(rng)),
    ]


# --- Mistakes ---

Form = Callable[[Array, Array], Any]
right = reference.previous_activation_gradient


def _changed(change: Callable[[Array, Array, Array], Any]) -> Form:
    """Return the right result, changed at last; `change` also gets W and dZ."""
    return lambda W, dZ: change(right(W, dZ), W, dZ)


def _slope(value: Any) -> Any:
    return value * (1 - value)


def _readers(part: slice) -> Form:
    """Collect from some of the neurons that are fed."""
    return lambda W, dZ: W[part].T @ dZ[part]


def _without(rows: slice, columns: slice) -> Form:
    """Leave a row or a column of dA_prev at 0."""

    def form(W: Array, dZ: Array) -> Array:
        dA = np.zeros((W.shape[1], dZ.shape[1]))
        dA[rows, columns] = right(W, dZ)[rows, columns]
        return dA

    return form


def _from_rows_of_weights(W: Array, dZ: Array) -> Array:
    """dA_prev[s, i] = Σ_k W[s, k] dZ[k, i], in an array of the right shape."""
    dA = np.zeros((W.shape[1], dZ.shape[1]))
    for s, i in np.ndindex(dA.shape):
        for k in range(len(W)):
            dA[s, i] += W[s, k] * dZ[k, i]
    return dA


def _from_rows_as_far_as_the_blame(W: Array, dZ: Array) -> Array:
    """The same, where the loop over k takes what fits of a row."""
    return np.array(
        [
            [sum(w * z for w, z in zip(W[s], dZ[:, i], strict=False)) for i in range(dZ.shape[1])]
            for s in range(W.shape[1])
        ]
    )


def _as_forward(W: Array, dZ: Array) -> Array:
    """W @ dZ by loops: rows of W, in an array with as many rows as W."""
    dA = np.zeros((len(W), dZ.shape[1]))
    for r, i in np.ndindex(dA.shape):
        for k in range(W.shape[1]):
            dA[r, i] += W[r, k] * dZ[k, i]
    return dA


def _from_rows_of_blame(W: Array, dZ: Array) -> Array:
    dA = np.zeros((W.shape[1], dZ.shape[1]))
    for s, i in np.ndindex(dA.shape):
        for k in range(len(W)):
            dA[s, i] += W[k, s] * dZ[i, k]
    return dA


def _in_the_room_of(shape: Callable[[Array, Array], tuple[int, ...]]) -> Form:
    """Make room for dA_prev in a wrong shape, and fill it entry by entry."""

    def form(W: Array, dZ: Array) -> Array:
        dA, want = np.zeros(shape(W, dZ)), right(W, dZ)
        for s, i in np.ndindex(want.shape):
            dA[s, i] = want[s, i]
        return dA

    return form


def _filled_transposed(W: Array, dZ: Array) -> Array:
    want = right(W, dZ)
    dA = np.zeros(want.shape)
    for s, i in np.ndindex(want.shape):
        dA[i, s] = want[s, i]
    return dA


def _summed_on(W: Array, dZ: Array) -> Array:
    """The total of one entry is the start of the next."""
    want = right(W, dZ)
    return np.cumsum(want.ravel()).reshape(want.shape)


def _divided_in_place(W: Array, dZ: Array) -> Array:
    dZ /= dZ.shape[1]
    return W.T @ dZ


EVERYWHERE = (
    Misconception(
        "one-over-m",
        _changed(lambda dA, W, dZ: dA / dZ.shape[1]),
        "It is divided by m. dA holds the slope of each example's own loss, a column an example; the 1/m of the cost comes with dW "
        "and db.",
        also=(_divided_in_place,),
    ),
    Misconception(
        "averaged-over-readers",
        _changed(lambda dA, W, dZ: dA / len(W)),
        "It is the mean over the neurons that are fed, where the sum is meant. Each path from a neuron to the loss counts in full.",
    ),
    Misconception(
        "divided-by-inputs",
        _changed(lambda dA, W, dZ: dA / W.shape[1]),
        "It is divided by a number of neurons of the layer before, or of entries. The total derivative adds up the paths and divides "
        "by nothing.",
        also=(_changed(lambda dA, W, dZ: dA / W.size), _changed(lambda dA, W, dZ: dA / dZ.size)),
    ),
    Misconception(
        "transposed-result",
        lambda W, dZ: dZ.T @ W,
        "This is the transpose of dA_prev: a row for each example. In this course an example is a column: the result has the shape of "
        "A_prev, (n_prev, m).",
        also=(_in_the_room_of(lambda W, dZ: (dZ.shape[1], W.shape[1])),),
    ),
    Misconception(
        "filled-transposed",
        _filled_transposed,
        "The sums are right, but each is put where row and column are exchanged: the first index of the result is the neuron, the "
        "second the example.",
    ),
    Misconception(
        "order-exchanged",
        lambda W, dZ: dZ @ W,
        "dZ stands on the left, or the wrong one is turned. The weights come first, transposed: (n_prev, n_l) times (n_l, m).",
        also=(lambda W, dZ: dZ @ W.T, lambda W, dZ: dZ.T @ W.T),
    ),
    Misconception(
        "element-wise",
        lambda W, dZ: W * dZ,
        "`*` multiplies number by number. Every neuron before meets every neuron it feeds, and the products are added up: that is a "
        "matrix product.",
        also=(
            lambda W, dZ: W.T * dZ,
            lambda W, dZ: W * dZ.T,
            lambda W, dZ: np.sum(W.T * dZ, axis=1, keepdims=True),
            lambda W, dZ: np.sum(W.T * dZ, axis=0),
            lambda W, dZ: np.sum(W * dZ, axis=0),
            lambda W, dZ: np.sum(W * dZ, axis=1, keepdims=True),
        ),
    ),
    Misconception(
        "first-reader-only",
        _readers(slice(1)),
        "Only the first neuron that is fed sends something back. Is there a `return` inside the loop over k, or an index 0 in its "
        "place?",
    ),
    Misconception(
        "last-reader-only",
        _readers(slice(-1, None)),
        "Only the last neuron that is fed sends something back. Does each turn of the loop replace the total (`=`), instead of adding "
        "to it (`+=`)?",
    ),
    Misconception(
        "first-reader-missing",
        _readers(slice(1, None)),
        "The first neuron that is fed is left out. Neurons are counted from 0: where does the loop over k begin?",
    ),
    Misconception(
        "last-reader-missing",
        _readers(slice(-1)),
        "The last neuron that is fed is left out. Where does the loop over k end?",
    ),
    Misconception(
        "wrong-side-counted",
        lambda W, dZ: np.array(
            [
                [sum(W[k, s] * dZ[k, i] for k in range(W.shape[1])) for i in range(dZ.shape[1])]
                for s in range(W.shape[1])
            ]
        ),
        "The loop over k runs as far as another side of the arrays: the layer before, or the examples. k counts the neurons of this "
        "layer, the rows of W and of dZ.",
        also=(
            lambda W, dZ: np.array(
                [
                    [sum(W[k, s] * dZ[k, i] for k in range(dZ.shape[1])) for i in range(dZ.shape[1])]
                    for s in range(W.shape[1])
                ]
            ),
        ),
    ),
    Misconception(
        "strongest-path",
        lambda W, dZ: np.max(W.T[:, :, np.newaxis] * dZ[np.newaxis], axis=1),
        "Only the largest of the paths counts. The output of a neuron moves all that read it at once, so that all paths are added.",
    ),
    Misconception(
        "weights-missing",
        lambda W, dZ: np.tile(dZ.sum(axis=0), (W.shape[1], 1)),
        "W never comes in: every neuron before gets the same blame, the sum over dZ. How much a reader sends back depends on the "
        "weight it reads with.",
        also=(lambda W, dZ: dZ.sum(axis=0, keepdims=True), lambda W, dZ: dZ.sum(axis=0), lambda W, dZ: dZ),
    ),
    Misconception(
        "sums-multiplied",
        lambda W, dZ: np.outer(W.sum(axis=0), dZ.sum(axis=0)),
        "Weights and blame are summed apart and then multiplied. Each reader's blame goes with its own weight: products first, then "
        "the sum.",
        also=(lambda W, dZ: W.sum(axis=0)[:, np.newaxis] * np.ones(dZ.shape[1]),),
    ),
    Misconception(
        "examples-summed",
        _changed(lambda dA, W, dZ: dA.sum(axis=1, keepdims=True)),
        "The examples are added up or averaged to one column. What a neuron said on an example matters to that example's loss only: "
        "each keeps its column.",
        also=(
            _changed(lambda dA, W, dZ: dA.sum(axis=1)),
            _changed(lambda dA, W, dZ: dA.mean(axis=1)),
            _changed(lambda dA, W, dZ: dA.mean(axis=1, keepdims=True)),
            _changed(lambda dA, W, dZ: np.repeat(dA.sum(axis=1, keepdims=True), dZ.shape[1], axis=1)),
        ),
    ),
    Misconception(
        "neurons-summed",
        _changed(lambda dA, W, dZ: dA.sum(axis=0, keepdims=True)),
        "The neurons of the layer before are added up. Each of them has a row of its own; the sum runs over the neurons they feed, "
        "and the product has done it.",
        also=(
            _changed(lambda dA, W, dZ: dA.sum(axis=0)),
            _changed(lambda dA, W, dZ: dA.mean(axis=0)),
            _changed(lambda dA, W, dZ: dA.mean(axis=0, keepdims=True)),
        ),
    ),
    Misconception(
        "one-number",
        _changed(lambda dA, W, dZ: dA.sum()),
        "One number comes out. Every neuron before has a slope on every example: (n_prev, m) numbers.",
        also=(
            _changed(lambda dA, W, dZ: dA.mean()),
            _changed(lambda dA, W, dZ: dA[0, 0]),
            _changed(lambda dA, W, dZ: dA[-1, -1]),
        ),
    ),
    Misconception(
        "per-path",
        lambda W, dZ: W.T[:, :, np.newaxis] * dZ[np.newaxis],
        "The paths are still apart, along a third side. The total derivative adds them up over the neurons that are fed.",
        also=(lambda W, dZ: W[:, :, np.newaxis] * dZ[:, np.newaxis],),
    ),
    Misconception(
        "slope-multiplied-in",
        _changed(lambda dA, W, dZ: _slope(dA)),
        "The slope of an activation is multiplied in. BP3 ends at the outputs A of the layer before; the way through their activation "
        "is the next step, BP4.",
        also=(
            lambda W, dZ: right(W, _slope(dZ)),
            _changed(lambda dA, W, dZ: dA * _slope(sigmoid(dA))),
            _changed(lambda dA, W, dZ: _slope(sigmoid(dA))),
            lambda W, dZ: right(W, dZ * _slope(sigmoid(dZ))),
            _changed(lambda dA, W, dZ: dA * (dA > 0)),
        ),
    ),
    Misconception(
        "sign-flipped",
        lambda W, dZ: -right(W, dZ),
        "The sign is turned round. The gradient points uphill; the minus comes later, where parameters are updated.",
    ),
    Misconception(
        "size-only",
        lambda W, dZ: np.abs(right(W, dZ)),
        "Signs are lost, of the sums or of what goes into them. Paths can pull in opposite directions, and then they partly cancel.",
        also=(
            lambda W, dZ: right(np.abs(W), dZ),
            lambda W, dZ: right(W, np.abs(dZ)),
            lambda W, dZ: right(np.abs(W), np.abs(dZ)),
        ),
    ),
    Misconception(
        "entries-skipped",
        _without(slice(1, None), slice(None)),
        "Some rows or columns of dA_prev stay 0. Neurons and examples are counted from 0: where do the loops begin, where do they end, "
        "and does the `return` stand after all of them?",
        also=tuple(
            _without(rows, columns)
            for rows, columns in (
                (slice(-1), slice(None)),
                (slice(None), slice(1, None)),
                (slice(None), slice(-1)),
                (slice(1, None), slice(1, None)),
                (slice(-1), slice(-1)),
                (slice(1), slice(None)),
                (slice(-1, None), slice(None)),
                (slice(None), slice(1)),
                (slice(None), slice(-1, None)),
                (slice(1), slice(1)),
                (slice(-1, None), slice(-1, None)),
            )
        ),
    ),
    Misconception(
        "first-example-only",
        lambda W, dZ: right(W, dZ[:, :1]),
        "Only one example comes out. Each column of dZ makes a column of the result: is there a `return` inside the loop over the "
        "examples?",
        also=(
            lambda W, dZ: right(W, dZ[:, 0]),
            lambda W, dZ: right(W, dZ[:, -1:]),
            lambda W, dZ: right(W, dZ[:, -1]),
        ),
    ),
    Misconception(
        "wrong-room",
        _in_the_room_of(lambda W, dZ: dZ.shape),
        "The array for the result is made in another shape than that of A_prev: a row for each neuron of the layer before, a column "
        "for each example.",
        also=(
            _in_the_room_of(lambda W, dZ: W.shape),
            _in_the_room_of(lambda W, dZ: W.shape[::-1]),
            _in_the_room_of(lambda W, dZ: (W.shape[1], 1)),
        ),
    ),
    Misconception(
        "total-not-reset",
        _summed_on,
        "The total of one entry is carried over to the next. Each entry starts from 0.",
        also=(
            _changed(lambda dA, W, dZ: np.cumsum(dA, axis=1)),
            _changed(lambda dA, W, dZ: np.cumsum(dA, axis=0)),
        ),
    ),
    Misconception(
        "outer-product",
        lambda W, dZ: np.outer(W, dZ),
        "Every number of W is paired with every number of dZ. Each reader's blame goes with its own weights alone, and the products "
        "are added up.",
        also=(lambda W, dZ: np.outer(W.T, dZ), lambda W, dZ: np.kron(W.T, dZ)),
    ),
    Misconception(
        "flat",
        _changed(lambda dA, W, dZ: dA.ravel()),
        "The slopes are right, but sides of the array are gone. dA_prev has the shape of A_prev, (n_prev, m), even where one of them "
        "is 1.",
        also=(_changed(lambda dA, W, dZ: dA.squeeze()),),
    ),
    Misconception(
        "whole-numbers",
        _changed(lambda dA, W, dZ: dA.astype(int)),
        "The sums are cut or rounded to whole numbers: was room made for ints? They have digits after the point, and all of them "
        "count.",
        also=(_changed(lambda dA, W, dZ: np.trunc(dA)), _changed(lambda dA, W, dZ: np.round(dA))),
    ),
    Misconception(
        "rounded",
        _changed(lambda dA, W, dZ: np.round(dA, 2)),
        "The slopes were rounded. The layers before calculate with them and need every digit; round only what you print.",
        also=(_changed(lambda dA, W, dZ: np.round(dA, 3)), _changed(lambda dA, W, dZ: np.round(dA, 1))),
    ),
)

IN_LOOPS = (
    Misconception(
        "rows-of-weights",
        _from_rows_of_weights,
        "W is looked up with its indices exchanged: the neuron that is fed, k, chooses the row of W, the neuron before, s, the "
        "column.",
        also=(lambda W, dZ: W @ dZ, _as_forward, _from_rows_as_far_as_the_blame),
    ),
    Misconception(
        "rows-of-blame",
        _from_rows_of_blame,
        "dZ is looked up with its indices exchanged: neuron k is its row, example i its column.",
        also=(lambda W, dZ: W.T @ dZ.T, lambda W, dZ: W @ dZ.T),
    ),
)

IN_A_PRODUCT = (
    Misconception(
        "transpose-forgotten",
        lambda W, dZ: W @ dZ,
        "W is not transposed. With a square W the product fits all the same, but it goes along the rows, what a neuron reads with; "
        "where it is read stands in a column.",
        also=(_as_forward, _from_rows_of_weights, _from_rows_as_far_as_the_blame),
    ),
    Misconception(
        "reshaped",
        lambda W, dZ: W.reshape(W.shape[::-1]) @ dZ,
        "W is reshaped, not transposed. `reshape` reads the numbers line by line and breaks the lines elsewhere: the shape is right, but "
        "the columns of W do not become rows. `.T` turns it.",
        also=(lambda W, dZ: np.resize(W, W.shape[::-1]) @ dZ,),
    ),
    Misconception(
        "blame-transposed",
        lambda W, dZ: W.T @ dZ.T,
        "dZ is transposed too, or in place of W. One turn is enough: the neurons that are fed have to meet in the middle of the "
        "product, and dZ has them as rows already.",
        also=(lambda W, dZ: W @ dZ.T, _from_rows_of_blame),
    ),
)

PREVIOUS_ACTIVATION_GRADIENT_LOOPS = FunctionExercise(
    "previous_activation_gradient_loops", right, _cases, (*IN_LOOPS, *EVERYWHERE)
)

PREVIOUS_ACTIVATION_GRADIENT = FunctionExercise(
    "previous_activation_gradient", right, _cases, (*IN_A_PRODUCT, *EVERYWHERE)
)
