"""Values that may cross between the student's process and ours, and whether two of them are the same in every bit."""

from __future__ import annotations

import struct
from typing import Any

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

DTYPES = ["?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16"]
NUMBERS = [*DTYPES, ">f8", ">i4", ">c8"]
SHAPES = hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)


def laid_out(array: np.ndarray, layout: str) -> np.ndarray:
    """Return a copy of an array that lies in memory in another way."""
    if layout == "strided" and array.ndim:
        wide = np.zeros((*array.shape[:-1], 2 * array.shape[-1]), dtype=array.dtype)
        wide[..., ::2] = array
        return wide[..., ::2]
    made = np.array(array, order="F" if layout == "fortran" else "C")
    made.flags.writeable = layout != "read-only"
    return made


ARRAYS = st.builds(
    laid_out,
    st.one_of(
        st.sampled_from(NUMBERS).flatmap(lambda dtype: hnp.arrays(np.dtype(dtype), SHAPES)),
        hnp.arrays(st.sampled_from(["U1", "U3", ">U2"]).map(np.dtype), SHAPES),
    ),
    st.sampled_from(["plain", "read-only", "strided", "fortran"]),
)
SCALARS = st.one_of(
    st.sampled_from(DTYPES).flatmap(lambda dtype: hnp.from_dtype(np.dtype(dtype))),
    st.text(max_size=4).map(np.str_),
)


def generator(kind: Any, seed: int, drawn: int) -> np.random.Generator:
    made = np.random.Generator(kind(seed))
    made.integers(100, size=drawn, dtype=np.uint32)
    return made


GENERATORS = st.builds(
    generator,
    st.sampled_from([np.random.PCG64, np.random.PCG64DXSM, np.random.SFC64]),
    st.integers(0, 9),
    st.integers(0, 3),
)
SIMPLE = st.one_of(
    st.none(),
    st.just(...),
    st.booleans(),
    st.integers(),
    st.sampled_from([2**64, -(10**3000), 10**300]),
    st.floats(),
    st.complex_numbers(),
    st.text(st.characters(codec=None)),  # halves of character pairs too
    st.binary(),
)
KEYS = st.one_of(st.text(max_size=3), st.integers(), st.booleans(), st.tuples(st.integers(), st.text(max_size=2)))
VALUES = st.recursive(
    st.one_of(SIMPLE, SCALARS, ARRAYS, GENERATORS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(KEYS, inner, max_size=4),
    ),
    max_leaves=12,
)


def same(a: Any, b: Any) -> bool:
    """Whether two values have the same type and the same bits, all the way down."""
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray):
        layout = all(getattr(a.flags, f) == getattr(b.flags, f) for f in ("writeable", "c_contiguous", "f_contiguous"))
        return layout and a.dtype.str == b.dtype.str and a.shape == b.shape and a.tobytes() == b.tobytes()
    if isinstance(a, np.str_):
        return str(a) == str(b)
    if isinstance(a, np.generic):
        return a.tobytes() == b.tobytes()
    if isinstance(a, float):
        return struct.pack("d", a) == struct.pack("d", b) or (a != a and b != b)
    if isinstance(a, complex):
        return same(a.real, b.real) and same(a.imag, b.imag)
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a.items(), b.items(), strict=True))
    if isinstance(a, np.random.Generator):
        return repr(a.bit_generator.state) == repr(b.bit_generator.state)
    return bool(a == b)
