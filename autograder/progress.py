"""How far a run has come, on stderr: a bar on a terminal, elsewhere a line now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LINES = 20  # at most, where there is no terminal

Advance = Callable[[], None]


def pace(done: int, total: int, seconds: float) -> str:
    """Say how fast it goes and how long it will take."""
    if not done or seconds <= 0:
        return ""
    rate = done / seconds
    speed = f"{rate:.1f} a second" if rate >= 1 else f"{1 / rate:.1f} s each"
    return f"{speed}, {duration((total - done) / rate)} left"


def duration(seconds: float) -> str:
    """Show a time in the two largest units: 40 s, 3 min 20 s, 2 h 5 min."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def is_step(done: int, total: int) -> bool:
    """Tell whether a line is due: at even steps, `LINES` of them at most, and at the end."""
    step = -(-total // LINES)
    return done == total or done % step == 0


@contextmanager
def shown(what: str, total: int) -> Iterator[Advance]:
    """Show progress; yield what to call when one more is done."""
    with (_bar if sys.stderr.isatty() else _lines)(what, total) as advance:
        yield advance


@contextmanager
def _lines(what: str, total: int) -> Iterator[Advance]:
    started, done = time.monotonic(), 0

    def advance() -> None:
        nonlocal done
        done += 1
        if is_step(done, total):
            said = pace(done, total, time.monotonic() - started)
            print(f"{what}: {done} of {total} ({said})", file=sys.stderr, flush=True)

    yield advance


@contextmanager
def _bar(what: str, total: int) -> Iterator[Advance]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    started, done = time.monotonic(), 0
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[pace]}")
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total, pace="")

        def advance() -> None:
            nonlocal done
            done += 1
            bar.update(task, completed=done, pace=pace(done, total, time.monotonic() - started))

        yield advance
