"""What `train` is tried on: sets for which a right result does not depend on the order that is drawn, and sets to learn.

The order does not matter

- where all examples go into one mini-batch;
- where all examples are alike: every mini-batch then has the same gradients, a short one too;
- where each example has an output neuron of its own, which no other example moves (ReLU, and z far below 0 for all others), and
  the batch size divides m: every neuron then takes one and the same step in every epoch.

Between them these show every step of training but the drawing of the order itself. No z of a ReLU comes near 0, and no output of a
cross-entropy near 0 or 1, where right functions differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from autograder.checks.backpropagation.networks import (
    BINARY,
    CATEGORICAL,
    LAYOUTS,
    LESSON_PARAMS,
    LESSON_X,
    LESSON_Y,
    SQUARED,
    column,
    drawn,
    labels,
    matrix,
)
from autograder.checks.outcome import Case
from autograder.reference.activations import Array
from autograder.reference.forward_propagation import Params

ALIKE: Final = "several mini-batches of equal examples"
APART: Final = "several mini-batches, and an output neuron for each example"
ONE_EXAMPLE: Final = "one example (m = 1)"


def training(
    data: tuple[Array, Array],
    params: Params,
    names: Sequence[str],
    cost: str,
    rate: float,
    epochs: int,
    batch_size: int,
    note: str = "",
    seed: int = 1,
) -> Case:
    """Return a case of `train`."""
    rng = np.random.default_rng(seed)
    return Case((*data, list(params), list(names), cost, rate, epochs, batch_size, rng), note=note)


def apart(m: int) -> tuple[tuple[Array, Array], Params]:
    """Return m examples, each with an output neuron of its own, and the params of the layer."""
    labels_ = np.diag(np.arange(3.0, 3.0 + m))
    return (np.eye(m), labels_), [(21.0 * np.eye(m) - 20.0, np.full((m, 1), 0.5))]


def alike(x: Sequence[float], y: Sequence[float], m: int) -> tuple[Array, Array]:
    """Return m times the same example."""
    return np.tile(column(*x), m), np.tile(column(*y), m)


def _drawn(
    rng: np.random.Generator, sizes: Sequence[int], m: int, names: Sequence[str], cost: str
) -> tuple[tuple[Array, Array], Params]:
    X, params = drawn(rng, sizes, m, names)
    return (X, labels(rng, sizes[-1], m, cost)), params


def line() -> tuple[tuple[Array, Array], Params]:
    """Return two points of a line, and a neuron that is to find it."""
    return (matrix([1, -1]), matrix([3, -1])), [(matrix([1]), column(0))]


def cases(rng: np.random.Generator) -> list[Case]:
    """Return the cases of which a right result is known."""
    lesson = ((LESSON_X, LESSON_Y), LESSON_PARAMS, ["relu", "sigmoid"], BINARY)
    neuron = [(matrix([1]), column(0))]
    three = _drawn(rng, (2, 3, 3), 5, ["tanh", "softmax"], CATEGORICAL)
    deep = _drawn(rng, (3, 4, 3, 2), 6, ["sigmoid", "tanh", "sigmoid"], SQUARED)
    leaky = _drawn(rng, (2, 3, 1), 4, ["leaky_relu", "identity"], SQUARED)
    copies = alike([1.0, -0.5], [1.0, 0.0, 0.0], 7), three[1]
    layouts = training(*three, ["tanh", "softmax"], CATEGORICAL, 0.5, 2, 5)
    return [
        training(*line(), ["identity"], SQUARED, 0.1, 2, 2),
        training(*lesson, 0.5, 1, 4, "one epoch"),
        training(*lesson, 0.5, 3, 4),
        training(*line(), ["identity"], SQUARED, 0.25, 3, 5, "a batch size above the number of examples"),
        training(alike([1], [3], 3), neuron, ["identity"], SQUARED, 0.1, 2, 2, ALIKE),
        training(alike([1], [3], 4), neuron, ["identity"], SQUARED, 0.1, 3, 1, ALIKE),
        training(alike([1], [1], 5), neuron, ["sigmoid"], BINARY, 0.5, 2, 2, ALIKE),
        training(*copies, ["tanh", "softmax"], CATEGORICAL, 0.4, 2, 3, ALIKE),
        training(*apart(2), ["relu"], SQUARED, 0.1, 2, 1, APART),
        training(*apart(4), ["relu"], SQUARED, 0.5, 2, 2, APART),
        training(*apart(6), ["relu"], SQUARED, 0.2, 3, 1, APART),
        training(*apart(6), ["relu"], SQUARED, 0.5, 2, 3, APART),
        training((matrix([2]), matrix([3])), neuron, ["identity"], SQUARED, 0.1, 2, 1, ONE_EXAMPLE),
        training(alike([1], [3], 3), neuron, ["identity"], SQUARED, 1.2, 3, 2, ALIKE),  # the cost grows
        training(
            (matrix([2]), matrix([3])), [(matrix([1]), column(1))], ["identity"], SQUARED, 0.1, 2, 1, ONE_EXAMPLE
        ),  # it is 0
        training((matrix([1], [-1]), matrix([0])), lesson[1], ["relu", "sigmoid"], BINARY, 0.1, 2, 3, ONE_EXAMPLE),
        *(replace(layouts, note=note, layout=layout) for layout, note in LAYOUTS),
        training(*three, ["tanh", "softmax"], CATEGORICAL, 0.5, 4, 5),
        training(*deep, ["sigmoid", "tanh", "sigmoid"], SQUARED, 1.0, 3, 6),
        training(*leaky, ["leaky_relu", "identity"], SQUARED, 0.05, 3, 4),
    ]


# Sets to learn


def yes_or_no() -> tuple[tuple[Array, Array], Params]:
    """Return 40 points on the two sides of a line, first all of one side, and a neuron that knows nothing."""
    rng = np.random.default_rng(11)
    sides = np.repeat([0.0, 1.0], 20)
    X = rng.normal(scale=0.4, size=(2, 40)) + (2 * sides - 1) * column(1.0, 0.5)
    return (X, sides[np.newaxis]), [(np.zeros((1, 2)), np.zeros((1, 1)))]


def three_classes() -> tuple[tuple[Array, Array], Params]:
    """Return 30 points in three heaps, one heap after the other, and a network with a hidden layer."""
    rng = np.random.default_rng(12)
    heap = np.repeat([0, 1, 2], 10)
    angle = 2 * np.pi * heap / 3
    X = 1.5 * np.vstack([np.cos(angle), np.sin(angle)]) + rng.normal(scale=0.2, size=(2, 30))
    params = [
        (rng.normal(0, 0.7, (4, 2)), np.zeros((4, 1))),
        (rng.normal(0, 0.5, (3, 4)), np.zeros((3, 1))),
    ]
    return (X, np.eye(3)[:, heap]), params


def to_learn(seed: int) -> list[Case]:
    """Return trainings whose result depends on the order: every right one learns these, and the first batch size leaves a rest."""
    return [
        training(*yes_or_no(), ["sigmoid"], BINARY, 0.5, 10, 7, "several mini-batches", seed),
        training(*three_classes(), ["tanh", "softmax"], CATEGORICAL, 0.3, 12, 5, "several mini-batches", seed),
    ]


LEARNED: Final = (0.16, 0.045)
"""What share of the first cost is left at most, for each of the sets to learn: about twice what is left by any order, even sorted."""


def often_alone() -> tuple[Case, float]:
    """Return a training with a last mini-batch of one example, and how far the output of an example is off that is always in it.

    Five examples, each with its neuron, in mini-batches of 2, 2 and 1. In every epoch the distance of an output from its label is
    multiplied by 1 − 2 η where the example is alone, and by 1 − η where it shares a mini-batch with another (x and the bias count
    once each). All labels are the same distance away. By chance one example is alone in all 14 epochs once in 5¹³ = 10⁹ times.
    """
    rate, epochs = 0.05, 14
    (X, _), params = apart(5)
    Y = np.diag(np.full(5, 4.0))
    start = 4.0 - 1.5
    return training((X, Y), params, ["relu"], SQUARED, rate, epochs, 2, seed=3), start * (1 - 2 * rate) ** epochs
