"""Checks of `matrix_from_weights` and `weights_from_matrix`: arrows from node i to node j, and the matrix W."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from autograder.checks.exercise import FunctionExercise
from autograder.checks.initialization.forms import several
from autograder.checks.notations.thetas import LAYOUTS
from autograder.checks.outcome import Case
from autograder.reference import notations as reference
from autograder.reference.activations import Array

Arrows = Mapping[tuple[int, int], float]

TWO_TO_THREE = np.array([[1.0, 2.0], [3.0, -1.0], [-2.0, 0.5]])
SQUARE = np.array([[1.0, 2.0], [3.0, 4.0]])


def _matrices(rng: np.random.Generator) -> list[tuple[str, Array]]:
    """Return matrices, each with what is special about it."""

    def drawn(*shape: int) -> Array:
        return np.round(rng.normal(size=shape), 2)

    return [
        ("", np.array([[5.0, 6.0, 7.0]]).T @ np.array([[1.0, 10.0]])),
        ("", TWO_TO_THREE),
        ("as many nodes before as after", SQUARE),
        ("one node that is read", np.array([[4.0], [-5.0], [6.0]])),
        ("one node that reads", np.array([[2.0, -1.0, 1.0]])),
        ("one arrow", np.array([[0.5]])),
        ("weights that are 0", np.array([[0.0, 1.0], [0.0, 0.0], [2.0, 0.0]])),
        ("", drawn(3, 5)),
        ("as many nodes before as after", drawn(4, 4)),
        ("ten nodes and more", drawn(2, 12)),
    ]


def _in(order: Callable[[tuple[int, int]], Any], arrows: Arrows) -> dict[tuple[int, int], float]:
    return {key: arrows[key] for key in sorted(arrows, key=order)}


def _arrow_cases(rng: np.random.Generator) -> list[Case]:
    by_sender = [(note, _in(lambda key: key, reference.weights_from_matrix(W))) for note, W in _matrices(rng)]
    small, square = (reference.weights_from_matrix(W) for W in (TWO_TO_THREE, SQUARE))
    mixed = [
        {keys[k]: one[keys[k]] for k in rng.permutation(len(one))} for one in (small, square) for keys in [list(one)]
    ]
    return [
        *(Case((arrows,), note=note) for note, arrows in by_sender),
        Case((_in(lambda key: key[::-1], small),), note="arrows sorted by where they end"),
        *(Case((one,), note="arrows in no order") for one in mixed),
        Case((dict(reversed(by_sender[1][1].items())),), note="arrows in no order"),
    ]


def _matrix_cases(rng: np.random.Generator) -> list[Case]:
    return [
        *(Case((W,), note=note) for note, W in _matrices(rng)),
        *(Case((TWO_TO_THREE,), note=note, layout=layout) for layout, note in LAYOUTS),
    ]


def _sizes(weights: Arrows) -> tuple[int, int]:
    """Return how many nodes send and how many read."""
    return max(i for i, _ in weights), max(j for _, j in weights)


def _transposed(weights: Arrows) -> Array:
    return reference.matrix_from_weights(weights).T


def _in_square(weights: Arrows) -> Array:
    """W transposed in an array of the right shape: where the layer is not square, an index is too large."""
    W = np.zeros(_sizes(weights)[::-1])
    for (i, j), value in weights.items():
        W[i - 1, j - 1] = value
    return W


def _shape_turned(weights: Arrows) -> Array:
    W = np.zeros(_sizes(weights))
    for (i, j), value in weights.items():
        W[j - 1, i - 1] = value
    return W


def _from_one(transposed: bool = False, room: int = 1) -> Callable[[Arrows], Array]:
    def matrix(weights: Arrows) -> Array:
        n_from, n_to = _sizes(weights)
        W = np.zeros((n_from + room, n_to + room) if transposed else (n_to + room, n_from + room))
        for (i, j), value in weights.items():
            W[(i, j) if transposed else (j, i)] = value
        return W

    return matrix


def _not_subtracted_at_the_end(weights: Arrows) -> Array:
    """Counted from 1 with room to spare, and the first row and column left as they are."""
    return _from_one()(weights)[:-1, :-1]


def _negative(weights: Arrows) -> Array:
    """−j and −i: both ends counted from the back."""
    n_from, n_to = _sizes(weights)
    W = np.zeros((n_to, n_from))
    for (i, j), value in weights.items():
        W[-j, -i] = value
    return W


def _as_they_come(turn: bool) -> Callable[[Arrows], Array]:
    def matrix(weights: Arrows) -> Array:
        n_from, n_to = _sizes(weights)
        values = np.array(list(weights.values()))
        return values.reshape(n_from, n_to).T if turn else values.reshape(n_to, n_from)

    return matrix


def _sorted_and_torn(weights: Arrows) -> Array:
    n_from, n_to = _sizes(weights)
    return np.array([weights[key] for key in sorted(weights)]).reshape(n_to, n_from)


def _square_assumed(weights: Arrows) -> Array:
    n = math.isqrt(len(weights))
    W = np.zeros((n, n))
    for (i, j), value in weights.items():
        W[j - 1, i - 1] = value
    return W


def _square_by_the_largest(weights: Arrows) -> Array:
    n = max(_sizes(weights))
    W = np.zeros((n, n))
    for (i, j), value in weights.items():
        W[j - 1, i - 1] = value
    return W


def _filled_as_in_the_lesson(weights: Arrows) -> Array:
    W = np.zeros((3, 2))
    for (i, j), value in weights.items():
        W[j - 1, i - 1] = value
    return W


def _looked_up_as_in_the_lesson(weights: Arrows) -> Array:
    return np.array([[weights[i, j] for i in (1, 2)] for j in (1, 2, 3)])


def _nested(weights: Arrows) -> list[list[float]]:
    rows: list[list[float]] = reference.matrix_from_weights(weights).tolist()
    return rows


def _used_up(weights: Any) -> Array:
    W = reference.matrix_from_weights(weights)
    while weights:
        weights.popitem()
    return W


def _keyed(key: Callable[[int, int], Any], value: Callable[[Any], Any] = float) -> Callable[[Array], Any]:
    """Return a `weights_from_matrix` with other keys or values; `r` and `s` are counted from 0."""
    return lambda W: {key(r, s): value(W[r, s]) for r, s in np.ndindex(W.shape)}


def _part(rows: slice, columns: slice) -> Callable[[Array], Any]:
    def arrows(W: Array) -> Any:
        kept = W[rows, columns]
        return {(s + 1, r + 1): float(kept[r, s]) for r, s in np.ndindex(kept.shape)}

    return arrows


def _loops_exchanged(W: Array) -> Any:
    """Loops over n_from rows and n_to columns: where the layer is not square, an index is too large."""
    n_to, n_from = W.shape
    return {(i + 1, j + 1): float(W[i, j]) for i in range(n_from) for j in range(n_to)}


def _by_node(W: Array) -> Any:
    return {s + 1: {r + 1: float(W[r, s]) for r in range(W.shape[0])} for s in range(W.shape[1])}


MATRIX_FROM_WEIGHTS = FunctionExercise(
    "matrix_from_weights",
    reference.matrix_from_weights,
    _arrow_cases,
    (
        several(
            "transposed",
            "The matrix lies on its side: its rows are where the arrows start. A row of W belongs to the node that reads, where "
            "the arrows end.",
            _transposed,
            _in_square,
        ),
        several(
            "shape-turned",
            "The values go to the right places, but the array is not made for them: W has a row for each node that reads, and a "
            "column for each that is read. The two numbers may differ.",
            _shape_turned,
            _square_assumed,
            _square_by_the_largest,
        ),
        several(
            "counted-from-one",
            "The nodes are used as indices as they are. The arrows count from 1, arrays from 0, so row 0 and column 0 stay "
            "empty, or the last ones find no room.",
            _from_one(),
            _from_one(room=0),
            _from_one(transposed=True),
            _from_one(transposed=True, room=0),
            _not_subtracted_at_the_end,
        ),
        several(
            "from-the-back",
            "Rows and columns are filled from the back: a negative index counts from the end. Node 1 belongs into row 0.",
            _negative,
        ),
        several(
            "order-trusted",
            "The values are taken in the order in which they stand in the dict. That may be any; where a value belongs is said "
            "by its key.",
            _as_they_come(turn=False),
            _as_they_come(turn=True),
        ),
        several(
            "torn-by-reshape",
            "Sorted by (i, j), the values come sender by sender, and `reshape` fills reader by reader: the numbers are the right "
            "ones in other places.",
            _sorted_and_torn,
        ),
        several(
            "sizes-fixed",
            "The 2 and the 3 of the lesson's network are written into the function. How many nodes there are is said by the keys: "
            "look for the largest.",
            _filled_as_in_the_lesson,
            _looked_up_as_in_the_lesson,
        ),
        several(
            "a-list",
            "The numbers come in lists. The way forward multiplies by W: it has to be an array.",
            _nested,
        ),
        several(
            "whole-numbers",
            "The matrix is made of whole numbers, which cut the fractions off. Weights are floats.",
            lambda weights: reference.matrix_from_weights(weights).astype(int),
        ),
        several(
            "used-up",
            "The result is right, but the dict is emptied on the way. It belongs to the caller: read from it without taking out.",
            _used_up,
        ),
    ),
)

WEIGHTS_FROM_MATRIX = FunctionExercise(
    "weights_from_matrix",
    reference.weights_from_matrix,
    _matrix_cases,
    (
        several(
            "keys-to-from",
            "The keys are (to, from): row first, as in W. A from-to key says first where the arrow starts, and that is the "
            "column.",
            _keyed(lambda r, s: (r + 1, s + 1)),
            _loops_exchanged,
        ),
        several(
            "counted-from-zero",
            "The nodes are counted from 0, as in an array. In this notation they count from 1, so that there is an arrow "
            "(1, 1).",
            _keyed(lambda r, s: (s, r)),
        ),
        several(
            "both-slips",
            "Two things are as in the array: the nodes are counted from 0, and the row comes first. Here they count from 1, and "
            "the start of the arrow comes first.",
            _keyed(lambda r, s: (r, s)),
        ),
        several(
            "keys-as-text",
            "The keys are text. They should be pairs of whole numbers, such as (2, 1), so that one can ask for `weights[2, 1]`.",
            _keyed(lambda r, s: f"{s + 1}{r + 1}"),
            _keyed(lambda r, s: f"{s + 1},{r + 1}"),
            _keyed(lambda r, s: f"{s + 1}, {r + 1}"),
            _keyed(lambda r, s: f"({s + 1}, {r + 1})"),
            _keyed(lambda r, s: f"({s + 1},{r + 1})"),
            _keyed(lambda r, s: f"w{s + 1}{r + 1}"),
            _keyed(lambda r, s: f"w_{s + 1}{r + 1}"),
        ),
        several(
            "dict-of-dicts",
            "There is a dict inside the dict, one for each node. Here each arrow has one key, the pair of both its nodes.",
            _by_node,
        ),
        several(
            "arrays-as-values",
            "Each value is still an array. A weight is one number.",
            _keyed(lambda r, s: (s + 1, r + 1), lambda value: np.array([value])),
            _keyed(lambda r, s: (s + 1, r + 1), lambda value: np.array([[value]])),
        ),
        several(
            "last-missing",
            "The last node of a layer has no arrows. `range(n)` ends before n already; nothing more is to be taken off.",
            _part(slice(-1), slice(-1)),
            _part(slice(-1), slice(None)),
            _part(slice(None), slice(-1)),
        ),
        several(
            "first-missing",
            "The numbers of node 1 are left out. It is row 0, or column 0, of W: start the loop there, and add 1 in the key.",
            lambda W: {(s, r): float(W[r, s]) for r in range(1, W.shape[0]) for s in range(1, W.shape[1])},
            _part(slice(1, None), slice(1, None)),
        ),
        several(
            "zeros-left-out",
            "Weights of 0 are left out. An arrow with the weight 0 is an arrow: its weight can be learned.",
            lambda W: {(s + 1, r + 1): float(W[r, s]) for r, s in np.ndindex(W.shape) if W[r, s]},
        ),
        several(
            "a-list",
            "The arrows come in a list. Asked for is a dict, with a key (i, j) for each.",
            lambda W: list(reference.weights_from_matrix(W).items()),
            lambda W: [(i, j, value) for (i, j), value in reference.weights_from_matrix(W).items()],
        ),
    ),
)
