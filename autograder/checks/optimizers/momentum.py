"""Checks of `momentum_step`: a velocity that is kept.

With one learning rate all along, `v = γ v + g, θ = θ − η v` goes the same way; where the rate changes, the printed rule keeps
the old steps at the length they had.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.checks.optimizers.forms import in_form, in_steps
from autograder.checks.optimizers.paths import Path
from autograder.checks.optimizers.rules import Rule, numbers, pairs, several, usual
from autograder.checks.optimizers.steps import StepExercise
from autograder.reference import optimizers as reference

HALVES = {"learning_rate": 0.1, "gamma": 0.5}
PLAIN_DESCENT = (
    "Every step is one of plain gradient descent: the velocity of the steps before never comes in. It comes from the state that "
    "is passed, and goes into the one returned."
)


def _momentum_paths(rng: np.random.Generator) -> list[Path]:
    return [
        numbers(1, 2, **HALVES),
        numbers(1, 2, 2, **HALVES),
        numbers(1, 2, -1, 4, **HALVES),
        numbers(0, 1, 1, learning_rate=1.0, gamma=0.25),
        pairs((1, -2), (2, -1), (1, 4), **HALVES),
        pairs((0, 0), (2, -1), (0, 0), learning_rate=0.5),
        *usual(rng, HALVES, 1e-8),
    ]


MOMENTUM = Rule(
    reference.momentum_step,
    move=lambda v, _, g, t, o: v,
    first=lambda v, g, o: o.gamma * v + o.learning_rate * g,
)


def _last_gradient(
    theta: Any, grad: Any, state: dict[str, Any], learning_rate: float = 0.01, gamma: float = 0.9
) -> tuple[Any, dict[str, Any]]:
    kept = learning_rate * grad
    return theta - gamma * state.get("v", 0.0) - kept, {"v": kept}


MOMENTUM_STEP = StepExercise(
    "momentum_step",
    reference.momentum_step,
    _momentum_paths,
    (
        *in_form(reference.momentum_step),
        several(
            "friction-missing",
            "The old velocity is kept whole, without γ: it never fades, and steps grow for ever. γ says which share of it stays.",
            MOMENTUM.but(first=lambda v, g, o: v + o.learning_rate * g),
        ),
        several(
            "averaged",
            "The new velocity is an average, with weights γ and 1 − γ. Momentum adds the whole of η g to the share γ of the old "
            "velocity.",
            MOMENTUM.but(first=lambda v, g, o: o.gamma * v + (1 - o.gamma) * o.learning_rate * g),
            MOMENTUM.but(
                first=lambda v, g, o: o.gamma * v + (1 - o.gamma) * g, move=lambda v, _, g, t, o: o.learning_rate * v
            ),
            MOMENTUM.but(first=lambda v, g, o: o.gamma * v + (1 - o.gamma) * g),
        ),
        several(
            "share-turned-round",
            "1 − γ of the old velocity is kept, so that a large γ means short memory. The share that stays is γ itself.",
            MOMENTUM.but(first=lambda v, g, o: (1 - o.gamma) * v + o.learning_rate * g),
        ),
        several(
            "velocity-turned-round",
            "The old velocity and the new gradient pull in opposite directions: one of the two has the wrong sign. Momentum adds "
            "them, and subtracts their sum from theta.",
            MOMENTUM.but(first=lambda v, g, o: o.learning_rate * g - o.gamma * v),
            MOMENTUM.but(
                first=lambda v, g, o: o.gamma * v - o.learning_rate * g,
                move=lambda v, _, g, t, o: v + 2 * o.learning_rate * g,
            ),
        ),
        several(
            "one-step-late",
            "Theta moves with the velocity of the step before, and stands still at first. The velocity is renewed first, then used.",
            MOMENTUM.but(late=True),
        ),
        several(
            "fresh-gradient-twice",
            "γ times the new velocity is added to a step η g: the newest gradient counts twice. That is a form of Nesterov's "
            "idea; momentum moves by the velocity alone.",
            MOMENTUM.moving(lambda v, _, g, t, o: o.gamma * v + o.learning_rate * g),
            MOMENTUM.moving(lambda v, _, g, t, o: v + o.learning_rate * g),
        ),
        several(
            "only-last-gradient",
            "What is kept is the last gradient step, not the velocity: all that came before it is forgotten. Keep the v that "
            "theta moved by.",
            _last_gradient,
        ),
        several(
            "rate-outside",
            "The learning rate multiplies the whole velocity at the end. Here it stands inside, with the gradient: when the rate "
            "changes on the way, old steps keep the length they had.",
            MOMENTUM.but(
                first=lambda v, g, o: o.gamma * v + g,
                move=lambda v, _, g, t, o: o.learning_rate * v,
            ),
        ),
        several(
            "rate-twice",
            "The learning rate comes in twice: in the velocity, and once more when theta moves. It stands with the gradient only.",
            MOMENTUM.moving(lambda v, _, g, t, o: o.learning_rate * v),
        ),
        several(
            "rate-missing",
            "The learning rate never comes in: the gradient is added to the velocity as it is.",
            MOMENTUM.but(first=lambda v, g, o: o.gamma * v + g),
        ),
        several(
            "exchanged",
            "γ and the learning rate are exchanged: γ belongs to the old velocity, the rate to the gradient.",
            MOMENTUM.but(first=lambda v, g, o: o.learning_rate * v + o.gamma * g),
        ),
        several(
            "all-damped",
            "γ multiplies the new gradient too. Only the old velocity is multiplied by it: mind the parentheses.",
            MOMENTUM.but(first=lambda v, g, o: o.gamma * (v + o.learning_rate * g)),
        ),
        *in_steps(reference.momentum_step, PLAIN_DESCENT),
    ),
)
