"""`numerical_gradient`: the slope of a function in every entry of a vector, measured.

A step of 1e-5 hides a one-sided difference in the sixth digit, so that most cases take larger ones; with them, the central
difference of a cube is not its derivative, and that is as it should be. The tolerance leaves room for rounding: differences
of values near 100, divided by 1e-5, are uncertain in the ninth digit.

Moving the caller's own vector and putting each entry back exactly is right as well, so none is read-only here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import LESSON_PARAMS, LESSON_X, matrix
from autograder.checks.outcome import Case, Tolerance
from autograder.reference import gradient_checking as reference
from autograder.reference.activations import Array

BY_NAME = "an eps given by name"
ONE_ENTRY = "one entry"
NO_EPS = "no eps in the call"
STRIDED = "a vector that is every other entry of a longer one"

Function = Callable[[Array], float]

# --- Functions to measure ---


def squares(t: Array) -> float:
    """f(t) = t[0]² + t[1]² + …"""
    return float(np.sum(t * t))


def cubes(t: Array) -> float:
    """f(t) = t[0]³ + t[1]³ + …"""
    return float(np.sum(t * t * t))


def product(t: Array) -> float:
    """f(t) = t[0] · t[1] · …, the product of all entries."""
    return float(np.prod(t))


def first_cube(t: Array) -> float:
    """f(t) = t[0]³; the other entries do not count."""
    return float(t[0] ** 3)


def falling(t: Array) -> float:
    """f(t) = 5 − 2 (t[0] + t[1] + …), which falls with every entry."""
    return float(5.0 - 2.0 * np.sum(t))


def corner(t: Array) -> float:
    """f(t) = |t[0]| + |t[1]| + …"""
    return float(np.sum(np.abs(t)))


def waves(t: Array) -> float:
    """f(t) = sin(t[0] + 2 t[1] + 3 t[2] + …)"""
    return float(np.sin(t @ np.arange(1.0, t.size + 1.0)))


def network(t: Array) -> float:
    """the cost of the 2-3-1 network whose params, as a vector, are t."""
    (W1, b1), (W2, b2) = reference.unflatten(t, [2, 3, 1])
    Z = W2 @ np.tanh(W1 @ LESSON_X + b1) + b2
    return float(np.mean(np.logaddexp(0.0, Z) - matrix([1, 0, 1, 1]) * Z))


def _array(*values: float) -> Array:
    return np.array(values, dtype=float)


def _cases(rng: np.random.Generator) -> list[Case]:
    three, row = _array(1, -2, 3), _array(-1, 0.5, 2)
    by_hand = [
        Case((squares, _array(3, 1), 0.5)),
        Case((cubes, _array(2, 1), 0.1)),
        Case((product, _array(2, 3), 0.5)),
        Case((falling, three, 0.25)),
        Case((first_cube, _array(2, -1), 0.1)),
        Case((product, _array(2, 3, 0.5), 0.5)),
        Case((cubes, three, 0.2)),
        Case((squares, row), {"eps": 0.1}, note=BY_NAME),
        Case((cubes, row), {"eps": 0.2}, note=BY_NAME),
        Case((cubes, row), note=NO_EPS),
        Case((cubes, _array(2), 0.1), note=ONE_ENTRY),
        Case((waves, _array(-0.3), 0.5), note=ONE_ENTRY),
        Case((corner, _array(-2, 0, 3), 0.1), note="a corner at an entry of 0"),
        Case((corner, _array(5e-6, 1)), note="a corner nearer than eps = 1e-5"),
        Case((cubes, np.zeros(3), 0.1), note="a vector that is all 0"),
        Case((cubes, three, 0.1), note=STRIDED, layout="strided"),
        Case((network, reference.flatten(LESSON_PARAMS)), note="the cost of a network"),
    ]
    random = [Case((f, rng.normal(0, 1, size=n).round(2), 0.05)) for f, n in ((waves, 6), (cubes, 4), (waves, 10))]
    return [*by_hand, *random, Case((waves, rng.normal(0, 1, size=4).round(2)), note=NO_EPS)]


# --- Mistakes ---


def _each(entry: Callable[[Function, Array, Array, float], float]) -> Callable[..., Array]:
    """Fill an array: `entry(f, theta, step, eps)` for every entry, `step` being eps at its place and 0 elsewhere."""

    def gradient(f: Function, theta: Array, eps: float = 1e-5) -> Array:
        return np.array([entry(f, theta, step, eps) for step in eps * np.eye(theta.size)])

    return gradient


def _with_default(default: float) -> Callable[..., Array]:
    return lambda f, theta, eps=default: reference.numerical_gradient(f, theta, eps)


def _with_fixed_step(step: float) -> Callable[..., Array]:
    return lambda f, theta, eps=1e-5: reference.numerical_gradient(f, theta, step)


def _half_fixed(f: Function, theta: Array, eps: float = 1e-5) -> Array:
    return reference.numerical_gradient(f, theta, 1e-5) * 1e-5 / eps


def _all_at_once(f: Function, theta: Array, eps: float = 1e-5) -> Any:
    return (f(theta + eps) - f(theta - eps)) / (2 * eps)


def _all_at_once_in_each_entry(f: Function, theta: Array, eps: float = 1e-5) -> Array:
    return np.full(theta.shape, _all_at_once(f, theta, eps))


def _in_place(back: float, ahead: bool = False) -> Callable[..., Array]:
    """Add eps to each entry of the caller's vector in turn, subtract 2 eps, and add `back` times eps at last."""

    def gradient(f: Function, theta: Array, eps: float = 1e-5) -> Array:
        result = np.zeros(theta.shape)
        for k in range(theta.size):
            before = f(theta)
            theta[k] += eps
            above, width = f(theta), eps
            if not ahead:
                theta[k] -= 2 * eps
                before, width = f(theta), 2 * eps
            result[k] = (above - before) / width
            theta[k] += back * eps
        return result

    return gradient


