"""Mutation tests of the hidden tests: a solution with a mistake in it must fail.

For every exercise, each operator of `operators` plants one mistake at each of its places in the solution, and the hidden
tests of `autograder.checks` examine the result. A mutant is killed when it loses credit, stops with an exception or runs
out of time or memory. One that survives shows a hole in the cases, or does the same as the solution on every input:
then it is listed, with the reason, in `equivalent.toml`, under lesson, exercise and the first line it changes. An entry that no
surviving mutant needs is an error, so that the list stays true.

`python -m tests.mutants` (`make mutants`) tries all of them; `--reduced` a fixed share, as the tests do.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.checks import exercises
from autograder.checks.exercise import Exercise
from course.authoring.conventions import grade_id, solutions
from course.authoring.lesson import Lesson, read
from tests.mutants.operators import Mutant, mutants
from tests.mutants.trial import Verdict, baseline, trials

HERE = Path(__file__).parent
LESSONS = HERE.parent.parent / "course" / "lessons"
FEWEST = 8  # mutants of each exercise, besides those of array code, in a reduced run


@dataclass(frozen=True)
class Subject:
    """An exercise whose hidden tests are put to the test."""

    lesson: str
    name: str
    before: tuple[str, ...]  # the cells it builds on
    cell: str
    checks: Exercise

    @property
    def variable(self) -> str:
        """The name under which the answer is found once the cell has run."""
        return "answers" if self.name == "questions" else self.name

    def namespace(self) -> dict[str, Any]:
        """Run the cells it builds on and return the names they leave behind."""
        names: dict[str, Any] = {}
        for source in self.before:
            exec(source, names)
        return names


@dataclass(frozen=True)
class Result:
    """What became of the mutants of an exercise. `problems` are faults of ours, as sentences."""

    subject: Subject
    killed: int = 0
    equivalent: int = 0
    survivors: Sequence[Mutant] = ()
    problems: Sequence[str] = field(default=())

    @property
    def tried(self) -> int:
        return self.killed + self.equivalent + len(self.survivors)

    @property
    def score(self) -> float:
        """The share of mutants killed, of those that are not equivalent to the solution."""
        could_be = self.killed + len(self.survivors)
        return self.killed / could_be if could_be else 1.0


def lessons(names: Sequence[str] = ()) -> list[Lesson]:
    """Read the lessons with these names, or all of them."""
    found = [read(path) for path in sorted(LESSONS.glob("[0-9]*.py"))]
    if unknown := set(names) - {lesson.name for lesson in found}:
        raise SystemExit(f"There is no lesson {', '.join(sorted(unknown))} in course/lessons.")
    return [lesson for lesson in found if lesson.name in names or not names]


def subjects(lesson: Lesson) -> Iterator[Subject]:
    """Yield the exercises of a lesson, each with the given cells and solutions that come before it."""
    checks = exercises(lesson.name)
    answers = solutions(lesson)
    before: list[str] = []
    for cell in lesson.notebook.cells:
        data = cell.metadata.get("nbgrader", {})
        name = grade_id(cell)
        if name in answers:
            yield Subject(lesson.name, name, tuple(before), cell.source, checks[name])
        if name in answers or (data.get("locked") and not data.get("grade")):
            before.append(cell.source)


def equivalents() -> dict[str, dict[str, dict[str, str]]]:
    """Return the mutants that do what the solution does: lesson → exercise → mutated line → reason."""
    return tomllib.loads((HERE / "equivalent.toml").read_text(encoding="utf-8"))


def sample(found: Sequence[Mutant], also: Mapping[str, str]) -> list[Mutant]:
    """Return the mutants of array code, those listed as equivalent, and every k-th of the others."""
    others = [m for m in found if not m.numpy and m.line not in also]
    kept = {m.source for m in others[:: max(1, len(others) // FEWEST)]}
    return [m for m in found if m.numpy or m.line in also or m.source in kept]


def examine(subject: Subject, listed: Mapping[str, str], workers: int = 2, reduced: bool = False) -> Result:
    """Plant the mistakes in one exercise and let its hidden tests examine them."""
    names = subject.namespace()
    first = baseline(subject, names)
    if first.verdict is not Verdict.SURVIVED:
        return Result(subject, problems=[f"The solution itself does not pass its hidden tests. {first.reason}".strip()])
    found = mutants(subject.cell)
    problems = [
        f"equivalent.toml: no mutant has the line {line}" for line in listed if line not in {m.line for m in found}
    ]
    tried = sample(found, listed) if reduced else found
    killed, equivalent, survivors = 0, 0, []
    for mutant, trial in zip(tried, trials(subject, names, tried, first.seconds, workers), strict=True):
        if trial.verdict is Verdict.GRADER_BROKE:
            problems.append(f"The checks broke on the line {mutant.line}\n{trial.reason}")
        elif trial.verdict is Verdict.SURVIVED and mutant.line in listed:
            equivalent += 1
        elif trial.verdict is Verdict.SURVIVED:
            survivors.append(mutant)
        else:
            killed += 1
            if mutant.line in listed:
                problems.append(f"equivalent.toml: listed, yet it fails its hidden tests: {mutant.line}")
    return Result(subject, killed, equivalent, survivors, problems)


def strangers(listed: Mapping[str, Mapping[str, Any]], known: Sequence[Subject]) -> list[str]:
    """Return what is wrong with the headings of equivalent.toml: exercises that do not exist."""
    names = {(subject.lesson, subject.name) for subject in known}
    headings = [(lesson, name) for lesson, found in listed.items() for name in found]
    return [
        f"equivalent.toml: there is no exercise {name!r} in {lesson}."
        for lesson, name in headings
        if (lesson, name) not in names
    ]
