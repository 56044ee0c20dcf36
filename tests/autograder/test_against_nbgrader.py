"""The same submissions graded by stock `nbgrader autograde` and by us leave equal rows in the gradebook."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from autograder.lessons import LessonKey, lesson_names
from autograder.lessons import lesson as lesson_key
from course.paths import ROOT
from tests.submissions import all_submissions, hand_in

ROWS = """
    SELECT assignment.name, student.id, base_cell.name, grade.auto_score, grade.manual_score, grade.needs_manual_grade,
           grade_cell.max_score
    FROM grade
    JOIN submitted_notebook ON grade.notebook_id = submitted_notebook.id
    JOIN submitted_assignment ON submitted_notebook.assignment_id = submitted_assignment.id
    JOIN assignment ON submitted_assignment.assignment_id = assignment.id
    JOIN student ON submitted_assignment.student_id = student.id
    JOIN grade_cells AS grade_cell ON grade.cell_id = grade_cell.id
    JOIN base_cell ON base_cell.id = grade_cell.id
    ORDER BY 1, 2, 3
"""

LESSONS = lesson_names()
MOST = None if os.environ.get("DIFFERENTIAL") == "all" else 1  # sample submissions of a lesson; `make test` takes one


def rows(course: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(course / "build" / "gradebook.db") as database:
        return list(database.execute(ROWS))


def new_course(folder: Path) -> Path:
    folder.mkdir()
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    shutil.copytree(ROOT / "source", folder / "source")
    return folder


def run(*command: str, course: Path) -> None:
    """Run a command of this environment in a course folder; nbgrader looks for alembic on PATH."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=course, env={**os.environ, "PATH": path}, capture_output=True, text=True, timeout=400,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("lesson", LESSONS)
def test_equal_rows(lesson: str, tmp_path: Path) -> None:
    """Sample submissions, the release and the solution of a lesson, graded by stock nbgrader and by us."""
    samples = all_submissions(lesson)[:MOST]
    theirs, ours = new_course(tmp_path / "theirs"), new_course(tmp_path / "ours")
    for course in (theirs, ours):
        submitted = course / "build" / "submitted"
        hand_in(samples, submitted)
        for tree in ("release", "solutions"):
            (submitted / tree / lesson).mkdir(parents=True)
            shutil.copy(ROOT / tree / lesson / f"{lesson}.ipynb", submitted / tree / lesson)
    with (theirs / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write('del c["Autograde"]  # stock execution, in a kernel\n')
    run("nbgrader", "generate_assignment", lesson, course=theirs)
    run("nbgrader", "autograde", lesson, course=theirs)
    run("autograder", "grade", lesson, "--workers", "2", course=ours)

    key = lesson_key(lesson)
    assert len(rows(theirs)) == (len(samples) + 2) * len(cells_with_tests(key))
    differing = [row[1:3] for row, stock in zip(rows(ours), rows(theirs), strict=True) if row != stock]
    assert [pair for pair in differing if pair not in warned(theirs)] == []  # a warning costs points there only
    total = {tree: sum(float(str(r[3])) for r in rows(ours) if r[1] == tree) for tree in ("release", "solutions")}
    assert total == {"release": 0, "solutions": sum(key.exercises.values())}
    assert autograded(ours) == autograded(theirs)
    for path in autograded(ours):
        nbformat.validate(nbformat.read(ours / path, as_version=4))
    if lesson == LESSONS[0]:
        stock_feedback_hides_hidden_tests_too(theirs, lesson)


def cells_with_tests(key: LessonKey) -> list[str]:
    """Return the ids of the cells of a lesson that give points, or none, for a test."""
    source = nbformat.read(ROOT / "source" / key.name / f"{key.name}.ipynb", as_version=4)
    return [c.metadata.nbgrader.grade_id for c in source.cells if c.metadata.get("nbgrader", {}).get("grade")]


def warned(course: Path) -> list[tuple[object, ...]]:
    """Return the student and the test of each cell that wrote to stderr."""
    found: list[tuple[object, ...]] = []
    for path in autograded(course):
        for cell in nbformat.read(course / path, as_version=4).cells:
            if any(output.get("name") == "stderr" for output in cell.get("outputs", [])):
                found.append((path.parts[-3], cell.metadata.get("nbgrader", {}).get("grade_id")))
    return found


def autograded(course: Path) -> list[Path]:
    """Return where autograded notebooks are: where the Formgrader looks."""
    return sorted(p.relative_to(course) for p in (course / "build" / "autograded").rglob("*.ipynb"))


def stock_feedback_hides_hidden_tests_too(course: Path, lesson: str) -> None:
    """nbgrader_config.py hides them for `nbgrader generate_feedback` as for ours."""
    run("nbgrader", "generate_feedback", lesson, "--student", "release", course=course)
    page = (course / "build" / "feedback" / "release" / lesson / f"{lesson}.html").read_text(encoding="utf-8")
    assert "HIDDEN TESTS" not in page
    assert "autograder" not in page
