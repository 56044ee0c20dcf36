"""From a notebook that was run to points and sentences, exercise by exercise."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from nbformat import NotebookNode

from autograder.execution import CELL_SECONDS
from autograder.lessons import LessonKey, tests_of

NO_ANSWER = ("NotReached", "KernelDied", "OutputTooLarge")  # what the engine itself says of a test
OUT_OF_TIME = ("CellTimeoutError", "KeyboardInterrupt")  # a cell is interrupted when its time is over
ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
UNWRITTEN = "is not written yet"
USES = "This answer uses"
MOST_CODE = 100_000  # characters of an answer that are looked into
NO_CODE = re.compile(r'"""[\s\S]*?"""|\'\'\'[\s\S]*?\'\'\'|#.*')  # what a cell says without doing it


class GraderError(Exception):
    """Something in the grader or its hidden tests broke: never the student's fault, never a zero."""


@dataclass(frozen=True)
class ExerciseGrade:
    """What one exercise earned, what its author is told, and the misconception named in it, if any."""

    score: float
    max_score: float
    message: str = ""
    misconception: str | None = None


def score(notebook: NotebookNode, key: LessonKey) -> dict[str, ExerciseGrade]:
    """Score every exercise of a lesson. Raises `GraderError` when a hidden test broke."""
    cells = {c.metadata.nbgrader.grade_id: c for c in notebook.cells if "nbgrader" in c.metadata}
    return {exercise: _exercise(exercise, cells, key) for exercise in key.exercises}


def with_causes(notebook: NotebookNode, grades: Mapping[str, ExerciseGrade]) -> dict[str, ExerciseGrade]:
    """Add to the message of each exercise that failed which other failed exercises its answer uses: it may be right itself."""
    cells = {c.metadata.nbgrader.grade_id: c for c in notebook.cells if "nbgrader" in c.metadata}
    failed = [name for name, grade in grades.items() if grade.score < grade.max_score]
    causes = {name: _used(cells[name].source, [n for n in failed if n != name]) for name in failed if name in cells}
    told = {
        name: replace(grades[name], message=f"{grades[name].message}\n{_cause(used)}".strip())
        for name, used in causes.items()
        if used and UNWRITTEN not in grades[name].message
    }
    return {**grades, **told}


def cause_of(grade: ExerciseGrade) -> str:
    """Return the sentence `with_causes` has added to a message, or nothing."""
    return next((line for line in grade.message.splitlines()[-1:] if line.startswith(USES)), "")


def _used(source: str, names: list[str]) -> list[str]:
    """Return which names stand in the code of a cell, outside of texts and comments."""
    code = NO_CODE.sub("", source[:MOST_CODE])
    return [name for name in names if re.search(rf"(?<![\w.\"']){name}(?![\w\"'])", code)]


def _cause(used: list[str]) -> str:
    names = " and ".join(f"`{name}`" for name in used)
    verb, pronoun = ("does", "it") if len(used) == 1 else ("do", "them")
    return f"{USES} {names}, which {verb} not pass the tests either: mend {pronoun} first."


def forgive_warnings(notebook: NotebookNode) -> None:
    """Take what went to stderr out of the tests' outputs, in place: nbgrader would give such a cell no points."""
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade") and cell.cell_type == "code":
            cell.outputs = [o for o in cell.outputs if not (o.output_type == "stream" and o.name == "stderr")]


def plain_failures(notebook: NotebookNode, key: LessonKey) -> None:
    """Replace the traceback of each failed test by its message, in place: a traceback would show hidden tests."""
    cells = {c.metadata.nbgrader.grade_id: c for c in notebook.cells if "nbgrader" in c.metadata}
    for exercise in key.exercises:
        for test in tests_of(exercise):
            for output in cells[test].outputs:
                if output.output_type == "error":
                    output.traceback = _explain(exercise, output, cells).splitlines()


def _exercise(exercise: str, cells: dict[str, NotebookNode], key: LessonKey) -> ExerciseGrade:
    from nbgrader.utils import determine_grade

    visible, hidden = (cells[test] for test in tests_of(exercise))
    earned = 0.0
    for test in (visible, hidden):
        try:
            points, _ = determine_grade(test)
        except ValueError as error:
            raise GraderError(
                f"The test {test.metadata.nbgrader.grade_id!r} gave a result that is no grade: {error}"
            ) from error
        earned += points or 0.0
    message = _message(exercise, hidden, cells) or _message(exercise, visible, cells)
    return ExerciseGrade(earned, key.exercises[exercise], message, _misconception(exercise, message, key))


def _message(exercise: str, test: NotebookNode, cells: dict[str, NotebookNode]) -> str:
    """Return what a test says to the student; nothing when it passed in full."""
    for output in test.outputs:
        if output.output_type == "error":
            return _explain(exercise, output, cells)
    if any(output.output_type == "execute_result" for output in test.outputs):
        return "".join(o.text for o in test.outputs if o.output_type == "stream" and o.name == "stdout").strip()
    return ""


def _explain(exercise: str, error: NotebookNode, cells: dict[str, NotebookNode]) -> str:
    """Say in words why a test failed."""
    variable = "answers" if exercise == "questions" else exercise
    if error.ename in ("WrongAnswer", "AssertionError", *NO_ANSWER):
        return str(error.evalue) or "The check above this message is not met."
    if error.ename == "NameError" and f"'{variable}'" in error.evalue:
        return _undefined(exercise, variable, cells)
    if error.ename == "NotImplementedError":
        return f"`{variable}` {UNWRITTEN}: it still raises NotImplementedError."
    if error.ename in OUT_OF_TIME:
        return f"`{variable}` did not finish within {CELL_SECONDS} s. Is there a loop that never ends?"
    return f"The test stopped with {error.ename}: {error.evalue}"


def _undefined(exercise: str, variable: str, cells: dict[str, NotebookNode]) -> str:
    answer = cells.get(exercise)
    if answer is None:
        return (
            f"There is no `{variable}`: its cell is missing from the notebook. Take it from a fresh copy of the lesson."
        )
    stopped = next((o for o in answer.outputs if o.output_type == "error"), None)
    if stopped is None:
        return f"There is no `{variable}` after its cell has run. Was it given another name?"
    if stopped.ename == "NotImplementedError":
        return f"`{variable}` {UNWRITTEN}: its cell still raises NotImplementedError."
    return f"There is no `{variable}`: its cell stopped with {stopped.ename}: {ANSI.sub('', stopped.evalue)[:200]}"


def _misconception(exercise: str, message: str, key: LessonKey) -> str | None:
    """Find the misconception whose sentence a message begins with."""
    from autograder.checks import exercises

    known = exercises(key.name)[exercise].misconceptions
    return next((m.name for m in known if message.startswith(m.sentence)), None)


def broken_tests(notebook: NotebookNode, key: LessonKey) -> None:
    """Raise `GraderError` if a hidden test stopped with anything but a verdict on the answer."""
    cells = {c.metadata.nbgrader.grade_id: c for c in notebook.cells if "nbgrader" in c.metadata}
    for exercise in key.exercises:
        for output in cells[f"grade_{exercise}"].outputs:
            expected = ("WrongAnswer", "NameError", *NO_ANSWER, *OUT_OF_TIME)
            if output.output_type == "error" and output.ename not in expected:
                raise GraderError(f"The hidden test of `{exercise}` stopped with {output.ename}: {output.evalue}")
