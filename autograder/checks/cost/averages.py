"""`squared_error` and `categorical_cross_entropy`: a sum over outputs, an average over examples."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.checks.cost.parts import (
    CERTAIN,
    CLOSE,
    LOGARITHMS,
    ONE_EXAMPLE,
    ONE_OUTPUT,
    USUAL_EPS,
    guarded,
    layouts,
    named,
    per_example,
    per_output,
    spread,
)
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.outcome import Case
from autograder.reference import cost as reference

MAZUR = Case(
    (np.array([[0.75136507], [0.772928465]]), np.array([[0.01], [0.99]])), note="the two outputs of Mazur's network"
)


# Squared error


def _squared_error_cases(rng: np.random.Generator) -> list[Case]:
    A, Y = np.array([[1.0, 5.0, -2.0], [2.0, 0.5, 3.0]]), np.array([[0.0, 2.0, -1.0], [4.0, 0.5, 1.0]])
    by_hand = [
        Case((np.array([[3.0]]), np.array([[1.0]])), note="one output of one example"),
        Case((np.array([[3.0, 1.0]]), np.array([[0.0, 2.0]]))),
        Case((np.array([[3.0, 1.0], [2.0, 4.0]]), np.array([[0.0, 2.0], [1.0, 4.0]]))),
        Case((A, Y)),
    ]
    edges = [
        Case((np.array([[2.0], [-1.0], [0.5]]), np.array([[0.0], [1.0], [0.5]])), note=ONE_EXAMPLE),
        Case((np.array([[0.1, 0.9, 0.4, -0.5]]), np.array([[0.0, 1.0, 1.0, 0.5]])), note=ONE_OUTPUT),
        Case((A, A), note="outputs that are all right"),
        Case((np.zeros((2, 3)), np.ones((2, 3))), note="outputs of zeros only"),
        Case((-np.abs(A) - 1, -np.abs(Y)), note="negative numbers only"),
        MAZUR,
        *layouts(Case((A, Y))),
    ]
    pairs = [Case((rng.normal(0, 2, shape).round(2), rng.normal(0, 2, shape).round(2))) for shape in _shapes()]
    return [*by_hand, *edges, *pairs]


def _shapes() -> tuple[tuple[int, int], ...]:
    return ((1, 9), (3, 5), (5, 3), (8, 2), (12, 10))


def _squares(A: Any, Y: Any) -> Any:
    return (A - Y) ** 2


def _halves(A: Any, Y: Any) -> Any:
    return 0.5 * (A - Y) ** 2


def _lengths(A: Any, Y: Any) -> Any:
    return np.sqrt(np.sum((A - Y) ** 2, axis=0))


def _subtracted_in_place(A: Any, Y: Any) -> Any:
    A -= Y
    return 0.5 * np.sum(A**2) / A.shape[1]


SQUARED_ERROR = (
    Misconception(
        "half-missing",
        lambda A, Y: np.sum((A - Y) ** 2) / A.shape[1],
        "The ½ of each example's loss is missing. It is there so that the derivative of ½(a − y)² comes out as a − y, "
        "with no 2 in front.",
    ),
    Misconception(
        "one-over-m-missing",
        lambda A, Y: 0.5 * np.sum((A - Y) ** 2),
        "The losses of the examples are added up and not averaged: 1/m is missing. With twice as many examples, the cost "
        "would double with no output any worse.",
    ),
    Misconception(
        "half-and-one-over-m-missing",
        lambda A, Y: np.sum((A - Y) ** 2),
        "This is the sum of all squares. Two factors are missing: the ½ of each example's loss, and the 1/m of the average.",
    ),
    Misconception(
        "mean-over-all-entries",
        lambda A, Y: 0.5 * np.mean((A - Y) ** 2),
        "The mean is taken over all entries, which divides by the number of outputs too. ‖a − y‖² is a sum over the "
        "outputs; only the examples are averaged.",
    ),
    Misconception(
        "mean-squared-error",
        lambda A, Y: np.mean((A - Y) ** 2),
        "This is the mean of the squares over all entries. Here each example's loss is ½ times a sum over its outputs, and "
        "only the m examples are averaged.",
    ),
    Misconception(
        "divided-by-outputs",
        lambda A, Y: 0.5 * np.sum((A - Y) ** 2) / A.shape[0],
        "The sum is divided by the number of outputs (rows). Each example is a column: it is the number of columns that "
        "averages.",
        also=(lambda A, Y: np.sum((A - Y) ** 2) / A.shape[0],),
    ),
    Misconception(
        "two-halves",
        lambda A, Y: 0.25 * np.sum((A - Y) ** 2) / A.shape[1],
        "There are two factors ½ in it, which makes a quarter: one of them is enough.",
        also=(lambda A, Y: 0.5 * np.sum((0.5 * (A - Y)) ** 2) / A.shape[1],),
    ),
    Misconception(
        "per-example",
        lambda A, Y: 0.5 * np.sum((A - Y) ** 2, axis=0),
        "These are the losses, one per example. The cost is one number: the average of these.",
        also=(*spread(_halves, per_example, 6), *spread(_squares, per_example, 6)),
    ),
    Misconception(
        "per-output",
        lambda A, Y: 0.5 * np.sum((A - Y) ** 2, axis=1) / A.shape[1],
        "The sum runs along the rows only, so that each output keeps a number of its own. The cost is one number for all "
        "outputs and all examples.",
        also=(*spread(_halves, per_output, 4), *spread(_squares, per_output, 4)),
    ),
    Misconception(
        "not-summed",
        _halves,
        "Each entry keeps its own square: an array comes back where the cost is one number. Sum over the outputs, average "
        "over the examples.",
        also=(_squares, lambda A, Y: _halves(A, Y) / A.shape[1], lambda A, Y: _squares(A, Y) / A.shape[1]),
    ),
    Misconception(
        "a-minus-y",
        lambda A, Y: A - Y,
        "A − Y is the error of each output (and the derivative of the loss), not the cost: errors of opposite sign would "
        "cancel. The cost squares each one first, and is one number.",
        also=(
            lambda A, Y: Y - A,
            lambda A, Y: np.sum(A - Y) / A.shape[1],
            lambda A, Y: 0.5 * np.sum(A - Y) / A.shape[1],
            lambda A, Y: np.sum(A - Y),
            lambda A, Y: np.mean(A - Y),
        ),
    ),
    Misconception(
        "absolute-values",
        lambda A, Y: 0.5 * np.sum(np.abs(A - Y)) / A.shape[1],
        "The errors lose their sign but are not squared. ‖a − y‖² adds up squares, so that a large error counts for more "
        "than two of half its size.",
        also=(
            lambda A, Y: np.sum(np.abs(A - Y)) / A.shape[1],
            lambda A, Y: np.mean(np.abs(A - Y)),
            lambda A, Y: np.sum(np.abs(A - Y)),
            lambda A, Y: 0.5 * np.sum(np.abs(A - Y)),
        ),
    ),
    Misconception(
        "square-root",
        lambda A, Y: 0.5 * np.sum(_lengths(A, Y)) / A.shape[1],
        "There is a square root in it: ‖a − y‖ is the length of the error, and the loss is ½ times the length **squared**. "
        "`np.linalg.norm` takes the root.",
        also=(
            lambda A, Y: np.sum(_lengths(A, Y)) / A.shape[1],
            lambda A, Y: 0.5 * np.sqrt(np.sum((A - Y) ** 2)) / A.shape[1],
            lambda A, Y: np.sqrt(np.sum((A - Y) ** 2)) / A.shape[1],
            lambda A, Y: np.sqrt(0.5 * np.sum((A - Y) ** 2) / A.shape[1]),
            lambda A, Y: np.sqrt(np.sum((A - Y) ** 2) / A.shape[1]),
            lambda A, Y: np.sqrt(np.mean((A - Y) ** 2)),
            lambda A, Y: np.sqrt(np.sum((A - Y) ** 2)),
            lambda A, Y: 0.5 * np.sqrt(np.sum((A - Y) ** 2)),
        ),
    ),
    Misconception(
        "summed-before-squaring",
        lambda A, Y: 0.5 * np.sum(np.sum(A - Y, axis=0) ** 2) / A.shape[1],
        "The errors are added up first and squared afterwards, so that errors of opposite sign cancel. Square each one, "
        "then add.",
        also=(
            lambda A, Y: 0.5 * np.sum(A - Y) ** 2 / A.shape[1],
            lambda A, Y: np.sum(A - Y) ** 2 / A.shape[1],
            lambda A, Y: 0.5 * np.mean(A - Y) ** 2,
        ),
    ),
    Misconception(
        "divided-by-m-before-squaring",
        lambda A, Y: 0.5 * np.sum(((A - Y) / A.shape[1]) ** 2),
        "The errors are divided by m before they are squared, and that divides the cost by m². The average comes last.",
        also=(lambda A, Y: 0.5 * np.sum((A - Y) ** 2) / A.shape[1] ** 2,),
    ),
    Misconception(
        "difference-of-squares",
        lambda A, Y: 0.5 * np.sum(A**2 - Y**2) / A.shape[1],
        "This is a² − y², the difference of the squares. The loss takes (a − y)², the square of the difference.",
        also=(lambda A, Y: np.sum(A**2 - Y**2) / A.shape[1],),
    ),
    Misconception(
        "plus",
        lambda A, Y: 0.5 * np.sum((A + Y) ** 2) / A.shape[1],
        "The labels are added to the outputs. An error is what is left when the label is subtracted: 0 when the output is "
        "right.",
    ),
    Misconception(
        "sign-flipped",
        lambda A, Y: -0.5 * np.sum((A - Y) ** 2) / A.shape[1],
        "The size is right, but the cost is negative: training makes the cost small, and the worst network would win. Squares "
        "need no minus.",
    ),
    Misconception(
        "in-place",
        _subtracted_in_place,
        "`A -= …` writes into the caller's array: after the call the outputs are gone, and backpropagation needs them. "
        "Give the difference a name of its own.",
    ),
)


# Categorical cross-entropy


def _one_hot(labels: Any, K: int) -> Any:
    return np.eye(K)[:, labels]


def _categorical_cases(rng: np.random.Generator) -> list[Case]:
    three = np.array([[0.7, 0.2, 0.1], [0.2, 0.5, 0.3], [0.1, 0.3, 0.6]])
    A, Y = np.array([[0.5, 0.2, 0.1, 0.25], [0.3, 0.7, 0.1, 0.25], [0.2, 0.1, 0.8, 0.5]]), _one_hot([1, 1, 2, 0], 3)
    by_hand = [
        Case((np.array([[0.5], [0.3], [0.2]]), _one_hot([1], 3)), note=ONE_EXAMPLE),
        Case((np.array([[0.8, 0.5], [0.2, 0.5]]), _one_hot([0, 1], 2))),
        Case((np.array([[0.6, 0.1], [0.1, 0.4], [0.3, 0.5]]), _one_hot([0, 1], 3))),
        Case((A, Y)),
    ]
    edges = [
        Case((np.ones((1, 3)), np.ones((1, 3))), note="one class (K = 1)", tolerance=CERTAIN),
        Case((np.full((4, 3), 0.25), _one_hot([2, 0, 3], 4)), note="probabilities that are all alike"),
        Case((three, _one_hot([1, 0, 1], 3)), note="labels that are not the likeliest class"),
        Case(
            (np.array([[0.0001], [0.9999]]), _one_hot([0], 2)),
            note="a probability of 0.0001 for the right class",
            tolerance=CLOSE,
        ),
        *layouts(Case((A, Y))),
    ]
    return [*by_hand, *edges, *(_probable(rng, *shape) for shape in ((2, 9), (3, 5), (5, 4), (4, 6), (10, 12)))]


def _probable(rng: np.random.Generator, K: int, m: int) -> Case:
    powers = np.exp(rng.normal(0, 1, (K, m)))
    return Case((powers / powers.sum(axis=0), _one_hot(rng.integers(0, K, m), K)))


def _log_losses(A: Any, Y: Any) -> Any:
    return -Y * guarded(A)


def _eps_added_in_place(A: Any, Y: Any) -> Any:
    A += 1e-12
    return -np.sum(Y * np.log(A)) / A.shape[1]


def _logs_in_place(A: Any, Y: Any) -> Any:
    np.log(A, out=A)
    return -np.sum(Y * A) / A.shape[1]


def _picked_in_place(A: Any, Y: Any) -> Any:
    A *= Y
    return -np.sum(np.log(A.sum(axis=0))) / A.shape[1]


def _added(eps: float) -> Any:
    return lambda A, Y: -np.sum(Y * np.log(A + eps)) / A.shape[1]


def _clipped(eps: float) -> Any:
    return lambda A, Y: -np.sum(Y * np.log(np.clip(A, eps, 1 - eps))) / A.shape[1]


def _exchanged(eps: float) -> Any:
    return lambda A, Y, log: -np.sum(A * np.log(Y + eps)) / A.shape[1]


def _softmax(A: Any) -> Any:
    return np.exp(A) / np.exp(A).sum(axis=0)


CATEGORICAL = (
    Misconception(
        "eps-too-large",
        _added(1e-2),
        "What keeps the logarithm away from 0 is so large that it changes ordinary probabilities too. It should touch those "
        "alone that are 0, or nearly: try something like 1e-12.",
        also=(
            *map(_added, (1e-1, 1e-3, 1e-4, 1e-5)),
            *map(_clipped, (1e-1, 5e-2, 1e-2, 1e-3)),
            lambda A, Y: -np.sum(Y * np.log(A + 1)) / A.shape[1],
        ),
    ),
    named(
        "one-over-m-missing",
        "The losses of the examples are added up and not averaged. Where is the 1/m of the cost?",
        lambda A, Y, log: -np.sum(Y * log(A)),
    ),
    named(
        "mean-over-all-entries",
        "The mean runs over all entries, classes included. Each column has one label, so it is one loss: the sum is divided "
        "by the m examples, not by K · m.",
        lambda A, Y, log: -np.mean(Y * log(A)),
    ),
    named(
        "one-over-m-twice",
        "There is a 1/m too many: a mean over the examples divides by m already.",
        lambda A, Y, log: -np.sum(Y * log(A)) / A.shape[1] ** 2,
        lambda A, Y, log: -np.mean(Y * log(A)) / A.shape[1],
    ),
    named(
        "divided-by-classes",
        "The sum is divided by the number of classes (rows). An example is a column: the average divides by the number of "
        "columns.",
        lambda A, Y, log: -np.sum(Y * log(A)) / A.shape[0],
    ),
    named(
        "sign-flipped",
        "The cost comes out negative: the logarithm of a probability is never above 0, and the minus in front of the sum "
        "makes a cost of it.",
        lambda A, Y, log: np.sum(Y * log(A)) / A.shape[1],
        lambda A, Y, log: np.sum(Y * log(A)),
        lambda A, Y, log: np.mean(Y * log(A)),
    ),
    named(
        "binary-terms",
        "The (1 − y) log(1 − a) of the binary cross-entropy is in it. With a one-hot column, only the label's class counts: "
        "the others are held down by softmax, where they share one total.",
        lambda A, Y, log: -np.sum(Y * log(A) + (1 - Y) * log(1 - A)) / A.shape[1],
        lambda A, Y, log: -np.mean(Y * log(A) + (1 - Y) * log(1 - A)),
        lambda A, Y, log: -np.sum(Y * log(A) + (1 - Y) * log(1 - A)),
    ),
    Misconception(
        "per-example",
        lambda A, Y: -np.sum(Y * guarded(A), axis=0),
        "These are the losses, one per example; the cost is their average, one number.",
        also=(*spread(_log_losses, per_example, 6), *spread(lambda A, Y: -Y * np.log(A), per_example, 6)),
    ),
    Misconception(
        "per-class",
        lambda A, Y: -np.sum(Y * guarded(A), axis=1) / A.shape[1],
        "The sum runs along the rows, and each class keeps a number of its own. The cost is one number for all classes and "
        "examples.",
        also=(*spread(_log_losses, per_output, 4), *spread(lambda A, Y: -Y * np.log(A), per_output, 4)),
    ),
    named(
        "not-summed",
        "An array of the shape of A comes back: nothing was summed. The cost is one number.",
        lambda A, Y, log: -Y * log(A),
        lambda A, Y, log: -log(A),
        lambda A, Y, log: -Y * log(A) / A.shape[1],
    ),
    Misconception(
        "logarithm-missing",
        lambda A, Y: -np.sum(Y * A) / A.shape[1],
        "The probability of the right class is picked, and its logarithm is not taken. It is the logarithm that makes a "
        "confident mistake expensive.",
        also=(lambda A, Y: 1 - np.sum(Y * A) / A.shape[1], lambda A, Y: np.sum(Y * A) / A.shape[1]),
    ),
    named(
        "other-base",
        "The logarithm has another base than e (`np.log2`, `np.log10`): everything is off by one factor. The cost takes the "
        "natural logarithm.",
        lambda A, Y, log: -np.sum(Y * log(A)) / A.shape[1] / np.log(2),
        lambda A, Y, log: -np.sum(Y * log(A)) / A.shape[1] / np.log(10),
    ),
    named(
        "exchanged",
        "Labels and outputs have changed places: the logarithm is taken of Y, most of which is 0. It belongs around A.",
        lambda A, Y, log: -np.sum(A * log(Y)) / A.shape[1],
        *map(_exchanged, USUAL_EPS),
    ),
    named(
        "largest-probability",
        "The largest probability of each column is taken, whichever class it belongs to. It is the label's class whose "
        "probability counts, above all where another is larger.",
        lambda A, Y, log: -np.sum(log(A.max(axis=0))) / A.shape[1],
    ),
    named(
        "all-classes",
        "The logarithms of all classes are summed: the labels Y are not used, or do not pick anything.",
        lambda A, Y, log: -np.sum(log(A)) / A.shape[1],
        lambda A, Y, log: -np.mean(log(A)),
    ),
    named(
        "softmax-again",
        "A softmax was applied to A, which holds probabilities already: it went through softmax before it came here. A "
        "second one flattens them.",
        lambda A, Y, log: -np.sum(Y * log(_softmax(A))) / A.shape[1],
    ),
    named(
        "log-of-the-sum",
        "The probabilities are added or averaged before the logarithm is taken. The log of an average is not the average of "
        "the logs: each example's log comes first.",
        lambda A, Y, log: -log(np.sum(Y * A) / A.shape[1]),
        lambda A, Y, log: -log(np.sum(Y * A)),
    ),
    Misconception(
        "a-minus-y",
        lambda A, Y: A - Y,
        "A − Y is the error of each output, not the cost. The cost is made of the logarithm of the right class's "
        "probability, and is one number.",
        also=(
            lambda A, Y: np.sum(A - Y) / A.shape[1],
            lambda A, Y: np.sum(np.abs(A - Y)) / A.shape[1],
            lambda A, Y: np.mean(np.abs(A - Y)),
            lambda A, Y: Y - A,
        ),
    ),
    Misconception(
        "squared-error",
        lambda A, Y: 0.5 * np.sum((A - Y) ** 2) / A.shape[1],
        "This is the squared error of the exercise before. The cross-entropy takes the logarithm of the probability that "
        "the right class got.",
        also=(lambda A, Y: np.sum((A - Y) ** 2) / A.shape[1], lambda A, Y: np.mean((A - Y) ** 2)),
    ),
    Misconception(
        "in-place",
        _eps_added_in_place,
        "A is overwritten in the caller's own array. Give the result a name of its own: the outputs are needed again on the "
        "way back.",
        also=(_logs_in_place, _picked_in_place),
    ),
)

SQUARED_ERROR_EXERCISE = FunctionExercise("squared_error", reference.squared_error, _squared_error_cases, SQUARED_ERROR)
CATEGORICAL_EXERCISE = FunctionExercise(
    "categorical_cross_entropy", reference.categorical_cross_entropy, _categorical_cases, CATEGORICAL, LOGARITHMS
)
