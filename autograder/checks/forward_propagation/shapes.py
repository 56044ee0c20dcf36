"""Checks of `predicted_shapes`, `parameter_shapes` and `count_parameters`."""

from __future__ import annotations

import math
import numbers
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np

from autograder.checks import wording
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.entries import EntriesExercise
from autograder.checks.outcome import Case, Part
from autograder.reference import forward_propagation as reference

# --- predicted_shapes: a 2-3-1 network and m = 4 examples ---

SHAPES = {
    "W1": (3, 2),
    "b1": (3, 1),
    "Z1": (3, 4),
    "A1": (3, 4),
    "W2": (1, 3),
    "b2": (1, 1),
    "Z2": (1, 4),
    "A2": (1, 4),
}


def _with(**wrong: tuple[int, ...]) -> dict[str, tuple[int, ...]]:
    return {**SHAPES, **wrong}


def _whole_number(value: Any) -> bool:
    return isinstance(value, numbers.Integral) and not isinstance(value, bool)


def _shape(key: str, value: Any) -> tuple[Any, ...]:
    """Read one shape; raise ValueError with a sentence when it is none."""
    if isinstance(value, np.ndarray) and value.ndim == 1:
        value = value.tolist()
    if isinstance(value, np.ndarray):
        raise ValueError(f"`{key}` is {wording.kind(value)} itself; its shape is asked for, a pair (rows, columns).")
    if not isinstance(value, (tuple, list)):
        raise ValueError(f"`{key}` is {wording.kind(value)}; a shape is a pair (rows, columns).")
    if not all(map(_whole_number, value)):
        raise ValueError(
            f"`{key}` is {wording.shown(value)}; rows and columns are counted in whole numbers, as in (5, 7)."
        )
    return tuple(int(each) for each in value)


