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

LESSON = "01-neurons"


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


@pytest.fixture(scope="module")
def graded_twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return two courses with the same submissions of lesson 01, one graded by nbgrader, one by us."""
    above = tmp_path_factory.mktemp("courses")
    theirs, ours = new_course(above / "theirs"), new_course(above / "ours")
    for course in (theirs, ours):
        submitted = course / "build" / "submitted"
        hand_in(all_submissions(LESSON), submitted)
        for tree in ("release", "solutions"):
            (submitted / tree / LESSON).mkdir(parents=True)
            shutil.copy(ROOT / tree / LESSON / f"{LESSON}.ipynb", submitted / tree / LESSON)
    with (theirs / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write('del c["Autograde"]  # stock execution, in a kernel\n')
    run("nbgrader", "generate_assignment", LESSON, course=theirs)
    run("nbgrader", "autograde", LESSON, course=theirs)
    run("autograder", "grade", LESSON, "--workers", "2", course=ours)
    return theirs, ours


def test_equal_rows(graded_twice: tuple[Path, Path]) -> None:
    theirs, ours = map(rows, graded_twice)
    assert len(theirs) == (len(all_submissions(LESSON)) + 2) * 14
    assert ours == theirs


def test_release_scores_nothing_and_solutions_everything(graded_twice: tuple[Path, Path]) -> None:
    for course in graded_twice:
        total = {tree: sum(float(str(r[3])) for r in rows(course) if r[1] == tree) for tree in ("release", "solutions")}
        assert total == {"release": 0, "solutions": 15}


def test_stock_feedback_hides_hidden_tests_too(graded_twice: tuple[Path, Path]) -> None:
    """nbgrader_config.py hides them for `nbgrader generate_feedback` as for ours."""
    theirs, _ = graded_twice
    run("nbgrader", "generate_feedback", LESSON, "--student", "release", course=theirs)
    page = (theirs / "build" / "feedback" / "release" / LESSON / f"{LESSON}.html").read_text(encoding="utf-8")
    assert "HIDDEN TESTS" not in page
    assert "autograder" not in page


def test_autograded_notebooks_are_where_the_formgrader_looks(graded_twice: tuple[Path, Path]) -> None:
    theirs, ours = (
        sorted(p.relative_to(course) for p in (course / "build" / "autograded").rglob("*.ipynb"))
        for course in graded_twice
    )
    assert ours == theirs
    notebook = nbformat.read(graded_twice[1] / ours[0], as_version=4)
    nbformat.validate(notebook)
