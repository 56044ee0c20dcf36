"""The reference derivatives against automatic differentiation, fractions and Decimal arithmetic with 60 digits."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import product
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import elementwise_grad, grad, jacobian
from hypothesis import given
from hypothesis import strategies as st

from autograder.reference import derivatives as reference

Z = np.concatenate([np.linspace(-20, 20, 41), [1e-9, -1e-9, 0.3, -2.7]])
EXTREMES = [-1e4, -1e3, -745.0, -709.0, -40.0, -18.5, 0.0, 1e-12, 18.5, 40.0, 709.0, 745.0, 1e3, 1e4]


def smooth_sigmoid(z: Any) -> Any:
    return 1 / (1 + anp.exp(-z))


# --- Measured slopes ---


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=4), st.integers(-8, 8), st.integers(1, 16))
def test_numerical_derivative_is_the_central_difference_worked_in_fractions(
    coefficients: list[int], z: int, sixteenths: int
) -> None:
    """Small fractions of powers of 2 are exact in floats, so that both have to agree to the last digit or two."""

    def polynomial(t: Any) -> Any:
        return sum(c * t**i for i, c in enumerate(coefficients))

    eps = Fraction(sixteenths, 16)
    exact = (polynomial(Fraction(z) + eps) - polynomial(Fraction(z) - eps)) / (2 * eps)
    got = reference.numerical_derivative(polynomial, float(z), float(eps))
    assert got == pytest.approx(float(exact), rel=1e-12, abs=1e-9)


def test_numerical_derivative_steps_by_a_hundred_thousandth_unless_told() -> None:
    assert reference.numerical_derivative(abs, 5e-6) == pytest.approx(0.5)


@pytest.mark.parametrize("f", [anp.sin, anp.exp, anp.tanh, lambda z: z**3 - 2 * z])
def test_numerical_derivative_comes_near_the_derivative(f: Any) -> None:
    z = np.linspace(-3, 3, 12).reshape(3, 4)
    assert reference.numerical_derivative(f, z) == pytest.approx(elementwise_grad(f)(z), abs=1e-8)


# --- σ' step by step ---


def test_each_step_is_the_derivative_of_what_stands_before_it() -> None:
    u = reference.denominator(Z)
    assert reference.denominator_prime(Z) == pytest.approx(elementwise_grad(lambda z: 1 + anp.exp(-z))(Z), rel=1e-14)
    assert reference.reciprocal_prime(Z) == pytest.approx(elementwise_grad(lambda u: 1 / u)(u), rel=1e-14)
    assert reference.chain_product(Z) == pytest.approx(elementwise_grad(smooth_sigmoid)(Z), rel=1e-12)


@pytest.mark.parametrize("z", [-20.0, -1.0, 0.0, 0.5, 3.0, 20.0])
def test_the_steps_have_the_values_that_sixty_digits_give(z: float) -> None:
    with localcontext(prec=60):
        power = (-Decimal(z)).exp()
        u = 1 + power
        want = [float(x) for x in (u, -power, -1 / u**2, power / u**2, 1 / u, 1 / u**2)]
    got = [reference.denominator(z), reference.denominator_prime(z), reference.reciprocal_prime(z)]
    got += [reference.chain_product(z), *reference.split_fraction(z)]
    assert got == pytest.approx(want, rel=1e-13)


@given(st.floats(-20, 20))
def test_the_two_fractions_differ_by_the_slope(z: float) -> None:
    first, second = reference.split_fraction(z)
    assert first > 0
    assert second > 0
    assert first - second == pytest.approx(reference.sigmoid_prime(z), abs=1e-15)


# --- Slopes of activations ---


def test_the_s_curves_have_the_slopes_of_automatic_differentiation() -> None:
    assert reference.sigmoid_prime(Z) == pytest.approx(elementwise_grad(smooth_sigmoid)(Z), rel=1e-12)
    assert reference.tanh_prime(Z) == pytest.approx(elementwise_grad(anp.tanh)(Z), abs=1e-15)


@pytest.mark.parametrize("z", EXTREMES)
def test_the_s_curves_keep_their_digits_far_from_zero(z: float) -> None:
    with localcontext(prec=60) as context:
        context.Emin = -20_000
        power = (-abs(Decimal(z))).exp()
        sigmoid_slope, tanh_slope = power / (1 + power) ** 2, 4 * power**2 / (1 + power**2) ** 2
        want = [float(sigmoid_slope), float(tanh_slope)]
    assert reference.sigmoid_prime(z) == pytest.approx(want[0], rel=1e-13, abs=1e-300)
    assert reference.tanh_prime(z) == pytest.approx(want[1], rel=1e-10, abs=1e-15)


def test_extremes_raise_no_warning_at_all() -> None:
    z = np.array([[-1e4, 1e4], [-800.0, 800.0]])
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        assert not reference.sigmoid_prime(z).any()  # type: ignore[union-attr]
        assert not reference.tanh_prime(z).any()  # type: ignore[union-attr]
        assert reference.softmax_jacobian(z[0]).tolist() == [[0.0, 0.0], [0.0, 0.0]]


@given(st.floats(-1e4, 1e4), st.floats(0, 1))
def test_the_relus_have_a_slope_for_each_side_and_zero_is_on_the_left(z: float, slope: float) -> None:
    assert reference.relu_prime(z) == (1 if z > 0 else 0)
    assert reference.leaky_relu_prime(z, slope) == (1 if z > 0 else slope)


def test_the_relus_agree_with_automatic_differentiation_beside_the_corner() -> None:
    z = Z[Z != 0]
    assert reference.relu_prime(z) == pytest.approx(elementwise_grad(lambda t: anp.maximum(t, 0))(z))
    assert reference.leaky_relu_prime(z) == pytest.approx(elementwise_grad(lambda t: anp.maximum(t, 0.01 * t))(z))


def test_scalars_give_scalars_and_arrays_keep_their_shape() -> None:
    slopes = [reference.sigmoid_prime, reference.tanh_prime, reference.relu_prime, reference.leaky_relu_prime]
    steps = [reference.denominator, reference.denominator_prime, reference.reciprocal_prime, reference.chain_product]
    for g in [*slopes, *steps, lambda z: reference.split_fraction(z)[1]]:
        assert isinstance(g(0.5), float)
        for shape in [(1,), (4,), (1, 1), (3, 2), (2, 3, 4)]:
            result = g(np.zeros(shape))
            assert isinstance(result, np.ndarray)
            assert result.shape == shape
            assert result.dtype == np.float64


# --- Graph, Jacobian, product ---


@given(*3 * [st.floats(-100, 100)])
def test_the_gradients_of_the_graph_are_those_of_automatic_differentiation(x: float, y: float, z: float) -> None:
    want = [grad(lambda x, y, z: (x + y) * z, argnum=i)(x, y, z) for i in range(3)]
    assert reference.sum_product_gradients(x, y, z) == pytest.approx(want)


@pytest.mark.parametrize(
    "z", [[0.7], [2.0, 1.0], [1.0, 2.0, 3.0], [5.1, 3.2, -1.7, -2.0], [0.0] * 5, [-300.0, 2.0, 300.0]]
)
def test_the_jacobian_is_that_of_automatic_differentiation(z: list[float]) -> None:
    def softmax(t: Any) -> Any:
        powers = anp.exp(t - anp.max(t))
        return powers / anp.sum(powers)

    assert reference.softmax_jacobian(np.array(z)) == pytest.approx(jacobian(softmax)(np.array(z)), abs=1e-15)


def test_the_jacobian_of_whole_ratios_worked_in_fractions() -> None:
    """Scores log 1, log 2 and log 5 have the probabilities 1/8, 2/8 and 5/8."""
    a = [Fraction(n, 8) for n in (1, 2, 5)]
    got = reference.softmax_jacobian(np.log([1.0, 2.0, 5.0]))
    for j, k in product(range(3), repeat=2):
        assert got[j, k] == pytest.approx(float(a[j] * ((j == k) - a[k])), rel=1e-13)


@pytest.mark.parametrize("n", [0, 1, 2, 3, 10, 100, 500])
def test_the_largest_factor_is_a_power_of_a_quarter(n: int) -> None:
    assert reference.largest_gradient_factor(n) == float(Fraction(1, 4) ** n)


@given(st.lists(st.floats(-30, 30), max_size=8))
def test_no_product_of_slopes_is_larger(zs: list[float]) -> None:
    factor = 1.0
    for z in zs:
        factor *= float(reference.sigmoid_prime(z))
    assert factor <= reference.largest_gradient_factor(len(zs)) * (1 + 1e-12)
