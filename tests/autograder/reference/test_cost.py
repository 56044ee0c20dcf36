"""The reference costs against sums in plain Python with 60 digits, and their derivatives against automatic ones."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, localcontext
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import elementwise_grad, grad
from hypothesis import given
from hypothesis import strategies as st

from autograder.reference import cost as reference

RNG = np.random.default_rng(5)
SHAPES = [(1, 1), (1, 4), (3, 1), (2, 3), (4, 5)]
Z = [0.0, 1e-9, 0.5, -0.5, 2.0, -3.0, 12.0, -12.0, 20.0, -20.0]
LABELS = [0.0, 0.25, 0.7, 1.0]


def exact_log(x: Decimal) -> Decimal:
    return x.ln()


def exact_sigmoid(z: float) -> Decimal:
    return 1 / (1 + (-Decimal(z)).exp())


def averaged(loss: Callable[[float, float], Decimal], P: Any, Y: Any) -> float:
    """Add up the losses of each column, one after the other, and divide by the number of columns."""
    with localcontext(prec=60):
        columns = list(zip(P.T.tolist(), Y.T.tolist(), strict=True))
        total = sum(loss(p, y) for column in columns for p, y in zip(*column, strict=True))
        return float(total / len(columns))


def exact_square(a: float, y: float) -> Decimal:
    return (Decimal(a) - Decimal(y)) ** 2 / 2


def exact_binary(a: float, y: float) -> Decimal:
    return -exact_log(Decimal(a)) if y == 1 else -exact_log(1 - Decimal(a))


def exact_logits(z: float, y: float) -> Decimal:
    return exact_log(1 + (-Decimal(z)).exp()) if y == 1 else exact_log(1 + Decimal(z).exp())


def exact_categorical(a: float, y: float) -> Decimal:
    return -exact_log(Decimal(a)) if y == 1 else Decimal(0)


def labels(shape: tuple[int, int]) -> Any:
    return RNG.integers(0, 2, shape).astype(float)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_costs_agree_with_sixty_digits(shape: tuple[int, int]) -> None:
    A, Y, scores = RNG.uniform(0.01, 0.99, shape), labels(shape), RNG.normal(0, 4, shape)
    one_hot = np.eye(shape[0])[:, RNG.integers(0, shape[0], shape[1])]
    assert reference.squared_error(scores, A) == pytest.approx(averaged(exact_square, scores, A), rel=1e-13)
    assert reference.binary_cross_entropy(A, Y) == pytest.approx(averaged(exact_binary, A, Y), rel=1e-12)
    assert reference.cross_entropy_with_logits(scores, Y) == pytest.approx(averaged(exact_logits, scores, Y), rel=1e-12)
    want = averaged(exact_categorical, A, one_hot)
    assert reference.categorical_cross_entropy(A, one_hot) == pytest.approx(want, rel=1e-12)


def test_a_cost_is_a_python_float() -> None:
    A = np.array([[0.5, 0.25]])
    costs = (reference.squared_error, reference.binary_cross_entropy, reference.categorical_cross_entropy)
    assert all(type(cost(A, np.ones((1, 2)))) is float for cost in costs)
    assert type(reference.cross_entropy_with_logits(A, np.ones((1, 2)))) is float


def test_mazurs_errors() -> None:
    A, Y = np.array([[0.75136507], [0.772928465]]), np.array([[0.01], [0.99]])
    assert reference.squared_error(A[:1], Y[:1]) == pytest.approx(0.274811083, abs=1e-9)
    assert reference.squared_error(A[1:], Y[1:]) == pytest.approx(0.023560026, abs=1e-9)
    assert reference.squared_error(A, Y) == pytest.approx(0.298371109, abs=1e-9)


def test_certain_outputs_have_a_finite_cost() -> None:
    certain = np.array([[0.0, 1.0], [1.0, 0.0]])
    assert reference.binary_cross_entropy(certain, certain) == 0
    assert reference.categorical_cross_entropy(certain, certain) == 0
    assert 20 < reference.binary_cross_entropy(np.array([[0.0]]), np.array([[1.0]])) < 700
    assert 20 < reference.binary_cross_entropy(np.array([[1.0]]), np.array([[0.0]])) < 700
    assert 20 < reference.categorical_cross_entropy(np.array([[1.0], [0.0]]), np.array([[0.0], [1.0]])) < 700


@given(st.floats(-1e4, 1e4), st.sampled_from([0.0, 1.0]))
def test_logits_of_any_size_agree_with_sixty_digits_in_silence(z: float, y: float) -> None:
    with np.errstate(all="raise", under="ignore"):
        got = reference.cross_entropy_with_logits(np.array([[z]]), np.array([[y]]))
    assert got == pytest.approx(averaged(exact_logits, np.array([[z]]), np.array([[y]])), rel=1e-12, abs=1e-15)


def binary_loss(A: Any, Y: Any) -> Any:
    return -(Y * anp.log(A) + (1 - Y) * anp.log(1 - A))


def loss_of_z(z: Any, y: Any) -> Any:
    return binary_loss(1 / (1 + anp.exp(-z)), y)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_derivatives_at_the_output_are_the_automatic_ones(shape: tuple[int, int]) -> None:
    A, Y, scores = RNG.uniform(0.05, 0.95, shape), labels(shape), RNG.normal(0, 2, shape)
    assert reference.cross_entropy_prime(A, Y) == pytest.approx(elementwise_grad(binary_loss)(A, Y), rel=1e-12)
    outputs = 1 / (1 + np.exp(-scores))
    assert reference.output_delta(outputs, Y) == pytest.approx(elementwise_grad(loss_of_z)(scores, Y), rel=1e-9)


def logistic_cost(parameters: tuple[Any, Any], X: Any, Y: Any) -> Any:
    w, b = parameters
    return anp.sum(loss_of_z(anp.dot(w, X) + b, Y)) / X.shape[1]


@pytest.mark.parametrize(("n", "m"), [(1, 1), (1, 5), (4, 1), (3, 3), (2, 7)])
@pytest.mark.parametrize("wrapped", [False, True])
def test_logistic_gradients_are_the_automatic_ones(n: int, m: int, wrapped: bool) -> None:
    w, X, Y = RNG.normal(size=(1, n)), RNG.normal(size=(n, m)), labels((1, m))
    b: Any = np.array([[0.3]]) if wrapped else 0.3
    dw, db = reference.logistic_gradients(w, b, X, Y)
    want_w, want_b = grad(logistic_cost)((w, b), X, Y)
    assert dw.shape == (1, n)
    assert type(db) is float
    assert dw == pytest.approx(want_w, rel=1e-9)
    assert db == pytest.approx(np.sum(want_b), rel=1e-9)


@pytest.mark.parametrize("z", Z)
def test_the_logarithms_of_a_agree_with_sixty_digits(z: float) -> None:
    with localcontext(prec=60):
        a = exact_sigmoid(z)
        yes, no = float(exact_log(a)), float(exact_log(1 - a))
    assert reference.log_a(z) == pytest.approx(yes, rel=1e-13)
    assert reference.log_one_minus_a(z) == pytest.approx(no, rel=1e-8 if z < -10 else 1e-12)
    assert reference.log_term_prime(z) == pytest.approx(float(a - 1), rel=1e-13)


@pytest.mark.parametrize("z", Z)
@pytest.mark.parametrize("y", LABELS)
def test_the_loss_in_z_and_its_derivative_agree_with_sixty_digits(z: float, y: float) -> None:
    with localcontext(prec=60):
        a, t = exact_sigmoid(z), Decimal(y)
        loss, slope = float(-(t * exact_log(a) + (1 - t) * exact_log(1 - a))), float(a - t)
    assert reference.loss_in_z(z, y) == pytest.approx(loss, rel=1e-7, abs=1e-14)
    assert reference.loss_prime_in_z(z, y) == pytest.approx(slope, rel=1e-12, abs=1e-15)
    assert grad(loss_of_z)(z, y) == pytest.approx(slope, abs=1e-7)


@pytest.mark.parametrize("z", Z[:8])
@pytest.mark.parametrize("y", LABELS)
def test_the_steps_of_the_chain_rule_multiply_to_a_minus_y(z: float, y: float) -> None:
    a = float(exact_sigmoid(z))
    slope = grad(lambda z: 1 / (1 + anp.exp(-z)))(z)
    assert reference.sigmoid_slope(a) == pytest.approx(slope, rel=1e-9)
    first, second = reference.cancelled(a, y)
    assert first == pytest.approx(-y / a * slope, rel=1e-9, abs=1e-15)
    assert second == pytest.approx((1 - y) / (1 - a) * slope, rel=1e-9, abs=1e-15)
    assert first + second == pytest.approx(a - y, abs=1e-15)


def test_steps_keep_the_shape_of_what_goes_in() -> None:
    for step in (reference.sigmoid_slope, reference.log_a, reference.log_one_minus_a, reference.log_term_prime):
        assert isinstance(step(0.5), float)
        assert np.shape(step(np.full((2, 3), 0.5))) == (2, 3)
    for pair in (reference.loss_in_z, reference.loss_prime_in_z):
        assert isinstance(pair(0.5, 1.0), float)
        assert np.shape(pair(np.full((2, 3), 0.5), np.ones((2, 3)))) == (2, 3)
    assert [np.shape(term) for term in reference.cancelled(np.full((2, 3), 0.5), np.ones((2, 3)))] == [(2, 3), (2, 3)]
