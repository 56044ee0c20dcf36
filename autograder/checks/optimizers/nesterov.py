"""Checks of `nesterov_step`: the gradient is taken where the old velocity is about to carry theta."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle
from typing import Any

import numpy as np

from autograder.checks.optimizers.forms import in_form, in_steps
from autograder.checks.optimizers.momentum import HALVES, PLAIN_DESCENT
from autograder.checks.optimizers.paths import Path, Step, number
from autograder.checks.optimizers.rules import SMALL, ZERO, several, usual, without
from autograder.checks.optimizers.steps import StepExercise
from autograder.reference import optimizers as reference


def double(t: Any) -> Any:
    """∇J(θ) = 2 θ"""
    return 2.0 * t


def cube(t: Any) -> Any:
    """∇J(θ) = θ³"""
    return t * t * t


def valley(t: Any) -> Any:
    """∇J(θ) = 4 (θ − 1)"""
    return 4.0 * (t - 1.0)


def coupled(t: Any) -> Any:
    """∇J(θ) = θ minus the mean of θ"""
    return t - np.mean(t)


def constant(t: Any) -> Any:
    """∇J(θ) = 3 everywhere"""
    return 0.0 * t + 3.0


def _nesterov_paths(rng: np.random.Generator) -> list[Path]:
    return [
        numbers_with(double, 1, 1, **HALVES),
        numbers_with(double, 1, 2, **HALVES),
        numbers_with(double, 1, 3, **HALVES),
        numbers_with(valley, 2, 2, learning_rate=0.125, gamma=0.25),
        numbers_with(cube, 2, 3, learning_rate=0.1, gamma=0.5),
        numbers_with(constant, 0, 3, learning_rate=1.0, gamma=0.5),
        Path(np.array([1.0, -2.0]), (double,) * 2, HALVES),
        Path(np.array([1.0, -1.0]), (cube,) * 3, {"learning_rate": 0.5}),
        Path(np.array([1.0, -2.0, 4.0]), (coupled,) * 3, HALVES),
        *(
            _with_function(path, slope)
            for path, slope in zip(usual(rng, HALVES, 1.0), cycle((double, cube, valley)))
            if path.note not in (SMALL, ZERO)
        ),
    ]


def numbers_with(slope: Callable[[Any], Any], theta: float, steps: int, **options: float) -> Path:
    """Return a path on which theta is a single number, with a function that gives the gradient."""
    return Path(number(theta), (slope,) * steps, options)


def _with_function(path: Path, slope: Callable[[Any], Any]) -> Path:
    theta = path.theta if np.any(path.theta) else path.theta + 0.5
    return Path(theta, (slope,) * len(path.grads), path.options, path.later, path.note, path.layout, path.again)


def _nesterov(
    at: Callable[..., Any] = lambda theta, v, gamma, rate: theta - gamma * v,
    velocity: Callable[..., Any] = lambda v, g, rate, gamma: gamma * v + rate * g,
    to: Callable[..., Any] = lambda theta, v, old, g, rate, gamma: theta - v,
) -> Step:
    """Return a step: the gradient is taken `at` some point, gives a `velocity`, which leads `to` some point."""

    def step(theta: Any, grad_fn: Any, state: dict[str, Any], learning_rate: float = 0.01, gamma: float = 0.9) -> Any:
        old = state.get("v", 0.0 * theta)
        g = grad_fn(at(theta, old, gamma, learning_rate))
        v = velocity(old, g, learning_rate, gamma)
        return to(theta, v, old, g, learning_rate, gamma), {"v": v}

    return step


def _after_the_move(
    theta: Any, grad_fn: Any, state: dict[str, Any], learning_rate: float = 0.01, gamma: float = 0.9
) -> Any:
    """Renew the velocity with the gradient here, and take the gradient again where that would lead."""
    v = gamma * state.get("v", 0.0 * theta) + learning_rate * grad_fn(theta)
    v = gamma * state.get("v", 0.0 * theta) + learning_rate * grad_fn(theta - v)
    return theta - v, {"v": v}


NESTEROV_STEP = StepExercise(
    "nesterov_step",
    reference.nesterov_step,
    _nesterov_paths,
    (
        *without("grad-in-place", in_form(reference.nesterov_step)),
        several(
            "gradient-here",
            "The gradient is taken at θ: that is plain momentum. Nesterov's idea is to take it where the velocity is about to "
            "carry θ, one look ahead.",
            _nesterov(at=lambda theta, v, gamma, rate: theta),
        ),
        several(
            "look-back",
            "The gradient is taken behind θ and not ahead of it: the look has the other sign than the move. Here v is subtracted "
            "in both.",
            _nesterov(at=lambda theta, v, gamma, rate: theta + gamma * v),
            _nesterov(
                velocity=lambda v, g, rate, gamma: gamma * v - rate * g,
                to=lambda theta, v, old, g, rate, gamma: theta + v,
            ),
        ),
        several(
            "look-too-far",
            "The look-ahead goes by the whole old velocity. Only its share γ will still be there in this step.",
            _nesterov(at=lambda theta, v, gamma, rate: theta - v),
        ),
        several(
            "velocity-off-the-gradient",
            "γ v is subtracted from the gradient at θ. It is subtracted from θ, in the parentheses: the gradient is asked there.",
            _nesterov(
                at=lambda theta, v, gamma, rate: theta,
                to=lambda theta, v, old, g, rate, gamma: theta - v,
                velocity=lambda v, g, rate, gamma: gamma * v + rate * (g - gamma * v),
            ),
        ),
        several(
            "look-from-nowhere",
            "The gradient is taken at γ v alone, without θ. The look-ahead is a point near θ.",
            _nesterov(at=lambda theta, v, gamma, rate: gamma * v),
            _nesterov(at=lambda theta, v, gamma, rate: -gamma * v),
        ),
        several(
            "look-scaled",
            "The look-ahead is made shorter by the learning rate. The velocity holds the rate already: γ v is how far it carries θ.",
            _nesterov(at=lambda theta, v, gamma, rate: theta - rate * gamma * v),
            _nesterov(at=lambda theta, v, gamma, rate: theta - rate * v),
        ),
        several(
            "from-the-look-ahead",
            "The move starts at the point of the look-ahead, so that γ v is subtracted twice: v holds it already. Looking ahead "
            "is for the gradient only; the move starts at θ.",
            _nesterov(to=lambda theta, v, old, g, rate, gamma: theta - gamma * old - v),
        ),
        several(
            "old-velocity-lost",
            "The gradient is taken ahead, but the new velocity is η times it and nothing else. The share γ of the old one belongs "
            "to it too.",
            _nesterov(velocity=lambda v, g, rate, gamma: rate * g),
        ),
        several(
            "averaged",
            "The new velocity is an average, with weights γ and 1 − γ. Here the whole of η times the gradient is added to the "
            "share γ of the old velocity.",
            _nesterov(velocity=lambda v, g, rate, gamma: gamma * v + (1 - gamma) * rate * g),
        ),
        several(
            "friction-missing",
            "The old velocity is kept whole, without γ, when the new one is made. γ stands in both places: in the look-ahead and "
            "in the velocity.",
            _nesterov(velocity=lambda v, g, rate, gamma: v + rate * g),
            _nesterov(
                at=lambda theta, v, gamma, rate: theta - v,
                velocity=lambda v, g, rate, gamma: v + rate * g,
            ),
        ),
        several(
            "velocity-turned-round",
            "The old velocity and the new gradient pull in opposite directions. They are added, and their sum is subtracted "
            "from theta.",
            _nesterov(velocity=lambda v, g, rate, gamma: rate * g - gamma * v),
        ),
        several(
            "one-step-late",
            "Theta moves with the velocity of the step before, and stands still at first. The velocity is renewed first, then used.",
            _nesterov(to=lambda theta, v, old, g, rate, gamma: theta - old),
        ),
        several(
            "gradient-after-the-move",
            "The look-ahead goes to where plain momentum would land, gradient included. It goes by γ v alone, before any gradient "
            "is known.",
            _after_the_move,
        ),
        several(
            "rate-outside",
            "The learning rate multiplies the whole velocity at the end. Here it stands inside, with the gradient, and so the "
            "look-ahead by γ v is as long as the move.",
            _nesterov(
                velocity=lambda v, g, rate, gamma: gamma * v + g,
                to=lambda theta, v, old, g, rate, gamma: theta - rate * v,
            ),
            _nesterov(
                at=lambda theta, v, gamma, rate: theta - rate * gamma * v,
                velocity=lambda v, g, rate, gamma: gamma * v + g,
                to=lambda theta, v, old, g, rate, gamma: theta - rate * v,
            ),
        ),
        several(
            "rate-twice",
            "The learning rate comes in twice: in the velocity, and once more when theta moves. It stands with the gradient only.",
            _nesterov(to=lambda theta, v, old, g, rate, gamma: theta - rate * v),
        ),
        several(
            "rate-missing",
            "The learning rate never comes in: the gradient is added to the velocity as it is.",
            _nesterov(velocity=lambda v, g, rate, gamma: gamma * v + g),
        ),
        several(
            "exchanged",
            "γ and the learning rate are exchanged: γ belongs to the old velocity, the rate to the gradient.",
            lambda theta, grad_fn, state, learning_rate=0.01, gamma=0.9: reference.nesterov_step(
                theta, grad_fn, state, gamma, learning_rate
            ),
            _nesterov(velocity=lambda v, g, rate, gamma: rate * v + gamma * g),
        ),
        *in_steps(reference.nesterov_step, PLAIN_DESCENT),
    ),
)
