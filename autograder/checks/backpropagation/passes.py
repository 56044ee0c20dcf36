"""Checks of `passes_needed`: what all gradients cost, by one-sided differences and by backpropagation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.checks import wording
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.outcome import Case, Part
from autograder.reference.backpropagation import passes_needed


def _cases(rng: np.random.Generator) -> list[Case]:
    numbers = [3, 13, 12, 100, 7_850, *map(int, rng.integers(20, 5_000, 3)), 1_000_000, 2, 1]
    return [Case((n,)) for n in numbers]


def _two(got: Any, want: Any) -> Iterator[Part]:
    """Take the two numbers apart: by differences, by backpropagation."""
    if isinstance(got, np.ndarray) and got.ndim == 1:
        got = list(got)
    if not isinstance(got, (list, tuple)):
        raise ValueError(f"You returned {wording.kind(got)}; two numbers are expected, as in `return one, other`.")
    if len(got) != 2:
        raise ValueError(f"You returned {len(got)} values; two are expected.")
    yield Part("The number of passes by differences", got[0], want[0])
    yield Part("The number of passes by backpropagation", got[1], want[1])


PASSES_NEEDED = FunctionExercise(
    "passes_needed",
    passes_needed,
    _cases,
    (
        Misconception(
            "nothing-to-compare-with",
            lambda n: (n, 2),
            "Each parameter has its pass, but each of these costs is compared with the one where nothing is moved. That takes a "
            "pass too, once for all.",
        ),
        Misconception(
            "two-sided",
            lambda n: (2 * n, 2),
            "2n passes are what the central difference takes, two for each parameter. One-sided differences share one of the two.",
            also=(lambda n: (2 * n, 1),),
        ),
        Misconception(
            "two-sided-and-one-more",
            lambda n: (2 * n + 1, 2),
            "Each parameter is moved to both sides, and a pass with nothing moved is added. One-sided differences move each "
            "parameter once.",
        ),
        Misconception(
            "backward-pass-alone",
            lambda n: (n + 1, 1),
            "Backpropagation goes back once, but it needs the A and Z of the way forward, and that is a pass as well.",
            also=(lambda n: (n, 1),),
        ),
        Misconception(
            "a-backward-pass-for-each",
            lambda n: (n + 1, n + 1),
            "Backpropagation is given a pass for each parameter. One pass back computes the gradients of all of them.",
            also=(lambda n: (n + 1, n), lambda n: (n + 1, 2 * n), lambda n: (n, n), lambda n: (n + 1, n + 2)),
        ),
        Misconception(
            "three-products",
            lambda n: (n + 1, 3),
            "Backpropagation does about the work of three forward passes; counted are the passes, one in each direction.",
        ),
        Misconception(
            "compared-anew",
            lambda n: (n + 2, 2),
            "One pass too many for the differences: one with nothing moved, and one for each parameter.",
        ),
        Misconception(
            "exchanged",
            lambda n: (2, n + 1),
            "The two numbers are the right ones in the other order: differences come first.",
        ),
        Misconception(
            "differences-alone",
            lambda n: n + 1,
            "The number for the differences comes alone. Asked for is also what backpropagation takes.",
        ),
        Misconception(
            "ratio",
            lambda n: (n + 1) / 2,
            "This is how many times more passes the differences take. Asked for are both numbers, as a pair.",
        ),
        Misconception(
            "floats",
            lambda n: (float(n + 1), 2.0),
            "Both counts are right, but they come as floats. What is counted is a whole number: an int.",
            also=(lambda n: (n + 1.0, 2), lambda n: np.array([n + 1.0, 2.0])),
        ),
    ),
    parts=_two,
)
