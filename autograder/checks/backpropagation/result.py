"""Mistakes in what is gone through and what is returned: layers left out, orders, in-place changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.backpropagation.variant import FIRST, PAIRS, Backward, Given, OfLayer, several, slope_of, variant
from autograder.reference.backpropagation import SLOPES
from autograder.reference.forward_propagation import Array

RIGHT = variant()


def _given(give: Callable[[list[tuple[Any, Any]]], Any]) -> Backward:
    return variant(give=give)


def _one_turn_too_many(softmax: Callable[[Given, int], Array]) -> Backward:
    """BP3 and BP4 in the turn of layer 1 as well, with the Z at position −1; what they make is not kept."""

    def backward(A_L: Any, Y: Any, params: Any, caches: Any, activations: Any, cost: str) -> Any:
        given = Given(A_L, Y, params, caches, activations, cost)
        dZ, grads = FIRST(given), []
        for k in reversed(range(len(params))):
            grads.append((dZ @ caches[k][0].T / dZ.shape[1], dZ.mean(axis=1, keepdims=True)))
            slope = softmax(given, k - 1) if activations[k - 1] == "softmax" else slope_of(given, k - 1)
            dZ = (params[k][0].T @ dZ) * slope
        return grads[::-1]

    return backward


def _two_layers(first: Callable[[Given], Array], slope: OfLayer = slope_of) -> Backward:
    """Unpack the lists into two layers, which stops where there are more or fewer."""

    def backward(A_L: Any, Y: Any, params: Any, caches: Any, activations: Any, cost: str) -> Any:
        _, _ = params
        return variant(first=first, slope=slope)(A_L, Y, params, caches, activations, cost)

    return backward


def _softmax_like_sigmoid(given: Given, k: int) -> Array:
    return given.gave_out(k) * (1 - given.gave_out(k))


def _without_a_slope(kind: type[Exception]) -> Callable[[Given, int], Array]:
    def stop(given: Given, k: int) -> Array:
        raise kind("softmax")

    return stop


def _input_has_gradients(A_L: Any, Y: Any, params: Any, caches: Any, activations: Any, cost: str) -> Any:
    """One more pair, for layer 0, made with the arrays at position −1."""
    given = Given(A_L, Y, params, caches, activations, cost)
    dZ, grads = FIRST(given), []
    for k in range(len(params) - 1, -2, -1):
        A_prev, W = caches[k][0], params[k][0]
        grads.append((dZ @ A_prev.T / dZ.shape[1], dZ.mean(axis=1, keepdims=True)))
        if k >= 0:
            dZ = (W.T @ dZ) * (slope_of(given, k - 1) if k else 1.0)
    return grads[::-1]


def _index_past_the_end(A_L: Any, Y: Any, params: Any, caches: Any, activations: Any, cost: str) -> Any:
    for layer in range(len(params), 0, -1):
        return caches[layer]


def _key_past_the_end(A_L: Any, Y: Any, params: Any, caches: Any, activations: Any, cost: str) -> Any:
    return activations[len(params)]


def _shifted(A_L: Any, Y: Any, params: Any, caches: Any, activations: Any, cost: str) -> Any:
    """The loop starts at the layer before the last, with the dZ of the output."""
    given = Given(A_L, Y, params, caches, activations, cost)
    dZ, grads = FIRST(given), []
    for k in range(len(params) - 2, -1, -1):
        grads.append((dZ @ caches[k][0].T / dZ.shape[1], dZ.mean(axis=1, keepdims=True)))
        if k > 0:
            dZ = (params[k][0].T @ dZ) * slope_of(given, k - 1)
    return grads[::-1]


def _changes_outputs(pairs_alone: bool) -> Backward:
    """`dZ = A_L`, and then `dZ -= Y`."""

    def first(given: Given) -> Array:
        if pairs_alone and given.pair not in PAIRS:
            return FIRST(given)
        right = FIRST(given)
        dZ = given.A_L
        dZ -= given.Y
        return right

    return variant(first=first)


def _changes_outputs_by_the_slope(given: Given) -> Array:
    """`dZ = A_L; dZ -= Y`, and `dZ *= slope` where the recipe asks for it."""
    right = FIRST(given)
    given.A_L[:] = right
    return right


def _changes_caches(*names: str) -> Backward:
    """A slope that is written into the Z of the cache."""

    def slope(given: Given, k: int) -> Array:
        Z = given.sums(k)
        found = slope_of(given, k)
        if given.names[k] in names:
            Z[:] = found
            return Z
        return found

    return variant(slope=slope)


def _dz_over_z(given: Given, k: int) -> Array:
    """Return the slope, and leave it in the cache: Z is written over in every layer."""
    given.sums(k)[:] = found = slope_of(given, k)
    return found


def _dz_over_a(given: Given, k: int) -> Array:
    """Return the slope, and leave A (1 − A) in the cache of the layer behind."""
    found = slope_of(given, k)
    if given.names[k] == "sigmoid":
        given.gave_out(k)[:] = found
    return found


def _used_up(*which: int, reverse: bool = False) -> Backward:
    """Take the layers out of the caller's lists, or turn the lists round."""

    def backward(*given: Any) -> Any:
        result = RIGHT(*(list(each) if isinstance(each, list) else each for each in given))
        for i in which:
            if reverse:
                given[i].reverse()
            else:
                given[i].clear()
        return result

    return backward


