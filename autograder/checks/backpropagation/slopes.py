"""Mistakes in BP4: which Z and which activation the slope is taken of, and the slopes themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.checks.backpropagation.variant import (
    FIRST,
    SOFTMAX_ALONE,
    Given,
    everywhere,
    ones,
    several,
    slope_of,
    started,
    variant,
    with_derivative,
)
from autograder.reference.backpropagation import SLOPES
from autograder.reference.forward_propagation import ACTIVATIONS, Array


def _da_passed_on(A_L: Any, Y: Any, params: Any, caches: Any, activations: Any, cost: str) -> Any:
    """BP3 with dA where dZ is meant: the slopes of the layers behind are lost."""
    given = Given(A_L, Y, params, caches, activations, cost)
    dZ = dA = FIRST(given)
    grads = []
    for k in reversed(range(len(params))):
        grads.append((dZ @ caches[k][0].T / dZ.shape[1], dZ.mean(axis=1, keepdims=True)))
        if k > 0:
            dA = params[k][0].T @ dA
            dZ = dA * slope_of(given, k - 1)
    return grads[::-1]


def _by_name(name: str) -> Callable[[Given, int], Array]:
    return lambda given, k: SLOPES[name](given.sums(k))


def _of_a(given: Given, k: int) -> Array:
    return SLOPES[given.names[k]](given.gave_out(k))


def _activation_itself(given: Given, k: int) -> Array:
    return np.asarray(ACTIVATIONS[given.names[k]](given.sums(k)))


def _a_form_of_z(given: Given, k: int) -> Array:
    """Return the derivatives by a, a (1 − a) and 1 − a², with z put in."""
    formulas: Mapping[str, Callable[[Array], Array]] = {
        **SLOPES,
        "sigmoid": lambda Z: Z * (1 - Z),
        "tanh": lambda Z: 1 - Z**2,
    }
    return formulas[given.names[k]](given.sums(k))


def _softmax_slope(given: Given, k: int) -> Array:
    if given.names[k] == "softmax":
        return given.gave_out(k) * (1 - given.gave_out(k))
    return slope_of(given, k)


def _own_layer(given: Given, k: int) -> Array:
    """Return the slope of the layer behind, at the position of the turn: both its Z and its activation."""
    return _softmax_slope(given, k + 1)


def _softmax_is_unknown(given: Given, k: int) -> Array:
    return slope_of(given, k + 1)


def _own_name(given: Given, k: int) -> Array:
    name = given.names[k + 1]
    return given.gave_out(k) * (1 - given.gave_out(k)) if name == "softmax" else SLOPES[name](given.sums(k))


def _own_name_unknown(given: Given, k: int) -> Array:
    return SLOPES[given.names[k + 1]](given.sums(k))


BP4 = (
    several(
        "slopes-forgotten",
        "No hidden layer multiplies by its slope: what BP3 gives is used as dZ. It is dA; BP4 makes dZ of it, with g′(Z) of that "
        "layer.",
        variant(slope=lambda given, k: ones(given.sums(k))),
        variant(first=lambda given: given.A_L - given.Y, slope=lambda given, k: ones(given.sums(k))),
        variant(
            first=started(slope=lambda given, k: ones(given.sums(k)), pairs=SOFTMAX_ALONE),
            slope=lambda given, k: ones(given.sums(k)),
        ),
    ),
    several(
        "da-passed-on",
        "The dA of a layer is handed to BP3 in place of its dZ, so that its slope is lost for all layers before it. The chain goes "
        "dA, dZ, dA, dZ.",
        _da_passed_on,
    ),
    several(
        "slope-of-a",
        "g′ is taken of the activation A, not of Z. The slope belongs to the point where the activation was computed: the weighted "
        "sum, kept in the cache.",
        *everywhere(_of_a),
        variant(first=started(slope=_of_a)),
    ),
    several(
        "formula-in-a-of-z",
        "a (1 − a) and 1 − a² are slopes written with a = g(z), and z is put into them here. With Z at hand, g has to be applied "
        "first.",
        *everywhere(_a_form_of_z),
        *with_derivative({"sigmoid": lambda Z: Z * (1 - Z)}, {"tanh": lambda Z: 1 - Z**2}),
    ),
    several(
        "activation-for-slope",
        "dA is multiplied by the activation g(Z), not by its slope g′(Z).",
        *everywhere(_activation_itself),
    ),
    several(
        "one-slope-for-all",
        "The same slope is used whatever `activations` says. Each layer's own name stands in that list, and decides about g′.",
        *(
            form
            for name in ("sigmoid", "relu", "tanh", "leaky_relu")
            for form in (
                variant(slope=_by_name(name)),
                variant(first=started(slope=_by_name(name)), slope=_by_name(name)),
                variant(first=lambda given: given.A_L - given.Y, slope=_by_name(name)),
            )
        ),
        variant(slope=lambda given, k: SLOPES[given.names[0]](given.sums(k))),
    ),
    several(
        "layer-behind",
        "BP4 reads Z and g of the layer that BP3 has just left. It makes the dZ of the layer before, so both are read one position "
        "further down.",
        variant(slope=_own_layer),
        variant(slope=_softmax_is_unknown),
        variant(slope=lambda given, k: SLOPES[given.names[k]](given.sums(k + 1))),
    ),
    several(
        "name-of-the-layer-behind",
        "BP4 reads the right Z with the activation of the wrong layer. Both belong to the layer whose dZ is made, at the same "
        "position.",
        variant(slope=_own_name),
        variant(slope=_own_name_unknown),
        variant(slope=lambda given, k: SLOPES[given.names[k - 1]](given.sums(k))),
        variant(slope=lambda given, k: SLOPES[given.names[len(given.names) - 1 - k]](given.sums(k))),
    ),
    several(
        "z-too-far-down",
        "BP4 reads the Z of a layer too far down. It makes the dZ of the layer before the turn's own, with the Z of exactly that "
        "layer.",
        variant(slope=lambda given, k: SLOPES[given.names[k]](given.sums(k - 1))),
        variant(slope=lambda given, k: SLOPES[given.names[k]](given.sums(max(k - 1, 0)))),
    ),
    several(
        "leaky-slope",
        "The slope of `leaky_relu` on the negative side is 0.01, and 1 on the other. Everything else is right.",
        *with_derivative(
            *(
                {"leaky_relu": lambda Z, slope=slope: np.where(Z > 0, 1.0, slope)}
                for slope in (0.1, 0.0, 0.2, 1.0, 0.3, -0.01)
            ),
            {"leaky_relu": lambda Z: np.where(Z > 0, 0.01, 1.0)},
            {"leaky_relu": lambda Z: np.where(Z > 0, Z, 0.01)},
            {"leaky_relu": lambda Z: np.where(Z > 0, 1.0, 0.01 * Z)},
            {"leaky_relu": lambda Z: np.where(Z > 0, Z, 0.01 * Z)},
        ),
    ),
    several(
        "relu-slope",
        "The slope of `relu` is 1 where Z is positive and 0 elsewhere. Everything else is right.",
        *with_derivative(
            {"relu": lambda Z: np.maximum(Z, 0.0)},
            {"relu": ones},
            {"relu": lambda Z: np.where(Z > 0, 0.0, 1.0)},
            {"relu": np.sign},
            {"relu": lambda Z: np.where(Z > 0, 1.0, Z)},
            {"relu": lambda Z: np.where(Z > 1, 1.0, 0.0)},
            {"relu": lambda Z: np.where(Z > 0, 1.0, 0.01)},
        ),
    ),
    several(
        "tanh-slope",
        "The slope of `tanh` is not 1 − tanh²(Z) here. Everything else is right.",
        *with_derivative(
            {"tanh": lambda Z: 1 - np.tanh(Z)},
            {"tanh": lambda Z: np.tanh(Z) * (1 - np.tanh(Z))},
            {"tanh": lambda Z: 1 + np.tanh(Z) ** 2},
            {"tanh": lambda Z: (1 - np.tanh(Z)) ** 2},
            {"tanh": lambda Z: np.tanh(Z) ** 2},
            {"tanh": ones},
        ),
    ),
    several(
        "sigmoid-slope",
        "The slope of `sigmoid` is a (1 − a), with a = σ(Z): something else stands here. Everything else is right.",
        *with_derivative(
            {"sigmoid": lambda Z: 1 - np.asarray(ACTIVATIONS["sigmoid"](Z))},
            {"sigmoid": lambda Z: np.asarray(ACTIVATIONS["sigmoid"](Z))},
            {"sigmoid": lambda Z: np.asarray(ACTIVATIONS["sigmoid"](Z)) ** 2},
            {"sigmoid": lambda Z: 1 - np.asarray(ACTIVATIONS["sigmoid"](Z)) ** 2},
            {"sigmoid": ones},
        ),
    ),
    several(
        "identity-slope",
        "The slope of `identity` is 1 everywhere. Everything else is right.",
        *with_derivative({"identity": np.zeros_like}, {"identity": lambda Z: Z}),
    ),
    several(
        "matrix-product-for-slope",
        "In BP4 dA and the slope meet in a matrix product. Each neuron and example has a slope of its own: they are multiplied "
        "entry by entry.",
        variant(through=lambda dA, slope: dA @ slope),
        variant(through=lambda dA, slope: dA @ slope.T),
    ),
)
