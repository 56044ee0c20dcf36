"""Hidden tests: per lesson, the exercises, the cases they are tried on and the misconceptions they can name."""

from __future__ import annotations

import importlib
from typing import Any

from autograder.checks.exercise import Exercise

__all__ = ["UnknownExercise", "WrongAnswer", "exercises", "grade"]


class UnknownExercise(LookupError):
    """A lesson or exercise that has no checks: an author's mistake, never a student's."""


class WrongAnswer(Exception):
    """An answer that failed its hidden tests; its text is what the student reads."""

    def _render_traceback_(self) -> list[str]:
        """Show the message alone: IPython asks for this instead of printing a traceback of the grader."""
        return str(self).splitlines()


def exercises(lesson: str) -> dict[str, Exercise]:
    """Return the checks of a lesson, by exercise id.

    `lesson` is an assignment name, `02-activations`; its checks are in the module `activations`.
    """
    module = lesson.partition("-")[2].replace("-", "_")
    try:
        found = importlib.import_module(f"autograder.checks.{module}").EXERCISES
    except (ImportError, AttributeError) as problem:
        raise UnknownExercise(f"There are no checks for the lesson {lesson!r}: {problem}.") from problem
    return {exercise.name: exercise for exercise in found}


def grade(lesson: str, exercise: str, answer: Any) -> float | None:
    """Grade one answer, as the hidden test of a lesson does.

    Prints what a right answer did well and returns None, which nbgrader scores with full marks. A partly right
    answer prints what is missing and returns the points earned. A wrong one raises `WrongAnswer`.
    """
    checks = exercises(lesson)
    if exercise not in checks:
        raise UnknownExercise(f"The lesson {lesson!r} has no checks for {exercise!r}.")
    examination = checks[exercise].examine(answer)
    if examination.credit == 0:
        raise WrongAnswer(examination.message)
    print(examination.message)
    if examination.credit == 1:
        return None
    return examination.credit * getattr(checks[exercise], "points", 1)
