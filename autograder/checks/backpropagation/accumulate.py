"""Checks of `backward_accumulate`: sigmoids and the binary cross-entropy, one example at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.checks.backpropagation.networks import (
    BINARY,
    LAYOUTS,
    LESSON_PARAMS,
    LESSON_X,
    LESSON_Y,
    SQUARE_PARAMS,
    SQUARE_X,
    SQUARE_Y,
    column,
    drawn,
    gradients,
    labels,
    matrix,
)
from autograder.checks.backpropagation.variant import several
from autograder.checks.exercise import FunctionExercise
from autograder.checks.outcome import Case
from autograder.reference import backpropagation as reference
from autograder.reference.activations import Array, sigmoid
from autograder.reference.forward_propagation import Params

Sums = list[tuple[Any, Any]]


def _random(rng: np.random.Generator, sizes: Sequence[int], m: int, note: str = "") -> Case:
    X, params = drawn(rng, sizes, m, ["sigmoid"] * (len(sizes) - 1))
    return Case((X, labels(rng, sizes[-1], m, BINARY), params), note=note)


def _cases(rng: np.random.Generator) -> list[Case]:
    one = [(matrix([0]), column(0))]
    line = [(matrix([2]), column(-1)), (matrix([-1]), column(0.5))]
    chain = [*line, (matrix([3]), column(1))]
    hidden = [(matrix([1], [-2]), column(0.5, 1)), (matrix([2, -1]), column(1))]
    lesson = (LESSON_X, LESSON_Y, LESSON_PARAMS)
    return [
        Case((matrix([1, 3]), matrix([0, 1]), one)),
        Case((matrix([1, 3, 2]), matrix([0, 1, 0]), [(matrix([2]), column(-4))])),
        Case((matrix([2, 1]), matrix([0, 1]), line)),
        Case((matrix([2, -1]), matrix([1, 0]), hidden)),
        Case((matrix([2, 1]), matrix([0, 1]), chain)),
        Case((SQUARE_X, SQUARE_Y, SQUARE_PARAMS[:1])),
        Case((SQUARE_X, SQUARE_Y, SQUARE_PARAMS[:2])),
        Case((SQUARE_X, SQUARE_Y, SQUARE_PARAMS)),
        Case(lesson),
        Case((LESSON_X[:, :1], LESSON_Y[:, :1], LESSON_PARAMS), note="one example (m = 1)"),
        Case((matrix([2, -1, 0.5]), matrix([1, 0, 1]), hidden), note="one input (n_0 = 1)"),
        Case((matrix([2]), matrix([0]), line), note="layers of one neuron, and one example"),
        Case((np.zeros((2, 3)), matrix([1, 0, 1]), LESSON_PARAMS), note="examples that are all 0"),
        Case((np.ones((2, 3)), matrix([1, 1, 1]), LESSON_PARAMS), note="the same example three times"),
        *(Case(lesson, note=note, layout=layout) for layout, note in LAYOUTS),
        _random(rng, (3, 2), 5),
        _random(rng, (3, 4, 2), 5),
        _random(rng, (4, 3, 3, 2), 7),
        _random(rng, (2, 4, 3, 5, 3), 6),
        _random(rng, (3, 2, 4, 3, 2, 1), 9, note="five layers (L = 5)"),
    ]


def _outputs(x: Array, params: Params) -> list[Array]:
    outputs = [x]
    for W, b in params:
        outputs.append(np.asarray(sigmoid(W @ outputs[-1] + b)))
    return outputs


def _columns(X: Array, Y: Array) -> list[tuple[Array, Array]]:
    return [(X[:, i : i + 1], Y[:, i : i + 1]) for i in range(X.shape[1])]


def _plain_slope(a: list[Array], k: int) -> Array:
    return a[k] * (1 - a[k])


def _variant(
    examples: Callable[[Array, Array], list[tuple[Array, Array]]] = _columns,
    first: Callable[[Array, Array], Array] = lambda a, y: a - y,
    read: Callable[[list[Array], int], Array] = lambda a, k: a[k],
    outer: Callable[[Array, Array], Array] = lambda delta, a: delta @ a.T,
    back: Callable[[Array, Array], Array] = lambda W, delta: W.T @ delta,
    slope: Callable[[list[Array], int], Any] = _plain_slope,
    start: Callable[[Array], Array] = np.zeros_like,
    add: Callable[[Any, Any, int], Any] = lambda total, new, m: total + new,
    end: Callable[[Any, Any, Array], tuple[Any, Any]] = lambda W, b, X: (W / X.shape[1], b / X.shape[1]),
    between: Callable[[list[list[Array]], Sums], None] = lambda params, each: None,
    give: Callable[[Sums], Any] = lambda grads: grads,
) -> Callable[..., Any]:
    """Return a `backward_accumulate` with steps replaced.

    `k` is a position in `params`; `a[k]` came into that layer, and `a[k + 1]` is what it gave out. `between` is called with
    the params and one example's gradients when that example is through.
    """

    def backward_accumulate(X: Array, Y: Array, params: Params) -> Any:
        mine, m = [list(pair) for pair in params], X.shape[1]
        sums = [(start(W), start(b)) for W, b in params]
        for x, y in examples(X, Y):
            a = _outputs(x, [(W, b) for W, b in mine])
            delta, each = first(a[-1], y), []
            for k in reversed(range(len(params))):
                new = (outer(delta, read(a, k)), delta)
                each.append(new)
                sums[k] = (add(sums[k][0], new[0], m), add(sums[k][1], new[1], m))
                if k:
                    delta = back(mine[k][0], delta) * slope(a, k)
            between(mine, each[::-1])
        return give([end(W, b, X) for W, b in sums])

    return backward_accumulate


def _added(**steps: Any) -> tuple[Callable[..., Any], ...]:
    """Return the variant with sums made by `+`, and by `+=`, which stops where an array would have to grow."""
    return _variant(**steps), _variant(**steps, add=lambda total, new, m: np.add(total, new, out=total))


def _undivided(W: Any, b: Any, X: Array) -> tuple[Any, Any]:
    return W, b


def _last_alone(X: Array, Y: Array) -> list[tuple[Array, Array]]:
    return _columns(X, Y)[-1:]


def _first_alone(X: Array, Y: Array) -> list[tuple[Array, Array]]:
    return _columns(X, Y)[:1]


def _counted_by_rows(X: Array, Y: Array) -> list[tuple[Array, Array]]:
    """Return as many columns as X has rows; past the last one, slices are empty and indices fail."""
    if len(X) > X.shape[1]:
        raise IndexError
    return [(X[:, [i]], Y[:, [i]]) for i in range(len(X))]


def _empty_past_the_end(X: Array, Y: Array) -> list[tuple[Array, Array]]:
    return [(X[:, i : i + 1], Y[:, i : i + 1]) for i in range(len(X))]


def _rows(X: Array, Y: Array) -> list[tuple[Array, Array]]:
    return [(x[:, np.newaxis], y[:, np.newaxis]) for x, y in zip(X, Y, strict=False)]


def _rows_by_index(X: Array, Y: Array) -> list[tuple[Array, Array]]:
    return [(X[i][:, np.newaxis], Y[i][:, np.newaxis]) for i in range(len(X))]


def _flat(X: Array, Y: Array) -> list[tuple[Array, Array]]:
    return [(X[:, i], Y[:, i]) for i in range(X.shape[1])]


def _flat_inputs(X: Array, Y: Array) -> list[tuple[Array, Array]]:
    return [(X[:, i], Y[:, i : i + 1]) for i in range(X.shape[1])]


def _stepping(eta: float, biases: bool = True) -> Callable[[list[list[Array]], Sums], None]:
    """Take a step after every example, on copies."""

    def step(params: list[list[Array]], each: Sums) -> None:
        for pair, (dW, db) in zip(params, each, strict=True):
            pair[0] = pair[0] - eta * dW
            if biases:
                pair[1] = pair[1] - eta * db

    return step


def _stepping_in_place(eta: float) -> Callable[[list[list[Array]], Sums], None]:
    def step(params: list[list[Array]], each: Sums) -> None:
        for pair, (dW, db) in zip(params, each, strict=True):
            pair[0] -= eta * dW
            pair[1] -= eta * db

    return step


def _too_early(eta: float) -> Callable[..., Any]:
    """Update each layer as soon as its δ is known, before the δ of the layer before is."""

    def backward_accumulate(X: Array, Y: Array, params: Params) -> Any:
        mine = [list(pair) for pair in params]
        sums = [(np.zeros_like(W), np.zeros_like(b)) for W, b in params]
        for x, y in _columns(X, Y):
            a = _outputs(x, [(W, b) for W, b in mine])
            delta = a[-1] - y
            for k in reversed(range(len(params))):
                sums[k] = (sums[k][0] + delta @ a[k].T, sums[k][1] + delta)
                mine[k] = [mine[k][0] - eta * delta @ a[k].T, mine[k][1] - eta * delta]
                delta = (mine[k][0].T @ delta) * _plain_slope(a, k)
        return [(W / X.shape[1], b / X.shape[1]) for W, b in sums]

    return backward_accumulate


def _biases_of(i: int, divided: bool) -> Callable[..., Any]:
    def backward_accumulate(X: Array, Y: Array, params: Params) -> Any:
        grads = _variant()(X, Y, params)
        single = _variant()(X[:, [i]], Y[:, [i]], params)
        m = X.shape[1] if divided else 1
        return [(dW, db / m) for (dW, _), (_, db) in zip(grads, single, strict=True)]

    return backward_accumulate


def _in_params(X: Array, Y: Array, params: Params) -> Any:
    """Sums that start in the caller's own arrays: `Delta = W`, and `+=`."""
    total = _variant()(X, Y, params)
    for (W, b), (dW, db) in zip(params, total, strict=True):
        W += dW * X.shape[1]
        b += db * X.shape[1]
    return [(W / X.shape[1], b / X.shape[1]) for W, b in params]