PREDICTED_SHAPES = EntriesExercise(
    "predicted_shapes",
    SHAPES,
    _shape,
    lambda got, want: bool(got == want),
    (
        Misconception(
            "weights-transposed",
            _with(W1=(2, 3), W2=(3, 1)),
            "Rows and columns of W are exchanged. Row r of W holds the weights of neuron r: a row for every neuron of this "
            "layer, a column for every neuron it reads.",
            also=(_with(W2=(3, 1)),),
        ),
        Misconception(
            "examples-in-rows",
            _with(Z1=(4, 3), A1=(4, 3), Z2=(4, 1), A2=(4, 1)),
            "The 4 examples are put in the rows. In this course an example is a column, and a row belongs to a neuron.",
            also=(_with(A1=(4, 3)), _with(Z2=(4, 1)), _with(A2=(4, 1))),
        ),
        Misconception(
            "one-example",
            _with(Z1=(3, 1), A1=(3, 1), Z2=(1, 1), A2=(1, 1)),
            "This is the shape for a single example. Here 4 of them go through the network side by side.",
            also=(_with(A1=(3, 1)), _with(Z2=(1, 1)), _with(A2=(1, 1))),
        ),
        Misconception(
            "one-dimension",
            _with(b1=(3,), b2=(1,)),
            "One number in the brackets is the shape of a plain row of numbers. Every array here is a matrix and has two: "
            "rows and columns, even where there is only one of them.",
            also=(
                _with(W1=(6,), W2=(3,)),
                _with(W2=(3,)),
                _with(b2=(1,)),
                _with(b2=()),
                _with(Z1=(3,), A1=(3,), Z2=(4,), A2=(4,)),
                _with(Z1=(12,)),
                _with(A1=(3,)),
                _with(Z2=(4,), A2=(4,)),
                _with(A2=(4,)),
                _with(Z2=(1,), A2=(1,)),
                _with(A2=(1,)),
            ),
        ),
        Misconception(
            "bias-as-a-row",
            _with(b1=(1, 3)),
            "The biases lie in a row here. b is added to Z, where a neuron is a row: its bias has to stand in that row.",
        ),
        Misconception(
            "one-bias-a-layer",
            _with(b1=(1, 1)),
            "This is one bias for the whole layer. Each neuron of a layer has its own.",
            also=(_with(b1=(1,)), _with(b1=())),
        ),
        Misconception(
            "bias-per-example",
            _with(b1=(3, 4), b2=(1, 4)),
            "This b has a column for every example. A bias belongs to its neuron and is the same for all of them; NumPy "
            "repeats it where it is added.",
            also=(_with(b2=(1, 4)),),
        ),
        Misconception(
            "bias-per-weight",
            _with(b1=(3, 2), b2=(1, 3)),
            "This b has a number for every weight. A neuron adds one bias to its sum, however many inputs it reads.",
            also=(_with(b2=(1, 3)),),
        ),
        Misconception(
            "layer-before",
            _with(b1=(2, 1), Z1=(2, 4), A1=(2, 4), W2=(3, 2), b2=(3, 1), Z2=(3, 4), A2=(3, 4)),
            "The rows are those of the layer before: as many as it has neurons. The number in the name says whose neurons "
            "count, and the input is layer 0.",
            also=(
                _with(Z1=(2, 4), A1=(2, 4)),
                _with(A1=(2, 4)),
                _with(W2=(3, 2)),
                _with(b2=(3, 1)),
                _with(Z2=(3, 4), A2=(3, 4)),
                _with(A2=(3, 4)),
            ),
        ),
        Misconception(
            "layer-after",
            _with(W1=(1, 3), Z1=(1, 4), A1=(1, 4)),
            "This is the shape that belongs to the next layer. Layer 1 is the hidden one, with 3 neurons; the input is "
            "layer 0.",
            also=(_with(Z1=(1, 4), A1=(1, 4)), _with(A1=(1, 4))),
        ),
        Misconception(
            "examples-in-weights",
            _with(W1=(3, 4), W2=(1, 4)),
            "The number of examples, 4, is in the shape of W. Weights belong to neurons: the same ones are used for every "
            "example, however many there are.",
            also=(_with(W1=(2, 4)), _with(W1=(4, 2)), _with(W1=(4, 3)), _with(W2=(1, 4))),
        ),
        Misconception(
            "bias-column-counted",
            _with(W1=(3, 3)),
            "W has a column too many: that is Θ, which holds the biases as well. Here they are kept apart, in b.",
        ),
        Misconception(
            "inputs-for-examples",
            _with(Z1=(3, 2), A1=(3, 2), Z2=(1, 3), A2=(1, 3)),
            "This is the shape of W. In the product with what comes in, the sum over a neuron's inputs uses W's columns up; "
            "the columns of the result are the examples.",
            also=(_with(A1=(3, 2)), _with(Z2=(1, 3), A2=(1, 3)), _with(A2=(1, 3))),
        ),
    ),
    {
        "W1": "W1 has a row for each hidden neuron and a column for each input.",
        "b1": "b1 holds one bias for each hidden neuron, in a column.",
        "Z1": "Z1 has a row for each hidden neuron and a column for each example.",
        "A1": "A1 is Z1 with the activation applied number by number.",
        "W2": "W2 has a row for each output neuron and a column for each hidden neuron.",
        "b2": "b2 holds one bias for each output neuron, in a column.",
        "Z2": "Z2 has a row for each output neuron and a column for each example.",
        "A2": "A2 is Z2 with the activation applied number by number.",
    },
)


# --- parameter_shapes ---


def _size_cases(rng: np.random.Generator) -> list[Case]:
    by_hand = [[2, 3, 1], [3, 2], [4, 5, 3], [2, 3, 4, 5]]
    drawn = [[int(n) for n in rng.integers(1, 30, size=length)] for length in (3, 4, 6)]
    return [
        *(Case((sizes,)) for sizes in (*by_hand, *drawn)),
        Case(([1, 1],), note="one neuron that reads one input"),
        Case(([1, 4, 1],), note="one input (n_0 = 1)"),
        Case(([3, 1, 1, 2],), note="layers of one neuron"),
        Case(([3, 3, 3, 3],), note="layers of one size"),
        Case(([64, 32, 10],), note="a network for digits, 64-32-10"),
    ]


