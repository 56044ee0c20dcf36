"""Wrong update rules: a right one in its parts, of which one is exchanged; and the paths that all optimizers are tried on."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

import numpy as np

from autograder.checks.exercise import Misconception
from autograder.checks.optimizers.paths import Path, number

NO_OPTIONS = "no options in the call"
SMALL = "very small gradients"
ZERO = "a gradient that is 0"
LATER = "a learning rate that changes on the way"
COLUMN = "theta as a column (n, 1)"
MATRIX = "theta as a matrix"
ONE_ENTRY = "theta of one entry, shape (1,)"
THREE_AXES = "theta with three axes"
READ_ONLY = "arrays that may only be read"
STRIDED = "arrays that are every other entry of wider ones"
FORTRAN = "arrays that lie in memory column by column"
LONG = "twelve steps"

Options = SimpleNamespace
Kept = Callable[[Any, Any, Options], Any]  # (kept, g, options): what is kept next
Move = Callable[[Any, Any, Any, int, Options], Any]  # (a, b, g, t, options): what is subtracted from theta


def several(name: str, sentence: str, *forms: Any) -> Misconception:
    """Return a misconception that is written in several ways."""
    return Misconception(name, forms[0], sentence, also=tuple(forms[1:]))


def without(name: str, misconceptions: Sequence[Misconception]) -> list[Misconception]:
    """Return the misconceptions but the one of that name."""
    return [m for m in misconceptions if m.name != name]


def defaults(reference: Callable[..., Any]) -> dict[str, float]:
    """Return the options of a step and what they are where a call leaves them out."""
    parameters = inspect.signature(reference).parameters.items()
    return {name: p.default for name, p in parameters if p.default is not inspect.Parameter.empty}


def nothing(kept: Any, g: Any, o: Options) -> Any:
    """Keep what is there: 0."""
    return kept


@dataclass(frozen=True)
class Rule:
    """A step that keeps `a` and `b`, and the number t of the step, counted from 1; a and b start at 0.

    With `late` the move is made with a and b as they were before this step.
    """

    reference: Callable[..., Any]
    move: Move
    first: Kept = nothing
    second: Kept = nothing
    late: bool = False

    def __call__(self, theta: Any, grad: Any, state: dict[str, Any], **options: float) -> tuple[Any, dict[str, Any]]:
        """Make the step."""
        o = Options(**{**defaults(self.reference), **options})
        t, before = state.get("t", 0) + 1, (state.get("a", 0.0), state.get("b", 0.0))
        a, b = self.first(before[0], grad, o), self.second(before[1], grad, o)
        move = self.move(*(before if self.late else (a, b)), grad, t, o)
        return theta - move, {"t": t, "a": a, "b": b}

    def but(self, **parts: Any) -> Rule:
        """Return the rule with other parts."""
        return replace(self, **parts)

    def moving(self, move: Move) -> Rule:
        """Return the rule with another move."""
        return replace(self, move=move)


def array(*values: Any) -> np.ndarray:
    """Return an array of floats."""
    return np.array(values, dtype=float)


def usual(rng: np.random.Generator, options: dict[str, float], small: float) -> list[Path]:
    """Return the paths that every optimizer is tried on beside its own; `small` is the size of very small gradients."""
    two, three = (array(3, -1), array(1, 2)), (array(3, -1), array(1, 2), array(-2, 1))
    column = tuple(g.reshape(2, 1) for g in two)
    grid = array([1, -2, 0.5], [3, 0.25, -1])
    grids = (array([2, 1, -1], [0.5, -3, 4]), array([-1, 2, 2], [1, 1, -2]))
    later = {"learning_rate": 0.3} if "learning_rate" in options else {}
    paths = [
        Path(array(0, 0), three, note=NO_OPTIONS, again=True),
        Path(number(0), (number(2), number(-1)), note=NO_OPTIONS),
        Path(array(0, 0), tuple(small * g for g in two), note=SMALL),
        Path(array(1, -2), (array(0, 2), array(1, 0), array(0, 0)), options, note=ZERO),
        Path(number(1), (number(0), number(2)), note=ZERO),
        Path(array([0.5], [-1]), column, options, note=COLUMN),
        Path(grid, grids, options, note=MATRIX, again=True),
        Path(array(2), (array(1), array(-3)), options, note=ONE_ENTRY),
        Path(np.zeros((2, 1, 2)), tuple(rng.normal(0, 1, size=(2, 2, 1, 2))), options, note=THREE_AXES),
        Path(array(1, -2), two, options, note=READ_ONLY, layout="read-only"),
        Path(grid, grids, options, note=STRIDED, layout="strided"),
        Path(grid, grids, options, note=FORTRAN, layout="fortran"),
        Path(number(0), tuple(map(number, rng.normal(0, 1, size=12).round(2))), note=LONG),
        *(Path(rng.normal(0, 1, size=n), tuple(rng.normal(0, 1, size=(4, n))), options) for n in (3, 5)),
    ]
    return [*paths, Path(number(1), (number(2), number(2)), options, later, note=LATER)] if later else paths


def numbers(theta: float, *grads: float, **options: float) -> Path:
    """Return a path on which theta is a single number."""
    return Path(number(theta), tuple(map(number, grads)), options)


def pairs(theta: Sequence[float], *grads: Sequence[float], **options: float) -> Path:
    """Return a path on which theta is an array of few entries."""
    return Path(array(*theta), tuple(array(*g) for g in grads), options)