def _same_array_twice(f: Function, theta: Array, eps: float = 1e-5) -> Array:
    """`ahead = theta; behind = theta` are two names for one array."""
    result = np.zeros(theta.shape)
    for k in range(theta.size):
        ahead, behind = theta, theta
        ahead[k] += eps
        behind[k] -= eps
        result[k] = (f(ahead) - f(behind)) / (2 * eps)
    return result


def _one_array_moved_and_back(f: Function, theta: Array, eps: float = 1e-5) -> Array:
    """`ahead = theta` is moved and measured, then `behind = theta` is moved back to where it was."""
    result = np.zeros(theta.shape)
    for k in range(theta.size):
        ahead = theta
        ahead[k] += eps
        above = f(ahead)
        behind = theta
        behind[k] -= eps
        result[k] = (above - f(behind)) / (2 * eps)
    return result


def _steps_kept(f: Function, theta: Array, eps: float = 1e-5) -> Array:
    """The step of one entry is still there when the next one is measured."""
    ahead, behind = theta.copy(), theta.copy()
    result = np.zeros(theta.shape)
    for k in range(theta.size):
        ahead[k] += eps
        behind[k] -= eps
        result[k] = (f(ahead) - f(behind)) / (2 * eps)
    return result


def _one_vector_of_steps(f: Function, theta: Array, eps: float = 1e-5) -> Array:
    step, result = np.zeros(theta.shape), np.zeros(theta.shape)
    for k in range(theta.size):
        step[k] = eps
        result[k] = (f(theta + step) - f(theta - step)) / (2 * eps)
    return result


def _entry_alone(f: Any, theta: Array, eps: float = 1e-5) -> Array:
    return np.array([(f(t + eps) - f(t - eps)) / (2 * eps) for t in theta])


def _vector_of_one(f: Any, theta: Array, eps: float = 1e-5) -> Array:
    steps = (theta[k : k + 1] for k in range(theta.size))
    return np.array([(f(t + eps) - f(t - eps)) / (2 * eps) for t in steps])


def _only(kept: slice) -> Callable[..., Array]:
    """Return the slopes of some entries, and 0 for the others."""

    def gradient(f: Function, theta: Array, eps: float = 1e-5) -> Array:
        result = np.zeros(theta.shape)
        result[kept] = reference.numerical_gradient(f, theta, eps)[kept]
        return result

    return gradient


def _reshaped(*shape: int) -> Callable[..., Array]:
    return lambda f, theta, eps=1e-5: reference.numerical_gradient(f, theta, eps).reshape(shape)


def _five_points(f: Function, theta: Array, step: Array, eps: float) -> float:
    near, far = f(theta + step) - f(theta - step), f(theta + 2 * step) - f(theta - 2 * step)
    return (8 * near - far) / (12 * eps)


