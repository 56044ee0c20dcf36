"""`log_a` to `loss_prime_in_z`: `dz = a − y` directly, from the loss written in z, step by step; numbers and arrays alike."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from autograder.checks.cost.parts import (
    LABEL_BETWEEN,
    NUMBER,
    ONE_NUMBER,
    layouts,
    with_labels,
)
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.outcome import Case, Tolerance
from autograder.reference import cost as reference

FAR = "z as far out as ±20"

DIGITS = Tolerance(1e-7, 1e-9)
"""Takes `log(1 - sigmoid(z))` too, which loses digits where the sigmoid is almost 1."""


def _of_z(rng: np.random.Generator) -> list[Case]:
    return [
        Case((0.0,), note=NUMBER),
        Case((2.0,), note=NUMBER),
        Case((-1.0,), note=NUMBER),
        Case((np.array([-1.0, 0.0, 2.0]),)),
        Case((np.array([[0.5, -3.0], [1.0, -0.25]]),)),
        Case((np.array([[0.3]]),), note=ONE_NUMBER),
        Case((np.array([-20.0, 20.0, -12.0, 12.0]),), note=FAR),
        *layouts(Case((np.array([[0.5, -3.0, 1.0], [4.0, -0.25, 2.0]]),))),
        *(Case((rng.normal(0, 3, shape).round(2),)) for shape in ((5,), (3, 4), (6, 2))),
    ]


def _of_z_and_y(rng: np.random.Generator) -> list[Case]:
    Z, Y = np.array([[0.5, -3.0, 1.0], [4.0, -0.25, 2.0]]), np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
    return [
        Case((2.0, 1.0), note=NUMBER),
        Case((2.0, 0.0), note=NUMBER),
        Case((-1.0, 1.0), note=NUMBER),
        Case((np.array([-1.0, 0.0, 2.0]), np.array([1.0, 1.0, 0.0]))),
        Case((np.array([[0.5, -3.0], [1.0, -0.25]]), np.array([[1.0, 0.0], [0.0, 1.0]]))),
        Case((1.5, 0.25), note=LABEL_BETWEEN),
        Case((np.array([-1.0, 2.0]), np.array([0.9, 0.4])), note=LABEL_BETWEEN),
        Case((np.array([[0.3]]), np.array([[1.0]])), note=ONE_NUMBER),
        Case((np.array([-20.0, 20.0, -20.0, 20.0]), np.array([1.0, 0.0, 0.0, 1.0])), note=FAR),
        *layouts(Case((Z, Y))),
        *(with_labels(rng, rng.normal(0, 3, shape).round(2)) for shape in ((5,), (3, 4), (6, 2))),
    ]


def _sigmoid(z: Any) -> Any:
    return 1 / (1 + np.exp(-z))


def _log_term(z: Any) -> Any:
    return np.log(1 + np.exp(-z))


LOG_A = (
    Misconception(
        "sign-lost",
        _log_term,
        "The minus is lost: log(1/u) is −log u. The logarithm of an output, which is below 1, is negative.",
    ),
    Misconception(
        "log-one-minus-a",
        lambda z: -np.log(1 + np.exp(z)),
        "This is log(1 − a): the exponent has lost its minus. The denominator of the sigmoid is 1 + e^-z.",
    ),
    Misconception(
        "both-signs",
        lambda z: np.log(1 + np.exp(z)),
        "Two signs are turned: the one in front of the logarithm, and the one in the exponent.",
    ),
    Misconception(
        "no-logarithm",
        _sigmoid,
        "This is a itself, the sigmoid, or 1 − a. The logarithm of a is asked for.",
        also=(lambda z: np.exp(-z) / (1 + np.exp(-z)),),
    ),
    Misconception(
        "log-of-z",
        lambda z: np.log(z),
        "This is log z. The output is not z: a is the fraction 1 / (1 + e^-z), and its logarithm is asked for.",
    ),
    Misconception(
        "log-of-a-quotient",
        lambda z: 1 / _log_term(z),
        "The logarithm of a quotient is not the quotient of the logarithms: it is their difference, log 1 − log(1 + e^-z).",
        also=(lambda z: np.log(1) / _log_term(z), lambda z: 0 * z),
    ),
    Misconception(
        "log-of-a-sum",
        lambda z: 1.0 * z,
        "log(1 + e^-z) was split into log 1 + log e^-z, which leaves z. The logarithm of a sum does not split; that of a "
        "product does.",
        also=(lambda z: -np.log(1) - np.log(np.exp(-z)), lambda z: -z),
    ),
    Misconception(
        "one-missing",
        lambda z: 1 - _log_term(z),
        "1 stands where log 1 is meant. The numerator of the sigmoid is 1, and its logarithm is 0.",
    ),
    Misconception(
        "other-base",
        lambda z: -_log_term(z) / np.log(10),
        "The logarithm has another base than e. `np.log` is the natural one, whose derivative is 1/a.",
        also=(lambda z: -_log_term(z) / np.log(2),),
    ),
    Misconception(
        "math-module",
        lambda z: -math.log(1 + math.exp(-z)),
        "`math.log` and `math.exp` take one number at a time and stop at an array. NumPy has both for every element at once.",
    ),
)

LOG_ONE_MINUS_A = (
    Misconception(
        "log-a",
        lambda z: -_log_term(z),
        "This is log a, or the −z is missing. 1 − a is e^-z / (1 + e^-z): the logarithm of the numerator counts as well.",
    ),
    Misconception(
        "sign-of-z",
        lambda z: z - _log_term(z),
        "The z has the wrong sign: the numerator of 1 − a is e^-z, and its logarithm is −z.",
    ),
    Misconception(
        "sign-of-the-log",
        lambda z: -z + _log_term(z),
        "The logarithm of the denominator has the wrong sign: it is subtracted from that of the numerator.",
    ),
    Misconception(
        "signs-turned",
        lambda z: z + _log_term(z),
        "All signs are turned: this is −log(1 − a). The logarithm of 1 − a, which is below 1, is negative.",
        also=(lambda z: np.log(1 + np.exp(z)),),
    ),
    Misconception(
        "log-of-a-difference",
        _log_term,
        "log(1 − a) became log 1 − log a, or 0 − log a. The logarithm of a difference does not split: write 1 − a as one "
        "fraction first.",
    ),
    Misconception(
        "one-minus-log-a",
        lambda z: 1 + _log_term(z),
        "This is 1 − log a. The 1 belongs inside the logarithm: write 1 − a as one fraction, and take the logarithm of that.",
    ),
    Misconception(
        "numerator-only",
        lambda z: -1.0 * z,
        "Only the numerator's logarithm is there. 1 − a is e^-z over 1 + e^-z: the denominator is still to be subtracted.",
        also=(lambda z: 1.0 * z,),
    ),
    Misconception(
        "power-kept",
        lambda z: np.exp(-z) - _log_term(z),
        "e^-z stands where its logarithm is meant. What does a logarithm do to a power of e?",
    ),
    Misconception(
        "logarithms-multiplied",
        lambda z: -z * -_log_term(z),
        "The two logarithms are multiplied or divided. The logarithm of a fraction is a difference.",
        also=(lambda z: -z / _log_term(z), lambda z: z / _log_term(z), lambda z: -z * _log_term(z)),
    ),
    Misconception(
        "no-logarithm",
        lambda z: 1 - _sigmoid(z),
        "This is 1 − a itself. Its logarithm is asked for.",
    ),
    Misconception(
        "log-of-one-minus-z",
        lambda z: np.log(1 - z),
        "This is log(1 − z). The output is not z: a is the fraction 1 / (1 + e^-z), and the logarithm of 1 − a is asked for.",
    ),
    Misconception(
        "math-module",
        lambda z: -z - math.log(1 + math.exp(-z)),
        "`math.log` and `math.exp` take one number at a time and stop at an array; the functions of NumPy take both.",
    ),
)

LOSS_IN_Z = (
    Misconception(
        "sign-flipped",
        lambda z, y: -_log_term(z) - (1 - y) * z,
        "Every sign is turned: the loss comes out negative. The minus in front of both logarithms is still to be used.",
    ),
    Misconception(
        "sign-of-z",
        lambda z, y: _log_term(z) - (1 - y) * z,
        "The term (1 − y) z has the wrong sign: in log(1 − a) there is −z, and the loss has a minus in front of it.",
    ),
    Misconception(
        "sign-of-the-log",
        lambda z, y: -_log_term(z) + (1 - y) * z,
        "The logarithm has the wrong sign: there is one minus in log a, and another one in front of the loss.",
    ),
    Misconception(
        "sign-of-log-a",
        lambda z, y: -y * _log_term(z) + (1 - y) * (z + _log_term(z)),
        "The half with y has the wrong sign: log a is −log(1 + e^-z), and the minus in front of the loss makes a plus of it.",
    ),
    Misconception(
        "label-exchanged",
        lambda z, y: _log_term(z) + y * z,
        "y z stands where (1 − y) z is meant. The z comes from log(1 − a), and that half carries 1 − y.",
        also=(lambda z, y: _log_term(z) - y * z,),
    ),
    Misconception(
        "other-form-mixed",
        lambda z, y: np.log(1 + np.exp(z)) + (1 - y) * z,
        "Two forms are mixed: with e^z inside the logarithm the other term is −y z; (1 − y) z goes with e^-z.",
        also=(lambda z, y: np.log(1 + np.exp(z)) + y * z,),
    ),
    Misconception(
        "z-term-lost",
        lambda z, y: _log_term(z),
        "Only the logarithm is left, and the label plays no part. Where did the −z of log(1 − a) go?",
    ),
    Misconception(
        "label-lost",
        lambda z, y: _log_term(z) + z,
        "The z stands there without its factor: it comes from the half with 1 − y in front, which multiplies all of that half.",
    ),
    Misconception(
        "z-lost",
        lambda z, y: _log_term(z) + (1 - y),
        "(1 − y) stands alone: the z it is multiplied with is missing.",
    ),
    Misconception(
        "half-missing",
        lambda z, y: y * _log_term(z),
        "Only the half y log a is there: with y = 0 nothing costs anything. The half (1 − y) log(1 − a) brings the z.",
        also=(lambda z, y: (1 - y) * (z + _log_term(z)),),
    ),
    Misconception(
        "log-twice",
        lambda z, y: 2 * _log_term(z) + (1 - y) * z,
        "The logarithm is counted twice: y times it and 1 − y times it make it once.",
    ),
    Misconception(
        "log-on-one-label",
        lambda z, y: y * _log_term(z) + (1 - y) * z,
        "With y = 0 the logarithm has gone: log(1 − a) is −z − log(1 + e^-z), and all of it is multiplied by 1 − y.",
        also=(lambda z, y: (1 - y) * (_log_term(z) + z) + _log_term(z),),
    ),
    Misconception(
        "parentheses",
        lambda z, y: _log_term(z) + 1 - y * z,
        "Python multiplies before it subtracts: 1 − y needs parentheses before it is multiplied by z.",
    ),
    Misconception(
        "math-module",
        lambda z, y: math.log(1 + math.exp(-z)) + (1 - y) * z,
        "`math` takes one number at a time and stops at an array. NumPy has a logarithm and an exponential for every element.",
    ),
)

LOG_TERM_PRIME = (
    Misconception(
        "inner-derivative-sign",
        lambda z: np.exp(-z) / (1 + np.exp(-z)),
        "The sign is missing: the derivative of e^-z is −e^-z. log(1 + e^-z) falls when z grows.",
    ),
    Misconception(
        "inner-derivative-missing",
        lambda z: 1 / (1 + np.exp(-z)),
        "This is the outer derivative alone, 1/u (which is a, the sigmoid): the chain rule multiplies it by the derivative "
        "of u = 1 + e^-z.",
    ),
    Misconception(
        "inner-derivative-minus-one",
        lambda z: -1 / (1 + np.exp(-z)),
        "The inner derivative was taken as −1, which is that of the exponent −z. That of 1 + e^-z is −e^-z.",
    ),
    Misconception(
        "inner-derivative-only",
        lambda z: -np.exp(-z),
        "This is the derivative of the inside alone. The logarithm outside gives a factor 1/u, u = 1 + e^-z.",
        also=(lambda z: np.exp(-z),),
    ),
    Misconception(
        "one-kept",
        lambda z: (1 - np.exp(-z)) / (1 + np.exp(-z)),
        "The 1 of 1 + e^-z is still in the numerator. Its derivative is 0; only −e^-z is left on top.",
    ),
    Misconception(
        "denominator-squared",
        lambda z: -np.exp(-z) / (1 + np.exp(-z)) ** 2,
        "The denominator is squared: that comes from differentiating 1/u. The derivative of log u is 1/u.",
        also=(lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2,),
    ),
    Misconception(
        "power-rule",
        lambda z: z * np.exp(-z - 1) / (1 + np.exp(-z)),
        "e^-z was differentiated like a power of z. It is e that is fixed and z that varies: e^-z gives −e^-z.",
        also=(lambda z: -z * np.exp(-z - 1) / (1 + np.exp(-z)), lambda z: -z * np.exp(-z) / (1 + np.exp(-z))),
    ),
    Misconception(
        "not-differentiated",
        _log_term,
        "This is log(1 + e^-z) itself; its derivative is asked for.",
        also=(lambda z: -_log_term(z),),
    ),
    Misconception(
        "log-of-the-derivative",
        lambda z: np.log(np.exp(-z)),
        "The inside was differentiated and the logarithm kept. The derivative of log u is 1/u, times that of u.",
        also=(lambda z: -1.0 * z, lambda z: np.log(-np.exp(-z))),
    ),
    Misconception(
        "parentheses",
        lambda z: -np.exp(-z) / 1 + np.exp(-z),
        "Python divides before it adds: the denominator 1 + e^-z needs parentheses.",
    ),
    Misconception(
        "math-module",
        lambda z: -math.exp(-z) / (1 + math.exp(-z)),
        "`math.exp` takes one number at a time and stops at an array. The exponential of NumPy takes every element at once.",
    ),
)

LOSS_PRIME = (
    Misconception(
        "sign-flipped",
        lambda z, y: y - _sigmoid(z),
        "The sign is turned: this is y − a. With y = 0, a larger z makes the loss larger, and the derivative is positive.",
    ),
    Misconception(
        "z-not-differentiated",
        lambda z, y: _sigmoid(z) - 1 + (1 - y) * z,
        "The second term still has its z. The derivative of (1 − y) z with respect to z is the factor in front.",
    ),
    Misconception(
        "second-term-lost",
        lambda z, y: _sigmoid(z) - 1,
        "Only the derivative of the logarithm is there, and the label plays no part. What is the derivative of (1 − y) z?",
    ),
    Misconception(
        "second-sign",
        lambda z, y: _sigmoid(z) - 1 - (1 - y),
        "The second term is subtracted. In the loss it is + (1 − y) z, so its derivative is added.",
    ),
    Misconception(
        "inner-derivative-sign",
        lambda z, y: 1 - _sigmoid(z) + 1 - y,
        "The derivative of the logarithm has lost its minus: it is −e^-z / (1 + e^-z), which is a − 1.",
    ),
    Misconception(
        "label-of-the-wrong-half",
        lambda z, y: _sigmoid(z) - 1 + y,
        "The factor of z was taken as y. In the loss it is 1 − y: the z came from log(1 − a).",
        also=(lambda z, y: _sigmoid(z) + y,),
    ),
    Misconception(
        "label-left-out",
        lambda z, y: _sigmoid(z),
        "This is a: the label has gone. The derivative is 0 where the output equals the label.",
    ),
    Misconception(
        "times-slope",
        lambda z, y: (_sigmoid(z) - y) * _sigmoid(z) * (1 - _sigmoid(z)),
        "There is a factor a(1 − a) too many. The derivative is with respect to z already: no chain rule is left.",
    ),
    Misconception(
        "slope-only",
        lambda z, y: _sigmoid(z) * (1 - _sigmoid(z)),
        "This is the slope of the sigmoid. The derivative of the loss is asked for; the label has to be in it.",
        also=(lambda z, y: _sigmoid(z) * (1 - _sigmoid(z)) - y,),
    ),
    Misconception(
        "z-minus-y",
        lambda z, y: z - y,
        "The label is subtracted from z. What comes out of the derivative is the output a = σ(z), and not z itself.",
    ),
    Misconception(
        "loss",
        reference.loss_in_z,
        "This is the loss itself. Its derivative with respect to z is asked for: neither a logarithm nor z alone is left.",
    ),
    Misconception(
        "derivative-in-y",
        lambda z, y: -z,
        "The loss was differentiated with respect to y. The label is fixed; z is what the network can change.",
    ),
    Misconception(
        "math-module",
        lambda z, y: 1 / (1 + math.exp(-z)) - y,
        "`math.exp` takes one number at a time and stops at an array. NumPy has an exponential for every element at once.",
    ),
)

EXERCISES: tuple[FunctionExercise, ...] = (
    FunctionExercise("log_a", reference.log_a, _of_z, LOG_A, DIGITS),
    FunctionExercise("log_one_minus_a", reference.log_one_minus_a, _of_z, LOG_ONE_MINUS_A, DIGITS),
    FunctionExercise("loss_in_z", reference.loss_in_z, _of_z_and_y, LOSS_IN_Z, DIGITS),
    FunctionExercise("log_term_prime", reference.log_term_prime, _of_z, LOG_TERM_PRIME, DIGITS),
    FunctionExercise("loss_prime_in_z", reference.loss_prime_in_z, _of_z_and_y, LOSS_PRIME, DIGITS),
)
