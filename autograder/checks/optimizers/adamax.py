"""Checks of `adamax_step`: Adam's direction, divided by the largest gradient that still counts."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.checks.optimizers.adam import NOTHING_CARRIED
from autograder.checks.optimizers.forms import in_form, in_steps
from autograder.checks.optimizers.moments import (
    Correction,
    average,
    exchanged,
    in_average,
    in_correction,
    in_counting,
)
from autograder.checks.optimizers.paths import Path
from autograder.checks.optimizers.rules import (
    ZERO,
    Kept,
    Options,
    Rule,
    defaults,
    numbers,
    pairs,
    several,
    usual,
    without,
)
from autograder.checks.optimizers.steps import StepExercise
from autograder.reference import optimizers as reference

SHORT = {"learning_rate": 0.1, "beta1": 0.5, "beta2": 0.5}


def _paths(rng: np.random.Generator) -> list[Path]:
    two, zero = np.array([2.0, 0.0]), np.array([0.0, 0.0])
    return [
        numbers(1, 2, **SHORT),
        numbers(1, 4, 1, **SHORT),
        numbers(1, -4, 1, 3, **SHORT),
        numbers(0, 1e-6, **SHORT),
        numbers(1, 4, 1, learning_rate=0.1, beta1=0.5, beta2=0.75),
        pairs((1, -2), (2, -1), (0.5, 4), **SHORT),
        pairs((0, 0), (2, -1), (1, -4), beta1=0.5),
        pairs((0, 0), (2, -4), (1, -1), beta2=0.5),
        Path(np.array([1.0, -2.0]), (zero, zero), note=ZERO),
        Path(np.array([1.0, -2.0]), (two, two), SHORT, note=ZERO),
        *usual(rng, SHORT, 1e-6),
    ]


def _direction(m: Any, u: Any, g: Any, t: int, o: Options) -> Any:
    """Divide, and don't move where u is 0."""
    return _quotient(o.learning_rate * m / (1 - o.beta1**t), u)


def _quotient(above: Any, u: Any) -> Any:
    return np.where(u > 0, above / np.where(u > 0, u, 1.0), 0.0)


def _largest(u: Any, g: Any, o: Options) -> Any:
    return np.maximum(o.beta2 * u, np.abs(g))


ADAMAX = Rule(reference.adamax_step, _direction, average, _largest)


def _sizes(kept: Kept) -> tuple[Rule, Rule]:
    """Return two steps with something else for u: one stands still where u is 0, one doesn't look."""
    return ADAMAX.but(second=kept), ADAMAX.but(second=kept, move=_unguarded)


def _unguarded(m: Any, u: Any, g: Any, t: int, o: Options) -> Any:
    return np.divide(o.learning_rate * m / (1 - o.beta1**t), u)


def _padded(eps: float) -> tuple[Rule, Rule, Rule]:
    return (
        ADAMAX.moving(lambda m, u, g, t, o: o.learning_rate * m / (1 - o.beta1**t) / (u + eps)),
        ADAMAX.but(second=lambda u, g, o: np.maximum(o.beta2 * u, np.abs(g) + eps)),
        ADAMAX.but(second=lambda u, g, o: np.maximum(o.beta2 * u, np.abs(g)) + eps),
    )


def _corrected_kept(theta: Any, g: Any, state: dict[str, Any], **options: float) -> Any:
    """Correct u, and keep it so."""
    o = Options(**{**defaults(reference.adamax_step), **options})
    corrected = ADAMAX.but(second=lambda u, g, _: _largest(u, g, o) / (1 - o.beta2 ** (state.get("t", 0) + 1)))
    return corrected(theta, g, state, **options)


def _corrected(correction: Correction) -> Rule:
    return ADAMAX.moving(lambda m, u, g, t, o: _quotient(o.learning_rate * m / correction(o.beta1, t), u))


