"""Checks of `linear_gradient`: what gets through the activations of a whole layer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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
from autograder.reference.activations import Array, softmax


def _cases(rng: np.random.Generator) -> list[Case]:
    return [
        Case((*SQUARE, cube_prime)),
        Case((*SQUARE, relu_prime)),
        Case((*WIDE, square_prime)),
        Case((*WIDE, sigmoid_prime)),
        Case((*TALL, tanh_prime)),
        Case((*TALL, relu_prime)),
        *(Case((dA[:, :1], Z[:, :1], square_prime), note=ONE_EXAMPLE) for dA, Z in (WIDE, TALL)),
        Case((WIDE[0][:1], WIDE[1][:1], square_prime), note=ONE_NEURON),
        Case((matrix([2]), matrix([3]), square_prime), note="one neuron and one example"),
        Case((matrix([5, 1], [2, 3]), matrix([40, 0], [1, -30]), sigmoid_prime), note=SATURATED),
        Case((WIDE[0], -abs(WIDE[1]), relu_prime), note=FLAT),
        Case((*WIDE, identity_prime), note=IDENTITY),
        Case((WIDE[0], np.zeros((2, 3)), sigmoid_prime), note=NO_SUMS),
        Case((np.zeros((2, 3)), WIDE[1], square_prime), note="a dA that is all 0"),
        Case((*WIDE, square_prime), note=READ_ONLY, layout="read-only"),
        Case((*WIDE, square_prime), note=STRIDED, layout="strided"),
        Case((*WIDE, square_prime), note=FORTRAN, layout="fortran"),
        *(Case((dA, Z, slope)) for dA, Z in layers(rng) for slope in (sigmoid_prime, cube_prime)),
    ]


Form = Callable[[Array, Array, Slope], Any]


def _changed(change: Callable[[Array], Any]) -> Form:
    """Return the right result, changed at last."""
    return lambda dA, Z, g_prime: change(reference.linear_gradient(dA, Z, g_prime))


def _in_place(dA: Array, Z: Array, g_prime: Slope) -> Array:
    dA *= g_prime(Z)
    return dA


def _without(rows: slice, columns: slice) -> Form:
    """Leave a row or a column of dZ at 0."""

    def form(dA: Array, Z: Array, g_prime: Slope) -> Array:
        dZ = np.zeros(Z.shape)
        dZ[rows, columns] = reference.linear_gradient(dA, Z, g_prime)[rows, columns]
        return dZ

    return form


LINEAR_GRADIENT = FunctionExercise(
    "linear_gradient",
    reference.linear_gradient,
    _cases,
    (
        Misconception(
            "slope-missing",
            lambda dA, Z, g_prime: dA,
            "g′ never comes in: all of dA gets through. How much an output moves with its sum is the slope of the activation there.",
        ),
        Misconception(
            "blame-missing",
            lambda dA, Z, g_prime: g_prime(Z),
            "dA never comes in: this is how the outputs move with the sums. The chain rule multiplies it by how the loss moves with "
            "the outputs.",
        ),
        Misconception(
            "dot-product",
            lambda dA, Z, g_prime: dA @ g_prime(Z),
            "This is a matrix product: it pairs each neuron with others and sums. An activation looks at one sum at a time, so that "
            "entry meets entry (`*`).",
            also=(
                lambda dA, Z, g_prime: dA @ g_prime(Z).T,
                lambda dA, Z, g_prime: dA.T @ g_prime(Z),
                lambda dA, Z, g_prime: g_prime(Z) @ dA,
                lambda dA, Z, g_prime: g_prime(Z).T @ dA,
                lambda dA, Z, g_prime: g_prime(Z) @ dA.T,
                lambda dA, Z, g_prime: np.dot(dA, g_prime(Z)),
                lambda dA, Z, g_prime: np.dot(g_prime(Z), dA),
                lambda dA, Z, g_prime: np.dot(dA.T, g_prime(Z)),
                lambda dA, Z, g_prime: np.dot(dA, g_prime(Z).T),
            ),
        ),
        Misconception(
            "slope-of-the-blame",
            lambda dA, Z, g_prime: dA * g_prime(dA),
            "The slope is taken at dA. How steep an activation is depends on where the neuron stands: on its sum, in Z.",
            also=(lambda dA, Z, g_prime: g_prime(dA), lambda dA, Z, g_prime: Z * g_prime(dA)),
        ),
        Misconception(
            "slope-of-the-product",
            lambda dA, Z, g_prime: g_prime(dA * Z),
            "dA went into g′ together with Z. The slope is taken at the sums alone, and dA multiplies what comes out.",
        ),
        Misconception(
            "sum-for-slope",
            lambda dA, Z, g_prime: dA * Z,
            "dA is multiplied by the sums themselves. The factor is how steep the activation is at a sum: g′ of it.",
        ),
        Misconception(
            "slope-and-sum",
            lambda dA, Z, g_prime: dA * Z * g_prime(Z),
            "The sums are a factor as well. Z only says where the slope is taken.",
        ),
        Misconception(
            "slope-at-the-activation",
            lambda dA, Z, g_prime: dA * g_prime(ACTIVATIONS[0](Z)),
            "The slope is taken at A, an activation of Z. g′ is asked at the sums, before any activation.",
            also=tuple(lambda dA, Z, g_prime, g=g: dA * g_prime(g(Z)) for g in (*ACTIVATIONS[1:], softmax)),
        ),
        Misconception(
            "slope-of-one-activation",
            lambda dA, Z, g_prime: dA * sigmoid_prime(Z),
            "The slope of one certain activation is written in. Which activation it is, the caller says: `g_prime` is its slope.",
            also=(
                lambda dA, Z, g_prime: dA * Z * (1 - Z),
                lambda dA, Z, g_prime: dA * (1 - Z**2),
                lambda dA, Z, g_prime: dA * relu_prime(Z),
                lambda dA, Z, g_prime: dA * tanh_prime(Z),
            ),
        ),
        Misconception(
            "activation-for-slope",
            lambda dA, Z, g_prime: dA * ACTIVATIONS[0](Z),
            "dA is multiplied by the outputs of an activation. What multiplies it is the slope, and that is handed in as `g_prime`.",
            also=(lambda dA, Z, g_prime: dA * np.tanh(Z), lambda dA, Z, g_prime: dA * np.maximum(Z, 0.0)),
        ),
        Misconception(
            "slope-twice",
            lambda dA, Z, g_prime: dA * g_prime(Z) ** 2,
            "The slope comes in twice. The way from a sum to its output goes through the activation once.",
            also=(lambda dA, Z, g_prime: dA * g_prime(g_prime(Z)),),
        ),
        Misconception(
            "added",
            lambda dA, Z, g_prime: dA + g_prime(Z),
            "The two slopes are added. Along a path, slopes are multiplied.",
        ),
        Misconception(
            "subtracted",
            lambda dA, Z, g_prime: dA - g_prime(Z),
            "The slope of the activation is subtracted. Along a path, slopes are multiplied.",
        ),
        Misconception(
            "divided",
            lambda dA, Z, g_prime: dA / g_prime(Z),
            "dA is divided by the slope. Where an activation is flat, little gets through: the slope multiplies.",
        ),
        Misconception(
            "one-over-m",
            lambda dA, Z, g_prime: dA * g_prime(Z) / Z.shape[1],
            "It is divided, by m or by another number of entries. dZ holds the slope of each example's own loss; the 1/m of the cost "
            "comes with dW and db.",
            also=(_changed(lambda dZ: dZ / len(dZ)), _changed(lambda dZ: dZ / dZ.size)),
        ),
        Misconception(
            "sign-flipped",
            lambda dA, Z, g_prime: -dA * g_prime(Z),
            "The sign is turned round. The gradient points uphill; the minus comes later, where parameters are updated.",
        ),
        Misconception(
            "size-only",
            _changed(np.abs),
            "The slopes have lost their signs. Where one is negative, a larger sum lowers the loss, and that has to be known.",
            also=(lambda dA, Z, g_prime: np.abs(dA) * g_prime(Z),),
        ),
        Misconception(
            "summed",
            _changed(lambda dZ: dZ.sum(axis=1, keepdims=True)),
            "Entries are added up or averaged. dZ has the shape of Z: each neuron has its own slope on each example, and the sum over "
            "examples comes with dW and db.",
            also=(
                _changed(lambda dZ: dZ.sum(axis=1)),
                _changed(lambda dZ: dZ.mean(axis=1)),
                _changed(lambda dZ: dZ.mean(axis=1, keepdims=True)),
                _changed(lambda dZ: dZ.sum(axis=0)),
                _changed(lambda dZ: dZ.sum(axis=0, keepdims=True)),
                _changed(lambda dZ: dZ.mean(axis=0)),
                _changed(np.sum),
                _changed(np.mean),
                lambda dA, Z, g_prime: dA * g_prime(Z).sum(axis=0),
                lambda dA, Z, g_prime: dA * g_prime(Z).mean(axis=1, keepdims=True),
                lambda dA, Z, g_prime: dA.sum(axis=0) * g_prime(Z),
            ),
        ),
        Misconception(
            "transposed",
            _changed(lambda dZ: dZ.T),
            "The result, or one of the factors, is transposed. All of them have the shape (n_l, m): entry meets entry, at the same "
            "place.",
            also=(
                lambda dA, Z, g_prime: dA.T * g_prime(Z),
                lambda dA, Z, g_prime: dA * g_prime(Z).T,
                lambda dA, Z, g_prime: dA * g_prime(Z.T),
            ),
        ),
        Misconception(
            "entries-skipped",
            _without(slice(1, None), slice(None)),
            "Some rows or columns stay 0. Neurons and examples are counted from 0: where do the loops begin, where do they end, and does "
            "the `return` stand after all of them?",
            also=tuple(
                _without(rows, columns)
                for rows, columns in (
                    (slice(-1), slice(None)),
                    (slice(None), slice(1, None)),
                    (slice(None), slice(-1)),
                    (slice(1, None), slice(1, None)),
                    (slice(1), slice(None)),
                    (slice(None), slice(1)),
                    (slice(1), slice(1)),
                )
            ),
        ),
        Misconception(
            "one-number",
            _changed(lambda dZ: dZ[0, 0]),
            "One entry comes out. dZ has the shape of Z; is there a `return` inside a loop?",
            also=(_changed(lambda dZ: dZ[-1, -1]),),
        ),
        Misconception(
            "in-place",
            _in_place,
            "dA itself is overwritten, with `*=`. The caller may still need it: make a new array.",
        ),
        Misconception(
            "function-multiplied",
            lambda dA, Z, g_prime: dA * g_prime,
            "dA is multiplied by the function `g_prime` itself. It has to be asked for its values, at the sums.",
            also=(
                lambda dA, Z, g_prime: dA * g_prime * Z,
                lambda dA, Z, g_prime: dA * g_prime[Z],
                lambda dA, Z, g_prime: np.multiply(dA, g_prime),
                lambda dA, Z, g_prime: dA * Z * g_prime,
            ),
        ),
        Misconception(
            "flat",
            _changed(np.ravel),
            "The slopes are right, but sides of the array are gone. dZ has the shape of Z, (n_l, m), even where one of them is 1.",
            also=(_changed(np.squeeze),),
        ),
        Misconception(
            "rounded",
            _changed(lambda dZ: np.round(dZ, 2)),
            "The slopes were rounded. The layers before calculate with them and need every digit; round only what you print.",
            also=(_changed(lambda dZ: np.round(dZ, 4)), _changed(lambda dZ: np.round(dZ, 3))),
        ),
    ),
)
