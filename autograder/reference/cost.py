"""Costs and their derivatives at the output, `J = 1/m Σ_i L(y(i), a[L](i))`; equation (3).

In: outputs `A` (or linear parts `Z`) and labels `Y`, both `(n_L, m)`, one example per column. Out: a cost is one float;
a derivative of the loss has the shape of `A`, one column per example, and no 1/m. Only gradients of parameters have it.

The steps of the two derivations are written for one output of one example: a number or an array goes in, and the same
shape comes out.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Numbers = float | Array

EPS: Final = 1e-12
"""Outputs closer to 0 or 1 than this are read as this close before a logarithm is taken."""


def _log(p: Array) -> Array:
    """Return `log p`, or `log EPS` where p is smaller than EPS."""
    result: Array = np.log(np.maximum(p, EPS))
    return result


def squared_error(A: Array, Y: Array) -> float:
    """Return `1/m Σ_i ½ ‖a(i) - y(i)‖²`: summed over outputs, averaged over the m examples; (3) with the squared error."""
    return float(0.5 * np.sum((A - Y) ** 2) / A.shape[1])


def binary_cross_entropy(A: Array, Y: Array) -> float:
    """Return `1/m Σ_i Σ_k -(y log a + (1 - y) log(1 - a))`; (3) with the cross-entropy of K yes-or-no outputs.

    The outputs lie in [0, 1], both ends included, where the loss is that of an output `EPS` away from the end.
    """
    return float(np.sum(Y * -_log(A) + (1.0 - Y) * -_log(1.0 - A)) / A.shape[1])


def cross_entropy_with_logits(Z: Array, Y: Array) -> float:
    """Return the binary cross-entropy of `A = σ(Z)`, from Z: `1/m Σ log(1 + e^z) - y z`; exact for z of any size.

    `log(1 + e^z)` is `max(z, 0) + log(1 + e^-|z|)`, where no power of e is above 1.
    """
    return float(np.sum(np.maximum(Z, 0.0) + np.log1p(np.exp(-np.abs(Z))) - Y * Z) / Z.shape[1])


def categorical_cross_entropy(A: Array, Y: Array) -> float:
    """Return `1/m Σ_i Σ_k -y log a`; (3) with the cross-entropy of K classes.

    Each column of `A` holds probabilities, each of `Y` one 1 and zeros. An output of 0 is read as `EPS`.
    """
    return float(np.sum(Y * -_log(A)) / A.shape[1])


def cross_entropy_prime(A: Array, Y: Array) -> Array:
    """Return `dA = -y/a + (1 - y)/(1 - a)`, entry by entry, shape of `A`, for outputs in (0, 1)."""
    result: Array = -Y / A + (1.0 - Y) / (1.0 - A)
    return result


def output_delta(A: Array, Y: Array) -> Array:
    """Return `dZ = a - y`, shape of `A`: BP4 at an output layer of sigmoids with cross-entropy."""
    result: Array = A - Y
    return result


def logistic_gradients(w: Array, b: float | Array, X: Array, Y: Array) -> tuple[Array, float]:
    """Return the gradients `(dw, db)` of the cross-entropy cost of one sigmoid neuron; BP1 and BP2 for one neuron.

    `w` is `(1, n)`, `b` a float or `(1, 1)`, `X` `(n, m)`, `Y` `(1, m)`; `dw` is `(1, n)`, `db` a float.
    """
    dZ = output_delta(np.asarray(_sigmoid(w @ X + b)), Y)
    return dZ @ X.T / X.shape[1], float(np.sum(dZ)) / X.shape[1]


# The derivation of dz = a - y by the chain rule


def sigmoid_slope(a: Numbers) -> Numbers:
    """Return `da/dz = a (1 - a)` of `a = σ(z)`, written in a."""
    return a * (1.0 - a)


def cancelled(a: Numbers, y: Numbers) -> tuple[Numbers, Numbers]:
    """Return the two terms of `∂L/∂a da/dz` after cancelling: `-y (1 - a)` and `(1 - y) a`."""
    return -y * (1.0 - a), (1.0 - y) * a


# The same derivation directly, in z


def log_a(z: Numbers) -> Numbers:
    """Return `log σ(z) = -log(1 + e^-z)`."""
    result: Numbers = -np.log1p(np.exp(-z))
    return result


def log_one_minus_a(z: Numbers) -> Numbers:
    """Return `log(1 - σ(z)) = -z - log(1 + e^-z)`."""
    result: Numbers = -z - np.log1p(np.exp(-z))
    return result


def loss_in_z(z: Numbers, y: Numbers) -> Numbers:
    """Return the loss of one output, `log(1 + e^-z) + (1 - y) z`."""
    result: Numbers = np.log1p(np.exp(-z)) + (1.0 - y) * z
    return result


def log_term_prime(z: Numbers) -> Numbers:
    """Return the derivative of `log(1 + e^-z)`: `-e^-z / (1 + e^-z)`, which is a - 1."""
    result: Numbers = -np.exp(-z) / (1.0 + np.exp(-z))
    return result


def loss_prime_in_z(z: Numbers, y: Numbers) -> Numbers:
    """Return the derivative of `loss_in_z` with respect to z: `a - y`."""
    return _sigmoid(z) - y


def _sigmoid(z: Numbers) -> Numbers:
    small = np.exp(-np.abs(z))
    result: Numbers = np.where(np.asarray(z) >= 0, 1.0, small)[()] / (1.0 + small)
    return result
