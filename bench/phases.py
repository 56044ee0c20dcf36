"""`python -m bench.phases COURSE LESSON`: where the time of a submission goes, phase by phase, as JSON.

What was handed in is graded twice by the command's own loop, with the worker's part run in this process too; the second
time every function of `PHASES` is timed. Time counts for the innermost of them.
"""

from __future__ import annotations

import functools
import json
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from autograder import batch, gradebook, isolated
from autograder.lessons import lesson

PHASES = {
    "read, put tests back": (
        "autograder.grading:load",
        "autograder.grading:read",
        "autograder.grading:restore",
        "autograder.records:submitted_bytes",
        "autograder.records:fingerprint",
    ),
    "fork and clean": ("autograder.isolated:Isolated.child", "autograder.isolated:Isolated.leave_nothing"),
    "student's cells": ("autograder.isolated:_Session._students_cell",),
    "tests: calls to the student": ("autograder.isolated:_Session.fetch", "autograder.guest.peer:Lent.__call__"),
    "tests: the rest": ("autograder.isolated:_Session._test",),
    "make outputs harmless": ("autograder.grading:harmless",),
    "score": (
        "autograder.scoring:forgive_warnings",
        "autograder.scoring:broken_tests",
        "autograder.scoring:score",
        "autograder.scoring:with_causes",
        "autograder.scoring:plain_failures",
    ),
    "write gradebook": ("autograder.gradebook:save",),
    "write notebook and record": ("autograder.gradebook:_write_autograded", "autograder.records:write"),
}
OTHER = "anything else"


class Stopwatches:
    """One for each phase; starting one stops the one that is running until it ends."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys([*PHASES, OTHER], 0.0)
        self._running = [OTHER]
        self._since = time.perf_counter()

    @contextmanager
    def timing(self, phase: str) -> Iterator[None]:
        """Count what happens inside for a phase."""
        self._stop()
        self._running.append(phase)
        try:
            yield
        finally:
            self._stop()
            self._running.pop()

    def _stop(self) -> None:
        now = time.perf_counter()
        self.seconds[self._running[-1]] += now - self._since
        self._since = now

    def wrap(self, phase: str, where: str) -> None:
        """Time every call of the function at `module:name`."""
        module, _, name = where.partition(":")
        *above, last = name.split(".")
        owner = resolve_name(f"{module}:{'.'.join(above)}" if above else module)
        original: Callable[..., Any] = getattr(owner, last)

        @functools.wraps(original)
        def timed(*args: Any, **kwargs: Any) -> Any:
            with self.timing(phase):
                return original(*args, **kwargs)

        setattr(owner, last, timed)


class Here(Executor):
    """Runs what is submitted at once, in this process."""

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run it; return its result."""
        done: Future[Any] = Future()
        done.set_result(function(*args, **kwargs))
        return done


@contextmanager
def here() -> Iterator[batch.Workers]:
    """Open a pool of one worker that is this process."""
    yield batch.Workers(Here(), 1)


def main() -> None:
    """Print the milliseconds a submission takes, by phase."""
    root, name = sys.argv[1:]
    course, key = gradebook.open_course(Path(root).resolve()), lesson(name)
    students = course.students(name)
    gradebook.add_lesson(course, key)
    for _ in batch.work(course, batch.plan(course, [(key, students)], force=True).todo, here, isolated.execute):
        pass  # imports, caches, the sandbox
    todo = batch.plan(course, [(key, students)], force=True).todo
    watches = Stopwatches()
    for phase, functions in PHASES.items():
        for where in functions:
            watches.wrap(phase, where)
    with watches.timing(OTHER):
        for _ in batch.work(course, todo, here, isolated.execute):
            pass
    print(json.dumps({phase: 1000 * seconds / len(students) for phase, seconds in watches.seconds.items()}))


if __name__ == "__main__":
    main()
