"""Activation functions, each an element-wise `A = g(Z)`, and softmax, which works on columns.

In: numbers of any size up to 1e4 and beyond; out: finite numbers, without an overflow on the way. The trick is
everywhere the same: only ever raise e to a power that is not positive.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Numbers = float | Array

SCORES: Final = (5.1, 3.2, -1.7, -2.0)
"""The scores of cat, dog, frog and car in the lesson's worked softmax."""


def sigmoid(z: Numbers) -> Numbers:
    """Return `1 / (1 + e^-z)`, element by element, each in [0, 1]; equation (1) with g = σ.

    `z` has any shape, and the result has the same; a number gives a number.
    Below 0 both halves of the fraction are multiplied by `e^z`, which leaves `e^z / (1 + e^z)`.
    """
    small = np.exp(-np.abs(z))
    result: Numbers = np.where(np.asarray(z) >= 0, 1.0, small)[()] / (1.0 + small)
    return result


def tanh(z: Numbers) -> Numbers:
    """Return `(e^z - e^-z) / (e^z + e^-z)`, element by element, each in [-1, 1]; equation (1) with g = tanh.

    `z` has any shape, and the result has the same; a number gives a number.
    Multiplied by `e^-|z|`, the fraction holds `e^(-2|z|)` alone, and the sign of z is put back at the end.
    """
    small = np.exp(-2.0 * np.abs(z))
    result: Numbers = np.sign(z) * (1.0 - small) / (1.0 + small)
    return result


def relu(z: Numbers) -> Numbers:
    """Return `z` where it is positive and 0 elsewhere, in the shape of `z`; equation (1) with g = ReLU."""
    result: Numbers = np.maximum(z, 0.0)
    return result


def leaky_relu(z: Numbers, slope: float = 0.01) -> Numbers:
    """Return `z` where it is positive and `slope * z` elsewhere, in the shape of `z`; (1) with g = leaky ReLU."""
    result: Numbers = np.where(np.asarray(z) > 0, z, slope * z)[()]
    return result


def softmax(Z: Array) -> Array:
    """Return `e^Z[k, i] / Σ_k e^Z[k, i]`: each column of `Z` turned into probabilities that sum to 1.

    `Z` is `(K, m)`, one example per column, or `(K,)`, one example; the result has the shape of `Z`.
    A column's largest score is subtracted first: it cancels in the fraction, and no power of e is then above 1.
    """
    exponentials: Array = np.exp(Z - Z.max(axis=0))
    result: Array = exponentials / exponentials.sum(axis=0)
    return result


def class_probabilities() -> Array:
    """Return the probabilities `(4,)` of cat, dog, frog and car that softmax makes of `SCORES`."""
    return softmax(np.array(SCORES))
