"""Lesson 05: right answers pass however they are written, wrong ones fail, and the mistakes behind them are named."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.checks import exercises
from autograder.checks.cost.parts import FAR_OUT
from autograder.checks.exercise import Examination, FunctionExercise

LESSON = "05-cost"
CHECKS = exercises(LESSON)


def examine(exercise: str, answer: Any) -> Examination:
    return CHECKS[exercise].examine(answer)


# Right answers


def average_of(loss: Callable[[float, float], float]) -> Callable[[Any, Any], float]:
    """Return the cost that loops over examples, then over outputs, in plain Python."""

    def cost(P: Any, Y: Any) -> float:
        total = 0.0
        for i in range(P.shape[1]):
            for k in range(P.shape[0]):
                total += loss(float(P[k, i]), float(Y[k, i]))
        return total / P.shape[1]

    return cost


def binary_loss_with(eps: float) -> Callable[[float, float], float]:
    def loss(a: float, y: float) -> float:
        p = a if y == 1 else 1 - a
        return -math.log(max(p, eps))

    return loss


def clipped(eps: float) -> Callable[[Any, Any], Any]:
    def cost(A: Any, Y: Any) -> Any:
        safe = np.clip(A, eps, 1 - eps)
        return -(Y * np.log(safe) + (1 - Y) * np.log(1 - safe)).sum(axis=0).mean()

    return cost


def added(eps: float) -> Callable[[Any, Any], Any]:
    return lambda A, Y: np.sum(-Y * np.log(A + eps) - (1 - Y) * np.log(1 - A + eps)) / Y.shape[1]


def masked(A: Any, Y: Any) -> Any:
    """Take the logarithm of the label's probability alone, no smaller than the smallest float."""
    chosen = np.where(Y == 1, A, 1 - A)
    return -np.log(np.maximum(chosen, np.finfo(float).tiny)).sum() / A.shape[1]


def no_infinities(A: Any, Y: Any) -> Any:
    with np.errstate(all="ignore"):
        losses = -np.nan_to_num(Y * np.log(A)) - np.nan_to_num((1 - Y) * np.log(1 - A))
    return np.sum(losses) / A.shape[1]


def logit_loss(z: float, y: float) -> float:
    t = z if y == 1 else -z
    return math.log1p(math.exp(-t)) if t > 0 else -t + math.log1p(math.exp(t))


def logits_by_two_branches(Z: Any, Y: Any) -> Any:
    with np.errstate(over="ignore"):
        softplus = np.where(Z > 0, Z + np.log1p(np.exp(-Z)), np.log1p(np.exp(Z)))
    return (softplus - Y * Z).sum() / Z.shape[1]


def logits_by_boolean_index(Z: Any, Y: Any) -> Any:
    losses = np.empty_like(Z)
    up = Z >= 0
    losses[up] = Z[up] + np.log(1 + np.exp(-Z[up]))
    losses[~up] = np.log(1 + np.exp(Z[~up]))
    return np.mean(np.sum(losses - Y * Z, axis=0))


def categorical_by_columns(A: Any, Y: Any) -> Any:
    return sum(-np.log(A[int(Y[:, i].argmax()), i]) for i in range(A.shape[1])) / A.shape[1]


def categorical_where(A: Any, Y: Any) -> Any:
    logs = np.zeros_like(A)
    np.log(A, out=logs, where=A > 0)
    return -np.vdot(Y, logs) / A.shape[1]


def logistic_by_loops(w: Any, b: Any, X: Any, Y: Any) -> Any:
    n, m = X.shape
    bias = b if isinstance(b, float) else b[0, 0]
    dw, db = np.zeros((1, n)), 0.0
    for i in range(m):
        z = sum(w[0, j] * X[j, i] for j in range(n)) + bias
        dz = 1 / (1 + math.exp(-z)) - Y[0, i]
        for j in range(n):
            dw[0, j] += dz * X[j, i] / m
        db += dz / m
    return dw, db


def logistic_by_einsum(w: Any, b: Any, X: Any, Y: Any) -> Any:
    dZ = 0.5 * (1 + np.tanh((w @ X + b) / 2)) - Y
    return [np.einsum("ri,ji->rj", dZ, X) / Y.size, np.mean(dZ)]


def logistic_with_one_matrix(w: Any, b: Any, X: Any, Y: Any) -> Any:
    """Take the bias as the weight of an input that is 1."""
    theta, inputs = np.append(w, b).reshape(1, -1), np.vstack([X, np.ones(X.shape[1])])
    gradient = (1 / (1 + np.exp(-theta @ inputs)) - Y) @ inputs.T / X.shape[1]
    return gradient[:, :-1], gradient[0, -1]