MISCONCEPTIONS = (
    Misconception(
        "divided-once",
        _each(lambda f, theta, step, eps: (f(theta + step) - f(theta - step)) / 2 * eps),
        "Python goes from left to right: `/ 2 * eps` divides by 2 and then multiplies by eps. The whole width 2 eps belongs "
        "below the bar, and only parentheses keep it there.",
    ),
    Misconception(
        "two-missing",
        _each(lambda f, theta, step, eps: (f(theta + step) - f(theta - step)) / eps),
        "The rise is divided by eps, but from one point to the other it is two steps of eps: the slopes come out twice too steep.",
    ),
    Misconception(
        "forward",
        _each(lambda f, theta, step, eps: (f(theta + step) - f(theta)) / eps),
        "This is the one-sided difference: it looks ahead only, and its error shrinks like eps. The central difference looks as "
        "far back as ahead, and its error shrinks like eps².",
    ),
    Misconception(
        "backward",
        _each(lambda f, theta, step, eps: (f(theta) - f(theta - step)) / eps),
        "This is a one-sided difference, looking back only. The central difference looks as far ahead as back, and the largest "
        "part of the error cancels.",
    ),
    Misconception(
        "forward-over-two",
        _each(lambda f, theta, step, eps: (f(theta + step) - f(theta)) / (2 * eps)),
        "The rise of one step is divided by the width of two, so that slopes come out half as steep. The rise has to start where "
        "the width starts, one eps behind.",
        also=(_each(lambda f, theta, step, eps: (f(theta) - f(theta - step)) / (2 * eps)),),
    ),
    Misconception(
        "two-eps-ahead",
        _each(lambda f, theta, step, eps: (f(theta + 2 * step) - f(theta)) / (2 * eps)),
        "The step of 2 eps lies ahead of the entry only. In the central difference the entry stands in the middle.",
    ),
    Misconception(
        "half-a-step",
        _each(lambda f, theta, step, eps: (f(theta + step / 2) - f(theta - step / 2)) / eps),
        "The two points are eps apart in all. Here eps is the step to each side, so that they are 2 eps apart.",
    ),
    Misconception(
        "wider-step",
        _each(lambda f, theta, step, eps: (f(theta + 2 * step) - f(theta - 2 * step)) / (4 * eps)),
        "The points lie 2 eps to each side of the entry. The step to each side is eps; 2 eps is the width of both together.",
        also=(_each(lambda f, theta, step, eps: (f(theta + 2 * step) - f(theta - 2 * step)) / (2 * eps)),),
    ),
    Misconception(
        "not-divided",
        _each(lambda f, theta, step, eps: f(theta + step) - f(theta - step)),
        "This is the rise alone, which depends on how far one steps. A slope is the rise divided by the width of the step.",
        also=(_each(lambda f, theta, step, eps: f(theta + step) - f(theta)),),
    ),
    Misconception(
        "only-halved",
        _each(lambda f, theta, step, eps: (f(theta + step) - f(theta - step)) / 2),
        "The rise is divided by 2, and eps never comes in: a smaller step then gives a smaller result. The width of the two "
        "steps is 2 eps.",
    ),
    Misconception(
        "sign-flipped",
        _each(lambda f, theta, step, eps: (f(theta - step) - f(theta + step)) / (2 * eps)),
        "The difference is taken the wrong way round, so that a rising function gets negative slopes: it is the value ahead minus "
        "the value behind.",
        also=(_each(lambda f, theta, step, eps: (f(theta) - f(theta + step)) / eps),),
    ),
    Misconception(
        "added",
        _each(lambda f, theta, step, eps: (f(theta + step) + f(theta - step)) / (2 * eps)),
        "The two values are added. What counts is how much f changes from one point to the other: their difference.",
    ),
    Misconception(
        "all-at-once",
        _all_at_once,
        "All entries are moved together, and one number comes out. A slope for each entry takes a step in that entry alone, "
        "with all others where they were.",
        also=(
            _all_at_once_in_each_entry,
            lambda f, theta, eps=1e-5: (f(theta + eps) - f(theta)) / eps,
            lambda f, theta, eps=1e-5: np.full(theta.shape, (f(theta + eps) - f(theta)) / eps),
        ),
    ),
    Misconception(
        "steps-kept",
        _steps_kept,
        "An entry that was moved stays moved while the next ones are measured. Every measurement starts from `theta` as it was "
        "given.",
        also=(_one_vector_of_steps,),
    ),
    Misconception(
        "same-array-twice",
        _same_array_twice,
        "`ahead = theta` gives the same array a second name: moving one moves the other. Each of the two points needs a copy.",
        also=(_one_array_moved_and_back,),
    ),
    Misconception(
        "not-put-back",
        _in_place(0.0),
        "The steps are taken in the caller's own `theta` and not undone: the next entry is measured at another place, and "
        "afterwards `theta` holds other numbers. Move a copy.",
        also=(_in_place(0.0, ahead=True), _in_place(2.0)),
    ),
    Misconception(
        "put-back-inexactly",
        _in_place(1.0),
        "The steps are taken in the caller's own `theta`, and it does not come back to where it was: adding and subtracting eps "
        "rounds. Move a copy.",
        also=(_in_place(-1.0, ahead=True),),
    ),
    Misconception(
        "eps-ignored",
        _with_fixed_step(1e-5),
        "The step is the same whatever eps the caller asks for. The number stands where the argument `eps` belongs.",
        also=(_half_fixed, *map(_with_fixed_step, (1e-4, 1e-6, 1e-7))),
    ),
    Misconception(
        "other-default",
        _with_default(1e-4),
        "With an eps in the call the slopes are right. Without one the step should be 1e-5, and here it is another.",
        also=tuple(map(_with_default, (1e-2, 1e-3, 1e-6, 1e-7, 1e-8))),
    ),
    Misconception(
        "more-points",
        _each(_five_points),
        "This is closer to the derivative than what is asked for: it takes more than two points. Here it is the plain central "
        "difference that is wanted, with the error it has.",
    ),
    Misconception(
        "moved-the-value",
        _each(lambda f, theta, step, eps: ((f(theta) + eps) - (f(theta) - eps)) / (2 * eps)),
        "eps is added to the value of f, outside, and the result is 1 for every f. It is an entry that is moved: eps belongs in "
        "the argument.",
        also=(lambda f, theta, eps=1e-5: ((f(theta) + eps) - (f(theta) - eps)) / (2 * eps),),
    ),
    Misconception(
        "first-entry-only",
        _only(slice(0, 1)),
        "Only the first entry is measured, and the others stay 0. Is there a `return` inside the loop?",
    ),
    Misconception(
        "last-entry-missing",
        _only(slice(0, -1)),
        "The last entry is not measured. `theta` has `theta.size` entries, counted from 0: where does the loop end?",
        also=(lambda f, theta, eps=1e-5: reference.numerical_gradient(f, theta, eps)[:-1],),
    ),
    Misconception(
        "first-entry-missing",
        _only(slice(1, None)),
        "The first entry is not measured. Python counts from 0.",
        also=(lambda f, theta, eps=1e-5: reference.numerical_gradient(f, theta, eps)[1:],),
    ),
    Misconception(
        "a-column",
        _reshaped(-1, 1),
        "The slopes are right, but they stand in a matrix. The result has the shape of `theta`, (n,).",
        also=(_reshaped(1, -1),),
    ),
    Misconception(
        "step-alone",
        _each(lambda f, theta, step, eps: (f(step) - f(-step)) / (2 * eps)),
        "f is asked at the step alone, with every entry 0. The step is added to `theta`, and all other entries stay as they are.",
    ),
    Misconception(
        "entry-alone",
        _vector_of_one,
        "f is called with one entry alone. It takes the whole vector: `theta`, with one of its entries moved.",
        also=(_entry_alone,),
    ),
    Misconception(
        "summed",
        lambda f, theta, eps=1e-5: float(np.sum(reference.numerical_gradient(f, theta, eps))),
        "The slopes are added up to one number. Each entry has a slope of its own: the result is a vector.",
    ),
    Misconception(
        "size-only",
        _each(lambda f, theta, step, eps: abs(f(theta + step) - f(theta - step)) / (2 * eps)),
        "The slopes have lost their sign: where f falls, a slope is negative.",
    ),
)

NUMERICAL_GRADIENT = FunctionExercise(
    "numerical_gradient", reference.numerical_gradient, _cases, MISCONCEPTIONS, Tolerance(1e-7, 1e-7)
)
