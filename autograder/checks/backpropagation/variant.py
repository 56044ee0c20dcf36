"""A way back with some of its steps replaced: what nearly every mistake in `backward` is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.checks.exercise import Misconception
from autograder.reference.backpropagation import SLOPES
from autograder.reference.cost import cross_entropy_prime
from autograder.reference.forward_propagation import Array, Params

PAIRS = frozenset({("sigmoid", "binary_cross_entropy"), ("softmax", "categorical_cross_entropy")})
SOFTMAX_ALONE = frozenset({("softmax", "categorical_cross_entropy")})

Slope = Callable[[Array], Array]
Backward = Callable[..., Any]


@dataclass(frozen=True)
class Given:
    """The arguments of `backward`; layers are counted by their position k in the lists, from 0."""

    A_L: Array
    Y: Array
    params: Params
    caches: Params
    names: Sequence[str]
    cost: str

    @property
    def pair(self) -> tuple[str, str]:
        """The output activation and the cost."""
        return self.names[-1], self.cost

    def came_in(self, k: int) -> Array:
        """Return what came into the layer."""
        return self.caches[k][0]

    def sums(self, k: int) -> Array:
        """Return the weighted sums of the layer."""
        return self.caches[k][1]

    def gave_out(self, k: int) -> Array:
        """Return what the layer gave out."""
        return self.caches[k + 1][0] if k + 1 < len(self.caches) else self.A_L


OfLayer = Callable[[Given, int], Array]


def loss_slope(given: Given) -> Array:
    """Return dA of the output layer."""
    return given.A_L - given.Y if given.cost == "squared_error" else cross_entropy_prime(given.A_L, given.Y)


def slope_of(given: Given, k: int) -> Array:
    """Return g′(Z) of the layer."""
    return SLOPES[given.names[k]](given.sums(k))


def with_slopes(**wrong: Slope) -> OfLayer:
    """Return the slopes with some of the derivatives replaced, by the name of the activation."""
    slopes: Mapping[str, Slope] = {**SLOPES, **wrong}
    return lambda given, k: slopes[given.names[k]](given.sums(k))


def started(
    loss: Callable[[Given], Array] = loss_slope,
    slope: OfLayer = slope_of,
    pairs: frozenset[tuple[str, str]] = PAIRS,
    cancelled: Callable[[Given], Array] = lambda given: given.A_L - given.Y,
) -> Callable[[Given], Array]:
    """Return the first line of the way back: `cancelled` for the pairs, else the recipe, dA times the slope."""

    def first(given: Given) -> Array:
        return cancelled(given) if given.pair in pairs else loss(given) * slope(given, len(given.params) - 1)

    return first


FIRST = started()


def variant(
    first: Callable[[Given], Array] = FIRST,
    slope: OfLayer = slope_of,
    read: OfLayer = Given.came_in,
    weight: OfLayer = lambda given, k: given.params[k][0],
    weights: Callable[[Array, Array], Array] = lambda dZ, A: dZ @ A.T / dZ.shape[1],
    biases: Callable[[Array], Any] = lambda dZ: dZ.mean(axis=1, keepdims=True),
    back: Callable[[Array, Array], Array] = lambda W, dZ: W.T @ dZ,
    through: Callable[[Array, Array], Array] = lambda dA, slope: dA * slope,
    arrived: Callable[[Array], Array] = lambda dZ: dZ,
    give: Callable[[list[tuple[Any, Any]]], Any] = lambda grads: grads,
) -> Backward:
    """Return a `backward` with the steps handed in; `arrived` changes every dZ, `give` gets the grads in the right order."""

    def backward(A_L: Array, Y: Array, params: Params, caches: Params, activations: Sequence[str], cost: str) -> Any:
        given = Given(A_L, Y, params, caches, activations, cost)
        dZ, grads = arrived(first(given)), []
        for k in reversed(range(len(params))):
            grads.append((weights(dZ, read(given, k)), biases(dZ)))
            if k > 0:
                dZ = arrived(through(back(weight(given, k), dZ), slope(given, k - 1)))
        return give(grads[::-1])

    return backward


def everywhere(slope: OfLayer) -> tuple[Backward, ...]:
    """Return the ways to use a wrong slope: hidden and output layers, hidden ones alone, and with σ′ in its pair as well."""
    return (
        variant(first=started(slope=slope), slope=slope),
        variant(slope=slope),
        variant(first=started(slope=slope, pairs=SOFTMAX_ALONE), slope=slope),
    )


def with_derivative(*ways: Mapping[str, Slope]) -> tuple[Backward, ...]:
    """Return the ways to use wrong derivatives, each given by the name of its activation, in hidden and output layers."""
    forms = [everywhere(with_slopes(**wrong)) for wrong in ways]
    return tuple(
        form
        for (plain, _, in_pair), wrong in zip(forms, ways, strict=True)
        for form in ((plain, in_pair) if "sigmoid" in wrong else (plain,))
    )


def ones(Z: Array) -> Array:
    """Return a slope of 1 everywhere."""
    return np.ones_like(Z)


def several(name: str, sentence: str, *forms: Any) -> Misconception:
    """Return a misconception that is written in several ways."""
    return Misconception(name, forms[0], sentence, also=tuple(forms[1:]))
