"""Lesson 08: right answers pass however they are written, wrong ones fail, and the mistakes behind them are named."""

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

LESSON = "08-bp3"
CHECKS = exercises(LESSON)


def examine(exercise: str, answer: Any) -> Examination:
    return CHECKS[exercise].examine(answer)


# Right answers


def slope_by_if(W: Any, k: Any, i: Any, s: Any, j: Any) -> Any:
    if i == j:
        return W[k][s]
    return 0


def slope_by_a_nudge(W: Any, k: Any, i: Any, s: Any, j: Any) -> Any:
    """Z is linear in A_prev, so that a nudge of 1 tells the slope exactly."""
    A = np.zeros((W.shape[1], max(i, j) + 1))
    A[s, j] = 1.0
    return (W @ A)[k, i]


def entry_by_loop(W: Any, dZ: Any, r: Any, i: Any) -> Any:
    total = 0
    for k in range(len(W)):
        total += W[k][r] * dZ[k][i]
    return total


def entry_by_steps(W: Any, dZ: Any, r: Any, i: Any) -> Any:
    """The whole total derivative: over all neurons and all examples, most terms of which are 0."""
    total = 0.0
    for k in range(dZ.shape[0]):
        for j in range(dZ.shape[1]):
            total += dZ[k, j] * slope_by_if(W, k, j, r, i)
    return total


def entry_by_fractions(W: Any, dZ: Any, r: Any, i: Any) -> Any:
    return float(sum(Fraction(w) * Fraction(z) for w, z in zip(W[:, r].tolist(), dZ[:, i].tolist(), strict=True)))


def by_three_loops(W: Any, dZ: Any) -> Any:
    n_l, n_prev = W.shape
    m = dZ.shape[1]
    dA = np.zeros((n_prev, m))
    for s in range(n_prev):
        for i in range(m):
            total = 0
            for k in range(n_l):
                total = total + W[k, s] * dZ[k, i]
            dA[s, i] = total
    return dA


def reader_by_reader(W: Any, dZ: Any) -> Any:
    dA = np.zeros((W.shape[1], dZ.shape[1]))
    for weights, blame in zip(W, dZ, strict=True):
        dA += np.outer(weights, blame)
    return dA


def example_by_example(W: Any, dZ: Any) -> Any:
    return np.column_stack([W.T @ dZ[:, i] for i in range(dZ.shape[1])])


def by_appending(W: Any, dZ: Any) -> Any:
    rows = []
    for column in W.T:
        row = []
        for blame in dZ.T:
            row.append(math.fsum(column * blame))
        rows.append(row)
    return np.array(rows)


def by_lists(W: Any, dZ: Any) -> Any:
    weights, blame = W.tolist(), dZ.tolist()
    return np.asarray(
        [
            [sum(w * z for w, z in zip(c, d, strict=True)) for d in zip(*blame, strict=True)]
            for c in zip(*weights, strict=True)
        ]
    )


def into_a_view(W: Any, dZ: Any) -> Any:
    room = np.empty((dZ.shape[1], W.shape[1]))
    np.matmul(dZ.T, W, out=room)
    return room.T


WHOLE: list[Callable[..., Any]] = [
    by_three_loops,
    reader_by_reader,
    example_by_example,
    by_appending,
    by_lists,
    into_a_view,
    lambda W, dZ: W.T @ dZ,
    lambda W, dZ: np.dot(W.T, dZ),
    lambda W, dZ: (dZ.T @ W).T,
    lambda W, dZ: np.matmul(np.transpose(W), dZ),
    lambda W, dZ: np.einsum("ks,ki->si", W, dZ),
    lambda W, dZ: np.tensordot(W, dZ, axes=(0, 0)),
    lambda W, dZ: (W[:, :, None] * dZ[:, None, :]).sum(axis=0),
    lambda weights, blame: sum(np.outer(w, z) for w, z in zip(weights, blame, strict=True)),
    lambda W, dZ: reduce(np.add, map(np.outer, W, dZ)),
    lambda W, dZ: np.array([[entry_by_loop(W, dZ, s, i) for i in range(dZ.shape[1])] for s in range(W.shape[1])]),
]

