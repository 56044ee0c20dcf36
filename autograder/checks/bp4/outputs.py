"""Checks of `squared_error_output_delta` and `softmax_output_delta`: what the loss sends back to the sums of an output layer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.bp1.arrays import FORTRAN, ONE_EXAMPLE, READ_ONLY, STRIDED
from autograder.checks.cost.gradients import GUARDED
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import matrix
from autograder.checks.outcome import Case
from autograder.reference import bp4 as reference
from autograder.reference.activations import Array, sigmoid, softmax

Form = Callable[[Array, Array], Any]


def _summed(entries: Form) -> tuple[Form, ...]:
    """Return the ways to add up or average what should stay one number an entry."""
    return (
        lambda A, Y: np.sum(entries(A, Y), axis=1, keepdims=True),
        lambda A, Y: np.sum(entries(A, Y), axis=1),
        lambda A, Y: np.mean(entries(A, Y), axis=1, keepdims=True),
        lambda A, Y: np.mean(entries(A, Y), axis=1),
        lambda A, Y: np.sum(entries(A, Y), axis=0),
        lambda A, Y: np.sum(entries(A, Y), axis=0, keepdims=True),
        lambda A, Y: np.mean(entries(A, Y), axis=0),
        lambda A, Y: np.sum(entries(A, Y)),
        lambda A, Y: np.mean(entries(A, Y)),
        lambda A, Y: np.sum(entries(A, Y)) / A.shape[1],
    )


def _layouts(A: Array, Y: Array) -> list[Case]:
    return [
        Case((A, Y), note=READ_ONLY, layout="read-only"),
        Case((A, Y), note=STRIDED, layout="strided"),
        Case((A, Y), note=FORTRAN, layout="fortran"),
    ]


# --- Sigmoid outputs, squared error ---


def _squared_cases(rng: np.random.Generator) -> list[Case]:
    square, labels = matrix([0.8, 0.5], [0.25, 0.4]), matrix([0, 1], [1, 0])
    A, Y = matrix([0.8, 0.5, 0.9], [0.2, 0.4, 0.75]), matrix([0, 1, 1], [1, 0, 0])
    drawn = [(n, m) for n, m in ((1, 6), (3, 3), (4, 2), (5, 8))]
    return [
        Case((matrix([0.8, 0.5, 0.25]), matrix([0, 1, 1]))),
        Case((square, labels)),
        Case((A, Y)),
        Case((A[:, :1], Y[:, :1]), note=ONE_EXAMPLE),
        Case((matrix([0.8]), matrix([0])), note="one output of one example"),
        Case((matrix([0.75], [0.77]), matrix([0.01], [0.99])), note="labels that are neither 0 nor 1"),
        Case((A, matrix([0.3, 0.9, 0.5], [0.6, 0.1, 0.4])), note="labels that are neither 0 nor 1"),
        Case((matrix([0, 1, 1], [0, 0, 1]), matrix([1, 0, 1], [0, 0.5, 0.25])), note="outputs of exactly 0 or 1"),
        Case((matrix([0.01, 0.99, 0.999]), matrix([1, 0, 0])), note="outputs close to 0 or 1 and wrong"),
        Case((A, A.copy()), note="outputs that are right"),
        *_layouts(A, Y),
        *(Case((rng.uniform(0.05, 0.95, s).round(2), rng.integers(0, 2, s).astype(float))) for s in drawn),
    ]


def _slope(A: Any) -> Any:
    return A * (1 - A)


def _squared(A: Any, Y: Any) -> Any:
    return (A - Y) * A * (1 - A)


def _error_in_place(A: Array, Y: Array) -> Array:
    slope = A * (1 - A)
    A -= Y
    return A * slope


def _error_in_place_first(A: Array, Y: Array) -> Array:
    A -= Y
    return A * A * (1 - A)


SQUARED_ERROR_OUTPUT_DELTA = FunctionExercise(
    "squared_error_output_delta",
    reference.squared_error_output_delta,
    _squared_cases,
    (
        Misconception(
            "slope-missing",
            lambda A, Y: A - Y,
            "This is A − Y alone. With the squared error that is dA; the way back through the sigmoid multiplies it by a(1 − a). (With "
            "the cross-entropy that factor cancels.)",
        ),
        Misconception(
            "half-a-slope",
            lambda A, Y: (A - Y) * (1 - A),
            "One of the three factors is missing: the slope of the sigmoid is both, a and 1 − a.",
            also=(lambda A, Y: (A - Y) * A,),
        ),
        Misconception(
            "slope-only",
            lambda A, Y: A * (1 - A),
            "This is the slope of the sigmoid alone. It multiplies what the loss sends back, how far the output is from its label.",
        ),
        Misconception(
            "sign-flipped",
            lambda A, Y: (Y - A) * A * (1 - A),
            "The sign is turned: y − a, or a − 1. Where the output is too large, the loss grows with z, and dZ has to be positive.",
        ),
        Misconception(
            "one-over-m",
            lambda A, Y: _squared(A, Y) / A.shape[1],
            "It is divided, by m or by a number of outputs. dZ holds the slope of each example's own loss; the 1/m of the cost comes "
            "with dW and db.",
            also=(lambda A, Y: _squared(A, Y) / len(A), lambda A, Y: _squared(A, Y) / A.size),
        ),
        Misconception(
            "doubled",
            lambda A, Y: 2 * _squared(A, Y),
            "It is twice too large. The loss is ½ (a − y)², and its ½ cancels the 2 that comes down from the square.",
        ),
        Misconception(
            "halved",
            lambda A, Y: 0.5 * _squared(A, Y),
            "The ½ of the loss is still there. Differentiating the square brings a 2 down, and the two cancel.",
        ),
        Misconception(
            "slope-at-the-activation",
            lambda A, Y: (A - Y) * _slope(sigmoid(A)),
            "A is taken for Z: a sigmoid was applied once more before the slope was taken. A holds outputs already, and the slope is "
            "made of them as they are.",
            also=(
                lambda A, Y: (sigmoid(A) - Y) * _slope(sigmoid(A)),
                lambda A, Y: (sigmoid(A) - Y) * _slope(A),
            ),
        ),
        Misconception(
            "slope-of-the-label",
            lambda A, Y: (A - Y) * Y * (1 - Y),
            "The slope is made of the labels. It is the sigmoid's, at the place where the neuron stands: made of its output.",
            also=(lambda A, Y: (A - Y) * A * (1 - Y), lambda A, Y: (A - Y) * Y * (1 - A)),
        ),
        Misconception(
            "slope-of-tanh",
            lambda A, Y: (A - Y) * (1 - A**2),
            "1 − a² is the slope of tanh. The outputs here are those of sigmoids.",
        ),
        Misconception(
            "slope-of-the-slope",
            lambda A, Y: (A - Y) * _slope(_slope(A)),
            "The slope is taken twice, as s (1 − s) of a slope s, or squared. It is a(1 − a), once.",
            also=(lambda A, Y: (A - Y) * _slope(A) ** 2,),
        ),
        Misconception(
            "plus-for-minus",
            lambda A, Y: (A - Y) * A * (1 + A),
            "A plus stands where a minus belongs: the factors are a − y, a and 1 − a.",
            also=(lambda A, Y: (A + Y) * A * (1 - A),),
        ),
        Misconception(
            "slope-added",
            lambda A, Y: (A - Y) + A * (1 - A),
            "The slope of the sigmoid is added. Along a path, slopes are multiplied.",
        ),
        Misconception(
            "slope-divided",
            lambda A, Y: (A - Y) / (A * (1 - A)),
            "This is (a − y) divided by the slope of the sigmoid: dA of the cross-entropy. The loss here is a square, and on the way back "
            "through an activation its slope multiplies.",
            also=(
                lambda A, Y: -Y / A + (1 - Y) / (1 - A),
                lambda A, Y: (A - Y) / np.maximum(A * (1 - A), 1e-12),
            ),
        ),
        Misconception(
            "parentheses",
            lambda A, Y: (A - Y) * A * 1 - A,
            "Parentheses are missing. Python multiplies before it subtracts: both a − y and 1 − a have to be held together.",
            also=(lambda A, Y: A - Y * A * (1 - A), lambda A, Y: A - Y * A * 1 - A),
        ),
        Misconception(
            "squared",
            lambda A, Y: (A - Y) ** 2 * A * (1 - A),
            "The difference is still squared. The derivative of ½ (a − y)² is a − y.",
            also=(lambda A, Y: 0.5 * (A - Y) ** 2 * A * (1 - A),),
        ),
        Misconception(
            "loss",
            lambda A, Y: 0.5 * (A - Y) ** 2,
            "This is the loss itself, not its slope: how high, in place of how steep.",
            also=(lambda A, Y: (A - Y) ** 2, *_summed(lambda A, Y: 0.5 * (A - Y) ** 2)),
        ),
        Misconception(
            "size-only",
            lambda A, Y: np.abs(_squared(A, Y)),
            "The sign is lost: an output that is too large and one that is too small have to pull z in opposite directions.",
        ),
        Misconception(
            "label-left-out",
            lambda A, Y: A * A * (1 - A),
            "Y never comes in. dZ is 0 where the output is right, and that depends on the label.",
        ),
        Misconception(
            "dot-product",
            lambda A, Y: (A - Y) @ (A * (1 - A)),
            "This is a matrix product: it mixes outputs and examples. Each output has one difference and one slope, and they meet entry "
            "by entry (`*`).",
            also=(
                lambda A, Y: (A - Y) @ (A * (1 - A)).T,
                lambda A, Y: (A - Y).T @ (A * (1 - A)),
                lambda A, Y: (A - Y) * A @ (1 - A),
                lambda A, Y: (A - Y) @ A * (1 - A),
                lambda A, Y: (A - Y) * (A @ (1 - A)),
                lambda A, Y: np.dot(A - Y, A * (1 - A)),
                lambda A, Y: np.dot((A - Y).T, A * (1 - A)),
                lambda A, Y: np.dot(A - Y, (A * (1 - A)).T),
            ),
        ),
        Misconception(
            "summed",
            _summed(_squared)[0],
            "Entries are added up or averaged. dZ has the shape of A: each output of each example has a slope of its own.",
            also=_summed(_squared)[1:],
        ),
        Misconception(
            "in-place",
            _error_in_place,
            "`A -= …` overwrites the caller's outputs, and what is calculated from A afterwards is no longer made of outputs. Give "
            "the difference an array of its own.",
            also=(_error_in_place_first,),
        ),
        Misconception(
            "transposed",
            lambda A, Y: _squared(A, Y).T,
            "The result has a row for each example. In this course an example is a column: dZ has the shape of A.",
        ),
        Misconception(
            "rounded",
            lambda A, Y: np.round(_squared(A, Y), 2),
            "The slopes were rounded. The layers before calculate with them and need every digit; round only what you print.",
            also=(lambda A, Y: np.round(_squared(A, Y), 4), lambda A, Y: np.round(_squared(A, Y), 3)),
        ),
    ),
)

# --- Softmax outputs, categorical cross-entropy ---


def _one_hot(classes: int, labels: list[int]) -> Array:
    result: Array = np.eye(classes)[:, labels]
    return result


def _softmax_cases(rng: np.random.Generator) -> list[Case]:
    A = matrix([0.5, 0.2, 0.1, 0.25], [0.3, 0.2, 0.6, 0.25], [0.2, 0.6, 0.3, 0.5])
    Y = _one_hot(3, [1, 2, 1, 0])
    random = [
        (softmax(rng.normal(0, 1.5, (n, m))), rng.integers(0, n, m)) for n, m in ((3, 3), (2, 5), (5, 4), (10, 6))
    ]
    return [
        Case((matrix([0.7, 0.4, 0.25], [0.3, 0.6, 0.75]), _one_hot(2, [0, 0, 1]))),
        Case((A[:, :2], Y[:, :2])),
        Case((A, Y)),
        Case((A[:, :3], Y[:, :3])),
        Case((A[:, :1], Y[:, :1]), note=ONE_EXAMPLE),
        Case((A, _one_hot(3, [0, 0, 0, 0])), note="the same class for all examples"),
        Case((np.full((4, 3), 0.25), _one_hot(4, [3, 0, 2])), note="outputs that are all alike"),
        Case(
            (matrix([0.98, 0.01], [0.01, 0.01], [0.01, 0.98]), _one_hot(3, [2, 0])),
            note="outputs that are sure and wrong",
        ),
        Case(
            (matrix([0.98, 0.01], [0.01, 0.01], [0.01, 0.98]), _one_hot(3, [0, 2])),
            note="outputs that are sure and right",
        ),
        *_layouts(A, Y),
        *(Case((A, _one_hot(len(A), labels.tolist()))) for A, labels in random),
    ]


def _subtracted_in_place(A: Array, Y: Array) -> Array:
    A -= Y
    return A


SOFTMAX_OUTPUT_DELTA = FunctionExercise(
    "softmax_output_delta",
    reference.softmax_output_delta,
    _softmax_cases,
    (
        Misconception(
            "sign-flipped",
            lambda A, Y: Y - A,
            "The sign is turned: y − a. Raising the score of a wrong class makes the loss larger, so that its slope has to be positive.",
        ),
        Misconception(
            "one-over-m",
            lambda A, Y: (A - Y) / A.shape[1],
            "It is divided, by m or by the number of classes. dZ holds the slope of each example's own loss; the 1/m of the cost comes "
            "with dW and db.",
            also=(lambda A, Y: (A - Y) / len(A), lambda A, Y: (A - Y) / A.size),
        ),
        Misconception(
            "times-slope",
            lambda A, Y: (A - Y) * A * (1 - A),
            "There is a factor a(1 − a) too many, as if each output were a sigmoid with the squared error. The Jacobian of softmax is in "
            "A − Y already.",
        ),
        Misconception(
            "through-the-diagonal",
            lambda A, Y: -Y * (1 - A),
            "Only the right class gets a slope, as if the Jacobian of softmax were its diagonal. Every score moves the right class's "
            "output: the slopes −a_j a_k are missing.",
            also=(lambda A, Y: Y * (1 - A),),
        ),
        Misconception(
            "not-yet-through-the-softmax",
            lambda A, Y: -Y / A,
            "This is dA, the slope with respect to the outputs. dZ is one step further back, through softmax, where each score moves "
            "every output.",
            also=(lambda A, Y: Y / A,),
        ),
        Misconception(
            "wrong-classes-only",
            lambda A, Y: A * (1 - Y),
            "The right class gets no slope. Its score has to rise: its entry is negative.",
        ),
        Misconception(
            "cross-entropy-of-each-output",
            lambda A, Y: -Y / A + (1 - Y) / (1 - A),
            "This is dA of the binary cross-entropy, with a second half for the label 0. Here the loss is −log of the right class's "
            "output, and the slope goes on through softmax.",
        ),
        Misconception(
            "softmax-again",
            lambda A, Y: softmax(A) - Y,
            "An activation was applied once more. A holds the outputs of softmax already: the label is subtracted from them as they are.",
            also=(lambda A, Y: sigmoid(A) - Y,),
        ),
        Misconception(
            "certain",
            lambda A, Y: (A.max(axis=0) == A) * 1.0 - Y,
            "The outputs were turned into 0 and 1 before the label was subtracted. How sure the network was is what makes dZ large or "
            "small: keep a as it is.",
            also=(
                lambda A, Y: np.eye(len(A))[:, np.argmax(A, axis=0)] - Y,
                lambda A, Y: np.round(A) - Y,
                lambda A, Y: (A > 0.5) * 1.0 - Y,
            ),
        ),
        Misconception(
            "doubled",
            lambda A, Y: 2 * (A - Y),
            "There is a 2 in front. Nothing is squared in the cross-entropy, so that no 2 comes down from an exponent.",
        ),
        Misconception(
            "size-only",
            lambda A, Y: np.abs(A - Y),
            "The sign is lost: the right class's score has to rise and the others have to fall, so that the entries of a column have "
            "different signs.",
            also=(lambda A, Y: (A - Y) ** 2, lambda A, Y: 0.5 * (A - Y) ** 2),
        ),
        Misconception(
            "plus",
            lambda A, Y: A + Y,
            "The label is added. dZ is how far the output is from its label: 0 where both are the same.",
        ),
        Misconception(
            "label-left-out",
            lambda A, Y: A.copy(),
            "The output comes back as it was: the label is not subtracted.",
        ),
        Misconception(
            "slope-alone",
            lambda A, Y: A * (1 - A),
            "This is how each output answers to its own score, the diagonal of the Jacobian. The loss does not come in, and with it no "
            "label.",
        ),
        Misconception(
            "one-from-all",
            lambda A, Y: A - 1,
            "1 is subtracted from every output. Only the right class should have been given 1; the others should have been given 0. "
            "The column of Y says which is which.",
        ),
        Misconception(
            "loss",
            lambda A, Y: -Y * np.log(A),
            "This is the loss itself: the logarithms are still there. Asked for is its slope with respect to the scores.",
            also=_summed(lambda A, Y: -Y * np.log(A)),
        ),
        Misconception(
            "jacobian",
            lambda A, Y: np.array([np.diag(a) - np.outer(a, a) for a in A.T]),
            "These are the Jacobians of softmax, a matrix for each example. They have to be multiplied by dA, and then one column is left "
            "of each.",
        ),
        Misconception(
            "classes-as-numbers",
            lambda A, Y: A - np.argmax(Y, axis=0),
            "The number of the right class is subtracted from every output. A label is a column with a 1 at its class: subtract it entry "
            "by entry.",
        ),
        Misconception(
            "summed",
            _summed(lambda A, Y: A - Y)[0],
            "Entries are added up or averaged. dZ has the shape of A: each score of each example has a slope of its own.",
            also=_summed(lambda A, Y: A - Y)[1:],
        ),
        Misconception(
            "in-place",
            _subtracted_in_place,
            "`A -= …` overwrites the outputs in the caller's array, and the cost needs them as they are. Return a new array.",
        ),
        Misconception(
            "transposed",
            lambda A, Y: (A - Y).T,
            "The result has a row for each example. In this course an example is a column: dZ has the shape of A.",
        ),
        Misconception(
            "rounded",
            lambda A, Y: np.round(A - Y, 1),
            "The slopes were rounded. The layers before calculate with them and need every digit; round only what you print.",
            also=tuple(lambda A, Y, digits=digits: np.round(A - Y, digits) for digits in (2, 3, 4)),
        ),
    ),
    GUARDED,
)
