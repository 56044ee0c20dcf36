"""Lesson 07: right answers pass however they are written, wrong ones fail, and the mistakes behind them are named."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from functools import reduce
from typing import Any

import numpy as np
import pytest

from autograder.checks import exercises
from autograder.checks.exercise import Examination, FunctionExercise

LESSON = "07-bp2"
CHECKS = exercises(LESSON)


def examine(exercise: str, answer: Any) -> Examination:
    return CHECKS[exercise].examine(answer)


# Right answers


def one_or_zero(k: int, i: int, r: int) -> Any:
    if k == r:
        return 1
    return 0


def entry_by_loop(dZ: Any, r: Any) -> Any:
    total = 0
    for i in range(dZ.shape[1]):
        total += dZ[r, i]
    return total / dZ.shape[1]


def entry_by_fractions(dZ: Any, r: Any) -> Any:
    row = [Fraction(z) for z in dZ[r].tolist()]
    return float(sum(row) / len(row))


def column_by_two_loops(dZ: Any) -> Any:
    n, m = dZ.shape
    db = np.zeros((n, 1))
    for r in range(n):
        for i in range(m):
            db[r, 0] += dZ[r, i]
        db[r] /= m
    return db


def column_example_by_example(dZ: Any) -> Any:
    db = np.zeros((len(dZ), 1))
    for i in range(dZ.shape[1]):
        db += dZ[:, [i]] / dZ.shape[1]
    return db


def column_of_lists(dZ: Any) -> Any:
    return np.array([[math.fsum(row) / len(row)] for row in dZ.tolist()])


def column_by_append(dZ: Any) -> Any:
    entries = []
    for row in dZ:
        total = 0.0
        for blame in row:
            total += blame
        entries.append(total / row.size)
    return np.array(entries).reshape(-1, 1)


def theta_by_joining(dZ: Any, A_prev: Any) -> Any:
    return np.hstack([dZ.mean(axis=1, keepdims=True), dZ @ A_prev.T / dZ.shape[1]])


def theta_by_filling(dZ: Any, A_prev: Any) -> Any:
    theta = np.empty((len(dZ), len(A_prev) + 1))
    theta[:, 0] = np.sum(dZ, axis=1) / dZ.shape[1]
    for r in range(len(dZ)):
        for s in range(len(A_prev)):
            theta[r, s + 1] = np.mean(dZ[r] * A_prev[s])
    return theta


def theta_over_examples(dZ: Any, A_prev: Any) -> Any:
    terms = (np.outer(blame, np.r_[1.0, a]) for blame, a in zip(dZ.T, A_prev.T, strict=True))
    return reduce(np.add, terms) / dZ.shape[1]


def theta_with_zeros_raised(dZ: Any, A_prev: Any) -> Any:
    unit = np.zeros((A_prev.shape[0] + 1, A_prev.shape[1]))
    unit[0] += 1
    unit[1:] = A_prev
    return np.dot(dZ, unit.T) / A_prev.shape[1]


COLUMNS: list[Callable[..., Any]] = [
    column_by_two_loops,
    column_example_by_example,
    column_of_lists,
    column_by_append,
    lambda dZ: np.mean(dZ, axis=1, keepdims=True),
    lambda dZ: 1 / dZ.shape[1] * np.sum(dZ, axis=1, keepdims=True),
    lambda dZ: (np.sum(dZ, axis=1) / dZ.shape[1])[:, np.newaxis],
    lambda dZ: dZ.mean(axis=-1).reshape(len(dZ), 1),
    lambda dZ: dZ @ np.ones((dZ.shape[1], 1)) / dZ.shape[1],
    lambda dZ: np.einsum("ri->r", dZ)[:, None] / dZ.shape[1],
    lambda dZ: np.array([dZ.T.sum(axis=0)]).T / len(dZ.T),
    lambda dZ: np.add.reduce(dZ / dZ.shape[1], axis=1, keepdims=True),
    lambda dZ: np.expand_dims(np.average(dZ, axis=1), axis=1),
    lambda dZ: np.apply_along_axis(lambda row: [row.mean()], 1, dZ),
    lambda dZ: np.cumsum(dZ, axis=1)[:, -1:] / dZ.shape[1],
]

RIGHT: dict[str, list[Callable[..., Any]]] = {
    "dz_db": [
        one_or_zero,
        lambda k, i, r: 1.0 if k == r else 0.0,
        lambda k, i, r: float(k == r),
        lambda k, i, r: int(r == k),
        lambda neuron, example, bias: np.eye(1000)[neuron, bias],
        lambda k, i, r: np.where(k == r, 1.0, 0.0),
    ],
    "bias_gradient_entry": [
        entry_by_loop,
        entry_by_fractions,
        lambda dZ, r: np.mean(dZ[r]),
        lambda dZ, r: float(np.mean(dZ, axis=1)[r]),
        lambda dZ, r: dZ[r, :].sum() / dZ.shape[1],
        lambda dZ, r: sum(dZ[r]) / len(dZ[r]),
        lambda dZ, r: np.average(dZ[r]),
        lambda dZ, r: column_of_lists(dZ)[r, 0],
        lambda dZ, r: np.array(math.fsum(dZ[r]) / dZ.shape[1]),
        lambda dZ, r: sum(z / dZ.shape[1] for z in dZ[r]),
    ],
    "bias_gradient_loops": COLUMNS,
    "bias_gradient": COLUMNS,
    "theta_gradient": [
        theta_by_joining,
        theta_by_filling,
        theta_over_examples,
        theta_with_zeros_raised,
        lambda dZ, A_prev: dZ @ np.vstack([np.ones((1, dZ.shape[1])), A_prev]).T / dZ.shape[1],
        lambda dZ, A_prev: dZ @ np.insert(A_prev, 0, 1.0, axis=0).T / dZ.shape[1],
        lambda dZ, A_prev: np.einsum("ri,si->rs", dZ, np.r_[np.ones((1, dZ.shape[1])), A_prev]) / dZ.shape[1],
        lambda dZ, A_prev: np.c_[dZ.mean(axis=1), dZ @ A_prev.T / dZ.shape[1]],
        lambda dZ, A_prev: np.insert(dZ @ A_prev.T / dZ.shape[1], 0, dZ.mean(axis=1), axis=1),
        lambda dZ, A_prev: np.column_stack([dZ.sum(axis=1), dZ @ A_prev.T]) / dZ.shape[1],
        lambda dZ, A_prev: (np.pad(A_prev, ((1, 0), (0, 0)), constant_values=1.0) @ dZ.T / dZ.shape[1]).T,
    ],
}


@pytest.mark.parametrize(("exercise", "answer"), [(name, g) for name, answers in RIGHT.items() for g in answers])
def test_a_right_answer_passes_however_it_is_written(exercise: str, answer: Callable[..., Any]) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 1, examination.message


def test_right_answers_to_the_questions() -> None:
    assert examine("questions", {"q1": "C", "q2": 0.8 / 4, "q3": " b"}).credit == 1
    assert examine("questions", {"q1": "c", "q2": np.float64(0.2), "q3": "a"}).credit == pytest.approx(2 / 3)


def test_a_number_of_another_kind_is_commented_on() -> None:
    assert "an example too" in examine("questions", {"q2": 0.8 / 3}).message
    assert "Then take the average" in examine("questions", {"q2": 12.5}).message


# Wrong answers


def test_the_evidence_is_an_example_of_few_numbers() -> None:
    message = examine("bias_gradient", lambda dZ: dZ.sum(axis=1, keepdims=True)).message
    assert "bias_gradient(np.array([[1., 3.], [2., -4.]]))" in message
    assert "Got:      array([[4.], [-2.]])" in message
    assert "Yours is exactly m = 2 times too large." in message


def test_a_lost_dimension_is_told_from_a_row() -> None:
    lost = examine("bias_gradient", lambda dZ: dZ.mean(axis=1))
    row = examine("bias_gradient", lambda dZ: dZ.mean(axis=1, keepdims=True).T)
    assert (lost.misconception, row.misconception) == ("keepdims-lost", "row")
    assert "shape (2,); shape (2, 1) is expected" in lost.message


SLIPS: list[tuple[str, Any, str]] = [
    ("dz_db", lambda k, i, r: None, "`return` line"),
    ("dz_db", lambda k, r: 1.0, "dz_db(k, i, r)"),
    ("dz_db", lambda k, i, r: "1", "the text '1'"),
    ("dz_db", lambda k, i, r: np.array([1.0]), "array of shape (1,)"),
    ("dz_db", lambda k, i, r: 0.5, "Expected: 1.0"),
    ("bias_gradient_entry", lambda dZ: dZ.mean(), "bias_gradient_entry(dZ, r)"),
    ("bias_gradient_entry", lambda dZ, r: [float(dZ[r].mean())], "a list"),
    ("bias_gradient_entry", lambda dZ, r: np.float32(dZ[r].mean()), "float32"),
    ("bias_gradient_loops", lambda dZ: column_of_lists(dZ).tolist(), "only the last line"),
    ("bias_gradient_loops", lambda dZ: [row.mean() for row in dZ], "a list"),
    ("bias_gradient_loops", lambda dZ: np.zeros((len(dZ), 1)), "Got:      array([[0.], [0.]])"),
    ("bias_gradient", lambda dZ: np.asmatrix(dZ).mean(axis=1), "a matrix"),
    ("bias_gradient", lambda dZ: dZ.mean(axis=1, keepdims=True).astype(np.float32), "float32"),
    ("bias_gradient", lambda dZ: 1 / 0, "ZeroDivisionError"),
    ("bias_gradient", lambda dZ: dZ.mean(axis=2), "AxisError"),
    ("theta_gradient", lambda dZ: dZ, "theta_gradient(dZ, A_prev)"),
    ("theta_gradient", lambda dZ, A_prev: theta_by_joining(dZ, A_prev).tolist(), "only the last line"),
    ("theta_gradient", lambda dZ, A_prev: theta_by_joining(dZ, A_prev)[:, 1:] + 1, "shape (2, 3) is expected"),
    ("theta_gradient", lambda dZ, A_prev: np.stack([dZ.mean(axis=1), A_prev]), "ValueError"),
]


@pytest.mark.parametrize(("exercise", "answer", "words"), SLIPS, ids=[f"{n}-{w}" for n, _, w in SLIPS])
def test_a_slip_is_described(exercise: str, answer: Any, words: str) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 0
    assert words in examination.message, examination.message


# What an author has to keep


@pytest.mark.parametrize("name", ["bias_gradient_entry", "bias_gradient_loops", "bias_gradient", "theta_gradient"])
def test_cases_include_the_edges(name: str) -> None:
    check = CHECKS[name]
    assert isinstance(check, FunctionExercise)
    cases = check.tried()
    assert {case.layout for case in cases} == {"plain", "read-only", "strided", "fortran"}
    shapes = {case.args[0].shape for case in cases}
    assert any(m == 1 < n for n, m in shapes)
    assert any(n == 1 < m for n, m in shapes)
    assert any(n == m > 1 for n, m in shapes)
    assert (1, 1) in shapes