def logistic_by_columns(w: Any, b: Any, X: Any, Y: Any) -> Any:
    dZ = 1 / (1 + np.exp(-(w @ X + b))) - Y
    return np.average(X, axis=1, weights=None).reshape(1, -1) * 0 + (X @ dZ.T).T / X.shape[1], dZ.mean().reshape(())


def sigmoid(z: Any) -> Any:
    return 1 / (1 + np.exp(-z))


RIGHT: dict[str, list[Callable[..., Any]]] = {
    "squared_error": [
        average_of(lambda a, y: (a - y) ** 2 / 2),
        lambda A, Y: np.linalg.norm(A - Y) ** 2 / (2 * A.shape[1]),
        lambda A, Y: np.mean(np.sum((Y - A) ** 2, axis=0)) / 2,
        lambda A, Y: np.einsum("ki,ki->", A - Y, A - Y) / 2 / len(A.T),
        lambda A, Y: 0.5 * np.mean((A - Y) ** 2) * A.shape[0],
        lambda A, Y: np.trace((A - Y).T @ (A - Y)) / 2 / A.shape[1],
        lambda A, Y: np.array(0.5 * np.square(A - Y).sum() / A.shape[1]),
        lambda A, Y: sum(0.5 * (a - y) @ (a - y) for a, y in zip(A.T, Y.T, strict=True)) / A.shape[1],
    ],
    "binary_cross_entropy": [
        *map(clipped, (1e-5, 1e-6, 1e-7, 1e-8, 1e-10, 1e-12, 1e-15, np.finfo(float).eps)),
        *map(added, (1e-7, 1e-8, 1e-10, 1e-12, 1e-15, 1e-300)),
        *map(average_of, map(binary_loss_with, (1e-7, 1e-12, 1e-300))),
        masked,
        no_infinities,
        lambda A, Y: -np.sum(np.maximum(np.log(np.where(Y == 1, A, 1 - A)), -100)) / A.shape[1],
    ],
    "cross_entropy_with_logits": [
        average_of(logit_loss),
        logits_by_two_branches,
        logits_by_boolean_index,
        lambda Z, Y: np.sum(np.logaddexp(0, Z) - Y * Z) / Z.shape[1],
        lambda Z, Y: np.mean(np.logaddexp(0, -Z) + (1 - Y) * Z, axis=1).sum(),
        lambda Z, Y: np.sum(Y * np.logaddexp(0, -Z) + (1 - Y) * np.logaddexp(0, Z)) / Z.shape[1],
        lambda Z, Y: np.logaddexp(0, (1 - 2 * Y) * Z).sum(axis=0).mean(),
        lambda Z, Y: (np.maximum(Z, 0) - Y * Z + np.log(1 + np.exp(-abs(Z)))).sum() / Z.shape[1],
    ],
    "categorical_cross_entropy": [
        lambda A, Y: -np.sum(Y * np.log(A)) / A.shape[1],
        lambda A, Y: -np.sum(Y * np.log(np.clip(A, 1e-5, 1 - 1e-5))) / A.shape[1],
        categorical_by_columns,
        categorical_where,
        lambda A, Y: -np.sum(Y * np.log(A + 1e-8)) / A.shape[1],
        lambda A, Y: -np.sum(Y * np.log(np.clip(A, 1e-7, 1 - 1e-7))) / A.shape[1],
        lambda A, Y: -np.mean(np.log(A[Y == 1])),
        lambda A, Y: -np.log((A * Y).sum(axis=0)).mean(),
        lambda A, Y: -np.mean(np.log(A[Y.argmax(axis=0), np.arange(A.shape[1])])),
        lambda A, Y: np.sum(Y * -np.log(np.maximum(A, 1e-300))) / A.shape[1],
        lambda A, Y: -np.nansum(Y * np.log(A)) / A.shape[1],
    ],
    "cross_entropy_prime": [
        lambda A, Y: (1 - Y) / (1 - A) - Y / A,
        lambda A, Y: (A - Y) / (A * (1 - A)),
        lambda A, Y: np.where(Y == 1, -1 / A, 1 / (1 - A)),
        lambda A, Y: -(Y / (A + 1e-8)) + (1 - Y) / (1 - A + 1e-8),
        lambda A, Y: np.array(
            [[-y / a + (1 - y) / (1 - a) for a, y in zip(*r, strict=True)] for r in zip(A, Y, strict=True)]
        ),
    ],
    "sigmoid_slope": [lambda a: a * (1 - a), lambda a: a - a**2, lambda a: 0.25 - (a - 0.5) ** 2],
    "cancelled": [
        lambda a, y: (-y * (1 - a), (1 - y) * a),
        lambda a, y: [y * a - y, a - a * y],
        lambda a, y: (-y / a * a * (1 - a), (1 - y) / (1 - a) * (a * (1 - a))),
    ],
    "output_delta": [
        lambda A, Y: A - Y,
        lambda A, Y: -(Y - A),
        lambda A, Y: np.subtract(A, Y),
        lambda A, Y: (-Y / A + (1 - Y) / (1 - A)) * A * (1 - A),
        lambda A, Y: (-Y / (A + 1e-8) + (1 - Y) / (1 - A + 1e-8)) * A * (1 - A),
        lambda A, Y: np.stack([a - y for a, y in zip(A.T, Y.T, strict=True)], axis=1),
    ],
    "log_a": [
        lambda z: -np.log(1 + np.exp(-z)),
        lambda z: np.log(1 / (1 + np.exp(-z))),
        lambda z: -np.logaddexp(0, -z),
        lambda z: z - np.log(np.exp(z) + 1),
    ],
    "log_one_minus_a": [
        lambda z: -z - np.log(1 + np.exp(-z)),
        lambda z: np.log(1 - sigmoid(z)),
        lambda z: -np.log(1 + np.exp(z)),
        lambda z: np.log(np.exp(-z) / (1 + np.exp(-z))),
    ],
    "loss_in_z": [
        lambda z, y: np.log(1 + np.exp(-z)) + (1 - y) * z,
        lambda z, y: np.log(1 + np.exp(z)) - y * z,
        lambda z, y: -(y * np.log(sigmoid(z)) + (1 - y) * np.log(1 - sigmoid(z))),
        lambda z, y: np.logaddexp(0, -z) + z - y * z,
    ],
    "log_term_prime": [
        lambda z: -np.exp(-z) / (1 + np.exp(-z)),
        lambda z: sigmoid(z) - 1,
        lambda z: -sigmoid(-z),
        lambda z: -1 / (1 + np.exp(z)),
    ],
    "loss_prime_in_z": [
        lambda z, y: -np.exp(-z) / (1 + np.exp(-z)) + 1 - y,
        lambda z, y: sigmoid(z) - y,
        lambda z, y: 0.5 * (1 + np.tanh(z / 2)) - y,
    ],
    "logistic_gradients": [logistic_by_loops, logistic_by_einsum, logistic_with_one_matrix, logistic_by_columns],
}


