"""Matt Mazur's worked example: a 2-2-2 network, sigmoid everywhere, squared error, one bias per layer; all of it in full digits.

Weights are numbered as in his article: w1, w2 lead into h1, w3, w4 into h2, w5, w6 into o1, w7, w8 into o2.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from autograder.reference.activations import Array, sigmoid

X: Final = np.array([[0.05], [0.10]])
Y: Final = np.array([[0.01], [0.99]])
W1: Final = np.array([[0.15, 0.20], [0.25, 0.30]])
W2: Final = np.array([[0.40, 0.45], [0.50, 0.55]])
B1: Final = np.array([[0.35], [0.35]])
B2: Final = np.array([[0.60], [0.60]])


def outputs() -> tuple[Array, Array]:
    """Return `(out_h, out_o)`, each `(2, 1)`: equations (1) and (2), layer by layer."""
    hidden = np.asarray(sigmoid(W1 @ X + B1))
    return hidden, np.asarray(sigmoid(W2 @ hidden + B2))


def deltas() -> tuple[Array, Array]:
    """Return `(dZ1, dZ2)`, each `(2, 1)`: BP4 at the output, then BP3 and BP4."""
    hidden, output = outputs()
    delta_2 = (output - Y) * output * (1.0 - output)
    return (W2.T @ delta_2) * hidden * (1.0 - hidden), delta_2


def gradients() -> tuple[Array, Array]:
    """Return `(dW1, dW2)`, each `(2, 2)`; BP1 with m = 1."""
    delta_1, delta_2 = deltas()
    return delta_1 @ X.T, delta_2 @ outputs()[0].T


def blame_of_hidden() -> Array:
    """Return `∂E_total/∂out_h`, `(2, 1)`; BP3."""
    return W2.T @ deltas()[1]


def step(eta: float) -> dict[str, float]:
    """Return w1 … w8 after one step of learning rate `eta`; biases stay, as in the article."""
    new = [W - eta * dW for W, dW in zip((W1, W2), gradients(), strict=True)]
    return {f"w{i}": float(w) for i, w in enumerate(np.concatenate([W.ravel() for W in new]), 1)}
