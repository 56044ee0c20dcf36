"""The exercise in which a student writes one step of an optimizer: it is judged by the paths that it takes.

What is wrong is told in this order: a path that goes elsewhere or stops, a step that gives another result the second time, and
last, where all numbers are right, arguments changed in place.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from autograder.checks import wording
from autograder.checks.exercise import Examination, Misconception
from autograder.checks.optimizers.paths import FORM, Path, Step, said_of_form, walk
from autograder.checks.outcome import Outcome, Tolerance, problem_with

UNWRITTEN = "is not written yet"
MOST_STEPS = 4  # whose gradients are written out
MOVE = Tolerance(1e-6, 1e-11)  # the difference of two thetas has lost some digits
CHANGED = ("theta", "grad", "state")
TWICE = "Step 2 was taken twice, with the same theta, gradient and state, and theta came out different the second time."


@dataclass(frozen=True)
class Problem:
    """What is wrong with a path: at which step, counted from 0, in a sentence; the name of the mistake, where it is known."""

    step: int
    said: str
    name: str = ""


@dataclass(frozen=True)
class StepExercise:
    """The student writes a function `step(theta, grad, state, …) -> (theta, state)`.

    `paths(rng)` returns the paths to take, the ones to show first. A submission is recognised as a misconception when theta is at
    the same places after every step of every path; what it keeps in its state is its own business.
    """

    name: str
    reference: Callable[..., Any]
    paths: Callable[[np.random.Generator], Sequence[Path]]
    misconceptions: Sequence[Misconception] = ()
    tolerance: Tolerance = field(default_factory=Tolerance)

    def examine(self, answer: Any) -> Examination:
        """Take all paths with the answer and name what is wrong with the shortest one that fails."""
        if not callable(answer):
            return Examination(
                0, f"`{self.name}` is {wording.kind(answer)}; it should be a function. Was the name used again?"
            )
        paths, wants = self._tried
        walks = [walk(answer, path) for path in paths]
        problems = self._problems(paths, walks, wants)
        failing = [i for i, problem in enumerate(problems) if problem]
        if not failing:
            return Examination(1, _praise(paths))
        hidden = {i for i in failing if _looks_right(walks[i], wants[i], problems[i])}
        worst = min(failing, key=lambda i: (i in hidden, bool(paths[i].note), paths[i].size, i))
        problem = problems[worst]
        assert problem is not None
        if UNWRITTEN in problem.said:
            return Examination(0, problem.said)
        matched = self._matched(answer, paths, walks, problem, worst)
        lines = [matched.sentence, ""] if matched else []
        lines += self._evidence(paths[worst], walks[worst], wants[worst], problem)
        lines.append(self._claim(worst, failing, paths, problems, walks, wants))
        if pattern := _pattern(paths, failing):
            lines.append(pattern)
        return Examination(0, "\n".join(lines), matched.name if matched else None)

    @cached_property
    def _tried(self) -> tuple[Sequence[Path], list[list[Outcome]]]:
        """The paths, and the steps of the reference on each."""
        paths = self.paths(np.random.default_rng(20240607))
        wants = [walk(self.reference, path) for path in paths]
        if any(outcome.error for want in wants for outcome in want):
            raise RuntimeError(f"The reference of {self.name} fails on a path.")
        return paths, wants

    # What is wrong

    def _problems(
        self, paths: Sequence[Path], walks: Sequence[list[Outcome]], wants: Sequence[list[Outcome]]
    ) -> list[Problem | None]:
        """Return a problem for each path; arguments changed in place are one only where every theta is right."""
        found = [self._elsewhere(*row) for row in zip(paths, walks, wants, strict=True)]
        return found if any(found) else [self._in_place(taken) for taken in walks]

    def _elsewhere(self, path: Path, taken: Sequence[Outcome], wants: Sequence[Outcome]) -> Problem | None:
        """Return where a path stops or leaves the right one."""
        for at, (outcome, want) in enumerate(zip(taken, wants, strict=False)):
            if at == len(path.grads):
                if problem_with(outcome.value, want.value, self.tolerance):
                    return Problem(1, TWICE, "kept-outside")
            elif outcome.error:
                return None if _is_read_only(outcome) else self._stopped(at, outcome)
            elif said := problem_with(outcome.value, want.value, self.tolerance):
                return Problem(at, said)
        return None

    def _in_place(self, taken: Sequence[Outcome]) -> Problem | None:
        """Return which argument was changed in place, if one was: the state first."""
        for at, outcome in enumerate(taken):
            if outcome.error:
                return self._stopped(at, outcome)
            if outcome.changed:
                name = CHANGED[max(i for i in outcome.changed if isinstance(i, int))]
                said = f"All numbers are right, but after step {at + 1} `{name}` no longer holds what the caller put there."
                return Problem(at, said, f"{name}-in-place")
        return None

    def _stopped(self, at: int, outcome: Outcome) -> Problem:
        error, text = outcome.error or ("", "")
        if error.startswith(FORM):
            name = error.removeprefix(FORM)
            return Problem(at, said_of_form(outcome.value, name), name if outcome.value is not None else "")
        if error == "NotImplementedError":
            return Problem(at, f"`{self.name}` {UNWRITTEN}: it still raises NotImplementedError.")
        hint = ""
        if "read-only" in text:
            hint = " It tried to change its argument in place: make a new array."
        elif error == "TypeError" and ("positional argument" in text or "keyword argument" in text):
            hint = f" The function is called as `{self.name}{self._signature}`."
        elif error == "KeyError" and at == 0:
            hint = " At the first step the state is `{}`: nothing is in it yet."
        elif error == "ValueError" and "truth value of an array" in text:
            hint = " A Python question, as after `if`, has one answer; an array has one for each entry."
        elif error == "TypeError" and ("as an integer" in text or "only integer scalar arrays" in text):
            hint = " `np.max` takes one array, and then an axis; `np.maximum` compares two arrays."
        elif error == "TypeError" and "'function'" in text:
            hint = " `grad_fn` is a function: the gradient is what it returns at a point."
        said = f': "{text[:200]}"' if text else ""
        return Problem(at, f"Your function stopped with {error}{said}.{hint}")

    @cached_property
    def _signature(self) -> str:
        parameters = inspect.signature(self.reference).parameters.values()
        return str(inspect.Signature([p.replace(annotation=inspect.Parameter.empty) for p in parameters]))

    @cached_property
    def _names(self) -> list[str]:
        return list(inspect.signature(self.reference).parameters)

    # Its name

    def _matched(
        self, answer: Step, paths: Sequence[Path], walks: Sequence[list[Outcome]], problem: Problem, worst: int
    ) -> Misconception | None:
        """Return the mistake behind a problem: one that is known by what it did, or one that takes the same paths."""
        name = problem.name
        if not name and not all(taken[0].error for taken in walks):
            again = (worst, 0)
            if any(not self._same(walk(answer, paths[i]), walks[i]) for i in again):
                name = "kept-outside"
        if name:
            return next((m for m in self.misconceptions if m.name == name), None)
        always_stops = all(taken[-1].error for taken in walks)
        return next((m for m in self.misconceptions if self._matches(m, paths, walks, always_stops)), None)

    def _matches(
        self, misconception: Misconception, paths: Sequence[Path], walks: Sequence[list[Outcome]], exactly: bool
    ) -> bool:
        return any(
            all(self._same(walk(form, path), taken, exactly) for path, taken in zip(paths, walks, strict=True))
            for form in misconception.forms
        )

    def _same(self, one: Sequence[Outcome], other: Sequence[Outcome], exactly: bool = False) -> bool:
        """Whether two walks are the same; where all stop, only what they stop with tells one from another."""
        if _is_read_only(other[-1]):
            return True  # that is told by what it does elsewhere
        if len(one) != len(other):
            return False
        return all(self._alike(a, b, exactly) for a, b in zip(one, other, strict=True))

    def _alike(self, one: Outcome, other: Outcome, exactly: bool) -> bool:
        if one.error or other.error:
            if one.error is None or other.error is None:
                return False
            return one.error == other.error if exactly else one.error[0] == other.error[0]
        a, b = _numbers(one.value), _numbers(other.value)
        return a is not None and b is not None and a.shape == b.shape and self.tolerance.agree(a, b)

    # What is said

    def _evidence(self, path: Path, taken: Sequence[Outcome], wants: Sequence[Outcome], problem: Problem) -> list[str]:
        options = "".join(f", {key}={value!r}" for key, value in path.options.items())
        upto = problem.step + 1
        start = f"from theta = {wording.typed(path.theta)} and state = {{}}"
        line = f"Tried:    {self.name}({', '.join(self._names[:3])}{options}) {start}, {_gradients(path, upto)}"
        if path.later and upto > 1:
            line += ", and " + ", ".join(f"{k}={v!r}" for k, v in path.later.items()) + " from step 2 on"
        got = taken[problem.step]
        if got.error or problem.name:
            return [line]
        return [
            line,
            f"Got:      theta = {wording.shown(got.value)} after step {upto}",
            f"Expected: theta = {wording.shown(wants[problem.step].value)}",
        ]

    def _claim(
        self,
        worst: int,
        failing: Sequence[int],
        paths: Sequence[Path],
        problems: Sequence[Problem | None],
        walks: Sequence[list[Outcome]],
        wants: Sequence[list[Outcome]],
    ) -> str:
        """Return at which step it goes wrong, and how; of a single number, only what holds for all paths."""
        problem = problems[worst]
        assert problem is not None
        where, outcome = _where(problem.step), walks[worst][problem.step]
        if problem.name:
            return problem.said
        if outcome.error:
            return problem.said if problem.step == 0 else f"{where}. {problem.said}"
        moves = [_moves(paths[i], walks[i], wants[i], p.step) for i in failing if (p := problems[i])]
        ours = _moves(paths[worst], walks[worst], wants[worst], problem.step)
        if ours is None:
            return f"{where}: {wording.about('theta', problem.said)}"
        got, want = ours
        kind = _kind(ours)
        if np.size(want) > wording.MOST_NUMBERS:
            return f"{where}. {kind or wording.distance(got, want)}"
        if wording.shown(got) == wording.shown(want):
            return f"{where}. {wording.distance(got, want)}"
        text = f"{where}: theta moves by {wording.shown(got)}, and should move by {wording.shown(want)}."
        everywhere = set(map(_kind, moves)) == {kind}
        return f"{text} {kind}" if everywhere and wording.is_guess(kind) else text


def _is_read_only(outcome: Outcome) -> bool:
    return outcome.error is not None and "read-only" in outcome.error[1]


def _looks_right(taken: Sequence[Outcome], wants: Sequence[Outcome], problem: Problem | None) -> bool:
    """Whether what came out is written like what should have: it differs in digits that are not shown."""
    if problem is None or problem.name or taken[problem.step].error:
        return False
    return wording.shown(taken[problem.step].value) == wording.shown(wants[problem.step].value)


def _numbers(value: Any) -> np.ndarray | None:
    """Return what can be compared as numbers, as an array."""
    if isinstance(value, np.ndarray):
        return value if value.dtype.kind in "biuf" else None
    if isinstance(value, np.complexfloating) or not isinstance(value, (int, float, np.number)):
        return None
    try:
        return np.asarray(value, dtype=float)
    except OverflowError:
        return None


def _moves(path: Path, taken: Sequence[Outcome], wants: Sequence[Outcome], at: int) -> tuple[Any, Any] | None:
    """Return how far theta moved in a step, and how far it should have; None where the two cannot be compared."""
    value = taken[at].value
    got, want = _numbers(value), np.asarray(wants[at].value)
    other_type = isinstance(value, (np.ndarray, np.generic)) and value.dtype != want.dtype
    if got is None or other_type or got.shape != want.shape or not np.isfinite(got).all():
        return None
    before = wants[at - 1].value if at else path.theta
    return got - before, want - before


def _kind(moves: tuple[Any, Any] | None) -> str:
    """Return in words how two moves differ; nothing where they cannot be compared, or differ by less than they are known to."""
    return "" if moves is None or MOVE.agree(*moves) else wording.difference(*moves, MOVE.agree)


def _where(step: int) -> str:
    if step == 0:
        return "Step 1 is not right"
    if step == 1:
        return "Step 1 is right, step 2 is not"
    return f"Steps 1 {'and' if step == 2 else 'to'} {step} are right, step {step + 1} is not"


def _gradients(path: Path, upto: int) -> str:
    grads = path.grads[:upto]
    if callable(grads[0]):
        name = wording.typed(grads[0])
        steps = "one step" if upto == 1 else f"{upto} steps"
        return f"{steps} with grad_fn = {name}, which is {inspect.getdoc(grads[0])}"
    if upto > MOST_STEPS or sum(np.size(g) for g in grads) > wording.MOST_NUMBERS:
        return f"with {upto} gradients of shape {np.shape(grads[0])}"
    return f"with grad = {', then '.join(map(wording.typed, grads))}"


def _pattern(paths: Sequence[Path], failing: Sequence[int]) -> str:
    total, wrong = len(paths), len(failing)
    if wrong == total:
        return ""
    notes = list(dict.fromkeys(paths[i].note for i in failing))
    passing = {path.note for i, path in enumerate(paths) if i not in set(failing)}
    if len(notes) <= 3 and "" not in notes and passing.isdisjoint(notes):
        return f"Of the {total} paths we tried, only those with {' or with '.join(notes)} came out wrong."
    return f"{total - wrong} of the {total} paths we tried came out right."


def _praise(paths: Sequence[Path]) -> str:
    notes = list(dict.fromkeys(path.note for path in paths if path.note))
    steps = sum(len(path.grads) for path in paths)
    return f"All {steps} steps on {len(paths)} paths agree" + (f", among them: {'; '.join(notes)}." if notes else ".")
