"""Forward propagation: shapes and numbers of parameters, one layer, a network of L layers, its Θ form, Mazur's network.

In: layer sizes, or float64 arrays with one example per column; out: shapes, counts, arrays, and what the way back needs.
Layers are counted from 1; the input is layer 0 and has no parameters. Numbers have no units.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from autograder.reference import activations as elementwise

Array = NDArray[np.float64]
Shape = tuple[int, int]
Params = Sequence[tuple[Array, Array]]
Caches = list[tuple[Array, Array]]

ACTIVATIONS: dict[str, Callable[[Array], object]] = {
    "identity": lambda Z: Z,
    "sigmoid": elementwise.sigmoid,
    "tanh": elementwise.tanh,
    "relu": elementwise.relu,
    "leaky_relu": elementwise.leaky_relu,  # slope 0.01
    "softmax": elementwise.softmax,
}

MAZUR_X: Array = np.array([[0.05], [0.10]])
MAZUR_PARAMS: Params = (
    (np.array([[0.15, 0.20], [0.25, 0.30]]), np.array([[0.35], [0.35]])),
    (np.array([[0.40, 0.45], [0.50, 0.55]]), np.array([[0.60], [0.60]])),
)
"""The 2-2-2 network of curriculum lesson 04: w1…w4 and w5…w8 row by row, one bias per layer."""


def parameter_shapes(layer_sizes: Sequence[int]) -> list[tuple[Shape, Shape]]:
    """Return the shapes of W and b of every layer, `((n_l, n_prev), (n_l, 1))`: the curriculum's table of notation.

    `layer_sizes` is n_0, n_1, …, n_L: one number more than there are pairs.
    """
    return [((n, n_prev), (n, 1)) for n_prev, n in pairwise(layer_sizes)]


def count_parameters(layer_sizes: Sequence[int]) -> int:
    """Return the number of weights and biases of a network, `Σ_l n_l (n_prev + 1)`.

    `layer_sizes` is n_0, n_1, …, n_L; no number of examples enters.
    """
    return sum(n * (n_prev + 1) for n_prev, n in pairwise(layer_sizes))


def linear_forward(W: Array, A_prev: Array, b: Array) -> Array:
    """Return Z = W A_prev + b, shape `(n_l, m)`: curriculum equation (2).

    `W` has shape `(n_l, n_prev)`, `A_prev` `(n_prev, m)`, `b` `(n_l, 1)`; NumPy raises ValueError when they do not fit.
    """
    Z: Array = W @ A_prev + b
    return Z


def activate(name: str, Z: Array) -> Array:
    """Return the activation called `name` of `Z`, in the shape of `Z`: curriculum equation (1).

    Raises ValueError for a name that is not among `ACTIVATIONS`.
    """
    if name not in ACTIVATIONS:
        raise ValueError(f"There is no activation called {name!r}; there are {', '.join(ACTIVATIONS)}.")
    return np.asarray(ACTIVATIONS[name](Z))


def forward(X: Array, params: Params, activations: Sequence[str]) -> tuple[Array, Caches]:
    """Return `(A_L, caches)`: equations (2) and (1), layer by layer, and the pair `(A_prev, Z)` of every layer.

    `X` has shape `(n_0, m)`, `params` holds the L pairs `(W, b)` with shapes `(n_l, n_prev)` and `(n_l, 1)`, `activations` L
    names out of `ACTIVATIONS`. `A_L` has shape `(n_L, m)`. Raises ValueError for an unknown name, for a number of names
    other than L, and (NumPy) for shapes that do not fit.
    """
    A, caches = X, []
    for (W, b), name in zip(params, activations, strict=True):
        Z = linear_forward(W, A, b)
        caches.append((A, Z))
        A = activate(name, Z)
    return A, caches


def forward_theta(X: Array, thetas: Sequence[Array], g: Callable[[Array], Array]) -> Array:
    """Return A_L, shape `(n_L, m)`, of a network whose biases are column 0 of its matrices: (1) and (2) in Θ form.

    `X` has shape `(n_0, m)`, `thetas[l]` `(n_{l+1}, n_l + 1)`; NumPy raises ValueError when they do not fit.
    """
    A = X
    for theta in thetas:
        A = g(theta @ np.vstack([np.ones((1, A.shape[1])), A]))
    return A


def mazur_forward() -> dict[str, float]:
    """Return the forward pass of Mazur's 2-2-2 network, in the order of computation (curriculum, lesson 04)."""
    A_2, ((_, Z_1), (A_1, Z_2)) = forward(MAZUR_X, MAZUR_PARAMS, ["sigmoid", "sigmoid"])
    return {
        "net_h1": float(Z_1[0, 0]),
        "out_h1": float(A_1[0, 0]),
        "out_h2": float(A_1[1, 0]),
        "net_o1": float(Z_2[0, 0]),
        "out_o1": float(A_2[0, 0]),
        "out_o2": float(A_2[1, 0]),
    }
