"""Checks of `adam_step` and `nadam_step`: averages of gradients and of squares, both freed of their bias.

β1 = 0.5 and β2 = 0.75 make the averages short numbers, an eps of 1 shows on which side of the root it stands.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.checks.exercise import Misconception
from autograder.checks.optimizers.forms import in_form, in_steps
from autograder.checks.optimizers.moments import (
    Correction,
    average,
    average_square,
    exchanged,
    in_average,
    in_correction,
    in_counting,
    in_square,
)
from autograder.checks.optimizers.paths import Path
from autograder.checks.optimizers.rules import Options, Rule, numbers, pairs, several, usual
from autograder.checks.optimizers.steps import StepExercise
from autograder.reference import optimizers as reference

SHORT = {"learning_rate": 0.1, "beta1": 0.5, "beta2": 0.75}
NOTHING_CARRIED = (
    "Every step is made as if it were the first: averages and t start again from nothing. They come from the state that is "
    "passed, and go into the one returned."
)


def _paths(rng: np.random.Generator) -> list[Path]:
    return [
        numbers(1, 2, **SHORT),
        numbers(1, 2, -1, **SHORT),
        numbers(1, 2, 2, -4, **SHORT),
        numbers(1, 3, **SHORT, eps=1.0),
        numbers(0, 3, 1, 0.5, learning_rate=1.0, eps=2.0),
        pairs((1, -2), (2, -1), (1, 4), **SHORT),
        pairs((0, 0), (2, -1), (1, 4), beta1=0.5),
        pairs((0, 0), (2, -1), (1, 4), beta2=0.5),
        *usual(rng, {**SHORT, "eps": 0.25}, 1e-8),
    ]


def _in_quotient(rule: Rule) -> tuple[Misconception, ...]:
    """Return the mistakes in `η a / (√v̂ + ε)`, where a is what the rule divides."""

    def above(m: Any, v: Any, g: Any, t: int, o: Options) -> Any:
        """The move without its denominator: eps is 1 and v is 0."""
        return rule.move(m, 0.0 * v, g, t, Options(**{**vars(o), "eps": 1.0}))

    def divided(below: Any) -> Rule:
        return rule.moving(lambda m, v, g, t, o: above(m, v, g, t, o) / below(v, v / (1 - o.beta2**t), t, o))

    return (
        several(
            "square-bias-left",
            "v is used as it is: it starts at 0 and is far too small in the first steps, so that they are too long. Divide it by "
            "1 − β2ᵗ.",
            divided(lambda v, v_hat, t, o: np.sqrt(v) + o.eps),
        ),
        several(
            "eps-inside",
            "eps stands under the root. In this rule it is added to the root: √v̂ + ε.",
            divided(lambda v, v_hat, t, o: np.sqrt(v_hat + o.eps)),
        ),
        several(
            "eps-before-correction",
            "eps is added to √v before the correction, so that it is scaled together with v. In the printed rule v is corrected "
            "first: √v̂ + ε.",
            divided(lambda v, v_hat, t, o: (np.sqrt(v) + o.eps) / np.sqrt(1 - o.beta2**t)),
        ),
        several(
            "eps-missing",
            "eps never comes in. It is what keeps the quotient finite where all gradients were 0.",
            divided(lambda v, v_hat, t, o: np.sqrt(v_hat)),
        ),
        several(
            "root-missing",
            "The root is missing: the step is divided by v̂ itself. v̂ is an average of squares; its root has the size of a "
            "gradient.",
            divided(lambda v, v_hat, t, o: v_hat + o.eps),
        ),
        several(
            "root-of-the-rest",
            "The correction stands outside the root: √v is divided by 1 − β2ᵗ. It belongs under the root, together with v.",
            divided(lambda v, v_hat, t, o: np.sqrt(v) / (1 - o.beta2**t) + o.eps),
        ),
        several(
            "correction-turned-round",
            "An average is multiplied by 1 − βᵗ where it should be divided: what is too small gets smaller still.",
            divided(lambda v, v_hat, t, o: np.sqrt(v * (1 - o.beta2**t)) + o.eps),
        ),
        several(
            "betas-exchanged",
            "β1 and β2 are exchanged: β1 belongs to the average of gradients, β2 to that of squares.",
            rule.but(
                first=lambda m, g, o: rule.first(m, g, exchanged(o)),
                second=lambda v, g, o: rule.second(v, g, exchanged(o)),
                move=lambda m, v, g, t, o: rule.move(m, v, g, t, exchanged(o)),
            ),
        ),
        several(
            "betas-mixed-up",
            "β1 and β2 are mixed up in the corrections: m is divided by 1 − β1ᵗ, v by 1 − β2ᵗ.",
            rule.moving(lambda m, v, g, t, o: rule.move(m, v, g, t, exchanged(o))),
            divided(lambda v, v_hat, t, o: np.sqrt(v / (1 - o.beta1**t)) + o.eps),
        ),
        several(
            "eps-beside-the-quotient",
            "eps is added to the whole step: division comes before addition. √v̂ + ε stands below the line, in parentheses.",
            rule.moving(lambda m, v, g, t, o: above(m, v, g, t, o) / np.sqrt(v / (1 - o.beta2**t)) + o.eps),
            rule.moving(lambda m, v, g, t, o: above(m, v, g, t, o) / np.sqrt(v / (1 - o.beta2**t)) - o.eps),
        ),
        several(
            "rate-missing",
            "The learning rate never comes in: the quotient is the whole step.",
            rule.moving(lambda m, v, g, t, o: rule.move(m, v, g, t, o) / o.learning_rate),
        ),
        several(
            "one-step-late",
            "The step is made with the averages of the steps before. The new gradient is taken in first.",
            rule.but(late=True),
        ),
    )


# --- adam_step ---


def _adam_move(m: Any, v: Any, g: Any, t: int, o: Options) -> Any:
    return o.learning_rate * m / (1 - o.beta1**t) / (np.sqrt(v / (1 - o.beta2**t)) + o.eps)


ADAM = Rule(reference.adam_step, _adam_move, average, average_square)


def _adam_corrected(correction: Correction) -> Rule:
    return ADAM.moving(
        lambda m, v, g, t, o: (
            o.learning_rate * m / correction(o.beta1, t) / (np.sqrt(v / correction(o.beta2, t)) + o.eps)
        )
    )


def _corrected_kept(theta: Any, g: Any, state: dict[str, Any], **options: float) -> Any:
    """Keep the corrected averages in the place of the averages."""
    _, kept = ADAM(theta, g, state, **options)
    o = Options(**{**{"beta1": 0.9, "beta2": 0.999}, **options})
    a, b = kept["a"] / (1 - o.beta1 ** kept["t"]), kept["b"] / (1 - o.beta2 ** kept["t"])
    return ADAM(theta, g, state, **options)[0], {"t": kept["t"], "a": a, "b": b}


ADAM_STEP = StepExercise(
    "adam_step",
    reference.adam_step,
    _paths,
    (
        *in_form(reference.adam_step),
        several(
            "bias-left",
            "The bias correction is missing: m and v start at 0, and in the first steps they are far too small. Each is divided "
            "by 1 − βᵗ.",
            ADAM.moving(lambda m, v, g, t, o: o.learning_rate * m / (np.sqrt(v) + o.eps)),
            ADAM.moving(lambda m, v, g, t, o: o.learning_rate * m / np.sqrt(v + o.eps)),
        ),
        several(
            "gradient-bias-left",
            "m is used as it is: it starts at 0 and is far too small in the first steps. Divide it by 1 − β1ᵗ.",
            ADAM.moving(lambda m, v, g, t, o: o.learning_rate * m / (np.sqrt(v / (1 - o.beta2**t)) + o.eps)),
        ),
        several(
            "corrected-kept",
            "The corrected averages are kept, and corrected again in the next step. The state keeps m and v; m̂ and v̂ are for "
            "this step only.",
            _corrected_kept,
        ),
        several(
            "square-of-the-average",
            "v averages the squares of m. It is the squared gradients that it averages.",
            lambda theta, g, state, **o: _square_of_m(theta, g, state, **o),
        ),
        *in_counting(ADAM),
        *in_correction(_adam_corrected),
        *in_average(ADAM),
        *in_square(ADAM),
        *_in_quotient(ADAM),
        *in_steps(reference.adam_step, NOTHING_CARRIED),
    ),
)


def _square_of_m(theta: Any, g: Any, state: dict[str, Any], **options: float) -> Any:
    o = Options(**{**{"learning_rate": 0.001, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8}, **options})
    t, m = state.get("t", 0) + 1, average(state.get("m", 0.0), g, o)
    v = average_square(state.get("v", 0.0), m, o)
    return theta - _adam_move(m, v, g, t, o), {"t": t, "m": m, "v": v}


# --- nadam_step ---


def _nadam_with(above: Any) -> Rule:
    """Return a step with something else above the line: `above(m, g, correction, t, o)`, where correction is 1 − β1ᵗ."""
    return Rule(
        reference.nadam_step,
        lambda m, v, g, t, o: (
            o.learning_rate * above(m, g, 1 - o.beta1**t, t, o) / (np.sqrt(v / (1 - o.beta2**t)) + o.eps)
        ),
        average,
        average_square,
    )


NADAM = _nadam_with(lambda m, g, c, t, o: o.beta1 * m / c + (1 - o.beta1) * g / c)


def _nadam_corrected(correction: Correction) -> Rule:
    return NADAM.moving(
        lambda m, v, g, t, o: (
            o.learning_rate
            * (o.beta1 * m + (1 - o.beta1) * g)
            / correction(o.beta1, t)
            / (np.sqrt(v / correction(o.beta2, t)) + o.eps)
        )
    )


def _parentheses_missing(m: Any, v: Any, g: Any, t: int, o: Options) -> tuple[Any, Any]:
    """Return the first part of the sum, with the rate by the root, and the second part without it."""
    rate, c = o.learning_rate / (np.sqrt(v / (1 - o.beta2**t)) + o.eps), 1 - o.beta1**t
    return rate * o.beta1 * m / c, (1 - o.beta1) * g / c


NADAM_STEP = StepExercise(
    "nadam_step",
    reference.nadam_step,
    _paths,
    (
        *in_form(reference.nadam_step),
        several(
            "still-adam",
            "This is Adam: what stands above the line is m̂, in one piece or as β1 times the old m and the new share. Nadam looks "
            "one step ahead, with β1 of the new m̂ and once more a share of the newest gradient.",
            _nadam_with(lambda m, g, c, t, o: m / c),
        ),
        several(
            "gradient-not-corrected",
            "The newest gradient comes in without its correction: (1 − β1) g is divided by 1 − β1ᵗ, just as m is.",
            _nadam_with(lambda m, g, c, t, o: o.beta1 * m / c + (1 - o.beta1) * g),
        ),
        several(
            "average-not-corrected",
            "m comes in without its correction: above the line stands β1 m̂, and m̂ is m divided by 1 − β1ᵗ.",
            _nadam_with(lambda m, g, c, t, o: o.beta1 * m + (1 - o.beta1) * g / c),
        ),
        several(
            "bias-left",
            "The bias correction is missing: m and v start at 0, and in the first steps they are far too small. Each is divided "
            "by 1 − βᵗ, and so is (1 − β1) g.",
            NADAM.moving(
                lambda m, v, g, t, o: o.learning_rate * (o.beta1 * m + (1 - o.beta1) * g) / (np.sqrt(v) + o.eps)
            ),
        ),
        several(
            "gradient-bias-left",
            "Only v is corrected. Above the line, m and (1 − β1) g are divided by 1 − β1ᵗ.",
            _nadam_with(lambda m, g, c, t, o: o.beta1 * m + (1 - o.beta1) * g),
        ),
        several(
            "no-look-ahead",
            "m̂ comes in whole, without β1, beside the newest gradient. The look-ahead lets the average fade by β1 once more "
            "before the gradient is added.",
            _nadam_with(lambda m, g, c, t, o: m / c + (1 - o.beta1) * g / c),
        ),
        several(
            "gradient-whole",
            "The newest gradient comes in whole. Its share is 1 − β1, divided by 1 − β1ᵗ like m.",
            _nadam_with(lambda m, g, c, t, o: o.beta1 * m / c + g),
            _nadam_with(lambda m, g, c, t, o: o.beta1 * m / c + g / c),
        ),
        several(
            "shares-exchanged",
            "β1 and 1 − β1 are exchanged above the line: β1 goes with m̂, 1 − β1 with the newest gradient.",
            _nadam_with(lambda m, g, c, t, o: (1 - o.beta1) * m / c + o.beta1 * g / c),
            _nadam_with(lambda m, g, c, t, o: (1 - o.beta1) * m / c + o.beta1 * g),
        ),
        several(
            "only-the-gradient",
            "Above the line stands the newest gradient alone; the part β1 m̂ is missing.",
            _nadam_with(lambda m, g, c, t, o: (1 - o.beta1) * g / c),
            _nadam_with(lambda m, g, c, t, o: (1 - o.beta1) * g),
        ),
        several(
            "only-the-average",
            "Above the line stands β1 m̂ alone; the part with the newest gradient is missing.",
            _nadam_with(lambda m, g, c, t, o: o.beta1 * m / c),
        ),
        several(
            "corrected-for-the-next-step",
            "m is divided by 1 − β1 to the power t + 1. Dozat's paper does so, and some libraries; in the rule printed here both "
            "parts are divided by 1 − β1ᵗ.",
            _nadam_with(lambda m, g, c, t, o: o.beta1 * m / (1 - o.beta1 ** (t + 1)) + (1 - o.beta1) * g / c),
        ),
        several(
            "corrected-twice",
            "β1 m̂ is divided by 1 − β1ᵗ once more, together with the newest gradient. m̂ is corrected already.",
            _nadam_with(lambda m, g, c, t, o: (o.beta1 * m / c + (1 - o.beta1) * g) / c),
            _nadam_with(lambda m, g, c, t, o: (o.beta1 * m / c + (1 - o.beta1) * g / c) / c),
        ),
        several(
            "parentheses-missing",
            "The rate and the root belong to the first part of the sum alone, and the second is a step without a rate. Both parts "
            "stand above the line: mind the parentheses.",
            NADAM.moving(lambda *given: sum(_parentheses_missing(*given))),
            NADAM.moving(lambda *given: np.subtract(*_parentheses_missing(*given))),
        ),
        several(
            "look-ahead-twice",
            "The average looks ahead with m̂ in the place of the newest gradient. One part is β1 m̂, the other (1 − β1) g over "
            "1 − β1ᵗ.",
            _nadam_with(lambda m, g, c, t, o: o.beta1 * m / c + (1 - o.beta1) * m / c / c),
        ),
        *in_counting(NADAM),
        *in_correction(_nadam_corrected),
        *in_average(NADAM)[:2],
        *in_square(NADAM),
        *_in_quotient(NADAM),
        *in_steps(reference.nadam_step, NOTHING_CARRIED),
    ),
)
