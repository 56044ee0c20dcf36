"""Mistakes with the central difference, which the exercises that measure a gradient share (lessons 06 and 11).

A measured gradient is called as `measured(f, x, eps)`: f takes an array like x, and returns a number.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.exercise import Misconception
from autograder.reference.activations import Array

Function = Callable[[Array], float]
Measured = Callable[..., Any]


def each(entry: Callable[[Function, Array, Array, float], float]) -> Measured:
    """Fill an array: `entry(f, x, step, eps)` for every entry of x, `step` being eps at its place and 0 elsewhere."""

    def gradient(f: Function, x: Array, eps: float = 1e-5) -> Array:
        result = np.zeros(x.shape)
        for place in np.ndindex(x.shape):
            step = np.zeros(x.shape)
            step[place] = eps
            result[place] = entry(f, x, step, eps)
        return result

    return gradient


central = each(lambda f, x, step, eps: (f(x + step) - f(x - step)) / (2 * eps))


def all_at_once(f: Function, x: Array, eps: float = 1e-5) -> Any:
    """Move every entry together; one number comes out."""
    return (f(x + eps) - f(x - eps)) / (2 * eps)


def all_at_once_ahead(f: Function, x: Array, eps: float = 1e-5) -> Any:
    """Move every entry together, ahead only."""
    return (f(x + eps) - f(x)) / eps


def everywhere(measured: Measured) -> Measured:
    """Give every entry the one number that `measured` returns."""
    return lambda f, x, eps=1e-5: np.full(x.shape, measured(f, x, eps))


def in_place(back: float, own: bool = False, ahead: bool = False, back_by: float = 2.0) -> Measured:
    """Add eps to each entry in turn, subtract `back_by` eps, and add `back` times eps at last; `own` works on a copy."""

    def gradient(f: Function, x: Array, eps: float = 1e-5) -> Array:
        x = x.copy() if own else x
        result = np.zeros(x.shape)
        for place in np.ndindex(x.shape):
            before, width = f(x), eps
            x[place] += eps
            above = f(x)
            if not ahead:
                x[place] -= back_by * eps
                before, width = f(x), 2 * eps
            result[place] = (above - before) / width
            x[place] += back * eps
        return result

    return gradient


def same_array_twice(f: Function, x: Array, eps: float = 1e-5) -> Array:
    """`above = x; below = x` are two names for one array."""
    result = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        above, below = x, x
        above[place] += eps
        below[place] -= eps
        result[place] = (f(above) - f(below)) / (2 * eps)
    return result


def steps_kept(f: Function, x: Array, eps: float = 1e-5) -> Array:
    """The step of one entry is still there when the next one is measured."""
    above, below = x.copy(), x.copy()
    result = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        above[place] += eps
        below[place] -= eps
        result[place] = (f(above) - f(below)) / (2 * eps)
    return result


def one_array_of_steps(f: Function, x: Array, eps: float = 1e-5) -> Array:
    """The same, with one array of steps."""
    step, result = np.zeros(x.shape), np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        step[place] += eps
        result[place] = (f(x + step) - f(x - step)) / (2 * eps)
    return result


def one_by_one(f: Any, x: Array, eps: float = 1e-5) -> Array:
    """f is called with single numbers."""
    return np.array([(f(t + eps) - f(t - eps)) / (2 * eps) for t in x.flat]).reshape(x.shape)


def only(kept: Any) -> Measured:
    """Return the slopes of some entries, `kept` being an index, and 0 for the others."""

    def gradient(f: Function, x: Array, eps: float = 1e-5) -> Array:
        result = np.zeros(x.shape)
        result[kept] = central(f, x, eps)[kept]
        return result

    return gradient


def with_default(default: float) -> Measured:
    """The right one, with another default for eps."""
    return lambda f, x, eps=default: central(f, x, eps)


def with_fixed_step(step: float) -> Measured:
    """The right one, for one eps alone."""
    return lambda f, x, eps=1e-5: central(f, x, step)


def _half_fixed(f: Function, x: Array, eps: float = 1e-5) -> Array:
    result: Array = central(f, x, 1e-5) * 1e-5 / eps
    return result


def _five_points(f: Function, x: Array, step: Array, eps: float) -> float:
    near, far = f(x + step) - f(x - step), f(x + 2 * step) - f(x - 2 * step)
    return (8 * near - far) / (12 * eps)


def formulas(entry: str, value: str) -> tuple[Misconception, ...]:
    """Return mistakes in the formula: where the two points lie, and what is done with the two values.

    `entry` is what is moved ("weight"), `value` what f returns ("cost").
    """
    return (
        Misconception(
            "divided-once",
            each(lambda f, x, step, eps: (f(x + step) - f(x - step)) / 2 * eps),
            "Python goes from left to right: `/ 2 * eps` divides by 2 and then multiplies by eps. The whole width 2 eps belongs "
            "below the bar, and only parentheses keep it there.",
        ),
        Misconception(
            "two-missing",
            each(lambda f, x, step, eps: (f(x + step) - f(x - step)) / eps),
            "The rise is divided by eps, but from one point to the other it is two steps of eps: the slopes come out twice too "
            "steep.",
        ),
        Misconception(
            "forward",
            each(lambda f, x, step, eps: (f(x + step) - f(x)) / eps),
            "This is the one-sided difference: it looks ahead only, and its error shrinks like eps. The central difference looks "
            "as far back as ahead, and its error shrinks like eps².",
        ),
        Misconception(
            "backward",
            each(lambda f, x, step, eps: (f(x) - f(x - step)) / eps),
            "This is a one-sided difference, looking back only. The central difference looks as far ahead as back, and the "
            "largest part of the error cancels.",
        ),
        Misconception(
            "forward-over-two",
            each(lambda f, x, step, eps: (f(x + step) - f(x)) / (2 * eps)),
            "The rise of one step is divided by the width of two, so that slopes come out half as steep. The rise has to start "
            "where the width starts, one eps behind.",
            also=(each(lambda f, x, step, eps: (f(x) - f(x - step)) / (2 * eps)),),
        ),
        Misconception(
            "two-eps-ahead",
            each(lambda f, x, step, eps: (f(x + 2 * step) - f(x)) / (2 * eps)),
            f"The step of 2 eps lies ahead of the {entry} only. In the central difference the {entry} stands in the middle.",
        ),
        Misconception(
            "half-a-step",
            each(lambda f, x, step, eps: (f(x + step / 2) - f(x - step / 2)) / eps),
            "The two points are eps apart in all. Here eps is the step to each side, so that they are 2 eps apart.",
        ),
        Misconception(
            "wider-step",
            each(lambda f, x, step, eps: (f(x + 2 * step) - f(x - 2 * step)) / (4 * eps)),
            f"The points lie 2 eps to each side of the {entry}. The step to each side is eps; 2 eps is the width of both together.",
            also=(each(lambda f, x, step, eps: (f(x + 2 * step) - f(x - 2 * step)) / (2 * eps)),),
        ),
        Misconception(
            "not-divided",
            each(lambda f, x, step, eps: f(x + step) - f(x - step)),
            "This is the rise alone, which depends on how far one steps. A slope is the rise divided by the width of the step.",
            also=(each(lambda f, x, step, eps: f(x + step) - f(x)),),
        ),
        Misconception(
            "only-halved",
            each(lambda f, x, step, eps: (f(x + step) - f(x - step)) / 2),
            "The rise is divided by 2, and eps never comes in: a smaller step then gives a smaller result. The width of the two "
            "steps is 2 eps.",
        ),
        Misconception(
            "sign-flipped",
            each(lambda f, x, step, eps: (f(x - step) - f(x + step)) / (2 * eps)),
            f"The difference is taken the wrong way round, so that where the {value} rises, the slope is negative: it is the "
            f"{value} ahead minus the {value} behind.",
            also=(each(lambda f, x, step, eps: (f(x) - f(x + step)) / eps),),
        ),
        Misconception(
            "added",
            each(lambda f, x, step, eps: (f(x + step) + f(x - step)) / (2 * eps)),
            f"The two {value}s are added. What counts is how much the {value} changes from one point to the other: their "
            "difference.",
        ),
        Misconception(
            "parentheses",
            each(lambda f, x, step, eps: f(x + step) - f(x - step) / (2 * eps)),
            f"Python divides before it subtracts, so only the second {value} is divided. The difference needs parentheses of its "
            "own.",
            also=(
                each(lambda f, x, step, eps: f(x + step) - f(x - step) / 2 * eps),
                each(lambda f, x, step, eps: f(x + step) - f(x) / eps),
            ),
        ),
        Misconception(
            "more-points",
            each(_five_points),
            "This is closer to the derivative than what is asked for: it takes more than two points. Here it is the plain central "
            "difference that is wanted, with the error it has.",
        ),
        Misconception(
            "size-only",
            each(lambda f, x, step, eps: abs(f(x + step) - f(x - step)) / (2 * eps)),
            f"The slopes have lost their sign: where the {value} falls, the slope is negative.",
        ),
    )


STEPS = (
    Misconception(
        "eps-ignored",
        with_fixed_step(1e-5),
        "The step is the same whatever eps the caller asks for. The number stands where the argument `eps` belongs.",
        also=(_half_fixed, *map(with_fixed_step, (1e-4, 1e-6, 1e-7))),
    ),
    Misconception(
        "other-default",
        with_default(1e-4),
        "With an eps in the call the slopes are right. Without one the step should be 1e-5, and here it is another.",
        also=tuple(map(with_default, (1e-2, 1e-3, 1e-6, 1e-7, 1e-8))),
    ),
)
