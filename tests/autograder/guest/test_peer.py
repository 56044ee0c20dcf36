"""Calls in both directions, and what becomes of a side that does not keep to the rules: only ever `Gone`."""

from __future__ import annotations

import json
import math
import socket
import struct
import threading
import time
import tracemalloc
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.guest import peer as peers
from autograder.guest.codec import BadData, Opaque
from autograder.guest.peer import HEAD, Gone, Lent, Peer, SocketStream
from tests.autograder.guest.test_codec import LEAVES, TAGGED
from tests.autograder.guest.values import VALUES, same

Ours = Callable[..., Any]


ALIVE: list[socket.socket] = []  # connections of the running test


@pytest.fixture(autouse=True, scope="module")
def _close_connections() -> Iterator[None]:
    yield
    while ALIVE:
        ALIVE.pop().close()


class Other:
    """A student's side in a thread, which lends its functions by name."""

    def __init__(self, **functions: Any) -> None:
        ours, theirs = socket.socketpair()
        ALIVE.append(ours)
        self.functions = functions
        self.peer = Peer(SocketStream(ours, lambda: 60.0), strict=True)
        self._theirs = Peer(SocketStream(theirs))
        threading.Thread(target=self._serve, args=(theirs,), daemon=True).start()

    def _serve(self, theirs: socket.socket) -> None:
        with theirs, suppress(Gone):
            while True:
                message, blobs = self._theirs.receive()
                if message["op"] == "get":
                    packer = self._theirs.packer()
                    value = packer.pack(self.functions[message["name"]])
                    self._theirs.send({"op": "value", "value": value}, packer.blobs)
                else:
                    self._theirs.serve_call(message, blobs)

    def __getattr__(self, name: str) -> Any:
        self.peer.send({"op": "get", "name": name}, [])
        message, blobs = self.peer.answer()
        return self.peer.unpacker(blobs).unpack(message["value"])


@pytest.fixture(scope="module")
def echo() -> Lent:
    return Other(echo=lambda *args: args).echo  # type: ignore[no-any-return]


@given(VALUES)
def test_every_value_goes_there_and_back(echo: Lent, value: Any) -> None:
    assert same(echo(value, [value]), (value, [value]))


def test_keyword_arguments() -> None:
    assert Other(f=lambda a, *, b=2: (a, b)).f(1, b=[3]) == (1, [3])


# Arguments changed in place


def change(a: Any, b: Any, c: Any, d: Any) -> None:
    a += 1
    b[1].append(3)
    b[0] = "new"
    c["W"][0, 0] = 9.0
    c["b"] = 1
    d[0][1][...] *= 2


def test_changes_in_place_are_seen() -> None:
    a, inner, W, v = np.arange(4.0)[::2], [1], np.zeros((2, 2), order="F"), np.ones(2)
    b, c, d = ["old", inner], {"W": W}, ((0, v), 5)
    Other(f=change).f(a, b, c, d=d)
    assert a.tolist() == [1, 3]
    assert b == ["new", [1, 3]]
    assert b[1] is inner
    assert W[0, 0] == 9
    assert c["b"] == 1
    assert v.tolist() == [2, 2]


def test_lists_of_tuples_are_seen_to_change() -> None:
    def change(pairs: list[Any]) -> None:
        pairs[0][0][...] = 5
        pairs[1] = (pairs[1][0], 7)

    first, second = np.zeros(2), np.zeros(2)
    pairs = [(first, 1), (second, 2)]
    Other(f=change).f(pairs)
    assert first.tolist() == [5, 5]
    assert pairs[0][0] is first
    assert pairs[1] == (second, 7) or pairs[1][1] == 7


def test_drawing_from_a_generator_is_seen() -> None:
    rng, twin = np.random.default_rng(1), np.random.default_rng(1)
    f = Other(f=lambda rng: rng.normal(size=3)).f
    assert np.array_equal(f(rng), twin.normal(size=3))
    assert np.array_equal(rng.normal(size=3), twin.normal(size=3))
    assert np.array_equal(f([rng][0]), twin.normal(size=3))


def test_changes_are_seen_when_the_call_fails_too() -> None:
    def f(a: list[int]) -> None:
        a.clear()
        raise ValueError("too late")

    given = [1]
    with pytest.raises(ValueError, match="too late"):
        Other(f=f).f(given)
    assert given == []


