"""Checks of `zero_initialization`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.exercise import FunctionExercise
from autograder.checks.gradient_checking.pairs import parts
from autograder.checks.initialization.forms import in_form, several
from autograder.checks.outcome import Case
from autograder.reference import initialization as reference
from autograder.reference.activations import Array


def _cases(rng: np.random.Generator) -> list[Case]:
    drawn = [[int(n) for n in rng.integers(1, 9, size=length)] for length in (3, 4, 6)]
    return [
        *(Case((sizes,)) for sizes in ([2, 3, 1], [3, 2], [2, 2], [4, 2, 3], *drawn)),
        Case(([1, 1],), note="one neuron that reads one input"),
        Case(([1, 4, 1],), note="one input (n_0 = 1)"),
        Case(([3, 1, 1, 2],), note="layers of one neuron"),
        Case(([3, 3, 3, 3],), note="layers of one size"),
    ]


def _filled(
    weights: Callable[[Array], Any], biases: Callable[[Array], Any] = lambda b: b
) -> Callable[[list[int]], Any]:
    return lambda layer_sizes: [(weights(W), biases(b)) for W, b in reference.zero_initialization(layer_sizes)]


ZERO_INITIALIZATION = FunctionExercise(
    "zero_initialization",
    reference.zero_initialization,
    _cases,
    (
        *in_form(reference.zero_initialization),
        several(
            "ones",
            "The weights are 1. Here every weight and every bias starts at 0.",
            _filled(np.ones_like),
            _filled(np.ones_like, np.ones_like),
            _filled(lambda W: W, np.ones_like),
        ),
        several(
            "whole-numbers",
            "The zeros are stored as whole numbers, which cannot hold 0.5 after the first update. Weights are floats, which is "
            "what `np.zeros` makes unless told otherwise.",
            _filled(lambda W: W.astype(int), lambda b: b.astype(int)),
            _filled(lambda W: W.astype(int)),
            _filled(lambda W: W, lambda b: b.astype(int)),
        ),
        several(
            "lists",
            "The numbers are in lists of lists. The way forward multiplies by W: it has to be an array, and so has b.",
            _filled(lambda W: W.tolist(), lambda b: b.tolist()),
            _filled(lambda W: W.tolist()),
            _filled(lambda W: W, lambda b: b.tolist()),
        ),
        several(
            "one-number",
            "W is a single 0. It holds a weight for every neuron and every input: an array of shape (n_l, n_prev).",
            _filled(lambda W: 0.0, lambda b: 0.0),
            _filled(lambda W: 0, lambda b: 0),
            _filled(lambda W: 0.0),
            _filled(lambda W: 0),
        ),
    ),
    parts=parts,
)