ADAMAX_STEP = StepExercise(
    "adamax_step",
    reference.adamax_step,
    _paths,
    (
        *in_form(reference.adamax_step),
        several(
            "zero-over-zero",
            "Where u is 0, all gradients of that entry were 0, and 0 / 0 is no number. Theta does not move there.",
            ADAMAX.moving(_unguarded),
        ),
        several(
            "still-without-gradient",
            "Theta stands still where this one gradient is 0. It is u that must not be divided by when it is 0; after earlier "
            "gradients, m carries theta on.",
            ADAMAX.moving(lambda m, u, g, t, o: np.where(g == 0, 0.0, _direction(m, u, g, t, o))),
        ),
        several(
            "all-stand-still",
            "All of theta stands still as long as u is 0 in one entry. Each entry is on its own: the others move.",
            ADAMAX.moving(lambda m, u, g, t, o: _direction(m, u, g, t, o) if np.all(u > 0) else 0.0 * g),
        ),
        several(
            "padded",
            "Something like 1e-8 is added to u: small gradients then make steps that are too short. AdaMax has no eps; only where "
            "u is 0 is there anything to avoid.",
            *(form for eps in (1e-8, 1e-7, 1e-10, 1e-6) for form in _padded(eps)),
        ),
        several(
            "still-adam",
            "This is Adam: v averages the squares, and its root is divided by. AdaMax divides by u, the largest of β2 u and |g|.",
            ADAMAX.but(
                second=lambda v, g, o: o.beta2 * v + (1 - o.beta2) * g**2,
                move=lambda m, v, g, t, o: (
                    o.learning_rate * m / (1 - o.beta1**t) / (np.sqrt(v / (1 - o.beta2**t)) + 1e-8)
                ),
            ),
        ),
        several(
            "sum-for-maximum",
            "β2 u and |g| are added. AdaMax takes the larger of the two.",
            *_sizes(lambda u, g, o: o.beta2 * u + np.abs(g)),
        ),
        several(
            "average-for-maximum",
            "u is an average of the sizes |g|. AdaMax takes the larger one of β2 u and |g|.",
            *_sizes(lambda u, g, o: o.beta2 * u + (1 - o.beta2) * np.abs(g)),
        ),
        several(
            "squares-compared",
            "u is compared with the square of the gradient. In AdaMax it is the size |g|: u has the unit of a gradient, and no "
            "root is taken.",
            *_sizes(lambda u, g, o: np.maximum(o.beta2 * u, g**2)),
        ),
        several(
            "root-taken",
            "A root is taken of u. There are no squares in AdaMax: u has the size of a gradient as it is.",
            ADAMAX.moving(lambda m, u, g, t, o: _quotient(o.learning_rate * m / (1 - o.beta1**t), np.sqrt(u))),
            ADAMAX.moving(lambda m, u, g, t, o: o.learning_rate * m / (1 - o.beta1**t) / np.sqrt(u)),
        ),
        several(
            "share-in-the-maximum",
            "The gradient comes into the maximum with the factor 1 − β2, as into an average. AdaMax compares the whole |g| with β2 u.",
            *_sizes(lambda u, g, o: np.maximum(o.beta2 * u, (1 - o.beta2) * np.abs(g))),
        ),
        several(
            "sign-kept",
            "u is compared with the gradient and not with its size: a large negative gradient never counts. It is |g|.",
            *_sizes(lambda u, g, o: np.maximum(o.beta2 * u, g)),
        ),
        several(
            "never-fades",
            "The largest gradient of all time is kept, and never fades. β2 u lets it, step by step.",
            *_sizes(lambda u, g, o: np.maximum(u, np.abs(g))),
        ),
        several(
            "smaller-of-the-two",
            "The smaller of β2 u and |g| is taken: starting from 0, u stays 0, and is divided by. AdaMax takes the larger one.",
            ADAMAX.but(second=lambda u, g, o: np.minimum(o.beta2 * u, np.abs(g)), move=_unguarded),
        ),
        several(
            "never-moves",
            "Theta stays where it is. Is the new theta what is returned? And is u the larger of β2 u and |g|? The smaller one "
            "stays 0.",
            ADAMAX.moving(lambda m, u, g, t, o: 0.0 * g),
        ),
        several(
            "fades-after",
            "The larger of u and |g| is taken first and then multiplied by β2, the new gradient with it. Only the old u fades.",
            *_sizes(lambda u, g, o: o.beta2 * np.maximum(u, np.abs(g))),
        ),
        several(
            "one-for-all",
            "One u is kept for all entries, the largest of them. Each entry has its own: `np.maximum` compares entry by entry.",
            *_sizes(lambda u, g, o: np.maximum(o.beta2 * u, np.max(np.abs(g)))),
        ),
        several(
            "largest-not-kept",
            "The step is divided by the size of the newest gradient alone. u remembers the larger ones of the steps before.",
            *_sizes(lambda u, g, o: np.abs(g)),
        ),
        several(
            "largest-corrected",
            "u is divided by 1 − β2ᵗ. A maximum has no bias towards 0: u is used as it is, and only m is corrected.",
            ADAMAX.moving(lambda m, u, g, t, o: _direction(m, u / (1 - o.beta2**t), g, t, o)),
            ADAMAX.moving(lambda m, u, g, t, o: _unguarded(m, u / (1 - o.beta2**t), g, t, o)),
            _corrected_kept,
        ),
        several(
            "bias-left",
            "m is used as it is: it starts at 0 and is far too small in the first steps. Divide it by 1 − β1ᵗ.",
            ADAMAX.moving(lambda m, u, g, t, o: _quotient(o.learning_rate * m, u)),
            ADAMAX.moving(lambda m, u, g, t, o: o.learning_rate * m / u),
        ),
        several(
            "betas-exchanged",
            "β1 and β2 are exchanged: β1 belongs to the average of gradients, β2 to u.",
            ADAMAX.but(
                first=lambda m, g, o: average(m, g, exchanged(o)),
                second=lambda u, g, o: _largest(u, g, exchanged(o)),
                move=lambda m, u, g, t, o: _direction(m, u, g, t, exchanged(o)),
            ),
        ),
        several(
            "corrected-by-beta2",
            "m is corrected with β2. The average of gradients is made with β1, and so is its correction.",
            ADAMAX.moving(lambda m, u, g, t, o: _direction(m, u, g, t, exchanged(o))),
        ),
        several(
            "one-step-late",
            "The step is made with m and u of the steps before. The new gradient is taken in first.",
            ADAMAX.but(late=True),
        ),
        *in_counting(ADAMAX),
        *in_correction(_corrected),
        *in_average(ADAMAX),
        *without("theta-unchanged", in_steps(reference.adamax_step, NOTHING_CARRIED)),
    ),
)
