"""What a function might return that nobody asked for."""

from fractions import Fraction

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp


class Hostile:
    """An object that fails whatever is done with it."""

    def __repr__(self):
        raise RuntimeError("no picture of me")

    def __eq__(self, other):
        raise RuntimeError("beyond compare")

    __hash__ = None

    def __float__(self):
        raise RuntimeError("not a number")

    def __array__(self, *arguments, **options):
        raise RuntimeError("not an array either")


SINGLE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.just(10**400),
    st.floats(),
    st.complex_numbers(),
    st.text(max_size=5),
    st.binary(max_size=3),
    st.builds(Hostile),
    st.just(Fraction(1, 3)),
    st.just(...),
    st.just(len),
    st.just(int),
    st.sampled_from(
        [np.float32(0.1), np.float64("nan"), np.int8(3), np.bool_(True), np.complex64(1j), np.longdouble(1)]
    ),
    st.just({1, 2}),
    st.just(iter(())),
)
ARRAYS = st.one_of(
    hnp.arrays(
        st.sampled_from([np.float64, np.float32, np.int64, np.uint8, np.bool_, np.complex128]),
        hnp.array_shapes(min_dims=0),
    ),
    hnp.arrays(np.float64, hnp.array_shapes(min_dims=0, min_side=0)),
    hnp.arrays(object, (2,), elements=SINGLE, fill=st.none()),
    st.just(np.array(["a", "b"])),
    st.just(np.zeros(2, dtype=[("x", float)])),
    st.just(np.ma.masked_array([1.0, 2.0], [True, False])),
    st.just(np.datetime64("2024-01-01")),
)
JUNK = st.recursive(
    SINGLE | ARRAYS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.tuples(inner, inner) | st.dictionaries(st.text(max_size=2), inner, max_size=2)
    ),
    max_leaves=5,
)
