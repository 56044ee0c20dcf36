"""The checks of lesson 01: every misconception is named, every right answer passes however it is written."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.checks import WrongAnswer, exercises, grade
from autograder.checks.neurons import GATE_MISCONCEPTIONS, WANTED
from autograder.checks.outcome import alike, call
from autograder.reference import neurons as reference

LESSON = "01-neurons"
CHECKS = exercises(LESSON)
FUNCTIONS = ("weighted_sum", "neuron", "neuron_batch", "xor", "layer")
NAMED = [(name, m) for name, exercise in CHECKS.items() for m in exercise.misconceptions]
FORMS = [(name, m, form) for name, m in NAMED for form in m.forms]


def test_the_exercises_are_those_of_the_curriculum():
    assert list(CHECKS) == ["weighted_sum", "neuron", "neuron_batch", "gates", "xor", "layer", "questions"]


@pytest.mark.parametrize(("name", "misconception"), NAMED, ids=[f"{n}-{m.name}" for n, m in NAMED])
def test_a_sentence_is_two_lines_at_most_and_gives_no_code(name, misconception):
    assert len(misconception.sentence) <= 200
    assert not any(code in misconception.sentence for code in ("np.", "@", "return ", "lambda", ".T", "axis=", "!"))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_cases_tell_all_misconceptions_apart(name):
    exercise = CHECKS[name]
    cases = exercise.tried()
    for one, other in itertools.combinations(exercise.misconceptions, 2):
        outcomes = [(call(one.wrong, case), call(other.wrong, case)) for case in cases]
        assert not all(alike(a, b, exercise.tolerance) for a, b in outcomes), f"{one.name} and {other.name}"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_same_cases_come_every_time(name):
    one, other = ([repr(case) for case in CHECKS[name].tried()] for _ in range(2))
    assert one == other


# --- right answers, written in other ways ---


def sum_by_loop(w, x, b):
    total = b
    for w_j, x_j in zip(w, x, strict=True):
        total += w_j * x_j
    return total


def sum_by_recursion(w, x, b):
    return b if len(w) == 0 else w[0] * x[0] + sum_by_recursion(w[1:], x[1:], b)


def sum_with_a_bias_unit(w, x, b):
    return np.concatenate([[b], w]) @ np.concatenate([[1.0], x])


def batch_by_loop(w, X, b, g):
    a = np.zeros(X.shape[1])
    for i in range(X.shape[1]):
        a[i] = g(sum_by_loop(w, X[:, i], b))
    return a


def batch_on_a_copy(w, X, b, g):
    X = X.copy()
    X *= w.reshape(-1, 1)
    Z = X.sum(axis=0)
    Z += b
    return g(Z)


def layer_by_loops(W, X, b, g):
    A = np.empty((len(W), X.shape[1]))
    for r, i in np.ndindex(A.shape):
        A[r, i] = g(sum_by_loop(W[r], X[:, i], b[r, 0]))
    return A


def layer_in_place_on_its_own_array(W, X, b, g):
    Z = np.dot(W, X)
    Z += b
    return g(Z)


RIGHT = [
    ("weighted_sum", lambda w, x, b: np.dot(w, x) + b),
    ("weighted_sum", lambda w, x, b: float(np.sum(np.multiply(w, x))) + b),
    ("weighted_sum", lambda w, x, b: np.einsum("j,j->", w, x) + b),
    ("weighted_sum", lambda w, x, b: math.fsum([*(float(p) * float(q) for p, q in zip(w, x, strict=True)), b])),
    ("weighted_sum", lambda w, x, b: np.array(w @ x + b)),
    ("weighted_sum", lambda weights, inputs, bias: bias + sum(weights * inputs)),
    ("weighted_sum", lambda *all_of_them: all_of_them[0].dot(all_of_them[1]) + all_of_them[2]),
    ("weighted_sum", sum_by_loop),
    ("weighted_sum", sum_by_recursion),
    ("weighted_sum", sum_with_a_bias_unit),
    ("weighted_sum", np.vectorize(lambda w, x, b: w @ x + b, signature="(n),(n),()->()")),
    ("neuron", lambda w, x, b, g: g(w @ x + b)),
    ("neuron", lambda w, x, b, g: g(sum_by_loop(w, x, b))),
    ("neuron", lambda w, x, b, g: g(np.array([w @ x + b]))[0]),
    ("neuron", lambda w, x, b, g: float(g(sum_with_a_bias_unit(w, x, b)))),
    ("neuron_batch", lambda w, X, b, g: g(X.T @ w + b)),
    ("neuron_batch", lambda w, X, b, g: g(np.einsum("j,ji->i", w, X) + b)),
    ("neuron_batch", lambda w, X, b, g: g((w[:, None] * X).sum(axis=0) + b)),
    ("neuron_batch", lambda w, X, b, g: g(w.reshape(1, -1) @ X + b).ravel()),
    ("neuron_batch", lambda w, X, b, g: np.array([g(w @ x + b) for x in X.T])),
    ("neuron_batch", lambda w, X, b, g: np.apply_along_axis(lambda x: g(w @ x + b), 0, X)),
    ("neuron_batch", lambda w, X, b, g: np.hstack([g(w @ X[:, [i]] + b) for i in range(X.shape[1])])),
    ("neuron_batch", batch_by_loop),
    ("neuron_batch", batch_on_a_copy),
    ("xor", lambda x1, x2: x1 ^ x2),
    ("xor", lambda x1, x2: x1 != x2),
    ("xor", lambda x1, x2: np.int64(x1 + x2 == 1)),
    ("xor", lambda x1, x2: np.uint8(abs(x1 - x2))),
    ("xor", lambda x1, x2: x1 + x2 - 2 * x1 * x2),
    ("xor", lambda x1, x2: [[0, 1], [1, 0]][x1][x2]),
    ("layer", lambda W, X, b, g: g(W.dot(X) + b)),
    ("layer", lambda W, X, b, g: g((X.T @ W.T + b.T).T)),
    ("layer", lambda W, X, b, g: g(np.einsum("rj,ji->ri", W, X) + b)),
    ("layer", lambda W, X, b, g: g(np.tensordot(W, X, 1) + b.ravel()[:, None])),
    ("layer", lambda W, X, b, g: g(np.hstack([b, W]) @ np.vstack([np.ones((1, X.shape[1])), X]))),
    (
        "layer",
        lambda W, X, b, g: np.array([reference.neuron_batch(w, X, bias, g) for w, bias in zip(W, b, strict=True)]),
    ),
    ("layer", lambda W, X, b, g: np.vstack([g(W[r] @ X + b[r]) for r in range(len(W))])),
    ("layer", lambda W, X, b, g: np.column_stack([g(W @ x + b[:, 0]) for x in X.T])),
    ("layer", layer_by_loops),
    ("layer", layer_in_place_on_its_own_array),
]


@pytest.mark.parametrize(("name", "answer"), RIGHT)
def test_a_right_answer_passes_however_it_is_written(name, answer, capsys):
    assert grade(LESSON, name, answer) is None
    assert capsys.readouterr().out.startswith("All ")


# --- wrong answers that have no name: what the student reads instead ---


@pytest.mark.parametrize(
    ("name", "answer", "says"),
    [
        ("weighted_sum", lambda w, x, b: None, "returned None"),
        ("weighted_sum", lambda w, x, b: [w @ x + b], "You returned a list where a number (float) is expected"),
        ("weighted_sum", lambda w, x, b: np.array([w @ x + b]), "The number in it is right"),
        ("weighted_sum", lambda w, x, b: np.float32(w @ x + b), "float32"),
        ("weighted_sum", lambda w, x, b: 2 * (w @ x + b), "exactly 2 times too large"),
        ("weighted_sum", lambda w, x, b: -(w @ x + b), "the sign is wrong"),
        ("weighted_sum", lambda w, x: w @ x, "The function is called as `weighted_sum(w, x, b)`."),
        ("weighted_sum", lambda w, x, b: w @ x + bias, "name 'bias' is not defined"),  # noqa: F821
        ("weighted_sum", 13.5, "it should be a function"),
        ("neuron", lambda w, x, b, g: g, "You returned a function"),
        ("neuron_batch", lambda w, X, b, g: list(g(w @ X + b)), "The values are right, so only the last line"),
        (
            "neuron_batch",
            lambda w, X, b, g: np.squeeze(g(w @ X + b)),
            "only those with one example (m = 1) or with one input",
        ),
        (
            "layer",
            lambda W, X, b, g: g(W @ X + b)[0] if len(W) == 1 else g(W @ X + b),
            "only those with one neuron (n_l = 1) or with one neuron with one input",
        ),
        ("layer", lambda W, X, b, g: g(W @ X + b).astype(int), "int64"),
        ("xor", lambda x1, x2: {}["AND"], "KeyError"),
        ("xor", lambda x1, x2: x1 + x2, "3 of the 4 inputs we tried came out right."),
    ],
)
def test_an_unnamed_mistake_is_described(name, answer, says):
    examination = CHECKS[name].examine(answer)
    assert examination.credit == 0
    assert examination.misconception is None
    assert says in examination.message


def test_the_evidence_shows_the_smallest_ordinary_input_with_g_in_words():
    message = CHECKS["neuron"].examine(lambda w, x, b, g: w @ x + b).message
    assert (
        "Tried:    neuron(np.array([1., 2.]), np.array([3., -1.]), 0.5, square_plus_one), "
        "where square_plus_one is the function g(z) = z² + 1.\n"
        "Got:      1.5\nExpected: 3.25\n"
    ) in message


# --- gates ---

SQUARE = [-3.0, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0]
WEIGHTS = st.tuples(st.tuples(*[st.floats(-4, 4)] * 2), st.floats(-4, 4)).filter(
    lambda gate: all(abs(v) > 1e-6 or v == 0 for v in (*gate[0], gate[1]))
)


def behaves(name, gate):
    return tuple(reference.fires(gate, x1, x2) for x1, x2 in reference.INPUTS) == WANTED[name]


@given(st.fixed_dictionaries(dict.fromkeys(WANTED, WEIGHTS)))
def test_gates_are_right_exactly_when_they_behave_rightly(gates):
    examination = CHECKS["gates"].examine(gates)
    assert (examination.credit == 1) == all(behaves(name, gates[name]) for name in WANTED)


@pytest.mark.parametrize("name", WANTED)
def test_every_wrong_gate_has_a_name(name):
    named = set()
    for w1, w2, b in itertools.product(SQUARE, repeat=3):
        gate = ((w1, w2), b)
        if not behaves(name, gate):
            examination = CHECKS["gates"].examine({**reference.GATES, name: gate})
            named.add(examination.misconception)
    assert None not in named
    assert len(named) >= 6


def test_the_first_wrong_gate_is_worked_out_and_the_right_ones_are_said_to_be_right():
    message = CHECKS["gates"].examine({**reference.GATES, "NAND": ((-1.0, -1.0), 1.0)}).message
    assert message.startswith(next(m for m in GATE_MISCONCEPTIONS if m.name == "on-the-line").sentence)
    assert "Tried:    NAND = ((-1, -1), 1) on x1 = 0, x2 = 1\n" in message
    assert "z = (−1)·0 + (−1)·1 + 1 = 0, not above 0, so it stays quiet\nGot:      0\nExpected: 1\n" in message
    assert message.endswith("AND and OR are right; NAND is not yet.")


@pytest.mark.parametrize(
    "gates",
    [
        {name: [list(w), b] for name, (w, b) in reference.GATES.items()},
        {name: (np.array(w), np.float32(b)) for name, (w, b) in reference.GATES.items()},
        {"AND": ((1, 1), -1), "OR": ((1, 1), 0), "NAND": ((-2, -2), 3)},
        {"AND": ((0.3, 5), -5.1), "OR": ((100, 7), -1e-9), "NAND": ((-1, -4), 4.5)},
        {**reference.GATES, "NOR": ((-1.0, -1.0), 0.5)},
    ],
)
def test_any_gates_pass_that_behave_rightly_in_any_form(gates):
    assert CHECKS["gates"].examine(gates).credit == 1


GOOD = ((1, 1), -0.5)


@pytest.mark.parametrize(
    ("gates", "says"),
    [
        (None, "`gates` is empty so far"),
        (..., "`gates` is empty so far"),
        ({}, "`gates` is empty so far"),
        ([GOOD, GOOD, GOOD], "`gates` is a list; it should be a dict"),
        ({"AND": GOOD, "OR": GOOD}, "`gates` lacks 'NAND'; the keys it has are 'AND' and 'OR'."),
        ({"and": GOOD, "or": GOOD, "nand": GOOD}, "`gates` lacks 'AND', 'OR' and 'NAND'"),
        ({**reference.GATES, "OR": (1, 1, -0.5)}, "OR holds three numbers in a row"),
        ({**reference.GATES, "OR": np.array([1, 1, -0.5])}, "OR holds three numbers in a row"),
        ({**reference.GATES, "OR": (1, 1)}, "OR: the weights are 1; a pair of two numbers"),
        ({**reference.GATES, "OR": ((1, 1, 1), -0.5)}, "OR: the weights are (1, 1, 1)"),
        ({**reference.GATES, "OR": ((1, 1), -0.5, 0, 0)}, "OR does not have two parts"),
        ({**reference.GATES, "OR": np.array(1.0)}, "OR does not have two parts"),
        ({**reference.GATES, "OR": (-0.5, (1, 1))}, "OR has the bias first"),
        ({**reference.GATES, "OR": ((1, 1), [-0.5])}, "OR: b is [-0.5]. Write the bias as a number"),
        ({**reference.GATES, "OR": 3}, "OR is the number 3; two weights and a bias are expected"),
        ({**reference.GATES, "OR": "((1, 1), 1)"}, "OR is the text"),
        ({**reference.GATES, "OR": {"w": (1, 1), "b": 1}}, "OR is a dict"),
        (
            {**reference.GATES, "OR": (("1", 1), -0.5)},
            "OR: w1 is the text '1'. Write the number without quotation marks.",
        ),
        ({**reference.GATES, "OR": ((1, None), -0.5)}, "OR: w2 is nothing (None)"),
        ({**reference.GATES, "OR": ((1, True), -0.5)}, "OR: w2 is the truth value True"),
        ({**reference.GATES, "OR": ((1, 1j), -0.5)}, "OR: w2 is the number 1j"),
        ({**reference.GATES, "OR": ((1, 1), math.nan)}, "OR: b is nan"),
        ({**reference.GATES, "OR": ((1, math.inf), -0.5)}, "OR: w2 is inf"),
        ({**reference.GATES, "OR": ((1, 1), 10**400)}, "OR: b is inf"),
        ({**reference.GATES, "OR": (np.ones((2, 1)), -0.5)}, "OR: w1 is an array of shape (1,)"),
    ],
)
def test_the_form_of_gates_is_strict_and_the_sentence_helps(gates, says):
    examination = CHECKS["gates"].examine(gates)
    assert examination.credit == 0
    assert examination.misconception is None
    assert says in examination.message


# --- questions ---


def test_the_right_answers_earn_a_point_each(capsys):
    assert CHECKS["questions"].points == 3
    assert grade(LESSON, "questions", {"q1": "b", "q2": " C ", "q3": 20.0}) is None
    assert capsys.readouterr().out == "All 3 answers are right.\n"


def test_one_right_answer_earns_one_point_and_the_others_a_sentence(capsys):
    assert grade(LESSON, "questions", {"q1": "b", "q2": "a", "q3": 15}) == pytest.approx(1.0)
    out = capsys.readouterr().out
    assert "q2: Hold the third input at 0" in out
    assert "q3: Those are the weights" in out


def test_every_wrong_option_has_a_sentence_of_its_own():
    for key, letters in (("q1", "acd"), ("q2", "abd")):
        comments = [CHECKS["questions"].questions[key].comment(letter) for letter in letters]
        assert len(set(comments)) == 3
    numbers = CHECKS["questions"].questions["q3"]
    assert len({numbers.comment(n) for n in (15, 18, 16, 2000, 515, 8, 320, 7)}) == 8


def test_no_answer_is_no_point():
    with pytest.raises(WrongAnswer, match="q1: not answered yet"):
        grade(LESSON, "questions", {})
