"""Calling a student's function: what comes back, and what is said when it does not."""

import sys
import warnings

import numpy as np
import pytest

from course.figures.guest import Trouble, as_array, as_number, ask, quiet, written


def test_an_answer_passes_through() -> None:
    assert ask(lambda a, b: a + b, 1, 2) == 3


def not_written() -> None:
    raise NotImplementedError


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (not_written, "is not written yet"),
        (lambda: 1 / 0, "stopped with ZeroDivisionError: “division by zero”"),
        (lambda x: x, "stopped with TypeError"),
    ],
)
def test_an_error_becomes_a_sentence(function, words) -> None:
    with pytest.raises(Trouble, match=words):
        ask(function)


@pytest.mark.parametrize(
    "value", [1, 1.0, True, np.float64(1), np.float32(1), np.int64(1), np.array(1.0), np.bool_(True)]
)
def test_every_kind_of_number_is_a_number(value) -> None:
    assert as_number(value) == 1.0
    assert type(as_number(value)) is float


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "Is a return missing"),
        (np.array([1.0]), r"array of shape \(1,\)"),
        ("1", "type str"),
        ([1.0], "type list"),
        (float("nan"), "returned nan"),
        (np.array(np.inf), "returned inf"),
        (1j, "type complex"),
    ],
)
def test_what_is_no_number_is_named(value, words) -> None:
    with pytest.raises(Trouble, match=words):
        as_number(value)


@pytest.mark.parametrize(
    ("value", "words"),
    [(None, "Is a return missing"), (1.0, r"shape \(\) for an input of shape \(3,\)"), (["a", "b", "c"], "type list")],
)
def test_what_is_no_array_is_named(value, words) -> None:
    with pytest.raises(Trouble, match=words):
        as_array(value, (3,))


def test_a_list_of_numbers_can_be_drawn() -> None:
    assert as_array([1, 2, 3], (3,)).dtype == np.float64


def test_prints_and_warnings_are_swallowed(capsys) -> None:
    with quiet():
        print("debugging")
        warnings.warn("loud", stacklevel=1)
        np.exp(np.array(1000.0))
    print("after")
    assert capsys.readouterr().out == "after\n"
    assert sys.stdout is not None


@pytest.mark.parametrize(
    ("value", "digits", "least", "text"),
    [(0.19999999999999996, 2, 0, "0.2"), (-0.35, 2, 0, "−0.35"), (-1, 1, 1, "−1.0"), (-0.001, 2, 0, "0"), (10, 2, 0, "10"),
     (-1e-17, 1, 1, "0.0"), (0.42, 4, 4, "0.4200")],
)  # fmt: skip
def test_numbers_are_written_short_with_a_real_minus(value, digits, least, text) -> None:
    assert written(value, digits, least) == text
