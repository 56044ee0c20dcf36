"""One network in other notations: Θ matrices, from-to weights, Nielsen's δ of single examples, Mazur's numbered weights.

Shapes: `W` `(n_l, n_prev)`, `b` `(n_l, 1)`; `theta` `(n_l, n_prev + 1)`, biases in column 0; `dZ` `(n_l, m)`.
Curriculum, "House notation" and "The sources of this material use five notations".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from autograder.reference.activations import Array

Params = list[tuple[Array, Array]]
FromTo = dict[tuple[int, int], float]


def thetas_from_params(params: Sequence[tuple[Array, Array]]) -> list[Array]:
    """Return one `(n_l, n_prev + 1)` matrix a layer: b as column 0, then W."""
    return [np.concatenate([b, W], axis=1) for W, b in params]


def params_from_thetas(thetas: Sequence[Array]) -> Params:
    """Return `(W, b)` a layer: the columns of Θ from 1 on, and column 0 kept a column."""
    return [(theta[:, 1:].copy(), theta[:, :1].copy()) for theta in thetas]


def matrix_from_weights(weights: Mapping[tuple[int, int], float]) -> Array:
    """Return W `(n_to, n_from)` from `{(i, j): value}`, from node i to node j, both counted from 1: `W[j−1, i−1] = w_ij`."""
    n_from, n_to = (max(key[k] for key in weights) for k in (0, 1))
    W = np.empty((n_to, n_from))
    for (i, j), value in weights.items():
        W[j - 1, i - 1] = value
    return W


def weights_from_matrix(W: Array) -> FromTo:
    """Return `{(i, j): W[j−1, i−1]}` for all nodes i and j, counted from 1; the inverse of `matrix_from_weights`."""
    return {(s + 1, r + 1): float(W[r, s]) for r, s in np.ndindex(W.shape)}


def dZ_from_deltas(deltas: Sequence[Array]) -> Array:  # noqa: N802 (the curriculum's name)
    """Return dZ `(n_l, m)`: the δ of example i, a vector `(n_l,)`, becomes column i. No 1/m on either side."""
    return np.stack(deltas, axis=1)


def gradients_from_deltas(deltas: Sequence[Array], activations: Sequence[Array]) -> tuple[Array, Array]:
    """Return `(dW, db)`, `(n_l, n_prev)` and `(n_l, 1)`: averages over the examples of δ aᵀ and of δ; BP1 and BP2."""
    products = [np.outer(delta, a) for delta, a in zip(deltas, activations, strict=True)]
    return np.mean(products, axis=0), np.mean(deltas, axis=0)[:, np.newaxis]


def params_from_mazur(w: Mapping[str, float], b1: float, b2: float) -> Params:
    """Return `[(W1, b1), (W2, b2)]` of a 2-2-2 network: w1, w2 end at h1, w3, w4 at h2, and so on; a bias a layer, repeated."""
    names = [f"w{number}" for number in range(1, 9)]
    W1, W2 = np.array([w[name] for name in names], dtype=np.float64).reshape(2, 2, 2)
    return [(W1, np.full((2, 1), float(b1))), (W2, np.full((2, 1), float(b2)))]
