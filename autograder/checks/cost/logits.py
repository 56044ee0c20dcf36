"""`cross_entropy_with_logits`: the same cost from the linear parts, exact for z of any size."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np

from autograder.checks.cost.parts import (
    EPS,
    ONE_EXAMPLE,
    ONE_OUTPUT,
    USUAL_EPS,
    OfPair,
    added,
    average,
    binary_losses,
    clipped,
    floored,
    guarded,
    guarded_at,
    labelled,
    layouts,
    losses_of_the_labels,
    per_example,
    per_output,
    plain_losses,
    spread,
)
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.outcome import Case
from autograder.reference import cost as reference

LARGE = "z as far out as ±10,000"
SATURATED = "z so far out that σ(z) is 0 or 1"
BOTH = "z far out on both sides, next to ordinary ones"


def _logit_cases(rng: np.random.Generator) -> list[Case]:
    Z, Y = np.array([[2.0, -1.0, 0.5], [0.0, 3.0, -2.0]]), np.array([[1.0, 0.0, 0.0], [1.0, 0.0, 1.0]])
    by_hand = [
        Case((np.array([[2.0]]), np.array([[1.0]])), note="one output of one example"),
        Case((np.array([[0.0, 2.0]]), np.array([[1.0, 0.0]]))),
        Case((np.array([[0.0, 2.0], [-1.0, 0.5]]), np.array([[1.0, 0.0], [0.0, 1.0]]))),
        Case((Z, Y)),
    ]
    far = [
        *(_far(z, y, SATURATED) for z, y in product((40.0, -40.0, 800.0, -800.0), (0.0, 1.0))),
        *(_far(z, y, LARGE) for z, y in product((1e4, -1e4), (0.0, 1.0))),
        Case(
            (np.array([[1e4, -2.0, -1e4], [0.5, -900.0, 60.0]]), np.array([[0.0, 1.0, 1.0], [0.0, 1.0, 0.0]])),
            note=BOTH,
        ),
    ]
    edges = [
        Case((np.array([[1.5], [-0.5], [4.0]]), np.array([[1.0], [1.0], [0.0]])), note=ONE_EXAMPLE),
        Case((np.array([[1.5, -0.5, 4.0, -3.0]]), np.array([[1.0, 0.0, 0.0, 1.0]])), note=ONE_OUTPUT),
        Case((np.zeros((2, 3)), Y), note="z of 0 only"),
        Case((-np.abs(Z) - 1, Y), note="negative z only"),
        *layouts(Case((Z, Y))),
    ]
    return [*by_hand, *far, *edges, *labelled(rng, lambda shape: rng.normal(0, 3, shape).round(2))]


def _far(z: float, y: float, note: str) -> Case:
    return Case((np.array([[z]]), np.array([[y]])), note=note)


def _sigmoid(Z: Any) -> Any:
    small = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1.0, small) / (1 + small)


def _softplus(Z: Any) -> Any:
    return np.logaddexp(0, Z)


def _logit_losses(Z: Any, Y: Any) -> Any:
    return _softplus(Z) - Y * Z


def _overflowing_losses(Z: Any, Y: Any) -> Any:
    return np.log(1 + np.exp(Z)) - Y * Z


def _of_sigmoid(cost: OfPair) -> OfPair:
    return lambda Z, Y: cost(_sigmoid(Z), Y)


def _clipped_half(eps: float) -> OfPair:
    return lambda Z, Y: -Y * np.log(np.clip(_sigmoid(Z), eps, 1 - eps))


def _clipped_and_negative(eps: float) -> OfPair:
    return lambda Z, Y: -_of_sigmoid(clipped(eps))(Z, Y)


def _z_cut_at(limit: float) -> OfPair:
    return lambda Z, Y: average(_logit_losses)(np.clip(Z, -limit, limit), Y)


def _mean_forms(losses: OfPair) -> tuple[OfPair, ...]:
    return (average(losses), lambda Z, Y: np.sum(losses(Z, Y)), lambda Z, Y: np.mean(losses(Z, Y)))


def _of_losses(name: str, sentence: str, *losses: OfPair) -> Misconception:
    """Return a misconception about the loss of an entry; 1/m or the sum over outputs may be wrong besides."""
    first, *others = (form for each in losses for form in _mean_forms(each))
    return Misconception(name, first, sentence, also=tuple(others))


LOGITS = (
    Misconception(
        "clipped",
        _of_sigmoid(clipped(1e-12)),
        "The sigmoid is clipped before the logarithm is taken, so no loss exceeds −log(eps), about 27 for 1e-12. At "
        "z = 10,000 with label 0 the loss is 10,000. It can be written without log σ.",
        also=tuple(map(_of_sigmoid, (*map(clipped, EPS), *map(added, (*EPS, 1e-300)), *map(floored, (*EPS, 1e-300))))),
    ),
    Misconception(
        "sigmoid-then-log",
        _of_sigmoid(average(plain_losses)),
        "For z far out the sigmoid is stored as exactly 0 or 1, and the logarithm of what is left is −inf. Put the sigmoid "
        "into the logarithm on paper: what can be taken out of it?",
        also=(
            _of_sigmoid(average(losses_of_the_labels)),
            _of_sigmoid(lambda A, Y: np.nansum(plain_losses(A, Y)) / A.shape[1]),
            *map(_of_sigmoid, (guarded_at(guarded, np.log), guarded_at(np.log, guarded), clipped(1e-300))),
        ),
    ),
    Misconception(
        "overflow",
        average(_overflowing_losses),
        "The formula is right, but an exponent in it can be large and positive, and e to a power above 709 is larger than a "
        "float can hold. With max(z, 0) taken out, what is left inside the logarithm?",
        also=(
            average(lambda Z, Y: np.log1p(np.exp(Z)) - Y * Z),
            average(lambda Z, Y: np.log(1 + np.exp(-Z)) + (1 - Y) * Z),
            average(lambda Z, Y: Y * np.log(1 + np.exp(-Z)) + (1 - Y) * np.log(1 + np.exp(Z))),
            average(lambda Z, Y: Y * np.log(1 + np.exp(-Z)) + (1 - Y) * (Z + np.log(1 + np.exp(-Z)))),
            average(lambda Z, Y: np.log(1 + np.exp(np.where(Y == 1, -Z, Z)))),
            average(lambda Z, Y: -np.log(1 / (1 + np.exp(-np.where(Y == 1, Z, -Z))))),
        ),
    ),
    Misconception(
        "z-cut-off",
        _z_cut_at(500),
        "Z is cut off before it is used, so that all z beyond the limit cost the same. The loss of a wrong z keeps growing "
        "with it: 10,000 costs 10,000.",
        also=tuple(
            map(_z_cut_at, (10, 15, 20, 30, 35, 36, 40, 50, 88, 100, 200, 250, 300, 400, 600, 700, 708, 709, 710, 1000))
        ),
    ),
    Misconception(
        "z-taken-as-a",
        lambda Z, Y: average(binary_losses)(Z, Y),
        "Z goes into the logarithm as if it were the output. It is the linear part, any number at all: the output is "
        "a = σ(z).",
        also=(
            average(plain_losses),
            *map(clipped, USUAL_EPS),
            *map(added, USUAL_EPS),
        ),
    ),
    _of_losses(
        "sign-of-y-z",
        "The term y z has the wrong sign: with label 1, a larger z should make the loss smaller. Here it makes it larger.",
        lambda Z, Y: _softplus(Z) + Y * Z,
        lambda Z, Y: np.log(1 + np.exp(Z)) + Y * Z,
    ),
    _of_losses(
        "sign-in-the-exponent",
        "The logarithm and the other term do not fit together: log(1 + e^z) goes with −y z, and log(1 + e^-z) with "
        "+(1 − y) z. Here one of the signs is turned.",
        lambda Z, Y: _softplus(-Z) - Y * Z,
        lambda Z, Y: np.log(1 + np.exp(-Z)) - Y * Z,
        lambda Z, Y: _softplus(-Z) - (1 - Y) * Z,
        lambda Z, Y: _softplus(Z) + (1 - Y) * Z,
        lambda Z, Y: np.log(1 + np.exp(-Z)) - (1 - Y) * Z,
        lambda Z, Y: np.log(1 + np.exp(Z)) + (1 - Y) * Z,
        lambda Z, Y: _softplus(-Z) + Y * Z,
        lambda Z, Y: _softplus(Z) - (1 - Y) * Z,
        lambda Z, Y: np.log(1 + np.exp(-Z)) + Y * Z,
        lambda Z, Y: np.log(1 + np.exp(Z)) - (1 - Y) * Z,
    ),
    _of_losses(
        "label-left-out",
        "The label makes no difference to the result: the term with y in it is missing.",
        lambda Z, Y: _softplus(Z),
        lambda Z, Y: _softplus(-Z),
        lambda Z, Y: np.log(1 + np.exp(Z)),
        lambda Z, Y: np.log(1 + np.exp(-Z)),
    ),
    _of_losses(
        "one-half-missing",
        "One half is missing: the examples with one of the two labels cost nothing. A label of 1 costs log(1 + e^-z), and "
        "a label of 0 costs log(1 + e^z).",
        lambda Z, Y: Y * _softplus(-Z),
        lambda Z, Y: (1 - Y) * _softplus(Z),
        lambda Z, Y: -Y * np.log(_sigmoid(Z)),
        lambda Z, Y: -(1 - Y) * np.log(1 - _sigmoid(Z)),
        lambda Z, Y: Y * np.log(1 + np.exp(-Z)),
        lambda Z, Y: (1 - Y) * np.log(1 + np.exp(Z)),
        *map(_clipped_half, USUAL_EPS),
    ),
    _of_losses(
        "absolute-value-missing",
        "The larger of z and 0 was taken out, and the exponent that is left has to be −|z|: for one sign of z, here, it is "
        "not.",
        lambda Z, Y: np.maximum(Z, 0) - Y * Z + np.log1p(np.exp(-Z)),
        lambda Z, Y: np.maximum(Z, 0) - Y * Z + np.log1p(np.exp(Z)),
        lambda Z, Y: np.maximum(Z, 0) - Y * Z + np.log1p(np.exp(np.abs(Z))),
    ),
    _of_losses(
        "logarithm-dropped",
        "Only max(z, 0) − y z is left of the loss. Near z = 0 the logarithm makes a difference: at z = 0 the loss is log 2.",
        lambda Z, Y: np.maximum(Z, 0) - Y * Z,
    ),
    _of_losses(
        "maximum-dropped",
        "log(1 + e^-|z|) stands where log(1 + e^z) is meant. For a positive z they differ by z, which has to be added back.",
        lambda Z, Y: np.log1p(np.exp(-np.abs(Z))) - Y * Z,
        lambda Z, Y: np.abs(Z) + np.log1p(np.exp(-np.abs(Z))) - Y * Z,
    ),
    Misconception(
        "sign-flipped",
        lambda Z, Y: -np.sum(_logit_losses(Z, Y)) / Z.shape[1],
        "The cost comes out negative: every sign is turned. The minus in front of the two logarithms is in log(1 + e^z) − y z "
        "already.",
        also=(
            lambda Z, Y: -np.sum(_overflowing_losses(Z, Y)) / Z.shape[1],
            *map(_clipped_and_negative, USUAL_EPS),
        ),
    ),
    Misconception(
        "one-over-m-missing",
        lambda Z, Y: np.sum(_logit_losses(Z, Y)),
        "The losses are added up over the examples and not averaged: 1/m is missing.",
        also=(lambda Z, Y: np.sum(_overflowing_losses(Z, Y)),),
    ),
    Misconception(
        "mean-over-all-entries",
        lambda Z, Y: np.mean(_logit_losses(Z, Y)),
        "The mean is taken over all entries. The outputs of an example are summed; only the examples are averaged.",
        also=(lambda Z, Y: np.mean(_overflowing_losses(Z, Y)),),
    ),
    Misconception(
        "one-over-m-twice",
        lambda Z, Y: np.sum(_logit_losses(Z, Y)) / Z.shape[1] ** 2,
        "The sum is divided by m twice. A mean has its 1/m in it; one is enough.",
        also=(lambda Z, Y: np.mean(_logit_losses(Z, Y)) / Z.shape[1],),
    ),
    Misconception(
        "divided-by-outputs",
        lambda Z, Y: np.sum(_logit_losses(Z, Y)) / Z.shape[0],
        "The sum is divided by the number of rows, which are outputs. The examples are the columns.",
        also=(lambda Z, Y: np.sum(_overflowing_losses(Z, Y)) / Z.shape[0],),
    ),
    Misconception(
        "per-example",
        lambda Z, Y: _logit_losses(Z, Y).sum(axis=0),
        "These are the losses, one per example. The cost is their average, one number.",
        also=(*spread(_logit_losses, per_example, 6), *spread(_overflowing_losses, per_example, 6)),
    ),
    Misconception(
        "per-output",
        lambda Z, Y: _logit_losses(Z, Y).sum(axis=1) / Z.shape[1],
        "The sum runs along the rows, and each output keeps a number of its own. The outputs are summed as well.",
        also=(*spread(_logit_losses, per_output, 4), *spread(_overflowing_losses, per_output, 4)),
    ),
    Misconception(
        "not-summed",
        _logit_losses,
        "Every entry keeps its own loss, and an array comes back. The cost is one number.",
        also=(_overflowing_losses, lambda Z, Y: _logit_losses(Z, Y) / Z.shape[1]),
    ),
    Misconception(
        "a-minus-y",
        lambda Z, Y: _sigmoid(Z) - Y,
        "σ(Z) − Y is the derivative of the loss, one per entry. The cost is one number, and never negative.",
        also=(
            lambda Z, Y: np.sum(_sigmoid(Z) - Y) / Z.shape[1],
            lambda Z, Y: np.mean(_sigmoid(Z) - Y),
        ),
    ),
)

LOGITS_EXERCISE = FunctionExercise(
    "cross_entropy_with_logits", reference.cross_entropy_with_logits, _logit_cases, LOGITS
)
