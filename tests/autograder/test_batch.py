"""A run over many submissions: what is skipped, what is written, and what is said of it. Faults: tests/faults/."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.api import Gradebook

from autograder import batch, execution, gradebook, progress, records, report
from autograder.grading import Graded, Verdict
from autograder.lessons import LessonKey, lesson
from course.paths import ROOT
from tests.autograder.conftest import LESSON
from tests.faults import stub

WHO = ("ada", "bob", "eve")


def hand_in(course: gradebook.Course, student: str, text: str) -> Path:
    cell = nbformat.v4.new_code_cell(text, metadata={"nbgrader": {"grade_id": "xor"}}, id="xor")
    path = course.folder("submitted", student, LESSON) / f"{LESSON}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)
    return path


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course to copy; nbgrader takes seconds to make a gradebook."""
    folder = tmp_path_factory.mktemp("template") / "course"
    folder.mkdir()
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    opened = gradebook.open_course(folder)
    for student in WHO:
        hand_in(opened, student, student)
    gradebook.add_lesson(opened, lesson(LESSON))
    return folder


@pytest.fixture
def course(template: Path, tmp_path: Path) -> gradebook.Course:
    return gradebook.open_course(Path(shutil.copytree(template, tmp_path / "course")))


def rows(course: gradebook.Course, key: LessonKey, force: bool = False) -> list[batch.Row]:
    plan = batch.plan(course, [(key, WHO)], force, stub.run)
    return [*plan.unchanged, *batch.work(course, plan.todo, stub.inline, stub.run)]


def graded_now(course: gradebook.Course, key: LessonKey, force: bool = False) -> list[str]:
    return sorted(row.student for row in rows(course, key, force) if not row.skipped)


def test_what_is_graded_and_unchanged_is_skipped_and_still_reported(course: gradebook.Course, key: LessonKey) -> None:
    first = {row.student: row.graded for row in rows(course, key)}
    again = rows(course, key)
    assert all(row.skipped for row in again)
    assert {row.student: row.graded for row in again} == first
    assert graded_now(course, key, force=True) == list(WHO)


def test_the_same_with_processes(course: gradebook.Course, key: LessonKey) -> None:
    plan = batch.plan(course, [(key, WHO)], run=stub.run)
    processes = {r.student: r.graded for r in batch.work(course, plan.todo, batch.local(2), stub.run)}
    assert processes == {row.student: row.graded for row in rows(course, key, force=True)}


def change_notebook(course: gradebook.Course) -> None:
    hand_in(course, "bob", "something else")


def add_timestamp(course: gradebook.Course) -> None:
    (course.folder("submitted", "bob", LESSON) / "timestamp.txt").write_text(
        "2026-03-01 12:00:00 UTC", encoding="utf-8"
    )


def withdraw(course: gradebook.Course) -> None:
    (course.folder("submitted", "bob", LESSON) / f"{LESSON}.ipynb").unlink()


def remove_autograded(course: gradebook.Course) -> None:
    (course.folder("autograded", "bob", LESSON) / f"{LESSON}.ipynb").unlink()


def remove_from_gradebook(course: gradebook.Course) -> None:
    with Gradebook(course.directory.db_url) as book:
        book.remove_submission(LESSON, "bob")


def score_from_elsewhere(course: gradebook.Course) -> None:
    with Gradebook(course.directory.db_url) as book:
        book.find_grade("grade_xor", LESSON, LESSON, "bob").auto_score = 0.25
        book.db.commit()


def damage_record(course: gradebook.Course) -> None:
    (course.state / LESSON / "bob.json").write_text('{"fingerprint": ', encoding="utf-8")


CHANGES = [
    change_notebook,
    add_timestamp,
    withdraw,
    remove_autograded,
    remove_from_gradebook,
    score_from_elsewhere,
    damage_record,
]


@pytest.mark.parametrize("change", CHANGES)
def test_what_has_changed_is_graded_again(change: Any, course: gradebook.Course, key: LessonKey) -> None:
    rows(course, key)
    change(course)
    assert graded_now(course, key) == ["bob"]
    assert graded_now(course, key) == []


