"""What is written into nbgrader's gradebook: new grades replace old ones, manual ones stay."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from nbformat import NotebookNode
from nbgrader.api import Gradebook

from autograder import gradebook
from autograder.execution import End, Run
from autograder.grading import Graded, Verdict, grade_submission
from autograder.lessons import LessonKey
from course.paths import ROOT
from tests.autograder.conftest import LESSON, HandIn


@pytest.fixture
def course(tmp_path: Path, key: LessonKey) -> gradebook.Course:
    folder = tmp_path / "course"
    (folder / "build" / "submitted" / "ada" / LESSON).mkdir(parents=True)
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    opened = gradebook.open_course(folder)
    gradebook.add_lesson(opened, key)
    return opened


def unrun(notebook: NotebookNode) -> Run:
    """Stand in for a run in which every test passed in silence."""
    return Run(notebook, End.FINISHED, len(notebook.cells))


@pytest.fixture
def perfect(solved: NotebookNode, hand_in: HandIn, key: LessonKey) -> Graded:
    return grade_submission(hand_in(json.loads(json.dumps(solved))), key, unrun)


def missing(key: LessonKey) -> Graded:
    return grade_submission(Path("nowhere.ipynb"), key, unrun)


def test_scores(course: gradebook.Course, key: LessonKey, perfect: Graded) -> None:
    gradebook.save(course, key, "ada", perfect)
    assert gradebook.scores(course, LESSON) == {"ada": (15, 15)}


def test_a_regrade_replaces_a_stale_score(course: gradebook.Course, key: LessonKey, perfect: Graded) -> None:
    gradebook.save(course, key, "ada", perfect)
    gradebook.save(course, key, "ada", missing(key))
    assert gradebook.scores(course, LESSON) == {"ada": (0, 15)}


def test_a_manual_grade_survives_a_regrade(course: gradebook.Course, key: LessonKey, perfect: Graded) -> None:
    gradebook.save(course, key, "ada", missing(key))
    with Gradebook(course.directory.db_url) as book:
        grade = book.find_grade("grade_xor", LESSON, LESSON, "ada")
        grade.manual_score = 0.5
        book.db.commit()
    gradebook.save(course, key, "ada", perfect)
    assert gradebook.scores(course, LESSON) == {"ada": (14.5, 15)}


def test_a_late_submission_keeps_its_time(course: gradebook.Course, key: LessonKey, perfect: Graded) -> None:
    stamp = course.folder("submitted", "ada", LESSON) / "timestamp.txt"
    stamp.write_text("2026-03-01 12:00:00 UTC", encoding="utf-8")
    gradebook.save(course, key, "ada", perfect)
    with Gradebook(course.directory.db_url) as book:
        assert str(book.find_submission(LESSON, "ada").timestamp) == "2026-03-01 12:00:00"
    assert (course.folder("autograded", "ada", LESSON) / "timestamp.txt").read_text(
        encoding="utf-8"
    ) == stamp.read_text(encoding="utf-8")


def test_a_grader_error_is_never_saved(course: gradebook.Course, key: LessonKey) -> None:
    with pytest.raises(ValueError, match="no grade"):
        gradebook.save(course, key, "ada", Graded(LESSON, Verdict.GRADER_ERROR, {}))
    assert gradebook.scores(course, LESSON) == {}


def test_a_gradebook_of_another_version_is_not_overwritten(
    course: gradebook.Course, key: LessonKey, perfect: Graded
) -> None:
    gradebook.save(course, key, "ada", perfect)
    other = LessonKey(LESSON)
    del other.notebook.cells[[c["id"] for c in other.notebook.cells].index("grade_xor")]
    with pytest.raises(gradebook.CourseProblem, match="another version of 01-neurons"):
        gradebook.add_lesson(course, other)
    assert gradebook.scores(course, LESSON) == {"ada": (15, 15)}


def test_nothing_half_written_is_left(course: gradebook.Course, key: LessonKey, perfect: Graded) -> None:
    gradebook.save(course, key, "ada", perfect)
    folder = course.folder("autograded", "ada", LESSON)
    assert [p.name for p in folder.iterdir()] == [f"{LESSON}.ipynb"]