def _in_arrays(grads: list[tuple[Any, Any]]) -> Any:
    return {f"{kind}{k + 1}": pair[i] for k, pair in enumerate(grads) for i, kind in enumerate(("dW", "db"))}


RESULT = (
    several(
        "grads-reversed",
        "The gradients are the right ones in the order in which they were computed, last layer first. `grads` has the order of "
        "`params`: the first layer comes first.",
        _given(lambda grads: grads[::-1]),
    ),
    several(
        "pairs-turned-round",
        "Both gradients of each layer are right, but db comes first. The pair is (dW, db), like (W, b).",
        _given(lambda grads: [(db, dW) for dW, db in grads]),
    ),
    several(
        "not-in-pairs",
        "The gradients are right, but the layers are not kept apart in pairs: one (dW, db) for each layer, in one list.",
        _given(lambda grads: [array for pair in grads for array in pair]),
        _given(lambda grads: [array for pair in grads[::-1] for array in pair]),
        _given(lambda grads: ([dW for dW, _ in grads], [db for _, db in grads])),
        _given(lambda grads: [[dW for dW, _ in grads], [db for _, db in grads]]),
        _given(_in_arrays),
    ),
    several(
        "weights-alone",
        "Only dW is returned. The biases have gradients as well: a pair (dW, db) for each layer.",
        _given(lambda grads: [dW for dW, _ in grads]),
    ),
    several(
        "input-as-a-layer",
        "The way back goes on to layer 0. The inputs have no Z and no activation: at position −1 Python finds those of the last "
        "layer. The chain ends at dZ of layer 1.",
        _one_turn_too_many(_without_a_slope(KeyError)),
        _one_turn_too_many(_softmax_like_sigmoid),
        *(_one_turn_too_many(_without_a_slope(kind)) for kind in (ValueError, TypeError, NameError, UnboundLocalError)),
        _one_turn_too_many(lambda given, k: np.ones_like(given.sums(k))),
    ),
    several(
        "gradients-for-the-input",
        "There is a pair too many, in front: one for the input layer, which has no weights. The loop ends at position 0.",
        _input_has_gradients,
        _given(lambda grads: [grads[0], *grads]),
        _given(lambda grads: [(None, None), *grads]),
        _given(lambda grads: [None, *grads]),
    ),
    several(
        "index-past-the-end",
        "An index goes past the end of a list. Layers are counted from 1, positions from 0: layer l is at position l − 1.",
        _index_past_the_end,
    ),
    several(
        "two-layers-written-out",
        "The lines of two layers are written out one by one, so that networks of another depth come to nothing. L is "
        "`len(params)`, and the lines of a layer belong in a loop.",
        _two_layers(FIRST),
        _two_layers(lambda given: given.A_L - given.Y),
        _two_layers(FIRST, slope=lambda given, k: SLOPES["relu"](given.sums(k))),
        _two_layers(lambda given: given.A_L - given.Y, slope=lambda given, k: SLOPES["relu"](given.sums(k))),
    ),
    several(
        "last-layer-missing",
        "The last layer has no gradients: the loop starts a layer too early. Its position is L − 1, and the way back begins there.",
        _given(lambda grads: grads[:-1]),
        _shifted,
    ),
    several(
        "first-layer-missing",
        "The first layer has no gradients: the loop ends a layer too early. Its position is 0, and Python's ranges stop before "
        "their end.",
        _given(lambda grads: grads[1:]),
    ),
    several(
        "last-layer-only",
        "Only the last layer's gradients come back. Is there a `return` inside the loop?",
        _given(lambda grads: grads[-1:]),
        _given(lambda grads: grads[-1]),
    ),
    several(
        "first-layer-only",
        "Only the first layer's gradients are left, the ones computed last. Is the list made anew in every turn of the loop?",
        _given(lambda grads: grads[:1]),
        _given(lambda grads: grads[0]),
    ),
    several(
        "nothing-collected",
        "The list that comes back is empty. Each turn has a pair (dW, db) to put into it.",
        _given(lambda grads: []),
    ),
    several(
        "outputs-changed",
        "The gradients are right, but `A_L` holds something else afterwards. `dZ = A_L` is a second name for the same array, and "
        "`-=` writes into it.",
        _changes_outputs(pairs_alone=False),
        _changes_outputs(pairs_alone=True),
        variant(first=_changes_outputs_by_the_slope),
    ),
    several(
        "caches-changed",
        "The gradients are right, but the caches hold something else afterwards: a slope is written into the array it was taken "
        "of. Whoever reads them next finds it there.",
        _changes_caches("relu"),
        _changes_caches("relu", "leaky_relu"),
        _changes_caches("leaky_relu"),
        _changes_caches(*SLOPES),
        variant(slope=_dz_over_z),
        variant(slope=_dz_over_a),
    ),
    several(
        "lists-used-up",
        "The gradients are right, but a list that the caller handed over is not what it was: entries were taken out, or it was "
        "turned round. Read from it without that.",
        *(_used_up(*which) for which in ((3,), (2,), (4,), (2, 3), (3, 4), (2, 3, 4))),
        *(_used_up(*which, reverse=True) for which in ((3,), (2, 3), (2, 3, 4), (4,), (3, 4))),
    ),
)
