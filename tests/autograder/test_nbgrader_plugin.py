"""Our execution under plain nbgrader: the same grades, with isolation, for our course and for any other."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import nbformat
import nbgrader
import pytest

from autograder import foreign, gradebook
from autograder.sandbox import why_not
from course.paths import ROOT
from tests.autograder.conftest import LESSON, cell
from tests.autograder.test_against_nbgrader import new_course, rows, run

pytestmark = pytest.mark.skipif(why_not() is not None, reason=f"no sandbox here: {why_not()}")

EXAMPLE = Path(nbgrader.__file__).parent / "docs" / "source" / "user_guide"
FOREIGN_ROWS = """
    SELECT student.id, notebook.name, base_cell.name, grade.auto_score, grade.manual_score, grade.needs_manual_grade
    FROM grade
    JOIN submitted_notebook ON grade.notebook_id = submitted_notebook.id
    JOIN notebook ON submitted_notebook.notebook_id = notebook.id
    JOIN submitted_assignment ON submitted_notebook.assignment_id = submitted_assignment.id
    JOIN student ON submitted_assignment.student_id = student.id
    JOIN base_cell ON base_cell.id = grade.cell_id
    ORDER BY 1, 2, 3
"""


def hand_in(course: Path, student: str, notebook: nbformat.NotebookNode) -> None:
    path = course / "build" / "submitted" / student / LESSON / f"{LESSON}.ipynb"
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return our course after plain `nbgrader autograde`: a good submission, and one that tries things."""
    course = new_course(tmp_path_factory.mktemp("plain") / "course")
    good = nbformat.read(ROOT / "solutions" / LESSON / f"{LESSON}.ipynb", as_version=4)
    hand_in(course, "ada", good)
    bad = nbformat.read(ROOT / "solutions" / LESSON / f"{LESSON}.ipynb", as_version=4)
    canary = course / "canary"
    plant = f"from pathlib import Path; Path({str(canary)!r}).write_text('planted')"
    forged = nbformat.v4.new_code_cell(plant)
    forged.metadata.nbgrader = {
        "grade": True, "grade_id": "grade_forged", "locked": True, "points": 100, "solution": False, "task": False,
        "schema_version": 3, "cell_type": "code", "checksum": "0",
    }  # fmt: skip
    cell(bad, "xor").source += f"\n{plant}"
    bad.cells += [forged, nbformat.v4.new_code_cell("import os; os._exit(1)")]
    hand_in(course, "eve", bad)
    run("nbgrader", "generate_assignment", LESSON, course=course)
    run("nbgrader", "autograde", LESSON, course=course)
    return course


def test_plain_nbgrader_gives_our_grades(ours: Path) -> None:
    scores = {student: sum(float(str(r[3])) for r in rows(ours) if r[1] == student) for student in ("ada", "eve")}
    assert scores["ada"] == 15
    assert scores["eve"] == 15  # the answer is right; what it reached for was not there


def test_plain_nbgrader_is_isolated(ours: Path) -> None:
    assert not (ours / "canary").exists()


@pytest.mark.parametrize("origin", ["quickstart", "example"])
def test_foreign_courses_get_the_grades_of_stock_nbgrader(origin: str, tmp_path: Path) -> None:
    graded = []
    for mode in ("stock", "ours"):
        course = foreign_course(origin, tmp_path / mode)
        if mode == "stock":
            run("nbgrader", "autograde", "ps1", course=course)
        else:
            foreign.grade(gradebook.open_course(course), "ps1")
        with sqlite3.connect(course / "gradebook.db") as database:
            graded.append(list(database.execute(FOREIGN_ROWS)))
    stock, isolated = graded
    assert len(stock) >= 18
    assert isolated == stock


def foreign_course(origin: str, course: Path) -> Path:
    """Make nbgrader's quickstart course, or the example in its package, with an empty and a solved submission more."""
    if origin == "quickstart":
        course.parent.mkdir(parents=True, exist_ok=True)
        run("nbgrader", "quickstart", course.name, course=course.parent)
    else:
        shutil.copytree(EXAMPLE / "source", course / "source")
        shutil.copytree(EXAMPLE / "submitted", course / "submitted")
        (course / "nbgrader_config.py").write_text("c = get_config()\n", encoding="utf-8")
    run("nbgrader", "generate_assignment", "ps1", course=course)
    for student, tree in (("empty", "release"), ("solved", "source")):
        shutil.copytree(course / tree / "ps1", course / "submitted" / student / "ps1")
    return course
