"""What else nbgrader can do keeps working under our execution, row by row as with its own.

One course of two notebooks is graded three times over: by stock nbgrader, by plain `nbgrader autograde` with our
nbgrader_config.py, and by `autograder grade --tests-in-kernel`. Each time: a first grading; manual grades and comments, then
everything again by force; then submissions handed in anew.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import BasePlugin

from autograder import foreign, gradebook
from autograder.sandbox import why_not
from course.paths import ROOT

pytestmark = [
    pytest.mark.skipif(why_not() is not None, reason=f"no sandbox here: {why_not()}"),
    pytest.mark.xdist_group("whole"),
]

PS = "ps1"
CONFIG = f"""
c.Autograde.exclude_overwriting = {{{PS!r}: ["mine.txt"]}}
c.AssignLatePenalties.plugin_class = "{__name__}.HalfAPointAnHour"
"""
ONLY_STOCK = 'del c["Autograde"], c["GenerateFeedback"]  # stock execution, in a kernel\n'

Snapshot = dict[str, Any]
Grade = Callable[[gradebook.Course, bool], None]


class HalfAPointAnHour(BasePlugin):
    """A late penalty; nbgrader caps it at the score."""

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float | None:
        """Return the points that are lost."""
        return 0.5 * total_seconds_late / 3600


# A course


def graded(name: str, source: str, kind: str = "code", **about: Any) -> NotebookNode:
    new = nbformat.v4.new_code_cell if kind == "code" else nbformat.v4.new_markdown_cell
    flags = {"grade": False, "solution": False, "locked": False, "task": False, "schema_version": 3}
    return new(source, id=name, metadata={"nbgrader": {"grade_id": name, **flags, **about}})


def answer(name: str, source: str) -> NotebookNode:
    return graded(name, f"### BEGIN SOLUTION\n{source}\n### END SOLUTION", solution=True)


def check(name: str, source: str, points: int) -> NotebookNode:
    hidden = f"### BEGIN HIDDEN TESTS\n{source}\n### END HIDDEN TESTS"
    return graded(name, hidden, grade=True, locked=True, points=points)


def by_hand(name: str, source: str, kind: str) -> NotebookNode:
    return graded(name, source, kind, grade=True, solution=True, points=3)


NOTEBOOKS = {
    "first": [
        answer("total", "def total(file):\n    with open(file) as f:\n        return sum(map(int, f.read().split()))"),
        check("check_mine", "assert total('mine.txt') == 60", 2),
        check("check_given", "assert total('given.txt') == 6", 1),
        check("check_partly", "1.5 if total('mine.txt') == 60 else 0.25", 2),
        by_hand("plot", "picture = None", "code"),
        by_hand("words", "YOUR ANSWER HERE", "markdown"),
    ],
    "second": [
        answer("double", "def double(x):\n    return 2 * x"),
        check("check_double", "assert double(4) == 8", 4),
        graded("project", "Describe your data.", "markdown", task=True, locked=True, points=2),
    ],
}


def hand_in(course: Path, student: str, time: str, files: dict[str, str], **answers: dict[str, str] | None) -> None:
    """Hand in solved notebooks with some cells changed, without those that are None."""
    folder = course / "build" / "submitted" / student / PS
    folder.mkdir(parents=True, exist_ok=True)
    for name, changed in answers.items():
        path = folder / f"{name}.ipynb"
        path.unlink(missing_ok=True)
        if changed is None:
            continue
        notebook = nbformat.read(course / "release" / PS / f"{name}.ipynb", as_version=4)
        for cell, solved in zip(notebook.cells, NOTEBOOKS[name], strict=True):
            if solved["id"] in changed:
                cell.source = changed[solved["id"]]
            elif "BEGIN SOLUTION" in solved.source:
                cell.source = solved.source
        nbformat.write(notebook, path)
    for name, text in {**files, "timestamp.txt": time}.items():
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course with a due date and three submissions, not graded yet."""
    course = tmp_path_factory.mktemp("whole") / "course"
    source = course / "source" / PS
    source.mkdir(parents=True)
    for name, cells in NOTEBOOKS.items():
        about = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
        nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=about), source / f"{name}.ipynb")
    for name in ("mine.txt", "given.txt"):
        (source / name).write_text("1 2 3", encoding="utf-8")
    config = (ROOT / "nbgrader_config.py").read_text(encoding="utf-8")
    (course / "nbgrader_config.py").write_text(config + CONFIG, encoding="utf-8")
    opened = gradebook.open_course(course)
    directory = CourseDirectory(config=opened.config, assignment_id=PS)
    GenerateAssignment(coursedir=directory, config=opened.config, create_assignment=True).start()
    with Gradebook(opened.directory.db_url) as book:
        book.update_or_create_assignment(PS, duedate="2026-03-01 12:00:00 UTC")

    changed = {"mine.txt": "10 20 30", "given.txt": "100"}
    drawn = {"plot": "picture = 'drawn'", "words": "Because."}
    hand_in(course, "ada", "2026-03-01 14:00:00 UTC", changed, first=drawn, second={})
    hand_in(course, "bob", "2026-03-05 12:00:00 UTC", {"mine.txt": "10 20 30"}, first={}, second=None)
    hand_in(course, "cyd", "2026-03-01 11:00:00 UTC", {}, first=None, second={"double": "def double(x):\n    return x"})
    return course