def test_a_new_due_date_another_engine_and_another_grader_grade_everybody_again(
    course: gradebook.Course, key: LessonKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows(course, key)
    with Gradebook(course.directory.db_url) as book:
        book.update_or_create_assignment(LESSON, duedate="2026-02-01 12:00:00")
    assert graded_now(course, key) == list(WHO)
    assert len(batch.plan(course, [(key, WHO)], run=execution.execute).todo) == len(WHO)
    monkeypatch.setattr(records, "grader_version", lambda lesson: "another")
    assert graded_now(course, key) == list(WHO)


def test_a_changed_submission_replaces_its_score_and_keeps_what_people_wrote(
    course: gradebook.Course, key: LessonKey
) -> None:
    rows(course, key)
    before = gradebook.auto_scores(course, LESSON)["bob"]
    with Gradebook(course.directory.db_url) as book:
        book.find_grade("grade_neuron", LESSON, LESSON, "bob").manual_score = 0.5
        book.find_comment("xor", LESSON, LESSON, "bob").manual_comment = "Nicely done."
        book.db.commit()
    hand_in(course, "bob", "something else")
    rows(course, key)
    assert gradebook.auto_scores(course, LESSON)["bob"] != before
    with Gradebook(course.directory.db_url) as book:
        grade = book.find_grade("grade_neuron", LESSON, LESSON, "bob")
        assert (grade.manual_score, grade.needs_manual_grade) == (0.5, True)
        assert book.find_comment("xor", LESSON, LESSON, "bob").manual_comment == "Nicely done."


def test_a_timestamp_that_is_none_is_no_zero_and_ends_nothing(course: gradebook.Course, key: LessonKey) -> None:
    (course.folder("submitted", "bob", LESSON) / "timestamp.txt").write_text("yesterday, late", encoding="utf-8")
    found = {row.student: row.graded for row in rows(course, key)}
    assert found["bob"].verdict is Verdict.GRADER_ERROR
    assert found["bob"].reason == "timestamp.txt says 'yesterday, late', which is no date and time."
    assert set(gradebook.scores(course, LESSON)) == {"ada", "eve"}


def test_nothing_of_a_submission_is_in_the_gradebook_when_saving_it_stops_half_way(
    course: gradebook.Course, key: LessonKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(gradebook, "_save_comments", stop)
    with pytest.raises(KeyboardInterrupt):
        rows(course, key)
    monkeypatch.undo()
    assert gradebook.auto_scores(course, LESSON) == {}
    with Gradebook(course.directory.db_url) as book:
        assert book.students == []
    assert graded_now(course, key) == list(WHO)


def test_one_run_at_a_time(course: gradebook.Course) -> None:
    with (
        records.only_run(course),
        pytest.raises(gradebook.CourseProblem, match="is at work on this course"),
        records.only_run(course),
    ):
        pass
    with records.only_run(course):
        pass


def test_a_worker_of_another_version_does_not_grade() -> None:
    graded, _ = batch.grade_one(LESSON, b"{}", "another version", stub.run)
    assert graded.verdict is Verdict.GRADER_ERROR
    assert "another version of the course" in graded.reason


def test_a_file_that_cannot_be_read_is_tried_twice_and_no_zero(
    course: gradebook.Course, key: LessonKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def closed(path: Path, *_: object) -> None:
        tried.append(path)
        raise PermissionError(13, "Permission denied")

    plan = batch.plan(course, [(key, ["bob"])], run=stub.run)
    monkeypatch.setattr(Path, "open", closed)
    (row,) = batch.work(course, plan.todo, stub.inline, stub.run)
    assert row.graded.reason == f"{LESSON}.ipynb cannot be read (Permission denied)."
    assert row.graded.verdict is Verdict.GRADER_ERROR
    assert len(tried) == 2


def test_the_summary(course: gradebook.Course, key: LessonKey) -> None:
    withdraw(course)
    found = rows(course, key)
    words = report.run_in_words(found).splitlines()
    assert words[0] == "Verdicts: 2 graded, 1 missing notebook"
    assert words[1].startswith("Slowest: ")
    assert words[2] == "To look at:"
    assert f"  bob ({LESSON}): No notebook {LESSON}.ipynb was handed in." in words
    assert report.run_in_words(rows(course, key)) == "Unchanged since they were graded, and skipped: 3"


def test_json_for_machines(course: gradebook.Course, key: LessonKey) -> None:
    made = json.loads(json.dumps(report.run_as_json(rows(course, key))))
    assert [s["student"] for s in made["submissions"]] == list(WHO)
    assert made["submissions"][0].keys() >= {"lesson", "verdict", "score", "exercises", "seconds", "skipped"}
    assert made["summary"]["graded"] == 3
    assert made["summary"]["skipped"] == 0
    assert made["summary"]["verdicts"] == {"graded": 3}
    assert [s["student"] for s in made["summary"]["slowest"]] != []


def test_a_report_comes_back_from_its_json(course: gradebook.Course, key: LessonKey) -> None:
    for row in rows(course, key):
        assert report.from_json(json.loads(json.dumps(report.as_json(row.graded)))) == row.graded
    broken = Graded(LESSON, Verdict.GRADER_ERROR, {}, "It broke.", ("odd",))
    assert report.from_json(report.as_json(broken)) == broken


@pytest.mark.parametrize(
    ("done", "total", "seconds", "said"),
    [
        (10, 30, 5.0, "2.0 a second, 10 s left"),
        (1, 3, 100.0, "100.0 s each, 3 min 20 s left"),
        (1, 1001, 10.0, "10.0 s each, 2 h 46 min left"),
        (3, 3, 1.0, "3.0 a second, 0 s left"),
        (0, 3, 1.0, ""),
    ],
)
def test_pace(done: int, total: int, seconds: float, said: str) -> None:
    assert progress.pace(done, total, seconds) == said


@pytest.mark.parametrize("total", [1, 7, 20, 21, 99, 1000])
def test_lines_are_few_and_the_last_one_is_there(total: int) -> None:
    steps = [done for done in range(1, total + 1) if progress.is_step(done, total)]
    assert steps[-1] == total
    assert len(steps) <= progress.LINES
