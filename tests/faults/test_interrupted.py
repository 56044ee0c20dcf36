"""However a run is ended, the next one goes on from there, and the gradebook is that of an undisturbed run."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autograder import gradebook
from autograder.lessons import lesson
from course.paths import ROOT
from tests.faults.conftest import (
    ENVIRONMENT,
    LESSON,
    STUDENTS,
    Gate,
    everything,
    grade,
    grade_here,
    hand_in,
    has_ended,
    lines_until,
    start,
)

MOMENTS = 20


def test_the_undisturbed_run_is_worth_comparing_with(undisturbed: Mapping[str, Any]) -> None:
    assert {student for (student,) in undisturbed["students"]} == set(STUDENTS)
    assert len(undisturbed["grades"]) == 14 * len(STUDENTS)
    assert len({score for *_, score, _, _, _ in undisturbed["grades"]}) > 1
    assert sum(penalty is not None for _, penalty in undisturbed["penalties"]) == 2
    assert "No response." in {comment for _, _, comment, _ in undisturbed["comments"]}


def test_killed_at_twenty_random_function_calls(course: Path, tmp_path: Path) -> None:
    for student in STUDENTS[4:]:
        shutil.rmtree(course / "build" / "submitted" / student)
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.moments", str(course), str(tmp_path), "174", str(MOMENTS)],
        cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.stdout == f"killed {MOMENTS} times\n", done.stderr
    undisturbed = everything(tmp_path / "calm")
    assert len(undisturbed["grades"]) == 14 * 4
    ended = list(tmp_path.glob("ended-*"))
    assert ended
    for again in ended:
        assert everything(again) == undisturbed


def test_killed_from_outside_and_started_again(course: Path, undisturbed: Mapping[str, Any]) -> None:
    rng = random.Random(1033)
    for _ in range(3):
        process = start(course)
        lines_until(process, rng.randint(1, 2))
        process.kill()
        process.communicate()
    found = grade_here(course)
    assert sum(row.skipped for row in found.values()) >= 3
    assert len(found) == len(STUDENTS)
    assert everything(course) == undisturbed


def test_killed_while_the_gradebook_is_made(template: Path, tmp_path: Path, undisturbed: Mapping[str, Any]) -> None:
    """nbgrader makes the tables, then runs a program for a second, then says of which version they are."""
    course = Path(shutil.copytree(template, tmp_path / "course"))
    (course / "build" / "gradebook.db").unlink()
    code = (
        "import os, signal, sys; from pathlib import Path; import nbgrader.api; from autograder import gradebook\n"
        "nbgrader.api.get_alembic_version = lambda: os.kill(os.getpid(), signal.SIGKILL)\n"
        "gradebook.open_course(Path(sys.argv[1])).gradebook"
    )
    done = subprocess.run([sys.executable, "-c", code, str(course)], cwd=ROOT, env=ENVIRONMENT, timeout=100)
    assert done.returncode == -signal.SIGKILL
    assert not (course / "build" / "gradebook.db").exists()
    gradebook.add_lesson(gradebook.open_course(course), lesson(LESSON))
    grade_here(course)
    found = everything(course)
    assert found["grades"] == undisturbed["grades"]
    assert found["version"] == undisturbed["version"]


def test_control_c(course: Path, undisturbed: Mapping[str, Any], tmp_path: Path) -> None:
    gate = Gate(tmp_path / "gate")
    original = (hand_in(course, STUDENTS[5])).read_bytes()
    path = hand_in(course, STUDENTS[5], gate.comment)
    process = start(course)
    worker = gate.hello()
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert err.splitlines()[-1].startswith("autograder: Stopped; the ")
    assert "Traceback" not in err
    assert out == ""
    assert has_ended(worker)
    path.write_bytes(original)
    grade_here(course)
    assert everything(course) == undisturbed


def test_two_runs_at_once_and_no_worker_outlives_a_killed_run(course: Path, tmp_path: Path) -> None:
    gate = Gate(tmp_path / "gate")
    path = hand_in(course, STUDENTS[5], gate.comment)
    process = start(course)
    worker = gate.hello()
    second = grade(course)
    assert second.returncode == 2
    assert second.stderr == (
        f"autograder: Another `autograder grade` is at work on this course (process {process.pid}). "
        "Run this again when it has ended.\n"
    )
    process.kill()
    process.communicate()
    assert has_ended(worker)
    path.unlink()
    grade_here(course)


def test_feedback_that_was_not_written_yet_is_written_by_the_next_run(course: Path) -> None:
    chosen = [argument for student in STUDENTS[:3] for argument in ("--student", student)]
    grade_here(course)
    done = grade(course, *chosen[:4], feedback=True)
    assert done.returncode == 0, done.stderr
    pages = course / "build" / "feedback"
    assert sorted(path.parent.parent.name for path in pages.rglob("*.html")) == STUDENTS[:2]
    page = pages / STUDENTS[0] / LESSON / f"{LESSON}.html"
    before = page.stat().st_mtime_ns
    assert grade(course, *chosen, feedback=True).returncode == 0
    assert page.stat().st_mtime_ns == before
    assert len(list(pages.rglob("*.html"))) == 3
