"""The slopes that are handed to the functions of BP4, and what is special about an input.

A slope works element by element, on a number and on an array; its docstring is what a student reads beside the case.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np

from autograder.checks.forward_propagation.linear import drawn, matrix
from autograder.reference import derivatives
from autograder.reference.activations import Array, sigmoid

Slope = Callable[[Any], Any]


def square_prime(z: Any) -> Any:
    """the slope of z², which is 2 z."""
    return 2.0 * z


def cube_prime(z: Any) -> Any:
    """the slope of z³, which is 3 z²."""
    return 3.0 * z**2


def relu_prime(z: Any) -> Any:
    """the slope of relu: 1 where z is positive, else 0."""
    return derivatives.relu_prime(z)


def sigmoid_prime(z: Any) -> Any:
    """the slope of the sigmoid, σ(z) (1 − σ(z))."""
    return derivatives.sigmoid_prime(z)


def tanh_prime(z: Any) -> Any:
    """the slope of tanh, 1 − tanh(z)²."""
    return derivatives.tanh_prime(z)


def identity_prime(z: Any) -> Any:
    """the slope of the identity: 1, whatever z is."""
    return 0.0 * z + 1.0


ACTIVATIONS: Final[tuple[Callable[[Any], Any], ...]] = (sigmoid, np.tanh, lambda z: np.maximum(z, 0.0), np.square)

SATURATED: Final = "a sigmoid far out, where it is flat"
FLAT: Final = "a relu that is silent: every z is negative"
IDENTITY: Final = "an activation that changes nothing"
NO_SUMS: Final = "a Z that is all 0"

# dA and Z of one layer. In the first, both sides are 2, so that a wrong product fits as well and can be looked at.
SQUARE: Final = (matrix([1, -2], [3, 0.5]), matrix([2, 1], [-1, 4]))
WIDE: Final = (matrix([2, -1, 0.5], [0, 3, 4]), matrix([1, 2, 5], [3, 4, -1]))
TALL: Final = (matrix([1, 3], [-2, 4], [0.5, -1]), matrix([0.5, -1], [2, 1], [-3, 0]))


def layers(rng: np.random.Generator) -> list[tuple[Array, Array]]:
    """Draw dA and Z of layers of several shapes."""
    return [(drawn(rng, n, m), drawn(rng, n, m)) for n, m in ((3, 3), (2, 5), (6, 4))]
