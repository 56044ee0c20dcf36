"""Values as plain data: what may cross between a student's process and ours, and how.

A value becomes a tree of JSON lists, each beginning with a tag, plus raw bytes for arrays. Arriving data is checked
in full before anything is made of it: tags, types, sizes, depth. No pickle, no code, exact types only: a dict of the
standard library arrives as a plain dict, any other subclass or unknown object as an `Opaque` that has a type name and
nothing else.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

Tree = list[Any]
Bytes = bytes | bytearray

MOST_BYTES = 64_000_000  # of a message
MOST_NODES = 300_000
MOST_KEYS = 10_000  # of all dicts together: keys can be chosen to collide, and then cost time like their square
MOST_NAMES = 100  # of types that do not cross
MOST_ITEMS = 100_000  # of an iterator
MOST_AXES = 64
MOST_DIGITS = 4_000
DEPTH = 60
DTYPE = re.compile(r"[<>|](b1|[iu][1248]|f[248]|c8|c16|U[1-9]\d{0,5})")
GENERATORS = ("PCG64", "PCG64DXSM", "SFC64")  # whose states numpy checks; the others' hold positions it trusts
DICTS = (dict, defaultdict, OrderedDict, Counter)  # all of them arrive as plain dicts
MODULES = ("numpy", "math")  # a name bound to one of these is the same module on the other side


class BadData(ValueError):
    """A value that cannot cross, or data that is no value."""


class Opaque:
    """An object of a type that does not cross; its class has the name of that type."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class Packer:
    """Turns values into trees; the bytes of arrays collect in `blobs`, callables go through `lend`.

    A strict one refuses what it would otherwise turn into an `Opaque`.
    """

    def __init__(self, lend: Callable[[Callable[..., Any]], Tree], strict: bool = False) -> None:
        self.blobs: list[bytes] = []
        self._lend = lend
        self._strict = strict
        self._nodes = 0
        self._keys = 0
        self._bytes = 0

    def pack(self, value: Any, depth: int = 0) -> Tree:
        """Return the tree of a value. Raises `BadData` when it is too deep or too large."""
        self._nodes += 1
        if depth > DEPTH or self._nodes > MOST_NODES:
            raise BadData("The value is nested too deeply, or holds too many parts.")
        kind = type(value)
        if value is None or value is Ellipsis:
            return ["none" if value is None else "dots"]
        if kind in (bool, str):
            return [kind.__name__, value]
        if kind is int:
            if abs(value).bit_length() > MOST_DIGITS * 3:
                raise BadData("A whole number has too many digits.")
            return ["int", str(value)]
        if kind is float:
            return ["float", value.hex()]
        if kind is complex:
            return ["complex", value.real.hex(), value.imag.hex()]
        if kind is bytes:
            return ["bytes", self._blob(len(value), lambda: value)]
        if kind in (list, tuple):
            return [kind.__name__, [self.pack(item, depth + 1) for item in value]]
        if kind in DICTS:
            self._keys += len(value)
            if self._keys > MOST_KEYS:
                raise BadData("The value has too many keys.")
            return ["dict", [[self.pack(k, depth + 1), self.pack(v, depth + 1)] for k, v in value.items()]]
        return self._numpy(value, kind, depth) or self._other(value, kind, depth)

    def _blob(self, size: int, data: Callable[[], bytes]) -> int:
        self._bytes += size
        if self._bytes > MOST_BYTES:
            raise BadData("The value is too large to cross.")
        self.blobs.append(data())
        return len(self.blobs) - 1

    def _numpy(self, value: Any, kind: type, depth: int) -> Tree | None:
        if kind is np.ndarray and DTYPE.fullmatch(value.dtype.str):
            order = "F" if value.flags.f_contiguous and not value.flags.c_contiguous else "C"
            strided = not (value.flags.c_contiguous or value.flags.f_contiguous)
            layout = [order, strided, value.flags.writeable]
            blob = self._blob(value.nbytes, lambda: value.tobytes(order))
            return ["array", blob, value.dtype.str, list(value.shape), layout]
        if kind is np.str_:
            return ["text", str(value)]
        if issubclass(kind, np.generic) and kind.__module__ == "numpy" and DTYPE.fullmatch(value.dtype.str):
            return ["scalar", self._blob(value.nbytes, value.tobytes), value.dtype.str]
        if kind is np.random.Generator and type(value.bit_generator).__name__ in GENERATORS:
            return ["rng", self.pack(dict(value.bit_generator.state), depth + 1)]
        return None

    def _other(self, value: Any, kind: type, depth: int) -> Tree:
        if kind.__name__ == "module" and getattr(value, "__name__", "") in MODULES:
            return ["module", value.__name__]
        if callable(value):
            return self._lend(value)
        if issubclass(kind, Iterator):
            items: list[Tree] = []
            for item in value:
                if len(items) >= MOST_ITEMS:
                    raise BadData(f"The iterator does not end within {MOST_ITEMS} items.")
                items.append(self.pack(item, depth + 1))
            return ["iterator", items]
        if self._strict and not issubclass(kind, Opaque):
            raise BadData(f"A value of type {kind.__name__} cannot cross.")
        return ["opaque", kind.__name__]


