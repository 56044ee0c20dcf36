"""Lesson 03: right answers pass however they are written, wrong ones fail, and the mistakes behind them are named."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import reduce
from typing import Any

import numpy as np
import pytest

from autograder.checks import exercises
from autograder.checks.exercise import Examination, FunctionExercise

LESSON = "03-derivatives"
CHECKS = exercises(LESSON)


def examine(exercise: str, answer: Any) -> Examination:
    return CHECKS[exercise].examine(answer)


# Right answers


def sigmoid(z: Any) -> Any:
    return np.exp(np.minimum(z, 0.0)) / (1.0 + np.exp(-np.abs(z)))


def softmax(z: Any) -> Any:
    powers = np.exp(z - np.max(z))
    return powers / np.sum(powers)


def difference_by_loop(f: Any, z: Any, eps: float = 1e-5) -> Any:
    if np.ndim(z) == 0:
        return (f(z + eps) - f(z - eps)) / (2 * eps)
    out = np.empty_like(z)
    for index in np.ndindex(z.shape):
        out[index] = (f(z[index] + eps) - f(z[index] - eps)) / eps / 2
    return out


def difference_by_one_changed_entry(f: Any, z: Any, eps: float = 1e-5) -> Any:
    z = np.array(z)
    out = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        up, down = z.copy(), z.copy()
        up[index] += eps
        down[index] -= eps
        out[index] = (f(up)[index] - f(down)[index]) / (2 * eps)
    return out if out.shape else float(out)


def difference_in_the_callers_array_put_back(f: Any, z: Any, eps: float = 1e-5) -> Any:
    if not isinstance(z, np.ndarray):
        return (f(z + eps) - f(z - eps)) / (2 * eps)
    out = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        before = z[index]
        z[index] = before + eps
        above = f(z)[index]
        z[index] = before - eps
        out[index] = (above - f(z)[index]) / (2 * eps)
        z[index] = before
    return out


def difference_in_the_same_array(f: Any, z: Any, eps: float = 1e-5) -> Any:
    rise = f(z + eps)
    rise -= f(z - eps)
    rise /= 2 * eps
    return rise


def difference_by_vectorize(f: Any, z: Any, eps: float = 1e-5) -> Any:
    return np.vectorize(lambda t: float((f(t + eps) - f(t - eps)) / (2 * eps)))(z)


def difference_by_rows(f: Any, z: Any, eps: float = 1e-5) -> Any:
    return (
        np.array([difference_by_rows(f, row, eps) for row in z])
        if np.ndim(z)
        else (f(z + eps) - f(z - eps)) / (2 * eps)
    )


def slope_by_loop(one: Callable[[float], float]) -> Callable[[Any], Any]:
    def slope(z: Any) -> Any:
        if np.ndim(z) == 0:
            return one(float(z))
        return np.array([one(float(t)) for t in z.ravel()]).reshape(z.shape)

    return slope


def one_sigmoid_slope(z: float) -> float:
    e = math.exp(-abs(z))
    return e / (1 + e) ** 2


def sigmoid_slope_by_masks(z: Any) -> Any:
    z = np.asarray(z, dtype=np.float64)
    out = np.empty(z.shape)
    out[z >= 0] = np.exp(-z[z >= 0]) / (1 + np.exp(-z[z >= 0])) ** 2
    out[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0])) ** 2
    return out if out.ndim else out.item()


def relu_slope_on_a_copy(z: Any) -> Any:
    out = np.array(z, dtype=float)
    out[out <= 0] = 0
    out[out > 0] = 1
    return out


def leaky_slope_by_masks(z: Any, slope: float = 0.01) -> Any:
    z = np.asarray(z)
    out = np.full_like(z, slope)
    out[z > 0] = 1
    return out


def leaky_slope_by_loop(z: Any, slope: float = 0.01) -> Any:
    return slope_by_loop(lambda t: 1.0 if t > 0 else slope)(z)


def graph_with_names(x: float, y: float, z: float) -> Any:
    s = x + y
    df_df = 1.0
    df_ds = df_df * z
    df_dz = df_df * s
    return df_ds * 1.0, df_ds * 1.0, df_dz


def jacobian_by_loops(z: Any) -> Any:
    a = softmax(z)
    J = np.zeros((len(z), len(z)))
    for j in range(len(z)):
        for k in range(len(z)):
            J[j, k] = a[j] * (1 - a[k]) if j == k else -a[j] * a[k]
    return J


def jacobian_in_pure_python(z: Any) -> Any:
    powers = [math.exp(t - max(z)) for t in z]
    a = [p / sum(powers) for p in powers]
    return np.array([[a_j * ((j == k) - a_k) for k, a_k in enumerate(a)] for j, a_j in enumerate(a)])


def jacobian_filled(z: Any) -> Any:
    a = softmax(z).reshape(-1, 1)
    J = -a @ a.T
    np.fill_diagonal(J, (a * (1 - a)).ravel())
    return J


def factor_by_loop(n_layers: int) -> float:
    product = 1
    for _ in range(n_layers):
        product *= 0.25
    return product


def factor_by_recursion(n_layers: int) -> float:
    return 1 if n_layers == 0 else 0.25 * factor_by_recursion(n_layers - 1)


RIGHT: dict[str, list[Callable[..., Any]]] = {
    "numerical_derivative": [
        difference_by_loop,
        difference_by_one_changed_entry,
        difference_in_the_callers_array_put_back,
        difference_in_the_same_array,
        difference_by_vectorize,
        difference_by_rows,
        lambda f, z, eps=1e-5: (f(z + eps) - f(z - eps)) / (2 * eps),
        lambda f, z, eps=1e-5: (f(z + eps) - f(z - eps)) / 2 / eps,
        lambda f, z, eps=1e-5: f(z + eps) / (2 * eps) - f(z - eps) / (2 * eps),
        lambda f, z, eps=1e-5: ((f(z + eps) - f(z)) / eps + (f(z) - f(z - eps)) / eps) / 2,
        lambda f, z, eps=1e-5: (f(z + eps) - f(z - eps)) / ((z + eps) - (z - eps)),
        lambda func, x, eps=0.00001: np.divide(np.subtract(func(x + eps), func(x - eps)), 2.0 * eps),
    ],
    "sum_product_gradients": [
        graph_with_names,
        lambda x, y, z: (z, z, x + y),
        lambda x, y, z: [z, z, y + x],
        lambda a, b, c: (np.float64(c), np.float64(c), np.float64(a + b)),
        lambda x, y, z: tuple(np.array([z, z, x + y])),
    ],
    "denominator": [
        lambda z: 1 + np.exp(-z),
        lambda z: 1 + np.e**-z,
        lambda z: 1 / sigmoid(z),
        lambda z: np.add(1.0, 1 / np.exp(z)),
        lambda z: (np.exp(z) + 1) / np.exp(z),
        slope_by_loop(lambda t: 1 + math.exp(-t)),
        np.vectorize(lambda t: 1 + math.exp(-t)),
    ],
    "denominator_prime": [
        lambda z: -np.exp(-z),
        lambda z: -1 * np.exp(-1 * z),
        lambda z: -1 / np.exp(z),
        lambda z: 1 - (1 + np.exp(-z)),
        slope_by_loop(lambda t: -math.exp(-t)),
    ],
    "reciprocal_prime": [
        lambda z: -1 / (1 + np.exp(-z)) ** 2,
        lambda z: -((1 + np.exp(-z)) ** -2.0),
        lambda z: -(sigmoid(z) ** 2),
        lambda z: -1 / ((1 + np.exp(-z)) * (1 + np.exp(-z))),
        lambda z: -1 / np.square(1 + np.exp(-z)),
        slope_by_loop(lambda t: -1 / (1 + math.exp(-t)) ** 2),
    ],
    "chain_product": [
        lambda z: -1 / (1 + np.exp(-z)) ** 2 * -np.exp(-z),
        lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2,
        lambda z: np.exp(z) / (1 + np.exp(z)) ** 2,
        lambda z: sigmoid(z) * (1 - sigmoid(z)),
        lambda z: np.multiply(-np.exp(-z), -(sigmoid(z) ** 2)),
        slope_by_loop(one_sigmoid_slope),
    ],
    "split_fraction": [
        lambda z: (1 / (1 + np.exp(-z)), 1 / (1 + np.exp(-z)) ** 2),
        lambda z: [sigmoid(z), sigmoid(z) ** 2],
        lambda z: ((1 + np.exp(-z)) / (1 + np.exp(-z)) ** 2, sigmoid(z) * sigmoid(z)),
        lambda z: tuple(slope_by_loop(g)(z) for g in (sigmoid, lambda t: 1 / (1 + math.exp(-t)) ** 2)),
    ],
    "sigmoid_prime": [
        lambda z: sigmoid(z) * (1 - sigmoid(z)),
        lambda z: sigmoid(z) - sigmoid(z) ** 2,
        lambda z: sigmoid(z) * sigmoid(-z),
        lambda z: 1 / (1 + np.exp(-z)) * (1 - 1 / (1 + np.exp(-z))),  # warns, and is right
        lambda z: 1 / (2 + np.exp(z) + np.exp(-z)),  # likewise
        lambda z: 0.25 / np.cosh(z / 2) ** 2,
        lambda z: (1 - np.tanh(z / 2) ** 2) / 4,
        lambda z: np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))) ** 2,
        lambda z: np.multiply(sigmoid(z), np.subtract(1, sigmoid(z))),
        lambda z: np.einsum("...,...->...", sigmoid(z), 1 - sigmoid(z)),
        sigmoid_slope_by_masks,
        slope_by_loop(one_sigmoid_slope),
        np.vectorize(one_sigmoid_slope),
    ],
    "tanh_prime": [
        lambda z: 1 - np.tanh(z) ** 2,
        lambda z: (1 - np.tanh(z)) * (1 + np.tanh(z)),
        lambda z: 1 - (2 * sigmoid(2 * z) - 1) ** 2,
        lambda z: 4 * sigmoid(2 * z) * (1 - sigmoid(2 * z)),
        lambda z: 1 / np.cosh(z) ** 2,  # warns, and is right
        lambda z: 4 / (np.exp(z) + np.exp(-z)) ** 2,  # likewise
        lambda z: np.cosh(z) ** -2.0,
        slope_by_loop(lambda t: 1 - math.tanh(t) ** 2),
        np.vectorize(lambda t: 1 - math.tanh(t) ** 2),
    ],
    "relu_prime": [
        relu_slope_on_a_copy,
        lambda z: np.where(np.asarray(z) > 0, 1.0, 0.0),
        lambda z: np.where(np.asarray(z) > 0, 1, 0),
        lambda z: (z > 0) * 1.0,
        lambda z: (z > 0) * 1,
        lambda z: 0 + (z > 0),
        lambda z: np.array(z > 0, dtype=float),
        lambda z: (np.asarray(z) > 0).astype(int),
        lambda z: np.heaviside(z, 0.0),
        lambda z: np.sign(np.maximum(z, 0)),
        lambda z: np.maximum(np.sign(z), 0),
        slope_by_loop(lambda t: 1 if t > 0 else 0),
        np.vectorize(lambda t: 1 if t > 0 else 0),
    ],
    "leaky_relu_prime": [
        leaky_slope_by_masks,
        leaky_slope_by_loop,
        lambda z, slope=0.01: np.where(np.asarray(z) > 0, 1, slope),
        lambda z, slope=0.01: np.where(np.asarray(z) <= 0, slope, 1.0),
        lambda z, slope=0.01: (z > 0) + slope * (z <= 0),
        lambda z, slope=0.01: slope + (1 - slope) * (z > 0),
        lambda z, slope=0.01: np.heaviside(z, slope) + slope * (np.asarray(z) < 0),
        lambda z, slope=0.01: np.maximum(z > 0, slope),
        lambda z, slope=0.01: np.vectorize(lambda t: 1.0 if t > 0 else slope)(z),
    ],
    "softmax_jacobian": [
        jacobian_by_loops,
        jacobian_in_pure_python,
        jacobian_filled,
        lambda z: np.diag(softmax(z)) - np.outer(softmax(z), softmax(z)),
        lambda z: softmax(z)[:, None] * (np.eye(len(z)) - softmax(z)[None, :]),
        lambda z: np.diagflat(softmax(z)) - np.einsum("j,k->jk", softmax(z), softmax(z)),
        lambda z: (np.eye(len(z)) - softmax(z)).T @ np.diag(softmax(z)),
        lambda z: np.asfortranarray(jacobian_by_loops(z)),
        lambda z: jacobian_by_loops(z).T,
    ],
    "largest_gradient_factor": [
        factor_by_loop,
        factor_by_recursion,
        lambda n_layers: 0.25**n_layers,
        lambda n_layers: 1 / 4**n_layers,
        lambda n_layers: 4.0**-n_layers,
        lambda n: math.pow(0.5, 2 * n),
        lambda n: np.power(0.25, n),
        lambda n: np.prod(np.full(n, 0.25)),
        lambda n: np.exp(n * np.log(0.25)),
        lambda n: (sigmoid(0.0) * (1 - sigmoid(0.0))) ** n,
        lambda n: reduce(lambda p, q: p * q, [0.25] * n, 1.0),
        lambda n: np.array(0.25) ** n,
    ],
}


@pytest.mark.parametrize(("exercise", "answer"), [(name, g) for name, answers in RIGHT.items() for g in answers])
def test_a_right_answer_passes_however_it_is_written(exercise: str, answer: Callable[..., Any]) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 1, examination.message


def test_right_answers_to_the_questions_and_the_bug() -> None:
    assert examine("questions", {"q1": "c", "q2": 0.09, "q3": -0.0007, "q4": " C"}).credit == 1
    assert examine("questions", {"q1": "c", "q2": 0.9 * 0.1, "q3": -0.7 * 0.1 * 0.01, "q4": "a"}).credit == 0.75
    assert examine("bug", {"line": 6, "why": "B"}).credit == 1
    assert examine("bug", {"line": 6, "why": "a"}).credit == 0.5


# Wrong answers


def slip_none(z: Any, *rest: Any, **named: Any) -> None:
    return None


def slip_list(z: Any, *rest: Any, **named: Any) -> Any:
    return [0.123]


def slip_other_shape(z: Any, *rest: Any, **named: Any) -> Any:
    return np.zeros((2, 7))


def slip_float32(z: Any, *rest: Any, **named: Any) -> Any:
    return np.float32(0.123)


def slip_raises(z: Any, *rest: Any, **named: Any) -> Any:
    raise KeyError("z")


def slip_stub(z: Any, *rest: Any, **named: Any) -> Any:
    raise NotImplementedError


SLIPS = [slip_none, slip_list, slip_other_shape, slip_float32, slip_raises, slip_stub, None, 0.25, "text"]


@pytest.mark.parametrize("exercise", sorted(RIGHT))
@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_fails_without_a_misconception_that_does_not_fit(exercise: str, slip: Any) -> None:
    examination = examine(exercise, slip)
    assert examination.credit == 0
    assert examination.misconception is None
    assert len(examination.message.splitlines()) <= 6


SUBTLE: dict[str, tuple[str, Callable[..., Any], str]] = {
    "eps has another name": (
        "numerical_derivative",
        lambda f, z, h=1e-5: (f(z + h) - f(z - h)) / (2 * h),
        "eps=1e-05",
    ),
    "no default for eps": (
        "numerical_derivative",
        lambda f, z, eps: (f(z + eps) - f(z - eps)) / (2 * eps),
        "eps=1e-05",
    ),
    "a list": (
        "numerical_derivative",
        lambda f, z, eps=1e-5: np.asarray((f(z + eps) - f(z - eps)) / (2 * eps)).tolist(),
        "The values are right",
    ),
    "the exact slope of one function": ("numerical_derivative", lambda f, z, eps=1e-5: 2 * z, "12.25"),
    "a number comes back as an array": (
        "sigmoid_prime",
        lambda z: np.atleast_1d(sigmoid(z) * sigmoid(-z)),
        "one number is expected",
    ),
    "float32": ("tanh_prime", lambda z: np.float32(1 - np.tanh(z) ** 2), "float32"),
    "only rows": ("sigmoid_prime", lambda z: np.array([one_sigmoid_slope(t) for t in z]), "shape (2, 2)"),
    "cut off": ("sigmoid_prime", lambda z: sigmoid(np.clip(z, -5, 5)) * sigmoid(-np.clip(z, -5, 5)), "2 of 4 values"),
    "cut off at 15": ("denominator", lambda z: 1 + np.exp(-np.clip(z, -15, 15)), "numbers as large as ±20"),
    "an argument too many": ("chain_product", lambda z, u: z / u, "chain_product(z)"),
    "leaky with another default": (
        "leaky_relu_prime",
        lambda z, slope=0.1: np.where(np.asarray(z) > 0, 1.0, slope),
        "0.01",
    ),
    "leaky with another name": (
        "leaky_relu_prime",
        lambda z, alpha=0.01: np.where(np.asarray(z) > 0, 1.0, alpha),
        "slope=0.01",
    ),
    "unsigned": ("relu_prime", lambda z: (np.asarray(z) > 0).astype(np.uint8), "uint8"),
    "three-class matrix only": ("softmax_jacobian", lambda z: jacobian_by_loops(z)[:3, :3], "shape (3, 3)"),
    "nested lists": ("softmax_jacobian", lambda z: jacobian_by_loops(z).tolist(), "only the last line"),
    "one gradient is an array": (
        "sum_product_gradients",
        lambda x, y, z: (z, np.array([z]), x + y),
        "value number 2",
    ),
    "a dict": ("sum_product_gradients", lambda x, y, z: {"x": z, "y": z, "z": x + y}, "dict"),
    "text": ("largest_gradient_factor", lambda n: f"{0.25**n}", "text"),
    "one layer is special": (
        "largest_gradient_factor",
        lambda n: 0.25**n if n != 1 else 1.0,
        "largest_gradient_factor(1)",
    ),
}


@pytest.mark.parametrize("what", SUBTLE)
def test_a_subtle_mistake_fails_with_words_that_point_at_it(what: str) -> None:
    exercise, answer, words = SUBTLE[what]
    examination = examine(exercise, answer)
    assert examination.credit == 0
    assert words in examination.message, examination.message


def test_a_function_to_measure_is_described() -> None:
    examination = examine("numerical_derivative", lambda f, z, eps=1e-5: z)
    assert "where square is the function f(z) = z²" in examination.message


def test_plain_formulas_are_right() -> None:
    """Lesson 02 asked for functions that never overflow; lesson 03 does not ask again."""
    assert examine("sigmoid_prime", lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2).credit == 1
    assert examine("tanh_prime", lambda z: 1 - ((np.exp(2 * z) - 1) / (np.exp(2 * z) + 1)) ** 2).credit == 1
    assert examine("sigmoid_prime", lambda z: 1 / (1 + np.exp(-z)) - 1 / (1 + np.exp(-z)) ** 2).credit == 1


@pytest.mark.parametrize("line", [1, 2, 3, 4, 5, 7, 8])
def test_every_wrong_line_has_a_sentence_about_that_line(line: int) -> None:
    assert f"Line {line}" in examine("bug", {"line": line, "why": "b"}).message


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"q1": "c", "q2": "0.09", "q3": -0.0007, "q4": "c"}, "without quotes"),
        ({"q1": "c", "q2": 0.5, "q3": -0.0007, "q4": "c"}, "which two factors"),
        ({"q1": "c", "q2": 0.09, "q3": 1.0, "q4": "c"}, "entry of the Jacobian"),
        ({"q1": "c", "q2": 0.09, "q3": 0.0007, "q4": "c"}, "The size is right"),
        ({"q1": "c", "q2": 0.20550030734, "q3": -0.0007, "q4": "c"}, "at z = 0.9"),
    ],
)
def test_a_wrong_number_is_commented_on(answers: dict[str, Any], words: str) -> None:
    examination = examine("questions", answers)
    assert examination.credit == 0.75
    assert words in examination.message


# What an author has to keep


def functions() -> list[FunctionExercise]:
    return [c for c in CHECKS.values() if isinstance(c, FunctionExercise)]


@pytest.mark.parametrize("check", functions(), ids=lambda check: check.name)
def test_every_function_has_names_for_several_mistakes(check: FunctionExercise) -> None:
    assert len(check.misconceptions) >= 6


STEPS = ["denominator", "denominator_prime", "reciprocal_prime", "chain_product", "split_fraction"]
SLOPES = ["sigmoid_prime", "tanh_prime", "relu_prime", "leaky_relu_prime"]


@pytest.mark.parametrize(
    ("exercise", "largest"),
    [*((step, 20) for step in STEPS), *((s, 300) for s in SLOPES[:2]), *((s, 1e4) for s in SLOPES[2:])],
)
def test_cases_include_the_edges(exercise: str, largest: float) -> None:
    cases = CHECKS[exercise].tried()
    shapes = {np.shape(case.args[0]) for case in cases}
    assert {case.layout for case in cases} == {"plain", "read-only", "strided", "fortran"}
    assert () in shapes
    assert any(len(shape) == 2 and shape[1] == 1 < shape[0] for shape in shapes)
    assert any(len(shape) == 2 and shape[0] == 1 < shape[1] for shape in shapes)
    assert any(np.any(np.asarray(case.args[0]) == 0) for case in cases)
    assert max(np.max(np.abs(case.args[0])) for case in cases) == largest
    assert all(case.args[0].dtype == np.float64 for case in cases if np.ndim(case.args[0]))
