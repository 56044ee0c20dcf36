"""Values cross exactly or not at all; of hostile data nothing is made but `BadData`."""

from __future__ import annotations

import contextlib
import copy
import json
from collections import Counter, OrderedDict, defaultdict, namedtuple
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.guest import codec
from autograder.guest.codec import TAGS, BadData, Opaque, Packer, Unpacker
from tests.autograder.guest.values import VALUES, same


def refuse(_: Any) -> Any:
    raise BadData("no functions here")


def there(value: Any) -> tuple[Any, list[bytes]]:
    packer = Packer(lambda function: ["lent", 0, "f"])
    return json.loads(json.dumps(packer.pack(value))), packer.blobs


def across(value: Any) -> Any:
    tree, blobs = there(value)
    return Unpacker(blobs, lambda tree: tree).unpack(tree)


def arrives(tree: Any, *blobs: bytes) -> Any:
    return Unpacker(blobs, refuse).unpack(tree)


@given(VALUES)
def test_every_value_arrives_as_it_was(value: Any) -> None:
    assert same(across(value), value)


def test_a_generator_of_random_numbers_goes_on_with_its_stream() -> None:
    rng = np.random.default_rng(3)
    rng.normal(size=5)
    assert np.array_equal(across(rng).normal(size=9), rng.normal(size=9))


def test_what_a_generator_spawns_depends_on_its_state() -> None:
    first, second = (across(np.random.default_rng(seed)).spawn(1)[0].random() for seed in (1, 2))
    assert first != second
    assert across(np.random.default_rng(1)).spawn(1)[0].random() == first


def test_the_bits_of_a_nan_in_an_array_are_kept() -> None:
    odd = np.array([0x7FF8000000000123, 0xFFF0000000000001], dtype=np.uint64).view(np.float64)
    assert across(odd).tobytes() == odd.tobytes()


def test_finite_iterators_arrive_as_iterators() -> None:
    made = across(x * x for x in range(4))
    assert isinstance(made, Iterator)
    assert list(made) == [0, 1, 4, 9]


def test_an_endless_iterator_is_refused() -> None:
    def ones() -> Iterator[int]:
        while True:
            yield 1

    with pytest.raises(BadData, match="does not end"):
        there(ones())


class MyFloat(float):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = float.__hash__


class MyArray(np.ndarray):
    def __array_ufunc__(self, *args: Any, **kwargs: Any) -> Any:
        return True


class MyText(str):
    pass


class MyDict(dict):  # type: ignore[type-arg]
    pass


class Pretender:
    """Says that it is an array."""

    __class__ = np.ndarray  # type: ignore[assignment]
    dtype = np.dtype(float)


Point = namedtuple("Point", "x y")

STRANGE = [
    MyFloat(1),
    np.zeros(2).view(MyArray),
    MyText("a"),
    MyDict(),
    Pretender(),
    Point(1, 2),
    np.ma.masked_array([1.0], [True]),
    np.array([object()]),
    np.zeros(1, dtype=[("x", float)]),
    np.datetime64("2024-01-01"),
    np.longdouble(1),
    np.random.Generator(np.random.MT19937(0)),
    {1, 2},
    range(3),
    Fraction(1, 3),
    Decimal(1),
    object(),
]


@pytest.mark.parametrize("value", STRANGE, ids=lambda v: type(v).__name__)
def test_other_types_arrive_as_nothing_but_a_name(value: Any) -> None:
    made = across(value)
    assert type(made) is not type(value)
    assert isinstance(made, Opaque)
    assert type(made).__name__ == type(value).__name__
    assert not vars(made)


@pytest.mark.parametrize("value", [OrderedDict(b=1, a=[2.0]), defaultdict(int, x=1), Counter("aab")])
def test_dicts_of_the_standard_library_arrive_as_dicts(value: dict[str, Any]) -> None:
    made = across(value)
    assert type(made) is dict
    assert list(made.items()) == list(value.items())


@pytest.mark.filterwarnings("ignore:the matrix subclass:PendingDeprecationWarning")
def test_a_matrix_is_no_array() -> None:
    assert type(across(np.matrix([[1.0]]))).__name__ == "matrix"


def test_a_strict_packer_refuses_what_does_not_cross() -> None:
    packer = Packer(lambda function: [], strict=True)
    with pytest.raises(BadData, match="type set"):
        packer.pack([{1}])
    assert packer.pack(across({1}))[0] == "opaque"  # but gives back what came as one


