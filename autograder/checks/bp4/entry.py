"""Checks of `linear_gradient_entry`: what gets through one activation on one example."""

from __future__ import annotations

import numpy as np

from autograder.checks.bp1.arrays import FORTRAN, ONE_EXAMPLE, ONE_NEURON, READ_ONLY, STRIDED
from autograder.checks.bp4.slopes import (
    ACTIVATIONS,
    FLAT,
    IDENTITY,
    NO_SUMS,
    SATURATED,
    SQUARE,
    TALL,
    WIDE,
    Slope,
    cube_prime,
    identity_prime,
    layers,
    relu_prime,
    sigmoid_prime,
    square_prime,
    tanh_prime,
)
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import matrix
from autograder.checks.outcome import Case
from autograder.reference import bp4 as reference
from autograder.reference.activations import Array


def _cases(rng: np.random.Generator) -> list[Case]:
    flat = -abs(WIDE[1])
    return [
        *(Case((*SQUARE, cube_prime, r, i)) for r, i in ((0, 0), (0, 1), (1, 0), (1, 1))),
        *(Case((*SQUARE, square_prime, r, i)) for r, i in ((1, 0), (0, 1))),
        *(Case((*WIDE, square_prime, r, i)) for r, i in ((0, 1), (1, 2), (0, 2))),
        *(Case((*WIDE, relu_prime, r, i)) for r, i in ((1, 2), (1, 1))),
        *(Case((*TALL, sigmoid_prime, r, i)) for r, i in ((2, 0), (1, 1), (2, 1), (0, 0))),
        *(Case((*TALL, tanh_prime, r, i)) for r, i in ((0, 1), (2, 0))),
        *(Case((dA[:, :1], Z[:, :1], square_prime, 1, 0), note=ONE_EXAMPLE) for dA, Z in (WIDE, TALL)),
        Case((WIDE[0][:1], WIDE[1][:1], square_prime, 0, 2), note=ONE_NEURON),
        Case((matrix([2]), matrix([3]), square_prime, 0, 0), note="one neuron and one example"),
        Case((matrix([5, 1], [2, 3]), matrix([40, 0], [1, -30]), sigmoid_prime, 0, 0), note=SATURATED),
        Case((WIDE[0], flat, relu_prime, 1, 1), note=FLAT),
        Case((*WIDE, identity_prime, 1, 2), note=IDENTITY),
        Case((WIDE[0], np.zeros((2, 3)), sigmoid_prime, 1, 2), note=NO_SUMS),
        Case((np.zeros((2, 3)), WIDE[1], square_prime, 0, 2), note="a dA that is all 0"),
        Case((*WIDE, square_prime, 1, 2), note=READ_ONLY, layout="read-only"),
        Case((*WIDE, square_prime, 1, 2), note=STRIDED, layout="strided"),
        Case((*WIDE, square_prime, 1, 2), note=FORTRAN, layout="fortran"),
        *(Case((dA, Z, tanh_prime, r, i)) for dA, Z in layers(rng) for r, i in ((len(Z) - 1, 0), (0, Z.shape[1] - 1))),
    ]


def _whole(dA: Array, Z: Array, g_prime: Slope) -> Array:
    return reference.linear_gradient(dA, Z, g_prime)


