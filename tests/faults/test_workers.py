"""A worker may die: its submissions are graded by another, and only one that kills its worker twice is given up."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from autograder.grading import Verdict
from tests.faults.conftest import STUDENTS, Gate, everything, grade, grade_here, hand_in, rows


def test_a_killed_worker_costs_nothing(course: Path, undisturbed: Mapping[str, Any], tmp_path: Path) -> None:
    gate = Gate(tmp_path / "gate")
    original = hand_in(course, STUDENTS[5]).read_bytes()
    path = hand_in(course, STUDENTS[5], gate.comment)
    with ThreadPoolExecutor(1) as thread:
        run = thread.submit(grade_here, course)
        first = gate.hello()
        os.kill(first, signal.SIGKILL)
        assert gate.hello() != first
        gate.go()
        assert {row.graded.verdict for row in run.result().values()} == {Verdict.GRADED, Verdict.MISSING}
    path.write_bytes(original)
    grade_here(course)
    assert everything(course) == undisturbed


def test_one_that_kills_its_worker_once(course: Path, tmp_path: Path) -> None:
    hand_in(course, STUDENTS[5], f"# dies once: {tmp_path / 'dead'}")
    assert grade_here(course)[STUDENTS[5]].graded.verdict is Verdict.GRADED


def test_those_that_always_kill_their_workers_are_named_and_no_zero(
    course: Path, undisturbed: Mapping[str, Any]
) -> None:
    originals = {path: path.read_bytes() for path in (hand_in(course, student) for student in STUDENTS[5:7])}
    for student in STUDENTS[5:7]:
        hand_in(course, student, "# dies")
    done = grade(course, "--json")
    assert done.returncode == 3
    assert f"The grader broke on: {STUDENTS[5]}, {STUDENTS[6]}." in done.stderr
    summary = json.loads(done.stdout)["summary"]
    assert summary["verdicts"] == {"graded": len(STUDENTS) - 3, "missing notebook": 1, "grader error": 2}
    assert "died, twice" in str(summary["needs_a_look"])
    assert {student for student, *_ in rows(course)["grades"]} == {*STUDENTS} - {*STUDENTS[5:7]}
    for path, content in originals.items():
        path.write_bytes(content)
    grade_here(course)
    assert everything(course) == undisturbed


def test_a_grader_error_keeps_the_old_grade_and_is_tried_again_next_time(course: Path) -> None:
    grade_here(course)
    before = rows(course)
    hand_in(course, STUDENTS[5], "# breaks")
    for _ in range(2):
        found = grade_here(course)
        assert found[STUDENTS[5]].graded.verdict is Verdict.GRADER_ERROR
        assert sum(row.skipped for row in found.values()) == len(STUDENTS) - 1
        assert rows(course) == before