RIGHT: dict[str, list[Callable[..., Any]]] = {
    "dz_da": [
        slope_by_if,
        slope_by_a_nudge,
        lambda W, k, i, s, j: W[k, s] if i == j else 0.0,
        lambda W, k, i, s, j: (i == j) * W[k, s],
        lambda W, k, i, s, j: np.where(i == j, W[k, s], 0),
        lambda W, k, i, s, j: float(W[k, s]) * int(i == j),
        lambda weights, reader, example, read, other: 0 if example - other else weights.T[read, reader],
    ],
    "previous_activation_gradient_entry": [
        entry_by_loop,
        entry_by_steps,
        entry_by_fractions,
        lambda W, dZ, r, i: W[:, r] @ dZ[:, i],
        lambda W, dZ, r, i: float((W.T @ dZ)[r, i]),
        lambda W, dZ, r, i: np.sum(W[:, r] * dZ[:, i]),
        lambda W, dZ, r, i: np.array(np.einsum("k,k->", W[:, r], dZ[:, i])),
        lambda W, dZ, r, i: (W[:, r : r + 1].T @ dZ[:, i : i + 1]).item(),
        lambda W, dZ, r, i: sum(w * z for w, z in zip(W.T[r], dZ.T[i], strict=True)),
        lambda W, dZ, r, i: dZ[:, i].dot(W)[r],
    ],
    "previous_activation_gradient_loops": WHOLE,
    "previous_activation_gradient": WHOLE,
}


@pytest.mark.parametrize(("exercise", "answer"), [(name, g) for name, answers in RIGHT.items() for g in answers])
def test_a_right_answer_passes_however_it_is_written(exercise: str, answer: Callable[..., Any]) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 1, examination.message


def blame() -> float:
    h1, h2 = (1 / (1 + math.exp(-(0.05 * w + 0.1 * v + 0.35))) for w, v in ((0.15, 0.2), (0.25, 0.3)))
    o1, o2 = (1 / (1 + math.exp(-(w * h1 + v * h2 + 0.6))) for w, v in ((0.4, 0.45), (0.5, 0.55)))
    return (o1 - 0.01) * o1 * (1 - o1) * 0.4 + (o2 - 0.99) * o2 * (1 - o2) * 0.5


@pytest.mark.parametrize(
    "number",
    [
        blame(),
        np.float64(blame()),
        np.array(blame()),
        0.036350306,
        0.03635031,
        0.055399425 + (-0.019049119),
        0.055399425 - 0.019049118,
        0.74136507 * 0.186815602 * 0.4 + (0.772928465 - 0.99) * 0.772928465 * (1 - 0.772928465) * 0.5,
    ],
)
def test_mazur_s_digits_may_be_copied_from_print(number: Any) -> None:
    assert examine("mazur_dE_dout_h1", number).credit == 1


def test_right_answers_to_the_questions() -> None:
    assert examine("questions", {"q1": 5, "q2": " A", "q3": "c"}).credit == 1
    assert examine("questions", {"q1": np.float64(5), "q2": "c", "q3": "C"}).credit == pytest.approx(2 / 3)


def test_a_number_of_another_kind_is_commented_on() -> None:
    assert "the edges that leave it" in examine("questions", {"q1": 12}).message


# Wrong answers


def test_the_evidence_is_an_example_of_few_numbers() -> None:
    message = examine("previous_activation_gradient", lambda W, dZ: W @ dZ).message
    assert (
        "previous_activation_gradient(np.array([[1., 2.], [3., -1.]]), np.array([[2., 1., 0.], [1., -2., 3.]]))"
        in message
    )
    message = examine("previous_activation_gradient_loops", lambda W, dZ: W.T @ dZ / dZ.shape[1]).message
    assert "Yours is exactly m = 3 times too small." in message
    message = examine("previous_activation_gradient", lambda W, dZ: (W.T @ dZ).squeeze()).message
    assert "only those with" in message
    assert "one example (m = 1)" in message