def _is_row(value: Any) -> bool:
    return isinstance(value, (list, tuple))


def _plain(shape: Any) -> Any:
    """Return a shape kept in an array as a list; whatever else it is, as it is."""
    return shape.tolist() if isinstance(shape, np.ndarray) and shape.ndim == 1 else shape


def _told(value: Any) -> str:
    return wording.shown(value) if _is_row(value) else wording.kind(value)


def _parameter_parts(got: Any, want: Any) -> Iterator[Part]:
    """Compare shape by shape; a wrong one is a sentence, so that the list as a whole stays in sight."""
    if not _is_row(got):
        raise ValueError(f"You returned {wording.kind(got)}; a list is expected, with a pair of shapes for each layer.")
    if len(got) != len(want):
        pairs = "1 pair is" if len(want) == 1 else f"{len(want)} pairs are"
        raise ValueError(f"The list has length {len(got)}; {pairs} expected, one for each layer but the input.")
    for i, (pair, wanted) in enumerate(zip(got, want, strict=True)):
        pair = [_plain(shape) for shape in pair] if _is_row(pair) else pair
        if not _is_row(pair) or len(pair) != 2 or not any(map(_is_row, pair)):
            raise ValueError(f"For layer {i + 1} the list holds {_told(pair)}; (shape of W, shape of b) is expected.")
        for name, shape, right in zip("Wb", pair, wanted, strict=True):
            what = f"The shape of {name} in layer {i + 1}"
            if not _is_row(shape) or len(shape) != 2:
                raise ValueError(f"{what} is {_told(shape)}; a pair is expected, (rows, columns).")
            if all(map(_whole_number, shape)) and tuple(shape) != right:
                raise ValueError(f"{what} is {wording.shown(shape)}; {right} is expected.")
            yield Part(what, shape, right)


def _shapes_with(
    W: Callable[[int, int], Any] = lambda n, n_prev: (n, n_prev),
    b: Callable[[int, int], Any] = lambda n, n_prev: (n, 1),
) -> Callable[[list[int]], Any]:
    """Return a `parameter_shapes` that makes each shape of the sizes here and before as `W` and `b` say."""
    return lambda layer_sizes: [(W(n, n_prev), b(n, n_prev)) for n_prev, n in pairwise(layer_sizes)]


def _shapes_used_up(layer_sizes: list[int]) -> Any:
    shapes = []
    while len(layer_sizes) > 1:
        n_prev = layer_sizes.pop(0)
        shapes.append(((layer_sizes[0], n_prev), (layer_sizes[0], 1)))
    return shapes


