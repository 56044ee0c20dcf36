"""A student's value that is legal and makes a test slow or large costs its own exercise, and nothing else."""

from __future__ import annotations

import contextlib
import resource
import socket
import threading
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from autograder import guard, isolated
from autograder.guard import TooLong, bounded
from autograder.guest.peer import Gone, SocketStream
from autograder.isolated import Isolated
from autograder.sandbox import why_not
from tests.autograder.cells import passed, run, shown


@pytest.fixture(scope="module")
def engine() -> Iterator[Isolated]:
    if reason := why_not():
        pytest.skip(reason)
    with Isolated() as engine:
        yield engine


SLOW = "np.zeros((2,) * 25, np.int8)"  # minutes to print: numpy shortens no axis of two
LARGE = "np.zeros((60_000_000, 1, 1), bool)"  # six gigabytes to compare with twelve numbers


@pytest.mark.parametrize(
    ("value", "test", "said"),
    [
        (LARGE, "import numpy as np; assert np.allclose(f(), np.ones((3, 4)))", "MemoryError: Unable to allocate"),
        ("'x' * 20_000_000", "assert f() == 1, f'not {f()!r}'", "AssertionError: not 'xxx"),
        ("'x' * 20_000_000", "f()", "xxx"),
        ("'x' * 20_000_000", "print(f())", "xxx"),
    ],
)
def test_a_large_value_costs_its_own_exercise(engine: Isolated, value: str, test: str, said: str) -> None:
    costs_its_own_exercise(engine, value, test, said)


def test_what_there_is_no_memory_to_receive_ends_the_child_and_no_message_half_read_is_left() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs, pytest.raises(Gone, match="more than is taken"):
        SocketStream(ours).receive(2**62)


@pytest.mark.parametrize("test", ["str(f())", "assert f() is None, f'is {f()}'"])
def test_a_slow_value_costs_its_own_exercise(test: str) -> None:
    if reason := why_not():
        pytest.skip(reason)
    with Isolated(cell_seconds=2) as engine:
        costs_its_own_exercise(engine, SLOW, test, "CellTimeoutError: `f` did not finish")


def costs_its_own_exercise(engine: Isolated, value: str, test: str, said: str) -> None:
    source = f"import numpy as np\ndef f(): return {value}\ndef g(): return 1"
    before = resource.getrlimit(resource.RLIMIT_AS)
    _, first, second = run(engine, source, ("grade_f", test), ("grade_g", "assert g() == 1"))
    assert said in shown(first)
    assert len(shown(first)) < 3 * isolated.MOST_SAID
    assert passed(second)
    assert resource.getrlimit(resource.RLIMIT_AS) == before


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "LOOK_SECONDS", 0.001)


def without_end() -> None:
    while True:
        pass


def test_time_is_bounded_in_any_thread() -> None:
    seen: list[type[BaseException]] = []

    def work() -> None:
        try:
            with bounded(lambda: 0):
                without_end()
        except TooLong as stopped:
            seen.append(type(stopped))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [TooLong]


def test_time_that_is_given_anew_is_waited_for() -> None:
    answers = iter([2.0, 1.0, 30.0, 0.0])
    with pytest.raises(TooLong), bounded(lambda: next(answers)):
        without_end()
    assert next(answers, None) is None


def test_nothing_comes_after_the_end() -> None:
    for _ in range(2_000):
        with contextlib.suppress(TooLong), bounded(lambda: 0):
            pass
    for _ in range(10_000):
        time.monotonic()


def test_memory_is_bounded_and_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "ROOM", 100_000_000)
    take: Callable[[], object] = lambda: np.ones(50_000_000)  # noqa: E731
    with bounded(lambda: 100), pytest.raises(MemoryError):
        take()
    take()
