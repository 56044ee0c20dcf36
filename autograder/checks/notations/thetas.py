"""Checks of `thetas_from_params` and `params_from_thetas`: the biases into column 0 of the weights, and out again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from autograder.checks import wording
from autograder.checks.exercise import FunctionExercise
from autograder.checks.gradient_checking.pairs import parts as pairs_apart
from autograder.checks.initialization.forms import several
from autograder.checks.outcome import Case, Part
from autograder.reference import notations as reference
from autograder.reference.activations import Array

Params = Sequence[tuple[Array, Array]]


def _network(rng: np.random.Generator, *sizes: int) -> list[tuple[Array, Array]]:
    """Return params of two decimals."""
    return [
        (np.round(rng.normal(size=(n, n_prev)), 2), np.round(rng.normal(size=(n, 1)), 2))
        for n_prev, n in pairwise(sizes)
    ]


SMALL = [(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[5.0], [-6.0]]))]
LESSON = [
    (np.array([[1.0, 2.0], [3.0, -1.0], [-2.0, 0.5]]), np.array([[-2.0], [-1.0], [1.0]])),
    (np.array([[2.0, -1.0, 1.0]]), np.array([[2.0]])),
]


def _networks(rng: np.random.Generator) -> list[tuple[str, list[tuple[Array, Array]]]]:
    """Return networks, each with what is special about it."""
    return [
        ("", SMALL),
        ("", LESSON),
        ("one neuron that reads one input", [(np.array([[3.0]]), np.array([[5.0]]))]),
        ("layers of one neuron", _network(rng, 3, 1, 1)),
        ("one input (n_0 = 1)", _network(rng, 1, 3, 2)),
        ("biases that are all 0", [(W, np.zeros_like(b)) for W, b in LESSON]),
        ("", _network(rng, 4, 3, 2)),
        ("five layers (L = 5)", _network(rng, 3, 4, 2, 3, 3, 1)),
    ]


LAYOUTS: tuple[tuple[Any, str], ...] = (
    ("read-only", "arrays that may only be read"),
    ("strided", "arrays that are every other column of a wider one"),
    ("fortran", "arrays that lie in memory column by column"),
)


def _params_cases(rng: np.random.Generator) -> list[Case]:
    return [
        *(Case((params,), note=note) for note, params in _networks(rng)),
        *(Case((LESSON,), note=note, layout=layout) for layout, note in LAYOUTS),
    ]


def _thetas_cases(rng: np.random.Generator) -> list[Case]:
    folded = reference.thetas_from_params
    return [
        *(Case((folded(params),), note=note) for note, params in _networks(rng)),
        *(Case((folded(LESSON),), note=note, layout=layout) for layout, note in LAYOUTS),
    ]


def thetas_apart(got: Any, want: Sequence[Array]) -> Iterator[Part]:
    """Take a list of Θ apart, layer by layer; raise `ValueError` with a sentence when it is none."""
    if not isinstance(got, (list, tuple)):
        raise ValueError(f"You returned {wording.kind(got)}; a list is expected, with a matrix for each layer.")
    if len(got) != len(want):
        raise ValueError(f"The list has length {len(got)}; it should hold {len(want)}, a matrix for each layer.")
    for number, (mine, right) in enumerate(zip(got, want, strict=True), start=1):
        yield Part(f"Θ of layer {number}", mine, right)


def _each(fold: Callable[[Array, Array], Any]) -> Callable[[Params], Any]:
    return lambda params: [fold(W, b) for W, b in params]


def _side_by_side(W: Array, b: Array) -> Array:
    return np.hstack([b, W])


def _unfolded(unfold: Callable[[Array], Any]) -> Callable[[Sequence[Array]], Any]:
    return lambda thetas: [unfold(theta) for theta in thetas]


def _put_in_place(params: Any) -> Any:
    for i, (W, b) in enumerate(params):
        params[i] = np.hstack([b, W])
    return params


def _taken_in_place(thetas: Any) -> Any:
    for i, theta in enumerate(thetas):
        thetas[i] = (theta[:, 1:], theta[:, :1])
    return thetas


THETAS_FROM_PARAMS = FunctionExercise(
    "thetas_from_params",
    reference.thetas_from_params,
    _params_cases,
    (
        several(
            "biases-last",
            "The biases stand in the last column. Θ has them in column 0, where they meet the unit a_0, the first row of what "
            "comes in.",
            _each(lambda W, b: np.hstack([W, b])),
        ),
        several(
            "ones-for-biases",
            "Column 0 holds ones. The ones belong to what Θ multiplies; Θ itself holds the biases.",
            _each(lambda W, b: np.hstack([np.ones_like(b), W])),
        ),
        several(
            "zeros-for-biases",
            "Column 0 is there, but it holds zeros. The biases of the layer have to be put into it.",
            _each(lambda W, b: np.hstack([np.zeros_like(b), W])),
        ),
        several(
            "biases-left-out",
            "The weights come back without their biases. Θ has one column more than W.",
            _each(lambda W, b: W),
            _each(lambda W, b: W.copy()),
        ),
        several(
            "row-of-ones",
            "A row of ones is put on top. That is what happens to the activations; the matrix of weights gets a column, and it "
            "holds the biases.",
            _each(lambda W, b: np.vstack([np.ones((1, W.shape[1])), W])),
            _each(lambda W, b: np.vstack([np.ones((1, W.shape[1] + 1)), np.hstack([b, W])])),
        ),
        several(
            "unit-row",
            "Each Θ has a row too many, that of the unit which says 1. No weights lead to that unit: it is put on top of what "
            "comes in, each time anew.",
            _each(lambda W, b: np.vstack([np.eye(1, W.shape[1] + 1), np.hstack([b, W])])),
            _each(lambda W, b: np.vstack([np.zeros((1, W.shape[1] + 1)), np.hstack([b, W])])),
        ),
        several(
            "stacked-upright",
            "The two are put on top of each other. b has as many rows as W: they fit side by side, and then row r is all that "
            "neuron r has.",
            _each(lambda W, b: np.vstack([b, W])),
            _each(lambda W, b: np.vstack([b.T, W])),
            _each(lambda W, b: np.concatenate([b, W])),
        ),
        several(
            "bias-row-repeated",
            "All biases of the layer end up in every row. `np.insert` lays a column down before it puts it in: it wants b as a "
            "plain row of numbers.",
            _each(lambda W, b: np.insert(W, 0, b, axis=1)),
        ),
        several(
            "bias-added",
            "The bias is added to the weights. It is not added to anything here: it moves into a column of its own.",
            _each(lambda W, b: W + b),
        ),
        several(
            "transposed",
            "The result lies on its side. A row of Θ belongs to a neuron, as a row of W does: shape (n_l, n_prev + 1).",
            _each(lambda W, b: np.hstack([b, W]).T),
            _each(lambda W, b: np.vstack([b.T, W.T])),
        ),
        several(
            "unrolled",
            "The numbers come as one long row. Each layer keeps its rows, one for each neuron, with the bias in front.",
            _each(lambda W, b: np.append(b, W)),
            _each(lambda W, b: np.insert(W, 0, b.ravel())),
            _each(lambda W, b: np.concatenate([b.ravel(), W.ravel()])),
        ),
        several(
            "still-pairs",
            "Each layer still has two arrays. Θ is a single one, with b and W side by side.",
            _each(lambda W, b: (b, W)),
            _each(lambda W, b: [b, W]),
            _each(lambda W, b: (W, b)),
            _each(lambda W, b: [W, b]),
        ),
        several(
            "first-layer-only",
            "Only the first layer comes back. Is there a `return` inside the loop?",
            lambda params: _side_by_side(*params[0]),
            lambda params: [_side_by_side(*params[0])],
        ),
        several(
            "last-layer-missing",
            "The last layer is missing. It has weights and biases like any other.",
            lambda params: [_side_by_side(W, b) for W, b in params[:-1]],
        ),
        several(
            "last-layer-only",
            "Only the last layer is left. Does every turn of the loop write over the result of the one before?",
            lambda params: _side_by_side(*params[-1]),
            lambda params: [_side_by_side(*params[-1])],
        ),
        several(
            "in-place",
            "The list that was handed in is written over: afterwards the caller has no params any more. Make a new list.",
            _put_in_place,
        ),
    ),
    parts=thetas_apart,
)

PARAMS_FROM_THETAS = FunctionExercise(
    "params_from_thetas",
    reference.params_from_thetas,
    _thetas_cases,
    (
        several(
            "keepdims-lost",
            "The numbers are right, but b has lost its second side. It is a column, (n_l, 1); a slice of columns keeps it one, a "
            "single index does not.",
            _unfolded(lambda theta: (theta[:, 1:], theta[:, 0])),
        ),
        several(
            "bias-as-a-row",
            "b lies on its side, as a row. Each neuron is a row, in W and in b: the shape of b is (n_l, 1).",
            _unfolded(lambda theta: (theta[:, 1:], theta[:, :1].T)),
            _unfolded(lambda theta: (theta[:, 1:], theta[:, 0].reshape(1, -1))),
        ),
        several(
            "biases-last",
            "The last column is taken for the biases. In Θ they stand in column 0.",
            _unfolded(lambda theta: (theta[:, :-1], theta[:, -1:])),
            _unfolded(lambda theta: (theta[:, :-1], theta[:, -1])),
        ),
        several(
            "last-column-dropped",
            "b is right, but W starts with the biases and lacks its last column. Which columns are left when column 0 is gone?",
            _unfolded(lambda theta: (theta[:, :-1], theta[:, :1])),
        ),
        several(
            "biases-kept-in-weights",
            "W still has the biases in its column 0. It holds the columns of Θ from 1 on.",
            _unfolded(lambda theta: (theta, theta[:, :1])),
            _unfolded(lambda theta: (theta, theta[:, 0])),
        ),
        several(
            "first-row-for-biases",
            "The first row is taken for the biases. A row of Θ belongs to one neuron; the biases of all of them are a column.",
            _unfolded(lambda theta: (theta[1:], theta[:1])),
            _unfolded(lambda theta: (theta[1:], theta[0])),
            _unfolded(lambda theta: (theta[1:, :], theta[:1].T)),
            _unfolded(lambda theta: (theta[:, 1:], theta[0])),
            _unfolded(lambda theta: (theta[:, 1:], theta[:1])),
            _unfolded(lambda theta: (theta[:, 1:], theta[:1].T)),
        ),
        several(
            "first-row-dropped",
            "The first row of each Θ is left out. It belongs to neuron 1, not to the unit that says 1: Θ has that unit in its "
            "columns only.",
            _unfolded(lambda theta: (theta[1:, 1:], theta[1:, :1])),
        ),
        several(
            "biases-zero",
            "W is right, but the biases are set to 0. They are in Θ, in column 0.",
            _unfolded(lambda theta: (theta[:, 1:], np.zeros((len(theta), 1)))),
        ),
        several(
            "pair-turned-round",
            "The arrays are right, but b comes first in each pair. That is the order in Θ; a pair is (W, b).",
            _unfolded(lambda theta: (theta[:, :1], theta[:, 1:])),
            _unfolded(lambda theta: (theta[:, 0], theta[:, 1:])),
        ),
        several(
            "weights-transposed",
            "W lies on its side. A row of Θ belongs to a neuron, and so does a row of W.",
            _unfolded(lambda theta: (theta[:, 1:].T, theta[:, :1])),
        ),
        several(
            "not-in-pairs",
            "The right arrays are in the list, but one after the other. Each layer's two belong together, in a pair (W, b).",
            lambda thetas: [part for theta in thetas for part in (theta[:, 1:], theta[:, :1])],
        ),
        several(
            "two-lists",
            "All W stand in one list and all b in another. params go by layers: a list with a pair (W, b) for each.",
            lambda thetas: ([theta[:, 1:] for theta in thetas], [theta[:, :1] for theta in thetas]),
            lambda thetas: ([theta[:, 1:] for theta in thetas], [theta[:, 0] for theta in thetas]),
        ),
        several(
            "first-layer-only",
            "Only the first layer comes back. Is there a `return` inside the loop?",
            lambda thetas: [(thetas[0][:, 1:], thetas[0][:, :1])],
            lambda thetas: (thetas[0][:, 1:], thetas[0][:, :1]),
        ),
        several(
            "last-layer-missing",
            "The last layer is missing. Every Θ has a column of biases, the last one too.",
            lambda thetas: [(theta[:, 1:], theta[:, :1]) for theta in thetas[:-1]],
        ),
        several(
            "in-place",
            "The list that was handed in is written over: afterwards the caller has no thetas any more. Make a new list.",
            _taken_in_place,
        ),
    ),
    parts=pairs_apart,
)
