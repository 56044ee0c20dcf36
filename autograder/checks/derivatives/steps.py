"""The derivation of σ′ in five steps: `denominator`, `denominator_prime`, `reciprocal_prime`, `chain_product`, `split_fraction`.

Tried for |z| up to 20, where every way of writing a step gives the same number. `e^-z / (1 + e^-z)²` and
`e^z / (1 + e^z)²` are one function, so either is right.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.checks.derivatives.inputs import numbers, random, shapes
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.outcome import Case
from autograder.reference import derivatives as reference
from autograder.reference.activations import sigmoid

exp = np.exp


def _cases(rng: np.random.Generator) -> list[Case]:
    by_hand = [
        Case((np.array([0.0, 2.0]),)),
        Case((np.array([-1.0, 0.0, 2.0]),)),
        Case((np.array([[0.5, 1.0], [-2.0, 4.0]]),)),
        *numbers(2.0, -1.0, 0.0),
        Case((np.array([-20.0, 20.0, -8.0]),), note="numbers as large as ±20"),
    ]
    return [*by_hand, *shapes(), *random(rng)[:2]]


def _one_at_a_time(*forms: Callable[[Any], Any]) -> Misconception:
    return Misconception(
        "math-exp",
        forms[0],
        "`math.exp` takes one number at a time and stops at an array. NumPy has an exponential that takes every element at "
        "once.",
        also=forms[1:],
    )


DENOMINATOR = (
    Misconception(
        "sign-flipped",
        lambda z: 1 + exp(z),
        "The exponent has lost its minus: this is 1 + e^z. For a large z the denominator of σ is close to 1, not huge.",
    ),
    Misconception(
        "one-missing",
        lambda z: exp(-z),
        "This is e^-z alone. The 1 belongs to the denominator too: at z = 0 it is 1 + 1 = 2.",
    ),
    Misconception(
        "subtracted",
        lambda z: 1 - exp(-z),
        "This is 1 − e^-z, which is 0 at z = 0, where σ would divide by it. The two terms are added.",
        also=(lambda z: exp(-z) - 1,),
    ),
    Misconception(
        "sigmoid",
        sigmoid,
        "This is 1 / u, the sigmoid itself. Asked for is u, what stands below the bar.",
    ),
    Misconception(
        "one-in-the-exponent",
        lambda z: exp(1 - z),
        "The 1 has slipped into the exponent. It is added to the power of e: 1 plus e^-z.",
        also=(lambda z: exp(-(1 + z)), lambda z: exp(1 + -z)),
    ),
    Misconception(
        "derivative",
        reference.denominator_prime,
        "This is already the derivative of u. The first step is u itself.",
    ),
    Misconception(
        "negative",
        lambda z: 1 + -1 * exp(z),
        "The minus stands before the power of e. It belongs in the exponent, where it makes the power small for a large z.",
    ),
    _one_at_a_time(lambda z: 1 + math.exp(-z)),
)

DENOMINATOR_PRIME = (
    Misconception(
        "inner-derivative-missing",
        lambda z: exp(-z),
        "The minus is missing. The exponent is −z, and its own derivative, −1, multiplies e^-z by the chain rule: u falls "
        "as z grows.",
    ),
    Misconception(
        "one-kept",
        lambda z: 1 - exp(-z),
        "The 1 is still there. It does not change with z, so that its derivative is 0.",
        also=(lambda z: 1 + exp(-z), lambda z: -1 - exp(-z)),
    ),
    Misconception(
        "exponent-lost-its-minus",
        lambda z: -exp(z),
        "The minus was moved out of the exponent. It comes out in front, and stays in the exponent as well: differentiating "
        "a power of e keeps its exponent.",
        also=(lambda z: exp(z),),
    ),
    Misconception(
        "power-rule",
        lambda z: -z * exp(-z - 1),
        "That is the rule for z^n, where z is the base. Here z is in the exponent, and e^-z keeps its exponent.",
        also=(lambda z: -z * exp(-z), lambda z: z * exp(-z), lambda z: -z * exp(-z + 1)),
    ),
    Misconception(
        "only-the-inner-derivative",
        lambda z: -1.0 + 0 * z,
        "−1 is the derivative of the exponent alone. The chain rule multiplies it by the derivative of the power of e, which is "
        "e^-z again.",
    ),
    Misconception(
        "of-the-reciprocal",
        lambda z: exp(-z) / (1 + exp(-z)) ** 2,
        "This is the derivative of 1 / u, the whole sigmoid. This step is about u = 1 + e^-z alone.",
        also=(lambda z: -exp(-z) / (1 + exp(-z)) ** 2,),
    ),
    _one_at_a_time(lambda z: -math.exp(-z)),
)


def _u(z: Any) -> Any:
    return 1 + exp(-z)


RECIPROCAL_PRIME = (
    Misconception(
        "sign-flipped",
        lambda z: 1 / _u(z) ** 2,
        "The minus is missing: when u grows, 1 / u falls, so that its derivative is negative.",
    ),
    Misconception(
        "not-squared",
        lambda z: -1 / _u(z),
        "u is not squared. The power rule lowers the exponent by 1, from −1 to −2: u^-2 is 1 / u².",
        also=(lambda z: 1 / _u(z) * -1,),
    ),
    Misconception(
        "not-differentiated",
        lambda z: 1 / _u(z),
        "This is 1 / u itself. Asked for is its derivative: how much 1 / u changes when u moves a little.",
    ),
    Misconception(
        "exponent-raised",
        lambda z: -1.0 + 0 * z,
        "The result is −1 whatever z is: either the exponent went up, from −1 to 0, where it goes down, or `/ u * u` multiplies "
        "by what it has divided by.",
    ),
    Misconception(
        "with-the-inner-derivative",
        lambda z: exp(-z) / _u(z) ** 2,
        "The derivative of u is already multiplied in. This step is the derivative of 1 / u with respect to u; the product "
        "comes in the next.",
        also=(lambda z: -exp(-z) / _u(z) ** 2,),
    ),
    Misconception(
        "at-z",
        lambda z: -1 / z**2,
        "This is −1 / z². The derivative of 1 / u is taken at u = 1 + e^-z, so that u goes below the bar, and not z.",
        also=(lambda z: 1 / z**2, lambda z: -np.float64(1) / z**2),
    ),
    Misconception(
        "inverse-power-rule",
        lambda z: -2 / _u(z) ** 3,
        "This is the derivative of 1 / u², one step too far: 1 / u is u to the power −1.",
        also=(lambda z: -1 / _u(z) ** 3, lambda z: 2 / _u(z) ** 3),
    ),
    Misconception(
        "logarithm",
        lambda z: np.log(_u(z)),
        "log u is what has 1 / u for its derivative: this went the other way. Write 1 / u as a power of u.",
    ),
    Misconception(
        "square-of-a-part",
        lambda z: -1 / (1 + exp(-z) ** 2),
        "The square belongs to all of u = 1 + e^-z. Here a part of u alone is squared: powers bind before sums.",
        also=(lambda z: -1 / (1**2 + exp(-z) ** 2), lambda z: -1 / 1 + exp(-z) ** 2),
    ),
    Misconception(
        "sign-in-the-exponent",
        lambda z: -1 / (1 + exp(z)) ** 2,
        "The exponent has lost its minus: u is 1 + e^-z, and this is taken at 1 + e^z.",
    ),
    _one_at_a_time(lambda z: -1 / (1 + math.exp(-z)) ** 2),
)

CHAIN_PRODUCT = (
    Misconception(
        "sign-flipped",
        lambda z: -exp(-z) / _u(z) ** 2,
        "Minus times minus is plus: both factors are negative, and the sigmoid climbs.",
    ),
    Misconception(
        "added",
        lambda z: -1 / _u(z) ** 2 - exp(-z),
        "The two derivatives are added. The chain rule multiplies them: a change of z becomes a change of u, and that one a "
        "change of 1 / u.",
    ),
    Misconception(
        "not-squared",
        lambda z: exp(-z) / _u(z),
        "The denominator is not squared: the derivative of 1 / u is −1 / u², and that square stays in the product.",
        also=(lambda z: -exp(-z) / _u(z),),
    ),
    Misconception(
        "outer-derivative-only",
        lambda z: -1 / _u(z) ** 2,
        "This is the derivative of 1 / u with respect to u alone. What is missing is how much u changes with z.",
        also=(lambda z: 1 / _u(z) ** 2,),
    ),
    Misconception(
        "inner-derivative-only",
        lambda z: -exp(-z),
        "This is the derivative of u with respect to z alone. What is missing is how much 1 / u changes with u.",
        also=(lambda z: exp(-z),),
    ),
    Misconception(
        "divided",
        lambda z: exp(-z) * _u(z) ** 2,
        "One derivative is divided by the other. In the chain rule they are factors: dσ/du times du/dz.",
    ),
    Misconception(
        "outer-at-z",
        lambda z: exp(-z) / z**2,
        "The outer derivative is taken at z, as 1 / z². It is taken at u, the value that goes into the reciprocal.",
        also=(lambda z: -exp(-z) / z**2,),
    ),
    Misconception(
        "outer-at-the-inner-derivative",
        lambda z: -1 / exp(-z) ** 2,
        "The derivative of u is put into 1 / u² in the place of u. It is a second factor: the chain rule multiplies.",
        also=(lambda z: 1 / exp(-z) ** 2,),
    ),
    Misconception(
        "square-of-a-part",
        lambda z: exp(-z) / (1 + exp(-z) ** 2),
        "The square belongs to all of u = 1 + e^-z. Here the power of e alone is squared: powers bind before sums.",
    ),
    Misconception(
        "parentheses",
        lambda z: exp(-z) / 1 + exp(-z) ** 2,
        "Without parentheses around 1 + e^-z, only the 1 stands below the bar.",
    ),
    Misconception(
        "sign-in-the-exponent",
        lambda z: exp(z) / _u(z) ** 2,
        "The exponents above and below the bar have different signs. All of them come from the same u = 1 + e^-z.",
        also=(lambda z: exp(-z) / (1 + exp(z)) ** 2,),
    ),
    Misconception(
        "matrix-product",
        lambda z: (-1 / _u(z) ** 2) @ (-exp(-z)),
        "`@` and `np.dot` sum over products of different elements. Each z has a slope of its own: multiply element by element.",
        also=(lambda z: np.dot(-1 / _u(z) ** 2, -exp(-z)),),
    ),
    Misconception(
        "sigmoid",
        lambda z: 1 / _u(z),
        "This is 1 / u, the sigmoid itself. The chain rule gives its derivative, as a product of two.",
    ),
    _one_at_a_time(lambda z: math.exp(-z) / (1 + math.exp(-z)) ** 2),
)


def _pair(second: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda z: (sigmoid(z), second(sigmoid(z)))


SPLIT_FRACTION = (
    Misconception(
        "swapped",
        lambda z: (sigmoid(z) ** 2, sigmoid(z)),
        "The two fractions are right, in the other order. Their difference, first minus second, is σ′, which is positive.",
    ),
    Misconception(
        "second-negative",
        _pair(lambda s: -(s**2)),
        "The minus between the fractions has gone into the second one. Both are asked for as positive numbers; the minus stands "
        "between them.",
    ),
    Misconception(
        "nothing-cancelled",
        lambda z: (sigmoid(z) ** 2, sigmoid(z) ** 2),
        "Both are 1 / u². The first one's numerator is 1 + e^-z, all of u: it cancels one u below the bar and leaves another.",
    ),
    Misconception(
        "square-missing",
        _pair(lambda s: s),
        "Both are 1 / u, so that their difference is 0. In the second fraction nothing cancels: the whole u² stays below the bar.",
    ),
    Misconception(
        "not-split",
        _pair(lambda s: s * (1 - s)),
        "The second is σ′ itself, e^-z / u². Splitting leaves a 1 above its bar: the e^-z went into the first fraction.",
    ),
    Misconception(
        "split-at-the-sum",
        lambda z: (sigmoid(z) ** 2, exp(-z) * sigmoid(z) ** 2),
        "Numerator 1 + e^-z was split into 1 and e^-z. The split is made one step earlier, at the −1: (1 + e^-z) on one side and "
        "1 on the other.",
        also=(lambda z: (exp(-z) * sigmoid(z) ** 2, sigmoid(z) ** 2),),
    ),
    Misconception(
        "factors",
        _pair(lambda s: 1 - s),
        "These are the two factors of σ(1 − σ), which come one step later. Here the sum above the bar is split into two fractions, "
        "to be subtracted.",
        also=(lambda z: (1 - sigmoid(z), sigmoid(z)),),
    ),
    Misconception(
        "difference",
        lambda z: sigmoid(z) * sigmoid(-z),
        "The two fractions are already subtracted from each other. Return both of them, side by side.",
    ),
    Misconception(
        "denominators",
        lambda z: (_u(z), _u(z) ** 2),
        "These are what stands below the bars, u and u². The fractions are 1 divided by them.",
    ),
    Misconception(
        "sign-in-the-exponent",
        lambda z: (sigmoid(-z), sigmoid(-z) ** 2),
        "The exponents have lost their minus: these are the fractions of 1 + e^z.",
    ),
    Misconception(
        "square-of-a-part",
        _pair(lambda s: 1 / (1 + (1 / s - 1) ** 2)),
        "In the second fraction the power of e alone is squared. The square belongs to all of u = 1 + e^-z.",
        also=(lambda z: (1 / _u(z), 1 / (1 + exp(-z) ** 2)),),
    ),
    Misconception(
        "as-an-array",
        lambda z: np.array([sigmoid(z), sigmoid(z) ** 2]),
        "The fractions are right, but stacked into one array. Return them as two values, side by side.",
    ),
    _one_at_a_time(lambda z: (1 / (1 + math.exp(-z)), 1 / (1 + math.exp(-z)) ** 2)),
)

STEPS: Sequence[FunctionExercise] = (
    FunctionExercise("denominator", reference.denominator, _cases, DENOMINATOR),
    FunctionExercise("denominator_prime", reference.denominator_prime, _cases, DENOMINATOR_PRIME),
    FunctionExercise("reciprocal_prime", reference.reciprocal_prime, _cases, RECIPROCAL_PRIME),
    FunctionExercise("chain_product", reference.chain_product, _cases, CHAIN_PRODUCT),
    FunctionExercise("split_fraction", reference.split_fraction, _cases, SPLIT_FRACTION),
)
