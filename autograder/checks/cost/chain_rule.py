"""`sigmoid_slope` and `cancelled`: `dz = a − y` by the chain rule, step by step; numbers and arrays alike."""

from __future__ import annotations

import numpy as np

from autograder.checks.cost.parts import (
    LABEL_BETWEEN,
    NUMBER,
    ONE_NUMBER,
    layouts,
    with_labels,
)
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.outcome import Case
from autograder.reference import cost as reference


def _of_a(rng: np.random.Generator) -> list[Case]:
    grid = np.array([[0.2, 0.5, 0.9], [0.75, 0.1, 0.4]])
    return [
        Case((0.8,), note=NUMBER),
        Case((np.array([0.2, 0.5, 0.9]),)),
        Case((np.array([[0.8, 0.25], [0.5, 0.6]]),)),
        Case((0.5,), note=NUMBER),
        Case((np.array([[0.3]]),), note=ONE_NUMBER),
        Case((np.array([0.01, 0.99]),), note="outputs close to 0 or 1"),
        *layouts(Case((grid,))),
        *(Case((rng.uniform(0.02, 0.98, shape).round(3),)) for shape in ((5,), (3, 4), (6, 2))),
    ]


def _of_a_and_y(rng: np.random.Generator) -> list[Case]:
    A, Y = np.array([[0.2, 0.5, 0.9], [0.75, 0.1, 0.4]]), np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
    return [
        Case((0.8, 1.0), note=NUMBER),
        Case((0.8, 0.0), note=NUMBER),
        Case((np.array([0.8, 0.5]), np.array([0.25, 1.0]))),
        Case((np.array([[0.8, 0.25], [0.6, 0.5]]), np.array([[1.0, 0.0], [0.0, 1.0]]))),
        Case((0.6, 0.25), note=LABEL_BETWEEN),
        Case((np.array([0.7, 0.1]), np.array([0.9, 0.4])), note=LABEL_BETWEEN),
        Case((np.array([[0.3]]), np.array([[1.0]])), note=ONE_NUMBER),
        *layouts(Case((A, Y))),
        *(with_labels(rng, rng.uniform(0.02, 0.98, shape).round(3)) for shape in ((5,), (3, 4), (6, 2))),
    ]


SLOPE = (
    Misconception(
        "sigmoid-once-more",
        lambda a: np.exp(-a) / (1 + np.exp(-a)) ** 2,
        "The sigmoid is applied to a, which is a sigmoid's output already. The slope is asked for in a: σ(z) is called a here.",
    ),
    Misconception(
        "sign-flipped",
        lambda a: a * (a - 1),
        "The slope comes out negative, but the sigmoid rises everywhere. Look at the order of the difference.",
    ),
    Misconception(
        "one-factor",
        lambda a: 1 - a,
        "Of the two factors of the slope only one is there. At a = 1/2 the slope is 1/4, and it is 0 at both ends.",
        also=(lambda a: a,),
    ),
    Misconception(
        "tanh",
        lambda a: 1 - a**2,
        "1 − a² is the slope of tanh, written in its output. The sigmoid's has other factors: it is 0 at a = 0 and at a = 1.",
    ),
    Misconception(
        "squared",
        lambda a: a * (1 - a) ** 2,
        "One of the factors is squared. The slope is symmetric: a and 1 − a play the same part in it.",
        also=(lambda a: a**2 * (1 - a), lambda a: (a * (1 - a)) ** 2, lambda a: (1 - a) ** 2),
    ),
    Misconception(
        "plus",
        lambda a: a * (1 + a),
        "There is a plus where a minus is meant: with 1 + a the slope would be largest at a = 1, where the sigmoid is flat.",
    ),
    Misconception(
        "parentheses",
        lambda a: a * 1 - a,
        "Python multiplies before it subtracts: without parentheses around the difference, this is a − a, always 0.",
    ),
    Misconception(
        "upside-down",
        lambda a: 1 / (a * (1 - a)),
        "This is one over the slope: dz/da. The question is how much a changes with z.",
    ),
)

CANCELLED = (
    Misconception(
        "first-sign-lost",
        lambda a, y: (y * (1 - a), (1 - y) * a),
        "The first term has lost its minus: it came from −y/a, and cancelling does not change a sign.",
    ),
    Misconception(
        "signs-turned",
        lambda a, y: (y * (1 - a), -(1 - y) * a),
        "Both signs are turned. The first term comes from −y/a, the second from +(1 − y)/(1 − a).",
    ),
    Misconception(
        "second-sign-turned",
        lambda a, y: (-y * (1 - a), -(1 - y) * a),
        "The second term has a minus it should not have: the derivative of −log(1 − a) is +1/(1 − a).",
    ),
    Misconception(
        "wrong-factor-cancelled",
        lambda a, y: (-y * a, (1 - y) * (1 - a)),
        "In each term the other factor was cancelled. −y/a has an a below the bar, and it is the a of a(1 − a) that goes.",
    ),
    Misconception(
        "not-multiplied",
        lambda a, y: (-y / a, (1 - y) / (1 - a)),
        "These are the two terms of ∂L/∂a as they were. The slope a(1 − a) has not been multiplied in yet.",
    ),
    Misconception(
        "nothing-cancelled",
        lambda a, y: (-y * a * (1 - a), (1 - y) * a * (1 - a)),
        "The slope is there, but the denominators are gone before they could cancel anything: each term keeps one factor "
        "too many.",
    ),
    Misconception(
        "multiplied-out",
        lambda a, y: a - y,
        "The two terms are added up already. That is the next step; here they are asked for apart, in a pair.",
        also=(lambda a, y: (a - y, a - y), lambda a, y: -y * (1 - a) + (1 - y) * a),
    ),
    Misconception(
        "exchanged",
        lambda a, y: ((1 - y) * a, -y * (1 - a)),
        "The two terms are the right ones, in the other order: the one that came from −y/a is asked for first.",
    ),
    Misconception(
        "everything-cancelled",
        lambda a, y: (-y, 1 - y),
        "Too much is cancelled: of a(1 − a) one factor goes against the denominator, and the other one stays.",
    ),
    Misconception(
        "collected",
        lambda a, y: (-y, a),
        "−y and a are what is left after the two terms are multiplied out and added. Before that, each still has a "
        "product with a y in it.",
        also=(lambda a, y: (a, -y), lambda a, y: (a, y)),
    ),
)

SLOPE_EXERCISE = FunctionExercise("sigmoid_slope", reference.sigmoid_slope, _of_a, SLOPE)
CANCELLED_EXERCISE = FunctionExercise("cancelled", reference.cancelled, _of_a_and_y, CANCELLED)
