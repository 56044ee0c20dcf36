"""BP1 to BP4 against automatic differentiation of what they are derivatives of, and against loops."""

from __future__ import annotations

from itertools import product

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import elementwise_grad, grad, jacobian

from autograder.reference import bp1, bp2, bp3, bp4, mazur
from autograder.reference.activations import Array
from autograder.reference.derivatives import sigmoid_prime, tanh_prime

SHAPES = [(3, 2, 4), (1, 1, 1), (1, 3, 2), (4, 1, 3), (2, 2, 1), (5, 4, 7)]  # n_l, n_prev, m


class Layer:
    """One layer on m examples, followed by a loss of its linear part that is different for every example."""

    def __init__(self, shape: tuple[int, int, int]) -> None:
        rng = np.random.default_rng(sum(shape))
        n, n_prev, self.m = shape
        self.W, self.b = rng.normal(size=(n, n_prev)), rng.normal(size=(n, 1))
        self.A, self.target = rng.normal(size=(n_prev, self.m)), rng.normal(size=(n, self.m))

    def losses(self, W: Array, b: Array, A: Array) -> Array:
        """The loss of each example, `(m,)`."""
        found: Array = anp.sum(anp.sin(anp.dot(W, A) + b - self.target), axis=0)
        return found

    def cost(self, W: Array, b: Array) -> Array:
        found: Array = anp.sum(self.losses(W, b, self.A)) / self.m
        return found

    @property
    def dZ(self) -> Array:  # noqa: N802 (the symbol of the course)
        found: Array = np.cos(self.W @ self.A + self.b - self.target)
        return found


@pytest.fixture(params=SHAPES, ids=str)
def layer(request: pytest.FixtureRequest) -> Layer:
    return Layer(request.param)


def test_bp1(layer: Layer) -> None:
    want = grad(layer.cost, 0)(layer.W, layer.b)
    np.testing.assert_allclose(bp1.weight_gradient(layer.dZ, layer.A), want, rtol=1e-12, atol=1e-14)
    numbers = bp1.numerical_weight_gradient(lambda W: float(layer.cost(W, layer.b)), layer.W)
    np.testing.assert_allclose(numbers, want, rtol=1e-7, atol=1e-9)
    for r, s in np.ndindex(want.shape):
        assert bp1.weight_gradient_entry(layer.dZ, layer.A, r, s) == pytest.approx(want[r, s], rel=1e-12, abs=1e-14)


