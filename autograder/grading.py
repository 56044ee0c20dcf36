"""Grading one submission: a file goes in, a `Graded` comes out. Serial, parallel or on a cluster, this is the function."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder import isolated, scoring
from autograder.execution import CELL_SECONDS, End, Run
from autograder.lessons import LessonKey, lesson_of
from autograder.outputs import harmless
from autograder.scoring import ExerciseGrade, GraderError
from autograder.submission import Malformed, load, read, restore

Execute = Callable[[NotebookNode], Run]


class Verdict(StrEnum):
    """What became of a submission. All but `GRADER_ERROR` come with a score."""

    GRADED = "graded"
    TIMED_OUT = "timed out"
    OUT_OF_MEMORY = "out of memory"
    KERNEL_DIED = "kernel died"
    OUTPUT_TOO_LARGE = "output too large"
    MALFORMED = "malformed notebook"
    MISSING = "missing notebook"
    GRADER_ERROR = "grader error"


TROUBLES = {
    "CellTimeoutError": (Verdict.TIMED_OUT, f"did not finish within {CELL_SECONDS} s"),
    "MemoryError": (Verdict.OUT_OF_MEMORY, "asked for more memory than there is"),
    "KernelDied": (Verdict.KERNEL_DIED, "ended Python"),
    "OutputTooLarge": (Verdict.OUTPUT_TOO_LARGE, "gave more output than can be taken"),
}


@dataclass(frozen=True)
class Graded:
    """One graded submission.

    `reason` says why the verdict is not "graded"; `notes` what was odd about the file; `notebook` is the one that was
    run, with the tests' messages in it, None after a grader error.
    """

    lesson: str
    verdict: Verdict
    exercises: dict[str, ExerciseGrade]
    reason: str = ""
    notes: tuple[str, ...] = ()
    notebook: NotebookNode | None = field(default=None, repr=False, compare=False)

    @property
    def score(self) -> float:
        """The points earned."""
        return sum(e.score for e in self.exercises.values())

    @property
    def max_score(self) -> float:
        """The points to be had."""
        return sum(e.max_score for e in self.exercises.values())


def grade_submission(path: Path, key: LessonKey, run: Execute = isolated.execute) -> Graded:
    """Grade the notebook at `path` as a submission of the lesson `key`; never raises because of what is in it."""
    if not path.is_file():
        return _nothing(key, Verdict.MISSING, f"No notebook {path.name} was handed in.")
    try:
        content = load(path)
        if (other := lesson_of(content, path)) and other != key.name:
            return _nothing(key, Verdict.MALFORMED, f"This notebook is of the lesson {other}, not of {key.name}.")
        notebook = read(content)
    except Malformed as problem:
        return _nothing(key, Verdict.MALFORMED, str(problem))
    notes = restore(notebook, key)
    try:
        done = run(notebook)
        _mark_unreached(done)
        scoring.forgive_warnings(done.notebook)
        scoring.broken_tests(done.notebook, key)
        exercises = scoring.with_causes(done.notebook, scoring.score(done.notebook, key))
        scoring.plain_failures(done.notebook, key)
    except GraderError as error:
        return Graded(key.name, Verdict.GRADER_ERROR, {}, str(error), tuple(notes))
    verdict, reason = _verdict(done)
    _announce(done.notebook, (reason, *notes), exercises)
    harmless(done.notebook, key.texts)
    return Graded(key.name, verdict, exercises, reason, tuple(notes), done.notebook)


def _nothing(key: LessonKey, verdict: Verdict, reason: str) -> Graded:
    """Score nothing, with a notebook of the lesson's own cells that says why."""
    notebook = nbformat.v4.new_notebook()
    restore(notebook, key)
    _mark_unreached(Run(notebook, End.UNRESPONSIVE, -1), reason)
    _announce(notebook, (reason,), {})
    harmless(notebook, key.texts)
    exercises = {name: ExerciseGrade(0.0, points, reason) for name, points in key.exercises.items()}
    return Graded(key.name, verdict, exercises, reason, (), notebook)


def _verdict(done: Run) -> tuple[Verdict, str]:
    where = f"cell number {done.ended_in + 1}"
    if done.end is End.KERNEL_DIED:
        return (
            Verdict.KERNEL_DIED,
            f"Python died in {where}; the tests before it were graded, those after it were not reached.",
        )
    if done.end is End.UNRESPONSIVE:
        return Verdict.TIMED_OUT, f"The notebook could not be stopped in {where}; the tests after it were not reached."
    for i, cell in enumerate(done.notebook.cells):
        for output in cell.get("outputs", []):
            if output.output_type == "error" and output.ename in TROUBLES:
                verdict, what = TROUBLES[output.ename]
                return verdict, f"Cell number {i + 1} {what}; it costs its own exercise, the others were graded."
    return Verdict.GRADED, ""


def _mark_unreached(done: Run, said: str = "") -> None:
    """Give the tests a run never came to an error, in place: a test without output would count as passed."""
    if done.end is End.FINISHED:
        return
    said = said or f"This test was never reached: the notebook stopped in cell number {done.ended_in + 1}."
    for cell in done.notebook.cells[max(done.ended_in, 0) :]:
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("grade"):
            cell.outputs = [nbformat.v4.new_output("error", ename="NotReached", evalue=said, traceback=[said])]


def _announce(notebook: NotebookNode, remarks: Sequence[str], exercises: Mapping[str, ExerciseGrade]) -> None:
    """Say at the top of the notebook what its author should know about the whole of it, with links to the tests."""
    lines = [f"- {line}" for line in remarks if line]
    lines += [
        f"- [{name}](#grade_{name}): {e.score:g} of {e.max_score:g} points. {scoring.cause_of(e)}".rstrip()
        for name, e in exercises.items()
        if e.score < e.max_score
    ]
    if lines:
        notebook.cells.insert(0, nbformat.v4.new_markdown_cell("\n".join(["**To look at**", "", *lines]), id="about"))
