"""Mistakes in a turn of the loop: 1/m, and what BP1, BP2 and BP3 read and make of it."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.checks.backpropagation.variant import FIRST, Backward, Given, everywhere, several, slope_of, variant
from autograder.reference.backpropagation import SLOPES
from autograder.reference.forward_propagation import Array


def _sums(dZ: Array, A: Array) -> Array:
    return dZ @ A.T


def _bias_sums(dZ: Array) -> Array:
    return dZ.sum(axis=1, keepdims=True)


def _over_m(dZ: Array) -> Array:
    return dZ / dZ.shape[1]


# --- 1/m ---


def _of_example(i: int, divided: bool) -> Backward:
    def share(dZ: Array) -> Array:
        return dZ[:, [i]] / (dZ.shape[1] if divided else 1)

    return variant(weights=lambda dZ, A: share(dZ) @ A[:, [i]].T, biases=share)


def _over_the_neurons(keepdims: bool, by_columns: bool) -> Backward:
    return variant(biases=lambda dZ: dZ.sum(axis=0, keepdims=keepdims) / dZ.shape[by_columns])


def _divided_by_outputs(A_L: Any, Y: Any, params: Any, caches: Any, activations: Any, cost: str) -> Any:
    """m = Y.shape[0], once for all layers."""
    grads = variant(weights=_sums, biases=_bias_sums)(A_L, Y, params, caches, activations, cost)
    return [(dW / len(Y), db / len(Y)) for dW, db in grads]


ONE_OVER_M = (
    several(
        "one-over-m-missing",
        "The sums over the examples are not divided by m. dW and db are gradients of the cost, which is an average: BP1 and BP2 "
        "start with 1/m.",
        variant(weights=_sums, biases=_bias_sums),
    ),
    several(
        "one-over-m-missing-in-one",
        "One of dW and db is divided by m and the other is not. Both are gradients of the cost, the average: 1/m stands in BP1 and "
        "in BP2.",
        variant(weights=_sums),
        variant(biases=_bias_sums),
    ),
    several(
        "one-over-m-twice",
        "Everything is divided by m twice. 1/m comes once, in BP1 and BP2; dZ of the output belongs to single examples and has none.",
        variant(first=lambda given: _over_m(FIRST(given))),
        variant(weights=lambda dZ, A: dZ @ A.T / dZ.shape[1] ** 2),
        variant(biases=lambda dZ: dZ.sum(axis=1, keepdims=True) / dZ.shape[1] ** 2),
    ),
    several(
        "one-over-m-compounding",
        "1/m is on dZ or dA, so that each layer on the way back divides once more. dZ and dA belong to single examples: 1/m is "
        "for dW and db.",
        variant(arrived=_over_m),
        variant(arrived=_over_m, weights=_sums, biases=_bias_sums),
        variant(back=lambda W, dZ: W.T @ dZ / dZ.shape[1]),
    ),
    several(
        "divided-by-the-neurons",
        "The sums are divided by the number of neurons, the rows of dZ. m is the number of examples, and they are the columns.",
        variant(weights=lambda dZ, A: dZ @ A.T / dZ.shape[0], biases=lambda dZ: _bias_sums(dZ) / dZ.shape[0]),
        variant(weights=lambda dZ, A: dZ @ A.T / dZ.shape[0]),
        variant(weights=lambda dZ, A: dZ @ A.T / A.shape[0], biases=lambda dZ: _bias_sums(dZ) / dZ.shape[0]),
        variant(weights=lambda dZ, A: dZ @ A.T / A.shape[0]),
        _divided_by_outputs,
    ),
    several(
        "one-example",
        "The gradients are those of a single example. BP1 and BP2 add up over all of them, the columns of dZ.",
        *(_of_example(i, divided) for i in (0, -1) for divided in (True, False)),
    ),
)


# --- BP1: which A ---


def _layer_before(given: Given, k: int) -> Array:
    return given.sums(k - 1) if k else given.came_in(0)


BP1 = (
    several(
        "own-activation",
        "BP1 reads what the layer gave out. A weight is multiplied by what came in along it: A_prev, the first array of the "
        "layer's own cache.",
        variant(read=Given.gave_out),
    ),
    several(
        "own-z",
        "BP1 reads Z of the layer, the second array of its cache. A weight is multiplied by what came in along it: A_prev, the "
        "first.",
        variant(read=Given.sums),
        variant(read=Given.sums, slope=lambda given, k: SLOPES[given.names[k]](given.came_in(k))),
        *everywhere(lambda given, k: SLOPES[given.names[k]](given.came_in(k))),
    ),
    several(
        "z-for-a-prev",
        "From layer 2 on, BP1 reads Z of the layer before, not its activation. What came in along a weight is what that layer gave "
        "out, A_prev.",
        variant(read=_layer_before),
    ),
    several(
        "x-in-every-layer",
        "BP1 reads `X` in every layer. Only the weights of layer 1 meet the inputs; each further layer has its own A_prev in its "
        "cache.",
        variant(read=lambda given, k: given.came_in(0)),
    ),
    several(
        "cache-of-the-layer-before",
        "BP1 reads the cache of the layer before. At position k of the caches is the A_prev that layer k's weights met; one "
        "position down is what came in a layer earlier.",
        variant(read=lambda given, k: given.came_in(k - 1)),
        variant(read=lambda given, k: given.came_in(max(k - 1, 0))),
    ),
    several(
        "caches-reversed",
        "The caches are read from the wrong end: the last layer meets the arrays of the first. The list has the order of `params`.",
        variant(
            read=lambda given, k: given.came_in(len(given.params) - 1 - k),
            slope=lambda given, k: SLOPES[given.names[k]](given.sums(len(given.params) - 1 - k)),
        ),
        variant(read=lambda given, k: given.came_in(len(given.params) - 1 - k)),
        lambda A_L, Y, params, caches, activations, cost: variant()(A_L, Y, params, caches[::-1], activations, cost),
    ),
    several(
        "dw-transposed",
        "Every dW is transposed. A gradient has the shape of what it is the gradient of: dZ stands left, A_prev is turned.",
        variant(weights=lambda dZ, A: A @ dZ.T / dZ.shape[1]),
    ),
    several(
        "factors-exchanged",
        "In BP1 the wrong sides meet: the columns of the left factor and the rows of the right one have to be the examples. That "
        "takes dZ as it is and A_prev transposed.",
        variant(weights=lambda dZ, A: A.T @ dZ / dZ.shape[1]),
        variant(weights=lambda dZ, A: dZ @ A / dZ.shape[1]),
        variant(weights=lambda dZ, A: dZ.T @ A / dZ.shape[1]),
    ),
    several(
        "element-wise",
        "In BP1 dZ and A_prev are multiplied entry by entry. Every neuron's dZ meets every input, summed over the examples: a "
        "matrix product.",
        variant(weights=lambda dZ, A: dZ * A / dZ.shape[1]),
        variant(weights=lambda dZ, A: dZ * A),
    ),
)

# --- BP2: the sum ---

BP2 = (
    several(
        "keepdims-lost",
        "db has one dimension, (n,). The sum along the rows leaves a flat array unless `keepdims` is set, and b is a column, "
        "(n, 1).",
        variant(biases=lambda dZ: dZ.mean(axis=1)),
    ),
    several(
        "wrong-axis",
        "The biases sum over the neurons, and leave a number for each example. db is summed over the examples: the columns, "
        "`axis=1`.",
        *(_over_the_neurons(keep, by_columns) for keep in (True, False) for by_columns in (True, False)),
        variant(biases=lambda dZ: dZ.mean(axis=0, keepdims=True).T),
    ),
    several(
        "one-bias-a-layer",
        "db is a single number for the whole layer. Each neuron has a bias of its own, and its own row of dZ to sum.",
        variant(biases=lambda dZ: dZ.sum() / dZ.shape[1]),
        variant(biases=lambda dZ: dZ.mean()),
        variant(biases=lambda dZ: np.full((1, 1), dZ.sum() / dZ.shape[1])),
        variant(biases=lambda dZ: np.full((len(dZ), 1), dZ.sum() / dZ.shape[1])),
        variant(biases=lambda dZ: np.full((len(dZ), 1), dZ.mean())),
    ),
    several(
        "biases-not-summed",
        "db is dZ as it is, with a column for each example. A bias is added to all of them, so what they say is averaged.",
        variant(biases=lambda dZ: dZ),
        variant(biases=_over_m),
    ),
    several(
        "biases-in-a-row",
        "db lies in a row, (1, n). b is a column, (n, 1), and its gradient too.",
        variant(biases=lambda dZ: dZ.mean(axis=1, keepdims=True).T),
    ),
)

# --- BP3: the weights ---


def _w_of_before(given: Given, k: int) -> Array:
    return given.params[k - 1][0]


def _too_early(eta: float) -> Backward:
    """Return the way back in which each W is updated as soon as its gradient is there, on a copy."""

    def backward(A_L: Any, Y: Any, params: Any, caches: Any, activations: Any, cost: str) -> Any:
        given = Given(A_L, Y, params, caches, activations, cost)
        dZ, grads = FIRST(given), []
        for k in reversed(range(len(params))):
            dW, db = dZ @ caches[k][0].T / dZ.shape[1], dZ.mean(axis=1, keepdims=True)
            grads.append((dW, db))
            if k > 0:
                dZ = ((params[k][0] - eta * dW).T @ dZ) * slope_of(given, k - 1)
        return grads[::-1]

    return backward


def _in_place(eta: float, before: bool, biases: bool) -> Backward:
    """Return the way back that updates the caller's arrays, before or after BP3 has used them."""

    def backward(A_L: Any, Y: Any, params: Any, caches: Any, activations: Any, cost: str) -> Any:
        given = Given(A_L, Y, params, caches, activations, cost)
        dZ, grads = FIRST(given), []
        for k in reversed(range(len(params))):
            W, b = params[k]
            dW, db, dA = dZ @ caches[k][0].T / dZ.shape[1], dZ.mean(axis=1, keepdims=True), W.T @ dZ
            grads.append((dW, db))
            W -= eta * dW
            if biases:
                b -= eta * db
            if k > 0:
                dZ = (W.T @ dZ if before else dA) * slope_of(given, k - 1)
        return grads[::-1]

    return backward


