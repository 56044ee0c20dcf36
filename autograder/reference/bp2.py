"""BP2, the gradient of the biases: `db = 1/m Σ_i dZ(i)`, the row means of dZ, kept as a column.

Shapes: `dZ` `(n_l, m)`, the gradient of each example's loss, one column an example; `A_prev` `(n_prev, m)`; `db` `(n_l, 1)`.
Indices are counted from 0: r and k are neurons of layer l, i is an example.
"""

from __future__ import annotations

import numpy as np

from autograder.reference.activations import Array


def dz_db(k: int, i: int, r: int) -> float:
    """Return `∂Z[k, i]/∂b[r]`: 1 where k is r, else 0, for every example i; equation (5) of lesson 06."""
    return 1.0 if k == r else 0.0


def bias_gradient_entry(dZ: Array, r: int) -> float:
    """Return `db[r] = 1/m Σ_i dZ[r, i]`; BP2, one entry."""
    return float(dZ[r].mean())


def bias_gradient(dZ: Array) -> Array:
    """Return `db = 1/m Σ_i dZ(i)`, a column `(n_l, 1)`; BP2."""
    result: Array = dZ.mean(axis=1, keepdims=True)
    return result


def theta_gradient(dZ: Array, A_prev: Array) -> Array:
    """Return the gradient of Θ = (b, W), shape `(n_l, n_prev + 1)`: BP1 with a row of ones on top of `A_prev`."""
    with_ones = np.vstack([np.ones((1, A_prev.shape[1])), A_prev])
    result: Array = dZ @ with_ones.T / dZ.shape[1]
    return result