def test_a_read_only_array_made_writeable_is_seen_to_change() -> None:
    def f(a: np.ndarray) -> None:
        a.flags.writeable = True
        a[0] = 7

    given = np.zeros(2)
    given.flags.writeable = False
    Other(f=f).f(given)
    assert given[0] == 7


def test_another_shape_in_place_is_an_error_in_words() -> None:
    def f(a: np.ndarray) -> None:
        a.resize((4, 1), refcheck=False)

    with pytest.raises(ValueError, match="another shape"):
        Other(f=f).f(np.zeros(4))


# Functions


def test_calls_go_both_ways() -> None:
    def apply(g: Ours, x: Any) -> Any:
        return g(lambda y: y + 1, x)

    assert Other(apply=apply).apply(lambda h, x: h(x) * 10, 1) == 20


def test_a_function_comes_back_to_its_owner_as_itself() -> None:
    def mine() -> None:
        pass

    other = Other(f=lambda g: g, g=len)
    assert other.f(mine) is mine
    assert other.f(other.g) is other.g
    assert other.f.__name__ == "<lambda>" or other.f.__name__ == "function"
    assert repr(other.g) == "<function len>"


def test_a_function_that_returns_functions() -> None:
    assert Other(adder=lambda n: lambda x: x + n).adder(2)(3) == 5


def test_calls_nest_to_a_depth_a_lesson_needs() -> None:
    def down(g: Ours, n: int) -> Any:
        return 0 if n == 0 else 1 + g(n - 1)

    f = Other(f=down).f

    def up(n: int) -> Any:
        return f(up, n)

    assert up(20) == 20


def test_endless_nesting_ends_that_side() -> None:
    f = Other(f=lambda g: g()).f
    with pytest.raises(Gone):
        f(again := lambda: f(again))


def test_what_was_lent_for_a_test_fails_afterwards() -> None:
    kept: list[Ours] = []
    other = Other(keep=kept.append, use=lambda: kept[0](1), give=lambda: kept[0])
    other.keep(lambda x: x)
    assert other.use() == 1
    other.peer.take_back()
    with pytest.raises(RuntimeError, match="a test that is over"):
        other.use()
    with pytest.raises(RuntimeError, match="a test that is over"):
        other.give()(1)


# Exceptions and warnings


class Strange(Exception):
    def __str__(self) -> str:
        raise SystemExit


class Late(BaseException):
    pass


@pytest.mark.parametrize(
    ("error", "name", "text"),
    [
        (ValueError("no"), "ValueError", "no"),
        (KeyError("W"), "KeyError", "'W'"),
        (UnicodeDecodeError("ascii", b"\xff", 0, 1, "?"), "UnicodeDecodeError", "'ascii' codec can't decode byte"),
        (OSError(2, "gone"), "FileNotFoundError", "[Errno 2] gone"),
        (ExceptionGroup("all", [ValueError()]), "ExceptionGroup", "all (1 sub-exception)"),
        (SystemExit(3), "SystemExit", "3"),
        (KeyboardInterrupt(), "KeyboardInterrupt", ""),
        (StopIteration(), "StopIteration", ""),
        (Strange(), "Strange", ""),
        (Late("x"), "Late", "x"),
        (ValueError("\ud800" * 5_000), "ValueError", "\ud800"),
    ],
)
def test_exceptions_cross_as_a_name_and_a_text(error: BaseException, name: str, text: str) -> None:
    def f() -> None:
        raise error

    with pytest.raises(Exception) as caught:  # noqa: PT011
        Other(f=f).f()
    assert caught.typename == name
    assert str(caught.value).startswith(text)
    assert len(str(caught.value)) <= 2_000
    if type(error) in (ValueError, KeyError, UnicodeDecodeError):
        assert isinstance(caught.value, (type(error), peers.Stopped))
    assert caught.value.__cause__ is None


def test_what_interrupts_us_is_not_the_students() -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    f = Other(f=lambda g: g()).f
    with pytest.raises(KeyboardInterrupt):
        f(interrupted)


def heard(function: Ours, *args: Any) -> list[tuple[type[Warning], str]]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        function(*args)
    return [(w.category, str(w.message)) for w in caught]


def test_an_overflow_is_heard() -> None:
    def f(z: np.ndarray) -> Any:
        for i in range(40):
            warnings.warn(f"number {i % 3}", DeprecationWarning, stacklevel=1)
        return np.exp(z)

    said = heard(Other(f=f).f, np.array([1000.0]))
    assert (RuntimeWarning, "overflow encountered in exp") in said
    assert len(said) == 4


