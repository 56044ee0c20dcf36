"""Initialization: moments of many weights against sums in plain Python, equal rows and spreads against the statistics module."""

from __future__ import annotations

import math
import statistics
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.reference import initialization as reference

SIZES = [[2, 3, 1], [1, 1], [4, 1, 3], [64, 32, 10]]
WIDE = [300, 200, 100]


def rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


INITIALIZATIONS = {
    "zero": reference.zero_initialization,
    "uniform": lambda sizes: reference.uniform_initialization(sizes, 0.3, rng()),
    "xavier": lambda sizes: reference.xavier_initialization(sizes, rng()),
    "he": lambda sizes: reference.he_initialization(sizes, rng()),
}


@pytest.mark.parametrize("sizes", SIZES, ids=str)
@pytest.mark.parametrize("initialize", INITIALIZATIONS.values(), ids=INITIALIZATIONS)
def test_shapes_and_biases(initialize: Any, sizes: list[int]) -> None:
    params = initialize(sizes)
    assert [W.shape for W, _ in params] == [(sizes[i + 1], sizes[i]) for i in range(len(sizes) - 1)]
    assert [b.tolist() for _, b in params] == [[[0.0]] * n for n in sizes[1:]]
    assert all(W.dtype == b.dtype == np.float64 for W, b in params)


def test_zeros() -> None:
    assert not any(W.any() for W, _ in reference.zero_initialization(WIDE))


@pytest.mark.parametrize(
    ("name", "variances", "fourth"),
    [
        ("uniform", [0.03, 0.03], 1.8),
        ("xavier", [2 / 500, 2 / 300], 3.0),
        ("he", [2 / 300, 2 / 200], 3.0),
    ],
)
def test_moments(name: str, variances: list[float], fourth: float) -> None:
    """Mean, variance and the fourth moment, which tells a bell from a box, for 60,000 and 20,000 numbers."""
    for (W, _), variance in zip(INITIALIZATIONS[name](WIDE), variances, strict=True):
        numbers = [w / math.sqrt(variance) for w in W.ravel().tolist()]
        n = len(numbers)
        assert abs(math.fsum(numbers) / n) < 5 / math.sqrt(n)
        assert abs(math.fsum(x**2 for x in numbers) / n - 1) < 5 * math.sqrt((fourth - 1) / n)
        assert abs(math.fsum(x**4 for x in numbers) / n - fourth) < 50 / math.sqrt(n)


def test_uniform_limits() -> None:
    for W, _ in INITIALIZATIONS["uniform"](WIDE):
        assert -0.3 <= W.min() < -0.299
        assert 0.299 < W.max() <= 0.3


@given(
    hnp.arrays(np.float64, hnp.array_shapes(min_dims=2, max_dims=2, max_side=4), elements=st.sampled_from([0.0, 1.0]))
)
def test_is_symmetric_when_rows_repeat(W: Any) -> None:
    rows = [tuple(row) for row in W.tolist()]
    assert reference.is_symmetric(W) is (len(set(rows)) < len(rows))


@pytest.mark.parametrize(("gap", "same"), [(0.0, True), (1e-14, True), (9e-13, True), (2e-12, False), (1e-9, False)])
def test_is_symmetric_to_twelve_places(gap: float, same: bool) -> None:
    assert reference.is_symmetric(np.array([[0.25, 0.5], [3.0, 1.0], [0.25, 0.5 - gap]])) is same


def test_activation_spread() -> None:
    params = [(np.array([[3.0], [1.0]]), np.zeros((2, 1))), (np.array([[0.5, 0.5]]), np.ones((1, 1)))]
    X = np.array([[1.0, -1.0]])
    # A1 = [[3, -3], [1, -1]] and A2 = [[3, -1]]; cut off at 0 they are [[3, 0], [1, 0]] and [[3, 1]].
    assert reference.activation_spread(params, X, lambda z: z) == pytest.approx([math.sqrt(5), 2.0], rel=1e-15)
    assert reference.activation_spread(params, X, lambda z: z * (z > 0)) == pytest.approx([math.sqrt(1.5), 1.0])


def test_activation_spread_of_a_network_by_loops() -> None:
    params = reference.xavier_initialization([3, 4, 2], rng(1))
    X = rng(2).normal(size=(3, 5))
    columns, want = X.T.tolist(), []
    for W, b in params:
        columns = [
            [math.tanh(math.fsum(x * y for x, y in zip(row, column, strict=True))) for row in W.tolist()]
            for column in columns
        ]
        assert not b.any()
        want.append(math.sqrt(statistics.pvariance([Fraction(a) for column in columns for a in column])))
    assert reference.activation_spread(params, X, np.tanh) == pytest.approx(want, rel=1e-12)
