"""Checks of `theta_gradient`: BP1 and BP2 at once, biases in column 0."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.bp1.matrices import cases
from autograder.checks.bp2.entry import ALWAYS_FOUR
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.reference import bp2 as reference
from autograder.reference.activations import Array

Form = Callable[[Array, Array], Any]


def _weights(dZ: Array, A_prev: Array) -> Array:
    result: Array = dZ @ A_prev.T / dZ.shape[1]
    return result


def _biases(dZ: Array) -> Array:
    result: Array = dZ.mean(axis=1, keepdims=True)
    return result


def _above(A: Array, value: float = 1.0) -> Array:
    return np.vstack([np.full((1, A.shape[1]), value), A])


def _side_by_side(biases: Callable[[Array, Array], Array], weights: Form = _weights) -> Form:
    return lambda dZ, A_prev: np.hstack([biases(dZ, A_prev), weights(dZ, A_prev)])


def _whole(change: Callable[[Array, Array, Array], Any]) -> Form:
    """Return the right gradient, changed at last; `change` also gets dZ and A_prev."""
    return lambda dZ, A_prev: change(reference.theta_gradient(dZ, A_prev), dZ, A_prev)


def _first_row_replaced(dZ: Array, A_prev: Array) -> Array:
    ones = A_prev.copy()
    ones[0] = 1.0
    return _weights(dZ, ones)


def _written_into_the_argument(dZ: Array, A_prev: Array) -> Array:
    A_prev[0] = 1.0
    return _weights(dZ, A_prev)


THETA_GRADIENT = FunctionExercise(
    "theta_gradient",
    reference.theta_gradient,
    cases,
    (
        Misconception(
            "unit-missing",
            _weights,
            "This is dW alone. Θ has one column more, for the biases: what do they multiply, on every example?",
        ),
        Misconception(
            "biases-last",
            lambda dZ, A_prev: np.hstack([_weights(dZ, A_prev), _biases(dZ)]),
            "The biases stand in the last column. They belong in column 0, so the ones go on top of `A_prev`, as the unit a_0.",
            also=(lambda dZ, A_prev: np.hstack([_weights(dZ, A_prev), _biases(dZ)]) * dZ.shape[1],),
        ),
        Misconception(
            "one-over-m-missing",
            lambda dZ, A_prev: dZ @ _above(A_prev).T,
            "1/m is missing, for weights and biases alike. The cost is an average over the examples, and so is its slope.",
        ),
        Misconception(
            "one-over-m-missing-for-biases",
            _side_by_side(lambda dZ, A_prev: dZ.sum(axis=1, keepdims=True)),
            "The weights' columns are right, and in column 0 the 1/m is missing: BP2 averages over the examples, as BP1 does.",
        ),
        Misconception(
            "one-over-m-missing-for-weights",
            _side_by_side(lambda dZ, A_prev: _biases(dZ), lambda dZ, A_prev: dZ @ A_prev.T),
            "Column 0 is right, and in the columns of the weights the 1/m is missing: BP1 averages over the examples, as BP2 does.",
        ),
        Misconception(
            "one-over-m-twice",
            _whole(lambda theta, dZ, A_prev: theta / dZ.shape[1]),
            "Everything is divided by m twice. dZ holds the slopes of single losses, and their average is taken once.",
        ),
        Misconception(
            "one-over-m-twice-for-biases",
            _side_by_side(lambda dZ, A_prev: _biases(dZ) / dZ.shape[1]),
            "The weights' columns are right, and column 0 has been divided by m twice. Is the row of ones a row of 1/m, or has it been "
            "averaged before?",
        ),
        Misconception(
            "divided-by-neurons",
            _whole(lambda theta, dZ, A_prev: theta * dZ.shape[1] / len(dZ)),
            "It is divided by a number of rows, that of dZ or of `A_prev`, with the ones or without: `len` and `shape[0]` count "
            "neurons. The examples are columns.",
            also=(
                _whole(lambda theta, dZ, A_prev: theta * dZ.shape[1] / len(A_prev)),
                _whole(lambda theta, dZ, A_prev: theta * dZ.shape[1] / (len(A_prev) + 1)),
                _whole(lambda theta, dZ, A_prev: theta * dZ.shape[1] / dZ.size),
            ),
        ),
        Misconception(
            "always-four-examples",
            _whole(lambda theta, dZ, A_prev: theta * dZ.shape[1] / 4),
            ALWAYS_FOUR,
        ),
        Misconception(
            "transposed-result",
            _whole(lambda theta, dZ, A_prev: theta.T),
            "This is the transpose: a row for the unit and for each input. The gradient has the shape of Θ, a row for each neuron of "
            "the layer.",
            also=(
                lambda dZ, A_prev: _above(A_prev) @ dZ.T,
                lambda dZ, A_prev: np.vstack([_biases(dZ).T, _weights(dZ, A_prev).T]),
            ),
        ),
        Misconception(
            "biases-as-row",
            lambda dZ, A_prev: np.vstack([_biases(dZ).T, _weights(dZ, A_prev)]),
            "The biases are put on top, as a row. They are a column, one bias for each row of W, and stand to the left of it: join along "
            "the other axis.",
            also=(
                lambda dZ, A_prev: np.vstack([_biases(dZ), _weights(dZ, A_prev)]),
                lambda dZ, A_prev: np.vstack([_biases(dZ)[:, 0], _weights(dZ, A_prev)]),
                lambda dZ, A_prev: np.concatenate([_biases(dZ), _weights(dZ, A_prev)]),
            ),
        ),
        Misconception(
            "ones-as-example",
            lambda dZ, A_prev: dZ @ np.hstack([np.ones((len(A_prev), 1)), A_prev]).T / dZ.shape[1],
            "The ones are put beside `A_prev` as a column, and a column is an example: now there is one too many for dZ. The unit is a "
            "neuron more, a row.",
            also=(
                lambda dZ, A_prev: dZ @ np.c_[np.ones(len(A_prev)), A_prev].T / dZ.shape[1],
                lambda dZ, A_prev: np.dot(dZ, np.hstack([np.ones((len(A_prev), 1)), A_prev]).T) / dZ.shape[1],
            ),
        ),
        Misconception(
            "ones-of-another-length",
            lambda dZ, A_prev: dZ @ np.vstack([np.ones((1, len(A_prev))), A_prev]).T / dZ.shape[1],
            "The row of ones is as long as there are neurons. It needs a 1 for each example, one above every column of `A_prev`.",
            also=(
                lambda dZ, A_prev: dZ @ np.vstack([np.ones((1, len(dZ))), A_prev]).T / dZ.shape[1],
                lambda dZ, A_prev: dZ @ np.vstack([np.ones(1), A_prev]).T / dZ.shape[1],
            ),
        ),
        Misconception(
            "ones-on-blame",
            lambda dZ, A_prev: _above(dZ) @ A_prev.T / dZ.shape[1],
            "The row of ones is put on dZ, so that there is a neuron more in this layer. The unit belongs to the layer before: it is "
            "what the bias multiplies.",
        ),
        Misconception(
            "transpose-forgotten",
            lambda dZ, A_prev: dZ @ _above(A_prev) / dZ.shape[1],
            "The array with the ones is not transposed. The product pairs rows of the left with columns of the right, and both rows "
            "run over the examples.",
            also=(lambda dZ, A_prev: dZ.T @ _above(A_prev) / dZ.shape[1], lambda dZ, A_prev: dZ * _above(A_prev)),
        ),
        Misconception(
            "zeros-for-biases",
            _side_by_side(lambda dZ, A_prev: np.zeros((len(dZ), 1))),
            "Column 0 is all 0. A bias has a slope like any weight: the unit it multiplies is 1, not 0.",
        ),
        Misconception(
            "ones-for-biases",
            _side_by_side(lambda dZ, A_prev: np.ones((len(dZ), 1))),
            "Column 0 is all 1: the ones were put beside dW. They belong on `A_prev`, before the product, so that dZ multiplies them.",
        ),
        Misconception(
            "first-input-replaced",
            _first_row_replaced,
            "The ones are written over the first row of the activations, and the first input's weights are lost. The unit is a row "
            "more.",
            also=(_written_into_the_argument,),
        ),
        Misconception(
            "column-inserted-as-row",
            lambda dZ, A_prev: np.insert(_weights(dZ, A_prev), 0, _biases(dZ), axis=1),
            "There are too many columns: given a column of shape (n_l, 1), `np.insert` makes a column of each of its numbers. Join "
            "the two arrays instead.",
        ),
        Misconception(
            "biases-along-the-wrong-axis",
            _side_by_side(lambda dZ, A_prev: np.resize(dZ.mean(axis=0), (len(dZ), 1))),
            "Column 0 sums dZ down its columns, over the neurons. The blame of one neuron stands in a row.",
            also=(
                _side_by_side(lambda dZ, A_prev: dZ.mean(axis=0).reshape(-1, 1)),
                _side_by_side(lambda dZ, A_prev: dZ.mean(axis=0).reshape(len(dZ), 1)),
                _side_by_side(lambda dZ, A_prev: dZ.sum(axis=0).reshape(-1, 1) / dZ.shape[1]),
            ),
        ),
        Misconception(
            "same-bias-for-all",
            _side_by_side(lambda dZ, A_prev: np.full((len(dZ), 1), dZ.mean())),
            "Column 0 holds one number, again and again: all of dZ was averaged. Each bias hears from its own neuron alone.",
            also=(_side_by_side(lambda dZ, A_prev: np.full((len(dZ), 1), dZ.sum() / dZ.shape[1])),),
        ),
        Misconception(
            "pair",
            lambda dZ, A_prev: (_biases(dZ), _weights(dZ, A_prev)),
            "Both gradients are right, but they come apart. Θ is one array: the biases in column 0, the weights to the right of them.",
            also=(
                lambda dZ, A_prev: (_weights(dZ, A_prev), _biases(dZ)),
                lambda dZ, A_prev: (_biases(dZ)[:, 0], _weights(dZ, A_prev)),
            ),
        ),
        Misconception(
            "flat",
            lambda dZ, A_prev: np.append(_biases(dZ), _weights(dZ, A_prev)),
            "The slopes are right, but they come in one row: `np.append` without an axis flattens what it joins. Θ has a row for each "
            "neuron.",
            also=(_whole(lambda theta, dZ, A_prev: theta.ravel()),),
        ),
        Misconception(
            "dimensions-differ",
            lambda dZ, A_prev: np.hstack([dZ.mean(axis=1), _weights(dZ, A_prev)]),
            "A (n_l,) array cannot stand beside an (n_l, n_prev) one. The sum over the examples took the second side of the biases away: "
            "keep it.",
        ),
        Misconception(
            "sign-flipped",
            _whole(lambda theta, dZ, A_prev: -theta),
            "The sign is turned round. The gradient points uphill; the minus comes later, where Θ is updated.",
        ),
        Misconception(
            "first-example-only",
            _whole(lambda theta, dZ, A_prev: reference.theta_gradient(dZ[:, :1], A_prev[:, :1]) / dZ.shape[1]),
            "Only the first example counts. Is there a `return` inside the loop over the examples?",
            also=(_whole(lambda theta, dZ, A_prev: reference.theta_gradient(dZ[:, :1], A_prev[:, :1])),),
        ),
        Misconception(
            "last-example-only",
            _whole(lambda theta, dZ, A_prev: reference.theta_gradient(dZ[:, -1:], A_prev[:, -1:]) / dZ.shape[1]),
            "Only the last example counts. Does each turn of the loop replace the total, instead of adding to it?",
            also=(_whole(lambda theta, dZ, A_prev: reference.theta_gradient(dZ[:, -1:], A_prev[:, -1:])),),
        ),
        Misconception(
            "rounded",
            _whole(lambda theta, dZ, A_prev: np.round(theta, 2)),
            "The slopes were rounded. A step along the gradient needs every digit; round only what you print.",
            also=(
                _whole(lambda theta, dZ, A_prev: np.round(theta, 4)),
                _whole(lambda theta, dZ, A_prev: np.round(theta, 3)),
            ),
        ),
    ),
)
