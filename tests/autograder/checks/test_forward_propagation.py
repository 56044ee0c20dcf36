"""Lesson 04: right answers pass however they are written, wrong ones fail, and the mistakes behind them are named."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from autograder.checks import exercises
from autograder.checks.exercise import Examination, FunctionExercise
from tests.autograder.checks.junk import JUNK

LESSON = "04-forward-propagation"
CHECKS = exercises(LESSON)


def examine(exercise: str, answer: Any) -> Examination:
    return CHECKS[exercise].examine(answer)


# Right answers


def shapes_by_index(layer_sizes: Any) -> Any:
    shapes = []
    for layer in range(1, len(layer_sizes)):
        shapes.append([[layer_sizes[layer], layer_sizes[layer - 1]], [layer_sizes[layer], 1]])
    return tuple(shapes)


def shapes_by_recursion(layer_sizes: Any) -> Any:
    if len(layer_sizes) < 2:
        return []
    before, here, *_ = layer_sizes
    return [((here, before), (here, 1)), *shapes_by_recursion(layer_sizes[1:])]


def shapes_in_arrays(layer_sizes: Any) -> Any:
    return [[np.array([n, p]), np.array([n, 1])] for p, n in pairwise(layer_sizes)]


def shapes_of_arrays(layer_sizes: Any) -> Any:
    return [(np.zeros((n, p)).shape, np.zeros((n, 1)).shape) for p, n in pairwise(layer_sizes)]


def linear_by_loops(W: Any, A_prev: Any, b: Any) -> Any:
    Z = np.empty((W.shape[0], A_prev.shape[1]))
    for r in range(W.shape[0]):
        for i in range(A_prev.shape[1]):
            Z[r, i] = b[r, 0] + math.fsum(W[r, j] * A_prev[j, i] for j in range(W.shape[1]))
    return Z


def linear_with_bias_repeated(W: Any, A_prev: Any, b: Any) -> Any:
    return np.dot(W, A_prev) + np.repeat(b, A_prev.shape[1], axis=1)


def linear_with_a_row_of_ones(W: Any, A_prev: Any, b: Any) -> Any:
    return np.hstack([b, W]) @ np.vstack([np.ones((1, A_prev.shape[1])), A_prev])


def g(name: str, Z: Any) -> Any:
    if name == "softmax":
        powers = np.exp(Z)
        return powers / powers.sum(axis=0, keepdims=True)
    return {
        "identity": lambda Z: Z,
        "sigmoid": lambda Z: 1 / (1 + np.exp(-Z)),
        "tanh": np.tanh,
        "relu": lambda Z: Z * (Z > 0),
        "leaky_relu": lambda Z: np.maximum(Z, 0.01 * Z),
    }[name](Z)


def forward_by_index(X: Any, params: Any, activations: Any) -> Any:
    A, Z = {0: X}, {}
    for layer in range(1, len(params) + 1):
        W, b = params[layer - 1]
        Z[layer] = W @ A[layer - 1] + b
        A[layer] = g(activations[layer - 1], Z[layer])
    return A[len(params)], [(A[layer - 1], Z[layer]) for layer in range(1, len(params) + 1)]


def forward_with_lists_and_tuples(X: Any, params: Any, activations: Any) -> Any:
    A, caches = X.copy(), ()
    for (W, b), name in zip(params, activations, strict=True):
        Z = linear_by_loops(W, A, b)
        caches = (*caches, [A, Z])
        A = g(name, Z)
    return [A, caches]


def forward_with_views(X: Any, params: Any, activations: Any) -> Any:
    A, caches = X, []
    for (W, b), name in zip(params, activations, strict=True):
        Z = (A.T @ W.T + b.T).T
        caches.append((A[:], Z))
        A = g(name, Z)
    return A, caches


def forward_by_recursion(X: Any, params: Any, activations: Any) -> Any:
    if not params:
        return X, []
    W, b = params[0]
    Z = linear_with_a_row_of_ones(W, X, b)
    A, caches = forward_by_recursion(g(activations[0], Z), params[1:], activations[1:])
    return A, [(X, Z), *caches]


def forward_one_example_at_a_time(X: Any, params: Any, activations: Any) -> Any:
    results = [forward_by_index(X[:, [i]], params, activations) for i in range(X.shape[1])]
    caches = [
        tuple(np.hstack([caches[layer][k] for _, caches in results]) for k in range(2)) for layer in range(len(params))
    ]
    return np.hstack([A for A, _ in results]), caches


def theta_split(X: Any, thetas: Any, g: Any) -> Any:
    A = X
    for theta in thetas:
        A = g(theta[:, 1:] @ A + theta[:, [0]])
    return A


def theta_with_insert(X: Any, thetas: Any, g: Any) -> Any:
    for theta in thetas:
        X = g(np.dot(theta, np.insert(X, 0, 1.0, axis=0)))
    return X


def theta_by_columns(X: Any, thetas: Any, g: Any) -> Any:
    return np.stack([theta_by_recursion(x, thetas, g) for x in X.T], axis=1)


def theta_by_recursion(a: Any, thetas: Any, g: Any) -> Any:
    return theta_by_recursion(g(thetas[0] @ np.r_[1.0, a]), thetas[1:], g) if thetas else a


def theta_with_the_unit_kept(X: Any, thetas: Any, g: Any) -> Any:
    ones = np.ones((1, X.shape[1]))
    A = np.concatenate([ones, X])
    for theta in thetas[:-1]:
        A = np.concatenate([ones, g(theta @ A)])
    return g(thetas[-1] @ A)


RIGHT: dict[str, list[Callable[..., Any]]] = {
    "parameter_shapes": [shapes_by_index, shapes_by_recursion, shapes_in_arrays, shapes_of_arrays],
    "count_parameters": [
        lambda sizes: sum(math.prod(W) + math.prod(b) for W, b in shapes_by_index(sizes)),
        lambda sizes: sum(map(operator.mul, sizes, sizes[1:])) + sum(sizes[1:]),
        lambda sizes: np.dot(np.array(sizes[1:]), np.array(sizes[:-1]) + 1),
        lambda sizes: list(accumulate(n * (p + 1) for p, n in pairwise(sizes)))[-1],
        lambda sizes: sum(np.zeros(W).size + np.zeros(b).size for W, b in shapes_of_arrays(sizes)),
    ],
    "linear_forward": [
        linear_by_loops,
        linear_with_bias_repeated,
        linear_with_a_row_of_ones,
        lambda W, A_prev, b: np.einsum("rj,ji->ri", W, A_prev) + b,
        lambda W, A_prev, b: (A_prev.T @ W.T + b.T).T,
        lambda W, A_prev, b: np.stack([W @ a + b[:, 0] for a in A_prev.T], axis=1),
        lambda W, A_prev, b: np.asfortranarray(W.dot(A_prev) + b.reshape(-1, 1)),
        lambda W, A_prev, b: np.array([[sum(w * a) + c[0] for a in A_prev.T] for w, c in zip(W, b, strict=True)]),
    ],
    "forward": [
        forward_by_index,
        forward_with_lists_and_tuples,
        forward_with_views,
        forward_by_recursion,
        forward_one_example_at_a_time,
    ],
    "forward_theta": [theta_split, theta_with_insert, theta_by_columns, theta_with_the_unit_kept],
}


@pytest.mark.parametrize(("exercise", "answer"), [(name, g) for name, answers in RIGHT.items() for g in answers])
def test_a_right_answer_passes_however_it_is_written(exercise: str, answer: Callable[..., Any]) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 1, examination.message


SHAPES = {
    "W1": (3, 2), "b1": (3, 1), "Z1": (3, 4), "A1": (3, 4), "W2": (1, 3), "b2": (1, 1), "Z2": (1, 4), "A2": (1, 4),
}  # fmt: skip
PRINTED = {
    "net_h1": 0.3775,
    "out_h1": 0.593269992,
    "out_h2": 0.596884378,
    "net_o1": 1.105905967,
    "out_o1": 0.75136507,
    "out_o2": 0.772928465,
}


@pytest.mark.parametrize(
    "turn",
    [
        lambda shapes: shapes,
        lambda shapes: {key: list(shape) for key, shape in shapes.items()},
        lambda shapes: {key: np.zeros(shape).shape for key, shape in reversed(shapes.items())},
        lambda shapes: {key: np.array(shape) for key, shape in shapes.items()},
        lambda shapes: {**shapes, "A0": (2, 4)},
    ],
)
def test_predicted_shapes_may_be_tuples_or_lists_in_any_order(turn: Callable[[Any], Any]) -> None:
    assert examine("predicted_shapes", turn(SHAPES)).credit == 1


@pytest.mark.parametrize(
    "turn",
    [
        lambda numbers: numbers,
        lambda numbers: {key: np.float64(x) for key, x in numbers.items()},
        lambda numbers: {key: np.array(x) for key, x in numbers.items()},
        lambda numbers: {key: np.array([x]) for key, x in numbers.items()},
        lambda numbers: {key: np.array([[x]]) for key, x in numbers.items()},
        lambda numbers: {key: round(x, 8) for key, x in numbers.items()},
        lambda numbers: {**numbers, "net_h2": 0.3925, "net_o2": 1.224921404},
    ],
)
def test_mazur_s_digits_may_be_copied_from_print(turn: Callable[[Any], Any]) -> None:
    assert examine("mazur_forward", turn(PRINTED)).credit == 1


def test_mazur_to_full_precision() -> None:
    W1, W2 = np.array([[0.15, 0.2], [0.25, 0.3]]), np.array([[0.4, 0.45], [0.5, 0.55]])
    params = [(W1, np.full((2, 1), 0.35)), (W2, np.full((2, 1), 0.6))]
    A, [(_, Z1), (A1, Z2)] = forward_by_index(np.array([[0.05], [0.1]]), params, ["sigmoid"] * 2)
    numbers = (Z1[0, 0], A1[0, 0], A1[1, 0], Z2[0, 0], A[0, 0], A[1, 0])
    assert examine("mazur_forward", dict(zip(PRINTED, numbers, strict=True))).credit == 1


def test_right_answers_to_the_questions() -> None:
    assert examine("questions", {"q1": "B", "q2": " c", "q3": 0.1 * 4, "q4": "a"}).credit == 1
    assert examine("bug", {"line": 6, "why": "C"}).credit == 1
    assert examine("bug", {"line": 7, "why": "c"}).credit == 0.5


def test_a_number_of_another_kind_is_commented_on() -> None:
    assert examine("questions", {"q3": 0.0360302}).message.count("rise of the output") == 1


# Wrong answers


def test_a_transposed_product_is_recognised_in_whatever_containers_it_comes() -> None:
    """Tuples for lists do not hide a mistake."""

    def answer(X: Any, params: Any, activations: Any) -> Any:
        A, caches = X, ()
        for (W, b), name in zip(params, activations, strict=True):
            Z = W.T @ A + b
            caches = (*caches, [A, Z])
            A = g(name, Z)
        return [A, caches]

    assert examine("forward", answer).misconception == "weights-transposed"


def test_a_message_about_forward_says_which_layer_and_which_array_went_wrong_first() -> None:
    def second_bias_twice(X: Any, params: Any, activations: Any) -> Any:
        A, caches = X, []
        for layer, ((W, b), name) in enumerate(zip(params, activations, strict=True)):
            caches.append((A, W @ A + (1 + (layer == 1)) * b))
            A = g(name, caches[-1][1])
        return A, caches

    message = examine("forward", second_bias_twice).message
    assert "Got:      Z in the cache of layer 2: array(" in message
    assert "Z in the cache of layer 2: none of the values is right." in message
    assert "layer 1" not in message
    assert "value number" not in message


def right_but(A_L: Callable[[Any], Any] = lambda A: A, cache: Callable[[Any, Any], Any] = lambda A, Z: (A, Z)) -> Any:
    def answer(X: Any, params: Any, activations: Any) -> Any:
        A, caches = forward_by_index(X, params, activations)
        return A_L(A), [cache(*each) for each in caches]

    return answer


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (right_but(A_L=lambda A: A.tolist()), "A_L is a list"),
        (right_but(A_L=lambda A: A.astype(np.float32)), "A_L is stored as float32"),
        (right_but(A_L=lambda A: A.sum(axis=1)), "A_L has shape (2,); shape (2, 2) is expected."),
        (right_but(cache=lambda A, Z: (A, None)), "Z in the cache of layer 1 is None."),
        (right_but(cache=lambda A, Z: (A, Z[0])), "Z in the cache of layer 1 has shape (2,)"),
        (right_but(cache=lambda A, Z: {"A_prev": A, "Z": Z}), "The cache of layer 1 holds a dict"),
        (right_but(cache=lambda A, Z: Z), "The cache of layer 1 holds an array of shape (2, 2)"),
        (lambda X, params, activations: (X, None), "`caches` is nothing (None)"),
        (lambda X, params, activations: (X, zip([X], [X], strict=True)), "`caches` is a zip"),
        (lambda X, params, activations: (X, [(X, X)] * 9), "`caches` has length 9; 2 layers with weights make 2"),
        (lambda X, params, activations: (X, X, X), "You returned 3 things"),
        (lambda X, params, activations: {"A": X}, "You returned a dict; two things are expected"),
        (lambda X, params, activations: None, "`return` line"),
        (lambda X, params: X, "forward(X, params, activations)"),
        (lambda X, params, activations: params.pop() and None, "`params` was changed in place"),
    ],
)
def test_a_wrong_form_of_forward_is_described(answer: Any, words: str) -> None:
    examination = examine("forward", answer)
    assert examination.credit == 0
    assert examination.misconception is None
    assert words in examination.message, examination.message


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda sizes: {}, "You returned a dict; a list is expected"),
        (lambda sizes: shapes_of_arrays([*sizes, 1]), "The list has length 2; 1 pair is expected"),
        (lambda sizes: [np.array(pair) for pair in shapes_of_arrays(sizes)], "the list holds an array of shape (2, 2)"),
        (lambda sizes: np.array(shapes_of_arrays(sizes)), "You returned an array of shape (1, 2, 2)"),
        (lambda sizes: [None for _ in sizes[1:]], "For layer 1 the list holds nothing (None)"),
        (lambda sizes: [((n, p, 1), (n, 1)) for p, n in pairwise(sizes)], "a pair is expected, (rows, columns)."),
        (lambda sizes: [((n, p), (n, 2)) for p, n in pairwise(sizes)], "b in layer 1 is (2, 2); (2, 1) is expected."),
        (lambda sizes: [((float(n), p), (n, 1)) for p, n in pairwise(sizes)], "whole number (int)"),
    ],
)
def test_a_wrong_form_of_parameter_shapes_is_described(answer: Any, words: str) -> None:
    examination = examine("parameter_shapes", answer)
    assert examination.credit == 0
    assert examination.misconception is None
    assert words in examination.message, examination.message


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (None, "no value yet"),
        (..., "no value yet"),
        ([(3, 2)], "a list; it should be a dict"),
        (shapes_by_index, "a function; it should be a dict"),
        ({"W1": (3, 2)}, 'no value yet for "b1", "Z1"'),
        ({**SHAPES, "Z2": None}, 'no value yet for "Z2"'),
        ({**SHAPES, "b2": ...}, 'no value yet for "b2"'),
        ({**SHAPES, "b1": 3}, "`b1` is the number 3; a shape is a pair"),
        ({**SHAPES, "b1": "(3, 1)"}, "`b1` is the text"),
        ({**SHAPES, "b1": (3.0, 1.0)}, "whole numbers"),
        ({**SHAPES, "b1": np.zeros((3, 1))}, "its shape is asked for"),
        ({**SHAPES, "Z1": (5, 4)}, "Z1 has a row for each hidden neuron"),
        ({**SHAPES, "Z1": (5, 4)}, "7 of the 8 entries are right; not yet: `Z1`."),
        (dict.fromkeys(SHAPES, (9, 9)), "None of the entries is right yet."),
    ],
)
def test_a_wrong_form_of_predicted_shapes_is_described(answer: Any, words: str) -> None:
    examination = examine("predicted_shapes", answer)
    assert examination.credit == 0
    assert examination.misconception is None
    assert words in examination.message, examination.message


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({**PRINTED, "out_h1": "0.59"}, "without quotation marks"),
        ({**PRINTED, "out_h1": np.zeros(2)}, "one number is expected"),
        ({**PRINTED, "out_h1": True}, "truth value"),
        ({**PRINTED, "out_h1": np.array([True])}, "truth value"),
        ({**PRINTED, "out_h1": np.array(["0.59"])}, "without quotation marks"),
        ({**PRINTED, "out_h1": 10**400}, "out_h1 is the sigmoid of net_h1."),
        ({**PRINTED, "net_o1": 1.1059}, "rounded"),
        ({**PRINTED, "net_o1": math.nan}, "net_o1 is the weighted sum of o1"),
    ],
)
def test_a_wrong_form_of_mazur_forward_is_described(answer: Any, words: str) -> None:
    examination = examine("mazur_forward", answer)
    assert examination.credit == 0
    assert words in examination.message, examination.message


def test_the_first_wrong_number_is_the_one_to_talk_about() -> None:
    """w6 and w7 exchanged: the hidden layer is right, and everything after it is not."""
    wrong = {**PRINTED, "net_o1": 0.4 * 0.593269992 + 0.5 * 0.596884378 + 0.6, "out_o1": 0.757, "out_o2": 0.767}
    examination = examine("mazur_forward", wrong)
    assert examination.misconception == "weights-transposed"
    assert "mazur_forward['net_o1'] = 1.13575" in examination.message
    assert examination.message.endswith("3 of the 6 entries are right; not yet: `net_o1`, `out_o1`, `out_o2`.")


def test_another_stop_is_not_taken_for_a_missing_bias_unit() -> None:
    def stops(X: Any, thetas: Any, g: Any) -> Any:
        raise ValueError("something else")

    assert examine("forward_theta", stops).misconception is None


@settings(max_examples=30)
@given(JUNK)
def test_an_examination_never_fails_for_what_stands_in_an_answer(junk: Any) -> None:
    for name, right in (("predicted_shapes", SHAPES), ("mazur_forward", PRINTED)):
        for key in right:
            assert examine(name, {**right, key: junk}).credit in (0, 1)
    for answer in (
        lambda X, p, a: (X, junk),
        lambda X, p, a: (X, [junk] * len(p)),
        lambda X, p, a: (X, [(X, junk)] * len(p)),
    ):
        assert examine("forward", answer).credit == 0


# What an author has to keep


@pytest.mark.parametrize("name", ["linear_forward", "forward", "forward_theta"])
def test_cases_include_the_edges(name: str) -> None:
    check = CHECKS[name]
    assert isinstance(check, FunctionExercise)
    cases = check.tried()
    assert {case.layout for case in cases} == {"plain", "read-only", "strided", "fortran"}
    inputs = [case.args[1] if name == "linear_forward" else case.args[0] for case in cases]
    assert any(X.shape[1] == 1 < X.shape[0] for X in inputs)
    assert any(X.shape[0] == 1 < X.shape[1] for X in inputs)
    assert any(X.size == 1 for X in inputs)
    assert any(not X.any() for X in inputs)


def test_forward_is_tried_with_one_to_five_layers_and_every_activation() -> None:
    check = CHECKS["forward"]
    assert isinstance(check, FunctionExercise)
    assert {len(case.args[1]) for case in check.tried()} == {1, 2, 3, 4, 5}
    names = {"identity", "sigmoid", "tanh", "relu", "leaky_relu", "softmax"}
    assert {name for case in check.tried() for name in case.args[2]} == names
    assert {case.args[2][0] for case in check.tried() if len(case.args[1]) == 1} == names
