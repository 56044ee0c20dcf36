"""The reference activations against Decimal arithmetic with 60 digits, which neither overflows nor rounds here."""

from __future__ import annotations

from decimal import Decimal, localcontext

import numpy as np
import pytest
from autograd import elementwise_grad
from hypothesis import given
from hypothesis import strategies as st

from autograder.reference import activations as reference

Z = [0.0, -0.0, 1e-12, 0.3, -0.3, 1.0, -1.0, 2.0, 5.0, -5.0, 18.5, -36.0, 40.0, 709.0, -709.0, 710.0, -745.0, 1e4, -1e4]
ANY_SIZE = st.floats(-1e4, 1e4)


def exact_sigmoid(z: float) -> float:
    with localcontext(prec=60):
        return float(1 / (1 + (-Decimal(z)).exp()))


def exact_tanh(z: float) -> float:
    with localcontext(prec=60):
        up, down = Decimal(z).exp(), (-Decimal(z)).exp()
        return float((up - down) / (up + down))


def exact_softmax(column: list[float]) -> list[float]:
    with localcontext(prec=60):
        powers = [Decimal(z).exp() for z in column]
        return [float(power / sum(powers)) for power in powers]


@pytest.mark.parametrize("z", Z)
def test_sigmoid_agrees_with_sixty_digits(z: float) -> None:
    assert reference.sigmoid(z) == pytest.approx(exact_sigmoid(z), rel=1e-14, abs=1e-300)


@pytest.mark.parametrize("z", Z)
def test_tanh_agrees_with_sixty_digits(z: float) -> None:
    assert reference.tanh(z) == pytest.approx(exact_tanh(z), rel=1e-14, abs=1e-16)


@given(ANY_SIZE)
def test_relu_is_the_larger_of_z_and_zero(z: float) -> None:
    assert reference.relu(z) == sorted([z, 0.0])[1]


@given(ANY_SIZE, st.floats(0, 1))
def test_leaky_relu_adds_a_share_of_the_negative_part(z: float, slope: float) -> None:
    positive, negative = sorted([z, 0.0])[1], sorted([z, 0.0])[0]
    assert reference.leaky_relu(z, slope) == pytest.approx(positive + slope * negative, rel=1e-15)


def test_leaky_relu_leaks_a_hundredth_unless_told() -> None:
    assert reference.leaky_relu(-2.0) == -0.02


@pytest.mark.parametrize(
    "column",
    [
        [2.0, 1.0],
        [5.1, 3.2, -1.7, -2.0],
        [0.0],
        [7.0, 7.0, 7.0],
        [1e4, 9999.0],
        [-1e4, -9999.0, -9998.5],
        [1e4, 0.0, -1e4],
    ],
)
def test_softmax_of_a_column_agrees_with_sixty_digits(column: list[float]) -> None:
    assert reference.softmax(np.array(column)) == pytest.approx(exact_softmax(column), rel=1e-12, abs=1e-300)


@given(st.lists(st.lists(ANY_SIZE, min_size=3, max_size=3), min_size=1, max_size=4))
def test_softmax_of_a_matrix_is_the_softmax_of_each_column(columns: list[list[float]]) -> None:
    got = reference.softmax(np.array(columns).T)
    for i, column in enumerate(columns):
        assert got[:, i] == pytest.approx(exact_softmax(column), rel=1e-11, abs=1e-300)


def test_class_probabilities_are_those_of_the_worked_example() -> None:
    assert [f"{p:.2f}" for p in reference.class_probabilities()] == ["0.87", "0.13", "0.00", "0.00"]
    assert reference.class_probabilities() == pytest.approx(exact_softmax([5.1, 3.2, -1.7, -2.0]), rel=1e-14)


def test_scalars_give_scalars_and_arrays_keep_their_shape() -> None:
    for g in (reference.sigmoid, reference.tanh, reference.relu, reference.leaky_relu):
        assert isinstance(g(0.5), float)
        for shape in [(1,), (4,), (1, 1), (3, 2), (2, 3, 4)]:
            result = g(np.zeros(shape))
            assert isinstance(result, np.ndarray)
            assert result.shape == shape
            assert result.dtype == np.float64


def test_saturated_inputs_raise_no_warning_at_all() -> None:
    z = np.array([[-1e4, 1e4], [-800.0, 800.0]])
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        assert reference.sigmoid(z).tolist() == [[0.0, 1.0], [0.0, 1.0]]
        assert reference.tanh(z).tolist() == [[-1.0, 1.0], [-1.0, 1.0]]
        assert reference.softmax(z).tolist() == [[0.0, 1.0], [1.0, 0.0]]


def test_tanh_is_a_sigmoid_twice_as_steep_stretched_from_minus_one_to_one() -> None:
    z = np.linspace(-20, 20, 81)
    assert reference.tanh(z) == pytest.approx(2 * reference.sigmoid(2 * z) - 1, abs=1e-15)


def test_the_slopes_are_those_automatic_differentiation_expects() -> None:
    """The curves are smooth and have the derivatives of the lesson: σ(1 − σ) and 1 − tanh²."""
    import autograd.numpy as anp

    z = np.linspace(-6, 6, 25)
    step = 1e-6
    for g, smooth in ((reference.sigmoid, lambda t: 1 / (1 + anp.exp(-t))), (reference.tanh, anp.tanh)):
        measured = (g(z + step) - g(z - step)) / (2 * step)
        assert measured == pytest.approx(elementwise_grad(smooth)(z), abs=1e-8)
