"""Checks of `previous_activation_gradient_entry`: what one neuron of the layer before collects on one example."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.checks.bp1.arrays import FORTRAN, NO_BLAME, ONE_BEFORE, ONE_EXAMPLE, ONE_OF_EACH, READ_ONLY, STRIDED
from autograder.checks.bp3.arrays import (
    ALL_ALIKE,
    LESSON,
    NARROW,
    NOT_READ,
    ONE_READER,
    SILENT,
    SQUARE,
    TALL,
    THIN,
    TWOS,
    WIDE,
    layers,
)
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import matrix
from autograder.checks.outcome import Case
from autograder.reference import bp3 as reference
from autograder.reference.activations import Array, sigmoid


def _cases(rng: np.random.Generator) -> list[Case]:
    return [
        *(Case((*SQUARE, r, i)) for r, i in ((0, 0), (0, 1), (1, 0), (1, 1), (1, 2))),
        *(Case((*TWOS, r, i), note=ALL_ALIKE) for r, i in ((0, 0), (0, 1), (1, 0), (1, 1))),
        *(Case((*TALL, r, i)) for r, i in ((1, 0), (0, 1), (1, 1))),
        *(Case((*WIDE, r, i)) for r, i in ((2, 0), (0, 1), (2, 1))),
        *(Case((*LESSON, r, i)) for r, i in ((0, 3), (1, 0), (2, 1))),
        *(Case((W, dZ[:, :1], 1, 0), note=ONE_EXAMPLE) for W, dZ in (TALL, LESSON)),
        Case((*NARROW, 2, 1), note=ONE_READER),
        Case((*THIN, 0, 1), note=ONE_BEFORE),
        Case((matrix([2]), matrix([3]), 0, 0), note=ONE_OF_EACH),
        Case((LESSON[0], np.zeros((2, 3)), 1, 2), note=NO_BLAME),
        Case((*SILENT, 1, 0), note=NOT_READ),
        Case((*LESSON, 2, 3), note=READ_ONLY, layout="read-only"),
        Case((*LESSON, 2, 3), note=STRIDED, layout="strided"),
        Case((*LESSON, 2, 3), note=FORTRAN, layout="fortran"),
        *(Case((W, dZ, r, i)) for W, dZ in layers(rng) for r, i in ((W.shape[1] - 1, 0), (0, dZ.shape[1] - 1))),
    ]


def _dot(W: Array, dZ: Array, r: int, i: int) -> float:
    return float(W[:, r] @ dZ[:, i])


def _slope(blame: Any) -> Any:
    return blame * (1 - blame)


PREVIOUS_ACTIVATION_GRADIENT_ENTRY = FunctionExercise(
    "previous_activation_gradient_entry",
    reference.previous_activation_gradient_entry,
    _cases,
    (
        Misconception(
            "one-over-m",
            lambda W, dZ, r, i: _dot(W, dZ, r, i) / dZ.shape[1],
            "It is divided by m. dA is the slope of one example's own loss: the sum runs over neurons, and no example but i takes "
            "part in it.",
        ),
        Misconception(
            "averaged-over-readers",
            lambda W, dZ, r, i: _dot(W, dZ, r, i) / len(W),
            "It is the mean over the neurons that read, where the sum is meant. Each path from the neuron to the loss counts in "
            "full.",
        ),
        Misconception(
            "divided-by-inputs",
            lambda W, dZ, r, i: _dot(W, dZ, r, i) / W.shape[1],
            "It is divided by a number of neurons of the layer before, or of entries. The total derivative adds up the paths and "
            "divides by nothing.",
            also=(lambda W, dZ, r, i: _dot(W, dZ, r, i) / W.size, lambda W, dZ, r, i: _dot(W, dZ, r, i) / dZ.size),
        ),
        Misconception(
            "row-for-column",
            lambda W, dZ, r, i: W[r] @ dZ[:, i],
            "Row r of W is taken: what neuron r of this layer reads with. The weights with which neuron r of the layer before is "
            "read stand in a column.",
            also=(
                lambda W, dZ, r, i: sum(W[r, k] * dZ[k, i] for k in range(len(dZ))),
                lambda W, dZ, r, i: sum(W[r, k] * dZ[k, i] for k in range(W.shape[1])),
                lambda W, dZ, r, i: np.sum(W[r] * dZ[:, i]),
                lambda W, dZ, r, i: np.sum(W[r, :, np.newaxis] * dZ[:, [i]]),
            ),
        ),
        Misconception(
            "indices-exchanged",
            lambda W, dZ, r, i: _dot(W, dZ, i, r),
            "r and i are exchanged: r is a neuron of the layer before, a column of W, and i an example, a column of dZ.",
        ),
        Misconception(
            "row-of-blame",
            lambda W, dZ, r, i: W[:, r] @ dZ[i],
            "A row of dZ is taken, and a row is one neuron on all examples. Example i is column i.",
            also=(
                lambda W, dZ, r, i: W[:, r] @ dZ[r],
                lambda W, dZ, r, i: sum(W[k, r] * dZ[i, k] for k in range(len(W))),
                lambda W, dZ, r, i: W[r] @ dZ[i],
            ),
        ),
        Misconception(
            "blame-of-another-example",
            lambda W, dZ, r, i: W[:, r] @ dZ[:, 0],
            "The blame is always that of the same example, the first or the last. Which column of dZ belongs to example i?",
            also=(
                lambda W, dZ, r, i: W[:, r] @ dZ[:, -1],
                lambda W, dZ, r, i: W[:, r] @ dZ[:, r],
            ),
        ),
        Misconception(
            "counted-from-one",
            lambda W, dZ, r, i: _dot(W, dZ, r - 1, i - 1),
            "r and i are taken as counted from 1. Here they count from 0 and can be used as they are; an index of −1 gives the "
            "last one without any error.",
            also=(
                lambda W, dZ, r, i: _dot(W, dZ, r + 1, i + 1),
                lambda W, dZ, r, i: _dot(W, dZ, r - 1, i),
                lambda W, dZ, r, i: _dot(W, dZ, r, i - 1),
            ),
        ),
        Misconception(
            "same-number-only",
            lambda W, dZ, r, i: W[r, r] * dZ[r, i],
            "One product is taken, as if neuron r fed only the neuron with its own number. It feeds every neuron k, and the sum "
            "runs over k.",
        ),
        Misconception(
            "first-reader-only",
            lambda W, dZ, r, i: W[0, r] * dZ[0, i],
            "Only the first neuron that is fed sends something back. Is there a `return` inside the loop over k?",
        ),
        Misconception(
            "last-reader-only",
            lambda W, dZ, r, i: W[-1, r] * dZ[-1, i],
            "Only the last neuron that is fed sends something back. Does each turn of the loop replace the total, instead of adding "
            "to it?",
        ),
        Misconception(
            "first-reader-missing",
            lambda W, dZ, r, i: W[1:, r] @ dZ[1:, i],
            "The first neuron that is fed is left out. Neurons are counted from 0: where does the loop over k begin?",
        ),
        Misconception(
            "last-reader-missing",
            lambda W, dZ, r, i: W[:-1, r] @ dZ[:-1, i],
            "The last neuron that is fed is left out. Where does the loop over k end?",
        ),
        Misconception(
            "wrong-side-counted",
            lambda W, dZ, r, i: sum(W[k, r] * dZ[k, i] for k in range(W.shape[1])),
            "The loop over k runs as far as another side of the arrays: the layer before, or the examples. k counts the neurons of "
            "this layer, the rows of W and of dZ.",
            also=(lambda W, dZ, r, i: sum(W[k, r] * dZ[k, i] for k in range(dZ.shape[1])),),
        ),
        Misconception(
            "strongest-path",
            lambda W, dZ, r, i: max(W[:, r] * dZ[:, i], key=abs),
            "Only one path counts, the largest. The output of a neuron moves all that read it at once, so that all paths are "
            "added.",
            also=(lambda W, dZ, r, i: np.max(W[:, r] * dZ[:, i]),),
        ),
        Misconception(
            "paths-multiplied",
            lambda W, dZ, r, i: np.prod(W[:, r] * dZ[:, i]),
            "The paths are multiplied with each other. Along one path slopes are multiplied; different paths are added.",
        ),
        Misconception(
            "weights-missing",
            lambda W, dZ, r, i: np.sum(dZ[:, i]),
            "W never comes in: every neuron of the layer before gets the same blame. How much a reader sends back depends on the "
            "weight it reads with.",
        ),
        Misconception(
            "blame-missing",
            lambda W, dZ, r, i: np.sum(W[:, r]),
            "dZ never comes in: this is how the sums of all readers rise. The chain rule multiplies each by how the loss moves "
            "with it.",
        ),
        Misconception(
            "sums-multiplied",
            lambda W, dZ, r, i: np.sum(W[:, r]) * np.sum(dZ[:, i]),
            "Weights and blame are summed apart and then multiplied. Each reader's blame goes with its own weight: products first, "
            "then the sum.",
            also=(lambda W, dZ, r, i: np.mean(W[:, r]) * np.mean(dZ[:, i]),),
        ),
        Misconception(
            "added",
            lambda W, dZ, r, i: np.sum(W[:, r] + dZ[:, i]),
            "Weight and blame are added. In ∂Z/∂A the weight is a factor: the two are multiplied, for each reader.",
        ),
        Misconception(
            "examples-summed",
            lambda W, dZ, r, i: np.sum(W[:, r] @ dZ),
            "The examples are added up as well, and i never comes in. What a neuron said on example i matters to that example's "
            "loss only.",
            also=(lambda W, dZ, r, i: np.mean(W[:, r] @ dZ),),
        ),
        Misconception(
            "all-neurons-summed",
            lambda W, dZ, r, i: np.sum(W.T @ dZ[:, i]),
            "The sum runs over both sides of W, and r never comes in. One neuron of the layer before owns one column of it.",
        ),
        Misconception(
            "not-summed",
            lambda W, dZ, r, i: W[:, r] * dZ[:, i],
            "There is one product for each neuron that is fed, side by side. The total derivative adds up the paths: one number.",
        ),
        Misconception(
            "one-entry-of-each",
            lambda W, dZ, r, i: W[r, i] * dZ[r, i],
            "r and i are used on both arrays alike, and nothing is summed. W and dZ share a third letter, k, the row of both, and the "
            "sum runs over it.",
        ),
        Misconception(
            "outer-product",
            lambda W, dZ, r, i: np.outer(W[:, r], dZ[:, i]),
            "An outer product pairs every weight with every blame. Each reader's blame goes with its own weight alone, and the "
            "products are added up.",
        ),
        Misconception(
            "slope-multiplied-in",
            lambda W, dZ, r, i: _slope(_dot(W, dZ, r, i)),
            "The slope of an activation is multiplied in. BP3 ends at the output A of the neuron; the way through its activation is "
            "the next step, BP4.",
            also=(
                lambda W, dZ, r, i: _dot(W, _slope(dZ), r, i),
                lambda W, dZ, r, i: _slope(float(sigmoid(_dot(W, dZ, r, i)))),
                lambda W, dZ, r, i: _dot(W, dZ, r, i) * _slope(float(sigmoid(_dot(W, dZ, r, i)))),
            ),
        ),
        Misconception(
            "sign-flipped",
            lambda W, dZ, r, i: -_dot(W, dZ, r, i),
            "The sign is turned round. The gradient points uphill; the minus comes later, where parameters are updated.",
        ),
        Misconception(
            "size-only",
            lambda W, dZ, r, i: abs(_dot(W, dZ, r, i)),
            "A sign is lost, that of the sum, of its paths or of the weights. Paths can pull in opposite directions, and then they "
            "partly cancel.",
            also=(
                lambda W, dZ, r, i: np.sum(np.abs(W[:, r] * dZ[:, i])),
                lambda W, dZ, r, i: _dot(np.abs(W), dZ, r, i),
                lambda W, dZ, r, i: _dot(W, np.abs(dZ), r, i),
            ),
        ),
        Misconception(
            "paths-subtracted",
            lambda W, dZ, r, i: 2 * W[0, r] * dZ[0, i] - _dot(W, dZ, r, i),
            "The paths after the first are subtracted from it. A path may be negative by itself; the total derivative adds them all.",
        ),
        Misconception(
            "whole-row",
            lambda W, dZ, r, i: W[:, r] @ dZ,
            "This is row r of dA_prev: the neuron on every example. Asked for is one entry, that of example i.",
        ),
        Misconception(
            "whole-column",
            lambda W, dZ, r, i: W.T @ dZ[:, i],
            "This is column i of dA_prev: every neuron on example i. Asked for is one entry, that of neuron r.",
            also=(lambda W, dZ, r, i: W.T @ dZ[:, [i]],),
        ),
        Misconception(
            "whole-matrix",
            lambda W, dZ, r, i: W.T @ dZ,
            "This is all of dA_prev. Asked for is one entry of it, in row r and column i.",
        ),
        Misconception(
            "array-of-one",
            lambda W, dZ, r, i: W[:, [r]].T @ dZ[:, [i]],
            "The number is right, but it comes inside an array. Take it out with an index for each side, or pick out columns of one "
            "dimension.",
            also=(
                lambda W, dZ, r, i: W[:, [r]].T @ dZ[:, i],
                lambda W, dZ, r, i: W[:, r] @ dZ[:, [i]],
                lambda W, dZ, r, i: np.array([_dot(W, dZ, r, i)]),
            ),
        ),
        Misconception(
            "whole-number",
            lambda W, dZ, r, i: int(_dot(W, dZ, r, i)),
            "The sum is cut or rounded to a whole number. It has digits after the point, and all of them count.",
            also=(lambda W, dZ, r, i: round(_dot(W, dZ, r, i)),),
        ),
        Misconception(
            "rounded",
            lambda W, dZ, r, i: round(_dot(W, dZ, r, i), 2),
            "The slope was rounded. The layers before calculate with it and need every digit; round only what you print.",
            also=tuple(lambda W, dZ, r, i, digits=digits: round(_dot(W, dZ, r, i), digits) for digits in (1, 3)),
        ),
    ),
)
