"""Trying one mutant: in a process of its own, which may hang, crash or fill the memory without harm to the others.

The process is forked from one that has run the cells before the exercise, so that a trial costs milliseconds. What it
may use is bounded by the kernel: CPU seconds, not seconds by the clock, so that a busy machine changes no verdict.
"""

from __future__ import annotations

import contextlib
import math
import os
import resource
import signal
import sys
import traceback
import warnings
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import numpy as np

if TYPE_CHECKING:
    from tests.mutants import Subject
    from tests.mutants.operators import Mutant

MEMORY = 4 * 2**30  # bytes of address space
SECONDS = 2  # of CPU time at least; ten times what the solution takes, where that is more
PATIENCE = 10
LONGEST = 60  # CPU seconds that a solution may take itself


class Verdict(Enum):
    """What became of a mutant. Its value is the exit status of the process that tried it."""

    SURVIVED = 0
    KILLED = 1
    GRADER_BROKE = 2
    RAN_OUT = 3  # of time; counts as killed


@dataclass(frozen=True)
class Trial:
    """A verdict, the CPU seconds it took, and for a grader that broke, the traceback."""

    verdict: Verdict
    seconds: float
    reason: str = ""


def judge(subject: Subject, names: dict[str, Any], source: str) -> tuple[Verdict, str]:
    """Run a cell among the names before it and let the hidden tests examine what it leaves behind."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            exec(compile(source, f"<{subject.name}>", "exec"), names)
        except (Exception, SystemExit) as problem:
            return Verdict.KILLED, f"The cell stopped with {type(problem).__name__}."
        try:
            examination = subject.checks.examine(names.get(subject.variable))
        except Exception:
            return Verdict.GRADER_BROKE, traceback.format_exc()
    return (Verdict.SURVIVED, "") if examination.credit == 1 else (Verdict.KILLED, examination.message)


def baseline(subject: Subject, names: dict[str, Any]) -> Trial:
    """Try the solution as it is: it has to pass, and its time is the measure for its mutants."""
    return _wait(*_start(subject, names, subject.cell, LONGEST))


def trials(
    subject: Subject, names: dict[str, Any], mutants: Sequence[Mutant], seconds: float, workers: int
) -> Iterator[Trial]:
    """Try mutants, `workers` at a time, and yield what became of them, in order."""
    limit = max(SECONDS, math.ceil(PATIENCE * seconds))
    running: deque[tuple[int, int]] = deque()
    for mutant in mutants:
        if len(running) == workers:
            yield _wait(*running.popleft())
        running.append(_start(subject, names, mutant.source, limit))
    while running:
        yield _wait(*running.popleft())


def _start(subject: Subject, names: dict[str, Any], source: str, limit: int) -> tuple[int, int]:
    """Fork a process that tries a cell; return its id and the pipe on which it gives its reason."""
    sys.stdout.flush()
    sys.stderr.flush()
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        _run(subject, names, source, limit, writer)
    os.close(writer)
    return pid, reader


def _run(subject: Subject, names: dict[str, Any], source: str, limit: int, writer: int) -> NoReturn:
    """Be the child: keep quiet, keep within bounds, leave with the verdict."""
    status = Verdict.GRADER_BROKE.value
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
        with contextlib.suppress(ValueError, OSError):  # macOS does not bound memory
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        sys.stdout = sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115
        verdict, reason = judge(subject, names, source)
        os.write(writer, reason.encode()[-4000:])
        status = verdict.value
    finally:
        os._exit(status)


def _wait(pid: int, reader: int) -> Trial:
    """Wait for a child to end and say what became of it."""
    with open(reader, encoding="utf-8", errors="replace") as pipe:
        reason = pipe.read()
    _, status, used = os.wait4(pid, 0)
    seconds = used.ru_utime + used.ru_stime
    if not os.WIFSIGNALED(status):
        return Trial(Verdict(os.WEXITSTATUS(status)), seconds, reason)
    if os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL):
        return Trial(Verdict.RAN_OUT, seconds, "It ran out of time.")
    return Trial(Verdict.KILLED, seconds, f"It died of signal {os.WTERMSIG(status)}.")
