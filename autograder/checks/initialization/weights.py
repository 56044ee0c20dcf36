"""Mistakes in drawing weights, and the pieces that they are written with."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from autograder.checks.exercise import Misconception
from autograder.checks.initialization.forms import several
from autograder.reference.activations import Array

Rng = np.random.Generator
Weights = Callable[..., Any]  # (rng, n, n_prev, *more): W of a layer
Biases = Callable[..., Any]  # (rng, n): b of a layer
Shaped = Callable[..., Any]  # (rng, shape, *more): numbers of a shape, distributed as they should be for a layer


def zeros(rng: Rng, n: int) -> Array:
    """Return the biases as they should be."""
    return np.zeros((n, 1))


def drawn(
    weights: Weights, biases: Biases = zeros, before: Callable[[Rng], Rng] = lambda rng: rng
) -> Callable[..., Any]:
    """Return an initialization that draws each layer by `weights`; `before` is what becomes of the generator at the start."""

    def initialize(layer_sizes: Sequence[int], *more: Any) -> Any:
        *others, rng = more
        rng = before(rng)
        return [(weights(rng, n, n_prev, *others), biases(rng, n)) for n_prev, n in pairwise(layer_sizes)]

    return initialize


def from_network(weights: Callable[..., Any]) -> Callable[..., Any]:
    """Return an initialization whose layers need all sizes: `weights(rng, n, n_prev, layer_sizes)`."""

    def initialize(layer_sizes: Sequence[int], rng: Rng) -> Any:
        return [(weights(rng, n, n_prev, layer_sizes), zeros(rng, n)) for n_prev, n in pairwise(layer_sizes)]

    return initialize


def normal(deviation: Callable[[int, int], float]) -> Callable[..., Any]:
    """Return an initialization with normal weights of that standard deviation, a function of n and n_prev."""
    return drawn(lambda rng, n, n_prev: rng.normal(0.0, deviation(n, n_prev), size=(n, n_prev)))


def evenly(limit: Callable[[int, int], float]) -> Callable[..., Any]:
    """Return an initialization with weights from −limit to limit, a function of n and n_prev."""
    return drawn(lambda rng, n, n_prev: limit(n, n_prev) * rng.uniform(-1.0, 1.0, size=(n, n_prev)))


def positive(limit: Callable[[int, int], float]) -> Callable[..., Any]:
    """Return an initialization with weights from 0 to limit, a function of n and n_prev."""
    return drawn(lambda rng, n, n_prev: limit(n, n_prev) * rng.random((n, n_prev)))


def _fresh(rng: Rng) -> Rng:
    return np.random.default_rng(0)


def _unseeded(rng: Rng) -> Rng:
    return np.random.default_rng()


def _per_layer(shaped: Shaped, renew: Callable[[Rng], Rng]) -> Callable[..., Any]:
    """A new generator is made for every layer, or the same one is put back to where it was."""
    return drawn(lambda rng, n, n_prev, *more: shaped(renew(rng), (n, n_prev), n, n_prev, *more))


def _everywhere(shape: Callable[[int, int], tuple[int, int]], shaped: Shaped) -> Callable[..., Any]:
    """Fewer numbers are drawn than there are weights, and repeated."""
    return drawn(
        lambda rng, n, n_prev, *more: np.array(
            np.broadcast_to(shaped(rng, shape(n, n_prev), n, n_prev, *more), (n, n_prev))
        )
    )


def in_drawing(shaped: Shaped) -> tuple[Misconception, ...]:
    """Return the mistakes in how the generator is used; `shaped(rng, shape, n, n_prev, *more)` draws as is right for a layer."""

    def layer(rng: Rng, n: int, n_prev: int, *more: Any) -> Any:
        return shaped(rng, (n, n_prev), n, n_prev, *more)

    return (
        several(
            "own-generator-every-layer",
            "A generator with a fixed seed is made for each layer, so that all layers begin with the same numbers, in every call. "
            "Draw from the `rng` that is passed.",
            _per_layer(shaped, _fresh),
        ),
        several(
            "rewound",
            "Every layer gets the same numbers: the generator is put back to its start between layers. Draw on from the one "
            "`rng`.",
            _per_layer(shaped, copy.deepcopy),
        ),
        several(
            "own-generator",
            "The weights are the same whatever generator is passed: the function seeds one of its own. Draw from `rng`, and the "
            "caller decides.",
            drawn(layer, before=_fresh),
        ),
        several(
            "another-source",
            "The weights differ although the generators are equal: they are drawn from NumPy's global state (`np.random.…`) or an "
            "unseeded generator. Draw from `rng`.",
            drawn(layer, before=_unseeded),
            _per_layer(shaped, _unseeded),
        ),
        several(
            "one-number-a-layer",
            "One number is drawn and given to all weights of a layer: its neurons are equal, as with zeros. Each weight needs a "
            "number of its own.",
            _everywhere(lambda n, n_prev: (1, 1), shaped),
        ),
        several(
            "equal-rows",
            "One row is drawn and given to every neuron: they start equal and stay equal. Each neuron needs numbers of its own.",
            _everywhere(lambda n, n_prev: (1, n_prev), shaped),
        ),
        several(
            "equal-columns",
            "One number is drawn for each neuron and used for all its weights. Each weight needs a number of its own.",
            _everywhere(lambda n, n_prev: (n, 1), shaped),
        ),
        several(
            "not-drawn",
            "Nothing is drawn: all weights are 0, and the neurons of a layer stay equal for ever.",
            drawn(lambda rng, n, n_prev, *more: np.zeros((n, n_prev))),
        ),
        several(
            "size-missing",
            "W is a single number. Without a size, one number is drawn; the shape wanted is (n_l, n_prev).",
            drawn(lambda rng, n, n_prev, *more: float(shaped(rng, (1,), n, n_prev, *more)[0])),
            drawn(lambda rng, n, n_prev, *more: shaped(rng, (1,), n, n_prev, *more)[0]),
        ),
        several(
            "biases-drawn",
            "The biases are drawn too. Here they all start at 0: differences between the neurons' weights are enough.",
            drawn(layer, lambda rng, n: rng.normal(size=(n, 1))),
        ),
        several(
            "biases-one",
            "The biases are not 0. Here they all start at 0.",
            drawn(layer, lambda rng, n: np.ones((n, 1))),
            drawn(layer, lambda rng, n: np.full((n, 1), 0.01)),
        ),
    )
