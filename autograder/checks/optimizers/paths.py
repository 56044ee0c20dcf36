"""A path: several steps of an optimizer from one start, fed back what it keeps; and what came out of each step.

A step returns a pair: theta, whose numbers are compared, and a state, of which nothing is known but that it is a dict of plain
data. What is wrong in form ends the path, under the name of the mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.checks import wording
from autograder.checks.outcome import Case, Layout, Outcome, call
from autograder.guest.codec import DICTS

FORM = "form: "  # before the name of a mistake, where an outcome has the type of an exception
DEPTH = 10  # of lists and dicts in a state
KINDS = "biufcU"  # of arrays that cross between two processes

Step = Callable[..., Any]


@dataclass(frozen=True)
class Path:
    """Steps from `theta` and an empty state: a gradient for each, or, where the step asks for a function, the function.

    `later` are the options from the second step on, where they differ. With `again` the second step is taken a second time
    at the end, from the state it was first taken with.
    """

    theta: Any
    grads: tuple[Any, ...]
    options: Mapping[str, float] = field(default_factory=dict)
    later: Mapping[str, float] = field(default_factory=dict)
    note: str = ""
    layout: Layout = "plain"
    again: bool = False

    @property
    def size(self) -> int:
        """How many numbers it takes to tell the path."""
        return Case((self.theta, self.grads)).size + len(self.grads) + 2 * len(self.later)

    def case(self, number: int, theta: Any, state: dict[Any, Any]) -> Case:
        """Return the call of one step, counted from 0."""
        options = {**self.options, **(self.later if number else {})}
        return Case((theta, self.grads[number], state), options, layout=self.layout)


def number(value: float) -> Any:
    """Return a NumPy float, which has a shape and calculates like an array: a number is an array without axes."""
    return np.float64(value)


def walk(step: Step, path: Path) -> list[Outcome]:
    """Take the steps; each outcome holds the theta returned. The last one is the second step taken again, if it is.

    A path ends early where a step stops or returns what no further step can be taken from.
    """
    theta: Any = path.theta
    state: dict[Any, Any] = {}
    outcomes: list[Outcome] = []
    second: Case | None = None
    for at in range(len(path.grads)):
        case = path.case(at, theta, state)
        second = case if at == 1 else second
        outcome = call(step, case)
        name = "" if outcome.error else _form(outcome.value)
        if outcome.error or name:
            return [*outcomes, Outcome(outcome.value, outcome.error or (FORM + name, ""))]
        theta, state = outcome.value
        outcomes.append(Outcome(theta, changed=outcome.changed))
    if path.again and second:
        outcome = call(step, second)
        theta = None if outcome.error or _form(outcome.value) else outcome.value[0]
        outcomes.append(Outcome(theta, outcome.error))
    return outcomes


def _form(value: Any) -> str:
    """Return the name of what is wrong with the pair, or nothing."""
    if not isinstance(value, (list, tuple)):
        return "only-theta"
    if len(value) != 2:
        return "state-not-a-dict"
    theta, state = value
    if isinstance(theta, dict) and not isinstance(state, dict):
        return "turned-round"
    if theta is None or not _is_plain(theta):
        return "no-theta"
    if not isinstance(state, dict):
        return "state-not-a-dict"
    return "" if _is_plain(state) else "not-plain"


def _is_plain(value: Any, depth: int = 0) -> bool:
    """Whether a value is made of numbers, texts, arrays, lists, tuples and dicts: what can be written down and sent on."""
    kind = type(value)
    if depth > DEPTH:
        return False
    if kind in (list, tuple):
        return all(_is_plain(each, depth + 1) for each in value)
    if kind in DICTS:
        return all(_is_plain(each, depth + 1) for item in value.items() for each in item)
    if kind is np.ndarray or isinstance(value, np.generic):
        return value.dtype.kind in KINDS
    return kind in (bool, int, float, complex, str, bytes, type(None))


def said_of_form(value: Any, name: str) -> str:
    """Say what a step returned that is no pair of theta and a state."""
    if value is None:
        return "Your function returned None. Is there a `return` line, and does every path reach it?"
    if name == "only-theta":
        return f"You returned {wording.kind(value)}; two things are expected, theta and the state."
    if len(value) != 2:
        return f"You returned {len(value)} values; two are expected, theta and the state."
    theta, state = value
    if name == "turned-round":
        return f"The first value is {wording.kind(theta)}, the second {wording.kind(state)}; theta comes first."
    if name == "no-theta":
        return f"The theta you returned is {wording.kind(theta)}."
    if name == "not-plain":
        odd = next((v for v in state.values() if not _is_plain(v)), None)
        what = "something else" if odd is None else wording.kind(odd)
        return f"The state holds {what}; numbers, arrays, lists, tuples and dicts can be kept and sent on."
    return f"The state you returned is {wording.kind(state)}; a dict is expected."
