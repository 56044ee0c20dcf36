"""Checks of `backward`: a network of L layers, from the last to the first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from autograder.checks.backpropagation.loop import BP1, BP2, BP3, ONE_OVER_M
from autograder.checks.backpropagation.networks import (
    BINARY,
    CATEGORICAL,
    HIDDEN,
    LESSON_PARAMS,
    LESSON_X,
    LESSON_Y,
    SQUARE_PARAMS,
    SQUARE_X,
    SQUARE_Y,
    SQUARED,
    column,
    gradients,
    laid_out,
    matrix,
    passed,
    random_case,
)
from autograder.checks.backpropagation.result import RESULT
from autograder.checks.backpropagation.slopes import BP4
from autograder.checks.backpropagation.start import START
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.outcome import Case
from autograder.reference import backpropagation as reference


def _small() -> list[Case]:
    """Return cases that are short to read: few numbers, and whole ones where the activations allow it."""
    X, wide = matrix([2, -1]), [(matrix([1], [-2]), column(0.5, 1)), (matrix([2, -1]), column(1))]
    chain = [(matrix([2]), column(-1)), (matrix([1]), column(-2)), (matrix([3]), column(1))]
    three, weights = matrix([1, 2, 0], [1, 1, -1]), [(matrix([1, -1]), column(0))]
    return [
        passed(matrix([1, 2, 0], [3, -1, 1]), matrix([3, 4, 3]), [(matrix([2, 1]), column(-1))], ["identity"], SQUARED),
        passed(three, matrix([1, 0, 0]), weights, ["sigmoid"], SQUARED),
        passed(three, matrix([1, 0, 0]), weights, ["sigmoid"], BINARY),
        passed(three[:, :2], np.eye(2), [(matrix([1, -1], [0, 1]), column(0, -1))], ["softmax"], CATEGORICAL),
        passed(matrix([3, 1, 4]), matrix([1, 2, 6]), chain[1:], ["leaky_relu", "identity"], SQUARED),
        passed(X, matrix([5, 0]), wide, ["relu", "identity"], SQUARED),
        passed(X, matrix([5, 0]), wide, ["leaky_relu", "identity"], SQUARED),
        passed(X, matrix([5, 0]), wide, ["identity", "leaky_relu"], SQUARED),
        passed(X, matrix([1, 0]), wide, ["tanh", "sigmoid"], BINARY),
        passed(X, matrix([1, 0]), wide, ["sigmoid", "tanh"], SQUARED),
        passed(matrix([2, 1]), matrix([1, 2]), chain, ["relu", "leaky_relu", "identity"], SQUARED),
    ]


def _square() -> list[Case]:
    """Return networks whose arrays all have one shape, (2, 2), so that what is mixed up gives numbers and no errors."""
    layers = (
        (["tanh", "sigmoid"], SQUARED),
        (["sigmoid", "tanh"], SQUARED),
        (["relu", "tanh", "sigmoid"], BINARY),
        (["leaky_relu", "sigmoid", "identity"], SQUARED),
        (["sigmoid", "identity", "relu"], SQUARED),
        (["tanh", "relu", "softmax"], CATEGORICAL),
    )
    return [passed(SQUARE_X, SQUARE_Y, SQUARE_PARAMS[: len(names)], names, cost) for names, cost in layers]


def _between_zero_and_one() -> list[Case]:
    """Return outputs of other activations than the sigmoid that lie inside (0, 1), where the cross-entropy is defined."""
    hidden = (matrix([1, -1], [0.5, 1]), column(0.5, -1))
    X = matrix([1, 0.5, 1], [0.5, -1, 0.25])
    return [
        passed(
            X,
            matrix([1, 0, 0]),
            [hidden, (matrix([0.25, -0.125]), column(0.25))],
            ["tanh", "identity"],
            BINARY,
            note="identity outputs between 0 and 1, and the binary cross-entropy",
        ),
        passed(
            X,
            matrix([1, 1, 0]),
            [(matrix([0.5, 0.25]), column(0.25))],
            ["tanh"],
            BINARY,
            note="tanh outputs between 0 and 1, and the binary cross-entropy",
        ),
    ]


def _one_layer(rng: np.random.Generator) -> list[Case]:
    pairs = [*((name, SQUARED) for name in HIDDEN), ("sigmoid", BINARY), ("softmax", CATEGORICAL)]
    return [random_case(rng, (3, 2), 4, [name], cost, note="one layer (L = 1)") for name, cost in pairs]


def _deep(rng: np.random.Generator) -> list[Case]:
    layers = (
        ((3, 4, 2), 5, ("tanh", "sigmoid"), SQUARED),
        ((2, 4, 3), 5, ("sigmoid", "softmax"), CATEGORICAL),
        ((3, 4, 4, 2), 6, ("leaky_relu", "identity", "sigmoid"), BINARY),
        ((3, 3, 3, 3), 3, ("identity", "leaky_relu", "tanh"), SQUARED),
        ((2, 5, 4, 3, 2), 7, ("relu", "leaky_relu", "sigmoid", "relu"), SQUARED),
        ((4, 3, 5, 4, 3), 4, ("tanh", "identity", "relu", "softmax"), CATEGORICAL),
    )
    deepest = (
        ((3, 3, 3, 3, 3, 3), 4, ("identity", "sigmoid", "tanh", "relu", "leaky_relu"), SQUARED),
        ((4, 3, 5, 2, 4, 3), 6, ("leaky_relu", "tanh", "identity", "sigmoid", "softmax"), CATEGORICAL),
        ((2, 4, 3, 4, 3, 1), 8, ("sigmoid", "leaky_relu", "identity", "tanh", "sigmoid"), BINARY),
    )
    return [
        *(random_case(rng, *network) for network in layers),
        *(random_case(rng, *network, note="five layers (L = 5)") for network in deepest),
    ]


def _cases(rng: np.random.Generator) -> list[Case]:
    names = ["relu", "sigmoid"]
    lesson = passed(LESSON_X, LESSON_Y, LESSON_PARAMS, names, BINARY)
    square = passed(SQUARE_X, SQUARE_Y, SQUARE_PARAMS, ["leaky_relu", "tanh", "sigmoid"], SQUARED)
    narrow = [(matrix([2], [-1]), column(0.5, 1)), (matrix([0.5, 1]), column(-1))]
    line = [(matrix([-1]), column(0.5)), (matrix([3]), column(1))]
    one = [
        passed(LESSON_X[:, :1], LESSON_Y[:, :1], LESSON_PARAMS, names, BINARY, note="one example (m = 1)"),
        passed(matrix([2, -1, 0.75]), matrix([1, 0, 2]), narrow, ["relu", "tanh"], SQUARED, note="one input (n_0 = 1)"),
        passed(
            matrix([2]), matrix([1]), line, ["tanh", "sigmoid"], BINARY, note="layers of one neuron, and one example"
        ),
        passed(
            matrix([3]), matrix([5]), [(matrix([2]), column(0))], ["identity"], SQUARED, note="one neuron, one weight"
        ),
        random_case(rng, (2, 3, 3), 1, ["tanh", "softmax"], CATEGORICAL, note="one example (m = 1)"),
        random_case(rng, (3, 1, 1, 2), 4, ["sigmoid", "tanh", "identity"], SQUARED, note="hidden layers of one neuron"),
    ]
    zeros = passed(np.zeros((2, 3)), matrix([1, 0, 1]), LESSON_PARAMS, names, BINARY, note="examples that are all 0")
    A_L, _, *rest = lesson.args
    reached = Case((A_L, A_L, *rest[:-1], SQUARED), note="labels that the outputs reach exactly")
    return [
        *_deep(rng),  # first, since they tell most mistakes apart; what a student is shown is the smallest that fails
        *_small(),
        lesson,
        *_square(),
        *one,
        zeros,
        reached,
        *laid_out(lesson),
        *laid_out(square),
        *_between_zero_and_one(),
        *_one_layer(rng),
    ]


MISCONCEPTIONS: Sequence[Misconception] = (
    *ONE_OVER_M,
    *START,
    *RESULT,
    *BP2,
    *BP1,
    *BP3,
    *BP4,
)

BACKWARD = FunctionExercise("backward", reference.backward, _cases, MISCONCEPTIONS, parts=gradients)
