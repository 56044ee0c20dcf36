"""Checks of `flatten` and `unflatten`: all parameters in one vector, and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import LESSON_PARAMS, column, drawn, matrix
from autograder.checks.gradient_checking.pairs import parts
from autograder.checks.outcome import Case
from autograder.reference import gradient_checking as reference
from autograder.reference.activations import Array
from autograder.reference.forward_propagation import Params

ONE_OF_EACH = "one neuron that reads one input"
ONE_NEURON = "layers of one neuron"
ONE_INPUT = "one input (n_0 = 1)"
READ_ONLY = "arrays that may only be read"
STRIDED = "arrays that are every other entry of a wider one"
FORTRAN = "arrays that lie in memory column by column"

# Counted up in the right order, so that a wrong order can be read off.
COUNTED = [(matrix([1, 2], [3, 4]), column(5, 6))]
COUNTED_TWICE = [(matrix([1, 2], [3, 4], [5, 6]), column(7, 8, 9)), (matrix([10, 11, 12]), column(13))]
SHAPES = ((3, 2, 4), (2, 3, 3, 2), (4, 4, 4), (5, 3, 4, 1))


def _network(rng: np.random.Generator, sizes: Sequence[int]) -> list[tuple[Array, Array]]:
    return [(drawn(rng, n, n_prev), drawn(rng, n, 1)) for n_prev, n in pairwise(sizes)]


# --- flatten ---


def _flatten_cases(rng: np.random.Generator) -> list[Case]:
    return [
        Case((COUNTED,)),
        Case((COUNTED_TWICE,)),
        Case((LESSON_PARAMS,)),
        Case(([(matrix([2]), column(-1))],), note=ONE_OF_EACH),
        Case(([(matrix([2, -1, 3]), column(0.5))],), note="one layer of one neuron"),
        Case(([(matrix([1, 3]), column(5)), (matrix([-2]), column(4))],), note=ONE_NEURON),
        Case(([(matrix([1], [2], [3]), column(4, 5, 6))],), note=ONE_INPUT),
        Case(([(np.zeros((2, 3)), np.zeros((2, 1)))],), note="params that are all 0"),
        Case((LESSON_PARAMS,), note=READ_ONLY, layout="read-only"),
        Case((LESSON_PARAMS,), note=STRIDED, layout="strided"),
        Case((LESSON_PARAMS,), note=FORTRAN, layout="fortran"),
        *(Case((_network(rng, sizes),)) for sizes in SHAPES),
    ]


Pieces = Callable[[Array, Array], Sequence[Array]]


def _joined(pieces: Pieces) -> Callable[[Params], Array]:
    """Return a `flatten` that joins, layer after layer, the pieces of each."""
    return lambda params: np.concatenate([np.ravel(piece) for W, b in params for piece in pieces(W, b)])


def _weights_first(params: Params) -> Array:
    return np.concatenate([*(W.ravel() for W, _ in params), *(b.ravel() for _, b in params)])


def _as_in_memory(params: Params) -> Array:
    return np.concatenate([array.ravel("K") for pair in params for array in pair])


def _with_zero(params: Params) -> Array:
    return np.concatenate([np.zeros(1), reference.flatten(params)])


def _two_layers(params: Params) -> Array:
    (W1, b1), (W2, b2) = params
    return reference.flatten([(W1, b1), (W2, b2)])


def _thirteen_places(params: Params) -> Array:
    pieces, result = reference.flatten(params), np.zeros(13)
    result[: pieces.size] = pieces
    return result


FLATTEN = FunctionExercise(
    "flatten",
    reference.flatten,
    _flatten_cases,
    (
        Misconception(
            "column-by-column",
            _joined(lambda W, b: (W.T, b)),
            "W is laid out column by column. Its order is row by row: all weights of neuron 1, then all weights of neuron 2.",
        ),
        Misconception(
            "as-in-memory",
            _as_in_memory,
            "The numbers come in the order in which they lie in memory, and that may be column by column. Row by row has to be "
            "row by row for every matrix.",
            also=(lambda params: np.concatenate([array.ravel("A") for pair in params for array in pair]),),
        ),
        Misconception(
            "all-weights-first",
            _weights_first,
            "All weights stand before all biases. The order is layer by layer: W and b of layer 1, then W and b of layer 2.",
        ),
        Misconception(
            "all-biases-first",
            lambda params: np.concatenate([*(b.ravel() for _, b in params), *(W.ravel() for W, _ in params)]),
            "All biases stand before all weights. The order is layer by layer, and in each layer W comes before b.",
        ),
        Misconception(
            "biases-before-weights",
            _joined(lambda W, b: (b, W)),
            "In each layer the biases come first. It is the other way round: W row by row, then b.",
        ),
        Misconception(
            "neuron-by-neuron",
            _joined(lambda W, b: (np.hstack([W, b]),)),
            "Each neuron's bias stands beside its weights. Here the whole W of a layer comes first, and then the whole b.",
            also=(_joined(lambda W, b: (np.hstack([b, W]),)),),
        ),
        Misconception(
            "biases-missing",
            _joined(lambda W, b: (W,)),
            "The weights are there and the biases are not. They are parameters too: each layer's b follows its W.",
        ),
        Misconception(
            "weights-missing",
            _joined(lambda W, b: (b,)),
            "These are the biases alone. Each layer's W comes before its b.",
        ),
        Misconception(
            "last-layer-first",
            lambda params: reference.flatten(params[::-1]),
            "The layers come in the wrong order, the last one first. The vector begins where the list begins.",
        ),
        Misconception(
            "first-layer-only",
            lambda params: reference.flatten(params[:1]),
            "Only the first layer is in the vector. Is there a `return` inside the loop?",
        ),
        Misconception(
            "last-layer-only",
            lambda params: reference.flatten(params[-1:]),
            "Only the last layer is in the vector. Does each turn of the loop replace what the turns before it have collected?",
        ),
        Misconception(
            "last-layer-missing",
            lambda params: reference.flatten(params[:-1]) if len(params) > 1 else np.zeros(0),
            "The last layer is not in the vector. There are as many layers as pairs in `params`: where does the loop end?",
        ),
        Misconception(
            "two-layers-only",
            _two_layers,
            "Networks of two layers come out right and others don't. `params` holds as many pairs as there are layers: go "
            "through them in a loop.",
        ),
        Misconception(
            "thirteen-places",
            _thirteen_places,
            "The vector always has 13 places, as many as the 2-3-1 network needs. Count the numbers in `params`, or join the "
            "pieces without counting.",
        ),
        Misconception(
            "begins-with-zero",
            _with_zero,
            "A 0 that is no parameter stands at the front. What was the vector before the first piece was joined to it?",
        ),
        Misconception(
            "a-column",
            lambda params: reference.flatten(params)[:, np.newaxis],
            "The numbers stand in the right order, but as a matrix of one column. A vector of shape (n,) has one dimension.",
        ),
        Misconception(
            "a-row",
            lambda params: reference.flatten(params)[np.newaxis],
            "The numbers stand in the right order, but as a matrix of one row. A vector of shape (n,) has one dimension.",
        ),
        Misconception(
            "pieces-not-joined",
            lambda params: [array.ravel() for pair in params for array in pair],
            "The pieces are flat and in order, but still apart, in a list. They are to be joined end to end.",
            also=(lambda params: [np.concatenate([W.ravel(), b.ravel()]) for W, b in params],),
        ),
    ),
)


# --- unflatten ---


def _vector(n: int) -> Array:
    return np.arange(1.0, n + 1.0)


def _number(sizes: Sequence[int]) -> int:
    return sum(n * (n_prev + 1) for n_prev, n in pairwise(sizes))


def _unflatten_cases(rng: np.random.Generator) -> list[Case]:
    lesson = (reference.flatten(LESSON_PARAMS), [2, 3, 1])
    return [
        Case((_vector(6), [2, 2])),
        Case((_vector(13), [2, 3, 1])),
        Case((_vector(12), [2, 2, 2])),
        Case(lesson),
        Case((_vector(2), [1, 1]), note=ONE_OF_EACH),
        Case((_vector(4), [3, 1]), note="one layer of one neuron"),
        Case((_vector(5), [2, 1, 1]), note=ONE_NEURON),
        Case((_vector(10), [1, 3, 1]), note=ONE_INPUT),
        Case((np.zeros(8), [3, 2]), note="a vector that is all 0"),
        Case(lesson, note=READ_ONLY, layout="read-only"),
        Case(lesson, note=STRIDED, layout="strided"),
        *(Case((drawn(rng, _number(sizes)), list(sizes))) for sizes in SHAPES),
    ]


Cut = Callable[[Array, int, int], tuple[Any, Any]]


def _cut(cut: Cut) -> Callable[[Array, Sequence[int]], Any]:
    """Return an `unflatten` that makes each layer of its own stretch of the vector, `cut(stretch, n, n_prev)`."""

    def unflatten(vector: Array, layer_sizes: Sequence[int]) -> Any:
        params, start = [], 0
        for n_prev, n in pairwise(layer_sizes):
            end = start + n * (n_prev + 1)
            params.append(cut(vector[start:end], n, n_prev))
            start = end
        return params

    return unflatten


def _moving(step: Callable[[int, int], int], gap: Callable[[int, int], int] = lambda n, n_prev: n * n_prev) -> Any:
    """Return an `unflatten` that moves on by `step(n, n_prev)` after a layer, and finds its biases `gap` after its weights."""

    def unflatten(vector: Array, layer_sizes: Sequence[int]) -> Any:
        params, start = [], 0
        for n_prev, n in pairwise(layer_sizes):
            middle = start + gap(n, n_prev)
            params.append(
                (vector[start : start + n * n_prev].reshape(n, n_prev), vector[middle : middle + n, np.newaxis])
            )
            start += step(n, n_prev)
        return params

    return unflatten


def _w(stretch: Array, n: int, n_prev: int) -> Array:
    return stretch[: n * n_prev].reshape(n, n_prev)


def _b(stretch: Array, n: int, n_prev: int) -> Array:
    return stretch[n * n_prev :].reshape(n, 1)


def _by_neurons(stretch: Array, n: int, n_prev: int) -> tuple[Array, Array]:
    rows = stretch.reshape(n, n_prev + 1)
    return rows[:, :-1], rows[:, -1:]


def _all_weights_first(vector: Array, layer_sizes: Sequence[int]) -> Any:
    pairs = list(pairwise(layer_sizes))
    start, biases, params = 0, sum(n * n_prev for n_prev, n in pairs), []
    for n_prev, n in pairs:
        params.append(
            (vector[start : start + n * n_prev].reshape(n, n_prev), vector[biases : biases + n].reshape(n, 1))
        )
        start, biases = start + n * n_prev, biases + n
    return params


def _last_first(vector: Array, layer_sizes: Sequence[int]) -> Any:
    return reference.unflatten(vector, layer_sizes)[::-1]


def _sizes_used_up(vector: Array, layer_sizes: list[int]) -> Any:
    params = []
    while len(layer_sizes) > 1:
        n_prev = layer_sizes.pop(0)
        params += reference.unflatten(vector, [n_prev, layer_sizes[0]])
        vector = vector[layer_sizes[0] * (n_prev + 1) :]
    return params


def _always_2_3_1(vector: Array, layer_sizes: Sequence[int]) -> Any:
    W2, b2 = vector[9:12].reshape(1, 3), vector[12:].reshape(1, 1)
    return [(vector[:6].reshape(3, 2), vector[6:9].reshape(3, 1)), (W2, b2)]


def _first_of_2_3_1(vector: Array, layer_sizes: Sequence[int]) -> Any:
    return _always_2_3_1(vector[:13], [])


UNFLATTEN = FunctionExercise(
    "unflatten",
    reference.unflatten,
    _unflatten_cases,
    (
        Misconception(
            "column-by-column",
            _cut(lambda v, n, n_prev: (v[: n * n_prev].reshape(n_prev, n).T, _b(v, n, n_prev))),
            "W is filled column by column. `flatten` laid it out row by row: the first n_prev numbers are the first neuron's "
            "weights.",
        ),
        Misconception(
            "rows-and-columns-exchanged",
            _cut(lambda v, n, n_prev: (v[: n * n_prev].reshape(n_prev, n), _b(v, n, n_prev))),
            "W has its rows and columns exchanged. A row for every neuron of the layer, a column for every neuron that it reads: "
            "(n, n_prev).",
            also=(_cut(lambda v, n, n_prev: (_w(v, n, n_prev).T, _b(v, n, n_prev))),),
        ),
        Misconception(
            "bias-one-dimension",
            _cut(lambda v, n, n_prev: (_w(v, n, n_prev), v[n * n_prev :])),
            "b is cut off right and still flat. It is a column, of shape (n, 1): added to Z as a plain row, it would lie along "
            "the examples.",
        ),
        Misconception(
            "bias-as-a-row",
            _cut(lambda v, n, n_prev: (_w(v, n, n_prev), v[n * n_prev :].reshape(1, n))),
            "b is a row here. Each neuron is a row of Z, so that its bias has to stand in a row of its own: (n, 1).",
        ),
        Misconception(
            "not-reshaped",
            _cut(lambda v, n, n_prev: (v[: n * n_prev], v[n * n_prev :])),
            "The cuts are right, but the pieces are still flat. W is to have the shape (n, n_prev), and b the shape (n, 1).",
            also=(_cut(lambda v, n, n_prev: (v[: n * n_prev], _b(v, n, n_prev))),),
        ),
        Misconception(
            "biases-before-weights",
            _cut(lambda v, n, n_prev: (v[n:].reshape(n, n_prev), v[:n].reshape(n, 1))),
            "The first numbers of each layer are taken for its biases. `flatten` puts W first, then b.",
        ),
        Misconception(
            "pair-turned-round",
            _cut(lambda v, n, n_prev: (_b(v, n, n_prev), _w(v, n, n_prev))),
            "The arrays are right, but b comes first in each pair. A pair is (W, b).",
        ),
        Misconception(
            "all-weights-first",
            _all_weights_first,
            "The biases are looked for after all weights. `flatten` goes layer by layer: b of layer 1 stands before W of layer 2.",
        ),
        Misconception(
            "neuron-by-neuron",
            _cut(_by_neurons),
            "Each neuron's bias is taken from beside its weights. In the vector the whole W of a layer comes first, then the "
            "whole b.",
            also=(_cut(lambda v, n, n_prev: _by_neurons(np.roll(v, -1), n, n_prev)),),
        ),
        Misconception(
            "always-from-the-start",
            _moving(lambda n, n_prev: 0),
            "Every layer is cut from the start of the vector. Each begins where the one before it has ended.",
        ),
        Misconception(
            "biases-not-skipped",
            _moving(lambda n, n_prev: n * n_prev),
            "The position moves on past the weights only, so that the next layer's W begins with this layer's biases. They are "
            "used up as well.",
        ),
        Misconception(
            "weights-not-skipped",
            _moving(lambda n, n_prev: n * (n_prev + 1), lambda n, n_prev: 0),
            "W and b of a layer begin with the same numbers. The position has to move on after W too, before b is cut off.",
        ),
        Misconception(
            "last-layer-first",
            _last_first,
            "The layers are right and stand in the wrong order, the last one first. The list begins with layer 1.",
        ),
        Misconception(
            "first-layer-only",
            lambda vector, layer_sizes: reference.unflatten(vector, layer_sizes[:2]),
            "Only the first layer is made. Is there a `return` inside the loop?",
        ),
        Misconception(
            "last-layer-only",
            lambda vector, layer_sizes: reference.unflatten(vector, layer_sizes)[-1:],
            "Only the last layer is left. Is the list made anew in every turn of the loop?",
        ),
        Misconception(
            "last-layer-missing",
            lambda vector, layer_sizes: reference.unflatten(vector, layer_sizes[:-1]),
            "The last layer is not made. A list of L + 1 sizes has L pairs of neighbours: where does the loop end?",
        ),
        Misconception(
            "always-2-3-1",
            _always_2_3_1,
            "The sizes of the 2-3-1 network are written into the code. Where to cut, and into which shapes, is what "
            "`layer_sizes` says.",
            also=(_first_of_2_3_1,),
        ),
        Misconception(
            "not-in-pairs",
            lambda vector, layer_sizes: [array for pair in reference.unflatten(vector, layer_sizes) for array in pair],
            "The right arrays are in the list, but one after the other. Each layer's two belong together, in a pair (W, b).",
        ),
        Misconception(
            "biases-missing",
            lambda vector, layer_sizes: [W for W, _ in reference.unflatten(vector, layer_sizes)],
            "The list holds the weights alone. Each layer has a pair in it, (W, b).",
        ),
        Misconception(
            "sizes-used-up",
            _sizes_used_up,
            "The result is right, but `layer_sizes` is used up on the way: after the call the caller's list is shorter. Read "
            "from it without taking out.",
        ),
    ),
    parts=parts,
)
