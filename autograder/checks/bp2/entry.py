"""The index step of BP2, `dz_db`, and `bias_gradient_entry`, the slope of the cost for one bias."""

from __future__ import annotations

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
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import matrix
from autograder.checks.outcome import Case
from autograder.reference import bp2 as reference
from autograder.reference.activations import Array

# --- dz_db ---


def _dz_db_cases(rng: np.random.Generator) -> list[Case]:
    by_hand = [(0, 1, 0), (1, 0, 1), (0, 1, 2), (2, 0, 1), (1, 1, 0), (2, 2, 2), (0, 0, 0), (1, 0, 0), (0, 2, 1)]
    drawn = [tuple(int(index) for index in rng.integers(0, 4, size=3)) for _ in range(6)]
    many = "indices of a wide layer and of many examples"
    return [
        *(Case(indices) for indices in (*by_hand, *drawn)),
        Case((99, 999, 99), note=many),
        Case((99, 98, 98), note=many),
        Case((300, 5, 300), note=many),
    ]


DZ_DB = FunctionExercise(
    "dz_db",
    reference.dz_db,
    _dz_db_cases,
    (
        Misconception(
            "selection-forgotten",
            lambda k, i, r: 1.0,
            "k and r are never compared. Where they differ, b_r is the bias of another neuron, and Z_ki does not contain it.",
        ),
        Misconception(
            "always-zero",
            lambda k, i, r: 0.0,
            "The result is always 0. A bias does not change with the example, but the derivative asks what happens when the bias "
            "itself is nudged.",
        ),
        Misconception(
            "nothing-where-zero",
            lambda k, i, r: 1.0 if k == r else None,
            "Where k = r it is right. Where not, nothing (None) comes back: that case has a derivative too, and it is a number.",
        ),
        Misconception(
            "comparison-reversed",
            lambda k, i, r: 0.0 if k == r else 1.0,
            "The two cases are exchanged: the derivative is 0 where neuron k does not use the bias, that is where k and r differ.",
        ),
        Misconception(
            "example-compared",
            lambda k, i, r: 1.0 if i == r else 0.0,
            "The example i is compared. A bias belongs to a neuron and is the same on every example: k and r are the neurons.",
            also=(lambda k, i, r: 1.0 if k == i else 0.0,),
        ),
        Misconception(
            "all-compared",
            lambda k, i, r: 1.0 if k == r == i else 0.0,
            "All three indices are compared. The bias of neuron r is added on every example, so that i does not matter.",
        ),
        Misconception(
            "truth-value",
            lambda k, i, r: k == r,
            "The comparison itself comes back, True or False. The derivative is a number: 1 or 0.",
        ),
        Misconception(
            "index",
            lambda k, i, r: float(r) if k == r else 0.0,
            "Where k = r, an index comes back. An index says where a number stands; the derivative is how much z rises for each "
            "unit of the bias.",
            also=(lambda k, i, r: float(i) if k == r else 0.0, lambda k, i, r: float(r + 1) if k == r else 0.0),
        ),
        Misconception(
            "averaged-too-early",
            lambda k, i, r: 0.25 if k == r else 0.0,
            "There is no 1/m in this step: it asks how one sum, on one example, answers to the bias. The average over the examples "
            "comes in step 3.",
        ),
        Misconception(
            "sign-flipped",
            lambda k, i, r: -1.0 if k == r else 0.0,
            "The sign is wrong: the bias is added to the sum, so that z rises when it rises.",
        ),
        Misconception(
            "counted-from-one",
            lambda k, i, r: 1.0 if k == r - 1 else 0.0,
            "k and r are compared as if one were counted from 0 and the other from 1. Both count from 0.",
            also=(lambda k, i, r: 1.0 if k - 1 == r else 0.0,),
        ),
    ),
)

# --- bias_gradient_entry ---

ALWAYS_FOUR = (
    "The sum is divided by 4, whatever dZ is. m is the number of columns of the dZ that is passed in: count those, not the examples of "
    "the lesson."
)


def _entry_cases(rng: np.random.Generator) -> list[Case]:
    dZ = LESSON[0]
    return [
        *(Case((SQUARE[0], r)) for r in (0, 1)),
        *(Case((TALL[0], r)) for r in (0, 1, 2)),
        *(Case((dZ, r)) for r in (0, 1)),
        Case((dZ[:, :3], 1)),
        Case((TALL[0][:, :1], 2), note=ONE_EXAMPLE),
        Case((dZ[:, :1], 0), note=ONE_EXAMPLE),
        Case((NARROW[0], 0), note=ONE_NEURON),
        Case((matrix([2]), 0), note="one neuron and one example"),
        Case((np.zeros((2, 3)), 1), note=NO_BLAME),
        Case((dZ, 1), note=READ_ONLY, layout="read-only"),
        Case((dZ, 1), note=STRIDED, layout="strided"),
        Case((dZ, 1), note=FORTRAN, layout="fortran"),
        *(Case((dZ, r)) for dZ, _ in layers(rng) for r in (0, len(dZ) - 1)),
    ]


def _divided_each_turn(dZ: Array, r: int) -> float:
    total = 0.0
    for blame in dZ[r]:
        total = (total + blame) / dZ.shape[1]
    return total


