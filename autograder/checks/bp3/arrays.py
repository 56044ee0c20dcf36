"""The layers that the exercises of BP3 are tried on: W and dZ, and what a mistake makes of them."""

from __future__ import annotations

from typing import Final

import numpy as np

from autograder.checks.bp1.arrays import SHAPES
from autograder.checks.forward_propagation.linear import drawn, matrix
from autograder.reference.activations import Array

ONE_READER: Final = "one neuron to feed (n_l = 1)"
NOT_READ: Final = "a neuron that is read with weights of 0 only"

ALL_ALIKE: Final = "sides that are all 2"

# In the first, W is square, so that its transpose can be forgotten; in the second, every side is 2: every product fits.
SQUARE: Final = (matrix([1, 2], [3, -1]), matrix([2, 1, 0], [1, -2, 3]))
TWOS: Final = (matrix([1, 2], [3, -1]), matrix([2, 1], [1, -2]))
TALL: Final = (matrix([1, -2], [0.5, 4], [3, -1]), matrix([2, -1], [4, 1], [1, 3]))
WIDE: Final = (matrix([1, 2, -1], [3, -1, 4]), matrix([2, -1], [1, 3]))
LESSON: Final = (matrix([1, 2, 0], [3, -1, 4]), matrix([2, 0, 1, -1], [1, -1, 0, 3]))
NARROW: Final = (matrix([2, -1, 1]), matrix([3, -2, 0.5, 1]))
THIN: Final = (matrix([2], [-3], [1]), matrix([1, 0.5], [2, -1], [-4, 3]))
SILENT: Final = (matrix([1, 0, -1], [3, 0, 4]), matrix([2, -1], [1, 3]))


def layers(rng: np.random.Generator) -> list[tuple[Array, Array]]:
    """Draw W and dZ of a layer for each of the shapes of lesson 06."""
    return [(drawn(rng, n, n_prev), drawn(rng, n, m)) for n, n_prev, m in SHAPES]
