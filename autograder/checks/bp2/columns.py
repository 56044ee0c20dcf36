"""Checks of `bias_gradient_loops` and `bias_gradient`: the slopes of all biases, by loops and by one sum."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.bp1.arrays import (
    FORTRAN,
    LESSON,
    NARROW,
    NO_BLAME,
    ONE_EXAMPLE,
    ONE_NEURON,
    READ_ONLY,
    SQUARE,
    STRIDED,
    TALL,
    layers,
)
from autograder.checks.bp2.entry import ALWAYS_FOUR
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import matrix
from autograder.checks.outcome import Case
from autograder.reference import bp2 as reference
from autograder.reference.activations import Array


def _cases(rng: np.random.Generator) -> list[Case]:
    dZ = LESSON[0]
    return [
        Case((SQUARE[0],)),
        Case((TALL[0],)),
        Case((dZ,)),
        Case((dZ[:, :3],)),
        Case((TALL[0][:, :1],), note=ONE_EXAMPLE),
        Case((dZ[:, :1],), note=ONE_EXAMPLE),
        Case((NARROW[0],), note=ONE_NEURON),
        Case((matrix([2]),), note="one neuron and one example"),
        Case((np.zeros((2, 3)),), note=NO_BLAME),
        Case((dZ,), note=READ_ONLY, layout="read-only"),
        Case((dZ,), note=STRIDED, layout="strided"),
        Case((dZ,), note=FORTRAN, layout="fortran"),
        *(Case((dZ,)) for dZ, _ in layers(rng)),
    ]


# --- Mistakes ---


def _sums(dZ: Array) -> Array:
    result: Array = dZ.sum(axis=1, keepdims=True)
    return result


def _means(dZ: Array) -> Array:
    result: Array = dZ.mean(axis=1, keepdims=True)
    return result


def _divided_in_place(dZ: Array) -> Array:
    dZ /= dZ.shape[1]
    return _sums(dZ)


def _divided_each_turn(dZ: Array) -> Array:
    total = np.zeros((len(dZ), 1))
    for blame in dZ.T:
        total = (total + blame[:, np.newaxis]) / dZ.shape[1]
    return total


def _summed_on(dZ: Array) -> Array:
    return np.cumsum(_sums(dZ), axis=0) / dZ.shape[1]


def _ranges_exchanged(dZ: Array) -> Array:
    db = np.zeros((len(dZ), 1))
    for i in range(dZ.shape[0]):
        for r in range(dZ.shape[1]):
            db[r] += dZ[r, i] / dZ.shape[1]
    return db


def _of_the_columns(dZ: Array) -> Array:
    """Entry r from column r, as a loop with its two indices exchanged has it."""
    return np.array([[sum(dZ[i, r] for i in range(dZ.shape[1])) / dZ.shape[1]] for r in range(len(dZ))])


def _without(part: slice) -> Callable[[Array], Array]:
    def form(dZ: Array) -> Array:
        db = np.zeros((len(dZ), 1))
        db[part] = _means(dZ)[part]
        return db

    return form


def _along(axis: int, give: Callable[[Array, Any], Any]) -> tuple[Callable[[Array], Any], ...]:
    """Return `give` of the averages along an axis, of the sums divided by m, and of the sums."""
    return (
        lambda dZ: give(dZ, dZ.mean(axis=axis)),
        lambda dZ: give(dZ, dZ.sum(axis=axis) / dZ.shape[1]),
        lambda dZ: give(dZ, dZ.sum(axis=axis)),
    )


WRONG_AXIS = (
    *_along(0, lambda dZ, v: v.reshape(1, -1)),
    *_along(0, lambda dZ, v: v),
    *_along(0, lambda dZ, v: v.reshape(-1, 1)),
    *_along(0, lambda dZ, v: v.reshape(len(dZ), 1)),
)

MISCONCEPTIONS = (
    Misconception(
        "one-over-m-missing",
        _sums,
        "1/m is missing. The cost is an average over the examples, and so is its slope; dZ, the slope of single losses, has not "
        "been divided.",
        also=(lambda dZ: dZ.sum(axis=1), lambda dZ: dZ.sum(axis=1)[np.newaxis]),
    ),
    Misconception(
        "one-over-m-twice",
        lambda dZ: _means(dZ) / dZ.shape[1],
        "The sum is divided by m twice, by `mean` and by hand perhaps. dZ holds the slopes of single losses, and their average is "
        "taken once.",
        also=(lambda dZ: dZ.mean(axis=1) / dZ.shape[1],),
    ),
    Misconception(
        "divided-by-neurons",
        lambda dZ: _sums(dZ) / len(dZ),
        "The sum is divided by the number of neurons, the rows of dZ: `len` and `shape[0]` count those. The examples are its "
        "columns.",
        also=(lambda dZ: dZ.sum(axis=1) / len(dZ),),
    ),
    Misconception(
        "always-four-examples",
        lambda dZ: _sums(dZ) / 4,
        ALWAYS_FOUR,
    ),
    Misconception(
        "divided-by-all-entries",
        lambda dZ: _sums(dZ) / dZ.size,
        "The sum is divided by the number of all entries of dZ. Each sum has m terms, one for each example.",
    ),
    Misconception(
        "multiplied-by-m",
        lambda dZ: _sums(dZ) * dZ.shape[1],
        "The sum is multiplied by m. An average is a sum divided by how many terms it has.",
    ),
    Misconception(
        "divided-in-place",
        _divided_in_place,
        "dZ itself is divided by m, in place. The caller goes on with that array: BP1 and BP3 need dZ as it was.",
    ),
    Misconception(
        "divided-each-turn",
        _divided_each_turn,
        "The division stands inside the loop over the examples, so that early ones are divided again and again. Add all of them "
        "up, then divide once.",
    ),
    Misconception(
        "keepdims-lost",
        lambda dZ: dZ.mean(axis=1),
        "The slopes are right, but the array has one side only: shape (n_l,), not (n_l, 1). Subtracted from the column b, it makes "
        "an (n_l, n_l) square. A sum along a side takes that side away unless told to keep it.",
    ),
    Misconception(
        "row",
        lambda dZ: dZ.mean(axis=1)[np.newaxis],
        "The slopes are right, but they lie in a row, where they would be taken for those of n_l examples. b is a column, with a row "
        "for each neuron.",
    ),
    Misconception(
        "square",
        lambda dZ: np.zeros((len(dZ), 1)) + dZ.mean(axis=1),
        "A column and a (n_l,) array are added, and NumPy makes an (n_l, n_l) square of them: each slope has been repeated. Keep "
        "the second side of the array when you sum.",
        also=(
            lambda dZ: np.ones((len(dZ), 1)) * dZ.mean(axis=1),
            lambda dZ: np.zeros((len(dZ), 1)) + dZ.sum(axis=1),
        ),
    ),
    Misconception(
        "wrong-axis",
        WRONG_AXIS[0],
        "The sum runs down the columns, over the neurons, and gives a number for each example. The blame of one neuron stands in a "
        "row.",
        also=(*WRONG_AXIS[1:], _of_the_columns),
    ),
    Misconception(
        "one-number",
        lambda dZ: np.mean(dZ),
        "One number comes out: everything was summed or averaged. Every neuron has a bias of its own; the sum runs over the examples "
        "alone.",
        also=(
            lambda dZ: np.sum(dZ) / dZ.shape[1],
            lambda dZ: np.sum(dZ),
            lambda dZ: np.mean(dZ, keepdims=True),
            lambda dZ: np.sum(dZ, keepdims=True) / dZ.shape[1],
            lambda dZ: _means(dZ)[-1, 0],
            lambda dZ: _means(dZ)[0, 0],
        ),
    ),
    Misconception(
        "same-for-all",
        lambda dZ: np.full((len(dZ), 1), np.mean(dZ)),
        "Every bias is given the same slope, that of all neurons together. Each hears from its own neuron alone: one row of dZ.",
        also=(
            lambda dZ: np.full((len(dZ), 1), np.sum(dZ) / dZ.shape[1]),
            lambda dZ: np.full((len(dZ), 1), np.sum(dZ)),
        ),
    ),
    Misconception(
        "per-example",
        lambda dZ: dZ / dZ.shape[1],
        "There is still a column for each example. The cost is one number for all of them: each row is summed, and one column is "
        "left.",
        also=(lambda dZ: dZ, lambda dZ: dZ + 0.0, lambda dZ: np.repeat(_means(dZ), dZ.shape[1], axis=1)),
    ),
    Misconception(
        "first-example-only",
        lambda dZ: dZ[:, :1] / dZ.shape[1],
        "Only the first example counts. Is there a `return` inside the loop over the examples, or an index 0 in its place?",
        also=(lambda dZ: dZ[:, :1] + 0.0, lambda dZ: dZ[:, :1]),
    ),
    Misconception(
        "last-example-only",
        lambda dZ: dZ[:, -1:] / dZ.shape[1],
        "Only the last example counts. Does each turn of the loop replace the total, instead of adding to it?",
        also=(lambda dZ: dZ[:, -1:],),
    ),
    Misconception(
        "first-example-missing",
        lambda dZ: dZ[:, 1:].sum(axis=1, keepdims=True) / dZ.shape[1],
        "The first example is left out. Examples are counted from 0: where does the loop over i begin?",
    ),
    Misconception(
        "last-example-missing",
        lambda dZ: dZ[:, :-1].sum(axis=1, keepdims=True) / dZ.shape[1],
        "The last example is left out. Where does the loop over i end?",
    ),
    Misconception(
        "row-skipped",
        _without(slice(1, None)),
        "Some entries stay 0. Neurons are counted from 0: where does the loop over r begin, where does it end, and is there a "
        "`return` inside it?",
        also=(_without(slice(-1)), _without(slice(1)), _without(slice(-1, None))),
    ),
    Misconception(
        "ranges-exchanged",
        _ranges_exchanged,
        "The two ranges are exchanged: r counts the rows of dZ, `shape[0]`, and i its columns, `shape[1]`.",
        also=(lambda dZ: _ranges_exchanged(dZ) * dZ.shape[1] / len(dZ),),
    ),
    Misconception(
        "total-not-reset",
        _summed_on,
        "The total of one neuron is carried over to the next. Each entry starts from 0.",
    ),
    Misconception(
        "sign-flipped",
        lambda dZ: -_means(dZ),
        "The sign is turned round. The gradient points uphill; the minus comes later, where the biases are updated.",
    ),
    Misconception(
        "whole-number-division",
        lambda dZ: _sums(dZ) // dZ.shape[1],
        "`//` cuts off what comes after the point, and an array of whole numbers does the same to what is put into it. An average "
        "has fractions.",
        also=(lambda dZ: _means(dZ).astype(int), lambda dZ: np.trunc(_means(dZ))),
    ),
    Misconception(
        "rounded",
        lambda dZ: np.round(_means(dZ), 2),
        "The slopes were rounded. A step along the gradient needs every digit; round only what you print.",
        also=(lambda dZ: np.round(_means(dZ), 4), lambda dZ: np.round(_means(dZ), 3)),
    ),
)

BIAS_GRADIENT_LOOPS = FunctionExercise("bias_gradient_loops", reference.bias_gradient, _cases, MISCONCEPTIONS)

BIAS_GRADIENT = FunctionExercise("bias_gradient", reference.bias_gradient, _cases, MISCONCEPTIONS)
