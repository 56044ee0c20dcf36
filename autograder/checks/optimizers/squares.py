"""Checks of `adagrad_step` and `rmsprop_step`: each entry's gradient is divided by the root of its squares.

An eps of 16 or 9 tells apart what stands inside and outside the root, in whole numbers.
"""

from __future__ import annotations

import numpy as np

from autograder.checks.exercise import Misconception
from autograder.checks.optimizers.forms import in_form, in_steps
from autograder.checks.optimizers.paths import Path
from autograder.checks.optimizers.rules import Rule, numbers, pairs, several, usual
from autograder.checks.optimizers.steps import StepExercise
from autograder.reference import optimizers as reference

QUARTER = {"learning_rate": 0.1, "rho": 0.75}


def _adagrad_paths(rng: np.random.Generator) -> list[Path]:
    return [
        numbers(1, 3, learning_rate=0.1, eps=16.0),
        numbers(1, 3, learning_rate=0.1),
        numbers(1, 3, 4, learning_rate=0.1),
        numbers(1, 3, -4, 12, learning_rate=0.1),
        numbers(0, 4, 3, learning_rate=1.0, eps=9.0),
        pairs((1, -2), (3, 0.5), (4, 0.25), learning_rate=0.1),
        pairs((0, 0), (2, -1), (1, 1), eps=1.0),
        *usual(rng, {"learning_rate": 0.1, "eps": 0.5}, 1e-4),
    ]


def _rmsprop_paths(rng: np.random.Generator) -> list[Path]:
    return [
        numbers(1, 4, **QUARTER),
        numbers(1, 4, 2, **QUARTER),
        numbers(1, 4, -2, 8, **QUARTER),
        numbers(1, 8, learning_rate=0.1, rho=0.75, eps=9.0),
        numbers(0, 2, 1, learning_rate=1.0, rho=0.5, eps=1.0),
        pairs((1, -2), (4, 0.5), (2, 1), **QUARTER),
        pairs((0, 0), (2, -1), (1, 1), rho=0.5),
        pairs((0, 0), (2, -1), (1, 1), eps=1.0),
        *usual(rng, {"learning_rate": 0.1, "rho": 0.75, "eps": 0.5}, 1e-4),
    ]


def _in_the_quotient(rule: Rule) -> tuple[Misconception, ...]:
    """Return the mistakes in `η g / √(s + ε)`, where s is the sum or the average of squares."""
    return (
        several(
            "eps-outside",
            "eps is added to the root. In this rule it stands inside, under the root: √(… + ε).",
            rule.moving(lambda s, _, g, t, o: o.learning_rate * g / (np.sqrt(s) + o.eps)),
        ),
        several(
            "eps-beside-the-quotient",
            "eps is added to the whole step: division comes before addition. It stands under the root.",
            rule.moving(lambda s, _, g, t, o: o.learning_rate * g / np.sqrt(s) + o.eps),
            rule.moving(lambda s, _, g, t, o: o.learning_rate * g / np.sqrt(s) - o.eps),
        ),
        several(
            "eps-missing",
            "eps never comes in. It is what keeps the quotient finite where all gradients were 0.",
            rule.moving(lambda s, _, g, t, o: o.learning_rate * g / np.sqrt(s)),
            rule.moving(lambda s, _, g, t, o: np.where(s > 0, o.learning_rate * g / np.sqrt(s), 0.0)),
        ),
        several(
            "root-missing",
            "The gradient is divided by the squares themselves, without the root: a gradient 10 times as large makes a step "
            "10 times as small. The root brings the squares back to the size of a gradient.",
            rule.moving(lambda s, _, g, t, o: o.learning_rate * g / (s + o.eps)),
        ),
        several(
            "not-divided",
            "The gradient is multiplied by the root instead of divided by it: steep directions should be slowed down.",
            rule.moving(lambda s, _, g, t, o: o.learning_rate * g * np.sqrt(s + o.eps)),
        ),
        several(
            "gradient-missing",
            "The learning rate is divided by the root, and the gradient is missing above the line: every entry moves the same way.",
            rule.moving(lambda s, _, g, t, o: o.learning_rate / np.sqrt(s + o.eps)),
        ),
        several(
            "rate-missing",
            "The learning rate never comes in: the quotient is the whole step.",
            rule.moving(lambda s, _, g, t, o: g / np.sqrt(s + o.eps)),
        ),
        several(
            "one-step-late",
            "The gradient is divided by the squares of earlier steps only. The square of this gradient is taken in first.",
            rule.but(late=True),
        ),
        several(
            "gradient-squared-above",
            "The squared gradient stands above the line as well, and the sign is lost. Only what is under the root is squared.",
            rule.moving(lambda s, _, g, t, o: o.learning_rate * g**2 / np.sqrt(s + o.eps)),
        ),
    )


