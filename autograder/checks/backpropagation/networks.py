"""The networks that `backward` is tried on, what a list of gradients is made of, and how to say which one is wrong first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from autograder.checks import wording
from autograder.checks.outcome import Case, Layout, Part
from autograder.reference.forward_propagation import Array, Params, forward

SQUARED, BINARY, CATEGORICAL = "squared_error", "binary_cross_entropy", "categorical_cross_entropy"
HIDDEN = ("identity", "sigmoid", "tanh", "relu", "leaky_relu")

LAYOUTS: tuple[tuple[Layout, str], ...] = (
    ("read-only", "arrays that may only be read"),
    ("strided", "arrays that are every other column of a wider one"),
    ("fortran", "arrays that lie in memory column by column"),
)


def matrix(*rows: Sequence[float]) -> Array:
    """Return the rows as an array."""
    return np.array(rows, dtype=float)


def column(*values: float) -> Array:
    """Return the values as an array of one column."""
    return np.array(values, dtype=float)[:, np.newaxis]


# The running example of lessons 06 to 10, and networks whose matrices are all square.
LESSON_X = matrix([2, 0, 1, 1], [1, 0, 0, 1])
LESSON_Y = matrix([1, 0, 1, 1])
LESSON_PARAMS = [(matrix([1, 2], [3, -1], [-2, 0.5]), column(-2, -1, 1)), (matrix([2, -1, 1]), column(2))]
SQUARE_X = matrix([1, -2], [0.5, 1])
SQUARE_Y = matrix([1, 0], [0, 1])
SQUARE_PARAMS = [
    (matrix([1, 0.5], [0.5, -1]), column(0.25, -0.5)),
    (matrix([0.5, -1], [2, 1]), column(0.25, -0.75)),
    (matrix([1, -0.5], [0.25, 0.75]), column(0.5, 0.25)),
]


def passed(X: Array, Y: Array, params: Params, names: Sequence[str], cost: str, note: str = "") -> Case:
    """Return a case of `backward`: what a right way forward gives for the network, and the labels."""
    A_L, caches = forward(X, params, names)
    return Case((A_L, Y, list(params), caches, list(names), cost), note=note)


def laid_out(case: Case) -> list[Case]:
    """Return the case with its arrays read-only, strided and in Fortran order."""
    return [Case(case.args, note=note, layout=layout) for layout, note in LAYOUTS]


def _smooth(X: Array, params: Params, names: Sequence[str]) -> bool:
    """Whether no neuron is near saturation, and none of a ReLU near its kink."""
    return all(np.abs(Z).min() > 1e-3 and np.abs(Z).max() < 4.0 for _, Z in forward(X, params, names)[1])


def drawn(
    rng: np.random.Generator, sizes: Sequence[int], m: int, names: Sequence[str]
) -> tuple[Array, list[tuple[Array, Array]]]:
    """Draw examples and parameters of two decimals, such that every z lies well between 0 and 4, or 0 and −4."""
    while True:
        X = np.round(rng.normal(size=(sizes[0], m)), 2)
        params = [
            (np.round(rng.normal(0, n_prev**-0.5, (n, n_prev)), 2), np.round(rng.normal(0, 0.5, (n, 1)), 2))
            for n_prev, n in pairwise(sizes)
        ]
        if _smooth(X, params, names):
            return X, params


def labels(rng: np.random.Generator, n: int, m: int, cost: str) -> Array:
    """Draw labels that fit the cost: numbers, zeros and ones, or a single 1 in every column."""
    if cost == SQUARED:
        return np.round(rng.normal(size=(n, m)), 2)
    if cost == BINARY:
        return rng.integers(0, 2, (n, m)).astype(float)
    return np.eye(n)[:, rng.integers(0, n, m)]


def random_case(
    rng: np.random.Generator, sizes: Sequence[int], m: int, names: Sequence[str], cost: str, note: str = ""
) -> Case:
    """Return a case of `backward` with a network that is drawn."""
    X, params = drawn(rng, sizes, m, names)
    return passed(X, labels(rng, sizes[-1], m, cost), params, names, cost, note)


def gradients(got: Any, want: Any) -> Iterator[Part]:
    """Take a list of pairs (dW, db) apart in the order of computation: the last layer first, dW before db."""
    layers = "1 layer" if len(want) == 1 else f"{len(want)} layers"
    if not isinstance(got, (list, tuple)):
        raise ValueError(f"You returned {wording.kind(got)}; a list is expected, with a pair (dW, db) for each layer.")
    if len(got) != len(want):
        raise ValueError(
            f"The list has length {len(got)}; {layers} with weights make {len(want)}: a pair (dW, db) each."
        )
    for number, pair in enumerate(got, start=1):
        if not isinstance(pair, (list, tuple)) or len(pair) != 2:
            what = f"{len(pair)} things" if isinstance(pair, (list, tuple)) else wording.kind(pair)
            raise ValueError(f"For layer {number} the list holds {what}; a pair is expected, (dW, db).")
    for k in reversed(range(len(want))):
        for name, one, other in zip(("dW", "db"), got[k], want[k], strict=True):
            yield Part(f"{name} of layer {k + 1}", one, other)
