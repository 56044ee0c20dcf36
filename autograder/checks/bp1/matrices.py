"""Checks of `weight_gradient_loops` and `weight_gradient`: the slopes of all weights, entry by entry and as one product."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any, Final

import numpy as np

from autograder.checks.bp1.arrays import (
    FORTRAN,
    LESSON,
    NARROW,
    NO_BLAME,
    ONE_BEFORE,
    ONE_EXAMPLE,
    ONE_NEURON,
    ONE_OF_EACH,
    READ_ONLY,
    SQUARE,
    STRIDED,
    TALL,
    WIDE,
    layers,
)
from autograder.checks.exercise import Examination, FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import matrix
from autograder.checks.outcome import Case, call
from autograder.reference import bp1 as reference
from autograder.reference.activations import Array


def cases(rng: np.random.Generator) -> list[Case]:
    """Return dZ and A_prev of layers of many shapes."""
    return [
        Case(SQUARE),
        Case(TALL),
        Case(WIDE),
        Case(LESSON),
        Case((LESSON[0][:, :3], LESSON[1][:, :3])),
        *(Case((dZ[:, :1], A[:, :1]), note=ONE_EXAMPLE) for dZ, A in (TALL, LESSON)),
        Case(NARROW, note=ONE_NEURON),
        Case((TALL[0], matrix([3, -1])), note=ONE_BEFORE),
        Case((matrix([2]), matrix([3])), note=ONE_OF_EACH),
        Case((np.zeros((2, 3)), NARROW[1]), note=NO_BLAME),
        Case((LESSON[0], np.array([LESSON[1][0], np.zeros(4), LESSON[1][2]])), note="an input that is always 0"),
        Case(LESSON, note=READ_ONLY, layout="read-only"),
        Case(LESSON, note=STRIDED, layout="strided"),
        Case(LESSON, note=FORTRAN, layout="fortran"),
        *map(Case, layers(rng)),
    ]


# --- Mistakes ---

Form = Callable[[Array, Array], Any]


def _product(dZ: Array, A_prev: Array) -> Array:
    return dZ @ A_prev.T


def _over(divisor: Callable[[Array, Array], float], product: Form = _product) -> Form:
    return lambda dZ, A_prev: product(dZ, A_prev) / divisor(dZ, A_prev)


def _m(dZ: Array, A_prev: Array) -> int:
    return dZ.shape[1]


def _averaged(product: Form) -> tuple[Form, Form, Form]:
    """Return a product divided by m, not divided, and averaged by `len`, as those who look for m elsewhere have it."""
    return _over(_m, product), product, _over(lambda dZ, A_prev: len(dZ), product)


def _example(part: slice) -> tuple[Form, Form]:
    """Return BP1 of some of the examples, divided by m and not."""
    averaged, product, _ = _averaged(lambda dZ, A_prev: dZ[:, part] @ A_prev[:, part].T)
    return averaged, product


def _divided_in_place(dZ: Array, A_prev: Array) -> Array:
    dZ /= dZ.shape[1]
    return dZ @ A_prev.T


def _divided_each_turn(dZ: Array, A_prev: Array) -> Array:
    total = np.zeros((len(dZ), len(A_prev)))
    for blame, a in zip(dZ.T, A_prev.T, strict=True):
        total = (total + np.outer(blame, a)) / dZ.shape[1]
    return total


def _summed_on(dZ: Array, A_prev: Array) -> Array:
    """The total of one entry is the start of the next."""
    return np.cumsum(_product(dZ, A_prev).ravel()).reshape(len(dZ), len(A_prev)) / dZ.shape[1]


def _without(rows: slice, columns: slice) -> Form:
    """Leave a row or a column of dW at 0."""

    def form(dZ: Array, A_prev: Array) -> Array:
        dW = np.zeros((len(dZ), len(A_prev)))
        dW[rows, columns] = reference.weight_gradient(dZ, A_prev)[rows, columns]
        return dW

    return form


def _entry_where_the_sides_fit(dZ: Array, A_prev: Array) -> Array:
    """dW[r, s] from row s of dZ and row r of A_prev."""
    dW = np.zeros((len(dZ), len(A_prev)))
    for r, s in np.ndindex(dW.shape):
        dW[r, s] = dZ[s] @ A_prev[r] / dZ.shape[1]
    return dW


def _in_the_room_of(shape: Callable[[Array, Array], tuple[int, ...]]) -> Form:
    """Make room for dW in another shape than that of W, and fill it entry by entry."""

    def form(dZ: Array, A_prev: Array) -> Array:
        dW = np.zeros(shape(dZ, A_prev))
        for r, s in np.ndindex(len(dZ), len(A_prev)):
            dW[r, s] = dZ[r] @ A_prev[s] / dZ.shape[1]
        return dW

    return form


def _filled_transposed(dZ: Array, A_prev: Array) -> Array:
    """dW[s, r] = …, in an array that has room for dW[r, s]."""
    dW = np.zeros((len(dZ), len(A_prev)))
    for r, s in np.ndindex(dW.shape):
        dW[s, r] = dZ[r] @ A_prev[s] / dZ.shape[1]
    return dW


EVERYWHERE = (
    Misconception(
        "one-over-m-missing",
        _product,
        "1/m is missing. The cost is an average over the examples, and so is its slope; dZ, the slope of single losses, has not "
        "been divided.",
    ),
    Misconception(
        "one-over-m-twice",
        _over(lambda dZ, A_prev: dZ.shape[1] ** 2),
        "The product is divided by m twice. dZ holds the slopes of single losses, and the average over the examples is taken "
        "once.",
    ),
    Misconception(
        "divided-by-neurons",
        _over(lambda dZ, A_prev: len(dZ)),
        "The product is divided by the number of neurons in the layer, the rows of dZ: `len` and `shape[0]` count those. The "
        "examples are its columns.",
    ),
    Misconception(
        "divided-by-inputs",
        _over(lambda dZ, A_prev: len(A_prev)),
        "The product is divided by the number of neurons before, the rows of `A_prev`. The average runs over the examples, its "
        "columns.",
    ),
    Misconception(
        "divided-by-all-entries",
        _over(lambda dZ, A_prev: dZ.size),
        "The product is divided by the number of all entries of a matrix. Each sum in it has m terms, one for each example.",
        also=(
            _over(lambda dZ, A_prev: A_prev.size),
            _over(lambda dZ, A_prev: len(dZ) * len(A_prev)),
        ),
    ),
    Misconception(
        "multiplied-by-m",
        lambda dZ, A_prev: _product(dZ, A_prev) * dZ.shape[1],
        "The product is multiplied by m. An average is a sum divided by how many terms it has.",
    ),
    Misconception(
        "divided-in-place",
        _divided_in_place,
        "dZ itself is divided by m, in place. The caller goes on with that array: BP3 needs dZ as it was.",
    ),
    Misconception(
        "transposed-result",
        _over(_m, lambda dZ, A_prev: A_prev @ dZ.T),
        "This is the transpose of dW: a row for each input. dW has the shape of W, so that it can be subtracted from it: row r "
        "belongs to neuron r.",
        also=(
            lambda dZ, A_prev: A_prev @ dZ.T,
            _over(lambda dZ, A_prev: len(A_prev), lambda dZ, A_prev: A_prev @ dZ.T),
            _over(lambda dZ, A_prev: len(dZ), lambda dZ, A_prev: A_prev @ dZ.T),
        ),
    ),
    Misconception(
        "sides-exchanged",
        _entry_where_the_sides_fit,
        "r and s are exchanged on the way. r is a row of dZ and of dW; s is a row of `A_prev` and a column of dW.",
        also=(_filled_transposed,),
    ),
    Misconception(
        "transpose-forgotten",
        _over(_m, lambda dZ, A_prev: dZ @ A_prev),
        "`A_prev` is not transposed. The product pairs rows of the left with columns of the right, and what is to be paired are "
        "rows with rows: both run over the examples.",
        also=_averaged(lambda dZ, A_prev: dZ @ A_prev)[1:],
    ),
    Misconception(
        "wrong-factor-transposed",
        _over(_m, lambda dZ, A_prev: dZ.T @ A_prev),
        "dZ is transposed, so that the sum runs over neurons. The sum of BP1 runs over the examples, and they have to meet in the "
        "middle of the product.",
        also=_averaged(lambda dZ, A_prev: dZ.T @ A_prev)[1:],
    ),
    Misconception(
        "both-transposed",
        _over(_m, lambda dZ, A_prev: dZ.T @ A_prev.T),
        "Both factors are transposed. One is enough: the columns of the left and the rows of the right have to be the examples.",
        also=_averaged(lambda dZ, A_prev: dZ.T @ A_prev.T)[1:],
    ),
    Misconception(
        "activations-left",
        _over(_m, lambda dZ, A_prev: A_prev.T @ dZ),
        "`A_prev` stands on the left, transposed, as if examples were rows. Here they are columns: dZ on the left gives the rows "
        "of dW.",
        also=(
            *_averaged(lambda dZ, A_prev: A_prev.T @ dZ)[1:],
            *_averaged(lambda dZ, A_prev: A_prev @ dZ),
            *_averaged(lambda dZ, A_prev: A_prev.T @ dZ.T),
        ),
    ),
    Misconception(
        "element-wise",
        _over(_m, lambda dZ, A_prev: dZ * A_prev),
        "`*` multiplies number by number. Every neuron meets every input, and the products are added up over the examples: that "
        "is a matrix product.",
        also=(
            *_averaged(lambda dZ, A_prev: dZ * A_prev)[1:],
            *_averaged(lambda dZ, A_prev: dZ * A_prev.T),
            lambda dZ, A_prev: np.mean(dZ * A_prev, axis=1, keepdims=True),
            lambda dZ, A_prev: np.mean(dZ * A_prev, axis=1),
            lambda dZ, A_prev: np.sum(dZ * A_prev, axis=1),
        ),
    ),
    Misconception(
        "first-example-only",
        _example(slice(1))[0],
        "Only the first example counts. Is there a `return` inside the loop over the examples, or an index 0 in its place?",
        also=_example(slice(1))[1:],
    ),
    Misconception(
        "last-example-only",
        _example(slice(-1, None))[0],
        "Only the last example counts. Does each turn of the loop replace the total, instead of adding to it?",
        also=_example(slice(-1, None))[1:],
    ),
    Misconception(
        "first-example-missing",
        _example(slice(1, None))[0],
        "The first example is left out. Examples are counted from 0: where does the loop over i begin?",
    ),
    Misconception(
        "last-example-missing",
        _example(slice(-1))[0],
        "The last example is left out. Where does the loop over i end?",
    ),
    Misconception(
        "divided-each-turn",
        _divided_each_turn,
        "The division stands inside the loop over the examples, so that early products are divided again and again. Add all of "
        "them up, then divide once.",
    ),
    Misconception(
        "sums-multiplied",
        lambda dZ, A_prev: np.outer(dZ.mean(axis=1), A_prev.mean(axis=1)),
        "Each array is summed over the examples by itself, and then the sums are multiplied. Each example's blame belongs to its "
        "own inputs: products first, then the sum.",
        also=(
            lambda dZ, A_prev: np.outer(dZ.sum(axis=1), A_prev.sum(axis=1)) / dZ.shape[1],
            lambda dZ, A_prev: np.outer(dZ.sum(axis=1), A_prev.sum(axis=1)),
        ),
    ),
    Misconception(
        "neuron-not-selected",
        _over(_m, lambda dZ, A_prev: np.ones((len(dZ), 1)) @ dZ.sum(axis=0, keepdims=True) @ A_prev.T),
        "Every row of dW is the same: the blame of all neurons together. Of the sum over k only k = r is left, so that row r of dW "
        "takes row r of dZ alone.",
        also=_averaged(lambda dZ, A_prev: np.ones((len(dZ), 1)) @ dZ.sum(axis=0, keepdims=True) @ A_prev.T)[1:],
    ),
    Misconception(
        "blame-only",
        lambda dZ, A_prev: np.repeat(dZ.mean(axis=1, keepdims=True), len(A_prev), axis=1),
        "`A_prev` never comes in: every weight of a neuron gets the same blame. How much it bears depends on what it was "
        "multiplied by.",
        also=(lambda dZ, A_prev: dZ.mean(axis=1, keepdims=True),),
    ),
    Misconception(
        "one-number",
        lambda dZ, A_prev: np.mean(_product(dZ, A_prev)),
        "One number comes out: everything was summed or averaged. Every weight has a slope of its own; the sum runs over the "
        "examples alone.",
        also=(
            lambda dZ, A_prev: np.sum(_product(dZ, A_prev)) / dZ.shape[1],
            lambda dZ, A_prev: np.sum(dZ * A_prev) / dZ.shape[1],
            lambda dZ, A_prev: reference.weight_gradient(dZ, A_prev)[-1, -1],
            lambda dZ, A_prev: reference.weight_gradient(dZ, A_prev)[0, 0],
        ),
    ),
    Misconception(
        "averaged-along-a-side",
        lambda dZ, A_prev: np.mean(_product(dZ, A_prev), axis=1, keepdims=True),
        "`mean` was taken along a side of the product, and that side counts neurons. The examples are summed by the product; what "
        "is left is to divide by m.",
        also=(
            lambda dZ, A_prev: np.mean(_product(dZ, A_prev), axis=1),
            lambda dZ, A_prev: np.mean(_product(dZ, A_prev), axis=0),
            lambda dZ, A_prev: np.mean(_product(dZ, A_prev), axis=0, keepdims=True),
        ),
    ),
    Misconception(
        "sign-flipped",
        lambda dZ, A_prev: -reference.weight_gradient(dZ, A_prev),
        "The sign is turned round. The gradient points uphill; the minus comes later, where the weights are updated.",
    ),
    Misconception(
        "per-example",
        lambda dZ, A_prev: dZ[:, np.newaxis, :] * A_prev[np.newaxis, :, :],
        "There is a matrix for each example. The cost is one number for all of them: average over the examples.",
        also=(
            lambda dZ, A_prev: dZ.T[:, :, np.newaxis] * A_prev.T[:, np.newaxis, :],
            lambda dZ, A_prev: [np.outer(blame, a) for blame, a in zip(dZ.T, A_prev.T, strict=True)],
        ),
    ),
    Misconception(
        "row-skipped",
        _without(slice(1, None), slice(None)),
        "Some rows or columns of dW stay 0. Neurons are counted from 0: where do the loops begin, where do they end, and does the "
        "line that fills an entry, or the `return`, stand in the right one?",
        also=(
            _without(slice(-1), slice(None)),
            _without(slice(None), slice(1, None)),
            _without(slice(None), slice(-1)),
            _without(slice(1, None), slice(1, None)),
            _without(slice(-1), slice(-1)),
            _without(slice(1), slice(None)),
            _without(slice(-1, None), slice(None)),
            _without(slice(None), slice(1)),
            _without(slice(None), slice(-1, None)),
            _without(slice(1), slice(1)),
            _without(slice(-1, None), slice(-1, None)),
        ),
    ),
    Misconception(
        "wrong-room",
        _in_the_room_of(lambda dZ, A_prev: dZ.shape),
        "The array for dW is made in another shape than that of W: a row for each neuron of this layer, a column for each neuron "
        "before it, and no side for the examples.",
        also=(
            _in_the_room_of(lambda dZ, A_prev: A_prev.shape),
            _in_the_room_of(lambda dZ, A_prev: (dZ.shape[1], len(A_prev))),
            _in_the_room_of(lambda dZ, A_prev: (len(A_prev), len(dZ))),
        ),
    ),
    Misconception(
        "outer-product",
        lambda dZ, A_prev: np.outer(dZ, A_prev) / dZ.shape[1],
        "`np.outer` pairs every number of dZ with every number of `A_prev`, across examples. Each example is paired with itself "
        "alone, and the products are added up.",
        also=(lambda dZ, A_prev: np.outer(dZ, A_prev), lambda dZ, A_prev: np.kron(dZ, A_prev) / dZ.shape[1]),
    ),
    Misconception(
        "total-not-reset",
        _summed_on,
        "The total of one weight is carried over to the next. Each entry starts from 0.",
    ),
    Misconception(
        "flat",
        lambda dZ, A_prev: reference.weight_gradient(dZ, A_prev).ravel(),
        "The slopes are right, but they come in one row. dW has the shape of W, (n_l, n_prev).",
        also=(lambda dZ, A_prev: reference.weight_gradient(dZ, A_prev).squeeze(),),
    ),
    Misconception(
        "whole-number-division",
        lambda dZ, A_prev: _product(dZ, A_prev) // dZ.shape[1],
        "`//` cuts off what comes after the point, and an array of whole numbers does the same to what is put into it. An average "
        "has fractions.",
        also=(
            lambda dZ, A_prev: reference.weight_gradient(dZ, A_prev).astype(int),
            lambda dZ, A_prev: np.trunc(reference.weight_gradient(dZ, A_prev)),
        ),
    ),
    Misconception(
        "rounded",
        lambda dZ, A_prev: np.round(reference.weight_gradient(dZ, A_prev), 2),
        "The slopes were rounded. A step along the gradient needs every digit; round only what you print.",
        also=(
            lambda dZ, A_prev: np.round(reference.weight_gradient(dZ, A_prev), 4),
            lambda dZ, A_prev: np.round(reference.weight_gradient(dZ, A_prev), 3),
        ),
    ),
)

# --- Time ---

SIDES: Final = (32, 32, 800)  # n_l, n_prev, m: 819,200 products
TRIES: Final = 5  # any other program may take the processor for a while, so that the best of a few counts
SOON: Final = 0.004  # seconds: what is faster needs no comparison


def looped(dZ: list[list[float]], A_prev: list[list[float]]) -> list[list[float]]:
    """Return BP1 of lists, one product at a time: as fast as loops get."""
    m = len(dZ[0])
    return [[sum(z * a for z, a in zip(blame, row, strict=True)) / m for row in A_prev] for blame in dZ]


def _indexed(dZ: Array, A_prev: Array) -> Array:
    """Return BP1 with an index for every number, as `weight_gradient_loops` has it: right, and slow."""
    dW = np.zeros((len(dZ), len(A_prev)))
    for r, s in np.ndindex(dW.shape):
        for i in range(dZ.shape[1]):
            dW[r, s] += dZ[r, i] * A_prev[s, i]
    return dW / dZ.shape[1]


LOOPS = Misconception(
    "loops",
    _indexed,
    "The values are right, but this is slow: as slow as loops that multiply one pair of numbers at a time. Here a single matrix "
    "product is meant, which goes through the whole arrays at once.",
    also=(lambda dZ, A_prev: np.array(looped(dZ.tolist(), A_prev.tolist())),),
)


@dataclass(frozen=True)
class SpeedyExercise(FunctionExercise):
    """A function that has to be right, and then faster than loops in Python, on an input far larger than the others.

    The answer and `loops`, on the same numbers as lists, take turns; the answer is slow if its best time is more than half
    of theirs. A single product of matrices takes a hundredth of it, a product for each example or each entry a fifth; an
    index for every number takes ten times as much. The time is that on the wall, since an answer may run in a process of
    its own: what the way there and back takes is a small part of what loops take.
    """

    loops: Callable[..., Any] = looped
    clock: Callable[[], float] = perf_counter

    def examine(self, answer: Any) -> Examination:
        """Try the cases; time what is right on all of them."""
        examination = super().examine(answer)
        if examination.credit < 1 or not self._is_slow(answer):
            return examination
        n, n_prev, m = SIDES
        tried = f"Tried:    {self.name}(dZ, A_prev) with `dZ` of shape {(n, m)} and `A_prev` of shape {(n_prev, m)}"
        return Examination(0, f"{LOOPS.sentence}\n\n{tried}.", LOOPS.name)

    def _is_slow(self, answer: Any) -> bool:
        rng = np.random.default_rng(20240607)
        n, n_prev, m = SIDES
        large = Case((rng.normal(size=(n, m)), rng.normal(size=(n_prev, m))))
        lists = [a.tolist() for a in large.args]
        own, loops = math.inf, math.inf
        for _ in range(TRIES):
            own = min(own, self._seconds(call, answer, large))
            if own <= SOON:
                return False
            loops = min(loops, self._seconds(self.loops, *lists))
        return own > loops / 2

    def _seconds(self, function: Callable[..., Any], *arguments: Any) -> float:
        start = self.clock()
        function(*arguments)
        return self.clock() - start


WEIGHT_GRADIENT_LOOPS = FunctionExercise("weight_gradient_loops", reference.weight_gradient, cases, EVERYWHERE)

WEIGHT_GRADIENT = SpeedyExercise("weight_gradient", reference.weight_gradient, cases, (*EVERYWHERE, LOOPS))
