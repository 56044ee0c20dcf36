"""Backpropagation assembled: BP1 to BP4 from the last layer to the first, with everything the forward pass kept.

Shapes: `A_L` and `Y` `(n_L, m)`; `params` a list of `(W, b)`, `(n_l, n_{l-1})` and `(n_l, 1)`; `caches` a list of
`(A_prev, Z)`, `(n_{l-1}, m)` and `(n_l, m)`; `grads` a list of `(dW, db)` shaped as `params`, gradients of the cost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np

from autograder.reference import mazur
from autograder.reference.activations import Array, sigmoid
from autograder.reference.bp1 import weight_gradient
from autograder.reference.bp2 import bias_gradient
from autograder.reference.bp3 import previous_activation_gradient
from autograder.reference.cost import cross_entropy_prime
from autograder.reference.derivatives import leaky_relu_prime, relu_prime, sigmoid_prime, tanh_prime

Params = Sequence[tuple[Array, Array]]
Grads = list[tuple[Array, Array]]

SLOPES: Final[Mapping[str, Callable[[Array], Array]]] = {
    "identity": np.ones_like,
    "sigmoid": lambda Z: np.asarray(sigmoid_prime(Z)),
    "tanh": lambda Z: np.asarray(tanh_prime(Z)),
    "relu": lambda Z: np.asarray(relu_prime(Z)),
    "leaky_relu": lambda Z: np.asarray(leaky_relu_prime(Z)),
}
"""g'(Z), element by element, of every activation but softmax, whose columns have a whole Jacobian."""

COSTS: Final = ("squared_error", "binary_cross_entropy", "categorical_cross_entropy")


def backward(
    A_L: Array, Y: Array, params: Params, caches: Params, activations: Sequence[str], cost: str
) -> list[tuple[Array, Array]]:
    """Return the gradients of the cost in every W and b: BP4, BP1, BP2 and BP3 in each layer, from the last to the first.

    Raises ValueError for a name it does not know, and for a cost and an output activation that don't belong together.
    """
    refuse_mismatch(A_L, activations, cost)
    grads: Grads = []
    dZ = output_gradient(A_L, Y, caches[-1][1], activations[-1], cost)
    for layer in reversed(range(len(params))):
        A_prev, _ = caches[layer]
        grads.append((weight_gradient(dZ, A_prev), bias_gradient(dZ)))
        if layer > 0:
            dA = previous_activation_gradient(params[layer][0], dZ)
            dZ = dA * SLOPES[activations[layer - 1]](caches[layer - 1][1])
    return grads[::-1]


def output_gradient(A_L: Array, Y: Array, Z_L: Array, activation: str, cost: str) -> Array:
    """Return dZ of the output layer, `(n_L, m)`: `a - y` where cost and activation belong together, else BP4."""
    if (activation, cost) in (("softmax", "categorical_cross_entropy"), ("sigmoid", "binary_cross_entropy")):
        return A_L - Y
    dA = A_L - Y if cost == "squared_error" else cross_entropy_prime(A_L, Y)
    return dA * SLOPES[activation](Z_L)


def refuse_mismatch(A_L: Array, activations: Sequence[str], cost: str) -> None:
    """Raise ValueError, in words, for what has no gradient here."""
    if cost not in COSTS:
        raise ValueError(f"There is no cost {cost!r}; there are {', '.join(COSTS)}.")
    for name in activations:
        if name != "softmax" and name not in SLOPES:
            raise ValueError(f"There is no activation {name!r}; there are {', '.join([*SLOPES, 'softmax'])}.")
    if "softmax" in activations[:-1]:
        raise ValueError("softmax belongs to the output layer: each of its outputs depends on the whole column of Z.")
    if (activations[-1] == "softmax") != (cost == "categorical_cross_entropy"):
        raise ValueError(
            f"{activations[-1]} outputs with {cost} don't belong together: softmax and categorical_cross_entropy are one pair."
        )
    if cost == "binary_cross_entropy" and (np.min(A_L) < 0.0 or np.max(A_L) > 1.0):
        raise ValueError(
            f"binary_cross_entropy takes the logarithm of outputs in [0, 1]; {activations[-1]} outputs reach from "
            f"{np.min(A_L):.3g} to {np.max(A_L):.3g}. Sigmoid outputs fit."
        )


def backward_accumulate(X: Array, Y: Array, params: Params) -> list[tuple[Array, Array]]:
    """Return the gradients of a sigmoid network with binary cross-entropy, one example at a time.

    Of each example: `Δ = Δ + δ aᵀ` for the weights, `Δ + δ` for the biases; in the end `D = Δ / m`.
    """
    m = X.shape[1]
    sums = [(np.zeros_like(W), np.zeros_like(b)) for W, b in params]
    for i in range(m):
        outputs = [X[:, i : i + 1]]
        for W, b in params:
            outputs.append(np.asarray(sigmoid(W @ outputs[-1] + b)))
        delta = outputs[-1] - Y[:, i : i + 1]
        for layer in reversed(range(len(params))):
            a = outputs[layer]
            sum_W, sum_b = sums[layer]
            sums[layer] = (sum_W + delta @ a.T, sum_b + delta)
            delta = (params[layer][0].T @ delta) * a * (1.0 - a)
    return [(sum_W / m, sum_b / m) for sum_W, sum_b in sums]


def mazur_step(eta: float) -> dict[str, float]:
    """Return w1 … w8 of Mazur's network after one step of gradient descent with learning rate `eta`; biases stay."""
    return mazur.step(eta)


def passes_needed(n_parameters: int) -> tuple[int, int]:
    """Return the passes that all gradients cost: `n + 1` by one-sided differences, 2 by backpropagation."""
    return n_parameters + 1, 2
