"""Gradient checking: the parameters as one vector, its gradient measured, and how far two gradients are apart.

`params` is a list of pairs `(W, b)`, a pair for each layer, with shapes `(n_l, n_prev)` and `(n_l, 1)`. As a vector, of shape
`(n,)`, the layers follow each other: W row by row, then b from top to bottom. A gradient has the unit of the cost, divided
by that of a parameter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from autograder.reference.activations import Array
from autograder.reference.forward_propagation import Params


def flatten(params: Params) -> Array:
    """Return all weights and biases in one vector, shape `(n,)`; the order of lesson 11."""
    return np.concatenate([np.ravel(array, order="C") for pair in params for array in pair])


def unflatten(vector: Array, layer_sizes: Sequence[int]) -> list[tuple[Array, Array]]:
    """Return the pairs `(W, b)` that `flatten` laid out in `vector`; `layer_sizes` are `n_0` to `n_L`."""
    params, start = [], 0
    for n_prev, n in pairwise(layer_sizes):
        middle, end = start + n * n_prev, start + n * (n_prev + 1)
        params.append((vector[start:middle].reshape(n, n_prev), vector[middle:end].reshape(n, 1)))
        start = end
    return params


def numerical_gradient(f: Callable[[Array], float], theta: Array, eps: float = 1e-5) -> Array:
    """Return the central difference of `f` in every entry of `theta`, shape `(n,)`; lesson 03, one entry at a time."""
    gradient = np.zeros_like(theta)
    for k in range(theta.size):
        ahead, behind = theta.copy(), theta.copy()
        ahead[k] += eps
        behind[k] -= eps
        gradient[k] = (f(ahead) - f(behind)) / (2.0 * eps)
    return gradient


def relative_error(a: Array, b: Array) -> float:
    """Return `‖a − b‖ / (‖a‖ + ‖b‖)`, from 0 to 1, and 0 when both are zero; a norm is the root of the sum of squares."""
    sizes = np.sqrt(np.sum(a * a)) + np.sqrt(np.sum(b * b))
    return float(np.sqrt(np.sum((a - b) ** 2)) / sizes) if sizes > 0 else 0.0
