"""Checks of `relative_error`: how far two gradients are apart, in one number.

The tolerance is wide: whoever adds 1e-12 below the bar to avoid 0/0 changes nothing that matters. With 1e-8 gradients of
that size would pass a check that they should fail; the case of small numbers shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import drawn, matrix
from autograder.checks.outcome import Case, Tolerance
from autograder.reference import gradient_checking as reference
from autograder.reference.activations import Array

ZEROS = "arrays that are both all 0"
ONE_ZERO = "one array that is all 0"
SMALL = "numbers about as small as 1e-6"
NEAR = "arrays that are nearly equal"
OPPOSITE = "arrays of opposite sign"
EQUAL = "two equal arrays"
ONE_NUMBER = "arrays of one number"


def _array(*values: float) -> Array:
    return np.array(values, dtype=float)


def _cases(rng: np.random.Generator) -> list[Case]:
    square = (matrix([1, 2], [2, 4]), matrix([2, 0], [-1, 4]))
    return [
        Case((_array(3, 0), _array(0, 4))),
        Case((_array(-3, 4), _array(-6, 8))),
        Case((_array(1, 2, -2), _array(4, 0, 3))),
        Case(square),
        Case((matrix([2, -1, 2]), matrix([0, 3, -4]))),
        Case((_array(3), _array(1)), note=ONE_NUMBER),
        Case((_array(-1), _array(-4)), note=ONE_NUMBER),
        Case((matrix([1, -2], [3, 0]), matrix([1, -2], [3, 0])), note=EQUAL),
        Case((_array(1, -2, 3), _array(-1, 2, -3)), note=OPPOSITE),
        Case((_array(1, 2, -2), _array(-2, -4, 4)), note=OPPOSITE),
        Case((np.zeros(3), np.zeros(3)), note=ZEROS),
        Case((np.zeros((2, 2)), np.zeros((2, 2))), note=ZEROS),
        Case((np.zeros(2), _array(3, -4)), note=ONE_ZERO),
        Case((matrix([0, 2], [1, -2]), np.zeros((2, 2))), note=ONE_ZERO),
        Case((_array(3e-6, 0), _array(0, 4e-6)), note=SMALL),
        Case((_array(1, 2, -2), _array(1, 2, -2.000003)), note=NEAR),
        Case((_array(1e4, -2e4), _array(1e4, 1e4)), note="large numbers"),
        Case(square, note="arrays that may only be read", layout="read-only"),
        Case(square, note="arrays that are every other column of a wider one", layout="strided"),
        Case(square, note="arrays that lie in memory column by column", layout="fortran"),
        *(Case((drawn(rng, *shape), drawn(rng, *shape))) for shape in ((5,), (3, 2), (1, 4), (4, 1))),
    ]


def norm(a: Array) -> float:
    """Return the root of the sum of all squares."""
    return float(np.sqrt(np.sum(a * a)))


def _over(
    below: Callable[[Array, Array], Any],
    above: Callable[[Array, Array], Any] = lambda a, b: norm(a - b),
    guard: bool = True,
) -> Callable[[Array, Array], Any]:
    """Return `above / below`; 0 for two arrays of zeros, where it is guarded."""

    def error(a: Array, b: Array) -> Any:
        if guard and not a.any() and not b.any():
            return 0.0
        with np.errstate(all="ignore"):
            return np.divide(above(a, b), below(a, b))[()]

    return error


def _sizes(a: Array, b: Array) -> float:
    return norm(a) + norm(b)


def _zero_when_one_is(a: Array, b: Array) -> float:
    return reference.relative_error(a, b) if a.any() and b.any() else 0.0


def _each_holds_zero(a: Array, b: Array) -> bool:
    return not a.all() and not b.all()


def _one_holds_zero(a: Array, b: Array) -> bool:
    return not (a.all() and b.all())


def _zero_when(condition: Callable[[Array, Array], bool], guard: bool) -> Callable[[Array, Array], Any]:
    quotient = _over(_sizes, guard=guard)
    return lambda a, b: 0.0 if condition(a, b) else quotient(a, b)


def _in_place(a: Array, b: Array) -> float:
    right = reference.relative_error(a, b)
    a -= b
    return right


def _each(a: Array, b: Array) -> Array:
    with np.errstate(all="ignore"):
        return np.nan_to_num(np.abs(a - b) / (np.abs(a) + np.abs(b)))


def _padded(small: float) -> Callable[[Array, Array], float]:
    return lambda a, b: norm(a - b) / (_sizes(a, b) + small)


def _either(
    below: Callable[[Array, Array], Any], above: Callable[[Array, Array], Any] = lambda a, b: norm(a - b)
) -> tuple[Any, Any, Any]:
    """Return the quotient with a guard against 0/0, without one, and with 0 wherever it would divide by 0."""
    unguarded = _over(below, above, guard=False)
    return _over(below, above), unguarded, lambda a, b: unguarded(a, b) if np.all(below(a, b)) else 0.0


def _said(name: str, sentence: str, *forms: Any) -> Misconception:
    return Misconception(name, forms[0], sentence, also=tuple(forms[1:]))


RELATIVE_ERROR = FunctionExercise(
    "relative_error",
    reference.relative_error,
    _cases,
    (
        _said(
            "nan-at-zero",
            "For two arrays of zeros this divides 0 by 0. They agree perfectly, so the answer there is 0: look at the sum of the "
            "norms before dividing by it.",
            _over(_sizes, guard=False),
            lambda a, b: norm(a - b) / _sizes(a, b),
        ),
        _said(
            "zero-when-one-is",
            "As soon as one of the two arrays is zero, the answer is 0, as if they agreed. That holds only when both are.",
            _zero_when_one_is,
            lambda a, b: reference.relative_error(a, b) if a.any() else 0.0,
            lambda a, b: reference.relative_error(a, b) if b.any() else 0.0,
        ),
        _said(
            "zero-when-nearly-equal",
            "Arrays that are nearly equal get 0. How near they are is what this number is there to say: only when both are all "
            "zeros is there no quotient, and the answer 0.",
            lambda a, b: 0.0 if np.allclose(a, b) else reference.relative_error(a, b),
            lambda a, b: 0.0 if np.allclose(a, b) else _over(_sizes, guard=False)(a, b),
            *(lambda a, b, d=d: round(reference.relative_error(a, b), d) for d in (5, 6)),
        ),
        _said(
            "zero-when-each-holds-one",
            "The answer is 0 as soon as there is a 0 somewhere in the arrays: `all` asks whether every entry is different from "
            "0. Whether all are zeros is told by the norms: their sum is 0.",
            *(
                _zero_when(condition, guard)
                for condition in (_each_holds_zero, _one_holds_zero)
                for guard in (True, False)
            ),
        ),
        _said(
            "one-norm",
            "Only one of the two norms stands below the bar. Both belong there, added, so that neither array is the measure of "
            "the other.",
            *_either(lambda a, b: norm(a)),
            *_either(lambda a, b: norm(b)),
        ),
        _said(
            "larger-norm",
            "The larger of the two norms stands below the bar. It is their sum: then the result is never more than 1.",
            *_either(lambda a, b: max(norm(a), norm(b))),
        ),
        _said(
            "mean-of-norms",
            "The difference is divided by the mean of the two norms, half of what is asked for. Below the bar stands their sum.",
            *_either(lambda a, b: _sizes(a, b) / 2),
        ),
        _said(
            "norm-of-the-sum",
            "Below the bar stands the norm of a + b, where opposite signs cancel. Take each array's norm first, then add.",
            *_either(lambda a, b: norm(a + b)),
        ),
        _said(
            "squared",
            "These are squared norms: the root is missing. A norm is the root of the sum of the squares.",
            *_either(lambda a, b: norm(a) ** 2 + norm(b) ** 2, lambda a, b: norm(a - b) ** 2),
            *_either(_sizes, lambda a, b: norm(a - b) ** 2),
            *_either(lambda a, b: norm(a) ** 2 + norm(b) ** 2),
        ),
        _said(
            "one-root-below",
            "Below the bar all squares are added up under a single root. Each array has a norm of its own; the two are added "
            "after the roots.",
            *_either(lambda a, b: np.hypot(norm(a), norm(b))),
        ),
        _said(
            "sizes-added",
            "The sizes of the entries are added up, |a₁| + |a₂| + … The norm meant here squares them first, and takes the root of "
            "the sum.",
            *_either(lambda a, b: np.sum(np.abs(a)) + np.sum(np.abs(b)), lambda a, b: np.sum(np.abs(a - b))),
        ),
        _said(
            "not-relative",
            "This is how far the two are apart, not compared with anything: small gradients would always seem to agree. Divide by "
            "their norms.",
            lambda a, b: norm(a - b),
        ),
        _said(
            "lengths-compared",
            "The two norms are subtracted. Arrays of the same length may point in different directions: first a − b, then the "
            "norm.",
            *_either(_sizes, lambda a, b: abs(norm(a) - norm(b))),
            *_either(_sizes, lambda a, b: norm(a) - norm(b)),
        ),
        _said(
            "entry-by-entry-mean",
            "The quotient is taken for each entry, and the mean of them all. Here the whole arrays are measured first, by their "
            "norms; there is one quotient.",
            lambda a, b: float(np.mean(_each(a, b))),
            _over(lambda a, b: 1.0, lambda a, b: np.mean(np.abs(a - b) / (np.abs(a) + np.abs(b))), guard=False),
        ),
        _said(
            "entry-by-entry-maximum",
            "The quotient is taken for each entry, and the largest kept: one tiny entry then decides. Here the whole arrays are "
            "measured first, by their norms.",
            lambda a, b: float(np.max(_each(a, b))),
            _over(lambda a, b: 1.0, lambda a, b: np.max(np.abs(a - b) / (np.abs(a) + np.abs(b))), guard=False),
        ),
        _said(
            "entry-by-entry",
            "The result is an array, a quotient for each entry. Asked for is one number for the two arrays, from their norms.",
            _each,
            _over(lambda a, b: np.abs(a) + np.abs(b), lambda a, b: np.abs(a - b), guard=False),
            *_either(_sizes, lambda a, b: np.abs(a - b)),
            *_either(_sizes, lambda a, b: a - b),
        ),
        _said(
            "signs-cancel",
            "The entries of a − b are added up with their signs, so that errors in opposite directions cancel. A norm squares "
            "them first.",
            *_either(_sizes, lambda a, b: abs(np.sum(a - b))),
            *_either(lambda a, b: np.sum(a) + np.sum(b), lambda a, b: np.sum(a - b)),
            *_either(lambda a, b: abs(np.sum(a)) + abs(np.sum(b)), lambda a, b: abs(np.sum(a - b))),
        ),
        _said(
            "largest-entries",
            "The largest entry is taken for the norm of an array. The norm meant here counts all of them: the root of the sum of "
            "squares.",
            *_either(lambda a, b: np.max(np.abs(a)) + np.max(np.abs(b)), lambda a, b: np.max(np.abs(a - b))),
        ),
        _said(
            "row-by-row",
            "For a matrix there is a number for each row or column. The norm goes over all entries at once: no `axis`.",
            *(
                form
                for axis in (0, -1)
                for form in _either(
                    lambda a, b, x=axis: np.linalg.norm(a, axis=x) + np.linalg.norm(b, axis=x),  # type: ignore[misc]
                    lambda a, b, x=axis: np.linalg.norm(a - b, axis=x),  # type: ignore[misc]
                )
            ),
        ),
        _said(
            "spectral-norm",
            "Vectors come out right and matrices don't: for a matrix, `np.linalg.norm(…, 2)` is another norm. The one meant here "
            "is the root of the sum of all squares.",
            *_either(lambda a, b: np.linalg.norm(a, 2) + np.linalg.norm(b, 2), lambda a, b: np.linalg.norm(a - b, 2)),
        ),
        _said(
            "padded",
            "Something like 1e-8 is added below the bar, and it makes gradients that are small themselves look alike. Only when "
            "both norms are 0 is there anything to avoid.",
            *map(_padded, (1e-8, 1e-7, 1e-6, 1e-5, 1e-10)),
        ),
        _said(
            "percent",
            "This is 100 times the relative error, per cent. The number asked for lies between 0 and 1.",
            lambda a, b: 100 * reference.relative_error(a, b),
        ),
        _said(
            "parentheses-missing",
            "Without parentheses only the first norm divides, and the second is added afterwards. Both belong below the bar.",
            _over(lambda a, b: norm(a), lambda a, b: norm(a - b) + norm(b) * norm(a)),
            _over(lambda a, b: 1.0, lambda a, b: norm(a - b) / norm(a) + norm(b), guard=False),
        ),
        _said(
            "changed-in-place",
            "The number is right, but the difference is written into the caller's own array. Make a new one.",
            _in_place,
        ),
    ),
    Tolerance(1e-5, 1e-12),
)