# Grading it


def plain(course: gradebook.Course, force: bool) -> None:
    directory = CourseDirectory(config=course.config, assignment_id=PS)
    Autograde(coursedir=directory, config=course.config, force=force).start()


def in_kernel(course: gradebook.Course, force: bool) -> None:
    foreign.grade(course, PS, force=force)


def snapshot(course: gradebook.Course) -> Snapshot:
    """Return all that grading leaves: what is in the gradebook, by student, and the files beside autograded notebooks."""
    found: Snapshot = {(who, "for the report"): score for who, (score, _) in gradebook.scores(course, PS).items()}
    with Gradebook(course.directory.db_url) as book:
        for submission in book.assignment_submissions(PS):
            who = submission.student.id
            found[who, "submission"] = (str(submission.timestamp), submission.total_seconds_late, submission.score)
            for notebook in submission.notebooks:
                of = (who, notebook.name)
                penalty = notebook.late_submission_penalty
                found[*of, ""] = (notebook.score, penalty, notebook.needs_manual_grade, notebook.failed_tests)
                for grade in notebook.grades:
                    scores = (grade.auto_score, grade.manual_score, grade.extra_credit, grade.score)
                    found[*of, grade.name, "grade"] = (*scores, grade.needs_manual_grade)
                for comment in notebook.comments:
                    found[*of, comment.name, "comment"] = (comment.auto_comment, comment.manual_comment)
            folder = course.folder("autograded", who, PS)
            for path in folder.rglob("*"):
                found[who, path.name, "file"] = "" if path.suffix == ".ipynb" else path.read_text(encoding="utf-8")
    return found


def mark(course: gradebook.Course) -> None:
    """Do what an instructor does in the Formgrader."""
    with Gradebook(course.directory.db_url) as book:
        book.find_grade("plot", "first", PS, "ada").manual_score = 2
        book.find_grade("plot", "first", PS, "ada").needs_manual_grade = False
        book.find_grade("words", "first", PS, "ada").manual_score = 1.5
        book.find_grade("words", "first", PS, "ada").needs_manual_grade = False
        book.find_grade("check_given", "first", PS, "ada").manual_score = 0.5
        book.find_grade("check_mine", "first", PS, "ada").extra_credit = 1
        book.find_grade("project", "second", PS, "ada").manual_score = 2
        book.find_grade("check_double", "second", PS, "cyd").manual_score = 3
        book.find_comment("words", "first", PS, "ada").manual_comment = "Why so?"
        book.find_comment("double", "second", PS, "cyd").manual_comment = "Nearly."
        book.find_comment("project", "second", PS, "ada").manual_comment = "A rich project."
        book.db.commit()


def three_times(course: Path, grade: Grade) -> list[Snapshot]:
    opened = gradebook.open_course(course)
    grade(opened, False)
    taken = [snapshot(opened)]
    mark(opened)
    grade(opened, True)
    taken.append(snapshot(opened))
    hand_in(course, "ada", "2026-03-01 15:00:00 UTC", {"mine.txt": "1"}, first={"words": "In short."}, second=None)
    hand_in(course, "cyd", "2026-03-01 12:30:00 UTC", {}, first=None, second={})
    grade(opened, False)
    taken.append(snapshot(opened))
    return taken


