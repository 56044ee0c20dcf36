"""Checks of `adadelta_step`: two moving averages, of squared gradients and of squared changes, and no learning rate.

Adadelta starts with steps of the size √ε: large values of eps make them large enough to tell the mistakes apart.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.optimizers.forms import in_form, in_steps
from autograder.checks.optimizers.paths import Path, Step
from autograder.checks.optimizers.rules import numbers, pairs, several, usual, without
from autograder.checks.optimizers.steps import StepExercise
from autograder.reference import optimizers as reference

LARGE = {"rho": 0.75, "eps": 1.0}


def _paths(rng: np.random.Generator) -> list[Path]:
    return [
        numbers(1, 8, rho=0.75, eps=9.0),
        numbers(1, 8, 8, rho=0.75, eps=9.0),
        numbers(0, 2, -4, 1, **LARGE),
        numbers(0, 6, 6, eps=1.0),
        numbers(0, 2, 1, rho=0.5),
        pairs((1, -2), (4, 0.5), (2, 1), **LARGE),
        *usual(rng, LARGE, 1e-3),
    ]


def _average(kept: Any, new: Any, rho: float) -> Any:
    return rho * kept + (1 - rho) * new**2


def _change(E: Any, D: Any, g: Any, eps: float) -> Any:
    return -np.sqrt(D + eps) / np.sqrt(E + eps) * g


def _adadelta(
    gradients: Callable[..., Any] = _average,
    change: Callable[..., Any] = _change,
    changes: Callable[..., Any] = _average,
    late: bool = False,
) -> Step:
    """Return a step in its parts: the averages of the gradients and of the changes, and the change made of them.

    With `late` the change is made with the average of gradients as it was before.
    """

    def step(theta: Any, grad: Any, state: dict[str, Any], rho: float = 0.9, eps: float = 1e-6) -> Any:
        before, D = state.get("E", 0.0), state.get("D", 0.0)
        E = gradients(before, grad, rho)
        delta = change(before if late else E, D, grad, eps)
        return theta + delta, {"E": E, "D": changes(D, delta, rho)}

    return step


def _renewed_first(theta: Any, grad: Any, state: dict[str, Any], rho: float = 0.9, eps: float = 1e-6) -> Any:
    """Make the change twice: the second time with a D in which the first is taken in."""
    E, D = _average(state.get("E", 0.0), grad, rho), state.get("D", 0.0)
    D = _average(D, _change(E, D, grad, eps), rho)
    return theta + _change(E, D, grad, eps), {"E": E, "D": D}


def _from_gradients(theta: Any, grad: Any, state: dict[str, Any], rho: float = 0.9, eps: float = 1e-6) -> Any:
    E, D = (_average(state.get(name, 0.0), grad, rho) for name in "ED")
    return theta + _change(E, state.get("D", 0.0), grad, eps), {"E": E, "D": D}


def _from_theta(theta: Any, grad: Any, state: dict[str, Any], rho: float = 0.9, eps: float = 1e-6) -> Any:
    E, D = _average(state.get("E", 0.0), grad, rho), state.get("D", 0.0)
    theta = theta + _change(E, D, grad, eps)
    return theta, {"E": E, "D": _average(D, theta, rho)}


def _starting_with_eps(kept: bool) -> Step:
    """Let eps stand for D at first, and leave it out later; where it is `kept`, the average starts with it too."""

    def step(theta: Any, grad: Any, state: dict[str, Any], rho: float = 0.9, eps: float = 1e-6) -> Any:
        E, D = _average(state.get("E", 0.0), grad, rho), state.get("D", eps)
        delta = -np.sqrt(D) / np.sqrt(E + eps) * grad
        return theta + delta, {"E": E, "D": _average(D if kept or state else 0.0, delta, rho)}

    return step


def _from_this_gradient(theta: Any, grad: Any, state: dict[str, Any], rho: float = 0.9, eps: float = 1e-6) -> Any:
    E, D = (_average(state.get(name, 0.0), grad, rho) for name in "ED")
    return theta + _change(E, D, grad, eps), {"E": E, "D": D}


def _one_late(theta: Any, grad: Any, state: dict[str, Any], rho: float = 0.9, eps: float = 1e-6) -> Any:
    """Take the change of the step before into D."""
    E, D, last = _average(state.get("E", 0.0), grad, rho), state.get("D", 0.0), state.get("last", 0.0)
    delta = _change(E, D, grad, eps)
    return theta + delta, {"E": E, "D": _average(D, last, rho), "last": delta}


def _with_rate(rate: float) -> Step:
    return _adadelta(change=lambda E, D, g, eps: rate * _change(E, D, g, eps))


def _rmsprop(rate: float) -> Step:
    return _adadelta(change=lambda E, D, g, eps: -rate * g / np.sqrt(E + eps))


ADADELTA_STEP = StepExercise(
    "adadelta_step",
    reference.adadelta_step,
    _paths,
    (
        *in_form(reference.adadelta_step),
        several(
            "still-rmsprop",
            "The gradient is divided by the root of E and multiplied by a learning rate: that is RMSprop. In Adadelta the root of "
            "D + ε stands where the rate stood.",
            *map(_rmsprop, (0.001, 0.01, 0.1, 1.0)),
        ),
        several(
            "learning-rate-left-in",
            "The change is multiplied by a learning rate as well. Adadelta has none: the root of D + ε gives the step its length.",
            *map(_with_rate, (0.001, 0.01, 0.1, 0.5)),
        ),
        several(
            "changes-renewed-first",
            "D takes in the change of this step before it is used for it. The step is made with the D of the steps before; only "
            "then is the new change known.",
            _renewed_first,
        ),
        several(
            "changes-one-step-late",
            "D takes in the change of the step before instead of this one, so that it is always one behind.",
            _one_late,
        ),
        several(
            "roots-exchanged",
            "The two roots are exchanged: √(E + ε) stands above the line. What is divided by is the size of the gradients, so "
            "that units cancel.",
            _adadelta(change=lambda E, D, g, eps: -np.sqrt(E + eps) / np.sqrt(D + eps) * g),
        ),
        several(
            "changes-not-kept",
            "D stays 0, so that every step has the length √ε at most. It takes in the square of each change, and goes into the "
            "state returned.",
            _adadelta(changes=lambda D, delta, rho: 0.0),
        ),
        several(
            "squares-not-kept",
            "E starts from 0 in every step. The new state has to hold both averages, E and D.",
            _adadelta(gradients=lambda E, g, rho: (1 - rho) * g**2),
        ),
        several(
            "changes-of-theta",
            "D takes in the square of the new theta. It is an average of the squares of what theta moved by, the change Δ.",
            _from_theta,
        ),
        several(
            "eps-at-the-start-only",
            "eps stands in for D in the first step and is missing in all later ones. It is added to D in every step: √(D + ε).",
            _adadelta(change=lambda E, D, g, eps: -np.sqrt(D if np.any(D) else eps) / np.sqrt(E + eps) * g),
            _starting_with_eps(kept=False),
            _starting_with_eps(kept=True),
        ),
        several(
            "changes-of-the-gradient",
            "D takes in the square of the gradient. It is an average of the squares of what theta moved by, the change Δ.",
            _from_gradients,
        ),
        several(
            "changes-not-squared",
            "D takes in the change itself and not its square. A change is negative as often as not, and then there is no root.",
            _adadelta(changes=lambda D, delta, rho: rho * D + (1 - rho) * delta),
            _adadelta(changes=lambda D, delta, rho: rho * D + (1 - rho) * np.abs(delta)),
        ),
        several(
            "changes-share-missing",
            "The square of the change is added to D whole, without 1 − ρ: D grows too large, and so do the steps.",
            _adadelta(changes=lambda D, delta, rho: rho * D + delta**2),
            _adadelta(changes=lambda D, delta, rho: D + delta**2),
        ),
        several(
            "gradients-added-up",
            "The squared gradients are added up for ever, as in Adagrad. E is an average that forgets: ρ E + (1 − ρ) g².",
            _adadelta(gradients=lambda E, g, rho: E + g**2),
        ),
        several(
            "gradients-share-missing",
            "The squared gradient is added to E whole, without 1 − ρ.",
            _adadelta(gradients=lambda E, g, rho: rho * E + g**2),
        ),
        several(
            "shares-missing",
            "Both averages take in the new square whole, without 1 − ρ.",
            _adadelta(
                gradients=lambda E, g, rho: rho * E + g**2,
                changes=lambda D, delta, rho: rho * D + delta**2,
            ),
        ),
        several(
            "exchanged",
            "ρ and 1 − ρ are exchanged: the averages forget nearly all of the past in one step. ρ is the share that stays.",
            _adadelta(
                gradients=lambda E, g, rho: (1 - rho) * E + rho * g**2,
                changes=lambda D, delta, rho: (1 - rho) * D + rho * delta**2,
            ),
            _adadelta(gradients=lambda E, g, rho: (1 - rho) * E + rho * g**2),
            _adadelta(changes=lambda D, delta, rho: (1 - rho) * D + rho * delta**2),
        ),
        several(
            "gradients-not-squared",
            "E takes in the gradient itself and not its square. Positive and negative ones cancel, and a negative average has no "
            "root.",
            _adadelta(gradients=lambda E, g, rho: rho * E + (1 - rho) * g),
            _adadelta(gradients=lambda E, g, rho: rho * E + (1 - rho) * np.abs(g)),
        ),
        several(
            "averages-alike",
            "The two averages are always alike, so that theta moves by the gradient itself. Below the line, E takes this gradient "
            "in first; above it stands the average of squared changes before this step.",
            _adadelta(late=True),
            _from_this_gradient,
        ),
        several(
            "roots-missing",
            "The averages are divided as they are, without roots. An average of squares has the square of the unit; the root "
            "brings it back.",
            _adadelta(change=lambda E, D, g, eps: -(D + eps) / (E + eps) * g),
        ),
        several(
            "one-root-missing",
            "A root is taken of one average and not of the other.",
            _adadelta(change=lambda E, D, g, eps: -np.sqrt(D + eps) / (E + eps) * g),
            _adadelta(change=lambda E, D, g, eps: -(D + eps) / np.sqrt(E + eps) * g),
        ),
        several(
            "eps-outside",
            "eps is added to a root. In this rule it stands inside, under both roots: √(D + ε) and √(E + ε).",
            _adadelta(change=lambda E, D, g, eps: -(np.sqrt(D) + eps) / (np.sqrt(E) + eps) * g),
            _adadelta(change=lambda E, D, g, eps: -np.sqrt(D + eps) / (np.sqrt(E) + eps) * g),
            _adadelta(change=lambda E, D, g, eps: -(np.sqrt(D) + eps) / np.sqrt(E + eps) * g),
        ),
        several(
            "never-starts",
            "Theta stays where it is. Is eps missing under the root above the line? D starts at 0, so that the first step has no "
            "length, and none after it: it is eps that gets Adadelta going.",
            _adadelta(change=lambda E, D, g, eps: -np.sqrt(D) / np.sqrt(E + eps) * g),
            _adadelta(change=lambda E, D, g, eps: -np.sqrt(D) / np.sqrt(E) * g),
            _adadelta(change=lambda E, D, g, eps: 0.0 * g),
        ),
        several(
            "eps-missing-below",
            "eps is missing under the root below the line. It is what keeps the quotient finite where all gradients were 0.",
            _adadelta(change=lambda E, D, g, eps: -np.sqrt(D + eps) / np.sqrt(E) * g),
        ),
        several(
            "gradient-missing",
            "The change is the quotient of the roots alone: the gradient is missing, and with it the direction.",
            _adadelta(change=lambda E, D, g, eps: -np.sqrt(D + eps) / np.sqrt(E + eps)),
        ),
        several(
            "one-average-for-all",
            "One average is kept for all entries together. Adadelta keeps two for each entry: each gets steps of its own length.",
            _adadelta(gradients=lambda E, g, rho: rho * E + (1 - rho) * np.mean(g**2)),
            _adadelta(gradients=lambda E, g, rho: rho * E + (1 - rho) * np.sum(g**2)),
        ),
        *without(
            "theta-unchanged",
            in_steps(
                reference.adadelta_step,
                "Every step starts with averages of 0: what was kept is lost between the steps. It comes from the state that is "
                "passed, and goes into the one returned.",
            ),
        ),
    ),
)
