"""Mistakes in the form of params, which all four initializations share: shapes, pairs, layers left out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.exercise import Misconception
from autograder.reference.activations import Array

Initialize = Callable[..., list[tuple[Array, Array]]]


def several(name: str, sentence: str, *forms: Any) -> Misconception:
    """Return a misconception that is written in several ways."""
    return Misconception(name, forms[0], sentence, also=tuple(forms[1:]))


def _pairs(initialize: Initialize, pair: Callable[[Array, Array], Any]) -> Callable[..., Any]:
    """Return an initialization that makes something else of each right W and b."""
    return lambda layer_sizes, *more: [pair(W, b) for W, b in initialize(layer_sizes, *more)]


def _kept(initialize: Initialize, kept: slice) -> Callable[..., Any]:
    return lambda layer_sizes, *more: initialize(layer_sizes, *more)[kept]


def _by_name(initialize: Initialize) -> Callable[..., Any]:
    def named(layer_sizes: list[int], *more: Any) -> dict[str, Array]:
        pairs = enumerate(initialize(layer_sizes, *more), start=1)
        return {f"{name}{number}": array for number, pair in pairs for name, array in zip("Wb", pair, strict=True)}

    return named


def _used_up(initialize: Initialize) -> Callable[..., Any]:
    def using_up(layer_sizes: list[int], *more: Any) -> Any:
        params = initialize(list(layer_sizes), *more)
        del layer_sizes[:-1]
        return params

    return using_up


def _input_counted(initialize: Initialize) -> Callable[..., Any]:
    """For index 0, `layer_sizes[l - 1]` is the last entry of the list."""
    return lambda layer_sizes, *more: initialize([layer_sizes[-1], *layer_sizes], *more)


def _all_read_the_input(initialize: Initialize) -> Callable[..., Any]:
    return lambda layer_sizes, *more: [initialize([layer_sizes[0], n], *more)[0] for n in layer_sizes[1:]]


def in_form(initialize: Initialize) -> tuple[Misconception, ...]:
    """Return the mistakes in the form of what `initialize` returns."""
    return (
        several(
            "weights-transposed",
            "Rows and columns of W are exchanged. W has a row for every neuron of its layer, and a column for every number that "
            "comes in: (n_l, n_prev).",
            _pairs(initialize, lambda W, b: (W.T, b)),
        ),
        several(
            "both-turned-round",
            "Both shapes are turned round: neurons are columns here. In this course a neuron is a row, in W and in b.",
            _pairs(initialize, lambda W, b: (W.T, b.T)),
        ),
        several(
            "bias-one-dimension",
            "b has one dimension. It is a column, of shape (n_l, 1): added to Z as a plain row of numbers, it would lie along "
            "the examples.",
            _pairs(initialize, lambda W, b: (W, b[:, 0])),
        ),
        several(
            "bias-as-a-row",
            "b is a row here. Each neuron is a row of Z, so that its bias has to stand in a row of its own: (n_l, 1).",
            _pairs(initialize, lambda W, b: (W, b.T)),
        ),
        several(
            "one-bias-a-layer",
            "b is one number for the whole layer. Each neuron has a bias of its own, and they will not stay equal.",
            _pairs(initialize, lambda W, b: (W, np.zeros((1, 1)))),
            _pairs(initialize, lambda W, b: (W, np.zeros(1))),
            _pairs(initialize, lambda W, b: (W, 0.0)),
            _pairs(initialize, lambda W, b: (W, 0)),
        ),
        several(
            "bias-per-input",
            "b has as many rows as there are inputs to the layer. The biases belong to the neurons that read, not to what is "
            "read.",
            _pairs(initialize, lambda W, b: (W, np.zeros((W.shape[1], 1)))),
        ),
        several(
            "bias-per-weight",
            "b has the shape of W: a bias for every weight. A neuron adds one bias to its sum.",
            _pairs(initialize, lambda W, b: (W, np.zeros_like(W))),
        ),
        several(
            "bias-column-counted",
            "W has a column too many: that is Θ, which holds the biases as well. Here they are kept apart, in b.",
            _pairs(initialize, lambda W, b: (np.hstack([b, W]), b)),
            _pairs(initialize, lambda W, b: np.hstack([b, W])),
        ),
        several(
            "input-layer-counted",
            "The input is given weights too. It computes nothing: layers with weights start at layer 1. (For index 0, `[l - 1]` "
            "is the last entry of a list.)",
            _input_counted(initialize),
        ),
        several(
            "last-layer-missing",
            "The last layer is missing. A list of L + 1 sizes has L pairs of neighbours: where does the loop end?",
            _kept(initialize, slice(-1)),
        ),
        several(
            "first-layer-missing",
            "The first layer is missing. Its weights stand between the input, size 0 of the list, and size 1.",
            _kept(initialize, slice(1, None)),
        ),
        several(
            "first-layer-only",
            "Only the first layer is made. Is there a `return` inside the loop?",
            _kept(initialize, slice(1)),
            lambda layer_sizes, *more: initialize(layer_sizes, *more)[0],
        ),
        several(
            "last-layer-only",
            "Only the last layer is left. Is the list made anew in every turn of the loop?",
            _kept(initialize, slice(-1, None)),
            lambda layer_sizes, *more: initialize(layer_sizes, *more)[-1],
        ),
        several(
            "all-read-the-input",
            "Every W has as many columns as there are inputs. Only layer 1 reads the input; each further layer reads the one "
            "before it.",
            _all_read_the_input(initialize),
        ),
        several(
            "biases-missing",
            "The list holds the weights alone. Each layer has a pair in it, (W, b), even if b starts with zeros.",
            _pairs(initialize, lambda W, b: W),
        ),
        several(
            "not-in-pairs",
            "The right arrays are in the list, but one after the other. Each layer's two belong together, in a pair (W, b).",
            lambda layer_sizes, *more: [array for pair in initialize(layer_sizes, *more) for array in pair],
        ),
        several(
            "pair-turned-round",
            "The arrays are right, but b comes first in each pair. A pair is (W, b).",
            _pairs(initialize, lambda W, b: (b, W)),
        ),
        several(
            "two-lists",
            "All W stand in one list and all b in another. Here the list goes by layers: each has a pair in it, (W, b).",
            lambda layer_sizes, *more: tuple(zip(*initialize(layer_sizes, *more), strict=True)),
        ),
        several(
            "a-dict",
            "The arrays come under names, in a dict. In this course params are a list of pairs (W, b), layer 1 first.",
            _by_name(initialize),
        ),
        several(
            "sizes-used-up",
            "The result is right, but `layer_sizes` is used up on the way: after the call the caller's list is shorter. Read "
            "from it without taking out.",
            _used_up(initialize),
        ),
    )