def _slope_of_z(X: Array, Y: Array, params: Params) -> Any:
    """z (1 − z) where a (1 − a) is meant."""
    sums = [(np.zeros_like(W), np.zeros_like(b)) for W, b in params]
    for x, y in _columns(X, Y):
        a = _outputs(x, params)
        z = [W @ each + b for (W, b), each in zip(params, a, strict=False)]
        delta = a[-1] - y
        for k in reversed(range(len(params))):
            sums[k] = (sums[k][0] + delta @ a[k].T, sums[k][1] + delta)
            if k:
                delta = (params[k][0].T @ delta) * z[k - 1] * (1 - z[k - 1])
    return [(W / X.shape[1], b / X.shape[1]) for W, b in sums]


def _sigmoid_slope_of(a: Array) -> Array:
    return np.asarray(sigmoid(a) * sigmoid(-a))


def _ahead(a: list[Array], k: int) -> Array:
    return a[k + 1] * (1 - a[k + 1])


BACKWARD_ACCUMULATE = FunctionExercise(
    "backward_accumulate",
    reference.backward_accumulate,
    _cases,
    (
        several(
            "not-divided",
            "The sums come back as they are. D is Δ divided by m, once, when all examples are through.",
            _variant(end=_undivided),
        ),
        several(
            "one-sum-not-divided",
            "One of the two sums is not divided by m. dW and db both belong to the cost, which is the average over the examples.",
            _variant(end=lambda W, b, X: (W / X.shape[1], b)),
            _variant(end=lambda W, b, X: (W, b / X.shape[1])),
        ),
        several(
            "divided-twice",
            "m divides twice: on every example, and at the end again. Where examples are added up one by one, 1/m comes at the end "
            "only.",
            _variant(add=lambda total, new, m: total + new / m),
        ),
        several(
            "divided-every-turn",
            "The sums are divided by m in every turn, so that the first examples count less and less. The division belongs after the "
            "loop.",
            _variant(add=lambda total, new, m: (total + new) / m, end=_undivided),
        ),
        several(
            "overwritten",
            "Only the last example counts. Each turn replaces Δ, or starts it at zero again, where the example should be added to "
            "it.",
            _variant(examples=_last_alone),
            _variant(examples=_last_alone, end=_undivided),
        ),
        several(
            "first-example-alone",
            "Only the first example counts. Is there a `return` inside the loop over the examples?",
            _variant(examples=_first_alone),
            _variant(examples=_first_alone, end=_undivided),
        ),
        several(
            "last-example-missing",
            "The last example is left out of the sums. The loop goes over all columns of `X`.",
            _variant(examples=lambda X, Y: _columns(X, Y)[:-1]),
        ),
        several(
            "first-example-missing",
            "The first example is left out of the sums. It is column 0 of `X`.",
            _variant(examples=lambda X, Y: _columns(X, Y)[1:]),
        ),
        several(
            "examples-in-rows",
            "The loop goes over the rows of `X`, which are the inputs. An example is a column, and m is the number of columns.",
            _variant(examples=_rows),
            _variant(examples=_rows_by_index),
            _variant(examples=_counted_by_rows),
            _variant(examples=_counted_by_rows, end=lambda W, b, X: (W / len(X), b / len(X))),
            _variant(examples=_empty_past_the_end),
            _variant(examples=_empty_past_the_end, end=lambda W, b, X: (W / len(X), b / len(X))),
        ),
        several(
            "divided-by-the-inputs",
            "The sums are divided by the number of inputs, the rows of `X`. m is the number of examples: its columns.",
            _variant(end=lambda W, b, X: (W / len(X), b / len(X))),
        ),
        several(
            "biases-of-one-example",
            "dW is right, and db is made of one example alone. Both sums get something from every example.",
            *(_biases_of(i, divided) for i in (-1, 0) for divided in (True, False)),
        ),
        several(
            "flat-example",
            "An example is taken out as `X[:, i]`, a flat array. With b, a column, that is broadcast to a whole matrix. A slice "
            "keeps the column: (n, 1).",
            _variant(examples=_flat),
            _variant(examples=_flat_inputs),
        ),
        several(
            "squared-error",
            "δ of the output is multiplied by a (1 − a), as with squared error. With the cross-entropy this slope has cancelled: "
            "δ = a − y.",
            _variant(first=lambda a, y: (a - y) * a * (1 - a)),
        ),
        several(
            "sign-flipped",
            "Every gradient points the other way. δ of the output is a − y: what came out, minus what should have.",
            _variant(first=lambda a, y: y - a),
        ),
        several(
            "loss-slope-for-delta",
            "δ of the output is the derivative of the loss by a. The slope a (1 − a) is missing; both together make a − y.",
            _variant(first=lambda a, y: (1 - y) / (1 - a) - y / a),
        ),
        several(
            "own-activation",
            "δ is multiplied by what its layer gave out. A weight meets what came in along it: a of the layer before.",
            *_added(read=lambda a, k: a[k + 1]),
        ),
        several(
            "x-in-every-layer",
            "Every δ is multiplied by the inputs. That is right for layer 1; each further layer reads a of the layer before it.",
            *_added(read=lambda a, k: a[0]),
        ),
        several(
            "a-too-far-down",
            "δ is multiplied by the a of a layer too far down. What came into layer l is a of layer l − 1.",
            *_added(read=lambda a, k: a[k - 1]),
            *_added(read=lambda a, k: a[max(k - 1, 0)]),
        ),
        several(
            "outer-product-turned",
            "The outer product is transposed: δ is the column on the left and gives the rows, a lies down.",
            *_added(outer=lambda delta, a: a @ delta.T),
        ),
        several(
            "element-wise",
            "δ and a are multiplied entry by entry. A column times a row is a whole matrix, with an entry for every weight.",
            *_added(outer=lambda delta, a: delta * a),
        ),
        several(
            "inner-product",
            "δ and a are multiplied to a single number, or their shapes do not fit. A column times a row, δ aᵀ, is a whole matrix.",
            *_added(outer=lambda delta, a: delta.T @ a),
        ),
        several(
            "slope-forgotten",
            "The δ of hidden layers lack a slope: Wᵀ δ still has to be multiplied by a (1 − a).",
            _variant(slope=lambda a, k: 1.0),
        ),
        several(
            "slope-of-a",
            "The slope is g′ of a, with the sigmoid applied once more. With a at hand it is a (1 − a); g′ takes z.",
            _variant(slope=lambda a, k: _sigmoid_slope_of(a[k])),
        ),
        several(
            "a-form-of-z",
            "The slope is z (1 − z). The formula a (1 − a) takes the activation, not the weighted sum.",
            _slope_of_z,
        ),
        several(
            "slope-of-another-layer",
            "The slope is that of a neighbouring layer. δ of layer l − 1 takes the slope of layer l − 1, with its own a.",
            _variant(slope=_ahead),
            _variant(slope=lambda a, k: a[k - 1] * (1 - a[k - 1])),
        ),
        several(
            "slope-of-another-activation",
            "The hidden slope is that of another activation, or another formula. All layers are sigmoids here: a (1 − a).",
            _variant(slope=lambda a, k: 1 - a[k] ** 2),
            _variant(slope=lambda a, k: a[k]),
            _variant(slope=lambda a, k: 1 - a[k]),
        ),
        several(
            "weights-not-transposed",
            "On the way back `W` is not transposed. Each neuron hears through the weights that leave it: a column of W, a row of Wᵀ.",
            _variant(back=lambda W, delta: W @ delta),
        ),
        several(
            "delta-passed-on",
            "δ is handed to the layer before without the weights. Each neuron there hears Wᵀ δ.",
            _variant(back=lambda W, delta: delta),
        ),
        several(
            "updated-too-early",
            "The weights are updated while the examples go through, so that each sees another network. All gradients belong to the "
            "weights of `params`, as they are.",
            *(_variant(between=_stepping(eta)) for eta in (0.1, 0.5, 1.0, 0.01, 0.001)),
            *(_variant(between=_stepping(eta, biases=False)) for eta in (0.1, 0.5, 1.0, 0.01)),
            *(_variant(between=_stepping_in_place(eta)) for eta in (0.1, 0.5, 1.0, 0.01, 0.001)),
            *(_too_early(eta) for eta in (0.1, 0.5, 1.0, 0.01)),
        ),
        several(
            "sums-start-at-the-weights",
            "The sums do not start at zero but at the weights and biases: these are in every result. Δ only has their shape.",
            _variant(start=np.copy),
            _in_params,
        ),
        several(
            "sums-start-at-one",
            "The sums start at one. Before the first example nothing is added up: Δ = 0.",
            _variant(start=np.ones_like),
        ),
        several(
            "bias-of-one-dimension",
            "db is flat, or a single number. b is a column, (n, 1), and δ of one example is one already.",
            _variant(give=lambda grads: [(dW, db.ravel()) for dW, db in grads]),
            _variant(give=lambda grads: [(dW, db.sum()) for dW, db in grads]),
            _variant(give=lambda grads: [(dW, np.full_like(db, db.sum())) for dW, db in grads]),
        ),
        several(
            "biases-left-at-zero",
            "db stays at zero: nothing is added to the biases' sums. Each example adds its δ there.",
            _variant(give=lambda grads: [(dW, np.zeros_like(db)) for dW, db in grads]),
        ),
        several(
            "grads-reversed",
            "The gradients are right and stand last layer first. `grads` has the order of `params`.",
            _variant(give=lambda grads: grads[::-1]),
        ),
        several(
            "pairs-turned-round",
            "Both gradients of each layer are right, but db comes first. The pair is (dW, db).",
            _variant(give=lambda grads: [(db, dW) for dW, db in grads]),
        ),
        several(
            "not-in-pairs",
            "The gradients are right, but not in pairs: one (dW, db) for each layer, in one list.",
            _variant(give=lambda grads: [array for pair in grads for array in pair]),
            _variant(give=lambda grads: ([dW for dW, _ in grads], [db for _, db in grads])),
            _variant(give=lambda grads: [[dW for dW, _ in grads], [db for _, db in grads]]),
        ),
        several(
            "weights-alone",
            "Only dW is returned. The biases have gradients as well: a pair (dW, db) for each layer.",
            _variant(give=lambda grads: [dW for dW, _ in grads]),
        ),
        several(
            "last-layer-missing",
            "The last layer is missing in the result. Its δ is a − y, and the way back begins there.",
            _variant(give=lambda grads: grads[:-1]),
        ),
        several(
            "first-layer-missing",
            "The first layer is missing in the result, or nothing was added up for it. What came in there is the example itself.",
            _variant(give=lambda grads: grads[1:]),
            _variant(
                give=lambda grads: [
                    *((np.zeros_like(dW), np.zeros_like(db)) for dW, db in grads[:1]),
                    *grads[1:],
                ]
            ),
        ),
        several(
            "last-layer-only",
            "Only the last layer's sums have moved. Every layer adds its own δ aᵀ, back to layer 1.",
            _variant(give=lambda grads: grads[-1:]),
            _variant(
                give=lambda grads: [
                    *((np.zeros_like(dW), np.zeros_like(db)) for dW, db in grads[:-1]),
                    *grads[-1:],
                ]
            ),
        ),
    ),
    parts=gradients,
)
