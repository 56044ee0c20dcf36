"""Gradient descent: one step downhill, mini-batches, the share of right answers, training, and a score for the digits.

`X` has shape `(n_0, m)`, `Y` `(n_L, m)`, one example a column; `params` and `grads` are lists of pairs, `(n_l, n_prev)` and
`(n_l, 1)`. A learning rate has the unit of a parameter's square, divided by that of the cost. An epoch uses every example once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np

from autograder.reference.activations import Array
from autograder.reference.backpropagation import backward
from autograder.reference.cost import binary_cross_entropy, categorical_cross_entropy, squared_error
from autograder.reference.forward_propagation import Params, forward

COSTS: Final[Mapping[str, Callable[[Array, Array], float]]] = {
    "squared_error": squared_error,
    "binary_cross_entropy": binary_cross_entropy,
    "categorical_cross_entropy": categorical_cross_entropy,
}

HIDDEN: Final = ("relu", "tanh", "sigmoid", "leaky_relu", "identity")
"""The activations a network for the digits may have in its hidden layers, the same in all of them."""

Trained = tuple[Params, list[float]]


def update(params: Params, grads: Params, learning_rate: float) -> list[tuple[Array, Array]]:
    """Return new params, each array moved against its gradient: `W - η dW`, `b - η db`."""
    return [(W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in zip(params, grads, strict=True)]


def minibatches(X: Array, Y: Array, batch_size: int, rng: np.random.Generator) -> list[tuple[Array, Array]]:
    """Return all examples in random order, cut into pairs `(X_b, Y_b)` of `batch_size` columns; the last may have fewer."""
    order = rng.permutation(X.shape[1])
    cuts = [order[start : start + batch_size] for start in range(0, len(order), batch_size)]
    return [(X[:, cut], Y[:, cut]) for cut in cuts]


def accuracy(A: Array, Y: Array) -> float:
    """Return the share of columns that `A` gets right: the largest of several outputs, or which side of 0.5 a single one is."""
    if A.shape[0] == 1:
        return float(np.mean((A > 0.5) == (Y > 0.5)))
    return float(np.mean(np.argmax(A, axis=0) == np.argmax(Y, axis=0)))


def cost_of(X: Array, Y: Array, params: Params, activations: Sequence[str], cost: str) -> float:
    """Return the cost of a network over all of `X`, `Y`; equation (3). Raises KeyError for a cost that there is not."""
    return COSTS[cost](forward(X, params, activations)[0], Y)


def train(
    X: Array,
    Y: Array,
    params: Params,
    activations: Sequence[str],
    cost: str,
    learning_rate: float,
    epochs: int,
    batch_size: int,
    rng: np.random.Generator,
) -> Trained:
    """Return `(params, history)`: params after a step for every mini-batch of every epoch, and the cost over the whole set after each."""
    history = []
    for _ in range(epochs):
        for X_b, Y_b in minibatches(X, Y, batch_size, rng):
            A_L, caches = forward(X_b, params, activations)
            params = update(params, backward(A_L, Y_b, params, caches, activations, cost), learning_rate)
        history.append(cost_of(X, Y, params, activations, cost))
    return params, history


def best_accuracy(X: Array, Y: Array, params: Params) -> tuple[float, str]:
    """Return the share of `X` a network reads right, and the activation of its hidden layers with which it reads most.

    The output layer is softmax, whose largest output is where z is largest. A network of one layer has no hidden one.
    """
    scores = {
        name: accuracy(forward(X, params, [name] * (len(params) - 1) + ["softmax"])[0], Y)
        for name in (HIDDEN if len(params) > 1 else HIDDEN[:1])
    }
    best = max(scores, key=lambda name: scores[name])
    return scores[best], best
