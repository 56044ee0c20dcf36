"""Lesson 09: right answers pass however they are written, wrong ones fail, and the mistakes behind them are named."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from autograder.checks import exercises
from autograder.checks.bp4 import slopes
from autograder.checks.exercise import Examination, FunctionExercise
from tests.autograder.checks.junk import JUNK

LESSON = "09-bp4"
CHECKS = exercises(LESSON)


def examine(exercise: str, answer: Any) -> Examination:
    return CHECKS[exercise].examine(answer)


# Right answers


def slope_by_ifs(Z: Any, g_prime: Any, k: Any, i: Any, r: Any, j: Any) -> Any:
    if k != r:
        return 0
    if i != j:
        return 0
    return g_prime(Z[k][i])


def slope_from_the_whole_array(Z: Any, g_prime: Any, k: Any, i: Any, r: Any, j: Any) -> Any:
    slopes = g_prime(Z)
    return slopes[r, j] * (k == r) * (i == j)


def slope_from_a_table(Z: Any, g_prime: Any, k: Any, i: Any, r: Any, j: Any) -> Any:
    jacobian = np.zeros(Z.shape * 2)
    for place in np.ndindex(Z.shape):
        jacobian[place + place] = g_prime(Z[place])
    return jacobian[k, i, r, j]


def entry_as_a_sum(dA: Any, Z: Any, g_prime: Any, r: Any, i: Any) -> Any:
    """The whole total derivative, most terms of which are 0."""
    return sum(dA[place] * slope_by_ifs(Z, g_prime, *place, r, i) for place in np.ndindex(dA.shape))


def layer_by_loops(dA: Any, Z: Any, g_prime: Any) -> Any:
    dZ = np.zeros(dA.shape)
    for r in range(Z.shape[0]):
        for i in range(Z.shape[1]):
            dZ[r][i] = dA[r][i] * g_prime(Z[r][i])
    return dZ


def layer_by_lists(dA: Any, Z: Any, g_prime: Any) -> Any:
    """Python floats go into g_prime, one at a time."""
    pairs = zip(dA.tolist(), Z.tolist(), strict=True)
    return np.array([[float(a * g_prime(z)) for a, z in zip(blame, row, strict=True)] for blame, row in pairs])


def layer_by_jacobians(dA: Any, Z: Any, g_prime: Any) -> Any:
    return np.column_stack([np.diag(g_prime(z)) @ a for z, a in zip(Z.T, dA.T, strict=True)])


def in_a_copy(dA: Any, Z: Any, g_prime: Any) -> Any:
    dZ = dA.copy()
    dZ *= g_prime(Z)
    return dZ


def squared_by_loops(A: Any, Y: Any) -> Any:
    dZ = np.empty_like(A)
    for place, a in np.ndenumerate(A):
        dZ[place] = (a - Y[place]) * a * (1 - a)
    return dZ


def squared_through_z(A: Any, Y: Any) -> Any:
    with np.errstate(divide="ignore"):
        Z = np.log(A) - np.log(1 - A)
    return (A - Y) * slopes.sigmoid_prime(Z)


def softmax_by_jacobians(A: Any, Y: Any) -> Any:
    dZ = np.zeros(A.shape)
    for i in range(A.shape[1]):
        a, y = A[:, i], Y[:, i]
        dZ[:, i] = (np.diag(a) - np.outer(a, a)) @ (-y / a)
    return dZ


def softmax_with_a_guard(A: Any, Y: Any) -> Any:
    dA = -Y / (A + 1e-8)
    return A * (dA - np.sum(A * dA, axis=0, keepdims=True))


def softmax_by_classes(A: Any, Y: Any) -> Any:
    dZ = np.array(A)
    dZ[np.argmax(Y, axis=0), np.arange(A.shape[1])] -= 1
    return dZ


def hidden_by_loops(W_next: Any, dZ_next: Any, Z: Any, g_prime: Any) -> Any:
    dZ = np.zeros(Z.shape)
    for r in range(Z.shape[0]):
        for i in range(Z.shape[1]):
            for k in range(W_next.shape[0]):
                dZ[r, i] += W_next[k, r] * dZ_next[k, i] * g_prime(Z[r, i])
    return dZ


def hidden_by_columns(W_next: Any, dZ_next: Any, Z: Any, g_prime: Any) -> Any:
    """Each example by its own matrix product, with the slopes on the diagonal or on the weights."""
    columns = [(W_next * g_prime(z)).T @ blame for z, blame in zip(Z.T, dZ_next.T, strict=True)]
    return np.stack(columns, axis=1)


def sigma(z: Any) -> Any:
    return 1 / (1 + np.exp(-z))


def network_by_loops(x: Any, t: Any, W1: Any, W2: Any) -> Any:
    h = [1 / (1 + math.exp(-sum(W1[r, s] * x[s, 0] for s in range(2)))) for r in range(3)]
    a = 1 / (1 + math.exp(-sum(W2[0, r] * h[r] for r in range(3))))
    delta = (a - t) * a * (1 - a)
    dW1, dW2 = np.zeros((3, 2)), np.zeros((1, 3))
    for r in range(3):
        dW2[0, r] = delta * h[r]
        for s in range(2):
            dW1[r, s] = W2[0, r] * delta * h[r] * (1 - h[r]) * x[s, 0]
    return dW1, dW2


def network_flat(x: Any, t: Any, W1: Any, W2: Any) -> Any:
    inputs, w = x.ravel(), W2.ravel()
    h = sigma(W1 @ inputs)
    a = sigma(w @ h)
    delta = (a - t) * a * (1 - a)
    return [np.outer(w * delta * h * (1 - h), inputs), (delta * h)[np.newaxis, :]]


def network_by_functions(x: Any, t: Any, W1: Any, W2: Any) -> Any:
    Z1 = np.dot(W1, x)
    A1 = sigma(Z1)
    A2 = sigma(np.dot(W2, A1))
    dZ2 = squared_by_loops(A2, np.array([[t]]))
    dW2 = dZ2 * A1.T
    dZ1 = hidden_by_loops(W2, dZ2, Z1, lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2)
    return dZ1 * x.T, dW2


def network_by_nudges(x: Any, t: Any, W1: Any, W2: Any) -> Any:
    def error(W1: Any, W2: Any) -> float:
        return (sigma(W2 @ sigma(W1 @ x)) - t).item() ** 2 / 2

    dW1, dW2 = np.zeros((3, 2)), np.zeros((1, 3))
    for place in np.ndindex(3, 2):
        step = np.zeros((3, 2))
        step[place] = 1e-5
        dW1[place] = (error(W1 + step, W2) - error(W1 - step, W2)) / 2e-5
    for place in np.ndindex(1, 3):
        step = np.zeros((1, 3))
        step[place] = 1e-5
        dW2[place] = (error(W1, W2 + step) - error(W1, W2 - step)) / 2e-5
    return dW1, dW2


RIGHT: dict[str, list[Callable[..., Any]]] = {
    "da_dz": [
        slope_by_ifs,
        slope_from_the_whole_array,
        slope_from_a_table,
        lambda Z, g_prime, k, i, r, j: float(g_prime(Z[r, j])) if (k, i) == (r, j) else 0.0,
        lambda Z, g_prime, k, i, r, j: g_prime(Z[k, i]) if k == r and i == j else 0,
        lambda Z, g_prime, k, i, r, j: np.where(k == r, np.where(i == j, g_prime(Z[k, i]), 0.0), 0.0),
        lambda Z, slope, a, b, c, d: np.eye(len(Z))[a, c] * np.eye(Z.shape[1])[b, d] * slope(Z)[c, d],
    ],
    "linear_gradient_entry": [
        entry_as_a_sum,
        lambda dA, Z, g_prime, r, i: float(dA[r, i] * g_prime(Z[r, i])),
        lambda dA, Z, g_prime, r, i: g_prime(Z[r][i]) * dA[r][i],
        lambda dA, Z, g_prime, r, i: (dA * g_prime(Z))[r, i],
        lambda dA, Z, g_prime, r, i: np.array(g_prime(float(Z[r, i])) * dA[r, i]),
        lambda dA, Z, g_prime, r, i: (dA[[r], [i]] * g_prime(Z[[r], [i]])).item(),
    ],
    "linear_gradient": [
        layer_by_loops,
        layer_by_lists,
        layer_by_jacobians,
        in_a_copy,
        lambda dA, Z, g_prime: dA * g_prime(Z),
        lambda dA, Z, g_prime: g_prime(Z) * dA,
        lambda dA, Z, g_prime: np.multiply(dA, g_prime(Z)),
        lambda dA, Z, g_prime: np.einsum("ri,ri->ri", dA, g_prime(Z)),
        lambda dA, Z, g_prime: dA * np.vectorize(g_prime)(Z),
        lambda dA, Z, g_prime: dA * np.array([g_prime(row) for row in Z]),
        lambda dA, Z, g_prime: (dA.T * g_prime(Z.T)).T,
        lambda dA, Z, g_prime: (dA.ravel() * g_prime(Z.ravel())).reshape(Z.shape),
    ],
    "squared_error_output_delta": [
        squared_by_loops,
        squared_through_z,
        lambda A, Y: (A - Y) * A * (1 - A),
        lambda A, Y: (A - Y) * (A - A**2),
        lambda A, Y: -(Y - A) * (1 - A) * A,
        lambda A, Y: np.multiply(np.subtract(A, Y), A * (1.0 - A)),
        lambda A, Y: in_a_copy(A - Y, A, lambda a: a * (1 - a)),
        lambda A, Y: A**2 - A**3 - Y * A + Y * A**2,
    ],
    "hidden_delta": [
        hidden_by_loops,
        hidden_by_columns,
        lambda W_next, dZ_next, Z, g_prime: W_next.T @ dZ_next * g_prime(Z),
        lambda W_next, dZ_next, Z, g_prime: np.multiply(np.dot(W_next.T, dZ_next), g_prime(Z)),
        lambda W_next, dZ_next, Z, g_prime: (dZ_next.T @ W_next).T * g_prime(Z),
        lambda W_next, dZ_next, Z, g_prime: np.einsum("kr,ki,ri->ri", W_next, dZ_next, g_prime(Z)),
        lambda W, delta, Z, slope: layer_by_loops(W.T @ delta, Z, slope),
    ],
    "softmax_output_delta": [
        softmax_by_jacobians,
        softmax_with_a_guard,
        softmax_by_classes,
        lambda A, Y: A - Y,
        lambda A, Y: np.subtract(A, Y),
        lambda A, Y: -(Y - A),
        lambda A, Y: np.array([[a - y for a, y in zip(*rows, strict=True)] for rows in zip(A, Y, strict=True)]),
        lambda A, Y: np.where(Y == 1, A - 1, A),
    ],
    "two_three_one_gradients": [network_by_loops, network_flat, network_by_functions, network_by_nudges],
}


@pytest.mark.parametrize(("exercise", "answer"), [(name, g) for name, answers in RIGHT.items() for g in answers])
def test_a_right_answer_passes_however_it_is_written(exercise: str, answer: Callable[..., Any]) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 1, examination.message


def test_right_answers_to_the_questions() -> None:
    assert examine("questions", {"q1": 36, "q2": "A", "q3": " d"}).credit == 1
    assert examine("questions", {"q1": 36.0, "q2": "b", "q3": "d"}).credit == pytest.approx(2 / 3)


def test_a_number_of_another_kind_is_commented_on() -> None:
    assert "nine pairs" in examine("questions", {"q1": 4}).message


# Wrong answers


def test_the_evidence_says_what_the_slope_is() -> None:
    message = examine("linear_gradient", lambda dA, Z, g_prime: dA).message
    assert "linear_gradient(np.array([[1., -2.], [3., 0.5]]), np.array([[2., 1.], [-1., 4.]]), cube_prime)" in message
    assert "where cube_prime is the slope of z³, which is 3 z²." in message
    message = examine("hidden_delta", lambda W, d, Z, g_prime: W.T @ d * g_prime(Z) / Z.shape[1]).message
    assert "Yours is exactly m = 3 times too small." in message


def test_the_first_wrong_gradient_is_named() -> None:
    def second_layer_right(x: Any, t: Any, W1: Any, W2: Any) -> Any:
        return np.ones((3, 2)), network_by_loops(x, t, W1, W2)[1]

    message = examine("two_three_one_gradients", second_layer_right).message
    assert "Got:      dW1: array([[1., 1.], [1., 1.], [1., 1.]])" in message
    message = examine("two_three_one_gradients", lambda x, t, W1, W2: (None, None)).message
    assert "dW2 is None." in message


SLIPS: list[tuple[str, Any, str]] = [
    ("da_dz", lambda *a: None, "`return` line"),
    ("da_dz", lambda Z, g_prime, k, i, r, j: (k, i) == (r, j), "truth value"),
    ("da_dz", lambda Z, k, i, r, j: 0.0, "da_dz(Z, g_prime, k, i, r, j)"),
    ("da_dz", lambda Z, g_prime, k, i, r, j: g_prime(Z[k + 9, i]), "IndexError"),
    ("linear_gradient_entry", lambda dA, Z, g_prime, r, i: [1.0], "a list"),
    ("linear_gradient_entry", lambda dA, Z, g_prime, r, i: g_prime, "a function"),
    ("linear_gradient", lambda dA, Z, g_prime: (dA * g_prime(Z)).tolist(), "only the last line"),
    ("linear_gradient", lambda dA, Z, g_prime: np.asmatrix(dA * g_prime(Z)), "a matrix"),
    ("linear_gradient", lambda dA, Z, g_prime: (dA * g_prime(Z)).astype(np.float32), "float32"),
    ("linear_gradient", lambda dA, Z: dA, "linear_gradient(dA, Z, g_prime)"),
    ("linear_gradient", lambda Z, dA, g_prime: dA * g_prime(Z), "slope is taken at dA"),
    ("squared_error_output_delta", lambda A, Y: 1 / 0, "ZeroDivisionError"),
    ("squared_error_output_delta", lambda A, Y: (A - Y) * A * (1 - A) + 0.1, "Every value is off by the same"),
    ("hidden_delta", lambda W, d, Z, g_prime: (W.T @ d * g_prime(Z)).tolist(), "a list"),
    ("hidden_delta", lambda W, d, Z, g_prime: np.ones((2, 3)) @ np.ones((2, 3)), "on `W_next` of shape"),
    ("softmax_output_delta", lambda A, Y: [A, Y], "a list"),
    ("softmax_output_delta", lambda A, Y: Y, "None of the values is right"),
    ("two_three_one_gradients", lambda x, t, W1, W2: None, "None"),
    ("two_three_one_gradients", lambda x, t, W1, W2: W1, "two arrays are expected"),
    ("two_three_one_gradients", lambda x, t, W1, W2: (W1,), "You returned 1 things"),
    ("two_three_one_gradients", lambda x, t, W1, W2: {"dW1": W1, "dW2": W2}, "a dict; two arrays"),
    ("two_three_one_gradients", lambda x, W1, W2: (W1, W2), "(x, t, W1, W2)"),
]


@pytest.mark.parametrize(("exercise", "answer", "words"), SLIPS, ids=[f"{n}-{w}" for n, _, w in SLIPS])
def test_a_slip_is_described(exercise: str, answer: Any, words: str) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 0
    assert words in examination.message, examination.message


@settings(max_examples=30)
@given(JUNK)
def test_an_examination_never_fails_for_what_stands_in_a_pair(junk: Any) -> None:
    assert examine("two_three_one_gradients", lambda *arguments: (junk, junk)).credit == 0


# What an author has to keep


@pytest.mark.parametrize("name", sorted(RIGHT))
def test_arrays_lie_in_memory_in_every_way(name: str) -> None:
    check = CHECKS[name]
    assert isinstance(check, FunctionExercise)
    assert {case.layout for case in check.tried()} == {"plain", "read-only", "strided", "fortran"}


@pytest.mark.parametrize(
    "slope", [slopes.square_prime, slopes.cube_prime, slopes.relu_prime, slopes.sigmoid_prime, slopes.tanh_prime]
)
def test_a_slope_takes_numbers_and_arrays_alike(slope: slopes.Slope) -> None:
    Z = np.array([[0.0, -1.5], [2.0, 0.5]])
    one_by_one = [[slope(z) for z in row] for row in Z.tolist()]
    assert all(isinstance(number, float) for row in one_by_one for number in row)
    np.testing.assert_allclose(slope(Z), one_by_one, rtol=1e-14)
    assert slope(Z).dtype == np.float64