class Unpacker:
    """Turns trees that arrived into values; callables come through `borrow`. Raises `BadData` on anything odd.

    Each of the blobs is for one place in the tree, so that a small message cannot make large values.
    """

    def __init__(self, blobs: Sequence[Bytes], borrow: Callable[[Tree], Any]) -> None:
        self._blobs = dict(enumerate(blobs))
        self._borrow = borrow
        self._nodes = 0
        self._keys = 0
        self._types: dict[str, type[Opaque]] = {}

    def unpack(self, tree: Any, depth: int = 0) -> Any:
        """Return the value of a tree."""
        self._nodes += 1
        if depth > DEPTH or self._nodes > MOST_NODES:
            raise BadData("too deep or too many parts")
        if type(tree) is not list or not tree or type(tree[0]) is not str:
            raise BadData("no tagged list")
        tag, *parts = tree
        if tag in ("own", "lent"):
            return self._borrow(tree)
        reader = getattr(self, f"_{tag}", None) if tag in TAGS else None
        if reader is None:
            raise BadData("unknown tag")
        try:
            return reader(*parts, depth=depth)
        except BadData:
            raise
        except (TypeError, ValueError, OverflowError, KeyError, IndexError, AttributeError) as error:
            raise BadData(f"not a {tag}: {error}") from None

    def _take(self, index: Any) -> Bytes:
        if type(index) is not int or index not in self._blobs:
            raise BadData("no such bytes, or not any more")
        return self._blobs.pop(index)

    def _none(self, *, depth: int) -> None:
        return None

    def _dots(self, *, depth: int) -> Any:
        return ...

    def _bool(self, value: Any, *, depth: int) -> bool:
        return bool(_of(bool, value))

    def _str(self, value: Any, *, depth: int) -> str:
        return str(_of(str, value))

    def _int(self, digits: Any, *, depth: int) -> int:
        if len(_of(str, digits)) > MOST_DIGITS:
            raise BadData("too many digits")
        return int(digits)

    def _float(self, text: Any, *, depth: int) -> float:
        return float.fromhex(_of(str, text))

    def _complex(self, real: Any, imag: Any, *, depth: int) -> complex:
        return complex(float.fromhex(_of(str, real)), float.fromhex(_of(str, imag)))

    def _bytes(self, index: Any, *, depth: int) -> bytes:
        return bytes(self._take(index))

    def _text(self, value: Any, *, depth: int) -> np.str_:
        return np.str_(_of(str, value))

    def _list(self, items: Any, *, depth: int) -> list[Any]:
        return [self.unpack(item, depth + 1) for item in _of(list, items)]

    def _tuple(self, items: Any, *, depth: int) -> tuple[Any, ...]:
        return tuple(self._list(items, depth=depth))

    def _iterator(self, items: Any, *, depth: int) -> Iterator[Any]:
        return iter(self._list(items, depth=depth))

    def _dict(self, pairs: Any, *, depth: int) -> dict[Any, Any]:
        made = {}
        self._keys += len(_of(list, pairs))
        if self._keys > MOST_KEYS:
            raise BadData("too many keys")
        for pair in pairs:
            key, value = _of(list, pair)
            made[self.unpack(key, depth + 1)] = self.unpack(value, depth + 1)
        return made

    def _array(self, index: Any, dtype: Any, shape: Any, layout: Any, *, depth: int) -> np.ndarray:
        order, strided, writeable = _of(list, layout)
        data = self._take(index)
        most = max(len(data), 1000)  # an empty array may have a long axis too, but not one to make much of
        if order not in ("C", "F") or len(_of(list, shape)) > MOST_AXES:
            raise BadData("no such array")
        if not all(type(n) is int and 0 <= n <= most for n in shape):
            raise BadData("no such shape")
        flat = self._typed(data, dtype, math.prod(shape))
        array = np.array(flat.reshape(shape, order=order), order=order)
        if _of(bool, strided) and array.ndim:
            wide = np.zeros((*array.shape[:-1], 2 * array.shape[-1]), dtype=array.dtype)
            wide[..., ::2] = array
            array = wide[..., ::2]
        array.flags.writeable = _of(bool, writeable)
        return array

    def _typed(self, data: Bytes, dtype: Any, count: int) -> np.ndarray:
        if not DTYPE.fullmatch(_of(str, dtype)):
            raise BadData("a type that does not cross")
        kind = np.dtype(dtype)
        if kind.itemsize * count != len(data):
            raise BadData("as many bytes as it takes are not there")
        if kind.kind == "b":
            return np.frombuffer(data, dtype=np.uint8) != 0  # a byte of 2 would be true and not equal to True
        if kind.kind == "U" and np.any(np.frombuffer(data, dtype=f"{kind.str[0]}u4") > sys.maxunicode):
            raise BadData("no character")
        return np.frombuffer(data, dtype=kind)

    def _scalar(self, index: Any, dtype: Any, *, depth: int) -> Any:
        return self._typed(self._take(index), dtype, 1)[0]

    def _rng(self, state: Any, *, depth: int) -> np.random.Generator:
        values = self.unpack(state, depth + 1)
        if type(values) is not dict or values.get("bit_generator") not in GENERATORS:
            raise BadData("no known generator")
        make = getattr(np.random, values["bit_generator"])
        ancestor = make(0)
        ancestor.state = values
        generator = make([int(number) for number in ancestor.random_raw(4)])  # so that `spawn` depends on the state too
        generator.state = values
        return np.random.Generator(generator)

    def _module(self, name: Any, *, depth: int) -> Any:
        if name not in MODULES:
            raise BadData("no such module")
        return np if name == "numpy" else math

    def _opaque(self, name: Any, *, depth: int) -> Opaque:
        sound = _of(str, name).isidentifier() and len(name) <= 60 and len(self._types) < MOST_NAMES
        name = name if name in self._types or sound else "object"
        if name not in self._types:
            self._types[name] = type(name, (Opaque,), {})
        return self._types[name]()


TAGS: tuple[str, ...] = (
    "none",
    "dots",
    "bool",
    "str",
    "int",
    "float",
    "complex",
    "bytes",
    "text",
    "list",
    "tuple",
    "iterator",
    "dict",
)
TAGS += ("array", "scalar", "rng", "module", "opaque")


def _of(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise BadData(f"not a {kind.__name__}")
    return value