@pytest.mark.parametrize(("exercise", "answer"), [(name, g) for name, answers in RIGHT.items() for g in answers])
def test_a_right_answer_passes_however_it_is_written(exercise: str, answer: Callable[..., Any]) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 1, examination.message


def test_every_function_has_right_answers_here() -> None:
    assert RIGHT.keys() == {check.name for check in functions()}


def test_right_answers_to_the_questions() -> None:
    assert examine("questions", {"q1": "b", "q2": 1 / 8, "q3": "C"}).credit == 1
    assert examine("questions", {"q1": "b", "q2": 0.5, "q3": "c"}).credit == pytest.approx(2 / 3)
    assert examine("bug", {"line": 6, "why": "c"}).credit == 1
    assert examine("bug", {"line": 7, "why": "c"}).credit == 0.5


# Wrong answers


def slip_none(*args: Any) -> None:
    return None


def slip_list(*args: Any) -> Any:
    return np.asarray(args[0]).tolist()


def slip_text(*args: Any) -> Any:
    return "0.5"


def slip_half_precision(*args: Any) -> Any:
    return np.full(np.shape(args[0]), 0.3, dtype=np.float32)


def slip_raises(*args: Any) -> Any:
    raise KeyError("y")


def slip_stub(*args: Any) -> Any:
    raise NotImplementedError


SLIPS = [slip_none, slip_list, slip_text, slip_half_precision, slip_raises, slip_stub]


@pytest.mark.parametrize("exercise", sorted(RIGHT))
@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_fails_without_a_misconception_that_does_not_fit(exercise: str, slip: Callable[..., Any]) -> None:
    examination = examine(exercise, slip)
    assert examination.credit == 0
    assert examination.misconception is None
    assert len(examination.message.splitlines()) <= 6


