"""Checks of `weight_gradient_entry`: the slope of the cost for one weight."""

from __future__ import annotations

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
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import matrix
from autograder.checks.outcome import Case
from autograder.reference import bp1 as reference
from autograder.reference.activations import Array


def _cases(rng: np.random.Generator) -> list[Case]:
    return [
        *(Case((*SQUARE, r, s)) for r, s in ((0, 0), (0, 1), (1, 0), (1, 1))),
        *(Case((*TALL, r, s)) for r, s in ((2, 0), (1, 1), (2, 1), (0, 1))),
        *(Case((*WIDE, r, s)) for r, s in ((0, 1), (1, 2))),
        *(Case((*LESSON, r, s)) for r, s in ((0, 2), (1, 0), (1, 2))),
        *(Case((dZ[:, :1], A[:, :1], 1, 1), note=ONE_EXAMPLE) for dZ, A in (TALL, LESSON)),
        Case((*NARROW, 0, 1), note=ONE_NEURON),
        Case((TALL[0], matrix([3, -1]), 2, 0), note=ONE_BEFORE),
        Case((matrix([2]), matrix([3]), 0, 0), note=ONE_OF_EACH),
        Case((np.zeros((2, 3)), NARROW[1], 1, 0), note=NO_BLAME),
        Case((LESSON[0], np.array([LESSON[1][0], np.zeros(4), LESSON[1][2]]), 0, 1), note="an input that is always 0"),
        Case((*LESSON, 1, 2), note=READ_ONLY, layout="read-only"),
        Case((*LESSON, 1, 2), note=STRIDED, layout="strided"),
        Case((*LESSON, 1, 2), note=FORTRAN, layout="fortran"),
        *(Case((dZ, A, r, s)) for dZ, A in layers(rng) for r, s in ((len(dZ) - 1, 0), (0, len(A) - 1))),
    ]


def _dot(dZ: Array, A_prev: Array, r: int, s: int) -> float:
    return float(dZ[r] @ A_prev[s])


def _divided_each_turn(dZ: Array, A_prev: Array, r: int, s: int) -> float:
    total = 0.0
    for blame, a in zip(dZ[r], A_prev[s], strict=True):
        total = (total + blame * a) / dZ.shape[1]
    return total


