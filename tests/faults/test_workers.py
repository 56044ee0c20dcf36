"""A worker may die: its submissions are graded by another, and only one that kills its worker twice is given up."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.faults.conftest import STUDENTS, Gate, everything, grade, hand_in, rows, start


def test_a_killed_worker_costs_nothing(course: Path, undisturbed: Mapping[str, Any], tmp_path: Path) -> None:
    gate = Gate(tmp_path / "gate")
    original = hand_in(course, STUDENTS[5]).read_bytes()
    path = hand_in(course, STUDENTS[5], gate.comment)
    process = start(course)
    os.kill(gate.hello(), signal.SIGKILL)
    gate.hello()
    gate.go()
    _, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    path.write_bytes(original)
    assert grade(course).returncode == 0
    assert everything(course) == undisturbed


def test_one_that_kills_its_worker_once(course: Path, tmp_path: Path) -> None:
    hand_in(course, STUDENTS[5], f"# dies once: {tmp_path / 'dead'}")
    done = grade(course, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["summary"]["graded"] == len(STUDENTS)


def test_one_that_always_kills_its_worker_is_named_and_no_zero(course: Path, undisturbed: Mapping[str, Any]) -> None:
    original = hand_in(course, STUDENTS[5]).read_bytes()
    path = hand_in(course, STUDENTS[5], "# dies")
    done = grade(course, "--json")
    assert done.returncode == 3
    assert f"The grader broke on: {STUDENTS[5]}." in done.stderr
    found = json.loads(done.stdout)
    assert found["summary"]["verdicts"]["grader error"] == 1
    assert found["summary"]["needs_a_look"] != []
    assert STUDENTS[5] not in {student for student, *_ in rows(course)["grades"]}
    path.write_bytes(original)
    assert grade(course).returncode == 0
    assert everything(course) == undisturbed


def test_a_grader_error_keeps_the_old_grade_and_is_tried_again_next_time(course: Path) -> None:
    chosen = ("--student", STUDENTS[5])
    assert grade(course, *chosen).returncode == 0
    before = rows(course)
    hand_in(course, STUDENTS[5], "# breaks")
    for _ in range(2):
        assert grade(course, *chosen).returncode == 3
        assert rows(course) == before
