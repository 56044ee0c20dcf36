"""Neurons and layers of neurons, on one example and on many.

Order of the arguments everywhere: weights, inputs, bias, activation. One example per column, as in the curriculum:
`X` is `(n, m)`, `W` is `(n_l, n_prev)` with one neuron per row, `b` is `(n_l, 1)`. Numbers have no units: inputs and
activations are plain float64.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Gate = tuple[tuple[float, float], float]

INPUTS = ((0, 0), (0, 1), (1, 0), (1, 1))  # all that a gate can be asked, in the order of a truth table

# Curriculum, lesson 01: ((w1, w2), b) of step neurons. Any line between the same corners would do as well.
GATES: Mapping[str, Gate] = {
    "AND": ((1.0, 1.0), -1.5),
    "OR": ((1.0, 1.0), -0.5),
    "NAND": ((-1.0, -1.0), 1.5),
}


def weighted_sum(w: Array, x: Array, b: float) -> float:
    """Return z = Σ_j w_j x_j + b, curriculum equation (2) for one neuron and one example.

    `w` and `x` have shape `(n,)`; NumPy raises ValueError when their lengths differ.
    """
    return float(np.dot(w, x)) + b


def neuron(w: Array, x: Array, b: float, g: Callable[[float], float]) -> float:
    """Return a = g(z), curriculum equation (1) for one neuron and one example.

    `w` and `x` have shape `(n,)`; NumPy raises ValueError when their lengths differ.
    """
    return g(weighted_sum(w, x, b))


def neuron_batch(w: Array, X: Array, b: float, g: Callable[[Array], Array]) -> Array:
    """Return the activations of one neuron for m examples, shape `(m,)`: equations (1) and (2) with one row of W.

    `w` has shape `(n,)` and `X` `(n, m)`; NumPy raises ValueError when the two n differ.
    """
    return g(np.dot(w, X) + b)


def layer(W: Array, X: Array, b: Array, g: Callable[[Array], Array]) -> Array:
    """Return A = g(W X + b), shape `(n_l, m)`: curriculum equations (1) and (2).

    `W` has shape `(n_l, n_prev)`, `X` `(n_prev, m)`, `b` `(n_l, 1)`; NumPy raises ValueError when they do not fit.
    """
    return g(np.dot(W, X) + b)


def fires(gate: Gate, x1: float, x2: float) -> int:
    """Return 1 when the step neuron `((w1, w2), b)` has z > 0 for the inputs, else 0 (curriculum, lesson 01)."""
    (w1, w2), b = gate
    return int(w1 * x1 + w2 * x2 + b > 0)


def xor(x1: int, x2: int) -> int:
    """Return 1 when exactly one of two inputs is 1, else 0: what OR and NAND both say (curriculum, lesson 01)."""
    return fires(GATES["AND"], fires(GATES["OR"], x1, x2), fires(GATES["NAND"], x1, x2))


def truth_table(gate: Callable[..., Any]) -> tuple[Any, ...]:
    """Return what a function of two inputs answers to each of `INPUTS`."""
    return tuple(gate(x1, x2) for x1, x2 in INPUTS)
