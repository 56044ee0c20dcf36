"""Grades in words: one notebook for whoever wrote it, a table for an instructor, JSON for a program."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.markup import escape
from rich.table import Table

from autograder.grading import Graded, Verdict
from autograder.lessons import lesson_names
from autograder.scoring import ExerciseGrade

if TYPE_CHECKING:
    from autograder.batch import Row
    from autograder.lessons import LessonKey

EVIDENCE = ("Tried:", "Got:", "Expected:")  # how lines of a message begin that show numbers
ONE_LINE = 96  # characters of the last column of a table
SLOWEST = 3  # how many of the slowest submissions a summary names


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


def from_json(found: Mapping[str, Any]) -> Graded:
    """Return the `Graded` that `as_json` made this of, without its notebook."""
    exercises = {name: ExerciseGrade(**exercise) for name, exercise in found["exercises"].items()}
    notes = tuple(found.get("notes", ()))
    return Graded(found["lesson"], Verdict(found["verdict"]), exercises, found.get("reason", ""), notes)


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


def table(rows: Iterable[Row]) -> Table:
    """Return the table of a grading run: student, lesson, score, what went wrong."""
    made = Table(box=None, pad_edge=False)
    made.add_column("student", no_wrap=True)
    made.add_column("lesson", no_wrap=True)
    made.add_column("score", justify="right", no_wrap=True)
    made.add_column("what went wrong")
    for row in rows:
        graded = row.graded
        score = "–" if graded.verdict is Verdict.GRADER_ERROR else f"{points(graded.score)}/{points(graded.max_score)}"
        wrong = textwrap.shorten(what_went_wrong(graded), ONE_LINE, placeholder=" …")
        made.add_row(escape(row.student), graded.lesson, score, escape(wrong))
    return made


def needs_a_look(graded: Graded) -> list[str]:
    """Return what an instructor should know about a submission: why it was not simply graded, what was odd in it."""
    return [line for line in (graded.reason, *graded.notes) if line]


def slowest(rows: Iterable[Row]) -> list[Row]:
    """Return those of this run's submissions that took longest."""
    return sorted((row for row in rows if not row.skipped), key=lambda row: -row.seconds)[:SLOWEST]


def run_in_words(rows: Sequence[Row]) -> str:
    """Return the summary of a grading run: verdicts, the slowest submissions, what needs a look."""
    done = [row for row in rows if not row.skipped]
    lines = []
    if unchanged := len(rows) - len(done):
        lines.append(f"Unchanged since they were graded, and skipped: {unchanged}")
    if done:
        verdicts = Counter(str(row.graded.verdict) for row in done)
        lines.append(f"Verdicts: {', '.join(f'{count} {verdict}' for verdict, count in verdicts.most_common())}")
        lines.append(f"Slowest: {', '.join(f'{_whose(row)} {row.seconds:.1f} s' for row in slowest(done))}")
    odd = [f"  {_whose(row)}: {line}" for row in done for line in needs_a_look(row.graded)]
    return "\n".join([*lines, "To look at:", *odd] if odd else lines)


def _whose(row: Row) -> str:
    return f"{row.student} ({row.graded.lesson})"


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Return rows by lesson and student; a run ends them in the order its workers do."""
    return sorted(rows, key=lambda row: (row.graded.lesson, row.student))


def run_as_json(rows: Sequence[Row]) -> dict[str, Any]:
    """Return what `autograder grade --json` prints; submissions stand in order of lesson and student."""
    rows = in_order(rows)
    done = [row for row in rows if not row.skipped]
    names = [{"student": row.student, "lesson": row.graded.lesson, "seconds": row.seconds} for row in slowest(rows)]
    return {
        "submissions": [
            {"student": row.student, **as_json(row.graded), "seconds": row.seconds, "skipped": row.skipped}
            for row in rows
        ],
        "summary": {
            "graded": sum(row.graded.verdict is not Verdict.GRADER_ERROR for row in done),
            "skipped": len(rows) - len(done),
            "verdicts": dict(Counter(str(row.graded.verdict) for row in done)),
            "slowest": names,
            "needs_a_look": [
                {"student": row.student, "lesson": row.graded.lesson, "why": needs_a_look(row.graded)}
                for row in done
                if needs_a_look(row.graded)
            ],
        },
    }


def what_next(graded: Graded) -> str:
    """Say what to do after a self-check."""
    open_ones = [name for name, e in graded.exercises.items() if e.score < e.max_score]
    if graded.verdict is Verdict.GRADER_ERROR:
        return ""
    if not open_ones:
        following = next((name for name in lesson_names() if name > graded.lesson), None)
        return f"All of it is right. Next: {following}" if following else "All of it is right, and this was the last."
    unwritten = [name for name in open_ones if "not written yet" in graded.exercises[name].message]
    first = next((name for name in open_ones if name not in unwritten), open_ones[0])
    verb = "write" if first in unwritten else "look at"
    return f"Next: {verb} `{first}`, save the notebook, and check again ({len(open_ones)} of {len(graded.exercises)} to go)."


def progress(key: LessonKey, graded: Graded | None) -> str:
    """Return one line on how far somebody is in a lesson; None where they have no copy of it."""
    most = sum(key.exercises.values())
    if graded is None:
        return f"{key.name:24}  not begun      {points(most):>3} points"
    if graded.verdict is Verdict.GRADER_ERROR:
        return f"{key.name:24}  could not be graded: {graded.reason}"
    done = sum(e.score == e.max_score for e in graded.exercises.values())
    bar = "█" * int(10 * graded.score / most)
    left = "" if done == len(graded.exercises) else f"  {len(graded.exercises) - done} exercises to go"
    return f"{key.name:24}  {bar:░<10}  {points(graded.score):>5} of {points(most)} points{left}"
