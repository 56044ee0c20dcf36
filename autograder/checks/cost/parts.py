"""What the checks of this lesson share: pairs of outputs and labels, tolerances, and mistakes that many costs have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from autograder.checks.exercise import Misconception
from autograder.checks.outcome import Case, Layout, Tolerance

ONE_EXAMPLE = "one example (m = 1)"
ONE_OUTPUT = "one output (n = 1)"
READ_ONLY = "read-only arrays"
STRIDED = "every second column of a larger array"
FORTRAN = "arrays in Fortran order"
NUMBER = "numbers instead of arrays"
LABEL_BETWEEN = "a label between 0 and 1"
ONE_NUMBER = "an array that holds one number"

SHAPES = ((1, 9), (3, 5), (2, 7), (5, 2), (4, 4), (6, 12))
"""Shapes of random pairs, larger than those written by hand: the smallest case that fails is shown."""

Log = Callable[[Any], Any]
OfPair = Callable[[Any, Any], Any]

EPS = (1e-15, 1e-16, 1e-14, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2)
"""What students put in to keep a logarithm away from 0."""

USUAL_EPS = (1e-15, 1e-12, 1e-10, 1e-8, 1e-7)


@dataclass(frozen=True)
class FarOut(Tolerance):
    """Where the exact cost is infinite, every finite number that is large enough is right: how large is up to the eps.

    The smallest is that of an eps of 1e-5. Two results agree when both are that far out, on the same side of 0.
    """

    limit: float = 11.0

    def agree(self, got: Any, want: Any) -> bool:
        """Whether each pair of numbers lies far out on the same side, or agrees as elsewhere."""
        got, want = np.asarray(got, dtype=float), np.asarray(want, dtype=float)
        if super().agree(got, want):
            return True
        finite = np.isfinite(got).all() and np.isfinite(want).all()
        return bool(finite and (np.minimum(got * np.sign(want), np.abs(want)) >= self.limit).all())


LOGARITHMS = Tolerance(1e-5, 1e-6)
"""Takes `log(a + 1e-7)` for `log(a)`, and not `log(a + 1e-2)`; for outputs that are not close to 0 or 1."""

CLOSE = Tolerance(1e-3, 1e-6)
"""The same for outputs as close to 0 or 1 as 0.0001."""

CERTAIN = Tolerance(1e-5, 3e-5)
"""The same for outputs of exactly 0 or 1: what an eps of up to 1e-5 leaves of a loss of 0."""

FAR_OUT = FarOut(1e-5, 3e-5)


def layouts(case: Case) -> list[Case]:
    """Return the case with its arrays read-only, strided and in Fortran order."""
    kinds: tuple[tuple[Layout, str], ...] = (("read-only", READ_ONLY), ("strided", STRIDED), ("fortran", FORTRAN))
    return [replace(case, layout=layout, note=note) for layout, note in kinds]


def labelled(rng: np.random.Generator, outputs: Callable[[tuple[int, int]], Any]) -> list[Case]:
    """Return random outputs of several shapes, with a label of 0 or 1 for each."""
    return [Case((outputs(shape), rng.integers(0, 2, size=shape).astype(float))) for shape in SHAPES]


def with_labels(rng: np.random.Generator, numbers: Any) -> Case:
    """Return the numbers with random labels from 0 to 1."""
    return Case((numbers, rng.uniform(0, 1, np.shape(numbers)).round(2)), note=LABEL_BETWEEN)


def guarded(p: Any) -> Any:
    """Return log p, with p kept away from 0."""
    return np.log(np.maximum(p, 1e-12))


def plain(p: Any) -> Any:
    """Return log p as NumPy has it, −inf at 0."""
    return np.log(p)


def both_logs(formula: Callable[[Any, Any, Log], Any]) -> tuple[OfPair, ...]:
    """Return the formula with logarithms that are guarded against 0 and with such that are not."""
    return tuple(_with_log(formula, log) for log in (guarded, plain))


def _with_log(formula: Callable[[Any, Any, Log], Any], log: Log) -> OfPair:
    return lambda A, Y: formula(A, Y, log)


def per_example(losses: Any) -> tuple[Any, ...]:
    """Return the ways to leave the examples apart: a row (m,) or (1, m), also divided by m already."""
    m = losses.shape[1]
    rows = (losses.sum(axis=0), losses.sum(axis=0, keepdims=True), losses.mean(axis=0))
    return (*rows, *(row / m for row in rows))


def per_output(losses: Any) -> tuple[Any, ...]:
    """Return the ways to sum or average along the rows, and leave the outputs apart."""
    sums = (losses.sum(axis=1), losses.sum(axis=1, keepdims=True))
    return (*sums, *(s / losses.shape[1] for s in sums))


def spread(loss: Callable[..., Any], ways: Callable[[Any], Sequence[Any]], number: int) -> tuple[OfPair, ...]:
    """Return a function per way: the losses of all entries, `loss(A, Y)`, left apart as `ways` does it."""
    return tuple(_way(loss, ways, i) for i in range(number))


def _way(loss: Callable[..., Any], ways: Callable[[Any], Sequence[Any]], i: int) -> OfPair:
    return lambda A, Y: ways(loss(A, Y))[i]


def named(name: str, sentence: str, *formulas: Any) -> Misconception:
    """Return a misconception whose formulas `(A, Y, log)` are tried with both kinds of logarithm."""
    forms = [form for formula in formulas for form in both_logs(formula)]
    return Misconception(name, forms[0], sentence, also=tuple(forms[1:]))


def average(losses: OfPair) -> OfPair:
    """Return the cost made of the losses of all entries."""
    return lambda A, Y: np.sum(losses(A, Y)) / A.shape[1]


def binary_losses(A: Any, Y: Any) -> Any:
    """Return the binary cross-entropy of every entry, with logarithms that are guarded against 0."""
    return -(Y * guarded(A) + (1 - Y) * guarded(1 - A))


def plain_losses(A: Any, Y: Any) -> Any:
    """Return the same with plain logarithms: inf or nan at an output of 0 or 1."""
    return -(Y * np.log(A) + (1 - Y) * np.log(1 - A))


def losses_of_the_labels(A: Any, Y: Any) -> Any:
    """Return the same, with one logarithm an entry: inf at a certain mistake, and never nan."""
    return -np.log(np.where(Y == 1, A, 1 - A))


def guarded_at(log_a: Callable[[Any], Any], log_rest: Callable[[Any], Any]) -> OfPair:
    """Return the binary cross-entropy with these two ways to take the logarithms of a and of 1 − a."""
    return lambda A, Y: -np.sum(Y * log_a(A) + (1 - Y) * log_rest(1 - A)) / A.shape[1]


def added(eps: float) -> OfPair:
    """Return the binary cross-entropy with eps added inside both logarithms."""
    return guarded_at(lambda p: np.log(p + eps), lambda p: np.log(p + eps))


def clipped(eps: float) -> OfPair:
    """Return the binary cross-entropy of outputs clipped to [eps, 1 − eps]."""
    return lambda A, Y: average(plain_losses)(np.clip(A, eps, 1 - eps), Y)


def floored(eps: float) -> OfPair:
    """Return the binary cross-entropy of probabilities that are at least eps."""
    return guarded_at(lambda p: np.log(np.maximum(p, eps)), lambda p: np.log(np.maximum(p, eps)))
