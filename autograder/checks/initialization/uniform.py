"""Checks of `uniform_initialization`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.initialization.forms import in_form, several
from autograder.checks.initialization.laws import Law
from autograder.checks.initialization.sampled import SampledExercise
from autograder.checks.initialization.weights import Rng, drawn, in_drawing
from autograder.reference import initialization as reference


def law(n: int, n_prev: int, epsilon: float) -> Law:
    """Return what each weight is drawn from."""
    return Law("uniform", epsilon / 3**0.5, f"{epsilon:g}² / 3")


def _shaped(rng: Rng, shape: tuple[int, ...], n: int, n_prev: int, epsilon: float) -> Any:
    return rng.uniform(-epsilon, epsilon, size=shape)


def _between(low: Callable[[float], float], high: Callable[[float], float]) -> Callable[..., Any]:
    """Return an initialization with weights from `low(epsilon)` to `high(epsilon)`."""
    return drawn(lambda rng, n, n_prev, epsilon: rng.uniform(low(epsilon), high(epsilon), size=(n, n_prev)))


def _within(limit: Callable[[float], float]) -> Callable[..., Any]:
    return _between(lambda epsilon: -limit(epsilon), limit)


def _normal(deviation: Callable[[float], float]) -> Callable[..., Any]:
    return drawn(lambda rng, n, n_prev, epsilon: rng.normal(0.0, deviation(epsilon), size=(n, n_prev)))


UNIFORM_INITIALIZATION = SampledExercise(
    "uniform_initialization",
    reference.uniform_initialization,
    law,
    [(0.5,), (0.1,), (2.0,)],
    (
        several(
            "positive-only",
            "The weights go from 0 to epsilon: none is negative. (`rng.random` draws between 0 and 1.) Half of them should lie "
            "below 0, down to −epsilon.",
            _between(lambda e: 0.0, lambda e: e),
        ),
        several(
            "half-as-wide",
            "The weights go from −epsilon/2 to epsilon/2. The whole interval is 2 epsilon wide.",
            _within(lambda e: e / 2),
        ),
        several(
            "not-shifted",
            "The interval is 2 epsilon wide, but begins at 0. It has to be shifted so that 0 is its middle.",
            _between(lambda e: 0.0, lambda e: 2 * e),
        ),
        several(
            "shifted-only",
            "The interval is shifted by epsilon and not stretched: it is 1 wide, whatever epsilon is. From −epsilon to epsilon it "
            "is 2 epsilon.",
            _between(lambda e: -e, lambda e: 1 - e),
        ),
        several(
            "shifted-by-one",
            "The numbers are stretched by 2 epsilon and then moved by 1. The middle of the interval is 0 only if it is moved by "
            "epsilon.",
            _between(lambda e: -1.0, lambda e: 2 * e - 1),
        ),
        several(
            "epsilon-ignored",
            "The weights lie in the same interval whatever epsilon is. It is the caller who says how far from 0 they may be.",
            _within(lambda e: 1.0),
            _between(lambda e: 0.0, lambda e: 1.0),
            *(_within(lambda e, fixed=fixed: fixed) for fixed in (0.01, 0.1, 0.12, 0.3, 0.5)),  # type: ignore[misc]
            _normal(lambda e: 1.0),
        ),
        several(
            "twice-as-wide",
            "The weights go from −2 epsilon to 2 epsilon: the interval is twice as wide as it should be.",
            _within(lambda e: 2 * e),
        ),
        several(
            "epsilon-squared",
            "The weights go from −epsilon² to epsilon²: epsilon comes in twice. The limits are −epsilon and epsilon.",
            _within(lambda e: e * e),
        ),
        several(
            "spread-for-limit",
            "Epsilon is taken for the standard deviation. It is the limit: no weight lies further from 0.",
            _within(lambda e: e * 3**0.5),
            _within(lambda e: (3 * e) ** 0.5),
        ),
        several(
            "normal",
            "The weights are drawn from a normal distribution. In a uniform one, every number from −epsilon to epsilon is as "
            "likely as any other, and none lies outside.",
            *map(_normal, (lambda e: e, lambda e: e / 2, lambda e: e / 3, lambda e: e / 3**0.5, lambda e: e * e)),
            drawn(lambda rng, n, n_prev, e: np.clip(rng.normal(0.0, e, size=(n, n_prev)), -e, e)),
        ),
        several(
            "ends-only",
            "The weights are −epsilon or epsilon and nothing between. All numbers between the two are as likely as they are.",
            drawn(lambda rng, n, n_prev, e: rng.choice([-e, e], size=(n, n_prev))),
            drawn(lambda rng, n, n_prev, e: rng.choice([-e, 0.0, e], size=(n, n_prev))),
        ),
        several(
            "scaled-by-inputs",
            "The interval depends on the sizes of the layer. Here it is −epsilon to epsilon in every layer.",
            drawn(lambda rng, n, n_prev, e: rng.uniform(-e, e, size=(n, n_prev)) / n_prev**0.5),
            drawn(lambda rng, n, n_prev, e: rng.uniform(-e, e, size=(n, n_prev)) * (6 / (n + n_prev)) ** 0.5),
            drawn(lambda rng, n, n_prev, e: rng.uniform(-e, e, size=(n, n_prev)) / n_prev),
        ),
        *in_drawing(_shaped),
        *in_form(reference.uniform_initialization),
    ),
)