def test_an_overflow_is_heard_whatever_the_notebook_has_set() -> None:
    def f(z: np.ndarray) -> Any:
        with np.errstate(all="ignore"):
            quiet = np.exp(z)
        return quiet + np.exp(z)

    with np.errstate(all="ignore"):
        said = heard(Other(f=f).f, np.array([1000.0]))
    assert len(said) == 1


def test_warnings_of_unknown_kinds_are_warnings() -> None:
    class Own(UserWarning):
        pass

    assert heard(Other(f=lambda: warnings.warn("mine", Own, stacklevel=1)).f) == [(UserWarning, "mine")]


# Values that do not cross


def test_a_result_that_is_too_large_is_an_error_in_words() -> None:
    def ones() -> Iterator[int]:
        while True:
            yield 1

    deep: list[Any] = []
    deep.append(deep)
    other = Other(ones=ones, deep=lambda: deep, many=lambda: [0] * 400_000)
    with pytest.raises(ValueError, match="does not end"):
        other.ones()
    with pytest.raises(ValueError, match="nested too deeply"):
        other.deep()
    with pytest.raises(ValueError, match="too many parts"):
        other.many()
    with pytest.raises(ValueError, match="nested too deeply"):
        Other(f=lambda a: a.append(a)).f([])


def test_our_own_arguments_are_refused_before_anything_is_sent() -> None:
    f = Other(f=lambda x: x).f
    with pytest.raises(BadData, match="type set"):
        f({1})
    assert f(2) == 2


def test_unknown_types_arrive_as_names() -> None:
    made = Other(f=lambda: {1}).f()
    assert isinstance(made, Opaque)
    assert Other(f=lambda x: type(x).__name__).f(made) == "set"


# Hostile bytes


