"""The slopes of the two S-curves: `sigmoid_prime` and `tanh_prime`.

They are tried far out on the flat parts, but not where the powers of e in a plain formula overflow: that was the subject of
lesson 02, whose functions are given.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.checks.derivatives.inputs import measured, measured_ahead, numbers, random, rounded, saturated, shapes
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.outcome import Case
from autograder.reference import derivatives as reference
from autograder.reference.activations import sigmoid, tanh

exp = np.exp


def _s_curve_cases(rng: np.random.Generator) -> list[Case]:
    by_hand = [
        Case((np.array([0.0, 2.0]),)),
        Case((np.array([-1.0, 0.0, 2.0]),)),
        Case((np.array([[0.5, 1.0], [-2.0, 4.0]]),)),
        *numbers(2.0, -1.0, 0.0),
    ]
    return [*by_hand, *saturated(), *shapes(), *random(rng)]


def _dot(a: Any, b: Any) -> Any:
    """Return the product of matrices and vectors, which refuses single numbers."""
    return a @ b


SIGMOID_PRIME = (
    Misconception(
        "z-in-place-of-a",
        lambda z: z * (1 - z),
        "This is z(1 − z). In the formula a(1 − a) the letter a is the neuron's output, σ(z): the function is given z, so that "
        "σ comes first.",
    ),
    Misconception(
        "sigmoid-twice",
        lambda z: sigmoid(sigmoid(z)) * (1 - sigmoid(sigmoid(z))),
        "The sigmoid is taken twice: σ(z) goes into a formula that takes σ of it once more. One σ turns z into a, and a(1 − a) "
        "is the slope.",
    ),
    Misconception(
        "not-differentiated",
        sigmoid,
        "This is the sigmoid itself, which climbs from 0 to 1. Its slope is a hill: 1/4 high at 0, and flat on both sides.",
    ),
    Misconception(
        "one-minus-sigmoid",
        lambda z: 1 - sigmoid(z),
        "This is 1 − σ, one of the two factors. The other, σ, is what makes the slope small for a very negative z, too.",
        also=(lambda z: exp(-z) / (1 + exp(-z)), lambda z: 1 / (1 + exp(z))),
    ),
    Misconception(
        "squared",
        lambda z: sigmoid(z) ** 2,
        "This is σ², which climbs to 1. The slope has one σ, and one factor for what σ leaves of 1.",
        also=(lambda z: 1 / (1 + exp(-z)) ** 2, lambda z: -1 / (1 + exp(-z)) ** 2),
    ),
    Misconception(
        "rule-of-tanh",
        lambda z: 1 - sigmoid(z) ** 2,
        "1 − a² is the rule for tanh; here it is applied to σ. The sigmoid's is made of a and 1 − a.",
    ),
    Misconception(
        "slope-of-tanh",
        lambda z: reference.tanh_prime(z),
        "This is the slope of tanh, 1 high at 0. The sigmoid is flatter: 1/4 at its steepest.",
    ),
    Misconception(
        "sign-flipped",
        lambda z: -sigmoid(z) * sigmoid(-z),
        "The sign is wrong: the sigmoid climbs everywhere, so that its slope is never negative. Is it 1 − a, or a − 1?",
        also=(lambda z: -exp(-z) / (1 + exp(-z)) ** 2,),
    ),
    Misconception(
        "plus",
        lambda z: sigmoid(z) * (1 + sigmoid(z)),
        "The factors are a and 1 + a. The derivation ends in a difference: a minus a².",
    ),
    Misconception(
        "parentheses",
        lambda z: sigmoid(z) * 1 - sigmoid(z),
        "Python multiplies before it subtracts: without parentheses, `a * 1 - a` is 0 for every z.",
    ),
    Misconception(
        "z-times",
        lambda z: z * (1 - sigmoid(z)),
        "One factor is z where it should be σ(z): the slope would be 0 at z = 0, where the sigmoid is steepest.",
        also=(lambda z: sigmoid(z) * (1 - z),),
    ),
    Misconception(
        "one-minus-inside",
        lambda z: sigmoid(z) * sigmoid(1 - z),
        "The second factor is σ(1 − z). What is meant is 1 − σ(z): the sigmoid first, the subtraction after it.",
    ),
    Misconception(
        "square-of-a-part",
        lambda z: exp(-z) / (1 + exp(-z) ** 2),
        "The square belongs to all of 1 + e^-z. Here the power of e alone is squared: powers bind before sums.",
    ),
    Misconception(
        "matrix-product",
        lambda z: _dot(sigmoid(z), 1 - sigmoid(z)),
        "`@` and `np.dot` sum over products of different elements. Each z has a slope of its own: multiply element by element.",
        also=(lambda z: np.dot(sigmoid(z), 1 - sigmoid(z)), lambda z: np.dot(np.transpose(sigmoid(z)), 1 - sigmoid(z))),
    ),
    Misconception(
        "rounded",
        rounded(reference.sigmoid_prime, 4),
        "The slopes were rounded. Products of many of them will be taken, so keep every digit; round only what you print.",
        also=tuple(rounded(reference.sigmoid_prime, digits) for digits in (2, 3, 5, 6)),
    ),
    Misconception(
        "measured",
        measured(sigmoid, 1e-5),
        "This slope is measured, and good to some ten digits. The formula has them all, and costs one σ in place of two.",
        also=(
            *(measured(sigmoid, eps) for eps in (1e-4, 1e-6, 1e-3)),
            *(measured_ahead(sigmoid, eps) for eps in (1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8)),
        ),
    ),
    Misconception(
        "math-exp",
        lambda z: math.exp(-z) / (1 + math.exp(-z)) ** 2,
        "`math.exp` takes one number at a time and stops at an array. NumPy has an exponential that takes every element at "
        "once.",
        also=(
            lambda z: 1 / (1 + math.exp(-z)) * (1 - 1 / (1 + math.exp(-z))),
            lambda z: reference.sigmoid_prime(float(z)),
        ),
    ),
)


def _given_tanh(z: Any) -> Any:
    """Return tanh(z), rounded as the one that the lesson gives."""
    return 2 * sigmoid(2 * z) - 1


TANH_PRIME = (
    Misconception(
        "z-in-place-of-a",
        lambda z: 1 - z**2,
        "This is 1 − z². In the formula 1 − t² the letter t is the neuron's output, tanh(z): the function is given z, so that "
        "tanh comes first.",
    ),
    Misconception(
        "not-squared",
        lambda z: 1 - tanh(z),
        "The square is missing: 1 − tanh(z) falls from 2 to 0, while the slope of tanh is a hill that is the same on both sides "
        "of 0.",
    ),
    Misconception(
        "tanh-twice",
        lambda z: 1 - tanh(tanh(z)) ** 2,
        "tanh is taken twice: tanh(z) goes into a formula that takes tanh of it once more. One tanh turns z into t, and 1 − t² is "
        "the slope.",
    ),
    Misconception(
        "not-differentiated",
        tanh,
        "This is tanh itself, which climbs from −1 to 1. Its slope is a hill: 1 high at 0, and flat on both sides.",
    ),
    Misconception(
        "one-missing",
        lambda z: tanh(z) ** 2,
        "This is tanh², which is 0 at z = 0, where tanh is steepest. The slope is what tanh² leaves of 1.",
    ),
    Misconception(
        "sign-flipped",
        lambda z: tanh(z) ** 2 - 1,
        "The sign is wrong: tanh climbs everywhere, so that its slope is never negative.",
    ),
    Misconception(
        "plus",
        lambda z: 1 + tanh(z) ** 2,
        "The square is added, and the slope grows to 2 far from 0, where tanh is flat. It is subtracted from 1.",
    ),
    Misconception(
        "rule-of-sigmoid",
        lambda z: tanh(z) * (1 - tanh(z)),
        "a(1 − a) is the rule for the sigmoid; here it is applied to tanh, and gives 0 at z = 0, where tanh is steepest. tanh has "
        "a rule of its own.",
    ),
    Misconception(
        "slope-of-sigmoid",
        lambda z: reference.sigmoid_prime(z),
        "This is the slope of the sigmoid, 1/4 high at 0. tanh is four times as steep there.",
    ),
    Misconception(
        "square-of-the-difference",
        lambda z: (1 - tanh(z)) ** 2,
        "All of 1 − tanh(z) is squared. Only tanh(z) is: the square stands inside the difference.",
    ),
    Misconception(
        "square-inside",
        lambda z: 1 - tanh(z**2),
        "z is squared before tanh is taken of it. It is the result of tanh that is squared.",
    ),
    Misconception(
        "chain-rule-forgotten",
        lambda z: 2 * reference.sigmoid_prime(2 * z),
        "tanh(z) is 2σ(2z) − 1. Its derivative has two factors of 2, one from the front and one from the 2z inside: a factor is "
        "missing here.",
        also=(lambda z: reference.sigmoid_prime(2 * z), lambda z: 4 * reference.sigmoid_prime(z)),
    ),
    Misconception(
        "power-rule",
        lambda z: 1 - 2 * tanh(z),
        "The square was differentiated as well. 1 − t² is already the slope: nothing is left to differentiate.",
        also=(lambda z: 2 * tanh(z), lambda z: -2 * tanh(z), lambda z: -2 * tanh(z) * (1 - tanh(z) ** 2)),
    ),
    Misconception(
        "matrix-product",
        lambda z: 1 - _dot(tanh(z), tanh(z)),
        "`@` and `np.dot` sum over products of different elements. The square of tanh is taken element by element.",
        also=(lambda z: 1 - np.dot(tanh(z), tanh(z)), lambda z: 1 - np.dot(np.transpose(tanh(z)), tanh(z))),
    ),
    Misconception(
        "rounded",
        rounded(reference.tanh_prime, 4),
        "The slopes were rounded. Products of many of them will be taken, so keep every digit; round only what you print.",
        also=tuple(rounded(reference.tanh_prime, digits) for digits in (2, 3, 5, 6)),
    ),
    Misconception(
        "measured",
        measured(tanh, 1e-5),
        "This slope is measured, and good to some ten digits. The formula has them all, and costs one tanh in place of two.",
        also=(
            *(measured(tanh, eps) for eps in (1e-4, 1e-6, 1e-3)),
            *(measured(_given_tanh, eps) for eps in (1e-5, 1e-4, 1e-6, 1e-3)),
            *(measured_ahead(g, eps) for g in (tanh, _given_tanh) for eps in (1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8)),
        ),
    ),
    Misconception(
        "math-tanh",
        lambda z: 1 - math.tanh(z) ** 2,
        "`math` takes one number at a time and stops at an array. NumPy has a tanh that takes every element at once.",
        also=(lambda z: 1 - ((math.exp(z) - math.exp(-z)) / (math.exp(z) + math.exp(-z))) ** 2,),
    ),
)

S_CURVES: Sequence[FunctionExercise] = (
    FunctionExercise("sigmoid_prime", reference.sigmoid_prime, _s_curve_cases, SIGMOID_PRIME),
    FunctionExercise("tanh_prime", reference.tanh_prime, _s_curve_cases, TANH_PRIME),
)
