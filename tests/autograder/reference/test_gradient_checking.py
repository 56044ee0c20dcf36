"""Gradient checking: the vector against a list that is counted up, slopes against automatic ones, errors in 50 digits."""

from __future__ import annotations

from decimal import Decimal, localcontext
from itertools import chain, pairwise
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.reference import gradient_checking as reference

SIZES = st.lists(st.integers(1, 5), min_size=2, max_size=5)
FLOATS = st.floats(-100, 100).map(lambda x: round(x, 3))


def network(sizes: list[int]) -> list[tuple[Any, Any]]:
    """Number the parameters 0, 1, 2, … in the order of the vector."""
    numbers = iter(range(10_000))
    return [
        (
            np.array([[float(next(numbers)) for _ in range(n_prev)] for _ in range(n)]),
            np.array([[float(next(numbers))] for _ in range(n)]),
        )
        for n_prev, n in pairwise(sizes)
    ]


@given(SIZES)
def test_the_vector_counts_up(sizes: list[int]) -> None:
    params = network(sizes)
    vector = reference.flatten(params)
    assert vector.tolist() == list(range(sum(n * (n_prev + 1) for n_prev, n in pairwise(sizes))))
    again = reference.unflatten(vector, sizes)
    assert len(again) == len(params)
    for one, other in zip(chain(*again), chain(*params), strict=True):
        assert one.shape == other.shape
        assert one.tolist() == other.tolist()


def test_the_example_of_the_lesson() -> None:
    params = [(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[5.0], [6.0]]))]
    assert reference.flatten(params).tolist() == [1, 2, 3, 4, 5, 6]
    columns = [(np.asfortranarray(W), b) for W, b in params]
    assert reference.flatten(columns).tolist() == [1, 2, 3, 4, 5, 6]


FUNCTIONS = {
    "waves": lambda t: anp.sum(anp.sin(t * anp.arange(1.0, len(t) + 1))),
    "product": lambda t: anp.prod(t),
    "cross-entropy": lambda t: anp.log(1 + anp.exp(anp.sum(t * t[::-1]))),
}


@pytest.mark.parametrize("f", FUNCTIONS.values(), ids=FUNCTIONS)
@pytest.mark.parametrize("n", [1, 2, 7])
def test_measured_slopes(f: Any, n: int) -> None:
    theta = np.linspace(-0.7, 1.1, n)
    kept = theta.copy()
    np.testing.assert_allclose(reference.numerical_gradient(f, theta), grad(f)(theta), rtol=1e-7, atol=1e-9)
    assert theta.tolist() == kept.tolist()


def test_a_large_step_has_the_error_it_should_have() -> None:
    slopes = reference.numerical_gradient(lambda t: float(np.sum(t**3)), np.array([2.0, 1.0]), eps=0.1)
    assert slopes == pytest.approx([12.01, 3.01], rel=1e-12)


def exact(a: Any, b: Any) -> float:
    with localcontext(prec=50):
        one, other = ([Decimal(x) for x in array.ravel().tolist()] for array in (a, b))

        def norm(numbers: Any) -> Decimal:
            return sum((x * x for x in numbers), Decimal(0)).sqrt()

        sizes = norm(one) + norm(other)
        return float(norm(x - y for x, y in zip(one, other, strict=True)) / sizes) if sizes else 0.0


@given(hnp.array_shapes(min_dims=1, max_dims=3, max_side=4), st.data())
def test_relative_error(shape: tuple[int, ...], data: st.DataObject) -> None:
    a, b = (data.draw(hnp.arrays(np.float64, shape, elements=FLOATS)) for _ in range(2))
    error = reference.relative_error(a, b)
    assert error == pytest.approx(exact(a, b), rel=1e-12, abs=1e-15)
    assert 0 <= error <= 1 + 1e-12


def test_relative_error_of_the_lesson() -> None:
    assert reference.relative_error(np.array([3.0, 0.0]), np.array([0.0, 4.0])) == pytest.approx(5 / 7, rel=1e-15)
    assert reference.relative_error(np.zeros(3), np.zeros(3)) == 0.0
    assert reference.relative_error(np.zeros(3), np.ones(3)) == 1.0
