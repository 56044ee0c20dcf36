"""On a Dask cluster the same function grades the same submissions, and a worker that dies half way costs nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from autograder import batch
from autograder.gradebook import CourseProblem
from course.paths import ROOT
from tests.faults.conftest import ENVIRONMENT, STUDENTS, Gate, everything, grade_here, hand_in, start

WITH_TESTS = {**ENVIRONMENT, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}


def launch(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{arguments[0]}", *arguments[1:]]
    return subprocess.Popen(command, env=WITH_TESTS, cwd=ROOT, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[str]:
    """Start a scheduler and two workers, each a process; return the scheduler's address."""
    scheduler = launch("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    processes = [scheduler]
    try:
        assert scheduler.stderr is not None
        said = next(line for line in scheduler.stderr if "Scheduler at:" in line)
        address = said.split()[-1]
        for name in ("one", "two"):
            options = ("--no-nanny", "--nthreads", "1", "--no-dashboard", "--name", name)
            folder = str(tmp_path / name)
            processes.append(launch("worker", address, *options, "--local-directory", folder))
        for worker in processes[1:]:
            assert worker.stderr is not None
            next(line for line in worker.stderr if "Registered to:" in line)
        yield address
    finally:
        for process in processes:
            process.kill()
            process.communicate()


def test_the_same_gradebook_though_a_worker_is_killed(
    cluster: str, course: Path, undisturbed: Mapping[str, Any], tmp_path: Path
) -> None:
    gate = Gate(tmp_path / "gate")
    original = hand_in(course, STUDENTS[5]).read_bytes()
    path = hand_in(course, STUDENTS[5], gate.comment)
    run = start(course, "--cluster", cluster)
    first = gate.hello()
    os.kill(first, signal.SIGKILL)
    assert gate.hello() != first
    gate.go()
    _, err = run.communicate(timeout=120)
    assert run.returncode == 0, err
    path.write_bytes(original)
    assert sum(not row.skipped for row in grade_here(course).values()) == 1
    assert everything(course) == undisturbed


@pytest.mark.parametrize("address", ["127.0.0.1:1", "tcp://127.0.0.1:1", "nonsense://127.0.0.1:1", ""])
def test_no_scheduler_is_said_in_a_sentence(address: str) -> None:
    with pytest.raises(CourseProblem, match=f"^No Dask scheduler answers at {address} \\("):
        batch.cluster(address)


def test_without_dask_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CourseProblem, match="needs Dask: install it with"):
        batch.cluster("127.0.0.1:8786")
