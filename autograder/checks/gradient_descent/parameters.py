"""Checks of `update`: one step of gradient descent for every W and b."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from autograder.checks.backpropagation.networks import LAYOUTS, column, matrix
from autograder.checks.exercise import FunctionExercise
from autograder.checks.gradient_checking.pairs import parts
from autograder.checks.initialization.forms import several
from autograder.checks.outcome import Case
from autograder.reference import gradient_descent as reference
from autograder.reference.activations import Array
from autograder.reference.forward_propagation import Params

Move = Callable[
    [Array, Array, float], Any
]  # an array of params, that of grads and the learning rate: what becomes of it


def _drawn(rng: np.random.Generator, sizes: Sequence[int]) -> list[tuple[Array, Array]]:
    """Draw params, or grads, of two decimals."""
    return [
        (np.round(rng.normal(size=(n, n_prev)), 2), np.round(rng.normal(size=(n, 1)), 2))
        for n_prev, n in pairwise(sizes)
    ]


def _cases(rng: np.random.Generator) -> list[Case]:
    one = [(matrix([2, -1]), column(3))], [(matrix([1, 0.5]), column(-2))]
    two = (
        [(matrix([1, 2], [3, -1]), column(0.5, -1)), (matrix([2, -1]), column(4))],
        [(matrix([0.5, -1], [2, 1]), column(-0.5, 2)), (matrix([-1, 3]), column(1))],
    )
    flat = [(np.zeros_like(W), np.zeros_like(b)) for W, b in two[0]]
    return [
        Case((*one, 0.5)),
        Case((*two, 0.5)),
        Case((*two, 0.1)),
        Case((*two, 2.0), note="a learning rate above 1"),
        Case(([(matrix([3]), column(1))], [(matrix([-2]), column(4))], 0.25), note="one neuron with one input"),
        Case((two[0], flat, 0.5), note="gradients that are all 0"),
        Case((flat, two[1], 0.5), note="parameters that are all 0"),
        *(Case((*two, 0.5), note=note, layout=layout) for layout, note in LAYOUTS),
        *(
            Case((_drawn(rng, sizes), _drawn(rng, sizes), rate))
            for sizes, rate in (((2, 3, 1), 0.1), ((3, 3, 3, 3), 0.01), ((4, 2, 3, 2, 5), 1.5))
        ),
    ]


# --- Mistakes ---


def _moved(W_moves: Move, b_moves: Move | None = None) -> Callable[..., Any]:
    """Return an `update` that moves each W, and each b, as said."""

    def update(params: Params, grads: Params, learning_rate: float) -> Any:
        return [
            (W_moves(W, dW, learning_rate), (b_moves or W_moves)(b, db, learning_rate))
            for (W, b), (dW, db) in zip(params, grads, strict=False)
        ]

    return update


def _right(array: Array, slope: Array, rate: float) -> Array:
    return array - rate * slope


def _given(give: Callable[[list[tuple[Array, Array]]], Any]) -> Callable[..., Any]:
    """Return an `update` that makes something else of the right params."""
    return lambda params, grads, learning_rate: give(reference.update(params, grads, learning_rate))


def _in_place(params: Params, grads: Params, learning_rate: float) -> Params:
    for (W, b), (dW, db) in zip(params, grads, strict=True):
        W -= learning_rate * dW
        b -= learning_rate * db
    return params


def _list_in_place(params: list[tuple[Array, Array]], grads: Params, learning_rate: float) -> Params:
    params[:] = reference.update(params, grads, learning_rate)
    return params


def _list_in_place_alone(params: list[tuple[Array, Array]], grads: Params, learning_rate: float) -> None:
    params[:] = reference.update(params, grads, learning_rate)


def _in_place_alone(params: Params, grads: Params, learning_rate: float) -> None:
    _in_place(params, grads, learning_rate)


def _grads_in_place(params: Params, grads: Params, learning_rate: float) -> Any:
    for pair in grads:
        for slope in pair:
            slope *= learning_rate
    return _moved(lambda array, slope, _: array - slope)(params, grads, learning_rate)


def _layers_exchanged(params: Params, grads: Params, learning_rate: float) -> Any:
    return reference.update(params, grads[::-1], learning_rate)


def _divided_by_inputs(params: Params, grads: Params, learning_rate: float) -> Any:
    return [
        (W - learning_rate * dW / dW.shape[1], b - learning_rate * db / dW.shape[1])
        for (W, b), (dW, db) in zip(params, grads, strict=True)
    ]


def _one_layer_moves(which: int) -> Callable[..., Any]:
    """Return an `update` that moves this layer and no other."""

    def update(params: Params, grads: Params, learning_rate: float) -> Any:
        new = list(params)
        new[which] = reference.update(params, grads, learning_rate)[which]
        return new

    return update


def _one_bias_step(b: Array, db: Array, rate: float) -> Array:
    return b - rate * float(np.sum(db))


UPDATE = FunctionExercise(
    "update",
    reference.update,
    _cases,
    (
        several(
            "uphill",
            "The step goes uphill: the gradient is added. It points where the cost grows, so the parameters go against it.",
            _moved(lambda array, slope, rate: array + rate * slope),
        ),
        several(
            "biases-not-updated",
            "The biases stay as they were. They learn like the weights, each with its own gradient, db.",
            _moved(_right, lambda b, db, rate: b),
        ),
        several(
            "weights-not-updated",
            "The weights stay as they were, and only the biases learn. Each W takes a step along its dW too.",
            _moved(lambda W, dW, rate: W, _right),
        ),
        several(
            "biases-without-rate",
            "The learning rate is missing in the step of the biases. It is the same number for all parameters.",
            _moved(_right, lambda b, db, rate: b - db),
        ),
        several(
            "biases-uphill",
            "The weights go downhill and the biases uphill: their gradient is added.",
            _moved(_right, lambda b, db, rate: b + rate * db),
        ),
        several(
            "learning-rate-ignored",
            "The learning rate never comes in: each parameter moves by its whole gradient. The rate says which part of it.",
            _moved(lambda array, slope, rate: array - slope),
        ),
        several(
            "another-rate",
            "The steps have the same length whatever `learning_rate` is: does a number stand where the argument belongs?",
            *(_moved(lambda array, slope, _, rate=rate: array - rate * slope) for rate in (0.001, 0.01, 0.1, 0.5)),  # type: ignore[misc]
        ),
        several(
            "divided-by-rate",
            "The gradient is divided by the learning rate. A small rate makes small steps: it is a factor.",
            _moved(lambda array, slope, rate: array - slope / rate),
        ),
        several(
            "rate-before-the-difference",
            "The learning rate multiplies the parameter too. Only the gradient is scaled, before it is subtracted.",
            _moved(lambda array, slope, rate: rate * (array - slope)),
            _moved(lambda array, slope, rate: rate * array - slope),
            _moved(lambda array, slope, rate: (1 - rate) * array - rate * slope),
        ),
        several(
            "averaged-again",
            "The gradient is divided once more, by a size of the arrays. BP1 and BP2 have taken the mean over the examples "
            "already; no m is left to divide by.",
            _moved(lambda array, slope, rate: array - rate * slope / array.shape[1]),
            _moved(lambda array, slope, rate: array - rate * slope / array.shape[0]),
            _moved(lambda W, dW, rate: W - rate * dW / W.shape[1], _right),
            _moved(lambda W, dW, rate: W - rate * dW / W.shape[0], _right),
            _moved(lambda array, slope, rate: array - rate * slope / array.size),
            _divided_by_inputs,
        ),
        several(
            "divided-by-layers",
            "The step is divided by the number of layers. The rule is the same for each parameter, in a network of any depth.",
            lambda params, grads, rate: reference.update(params, grads, rate / len(params)),
        ),
        several(
            "sign-of-gradient",
            "Only the sign of the gradient counts here. A steep slope should give a longer step than a gentle one.",
            _moved(lambda array, slope, rate: array - rate * np.sign(slope)),
        ),
        several(
            "multiplied-with-parameter",
            "The gradient is multiplied with the parameter itself. The step is learning rate times gradient, whatever the parameter.",
            _moved(lambda array, slope, rate: array - rate * array * slope),
            _moved(lambda array, slope, rate: array * (1 - rate * slope)),
        ),
        several(
            "changed-in-place",
            "The numbers are right, but the arrays in `params` are overwritten: `W -= …` changes the caller's array. Make new ones, "
            "`W - …`.",
            _in_place,
            _in_place_alone,
        ),
        several(
            "list-changed-in-place",
            "The new pairs are written into the caller's list. Build a list of its own, and leave `params` as it came.",
            _list_in_place,
            _list_in_place_alone,
        ),
        several(
            "gradients-changed-in-place",
            "The result is right, but `grads` is overwritten on the way (`*=`). The caller's gradients should still be the gradients.",
            _grads_in_place,
        ),
        several(
            "step-alone",
            "This is the step, not where it leads. Take it from the parameters.",
            _moved(lambda array, slope, rate: -rate * slope),
            _moved(lambda array, slope, rate: rate * slope),
        ),
        several(
            "params-returned",
            "The params come back as they went in. A new value has to be put into a new list: a name alone, `W = …`, changes nothing "
            "in the old one.",
            lambda params, grads, rate: list(params),
        ),
        several(
            "weights-alone",
            "The list holds the weights alone. Each layer has a pair in it, (W, b).",
            _given(lambda params: [W for W, _ in params]),
        ),
        several(
            "not-in-pairs",
            "The right arrays are in the list, but one after the other. Each layer's two belong together, in a pair (W, b).",
            _given(lambda params: [array for pair in params for array in pair]),
        ),
        several(
            "pair-turned-round",
            "The arrays are right, but b comes first in each pair. A pair is (W, b).",
            _given(lambda params: [(b, W) for W, b in params]),
        ),
        several(
            "two-lists",
            "All W stand in one list and all b in another. The list goes by layers: each has a pair in it, (W, b).",
            _given(lambda params: tuple(zip(*params, strict=True))),
            _given(lambda params: ([W for W, _ in params], [b for _, b in params])),
        ),
        several(
            "a-dict",
            "The arrays come under names, in a dict. Params are a list of pairs (W, b), layer 1 first.",
            _given(lambda params: {f"{'Wb'[i]}{k}": pair[i] for k, pair in enumerate(params, start=1) for i in (0, 1)}),
        ),
        several(
            "first-layer-only",
            "Only the first layer is updated. Is there a `return` inside the loop?",
            _given(lambda params: params[:1]),
            _given(lambda params: params[0]),
        ),
        several(
            "last-layer-only",
            "Only the last layer is left. Is the list made anew in every turn of the loop?",
            _given(lambda params: params[-1:]),
            _given(lambda params: params[-1]),
        ),
        several(
            "one-layer-moves",
            "All layers are there, and only one of them has moved. Each takes its step, along its own dW and db.",
            _one_layer_moves(-1),
            _one_layer_moves(0),
        ),
        several(
            "last-layer-missing",
            "The last layer is missing. There is a pair for every layer with weights: where does the loop end?",
            _given(lambda params: params[:-1]),
        ),
        several(
            "last-layer-first",
            "The layers come in the wrong order, the last one first. Params begin with layer 1.",
            _given(lambda params: params[::-1]),
        ),
        several(
            "gradients-of-another-layer",
            "Each layer takes the gradients of another one: the two lists run in opposite directions. Both begin with layer 1.",
            _layers_exchanged,
        ),
        several(
            "one-step-for-all-biases",
            "All biases of a layer take the same step, the sum of db. Each has its own entry of db.",
            _moved(_right, _one_bias_step),
        ),
    ),
    parts=parts,
)