PARAMETER_SHAPES = FunctionExercise(
    "parameter_shapes",
    reference.parameter_shapes,
    _size_cases,
    (
        Misconception(
            "weights-transposed",
            _shapes_with(W=lambda n, n_prev: (n_prev, n)),
            "Rows and columns of W are exchanged. W has a row for every neuron of its layer, and a column for every neuron "
            "of the layer before.",
        ),
        Misconception(
            "both-turned-round",
            _shapes_with(W=lambda n, n_prev: (n_prev, n), b=lambda n, n_prev: (1, n)),
            "Both shapes are turned round: neurons are columns here. In this course a neuron is a row, in W and in b.",
        ),
        Misconception(
            "bias-one-dimension",
            _shapes_with(b=lambda n, n_prev: (n,)),
            "The shape of b has one number where two are meant: b is a column, with as many rows as the layer has neurons. A "
            "plain row of numbers would be added along the examples.",
            also=(_shapes_with(b=lambda n, n_prev: n),),
        ),
        Misconception(
            "bias-as-a-row",
            _shapes_with(b=lambda n, n_prev: (1, n)),
            "b is a row here. It is added to Z, where a neuron is a row, so each bias has to stand in a row of its own.",
        ),
        Misconception(
            "one-bias-a-layer",
            _shapes_with(b=lambda n, n_prev: (1, 1)),
            "b holds one number for the whole layer. Each neuron has a bias of its own.",
        ),
        Misconception(
            "bias-per-input",
            _shapes_with(b=lambda n, n_prev: (n_prev, 1)),
            "b has as many rows as the layer before has neurons. The biases belong to the neurons that read, not to those "
            "that are read.",
        ),
        Misconception(
            "bias-per-weight",
            _shapes_with(b=lambda n, n_prev: (n, n_prev)),
            "b has the shape of W: a bias for every weight. A neuron adds one bias to its sum.",
        ),
        Misconception(
            "input-layer-counted",
            lambda layer_sizes: [
                ((n, n_prev), (n, 1)) for n_prev, n in zip([layer_sizes[-1], *layer_sizes], layer_sizes, strict=False)
            ],
            "The input is given weights and a bias too. It computes nothing: layers with weights start at layer 1. (For index "
            "0, `[l - 1]` is the last entry of a list.)",
            also=(
                lambda layer_sizes: (
                    [((n, 1), (n, 1)) for n in layer_sizes[:1]] + reference.parameter_shapes(layer_sizes)
                ),
                lambda layer_sizes: (
                    [((n, n), (n, 1)) for n in layer_sizes[:1]] + reference.parameter_shapes(layer_sizes)
                ),
            ),
        ),
        Misconception(
            "last-layer-missing",
            lambda layer_sizes: reference.parameter_shapes(layer_sizes)[:-1],
            "The last layer is missing. A list of L + 1 sizes has L pairs of neighbours: where does the loop end?",
        ),
        Misconception(
            "first-layer-missing",
            lambda layer_sizes: reference.parameter_shapes(layer_sizes)[1:],
            "The first layer is missing. Its weights stand between the input, size 0 of the list, and size 1.",
        ),
        Misconception(
            "all-read-the-input",
            lambda layer_sizes: [((n, layer_sizes[0]), (n, 1)) for n in layer_sizes[1:]],
            "Every W has as many columns as there are inputs. Only layer 1 reads the input; each further layer reads the one "
            "before it.",
        ),
        Misconception(
            "bias-column-counted",
            _shapes_with(W=lambda n, n_prev: (n, n_prev + 1)),
            "Every W has a column too many: that is Θ, which holds the biases as well. Here they are kept apart, in b.",
        ),
        Misconception(
            "bias-first",
            lambda layer_sizes: [(b, W) for W, b in reference.parameter_shapes(layer_sizes)],
            "The shapes are right, but those of b come first. A pair is (shape of W, shape of b), as in `params`.",
        ),
        Misconception(
            "not-in-pairs",
            lambda layer_sizes: [shape for pair in reference.parameter_shapes(layer_sizes) for shape in pair],
            "The shapes are right, but stand one after the other. Each layer's two belong together, in a pair.",
        ),
        Misconception(
            "biases-missing",
            lambda layer_sizes: [W for W, b in reference.parameter_shapes(layer_sizes)],
            "Only the shapes of the weights are here. Each layer has a b as well: a pair of shapes is meant.",
        ),
        Misconception(
            "in-two-lists",
            lambda layer_sizes: tuple(map(list, zip(*reference.parameter_shapes(layer_sizes), strict=True))),
            "The shapes come in two lists, all W and all b. One list is meant, with a pair for each layer.",
        ),
        Misconception(
            "sizes-changed",
            _shapes_used_up,
            "The shapes are right, but `layer_sizes` is used up on the way: after the call the caller's list is shorter. Read "
            "from it without taking out.",
        ),
    ),
    parts=_parameter_parts,
)


# --- count_parameters ---


def _sum_over_layers(term: Callable[[int, int], int]) -> Callable[[list[int]], int]:
    return lambda layer_sizes: sum(term(n, n_prev) for n_prev, n in pairwise(layer_sizes))