BIAS_GRADIENT_ENTRY = FunctionExercise(
    "bias_gradient_entry",
    reference.bias_gradient_entry,
    _entry_cases,
    (
        Misconception(
            "one-over-m-missing",
            lambda dZ, r: np.sum(dZ[r]),
            "1/m is missing. The cost is an average over the examples, and so is its slope; dZ, the slope of single losses, has "
            "not been divided.",
        ),
        Misconception(
            "one-over-m-twice",
            lambda dZ, r: np.mean(dZ[r]) / dZ.shape[1],
            "The sum is divided by m twice, by `mean` and by hand perhaps. The cost is averaged over the examples once.",
        ),
        Misconception(
            "divided-each-turn",
            _divided_each_turn,
            "The division stands inside the loop over the examples, so that early ones are divided again and again. Add all of "
            "them up, then divide once.",
        ),
        Misconception(
            "divided-by-neurons",
            lambda dZ, r: np.sum(dZ[r]) / len(dZ),
            "The sum is divided by the number of neurons, the rows of dZ: `len` and `shape[0]` count those. The examples are its "
            "columns.",
        ),
        Misconception(
            "always-four-examples",
            lambda dZ, r: np.sum(dZ[r]) / 4,
            ALWAYS_FOUR,
        ),
        Misconception(
            "divided-by-all-entries",
            lambda dZ, r: np.sum(dZ[r]) / dZ.size,
            "The sum is divided by the number of all entries of dZ. It has m terms, one for each example.",
        ),
        Misconception(
            "multiplied-by-m",
            lambda dZ, r: np.sum(dZ[r]) * dZ.shape[1],
            "The sum is multiplied by m. An average is a sum divided by how many terms it has.",
        ),
        Misconception(
            "column-for-row",
            lambda dZ, r: np.mean(dZ[:, r]),
            "Column r is taken, and a column is one example with all its neurons. Neuron r on every example is row r.",
            also=(
                lambda dZ, r: np.sum(dZ[:, r]) / dZ.shape[1],
                lambda dZ, r: np.sum(dZ[:, r]),
                lambda dZ, r: sum(dZ[i, r] for i in range(dZ.shape[1])) / dZ.shape[1],
                lambda dZ, r: np.mean(dZ, axis=0)[r],
                lambda dZ, r: np.sum(dZ, axis=0)[r] / dZ.shape[1],
            ),
        ),
        Misconception(
            "counted-from-one",
            lambda dZ, r: np.mean(dZ[r - 1]),
            "r is taken as counted from 1. Here it counts from 0 and can be used as it is; an index of −1 gives the last row "
            "without any error.",
            also=(lambda dZ, r: np.mean(dZ[r + 1]),),
        ),
        Misconception(
            "first-example-only",
            lambda dZ, r: dZ[r, 0] / dZ.shape[1],
            "Only the first example counts. Is there a `return` inside the loop over the examples?",
            also=(lambda dZ, r: dZ[r, 0],),
        ),
        Misconception(
            "last-example-only",
            lambda dZ, r: dZ[r, -1] / dZ.shape[1],
            "Only the last example counts. Does each turn of the loop replace the total, instead of adding to it?",
            also=(lambda dZ, r: dZ[r, -1],),
        ),
        Misconception(
            "first-example-missing",
            lambda dZ, r: np.sum(dZ[r, 1:]) / dZ.shape[1],
            "The first example is left out. Examples are counted from 0: where does the loop over i begin?",
        ),
        Misconception(
            "last-example-missing",
            lambda dZ, r: np.sum(dZ[r, :-1]) / dZ.shape[1],
            "The last example is left out. Where does the loop over i end?",
        ),
        Misconception(
            "all-neurons",
            lambda dZ, r: np.mean(dZ),
            "The blame of all neurons is averaged, and r never comes in. The bias of neuron r hears from its own neuron alone.",
            also=(lambda dZ, r: np.sum(dZ) / dZ.shape[1], lambda dZ, r: np.sum(dZ)),
        ),
        Misconception(
            "not-summed",
            lambda dZ, r: dZ[r] / dZ.shape[1],
            "There is one number for each example, side by side. The sum over i adds them up: one bias, one number.",
            also=(lambda dZ, r: dZ[r],),
        ),
        Misconception(
            "sign-flipped",
            lambda dZ, r: -np.mean(dZ[r]),
            "The sign is turned round. The gradient points uphill; the minus comes later, where a bias is updated.",
        ),
        Misconception(
            "size-only",
            lambda dZ, r: abs(np.mean(dZ[r])),
            "The slope has lost its sign, or each example's blame has. Where it is negative, raising the bias lowers the cost.",
            also=(lambda dZ, r: np.mean(np.abs(dZ[r])),),
        ),
        Misconception(
            "squared",
            lambda dZ, r: np.mean(dZ[r] ** 2),
            "The blame is squared: it is multiplied by itself. What multiplies it is ∂z/∂b, and that is 1.",
            also=(lambda dZ, r: np.sum(dZ[r] ** 2),),
        ),
        Misconception(
            "whole-column",
            lambda dZ, r: reference.bias_gradient(dZ),
            "This is the gradient of every bias. Asked for is that of one, in row r.",
            also=(lambda dZ, r: np.mean(dZ, axis=1),),
        ),
        Misconception(
            "array-of-one",
            lambda dZ, r: reference.bias_gradient(dZ)[r],
            "The number is right, but it comes inside an array. A column has two sides: it takes two indices to get a number out "
            "of it.",
            also=(lambda dZ, r: np.mean(dZ[[r]], axis=1, keepdims=True),),
        ),
        Misconception(
            "whole-number-division",
            lambda dZ, r: np.sum(dZ[r]) // dZ.shape[1],
            "`//` cuts off what comes after the point. The average needs `/`.",
        ),
        Misconception(
            "rounded",
            lambda dZ, r: round(reference.bias_gradient_entry(dZ, r), 2),
            "The slope was rounded. A step along the gradient needs every digit; round only what you print.",
            also=tuple(
                lambda dZ, r, digits=digits: round(reference.bias_gradient_entry(dZ, r), digits) for digits in (1, 3, 4)
            ),
        ),
    ),
)
