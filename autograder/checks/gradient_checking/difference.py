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

from autograder.checks import differences
from autograder.checks.differences import each
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


def _vector_of_one(f: Any, theta: Array, eps: float = 1e-5) -> Array:
    steps = (theta[k : k + 1] for k in range(theta.size))
    return np.array([(f(t + eps) - f(t - eps)) / (2 * eps) for t in steps])


def _scaled(f: Function, theta: Array, eps: float = 1e-5) -> Array:
    factors = 1.0 + eps * np.eye(theta.size), 1.0 - eps * np.eye(theta.size)
    return np.array([(f(theta * up) - f(theta * down)) / (2 * eps) for up, down in zip(*factors, strict=True)])


def _on_lists(f: Any, theta: Array, eps: float = 1e-5) -> Array:
    steps = eps * np.eye(theta.size)
    return np.array([(f((theta + step).tolist()) - f((theta - step).tolist())) / (2 * eps) for step in steps])


def _matrix_of_steps(f: Function, theta: Array, eps: float = 1e-5) -> Any:
    steps = eps * np.eye(theta.size)
    return (f(theta + steps) - f(theta - steps)) / (2 * eps)


def _reshaped(*shape: int) -> Callable[..., Array]:
    return lambda f, theta, eps=1e-5: differences.central(f, theta, eps).reshape(shape)


MISCONCEPTIONS = (
    *differences.formulas("entry", "value"),
    Misconception(
        "all-at-once",
        differences.all_at_once,
        "All entries are moved together, and one number comes out. A slope for each entry takes a step in that entry alone, "
        "with all others where they were.",
        also=(
            differences.everywhere(differences.all_at_once),
            differences.all_at_once_ahead,
            differences.everywhere(differences.all_at_once_ahead),
        ),
    ),
    Misconception(
        "steps-kept",
        differences.steps_kept,
        "An entry that was moved stays moved while the next ones are measured. Every measurement starts from `theta` as it was "
        "given.",
        also=(differences.one_array_of_steps,),
    ),
    Misconception(
        "same-array-twice",
        differences.same_array_twice,
        "`ahead = theta` gives the same array a second name: moving one moves the other. Each of the two points needs a copy.",
    ),
    Misconception(
        "back-to-the-start",
        differences.in_place(0.0, back_by=1.0),
        "One array is moved ahead by eps and then back by eps, and so the second point is where it began, not one eps behind: "
        "half the rise is measured. (`behind = theta` makes no copy, only a second name.) Give each point a copy.",
    ),
    Misconception(
        "not-put-back",
        differences.in_place(0.0),
        "The steps are taken in the caller's own `theta` and not undone: the next entry is measured at another place, and "
        "afterwards `theta` holds other numbers. Move a copy.",
        also=(differences.in_place(0.0, ahead=True), differences.in_place(2.0)),
    ),
    Misconception(
        "put-back-inexactly",
        differences.in_place(1.0),
        "The steps are taken in the caller's own `theta`, and it does not come back to where it was: adding and subtracting eps "
        "rounds. Move a copy.",
        also=(differences.in_place(-1.0, ahead=True),),
    ),
    *differences.STEPS,
    Misconception(
        "moved-the-value",
        each(lambda f, theta, step, eps: ((f(theta) + eps) - (f(theta) - eps)) / (2 * eps)),
        "eps is added to the value of f, outside, and the result is 1 for every f. It is an entry that is moved: eps belongs in "
        "the argument.",
        also=(lambda f, theta, eps=1e-5: ((f(theta) + eps) - (f(theta) - eps)) / (2 * eps),),
    ),
    Misconception(
        "first-entry-only",
        differences.only(slice(0, 1)),
        "Only the first entry is measured, and the others stay 0. Is there a `return` inside the loop?",
    ),
    Misconception(
        "last-entry-missing",
        differences.only(slice(0, -1)),
        "The last entry is not measured. `theta` has `theta.size` entries, counted from 0: where does the loop end?",
        also=(lambda f, theta, eps=1e-5: differences.central(f, theta, eps)[:-1],),
    ),
    Misconception(
        "first-entry-missing",
        differences.only(slice(1, None)),
        "The first entry is not measured. Python counts from 0.",
        also=(lambda f, theta, eps=1e-5: differences.central(f, theta, eps)[1:],),
    ),
    Misconception(
        "a-column",
        _reshaped(-1, 1),
        "The slopes are right, but they stand in a matrix. The result has the shape of `theta`, (n,).",
        also=(_reshaped(1, -1),),
    ),
    Misconception(
        "step-alone",
        each(lambda f, theta, step, eps: (f(step) - f(-step)) / (2 * eps)),
        "f is asked at the step alone, with every entry 0. The step is added to `theta`, and all other entries stay as they are.",
    ),
    Misconception(
        "scaled-step",
        _scaled,
        "The entry is multiplied by 1 + eps and 1 - eps, so that a large one takes a large step, and a 0 takes none. eps is "
        "added to the entry, and subtracted from it.",
    ),
    Misconception(
        "all-vectors-in-one-call",
        _matrix_of_steps,
        "f is called with a matrix whose rows are all moved vectors together. It takes one vector, of shape (n,), and is called "
        "twice for each entry.",
    ),
    Misconception(
        "list-for-vector",
        _on_lists,
        "f is called with a list. It takes an array, and calculates with it: move an entry of `theta.copy()`, which is one.",
    ),
    Misconception(
        "entry-alone",
        _vector_of_one,
        "f is called with one entry alone. It takes the whole vector: `theta`, with one of its entries moved.",
        also=(differences.one_by_one,),
    ),
    Misconception(
        "summed",
        lambda f, theta, eps=1e-5: float(np.sum(differences.central(f, theta, eps))),
        "The slopes are added up to one number. Each entry has a slope of its own: the result is a vector.",
    ),
)

NUMERICAL_GRADIENT = FunctionExercise(
    "numerical_gradient", reference.numerical_gradient, _cases, MISCONCEPTIONS, Tolerance(1e-7, 1e-7)
)
