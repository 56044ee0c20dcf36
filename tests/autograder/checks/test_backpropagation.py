"""Lesson 10: right answers pass however they are written, wrong ones fail, and the mistakes behind them are named."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from autograder.checks import exercises
from autograder.checks.exercise import Examination, FunctionExercise
from tests.autograder.checks.junk import JUNK

LESSON = "10-backpropagation"
CHECKS = exercises(LESSON)
HIDDEN = {"identity", "sigmoid", "tanh", "relu", "leaky_relu"}


def examine(exercise: str, answer: Any) -> Examination:
    return CHECKS[exercise].examine(answer)


# Right answers


def sigmoid(z: Any) -> Any:
    return 1 / (1 + np.exp(-z))


SLOPES: dict[str, Callable[[Any], Any]] = {
    "identity": lambda Z: 1.0,
    "sigmoid": lambda Z: sigmoid(Z) * (1 - sigmoid(Z)),
    "tanh": lambda Z: 1 / np.cosh(Z) ** 2,
    "relu": lambda Z: Z > 0,
    "leaky_relu": lambda Z: np.where(Z < 0, 0.01, 1),
}


def first_dz(A_L: Any, Y: Any, Z: Any, name: str, cost: str) -> Any:
    if cost == "squared_error":
        return (A_L - Y) * SLOPES[name](Z)
    if (name, cost) in {("softmax", "categorical_cross_entropy"), ("sigmoid", "binary_cross_entropy")}:
        return A_L - Y
    return (A_L - Y) / (A_L * (1 - A_L)) * SLOPES[name](Z)


def by_the_recipe(A_L: Any, Y: Any, Z: Any, name: str, cost: str) -> Any:
    """The derivative of the cost times the slope, also where both cancel; softmax by its Jacobian."""
    if name == "softmax":
        dA = -Y / A_L
        return A_L * (dA - (A_L * dA).sum(axis=0))
    dA = A_L - Y if cost == "squared_error" else (1 - Y) / (1 - A_L) - Y / A_L
    return dA * SLOPES[name](Z)


def backward_by_layer_number(A_L: Any, Y: Any, params: Any, caches: Any, activations: Any, cost: str) -> Any:
    L, m, grads = len(params), Y.shape[1], {}
    dZ = first_dz(A_L, Y, caches[L - 1][1], activations[L - 1], cost)
    for layer in range(L, 0, -1):
        grads[layer] = (dZ @ caches[layer - 1][0].T / m, np.sum(dZ, axis=1)[:, np.newaxis] / m)
        if layer > 1:
            dZ = params[layer - 1][0].T @ dZ * SLOPES[activations[layer - 2]](caches[layer - 2][1])
    return [grads[layer] for layer in range(1, L + 1)]


def backward_in_tuples(A_L: Any, Y: Any, params: Any, caches: Any, activations: Any, cost: str) -> Any:
    dZ = by_the_recipe(A_L, Y, caches[-1][1], activations[-1], cost)
    grads: tuple[Any, ...] = ()
    below = [(lambda dA: dA), *((lambda dA, g=g, c=c: dA * SLOPES[g](c[1])) for g, c in zip(activations, caches))]  # noqa: B905
    for (W, _), (A_prev, _), through in zip(params[::-1], caches[::-1], below[-2::-1], strict=True):
        grads = ([np.asfortranarray(dZ.dot(A_prev.T) / dZ.shape[1]), dZ.mean(1, keepdims=True)], *grads)
        dZ = through(W.T @ dZ)
    return grads


def backward_one_over_m_at_the_start(A_L: Any, Y: Any, params: Any, caches: Any, activations: Any, cost: str) -> Any:
    def back(dZ: Any, k: int) -> list[Any]:
        pair = [np.einsum("ri,si->rs", dZ, caches[k][0]), dZ @ np.ones((dZ.shape[1], 1))]
        if k == 0:
            return [pair]
        dA = (dZ.T @ params[k][0]).T
        return [*back(np.multiply(dA, SLOPES[activations[k - 1]](caches[k - 1][1])), k - 1), pair]

    return back(first_dz(A_L, Y, caches[-1][1], activations[-1], cost) / len(Y.T), len(params) - 1)


def backward_one_example_at_a_time(A_L: Any, Y: Any, params: Any, caches: Any, activations: Any, cost: str) -> Any:
    m = Y.shape[1]
    each = [
        backward_by_layer_number(
            A_L[:, [i]], Y[:, [i]], params, [(A[:, [i]], Z[:, [i]]) for A, Z in caches], activations, cost
        )
        for i in range(m)
    ]
    return [tuple(sum(grads[k][part] for grads in each) / m for part in (0, 1)) for k in range(len(params))]


def backward_by_loops(A_L: Any, Y: Any, params: Any, caches: Any, activations: Any, cost: str) -> Any:
    dZ = by_the_recipe(A_L, Y, caches[-1][1], activations[-1], cost)
    grads = []
    for k in reversed(range(len(params))):
        W, (A, _) = params[k][0], caches[k]
        (n, p), m = W.shape, Y.shape[1]
        dW = np.array([[sum(dZ[r, i] * A[s, i] for i in range(m)) / m for s in range(p)] for r in range(n)])
        grads.insert(0, (dW, np.array([[math.fsum(row) / m] for row in dZ])))
        if k:
            dA = np.array([[sum(W[r, s] * dZ[r, i] for r in range(n)) for i in range(m)] for s in range(p)])
            dZ = dA * SLOPES[activations[k - 1]](caches[k - 1][1])
    return grads


def outputs(x: Any, params: Any) -> list[Any]:
    a = [x]
    for W, b in params:
        a.append(sigmoid(W @ a[-1] + b))
    return a


def accumulated_in_place(X: Any, Y: Any, params: Any) -> Any:
    sums = [[np.zeros(W.shape), np.zeros(b.shape)] for W, b in params]
    for i in range(X.shape[1]):
        a = outputs(X[:, [i]], params)
        delta = a[-1] - Y[:, [i]]
        for k in reversed(range(len(params))):
            sums[k][0] += np.outer(delta, a[k])
            sums[k][1] += delta
            delta = (params[k][0].T @ delta) * (a[k] - a[k] ** 2)
    for pair in sums:
        pair[0] /= X.shape[1]
        pair[1] /= X.shape[1]
    return sums


def accumulated_with_flat_examples(X: Any, Y: Any, params: Any) -> Any:
    m, sums = X.shape[1], [(0.0, 0.0)] * len(params)
    for x, y in zip(X.T, Y.T, strict=True):
        a = [x]
        for W, b in params:
            a.append(sigmoid(W @ a[-1] + b[:, 0]))
        delta = a[-1] - y
        for k in range(len(params) - 1, -1, -1):
            sums[k] = (sums[k][0] + np.outer(delta, a[k]) / m, sums[k][1] + delta[:, np.newaxis] / m)
            delta = delta @ params[k][0] * a[k] * (1 - a[k])
    return tuple(sums)


def accumulated_all_at_once(X: Any, Y: Any, params: Any) -> Any:
    a = outputs(X, params)
    caches = [(A, np.log(A_next / (1 - A_next))) for A, A_next in pairwise(a)]
    return backward_by_layer_number(a[-1], Y, params, caches, ["sigmoid"] * len(params), "binary_cross_entropy")


def mazur_by_hand(eta: float) -> dict[str, float]:
    i, w = (0.05, 0.1), [0.15, 0.2, 0.25, 0.3, 0.4, 0.45, 0.5, 0.55]
    h = [1 / (1 + math.exp(-(w[2 * r] * i[0] + w[2 * r + 1] * i[1] + 0.35))) for r in (0, 1)]
    o = [1 / (1 + math.exp(-(w[4 + 2 * r] * h[0] + w[5 + 2 * r] * h[1] + 0.6))) for r in (0, 1)]
    out = [(a - y) * a * (1 - a) for a, y in zip(o, (0.01, 0.99), strict=True)]
    hid = [(out[0] * w[4 + s] + out[1] * w[6 + s]) * h[s] * (1 - h[s]) for s in (0, 1)]
    slopes = [d * x for d in hid for x in i] + [d * x for d in out for x in h]
    return {f"w{k + 1}": w[k] - eta * slopes[k] for k in reversed(range(8))}


RIGHT: dict[str, list[Callable[..., Any]]] = {
    "backward": [
        backward_by_layer_number,
        backward_in_tuples,
        backward_one_over_m_at_the_start,
        backward_one_example_at_a_time,
        backward_by_loops,
    ],
    "backward_accumulate": [accumulated_in_place, accumulated_with_flat_examples, accumulated_all_at_once],
    "passes_needed": [
        lambda n: (n + 1, 2),
        lambda n: [1 + n, 2],
        lambda n: (len(range(n + 1)), 1 + 1),
        lambda n: tuple(np.array([n, 1]) + 1),
        lambda n: np.array([n + 1, 2]),
    ],
    "mazur_step": [
        mazur_by_hand,
        lambda eta: {key: np.float64(w) for key, w in mazur_by_hand(eta).items()},
        lambda eta: {key: np.array(w) for key, w in mazur_by_hand(eta).items()},
        lambda eta: {key: round(w, 9) for key, w in mazur_by_hand(eta).items()},
    ],
}


@pytest.mark.parametrize(("exercise", "answer"), [(name, g) for name, answers in RIGHT.items() for g in answers])
def test_a_right_answer_passes_however_it_is_written(exercise: str, answer: Callable[..., Any]) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 1, examination.message


def test_right_answers_to_the_questions() -> None:
    assert examine("questions", {"q1": "C", "q2": 10.0, "q3": " b", "q4": "c"}).credit == 1
    assert examine("questions", {"q1": "c", "q2": 9, "q3": "b", "q4": "c"}).credit == 0.75


def test_a_number_of_another_kind_is_commented_on() -> None:
    assert "Into how many does the path split" in examine("questions", {"q2": 13}).message


# Wrong answers


def right_but(change: Callable[..., Any]) -> Callable[..., Any]:
    """Return a right `backward` whose grads are changed: `change(grads, layer, dW, db)` gives the pair of a layer."""

    def backward(*arguments: Any) -> Any:
        grads = backward_by_layer_number(*arguments)
        return [change(len(grads), k, dW, db) for k, (dW, db) in enumerate(grads)]

    return backward


def test_the_first_wrong_array_in_the_order_of_computation_is_the_one_to_talk_about() -> None:
    hidden = right_but(lambda L, k, dW, db: (dW, db) if k == L - 1 else (dW + 7, db + 7))
    message = examine("backward", hidden).message
    assert "Got:      dW of layer 1: array(" in message
    assert "dW of layer 1: yours is larger by 7." in message
    biases = right_but(lambda L, k, dW, db: (dW, db + 7) if k == L - 1 else (dW + 7, db))
    assert "Got:      db of layer 1: array(" in examine("backward", biases).message
    ends = right_but(lambda L, k, dW, db: (dW + 7 * (L > 1), db))
    assert "Got:      dW of layer 2: array(" in examine("backward", ends).message


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (right_but(lambda L, k, dW, db: (dW.tolist(), db)), "dW of layer 1 is a list"),
        (right_but(lambda L, k, dW, db: (dW, db.astype(np.float32))), "db of layer 1 is stored as float32"),
        (right_but(lambda L, k, dW, db: (None, db)), "dW of layer 1 is None."),
        (right_but(lambda L, k, dW, db: (dW, db, db)), "For layer 1 the list holds 3 things; a pair is expected"),
        (right_but(lambda L, k, dW, db: None), "For layer 1 the list holds nothing (None)"),
        (right_but(lambda L, k, dW, db: {"dW": dW, "db": db}), "For layer 1 the list holds a dict"),
        (lambda *arguments: reversed(backward_by_layer_number(*arguments)), "a list is expected, with a pair"),
        (lambda *arguments: None, "`return` line"),
        (lambda A_L, Y, params: params, "backward(A_L, Y, params, caches, activations, cost)"),
        (lambda A_L, Y, params, *rest: params.append(1), "`params` was changed in place"),
        (lambda A_L, Y, params, *rest: [*params, *params], "The list has length 2; 1 layer with weights make 1"),
    ],
)
def test_a_wrong_form_of_the_gradients_is_described(answer: Any, words: str) -> None:
    examination = examine("backward", answer)
    assert examination.credit == 0
    assert examination.misconception is None
    assert words in examination.message, examination.message


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda n: None, "`return` line"),
        (lambda n: (n + 1, 2, 2), "You returned 3 values; two are expected."),
        (lambda n: "4, 2", "two numbers are expected"),
        (lambda n: (n + 1, None), "The number of passes by backpropagation is None."),
        (lambda n: (n + 1, 4), "The number of passes by backpropagation"),
        (lambda n: {"fd": n + 1, "bp": 2}, "You returned a dict; two numbers are expected"),
    ],
)
def test_a_wrong_form_of_the_two_numbers_is_described(answer: Any, words: str) -> None:
    examination = examine("passes_needed", answer)
    assert examination.credit == 0
    assert examination.misconception is None
    assert words in examination.message, examination.message


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda eta: None, "`return` line"),
        (lambda eta: list(mazur_by_hand(eta).values()), "You returned a list; a dict is expected"),
        (lambda eta: {key: w for key, w in mazur_by_hand(eta).items() if key != "w3"}, "has no key 'w3'"),
        (lambda eta: {key.upper(): w for key, w in mazur_by_hand(eta).items()}, "has no key 'w1'"),
        (lambda eta: {**mazur_by_hand(eta), "error": 0.29}, "a key 'error' that is not asked for"),
        (lambda eta: {**mazur_by_hand(eta), "w2": np.zeros((1, 1))}, "w2 is an array of shape (1, 1)"),
        (lambda eta: {**mazur_by_hand(eta), "w7": "0.5"}, "w7 is the text '0.5'"),
    ],
)
def test_a_wrong_form_of_mazur_s_weights_is_described(answer: Any, words: str) -> None:
    examination = examine("mazur_step", answer)
    assert examination.credit == 0
    assert examination.misconception is None
    assert words in examination.message, examination.message


@settings(max_examples=30, deadline=None)
@given(JUNK)
def test_an_examination_never_fails_for_what_stands_in_an_answer(junk: Any) -> None:
    for form in (lambda p: [junk] * len(p), lambda p: [(junk, junk)] * len(p), lambda p: [(p[0][0], junk)]):
        assert examine("backward_accumulate", lambda X, Y, p, form=form: form(p)).credit == 0
    assert examine("passes_needed", lambda n: (junk, junk)).credit == 0
    assert examine("mazur_step", lambda eta: {**mazur_by_hand(eta), "w5": junk}).credit == 0
    assert examine("mazur_step", lambda eta: {junk if isinstance(junk, (int, str)) else 1: 2}).credit == 0


# What an author has to keep


def tried(name: str) -> Any:
    check = CHECKS[name]
    assert isinstance(check, FunctionExercise)
    return check.tried()


def test_backward_is_tried_with_one_to_five_layers_every_activation_and_every_cost() -> None:
    cases = tried("backward")
    assert {len(case.args[2]) for case in cases} == {1, 2, 3, 4, 5}
    assert {name for case in cases for name in case.args[4][:-1]} == HIDDEN
    pairs = {(case.args[4][-1], case.args[5]) for case in cases}
    assert {(name, "squared_error") for name in HIDDEN} <= pairs
    assert {("sigmoid", "binary_cross_entropy"), ("softmax", "categorical_cross_entropy")} <= pairs
    assert {name for name, cost in pairs if cost == "categorical_cross_entropy"} == {"softmax"}
    assert {cost for name, cost in pairs if name == "softmax"} == {"categorical_cross_entropy"}
    assert {name for name, cost in pairs if cost == "binary_cross_entropy"} == {"sigmoid", "identity", "tanh"}


def test_no_neuron_of_backward_is_saturated_or_at_the_kink() -> None:
    for case in tried("backward"):
        A_L, _, _, caches, names, cost = case.args
        for (_, Z), name in zip(caches, names, strict=True):
            assert "relu" not in name or np.abs(Z).min() > 1e-4
            assert name not in ("sigmoid", "tanh", "softmax") or np.abs(Z).max() <= 4
        assert cost == "squared_error" or (A_L.min() > 0.01 and A_L.max() < 0.99)


@pytest.mark.parametrize("name", ["backward", "backward_accumulate"])
def test_cases_include_the_edges(name: str) -> None:
    cases = tried(name)
    assert {case.layout for case in cases} == {"plain", "read-only", "strided", "fortran"}
    inputs = [case.args[3][0][0] if name == "backward" else case.args[0] for case in cases]
    params = [case.args[2] for case in cases]
    assert any(X.shape[1] == 1 < X.shape[0] for X in inputs)
    assert any(X.shape[0] == 1 < X.shape[1] for X in inputs)
    assert any(X.size == 1 for X in inputs)
    assert any(not X.any() for X in inputs)
    assert {len(each) for each in params} == {1, 2, 3, 4, 5}
    assert any(len({W.shape for W, _ in each}) == 1 and len(each) > 1 for each in params)
