"""`numerical_derivative`: the slope of any function, measured.

A step of 1e-5 hides a one-sided difference in the sixth digit, so that most cases take larger ones; with them, the
central difference of a cube is not its derivative, and that is as it should be. The tolerance leaves room for rounding:
differences of numbers near 100, divided by 1e-5, are uncertain in the ninth digit.

Reading z + eps from the caller's own array and putting z back exactly is right as well, so none is read-only here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.derivatives.inputs import NUMBER, SMALL
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.outcome import Case, Tolerance
from autograder.reference import derivatives as reference

BY_NAME = "an eps given by name"

F = Callable[[Any], Any]

# --- Functions to measure ---


def square(z: Any) -> Any:
    """the function f(z) = z²."""
    return z * z


def cube(z: Any) -> Any:
    """the function f(z) = z³."""
    return z * z * z


def distance(z: Any) -> Any:
    """the function f(z) = |z|."""
    return abs(z)


def line(z: Any) -> Any:
    """the function f(z) = 5 − 2z."""
    return 5.0 - 2.0 * z


def logistic(z: Any) -> Any:
    """the function f(z) = 1 / (1 + e⁻ᶻ)."""
    return 1.0 / (1.0 + np.exp(-z))


def wave(z: Any) -> Any:
    """the function f(z) = sin z."""
    return np.sin(z)


def _cases(rng: np.random.Generator) -> list[Case]:
    row = np.array([-1.0, 0.5, 2.0])
    by_hand = [
        Case((square, np.array([3.0]), 0.1)),
        Case((cube, np.array([2.0]), 0.5)),
        Case((square, np.array([1.0, -2.0]), 0.1)),
        Case((cube, np.array([1.0, -2.0]), 0.1)),
        Case((line, row, 0.25)),
        Case((square, 3.0, 0.1), note=NUMBER),
        Case((cube, -2.0, 0.1), note=NUMBER),
        Case((wave, 0.5), note=NUMBER),
        Case((square, row), {"eps": 0.1}, note=BY_NAME),
        Case((cube, row), {"eps": 0.2}, note=BY_NAME),
        Case((square, np.array([[3.0, -1.0], [0.5, 0.0]]))),
        Case((cube, np.array([[1.0, -2.0, 0.5]]))),
        Case((logistic, np.array([-4.0, 0.0, 2.0]))),
        Case((distance, np.array([-2.0, 0.0, 3.0]), 0.1), note="a corner at z = 0"),
        Case((distance, np.array([5e-6])), note="a corner nearer than eps = 1e-5"),
        Case((cube, np.array([[0.3]]), 0.1), note="an array that holds one number"),
        Case((cube, np.array([[0.5], [-1.5], [2.5]]), 0.1), note="one example (m = 1)"),
        Case((cube, np.array([[0.5, -1.5, 2.5]]), 0.1), note="one neuron (n = 1)"),
        Case((cube, np.zeros((2, 3)), 0.1), note="zeros only"),
        Case((square, -np.array([[0.5, 1.0, 4.0], [3.0, 2.0, 0.1]]), 0.1), note="negative numbers only"),
        Case((cube, SMALL, 0.1), note="every second column of a larger array", layout="strided"),
        Case((cube, SMALL, 0.1), note="an array in Fortran order", layout="fortran"),
    ]
    shapes = ((wave, (3,)), (cube, (2, 3)), (logistic, (4, 2)))
    random = [Case((f, rng.normal(0, 2, size=shape).round(2), 0.05)) for f, shape in shapes]
    return [*by_hand, *random, *(Case((f, rng.normal(0, 2, size=shape).round(2))) for f, shape in shapes)]


# --- Mistakes ---


def _with_default(default: float) -> Callable[..., Any]:
    return lambda f, z, eps=default: reference.numerical_derivative(f, z, eps)


def _with_fixed_step(step: float) -> Callable[..., Any]:
    return lambda f, z, eps=1e-5: reference.numerical_derivative(f, z, step)


def _half_fixed(f: F, z: Any, eps: float = 1e-5) -> Any:
    return (f(z + 1e-5) - f(z - 1e-5)) / (2 * eps)


def _moved_and_left(f: F, z: Any, eps: float = 1e-5) -> Any:
    z += eps
    above = f(z)
    z -= 2 * eps
    return (above - f(z)) / (2 * eps)


def _moved_and_back(f: F, z: Any, eps: float = 1e-5) -> Any:
    z += eps
    above = f(z)
    z -= 2 * eps
    below = f(z)
    z += eps
    return (above - below) / (2 * eps)


def _moved_one_by_one(f: F, z: Any, eps: float = 1e-5) -> Any:
    result = np.zeros_like(z)
    for index in np.ndindex(z.shape):
        z[index] += eps
        above = f(z)[index]
        z[index] -= 2 * eps
        result[index] = (above - f(z)[index]) / (2 * eps)
        z[index] += eps
    return result


def _flat_only(f: F, z: Any, eps: float = 1e-5) -> Any:
    return np.array([(f(z[i] + eps) - f(z[i] - eps)) / (2 * eps) for i in range(len(z.ravel()))])


def _rows_only(f: F, z: Any, eps: float = 1e-5) -> Any:
    return np.array([float((f(x + eps) - f(x - eps)) / (2 * eps)) for x in z])


def _flattened(f: F, z: Any, eps: float = 1e-5) -> Any:
    return np.array([(f(x + eps) - f(x - eps)) / (2 * eps) for x in z.ravel()])


def _arrays_only(f: F, z: Any, eps: float = 1e-5) -> Any:
    result = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        result[index] = (f(z[index] + eps) - f(z[index] - eps)) / (2 * eps)
    return result


def _numbers_after_arrays(f: F, z: Any, eps: float = 1e-5) -> Any:
    return np.array([reference.numerical_derivative(f, row, eps) for row in z])


MISCONCEPTIONS = (
    Misconception(
        "divided-once",
        lambda f, z, eps=1e-5: (f(z + eps) - f(z - eps)) / 2 * eps,
        "Python goes from left to right: `/ 2 * eps` divides by 2 and then multiplies by eps. The whole width 2 eps belongs "
        "below the bar, and only parentheses keep it there.",
        also=(lambda f, z, eps=1e-5: (f(z + eps) - f(z - eps)) * 0.5 * eps,),
    ),
    Misconception(
        "two-missing",
        lambda f, z, eps=1e-5: (f(z + eps) - f(z - eps)) / eps,
        "The rise is divided by eps, but from z − eps to z + eps it is two steps of eps: the result is twice too large.",
    ),
    Misconception(
        "forward",
        lambda f, z, eps=1e-5: (f(z + eps) - f(z)) / eps,
        "This is the one-sided difference: it looks ahead of z only, and its error shrinks like eps. The central difference "
        "looks as far back as ahead, and its error shrinks like eps².",
    ),
    Misconception(
        "backward",
        lambda f, z, eps=1e-5: (f(z) - f(z - eps)) / eps,
        "This is a one-sided difference, looking back from z only. The central difference looks as far ahead as back, and the "
        "largest part of the error cancels.",
    ),
    Misconception(
        "forward-over-two",
        lambda f, z, eps=1e-5: (f(z + eps) - f(z)) / (2 * eps),
        "The rise of one step, from z to z + eps, is divided by the width of two: the slope comes out half as steep. The rise "
        "has to start where the width starts, at z − eps.",
        also=(lambda f, z, eps=1e-5: (f(z) - f(z - eps)) / (2 * eps),),
    ),
    Misconception(
        "two-eps-ahead",
        lambda f, z, eps=1e-5: (f(z + 2 * eps) - f(z)) / (2 * eps),
        "The step of 2 eps lies ahead of z only, from z to z + 2 eps. In the central difference z stands in the middle.",
        also=(
            lambda f, z, eps=1e-5: (f(z) - f(z - 2 * eps)) / (2 * eps),
            lambda f, z, eps=1e-5: (f(z + 2 * eps) - f(z)) / eps,
        ),
    ),
    Misconception(
        "half-a-step",
        lambda f, z, eps=1e-5: (f(z + eps / 2) - f(z - eps / 2)) / eps,
        "The two points are eps apart in all. Here eps is the step to each side, so that they are 2 eps apart.",
    ),
    Misconception(
        "wider-step",
        lambda f, z, eps=1e-5: (f(z + 2 * eps) - f(z - 2 * eps)) / (4 * eps),
        "The points lie 2 eps to each side of z. The step to each side is eps, and 2 eps is the width of both together.",
        also=(lambda f, z, eps=1e-5: (f(z + 2 * eps) - f(z - 2 * eps)) / (2 * eps),),
    ),
    Misconception(
        "not-divided",
        lambda f, z, eps=1e-5: f(z + eps) - f(z - eps),
        "This is the rise alone, which depends on how far one steps. A slope is the rise divided by the width of the step.",
        also=(lambda f, z, eps=1e-5: f(z + eps) - f(z),),
    ),
    Misconception(
        "only-halved",
        lambda f, z, eps=1e-5: (f(z + eps) - f(z - eps)) / 2,
        "The rise is divided by 2, and eps never comes in: a smaller step then gives a smaller result. The width of the two "
        "steps is 2 eps.",
    ),
    Misconception(
        "sign-flipped",
        lambda f, z, eps=1e-5: (f(z - eps) - f(z + eps)) / (2 * eps),
        "The difference is taken the wrong way round, so that a rising function gets a negative slope: it is the value ahead "
        "of z minus the value behind it.",
        also=(lambda f, z, eps=1e-5: (f(z) - f(z + eps)) / eps, lambda f, z, eps=1e-5: (f(z - eps) - f(z + eps)) / eps),
    ),
    Misconception(
        "added",
        lambda f, z, eps=1e-5: (f(z + eps) + f(z - eps)) / (2 * eps),
        "The two values are added. What counts is how much f changes from one point to the other: their difference.",
    ),
    Misconception(
        "parentheses",
        lambda f, z, eps=1e-5: f(z + eps) - f(z - eps) / (2 * eps),
        "Python divides before it subtracts, so only the second value is divided. The difference needs parentheses of its own.",
        also=(
            lambda f, z, eps=1e-5: f(z + eps) - f(z - eps) / 2 * eps,
            lambda f, z, eps=1e-5: f(z + eps) - f(z) / eps,
            lambda f, z, eps=1e-5: f(z + eps) - f(z - eps) / eps,
        ),
    ),
    Misconception(
        "size-only",
        lambda f, z, eps=1e-5: np.abs(f(z + eps) - f(z - eps)) / (2 * eps),
        "The slope has lost its sign: where f falls, it is negative. Backpropagation needs to know which way is down.",
        also=(lambda f, z, eps=1e-5: np.abs(f(z + eps) - f(z)) / eps,),
    ),
    Misconception(
        "eps-ignored",
        _with_fixed_step(1e-5),
        "The step is the same whatever eps the caller asks for. The number stands where the argument `eps` belongs.",
        also=(_half_fixed, *map(_with_fixed_step, (1e-3, 1e-4, 1e-6, 1e-7, 1e-8))),
    ),
    Misconception(
        "other-default",
        _with_default(1e-4),
        "With an eps in the call the slopes are right. Without one the step should be 1e-5, and here it is another.",
        also=tuple(map(_with_default, (0.1, 0.01, 1e-3, 2e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10))),
    ),
    Misconception(
        "more-points",
        lambda f, z, eps=1e-5: (8 * (f(z + eps) - f(z - eps)) - (f(z + 2 * eps) - f(z - 2 * eps))) / (12 * eps),
        "This is closer to the derivative than what is asked for: it takes more than two points. Here it is the plain central "
        "difference that is wanted, with the error it has.",
    ),
    Misconception(
        "second-derivative",
        lambda f, z, eps=1e-5: (f(z + eps) - 2 * f(z) + f(z - eps)) / eps**2,
        "This is the second derivative: how fast the slope itself changes. The slope needs two values of f, not three.",
    ),
    Misconception(
        "moved-the-value",
        lambda f, z, eps=1e-5: ((f(z) + eps) - (f(z) - eps)) / (2 * eps),
        "eps is added to the value of f, outside, and the result is 1 for every function. It is z that is moved: eps belongs "
        "in the argument of f.",
        also=(lambda f, z, eps=1e-5: ((f(z) + eps) - f(z)) / eps,),
    ),
    Misconception(
        "neighbours",
        lambda f, z, eps=1e-5: np.gradient(f(z), eps),
        "The values of neighbouring elements are compared. Each element has a slope of its own, which does not depend on what "
        "else is in the array: move z by eps and call f again.",
        also=(lambda f, z, eps=1e-5: np.gradient(f(z), z), lambda f, z, eps=1e-5: np.diff(f(z)) / eps),
    ),
    Misconception(
        "value",
        lambda f, z, eps=1e-5: f(z),
        "This is f itself. Its derivative says how much f changes when z moves a little.",
        also=(lambda f, z, eps=1e-5: f(z + eps), lambda f, z, eps=1e-5: f(z - eps)),
    ),
    Misconception(
        "one-for-all",
        lambda f, z, eps=1e-5: np.sum(f(z + eps) - f(z - eps)) / (2 * eps),
        "One number comes out of a whole array: the slopes were summed or averaged. Each element of z has a slope of its own.",
        also=(
            lambda f, z, eps=1e-5: np.mean(f(z + eps) - f(z - eps)) / (2 * eps),
            lambda f, z, eps=1e-5: np.linalg.norm(f(z + eps) - f(z - eps)) / (2 * eps),
        ),
    ),
    Misconception(
        "flat",
        _flattened,
        "The slopes are right, but they come in one row. The result has the shape of z: put them back into it.",
        also=(_flat_only, _rows_only, lambda f, z, eps=1e-5: _flattened(f, np.ravel(z), eps)),
    ),
    Misconception(
        "arrays-only",
        _arrays_only,
        "Arrays come out right, and one number stops the function: a number has no shape and no elements to go through. Adding "
        "eps to z works on both.",
        also=(_numbers_after_arrays,),
    ),
    Misconception(
        "in-place",
        _moved_and_left,
        "The steps are taken in the caller's own array, and it does not come back to where it was: adding and subtracting eps "
        "rounds. Step in a new array.",
        also=(_moved_and_back, _moved_one_by_one),
    ),
)

NUMERICAL_DERIVATIVE = FunctionExercise(
    "numerical_derivative", reference.numerical_derivative, _cases, MISCONCEPTIONS, Tolerance(1e-7, 1e-7)
)