def test_what_is_too_large_is_refused_before_it_is_copied() -> None:
    large = np.broadcast_to(1.0, (codec.MOST_BYTES,))
    nested: list[Any] = []
    for _ in range(200):
        nested = [nested]
    endless: list[Any] = []
    endless.append(endless)
    for value in (large, 10**4000, nested, endless, [0] * (codec.MOST_NODES + 1), dict.fromkeys(range(20_000))):
        with pytest.raises(BadData):
            there(value)


# Hostile data

LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=4), st.sampled_from(sorted(TAGS))
)
TREES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=2), inner, max_size=2)
)
TAGGED = st.recursive(
    LEAVES,
    lambda inner: st.builds(lambda tag, parts: [tag, *parts], st.sampled_from(sorted(TAGS)), st.lists(inner)),
)


def never_more_than_refused(tree: Any, blobs: list[bytes]) -> None:
    with contextlib.suppress(BadData):
        Unpacker(blobs, refuse).unpack(tree)


@given(TREES | TAGGED, st.lists(st.binary(max_size=40), max_size=3))
def test_any_tree_is_a_value_or_refused(tree: Any, blobs: list[bytes]) -> None:
    never_more_than_refused(tree, blobs)


def places(tree: Any) -> list[tuple[list[Any], int]]:
    """Return every place in a tree, as a list and a position in it."""
    if not isinstance(tree, list):
        return []
    return [(tree, i) for i in range(len(tree))] + [place for part in tree for place in places(part)]


@given(VALUES, st.data())
def test_a_value_changed_on_the_way_is_a_value_or_refused(value: Any, data: st.DataObject) -> None:
    tree, blobs = there([value])
    for _ in range(data.draw(st.integers(1, 4))):
        where, position = data.draw(st.sampled_from(places(tree)))
        part, at = data.draw(st.sampled_from(places(tree)))
        where[position] = data.draw(LEAVES | TREES | st.just(copy.deepcopy(part[at])))
    never_more_than_refused(tree, [blob[: data.draw(st.integers(0, 50))] for blob in blobs])


def nested(depth: int) -> Any:
    tree: Any = ["none"]
    for _ in range(depth):
        tree = ["list", [tree]]
    return tree


@pytest.mark.parametrize(
    "tree",
    [
        nested(900),
        ["array", 0, "<f8", [2**39], ["C", False, True]],
        ["array", 0, "<f8", [-1], ["C", False, True]],
        ["array", 0, "<f8", [True], ["C", False, True]],
        ["array", 0, "<f8", [2] * 1_000_000, ["C", False, True]],
        ["array", 0, "<U0", [2**39], ["C", False, True]],
        ["array", 0, "|O8", [1], ["C", False, True]],
        ["array", 0, "<f8", [0, 2**39], ["C", True, True]],
        ["array", 0, "<U2", [1], ["C", False, True]],
        ["array", 0, "<f8", [1], ["K", False, True]],
        ["list", [["array", 0, "<f8", [1], ["C", False, True]]] * 2],
        ["scalar", 0, "|V8"],
        ["int", "9" * 4_001],
        ["int", "x"],
        ["float", "0x1p99999"],
        ["dict", [[["int", str(i * (2**61 - 1))], ["none"]] for i in range(20_000)]],
        ["dict", [[["list", []], ["none"]]]],
        ["module", "os"],
        ["module", ["numpy"]],
        ["rng", ["dict", []]],
        ["rng", ["dict", [[["str", "bit_generator"], ["str", "MT19937"]]]]],
        ["own", 0],
        ["lent", 0, "f"],
        ["__class__"],
        ["unpack", ["none"]],
    ],
    ids=lambda tree: str(tree[0]),
)
def test_bombs_are_refused(tree: Any) -> None:
    with pytest.raises(BadData):
        arrives(tree, b"\xff" * 8)


def test_a_truth_value_is_0_or_1() -> None:
    made = arrives(["array", 0, "|b1", [3], ["C", False, True]], b"\x00\x02\xff")
    assert made.tobytes() == b"\x00\x01\x01"


def test_types_are_not_made_without_end() -> None:
    made = arrives(["list", [["opaque", f"T{i}"] for i in range(1_000)]])
    assert len({type(x) for x in made}) <= codec.MOST_NAMES + 1
    assert type(arrives(["opaque", "not a name"])).__name__ == "object"