@pytest.fixture(scope="module")
def stock(template: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Snapshot]:
    """Return what stock nbgrader leaves after each step."""
    course = Path(shutil.copytree(template, tmp_path_factory.mktemp("stock") / "course"))
    with (course / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(ONLY_STOCK + CONFIG)
    return three_times(course, plain)


@pytest.fixture(scope="module", params=[plain, in_kernel])
def ours(request: pytest.FixtureRequest, template: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Snapshot]:
    """Return what our execution leaves after each step."""
    course = Path(shutil.copytree(template, tmp_path_factory.mktemp("ours") / "course"))
    return three_times(course, request.param)


# What is said of it


@pytest.mark.parametrize("step", [0, 1, 2], ids=["graded", "marked and graded again", "handed in anew"])
def test_equal_to_stock(step: int, ours: list[Snapshot], stock: list[Snapshot]) -> None:
    assert ours[step] == stock[step]


def test_late_penalties(ours: list[Snapshot]) -> None:
    assert ours[0]["ada", "second", ""][:2] == (4.0, 1.0)  # two hours late
    assert ours[0]["bob", "first", ""][:2] == (4.5, 4.5)  # four days late: no more is taken than there was
    assert ours[0]["cyd", "second", ""][1] is None  # in time
    assert ours[2]["cyd", "second", ""][1] == 0.25
    assert {who: ours[0][who, "for the report"] for who in ("ada", "bob", "cyd")} == {
        "ada": 6.5,
        "bob": 0.0,
        "cyd": 0.0,
    }


def test_manual_grades_and_comments_survive(ours: list[Snapshot]) -> None:
    before, after, anew = ours
    assert before["ada", "first", "plot", "grade"] == (None, None, None, 0.0, True)
    assert after["ada", "first", "plot", "grade"] == (None, 2.0, None, 2.0, True)
    assert after["ada", "first", "check_given", "grade"][:4] == (1.0, 0.5, None, 0.5)
    assert after["ada", "first", "check_mine", "grade"][:4] == (2.0, None, 1.0, 3.0)
    assert after["ada", "second", "project", "grade"][1] == 2.0
    assert after["ada", "second", "project", "comment"][1] == "A rich project."
    for step in (after, anew):
        assert step["ada", "first", "words", "grade"][1] == 1.5
        assert step["ada", "first", "words", "comment"] == (None, "Why so?")
        assert step["cyd", "second", "check_double", "grade"][1] == 3.0
        assert step["cyd", "second", "double", "comment"] == (None, "Nearly.")


def test_two_notebooks_of_which_one_is_missing(ours: list[Snapshot]) -> None:
    first = ours[0]
    assert first["ada", "second", "check_double", "grade"][0] == 4.0
    assert first["bob", "second", "check_double", "grade"] == (0.0, None, None, 0.0, False)
    assert ("bob", "second.ipynb", "file") not in first
    assert ("bob", "first.ipynb", "file") in first
    assert first["cyd", "first", "check_mine", "grade"][0] == 0.0


def test_files_that_are_not_overwritten(ours: list[Snapshot]) -> None:
    first = ours[0]
    assert first["ada", "mine.txt", "file"] == "10 20 30"
    assert first["ada", "first", "check_mine", "grade"][0] == 2.0  # the notebook read the student's own file
    assert first["ada", "given.txt", "file"] == "1 2 3"
    assert first["ada", "first", "check_given", "grade"][0] == 1.0  # and the one that is the course's


def test_a_submission_handed_in_anew(ours: list[Snapshot]) -> None:
    _, before, after = ours
    assert before["cyd", "second", "check_double", "grade"][0] == 0.0
    assert after["cyd", "second", "check_double", "grade"][0] == 4.0
    assert after["ada", "first", "check_mine", "grade"][0] == 0.0
    assert after["ada", "first", "check_partly", "grade"][0] == 0.25
    assert after["ada", "first", "plot", "comment"][0] == "No response."
    assert after["ada", "second", "check_double", "grade"][0] == 0.0  # withdrawn
    assert after["ada", "submission"][0] == "2026-03-01 15:00:00"
