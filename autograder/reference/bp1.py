"""BP1, the gradient of the weights: `dW = 1/m dZ A_prevᵀ`, entry by entry, by loops and as one product.

Shapes: `dZ` `(n_l, m)`, the gradient of each example's loss, one column an example; `A_prev` `(n_prev, m)`; `W` and `dW`
`(n_l, n_prev)`; `b` `(n_l, 1)`. Indices are counted from 0: r and k are neurons of layer l, s is a neuron of the layer
before it, i is an example. `dW` has the unit of the cost, divided by that of a weight.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from autograder.reference import mazur
from autograder.reference.activations import Array


def linear_entry(W: Array, A_prev: Array, b: Array, r: int, i: int) -> float:
    """Return `Z[r, i] = Σ_j W[r, j] A_prev[j, i] + b[r, 0]`; equation (5) of lesson 06."""
    return float(W[r] @ A_prev[:, i] + b[r, 0])


def dz_dw(A_prev: Array, k: int, i: int, r: int, s: int) -> float:
    """Return `∂Z[k, i]/∂W[r, s]`: `A_prev[s, i]` where k is r, else 0; only neuron r uses row r of W."""
    return float(A_prev[s, i]) if k == r else 0.0


def weight_gradient_entry(dZ: Array, A_prev: Array, r: int, s: int) -> float:
    """Return `dW[r, s] = 1/m Σ_i dZ[r, i] A_prev[s, i]`; BP1, one entry."""
    return float(dZ[r] @ A_prev[s] / dZ.shape[1])


def weight_gradient(dZ: Array, A_prev: Array) -> Array:
    """Return `dW = 1/m dZ A_prevᵀ`, shape `(n_l, n_prev)`; BP1."""
    result: Array = dZ @ A_prev.T / dZ.shape[1]
    return result


def numerical_weight_gradient(cost: Callable[[Array], float], W: Array, eps: float = 1e-5) -> Array:
    """Return the central difference of `cost` in every entry of `W`, shape as `W`; lesson 03, one weight at a time."""
    gradient = np.zeros_like(W)
    for place in np.ndindex(W.shape):
        nudge = np.zeros_like(W)
        nudge[place] = eps
        gradient[place] = (cost(W + nudge) - cost(W - nudge)) / (2.0 * eps)
    return gradient


def mazur_dw5() -> float:
    """Return `∂E/∂w5` of Mazur's network, 0.082167041 in print."""
    return float(mazur.gradients()[1][0, 0])
