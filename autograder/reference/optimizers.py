"""Optimizers: from a gradient to the next parameters, with a memory of earlier steps.

Each is a pure function `step(theta, grad, state, …) -> (theta, state)`. `theta` holds parameters in any shape, or is one number;
`grad` is the gradient of the cost there, of the same shape. `state` is a dict, `{}` before the first step. The learning rate
has the unit of theta squared over that of the cost (momentum, Nesterov), of theta (Adagrad, RMSprop, Adam, AdaMax, Nadam), or there
is none (Adadelta). The rules are those of Ruder's overview, as lesson 14 prints them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.reference.activations import Array

State = dict[str, Any]


def momentum_step(
    theta: Array, grad: Array, state: Mapping[str, Any], learning_rate: float = 0.01, gamma: float = 0.9
) -> tuple[Array, State]:
    """Return theta after a step with momentum, and the state; `v = γ v + η g`, `θ = θ − v`."""
    v = gamma * state.get("v", 0.0) + learning_rate * grad
    return theta - v, {"v": v}


def nesterov_step(
    theta: Array,
    grad_fn: Callable[[Array], Array],
    state: Mapping[str, Any],
    learning_rate: float = 0.01,
    gamma: float = 0.9,
) -> tuple[Array, State]:
    """Return theta after a step with Nesterov's look-ahead, and the state; `v = γ v + η ∇J(θ − γ v)`, `θ = θ − v`."""
    v = state.get("v", 0.0)
    v = gamma * v + learning_rate * grad_fn(theta - gamma * v)
    return theta - v, {"v": v}


def adagrad_step(
    theta: Array, grad: Array, state: Mapping[str, Any], learning_rate: float = 0.01, eps: float = 1e-8
) -> tuple[Array, State]:
    """Return theta after a step of Adagrad, and the state; `G = G + g²`, `θ = θ − η g / √(G + ε)`."""
    G = state.get("G", 0.0) + grad**2
    return theta - learning_rate * grad / np.sqrt(G + eps), {"G": G}


def rmsprop_step(
    theta: Array,
    grad: Array,
    state: Mapping[str, Any],
    learning_rate: float = 0.001,
    rho: float = 0.9,
    eps: float = 1e-8,
) -> tuple[Array, State]:
    """Return theta after a step of RMSprop, and the state; `E = ρ E + (1 − ρ) g²`, `θ = θ − η g / √(E + ε)`."""
    E = rho * state.get("E", 0.0) + (1.0 - rho) * grad**2
    return theta - learning_rate * grad / np.sqrt(E + eps), {"E": E}


def adadelta_step(
    theta: Array, grad: Array, state: Mapping[str, Any], rho: float = 0.9, eps: float = 1e-6
) -> tuple[Array, State]:
    """Return theta after a step of Adadelta, and the state; `Δ = −√(D + ε)/√(E + ε) g`, `θ = θ + Δ`.

    `E` and `D` are the moving averages of `g²` and of `Δ²`; the step is made with the D of the steps before.
    """
    E = rho * state.get("E", 0.0) + (1.0 - rho) * grad**2
    D = state.get("D", 0.0)
    change = -np.sqrt(D + eps) / np.sqrt(E + eps) * grad
    return theta + change, {"E": E, "D": rho * D + (1.0 - rho) * change**2}


def adam_step(
    theta: Array,
    grad: Array,
    state: Mapping[str, Any],
    learning_rate: float = 0.001,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> tuple[Array, State]:
    """Return theta after a step of Adam, and the state; `θ = θ − η m̂ / (√v̂ + ε)`, with `m̂` and `v̂` free of bias."""
    t, m, v = _moments(grad, state, beta1, beta2)
    m_hat, v_hat = m / (1.0 - beta1**t), v / (1.0 - beta2**t)
    return theta - learning_rate * m_hat / (np.sqrt(v_hat) + eps), {"t": t, "m": m, "v": v}


def adamax_step(
    theta: Array,
    grad: Array,
    state: Mapping[str, Any],
    learning_rate: float = 0.002,
    beta1: float = 0.9,
    beta2: float = 0.999,
) -> tuple[Array, State]:
    """Return theta after a step of AdaMax, and the state; `u = max(β2 u, |g|)`, `θ = θ − η m̂ / u`, no move where u is 0."""
    t, m, _ = _moments(grad, state, beta1, beta2)
    u = np.maximum(beta2 * state.get("u", 0.0), np.abs(grad))
    move = learning_rate * m / (1.0 - beta1**t) / np.where(u > 0, u, 1.0)
    return theta - np.where(u > 0, move, 0.0), {"t": t, "m": m, "u": u}


def nadam_step(
    theta: Array,
    grad: Array,
    state: Mapping[str, Any],
    learning_rate: float = 0.001,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> tuple[Array, State]:
    """Return theta after a step of Nadam, and the state; Adam with `β1 m̂ + (1 − β1) g / (1 − β1ᵗ)` in the place of `m̂`."""
    t, m, v = _moments(grad, state, beta1, beta2)
    ahead = (beta1 * m + (1.0 - beta1) * grad) / (1.0 - beta1**t)
    return theta - learning_rate * ahead / (np.sqrt(v / (1.0 - beta2**t)) + eps), {"t": t, "m": m, "v": v}


def _moments(grad: Array, state: Mapping[str, Any], beta1: float, beta2: float) -> tuple[int, Array, Array]:
    """Return the number of this step, counted from 1, and the moving averages of `g` and `g²`, as they are: biased."""
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0.0) + (1.0 - beta1) * grad
    v = beta2 * state.get("v", 0.0) + (1.0 - beta2) * grad**2
    return t, m, v
