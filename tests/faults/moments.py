"""Kill grading runs at random function calls: `python -m tests.faults.moments TEMPLATE FOLDER SEED MOMENTS`.

Everything is imported once; each run is a fork. A moment is a number of calls, of Python's or C's functions, since the run
began or since it began to grade; the run dies of SIGKILL there. When a run comes to its end, what it leaves is put aside
as FOLDER/ended-1, -2, …, and the next starts on a new copy of the course TEMPLATE.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy  # noqa: F401  (imported before the first fork, like the next)
import sqlalchemy.exc  # noqa: F401

from autograder import batch, checks, cli, engines, gradebook, records  # noqa: F401
from tests.faults import stub

LESSON = "01-neurons"


def count_calls(limit: int | None) -> Callable[[], int]:
    """Count function calls from now on; die at the `limit`th. Return what tells the number so far."""
    calls = 0

    def profile(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += 1
        if calls == limit:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(profile)
    return lambda: calls


def forked(course: Path, limit: int | None, only_work: bool, tell: Path) -> int:
    """Run `autograder grade` in a fork, to be killed at a moment; write the number of calls to `tell`; return its status."""
    if pid := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    status = 1
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        counters = []
        work = batch.work

        def counted_work(*arguments: Any) -> Any:
            counters.append(count_calls(limit))
            return work(*arguments)

        batch.work = counted_work if only_work else work
        batch.local = lambda workers: stub.inline
        engines.choose = lambda no_sandbox: stub.run
        if not only_work:
            counters.append(count_calls(limit))
        cli.app(["grade", LESSON, "--course", str(course), "--no-feedback"], standalone_mode=False)
        sys.setprofile(None)
        tell.write_text(str(counters[0]() if counters else 0))
        status = 0
    finally:
        os._exit(status)


def main(template: Path, folder: Path, seed: int, moments: int) -> None:
    """Kill runs at `moments` moments, half of them while submissions are graded."""
    rng = random.Random(seed)
    tell = folder / "calls"
    shutil.copytree(template, folder / "calm")
    assert forked(folder / "calm", None, True, tell) == 0
    grading = int(tell.read_text())
    shutil.rmtree(folder / "calm")
    shutil.copytree(template, folder / "calm")
    assert forked(folder / "calm", None, False, tell) == 0
    everything = int(tell.read_text())
    course, killed, ended = folder / "stormy", 0, 0
    shutil.copytree(template, course)
    while killed < moments:
        only_work = killed % 2 == 0
        status = forked(course, rng.randint(1, grading if only_work else everything), only_work, tell)
        assert status in (0, -signal.SIGKILL), status
        killed += status != 0
        if killed == moments:
            status = forked(course, None, False, tell)
        if status == 0:
            ended += 1
            course.rename(folder / f"ended-{ended}")
            shutil.copytree(template, course)
    print(f"killed {killed} times")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
