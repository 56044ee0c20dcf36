"""Lesson 16: right answers pass however they are written, wrong ones fail, and the mistakes behind them are named."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np
import pytest

from autograder.checks import exercises
from autograder.checks.exercise import Examination, FunctionExercise

LESSON = "16-notations"
CHECKS = exercises(LESSON)


def examine(exercise: str, answer: Any) -> Examination:
    return CHECKS[exercise].examine(answer)


# Right answers


def thetas_by_filling(params: Any) -> Any:
    thetas = []
    for W, b in params:
        theta = np.zeros((W.shape[0], W.shape[1] + 1))
        theta[:, 0] = b[:, 0]
        theta[:, 1:] = W
        thetas.append(theta)
    return thetas


def thetas_number_by_number(params: Any) -> Any:
    return [np.array([[b[r, 0], *W[r].tolist()] for r in range(len(W))]) for W, b in params]


def params_by_deleting(thetas: Any) -> Any:
    params = []
    for theta in thetas:
        params.append((np.delete(theta, 0, axis=1), theta[:, 0].reshape(-1, 1)))
    return params


def params_by_split(thetas: Any) -> Any:
    return [tuple(reversed(np.split(theta, [1], axis=1))) for theta in thetas]


def params_by_recursion(thetas: Any) -> Any:
    if not thetas:
        return []
    return [[thetas[0][:, 1:], thetas[0][:, [0]]], *params_by_recursion(thetas[1:])]


def matrix_by_sorting(weights: Any) -> Any:
    rows: dict[int, dict[int, float]] = {}
    for (i, j), value in weights.items():
        rows.setdefault(j, {})[i] = value
    return np.array([[rows[j][i] for i in sorted(rows[j])] for j in sorted(rows)])


def matrix_by_search(weights: Any) -> Any:
    n_from, n_to = np.array(list(weights)).max(axis=0)
    return np.array([[weights[i + 1, j + 1] for i in range(n_from)] for j in range(n_to)])


def matrix_turned_at_the_end(weights: Any) -> Any:
    table = np.zeros(max(weights))
    for (i, j), value in weights.items():
        table[i - 1][j - 1] = value
    return table.T


def matrix_in_spare_room(weights: Any) -> Any:
    W = np.zeros((100, 100))
    for i, j in weights:
        W[j, i] = weights[(i, j)]
    n_from = len({i for i, _ in weights})
    return W[1 : len(weights) // n_from + 1, 1 : n_from + 1]


def arrows_by_two_loops(W: Any) -> Any:
    weights = {}
    for j in range(1, W.shape[0] + 1):
        for i in range(1, W.shape[1] + 1):
            weights[(i, j)] = W[j - 1][i - 1]
    return weights


def dz_by_filling(deltas: Any) -> Any:
    dZ = np.empty((deltas[0].size, len(deltas)))
    for i, delta in enumerate(deltas):
        dZ[:, i] = delta
    return dZ


def dz_column_by_column(deltas: Any) -> Any:
    return np.concatenate([delta.reshape(-1, 1) for delta in deltas], axis=1)


def gradients_by_loops(deltas: Any, activations: Any) -> Any:
    m, n, n_prev = len(deltas), len(deltas[0]), len(activations[0])
    dW, db = np.zeros((n, n_prev)), np.zeros((n, 1))
    for i in range(m):
        for r in range(n):
            for s in range(n_prev):
                dW[r, s] += deltas[i][r] * activations[i][s] / m
            db[r, 0] += deltas[i][r] / m
    return dW, db


def gradients_by_products(deltas: Any, activations: Any) -> Any:
    dZ, A = np.array(deltas).T, np.array(activations).T
    return dZ @ A.T / dZ.shape[1], dZ.mean(axis=1, keepdims=True)


def gradients_by_accumulating(deltas: Any, activations: Any) -> Any:
    dW, db = 0, 0
    for delta, a in zip(deltas, activations, strict=True):
        column = delta[:, None]
        dW = dW + column @ a[None]
        db = db + column
    return [dW / len(deltas), db / len(deltas)]


def params_by_loop(w: Any, b1: Any, b2: Any) -> Any:
    params = []
    for layer, bias in enumerate((b1, b2)):
        W = np.zeros((2, 2))
        for r, s in product(range(2), range(2)):
            W[r, s] = w[f"w{4 * layer + 2 * r + s + 1}"]
        params.append((W, np.array([[bias], [bias]])))
    return params


RIGHT: dict[str, list[Callable[..., Any]]] = {
    "thetas_from_params": [
        thetas_by_filling,
        thetas_number_by_number,
        lambda params: [np.hstack((b, W)) for W, b in params],
        lambda params: [np.c_[b, W] for W, b in params],
        lambda params: [np.column_stack([b[:, 0], W]) for W, b in params],
        lambda params: [np.insert(W, 0, b[:, 0], axis=1) for W, b in params],
        lambda params: [np.insert(W, [0], b, axis=1) for W, b in params],
        lambda params: [np.vstack([b.T, W.T]).T for W, b in params],
        lambda params: tuple(np.append(pair[1], pair[0], axis=1) for pair in params),
        lambda params: [np.concatenate(pair[::-1], axis=1) for pair in params],
        lambda params: [np.block([[b, W]]) for W, b in params],
    ],
    "params_from_thetas": [
        params_by_deleting,
        params_by_split,
        params_by_recursion,
        lambda thetas: [(theta[:, 1:], theta[:, :1]) for theta in thetas],
        lambda thetas: [[theta[:, 1:].copy(), theta[:, 0:1].copy()] for theta in thetas],
        lambda thetas: [(theta[:, 1:], theta[:, 0][:, np.newaxis]) for theta in thetas],
        lambda thetas: tuple((theta.T[1:].T, np.array([theta.T[0]]).T) for theta in thetas),
        lambda thetas: list(
            zip([t[:, -(t.shape[1] - 1) :] for t in thetas], [np.expand_dims(t[:, 0], 1) for t in thetas], strict=True)
        ),
    ],
    "matrix_from_weights": [
        matrix_by_sorting,
        matrix_by_search,
        matrix_turned_at_the_end,
        matrix_in_spare_room,
    ],
    "weights_from_matrix": [
        arrows_by_two_loops,
        lambda W: {(s + 1, r + 1): float(W[r, s]) for r, s in np.ndindex(W.shape)},
        lambda W: {(i, j): w for j, row in enumerate(W.tolist(), 1) for i, w in enumerate(row, 1)},
        lambda W: {(i + 1, j + 1): W.T[i, j] for i in range(W.shape[1]) for j in range(W.shape[0])},
        lambda W: dict(sorted(arrows_by_two_loops(W).items())),
        lambda W: {(s + 1, r + 1): value for (r, s), value in np.ndenumerate(W)},
        lambda W: {(np.int64(i), np.int64(j)): value for (i, j), value in arrows_by_two_loops(W).items()},
    ],
    "dZ_from_deltas": [
        dz_by_filling,
        dz_column_by_column,
        lambda deltas: np.array(deltas).T,
        lambda deltas: np.stack(deltas, axis=1),
        lambda deltas: np.stack(deltas, axis=-1),
        lambda deltas: np.column_stack(deltas),
        lambda deltas: np.vstack(deltas).transpose(),
        lambda deltas: np.hstack([delta[:, None] for delta in deltas]),
        lambda deltas: np.transpose(deltas),
        lambda deltas: np.array(list(zip(*deltas, strict=True))),
        lambda deltas: np.concatenate(deltas).reshape(len(deltas), -1).T,
        lambda deltas: np.concatenate(deltas).reshape((len(deltas[0]), len(deltas)), order="F"),
    ],
    "gradients_from_deltas": [
        gradients_by_loops,
        gradients_by_products,
        gradients_by_accumulating,
        lambda deltas, activations: (
            np.einsum("ir,is->rs", deltas, activations) / len(deltas),
            np.mean(deltas, axis=0).reshape(-1, 1),
        ),
        lambda deltas, activations: (
            np.mean([np.outer(d, a) for d, a in zip(deltas, activations, strict=True)], axis=0),
            np.mean([d[:, np.newaxis] for d in deltas], axis=0),
        ),
        lambda deltas, activations: (
            sum(np.outer(d, a) / len(deltas) for d, a in zip(deltas, activations, strict=True)),
            np.array([sum(deltas)]).T / len(deltas),
        ),
    ],
    "params_from_mazur": [
        params_by_loop,
        lambda w, b1, b2: [
            (np.array([[w["w1"], w["w2"]], [w["w3"], w["w4"]]]), np.array([[b1], [b1]])),
            (np.array([[w["w5"], w["w6"]], [w["w7"], w["w8"]]]), np.array([[b2], [b2]])),
        ],
        lambda w, b1, b2: [
            (np.array([w[f"w{k}"] for k in range(start, start + 4)]).reshape(2, 2), np.full((2, 1), b))
            for start, b in ((1, b1), (5, b2))
        ],
        lambda w, b1, b2: tuple(
            [W, b * np.ones((2, 1))]
            for W, b in zip(np.array([w[name] for name in sorted(w)]).reshape(2, 2, 2), (b1, b2), strict=True)
        ),
        lambda w, b1, b2: [
            (np.array([[w["w1"], w["w3"]], [w["w2"], w["w4"]]]).T, np.zeros((2, 1)) + b1),
            (np.array([[w["w5"], w["w7"]], [w["w6"], w["w8"]]]).T, np.zeros((2, 1)) + b2),
        ],
    ],
}


@pytest.mark.parametrize(("exercise", "answer"), [(name, g) for name, answers in RIGHT.items() for g in answers])
def test_a_right_answer_passes_however_it_is_written(exercise: str, answer: Callable[..., Any]) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 1, examination.message


def test_right_answers_to_the_questions() -> None:
    assert examine("questions", {"q1": "B", "q2": 0.6 / 4, "q3": " b"}).credit == 1
    assert examine("questions", {"q1": "b", "q2": np.float64(0.15), "q3": "a"}).credit == pytest.approx(2 / 3)


def test_another_number_is_told_where_to_look() -> None:
    assert "stands in column 0 of Θ" in examine("questions", {"q2": 12.5}).message


# Wrong answers


def test_the_evidence_is_an_example_of_few_numbers() -> None:
    message = examine("thetas_from_params", lambda params: [np.hstack([W, b]) for W, b in params]).message
    assert "thetas_from_params([(np.array([[1., 2.], [3., 4.]]), np.array([[5.], [-6.]]))])" in message
    assert "Got:      Θ of layer 1: array([[1., 2., 5.], [3., 4., -6.]])" in message
    assert "Expected: array([[5., 1., 2.], [-6., 3., 4.]])" in message


def test_a_torn_vector_is_told_from_a_row() -> None:
    torn = examine("dZ_from_deltas", lambda deltas: np.array(deltas).reshape(-1, len(deltas)))
    rows = examine("dZ_from_deltas", lambda deltas: np.array(deltas))
    assert (torn.misconception, rows.misconception) == ("torn-by-reshape", "examples-in-rows")


SLIPS: list[tuple[str, Any, str]] = [
    ("thetas_from_params", lambda params: None, "`return` line"),
    ("thetas_from_params", lambda params: {1: params}, "a dict"),
    ("thetas_from_params", lambda params: (np.hstack([b, W]) for W, b in params), "a generator"),
    ("thetas_from_params", lambda params: [None for _ in params], "Θ of layer 1 is None"),
    ("thetas_from_params", lambda params: [np.hstack([b, W]).tolist() for W, b in params], "only the last line"),
    ("thetas_from_params", lambda params: np.hstack(params), "ValueError"),
    ("params_from_thetas", lambda thetas: [theta[:, 1:] for theta in thetas], "a pair is expected"),
    ("params_from_thetas", lambda thetas: [(t[:, 1:], float(t[0, 0])) for t in thetas], "b of layer 1"),
    ("params_from_thetas", lambda thetas: [(t[:, 1:], -t[:, :1]) for t in thetas], "sign is wrong"),
    ("matrix_from_weights", lambda weights: None, "`return` line"),
    ("matrix_from_weights", lambda weights: weights, "a dict"),
    ("matrix_from_weights", lambda weights: np.zeros((3, 2)), "Tried:    matrix_from_weights({(1, 1): 5.0"),
    ("matrix_from_weights", lambda weights: np.array(weights), "The result has shape ()"),
    ("weights_from_matrix", lambda W: None, "`return` line"),
    ("weights_from_matrix", lambda W: {(1, 1): W[0, 0]}, "no key (2, 1)"),
    ("weights_from_matrix", lambda W: W.T, "a dict with the keys"),
    ("weights_from_matrix", lambda W: {key: -w for key, w in arrows_by_two_loops(W).items()}, "In (1, 1)"),
    ("dZ_from_deltas", lambda deltas: np.array(deltas, dtype=np.float32).T, "float32"),
    ("dZ_from_deltas", lambda deltas: np.stack(deltas, axis=2), "AxisError"),
    ("dZ_from_deltas", lambda deltas: np.asmatrix(deltas).T, "a matrix"),
    ("gradients_from_deltas", lambda deltas: None, "gradients_from_deltas(deltas, activations)"),
    ("gradients_from_deltas", lambda deltas, activations: np.outer(deltas[0], activations[0]), "a pair is expected"),
    ("gradients_from_deltas", lambda deltas, activations: (1, 2, 3), "3 values"),
    ("params_from_mazur", lambda w, b1, b2: [], "The list has length 0"),
    ("params_from_mazur", lambda w, b1, b2: w["w9"], "KeyError"),
    ("params_from_mazur", lambda w: w, "params_from_mazur(w, b1, b2)"),
]


@pytest.mark.parametrize(("exercise", "answer", "words"), SLIPS, ids=[f"{n}-{w}" for n, _, w in SLIPS])
def test_a_slip_is_described(exercise: str, answer: Any, words: str) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 0
    assert words in examination.message, examination.message


# What an author has to keep


@pytest.mark.parametrize("name", ["thetas_from_params", "params_from_thetas", "weights_from_matrix"])
def test_cases_include_every_layout(name: str) -> None:
    check = CHECKS[name]
    assert isinstance(check, FunctionExercise)
    assert {case.layout for case in check.tried()} == {"plain", "read-only", "strided", "fortran"}


def test_arrows_come_in_several_orders() -> None:
    check = CHECKS["matrix_from_weights"]
    assert isinstance(check, FunctionExercise)
    keys = [list(case.args[0]) for case in check.tried()]
    assert any(k == sorted(k) for k in keys)
    assert any(k == sorted(k, key=lambda key: key[::-1]) != sorted(k) for k in keys)
    assert any(k not in (sorted(k), sorted(k, key=lambda key: key[::-1]), sorted(k)[::-1]) for k in keys)