ADAGRAD = Rule(
    reference.adagrad_step,
    move=lambda G, _, g, t, o: o.learning_rate * g / np.sqrt(G + o.eps),
    first=lambda G, g, o: G + g**2,
)

ADAGRAD_STEP = StepExercise(
    "adagrad_step",
    reference.adagrad_step,
    _adagrad_paths,
    (
        *in_form(reference.adagrad_step),
        several(
            "forgets",
            "The squares are averaged, so that old ones fade: that is RMSprop. Adagrad adds every square to the sum and forgets "
            "none.",
            *(
                ADAGRAD.but(first=lambda G, g, o, rho=rho: rho * G + (1 - rho) * g**2)
                for rho in (0.9, 0.99, 0.5, 0.95, 0.999)
            ),
        ),
        several(
            "fades",
            "The old sum is multiplied by something below 1 before the new square is added. Adagrad keeps it whole.",
            *(ADAGRAD.but(first=lambda G, g, o, rho=rho: rho * G + g**2) for rho in (0.9, 0.99, 0.5)),
        ),
        several(
            "mean-of-squares",
            "The sum is divided by the number of steps. Adagrad's sum is not a mean: it grows with every step, and the steps get "
            "shorter.",
            ADAGRAD.moving(lambda G, _, g, t, o: o.learning_rate * g / np.sqrt(G / t + o.eps)),
        ),
        several(
            "squares-missing",
            "The gradients are added up as they are, not their squares. Positive and negative ones then cancel, and a negative "
            "sum has no root.",
            ADAGRAD.but(first=lambda G, g, o: G + g),
            ADAGRAD.but(first=lambda G, g, o: G + g, move=lambda G, _, g, t, o: o.learning_rate * g / (G + o.eps)),
        ),
        several(
            "sizes-added",
            "The sizes |g| are added up, and not the squares. Under the root belongs the sum of g².",
            ADAGRAD.but(first=lambda G, g, o: G + np.abs(g)),
            ADAGRAD.but(
                first=lambda G, g, o: G + np.abs(g), move=lambda G, _, g, t, o: o.learning_rate * g / (G + o.eps)
            ),
            ADAGRAD.but(
                first=lambda G, g, o: G + np.abs(g),
                move=lambda G, _, g, t, o: o.learning_rate * g / np.sqrt(G**2 + o.eps),
            ),
        ),
        several(
            "one-sum-for-all",
            "The squares of all entries go into one sum. Adagrad keeps a sum for each entry: each gets a learning rate of its own.",
            ADAGRAD.but(first=lambda G, g, o: G + np.sum(g**2)),
            ADAGRAD.but(first=lambda G, g, o: G + np.mean(g**2)),
        ),
        several(
            "eps-piles-up",
            "eps is added to the sum that is kept, again in every step. It belongs to the denominator of the step only.",
            ADAGRAD.but(
                first=lambda G, g, o: G + g**2 + o.eps,
                move=lambda G, _, g, t, o: o.learning_rate * g / np.sqrt(G),
            ),
            ADAGRAD.but(first=lambda G, g, o: G + g**2 + o.eps),
        ),
        *_in_the_quotient(ADAGRAD),
        *in_steps(
            reference.adagrad_step,
            "The sum holds the square of the newest gradient only: what was added up before is lost between the steps. It comes "
            "from the state that is passed, and goes into the one returned.",
        ),
    ),
)

RMSPROP = Rule(
    reference.rmsprop_step,
    move=lambda E, _, g, t, o: o.learning_rate * g / np.sqrt(E + o.eps),
    first=lambda E, g, o: o.rho * E + (1 - o.rho) * g**2,
)

