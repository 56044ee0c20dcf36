"""The sentences: what is shown can be typed, and a difference is named in kind."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.checks import wording
from autograder.checks.outcome import Tolerance
from tests.autograder.checks.junk import JUNK, Hostile

AGREE = Tolerance().agree
NUMBERS = st.floats(0.1, 1e3) | st.floats(-1e3, -0.1)
MATRICES = hnp.arrays(np.float64, hnp.array_shapes(min_dims=1, max_dims=2, min_side=2, max_side=4), elements=NUMBERS)
ARGUMENTS = st.recursive(
    st.floats(allow_nan=False, allow_infinity=False)
    | st.integers()
    | st.text(max_size=4)
    | hnp.arrays(np.float64, hnp.array_shapes(max_dims=2, max_side=3), elements=st.floats(-1e9, 1e9)),
    lambda inner: (
        st.lists(inner, max_size=3) | st.tuples(inner) | st.dictionaries(st.text(max_size=2), inner, max_size=2)
    ),
    max_leaves=4,
)


def difference(got, want, columns=None):
    return wording.difference(np.asarray(got, dtype=float), np.asarray(want, dtype=float), AGREE, columns)


# --- values as they could be typed ---


def same(a, b):
    if isinstance(b, np.ndarray):
        return np.array_equal(a, b)
    if isinstance(b, (list, tuple)):
        return type(a) is type(b) and len(a) == len(b) and all(map(same, a, b))
    if isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in b)
    return type(a) is type(b) and a == b


@given(ARGUMENTS)
def test_what_is_typed_evaluates_to_the_value(value):
    assert same(eval(wording.typed(value), {"np": np}), value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (np.array([1.0, -2.5]), "np.array([1., -2.5])"),
        (np.array([[10.0, 0.5], [-1.0, 2.0]]), "np.array([[10., 0.5], [-1., 2.]])"),
        (np.array([[0.5], [-1.0]]), "np.array([[0.5], [-1.]])"),
        (np.zeros((5, 5)), "<array of shape (5, 5)>"),
        (np.float64(0.25), "0.25"),
        ((2.0,), "(2.0,)"),
        ({"v": np.array([1.0])}, "{'v': np.array([1.])}"),
        ([(np.array([1.0]), 2)], "[(np.array([1.]), 2)]"),
        (len, "len"),
    ],
)
def test_arguments_are_short_and_without_padding(value, text):
    assert wording.typed(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (13.0, "13.0"),
        (-0.1234567, "-0.123457"),
        (np.float64(2.0), "2.0"),
        (1e-20, "1e-20"),
        (float("nan"), "nan"),
        (3, "3"),
        (np.int64(3), "3"),
        (np.bool_(True), "True"),
        (np.array([26.0, -0.5]), "array([26., -0.5])"),
        (np.array([[1.0, 20.0], [3.5, 4.0]]), "array([[1., 20.], [3.5, 4.]])"),
        (np.array(1.5), "array(1.5)"),
        (np.arange(3), "array([0, 1, 2])"),
        (np.zeros((6, 6)), "an array of shape (6, 6)"),
        ([1.0, (2.0,)], "[1.0, (2.0,)]"),
        ({"a": 1.0}, "{'a': 1.0}"),
        (len, "the function len"),
        (None, "None"),
        ("x" * 300, repr("x" * 300)[:200] + "…"),
        (Hostile(), "a Hostile"),
    ],
)
def test_results_are_shown_to_six_digits(value, text):
    assert wording.shown(value) == text


def test_a_list_that_holds_itself_is_shown():
    pairs = []
    pairs.append((1.0, pairs))
    assert wording.shown(pairs) == "[(1.0, …)]"
    assert wording.shown([pairs[0][0], pairs[0][0]]) == "[1.0, 1.0]"


@given(JUNK)
def test_anything_can_be_shown_and_named(value):
    assert wording.shown(value)
    assert wording.kind(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "nothing (None)"),
        (True, "the truth value True"),
        (np.bool_(False), "the truth value False"),
        (3, "the number 3"),
        (3.0, "the number 3.0"),
        (1j, "the number 1j"),
        (np.float32(0.5), "the number 0.5"),
        ("b", "the text 'b'"),
        ([], "a list"),
        (np.zeros((2, 3)), "an array of shape (2, 3)"),
        (len, "a function"),
        (..., "an ellipsis"),
    ],
)
def test_kinds_in_words(value, text):
    assert wording.kind(value) == text


# --- differences ---


@given(MATRICES, st.integers(2, 1000), st.booleans())
def test_a_copy_scaled_by_a_whole_number_is_named_as_that_factor(want, k, larger):
    assume(not AGREE(k * want, 1 - want))
    word = "large" if larger else "small"
    assert difference(want * k if larger else want / k, want) == f"Yours is exactly {k} times too {word}."


@given(MATRICES, st.floats(0.01, 100).filter(lambda k: abs(k - round(k)) > 1e-3 and abs(1 / k - round(1 / k)) > 1e-3))
def test_a_copy_scaled_by_any_number_is_named_as_such(want, k):
    assume(not AGREE(k * want, 1 - want))
    assert difference(want * k, want) == f"Yours is {k:.4g} times what is expected, everywhere."


@given(MATRICES, st.integers(2, 50), st.booleans())
def test_a_factor_of_m_is_said_to_be_m(want, m, larger):
    assume(not AGREE(want * m, 1 - want))
    word = "large" if larger else "small"
    assert (
        difference(want * m if larger else want / m, want, columns=m) == f"Yours is exactly m = {m} times too {word}."
    )


@given(MATRICES)
def test_a_wrong_sign_is_named(want):
    assert difference(-want, want) == "The size is right and the sign is wrong."


@given(MATRICES)
def test_one_minus_is_named(want):
    assume(not AGREE(1 - want, -want))
    assert difference(1 - want, want) == "Yours is 1 minus what is expected."


@given(MATRICES, st.floats(-50, 50).filter(lambda offset: abs(offset) > 1e-3))
def test_an_offset_is_named(want, offset):
    text = difference(want + offset, want)
    chance = ("Yours is", "The size is right")  # an offset of equal numbers is a factor, too
    assert text == f"Every value is off by the same amount, {offset:+.4g}." or text.startswith(chance)


@given(hnp.arrays(np.float64, (3, 3), elements=st.floats(-9, 9), unique=True))
def test_a_transpose_is_named(want):
    assert difference(want.T, want) == "Rows and columns are exchanged: yours is the transpose."


@given(MATRICES, st.data())
def test_a_difference_always_has_words(want, data):
    got = data.draw(hnp.arrays(np.float64, want.shape, elements=st.floats()))
    assume(not AGREE(got, want))
    assert len(difference(got, want)) > 10


@given(st.floats(), st.floats(allow_nan=False, allow_infinity=False))
def test_single_numbers_always_have_words(got, want):
    assume(not AGREE(got, want))
    assert len(difference(got, want)) > 10


@pytest.mark.parametrize(
    ("got", "want", "text"),
    [
        (27.0, 13.5, "Yours is exactly 2 times too large."),
        (0.5, 1.5, "Yours is exactly 3 times too small."),
        (3.5, 1.5, "Yours is larger by 2."),  # 7/3 of it: two numbers always have some ratio
        (1.0, 100.0, "Yours is smaller by 99."),  # 100 times too small: a factor that large is chance
        (1, 0, "Yours is larger by 1."),
        (0, 1, "Yours is smaller by 1."),
        (1e-320, 1.0, "Yours is smaller by 1."),
        (1e300, 1e-300, "Yours is larger by 1e+300."),
        (1.0 + 1e-7, 1.0, "Close, but not equal: off by up to 1.0e-07."),
        ([2.0, 0.0], [1.0, 0.0], "Yours is exactly 2 times too large."),
        ([2.5, 0.0], [1.0, 0.0], "1 of 2 values are right; the first wrong one is at [0]: 2.5 where 1 is expected."),
        ([3.0, 1.0, 2.0], [1.0, 2.0, 3.0], "The numbers are the right ones, in other places."),
        ([[1.0, 2.0], [0.0, 0.0]], [[1.0, 2.0], [3.0, 4.0]], "Row 0 is right, row 1 not."),
        (
            [[1.0, 0.0, 9.0], [3.0, 0.0, 9.0]],
            [[1.0, 2.0, 5.0], [3.0, 4.0, 7.0]],
            "Column 0 is right, columns 1 and 2 not.",
        ),
        ([[1.0], [5.0], [3.0], [4.0]], [[1.0], [2.0], [3.0], [4.0]], "Rows 0, 2 and 3 are right, row 1 not."),
        ([np.nan, 1.0], [2.0, 1.0], "The result holds nan (not a number) where finite numbers should be."),
        (np.inf, 2.0, "The result holds inf (larger than a float can hold) where a finite number should be."),
        ([5.0, 9.0], [1.0, 2.0], "None of the values is right."),
    ],
)
def test_differences_in_words(got, want, text):
    assert difference(got, want) == text


def test_a_name_for_two_single_numbers_is_a_guess_and_a_distance_is_not():
    assert wording.is_guess(difference(27.0, 13.5))
    assert wording.is_guess(difference(-2.0, 2.0))
    assert wording.is_guess(difference(-1.0, 2.0))
    assert not wording.is_guess(wording.distance(27.0, 13.5))


# --- types and shapes ---


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        ("Your function returned None. Is there a `return` line?", "Z is None."),
        ("You returned a list; an array is expected.", "Z is a list; an array is expected."),
        ("You returned 3 values; 2 are expected.", "Z holds 3 values; 2 are expected."),
        ("The result has shape (2,); shape (1,) is expected.", "Z has shape (2,); shape (1,) is expected."),
        ("Row 0 is right, row 1 not.", "Z: row 0 is right, row 1 not."),
    ],
)
def test_a_problem_is_said_about_a_part(problem, text):
    assert wording.about("Z", problem) == text


def test_a_shape_with_the_right_count_is_said_to_be_so():
    text = wording.wrong_shape(np.zeros((1, 3)), np.zeros(3))
    assert (
        text
        == "The result has shape (1, 3); shape (3,) is expected. It holds as many numbers as it should, in other dimensions."
    )
    assert wording.wrong_shape(np.zeros((2, 3)), np.zeros((3, 2))).endswith("Rows and columns are exchanged.")
    assert wording.wrong_shape(np.zeros(2), np.zeros(3)) == "The result has shape (2,); shape (3,) is expected."


@pytest.mark.parametrize(
    ("dtype", "reason"),
    [
        (np.int64, "whole numbers, which cut fractions off"),
        (np.uint8, "whole numbers without a sign"),
        (np.bool_, "True and False"),
        (np.float32, "floats that keep fewer digits"),
        (np.complex128, "complex numbers"),
        (object, "Python objects, which NumPy cannot calculate with"),
        ("U1", "not numbers"),
    ],
)
def test_a_wrong_dtype_says_what_it_is(dtype, reason):
    assert f"({reason}); float64 is expected." in wording.wrong_dtype(np.dtype(dtype), same=False)


@pytest.mark.parametrize(
    ("got", "want", "text"),
    [
        (1.0, 1, "You returned the number 1.0, of type float, where a whole number (int) is expected."),
        (
            np.bool_(True),
            1,
            "You returned the truth value True, of type np.bool, where a whole number (int) is expected.",
        ),
        (True, 1.0, "You returned the truth value True, of type bool, where a number (float) is expected."),
        ([1.0], 1.0, "You returned a list where a number (float) is expected."),
        ("1", 1.0, "You returned the text '1' where a number (float) is expected."),
        (1j, 1.0, "You returned the number 1j where a number (float) is expected."),
    ],
)
def test_a_wrong_type_of_number(got, want, text):
    assert wording.wrong_number_type(got, want, same=False) == text
    assert wording.wrong_number_type(got, want, same=True).startswith(text + " The value is right")