def _of(part: slice) -> Callable[[list[int]], int]:
    return lambda layer_sizes: sum(n * (n_prev + 1) for n_prev, n in list(pairwise(layer_sizes))[part])


COUNT_PARAMETERS = FunctionExercise(
    "count_parameters",
    reference.count_parameters,
    _size_cases,
    (
        Misconception(
            "biases-missing",
            _sum_over_layers(lambda n, n_prev: n * n_prev),
            "The weights are counted and the biases are not. Every neuron learns one of those as well.",
        ),
        Misconception(
            "weights-missing",
            _sum_over_layers(lambda n, n_prev: n),
            "These are the biases alone, one for every neuron. Each neuron also has a weight for everything it reads.",
        ),
        Misconception(
            "input-biases-counted",
            lambda layer_sizes: sum(n * n_prev for n_prev, n in pairwise(layer_sizes)) + sum(layer_sizes),
            "The inputs are given biases too. They compute nothing, so they have none: biases start in layer 1.",
        ),
        Misconception(
            "input-layer-counted",
            lambda layer_sizes: sum(n * (layer_sizes[i - 1] + 1) for i, n in enumerate(layer_sizes)),
            "The input is counted as a layer with weights. (For index 0, `[l - 1]` is the last entry of a list, so that no "
            "error shows.)",
        ),
        Misconception(
            "one-bias-a-layer",
            _sum_over_layers(lambda n, n_prev: n * n_prev + 1),
            "One bias is counted for each layer. Each of its neurons has its own.",
        ),
        Misconception(
            "bias-per-input",
            _sum_over_layers(lambda n, n_prev: n * n_prev + n_prev),
            "The biases of a layer are counted by the neurons it reads. They belong to the neurons that read.",
        ),
        Misconception(
            "bias-unit-everywhere",
            _sum_over_layers(lambda n, n_prev: (n + 1) * (n_prev + 1)),
            "One is added to both sizes. The bias adds one number for every neuron, so it belongs to one of the two factors "
            "only: which?",
        ),
        Misconception(
            "product-of-all",
            lambda layer_sizes: math.prod(layer_sizes),
            "All sizes are multiplied with each other. Weights stand between neighbouring layers only, and what the layers "
            "have is added up.",
        ),
        Misconception(
            "neurons",
            sum,
            "These are the neurons, inputs included, not what they learn. How many weights has each of them?",
        ),
        Misconception(
            "all-read-the-input",
            lambda layer_sizes: sum(n * (layer_sizes[0] + 1) for n in layer_sizes[1:]),
            "Every neuron is given a weight for each input of the network. Only layer 1 reads those; each further layer reads "
            "the one before it.",
        ),
        Misconception(
            "first-layer-only",
            _of(slice(1)),
            "Only the first layer is counted. Is there a `return` inside the loop?",
        ),
        Misconception(
            "last-layer-only",
            _of(slice(-1, None)),
            "Only the last layer is counted. Does each turn of the loop replace the total, instead of adding to it?",
        ),
        Misconception(
            "last-layer-missing",
            _of(slice(-1)),
            "The last layer is not counted. A list of L + 1 sizes has L pairs of neighbours: where does the loop end?",
        ),
        Misconception(
            "first-layer-missing",
            _of(slice(1, None)),
            "The first layer is not counted. Its weights stand between the input and layer 1.",
        ),
        Misconception(
            "counted-twice",
            lambda layer_sizes: 2 * reference.count_parameters(layer_sizes),
            "Everything is counted twice. A weight stands between two neurons, but it is one number.",
        ),
        Misconception(
            "numbers-in-the-shapes",
            _sum_over_layers(lambda n, n_prev: n + n_prev + n + 1),
            "The numbers in the shapes are added up. A matrix of shape (3, 2) holds 3 times 2 numbers, not 3 plus 2.",
        ),
        Misconception(
            "float",
            lambda layer_sizes: float(reference.count_parameters(layer_sizes)),
            "The count is right, but it comes as a float. What is counted is a whole number: an int.",
        ),
    ),
)
