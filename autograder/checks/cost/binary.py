"""`binary_cross_entropy`: the cost of yes-or-no outputs, from the outputs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.cost.parts import (
    CERTAIN,
    CLOSE,
    FAR_OUT,
    LOGARITHMS,
    ONE_EXAMPLE,
    ONE_OUTPUT,
    USUAL_EPS,
    OfPair,
    added,
    average,
    binary_losses,
    clipped,
    guarded,
    guarded_at,
    labelled,
    layouts,
    losses_of_the_labels,
    named,
    per_example,
    per_output,
    plain_losses,
    spread,
)
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.outcome import Case
from autograder.reference import cost as reference

RIGHTLY = "an output of exactly 0 or 1 that equals its label"
WRONGLY = "an output of exactly 0 or 1 opposite to its label"
NEARLY = "an output 0.0001 away from 0 or 1"


def _binary_cases(rng: np.random.Generator) -> list[Case]:
    A, Y = np.array([[0.9, 0.2, 0.6], [0.3, 0.5, 0.8]]), np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
    by_hand = [
        Case((np.array([[0.8]]), np.array([[1.0]])), note="one output of one example"),
        Case((np.array([[0.5, 0.8]]), np.array([[1.0, 0.0]]))),
        Case((np.array([[0.5, 0.8], [0.1, 0.4]]), np.array([[1.0, 0.0], [0.0, 1.0]]))),
        Case((A, Y)),
    ]
    certain = [
        _certain([[1.0]], [[1.0]]),
        _certain([[0.0]], [[0.0]]),
        _certain([[1.0, 0.5, 0.0]], [[1.0, 1.0, 0.0]]),
        _certain([[0.0, 1.0], [1.0, 0.0]], [[0.0, 1.0], [1.0, 0.0]]),
        Case((np.array([[0.0]]), np.array([[1.0]])), note=WRONGLY, tolerance=FAR_OUT),
        Case((np.array([[1.0]]), np.array([[0.0]])), note=WRONGLY, tolerance=FAR_OUT),
        Case((np.array([[0.0001]]), np.array([[1.0]])), note=NEARLY, tolerance=CLOSE),
        Case((np.array([[0.9999]]), np.array([[0.0]])), note=NEARLY, tolerance=CLOSE),
    ]
    edges = [
        Case((np.array([[0.9], [0.2], [0.6]]), np.array([[1.0], [1.0], [0.0]])), note=ONE_EXAMPLE),
        Case((np.array([[0.7, 0.2, 0.9, 0.4]]), np.array([[1.0, 0.0, 0.0, 1.0]])), note=ONE_OUTPUT),
        Case((A, np.zeros((2, 3))), note="labels that are all 0"),
        Case((A, np.ones((2, 3))), note="labels that are all 1"),
        Case(
            (np.full((2, 4), 0.5), np.array([[0.0, 1.0, 1.0, 0.0], [1.0, 1.0, 0.0, 1.0]])), note="outputs of 0.5 only"
        ),
        *layouts(Case((A, Y))),
    ]
    return [*by_hand, *certain, *edges, *labelled(rng, lambda shape: rng.uniform(0.05, 0.95, shape).round(3))]


def _certain(A: list[list[float]], Y: list[list[float]]) -> Case:
    return Case((np.array(A), np.array(Y)), note=RIGHTLY, tolerance=CERTAIN)


def _zero_at_zero(p: Any) -> Any:
    return np.log(np.where(p > 0, p, 1.0))


def _clipped_in_tens(eps: float) -> OfPair:
    return lambda A, Y: clipped(eps)(A, Y) / np.log(10)


def _exchanged(eps: float) -> Callable[[Any, Any, Any], Any]:
    return lambda A, Y, log: clipped(eps)(Y, A)


def _clipped_in_place(A: Any, Y: Any) -> Any:
    np.clip(A, 1e-12, 1 - 1e-12, out=A)
    return average(plain_losses)(A, Y)


def _ends_moved_in_place(A: Any, Y: Any) -> Any:
    A[A == 0] = 1e-12
    A[A == 1] = 1 - 1e-12
    return average(plain_losses)(A, Y)


BINARY = (
    Misconception(
        "unguarded",
        average(plain_losses),
        "The formula is right, but at an output of exactly 0 or 1 it takes log 0 = −inf: times 0 that is nan, and alone it "
        "is inf. Move such outputs a hair's breadth inwards first.",
        also=(
            average(losses_of_the_labels),
            lambda A, Y: np.nansum(plain_losses(A, Y)) / A.shape[1],
        ),
    ),
    Misconception(
        "one-end-guarded",
        guarded_at(guarded, np.log),
        "One end only is protected: outputs of exactly 0 as well as 1 have a logarithm of 0 in their loss. (With an eps "
        "below 1e-16, 1 − eps is stored as 1 again.)",
        also=(
            guarded_at(np.log, guarded),
            lambda A, Y: average(plain_losses)(np.clip(A, 1e-300, 1 - 1e-300), Y),
            lambda A, Y: average(plain_losses)(A + 1e-12, Y),
            lambda A, Y: average(plain_losses)(A - 1e-12, Y),
        ),
    ),
    Misconception(
        "certain-mistakes-cost-nothing",
        guarded_at(_zero_at_zero, _zero_at_zero),
        "log 0 is replaced by 0, so an output of 0 for a label of 1 costs nothing: the worst answer gets the best cost. It "
        "should cost a lot, and stay finite.",
        also=(lambda A, Y: np.sum(np.nan_to_num(plain_losses(A, Y), posinf=0.0)) / A.shape[1],),
    ),
    Misconception(
        "eps-too-large",
        clipped(1e-2),
        "What keeps the logarithm away from 0 is so large that it changes the cost of ordinary outputs. It should touch "
        "those alone that are 0 or 1, or nearly: try something like 1e-12.",
        also=(*map(clipped, (0.1, 0.05, 1e-3, 1e-4)), *map(added, (0.1, 1e-2, 1e-3, 1e-4, 1e-5))),
    ),
    named(
        "half-missing",
        "The (1 − y) log(1 − a) half is missing: an example with label 0 costs nothing here, whatever the output. Its loss "
        "is −log(1 − a).",
        lambda A, Y, log: -np.sum(Y * log(A)) / A.shape[1],
        lambda A, Y, log: -np.sum(Y * log(A)),
        lambda A, Y, log: -np.mean(Y * log(A)),
    ),
    named(
        "first-half-missing",
        "The y log a half is missing: an example with label 1 costs nothing here, whatever the output. Its loss is −log a.",
        lambda A, Y, log: -np.sum((1 - Y) * log(1 - A)) / A.shape[1],
    ),
    named(
        "sign-flipped",
        "The cost comes out negative. Logarithms of numbers below 1 are negative: the minus in front makes a cost of them.",
        lambda A, Y, log: np.sum(Y * log(A) + (1 - Y) * log(1 - A)) / A.shape[1],
        lambda A, Y, log: np.sum(Y * log(A) + (1 - Y) * log(1 - A)),
        lambda A, Y, log: np.mean(Y * log(A) + (1 - Y) * log(1 - A)),
    ),
    named(
        "minus-on-one-half",
        "The two halves work against each other: the minus in front belongs to both, −(y log a + (1 − y) log(1 − a)). Is "
        "there a pair of parentheses missing?",
        lambda A, Y, log: np.sum(-Y * log(A) + (1 - Y) * log(1 - A)) / A.shape[1],
        lambda A, Y, log: np.sum(Y * log(A) - (1 - Y) * log(1 - A)) / A.shape[1],
    ),
    named(
        "one-over-m-missing",
        "The losses of the examples are added up and not averaged: 1/m is missing. Twice as many examples would cost twice "
        "as much.",
        lambda A, Y, log: -np.sum(Y * log(A) + (1 - Y) * log(1 - A)),
    ),
    named(
        "mean-over-all-entries",
        "The mean is taken over all entries, and divides by the number of outputs too. The losses of an example's outputs "
        "are summed; only the examples are averaged.",
        lambda A, Y, log: -np.mean(Y * log(A) + (1 - Y) * log(1 - A)),
    ),
    named(
        "one-over-m-twice",
        "The losses are divided by m twice: a mean over the examples has one 1/m in it already.",
        lambda A, Y, log: -np.sum(Y * log(A) + (1 - Y) * log(1 - A)) / A.shape[1] ** 2,
        lambda A, Y, log: -np.mean(Y * log(A) + (1 - Y) * log(1 - A)) / A.shape[1],
    ),
    named(
        "divided-by-outputs",
        "The sum is divided by the number of outputs (rows). The average is over examples: these are the columns.",
        lambda A, Y, log: -np.sum(Y * log(A) + (1 - Y) * log(1 - A)) / A.shape[0],
    ),
    Misconception(
        "per-example",
        lambda A, Y: binary_losses(A, Y).sum(axis=0),
        "These are the losses, one per example. What is asked for is the cost: their average, one number.",
        also=(*spread(binary_losses, per_example, 6), *spread(plain_losses, per_example, 6)),
    ),
    Misconception(
        "per-output",
        lambda A, Y: binary_losses(A, Y).sum(axis=1) / A.shape[1],
        "The sum runs along the rows, and each output keeps a number of its own. The outputs are summed as well: the cost "
        "is one number.",
        also=(*spread(binary_losses, per_output, 4), *spread(plain_losses, per_output, 4)),
    ),
    Misconception(
        "not-summed",
        binary_losses,
        "Every entry keeps its own loss, and an array comes back. Sum over outputs, average over examples: one number is "
        "left.",
        also=(
            plain_losses,
            lambda A, Y: binary_losses(A, Y) / A.shape[1],
            lambda A, Y: plain_losses(A, Y) / A.shape[1],
        ),
    ),
    Misconception(
        "other-base",
        lambda A, Y: np.sum(binary_losses(A, Y)) / A.shape[1] / np.log(2),
        "The logarithm has another base than e (`np.log2`, `np.log10`): all values are off by one factor. The derivative "
        "comes out as a − y with the natural logarithm only.",
        also=(
            lambda A, Y: np.sum(plain_losses(A, Y)) / A.shape[1] / np.log(2),
            lambda A, Y: np.sum(plain_losses(A, Y)) / A.shape[1] / np.log(10),
            *map(_clipped_in_tens, USUAL_EPS),
        ),
    ),
    named(
        "exchanged",
        "Labels and outputs have changed places: the logarithm is taken of y, which is 0 or 1. It belongs around a.",
        lambda A, Y, log: -np.sum(A * log(Y) + (1 - A) * log(1 - Y)) / A.shape[1],
        *map(_exchanged, USUAL_EPS),
    ),
    named(
        "labels-flipped",
        "The halves are crossed: a label of 1 is charged for log(1 − a), and a label of 0 for log a, so a perfect output "
        "costs most. Which logarithm goes with y?",
        lambda A, Y, log: -np.sum(Y * log(1 - A) + (1 - Y) * log(A)) / A.shape[1],
    ),
    named(
        "log-of-a-difference",
        "log(1 − a) is written as log 1 − log a, which is −log a. The logarithm of a difference is not the difference of "
        "the logarithms.",
        lambda A, Y, log: -np.sum(Y * log(A) + (1 - Y) * (0 - log(A))) / A.shape[1],
        lambda A, Y, log: -np.sum(Y * log(A) + (1 - Y) * (1 - log(A))) / A.shape[1],
    ),
    named(
        "same-log-twice",
        "Both halves have log a in them, so that the label makes no difference. For a label of 0 it is log(1 − a).",
        lambda A, Y, log: -np.sum(Y * log(A) + (1 - Y) * log(A)) / A.shape[1],
    ),
    named(
        "label-inside-the-log",
        "The labels stand inside the logarithm; log(y a) is log of 0 wherever y is 0. They belong in front of it, where "
        "they pick one of the two.",
        lambda A, Y, log: -np.sum(log(Y * A) + log((1 - Y) * (1 - A))) / A.shape[1],
    ),
    Misconception(
        "sigmoid-again",
        lambda A, Y: average(plain_losses)(1 / (1 + np.exp(-A)), Y),
        "A sigmoid was applied to A, which holds outputs already: they went through it before they came here. A second one "
        "leaves nothing below 0.5.",
    ),
    Misconception(
        "logarithm-missing",
        lambda A, Y: -np.sum(Y * A + (1 - Y) * (1 - A)) / A.shape[1],
        "The probability of each label is picked, and no logarithm is taken of it. The logarithm is what makes a confident "
        "mistake expensive.",
        also=(lambda A, Y: np.sum(Y * A + (1 - Y) * (1 - A)) / A.shape[1],),
    ),
    Misconception(
        "a-minus-y",
        lambda A, Y: A - Y,
        "A − Y is the derivative that reaches z, not the cost: it is negative where an output is too small, and would cancel "
        "in a sum. The cost is one number, made of logarithms.",
        also=(
            lambda A, Y: np.sum(A - Y) / A.shape[1],
            lambda A, Y: np.mean(A - Y),
            lambda A, Y: Y - A,
            lambda A, Y: np.sum(np.abs(A - Y)) / A.shape[1],
        ),
    ),
    Misconception(
        "squared-error",
        lambda A, Y: 0.5 * np.sum((A - Y) ** 2) / A.shape[1],
        "This is the squared error. It is never above ½ an output, however sure the mistake; the cross-entropy grows "
        "without bound.",
        also=(lambda A, Y: np.sum((A - Y) ** 2) / A.shape[1], lambda A, Y: np.mean((A - Y) ** 2)),
    ),
    Misconception(
        "in-place",
        _clipped_in_place,
        "The outputs are clipped in the caller's own array: after the call they are no longer what the network said. Clip "
        "into a new one.",
        also=(_ends_moved_in_place,),
    ),
)

BINARY_EXERCISE = FunctionExercise(
    "binary_cross_entropy", reference.binary_cross_entropy, _binary_cases, BINARY, LOGARITHMS
)
