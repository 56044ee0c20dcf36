"""Checks of `accuracy`: the share of examples that a network gets right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.backpropagation.networks import LAYOUTS, matrix
from autograder.checks.exercise import FunctionExercise
from autograder.checks.initialization.forms import several
from autograder.checks.outcome import Case
from autograder.reference import gradient_descent as reference
from autograder.reference.activations import Array


def _classes(rng: np.random.Generator, classes: int, m: int) -> Case:
    """Draw outputs of two decimals, with one largest in each column, and labels of which about half agree."""
    A = np.zeros((classes, m))
    while np.any(np.sum(A.max(axis=0) == A, axis=0) > 1):
        A = np.round(rng.dirichlet(np.ones(classes), m).T, 2)
    said = np.where(rng.random(m) < 0.5, np.argmax(A, axis=0), rng.integers(classes, size=m))
    return Case((A, np.eye(classes)[:, said]))


def _yes_or_no(rng: np.random.Generator, m: int) -> Case:
    A = np.round(rng.uniform(0.01, 0.99, (1, m)), 2)
    return Case((np.where(np.abs(A - 0.5) < 0.015, 0.9, A), rng.integers(0, 2, (1, m)).astype(float)))


def _cases(rng: np.random.Generator) -> list[Case]:
    three = (
        matrix([0.7, 0.2, 0.4, 0.1], [0.2, 0.5, 0.35, 0.3], [0.1, 0.3, 0.25, 0.6]),
        matrix([1, 0, 0, 0], [0, 1, 1, 0], [0, 0, 0, 1]),
    )
    one = matrix([0.9, 0.2, 0.6, 0.4]), matrix([1, 0, 0, 0])
    return [
        Case(three),
        Case(one),
        Case((matrix([0.9, 0.3], [0.1, 0.7]), matrix([0, 0], [1, 1]))),
        Case((matrix([0.3, 0.8, 0.6], [0.7, 0.2, 0.4]), matrix([1, 0, 1], [0, 1, 0]))),
        Case((matrix([0.6, 0.7, 0.45]), matrix([1, 1, 1]))),
        Case((matrix([0.4, 0.3, 0.2], [0.35, 0.4, 0.3], [0.25, 0.3, 0.5]), np.eye(3)), note="all examples right"),
        Case((matrix([0.9, 0.2]), matrix([1, 0])), note="all examples right"),
        Case(
            (matrix([0.6, 0.2, 0.1], [0.3, 0.5, 0.7], [0.1, 0.3, 0.2]), np.eye(3)[[1, 2, 0]].T), note="no example right"
        ),
        Case((matrix([0.1, 0.8]), matrix([1, 0])), note="no example right"),
        Case((three[0][:, 1:2], three[1][:, 1:2]), note="one example (m = 1)"),
        Case((one[0][:, 2:3], one[1][:, 2:3]), note="one example (m = 1)"),
        Case(
            (matrix([0.45, 0.3], [0.4, 0.2], [0.1, 0.25]), matrix([1, 1], [0, 0], [0, 0])), note="no output above 0.5"
        ),
        Case(
            (matrix([0.9, 0.6], [0.8, 0.7], [0.1, 0.9]), matrix([1, 0], [0, 0], [0, 1])),
            note="several outputs above 0.5",
        ),
        Case((matrix([1, 0, 0], [0, 1, 1]), matrix([1, 1, 0], [0, 0, 1])), note="outputs of exactly 0 and 1"),
        Case((matrix([1, 0, 0]), matrix([1, 1, 0])), note="outputs of exactly 0 and 1"),
        *(Case(three, note=note, layout=layout) for layout, note in LAYOUTS),
        *(Case(one, note=note, layout=layout) for layout, note in LAYOUTS),
        *(_classes(rng, classes, m) for classes, m in ((3, 3), (2, 8), (10, 30), (5, 7))),
        *(_yes_or_no(rng, m) for m in (5, 12)),
    ]


# --- Mistakes ---

Right = Callable[[Array, Array], Any]  # which examples are right


def _largest(A: Array, Y: Array) -> Any:
    return np.argmax(A, axis=0) == np.argmax(Y, axis=0)


def _sides(A: Array, Y: Array) -> Any:
    return (A > 0.5) == (Y > 0.5)


def _share(
    several_outputs: Right = _largest,
    one_output: Right = _sides,
    measure: Callable[[Any], Any] = lambda right: float(np.mean(right)),
) -> Callable[..., Any]:
    """Return an `accuracy` with its steps replaced."""
    return lambda A, Y: measure((one_output if A.shape[0] == 1 else several_outputs)(A, Y))


def _both(right: Right) -> Callable[..., Any]:
    return _share(right, right)


def _columns_equal(A: Array, Y: Array) -> Any:
    return np.all((A > 0.5) == (Y > 0.5), axis=0)


def _found(A: Array, Y: Array) -> Any:
    """Whether the output of the right class is above 0.5."""
    return A[np.argmax(Y, axis=0), np.arange(A.shape[1])] > 0.5


def _positives_found(A: Array, Y: Array) -> Any:
    if A.shape[0] > 1:
        return float(np.mean(_largest(A, Y)))
    with np.errstate(invalid="ignore"):
        return np.sum((A > 0.5) * Y) / np.sum(Y)


ACCURACY = FunctionExercise(
    "accuracy",
    reference.accuracy,
    _cases,
    (
        several(
            "argmax-of-one-output",
            "The argmax of a single output is 0 for every example, so that a network with one output is always right. There it is "
            "the threshold 0.5 that decides.",
            _both(_largest),
        ),
        several(
            "one-column-for-one-row",
            "A single output is a single row, `A.shape[0] == 1`. Here the columns are counted, and these are the examples.",
            lambda A, Y: float(np.mean((_sides if A.shape[1] == 1 else _largest)(A, Y))),
            lambda A, Y: float(np.mean((_sides(A, Y) if A.shape[1] == 1 else _largest(A, Y)).all(axis=0))),
        ),
        several(
            "argmax-over-examples",
            "The argmax is taken along the examples: it says in which column each class has its largest output. Each example is a "
            "column, and its classes are the rows.",
            _share(lambda A, Y: np.argmax(A, axis=1) == np.argmax(Y, axis=1)),
            _both(lambda A, Y: np.argmax(A, axis=1) == np.argmax(Y, axis=1)),
        ),
        several(
            "argmax-of-everything",
            "The argmax is taken over the whole matrix, one position for all examples together. Each column has a largest entry of "
            "its own.",
            _share(lambda A, Y: np.argmax(A) == np.argmax(Y)),
            _both(lambda A, Y: np.argmax(A) == np.argmax(Y)),
        ),
        several(
            "percent",
            "This is a percentage. Asked for is the share, from 0 to 1.",
            _share(measure=lambda right: 100 * float(np.mean(right))),
        ),
        several(
            "error-rate",
            "This is the share of wrong answers. Accuracy counts the right ones.",
            _share(measure=lambda right: 1 - float(np.mean(right))),
            _share(measure=lambda right: float(np.mean(~right))),
        ),
        several(
            "count",
            "This is how many examples are right. The share is that number divided by m.",
            _share(measure=lambda right: float(np.sum(right))),
            _share(measure=lambda right: int(np.sum(right))),
        ),
        several(
            "each-example",
            "For each example it says whether it is right. The share is the mean of these.",
            _share(measure=lambda right: right),
            _share(one_output=lambda A, Y: _sides(A, Y)[0], measure=lambda right: right),
            _share(measure=lambda right: right.astype(float)),
        ),
        several(
            "equal-floats",
            "Outputs are compared with labels as they are. An output of 0.9 never equals 1: first decide what the network says, "
            "then compare.",
            _both(lambda A, Y: A == Y),
            _both(lambda A, Y: np.all(A == Y, axis=0)),
            _share(one_output=lambda A, Y: A == Y),
            _share(several_outputs=lambda A, Y: A == Y),
            _share(several_outputs=lambda A, Y: np.all(A == Y, axis=0)),
        ),
        several(
            "largest-compared-with-labels",
            "The position of the largest output is compared with the labels themselves. Labels are one-hot: take the position of "
            "their 1 too.",
            _share(lambda A, Y: np.argmax(A, axis=0) == Y),
            _both(lambda A, Y: np.argmax(A, axis=0) == Y),
        ),
        several(
            "largest-values-compared",
            "The largest output is compared with the largest label, 1. It is its position that says which class it is: argmax, not "
            "max.",
            _share(lambda A, Y: np.max(A, axis=0) == np.max(Y, axis=0)),
            _both(lambda A, Y: np.max(A, axis=0) == np.max(Y, axis=0)),
        ),
        several(
            "threshold-for-every-entry",
            "Every entry is compared with 0.5, and every agreement counts, the many zeros of other classes too. An example counts "
            "once: its largest output is right, or it is not.",
            _both(_sides),
        ),
        several(
            "threshold-for-classes",
            "With several outputs too, 0.5 decides. A class can win with less, and two may be above it: the largest output counts.",
            _both(_columns_equal),
            _share(_columns_equal),
            _share(_found),
        ),
        several(
            "mean-distance",
            "This is 1 minus the mean distance of outputs and labels. A network that is unsure and right counts as right.",
            _both(lambda A, Y: 1 - np.abs(A - Y)),
            _share(lambda A, Y: 1 - np.abs(A - Y)),
            _share(one_output=lambda A, Y: 1 - np.abs(A - Y)),
        ),
        several(
            "upside-down",
            "With one output the sides are exchanged: an output above 0.5 says yes, the label 1.",
            _share(one_output=lambda A, Y: (A < 0.5) == (Y > 0.5)),
        ),
        several(
            "positives-alone",
            "Only examples with the label 1 can count as right. An output below 0.5 is right where the label is 0.",
            _share(one_output=lambda A, Y: (A > 0.5) & (Y > 0.5)),
            _share(one_output=lambda A, Y: (A > 0.5) * Y),
        ),
        several(
            "share-of-positives",
            "This looks at the examples with the label 1 alone: how many of them are found. Those with the label 0 are examples too.",
            _positives_found,
        ),
        several(
            "above-zero",
            "With one output everything above 0 is taken for yes, and a sigmoid is always above 0. The border is 0.5.",
            _share(one_output=lambda A, Y: (A > 0) == (Y > 0.5)),
        ),
        several(
            "mean-probability",
            "This is the mean output for the right class. How sure the network is does not count, only whether it is right.",
            _both(lambda A, Y: np.sum(A * Y, axis=0)),
            _share(lambda A, Y: np.sum(A * Y, axis=0)),
            _share(lambda A, Y: np.sum(A * Y, axis=0), lambda A, Y: np.where(Y > 0.5, A, 1 - A)),
        ),
        several(
            "yes-counted",
            "This is how often the network says yes, whatever the label. `Y` has to come in.",
            _share(one_output=lambda A, Y: A > 0.5),
        ),
        several(
            "divided-by-rows",
            "The number of right examples is divided by the number of outputs. It is a share of the examples, the columns.",
            lambda A, Y: float(np.sum((_sides if A.shape[0] == 1 else _largest)(A, Y))) / A.shape[0],
            lambda A, Y: float(np.sum((_sides if A.shape[0] == 1 else _largest)(A, Y))) / len(Y),
        ),
        several(
            "divided-by-entries",
            "The number of right examples is divided by the number of entries of `Y`. It is a share of the examples, the columns.",
            lambda A, Y: float(np.sum((_sides if A.shape[0] == 1 else _largest)(A, Y))) / A.size,
        ),
        several(
            "in-an-array",
            "The share is right, but it comes in an array. One number is asked for.",
            _share(measure=lambda right: np.array([np.mean(right)])),
            _share(measure=lambda right: np.array([[np.mean(right)]])),
        ),
    ),
)
