"""Bounds on our own side: a test that a student's value makes slow or large ends, and costs its own exercise.

What crosses is small, but a test may make much of it: an array of 25 axes takes minutes to print, and one that broadcasts
takes gigabytes to compare.
"""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from autograder.guest.peer import Gone

ROOM = 1_000_000_000  # bytes of address space a test may take more than is in use when it begins
LOOK_SECONDS = 0.2  # between looks at the time: a thread for each test would cost more than most tests

_raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
_running: dict[int, Callable[[], float]] = {}  # by thread: how much time is left there
_lock = threading.Lock()
_watch: threading.Thread | None = None


class TooLong(Gone):
    """A test of ours has used up its time; it ends as if the student's function had."""

    def __str__(self) -> str:
        return "timed out"


@contextmanager
def bounded(time_left: Callable[[], float]) -> Iterator[None]:
    """Raise `TooLong` in this thread when no time is left, `MemoryError` where much more memory is wanted.

    The first comes only between two steps of Python: numpy's own loops are over what fits into the memory, and end.
    """
    thread = threading.get_ident()
    with _memory():
        with _lock:
            _running[thread] = time_left
            _start_watch()
        try:
            yield
        finally:
            with _lock:
                _running.pop(thread, None)
                _raise_in(ctypes.c_ulong(thread), None)  # what was about to come would now come to somebody else


def _start_watch() -> None:
    global _watch
    if _watch is None or not _watch.is_alive():  # it does not live on in a forked process
        _watch = threading.Thread(target=_look, name="guard", daemon=True)
        _watch.start()


def _look() -> None:
    while True:
        time.sleep(LOOK_SECONDS)
        with _lock:
            for thread in [thread for thread, time_left in _running.items() if time_left() <= 0]:
                del _running[thread]
                _raise_in(ctypes.c_ulong(thread), ctypes.py_object(TooLong))


@contextmanager
def _memory() -> Iterator[None]:
    """Limit this process's address space; the limit is the process's, so that one test at a time is best."""
    import resource  # is not everywhere

    soft, hard = before = resource.getrlimit(resource.RLIMIT_AS)
    in_use = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    bounds = [limit for limit in (in_use + ROOM, soft, hard) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min(bounds), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