class Recorded:
    """A stream on which everything has already been said."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.sent = 0

    def send(self, data: bytes) -> None:
        self.sent += 1
        if self.sent > 1_000:
            raise Gone("timed out")

    def receive(self, size: int) -> bytearray:
        if size > len(self._data):
            raise Gone("the connection ended")
        part, self._data = self._data[:size], self._data[size:]
        return bytearray(part)


def frame(message: Any, *blobs: bytes) -> bytes:
    text = json.dumps(message).encode()
    lengths = struct.pack(f"<{len(blobs)}Q", *map(len, blobs))
    return HEAD.pack(len(text), len(blobs)) + lengths + text + b"".join(blobs)


def hears(data: bytes) -> None:
    """Call a function of the other side, which says `data`: it returns, raises what it may, or is gone."""
    peer = Peer(Recorded(data), strict=True)
    given = [np.zeros((2, 2)), [1, [2]], {"a": np.zeros(1)}, lambda x: x, np.random.default_rng(0)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for _ in range(3):
            try:
                peer.call(0, tuple(given), {"key": [1]})
            except Gone:
                return
            except peers.Stopped:
                continue
            except Exception as error:
                kind = type(error)
            else:
                continue
            assert kind.__module__ == "builtins", kind


@given(st.binary(max_size=200))
def test_random_bytes(data: bytes) -> None:
    hears(data)


ANY = st.recursive(
    LEAVES | TAGGED,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
CHANGED = st.lists(st.tuples(st.integers(-9, 9) | st.sampled_from(["key", "x"]), TAGGED | ANY).map(list), max_size=3)
ANSWERS = st.fixed_dictionaries(
    {"op": st.sampled_from(["return", "raise", "call", "value", "ran", "get", "run", ""]) | ANY},
    optional={
        "value": TAGGED | ANY,
        "type": st.sampled_from(["ValueError", "Gone", "SystemExit", "KeyError", "BaseException", "\ud800", ""]) | ANY,
        "text": st.text() | ANY,
        "warnings": st.lists(st.lists(st.text() | ANY, max_size=3), max_size=3) | ANY,
        "changed": CHANGED | ANY,
        "handle": st.integers(-1, 2) | ANY,
        "args": st.lists(TAGGED, max_size=3) | ANY,
        "kwargs": st.dictionaries(st.text(max_size=2), TAGGED, max_size=2) | ANY,
    },
)


@given(st.lists(ANSWERS, min_size=1, max_size=3), st.lists(st.binary(max_size=20), max_size=2))
def test_well_formed_frames_that_make_no_sense(messages: list[Any], blobs: list[bytes]) -> None:
    hears(b"".join(frame(message, *blobs) for message in messages))


@given(VALUES, st.data())
def test_frames_that_were_changed_on_the_way(value: Any, data: st.DataObject) -> None:
    recorder = Recorded(b"")
    sent: list[bytes] = []
    recorder.send = sent.append  # type: ignore[method-assign]
    writer = Peer(recorder)
    writer.serve_call({"op": "call", "handle": writer._lend(lambda: value)[1], "args": [], "kwargs": {}}, [])
    whole = bytearray(b"".join(sent) * 2)
    for _ in range(data.draw(st.integers(0, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    hears(bytes(whole[: data.draw(st.integers(0, len(whole)))]))


@pytest.mark.parametrize(
    "data",
    [
        HEAD.pack(2**32 - 1, 0),
        HEAD.pack(2, 2**32 - 1),
        HEAD.pack(2, 1) + struct.pack("<Q", 2**63),
        frame([]),
        frame({"op": 1}),
        frame({"op": "return"}),
        frame({"op": "ran", "outputs": []}),
        frame({"op": "call", "handle": 0, "args": 5, "kwargs": {}}),
        frame({"op": "call", "handle": True, "args": [], "kwargs": {}}),
        frame({"op": "call", "handle": 99, "args": [], "kwargs": {}}),
        frame({"op": "call", "handle": 0, "args": [], "kwargs": []}),
        frame({"op": "return", "value": ["none"], "changed": [[99, ["none"]]]}),
        frame({"op": "return", "value": ["none"], "changed": [[0, ["none"]]]}),
        frame({"op": "return", "value": ["none"], "changed": [["nobody", ["none"]]]}),
        frame({"op": "return", "value": ["none"], "warnings": [["UserWarning"]]}),
        frame({"op": "raise", "type": 5, "text": ""}),
        HEAD.pack(200_000, 0) + b"[" * 200_000,
        HEAD.pack(3, 0) + b"\xff\xff\xff",
        HEAD.pack(5_000, 0) + b"9" * 5_000,
    ],
    ids=range(19),
)
def test_no_message(data: bytes) -> None:
    peer = Peer(Recorded(data), strict=True)
    with pytest.raises(Gone):
        peer.call(0, (np.zeros(2), lambda: None), {})


@pytest.mark.parametrize("text", [b"[" + b"[]," * 9_000_000 + b"[]]", b'{"op":[' + b'"ab",' * 5_000_000 + b"0]}"])
def test_what_would_take_much_memory_to_read_is_not_read(text: bytes) -> None:
    peer = Peer(Recorded(HEAD.pack(len(text), 0) + text))
    tracemalloc.start()
    try:
        with pytest.raises(Gone, match="more than is taken"):
            peer.receive()
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 3 * len(text)


def test_endless_calls_back_end_with_the_time() -> None:
    call = frame({"op": "call", "handle": 0, "args": [], "kwargs": {}})
    recorder = Recorded(call * 2_000)
    with pytest.raises(Gone, match="timed out"):
        Peer(recorder, strict=True).call(0, (math.pi, lambda: 1), {})


def test_functions_without_end_are_refused() -> None:
    lent = [["lent", i, "f"] for i in range(peers.MOST_LENT + 1)]
    with pytest.raises(Gone):
        Peer(Recorded(frame({"op": "return", "value": ["list", lent]}))).call(0, (), {})


def test_a_slow_drip_ends_with_the_time() -> None:
    ours, theirs = socket.socketpair()
    end = time.monotonic() + 0.05

    def remaining() -> float:
        theirs.send(b"x")  # one more byte whenever we wait
        if time.monotonic() > end:
            raise TimeoutError
        return 1.0

    with pytest.raises(Gone, match="timed out"):
        SocketStream(ours, remaining).receive(10_000_000)
    ours.close()
    theirs.close()


def test_a_side_that_does_not_read_ends_with_the_time() -> None:
    ours, theirs = socket.socketpair()
    with pytest.raises(Gone, match="timed out"):
        SocketStream(ours, lambda: 0.01).send(b"x" * 10_000_000)
    theirs.close()
    with pytest.raises(Gone, match="the connection ended"):
        SocketStream(ours, lambda: 5.0).send(b"x" * 10_000_000)
    ours.close()