RMSPROP_STEP = StepExercise(
    "rmsprop_step",
    reference.rmsprop_step,
    _rmsprop_paths,
    (
        *in_form(reference.rmsprop_step),
        several(
            "never-forgets",
            "The squares are added up for ever: that is Adagrad, whose steps fade away. RMSprop keeps the share ρ of the old "
            "average and takes in 1 − ρ of the new square.",
            RMSPROP.but(first=lambda E, g, o: E + g**2),
            RMSPROP.but(first=lambda E, g, o: E + (1 - o.rho) * g**2),
        ),
        several(
            "mean-of-all",
            "The mean of all squares so far is taken, each with the same weight. RMSprop's mean runs: the share ρ of the old one "
            "is kept, so that old squares fade.",
            RMSPROP.but(
                first=lambda S, g, o: S + g**2, move=lambda S, _, g, t, o: o.learning_rate * g / np.sqrt(S / t + o.eps)
            ),
        ),
        several(
            "share-missing",
            "The new square is added whole, without 1 − ρ. Then E is no average: it settles 1 / (1 − ρ) times too high.",
            RMSPROP.but(first=lambda E, g, o: o.rho * E + g**2),
        ),
        several(
            "exchanged",
            "ρ and 1 − ρ are exchanged: the average forgets nearly all of the past in one step. ρ is the share of the old "
            "average that stays.",
            RMSPROP.but(first=lambda E, g, o: (1 - o.rho) * E + o.rho * g**2),
        ),
        several(
            "squares-missing",
            "The gradients are averaged as they are, not their squares. Positive and negative ones then cancel, and a negative "
            "average has no root.",
            RMSPROP.but(first=lambda E, g, o: o.rho * E + (1 - o.rho) * g),
            RMSPROP.but(
                first=lambda E, g, o: o.rho * E + (1 - o.rho) * g,
                move=lambda E, _, g, t, o: o.learning_rate * g / (E + o.eps),
            ),
        ),
        several(
            "sizes-averaged",
            "The sizes |g| are averaged, and not the squares. Under the root belongs the average of g².",
            RMSPROP.but(first=lambda E, g, o: o.rho * E + (1 - o.rho) * np.abs(g)),
            RMSPROP.but(
                first=lambda E, g, o: o.rho * E + (1 - o.rho) * np.abs(g),
                move=lambda E, _, g, t, o: o.learning_rate * g / (E + o.eps),
            ),
        ),
        several(
            "share-squared",
            "The factor 1 − ρ is squared together with the gradient. Only g is squared: mind the parentheses.",
            RMSPROP.but(first=lambda E, g, o: o.rho * E + ((1 - o.rho) * g) ** 2),
        ),
        several(
            "average-squared",
            "The average of the gradients is squared. It is the squares that are averaged, so that signs cannot cancel.",
            RMSPROP.but(
                first=lambda E, g, o: o.rho * E + (1 - o.rho) * g,
                move=lambda E, _, g, t, o: o.learning_rate * g / np.sqrt(E**2 + o.eps),
            ),
        ),
        several(
            "one-average-for-all",
            "One average is kept for all entries together. RMSprop keeps one for each entry: each gets a learning rate of its own.",
            RMSPROP.but(first=lambda E, g, o: o.rho * E + (1 - o.rho) * np.mean(g**2)),
            RMSPROP.but(first=lambda E, g, o: o.rho * E + (1 - o.rho) * np.sum(g**2)),
        ),
        several(
            "gradients-averaged-too",
            "The gradient above the line is averaged as well: that is on the way to Adam. RMSprop divides the gradient of this "
            "step.",
            RMSPROP.but(
                second=lambda m, g, o: o.rho * m + (1 - o.rho) * g,
                move=lambda E, m, g, t, o: o.learning_rate * m / np.sqrt(E + o.eps),
            ),
        ),
        several(
            "bias-corrected",
            "The average is divided by 1 − ρᵗ. That correction comes with Adam; RMSprop uses E as it is.",
            RMSPROP.moving(lambda E, _, g, t, o: o.learning_rate * g / np.sqrt(E / (1 - o.rho**t) + o.eps)),
            RMSPROP.moving(lambda E, _, g, t, o: o.learning_rate * g / (np.sqrt(E / (1 - o.rho**t)) + o.eps)),
        ),
        several(
            "starts-with-a-square",
            "The average starts with the first square. It starts at 0, so that the first E is (1 − ρ) g².",
            lambda theta, grad, state, **o: RMSPROP(theta, grad, state or {"a": grad**2}, **o),
        ),
        *_in_the_quotient(RMSPROP),
        *in_steps(
            reference.rmsprop_step,
            "Every step starts with an average of 0: the squares of the steps before are lost. E comes from the state that is "
            "passed, and goes into the one returned.",
        ),
    ),
)
