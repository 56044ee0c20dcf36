"""`softmax_jacobian`: how each probability answers to each score."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np

from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.outcome import Case
from autograder.reference import derivatives as reference
from autograder.reference.activations import sigmoid, softmax

LARGE = "very large and very negative scores (up to ±300)"


def _cases(rng: np.random.Generator) -> list[Case]:
    three = np.array([-1.0, 0.5, 1.0])
    by_hand = [
        Case((np.array([2.0, 1.0]),)),
        Case((np.array([1.0, 2.0, 3.0]),)),
        Case((three,)),
        Case((np.array([5.1, 3.2, -1.7, -2.0]),)),
        Case((np.array([0.7]),), note="one class (K = 1)"),
        Case((np.zeros(4),), note="equal scores"),
        Case((np.array([-3.0, -0.5, -2.0]),), note="negative numbers only"),
        Case((np.array([300.0, 299.0]),), note=LARGE),
        Case((np.array([-300.0, -299.0]),), note=LARGE),
        Case((np.array([300.0, 299.0, -300.0]),), note=LARGE),
        Case((np.array([-300.0, -299.0, -298.5]),), note=LARGE),
        Case((three,), note="a read-only array", layout="read-only"),
        Case((three,), note="every second element of a larger array", layout="strided"),
    ]
    return [*by_hand, *(Case((rng.normal(0, 2, size=K).round(2),)) for K in (2, 3, 4, 5, 7, 10, 12))]


Form = Callable[[Any], Any]


def _of(form: Form) -> Form:
    """Return the matrix that `form` makes of the probabilities."""
    return lambda z: form(softmax(z))


def _naive(z: Any) -> Any:
    return np.exp(z) / np.sum(np.exp(z))


def _column(a: Any) -> Any:
    return a.reshape(-1, 1)


def _jacobian(a: Any) -> Any:
    return np.diag(a) - np.outer(a, a)


def _in_whole_numbers(a: Any) -> Any:
    J = np.zeros((len(a), len(a)), dtype=int)
    for j, k in product(range(len(a)), repeat=2):
        J[j, k] = a[j] * ((j == k) - a[k])
    return J


def _entry_by_entry(same: Callable[[Any, Any], Any], other: Callable[[Any, Any], Any]) -> Form:
    def matrix(a: Any) -> Any:
        K = len(a)
        return np.array([[same(a[j], a[k]) if j == k else other(a[j], a[k]) for k in range(K)] for j in range(K)])

    return matrix


def _shifted_in_place(z: Any) -> Any:
    z -= np.max(z)
    return _jacobian(_naive(z))


def _measured(eps: float, back: float = 1.0) -> Form:
    """Return the Jacobian by differences, central ones or (`back=0`) one-sided ones, a column at a time."""

    def matrix(z: Any) -> Any:
        J = np.zeros((len(z), len(z)))
        for k, step in enumerate(eps * np.eye(len(z))):
            J[:, k] = (softmax(z + step) - softmax(z - back * step)) / (eps + back * eps)
        return J

    return matrix


SOFTMAX_JACOBIAN = (
    Misconception(
        "diagonal-only",
        _of(lambda a: np.diag(a * (1 - a))),
        "Only the diagonal is there. Softmax is not element-wise: raising one score lowers every other probability, so that the "
        "entries beside the diagonal are negative.",
    ),
    Misconception(
        "diagonal-as-a-row",
        _of(lambda a: a * (1 - a)),
        "These are the K entries of the diagonal alone, the rule of the sigmoid. Each of K outputs depends on each of K scores: a "
        "matrix.",
    ),
    Misconception(
        "sign-flipped",
        _of(lambda a: np.outer(a, a) - np.diag(a)),
        "All signs are flipped: raising a score raises its own probability, so that the diagonal is positive.",
    ),
    Misconception(
        "added",
        _of(lambda a: np.diag(a) + np.outer(a, a)),
        "The two parts are added. Beside the diagonal the result is positive, as if raising one score raised all probabilities: "
        "they could not add up to 1.",
    ),
    Misconception(
        "off-diagonal-positive",
        _of(_entry_by_entry(lambda p, q: p * (1 - q), lambda p, q: p * q)),
        "The diagonal is right, and the sign beside it is not. When one score rises, the other probabilities fall.",
    ),
    Misconception(
        "outer-only",
        _of(lambda a: -np.outer(a, a)),
        "The diagonal misses a term. There a score also raises its own exponential, above the bar: a_j is to be added where "
        "j = k.",
        also=(_of(lambda a: np.outer(a, a)),),
    ),
    Misconception(
        "diagonal-of-probabilities",
        _of(lambda a: np.diag(a)),
        "This is the part of the numerator alone. The scores also stand in the sum below the bar, and that part is missing in "
        "every entry.",
    ),
    Misconception(
        "dot-for-outer",
        _of(lambda a: np.diag(a) - a @ a),
        "`a @ a.T` of an array with one dimension is a single number: transposing changes nothing there. What is needed is the "
        "matrix of all products a_j a_k.",
    ),
    Misconception(
        "products-not-paired",
        _of(lambda a: np.diag(a) - a * a),
        "Beside the diagonal stands the square of one probability, the same all along a line: `a * a` pairs each with itself. The "
        "entry for output j and score k needs a_j from the row and a_k from the column.",
        also=(_of(lambda a: np.diag(a) - _column(a * a)),),
    ),
    Misconception(
        "identity-for-diagonal",
        _of(lambda a: np.eye(len(a)) - np.outer(a, a)),
        "On the diagonal stands 1 − a_j². The term of the diagonal is a_j, and not 1.",
    ),
    Misconception(
        "factor-missing",
        _of(lambda a: np.eye(len(a)) - a),
        "The factor a_j is missing: this is the Jacobian of the logarithms of the probabilities. Each row is still to be "
        "multiplied by its own probability.",
        also=(_of(lambda a: np.eye(len(a)) - _column(a)), _of(lambda a: np.diag(1 - a))),
    ),
    Misconception(
        "one-minus-everywhere",
        _of(_entry_by_entry(lambda p, q: p * (1 - q), lambda p, q: -p * (1 - q))),
        "The entries beside the diagonal have a 1 − in them. It comes from the numerator, which contains the score only where "
        "j = k.",
        also=(
            _of(lambda a: np.outer(a, 1 - a)),
            _of(_entry_by_entry(lambda p, q: p * (1 - q), lambda p, q: -q * (1 - p))),
        ),
    ),
    Misconception(
        "off-diagonal-squared",
        _of(_entry_by_entry(lambda p, q: p * (1 - q), lambda p, q: -p)),
        "Beside the diagonal one of the two probabilities is missing: the entry for output j and score k is made of both, a_j and "
        "a_k.",
        also=(_of(_entry_by_entry(lambda p, q: p * (1 - q), lambda p, q: -q)),),
    ),
    Misconception(
        "scores-for-probabilities",
        lambda z: np.diag(z) - np.outer(z, z),
        "The formula is applied to the scores z. The letter a in it is what softmax gives, and the function is given z: softmax "
        "comes first.",
        also=(lambda z: np.diag(z * (1 - z)),),
    ),
    Misconception(
        "softmax-twice",
        _of(lambda a: _jacobian(softmax(a))),
        "Softmax is taken twice: once to get a, and once more of a. The formula takes a as it is.",
    ),
    Misconception(
        "sigmoid",
        lambda z: np.diag(sigmoid(z) * sigmoid(-z)),
        "Each score went through a sigmoid by itself. In softmax the classes share a probability of 1, and each score moves all "
        "of them.",
        also=(lambda z: _jacobian(sigmoid(z)), lambda z: sigmoid(z) * sigmoid(-z)),
    ),
    Misconception(
        "softmax",
        softmax,
        "These are the probabilities themselves. Asked for is how each of them changes with each score: a matrix.",
        also=(lambda z: np.outer(softmax(z), np.ones(len(z))), lambda z: np.tile(softmax(z), (len(z), 1))),
    ),
    Misconception(
        "summed",
        _of(lambda a: _jacobian(a).sum(axis=0)),
        "The matrix was summed along one of its axes, and all that is left is 0: when a score rises, what one probability gains "
        "the others lose.",
        also=(_of(lambda a: _jacobian(a).sum(axis=1)),),
    ),
    Misconception(
        "measured",
        _measured(1e-5),
        "These slopes are measured, and good to some ten digits. The formula has them all, and needs one softmax in place of two "
        "for each score.",
        also=(
            *map(_measured, (1e-3, 1e-4, 1e-6, 1e-7)),
            *(_measured(eps, back=0.0) for eps in (1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8)),
        ),
    ),
    Misconception(
        "whole-numbers",
        _of(_in_whole_numbers),
        "The matrix was set up for whole numbers, which cut every fraction off to 0. Zeros for floats need no `dtype=int`.",
    ),
    Misconception(
        "math-exp",
        lambda z: _jacobian(math.exp(z) / np.sum(np.exp(z))),  # stops at an array of one number too: it has a dimension
        "`math.exp` takes one number at a time and stops at an array. NumPy has an exponential that takes every element at once.",
    ),
    Misconception(
        "in-place",
        _shifted_in_place,
        "`z -= …` writes into the caller's own scores: they are gone after the call. Give the shifted scores a name of their own.",
    ),
)

JACOBIAN = FunctionExercise("softmax_jacobian", reference.softmax_jacobian, _cases, SOFTMAX_JACOBIAN)