WEIGHT_GRADIENT_ENTRY = FunctionExercise(
    "weight_gradient_entry",
    reference.weight_gradient_entry,
    _cases,
    (
        Misconception(
            "one-over-m-missing",
            _dot,
            "1/m is missing. The cost is an average over the examples, and so is its slope; dZ, the slope of single losses, has "
            "not been divided.",
        ),
        Misconception(
            "one-over-m-twice",
            lambda dZ, A_prev, r, s: _dot(dZ, A_prev, r, s) / dZ.shape[1] ** 2,
            "The sum is divided by m twice, by `mean` and by hand perhaps. The cost is averaged over the examples once.",
        ),
        Misconception(
            "divided-each-turn",
            _divided_each_turn,
            "The division stands inside the loop over the examples, so that early products are divided again and again. Add "
            "all of them up, then divide once.",
        ),
        Misconception(
            "divided-by-neurons",
            lambda dZ, A_prev, r, s: _dot(dZ, A_prev, r, s) / len(dZ),
            "The sum is divided by the number of neurons in the layer, the rows of dZ: `len` and `shape[0]` count those. The "
            "examples are its columns.",
        ),
        Misconception(
            "divided-by-inputs",
            lambda dZ, A_prev, r, s: _dot(dZ, A_prev, r, s) / len(A_prev),
            "The sum is divided by the number of neurons before, the rows of `A_prev`. The average runs over the examples, its "
            "columns.",
        ),
        Misconception(
            "divided-by-all-entries",
            lambda dZ, A_prev, r, s: _dot(dZ, A_prev, r, s) / dZ.size,
            "The sum is divided by the number of all entries of a matrix. It has m terms, one for each example.",
            also=(
                lambda dZ, A_prev, r, s: _dot(dZ, A_prev, r, s) / A_prev.size,
                lambda dZ, A_prev, r, s: _dot(dZ, A_prev, r, s) / (len(dZ) * len(A_prev)),
            ),
        ),
        Misconception(
            "multiplied-by-m",
            lambda dZ, A_prev, r, s: _dot(dZ, A_prev, r, s) * dZ.shape[1],
            "The sum is multiplied by m. An average is a sum divided by how many terms it has.",
        ),
        Misconception(
            "sides-exchanged",
            lambda dZ, A_prev, r, s: _dot(dZ, A_prev, s, r) / dZ.shape[1],
            "r and s are exchanged: r is a neuron of this layer, a row of dZ, and s a neuron of the layer before, a row of "
            "`A_prev`.",
        ),
        Misconception(
            "columns-for-rows",
            lambda dZ, A_prev, r, s: dZ[:, r] @ A_prev[:, s] / dZ.shape[1],
            "Columns are taken, and a column is one example with all its neurons. Neuron r on every example is row r.",
            also=(
                lambda dZ, A_prev, r, s: sum(dZ[i, r] * A_prev[i, s] for i in range(dZ.shape[1])) / dZ.shape[1],
                lambda dZ, A_prev, r, s: dZ[:, r] @ A_prev[:, s] / len(dZ),
                lambda dZ, A_prev, r, s: np.sum(dZ[:, r] * A_prev[:, s]) / dZ.shape[1],
                lambda dZ, A_prev, r, s: dZ[r] @ A_prev[:, s] / dZ.shape[1],
            ),
        ),
        Misconception(
            "counted-from-one",
            lambda dZ, A_prev, r, s: _dot(dZ, A_prev, r - 1, s - 1) / dZ.shape[1],
            "r and s are taken as counted from 1. Here they count from 0 and can be used as they are; an index of −1 gives the "
            "last row without any error.",
            also=(lambda dZ, A_prev, r, s: _dot(dZ, A_prev, r + 1, s + 1) / dZ.shape[1],),
        ),
        Misconception(
            "first-example-only",
            lambda dZ, A_prev, r, s: dZ[r, 0] * A_prev[s, 0] / dZ.shape[1],
            "Only the first example counts. Is there a `return` inside the loop over the examples?",
            also=(lambda dZ, A_prev, r, s: dZ[r, 0] * A_prev[s, 0],),
        ),
        Misconception(
            "last-example-only",
            lambda dZ, A_prev, r, s: dZ[r, -1] * A_prev[s, -1] / dZ.shape[1],
            "Only the last example counts. Does each turn of the loop replace the total, instead of adding to it?",
            also=(lambda dZ, A_prev, r, s: dZ[r, -1] * A_prev[s, -1],),
        ),
        Misconception(
            "first-example-missing",
            lambda dZ, A_prev, r, s: dZ[r, 1:] @ A_prev[s, 1:] / dZ.shape[1],
            "The first example is left out. Examples are counted from 0: where does the loop over i begin?",
        ),
        Misconception(
            "last-example-missing",
            lambda dZ, A_prev, r, s: dZ[r, :-1] @ A_prev[s, :-1] / dZ.shape[1],
            "The last example is left out. Where does the loop over i end?",
        ),
        Misconception(
            "sums-multiplied",
            lambda dZ, A_prev, r, s: np.mean(dZ[r]) * np.mean(A_prev[s]),
            "Each row is summed by itself, and then the sums are multiplied. Each example's blame belongs to what the input was on "
            "the same example: products first, then the sum.",
            also=(
                lambda dZ, A_prev, r, s: np.sum(dZ[r]) * np.sum(A_prev[s]) / dZ.shape[1],
                lambda dZ, A_prev, r, s: np.sum(dZ[r]) * np.sum(A_prev[s]),
            ),
        ),
        Misconception(
            "added",
            lambda dZ, A_prev, r, s: np.mean(dZ[r] + A_prev[s]),
            "Blame and input are added. In ∂Z/∂W the input is a factor: the two are multiplied, example by example.",
            also=(lambda dZ, A_prev, r, s: np.sum(dZ[r] + A_prev[s]),),
        ),
        Misconception(
            "blame-missing",
            lambda dZ, A_prev, r, s: np.mean(A_prev[s]),
            "dZ never comes in: this is how Z moves with the weight. The chain rule multiplies it by how the loss moves with Z.",
        ),
        Misconception(
            "input-missing",
            lambda dZ, A_prev, r, s: np.mean(dZ[r]),
            "`A_prev` never comes in: this is the average blame of the neuron. How much of it a weight bears depends on what "
            "it was multiplied by.",
        ),
        Misconception(
            "not-summed",
            lambda dZ, A_prev, r, s: dZ[r] * A_prev[s] / dZ.shape[1],
            "There is one product for each example, side by side. The sum over i adds them up: one weight, one number.",
            also=(lambda dZ, A_prev, r, s: dZ[r] * A_prev[s],),
        ),
        Misconception(
            "neuron-not-selected",
            lambda dZ, A_prev, r, s: np.mean(np.sum(dZ, axis=0) * A_prev[s]),
            "All rows of dZ are added up. Of the sum over k only k = r is left: a weight of neuron r has no part in what the "
            "other neurons are blamed for.",
            also=(
                lambda dZ, A_prev, r, s: np.sum(np.sum(dZ, axis=0) * A_prev[s]),
                lambda dZ, A_prev, r, s: np.mean(dZ * A_prev[s]),
            ),
        ),
        Misconception(
            "one-entry-of-each",
            lambda dZ, A_prev, r, s: dZ[r, s] * A_prev[r, s],
            "One entry of each array is multiplied, and nothing is summed. The second index of both arrays is the example, and "
            "the sum runs over it.",
            also=(lambda dZ, A_prev, r, s: dZ[r, s] * A_prev[r, s] / dZ.shape[1],),
        ),
        Misconception(
            "outer-product",
            lambda dZ, A_prev, r, s: np.outer(dZ[r], A_prev[s]) / dZ.shape[1],
            "An outer product pairs every example with every other. Each example is paired with itself alone, and the products "
            "are added up.",
            also=(lambda dZ, A_prev, r, s: np.outer(dZ[r], A_prev[s]),),
        ),
        Misconception(
            "sign-flipped",
            lambda dZ, A_prev, r, s: -_dot(dZ, A_prev, r, s) / dZ.shape[1],
            "The sign is turned round. The gradient points uphill; the minus comes later, where a weight is updated.",
        ),
        Misconception(
            "size-only",
            lambda dZ, A_prev, r, s: abs(_dot(dZ, A_prev, r, s)) / dZ.shape[1],
            "The slope has lost its sign. Where it is negative, raising the weight lowers the cost, and that has to be known.",
            also=(lambda dZ, A_prev, r, s: np.mean(np.abs(dZ[r] * A_prev[s])),),
        ),
        Misconception(
            "whole-matrix",
            lambda dZ, A_prev, r, s: reference.weight_gradient(dZ, A_prev),
            "This is the gradient of every weight. Asked for is that of one, in row r and column s.",
        ),
        Misconception(
            "array-of-one",
            lambda dZ, A_prev, r, s: dZ[[r]] @ A_prev[[s]].T / dZ.shape[1],
            "The number is right, but it comes inside an array. Take it out with an index for each side, or pick out rows of one "
            "dimension.",
            also=(
                lambda dZ, A_prev, r, s: np.array([_dot(dZ, A_prev, r, s) / dZ.shape[1]]),
                lambda dZ, A_prev, r, s: dZ[[r]] @ A_prev[s] / dZ.shape[1],
            ),
        ),
        Misconception(
            "whole-number-division",
            lambda dZ, A_prev, r, s: _dot(dZ, A_prev, r, s) // dZ.shape[1],
            "`//` cuts off what comes after the point. The average needs `/`.",
        ),
        Misconception(
            "rounded",
            lambda dZ, A_prev, r, s: round(reference.weight_gradient_entry(dZ, A_prev, r, s), 2),
            "The slope was rounded. A step along the gradient needs every digit; round only what you print.",
            also=tuple(
                lambda dZ, A_prev, r, s, digits=digits: round(reference.weight_gradient_entry(dZ, A_prev, r, s), digits)
                for digits in (1, 3, 4)
            ),
        ),
    ),
)
