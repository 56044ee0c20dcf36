"""Checks of `hidden_delta`: BP3, then BP4."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.bp1.arrays import FORTRAN, NO_BLAME, ONE_EXAMPLE, ONE_NEURON, READ_ONLY, STRIDED
from autograder.checks.bp3 import arrays as bp3
from autograder.checks.bp4.slopes import (
    ACTIVATIONS,
    FLAT,
    IDENTITY,
    NO_SUMS,
    SATURATED,
    Slope,
    cube_prime,
    identity_prime,
    relu_prime,
    sigmoid_prime,
    square_prime,
    tanh_prime,
)
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import drawn, matrix
from autograder.checks.outcome import Case
from autograder.reference import bp4 as reference
from autograder.reference.activations import Array

Z_SQUARE = matrix([2, 1, 1.5], [-1, 4, -2])
Z_WIDE = matrix([1, 0.5], [2, -1], [-3, 1])
Z_TALL = matrix([1, -2], [0.5, 3])
Z_LESSON = matrix([2, -2, -1, 1], [4, -1, 2, 1], [-2.5, 1, -1, -0.5])  # Z1 of the running example


def _cases(rng: np.random.Generator) -> list[Case]:
    lesson = (*bp3.LESSON, Z_LESSON)
    random = [(W, dZ, drawn(rng, W.shape[1], dZ.shape[1])) for W, dZ in bp3.layers(rng)]
    return [
        Case((*bp3.SQUARE, Z_SQUARE, square_prime)),
        Case((*bp3.SQUARE, Z_SQUARE, relu_prime)),
        Case((*bp3.TWOS, Z_SQUARE[:, :2], square_prime), note=bp3.ALL_ALIKE),
        Case((*bp3.TWOS, Z_SQUARE[:, :2], sigmoid_prime), note=bp3.ALL_ALIKE),
        Case((*bp3.WIDE, Z_WIDE, square_prime)),
        Case((*bp3.TALL, Z_TALL, cube_prime)),
        Case((*bp3.TALL, Z_TALL, sigmoid_prime)),
        Case((*lesson, relu_prime)),
        Case((*lesson, tanh_prime)),
        Case((bp3.TALL[0], bp3.TALL[1][:, :1], Z_TALL[:, :1], square_prime), note=ONE_EXAMPLE),
        Case((lesson[0], lesson[1][:, :1], Z_LESSON[:, :1], sigmoid_prime), note=ONE_EXAMPLE),
        Case((*bp3.NARROW, Z_LESSON, square_prime), note="one neuron in the layer after (n_next = 1)"),
        Case((*bp3.THIN, matrix([2, -1]), square_prime), note=ONE_NEURON),
        Case((matrix([2]), matrix([3]), matrix([0.5]), square_prime), note="one neuron, one after it and one example"),
        Case((*bp3.WIDE, matrix([40, 0], [1, -30], [2, 35]), sigmoid_prime), note=SATURATED),
        Case((*lesson[:2], -abs(Z_LESSON), relu_prime), note=FLAT),
        Case((*lesson, identity_prime), note=IDENTITY),
        Case((*lesson[:2], np.zeros((3, 4)), sigmoid_prime), note=NO_SUMS),
        Case((lesson[0], np.zeros((2, 4)), Z_LESSON, square_prime), note=NO_BLAME),
        Case((*bp3.SILENT, Z_WIDE, square_prime), note=bp3.NOT_READ),
        Case((*bp3.WIDE, Z_WIDE, square_prime), note=READ_ONLY, layout="read-only"),
        Case((*bp3.WIDE, Z_WIDE, square_prime), note=STRIDED, layout="strided"),
        Case((*bp3.WIDE, Z_WIDE, square_prime), note=FORTRAN, layout="fortran"),
        *(Case((*arrays, slope)) for arrays, slope in zip(random, (sigmoid_prime, tanh_prime) * 2, strict=True)),
    ]


Form = Callable[[Array, Array, Array, Slope], Any]


def _then_bp4(collect: Callable[[Array, Array], Any]) -> Form:
    """Return a wrong BP3, and a right BP4 after it."""
    return lambda W_next, dZ_next, Z, g_prime: collect(W_next, dZ_next) * g_prime(Z)


def _after_bp3(through: Callable[[Array, Array, Any], Any]) -> Form:
    """Return a right BP3, and `through(dA, Z, g_prime)` after it."""
    return lambda W_next, dZ_next, Z, g_prime: through(W_next.T @ dZ_next, Z, g_prime)


def _slope_at(g: Callable[[Any], Any]) -> Callable[[Array, Array, Slope], Any]:
    """Return a BP4 that takes the slope at an activation of Z."""
    return lambda dA, Z, g_prime: dA * g_prime(g(Z))


def _changed(change: Callable[[Array], Any]) -> Form:
    return lambda W_next, dZ_next, Z, g_prime: change(reference.hidden_delta(W_next, dZ_next, Z, g_prime))


def _in_place(W_next: Array, dZ_next: Array, Z: Array, g_prime: Slope) -> Array:
    Z[:] = g_prime(Z)
    return (W_next.T @ dZ_next) * Z


HIDDEN_DELTA = FunctionExercise(
    "hidden_delta",
    reference.hidden_delta,
    _cases,
    (
        Misconception(
            "slope-missing",
            _after_bp3(lambda dA, Z, g_prime: dA),
            "This is dA, BP3 alone. On the way from the output of a neuron back to its sum lies its activation: g′ is missing, BP4.",
        ),
        Misconception(
            "transpose-forgotten",
            _then_bp4(lambda W, dZ: W @ dZ),
            "W_next is not transposed. With a square W the product fits all the same, but its rows are what a neuron of the layer "
            "after reads with; what is collected goes along the columns.",
        ),
        Misconception(
            "slope-and-transpose-missing",
            lambda W_next, dZ_next, Z, g_prime: W_next @ dZ_next,
            "W_next is not transposed, and g′ never comes in. What is collected goes along the columns of W, and then passes through "
            "the activation.",
        ),
        Misconception(
            "dot-product",
            _after_bp3(lambda dA, Z, g_prime: dA @ g_prime(Z)),
            "g′ comes in by a matrix product, which mixes neurons or examples. BP3 sums over neurons, BP4 does not: there entry meets "
            "entry (`*`).",
            also=(
                _after_bp3(lambda dA, Z, g_prime: dA @ g_prime(Z).T),
                _after_bp3(lambda dA, Z, g_prime: dA.T @ g_prime(Z)),
                _after_bp3(lambda dA, Z, g_prime: g_prime(Z) @ dA),
                _after_bp3(lambda dA, Z, g_prime: g_prime(Z).T @ dA),
                lambda W_next, dZ_next, Z, g_prime: W_next.T @ (dZ_next @ g_prime(Z)),
                lambda W_next, dZ_next, Z, g_prime: np.dot(np.dot(W_next.T, dZ_next), g_prime(Z)),
            ),
        ),
        Misconception(
            "order",
            lambda W_next, dZ_next, Z, g_prime: W_next.T @ (dZ_next * g_prime(Z)),
            "The slope is multiplied in before the weights. g′(Z) belongs to the neurons that collect: first the product with the "
            "weights, in parentheses, then the slope.",
            also=(lambda W_next, dZ_next, Z, g_prime: W_next.T @ (g_prime(Z) * dZ_next),),
        ),
        Misconception(
            "slope-on-the-weights",
            lambda W_next, dZ_next, Z, g_prime: (W_next.T * g_prime(Z)) @ dZ_next,
            "The slope is multiplied into the weights. It belongs to one sum on one example, and weights know of no example: collect "
            "first, then multiply.",
            also=(
                lambda W_next, dZ_next, Z, g_prime: (W_next * g_prime(Z)).T @ dZ_next,
                lambda W_next, dZ_next, Z, g_prime: (W_next @ g_prime(Z)) * dZ_next,
                lambda W_next, dZ_next, Z, g_prime: W_next.T @ g_prime(Z) * dZ_next,
            ),
        ),
        Misconception(
            "weights-element-wise",
            _then_bp4(lambda W, dZ: W.T * dZ),
            "Weights and blame meet entry by entry. A neuron collects from all that read it: this step is a matrix product, only the "
            "next one is not.",
            also=(_then_bp4(lambda W, dZ: W * dZ),),
        ),
        Misconception(
            "order-of-the-product",
            _then_bp4(lambda W, dZ: dZ @ W),
            "dZ_next stands on the left, or the wrong one is turned. The weights come first, transposed: (n_l, n_next) times "
            "(n_next, m).",
            also=(
                _then_bp4(lambda W, dZ: dZ @ W.T),
                _then_bp4(lambda W, dZ: dZ.T @ W),
                _then_bp4(lambda W, dZ: W.T @ dZ.T),
                _then_bp4(lambda W, dZ: W @ dZ.T),
            ),
        ),
        Misconception(
            "blame-missing",
            lambda W_next, dZ_next, Z, g_prime: g_prime(Z),
            "Neither weights nor blame come in: this is the slope of the activation alone. It multiplies what comes back from the "
            "layer after.",
        ),
        Misconception(
            "weights-missing",
            lambda W_next, dZ_next, Z, g_prime: dZ_next * g_prime(Z),
            "W_next never comes in. The blame of the layer after comes back through the weights with which it reads this one.",
            also=(
                _then_bp4(lambda W, dZ: dZ.sum(axis=0, keepdims=True)),
                _then_bp4(lambda W, dZ: dZ.sum(axis=0)),
            ),
        ),
        Misconception(
            "one-reader-only",
            _then_bp4(lambda W, dZ: W[:1].T @ dZ[:1]),
            "Only one neuron of the layer after sends something back, the first or the last. Each of them reads this neuron, and the "
            "sum runs over all.",
            also=(
                _then_bp4(lambda W, dZ: W[-1:].T @ dZ[-1:]),
                _then_bp4(lambda W, dZ: W[0][:, np.newaxis] * dZ[0]),
            ),
        ),
        Misconception(
            "averaged-over-readers",
            _then_bp4(lambda W, dZ: W.T @ dZ / len(W)),
            "It is the mean over the neurons of the layer after, where the sum is meant. Each path counts in full.",
        ),
        Misconception(
            "slope-at-the-blame",
            _after_bp3(lambda dA, Z, g_prime: dA * g_prime(dA)),
            "The slope is taken at what was collected. How steep an activation is depends on where the neuron stands: on its sum, in "
            "Z.",
            also=(
                _after_bp3(lambda dA, Z, g_prime: g_prime(dA)),
                _after_bp3(lambda dA, Z, g_prime: Z * g_prime(dA)),
                lambda W_next, dZ_next, Z, g_prime: (W_next.T @ dZ_next) * g_prime(dZ_next),
                lambda W_next, dZ_next, Z, g_prime: W_next.T @ (dZ_next * g_prime(dZ_next)),
            ),
        ),
        Misconception(
            "slope-of-the-product",
            _after_bp3(lambda dA, Z, g_prime: g_prime(dA * Z)),
            "What was collected went into g′ together with Z. The slope is taken at the sums alone, and dA multiplies what comes out.",
        ),
        Misconception(
            "sum-for-slope",
            _after_bp3(lambda dA, Z, g_prime: dA * Z),
            "dA is multiplied by the sums themselves. The factor is how steep the activation is at a sum: g′ of it.",
            also=(_after_bp3(lambda dA, Z, g_prime: dA * Z * g_prime(Z)),),
        ),
        Misconception(
            "slope-at-the-activation",
            _after_bp3(_slope_at(ACTIVATIONS[0])),
            "The slope is taken at A, an activation of Z. g′ is asked at the sums, before any activation.",
            also=tuple(_after_bp3(_slope_at(g)) for g in ACTIVATIONS[1:]),
        ),
        Misconception(
            "slope-at-the-next-sums",
            lambda W_next, dZ_next, Z, g_prime: (W_next.T @ dZ_next) * (W_next.T @ g_prime(W_next @ Z)),
            "The slope is taken in the layer after, at sums made with W_next. Z holds the sums of this layer; dZ_next has passed the "
            "activation of the other one already.",
            also=(
                lambda W_next, dZ_next, Z, g_prime: W_next.T @ (dZ_next * g_prime(W_next @ Z)),
                lambda W_next, dZ_next, Z, g_prime: (W_next.T @ dZ_next) * g_prime(W_next @ Z),
            ),
        ),
        Misconception(
            "slope-of-one-activation",
            _after_bp3(lambda dA, Z, g_prime: dA * sigmoid_prime(Z)),
            "The slope of one certain activation is written in. Which activation it is, the caller says: `g_prime` is its slope.",
            also=(
                _after_bp3(lambda dA, Z, g_prime: dA * Z * (1 - Z)),
                _after_bp3(lambda dA, Z, g_prime: dA * (1 - Z**2)),
                _after_bp3(lambda dA, Z, g_prime: dA * relu_prime(Z)),
                _after_bp3(lambda dA, Z, g_prime: dA * tanh_prime(Z)),
            ),
        ),
        Misconception(
            "slope-twice",
            _after_bp3(lambda dA, Z, g_prime: dA * g_prime(Z) ** 2),
            "The slope comes in twice. The way from a sum to its output goes through the activation once.",
        ),
        Misconception(
            "added",
            _after_bp3(lambda dA, Z, g_prime: dA + g_prime(Z)),
            "The slope of the activation is added. Along a path, slopes are multiplied.",
        ),
        Misconception(
            "divided",
            _after_bp3(lambda dA, Z, g_prime: dA / g_prime(Z)),
            "dA is divided by the slope. Where an activation is flat, little gets through: the slope multiplies.",
        ),
        Misconception(
            "one-over-m",
            _changed(lambda dZ: dZ / dZ.shape[1]),
            "It is divided, by m or by a number of neurons. dZ holds the slope of each example's own loss; the 1/m of the cost comes "
            "with dW and db.",
            also=(_changed(lambda dZ: dZ / len(dZ)),),
        ),
        Misconception(
            "sign-flipped",
            _changed(lambda dZ: -dZ),
            "The sign is turned round. The gradient points uphill; the minus comes later, where parameters are updated.",
        ),
        Misconception(
            "size-only",
            _changed(np.abs),
            "Signs are lost, of the result or of what goes into it. What comes back may be negative, and paths may cancel.",
            also=(_then_bp4(lambda W, dZ: np.abs(W).T @ dZ), _then_bp4(lambda W, dZ: np.abs(W.T @ dZ))),
        ),
        Misconception(
            "transposed",
            _changed(lambda dZ: dZ.T),
            "The result has a row for each example. In this course an example is a column: dZ has the shape of Z, (n_l, m).",
        ),
        Misconception(
            "summed",
            _changed(lambda dZ: dZ.sum(axis=1, keepdims=True)),
            "Entries are added up or averaged at the end. dZ has the shape of Z; the sum over the readers is in the product already, "
            "and that over examples comes later.",
            also=(
                _changed(lambda dZ: dZ.sum(axis=1)),
                _changed(lambda dZ: dZ.mean(axis=1, keepdims=True)),
                _changed(lambda dZ: dZ.mean(axis=1)),
                _changed(lambda dZ: dZ.sum(axis=0)),
                _changed(lambda dZ: dZ.sum(axis=0, keepdims=True)),
                _changed(np.sum),
            ),
        ),
        Misconception(
            "first-example-only",
            _changed(lambda dZ: dZ[:, :1]),
            "Only one example comes out. Is there a `return` inside the loop over the examples?",
            also=(_changed(lambda dZ: dZ[:, 0]), _changed(lambda dZ: dZ[:, -1]), _changed(lambda dZ: dZ[:, -1:])),
        ),
        Misconception(
            "in-place",
            _in_place,
            "Z itself is overwritten with its slopes. The caller may still need it: make a new array.",
        ),
        Misconception(
            "function-multiplied",
            _after_bp3(lambda dA, Z, g_prime: dA * g_prime),
            "dA is multiplied by the function `g_prime` itself. It has to be asked for its values, at the sums.",
            also=(
                _after_bp3(lambda dA, Z, g_prime: dA * g_prime[Z]),
                _after_bp3(lambda dA, Z, g_prime: dA * Z * g_prime),
            ),
        ),
        Misconception(
            "pair",
            lambda W_next, dZ_next, Z, g_prime: (W_next.T @ dZ_next, (W_next.T @ dZ_next) * g_prime(Z)),
            "dA and dZ come back together. Asked for is dZ alone.",
            also=(lambda W_next, dZ_next, Z, g_prime: ((W_next.T @ dZ_next) * g_prime(Z), W_next.T @ dZ_next),),
        ),
        Misconception(
            "rounded",
            _changed(lambda dZ: np.round(dZ, 2)),
            "The slopes were rounded. The layers before calculate with them and need every digit; round only what you print.",
            also=(_changed(lambda dZ: np.round(dZ, 4)), _changed(lambda dZ: np.round(dZ, 3))),
        ),
    ),
)
