"""Trying an answer on a case, and comparing what came out: type, then shape, then numbers."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.checks.outcome import Case, Outcome, Tolerance, alike, call, problem_with
from tests.autograder.checks.junk import JUNK, Hostile

EXACT = Tolerance()
FLOATS = st.floats(-1e6, 1e6)
ARRAYS = hnp.arrays(np.float64, hnp.array_shapes(min_dims=1, max_dims=2, max_side=4), elements=FLOATS)
LAYOUTS = ["plain", "read-only", "strided", "fortran"]
RESULTS = st.recursive(
    FLOATS | st.integers(-100, 100) | st.booleans() | st.text(max_size=3) | ARRAYS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.tuples(inner, inner) | st.dictionaries(st.text(max_size=2), inner, max_size=2)
    ),
    max_leaves=5,
)


def problem(got, want, columns=None):
    return problem_with(got, want, EXACT, columns)


# --- cases ---


@pytest.mark.parametrize("layout", LAYOUTS)
@given(array=hnp.arrays(np.float64, hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4)))
def test_fresh_arrays_hold_equal_numbers_in_memory_of_their_own(layout, array):
    case = Case((array, [array]), {"k": array}, layout=layout)
    (fresh, (nested,)), kwargs = case.fresh()
    for copy in (fresh, nested, kwargs["k"]):
        assert np.array_equal(copy, array, equal_nan=True)
        assert copy.dtype == array.dtype
        assert not np.shares_memory(copy, array)


def test_layouts_are_what_they_say():
    matrix = np.arange(6.0).reshape(2, 3)
    layouts = {layout: Case((matrix,), layout=layout).fresh()[0][0] for layout in LAYOUTS}
    assert layouts["plain"].flags.c_contiguous
    assert layouts["plain"].flags.writeable
    assert not layouts["read-only"].flags.writeable
    assert layouts["fortran"].flags.f_contiguous
    assert not layouts["fortran"].flags.c_contiguous
    assert not layouts["strided"].flags.c_contiguous
    assert not layouts["strided"].flags.f_contiguous


def test_size_counts_the_numbers_in_all_arguments():
    case = Case(
        (np.zeros((2, 3)), 1.0, [(np.zeros(4), 2), np.zeros(1)], "text", abs),
        {"rate": 0.5, "state": {"v": np.zeros(2)}},
    )
    assert case.size == 6 + 1 + 4 + 1 + 1 + 1 + 2


# --- calls ---


def test_a_call_returns_the_value():
    assert call(lambda x, y=1: x + y, Case((2,), {"y": 3})) == Outcome(5)


@pytest.mark.parametrize(
    ("function", "error"),
    [
        (lambda x: x[5], ("IndexError", "index 5 is out of bounds for axis 0 with size 2")),
        (lambda: 0, ("TypeError", "<lambda>() takes 0 positional arguments but 1 was given")),
        (lambda x: exit(3), ("SystemExit", "3")),
    ],
)
def test_an_exception_becomes_part_of_the_outcome(function, error):
    outcome = call(function, Case((np.zeros(2),)))
    assert (outcome.value, outcome.error) == (None, error) or (
        error[0] == "TypeError" and outcome.error[0] == "TypeError"
    )


def test_an_interrupt_is_not_an_answer():
    def interrupted(x):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        call(interrupted, Case((1,)))


def test_warnings_are_kept_from_the_reader_and_an_overflow_is_noted():
    def noisy(x):
        warnings.warn("old", DeprecationWarning, stacklevel=1)
        return np.exp(x)

    assert call(noisy, Case((np.array([1.0]),))).overflow is False
    assert call(noisy, Case((np.array([1e4]),))).overflow is True


def add_in_place(x, *rest, **named):
    x += 1.0


def replace_in_list(x, *rest, **named):
    rest[0][0] = None


def grow_dict(x, *rest, state):
    state["seen"] = 1


def change_nested(x, *rest, state):
    state["v"] *= 2.0


@pytest.mark.parametrize(
    ("function", "changed"),
    [
        (lambda x, *rest, **named: x + 1.0, ()),
        (lambda x, *rest, **named: (rest[1].normal(), None)[1], ()),
        (add_in_place, (0,)),
        (replace_in_list, (1,)),
        (grow_dict, ("state",)),
        (change_nested, ("state",)),
    ],
)
def test_arguments_that_were_changed_are_listed(function, changed):
    x, params = np.array([1.0, np.nan]), [(np.ones((2, 2)), np.ones((2, 1))), (np.ones((1, 2)), np.ones((1, 1)))]
    case = Case((x, params, np.random.default_rng(1)), {"state": {"v": np.ones(2)}})
    assert call(function, case).changed == changed
    assert call(function, case).changed == changed, "each call gets arguments of its own"


@given(JUNK)
def test_whatever_is_put_into_an_argument_is_a_change_and_no_crash(value):
    def put(items):
        items[0] = value

    assert call(put, Case(([np.ones(3)],))).changed == (0,)


def test_a_generator_gives_the_same_numbers_on_every_call():
    case = Case((np.random.default_rng(7),))
    assert call(lambda rng: rng.random(), case) == call(lambda rng: rng.random(), case)


# --- alike ---


@given(RESULTS)
def test_a_value_is_alike_to_itself(value):
    assert alike(Outcome(value), Outcome(value), EXACT)


@given(JUNK, JUNK)
def test_anything_can_be_compared(one, other):
    assert alike(Outcome(one), Outcome(other), EXACT) in (True, False)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Outcome(np.ones(2)), Outcome(np.ones(2) + 1e-13), True),
        (Outcome(np.ones(2)), Outcome(np.ones((1, 2))), False),
        (Outcome(np.ones(2)), Outcome([1.0, 1.0]), False),
        (Outcome([1.0]), Outcome((1.0,)), True),
        (Outcome([1.0]), Outcome((1.0, 1.0)), False),
        (Outcome({"a": 1.0}), Outcome({"a": 1.0 + 1e-13}), True),
        (Outcome({"a": 1.0}), Outcome({"b": 1.0}), False),
        (Outcome(float("nan")), Outcome(float("nan")), True),
        (Outcome(1.0), Outcome(np.float64(1.0)), True),
        (Outcome(None), Outcome(None), True),
        (Outcome(None), Outcome(0.0), False),
        (Outcome(True), Outcome(np.bool_(True)), False),
        (Outcome(1.0, changed=(0,)), Outcome(1.0), False),
        (Outcome(1.0, overflow=True), Outcome(1.0), False),
        (Outcome(error=("ValueError", "one")), Outcome(error=("ValueError", "other")), True),
        (Outcome(error=("ValueError", "shapes")), Outcome(error=("IndexError", "out of bounds")), True),
        (Outcome(error=("ValueError", "one")), Outcome(error=("NameError", "one")), False),
        (Outcome(error=("ValueError", "one")), Outcome(None), False),
    ],
)
def test_alike(one, other, same):
    assert alike(one, other, EXACT) is same
    assert alike(other, one, EXACT) is same


# --- problems ---


@given(RESULTS)
def test_a_right_result_has_no_problem(value):
    assert problem(value, value) is None


@given(ARRAYS)
def test_rounding_is_no_problem(want):
    assert problem(want * (1 + 1e-12), want) is None


@given(JUNK, RESULTS)
def test_whatever_comes_out_the_comparison_has_an_answer_in_words(got, want):
    text = problem(got, want)
    assert text is None or (isinstance(text, str) and len(text) > 10)


@given(RESULTS)
def test_none_is_always_a_missing_return(want):
    assert "Is there a `return` line" in problem(None, want)


WANT = np.array([1.0, 2.5])


@pytest.mark.parametrize(
    ("got", "want", "says"),
    [
        (
            [1.0, 2.5],
            WANT,
            "You returned a list; the next step calculates with it as a NumPy array. The values are right",
        ),
        ([1.0, 2.0], WANT, "You returned a list; the next step calculates with it as a NumPy array."),
        (2.5, WANT, "You returned the number 2.5; an array of shape (2,) is expected."),
        (np.ma.masked_array(WANT), WANT, "You returned a MaskedArray; an array of shape (2,) is expected."),
        (WANT.reshape(1, 2), WANT, "The result has shape (1, 2); shape (2,) is expected."),
        (WANT.astype(np.float32), WANT, "The result is stored as float32"),
        (np.array([1, 2]), np.array([1.0, 2.0]), "Here no fraction is lost, elsewhere there may be one to lose."),
        (np.float32([1, 2]), np.array([1.0, 2.0]), "The values are right, so only their type needs a change."),
        (2 * WANT, WANT, "exactly 2 times too large"),
        (np.array(["a", "b"]), WANT, "not numbers"),
        (
            np.array([1.5]),
            1.5,
            "You returned an array of shape (1,); one number is expected. The number in it is right",
        ),
        (np.array([1.5]), 2.5, "You returned an array of shape (1,); one number is expected."),
        (np.array([2]), 2, "The number in it is right"),
        ("1.5", 1.5, "You returned the text '1.5' where a number (float) is expected."),
        (True, 1.0, "You returned the truth value True"),
        (np.float32(1.5), 1.5, "stored as float32"),
        (10**400, 1.0, "larger than a float can hold"),
        (2.0, 2, "a whole number (int) is expected. The value is right"),
        (np.bool_(True), 1, "type np.bool,"),
        (3.0, (3.0, 4.0), "You returned the number 3.0; a tuple of 2 values is expected."),
        ((3.0,), (3.0, 4.0), "You returned 1 values; 2 are expected."),
        ((3.0, 5.0), (3.0, 4.0), "In value number 2 of the result: Yours is larger by 1."),
        ([], {"a": 1.0}, "You returned a list; a dict with the keys 'a' is expected."),
        ({}, {"a": 1.0}, "The result has no key 'a'."),
        ({"a": 1.0, "b": 2.0}, {"a": 1.0}, "The result has a key 'b', which is not asked for."),
        ({"a": 1.5}, {"a": 1.0}, "In 'a' of the result: Yours is larger by 0.5."),
        ("BP1", "BP2", "You returned the text 'BP1'; 'BP2' is expected."),
        (1, True, "You returned the number 1; True or False is expected."),
        (False, True, "It is True that is expected here."),
    ],
)
def test_the_first_thing_that_is_wrong_is_said(got, want, says):
    assert says in problem(got, want)


@pytest.mark.parametrize(
    ("got", "want"),
    [
        (3, 3.0),
        (np.float64(1.5), 1.5),
        (np.array(1.5), 1.5),
        (1.5, np.array(1.5)),
        (True, 1),
        (np.int8(1), 1),
        (np.array(4), 4),
        (np.bool_(True), True),
        (np.array(False), False),
        ([1.0, WANT], (1.0, WANT)),
        ([((3, 2), (3, 1))], [[(3, 2), (3, 1)]]),
        (float("nan"), float("nan")),
        (np.asfortranarray(np.eye(3)), np.eye(3)),
    ],
)
def test_right_answers_come_in_several_types(got, want):
    assert problem(got, want) is None


def test_type_comes_before_shape_and_shape_before_numbers():
    want = np.ones((2, 3))
    assert "list" in problem([[1.0]], want)
    assert "shape (3, 2)" in problem(np.zeros((3, 2), dtype=int), want)
    assert "int64" in problem(np.zeros((2, 3), dtype=np.int64), want)


@given(hnp.arrays(np.float64, (2, 3), elements=st.floats(2.0, 9.0)), st.integers(2, 9))
def test_a_factor_of_m_is_named_by_the_case_s_columns(want, m):
    assert problem(want / m, want, columns=m) == f"Yours is exactly m = {m} times too small."


def test_a_hostile_object_is_a_wrong_type():
    assert problem(Hostile(), WANT) == "You returned a Hostile; an array of shape (2,) is expected."
    assert problem([Hostile(), 1.0], WANT).startswith("You returned a list")
