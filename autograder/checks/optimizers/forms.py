"""Mistakes that every step can hold: what it returns, what it keeps and where, its options, and its direction."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.exercise import Misconception
from autograder.checks.optimizers.paths import Step
from autograder.checks.optimizers.rules import defaults, several

OTHER_DEFAULTS = {
    "learning_rate": (0.1, 0.01, 0.001, 0.002, 0.0001, 1.0),
    "gamma": (0.5, 0.8, 0.95, 0.99),
    "rho": (0.5, 0.95, 0.99, 0.999),
    "beta1": (0.99, 0.999, 0.95),
    "beta2": (0.9, 0.99, 0.9999),
    "eps": (1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 0.0),
}


def in_form(step: Step) -> tuple[Misconception, ...]:
    """Return the mistakes in what a step returns and does to its arguments; the exercise knows them by what it saw."""
    return (
        several(
            "only-theta",
            "Only theta comes back. What the step has to remember would be lost: return the pair, theta and the new state.",
            lambda *given, **options: step(*given, **options)[0],
        ),
        several(
            "turned-round",
            "The state comes first and theta second. The pair is (theta, state).",
            lambda *given, **options: step(*given, **options)[::-1],
        ),
        several(
            "state-not-a-dict",
            "What is to be kept does not come back as one dict. The result is a pair: theta, and a dict with all that the next "
            "step needs.",
            _loose(step),
            _as_list(step),
        ),
        several(
            "kept-outside",
            "The same call gives another result the second time: something is remembered outside `state`, in a global variable "
            "for instance. All that a step remembers belongs into the dict it returns.",
            _kept_outside(step),
        ),
        several(
            "state-in-place",
            "The state that was passed is changed in place: whoever kept it, to go back a step or to start two runs from it, "
            "finds other numbers. Return a new dict, with new arrays.",
            _written_into_the_dict(step),
            _written_into_its_arrays(step),
        ),
        several(
            "theta-in-place",
            "The theta that was passed is changed in place (`-=` writes into the caller's array). Make a new array for the new "
            "theta.",
            _theta_overwritten(step),
        ),
        several(
            "grad-in-place",
            "The gradient that was passed is changed in place (`*=` and `**=` write into the caller's array). Make a new one.",
            _grad_overwritten(step),
        ),
    )


def in_steps(step: Step, lost: str) -> tuple[Misconception, ...]:
    """Return the mistakes in how a step is used; `lost` says what happens when the state is not carried."""
    return (
        several(
            "state-not-carried",
            lost,
            lambda theta, grad, state, **options: (step(theta, grad, {}, **options)[0], {}),
        ),
        several(
            "uphill",
            "Every step goes the wrong way: theta moves along the gradient, uphill. The gradient points to where the cost grows.",
            _uphill(step),
        ),
        several(
            "returns-the-move",
            "What comes back in the place of theta is the change alone. The new theta is the old one with that change made.",
            lambda theta, *more, **options: _but_theta(step(theta, *more, **options), lambda new: new - theta),
            lambda theta, *more, **options: _but_theta(step(theta, *more, **options), lambda new: theta - new),
        ),
        several(
            "theta-unchanged",
            "Theta comes back as it went in. Is the new theta what is returned?",
            lambda theta, *more, **options: _but_theta(step(theta, *more, **options), lambda new: theta),
        ),
        *(_ignored(step, name, default) for name, default in defaults(step).items()),
        several(
            "other-default",
            "With all options in the call the steps are right; left out, an option should have the value that stands in the "
            "exercise, and one of them has another.",
            *(
                _with_default(step, name, other)
                for name, default in defaults(step).items()
                for other in OTHER_DEFAULTS[name]
                if other != default
            ),
        ),
    )


def _but_theta(pair: tuple[Any, Any], change: Callable[[Any], Any]) -> tuple[Any, Any]:
    return change(pair[0]), pair[1]


def _ignored(step: Step, name: str, default: float) -> Misconception:
    def fixed(value: float) -> Step:
        return lambda *given, **options: step(*given, **{**options, name: value})

    return several(
        f"{name}-ignored",
        f"Whatever `{name}` the caller asks for, the step is the same: a fixed number stands where the argument `{name}` belongs.",
        *map(fixed, dict.fromkeys((default, *(v for v in OTHER_DEFAULTS[name] if v not in (0.0, 1.0))))),
    )


def _with_default(step: Step, name: str, default: float) -> Step:
    return lambda *given, **options: step(*given, **{name: default, **options})


def _loose(step: Step) -> Step:
    """Return `theta, v` or `theta, m, v, t`."""

    def loose(*given: Any, **options: float) -> Any:
        theta, state = step(*given, **options)
        return (theta, *state.values())

    return loose


def _as_list(step: Step) -> Step:
    def listed(theta: Any, grad: Any, state: Any, **options: float) -> Any:
        theta, state = step(theta, grad, state, **options)
        return theta, list(state.values())

    return listed


def _kept_outside(step: Step) -> Step:
    memory: dict[str, Any] = {}

    def remembering(theta: Any, grad: Any, state: Any, **options: float) -> Any:
        if any(np.shape(value) not in ((), np.shape(theta)) for value in memory.values()):
            memory.clear()
        theta, kept = step(theta, grad, memory, **options)
        memory.update(kept)
        return theta, {}

    return remembering


def _written_into_the_dict(step: Step) -> Step:
    def writing(theta: Any, grad: Any, state: dict[str, Any], **options: float) -> Any:
        theta, kept = step(theta, grad, state, **options)
        state.update(kept)
        return theta, state

    return writing


def _written_into_its_arrays(step: Step) -> Step:
    def writing(theta: Any, grad: Any, state: dict[str, Any], **options: float) -> Any:
        theta, kept = step(theta, grad, copy.deepcopy(state), **options)
        for key, value in state.items():
            if isinstance(value, np.ndarray):
                value[...] = kept[key]
                kept[key] = value
        return theta, kept

    return writing


def _theta_overwritten(step: Step) -> Step:
    def writing(theta: Any, grad: Any, state: Any, **options: float) -> Any:
        new, kept = step(theta, grad, state, **options)
        theta -= theta - new
        return new, kept

    return writing


def _grad_overwritten(step: Step) -> Step:
    def writing(theta: Any, grad: Any, state: Any, **options: float) -> Any:
        result = step(theta, grad, state, **options)
        grad *= 2
        return result

    return writing


def _uphill(step: Step) -> Step:
    """Move theta to the other side of where it was; what is kept is as it should be."""

    def rising(theta: Any, grad: Any, state: Any, **options: float) -> Any:
        new, kept = step(theta, grad, state, **options)
        return theta - (new - theta), kept

    return rising