LINEAR_GRADIENT_ENTRY = FunctionExercise(
    "linear_gradient_entry",
    reference.linear_gradient_entry,
    _cases,
    (
        Misconception(
            "slope-missing",
            lambda dA, Z, g_prime, r, i: dA[r, i],
            "g′ never comes in: all of dA gets through. How much the output moves with the sum is the slope of the activation there.",
        ),
        Misconception(
            "blame-missing",
            lambda dA, Z, g_prime, r, i: g_prime(Z[r, i]),
            "dA never comes in: this is how the output moves with the sum. The chain rule multiplies it by how the loss moves with "
            "the output.",
        ),
        Misconception(
            "slope-of-the-blame",
            lambda dA, Z, g_prime, r, i: dA[r, i] * g_prime(dA[r, i]),
            "The slope is taken at dA. How steep the activation is depends on where the neuron stands: on its sum, in Z.",
            also=(
                lambda dA, Z, g_prime, r, i: g_prime(dA[r, i]),
                lambda dA, Z, g_prime, r, i: Z[r, i] * g_prime(dA[r, i]),
            ),
        ),
        Misconception(
            "slope-of-the-product",
            lambda dA, Z, g_prime, r, i: g_prime(dA[r, i] * Z[r, i]),
            "dA went into g′ together with Z. The slope is taken at the sum alone, and dA multiplies what comes out.",
        ),
        Misconception(
            "sum-for-slope",
            lambda dA, Z, g_prime, r, i: dA[r, i] * Z[r, i],
            "dA is multiplied by the sum itself. The factor is how steep the activation is at that sum: g′ of it.",
        ),
        Misconception(
            "slope-and-sum",
            lambda dA, Z, g_prime, r, i: dA[r, i] * Z[r, i] * g_prime(Z[r, i]),
            "The sum is a factor as well. z only says where the slope is taken.",
        ),
        Misconception(
            "slope-at-the-activation",
            lambda dA, Z, g_prime, r, i: dA[r, i] * g_prime(ACTIVATIONS[0](Z[r, i])),
            "The slope is taken at an activation of z. g′ is asked at the sum, before any activation.",
            also=tuple(lambda dA, Z, g_prime, r, i, g=g: dA[r, i] * g_prime(g(Z[r, i])) for g in ACTIVATIONS[1:]),
        ),
        Misconception(
            "slope-of-one-activation",
            lambda dA, Z, g_prime, r, i: dA[r, i] * sigmoid_prime(Z[r, i]),
            "The slope of one certain activation is written in. Which activation it is, the caller says: `g_prime` is its slope.",
            also=(
                lambda dA, Z, g_prime, r, i: dA[r, i] * Z[r, i] * (1 - Z[r, i]),
                lambda dA, Z, g_prime, r, i: dA[r, i] * (1 - Z[r, i] ** 2),
                lambda dA, Z, g_prime, r, i: dA[r, i] * relu_prime(Z[r, i]),
                lambda dA, Z, g_prime, r, i: dA[r, i] * tanh_prime(Z[r, i]),
            ),
        ),
        Misconception(
            "added",
            lambda dA, Z, g_prime, r, i: dA[r, i] + g_prime(Z[r, i]),
            "The two slopes are added. Along a path, slopes are multiplied.",
        ),
        Misconception(
            "divided",
            lambda dA, Z, g_prime, r, i: dA[r, i] / g_prime(Z[r, i]),
            "dA is divided by the slope. Where an activation is flat, little gets through: the slope multiplies.",
        ),
        Misconception(
            "indices-exchanged",
            lambda dA, Z, g_prime, r, i: _whole(dA, Z, g_prime)[i, r],
            "r and i are exchanged, in one of the arrays or in both: rows are neurons, r, columns are examples, i.",
            also=(
                lambda dA, Z, g_prime, r, i: dA[i, r] * g_prime(Z[i, r]),
                lambda dA, Z, g_prime, r, i: dA[r, i] * g_prime(Z[i, r]),
                lambda dA, Z, g_prime, r, i: dA[i, r] * g_prime(Z[r, i]),
            ),
        ),
        Misconception(
            "counted-from-one",
            lambda dA, Z, g_prime, r, i: _whole(dA, Z, g_prime)[r - 1, i - 1],
            "r and i are taken as counted from 1. Here they count from 0 and can be used as they are; an index of −1 gives the last "
            "one without any error.",
            also=(
                lambda dA, Z, g_prime, r, i: _whole(dA, Z, g_prime)[r + 1, i + 1],
                lambda dA, Z, g_prime, r, i: dA[r + 1, i + 1] * g_prime(Z[r + 1, i + 1]),
            ),
        ),
        Misconception(
            "summed",
            lambda dA, Z, g_prime, r, i: np.sum(dA[:, i] * g_prime(Z[:, i])),
            "A sum is taken, over neurons or over examples. One path leads from a sum through its activation: a single product is "
            "left of the total derivative.",
            also=(
                lambda dA, Z, g_prime, r, i: np.sum(dA[r] * g_prime(Z[r])),
                lambda dA, Z, g_prime, r, i: np.mean(dA[r] * g_prime(Z[r])),
                lambda dA, Z, g_prime, r, i: np.sum(dA * g_prime(Z)),
                lambda dA, Z, g_prime, r, i: np.mean(dA * g_prime(Z)),
                lambda dA, Z, g_prime, r, i: np.sum(dA[:, i]) * g_prime(Z[r, i]),
                lambda dA, Z, g_prime, r, i: np.sum(dA[r]) * g_prime(Z[r, i]),
            ),
        ),
        Misconception(
            "product-of-matrices",
            lambda dA, Z, g_prime, r, i: (dA @ g_prime(Z))[r, i],
            "Rows of one array are multiplied by columns of the other and summed. Here entry meets entry, at the same place, and nothing "
            "is summed.",
            also=(
                lambda dA, Z, g_prime, r, i: dA[r] @ g_prime(Z[:, i]),
                lambda dA, Z, g_prime, r, i: dA[r] @ g_prime(Z)[:, i],
            ),
        ),
        Misconception(
            "one-over-m",
            lambda dA, Z, g_prime, r, i: reference.linear_gradient_entry(dA, Z, g_prime, r, i) / Z.shape[1],
            "It is divided by m. dZ is the slope of one example's own loss; the 1/m of the cost comes with dW and db.",
        ),
        Misconception(
            "sign-flipped",
            lambda dA, Z, g_prime, r, i: -reference.linear_gradient_entry(dA, Z, g_prime, r, i),
            "The sign is turned round. The gradient points uphill; the minus comes later, where parameters are updated.",
        ),
        Misconception(
            "size-only",
            lambda dA, Z, g_prime, r, i: abs(reference.linear_gradient_entry(dA, Z, g_prime, r, i)),
            "The slope has lost its sign. Where it is negative, a larger sum lowers the loss, and that has to be known.",
        ),
        Misconception(
            "whole-row",
            lambda dA, Z, g_prime, r, i: dA[r] * g_prime(Z[r]),
            "A row or a column of dZ comes back, or all of it. Asked for is one entry: that of neuron r on example i.",
            also=(
                lambda dA, Z, g_prime, r, i: dA[:, i] * g_prime(Z[:, i]),
                lambda dA, Z, g_prime, r, i: _whole(dA, Z, g_prime),
                lambda dA, Z, g_prime, r, i: dA[r, i] * g_prime(Z),
                lambda dA, Z, g_prime, r, i: dA * g_prime(Z[r, i]),
            ),
        ),
        Misconception(
            "array-of-one",
            lambda dA, Z, g_prime, r, i: dA[[r], [i]] * g_prime(Z[[r], [i]]),
            "The number is right, but it comes inside an array. Take it out with one index for each side.",
            also=(
                lambda dA, Z, g_prime, r, i: dA[[r]][:, [i]] * g_prime(Z[[r]][:, [i]]),
                lambda dA, Z, g_prime, r, i: dA[r, [i]] * g_prime(Z[r, [i]]),
            ),
        ),
        Misconception(
            "function-multiplied",
            lambda dA, Z, g_prime, r, i: dA[r, i] * g_prime,
            "dA is multiplied by the function `g_prime` itself. It has to be asked for its value at one sum.",
            also=(
                lambda dA, Z, g_prime, r, i: dA[r, i] * g_prime[r, i],
                lambda dA, Z, g_prime, r, i: dA[r, i] * g_prime * Z[r, i],
                lambda dA, Z, g_prime, r, i: dA[r, i] * Z[r, i] * g_prime,
            ),
        ),
        Misconception(
            "rounded",
            lambda dA, Z, g_prime, r, i: round(reference.linear_gradient_entry(dA, Z, g_prime, r, i), 2),
            "The slope was rounded. The layers before calculate with it and need every digit; round only what you print.",
            also=tuple(
                lambda dA, Z, g_prime, r, i, d=d: round(reference.linear_gradient_entry(dA, Z, g_prime, r, i), d)
                for d in (1, 3, 4)
            ),
        ),
    ),
)
