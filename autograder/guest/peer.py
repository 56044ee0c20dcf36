"""One end of the connection between a student's process and ours: frames, requests, and calls in both directions.

A message is a JSON object with `op`, plus the bytes of the arrays in it. Either side may call a function the other has
lent it, while it is itself being called; so answers to nested calls come in the order of a stack.
"""

from __future__ import annotations

import json
import socket
import struct
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import numpy as np

from .codec import MOST_BYTES, BadData, Bytes, Packer, Tree, Unpacker

HEAD = struct.Struct("<II")
MOST_PARTS = 2_000_000  # commas and brackets of a message's JSON: what it takes to read it
MOST_BLOBS = 20_000
MOST_LENT = 10_000
MOST_NESTED = 50  # few enough to end before Python's own limit does, in the middle of a message
MOST_WARNINGS = 20

Message = dict[str, Any]


class Gone(BaseException):
    """The other side is no longer there, or sent something that is no message; no `except Exception` catches it."""


class Stopped(Exception):
    """A function on the other side raised an exception; for types we do not know."""


class Stream(Protocol):
    """What frames travel on."""

    def send(self, data: bytes) -> None:
        """Send all of it."""

    def receive(self, size: int) -> bytearray:
        """Return exactly this many bytes."""


class SocketStream:
    """A connected socket; `remaining()` says how long to wait, None for ever."""

    def __init__(self, sock: socket.socket, remaining: Callable[[], float | None] = lambda: None) -> None:
        self.socket = sock
        self._remaining = remaining

    def send(self, data: bytes) -> None:
        """Send all of it. Raises `Gone`."""
        try:
            self.socket.settimeout(self._remaining())
            self.socket.sendall(data)
        except TimeoutError:
            raise Gone("timed out") from None
        except OSError as error:
            raise Gone(f"the connection ended ({error.strerror})") from None

    def receive(self, size: int) -> bytearray:
        """Return exactly this many bytes. Raises `Gone`."""
        try:
            data = bytearray(size)
        except MemoryError:
            raise Gone("sent more than is taken") from None
        room = memoryview(data)
        while room:
            try:
                self.socket.settimeout(self._remaining())
                count = self.socket.recv_into(room)
            except TimeoutError:
                raise Gone("timed out") from None
            except OSError as error:
                raise Gone(f"the connection ended ({error.strerror})") from None
            if not count:
                raise Gone("the connection ended")
            room = room[count:]
        return data


