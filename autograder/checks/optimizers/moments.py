"""What Adam, AdaMax and Nadam share: a moving average of gradients, freed of its bias, and the mistakes in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.exercise import Misconception
from autograder.checks.optimizers.rules import Options, Rule, several

Correction = Callable[[float, int], Any]  # (β, t): what an average is divided by


def average(m: Any, g: Any, o: Options) -> Any:
    """Return the moving average of gradients."""
    return o.beta1 * m + (1 - o.beta1) * g


def average_square(v: Any, g: Any, o: Options) -> Any:
    """Return the moving average of squared gradients."""
    return o.beta2 * v + (1 - o.beta2) * g**2


def exchanged(o: Options) -> Options:
    """Return the options with beta1 and beta2 exchanged."""
    return Options(**{**vars(o), "beta1": o.beta2, "beta2": o.beta1})


def in_counting(rule: Rule) -> tuple[Misconception, ...]:
    """Return the mistakes in the number t of the step."""
    right = rule.move

    def stays(theta: Any, grad: Any, state: dict[str, Any], **options: float) -> Any:
        theta, kept = rule(theta, grad, {**state, "t": 0}, **options)
        return theta, kept

    def from_zero_stopping(theta: Any, grad: Any, state: dict[str, Any], **options: float) -> Any:
        if not state:
            raise ZeroDivisionError("float division by zero")
        return rule(theta, grad, state, **options)

    return (
        several(
            "counted-from-zero",
            "The first step is counted as t = 0: then 1 − β⁰ is 0, and the first correction divides by it. The first step is "
            "t = 1.",
            rule.moving(lambda a, b, g, t, o: right(a, b, g, t - 1, o)),
            from_zero_stopping,
        ),
        several(
            "not-counted",
            "The correction is 1 − β in every step, as is right for the first. It is 1 − βᵗ: the state has to carry the number t of "
            "steps on, and β is raised to that power.",
            stays,
        ),
        several(
            "counted-one-too-far",
            "The correction uses t + 1: the first step is counted as the second. Is t raised twice, or after it started at 1?",
            rule.moving(lambda a, b, g, t, o: right(a, b, g, t + 1, o)),
        ),
    )


def in_correction(corrected: Callable[[Correction], Rule]) -> tuple[Misconception, ...]:
    """Return the mistakes in 1 − βᵗ; `corrected` makes a step with another correction."""
    return (
        several(
            "times-for-power",
            "The correction uses β times t in the place of β to the power t: in Python `**` is the power.",
            corrected(lambda beta, t: 1 - beta * t),
        ),
        several(
            "power-of-the-difference",
            "The whole difference is raised to the power t: (1 − β)ᵗ. Only β is; the difference is taken after it, 1 − βᵗ.",
            corrected(lambda beta, t: (1 - beta) ** t),
        ),
    )


def in_average(rule: Rule) -> tuple[Misconception, ...]:
    """Return the mistakes in the moving average of gradients, `a` of the rule."""
    return (
        several(
            "share-missing",
            "The new gradient is added whole, without 1 − β1: m is a sum and no average, and settles 1 / (1 − β1) times too high.",
            rule.but(first=lambda m, g, o: o.beta1 * m + g),
        ),
        several(
            "shares-turned-round",
            "β1 and 1 − β1 are exchanged: the average forgets nearly all of the past in one step. β1 is the share that stays.",
            rule.but(first=lambda m, g, o: (1 - o.beta1) * m + o.beta1 * g),
        ),
        several(
            "average-not-kept",
            "The average of gradients starts from 0 in every step. The new state has to hold m, and the next step to fetch it.",
            rule.but(first=lambda m, g, o: (1 - o.beta1) * g),
        ),
        several(
            "gradients-not-averaged",
            "The average of gradients has no effect: the step goes by the newest gradient alone. It is m, freed of its bias, that "
            "says where to go.",
            rule.but(
                first=lambda m, g, o: g * 1.0, move=lambda a, b, g, t, o: rule.move(g * (1 - o.beta1**t), b, g, t, o)
            ),
            rule.but(first=lambda m, g, o: g * 1.0),
        ),
    )


def in_square(rule: Rule) -> tuple[Misconception, ...]:
    """Return the mistakes in the moving average of squares, `b` of the rule."""
    return (
        several(
            "square-share-missing",
            "The squared gradient is added whole, without 1 − β2: v is a sum and no average, a thousand times too high with "
            "β2 = 0.999.",
            rule.but(second=lambda v, g, o: o.beta2 * v + g**2),
        ),
        several(
            "square-not-kept",
            "The average of squares starts from 0 in every step. The new state has to hold v, and the next step to fetch it.",
            rule.but(second=lambda v, g, o: (1 - o.beta2) * g**2),
        ),
        several(
            "both-shares-missing",
            "Both averages take in the new value whole, without 1 − β1 and 1 − β2.",
            rule.but(first=lambda m, g, o: o.beta1 * m + g, second=lambda v, g, o: o.beta2 * v + g**2),
        ),
        several(
            "square-shares-turned-round",
            "β2 and 1 − β2 are exchanged in v: it forgets nearly all of the past in one step. β2 is the share that stays.",
            rule.but(second=lambda v, g, o: (1 - o.beta2) * v + o.beta2 * g**2),
        ),
        several(
            "all-shares-turned-round",
            "β and 1 − β are exchanged in both averages: they forget nearly all of the past in one step. β is the share that stays.",
            rule.but(
                first=lambda m, g, o: (1 - o.beta1) * m + o.beta1 * g,
                second=lambda v, g, o: (1 - o.beta2) * v + o.beta2 * g**2,
            ),
        ),
        several(
            "not-squared",
            "v averages the gradients themselves and not their squares. Positive and negative ones cancel, and a negative average "
            "has no root.",
            rule.but(second=lambda v, g, o: o.beta2 * v + (1 - o.beta2) * g),
            rule.but(second=lambda v, g, o: o.beta2 * v + (1 - o.beta2) * np.abs(g)),
        ),
        several(
            "share-squared",
            "The factor 1 − β2 is squared together with the gradient. Only g is squared: mind the parentheses.",
            rule.but(second=lambda v, g, o: o.beta2 * v + ((1 - o.beta2) * g) ** 2),
        ),
        several(
            "one-average-for-all",
            "One v is kept for all entries together. There is one for each entry: each gets steps of its own length.",
            rule.but(second=lambda v, g, o: o.beta2 * v + (1 - o.beta2) * np.mean(g**2)),
            rule.but(second=lambda v, g, o: o.beta2 * v + (1 - o.beta2) * np.sum(g**2)),
        ),
        several(
            "squares-added-up",
            "The squares are added up for ever, as in Adagrad. v is an average that forgets: β2 v + (1 − β2) g².",
            rule.but(second=lambda v, g, o: v + g**2),
            rule.but(
                second=lambda v, g, o: v + g**2,
                move=lambda a, b, g, t, o: rule.move(a, b * (1 - o.beta2**t), g, t, o),
            ),
        ),
    )
