"""Checks of `params_from_mazur`: numbered weights and a bias for each layer, and the params of this course."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.checks.exercise import FunctionExercise
from autograder.checks.gradient_checking.pairs import parts
from autograder.checks.initialization.forms import several
from autograder.checks.outcome import Case
from autograder.reference import notations as reference
from autograder.reference.activations import Array

Numbered = Mapping[str, float]

NAMES = [f"w{number}" for number in range(1, 9)]
PLAIN = dict(zip(NAMES, map(float, range(1, 9)), strict=True))
PRINTED = dict(zip(NAMES, (0.15, 0.20, 0.25, 0.30, 0.40, 0.45, 0.50, 0.55), strict=True))


def _cases(rng: np.random.Generator) -> list[Case]:
    drawn = dict(zip(NAMES, np.round(rng.normal(size=8), 2).tolist(), strict=True))
    mixed = [{NAMES[k]: one[NAMES[k]] for k in rng.permutation(8)} for one in (PLAIN, drawn)]
    return [
        Case((PLAIN, 0.1, 0.2)),
        Case((PRINTED, 0.35, 0.60)),
        Case((drawn, -1.5, 2.25)),
        Case((PLAIN, 0.0, 0.0), note="biases of 0"),
        Case((dict(reversed(PLAIN.items())), 0.1, 0.2), note="weights in no order"),
        *(Case((one, 0.5, -0.5), note="weights in no order") for one in mixed),
    ]


def _with(
    weights: Callable[[Array, Array], Any] = lambda W1, W2: (W1, W2),
    biases: Callable[[float, float], Any] = lambda b1, b2: (np.full((2, 1), b1), np.full((2, 1), b2)),
    give: Callable[[Any, Any], Any] = lambda layer_1, layer_2: [layer_1, layer_2],
) -> Callable[[Numbered, float, float], Any]:
    """Return a `params_from_mazur` with one of its parts replaced."""

    def params(w: Numbered, b1: float, b2: float) -> Any:
        (W1, _), (W2, _) = reference.params_from_mazur(w, b1, b2)
        return give(*zip(weights(W1, W2), biases(b1, b2), strict=True))

    return params


def _as_they_come(w: Numbered, b1: float, b2: float) -> Any:
    W1, W2 = np.array(list(w.values())).reshape(2, 2, 2)
    return [(W1, np.full((2, 1), b1)), (W2, np.full((2, 1), b2))]


def _every_other(w: Numbered, b1: float, b2: float) -> Any:
    """w1, w3, w5, w7 into the one layer, the even ones into the other."""
    W = [np.array([w[name] for name in NAMES[k::2]]).reshape(2, 2) for k in (0, 1)]
    return [(W[0], np.full((2, 1), b1)), (W[1], np.full((2, 1), b2))]


PARAMS_FROM_MAZUR = FunctionExercise(
    "params_from_mazur",
    reference.params_from_mazur,
    _cases,
    (
        several(
            "weights-transposed",
            "w1 and w3 make a row here: that is what leaves i1. The numbers go through the readers: w1 and w2 end at h1, and are "
            "its row.",
            _with(lambda W1, W2: (W1.T, W2.T)),
            _with(lambda W1, W2: (W1.T, W2)),
            _with(lambda W1, W2: (W1, W2.T)),
        ),
        several(
            "biases-by-neuron",
            "b1 goes to the first neuron of each layer and b2 to the second. They are biases of layers: b1 of both h, b2 of both "
            "o.",
            _with(biases=lambda b1, b2: (np.array([[b1], [b2]]), np.array([[b1], [b2]]))),
        ),
        several(
            "biases-exchanged",
            "The biases are exchanged: b1 belongs to the hidden layer, b2 to the output layer.",
            _with(biases=lambda b1, b2: (np.full((2, 1), b2), np.full((2, 1), b1))),
        ),
        several(
            "same-bias-twice",
            "Both layers get the same bias. The hidden layer has b1, the output layer b2.",
            _with(biases=lambda b1, b2: (np.full((2, 1), b1),) * 2),
            _with(biases=lambda b1, b2: (np.full((2, 1), b2),) * 2),
        ),
        several(
            "bias-not-repeated",
            "b holds one number for the layer. In this course every neuron has a bias of its own, so each b is a column of two, "
            "(2, 1).",
            _with(biases=lambda b1, b2: (b1, b2)),
            _with(biases=lambda b1, b2: (np.array([b1]), np.array([b2]))),
            _with(biases=lambda b1, b2: (np.array([[b1]]), np.array([[b2]]))),
        ),
        several(
            "bias-one-dimension",
            "b has one dimension. It is a column, (2, 1): a plain row of numbers would lie along the examples.",
            _with(biases=lambda b1, b2: (np.full(2, b1), np.full(2, b2))),
        ),
        several(
            "bias-as-a-row",
            "b is a row, (1, 2). Each neuron is a row of Z, so b is a column, (2, 1).",
            _with(biases=lambda b1, b2: (np.full((1, 2), b1), np.full((1, 2), b2))),
        ),
        several(
            "bias-per-weight",
            "b has the shape of W: a bias for every weight. A neuron adds one bias to its sum: shape (2, 1).",
            _with(biases=lambda b1, b2: (np.full((2, 2), b1), np.full((2, 2), b2))),
        ),
        several(
            "one-bias-zero",
            "Only the first neuron of a layer has its bias, the second has 0. Both neurons add the bias of their layer.",
            _with(biases=lambda b1, b2: (np.array([[b1], [0.0]]), np.array([[b2], [0.0]]))),
        ),
        several(
            "order-trusted",
            "The weights are taken in the order in which they stand in the dict. That may be any: look each one up by its name.",
            _as_they_come,
        ),
        several(
            "every-other-weight",
            "The odd weights are in one layer and the even ones in the other. w1 to w4 lead into the hidden layer, w5 to w8 into "
            "the output layer.",
            _every_other,
        ),
        several(
            "layers-exchanged",
            "The output layer stands first in the list. params go from the input on: the hidden layer is at position 0.",
            _with(give=lambda layer_1, layer_2: [layer_2, layer_1]),
        ),
        several(
            "pair-turned-round",
            "The arrays are right, but b comes first in each pair. A pair is (W, b).",
            _with(give=lambda layer_1, layer_2: [layer_1[::-1], layer_2[::-1]]),
        ),
        several(
            "still-folded",
            "The biases are folded in, as in Θ. In params each layer has its W and its b apart, in a pair (W, b).",
            _with(give=lambda layer_1, layer_2: [np.hstack([b, W]) for W, b in (layer_1, layer_2)]),
        ),
        several(
            "not-in-pairs",
            "The right arrays are there, but one after the other. Each layer's two belong together, in a pair (W, b).",
            _with(give=lambda layer_1, layer_2: [*layer_1, *layer_2]),
            _with(give=lambda layer_1, layer_2: (*layer_1, *layer_2)),
        ),
        several(
            "lists",
            "The numbers are in lists of lists. The way forward multiplies by W: it has to be an array, and so has b.",
            _with(lambda W1, W2: (W1.tolist(), W2.tolist())),
            _with(
                lambda W1, W2: (W1.tolist(), W2.tolist()),
                lambda b1, b2: ([[b1], [b1]], [[b2], [b2]]),
            ),
            _with(biases=lambda b1, b2: ([[b1], [b1]], [[b2], [b2]])),
        ),
        several(
            "whole-numbers",
            "The numbers are stored as whole numbers, which cut the fractions off. Weights and biases are floats.",
            _with(
                lambda W1, W2: (W1.astype(int), W2.astype(int)),
                lambda b1, b2: (np.full((2, 1), int(b1)), np.full((2, 1), int(b2))),
            ),
            _with(biases=lambda b1, b2: (np.full((2, 1), int(b1)), np.full((2, 1), int(b2)))),
        ),
    ),
    parts=parts,
)
