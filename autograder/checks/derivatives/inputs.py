"""What the functions of lesson 03 are tried on, and what their mistakes are made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.outcome import Case

NUMBER = "one number instead of an array"
NEGATIVE = "very negative z (down to −300)"
POSITIVE = "very large z (up to 300)"

SMALL = np.array([[0.5, -3.0], [-0.25, 2.0]])


def shapes() -> list[Case]:
    """Shapes and memory layouts that any element-wise function has to cope with."""
    return [
        Case((np.array([0.3]),), note="an array that holds one number"),
        Case((np.array([[-0.7]]),), note="an array that holds one number"),
        Case((np.array([[0.5], [-1.5], [2.5]]),), note="one example (m = 1)"),
        Case((np.array([[0.5, -1.5, 2.5]]),), note="one neuron (n = 1)"),
        Case((np.zeros((2, 3)),), note="zeros only"),
        Case((-np.array([[0.5, 1.0, 4.0], [3.0, 2.0, 0.1]]),), note="negative numbers only"),
        Case((SMALL,), note="a read-only array", layout="read-only"),
        Case((SMALL,), note="every second column of a larger array", layout="strided"),
        Case((SMALL,), note="an array in Fortran order", layout="fortran"),
    ]


def random(rng: np.random.Generator) -> list[Case]:
    """Arrays of several shapes, with numbers short enough to read."""
    return [Case((rng.normal(0, 3, size=n).round(2),)) for n in [(4,), (3, 5), (5, 2), (12, 10)]]


def numbers(*values: float) -> list[Case]:
    """Single numbers."""
    return [Case((value,), note=NUMBER) for value in values]


def saturated() -> list[Case]:
    """Inputs far out on the flat parts, yet where e^2z fits into a float: lesson 03 asks for no more."""
    return [
        Case((-300.0,), note="the number −300"),
        Case((300.0,), note="the number 300"),
        Case((np.array([-300.0, 0.0]),), note=NEGATIVE),
        Case((np.array([0.0, 300.0]),), note=POSITIVE),
        Case((np.array([[-80.0, -100.0], [1.0, -250.0]]),), note=NEGATIVE),
        Case((np.array([[80.0, 100.0], [-1.0, 250.0]]),), note=POSITIVE),
        Case((np.array([[-300.0, 300.0, 0.5], [100.0, -2.0, -100.0]]),), note="both of these side by side"),
    ]


def pick(condition: Any, this: Any, that: Any) -> Any:
    """Return `np.where(condition, this, that)`, as a number where numbers go in."""
    return np.where(condition, this, that)[()]


def rounded(g: Callable[[Any], Any], digits: int) -> Callable[[Any], Any]:
    """Return `g`, rounded."""
    return lambda z: np.round(g(z), digits)


def measured(g: Callable[[Any], Any], eps: float) -> Callable[[Any], Any]:
    """Return the central difference of `g`."""
    return lambda z: (g(z + eps) - g(z - eps)) / (2 * eps)


def measured_ahead(g: Callable[[Any], Any], eps: float) -> Callable[[Any], Any]:
    """Return the one-sided difference of `g`."""
    return lambda z: (g(z + eps) - g(z)) / eps
