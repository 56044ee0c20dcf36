"""Initialization: what weights and biases are before the first update, and what the layers then make of an input.

`layer_sizes` are `n_0` to `n_L`; params are a list of pairs `(W, b)`, with shapes `(n_l, n_prev)` and `(n_l, 1)`. All biases
are 0. A layer has `n_in = n_prev` inputs to each neuron and `n_out = n_l` neurons.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations, pairwise
from typing import Any

import numpy as np

from autograder.reference.activations import Array
from autograder.reference.forward_propagation import Params

Sampler = Callable[[int, int], Array]


def zero_initialization(layer_sizes: Sequence[int]) -> list[tuple[Array, Array]]:
    """Return weights and biases that are all 0."""
    return _layers(layer_sizes, lambda n, n_prev: np.zeros((n, n_prev)))


def uniform_initialization(
    layer_sizes: Sequence[int], epsilon: float, rng: np.random.Generator
) -> list[tuple[Array, Array]]:
    """Return weights drawn from `[−epsilon, epsilon]`, every number in it as likely as any other."""
    return _layers(layer_sizes, lambda n, n_prev: rng.uniform(-epsilon, epsilon, size=(n, n_prev)))


def xavier_initialization(layer_sizes: Sequence[int], rng: np.random.Generator) -> list[tuple[Array, Array]]:
    """Return normal weights with mean 0 and variance `2 / (n_in + n_out)`; Glorot and Bengio, 2010."""
    return _layers(layer_sizes, lambda n, n_prev: rng.normal(0.0, (2.0 / (n_prev + n)) ** 0.5, size=(n, n_prev)))


def he_initialization(layer_sizes: Sequence[int], rng: np.random.Generator) -> list[tuple[Array, Array]]:
    """Return normal weights with mean 0 and variance `2 / n_in`; He, Zhang, Ren and Sun, 2015."""
    return _layers(layer_sizes, lambda n, n_prev: rng.normal(0.0, (2.0 / n_prev) ** 0.5, size=(n, n_prev)))


def is_symmetric(W: Array) -> bool:
    """Return whether some two rows of `W` differ by no more than 1e-12 in every entry."""
    return any(bool(np.all(np.abs(one - other) <= 1e-12)) for one, other in combinations(W, 2))


def activation_spread(params: Params, X: Array, g: Callable[[Any], Any]) -> list[float]:
    """Return the standard deviation of all entries of `A[l]`, for l = 1 to L, with `g` in every layer; (1) and (2)."""
    A, spread = X, []
    for W, b in params:
        A = g(W @ A + b)
        spread.append(float(np.sqrt(np.mean((A - np.mean(A)) ** 2))))
    return spread


def _layers(layer_sizes: Sequence[int], weights: Sampler) -> list[tuple[Array, Array]]:
    return [(weights(n, n_prev), np.zeros((n, 1))) for n_prev, n in pairwise(layer_sizes)]
