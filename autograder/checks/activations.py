"""Checks of lesson 02, activations: sigmoid, tanh, ReLU, leaky ReLU and softmax.

`tanh` asks for an answer without `np.tanh`. What comes out is the same with it, and an answer is judged by what comes
out alone, so that rule is not checked here: a formula is asked for to learn from it, and no test can insist.

Leaky ReLU is tried with slopes from 0 to 1 only: there, `z if z > 0 else slope * z` and the larger of `z` and
`slope * z` are the same function, and both are right.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import permutations, product
from typing import Any

import numpy as np

from autograder.checks import wording
from autograder.checks.exercise import (
    FunctionExercise,
    Misconception,
    Question,
    QuestionsExercise,
    ValueExercise,
)
from autograder.checks.outcome import Case
from autograder.reference import activations as reference

NUMBER = "one number instead of an array"
NEGATIVE = "very negative z (down to −10,000)"
POSITIVE = "very large z (up to 10,000)"
LARGE = "very large and very negative scores (up to ±10,000)"
APART = "examples whose scores are far apart"
ONE_EXAMPLE = "one example of shape (K,)"
BY_NAME = "a slope given by name"

SMALL = np.array([[0.5, -3.0], [-0.25, 2.0]])


def _shapes() -> list[Case]:
    """Shapes and memory layouts that any element-wise function has to cope with."""
    return [
        Case((np.array([0.3]),), note="an array that holds one number"),
        Case((np.array([[-0.7]]),), note="an array that holds one number"),
        Case((np.array([[0.5], [-1.5], [2.5]]),), note="one example (m = 1)"),
        Case((np.array([[0.5, -1.5, 2.5]]),), note="one neuron (n = 1)"),
        Case((np.zeros((2, 3)),), note="zeros only"),
        Case((-np.array([[0.5, 1.0, 4.0], [3.0, 2.0, 0.1]]),), note="negative numbers only"),
        Case((SMALL,), note="a read-only array", layout="read-only"),
        Case((SMALL,), note="every second column of a larger array", layout="strided"),
        Case((SMALL,), note="an array in Fortran order", layout="fortran"),
    ]


def _random(rng: np.random.Generator) -> list[Case]:
    shapes = [(4,), (9,), (2, 3), (3, 5), (5, 2), (1, 6), (12, 10)]
    return [Case((rng.normal(0, 3, size=shape).round(2),)) for shape in shapes]


def _saturated() -> list[Case]:
    """Inputs where a power of e does not fit into a float."""
    return [
        Case((-1e4,), note="the number −10,000"),
        Case((1e4,), note="the number 10,000"),
        Case((np.array([-1e4, 0.0]),), note=NEGATIVE),
        Case((np.array([0.0, 1e4]),), note=POSITIVE),
        Case((np.array([[-800.0, -1e3], [1.0, -5e3]]),), note=NEGATIVE),
        Case((np.array([[800.0, 1e3], [-1.0, 5e3]]),), note=POSITIVE),
        Case((np.array([[-1e4, 1e4, 0.5], [1e3, -2.0, -1e3]]),), note="both of these side by side"),
    ]


def _s_curve_cases(rng: np.random.Generator) -> list[Case]:
    by_hand = [
        Case((2.0,), note=NUMBER),
        Case((-1.0,), note=NUMBER),
        Case((0.0,), note=NUMBER),
        Case((np.array([-1.0, 0.0, 2.0]),)),
        Case((np.array([[0.0, 1.0], [-2.0, 4.0]]),)),
    ]
    return [*by_hand, *_saturated(), *_shapes(), *_random(rng)]


# What the mistakes are made of. Numbers and arrays go through all of it alike.


def _pick(condition: Any, this: Any, that: Any) -> Any:
    """Return `np.where(condition, this, that)`, as a number where numbers go in."""
    return np.where(condition, this, that)[()]


def _rounded(g: Callable[[Any], Any], digits: int) -> Callable[[Any], Any]:
    return lambda z: np.round(g(z), digits)


def _two_formulas(z: Any) -> Any:
    return _pick(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


def _overflowing_tanh(z: Any) -> Any:
    return 2 / (1 + np.exp(-2 * z)) - 1


def _with_if(positive: Callable[[Any], Any], negative: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda z: positive(z) if z >= 0 else negative(z)


SIGMOID = (
    Misconception(
        "sign-flipped",
        lambda z: reference.sigmoid(-z),
        "Look at the sign of the exponent: with e^z in place of e^-z the curve runs downhill, so that a large z gives "
        "almost 0 where it should give almost 1.",
        also=(lambda z: np.exp(-z) / (1 + np.exp(-z)),),
    ),
    Misconception(
        "overflow",
        lambda z: 1 / (1 + np.exp(-z)),
        "The formula is right, and so are its values, but for a very negative z the e^-z in it is larger than a float can "
        "hold. Which fraction comes out when top and bottom are multiplied by e^z?",
        also=(lambda z: _pick(z >= 0, 1 / (1 + np.exp(-z)), 1 - 1 / (1 + np.exp(-np.abs(z)))),),
    ),
    Misconception(
        "overflow-above",
        lambda z: 1 - 1 / (1 + np.exp(z)),
        "The values are right, but for a very large z the e^z on the way is larger than a float can hold. For such z, "
        "which of e^z and e^-z is the harmless one?",
        also=(lambda z: _pick(z >= 0, 1 - 1 / (1 + np.exp(z)), np.exp(z) / (1 + np.exp(np.minimum(z, 0)))),),
    ),
    Misconception(
        "both-formulas-everywhere",
        _two_formulas,
        "Both formulas are right, but each is calculated for every z, and only then is one of them picked: on the wrong "
        "side of 0 it overflows. Keep the exponent from being positive in the first place.",
        also=(lambda z: _pick(z >= 0, 1 / (1 + np.exp(-z)), 1 - 1 / (1 + np.exp(z))),),
    ),
    Misconception(
        "infinity-over-infinity",
        lambda z: np.exp(z) / (1 + np.exp(z)),
        "e^z / (1 + e^z) is the sigmoid, but for a very large z top and bottom both overflow, and inf / inf is nan. For "
        "such z the form with e^-z is the safe one: each sign of z needs its own.",
    ),
    Misconception(
        "parentheses",
        lambda z: 1 / 1 + np.exp(-z),
        "Python divides before it adds: without parentheses around the denominator this is 1/1 + e^-z, which is never "
        "below 1. A sigmoid stays between 0 and 1.",
    ),
    Misconception(
        "one-missing",
        lambda z: np.exp(z),
        "The 1 in the denominator is missing: what is left, 1 / e^-z, is e^z, and grows without bound. It is the 1 that "
        "keeps the result below 1.",
        also=(lambda z: 1 / np.exp(-z),),
    ),
    Misconception(
        "minus-in-denominator",
        lambda z: 1 / (1 - np.exp(-z)),
        "The denominator is 1 − e^-z, which is 0 at z = 0. The sigmoid adds: at 0 it is 1 / (1 + 1).",
    ),
    Misconception(
        "derivative",
        lambda z: reference.sigmoid(z) * (1 - reference.sigmoid(z)),
        "This is the slope of the sigmoid, σ(z)(1 − σ(z)): a hill, 1/4 high at 0. The sigmoid itself climbs from 0 to 1.",
    ),
    Misconception(
        "tanh",
        lambda z: np.tanh(z),
        "This is tanh, which runs from −1 to 1 and is 0 at 0. The sigmoid runs from 0 to 1 and is 1/2 at 0.",
    ),
    Misconception(
        "hard-step",
        lambda z: _pick(z > 0, 1.0, 0.0),
        "The results are 0 or 1 with nothing between: this is the step neuron. The sigmoid is the smooth way from 0 to 1.",
        also=(
            lambda z: _pick(z >= 0, 1.0, 0.0),
            lambda z: np.heaviside(z, 0.5),
            lambda z: np.asarray(z > 0)[()],
            lambda z: np.asarray(z >= 0)[()],
        ),
    ),
    Misconception(
        "softmax",
        lambda z: np.exp(z - np.max(z)) / np.sum(np.exp(z - np.max(z))),
        "The results add up to 1: they were divided by a sum over all of z, which is softmax. The sigmoid looks at each "
        "z alone.",
        also=(lambda z: np.exp(z) / np.sum(np.exp(z)), lambda z: reference.softmax(np.asarray(z))),
    ),
    Misconception(
        "rounded",
        lambda z: np.round(reference.sigmoid(z), 4),
        "The values were rounded. Later layers calculate with them, so keep every digit; round only what you print.",
        also=tuple(_rounded(reference.sigmoid, digits) for digits in (2, 3, 5, 6)),
    ),
    Misconception(
        "math-exp",
        lambda z: 1 / (1 + math.exp(-z)),
        "`math.exp` takes one number at a time and stops at an array. NumPy has an exponential that takes every element "
        "at once.",
        also=(
            lambda z: math.exp(z) / (1 + math.exp(z)),
            lambda z: reference.sigmoid(float(z)),
        ),
    ),
    Misconception(
        "if-on-an-array",
        _with_if(lambda z: 1 / (1 + np.exp(-z)), lambda z: np.exp(z) / (1 + np.exp(z))),
        "`if` wants one yes or no, and an array gives one per element. A formula that holds for either sign needs no `if`.",
        also=(_with_if(lambda z: 1 / (1 + math.exp(-z)), lambda z: math.exp(z) / (1 + math.exp(z))),),
    ),
)

TANH = (
    Misconception(
        "infinity-over-infinity",
        lambda z: (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)),
        "The formula is right, but for z far from 0 a power of e in it is larger than a float can hold, and inf / inf is "
        "nan. Multiply top and bottom by something that leaves only powers of at most 1.",
        also=(
            lambda z: (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1),
            lambda z: (1 - np.exp(-2 * z)) / (1 + np.exp(-2 * z)),
            lambda z: 2 * np.exp(2 * z) / (1 + np.exp(2 * z)) - 1,
        ),
    ),
    Misconception(
        "overflow",
        _overflowing_tanh,
        "The values are right, but a power of e overflows on the way. If `sigmoid` is called here, it may be the one "
        "that overflows: mend it there first.",
        also=(
            lambda z: 1 - 2 / (1 + np.exp(2 * z)),
            lambda z: 2 * _two_formulas(2 * z) - 1,
            lambda z: _pick(z >= 0, _overflowing_tanh(z), -_overflowing_tanh(-z)),
        ),
    ),
    Misconception(
        "sigmoid",
        reference.sigmoid,
        "This is the sigmoid, which runs from 0 to 1 and is 1/2 at 0. tanh runs from −1 to 1 and is 0 at 0.",
    ),
    Misconception(
        "not-stretched",
        lambda z: reference.sigmoid(2 * z),
        "σ(2z) has the right steepness, but still runs from 0 to 1. It has to be stretched and moved to run from −1 to 1.",
    ),
    Misconception(
        "half-as-steep",
        lambda z: 2 * reference.sigmoid(z) - 1,
        "2σ(z) − 1 runs from −1 to 1, as it should, but only half as steeply: it is tanh(z / 2). What has to go into σ?",
    ),
    Misconception(
        "not-shifted",
        lambda z: 2 * reference.sigmoid(2 * z),
        "2σ(2z) runs from 0 to 2: the shape is right and the height is not. tanh is 0 at 0.",
    ),
    Misconception(
        "derivative",
        lambda z: 1 - np.tanh(z) ** 2,
        "This is the slope of tanh, 1 − tanh²(z): a hill, 1 high at 0. tanh itself climbs from −1 to 1.",
    ),
    Misconception(
        "sign-flipped",
        lambda z: np.tanh(-z),
        "The curve runs downhill: a positive z gives a negative result. Look at the signs of the exponents, and at which "
        "power is subtracted from which.",
        also=(lambda z: (np.exp(-z) - np.exp(z)) / (np.exp(-z) + np.exp(z)),),
    ),
    Misconception(
        "sinh",
        lambda z: (np.exp(z) - np.exp(-z)) / 2,
        "(e^z − e^-z) / 2 grows without bound. In tanh the difference of the two powers is divided by their sum.",
        also=(lambda z: np.exp(z) - np.exp(-z),),
    ),
    Misconception(
        "upside-down",
        lambda z: 1 / np.tanh(z),
        "Top and bottom of the fraction are exchanged: with the difference below, it divides by 0 at z = 0.",
        also=(lambda z: (np.exp(z) + np.exp(-z)) / (np.exp(z) - np.exp(-z)),),
    ),
    Misconception(
        "parentheses",
        lambda z: np.exp(z) - np.exp(-z) / np.exp(z) + np.exp(-z),
        "Python divides before it adds and subtracts: both the difference above the bar and the sum below it need "
        "parentheses.",
        also=(
            lambda z: (np.exp(z) - np.exp(-z)) / np.exp(z) + np.exp(-z),
            lambda z: np.exp(z) - np.exp(-z) / (np.exp(z) + np.exp(-z)),
        ),
    ),
    Misconception(
        "hard-step",
        lambda z: np.sign(z),
        "Only the sign of z is left, with nothing between −1 and 1. tanh is the smooth way from one to the other.",
        also=(lambda z: _pick(z > 0, 1.0, -1.0), lambda z: _pick(z >= 0, 1.0, -1.0)),
    ),
    Misconception(
        "math-exp",
        lambda z: (math.exp(z) - math.exp(-z)) / (math.exp(z) + math.exp(-z)),
        "`math` takes one number at a time and stops at an array. NumPy has an exponential that takes every element at "
        "once.",
        also=(lambda z: math.tanh(z), lambda z: 2 / (1 + math.exp(-2 * z)) - 1),
    ),
    Misconception(
        "if-on-an-array",
        _with_if(
            lambda z: (1 - np.exp(-2 * z)) / (1 + np.exp(-2 * z)), lambda z: (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1)
        ),
        "`if` wants one yes or no, and an array gives one per element. A formula that holds for either sign needs no `if`.",
    ),
)


def _relu_cases(rng: np.random.Generator) -> list[Case]:
    by_hand = [
        Case((-2.0,), note=NUMBER),
        Case((3.0,), note=NUMBER),
        Case((0.0,), note=NUMBER),
        Case((np.array([-2.0, 0.0, 0.5, 3.0]),)),
        Case((np.array([[1.0, -3.0], [-0.5, 2.0]]),)),
        Case((np.array([-1e4, 1e4]),), note="numbers as large as ±10,000"),
    ]
    return [*by_hand, *_shapes(), *_random(rng)]


def _emptied(z: Any, slope: float = 0.0) -> Any:
    z = np.asarray(z)
    z[z < 0] *= slope
    return z


def _emptied_arrays_only(z: Any, slope: float = 0.0) -> Any:
    z[z < 0] *= slope
    return z


def _python_max(z: Any) -> Any:
    return max(0, z)


RELU = (
    Misconception(
        "abs",
        lambda z: np.abs(z),
        "Negative numbers lose their sign here: −2 gives 2. The ReLU lets nothing through from the negative side: −2 gives 0.",
    ),
    Misconception(
        "minimum",
        lambda z: np.minimum(0.0, z),
        "The negative half is kept and the positive half is cut off. It is the other way round: 3 stays 3, and −2 becomes 0.",
    ),
    Misconception(
        "step",
        lambda z: _pick(z > 0, 1.0, 0.0),
        "The results are 0 or 1: whether the neuron fires, and not how strongly. A positive z passes through as it is. "
        "(What was written is the slope of the ReLU.)",
        also=(
            lambda z: _pick(z >= 0, 1.0, 0.0),
            lambda z: np.asarray(z > 0)[()],
            lambda z: np.asarray(z >= 0)[()],
            lambda z: np.heaviside(z, 0.5),
        ),
    ),
    Misconception(
        "largest-of-all",
        lambda z: max(0.0, np.max(z)),
        "One number comes out of a whole array: the largest of all its elements. Each element is compared with 0 by itself.",
        also=(
            lambda z: np.max(z),
            lambda z: np.max(z, initial=0.0),
            lambda z: np.max(z, 0),
            lambda z: np.maximum(0.0, np.max(z, 0)),
            lambda z: np.maximum(0.0, np.max(z)),
        ),
    ),
    Misconception(
        "python-max",
        _python_max,
        "Python's `max(0, z)` asks whether the whole array is larger than 0, and stops. NumPy has a maximum that compares "
        "element by element.",
        also=(lambda z: z if z > 0 else 0.0, lambda z: z if z > 0 else 0 * z),
    ),
    Misconception(
        "whole-numbers",
        np.vectorize(lambda z: z if z > 0 else 0),
        "`np.vectorize` takes the type of all its results from the first one: where that is the whole number 0, every "
        "fraction after it is cut off. A zero that is a float is 0.0.",
    ),
    Misconception(
        "only-the-positive",
        lambda z: z[z > 0],
        "Selecting the positive elements drops the others, and the result no longer has the shape of z. The negative ones "
        "stay in their places, as zeros.",
        also=(lambda z: np.asarray(z)[np.asarray(z) > 0],),
    ),
    Misconception(
        "unchanged",
        lambda z: z,
        "z comes out as it went in, negative numbers included. The ReLU has a bend at 0: everything below it becomes 0.",
    ),
    Misconception(
        "leaky",
        reference.leaky_relu,
        "Negative numbers come out as a hundredth of themselves: that is the leaky ReLU, the next exercise. Here they become 0.",
    ),
    Misconception(
        "capped",
        lambda z: np.clip(z, 0, 1),
        "Everything above 1 is cut down to 1. The ReLU has a floor and no ceiling: 3 stays 3.",
    ),
    Misconception(
        "softplus",
        lambda z: np.logaddexp(0, z),
        "This is the softplus, log(1 + e^z): a ReLU with a rounded corner, 0.69 at 0. The ReLU itself is exactly 0 there.",
        also=(lambda z: np.log(1 + np.exp(z)),),
    ),
    Misconception(
        "in-place",
        _emptied,
        "The zeros are written into the caller's own array, and backpropagation will need that z as it was. Write them "
        "into a new array.",
        also=(_emptied_arrays_only,),
    ),
)


def _leaky_relu_cases(rng: np.random.Generator) -> list[Case]:
    z = np.array([-2.0, 0.0, 0.1, 3.0])
    by_hand = [
        Case((-2.0,), note=NUMBER),
        Case((3.0,), note=NUMBER),
        Case((0.0,), note=NUMBER),
        Case((z,)),
        Case((z, 0.5)),
        Case((SMALL, 0.2)),
        Case((-2.0, 0.5), note=NUMBER),
        Case((3.0, 0.5), note=NUMBER),
        Case((-4.0,), {"slope": 0.25}, note=BY_NAME),
        Case((4.0,), {"slope": 0.25}, note=BY_NAME),
        Case((z,), {"slope": 0.25}, note=BY_NAME),
        Case((SMALL, 0.0), note="slope 0, the plain ReLU"),
        Case((SMALL, 1.0), note="slope 1, no bend at all"),
        Case((np.array([-1e4, 1e4]), 0.1), note="numbers as large as ±10,000"),
    ]
    layouts = [Case((*case.args, 0.3), note=case.note, layout=case.layout) for case in _shapes()]
    random = [Case((*case.args, round(float(rng.uniform(0.02, 0.9)), 2))) for case in _random(rng)]
    return [*by_hand, *layouts, *random]


LEAKY_RELU = (
    Misconception(
        "slope-ignored",
        lambda z, slope=0.01: _pick(z > 0, z, 0.01 * z),
        "The slope is 0.01 whatever the caller asks for: the number stands in the formula where the argument `slope` belongs.",
    ),
    Misconception(
        "no-leak",
        lambda z, slope=0.01: np.maximum(0.0, z),
        "Negative numbers become 0: that is the plain ReLU. Here a share of them leaks through, `slope` of it.",
    ),
    Misconception(
        "slope-on-the-positive-side",
        lambda z, slope=0.01: _pick(z > 0, slope * z, z),
        "The slope has landed on the positive side. Positive numbers pass as they are; it is the negative ones that shrink.",
    ),
    Misconception(
        "slope-on-both-sides",
        lambda z, slope=0.01: slope * z,
        "Every number is multiplied by the slope, the positive ones too: a straight line, with no bend at 0.",
    ),
    Misconception(
        "leak-added-on-both-sides",
        lambda z, slope=0.01: np.maximum(0.0, z) + slope * z,
        "The leak is added on both sides, so that a positive z comes out a little larger than it went in. Only the "
        "negative side leaks.",
    ),
    Misconception(
        "sign-flipped",
        lambda z, slope=0.01: _pick(z > 0, z, -slope * z),
        "Negative numbers come out positive, so the curve turns up again left of 0. The leak keeps the sign of z.",
        also=(lambda z, slope=0.01: np.maximum(z, slope * np.abs(z)),),
    ),
    Misconception(
        "slope-added",
        lambda z, slope=0.01: _pick(z > 0, z, z + slope),
        "On the negative side the slope is added to z. A slope is what z is multiplied by.",
        also=(lambda z, slope=0.01: _pick(z >= 0, z, z + slope),),
    ),
    Misconception(
        "slope-subtracted",
        lambda z, slope=0.01: _pick(z > 0, z, z - slope),
        "On the negative side the slope is subtracted from z. A slope is a factor: how much of z gets through.",
        also=(lambda z, slope=0.01: _pick(z >= 0, z, z - slope),),
    ),
    Misconception(
        "slope-itself",
        lambda z, slope=0.01: _pick(z > 0, z, slope),
        "Every negative number comes out as the slope itself, whatever z is. The slope is a factor, and z has to stay in "
        "the product.",
        also=(
            lambda z, slope=0.01: _pick(z >= 0, z, slope),
            lambda z, slope=0.01: np.maximum(slope, z),
            lambda z, slope=0.01: _pick(z > 0, z, -slope),
            lambda z, slope=0.01: _pick(z >= 0, z, -slope),
        ),
    ),
    Misconception(
        "derivative",
        lambda z, slope=0.01: _pick(z > 0, 1.0, slope),
        "These are the slopes of the two sides, 1 and `slope`: the derivative. The function itself still has z in it.",
        also=(lambda z, slope=0.01: _pick(z >= 0, 1.0, slope),),
    ),
    Misconception(
        "divided",
        lambda z, slope=0.01: _pick(z > 0, z, np.divide(z, slope)),
        "Negative numbers are divided by the slope, and grow. They should shrink: a slope is what z is multiplied by.",
    ),
    Misconception(
        "python-max",
        lambda z, slope=0.01: max(slope * z, z),
        "Python's `max` and `if` want one yes or no, and an array gives one per element, so the function stops. NumPy can "
        "choose element by element.",
        also=(lambda z, slope=0.01: z if z > 0 else slope * z,),
    ),
    Misconception(
        "in-place",
        lambda z, slope=0.01: _emptied(z, slope),
        "The leak is written into the caller's own array, and backpropagation will need that z as it was. Write it into a "
        "new array.",
        also=(lambda z, slope=0.01: _emptied_arrays_only(z, slope),),
    ),
)


def _softmax_cases(rng: np.random.Generator) -> list[Case]:
    by_hand = [
        Case((np.array([[2.0, 0.0], [1.0, 3.0], [0.0, 1.0]]),)),
        Case((np.array([[1.0, -2.0, 0.5], [0.0, 4.0, 0.5]]),)),
        Case((np.array([2.0, 1.0]),), note=ONE_EXAMPLE),
        Case((np.array([-1.0, 0.5, 1.0]),), note=ONE_EXAMPLE),
        Case((np.array([1e4, 9999.0, -1e4]),), note=ONE_EXAMPLE),
        Case((np.array([[1e3], [999.0]]),), note=LARGE),
        Case((np.array([[-1e3], [-999.0]]),), note=LARGE),
        Case((np.array([[1e4], [0.0], [-1e4]]),), note=LARGE),
        Case((np.array([[1e4, 9999.0], [9998.0, 1e4]]),), note=LARGE),
        Case((np.array([[1e3, 0.0], [999.0, 1.0]]),), note=APART),
        Case((np.array([[1e4, -1e4, 1.0], [9999.0, -9998.0, 2.0]]),), note=APART),
        Case((np.array([[3.0, -1.0, 0.0]]),), note="one class (K = 1)"),
        Case((np.array([[0.5], [-1.0], [2.0]]),), note="one example (m = 1)"),
        Case((np.zeros((4, 3)),), note="zeros only"),
        Case((np.array([[-3.0, -0.5], [-1.0, -2.0], [-0.25, -4.0]]),), note="negative numbers only"),
        Case((SMALL,), note="a read-only array", layout="read-only"),
        Case((SMALL,), note="every second column of a larger array", layout="strided"),
        Case((SMALL,), note="an array in Fortran order", layout="fortran"),
    ]
    one = [Case((rng.normal(0, 2, size=K).round(2),), note=ONE_EXAMPLE) for K in (4, 7)]
    shapes = [(3, 3), (2, 5), (4, 2), (3, 6), (5, 4), (10, 12)]
    return [*by_hand, *one, *(Case((rng.normal(0, 2, size=shape).round(2),)) for shape in shapes)]


SHIFTS: tuple[Callable[[Any], Any], ...] = (
    lambda Z: Z - Z.max(axis=0),
    lambda Z: Z,
    lambda Z: Z - Z.max(),
    lambda Z: Z - Z.max(axis=-1, keepdims=True),
    lambda Z: Z - Z.max(axis=1, keepdims=True),
)
"""What may be done to the scores first: the largest of a column, of nothing, of all or of a row subtracted."""


def _shares(shift: Callable[[Any], Any], total: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return the softmax that shifts the scores by `shift` and divides their exponentials by `total` of them."""
    return lambda Z: (e := np.exp(shift(Z))) / total(e)


