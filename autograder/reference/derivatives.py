"""Derivatives: how much an output changes for a small change of its input, measured and worked out.

In: a number or an array of any shape, unless said otherwise; out: the same shape, element by element. A slope has the
unit of its output divided by the unit of its input; activations have none. The derivatives of activations are what BP4
multiplies by: `dZ = dA * g'(Z)`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from autograder.reference.activations import Array, Numbers, sigmoid, softmax, tanh


def numerical_derivative(f: Callable[[Numbers], Numbers], z: Numbers, eps: float = 1e-5) -> Numbers:
    """Return `(f(z + eps) - f(z - eps)) / (2 eps)`, the central difference of lesson 03, in the shape of `z`.

    `f` works element by element. The error is about `f'''(z) eps² / 6`, and rounding adds about `1e-16 f(z) / eps`.
    """
    return (f(z + eps) - f(z - eps)) / (2.0 * eps)


def denominator(z: Numbers) -> Numbers:
    """Return `u = 1 + e^-z`, of which the sigmoid is the reciprocal; for |z| up to a few hundred."""
    return _exp(-z) + 1.0


def denominator_prime(z: Numbers) -> Numbers:
    """Return `du/dz = -e^-z`; for |z| up to a few hundred."""
    return -_exp(-z)


def reciprocal_prime(z: Numbers) -> Numbers:
    """Return `d(1/u)/du = -1/u²` at `u = 1 + e^-z`; for |z| up to a few hundred."""
    return -1.0 / denominator(z) ** 2


def chain_product(z: Numbers) -> Numbers:
    """Return `d(1/u)/du · du/dz = e^-z / (1 + e^-z)²`; for |z| up to a few hundred."""
    return reciprocal_prime(z) * denominator_prime(z)


def split_fraction(z: Numbers) -> tuple[Numbers, Numbers]:
    """Return `1/(1 + e^-z)` and `1/(1 + e^-z)²`, whose difference is the sigmoid's derivative."""
    first = 1.0 / denominator(z)
    return first, first**2


def sigmoid_prime(z: Numbers) -> Numbers:
    """Return `σ'(z) = σ(z) (1 - σ(z))`, at most 1/4; `1 - σ(z)` is `σ(-z)`, which keeps its digits for a large z."""
    return sigmoid(z) * sigmoid(-z)


def tanh_prime(z: Numbers) -> Numbers:
    """Return `tanh'(z) = 1 - tanh²(z)`, at most 1."""
    return (1.0 - tanh(z)) * (1.0 + tanh(z))


def relu_prime(z: Numbers) -> Numbers:
    """Return 1 where `z` is positive and 0 elsewhere, at 0 itself too."""
    return leaky_relu_prime(z, 0.0)


def leaky_relu_prime(z: Numbers, slope: float = 0.01) -> Numbers:
    """Return 1 where `z` is positive and `slope` elsewhere, at 0 itself too."""
    result: Numbers = np.where(np.asarray(z) > 0, 1.0, slope)[()]
    return result


def sum_product_gradients(x: float, y: float, z: float) -> tuple[float, float, float]:
    """Return `(∂f/∂x, ∂f/∂y, ∂f/∂z)` of `f = (x + y) z`, each a number: `(z, z, x + y)`."""
    return z, z, x + y


def softmax_jacobian(z: Array) -> Array:
    """Return `J[j, k] = ∂a_j/∂z_k = a_j (δ_jk - a_k)`, shape `(K, K)`, where `a = softmax(z)` and `z` is `(K,)`."""
    a = softmax(z)
    result: Array = np.diag(a) - np.outer(a, a)
    return result


def largest_gradient_factor(n_layers: int) -> float:
    """Return `(1/4)^n`, the greatest possible product of `n_layers` sigmoid derivatives; none at all make 1."""
    return float(0.25**n_layers)


def _exp(z: Numbers) -> Numbers:
    result: Numbers = np.exp(z)
    return result
