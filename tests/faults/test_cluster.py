"""On a Dask cluster the same function grades the same submissions, and a worker that dies half way costs nothing."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from autograder import batch
from autograder.gradebook import CourseProblem
from course.paths import ROOT
from tests.faults import stub
from tests.faults.conftest import ENVIRONMENT, STUDENTS, Gate, everything, grade_here, hand_in, start

WITH_TESTS = {**ENVIRONMENT, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}


def launch(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{arguments[0]}", *arguments[1:]]
    return subprocess.Popen(command, env=WITH_TESTS, cwd=ROOT, stderr=subprocess.PIPE, text=True)


def end(*processes: subprocess.Popen[str]) -> None:
    for process in processes:
        process.kill()
        process.communicate()


@pytest.fixture
def scheduler() -> Iterator[str]:
    """Start a scheduler without workers, a process; return its address."""
    process = launch("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    try:
        assert process.stderr is not None
        said = next(line for line in process.stderr if "Scheduler at:" in line)
        yield said.split()[-1]
    finally:
        end(process)


@pytest.fixture
def cluster(scheduler: str, tmp_path: Path) -> Iterator[str]:
    """Give the scheduler two workers, each a process; return its address."""
    workers = []
    try:
        for name in ("one", "two"):
            options = ("--no-nanny", "--nthreads", "1", "--no-dashboard", "--name", name)
            folder = str(tmp_path / name)
            workers.append(launch("worker", scheduler, *options, "--local-directory", folder))
        for worker in workers:
            assert worker.stderr is not None
            next(line for line in worker.stderr if "Registered to:" in line)
        yield scheduler
    finally:
        end(*workers)


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


def test_a_cluster_without_workers_is_not_waited_for_for_ever(
    scheduler: str, course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "LOOK_SECONDS", 0)
    with pytest.raises(batch.NoWorkers, match=r"has no workers.* What was graded is kept\. .* goes on from there\."):
        grade_here(course, batch.cluster(scheduler))
    assert len(grade_here(course, stub.inline)) == len(STUDENTS)


def test_workers_that_come_back_in_time_are_waited_for() -> None:
    seen = iter([{}, {}, {"one": 1}, *[{}] * batch.MOST_LOOKS])
    look = batch._watch("here", lambda: next(seen))
    for _ in range(2 + batch.MOST_LOOKS):
        look()
    with pytest.raises(batch.NoWorkers, match="for 60 s"):
        look()


def test_a_scheduler_that_ends_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise OSError("connection closed")

    with pytest.raises(batch.NoWorkers, match=r"^The Dask scheduler at here answers no more \(connection closed\)\. "):
        batch._watch("here", gone)()
    monkeypatch.setattr(batch, "ANSWER_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"127.0.0.1:{listener.getsockname()[1]}"
        pool = batch.cluster(address)
    with pytest.raises(batch.NoWorkers, match=rf"^The Dask scheduler at {address} answers no more \("), pool():
        pass


@pytest.mark.parametrize("address", ["127.0.0.1:1", "tcp://127.0.0.1:1", "nonsense://127.0.0.1:1", ""])
def test_no_scheduler_is_said_in_a_sentence(address: str) -> None:
    with pytest.raises(CourseProblem, match=f"^No Dask scheduler answers at {address} \\("):
        batch.cluster(address)


def test_without_dask_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CourseProblem, match="needs Dask: install it with"):
        batch.cluster("127.0.0.1:8786")