def test_bp2(layer: Layer) -> None:
    want = grad(layer.cost, 1)(layer.W, layer.b)
    np.testing.assert_allclose(bp2.bias_gradient(layer.dZ), want, rtol=1e-12, atol=1e-14)
    for r in range(len(want)):
        assert bp2.bias_gradient_entry(layer.dZ, r) == pytest.approx(want[r, 0], rel=1e-12, abs=1e-14)
    theta = bp2.theta_gradient(layer.dZ, layer.A)
    np.testing.assert_allclose(theta[:, :1], want, rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(theta[:, 1:], grad(layer.cost, 0)(layer.W, layer.b), rtol=1e-12, atol=1e-14)


def test_bp3(layer: Layer) -> None:
    want = grad(lambda A: anp.sum(layer.losses(layer.W, layer.b, A)))(layer.A)
    np.testing.assert_allclose(bp3.previous_activation_gradient(layer.W, layer.dZ), want, rtol=1e-12, atol=1e-14)
    for r, i in np.ndindex(want.shape):
        entry = bp3.previous_activation_gradient_entry(layer.W, layer.dZ, r, i)
        assert entry == pytest.approx(want[r, i], rel=1e-12, abs=1e-14)


def test_the_index_steps(layer: Layer) -> None:
    """Each entry's derivative in each entry, by automatic differentiation of equation (5)."""
    W, A, b = layer.W, layer.A, layer.b
    Z = W @ A + b
    in_W = jacobian(lambda W: anp.dot(W, A) + b)(W)
    in_A = jacobian(lambda A: anp.dot(W, A) + b)(A)
    in_b = jacobian(lambda b: anp.dot(W, A) + b)(b)
    for k, i in np.ndindex(Z.shape):
        assert bp1.linear_entry(W, A, b, k, i) == pytest.approx(Z[k, i], rel=1e-13)
        for r, s in np.ndindex(W.shape):
            assert bp1.dz_dw(A, k, i, r, s) == in_W[k, i, r, s]
        for s, j in np.ndindex(A.shape):
            assert bp3.dz_da(W, k, i, s, j) == in_A[k, i, s, j]
        for r in range(len(b)):
            assert bp2.dz_db(k, i, r) == in_b[k, i, r, 0]


def test_bp4(layer: Layer) -> None:
    Z, dA = layer.W @ layer.A + layer.b, layer.target
    want = grad(lambda Z: anp.sum(dA * anp.tanh(Z)))(Z)
    slope = elementwise_grad(anp.tanh)
    np.testing.assert_allclose(bp4.linear_gradient(dA, Z, slope), want, rtol=1e-12, atol=1e-14)
    whole = jacobian(anp.tanh)(Z)
    for (k, i), (r, j) in product(np.ndindex(Z.shape), repeat=2):
        assert bp4.da_dz(Z, slope, k, i, r, j) == pytest.approx(whole[k, i, r, j], rel=1e-12)
    for r, i in np.ndindex(Z.shape):
        assert bp4.linear_gradient_entry(dA, Z, slope, r, i) == pytest.approx(want[r, i], rel=1e-12)


def sigmoid(Z: Array) -> Array:
    found: Array = 1.0 / (1.0 + anp.exp(-Z))
    return found


def test_output_shortcuts(layer: Layer) -> None:
    Z = layer.W @ layer.A + layer.b
    Y = (layer.target > 0).astype(float)
    squared = grad(lambda Z: anp.sum(0.5 * (sigmoid(Z) - Y) ** 2))(Z)
    np.testing.assert_allclose(bp4.squared_error_output_delta(sigmoid(Z), Y), squared, rtol=1e-10, atol=1e-14)
    one_hot = np.eye(len(Z))[:, np.arange(Z.shape[1]) % len(Z)]
    softmax = np.exp(Z) / np.exp(Z).sum(axis=0)
    loss = grad(lambda Z: anp.sum(anp.log(anp.sum(anp.exp(Z), axis=0)) - anp.sum(one_hot * Z, axis=0)))(Z)
    np.testing.assert_allclose(bp4.softmax_output_delta(softmax, one_hot), loss, rtol=1e-10, atol=1e-14)


def test_two_layers(layer: Layer) -> None:
    """BP3, then BP4, is the derivative in the linear part of a hidden layer."""
    Z = np.array(layer.A)
    want = grad(lambda Z: anp.sum(layer.losses(layer.W, layer.b, anp.tanh(Z))))(Z)
    dZ_next = np.cos(layer.W @ np.tanh(Z) + layer.b - layer.target)
    got = bp4.hidden_delta(layer.W, dZ_next, Z, lambda Z: np.asarray(tanh_prime(Z)))
    np.testing.assert_allclose(got, want, rtol=1e-12, atol=1e-14)


def test_guptas_network() -> None:
    rng = np.random.default_rng(0)
    x, t, W1, W2 = rng.normal(size=(2, 1)), 0.3, rng.normal(size=(3, 2)), rng.normal(size=(1, 3))

    def loss(W1: Array, W2: Array) -> Array:
        found: Array = anp.sum(0.5 * (sigmoid(anp.dot(W2, sigmoid(anp.dot(W1, x)))) - t) ** 2)
        return found

    for got, argument in zip(bp4.two_three_one_gradients(x, t, W1, W2), (0, 1), strict=True):
        np.testing.assert_allclose(got, grad(loss, argument)(W1, W2), rtol=1e-11)


def test_mazurs_printed_digits() -> None:
    hidden, output = mazur.outputs()
    first, second = (output - mazur.Y)[0, 0], float(sigmoid_prime(np.log(output / (1 - output))[0, 0]))
    assert round(first, 8) == 0.74136507
    assert round(second, 9) == 0.186815602
    assert round(hidden[0, 0], 9) == 0.593269992
    assert round(bp1.mazur_dw5(), 9) == round(first * second * hidden[0, 0], 9) == 0.082167041
    paths = mazur.W2[:, 0] * mazur.deltas()[1][:, 0]
    np.testing.assert_allclose(paths, [0.055399425, -0.019049119], rtol=0, atol=1e-9)  # the second ends in 8, not 9
    assert round(bp3.mazur_de_dout_h1(), 9) == 0.036350306
