"""What tests of faults share: a course whose submissions are graded by a stub, and its gradebook without random ids."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest

from autograder import batch, gradebook, records
from autograder.lessons import lesson
from course.paths import ROOT
from tests.faults import stub

LESSON = "01-neurons"
STUDENTS = [f"student-{number:02d}" for number in range(9)]
LATE = "c.LateSubmissionPlugin.penalty_method = 'zero'\n"

OF_NOTEBOOK = """JOIN submitted_notebook AS book ON book.id = row.notebook_id
    JOIN submitted_assignment AS work ON work.id = book.assignment_id JOIN base_cell AS cell ON cell.id = row.cell_id"""

TABLES = {
    "students": "SELECT id FROM student",
    "submissions": "SELECT student_id, name, timestamp, extension FROM submitted_assignment AS work"
    " JOIN assignment ON assignment.id = work.assignment_id",
    "penalties": "SELECT student_id, late_submission_penalty FROM submitted_notebook AS book"
    " JOIN submitted_assignment AS work ON work.id = book.assignment_id",
    "grades": "SELECT student_id, cell.name, auto_score, manual_score, extra_credit, needs_manual_grade"
    f" FROM grade AS row {OF_NOTEBOOK}",
    "comments": f"SELECT student_id, cell.name, auto_comment, manual_comment FROM comment AS row {OF_NOTEBOOK}",
    "cells": "SELECT name, type FROM base_cell",
    "version": "SELECT version_num FROM alembic_version",
}


def rows(course: Path) -> dict[str, list[Any]]:
    """Return what the gradebook says, in an order that does not depend on how it came about."""
    with sqlite3.connect(course / "build" / "gradebook.db") as database:
        return {name: sorted(database.execute(query), key=repr) for name, query in TABLES.items()}


def everything(course: Path) -> dict[str, Any]:
    """Return what the gradebook says and what the autograded notebooks hold, file by file."""
    autograded = course / "build" / "autograded"
    files = {str(p.relative_to(autograded)): p.read_bytes() for p in autograded.rglob("*") if p.is_file()}
    return {**rows(course), "autograded": files}


def hand_in(course: Path, student: str, text: str = "") -> Path:
    """Hand in a notebook with two answers, one of them as it was handed out."""
    release = nbformat.read(ROOT / "release" / LESSON / f"{LESSON}.ipynb", as_version=4)
    cells = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in release.cells}
    cells["xor"].source = f"# {student}\n{text}"
    notebook = nbformat.v4.new_notebook(cells=[cells["gates"], cells["xor"]])
    path = course / "build" / "submitted" / student / LESSON / f"{LESSON}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
    return path


def command(course: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "tests.faults.child", "grade", LESSON, "--course", str(course), *arguments]


ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "COURSE_DEBUG"}


def grade(course: Path, *arguments: str, feedback: bool = False, **options: Any) -> subprocess.CompletedProcess[str]:
    """Grade with the stub, in processes of its own."""
    more = [] if feedback else ["--no-feedback"]
    return subprocess.run(
        command(course, "--workers", "2", *more, *arguments),
        cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, timeout=300, **options,
    )  # fmt: skip


def grade_here(course: Path, pool: batch.Pool | None = None) -> dict[str, batch.Row]:
    """Grade with the stub and two workers, without starting a command; return what became of each student."""
    opened, key = gradebook.open_course(course), lesson(LESSON)
    with records.only_run(opened):
        plan = batch.plan(opened, [(key, opened.students(LESSON))], run=stub.run)
        done = [*plan.unchanged, *batch.work(opened, plan.todo, pool or batch.local(2), stub.run)]
    return {row.student: row for row in done}


def start(course: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start grading with the stub, as the leader of a group of processes."""
    return subprocess.Popen(
        command(course, "--workers", "2", "--no-feedback", *arguments),
        cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def lines_until(process: subprocess.Popen[str], number: int) -> None:
    """Read a run's progress up to its `number`th line."""
    assert process.stderr is not None
    for line in process.stderr:
        number -= line.startswith("graded: ")
        if not number:
            return
    raise AssertionError("the run ended before that")


class Gate:
    """Where a submission that `waits` is held: tells who grades it, and lets it go."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        for name in ("hello", "go"):
            os.mkfifo(folder / name)

    @property
    def comment(self) -> str:
        """What an answer says to be held here."""
        return f"# waits in: {self.folder}"

    def hello(self) -> int:
        """Wait for a worker to come; return its process id."""
        return int((self.folder / "hello").read_text())

    def go(self) -> None:
        """Let it go on."""
        (self.folder / "go").write_text("go")


def has_ended(pid: int) -> bool:
    """Wait for a process that is not a child of this one to end; half a minute at most."""
    import select

    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    poll = select.poll()
    poll.register(handle, select.POLLIN)
    found = bool(poll.poll(30_000))
    os.close(handle)
    return found


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course to copy: submissions, two of them late, one without a notebook, and an empty gradebook."""
    course = tmp_path_factory.mktemp("template") / "course"
    course.mkdir()
    config = (ROOT / "nbgrader_config.py").read_text(encoding="utf-8")
    (course / "nbgrader_config.py").write_text(config + LATE, encoding="utf-8")
    for student in STUDENTS:
        hand_in(course, student)
    for student in STUDENTS[:2]:
        stamp = course / "build" / "submitted" / student / LESSON / "timestamp.txt"
        stamp.write_text("2026-03-01 12:00:00 UTC", encoding="utf-8")
    (course / "build" / "submitted" / STUDENTS[2] / LESSON / f"{LESSON}.ipynb").unlink()
    opened = gradebook.open_course(course)
    gradebook.add_lesson(opened, lesson(LESSON))
    with gradebook._transaction(opened) as book:
        book.update_or_create_assignment(LESSON, duedate="2026-02-01 12:00:00")
    return course


@pytest.fixture
def course(template: Path, tmp_path: Path) -> Path:
    """Return a course of this test's own."""
    return Path(shutil.copytree(template, tmp_path / "course"))


@pytest.fixture(scope="session")
def undisturbed(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """Return what an undisturbed run leaves."""
    course = Path(shutil.copytree(template, tmp_path_factory.mktemp("undisturbed") / "course"))
    grade_here(course, stub.inline)
    return everything(course)
