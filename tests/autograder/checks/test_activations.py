"""Lesson 02: right answers pass however they are written, wrong ones fail, and the mistakes behind them are named."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.checks import exercises
from autograder.checks.exercise import Examination, FunctionExercise

LESSON = "02-activations"
CHECKS = exercises(LESSON)


def examine(exercise: str, answer: Any) -> Examination:
    return CHECKS[exercise].examine(answer)


# Right answers


def sigmoid_by_numerator(z: Any) -> Any:
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


def sigmoid_by_masks(z: Any) -> Any:
    z = np.asarray(z, dtype=float)
    out = np.empty(z.shape)
    positive = z >= 0
    out[positive] = 1 / (1 + np.exp(-z[positive]))
    e = np.exp(z[~positive])
    out[~positive] = e / (1 + e)
    return out if out.ndim else float(out)


def sigmoid_by_loop(z: Any) -> Any:
    if isinstance(z, float):
        return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))
    result = [sigmoid_by_loop(float(x)) for x in z.ravel()]
    return np.array(result).reshape(z.shape)


def sigmoid_by_recursion(z: Any) -> Any:
    return np.array([sigmoid_by_recursion(row) for row in z]) if np.ndim(z) else sigmoid_by_loop(float(z))


def sigmoid_clipped(z: Any) -> Any:
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


def sigmoid_unheard(z: Any) -> Any:
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-z))


def tanh_by_exponentials(z: Any) -> Any:
    small = np.exp(-2 * np.abs(z))
    return np.where(np.asarray(z) < 0, -1, 1) * (1 - small) / (1 + small)


def tanh_by_two_halves(z: Any) -> Any:
    up, down = np.exp(np.minimum(0, 2 * z)), np.exp(np.minimum(0, -2 * z))
    return (up - down) / (up + down)


def relu_by_loop(z: Any) -> Any:
    if np.ndim(z) == 0:
        return z if z > 0 else 0
    out = np.zeros_like(z)
    for index in np.ndindex(z.shape):
        if z[index] > 0:
            out[index] = z[index]
    return out


def relu_on_a_copy(z: Any) -> Any:
    out = np.array(z, dtype=float)
    out[out < 0] = 0
    return out


def leaky_by_masks(z: Any, slope: float = 0.01) -> Any:
    out = np.array(z)
    out[out < 0] *= slope
    return out


def softmax_by_loops(Z: Any) -> Any:
    if Z.ndim == 1:
        top = max(Z)
        powers = [math.exp(z - top) for z in Z]
        return np.array([p / sum(powers) for p in powers])
    return np.stack([softmax_by_loops(Z[:, i]) for i in range(Z.shape[1])], axis=1)


def softmax_keeping_dimensions(Z: Any) -> Any:
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)


def softmax_by_einsum(Z: Any) -> Any:
    e = np.exp(Z - Z.max(axis=0))
    return np.einsum("k...,...->k...", e, 1 / e.sum(axis=0))


def softmax_turned(Z: Any) -> Any:
    rows = Z.T.reshape(-1, Z.shape[0])
    e = np.exp(rows - rows.max(axis=1, keepdims=True))
    return (e / e.sum(axis=1, keepdims=True)).T.reshape(Z.shape)


def softmax_by_logarithms(Z: Any) -> Any:
    return np.exp(Z - np.logaddexp.reduce(Z, axis=0))


def softmax_by_ratios(Z: Any) -> Any:
    """Overflows to inf on the way, where 1 / inf = 0 is right; this exercise does not ask for silence."""
    return 1 / np.exp(Z[None, ...] - Z[:, None, ...]).sum(axis=1)


RIGHT: dict[str, list[Callable[..., Any]]] = {
    "sigmoid": [
        sigmoid_by_numerator,
        sigmoid_by_masks,
        sigmoid_by_loop,
        sigmoid_by_recursion,
        sigmoid_clipped,
        sigmoid_unheard,
        lambda z: np.exp(-np.logaddexp(0, -z)),
        lambda z: 0.5 * (1 + np.tanh(z / 2)),
        np.vectorize(lambda z: 1 / (1 + math.exp(-z)) if z >= 0 else 1 - 1 / (1 + math.exp(z))),
    ],
    "tanh": [
        tanh_by_exponentials,
        tanh_by_two_halves,
        lambda z: 2 * sigmoid_by_numerator(2 * z) - 1,
        lambda z: sigmoid_by_masks(2 * z) - sigmoid_by_masks(-2 * z),
        lambda z: 1 - 2 * sigmoid_by_loop(-2 * z),
        np.tanh,  # not what is asked for, but nothing in its values tells
    ],
    "relu": [
        relu_by_loop,
        relu_on_a_copy,
        lambda z: np.maximum(0, z),
        lambda z: z * (z > 0),
        lambda z: (z + np.abs(z)) / 2,
        lambda z: np.where(np.asarray(z) > 0, z, 0),
        lambda z: np.clip(z, 0, None),
        lambda z: z if np.ndim(z) == 0 and z > 0 else np.fmax(z, 0.0),
    ],
    "leaky_relu": [
        leaky_by_masks,
        lambda z, slope=0.01: np.where(np.asarray(z) >= 0, z, slope * z),
        lambda z, slope=0.01: np.maximum(z, slope * z),
        lambda z, slope=0.01: np.maximum(z, 0) + slope * np.minimum(z, 0),
        lambda z, slope=0.01: z * ((z > 0) + slope * (z <= 0)),
        lambda z, slope=0.01: (1 + slope) / 2 * z + (1 - slope) / 2 * abs(z),
    ],
    "softmax": [
        softmax_by_loops,
        softmax_keeping_dimensions,
        softmax_by_einsum,
        softmax_turned,
        softmax_by_logarithms,
        softmax_by_ratios,
        lambda Z: np.exp(Z - Z.max(0)) / sum(np.exp(Z - Z.max(0))),
        lambda Z: np.exp(Z - Z.max(0) - 3) / np.exp(Z - Z.max(0) - 3).sum(0),
    ],
}


@pytest.mark.parametrize(("exercise", "answer"), [(name, g) for name, answers in RIGHT.items() for g in answers])
def test_a_right_answer_passes_however_it_is_written(exercise: str, answer: Callable[..., Any]) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 1, examination.message


@pytest.mark.parametrize("turn", [lambda p: p, lambda p: np.round(p, 12), lambda p: np.asfortranarray(p)])
def test_class_probabilities_are_taken_to_full_precision(turn: Callable[[Any], Any]) -> None:
    assert examine("class_probabilities", turn(softmax_by_loops(np.array([5.1, 3.2, -1.7, -2.0])))).credit == 1


def test_right_answers_to_the_questions() -> None:
    assert examine("questions", {"q1": "d", "q2": "A ", "q3": 2.5}).credit == 1
    assert examine("questions", {"q1": "d", "q2": "a", "q3": -2.5}).credit == pytest.approx(2 / 3)


# Wrong answers


def naive_flipped(z: Any) -> Any:
    return 1 / (1 + np.exp(z))


def test_a_sigmoid_with_the_wrong_sign_hears_about_the_sign_of_the_exponent() -> None:
    """The warning of an overflow, on whichever side, does not hide the larger mistake."""
    examination = examine("sigmoid", naive_flipped)
    assert examination.misconception == "sign-flipped"
    assert "sign of the exponent" in examination.message


def test_an_overflow_warning_alone_fails_sigmoid_and_tanh() -> None:
    assert "overflow" in examine("sigmoid", lambda z: 1 / (1 + np.exp(-z))).message
    assert "overflow" in examine("tanh", lambda z: 2 / (1 + np.exp(-2 * z)) - 1).message


def slip_none(z: Any, *rest: Any, **named: Any) -> None:
    return None


def slip_list(z: Any, *rest: Any, **named: Any) -> Any:
    return np.asarray(z).tolist()


def slip_transposed(z: Any, *rest: Any, **named: Any) -> Any:
    return np.asarray(z).T


def slip_float32(z: Any, *rest: Any, **named: Any) -> Any:
    return np.asarray(z).astype(np.float32)


def slip_raises(z: Any, *rest: Any, **named: Any) -> Any:
    raise KeyError("z")


def slip_stub(z: Any, *rest: Any, **named: Any) -> Any:
    raise NotImplementedError


SLIPS = [slip_none, slip_list, slip_transposed, slip_float32, slip_raises, slip_stub]


@pytest.mark.parametrize("exercise", sorted(RIGHT))
@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_fails_without_a_misconception_that_does_not_fit(exercise: str, slip: Callable[..., Any]) -> None:
    examination = examine(exercise, slip)
    assert examination.credit == 0
    assert examination.misconception is None
    assert len(examination.message.splitlines()) <= 6


SUBTLE = {
    "a number comes back as an array": (
        "sigmoid",
        lambda z: np.atleast_1d(sigmoid_by_masks(z)),
        "one number is expected",
    ),
    "cut off at 20": ("sigmoid", lambda z: 1 / (1 + np.exp(-np.clip(z, -20, 20))), "Close, but not equal"),
    "float32": ("sigmoid", lambda z: np.float32(sigmoid_by_numerator(z)), "float32"),
    "a list": ("relu", lambda z: [max(0, x) for x in z] if np.ndim(z) == 1 else np.maximum(0, z), "list"),
    "the argument has another name": ("leaky_relu", lambda z, alpha=0.01: np.maximum(z, alpha * z), "slope=0.01"),
    "no default": ("leaky_relu", lambda z, slope: np.maximum(z, slope * z), "slope=0.01"),
    "another default": ("leaky_relu", lambda z, slope=0.1: np.maximum(z, slope * z), "-0.02"),
    "rows are shifted": ("softmax", lambda Z: softmax_by_loops(np.roll(Z, 1, axis=0)), "other places"),
    "only the first column": (
        "softmax",
        lambda Z: softmax_by_loops(Z) if Z.ndim == 1 else softmax_by_loops(Z[:, :1]) * np.ones_like(Z),
        "Column 0 is right",
    ),
    "naive for one example": (
        "softmax",
        lambda Z: np.exp(Z) / np.exp(Z).sum() if Z.ndim == 1 else softmax_by_loops(Z),
        "25 of the 26 inputs",
    ),
    "a row of one class is not 1": ("softmax", lambda Z: softmax_by_loops(Z) * (len(Z) > 1), "K = 1"),
    "naive for one number": (
        "sigmoid",
        lambda z: 1 / (1 + np.exp(-z)) if np.ndim(z) == 0 else sigmoid_by_numerator(z),
        "-10000.0",
    ),
    "three dimensions squeezed": ("tanh", lambda z: np.squeeze(np.tanh(z)), "shape"),
}


@pytest.mark.parametrize("what", SUBTLE)
def test_a_subtle_mistake_fails_with_words_that_point_at_it(what: str) -> None:
    exercise, answer, words = SUBTLE[what]
    examination = examine(exercise, answer)
    assert examination.credit == 0
    assert words in examination.message, examination.message


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (None, "no value yet"),
        (..., "no value yet"),
        (0.87, "one number 0.87"),
        ({"cat": 0.87}, "dict"),
        (softmax_by_loops, "function"),
        ([0.1, 0.2, 0.3, 0.4], "list"),
        (np.zeros(3), "shape (3,)"),
        (np.full(4, np.nan), "nan"),
        (np.array(["cat", "dog", "frog", "car"]), "not numbers"),
        (np.array([0.25, 0.25, 0.25, 0.25]), "None of the values"),
    ],
)
def test_a_wrong_form_of_class_probabilities_is_described(answer: Any, words: str) -> None:
    examination = examine("class_probabilities", answer)
    assert examination.credit == 0
    assert words in examination.message


# What an author has to keep


def functions() -> list[FunctionExercise]:
    return [c for c in CHECKS.values() if isinstance(c, FunctionExercise)]


@pytest.mark.parametrize("check", functions(), ids=lambda check: check.name)
def test_cases_include_the_edges(check: FunctionExercise) -> None:
    cases = check.tried()
    shapes = {np.shape(case.args[0]) for case in cases}
    assert {case.layout for case in cases} == {"plain", "read-only", "strided", "fortran"}
    assert any(len(shape) == 2 and shape[1] == 1 < shape[0] for shape in shapes)
    assert any(len(shape) == 2 and shape[0] == 1 < shape[1] for shape in shapes)
    assert any(np.max(np.abs(case.args[0])) == 1e4 for case in cases)
    assert all(case.args[0].dtype == np.float64 for case in cases if np.ndim(case.args[0]))
    assert (check.name == "softmax") != (() in shapes)
