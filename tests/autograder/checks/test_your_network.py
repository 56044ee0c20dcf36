"""Lesson 15: the answers to its questions are true, and every wrong one gets a sentence of its own."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from autograder.checks import exercises
from autograder.checks.exercise import Examination, QuestionsExercise
from course import own
from tests.autograder.checks.junk import JUNK

LESSON = "15-your-network"
CHECKS = exercises(LESSON)
RIGHT = {"q1": 2420, "q2": "c", "q3": "b"}


def examine(answers: Any) -> Examination:
    return CHECKS["questions"].examine(answers)


def sentence(question: str, answer: Any) -> str:
    return examine(RIGHT | {question: answer}).message.splitlines()[0]


def questions() -> QuestionsExercise:
    found = CHECKS["questions"]
    assert isinstance(found, QuestionsExercise)
    return found


# What the answers say is so


def test_the_judge_makes_as_many_passes_as_the_first_answer_says() -> None:
    calls = []
    theta = np.zeros(sum(n * p + n for p, n in pairwise([64, 16, 10])))
    own.numerical_gradient(lambda t: calls.append(t) or 0.0, theta)
    assert len(calls) == RIGHT["q1"]


def gradients(hidden: str, **slips: Any) -> list[Any]:
    """The gradients of a network of two layers, relu or identity in the hidden one, with pieces of it replaced."""
    use = own.Pieces([own.Found(p, slips.get(p.name, p.given)) for p in own.PIECES], True)
    g, slope = (use.relu, use.relu_prime) if hidden == "relu" else (lambda z: z, np.ones_like)
    rng = np.random.default_rng(3)
    X, Y = rng.normal(size=(5, 8)), np.eye(4)[:, rng.integers(4, size=8)]
    (W1, b1), (W2, b2) = own.he_initialization([5, 6, 4], rng)
    Z1 = W1 @ X + b1
    A1 = g(Z1)
    dZ2 = use.softmax_output_delta(own.softmax(W2 @ A1 + b2), Y)
    dZ1 = use.linear_gradient(use.previous_activation_gradient(W2, dZ2), Z1, slope)
    layers = ((dZ1, X), (dZ2, A1))
    return [part for dZ, A_prev in layers for part in (use.weight_gradient(dZ, A_prev), use.bias_gradient(dZ))]


SLIPS = {
    "a": {"weight_gradient": lambda dZ, A_prev: dZ @ A_prev.T},
    "b": {"previous_activation_gradient": lambda W, dZ: np.reshape(W, W.shape[::-1]) @ dZ},
    "c": {"relu_prime": lambda z: 1.0 * (z < 0)},
    "d": {"softmax_output_delta": lambda A, Y: A * (A - Y)},
}


@pytest.mark.parametrize("letter", SLIPS)
def test_one_slip_alone_has_the_symptoms_of_the_second_question(letter: str) -> None:
    right = {hidden: gradients(hidden) for hidden in ("relu", "identity")}
    same = {
        hidden: [np.allclose(*pair) for pair in zip(gradients(hidden, **SLIPS[letter]), right[hidden], strict=True)]
        for hidden in right
    }
    symptoms = same == {"relu": [False, False, True, True], "identity": [True] * 4}
    assert symptoms == (letter == RIGHT["q2"])


def test_zeros_have_the_symptoms_of_the_third_question() -> None:
    """All outputs are a tenth at the start, and only the last biases ever move: as far as digits differ in number."""
    from course.data import digits

    X, Y, _, _ = digits.load()
    b, costs = np.zeros((10, 1)), []
    W = [np.zeros((16, 64)), np.zeros((10, 16))]
    for _ in range(20):
        A = own.softmax(W[1] @ own.relu(W[0] @ X) + b + np.zeros((1, X.shape[1])))
        costs.append(own.categorical_cross_entropy(A, Y))
        assert not own.weight_gradient(A - Y, own.relu(W[0] @ X)).any()
        assert not own.previous_activation_gradient(W[1], A - Y).any()
        b = b - 0.5 * own.bias_gradient(A - Y)
    assert round(costs[0], 3) == 2.303
    assert {f"{each:.2f}" for each in costs} == {"2.30"}


# What is said to answers


@pytest.mark.parametrize("answers", [RIGHT, {"q1": np.float64(2420), "q2": " C", "q3": "B"}, {"q3": "b", **RIGHT}])
def test_right_answers(answers: Any) -> None:
    assert examine(answers).credit == 1


def test_some_right_answers() -> None:
    assert examine(RIGHT | {"q1": 1210}).credit == pytest.approx(2 / 3)
    assert examine({"q2": "c"}).credit == pytest.approx(1 / 3)
    assert "q1: not answered yet" in examine({"q2": "c"}).message


def test_every_wrong_answer_has_its_own_sentence() -> None:
    said = [sentence(name, wrong) for name, question in questions().questions.items() for wrong in question.wrong]
    assert len(set(said)) == len(said) == 11 + 3 + 3
    assert all("2420" not in each and "2,420" not in each for each in said)
    assert "Two steps" in sentence("q1", 7)


def test_every_letter_has_its_sentence() -> None:
    for name in ("q2", "q3"):
        assert {RIGHT[name], *questions().questions[name].wrong} == set("abcd")


@given(JUNK)
@settings(max_examples=100)
def test_junk_is_answered_in_words(junk: Any) -> None:
    assert examine(junk).credit == 0
    assert examine(RIGHT | {"q1": junk}).credit == pytest.approx(2 / 3)
    assert examine(junk).message
