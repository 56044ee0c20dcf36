"""Grades in words: one notebook for whoever wrote it, a table for an instructor, JSON for a program."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

from rich.markup import escape
from rich.table import Table

from autograder.grading import Graded, Verdict
from autograder.scoring import ExerciseGrade

EVIDENCE = ("Tried:", "Got:", "Expected:")  # how lines of a message begin that show numbers
ONE_LINE = 96  # characters of the last column of a table


def points(value: float) -> str:
    """Show points without needless zeros: 1, 1.5, 0.33."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def as_json(graded: Graded) -> dict[str, Any]:
    """Return what `autograder check --json` prints."""
    found: dict[str, Any] = {
        "lesson": graded.lesson,
        "verdict": str(graded.verdict),
        "score": graded.score,
        "max_score": graded.max_score,
        "exercises": {
            name: {"score": e.score, "max_score": e.max_score, "message": e.message, "misconception": e.misconception}
            for name, e in graded.exercises.items()
        },
    }
    if graded.reason:
        found["reason"] = graded.reason
    if graded.notes:
        found["notes"] = list(graded.notes)
    return found


def in_words(graded: Graded) -> str:
    """Return the grade of one notebook for the person who wrote it."""
    if graded.verdict is Verdict.GRADER_ERROR:
        return f"{graded.lesson} could not be graded; this is the grader's fault, not the notebook's.\n{graded.reason}"
    lines = [f"{graded.lesson}: {points(graded.score)} of {points(graded.max_score)} points"]
    lines += [f"  {line}" for line in (graded.reason, *graded.notes) if line]
    for name, exercise in graded.exercises.items():
        mark = "✓" if exercise.score == exercise.max_score else "✗" if exercise.score == 0 else "~"
        lines.append(f"{mark} {name}  {points(exercise.score)}/{points(exercise.max_score)}")
        if exercise.message and exercise.message != graded.reason:
            lines += [f"    {line}".rstrip() for line in exercise.message.splitlines()]
    return "\n".join(lines)


def what_went_wrong(graded: Graded) -> str:
    """Return one line on a submission for a table."""
    if graded.reason:
        return graded.reason
    wrong = {name: e for name, e in graded.exercises.items() if e.score < e.max_score}
    return summary(wrong)


def summary(wrong: Mapping[str, ExerciseGrade]) -> str:
    """Name the exercises that lost points: the first with its message, the others by name."""
    if not wrong:
        return ""
    first, *others = wrong
    claims = [line for line in wrong[first].message.splitlines() if not line.startswith(EVIDENCE)]
    said = wrong[first].misconception or next(iter(claims), "")
    tail = f" (also {', '.join(others)})" if others else ""
    return f"{first}: {said}{tail}"


def table(rows: Iterable[tuple[str, Graded]]) -> Table:
    """Return the table of a grading run: student, lesson, score, what went wrong."""
    made = Table(box=None, pad_edge=False)
    made.add_column("student", no_wrap=True)
    made.add_column("lesson", no_wrap=True)
    made.add_column("score", justify="right", no_wrap=True)
    made.add_column("what went wrong")
    for student, graded in rows:
        score = "–" if graded.verdict is Verdict.GRADER_ERROR else f"{points(graded.score)}/{points(graded.max_score)}"
        wrong = textwrap.shorten(what_went_wrong(graded), ONE_LINE, placeholder=" …")
        made.add_row(escape(student), graded.lesson, score, escape(wrong))
    return made


def what_next(graded: Graded) -> str:
    """Say what to do after a self-check."""
    open_ones = [name for name, e in graded.exercises.items() if e.score < e.max_score]
    if graded.verdict is Verdict.GRADER_ERROR or not open_ones:
        return (
            "" if open_ones or graded.verdict is Verdict.GRADER_ERROR else "All of it is right: on to the next lesson."
        )
    unwritten = [name for name in open_ones if "not written yet" in graded.exercises[name].message]
    first = next((name for name in open_ones if name not in unwritten), open_ones[0])
    verb = "write" if first in unwritten else "look at"
    return f"Next: {verb} `{first}`, save the notebook, and check again ({len(open_ones)} of {len(graded.exercises)} to go)."
