"""Lesson 11: right answers pass however they are written, wrong ones fail, and the mistakes behind them are named."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from functools import reduce
from itertools import chain, islice, pairwise
from typing import Any

import numpy as np
import pytest

from autograder.checks import exercises
from autograder.checks.exercise import Examination, FunctionExercise, QuestionsExercise
from autograder.reference import gradient_checking as reference
from tests.mutants import lessons, subjects

LESSON = "11-gradient-checking"
CHECKS = exercises(LESSON)
NETWORKS = {"A": "BP2", "B": "BP4", "C": "cost", "D": "BP1", "E": "BP3"}


def examine(exercise: str, answer: Any) -> Examination:
    return CHECKS[exercise].examine(answer)


# Right answers


def flat_by_loops(params: Any) -> Any:
    numbers = []
    for W, b in params:
        for row in W:
            for w in row:
                numbers.append(w)
        for r in range(len(b)):
            numbers.append(b[r, 0])
    return np.array(numbers)


def flat_by_appending(params: Any) -> Any:
    vector = np.array([])
    for W, b in params:
        vector = np.append(vector, W)
        vector = np.append(vector, b)
    return vector


def flat_in_place(params: Any) -> Any:
    vector = np.empty(sum(W.size + b.size for W, b in params))
    start = 0
    for array in chain.from_iterable(params):
        vector[start : start + array.size] = array.flatten()
        start += array.size
    return vector


def unflat_by_position(vector: Any, layer_sizes: Any) -> Any:
    params, i = [], 0
    for layer in range(1, len(layer_sizes)):
        n, n_prev = layer_sizes[layer], layer_sizes[layer - 1]
        W = vector[i : i + n * n_prev].reshape((n, n_prev))
        i += n * n_prev
        b = vector[i : i + n].reshape((n, 1))
        i += n
        params.append((W, b))
    return params


def unflat_number_by_number(vector: Any, layer_sizes: Any) -> Any:
    numbers = iter(vector.tolist())
    params = []
    for n_prev, n in pairwise(layer_sizes):
        W = np.array([list(islice(numbers, n_prev)) for _ in range(n)])
        params.append([W, np.array(list(islice(numbers, n)))[:, None]])
    return tuple(params)


def unflat_by_recursion(vector: Any, layer_sizes: Any) -> Any:
    if len(layer_sizes) < 2:
        return []
    n_prev, n, *_ = layer_sizes
    W, b, rest = np.split(vector, np.cumsum([n * n_prev, n]))
    return [(np.resize(W, (n, n_prev)), np.c_[b]), *unflat_by_recursion(rest, layer_sizes[1:])]


def measured_on_copies(f: Any, theta: Any, eps: float = 1e-5) -> Any:
    slopes = np.empty(len(theta))
    for k in range(len(theta)):
        above, below = theta.copy(), theta.copy()
        above[k] += eps
        below[k] -= eps
        slopes[k] = (f(above) - f(below)) / (2 * eps)
    return slopes


def measured_in_the_callers_vector_put_back(f: Any, theta: Any, eps: float = 1e-5) -> Any:
    slopes = []
    for k, before in enumerate(theta.tolist()):
        theta[k] = before + eps
        above = f(theta)
        theta[k] = before - eps
        slopes.append((above - f(theta)) / (2 * eps))
        theta[k] = before
    return np.array(slopes)


def measured_in_one_copy_by_steps(f: Any, theta: Any, eps: float = 1e-5) -> Any:
    moved, slopes = theta.copy(), np.zeros(theta.shape)
    for k in range(theta.size):
        moved[k] += eps
        above = f(moved)
        moved[k] -= 2 * eps
        slopes[k] = (above - f(moved)) / 2 / eps
        moved[k] += eps
    return slopes


def measured_as_mean_of_both_sides(f: Any, theta: Any, eps: float = 1e-5) -> Any:
    here, steps = f(theta), np.diag(np.full(theta.size, eps))
    return np.array([((f(theta + e) - here) / eps + (here - f(theta - e)) / eps) / 2 for e in steps])


def measured_where_it_got_to(f: Any, theta: Any, eps: float = 1e-5) -> Any:
    """The width is what is left of 2 eps after rounding."""
    slopes = np.zeros_like(theta)
    for k in np.arange(theta.size):
        above = np.where(np.arange(theta.size) == k, theta + eps, theta)
        below = np.where(np.arange(theta.size) == k, theta - eps, theta)
        slopes[k] = (f(above) - f(below)) / (above[k] - below[k])
    return slopes


def error_by_loops(a: Any, b: Any) -> Any:
    apart = one = other = 0.0
    for x, y in zip(a.flatten(), b.flatten(), strict=True):
        apart += (x - y) ** 2
        one += x**2
        other += y**2
    below = math.sqrt(one) + math.sqrt(other)
    return math.sqrt(apart) / below if below else 0


def error_by_fractions(a: Any, b: Any) -> Any:
    def size(array: Any) -> float:
        return math.sqrt(sum((Fraction(x) ** 2 for x in array.ravel().tolist()), Fraction(0)))

    return size(a - b) / (size(a) + size(b)) if np.any(a) or np.any(b) else 0.0


def error_with_try(a: Any, b: Any) -> Any:
    try:
        return float(np.linalg.norm(a - b)) / float(np.linalg.norm(a) + np.linalg.norm(b))
    except ZeroDivisionError:
        return 0.0


RIGHT: dict[str, list[Callable[..., Any]]] = {
    "flatten": [
        flat_by_loops,
        flat_by_appending,
        flat_in_place,
        lambda params: np.concatenate([np.concatenate([W.ravel(), b.ravel()]) for W, b in params]),
        lambda params: np.hstack([part for W, b in params for part in (W.reshape(-1), b[:, 0])]),
        lambda params: np.array([x for pair in params for array in pair for x in array.flat]),
        lambda params: reduce(np.append, (array.flatten() for pair in params for array in pair), np.zeros(0)),
        lambda params: np.vstack([array.reshape(-1, 1) for pair in params for array in pair])[:, 0],
        lambda params: np.fromiter((x for pair in params for a in pair for row in a for x in row), dtype=float),
        lambda params: np.r_[tuple(array.ravel() for pair in params for array in pair)],
    ],
    "unflatten": [unflat_by_position, unflat_number_by_number, unflat_by_recursion],
    "numerical_gradient": [
        measured_on_copies,
        measured_in_the_callers_vector_put_back,
        measured_in_one_copy_by_steps,
        measured_as_mean_of_both_sides,
        measured_where_it_got_to,
    ],
    "relative_error": [
        error_by_loops,
        error_by_fractions,
        error_with_try,
        lambda a, b: 0 if not (a.any() or b.any()) else np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b)),
        lambda a, b: np.linalg.norm((b - a).ravel()) / max(np.linalg.norm(a) + np.linalg.norm(b), 1e-300),
        lambda a, b: np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b) + 1e-15),
        lambda a, b: float(np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b) + 1e-12)),
        lambda a, b: (
            0.0
            if np.array_equal(a, b)
            else np.sqrt(np.sum((a - b) ** 2)) / (np.sqrt(np.sum(a**2)) + np.sqrt(np.sum(b**2)))
        ),
        lambda a, b: np.array(error_by_loops(a, b)),
    ],
}


@pytest.mark.parametrize(("exercise", "answer"), [(name, g) for name, answers in RIGHT.items() for g in answers])
def test_a_right_answer_passes_however_it_is_written(exercise: str, answer: Callable[..., Any]) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 1, examination.message


def test_the_five_suspects() -> None:
    assert examine("suspects", NETWORKS).credit == 1
    assert examine("suspects", {key: f" {value.lower()} " for key, value in NETWORKS.items()}).credit == 1


def test_a_point_for_each_suspect() -> None:
    for count in range(6):
        given_ = {key: value if i < count else "BP9" for i, (key, value) in enumerate(NETWORKS.items())}
        assert examine("suspects", given_).credit == pytest.approx(count / 5)
    assert getattr(CHECKS["suspects"], "points") == 5  # noqa: B009 (not every exercise has points)


def test_a_wrong_suspicion_is_answered_without_the_right_one() -> None:
    check = CHECKS["suspects"]
    assert isinstance(check, QuestionsExercise)
    assert {key: question.right for key, question in check.questions.items()} == {
        key: value.lower() for key, value in NETWORKS.items()
    }
    for key, question in check.questions.items():
        names = {"bp1", "bp2", "bp3", "bp4", "cost"}
        assert set(question.wrong) == names - {question.right}
        for wrong in question.wrong:
            message = examine("suspects", {**NETWORKS, key: wrong}).message
            assert message.startswith(f"{key}: ")
            assert "4 of 5" in message
            assert NETWORKS[key] == "cost" or NETWORKS[key] not in message.partition("\n")[0]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (None, 'suspects = {"A": "BP…", "B": "BP…"'),
        (["BP1"], "a list"),
        ({}, "A: not answered yet."),
        ({"a": "BP2", "b": "BP4"}, "are to be A, B, C, D, E, as in suspects = {"),
        ({"A": "bias"}, "no name of an equation"),
        ({"A": 2}, "no name of an equation"),
    ],
)
def test_the_form_of_suspects(answer: Any, words: str) -> None:
    examination = examine("suspects", answer)
    assert examination.credit == 0
    assert words in examination.message


TRACKS = {  # the arrays that disagree with the measurement, as the sentences about the suspects say
    "A": {"db1", "db2", "db3"},
    "B": {"dW1", "db1"},
    "C": {"dW1", "db1", "dW2", "db2", "dW3", "db3"},
    "D": {"dW1", "dW2", "dW3"},
    "E": {"dW1", "db1"},
}


def test_the_broken_networks_of_the_lesson_leave_the_tracks_that_are_spoken_of() -> None:
    (lesson,) = lessons([LESSON])
    names = next(subject for subject in subjects(lesson) if subject.name == "suspects").namespace()
    params, X, Y = names["lineup_example"]()
    sizes = [X.shape[0], *(len(W) for W, _ in params)]
    theta = reference.flatten(params)
    for name, network in names["broken"].items():

        def cost(t: Any, network: Any = network) -> float:
            return float(network(reference.unflatten(t, sizes), X, Y)[0])

        measured = reference.unflatten(reference.numerical_gradient(cost, theta), sizes)
        grads = network(params, X, Y)[1]
        wrong = {
            f"{what}{number}"
            for number, (ours, theirs) in enumerate(zip(measured, grads, strict=True), start=1)
            for what, one, other in zip(("dW", "db"), ours, theirs, strict=True)
            if reference.relative_error(one, other) > 1e-3
        }
        assert wrong == TRACKS[name], name


def test_right_answers_to_the_questions() -> None:
    assert examine("questions", {"q1": 1 / 2, "q2": "C", "q3": " b"}).credit == 1
    assert examine("questions", {"q1": np.float64(0.5), "q2": "c", "q3": "a"}).credit == pytest.approx(2 / 3)


def test_a_number_of_another_kind_is_commented_on() -> None:
    assert "Take one entry" in examine("questions", {"q1": 12.5}).message


# Wrong answers


def test_the_evidence_is_an_example_of_few_numbers() -> None:
    message = examine("flatten", lambda params: np.concatenate([a.T.ravel() for pair in params for a in pair])).message
    assert "flatten([(np.array([[1., 2.], [3., 4.]]), np.array([[5.], [6.]]))])" in message
    assert "Expected: array([1., 2., 3., 4., 5., 6.])" in message
    message = examine(
        "unflatten", lambda vector, sizes: [(W + 0.5, b) for W, b in unflat_by_position(vector, sizes)]
    ).message
    assert "Got:      W of layer 1: array([[1.5, 2.5], [3.5, 4.5]])" in message
    message = examine("numerical_gradient", lambda f, theta, eps=1e-5: np.zeros(theta.shape)).message
    assert "squares is f(t) = t[0]² + t[1]² + …" in message
    message = examine("relative_error", lambda a, b: np.linalg.norm(a - b)).message
    assert "relative_error(np.array([3., 0.]), np.array([0., 4.]))" in message
    assert "Got:      5.0" in message


SLIPS: list[tuple[str, Any, str]] = [
    ("flatten", lambda params: None, "`return` line"),
    ("flatten", lambda params: flat_by_loops(params).tolist(), "only the last line"),
    ("flatten", lambda params: flat_by_loops(params).astype(np.float32), "float32"),
    ("flatten", lambda params: np.ravel(params), "ValueError"),
    ("flatten", lambda W, b: W, "flatten(params)"),
    ("flatten", lambda params: flat_by_loops(params)[::-1], "The numbers are the right ones, in other places."),
    ("unflatten", lambda vector, sizes: None, "`return` line"),
    ("unflatten", lambda vector, sizes: {"W1": vector}, "a dict; a list is expected"),
    ("unflatten", lambda vector, sizes: [vector], "a pair is expected, (W, b)"),
    ("unflatten", lambda vector, sizes: [(vector,)] * (len(sizes) - 1), "holds 1 things"),
    ("unflatten", lambda vector, sizes: [], "has length 0"),
    ("unflatten", lambda vector: [], "unflatten(vector, layer_sizes)"),
    ("unflatten", lambda v, s: [(W.tolist(), b) for W, b in unflat_by_position(v, s)], "W of layer 1 is a list"),
    ("numerical_gradient", lambda f, theta, eps=1e-5: measured_on_copies(f, theta, eps).tolist(), "a list"),
    ("numerical_gradient", lambda f, theta: theta, "(f, theta, eps=1e-05)"),
    ("numerical_gradient", lambda theta, f, eps=1e-5: measured_on_copies(f, theta, eps), "TypeError"),
    ("numerical_gradient", lambda f, theta, eps=1e-5: 1 / 0, "ZeroDivisionError"),
    ("relative_error", lambda a, b: None, "`return` line"),
    ("relative_error", lambda a, b: np.array([error_by_loops(a, b)]), "take it out of the array"),
    ("relative_error", lambda a, b: bool(np.allclose(a, b)), "truth value"),
    ("relative_error", lambda a, b: str(error_by_loops(a, b)), "the text"),
]


@pytest.mark.parametrize(("exercise", "answer", "words"), SLIPS, ids=[f"{n}-{w}" for n, _, w in SLIPS])
def test_a_slip_is_described(exercise: str, answer: Any, words: str) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 0
    assert words in examination.message, examination.message


# What an author has to keep


def test_a_function_is_called_with_vectors_of_the_shape_of_theta() -> None:
    def answer(f: Any, theta: Any, eps: float = 1e-5) -> Any:
        def asked(t: Any) -> Any:
            assert type(t) is np.ndarray
            assert t.shape == theta.shape
            return f(t)

        return measured_on_copies(asked, theta, eps)

    assert examine("numerical_gradient", answer).credit == 1


def test_few_calls_are_needed() -> None:
    """Each call of f crosses from the sandbox and back."""
    check, calls = CHECKS["numerical_gradient"], 0
    assert isinstance(check, FunctionExercise)

    def answer(f: Any, theta: Any, eps: float = 1e-5) -> Any:
        nonlocal calls
        calls += 2 * theta.size
        return measured_on_copies(f, theta, eps)

    assert check.examine(answer).credit == 1
    assert calls < 300