def _replaced(eta: float, before: bool) -> Backward:
    """Return the same with new arrays put into the caller's list."""

    def backward(A_L: Any, Y: Any, params: Any, caches: Any, activations: Any, cost: str) -> Any:
        given = Given(A_L, Y, params, caches, activations, cost)
        dZ, grads = FIRST(given), []
        for k in reversed(range(len(params))):
            W, b = params[k]
            dW, db, dA = dZ @ caches[k][0].T / dZ.shape[1], dZ.mean(axis=1, keepdims=True), W.T @ dZ
            grads.append((dW, db))
            params[k] = (W - eta * dW, b - eta * db)
            if k > 0:
                dZ = (params[k][0].T @ dZ if before else dA) * slope_of(given, k - 1)
        return grads[::-1]

    return backward


ETAS = (0.1, 0.01, 0.5, 1.0, 0.001)

BP3 = (
    several(
        "updated-too-early",
        "The weights are updated before BP3 reads them. All factors of the chain rule belong to the weights of the way forward: "
        "first all gradients, then the updates.",
        *(_too_early(eta) for eta in ETAS),
        *(_in_place(eta, before=True, biases=both) for eta in ETAS for both in (True, False)),
        *(_replaced(eta, before=True) for eta in ETAS),
    ),
    several(
        "weights-updated",
        "The gradients are right, but `params` hold new weights afterwards. `backward` returns gradients and touches nothing; the "
        "step is taken elsewhere.",
        _in_place(0.1, before=False, biases=True),
        _replaced(0.1, before=False),
    ),
    several(
        "weights-not-transposed",
        "In BP3 `W` is not transposed. A neuron hears from everything it feeds: the weights that leave it stand in a column of W, "
        "and Wᵀ makes that a row.",
        variant(back=lambda W, dZ: W @ dZ),
    ),
    several(
        "order-exchanged-in-bp3",
        "In BP3 dZ stands left of W, and the wrong sides meet. Examples are columns, so dZ is the right factor: Wᵀ dZ.",
        variant(back=lambda W, dZ: dZ.T @ W),
        variant(back=lambda W, dZ: dZ @ W),
        variant(back=lambda W, dZ: dZ @ W.T),
    ),
    several(
        "weights-of-the-layer-before",
        "BP3 reads the W of the layer before. The way from dZ of a layer to its inputs leads through its own W, at the same position.",
        variant(weight=_w_of_before),
        variant(weight=lambda given, k: given.params[min(k + 1, len(given.params) - 1)][0]),
        variant(weight=lambda given, k: given.params[len(given.params) - 1 - k][0]),
    ),
    several(
        "dz-passed-on",
        "dZ is handed to the layer before as it is. BP3 is missing: each neuron there hears dZ times the weights to what it feeds.",
        variant(back=lambda W, dZ: dZ),
        variant(back=lambda W, dZ: dZ, slope=lambda given, k: np.ones((1, 1))),
    ),
)
