"""Checks of `is_symmetric`: whether some two neurons have the same weights.

No two rows differ by something near 1e-12, so that a norm of the difference, a sum or a maximum may be compared with it.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise
from typing import Any

import numpy as np

from autograder.checks.exercise import FunctionExercise
from autograder.checks.forward_propagation.linear import drawn, matrix
from autograder.checks.initialization.forms import several
from autograder.checks.outcome import Case
from autograder.reference import initialization as reference
from autograder.reference.activations import Array

ONE_ROW = "one neuron"
ONE_COLUMN = "one input (n_prev = 1)"
ROUNDED = "rows that differ by round-off (1e-14)"
CLOSE = "rows that differ by little, but more than round-off"

APART = matrix([1, 2], [3, 4], [1, 2])


def _cases(rng: np.random.Generator) -> list[Case]:
    several_rows = drawn(rng, 6, 4)
    doubled = several_rows.copy()
    doubled[4] = doubled[1]
    return [
        Case((matrix([1, 2], [1, 2]),)),
        Case((matrix([1, 2], [3, 4]),)),
        Case((APART,)),
        Case((matrix([1, 2], [1, 3]),)),
        Case((matrix([1, 1], [2, 2]),)),
        Case((matrix([1, 2], [2, 1]),)),
        Case((matrix([1, 2], [2, 4]),)),
        Case((matrix([1, 2], [-1, -2]),)),
        Case((matrix([1, 3], [2, 2]),)),
        Case((matrix([2, 1], [1, 2], [3, 0]),)),
        Case((matrix([3, -1, 2], [0, 1, 4], [0, 1, 4]),)),
        Case((matrix([1, 2], [1, 2], [5, 0]),)),
        Case((matrix([5, 1], [3, 4], [3, 2], [3, 4]),)),
        Case((matrix([3, 1], [1, 0], [1, 1]),)),
        Case((matrix([1, 2, 3], [2, 3, 1]),)),
        Case((matrix([3, 1, 2], [1, 0, 4], [2, 4, 5]),)),
        Case((matrix([0.5, 0.5]),), note=ONE_ROW),
        Case((matrix([1, 2, 3]),), note=ONE_ROW),
        Case((matrix([2]),), note="one neuron with one input"),
        Case((matrix([1], [2], [1]),), note=ONE_COLUMN),
        Case((matrix([1], [2], [3]),), note=ONE_COLUMN),
        Case((np.zeros((3, 2)),), note="a W that is all 0"),
        Case((matrix([1, 2], [1, 2 + 1e-14]),), note=ROUNDED),
        Case((matrix([1, 2], [3, 1], [1 + 1e-14, 2 - 1e-14]),), note=ROUNDED),
        Case((matrix([0.1, 0.3], [0.1, 0.1 + 0.2]),), note=ROUNDED),
        Case((matrix([1, 2], [1, 2 + 1e-9]),), note=CLOSE),
        Case((matrix([1, 2], [1, 2 - 1e-7]),), note=CLOSE),
        Case((matrix([2, 1], [2, 1 + 5e-11]),), note=CLOSE),
        Case((matrix([1e-9, 2e-9], [3e-9, 1e-9]),), note=CLOSE),
        Case((matrix([100, 200], [100, 200.0005]),), note=CLOSE),
        Case((APART,), note="arrays that may only be read", layout="read-only"),
        Case((APART,), note="arrays that are every other column of a wider one", layout="strided"),
        Case((APART,), note="arrays that lie in memory column by column", layout="fortran"),
        Case((several_rows,)),
        Case((doubled,)),
    ]


def _equal(one: Array, other: Array) -> bool:
    return bool(np.all(np.abs(one - other) <= 1e-12))


def _some_two(equal: Callable[[Array, Array], Any] = _equal) -> Callable[[Array], bool]:
    return lambda W: any(bool(equal(one, other)) for one, other in combinations(W, 2))


def _close(relative: float, absolute: float) -> Callable[[Array], bool]:
    return _some_two(lambda one, other: np.allclose(one, other, rtol=relative, atol=absolute))


def _first_pair(W: Array) -> bool:
    return len(W) > 1 and _equal(W[0], W[1])


def _turned(W: Array) -> bool:
    if W.shape[0] != W.shape[1]:
        raise ValueError("operands could not be broadcast together")
    return bool(np.all(np.abs(W - W.T) <= 1e-12))


IS_SYMMETRIC = FunctionExercise(
    "is_symmetric",
    reference.is_symmetric,
    _cases,
    (
        several(
            "neighbours-only",
            "Only rows next to each other are compared. The two equal ones may stand anywhere, first and last for instance.",
            lambda W: any(_equal(one, other) for one, other in pairwise(W)),
        ),
        several(
            "first-row-only",
            "Every row is compared with the first one only. Any two rows may be the equal ones.",
            lambda W: any(_equal(W[0], other) for other in W[1:]),
        ),
        several(
            "first-pair-only",
            "Only the first two rows are compared. Is there a `return` inside the loop that ends it too early?",
            _first_pair,
            lambda W: _equal(W[0], W[1]),
        ),
        several(
            "columns",
            "Columns are compared. A neuron is a row of W; a column is what all neurons make of one input.",
            lambda W: reference.is_symmetric(W.T),
        ),
        several(
            "all-rows",
            "The answer is True only when all rows are equal. Two equal rows are enough for two neurons that stay equal.",
            lambda W: all(_equal(W[0], other) for other in W),
            lambda W: len(W) > 1 and all(_equal(W[0], other) for other in W),
        ),
        several(
            "equal-to-the-transpose",
            "W is compared with its transpose: that is what a symmetric matrix means elsewhere. Here two neurons are compared, "
            "row with row.",
            _turned,
            lambda W: bool(W.shape[0] == W.shape[1] and np.all(np.abs(W - W.T) <= 1e-12)),
            lambda W: np.array_equal(W, W.T),
            lambda W: bool(np.allclose(W, W.T)) if W.shape[0] == W.shape[1] else False,
        ),
        several(
            "itself",
            "Each row is compared with itself as well, and it is always equal to that. Only different rows count.",
            lambda W: True,
        ),
        several(
            "exactly-equal",
            "The rows have to be equal to the last digit. Differences up to 1e-12 are round-off, and do not count.",
            _some_two(lambda one, other: np.all(one == other)),
        ),
        several(
            "too-forgiving",
            "Rows that differ by more than 1e-12 are called equal. `np.allclose` and `np.isclose` forgive 1e-8, and a "
            "hundred-thousandth of the number, unless they are told otherwise.",
            _close(1e-5, 1e-8),
            _close(1e-5, 1e-12),
            _close(1e-12, 1e-8),
            _close(0.0, 1e-8),
            _close(1e-5, 0.0),
            *(_close(0.0, fixed) for fixed in (1e-6, 1e-9, 1e-10, 1e-5)),
        ),
        several(
            "some-entry",
            "One equal entry in the same place is taken for equal rows. All entries of the two have to agree.",
            _some_two(lambda one, other: np.any(np.abs(one - other) <= 1e-12)),
        ),
        several(
            "sign-lost",
            "The difference is compared with 1e-12 without its size: a large negative one is smaller too. How far apart two "
            "numbers are has no sign.",
            _some_two(lambda one, other: np.all(one - other <= 1e-12)),
            _some_two(lambda one, other: np.max(one - other) <= 1e-12),
        ),
        several(
            "sums",
            "The sums of the rows are compared. Different weights can have the same sum: compare entry by entry.",
            _some_two(lambda one, other: abs(np.sum(one) - np.sum(other)) <= 1e-12),
            _some_two(lambda one, other: abs(np.sum(one - other)) <= 1e-12),
            _some_two(lambda one, other: np.sum(one - other) <= 1e-12),
        ),
        several(
            "sorted",
            "The order in a row is lost. A weight belongs to its input: (1, 2) and (2, 1) are different neurons.",
            _some_two(lambda one, other: _equal(np.sort(one), np.sort(other))),
        ),
        several(
            "proportional",
            "Rows that are multiples of each other are called equal: that is what rank and determinant see. Equal means entry "
            "by entry.",
            lambda W: bool(np.linalg.matrix_rank(W) < len(W)),
            _some_two(lambda one, other: np.linalg.matrix_rank(np.array([one, other])) < 2),
            lambda W: bool(abs(np.linalg.det(W)) <= 1e-12),
        ),
        several(
            "turned-round",
            "True and False are exchanged: True is the answer when two rows are equal.",
            lambda W: not reference.is_symmetric(W),
        ),
        several(
            "number-for-truth",
            "The answer is a number. Whether something holds is said by True or False.",
            lambda W: int(reference.is_symmetric(W)),
            lambda W: float(reference.is_symmetric(W)),
            lambda W: sum(_equal(one, other) for one, other in combinations(W, 2)),
        ),
    ),
)