class Lent:
    """A function of the other side, which we may call."""

    def __init__(self, peer: Peer, handle: int, name: str) -> None:
        self._peer, self._handle = peer, handle
        self.__name__ = name if name.isidentifier() else "function"

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it over there; changes it makes to arguments in place are made here too."""
        return self._peer.call(self._handle, args, kwargs)

    def __repr__(self) -> str:
        return f"<function {self.__name__}>"


Lent.__name__ = "function"  # as Python's own errors call it


class Peer:
    """One side of the connection.

    `strict` is our side: values that do not cross are refused there, and what interrupts us is not sent over as if a
    function had raised it.
    """

    def __init__(self, stream: Stream, strict: bool = False) -> None:
        self._stream = stream
        self._strict = strict
        self._raised: type[BaseException] = Exception if strict else BaseException
        self._lent: list[Callable[..., Any]] = []
        self._borrowed: dict[int, Lent] = {}
        self._nested = 0

    # Frames

    def send(self, message: Message, blobs: list[bytes]) -> None:
        """Send one message."""
        text = json.dumps(message).encode("ascii")
        lengths = struct.pack(f"<{len(blobs)}Q", *map(len, blobs))
        if len(text) + sum(map(len, blobs)) > MOST_BYTES or len(blobs) > MOST_BLOBS:
            raise BadData("The value is too large to cross.")
        self._stream.send(b"".join([HEAD.pack(len(text), len(blobs)), lengths, text, *blobs]))

    def receive(self) -> tuple[Message, list[bytearray]]:
        """Return the next message. Raises `Gone` when it is none."""
        size, count = HEAD.unpack(self._stream.receive(HEAD.size))
        if size > MOST_BYTES or count > MOST_BLOBS:
            raise Gone("sent more than is taken")
        lengths = struct.unpack(f"<{count}Q", self._stream.receive(8 * count))
        if size + sum(lengths) > MOST_BYTES:
            raise Gone("sent more than is taken")
        text = self._stream.receive(size)
        if sum(map(text.count, (b",", b"[", b"{"))) > MOST_PARTS:
            raise Gone("sent more than is taken")
        try:
            message = json.loads(text)
        except (ValueError, RecursionError, MemoryError):
            raise Gone("sent something that is no message") from None
        if type(message) is not dict or type(message.get("op")) is not str:
            raise Gone("sent something that is no message")
        return message, [self._stream.receive(length) for length in lengths]

    # Values

    def packer(self) -> Packer:
        """Return a packer for one message."""
        return Packer(self._lend, self._strict)

    def unpacker(self, blobs: Sequence[Bytes]) -> Unpacker:
        """Return an unpacker for one message."""
        return Unpacker(blobs, self._borrow)

    def _lend(self, function: Callable[..., Any]) -> Tree:
        if isinstance(function, Lent) and function._peer is self:
            return ["own", function._handle]
        handle = next((i for i, known in enumerate(self._lent) if known is function), len(self._lent))
        if handle == len(self._lent):
            if handle >= MOST_LENT:
                raise BadData("Too many functions.")
            self._lent.append(function)
        name = getattr(function, "__name__", "function")
        return ["lent", handle, name if type(name) is str else "function"]

    def _borrow(self, tree: Tree) -> Any:
        if len(tree) == 2 and tree[0] == "own" and type(tree[1]) is int and 0 <= tree[1] < len(self._lent):
            return self._lent[tree[1]]
        if len(tree) != 3 or tree[0] != "lent" or type(tree[1]) is not int or type(tree[2]) is not str:
            raise BadData("no function")
        if tree[1] not in self._borrowed:
            if len(self._borrowed) >= MOST_LENT:
                raise BadData("too many functions")
            self._borrowed[tree[1]] = Lent(self, tree[1], tree[2][:100])
        return self._borrowed[tree[1]]

    def take_back(self) -> None:
        """Make what was lent so far fail when it is called: a function is lent for one test, not to be kept."""
        self._lent = [_taken_back] * len(self._lent)

    # Calls

    def call(self, handle: int, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
        """Call a function the other side has lent us."""
        packer = self.packer()
        trees = [packer.pack(a) for a in args]
        named = {k: packer.pack(v) for k, v in kwargs.items()}
        self.send({"op": "call", "handle": handle, "args": trees, "kwargs": named}, packer.blobs)
        message, blobs = self.answer()
        return self._outcome(message, blobs, list(args), dict(kwargs))

    def answer(self) -> tuple[Message, list[bytearray]]:
        """Wait for the answer to what was sent, serving calls from the other side meanwhile."""
        while True:
            message, blobs = self.receive()
            if message["op"] != "call":
                return message, blobs
            self.serve_call(message, blobs)

    def _outcome(self, message: Message, blobs: list[bytearray], args: list[Any], kwargs: dict[str, Any]) -> Any:
        try:
            unpack = self.unpacker(blobs).unpack
            for category, text in _pairs(message.get("warnings", [])):
                warnings.warn(text[:500], _known(category, Warning, UserWarning), stacklevel=4)
            for where, tree in _pairs(message.get("changed", []), (int, str)):
                _become((args if type(where) is int else kwargs)[where], unpack(tree))
            if message["op"] == "raise":
                name, text = message["type"], message["text"]
                if type(name) is not str or type(text) is not str:
                    raise BadData("no exception")
            elif message["op"] == "return":
                return unpack(message["value"])
            else:
                raise BadData("no answer")
        except (BadData, KeyError, IndexError, TypeError, RecursionError) as error:
            raise Gone(f"sent something that is no answer ({error})") from None
        raise _exception(name, text[:2000])

    def serve_call(self, message: Message, blobs: list[bytearray]) -> None:
        """Run one of our functions for the other side, and answer."""
        self._nested += 1
        try:
            if self._nested > MOST_NESTED:
                raise Gone("nested too many calls")
            called = self._called(message, blobs)
            packer = self.packer()
            try:
                self.send(self._answer(packer, *called), packer.blobs)
            except BadData as error:
                self.send({"op": "raise", "type": "ValueError", "text": str(error)}, [])
        finally:
            self._nested -= 1

    def _answer(self, packer: Packer, function: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]) -> Message:
        given: dict[int | str, Any] = dict(enumerate(args))
        given.update(kwargs)
        before = {where: self._frozen(value) for where, value in given.items()}
        with warnings.catch_warnings(record=True) as caught, np.errstate(over="warn"):
            warnings.simplefilter("always")
            try:
                answer = {"op": "return", "value": packer.pack(function(*args, **kwargs))}
            except (Gone, BadData):
                raise
            except self._raised as error:
                answer = {"op": "raise", "type": type(error).__name__, "text": _text(error)}
        said = dict.fromkeys((w.category.__name__, str(w.message)[:500]) for w in caught)
        answer["warnings"] = [list(pair) for pair in said][:MOST_WARNINGS]
        answer["changed"] = [[k, packer.pack(v)] for k, v in given.items() if self._frozen(v) != before[k]]
        return answer

    def _called(self, message: Message, blobs: list[bytearray]) -> tuple[Callable[..., Any], list[Any], dict[str, Any]]:
        try:
            unpack = self.unpacker(blobs).unpack
            handle, args, kwargs = message["handle"], message["args"], message["kwargs"]
            if type(handle) is not int or not 0 <= handle < len(self._lent):
                raise BadData("no such function")
            return self._lent[handle], [unpack(a) for a in args], {str(k): unpack(v) for k, v in kwargs.items()}
        except (BadData, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise Gone(f"sent something that is no call ({error})") from None

    def _frozen(self, value: Any) -> Any:
        """Return what tells whether a value was changed in place: its packed form, for values that can be."""
        if type(value) not in CHANGEABLE:
            return None
        packer = self.packer()
        try:
            return packer.pack(value), packer.blobs
        except BadData:
            return "too large"


def _pairs(found: Any, kinds: tuple[type, ...] = (str,)) -> list[tuple[Any, Any]]:
    if type(found) is not list or not all(type(p) is list and len(p) == 2 and type(p[0]) in kinds for p in found):
        raise BadData("no pairs")
    if kinds == (str,) and not all(type(p[1]) is str for p in found):
        raise BadData("no texts")
    return [(a, b) for a, b in found[:1000]]


CHANGEABLE = (np.ndarray, list, tuple, dict, np.random.Generator)  # the last by drawing from it


def _taken_back(*_: Any, **__: Any) -> None:
    raise RuntimeError("This function was lent for a test that is over.")


def _become(old: Any, new: Any) -> None:
    """Change a value in place to what the other side made of it. Raises `ValueError` where that cannot be."""
    if type(old) is not type(new):
        raise BadData("an argument changed its type")
    if type(old) is np.ndarray:
        if old.shape != new.shape or old.dtype != new.dtype:
            raise ValueError("An argument was given another shape or another type of numbers in place.")
        old.flags.writeable = True
        old[...] = new
        old.flags.writeable = new.flags.writeable
    elif type(old) is tuple:
        if len(old) != len(new):
            raise BadData("a tuple changed its length")
        _merged(old, new)
    elif type(old) is list:
        old[:] = [_merged(a, b) for a, b in zip(old, new, strict=False)] + new[len(old) :]
    elif type(old) is dict:
        merged = {k: _merged(old[k], v) if k in old else v for k, v in new.items()}
        old.clear()
        old.update(merged)
    elif type(old) is np.random.Generator:
        old.bit_generator.state = new.bit_generator.state


def _merged(old: Any, new: Any) -> Any:
    """Return the old object, changed in place, where it can be the new one; else the new one."""
    if type(old) is type(new) is tuple and len(old) == len(new):
        parts = tuple(map(_merged, old, new))
        return old if all(a is b for a, b in zip(old, parts, strict=True)) else parts
    try:
        if type(old) in CHANGEABLE:
            _become(old, new)
            return old
    except ValueError:
        pass
    return new


def _known(name: str, base: type[BaseException], default: Any) -> Any:
    import builtins

    found = getattr(builtins, name, None)
    return found if isinstance(found, type) and issubclass(found, base) else default


def _exception(name: str, text: str) -> BaseException:
    """Return an exception of the type the other side named: the built-in one, or a new one of that name."""
    kind = _known(name, Exception, Stopped)
    try:
        made: Exception = kind(text)
        if str(made) == text and type(made).__name__ == name:
            return made
    except TypeError:  # UnicodeDecodeError wants five arguments
        kind = Stopped
    bases = (Stopped,) if kind is Stopped else (Stopped, kind)  # a KeyError shows its text in quotes
    return type(name if name.isidentifier() else "Stopped", bases, {"__str__": lambda self: text})(text)


def _text(error: BaseException) -> str:
    try:
        return str(error)[:2000]
    except BaseException:
        return ""
