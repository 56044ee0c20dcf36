"""One end of the connection between a student's process and ours: frames, requests, and calls in both directions.

A message is a JSON object with `op`, plus the bytes of the arrays in it. Either side may call a function the other has
lent it, while it is itself being called; so answers to nested calls come in the order of a stack.
"""

from __future__ import annotations

import json
import socket
import struct
import warnings
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import numpy as np

from .codec import BadData, Packer, Tree, Unpacker

HEAD = struct.Struct("<II")
MOST_BYTES = 128_000_000
MOST_BLOBS = 100_000
MOST_LENT = 10_000
MOST_NESTED = 200
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

    def receive(self, size: int) -> bytes:
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

    def receive(self, size: int) -> bytes:
        """Return exactly this many bytes. Raises `Gone`."""
        data = bytearray()
        while len(data) < size:
            try:
                self.socket.settimeout(self._remaining())
                part = self.socket.recv(min(size - len(data), 1 << 20))
            except TimeoutError:
                raise Gone("timed out") from None
            except OSError as error:
                raise Gone(f"the connection ended ({error.strerror})") from None
            if not part:
                raise Gone("the connection ended")
            data += part
        return bytes(data)


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


class Peer:
    """One side of the connection."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
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

    def receive(self) -> tuple[Message, list[bytes]]:
        """Return the next message. Raises `Gone` when it is none."""
        size, count = HEAD.unpack(self._stream.receive(HEAD.size))
        if size > MOST_BYTES or count > MOST_BLOBS:
            raise Gone("sent more than is taken")
        lengths = struct.unpack(f"<{count}Q", self._stream.receive(8 * count))
        if size + sum(lengths) > MOST_BYTES:
            raise Gone("sent more than is taken")
        try:
            message = json.loads(self._stream.receive(size))
        except (ValueError, RecursionError):
            raise Gone("sent something that is no message") from None
        if type(message) is not dict or type(message.get("op")) is not str:
            raise Gone("sent something that is no message")
        return message, [self._stream.receive(length) for length in lengths]

    # Values

    def packer(self) -> Packer:
        """Return a packer for one message."""
        return Packer(self._lend)

    def unpacker(self, blobs: list[bytes]) -> Unpacker:
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

    # Calls

    def call(self, handle: int, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
        """Call a function the other side has lent us."""
        packer = self.packer()
        trees = [packer.pack(a) for a in args]
        named = {k: packer.pack(v) for k, v in kwargs.items()}
        self.send({"op": "call", "handle": handle, "args": trees, "kwargs": named}, packer.blobs)
        message, blobs = self.answer()
        return self._outcome(message, blobs, list(args), dict(kwargs))

    def answer(self) -> tuple[Message, list[bytes]]:
        """Wait for the answer to what was sent, serving calls from the other side meanwhile."""
        while True:
            message, blobs = self.receive()
            if message["op"] != "call":
                return message, blobs
            self.serve_call(message, blobs)

    def _outcome(self, message: Message, blobs: list[bytes], args: list[Any], kwargs: dict[str, Any]) -> Any:
        try:
            unpack = self.unpacker(blobs).unpack
            for category, text in _pairs(message.get("warnings", [])):
                warnings.warn(text[:500], _known(category, Warning, UserWarning), stacklevel=4)
            for where, tree in _pairs(message.get("changed", []), (int, str)):
                _become((args if type(where) is int else kwargs)[where], unpack(tree))  # type: ignore[call-overload]
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

    def serve_call(self, message: Message, blobs: list[bytes]) -> None:
        """Run one of our functions for the other side, and answer."""
        self._nested += 1
        try:
            if self._nested > MOST_NESTED:
                raise Gone("nested too many calls")
            function, args, kwargs = self._called(message, blobs)
            before = [self._frozen(a) for a in args], {k: self._frozen(v) for k, v in kwargs.items()}
            packer, answer = self.packer(), {}
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                try:
                    answer = {"op": "return", "value": packer.pack(function(*args, **kwargs))}
                except (Exception, SystemExit, KeyboardInterrupt) as error:
                    answer = {"op": "raise", "type": type(error).__name__, "text": _text(error)}
            answer["warnings"] = [[w.category.__name__, str(w.message)[:500]] for w in caught[:MOST_WARNINGS]]
            answer["changed"] = [[i, packer.pack(a)] for i, a in enumerate(args) if self._frozen(a) != before[0][i]]
            answer["changed"] += [[k, packer.pack(v)] for k, v in kwargs.items() if self._frozen(v) != before[1][k]]
            self._reply(answer, packer.blobs)
        finally:
            self._nested -= 1

    def _reply(self, answer: Message, blobs: list[bytes]) -> None:
        try:
            self.send(answer, blobs)
        except BadData as error:
            self.send({"op": "raise", "type": "ValueError", "text": str(error)}, [])

    def _called(self, message: Message, blobs: list[bytes]) -> tuple[Callable[..., Any], list[Any], dict[str, Any]]:
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
        if type(value) not in (np.ndarray, list, dict, np.random.Generator):
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


def _become(old: Any, new: Any) -> None:
    """Change a value in place to what the other side made of it."""
    if type(old) is not type(new):
        raise BadData("an argument changed its type")
    if type(old) is np.ndarray:
        if old.shape != new.shape or old.dtype != new.dtype or not old.flags.writeable:
            raise BadData("an argument cannot have changed like this")
        old[...] = new
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
    try:
        if type(old) in (np.ndarray, list, dict):
            _become(old, new)
            return old
    except BadData:
        pass
    return new


def _known(name: str, base: type[BaseException], default: Any) -> Any:
    import builtins

    found = getattr(builtins, name, None)
    return found if isinstance(found, type) and issubclass(found, base) else default


def _exception(name: str, text: str) -> BaseException:
    """Return an exception of the type the other side named: the built-in one, or a new one of that name."""
    kind = _known(name, Exception, None)
    try:
        if kind is not None:
            made: Exception = kind(text)
            return made
    except TypeError:  # UnicodeDecodeError wants five arguments
        pass
    return Stopped(text) if not name.isidentifier() else type(name, (Stopped,), {})(text)


def _text(error: BaseException) -> str:
    try:
        return str(error)[:2000]
    except Exception:
        return ""
