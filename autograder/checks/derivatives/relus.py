"""The slopes of the two ReLUs: `relu_prime` and `leaky_relu_prime`.

These slopes may be whole numbers, and an array of integers holds such exactly: it passes, as the single number 1 does.
Truth values are no numbers, and fail.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from autograder.checks.derivatives.inputs import NUMBER, SMALL, numbers, pick, random, shapes
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.outcome import Case, Outcome
from autograder.reference import derivatives as reference
from autograder.reference.activations import leaky_relu, relu, sigmoid

BY_NAME = "a slope given by name"


@dataclass(frozen=True)
class SlopesExercise(FunctionExercise):
    """A function whose results may be whole numbers, stored as such: in an array as in a single number."""

    def _problem(self, case: Case, outcome: Outcome, want: Outcome) -> str | None:
        value = outcome.value
        if type(value) is np.ndarray and value.dtype.kind == "i":
            outcome = replace(outcome, value=value.astype(np.float64))
        return super()._problem(case, outcome, want)


def _relu_cases(rng: np.random.Generator) -> list[Case]:
    by_hand = [
        Case((np.array([-2.0, 3.0]),)),
        Case((np.array([-2.0, 0.0, 0.5, 3.0]),)),
        Case((np.array([[1.0, -3.0], [-0.5, 2.0]]),)),
        *numbers(-2.0, 3.0, 0.0),
        Case((np.array([0.0]),), note="z = 0, in an array"),
        Case((np.array([-1e4, 1e4]),), note="numbers as large as ±10,000"),
        Case((np.array([-1e-9, 1e-9]),), note="numbers next to 0"),
    ]
    return [*by_hand, *shapes(), *random(rng)]


def _filled(z: Any, slope: float = 0.0) -> Any:
    positive = z > 0
    z[positive] = 1.0
    z[~positive] = slope
    return z


def _filled_in_turn(z: Any, slope: float = 0.0) -> Any:
    z[z <= 0] = slope
    z[z > 0] = 1.0
    return z


def _filled_positive_first(z: Any, slope: float = 0.0) -> Any:
    z[z > 0] = 1.0
    z[z <= 0] = slope
    return z


def _filled_negative_only(z: Any, slope: float = 0.0) -> Any:
    z[z < 0] = slope
    z[z > 0] = 1.0
    return z


RELU_PRIME = (
    Misconception(
        "one-at-zero",
        lambda z: pick(z >= 0, 1.0, 0.0),
        "Only at z = 0 does it differ. The ReLU has a corner there and no slope of its own; this course takes the 0 of the left "
        "side, and `>=` takes the 1 of the right one.",
    ),
    Misconception(
        "half-at-zero",
        lambda z: np.heaviside(z, 0.5),
        "Only at z = 0 does it differ: the 1/2 between both sides was taken. By the course's convention the slope there is 0.",
    ),
    Misconception(
        "not-differentiated",
        relu,
        "This is the ReLU itself. Its slope says how much the output rises when z grows by 1, and is 1 at z = 3 as at z = 300.",
    ),
    Misconception(
        "truth-values",
        lambda z: np.asarray(z > 0)[()],
        "These are True and False. They answer where the slope is 1; as numbers, 1.0 and 0.0, the next step can multiply by them.",
        also=(lambda z: z > 0, lambda z: np.asarray(z >= 0)[()]),
    ),
    Misconception(
        "swapped",
        lambda z: pick(z > 0, 0.0, 1.0),
        "The sides are exchanged: the slope is 1 where the ReLU climbs, for positive z, and 0 where it is flat.",
        also=(lambda z: pick(z < 0, 1.0, 0.0),),
    ),
    Misconception(
        "sign",
        lambda z: np.sign(z),
        "Negative z give −1: that is the slope of |z|. The ReLU is flat left of 0, and a flat line has the slope 0.",
        also=(lambda z: pick(z > 0, 1.0, -1.0), lambda z: pick(z >= 0, 1.0, -1.0)),
    ),
    Misconception(
        "always-one",
        lambda z: np.ones_like(z),
        "The slope is 1 everywhere. That is the line a = z; the ReLU is cut off left of 0, and flat there.",
        also=(lambda z: 1.0, lambda z: 1),
    ),
    Misconception(
        "leaky",
        reference.leaky_relu_prime,
        "Negative z give 0.01: that is the slope of the leaky ReLU, the next exercise. The plain one is flat there.",
        also=(lambda z: pick(z >= 0, 1.0, 0.01),),
    ),
    Misconception(
        "divided-by-z",
        lambda z: np.maximum(0.0, z) / z,
        "relu(z) / z is the slope on both sides, but at z = 0 it is 0 / 0, which is nan. A comparison needs no division.",
        also=(lambda z: (z + np.abs(z)) / (2 * z), lambda z: (1 + np.abs(z) / z) / 2),
    ),
    Misconception(
        "smooth",
        sigmoid,
        "This is the sigmoid, the slope of a ReLU with a rounded corner. The ReLU's own slope jumps from 0 to 1.",
    ),
    Misconception(
        "if-on-an-array",
        lambda z: 1.0 if z > 0 else 0.0,
        "`if` wants one yes or no, and an array gives one per element, so that the function stops. NumPy can choose element by "
        "element.",
        also=(lambda z: 0.0 if z <= 0 else 1.0, lambda z: int(z > 0), lambda z: float(z > 0)),
    ),
    Misconception(
        "one-for-all",
        lambda z: 1.0 if np.any(np.asarray(z) > 0) else 0.0,
        "One number comes out for a whole array. Each element has a slope of its own.",
        also=(
            lambda z: 1.0 if np.all(np.asarray(z) > 0) else 0.0,
            lambda z: np.sum(np.asarray(z) > 0),
            lambda z: np.sum(np.asarray(z) > 0) * 1.0,
        ),
    ),
    Misconception(
        "only-the-positive",
        lambda z: np.ones_like(np.asarray(z)[np.asarray(z) > 0]),
        "Elements that are not positive are dropped, and the result no longer has the shape of z. They stay in their places, as "
        "zeros.",
        also=(lambda z: np.asarray(z)[np.asarray(z) > 0],),
    ),
    Misconception(
        "in-place",
        _filled,
        "The slopes are written into the caller's own z, and backpropagation goes on to use that z. Write them into a new array.",
        also=(_filled_positive_first, _filled_in_turn, _filled_negative_only),
    ),
)


def _leaky_cases(rng: np.random.Generator) -> list[Case]:
    z = np.array([-2.0, 0.0, 0.1, 3.0])
    by_hand = [
        Case((np.array([-2.0, 3.0]),)),
        Case((z,)),
        Case((z, 0.5)),
        Case((SMALL, 0.2)),
        *numbers(-2.0, 3.0, 0.0),
        Case((-2.0, 0.5), note=NUMBER),
        Case((3.0, 0.5), note=NUMBER),
        Case((0.0, 0.5), note=NUMBER),
        Case((-4.0,), {"slope": 0.25}, note=BY_NAME),
        Case((z,), {"slope": 0.25}, note=BY_NAME),
        Case((SMALL, 0.0), note="slope 0, the plain ReLU"),
        Case((SMALL, 1.0), note="slope 1, no bend at all"),
        Case((np.array([0.0]), 0.3), note="z = 0, in an array"),
        Case((np.array([-1e4, 1e4]), 0.1), note="numbers as large as ±10,000"),
    ]
    layouts = [Case((*case.args, 0.3), note=case.note, layout=case.layout) for case in shapes()]
    drawn = [Case((*case.args, round(float(rng.uniform(0.02, 0.9)), 2))) for case in random(rng)]
    return [*by_hand, *layouts, *drawn]


def _slopes_by_vectorize(z: Any, slope: float = 0.01) -> Any:
    return np.vectorize(lambda one: 1 if one > 0 else slope)(z)


def _slopes_in_whole_numbers(z: Any, slope: float = 0.01) -> Any:
    return np.where(np.asarray(z) > 0, 1, slope).astype(int)


LEAKY_RELU_PRIME = (
    Misconception(
        "slope-ignored",
        lambda z, slope=0.01: pick(z > 0, 1.0, 0.01),
        "Left of 0 it is 0.01 whatever the caller asks for: the number stands where the argument `slope` belongs.",
    ),
    Misconception(
        "one-at-zero",
        lambda z, slope=0.01: pick(z >= 0, 1.0, slope),
        "Only at z = 0 does it differ. There is a corner and no slope of its own; this course takes the left side's, `slope`, and "
        "`>=` takes the right one's, 1.",
    ),
    Misconception(
        "zero-at-zero",
        lambda z, slope=0.01: pick(z > 0, 1.0, pick(z < 0, slope, 0.0)),
        "Only at z = 0 does it differ: it is 0 there. By the course's convention 0 counts to the left side, and has its slope.",
    ),
    Misconception(
        "middle-at-zero",
        lambda z, slope=0.01: pick(z > 0, 1.0, pick(z < 0, slope, (1 + slope) / 2)),
        "Only at z = 0 does it differ: it lies between both sides there. By the course's convention 0 counts to the left side.",
        also=(lambda z, slope=0.01: pick(z > 0, 1.0, pick(z < 0, slope, 0.5)),),
    ),
    Misconception(
        "no-leak",
        lambda z, slope=0.01: pick(z > 0, 1.0, 0.0),
        "Left of 0 the slope is 0: that is the plain ReLU. The leaky one still rises there, by `slope` for each unit of z.",
        also=(lambda z, slope=0.01: pick(z >= 0, 1.0, 0.0),),
    ),
    Misconception(
        "not-differentiated",
        leaky_relu,
        "This is the leaky ReLU itself. Its two sides are straight lines, so that its slope is one of two numbers.",
    ),
    Misconception(
        "half-differentiated",
        lambda z, slope=0.01: pick(z > 0, 1.0, slope * z),
        "Right of 0 the slope is there, but left of it still stands slope · z, the function itself. What is left when it is "
        "differentiated by z?",
        also=(lambda z, slope=0.01: pick(z >= 0, 1.0, slope * z),),
    ),
    Misconception(
        "right-side-not-differentiated",
        lambda z, slope=0.01: pick(z > 0, z, slope),
        "Left of 0 the slope is there, but right of it still stands z, the function itself. How much does z rise when z grows "
        "by 1?",
        also=(lambda z, slope=0.01: pick(z >= 0, z, slope),),
    ),
    Misconception(
        "swapped",
        lambda z, slope=0.01: pick(z > 0, slope, 1.0),
        "The sides are exchanged: for positive z the leaky ReLU passes z on as it is, with a slope of 1.",
        also=(lambda z, slope=0.01: pick(z < 0, 1.0, slope),),
    ),
    Misconception(
        "sign-flipped",
        lambda z, slope=0.01: pick(z > 0, 1.0, -slope),
        "Left of 0 the slope is negative here, as if the function fell. It climbs on both sides, only more slowly on the left.",
        also=(lambda z, slope=0.01: pick(z >= 0, 1.0, -slope),),
    ),
    Misconception(
        "slope-everywhere",
        lambda z, slope=0.01: np.full(np.shape(z), slope)[()],
        "The slope is `slope` on both sides. Right of 0 the leaky ReLU is z itself, which rises by 1 for each unit.",
        also=(lambda z, slope=0.01: slope,),
    ),
    Misconception(
        "always-one",
        lambda z, slope=0.01: np.ones_like(z),
        "The slope is 1 everywhere. Left of 0 the leaky ReLU rises more slowly.",
        also=(lambda z, slope=0.01: 1.0,),
    ),
    Misconception(
        "leak-added-on-both-sides",
        lambda z, slope=0.01: pick(z > 0, 1 + slope, slope),
        "The slope is added on the right side too, where it becomes 1 + slope. The leak is on the left side alone.",
        also=(lambda z, slope=0.01: pick(z >= 0, 1 + slope, slope),),
    ),
    Misconception(
        "whole-numbers",
        _slopes_by_vectorize,
        "The results are stored as whole numbers, and the leak is cut off to 0. `np.vectorize` takes its type from the first "
        "result: a 1 that is a float is 1.0.",
        also=(_slopes_in_whole_numbers,),
    ),
    Misconception(
        "if-on-an-array",
        lambda z, slope=0.01: 1.0 if z > 0 else slope,
        "`if` wants one yes or no, and an array gives one per element, so that the function stops. NumPy can choose element by "
        "element.",
        also=(lambda z, slope=0.01: slope if z <= 0 else 1.0,),
    ),
    Misconception(
        "in-place",
        lambda z, slope=0.01: _filled(z, slope),
        "The slopes are written into the caller's own z, and backpropagation goes on to use that z. Write them into a new array.",
        also=(
            lambda z, slope=0.01: _filled_in_turn(z, slope),
            lambda z, slope=0.01: _filled_positive_first(z, slope),
            lambda z, slope=0.01: _filled_negative_only(z, slope),
        ),
    ),
)

RELUS: Sequence[FunctionExercise] = (
    SlopesExercise("relu_prime", reference.relu_prime, _relu_cases, RELU_PRIME),
    SlopesExercise("leaky_relu_prime", reference.leaky_relu_prime, _leaky_cases, LEAKY_RELU_PRIME),
)