def _column_total(e: Any) -> Any:
    return e.sum(axis=0)


def _total_plus(eps: float) -> Callable[[Any], Any]:
    return lambda e: e.sum(axis=0) + eps


ROW_TOTALS: tuple[Callable[[Any], Any], ...] = (
    lambda e: e.sum(axis=1, keepdims=True),
    lambda e: e.sum(axis=-1, keepdims=True),
    lambda e: e.sum(axis=1),
    lambda e: e.sum(axis=-1),
)


def _shifted_in_place(axis: int | None) -> Callable[[Any], Any]:
    def softmax(Z: Any) -> Any:
        Z -= Z.max(axis=axis)
        return _column_total_shares(Z)

    return softmax


def _exponentials_in_place(Z: Any) -> Any:
    Z -= Z.max(axis=0)
    np.exp(Z, out=Z)
    Z /= Z.sum(axis=0)
    return Z


def _column_total_shares(Z: Any) -> Any:
    return np.exp(Z) / np.exp(Z).sum(axis=0)


def _two_dimensions_only(Z: Any) -> Any:
    K, m = Z.shape
    return reference.softmax(Z).reshape(K, m)


def _clipped(Z: Any) -> Any:
    return _column_total_shares(np.clip(Z, -500, 500))


def _safe_log_softmax(Z: Any) -> Any:
    shifted = Z - Z.max(axis=0)
    return shifted - np.log(np.exp(shifted).sum(axis=0))