SUBTLE = {
    "a cost in an array": (
        "squared_error",
        lambda A, Y: np.array([[np.sum((A - Y) ** 2) / 2 / A.shape[1]]]),
        "take it out of the array",
    ),
    "norm of the spectrum": (
        "squared_error",
        lambda A, Y: np.linalg.norm(A - Y, 2) ** 2 / 2 / A.shape[1],
        "inputs we tried came out right",
    ),
    "certain mistakes cost little": (
        "binary_cross_entropy",
        lambda A, Y: np.minimum(-np.log(np.where(Y == 1, A, 1 - A)), 10).sum() / A.shape[1],
        "exactly 0 or 1",
    ),
    "certain mistakes pay": (
        "binary_cross_entropy",
        lambda A, Y: (
            np.sum(-np.log(np.where(Y == 1, A, 1 - A)).clip(-20)) / A.shape[1] * (-1 if np.any(A == 1 - Y) else 1)
        ),
        "exactly 0 or 1",
    ),
    "nan left": (
        "binary_cross_entropy",
        lambda A, Y: -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / A.shape[1],
        "nan",
    ),
    "naive sigmoid, then log": (
        "cross_entropy_with_logits",
        lambda Z, Y: added(1e-12)(1 / (1 + np.exp(-Z)), Y),
        "27.631",
    ),
    "two terms in an array": ("cancelled", lambda a, y: np.array([-y * (1 - a), (1 - y) * a]), "a tuple of 2 values"),
    "one term": ("cancelled", lambda a, y: -y * (1 - a), "a tuple of 2 values"),
    "labels taken for 0 or 1": (
        "loss_in_z",
        lambda z, y: np.where(np.asarray(y) == 1, np.log(1 + np.exp(-z)), np.log(1 + np.exp(z))),
        "a label between 0 and 1",
    ),
    "b must be a number": (
        "logistic_gradients",
        lambda w, b, X, Y: logistic_by_loops(w, b + 0.0 if isinstance(b, float) else {}["b"], X, Y),
        "shape (1, 1)",
    ),
    "only the last example": (
        "logistic_gradients",
        lambda w, b, X, Y: logistic_by_einsum(w, b, X[:, -1:], Y[:, -1:]),
        "In value number 1",
    ),
}


@pytest.mark.parametrize("what", SUBTLE)
def test_a_subtle_mistake_fails_with_words_that_point_at_it(what: str) -> None:
    exercise, answer, words = SUBTLE[what]
    examination = examine(exercise, answer)
    assert examination.credit == 0
    assert words in examination.message, examination.message


@pytest.mark.parametrize(
    ("got", "want", "agree"),
    [
        (16.1, 27.6, True),
        (1.7e308, 27.6, True),
        (-16.1, -27.6, True),
        (10.9, 27.6, False),
        (-27.6, 27.6, False),
        (np.inf, 27.6, False),
        (np.nan, 27.6, False),
        (0.0, 27.6, False),
        (1e-7, 0.0, True),
        (27.6, 0.0, False),
        (np.inf, np.inf, True),
        (np.array([16.1, 30.0]), np.array([27.6, 27.6]), True),
        (np.array([16.1, 0.0]), np.array([27.6, 27.6]), False),
    ],
)
def test_far_out_is_far_out_on_the_same_side(got: Any, want: Any, agree: bool) -> None:
    assert FAR_OUT.agree(got, want) is agree


# What an author has to keep


def functions() -> list[FunctionExercise]:
    return [c for c in CHECKS.values() if isinstance(c, FunctionExercise)]


@pytest.mark.parametrize("check", functions(), ids=lambda check: check.name)
def test_cases_include_the_edges(check: FunctionExercise) -> None:
    cases = check.tried()
    shapes = {np.shape(case.args[-1]) for case in cases}
    assert {case.layout for case in cases} == {"plain", "read-only", "strided", "fortran"}
    assert all(a.dtype == np.float64 for case in cases for a in case.args if np.ndim(a))
    if () in shapes:
        assert {len(shape) for shape in shapes} == {0, 1, 2}
    else:
        assert any(shape[1] == 1 for shape in shapes)
        assert any(shape[0] == 1 < shape[1] for shape in shapes)
        assert check.name == "logistic_gradients" or any(1 < shape[0] != shape[1] > 1 for shape in shapes)


def test_outputs_and_labels_stay_in_their_range() -> None:
    for name in ("binary_cross_entropy", "categorical_cross_entropy", "cross_entropy_prime", "output_delta"):
        for A, Y in (case.args for case in CHECKS[name].tried()):
            assert A.min() >= 0
            assert A.max() <= 1
            assert set(np.unique(Y)) <= {0.0, 1.0}
    for A, Y in (case.args for case in CHECKS["categorical_cross_entropy"].tried()):
        assert np.allclose(A.sum(axis=0), 1)
        assert np.all(Y.sum(axis=0) == 1)
