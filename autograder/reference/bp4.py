"""BP4, through the activation: `dZ = dA * g'(Z)`, element by element, and what it makes of an output layer.

Shapes: `dA`, `Z`, `A`, `Y`, `dZ` all `(n_l, m)`, one column an example; gradients of each example's loss, without 1/m.
`g_prime` works element by element on floats and arrays. Indices are counted from 0.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from autograder.reference.activations import Array, sigmoid

Slope = Callable[[Array], Array]


def da_dz(Z: Array, g_prime: Slope, k: int, i: int, r: int, j: int) -> float:
    """Return `∂A[k, i]/∂Z[r, j]`: `g'(Z[r, i])` where (k, i) is (r, j), else 0; g looks at one number at a time."""
    return float(g_prime(Z[r, j])) if (k, i) == (r, j) else 0.0


def linear_gradient_entry(dA: Array, Z: Array, g_prime: Slope, r: int, i: int) -> float:
    """Return `dZ[r, i] = dA[r, i] g'(Z[r, i])`; BP4, one entry."""
    return float(dA[r, i] * g_prime(Z[r, i]))


def linear_gradient(dA: Array, Z: Array, g_prime: Slope) -> Array:
    """Return `dZ = dA * g'(Z)`; BP4."""
    return dA * g_prime(Z)


def squared_error_output_delta(A: Array, Y: Array) -> Array:
    """Return `dZ = (A - Y) A (1 - A)`: BP4 for sigmoid outputs and squared error."""
    return (A - Y) * A * (1.0 - A)


def hidden_delta(W_next: Array, dZ_next: Array, Z: Array, g_prime: Slope) -> Array:
    """Return `dZ = W_nextᵀ dZ_next * g'(Z)`: BP3, then BP4; `W_next` is `(n_next, n_l)`, `dZ_next` `(n_next, m)`."""
    return (W_next.T @ dZ_next) * g_prime(Z)


def softmax_output_delta(A: Array, Y: Array) -> Array:
    """Return `dZ = A - Y`: softmax outputs and categorical cross-entropy, `Y` one-hot columns."""
    return A - Y


def two_three_one_gradients(x: Array, t: float, W1: Array, W2: Array) -> tuple[Array, Array]:
    """Return `(dW1, dW2)`, shapes `(3, 2)` and `(1, 3)`, of `½ (a - t)²` in Gupta's 2-3-1 sigmoid network without biases.

    `x` is `(2, 1)`, one example. The deltas are δ2 = (a - t) a (1 - a) and δ1 = W2ᵀ δ2 * h (1 - h); each gradient is a
    delta times what its weights were multiplied with.
    """
    hidden = np.asarray(sigmoid(W1 @ x))
    output = np.asarray(sigmoid(W2 @ hidden))
    delta_2 = (output - t) * output * (1.0 - output)
    delta_1 = (W2.T @ delta_2) * hidden * (1.0 - hidden)
    return delta_1 @ x.T, delta_2 @ hidden.T