def _one_at_a_time(Z: Any) -> Any:
    e = np.array([math.exp(z) for z in Z])
    return e / e.sum()


SOFTMAX = (
    Misconception(
        "overflow",
        _column_total_shares,
        "The fraction is right, but e^1000 is larger than a float can hold, and inf / inf is nan. Subtracting one number "
        "from all scores of a column cancels in the fraction: which number makes every power at most 1?",
        also=(lambda Z: np.exp(np.log(np.exp(Z)) - np.log(np.exp(Z).sum(axis=0))),),
    ),
    Misconception(
        "largest-of-all-subtracted",
        _shares(lambda Z: Z - Z.max(), _column_total),
        "The largest score of the whole array is subtracted from every column. A column far below it underflows to zeros, "
        "and 0 / 0 is nan. Each column has a largest score of its own.",
    ),
    Misconception(
        "other-number-subtracted",
        _shares(lambda Z: Z - Z.mean(axis=0), _column_total),
        "What is subtracted from a column cancels, as it should, but it leaves positive exponents behind, and they can "
        "still overflow. Which of a column's scores leaves none?",
        also=(
            _shares(lambda Z: Z - Z.min(axis=0), _column_total),
            _shares(lambda Z: Z - Z.mean(), _column_total),
            _shares(lambda Z: Z - Z.min(), _column_total),
        ),
    ),
    Misconception(
        "row-maximum-subtracted",
        _shares(lambda Z: Z - Z.max(axis=1, keepdims=True), _column_total),
        "The maximum is taken along the rows, so that each class of an example is shifted by a different amount. Only a "
        "number that is the same for the whole column cancels.",
        also=(
            _shares(lambda Z: Z - Z.max(axis=-1, keepdims=True), _column_total),
            _shares(lambda Z: Z - Z.max(axis=1), _column_total),
        ),
    ),
    Misconception(
        "wrong-axis",
        _shares(SHIFTS[0], ROW_TOTALS[0]),
        "The sum runs along the rows, over the examples. One example is one column: it is the K numbers of a column that "
        "share a probability of 1.",
        also=tuple(_shares(shift, total) for shift, total in product(SHIFTS, ROW_TOTALS)),
    ),
    Misconception(
        "over-everything",
        _shares(SHIFTS[2], np.sum),
        "The exponentials are divided by the sum over the whole array, so that all examples together share a probability "
        "of 1. Each column gets a sum of its own.",
        also=tuple(_shares(shift, np.sum) for shift in SHIFTS),
    ),
    Misconception(
        "not-normalised",
        lambda Z: np.exp(Z),
        "These are the exponentials themselves. They are not probabilities yet: divide them by what they add up to, and "
        "each column sums to 1.",
        also=tuple(_shares(shift, lambda e: 1.0) for shift in SHIFTS),
    ),
    Misconception(
        "no-exponentials",
        lambda Z: Z / Z.sum(axis=0),
        "The scores themselves are divided by their sum, which turns negative ones into negative probabilities. The "
        "exponential comes first: it makes every score positive.",
        also=(lambda Z: Z / Z.sum(), lambda Z: np.abs(Z) / np.abs(Z).sum(axis=0)),
    ),
    Misconception(
        "divided-by-the-maximum",
        _shares(lambda Z: Z / Z.max(axis=0), _column_total),
        "The scores are divided by their maximum, and that changes the probabilities: e^(a/c) / e^(b/c) is another ratio. "
        "Subtracting it leaves them as they are.",
        also=(
            _shares(lambda Z: Z / Z.max(), _column_total),
            _shares(lambda Z: Z / np.abs(Z).max(axis=0), _column_total),
            _shares(lambda Z: Z / np.abs(Z).max(), _column_total),
        ),
    ),
    Misconception(
        "other-base",
        lambda Z: 2 ** (Z - Z.max(axis=0)) / (2 ** (Z - Z.max(axis=0))).sum(axis=0),
        "The powers are powers of another number than e (`2 ** z`, or `np.exp2`): the order of the classes is right and "
        "their shares are not.",
        also=(
            lambda Z: 2**Z / (2**Z).sum(axis=0),
            lambda Z: 10 ** (Z - Z.max(axis=0)) / (10 ** (Z - Z.max(axis=0))).sum(axis=0),
            lambda Z: 10**Z / (10**Z).sum(axis=0),
        ),
    ),
    Misconception(
        "logarithm",
        _safe_log_softmax,
        "These are the logarithms of the probabilities: none is above 0. One exponential more, and they are what is asked "
        "for.",
        also=(
            lambda Z: np.log(reference.softmax(Z)),
            lambda Z: np.log(_column_total_shares(Z)),
            lambda Z: Z - np.log(np.exp(Z).sum(axis=0)),
        ),
    ),
    Misconception(
        "sigmoid",
        reference.sigmoid,
        "Each score went through a sigmoid by itself, and the results of a column do not add up to 1. In softmax the "
        "classes compete: one can only gain what others lose.",
    ),
    Misconception(
        "sigmoid-normalised",
        lambda Z: reference.sigmoid(Z) / np.sum(reference.sigmoid(Z), axis=0),
        "Sigmoids are divided by their sum. They flatten out, so that 5 and 50 get nearly the same share; softmax divides "
        "exponentials.",
    ),
    Misconception(
        "sign-flipped",
        lambda Z: reference.softmax(-Z),
        "The largest score gets the smallest probability: the exponent has the wrong sign. In softmax it is e^z, with no "
        "minus.",
        also=(
            _shares(lambda Z: -Z, _column_total),
            _shares(lambda Z: Z.max(axis=0) - Z, _column_total),
            _shares(lambda Z: Z.max() - Z, _column_total),
        ),
    ),
    Misconception(
        "winner-takes-all",
        lambda Z: (Z.max(axis=0) == Z) * 1.0,
        "The largest score gets 1 and the others 0. That is the hard maximum; the soft one leaves the others their share.",
        also=(
            lambda Z: Z.max(axis=0) == Z,
            lambda Z: np.eye(len(Z))[Z.argmax(axis=0)].T,
            lambda Z: np.round(reference.softmax(Z)),
        ),
    ),
    Misconception(
        "clipped",
        _clipped,
        "Cutting large scores down makes them equal: 1000 and 999 come out with the same probability. Subtracting keeps "
        "the distance between them.",
        also=(
            lambda Z: _column_total_shares(np.minimum(Z, 500)),
            lambda Z: _column_total_shares(np.clip(Z, -700, 700)),
        ),
    ),
    Misconception(
        "something-added-to-the-sum",
        lambda Z: (e := np.exp(Z - Z.max(axis=0))) / (e.sum(axis=0) + 1e-8),
        "A small number is added to the sum, so that no column adds up to exactly 1. Once a column's maximum is "
        "subtracted, its sum is at least 1 and needs no help.",
        also=tuple(
            _shares(shift, _total_plus(eps)) for shift, eps in product(SHIFTS[:3], (1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3))
        ),
    ),
    Misconception(
        "in-place",
        _shifted_in_place(0),
        "`Z -= …` writes into the caller's own array: the scores are gone after the call, and backpropagation needs them. "
        "Give the shifted scores a name of their own.",
        also=(_shifted_in_place(None), _exponentials_in_place),
    ),
    Misconception(
        "two-dimensions-only",
        _two_dimensions_only,
        "Arrays of shape (K, m) come out right, but one example may also come alone, as (K,), and there the function "
        "stops. What does it need the second dimension for?",
        also=(
            _shares(
                lambda Z: Z, lambda e: np.array([[sum(e[k, i] for k in range(len(e))) for i in range(e.shape[1])]])
            ),
        ),
    ),
    Misconception(
        "one-example-becomes-a-column",
        lambda Z: reference.softmax(Z.reshape(len(Z), -1)),
        "The numbers are right, but one example of shape (K,) comes back as a column (K, 1). The result has the shape of "
        "what went in.",
    ),
    Misconception(
        "one-example-only",
        _one_at_a_time,
        "`math.exp` takes one number at a time: that does for an example of shape (K,), and stops at (K, m). NumPy has an "
        "exponential that takes every element at once.",
    ),
)

