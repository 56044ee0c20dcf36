"""`cross_entropy_prime`, `output_delta` and `logistic_gradients`: what the cross-entropy sends back."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.checks.cost.parts import ONE_EXAMPLE, ONE_OUTPUT, OfPair, labelled, layouts
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.outcome import Case, Tolerance
from autograder.reference import cost as reference

B_FLOAT = "b given as one number"
B_ARRAY = "b given as an array of shape (1, 1)"


def _derivative_cases(rng: np.random.Generator) -> list[Case]:
    A, Y = np.array([[0.8, 0.5, 0.25], [0.4, 0.75, 0.1]]), np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 1.0]])
    by_hand = [
        Case((np.array([[0.8]]), np.array([[1.0]])), note="one output of one example"),
        Case((np.array([[0.5, 0.8, 0.25]]), np.array([[1.0, 0.0, 1.0]]))),
        Case((np.array([[0.8, 0.5], [0.25, 0.4]]), np.array([[1.0, 0.0], [0.0, 1.0]]))),
        Case((A, Y)),
    ]
    edges = [
        Case((np.array([[0.9], [0.2], [0.6]]), np.array([[1.0], [1.0], [0.0]])), note=ONE_EXAMPLE),
        Case((np.array([[0.7, 0.2, 0.9, 0.4]]), np.array([[1.0, 0.0, 0.0, 1.0]])), note=ONE_OUTPUT),
        Case((np.full((2, 3), 0.5), Y), note="outputs of 0.5 only"),
        Case((A, np.zeros((2, 3))), note="labels that are all 0"),
        Case((A, np.ones((2, 3))), note="labels that are all 1"),
        Case((np.array([[0.01, 0.99]]), np.array([[1.0, 0.0]])), note="outputs close to 0 or 1 and wrong"),
        *layouts(Case((A, Y))),
    ]
    return [*by_hand, *edges, *labelled(rng, lambda shape: rng.uniform(0.05, 0.95, shape).round(3))]


def _slope_of_loss(A: Any, Y: Any) -> Any:
    return -Y / A + (1 - Y) / (1 - A)


def _log_losses(A: Any, Y: Any) -> Any:
    return -(Y * np.log(A) + (1 - Y) * np.log(1 - A))


def _summed(entries: OfPair) -> tuple[OfPair, ...]:
    """Return the ways to add up or average what should stay one number an entry."""
    return (
        lambda A, Y: np.sum(entries(A, Y)),
        lambda A, Y: np.mean(entries(A, Y)),
        lambda A, Y: np.sum(entries(A, Y)) / A.shape[1],
        lambda A, Y: np.sum(entries(A, Y), axis=0),
        lambda A, Y: np.sum(entries(A, Y), axis=0, keepdims=True),
        lambda A, Y: np.sum(entries(A, Y), axis=1),
        lambda A, Y: np.sum(entries(A, Y), axis=1, keepdims=True),
        lambda A, Y: np.mean(entries(A, Y), axis=1, keepdims=True),
        lambda A, Y: np.mean(entries(A, Y), axis=1),
    )


def _minus_in_place(A: Any, Y: Any) -> Any:
    A -= Y
    return A


PRIME = (
    Misconception(
        "sign-flipped",
        lambda A, Y: -_slope_of_loss(A, Y),
        "Every sign is turned. With label 1, a larger output makes the loss smaller, so the derivative has to be negative "
        "there.",
    ),
    Misconception(
        "inner-derivative-missing",
        lambda A, Y: -Y / A - (1 - Y) / (1 - A),
        "The second half has the wrong sign. The derivative of log(1 − a) is −1/(1 − a): the inner derivative is −1, and "
        "with the minus in front it becomes a plus.",
    ),
    Misconception(
        "plus-on-both",
        lambda A, Y: Y / A + (1 - Y) / (1 - A),
        "The first half has lost its minus. With label 1 the loss is −log a, and its derivative −1/a: more output, less loss.",
    ),
    Misconception(
        "half-missing",
        lambda A, Y: -Y / A,
        "The half of the label 0 is missing: where y = 0 nothing comes back, although the output is too large there. Which "
        "term holds 1 − y?",
    ),
    Misconception(
        "first-half-missing",
        lambda A, Y: (1 - Y) / (1 - A),
        "The half of the label 1 is missing: where y = 1 nothing comes back, although the output is too small there.",
    ),
    Misconception(
        "one-over-m-included",
        lambda A, Y: _slope_of_loss(A, Y) / A.shape[1],
        "The result is divided by m. dA is the derivative of each example's own loss; the 1/m of the cost comes in later, "
        "in dW and db.",
        also=(lambda A, Y: _slope_of_loss(A, Y) / A.size,),
    ),
    Misconception(
        "a-minus-y",
        lambda A, Y: A - Y,
        "A − Y is the derivative with respect to z, one step further back. With respect to the output a itself, nothing has "
        "been cancelled yet.",
    ),
    Misconception(
        "times-slope",
        lambda A, Y: (A - Y) * A * (1 - A),
        "A − Y is multiplied by a(1 − a) where it should be divided by it: over the common denominator, "
        "−y/a + (1 − y)/(1 − a) is (a − y) / (a(1 − a)).",
    ),
    Misconception(
        "parentheses",
        lambda A, Y: -Y / A + (1 - Y) / 1 - A,
        "Python divides before it adds and subtracts: both 1 − y above the bar and 1 − a below it need parentheses.",
        also=(lambda A, Y: -Y / A + 1 - Y / (1 - A), lambda A, Y: -Y / A + 1 - Y / 1 - A),
    ),
    Misconception(
        "one-denominator",
        lambda A, Y: -Y / A + (1 - Y) / A,
        "Both halves are divided by the same number. The first comes from log a and has a below the bar, the second comes "
        "from log(1 − a).",
        also=(lambda A, Y: -Y / (1 - A) + (1 - Y) / (1 - A),),
    ),
    Misconception(
        "denominators-exchanged",
        lambda A, Y: -Y / (1 - A) + (1 - Y) / A,
        "The denominators are exchanged: y goes with log a, whose derivative has a below the bar, and 1 − y with "
        "log(1 − a).",
    ),
    Misconception(
        "labels-left-out",
        lambda A, Y: -1 / A + 1 / (1 - A),
        "Y is not used: both slopes count for every label. The factors y and 1 − y stand in front of the logarithms, and "
        "stay in front of their slopes.",
        also=(lambda A, Y: 1 / A - 1 / (1 - A),),
    ),
    Misconception(
        "exchanged",
        lambda A, Y: -A / Y + (1 - A) / (1 - Y),
        "Labels and outputs have changed places: this divides by y, which is 0 or 1. The derivative is taken with respect "
        "to a, and a stands below the bar.",
    ),
    Misconception(
        "loss",
        _log_losses,
        "This is the loss itself: the logarithms are still there. The derivative of log a is 1/a.",
        also=(*_summed(_log_losses),),
    ),
    Misconception(
        "summed",
        _summed(_slope_of_loss)[0],
        "The entries were added up. dA has the shape of A: each output of each example has a derivative of its own.",
        also=_summed(_slope_of_loss)[1:],
    ),
    Misconception(
        "squared-error-prime",
        lambda A, Y: 2 * (A - Y),
        "This is a derivative of squares. The loss here is the cross-entropy, made of logarithms.",
    ),
)

DELTA = (
    Misconception(
        "sign-flipped",
        lambda A, Y: Y - A,
        "The sign is turned: this is y − a. Where the output is too large (a above y), the loss grows with z, and the "
        "derivative has to be positive.",
    ),
    Misconception(
        "one-over-m-included",
        lambda A, Y: (A - Y) / A.shape[1],
        "The result is divided by m. dZ holds the derivative of each example's own loss; the 1/m of the cost comes in later, "
        "in dW and db.",
        also=(lambda A, Y: (A - Y) / A.size,),
    ),
    Misconception(
        "times-slope",
        lambda A, Y: (A - Y) * A * (1 - A),
        "There is a factor a(1 − a) too many. With the cross-entropy it cancels against the denominator of ∂L/∂a; with the "
        "squared error it would stay.",
    ),
    Misconception(
        "not-yet-through-the-sigmoid",
        _slope_of_loss,
        "This is dA, the derivative with respect to the output. dZ is one step further back: it has gone through the "
        "sigmoid, whose slope is a(1 − a).",
    ),
    Misconception(
        "sigmoid-again",
        lambda A, Y: 1 / (1 + np.exp(-A)) - Y,
        "A sigmoid was applied to A, which holds the outputs of one already. The label is subtracted from a as it is.",
    ),
    Misconception(
        "slope-only",
        lambda A, Y: A * (1 - A),
        "This is the slope of the sigmoid, one of the two factors. The label is not in it: what does the loss send back?",
    ),
    Misconception(
        "doubled",
        lambda A, Y: 2 * (A - Y),
        "There is a 2 in front. Nothing is squared in the cross-entropy, so no 2 comes down from an exponent.",
    ),
    Misconception(
        "absolute-values",
        lambda A, Y: np.abs(A - Y),
        "The sign is lost: an output that is too large and one that is too small have to pull z in opposite directions.",
        also=(lambda A, Y: (A - Y) ** 2, lambda A, Y: 0.5 * (A - Y) ** 2),
    ),
    Misconception(
        "label-left-out",
        lambda A, Y: A,
        "The output comes back as it was: the label is not subtracted. Where the output is exactly right, dZ should be 0.",
        also=(lambda A, Y: A.copy(),),
    ),
    Misconception(
        "plus",
        lambda A, Y: A + Y,
        "The label is added. dZ is the error of the output: 0 where the output equals the label.",
    ),
    Misconception(
        "thresholded",
        lambda A, Y: np.round(A) - Y,
        "The outputs were turned into 0 or 1 before the label was subtracted. How sure the network was is what makes dZ "
        "large or small: keep a as it is.",
        also=(lambda A, Y: (A > 0.5) * 1.0 - Y, lambda A, Y: (A >= 0.5) * 1.0 - Y),
    ),
    Misconception(
        "summed",
        _summed(lambda A, Y: A - Y)[0],
        "The entries were added up. dZ has the shape of A, one column per example; the sum over examples comes with db.",
        also=_summed(lambda A, Y: A - Y)[1:],
    ),
    Misconception(
        "in-place",
        _minus_in_place,
        "`A -= …` overwrites the outputs in the caller's array, and the cost needs them as they are. Return a new array.",
    ),
)


# One sigmoid neuron


def _logistic_cases(rng: np.random.Generator) -> list[Case]:
    w, X = np.array([[2.0, -1.0]]), np.array([[1.0, 0.5, -2.0], [2.0, -1.0, 0.0]])
    Y = np.array([[1.0, 0.0, 1.0]])
    by_hand = [
        Case((np.array([[0.0, 0.0]]), 0.0, np.array([[1.0], [3.0]]), np.array([[1.0]])), note=ONE_EXAMPLE),
        Case((np.array([[1.0]]), -1.0, np.array([[1.0, 3.0]]), np.array([[0.0, 1.0]])), note="one input (n = 1)"),
        Case((np.array([[0.0, 1.0]]), 0.5, np.array([[1.0, 2.0], [3.0, -1.0]]), np.array([[1.0, 0.0]]))),
        Case((w, -0.5, X, Y)),
    ]
    edges = [
        Case((w, np.array([[-0.5]]), X, Y), note=B_ARRAY),
        Case((np.array([[1.0]]), np.array([[-1.0]]), np.array([[1.0, 3.0]]), np.array([[0.0, 1.0]])), note=B_ARRAY),
        Case((w, np.array([[0.25]]), X[:, :1], Y[:, :1]), note="one example, and b of shape (1, 1)"),
        Case((np.array([[1.0]]), 0.5, np.array([[2.0]]), np.array([[0.0]])), note="one input of one example"),
        Case((np.zeros((1, 2)), 0.0, X, Y), note="weights that are all 0"),
        Case((w, 1.0, np.zeros((2, 3)), Y), note="inputs that are all 0"),
        Case((w, 1.0, -np.abs(X), np.zeros((1, 3))), note="labels that are all 0"),
        *layouts(Case((w, 0.75, X, Y))),
    ]
    sizes = ((1, 5), (3, 2), (4, 4), (2, 7), (6, 3), (8, 20))
    return [*by_hand, *edges, *(_neuron(rng, n, m, number % 2 == 0) for number, (n, m) in enumerate(sizes))]


def _neuron(rng: np.random.Generator, n: int, m: int, wrapped: bool) -> Case:
    w, X = rng.normal(0, 1, (1, n)).round(2), rng.normal(0, 1, (n, m)).round(2)
    b = float(rng.normal(0, 1).__round__(2))
    return Case((w, np.array([[b]]) if wrapped else b, X, rng.integers(0, 2, (1, m)).astype(float)))


def _output(w: Any, b: Any, X: Any) -> Any:
    return 1 / (1 + np.exp(-(w @ X + b)))


def _from_delta(delta: Any) -> Any:
    """Return the gradients as they should be made of some dZ."""

    def gradients(w: Any, b: Any, X: Any, Y: Any) -> Any:
        dZ = delta(w, b, X, Y)
        return dZ @ X.T / X.shape[1], np.sum(dZ) / X.shape[1]

    return gradients


def _delta(w: Any, b: Any, X: Any, Y: Any) -> Any:
    return _output(w, b, X) - Y


def _made(combine: Any, delta: Any = _delta) -> Any:
    """Return gradients that `combine(dZ, X, m)` makes of the right dZ."""
    return lambda w, b, X, Y: combine(delta(w, b, X, Y), X, X.shape[1])


def _weights_moved(w: Any, b: Any, X: Any, Y: Any) -> Any:
    dw, db = reference.logistic_gradients(w, b, X, Y)
    return w - dw, float(np.asarray(b - db).item())


LOGISTIC = (
    Misconception(
        "one-over-m-missing",
        _made(lambda dZ, X, m: (dZ @ X.T, np.sum(dZ))),
        "1/m is missing from both: these are the sums over the examples. The cost is an average, and so are its gradients.",
    ),
    Misconception(
        "one-over-m-missing-in-db",
        _made(lambda dZ, X, m: (dZ @ X.T / m, np.sum(dZ))),
        "dw is averaged over the examples, and db is not: it is their sum. Both are gradients of the same average.",
    ),
    Misconception(
        "one-over-m-missing-in-dw",
        _made(lambda dZ, X, m: (dZ @ X.T, np.sum(dZ) / m)),
        "db is averaged over the examples, and dw is not: the product with Xᵀ sums over them, and the 1/m is still to come.",
    ),
    Misconception(
        "one-over-m-twice",
        _made(lambda dZ, X, m: (dZ @ X.T / m**2, np.sum(dZ) / m**2)),
        "The division by m is in there twice: once in dZ, perhaps, and once at the end. dZ is per example and has no 1/m.",
        also=(
            _made(lambda dZ, X, m: (dZ @ X.T / m, np.sum(dZ) / m**2)),
            _made(lambda dZ, X, m: (dZ @ X.T / m**2, np.sum(dZ) / m)),
        ),
    ),
    Misconception(
        "divided-by-inputs",
        _made(lambda dZ, X, m: (dZ @ X.T / len(X), np.sum(dZ) / len(X))),
        "The sums are divided by the number of inputs, n. X is (n, m): the examples are its columns.",
        also=(
            _made(lambda dZ, X, m: (dZ @ X.T / X.size, np.sum(dZ) / X.size)),
            _made(lambda dZ, X, m: (dZ @ X.T / len(X), np.sum(dZ) / m)),
        ),
    ),
    Misconception(
        "dw-transposed",
        _made(lambda dZ, X, m: (X @ dZ.T / m, np.sum(dZ) / m)),
        "dw stands upright, (n, 1), where w lies, (1, n). A gradient has the shape of what it is the gradient of, or w − dw "
        "would become a matrix.",
        also=(_made(lambda dZ, X, m: (X @ dZ.T, np.sum(dZ))),),
    ),
    Misconception(
        "dw-flat",
        _made(lambda dZ, X, m: (np.sum(dZ * X, axis=1) / m, np.sum(dZ) / m)),
        "dw has one dimension, (n,). The numbers are right; w has two, (1, n), and a gradient has the shape of what it "
        "belongs to.",
    ),
    Misconception(
        "sum-for-dot",
        _made(lambda dZ, X, m: (np.sum(dZ) * np.sum(X, axis=1, keepdims=True).T / m, np.sum(dZ) / m)),
        "dZ and X are summed apart and then multiplied. Each example's error has to meet that example's inputs first; then "
        "the products are summed.",
        also=(
            _made(lambda dZ, X, m: (np.mean(dZ) * np.mean(X, axis=1, keepdims=True).T, np.mean(dZ))),
            _made(lambda dZ, X, m: (np.sum(dZ) * np.sum(X, axis=1) / m, np.sum(dZ) / m)),
        ),
    ),
    Misconception(
        "dw-summed-over-inputs",
        _made(lambda dZ, X, m: (np.sum(dZ * X) / m, np.sum(dZ) / m)),
        "dw is one number: the sum ran over the inputs as well. Each weight has a derivative of its own; only the examples "
        "are summed.",
        also=(
            _made(lambda dZ, X, m: (np.mean(dZ * X), np.mean(dZ))),
            _made(lambda dZ, X, m: (np.array([[np.sum(dZ * X) / m]]), np.sum(dZ) / m)),
            _made(lambda dZ, X, m: (np.sum(dZ * X, axis=0, keepdims=True) / m, np.sum(dZ) / m)),
            _made(lambda dZ, X, m: (np.sum(dZ * X, axis=0) / m, np.sum(dZ) / m)),
        ),
    ),
    Misconception(
        "dw-not-summed",
        _made(lambda dZ, X, m: (dZ * X / m, np.sum(dZ) / m)),
        "dZ and X were multiplied entry by entry, and the examples are still apart: dw has m columns. Multiply and sum over "
        "the examples in one go: which product does that?",
        also=(
            _made(lambda dZ, X, m: (dZ * X, np.sum(dZ) / m)),
            _made(lambda dZ, X, m: (dZ * X, dZ)),
            _made(lambda dZ, X, m: (dZ * X / m, dZ / m)),
        ),
    ),
    Misconception(
        "transpose-missing",
        _made(lambda dZ, X, m: (dZ @ X / m, np.sum(dZ) / m)),
        "dZ is (1, m) and X is (n, m): as they stand they do not fit, or sum over the wrong thing where n = m. The sum runs "
        "over the examples; which of the two has to be turned?",
        also=(
            _made(lambda dZ, X, m: (np.dot(dZ, X), np.sum(dZ))),
            _made(lambda dZ, X, m: (X @ dZ / m, np.sum(dZ) / m)),
            _made(lambda dZ, X, m: (dZ.T @ X / m, np.sum(dZ) / m)),
            _made(lambda dZ, X, m: (dZ.T @ X.T / m, np.sum(dZ) / m)),
        ),
    ),
    Misconception(
        "sign-flipped",
        _from_delta(lambda w, b, X, Y: Y - _output(w, b, X)),
        "Every sign is turned: with y − a the gradient points downhill. It is a − y; the minus comes when the weights are "
        "updated.",
        also=(_made(lambda dZ, X, m: (-dZ @ X.T, -np.sum(dZ))),),
    ),
    Misconception(
        "label-left-out",
        _from_delta(lambda w, b, X, Y: _output(w, b, X)),
        "The labels are not in it: dZ is the output a itself. What reaches z is the error, a − y.",
    ),
    Misconception(
        "no-sigmoid",
        _from_delta(lambda w, b, X, Y: w @ X + b - Y),
        "The labels are subtracted from z, not from the output: the sigmoid is missing. This would be the gradient of a "
        "linear neuron with squared error.",
    ),
    Misconception(
        "times-slope",
        _from_delta(lambda w, b, X, Y: _delta(w, b, X, Y) * _output(w, b, X) * (1 - _output(w, b, X))),
        "There is a factor a(1 − a) in dZ. It belongs to the squared error; with the cross-entropy it has cancelled.",
    ),
    Misconception(
        "slope-of-the-loss-only",
        _from_delta(lambda w, b, X, Y: _slope_of_loss(_output(w, b, X), Y)),
        "∂L/∂a goes into dw and db directly, without ∂a/∂z. On the way from a back to w lies z: multiply by a(1 − a), and "
        "most of it cancels.",
    ),
    Misconception(
        "bias-left-out",
        _from_delta(lambda w, b, X, Y: _output(w, 0.0, X) - Y),
        "The outputs are computed without b. It is part of z = w x + b, and every a depends on it.",
    ),
    Misconception(
        "w-transposed",
        lambda w, b, X, Y: reference.logistic_gradients(w.T, b, X, Y),
        "w was turned before it was multiplied with X. It is a row, (1, n), already: w X is (1, m), one z for each example.",
        also=(lambda w, b, X, Y: reference.logistic_gradients(w, b, X.T, Y),),
    ),
    Misconception(
        "exponent-sign",
        _from_delta(lambda w, b, X, Y: _output(-w, -b, X) - Y),
        "The sigmoid has the wrong sign in its exponent: a large z should give an output near 1.",
    ),
    Misconception(
        "db-as-an-array",
        _made(lambda dZ, X, m: (dZ @ X.T / m, np.sum(dZ, axis=1, keepdims=True) / m)),
        "The value of db is right, but it stands in an array. Here db is one number: sum over the whole of dZ.",
        also=(
            _made(lambda dZ, X, m: (dZ @ X.T / m, np.sum(dZ, axis=1) / m)),
            lambda w, b, X, Y: (
                _delta(w, b, X, Y) @ X.T / X.shape[1],
                np.sum(_delta(w, b, X, Y)) / X.shape[1] + 0 * np.asarray(b),
            ),
        ),
    ),
    Misconception(
        "db-per-example",
        _made(lambda dZ, X, m: (dZ @ X.T / m, dZ)),
        "db keeps one number per example: this is dZ. There is one b for all of them, so its gradient is the average.",
        also=(
            _made(lambda dZ, X, m: (dZ @ X.T / m, dZ / m)),
            _made(lambda dZ, X, m: (dZ @ X.T / m, np.sum(dZ, axis=0))),
            _made(lambda dZ, X, m: (dZ @ X.T / m, np.sum(dZ, axis=0) / m)),
        ),
    ),
    Misconception(
        "db-with-inputs",
        _made(lambda dZ, X, m: (dZ @ X.T / m, np.sum(dZ * X) / m)),
        "The inputs are in db. ∂z/∂b is 1, so db is the average of a − y with no x in it.",
        also=(_made(lambda dZ, X, m: (dZ @ X.T / m, np.sum(dZ @ X.T) / m**2)),),
    ),
    Misconception(
        "exchanged",
        _made(lambda dZ, X, m: (np.sum(dZ) / m, dZ @ X.T / m)),
        "dw and db are returned the wrong way round: dw comes first.",
    ),
    Misconception(
        "updated-parameters",
        _weights_moved,
        "These are w and b after a step of gradient descent. The function is asked for the gradients themselves.",
    ),
)

GUARDED = Tolerance(2e-5, 1e-8)
"""Takes derivatives whose denominators are guarded, `a + 1e-8`, and what is calculated with them."""

PRIME_EXERCISE = FunctionExercise(
    "cross_entropy_prime", reference.cross_entropy_prime, _derivative_cases, PRIME, GUARDED
)
DELTA_EXERCISE = FunctionExercise("output_delta", reference.output_delta, _derivative_cases, DELTA, GUARDED)
LOGISTIC_EXERCISE = FunctionExercise(
    "logistic_gradients", reference.logistic_gradients, _logistic_cases, LOGISTIC, Tolerance(1e-6, 1e-8)
)