SLIPS: list[tuple[str, Any, str]] = [
    ("dz_da", lambda *a: None, "`return` line"),
    ("dz_da", lambda W, k, i, s, j: i == j, "truth value"),
    ("dz_da", lambda W, k, i, s, j: W * (i == j), "an array of shape (2, 2)"),
    ("dz_da", lambda W, k, i, s: W[k, s], "dz_da(W, k, i, s, j)"),
    ("previous_activation_gradient_entry", lambda W, dZ, r, i: [1.0], "a list"),
    ("previous_activation_gradient_entry", lambda W, dZ, r, i: str(W[0, 0]), "text"),
    ("previous_activation_gradient_entry", lambda W, dZ, r, i: W[r + 9, i], "IndexError"),
    ("previous_activation_gradient_entry", lambda W, dZ: 0.0, "previous_activation_gradient_entry(W, dZ, r, i)"),
    ("previous_activation_gradient_loops", lambda W, dZ: (W.T @ dZ).tolist(), "only the last line"),
    ("previous_activation_gradient_loops", lambda W, dZ: np.asmatrix(W.T @ dZ), "a matrix"),
    ("previous_activation_gradient", lambda W, dZ: (W.T @ dZ).astype(np.float32), "float32"),
    ("previous_activation_gradient", lambda W, dZ: 1 / 0, "ZeroDivisionError"),
    ("previous_activation_gradient", lambda W, dZ: W.T @ dZ + 0.1, "Every value is off by the same"),
    ("previous_activation_gradient", lambda dZ, W: W.T @ dZ, "transpose of dA_prev"),
    ("mazur_dE_dout_h1", None, "no value yet"),
    ("mazur_dE_dout_h1", ..., "no value yet"),
    ("mazur_dE_dout_h1", "0.036350306", "without quotation marks"),
    ("mazur_dE_dout_h1", np.array([[0.036350306]]), "shape (1, 1) that holds one number"),
    ("mazur_dE_dout_h1", np.zeros((2, 1)), "Which number is asked for?"),
    ("mazur_dE_dout_h1", np.zeros((2, 2)), "one number is expected"),
    ("mazur_dE_dout_h1", (0.036350306,), "a tuple; one number is expected"),
    ("mazur_dE_dout_h1", True, "truth value"),
    ("mazur_dE_dout_h1", 10**400, "inf"),
    ("mazur_dE_dout_h1", math.nan, "nan"),
]


@pytest.mark.parametrize(("exercise", "answer", "words"), SLIPS, ids=[f"{n}-{w}" for n, _, w in SLIPS])
def test_a_slip_is_described(exercise: str, answer: Any, words: str) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 0
    assert words in examination.message, examination.message


# What an author has to keep


@pytest.mark.parametrize("name", [name for name in RIGHT if name != "dz_da"])
def test_cases_include_the_edges(name: str) -> None:
    check = CHECKS[name]
    assert isinstance(check, FunctionExercise)
    cases = check.tried()
    assert {case.layout for case in cases} == {"plain", "read-only", "strided", "fortran"}
    shapes = {(*case.args[0].shape, case.args[1].shape[1]) for case in cases}
    assert any(m == 1 < n for n, _, m in shapes)
    assert any(n == 1 < m for n, _, m in shapes)
    assert any(n_prev == 1 < n for n, n_prev, _ in shapes)
    assert (1, 1, 1) in shapes
    assert any(n == n_prev == m > 1 for n, n_prev, m in shapes)
    assert any(len({n, n_prev, m}) == 3 for n, n_prev, m in shapes)