EXPONENTIALS = np.exp(reference.SCORES)
PROBABILITIES = reference.class_probabilities()

CLASS_PROBABILITIES = (
    Misconception(
        "rounded",
        np.round(PROBABILITIES, 2),
        "These are the right numbers, rounded: frog and car did not come out as 0, only small. Let the array be "
        "calculated, with every digit.",
        also=(*(np.round(PROBABILITIES, digits) for digits in (1, 3, 4, 5, 6)), np.array([0.87, 0.13, 0.001, 0.001])),
    ),
    Misconception(
        "from-rounded-exponentials",
        np.array([164.0, 24.5, 0.18, 0.13]) / (164.0 + 24.5 + 0.18 + 0.13),
        "These come from the exponentials as printed, 164.0, 24.5, 0.18 and 0.13, which are rounded. Start from the scores "
        "and keep every digit on the way.",
        also=(np.round(EXPONENTIALS, 2) / np.round(EXPONENTIALS, 2).sum(),),
    ),
    Misconception(
        "exponentials",
        EXPONENTIALS,
        "These are the exponentials of the scores; the largest is 164. What is missing is the division by their sum.",
        also=(np.exp(np.array(reference.SCORES) - 5.1), np.array([164.0, 24.5, 0.18, 0.13])),
    ),
    Misconception(
        "percentages",
        100 * PROBABILITIES,
        "These are percentages: they add up to 100. Probabilities add up to 1.",
        also=(np.round(100 * PROBABILITIES, 0), np.round(100 * PROBABILITIES, 1), np.round(100 * PROBABILITIES, 2)),
    ),
    Misconception(
        "wrong-order",
        PROBABILITIES[::-1].copy(),
        "The probabilities are right and stand in another order. They belong in the order of the scores: cat, dog, frog, car.",
        also=tuple(np.array(p) for p in permutations(PROBABILITIES) if p != tuple(PROBABILITIES)),
    ),
    Misconception(
        "list",
        PROBABILITIES.tolist(),
        "The numbers are right, but they stand in a list or tuple. The rest of the course calculates with arrays.",
        also=(tuple(PROBABILITIES.tolist()),),
    ),
    Misconception(
        "column",
        PROBABILITIES.reshape(4, 1),
        "The numbers are right, but they stand in two dimensions. Four scores in a row, shape (4,), give four "
        "probabilities in a row.",
        also=(PROBABILITIES.reshape(1, 4),),
    ),
    Misconception(
        "minus-signs-lost",
        reference.softmax(np.abs(np.array(reference.SCORES))),
        "The scores of frog and car have lost their minus signs: −1.7 and −2.0 are below 0, and that makes both "
        "probabilities tiny.",
        also=(
            reference.softmax(np.array([5.1, 3.2, -1.7, 2.0])),
            reference.softmax(np.array([5.1, 3.2, 1.7, -2.0])),
        ),
    ),
    Misconception(
        "no-exponentials",
        np.array(reference.SCORES) / sum(reference.SCORES),
        "The scores themselves are divided by their sum, and two of the results are negative. The exponential comes first.",
    ),
    Misconception(
        "sigmoid",
        np.asarray(reference.sigmoid(np.array(reference.SCORES))),
        "Each score went through a sigmoid, and the four results add up to 2.2. Softmax lets the classes share a "
        "probability of 1.",
    ),
    Misconception(
        "scores",
        np.array(reference.SCORES),
        "These are the scores themselves. Softmax has to turn them into probabilities first.",
    ),
)


