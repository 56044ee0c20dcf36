"""Lesson 06: right answers pass however they are written, wrong ones fail, and the mistakes behind them are named."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import reduce
from itertools import count, product
from typing import Any

import numpy as np
import pytest

from autograder.checks import exercises
from autograder.checks.bp1.matrices import SOON, TRIES, SpeedyExercise, looped
from autograder.checks.exercise import Examination, FunctionExercise

LESSON = "06-bp1"
CHECKS = exercises(LESSON)


def examine(exercise: str, answer: Any) -> Examination:
    return CHECKS[exercise].examine(answer)


# Right answers


def entry_by_generator(W: Any, A_prev: Any, b: Any, r: Any, i: Any) -> Any:
    return sum(W[r, j] * A_prev[j, i] for j in range(len(A_prev))) + b[r, 0]


def entry_by_loop(W: Any, A_prev: Any, b: Any, r: Any, i: Any) -> Any:
    z = 0.0
    for w, a in zip(W[r], A_prev[:, i], strict=True):
        z += w * a
    return z + b[r][0]


def slope_by_if(A_prev: Any, k: Any, i: Any, r: Any, s: Any) -> Any:
    if k != r:
        return 0
    return A_prev[s][i]


def slope_measured_on_a_line(A_prev: Any, k: Any, i: Any, r: Any, s: Any) -> Any:
    """Z is linear in W, so that a difference of any width is exact but for rounding."""
    W = np.zeros((max(k, r) + 1, len(A_prev)))
    W[r, s] = 1.0
    return (W @ A_prev)[k, i]


def weight_entry_by_fractions(dZ: Any, A_prev: Any, r: Any, s: Any) -> Any:
    terms = [Fraction(z) * Fraction(a) for z, a in zip(dZ[r].tolist(), A_prev[s].tolist(), strict=True)]
    return float(sum(terms) / len(terms))


def weights_by_three_loops(dZ: Any, A_prev: Any) -> Any:
    n, m = dZ.shape
    n_prev = A_prev.shape[0]
    dW = np.zeros((n, n_prev))
    for r in range(n):
        for s in range(n_prev):
            total = 0
            for i in range(m):
                total += dZ[r, i] * A_prev[s, i]
            dW[r, s] = total / m
    return dW


def weights_example_by_example(dZ: Any, A_prev: Any) -> Any:
    dW = np.zeros((len(dZ), len(A_prev)))
    for i in range(dZ.shape[1]):
        for r, s in np.ndindex(dW.shape):
            dW[r, s] += dZ[r, i] * A_prev[s, i] / dZ.shape[1]
    return dW


def weights_by_lists(dZ: Any, A_prev: Any) -> Any:
    return np.array(looped(dZ.tolist(), A_prev.tolist()))


def weights_by_appending(dZ: Any, A_prev: Any) -> Any:
    rows = []
    for blame in dZ:
        row = []
        for a in A_prev:
            row.append(math.fsum(blame * a) / len(a))
        rows.append(row)
    return np.asarray(rows)


def weights_as_sum_of_outer_products(dZ: Any, A_prev: Any) -> Any:
    return reduce(np.add, map(np.outer, dZ.T, A_prev.T)) / dZ.shape[1]


def places(W: Any) -> Iterator[tuple[int, int]]:
    return product(range(W.shape[0]), range(W.shape[1]))


def measured_on_copies(cost: Any, W: Any, eps: float = 1e-5) -> Any:
    slopes = np.empty(W.shape)
    for r, s in places(W):
        above, below = W.copy(), W.copy()
        above[r, s] += eps
        below[r, s] -= eps
        slopes[r, s] = (cost(above) - cost(below)) / (2 * eps)
    return slopes


def measured_in_the_callers_array_put_back(cost: Any, W: Any, eps: float = 1e-5) -> Any:
    slopes = np.zeros_like(W)
    for place in places(W):
        before = W[place]
        W[place] = before + eps
        above = cost(W)
        W[place] = before - eps
        slopes[place] = (above - cost(W)) / (2 * eps)
        W[place] = before
    return slopes


def measured_in_one_copy(cost: Any, W: Any, eps: float = 1e-5) -> Any:
    moved = np.array(W)
    slopes = np.zeros(W.shape)
    for r, s in places(W):
        moved[r, s] = W[r, s] + eps
        above = cost(moved)
        moved[r, s] = W[r, s] - eps
        below = cost(moved)
        moved[r, s] = W[r, s]
        slopes[r, s] = (above - below) / 2 / eps
    return slopes


def measured_in_one_copy_by_steps(cost: Any, W: Any, eps: float = 1e-5) -> Any:
    """Adding, subtracting and adding again leaves a rounding error in the copy, far below what is measured."""
    W = W.copy()
    slopes = np.zeros(W.shape)
    for place in places(W):
        W[place] += eps
        above = cost(W)
        W[place] -= 2 * eps
        slopes[place] = (above - cost(W)) / (2 * eps)
        W[place] += eps
    return slopes


def measured_flat(cost: Any, W: Any, eps: float = 1e-5) -> Any:
    steps = eps * np.eye(W.size)
    slopes = [(cost(W + e.reshape(W.shape)) - cost(W - e.reshape(W.shape))) / (2 * eps) for e in steps]
    return np.array(slopes).reshape(W.shape)


def measured_as_mean_of_both_sides(cost: Any, W: Any, eps: float = 1e-5) -> Any:
    here, slopes = cost(W), np.zeros(W.shape)
    for place in places(W):
        nudge = np.zeros(W.shape)
        nudge[place] = eps
        slopes[place] = ((cost(W + nudge) - here) / eps + (here - cost(W - nudge)) / eps) / 2
    return slopes


RIGHT: dict[str, list[Callable[..., Any]]] = {
    "linear_entry": [
        entry_by_generator,
        entry_by_loop,
        lambda W, A_prev, b, r, i: float((W @ A_prev + b)[r, i]),
        lambda W, A_prev, b, r, i: (W @ A_prev + b)[r, i],
        lambda W, A_prev, b, r, i: np.dot(W[r, :], A_prev[:, i]) + b[r].item(),
        lambda W, A_prev, b, r, i: np.array(np.einsum("j,j->", W[r], A_prev[:, i]) + b[r, 0]),
        lambda W, A_prev, b, r, i: float((W[[r]] @ A_prev[:, [i]] + b[[r]])[0, 0]),
        lambda weights, inputs, biases, row, example: (
            math.fsum(weights[row] * inputs[:, example]) + float(biases[row, 0])
        ),
    ],
    "dz_dw": [
        slope_by_if,
        slope_measured_on_a_line,
        lambda A_prev, k, i, r, s: (k == r) * A_prev[s, i],
        lambda A_prev, k, i, r, s: A_prev[s, i] if k == r else 0,
        lambda A_prev, k, i, r, s: np.where(k == r, A_prev[s, i], 0.0),
        lambda A_prev, k, i, r, s: np.array([A_prev[s, i] * float(k == r)])[0],
    ],
    "weight_gradient_entry": [
        weight_entry_by_fractions,
        lambda dZ, A_prev, r, s: float(np.mean(dZ[r] * A_prev[s])),
        lambda dZ, A_prev, r, s: dZ[r] @ A_prev[s] / dZ.shape[1],
        lambda dZ, A_prev, r, s: np.inner(dZ[r, :], A_prev[s, :]) / len(dZ[r]),
        lambda dZ, A_prev, r, s: sum(dZ[r, i] * A_prev[s, i] for i in range(A_prev.shape[1])) / A_prev.shape[1],
        lambda dZ, A_prev, r, s: sum(z * a / dZ.shape[1] for z, a in zip(dZ[r], A_prev[s], strict=True)),
        lambda dZ, A_prev, r, s: (dZ @ A_prev.T / dZ.shape[1])[r, s],
        lambda dZ, A_prev, r, s: (dZ[r : r + 1] @ A_prev[s : s + 1].T).item() / dZ.shape[1],
        lambda dZ, A_prev, r, s: 1 / dZ.shape[1] * np.sum(np.multiply(dZ[r], A_prev[s])),
    ],
    "weight_gradient_loops": [
        weights_by_three_loops,
        weights_example_by_example,
        weights_by_lists,
        weights_by_appending,
        weights_as_sum_of_outer_products,
        lambda dZ, A_prev: dZ @ A_prev.T / dZ.shape[1],
        lambda dZ, A_prev: np.fromfunction(
            np.vectorize(lambda r, s: np.mean(dZ[int(r)] * A_prev[int(s)])), (len(dZ), len(A_prev))
        ),
    ],
    "weight_gradient": [
        weights_as_sum_of_outer_products,
        lambda dZ, A_prev: dZ @ A_prev.T / dZ.shape[1],
        lambda dZ, A_prev: 1 / A_prev.shape[1] * np.dot(dZ, A_prev.T),
        lambda dZ, A_prev: (dZ / dZ.shape[1]) @ np.transpose(A_prev),
        lambda dZ, A_prev: (A_prev @ dZ.T).T / dZ.shape[1],
        lambda dZ, A_prev: np.einsum("ri,si->rs", dZ, A_prev) / dZ.shape[1],
        lambda dZ, A_prev: np.tensordot(dZ, A_prev, axes=(1, 1)) / dZ.shape[1],
        lambda dZ, A_prev: (dZ[:, None, :] * A_prev[None, :, :]).mean(axis=2),
        lambda dZ, A_prev: np.inner(dZ, A_prev) / np.shape(dZ)[-1],
        lambda dZ, A_prev: np.matmul(dZ, np.swapaxes(A_prev, 0, 1)) / len(dZ.T),
    ],
    "numerical_weight_gradient": [
        measured_on_copies,
        measured_in_the_callers_array_put_back,
        measured_in_one_copy,
        measured_in_one_copy_by_steps,
        measured_flat,
        measured_as_mean_of_both_sides,
    ],
}


@pytest.mark.parametrize(("exercise", "answer"), [(name, g) for name, answers in RIGHT.items() for g in answers])
def test_a_right_answer_passes_however_it_is_written(exercise: str, answer: Callable[..., Any]) -> None:
    check = CHECKS[exercise]
    examination = (replace(check, clock=lambda: 0.0) if isinstance(check, SpeedyExercise) else check).examine(answer)
    assert examination.credit == 1, examination.message


def dw5() -> float:
    out_h1, out_h2 = (1 / (1 + math.exp(-(0.05 * w + 0.1 * v + 0.35))) for w, v in ((0.15, 0.2), (0.25, 0.3)))
    out_o1 = 1 / (1 + math.exp(-(0.4 * out_h1 + 0.45 * out_h2 + 0.6)))
    return (out_o1 - 0.01) * out_o1 * (1 - out_o1) * out_h1


@pytest.mark.parametrize(
    "number",
    [
        dw5(),
        np.float64(dw5()),
        np.array(dw5()),
        0.082167041,
        0.08216704,
        0.74136507 * 0.186815602 * 0.593269992,
        -(0.01 - 0.75136507) * 0.75136507 * (1 - 0.75136507) * 0.593269992,
    ],
)
def test_mazur_s_digits_may_be_copied_from_print(number: Any) -> None:
    assert examine("mazur_dw5", number).credit == 1


def test_right_answers_to_the_questions() -> None:
    assert examine("questions", {"q1": "B", "q2": 6 / 8, "q3": " a"}).credit == 1
    assert examine("questions", {"q1": "b", "q2": np.float64(0.75), "q3": "b"}).credit == pytest.approx(2 / 3)


def test_a_number_of_another_kind_is_commented_on() -> None:
    assert "first, four products" in examine("questions", {"q2": 12.5}).message


# Wrong answers


def test_the_evidence_is_an_example_of_few_numbers() -> None:
    message = examine("weight_gradient", lambda dZ, A_prev: dZ @ A_prev.T).message
    assert "weight_gradient(np.array([[1., 3.], [2., -4.]]), np.array([[2., 4.], [1., -2.]]))" in message
    assert "Yours is exactly m = 2 times too large." in message
    message = examine("numerical_weight_gradient", lambda cost, W, eps=1e-5: np.zeros(W.shape)).message
    assert "squares is the cost Σ W[r, s]², the sum of the squares of all weights." in message


def clock_of(*seconds: float) -> Callable[[], float]:
    """A clock for runs that take so many seconds, one after the other."""
    times, now = [], 0.0
    for duration in seconds:
        times += [now, now + duration]
        now += duration + 1
    return iter(times).__next__


def speedy(*seconds: float) -> Any:
    check = CHECKS["weight_gradient"]
    assert isinstance(check, SpeedyExercise)
    return replace(check, loops=lambda *lists: None, clock=clock_of(*seconds))


LOOPS = 10 * SOON


@pytest.mark.parametrize(
    "seconds",
    [
        (SOON / 2,),
        (90 * SOON, LOOPS, 90 * SOON, LOOPS, 0.9 * SOON),
        (*[90 * SOON, LOOPS] * (TRIES - 1), 4 * SOON, LOOPS),
        (4 * SOON, LOOPS, *[90 * SOON, 90 * SOON] * (TRIES - 1)),
        [20 * SOON, 50 * SOON] * TRIES,
    ],
)
def test_a_matrix_product_is_fast_enough(seconds: tuple[float, ...]) -> None:
    """One good run is proof enough, whatever else the machine has to do in the others."""
    examination = speedy(*seconds).examine(lambda dZ, A_prev: dZ @ A_prev.T / dZ.shape[1])
    assert examination.credit == 1, examination.message


def test_loops_in_place_of_a_product_are_named() -> None:
    examination = speedy(*[8 * SOON, LOOPS] * (TRIES - 1), 6 * SOON, 3 * LOOPS).examine(weights_by_three_loops)
    assert examination.credit == 0
    assert examination.misconception == "loops"
    assert "slow" in examination.message
    assert "`dZ` of shape (32, 800)" in examination.message


def test_wrong_values_are_spoken_of_before_time() -> None:
    examination = speedy().examine(lambda dZ, A_prev: weights_by_three_loops(dZ, A_prev) * dZ.shape[1])
    assert examination.misconception == "one-over-m-missing"


def test_loops_take_many_times_as_long_as_a_product() -> None:
    """Counted in steps of Python, not in seconds."""
    ticks = count()

    class Counted(float):
        def __mul__(self, other: float) -> float:
            next(ticks)
            return float.__mul__(self, other)

    looped([[Counted(1), Counted(2)], [Counted(3), Counted(4)]], [[1.0, 2.0]] * 3)
    assert next(ticks) == 2 * 2 * 3


SLIPS: list[tuple[str, Any, str]] = [
    ("linear_entry", lambda *a: None, "`return` line"),
    ("linear_entry", lambda W, A_prev, b, r, i: str(0.0), "text '0.0'"),
    ("linear_entry", lambda W, A_prev, b: 0.0, "linear_entry(W, A_prev, b, r, i)"),
    ("linear_entry", lambda W, A_prev, b, r, i: W[r + 9, i], "IndexError"),
    ("dz_dw", lambda A_prev, k, i, r, s: k == r, "truth value"),
    ("dz_dw", lambda A_prev, k, i, r, s: A_prev * (k == r), "an array of shape (2, 2)"),
    ("weight_gradient_entry", lambda dZ, A_prev, r, s: [1.0], "a list"),
    ("weight_gradient_loops", lambda dZ, A_prev: weights_by_lists(dZ, A_prev).tolist(), "only the last line"),
    ("weight_gradient_loops", lambda dZ, A_prev: np.asmatrix(dZ @ A_prev.T / dZ.shape[1]), "a matrix"),
    ("weight_gradient", lambda dZ, A_prev: (dZ @ A_prev.T / dZ.shape[1]).astype(np.float32), "float32"),
    ("weight_gradient", lambda dZ, A_prev: 1 / 0, "ZeroDivisionError"),
    ("weight_gradient", lambda dZ, A_prev: dZ @ A_prev.T / dZ.shape[1] + 0.1, "Every value is off by the same"),
    ("numerical_weight_gradient", lambda cost, W, eps=1e-5: measured_flat(cost, W, eps).tolist(), "a list"),
    ("numerical_weight_gradient", lambda cost, W: W, "(cost, W, eps=1e-05)"),
    ("numerical_weight_gradient", lambda W, cost, eps=1e-5: measured_flat(cost, W, eps), "AttributeError"),
    ("numerical_weight_gradient", lambda cost, W, eps=1e-5: cost, "a function; an array of shape (1, 3) is expected"),
    ("mazur_dw5", None, "no value yet"),
    ("mazur_dw5", ..., "no value yet"),
    ("mazur_dw5", "0.082167041", "without quotation marks"),
    ("mazur_dw5", np.array([[0.082167041]]), "shape (1, 1) that holds one number"),
    ("mazur_dw5", np.zeros((2, 2)), "Which entry is that of w5?"),
    ("mazur_dw5", np.zeros(3), "one number is expected"),
    ("mazur_dw5", (0.082167041,), "a tuple; one number is expected"),
    ("mazur_dw5", True, "truth value"),
    ("mazur_dw5", 10**400, "inf"),
    ("mazur_dw5", math.nan, "nan"),
    ("mazur_dw5", 0.0822, "rounded"),
]


@pytest.mark.parametrize(("exercise", "answer", "words"), SLIPS, ids=[f"{n}-{w}" for n, _, w in SLIPS])
def test_a_slip_is_described(exercise: str, answer: Any, words: str) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 0
    assert words in examination.message, examination.message


# What an author has to keep


@pytest.mark.parametrize("name", ["linear_entry", "weight_gradient_entry", "weight_gradient_loops", "weight_gradient"])
def test_cases_include_the_edges(name: str) -> None:
    check = CHECKS[name]
    assert isinstance(check, FunctionExercise)
    cases = check.tried()
    assert {case.layout for case in cases} == {"plain", "read-only", "strided", "fortran"}
    sides = [(case.args[0].shape, case.args[1].shape) for case in cases]
    first_has_examples = name != "linear_entry"
    shapes = {(a[0], b[0], b[1]) if first_has_examples else (a[0], a[1], b[1]) for a, b in sides}
    assert any(m == 1 < n for n, _, m in shapes)
    assert any(n == 1 < m for n, _, m in shapes)
    assert any(n_prev == 1 < n for n, n_prev, _ in shapes)
    assert (1, 1, 1) in shapes
    assert any(n == n_prev == m > 1 for n, n_prev, m in shapes)
    assert any(len({n, n_prev, m}) == 3 for n, n_prev, m in shapes)


def test_a_measured_cost_is_called_with_an_array_of_the_shape_of_the_weights() -> None:
    def called_with_more(cost: Any, W: Any, eps: float = 1e-5) -> Any:
        def checked(V: Any) -> float:
            assert V.shape == W.shape
            return float(cost(V))

        return measured_flat(checked, W, eps)

    assert examine("numerical_weight_gradient", called_with_more).credit == 1
