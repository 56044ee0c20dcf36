"""The layers that the exercises of BP1 and BP2 are tried on, and the notes on what is special about an input."""

from __future__ import annotations

from typing import Final

import numpy as np

from autograder.checks.forward_propagation.linear import drawn, matrix
from autograder.reference.activations import Array

ONE_EXAMPLE: Final = "one example (m = 1)"
ONE_NEURON: Final = "one neuron (n_l = 1)"
ONE_BEFORE: Final = "one neuron before (n_prev = 1)"
ONE_OF_EACH: Final = "one neuron, one input and one example"
NO_BLAME: Final = "a dZ that is all 0"
READ_ONLY: Final = "arrays that may only be read"
STRIDED: Final = "arrays that are every other column of a wider one"
FORTRAN: Final = "arrays that lie in memory column by column"

# dZ and A_prev of one layer. In the first, every side is 2, so that a wrong product fits as well and can be looked at.
SQUARE: Final = (matrix([1, 3], [2, -4]), matrix([2, 4], [1, -2]))
NARROW: Final = (matrix([1, -2, 4]), matrix([2, 1, 0], [-1, 3, 0.5]))
LESSON: Final = (
    matrix([1, -1, 2, 0], [0, 2, -2, 4]),
    matrix([2, 0, 1, 3], [1, 3, 0, 2], [0, 5, 4, 1]),
)
TALL: Final = (matrix([1, -2], [0.5, 2], [3, -2]), matrix([2, -1], [1, 4]))
WIDE: Final = (matrix([2, -1], [1, 3]), matrix([1, 0], [2, -2], [0.5, 4]))

SHAPES: Final = ((2, 3, 4), (3, 3, 3), (4, 4, 2), (5, 4, 6))  # n_l, n_prev, m


def layers(rng: np.random.Generator) -> list[tuple[Array, Array]]:
    """Draw dZ and A_prev of a layer for each of `SHAPES`."""
    return [(drawn(rng, n, m), drawn(rng, n_prev, m)) for n, n_prev, m in SHAPES]