def _not_an_array(value: Any) -> Any:
    """Return the value; complain about what is neither an array nor a row of numbers."""
    if isinstance(value, (np.ndarray, list, tuple)):
        return value
    if callable(value):
        raise ValueError(
            "`class_probabilities` is a function here; it should be the array that softmax returns for the scores."
        )
    raise ValueError(f"`class_probabilities` should be an array of four probabilities; it is {_form(value)}.")


def _form(value: Any) -> str:
    if isinstance(value, (int, float, np.number)):
        return f"the one number {wording.shown(value)}"
    return f"of type {type(value).__name__}"


QUESTIONS = {
    "q1": Question(
        "d",
        {
            "a": "At z = −8 the sigmoid's slope is about 0.0003 and falling: z + 0.1 changes its output by less than "
            "0.00004. Which of the four keeps a slope that does not shrink?",
            "b": "tanh is the sigmoid at 2z, stretched: at z = −8 it is as flat as the sigmoid at −16, the flattest of the "
            "curves that still have a slope here.",
            "c": "Left of 0 the ReLU is 0, and stays 0 when z rises from −8 to −7.9. This is the dead neuron of the lesson; "
            "which activation was made to rescue it?",
        },
    ),
    "q2": Question(
        "a",
        {
            "b": "Hidden layers help with XOR only if they bend something: with a = z in between, the ten matrices multiply "
            "to one, and one layer draws one straight line.",
            "c": "More weights, same family: the product of ten matrices is one matrix, so all these weights describe a "
            "single linear layer.",
            "d": "One layer has a bias too: it alone can move the function away from the origin. The ten biases end up in a "
            "single b.",
        },
    ),
    "q3": Question(
        2.5,
        {
            -2.5: 'σ(−2.5) is the probability of "no". In the derivation, whose score comes first in the difference?',
            4.0: 'σ(4.0) would mean that the score of "no" is 0. It is 1.5: the other class\'s score counts as well.',
            5.5: 'The scores are not added: raising the score of "no" has to make "yes" less likely.',
            0.9241418199787566: "That is the probability σ(t) itself; the question asks for t, the number that goes into σ.",
        },
        otherwise="Divide top and bottom of e^4.0 / (e^1.5 + e^4.0) by e^4.0: which exponent is left in the denominator, "
        "and what is it the negative of?",
    ),
}

EXERCISES: Sequence[Any] = (
    FunctionExercise("sigmoid", reference.sigmoid, _s_curve_cases, SIGMOID, silent=True),
    FunctionExercise("tanh", reference.tanh, _s_curve_cases, TANH, silent=True),
    FunctionExercise("relu", reference.relu, _relu_cases, RELU),
    FunctionExercise("leaky_relu", reference.leaky_relu, _leaky_relu_cases, LEAKY_RELU),
    FunctionExercise("softmax", reference.softmax, _softmax_cases, SOFTMAX),
    ValueExercise("class_probabilities", PROBABILITIES, _not_an_array, misconceptions=CLASS_PROBABILITIES),
    QuestionsExercise(QUESTIONS),
)
