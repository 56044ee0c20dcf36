"""Lesson 14: right steps pass whatever they keep and however, wrong ones fail, and the mistakes behind them are named."""

from __future__ import annotations

import copy
import math
import re
from collections import UserDict, defaultdict
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.checks import exercises
from autograder.checks.exercise import Examination
from autograder.checks.optimizers.paths import Path, walk
from autograder.checks.optimizers.steps import StepExercise
from autograder.reference import optimizers as reference
from tests.autograder.checks.junk import JUNK

CHECKS = exercises("14-optimizers")
STEPS = {name: check for name, check in CHECKS.items() if isinstance(check, StepExercise)}


def examine(exercise: str, answer: Any) -> Examination:
    return CHECKS[exercise].examine(answer)


# Right answers


def momentum_with_zeros_of_a_shape(
    theta: Any, grad: Any, state: Any, learning_rate: float = 0.01, gamma: float = 0.9
) -> Any:
    if "velocity" not in state:
        state = {"velocity": np.zeros(theta.shape)}
    velocity = gamma * state["velocity"] + learning_rate * grad
    return [theta - velocity, {"velocity": velocity}]


def momentum_from_the_last_place(
    theta: Any, grad: Any, state: Any, learning_rate: float = 0.01, gamma: float = 0.9
) -> Any:
    """The velocity is how far theta came since it was last seen."""
    last = state.get("last", theta)
    return theta - learning_rate * grad + gamma * (theta - last), {"last": theta}


def momentum_on_copies(theta: Any, grad: Any, state: Any, learning_rate: float = 0.01, gamma: float = 0.9) -> Any:
    state = copy.deepcopy(state)
    v = state.setdefault(0, np.zeros_like(theta))
    v = np.array(v, copy=True)
    v *= gamma
    v += learning_rate * grad
    state[0] = v
    theta = theta.copy()
    theta = theta - v
    return theta, state


def nesterov_in_two_lines(theta: Any, grad_fn: Any, state: Any, learning_rate: float = 0.01, gamma: float = 0.9) -> Any:
    carried = gamma * state.get("v", np.zeros_like(theta))
    ahead = theta - carried
    new = ahead - learning_rate * grad_fn(ahead)
    return new, {"v": theta - new}


def nesterov_asking_twice(theta: Any, grad_fn: Any, state: Any, learning_rate: float = 0.01, gamma: float = 0.9) -> Any:
    (v,) = state.get("v", (0,))
    grad_fn(theta)
    v = gamma * v + learning_rate * grad_fn(theta - gamma * v)
    return theta - v, {"v": (v,), "calls": 2}


def adagrad_with_all_gradients(
    theta: Any, grad: Any, state: Any, learning_rate: float = 0.01, eps: float = 1e-8
) -> Any:
    seen = [*state.get("seen", []), grad]
    return theta - learning_rate * grad * (sum(g * g for g in seen) + eps) ** -0.5, {"seen": seen}


def adagrad_entry_by_entry(theta: Any, grad: Any, state: Any, learning_rate: float = 0.01, eps: float = 1e-8) -> Any:
    theta, G = np.array(theta), np.array(state.get("G", np.zeros(np.shape(theta))))
    for index, g in np.ndenumerate(grad):
        G[index] += g**2
        theta[index] -= learning_rate * g / math.sqrt(G[index] + eps)
    return theta, {"G": G}


def rmsprop_as_lists(
    theta: Any, grad: Any, state: Any, learning_rate: float = 0.001, rho: float = 0.9, eps: float = 1e-8
) -> Any:
    E = np.array(state.get("cache", np.zeros_like(theta).tolist()))
    E = E + (1 - rho) * (np.square(grad) - E)
    return theta - learning_rate / np.sqrt(E + eps) * grad, {"cache": E.tolist()}


def adadelta_with_the_last_change(theta: Any, grad: Any, state: Any, rho: float = 0.9, eps: float = 1e-6) -> Any:
    """D takes in the change of the last step when the next one begins: it is not used in between."""
    new = {**state}
    new["E"] = rho * state.get("E", 0) + (1 - rho) * grad * grad
    if "change" in state:
        new["D"] = rho * state.get("D", 0) + (1 - rho) * state["change"] ** 2
    change = np.sqrt((new.get("D", 0) + eps) / (new["E"] + eps)) * grad
    new["change"] = change
    return theta - change, new


def adadelta_with_a_helper(theta: Any, grad: Any, state: Any, rho: float = 0.9, eps: float = 1e-6) -> Any:
    def rms(x: Any) -> Any:
        return np.sqrt(x + eps)

    E, D = state.get("averages", (np.zeros_like(theta), np.zeros_like(theta)))
    E = rho * E + (1 - rho) * np.square(grad)
    change = -rms(D) / rms(E) * grad
    return theta + change, {"averages": [E, rho * D + (1 - rho) * np.square(change)]}


def adam_with_powers(
    theta: Any,
    grad: Any,
    state: Any,
    learning_rate: float = 0.001,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> Any:
    """The powers of beta are kept, and no t."""
    p1, p2 = state.get("p1", 1.0) * beta1, state.get("p2", 1.0) * beta2
    m = state.get("m", np.zeros_like(theta)) * beta1 + (1 - beta1) * grad
    v = state.get("v", np.zeros_like(theta)) * beta2 + (1 - beta2) * grad * grad
    theta = theta - learning_rate * (m / (1 - p1)) / (np.sqrt(v / (1 - p2)) + eps)
    return theta, {"m": m, "v": v, "p1": p1, "p2": p2}


def adam_without_dividing_v(
    theta: Any,
    grad: Any,
    state: Any,
    learning_rate: float = 0.001,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> Any:
    """The efficient order of the paper, with eps scaled along."""
    t, m, v = state.get("kept", (0, 0, 0))
    t += 1
    m = m + (1 - beta1) * (grad - m)
    v = v + (1 - beta2) * (grad**2 - v)
    root = np.sqrt(1 - np.power(beta2, t))
    rate = learning_rate * root / (1 - np.power(beta1, t))
    return theta - rate * m / (np.sqrt(v) + eps * root), {"kept": (t, m, v)}


def adam_with_t_from_zero(
    theta: Any,
    grad: Any,
    state: Any,
    learning_rate: float = 0.001,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> Any:
    if not state:
        state = {"steps done": 0, "m": np.zeros(np.shape(theta)), "v": np.zeros(np.shape(theta))}
    done = state["steps done"]
    m, v = beta1 * state["m"] + (1 - beta1) * grad, beta2 * state["v"] + (1 - beta2) * np.abs(grad) ** 2
    m_hat, v_hat = m / (1 - beta1 ** (done + 1)), v / (1 - beta2 ** (done + 1))
    return theta - learning_rate * m_hat / (v_hat**0.5 + eps), {"steps done": done + 1, "m": m, "v": v}


def adamax_with_warnings(
    theta: Any, grad: Any, state: Any, learning_rate: float = 0.002, beta1: float = 0.9, beta2: float = 0.999
) -> Any:
    """0 / 0 is calculated, and thrown away."""
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    u = np.maximum(beta2 * state.get("u", 0), abs(grad))
    move = learning_rate / (1 - beta1**t) * (m / u)
    return np.where(u == 0, theta, theta - move), {"t": t, "m": m, "u": u}


def adamax_with_a_mask(
    theta: Any, grad: Any, state: Any, learning_rate: float = 0.002, beta1: float = 0.9, beta2: float = 0.999
) -> Any:
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", np.zeros_like(theta)) + (1 - beta1) * grad
    u = np.maximum(beta2 * state.get("u", np.zeros_like(theta)), np.abs(grad))
    step = np.zeros_like(theta)
    moving = u > 0
    step[moving] = m[moving] / (1 - beta1**t) / u[moving]
    return theta - learning_rate * step, {"t": t, "m": m, "u": u}


def adamax_divided_where(
    theta: Any, grad: Any, state: Any, learning_rate: float = 0.002, beta1: float = 0.9, beta2: float = 0.999
) -> Any:
    t = len(state.get("steps", "")) + 1
    m = beta1 * state.get("m", 0.0) + (1 - beta1) * grad
    u = np.fmax(beta2 * state.get("u", 0.0), np.sqrt(grad**2))
    ratio = np.divide(m, u, out=np.zeros_like(theta), where=u != 0)
    return theta - learning_rate * ratio / (1 - beta1**t), {"steps": "." * t, "m": m, "u": u}


def adamax_with_a_speck(
    theta: Any, grad: Any, state: Any, learning_rate: float = 0.002, beta1: float = 0.9, beta2: float = 0.999
) -> Any:
    t, (m, u) = state.get("t", 0) + 1, state.get("mu", [0.0, 0.0])
    m, u = beta1 * m + (1 - beta1) * grad, np.maximum(beta2 * u, np.abs(grad))
    return theta - learning_rate * m / (1 - beta1**t) / (u + 1e-300), {"t": t, "mu": [m, u]}


def nadam_in_one_quotient(
    theta: Any,
    grad: Any,
    state: Any,
    learning_rate: float = 0.001,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> Any:
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0) + (1 - beta2) * grad**2
    above = (beta1 * m + (1 - beta1) * grad) / (1 - beta1**t)
    return theta - learning_rate * above / (eps + np.sqrt(v / (1 - beta2**t))), {**state, "t": t, "m": m, "v": v}


def nadam_with_m_after_next(
    theta: Any,
    grad: Any,
    state: Any,
    learning_rate: float = 0.001,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> Any:
    """What m would be if the same gradient came again."""
    t = state.get("t", np.int64(0)) + 1
    m = beta1 * state.get("m", np.zeros_like(theta)) + (1 - beta1) * grad
    v = beta2 * state.get("v", np.zeros_like(theta)) + (1 - beta2) * grad**2
    again = beta1 * m + (1 - beta1) * grad
    return (
        theta - learning_rate * again / (1 - beta1**t) / (np.sqrt(v) / np.sqrt(1 - beta2**t) + eps),
        {"t": t, "m": m, "v": v},
    )


def adagrad_in_a_defaultdict(theta: Any, grad: Any, state: Any, learning_rate: float = 0.01, eps: float = 1e-8) -> Any:
    new = defaultdict(float, state)
    new["G"] = new["G"] + grad**2
    return theta - learning_rate * grad / np.sqrt(new["G"] + eps), new


RIGHT: dict[str, list[Callable[..., Any]]] = {
    "momentum_step": [momentum_with_zeros_of_a_shape, momentum_from_the_last_place, momentum_on_copies],
    "nesterov_step": [nesterov_in_two_lines, nesterov_asking_twice],
    "adagrad_step": [adagrad_with_all_gradients, adagrad_entry_by_entry, adagrad_in_a_defaultdict],
    "rmsprop_step": [rmsprop_as_lists],
    "adadelta_step": [adadelta_with_the_last_change, adadelta_with_a_helper],
    "adam_step": [adam_with_powers, adam_without_dividing_v, adam_with_t_from_zero],
    "adamax_step": [adamax_with_warnings, adamax_with_a_mask, adamax_divided_where, adamax_with_a_speck],
    "nadam_step": [nadam_in_one_quotient, nadam_with_m_after_next],
}


@pytest.mark.parametrize(("exercise", "answer"), [(name, g) for name, answers in RIGHT.items() for g in answers])
def test_a_right_answer_passes_however_it_is_written(exercise: str, answer: Callable[..., Any]) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 1, examination.message
    assert "steps on" in examination.message


@pytest.mark.parametrize("exercise", STEPS)
def test_every_other_state_is_right_too(exercise: str) -> None:
    """The state is hidden in a list in a dict, under a number, beside a text and nothing."""

    def answer(theta: Any, grad: Any, state: dict[Any, Any], **options: float) -> Any:
        theta, kept = STEPS[exercise].reference(theta, grad, dict(state.get(7, [])), **options)
        return theta, {7: [(key, value) for key, value in kept.items()], "note": "mine", None: None}

    assert examine(exercise, answer).credit == 1


@pytest.mark.parametrize("exercise", STEPS)
def test_few_calls_are_needed(exercise: str) -> None:
    """Each call crosses from the sandbox and back, with its state."""
    calls = 0

    def answer(*given_: Any, **options: float) -> Any:
        nonlocal calls
        calls += 1
        return STEPS[exercise].reference(*given_, **options)

    assert examine(exercise, answer).credit == 1
    assert calls < 80


# Wrong answers


@pytest.mark.parametrize("exercise", STEPS)
def test_each_step_has_mistakes_of_its_own(exercise: str) -> None:
    assert len(STEPS[exercise].misconceptions) >= 20


def test_the_message_says_which_step_goes_wrong() -> None:
    message = examine(
        "momentum_step", lambda theta, g, state, learning_rate=0.01, gamma=0.9: (theta - learning_rate * g, {})
    ).message
    assert "from theta = 1.0 and state = {}, with grad = 2.0, then 2.0\n" in message
    assert "Got:      theta = 0.6 after step 2\nExpected: theta = 0.5\n" in message
    assert "Step 1 is right, step 2 is not: theta moves by -0.2, and should move by -0.3." in message
    message = examine(
        "nesterov_step", lambda theta, f, state, learning_rate=0.01, gamma=0.9: (theta - 0.123, {})
    ).message
    assert "grad_fn = double, which is ∇J(θ) = 2 θ" in message
    assert "Step 1 is not right: theta moves by -0.123, and should move by -0.2." in message


MEMORY: dict[str, Any] = {}


def momentum_remembered_outside(
    theta: Any, grad: Any, state: Any, learning_rate: float = 0.01, gamma: float = 0.9
) -> Any:
    """Forget at the first step: whole paths come out right, and no step can be taken again."""
    if not state:
        MEMORY.clear()
    MEMORY["v"] = gamma * MEMORY.get("v", 0.0) + learning_rate * grad
    return theta - MEMORY["v"], {"started": True}


class AdamWithAnAttribute:
    """t is counted from the first call ever."""

    def __init__(self) -> None:
        self.t = 0

    def __call__(self, theta: Any, grad: Any, state: Any, **options: float) -> Any:
        self.t += 1
        return reference.adam_step(theta, grad, {**state, "t": self.t - 1}, **options)


def test_what_is_remembered_outside_the_state_is_found() -> None:
    examination = examine("momentum_step", momentum_remembered_outside)
    assert examination.misconception == "kept-outside"
    assert "Step 2 was taken twice" in examination.message
    assert examine("adam_step", AdamWithAnAttribute()).misconception == "kept-outside"


def test_a_state_changed_in_place_is_found_in_depth() -> None:
    def answer(theta: Any, grad: Any, state: Any, learning_rate: float = 0.01, gamma: float = 0.9) -> Any:
        inner = state.get("inner", [[np.zeros(np.shape(theta))]])
        inner[0][0] = gamma * inner[0][0] + learning_rate * grad
        return theta - inner[0][0], {"inner": inner}

    examination = examine("momentum_step", answer)
    assert examination.misconception == "state-in-place"
    assert "after step 2 `state`" in examination.message


def test_a_wrong_rule_is_named_although_the_state_is_changed_in_place() -> None:
    def answer(
        theta: Any,
        g: Any,
        state: Any,
        learning_rate: float = 0.001,
        beta1: float = 0.9,
        beta2: float = 0.999,
        eps: float = 1e-8,
    ) -> Any:
        state["m"] = beta1 * state.get("m", 0) + (1 - beta1) * g
        state["v"] = beta2 * state.get("v", 0) + (1 - beta2) * g**2
        return theta - learning_rate * state["m"] / (np.sqrt(state["v"]) + eps), state

    assert examine("adam_step", answer).misconception == "bias-left"


def asking_an_array(theta: Any, g: Any, state: Any, **options: float) -> Any:
    if g == 0:
        return theta, state
    return reference.adamax_step(theta, g, state, **options)


def with_state(state: Any) -> Callable[..., Any]:
    return lambda theta, grad, old, **options: (reference.momentum_step(theta, grad, {}, **options)[0], state)


SLIPS: list[tuple[str, Any, str]] = [
    ("momentum_step", lambda theta, g, state, **o: None, "`return` line"),
    ("momentum_step", lambda theta, g, state, **o: (None, {}), "The theta you returned is nothing (None)."),
    ("momentum_step", lambda theta, g, state, **o: (str(theta), {}), "the text"),
    ("momentum_step", lambda theta, g, state, **o: (theta, {}, 1), "You returned 3 values"),
    ("momentum_step", lambda theta, g, state, **o: (np.float32(theta - 0.1 * g), {}), "float32"),
    ("momentum_step", lambda theta, g, state: (theta, {}), "(theta, grad, state, learning_rate=0.01, gamma=0.9)"),
    ("momentum_step", lambda theta, g, state, **o: (theta - state["v"], {}), "At the first step the state is `{}`"),
    ("momentum_step", with_state({"v": {1, 2}}), "The state holds a set"),
    ("momentum_step", with_state({"v": np.array([None, 1])}), "The state holds an array"),
    ("momentum_step", with_state({"f": len}), "The state holds a function"),
    ("momentum_step", with_state([1.0]), "The state you returned is a list; a dict is expected."),
    ("momentum_step", with_state(None), "The state you returned is nothing (None); a dict is expected."),
    ("momentum_step", 3, "it should be a function"),
    (
        "nesterov_step",
        lambda theta, f, state, learning_rate=0.1, gamma=0.9: (theta - 0.1 * f, {}),
        "the gradient is what",
    ),
    ("momentum_step", with_state(UserDict(v=1.0)), "UserDict; a dict is expected"),
    ("adamax_step", lambda theta, g, state, **o: (np.max(0 * theta, abs(g)), {}), "`np.maximum` compares two arrays"),
    ("adamax_step", asking_an_array, "one for each entry"),
    ("adagrad_step", lambda theta, g, state, **o: 1 / 0, "ZeroDivisionError"),
    ("adagrad_step", lambda theta, g, state, **o: (np.full_like(theta, np.nan), {}), "nan (not a number)"),
    ("adam_step", lambda theta, g, state, **o: (np.array([theta]), {}), "one number is expected"),
]


@pytest.mark.parametrize(("exercise", "answer", "words"), SLIPS, ids=[f"{n}-{w}" for n, _, w in SLIPS])
def test_a_slip_is_described(exercise: str, answer: Any, words: str) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 0
    assert words in examination.message, examination.message


def test_what_goes_wrong_with_arrays_only_is_described_with_arrays() -> None:
    def first_entry(theta: Any, g: Any, state: Any, learning_rate: float = 0.01, eps: float = 1e-8) -> Any:
        new, state = reference.adagrad_step(theta, g, state, learning_rate, eps)
        return (np.where(np.arange(theta.size).reshape(theta.shape) == 0, new, theta) if np.ndim(theta) else new), state

    message = examine("adagrad_step", first_entry).message
    assert "theta = np.array([1., -2.])" in message
    assert "should move by array([-0.1, -0.1])" in message


def test_a_path_is_shown_on_which_the_difference_is_seen() -> None:
    """1e-8 beside u is lost among the digits shown where gradients are of usual size."""

    def padded(
        theta: Any, g: Any, state: Any, learning_rate: float = 0.002, beta1: float = 0.9, beta2: float = 0.999
    ) -> Any:
        t = state.get("t", 0) + 1
        m, u = beta1 * state.get("m", 0) + (1 - beta1) * g, np.maximum(beta2 * state.get("u", 0), np.abs(g))
        return theta - learning_rate * m / (1 - beta1**t) / (u + 1e-8), {"t": t, "m": m, "u": u}

    examination = examine("adamax_step", padded)
    assert examination.misconception == "padded"
    got, expected = re.findall(
        r"^(?:Got:     |Expected:) theta = (.*?)(?: after.*)?$", examination.message, re.MULTILINE
    )
    assert got != expected


@settings(max_examples=40)
@given(JUNK, JUNK, st.integers(0, 3))
def test_an_examination_never_fails_for_what_stands_in_a_pair(one: Any, other: Any, shape: int) -> None:
    def answer(theta: Any, grad: Any, state: Any, **options: Any) -> Any:
        return (one, (one, other), (theta, {"kept": other}), (one, {"t": 1}))[shape]

    for name, check in CHECKS.items():
        assert 0 <= check.examine(answer).credit < 1, name
        assert 0 <= check.examine(one).credit < 1, name


# What an author has to keep


def test_a_walk_feeds_back_what_it_got_and_takes_the_second_step_again() -> None:
    seen = []

    def step(theta: Any, grad: Any, state: dict[str, Any], pace: float = 1.0) -> Any:
        seen.append((float(theta), float(grad), dict(state), pace))
        return theta - pace * grad, {"n": state.get("n", 0) + 1}

    path = Path(np.float64(5), (np.float64(1), np.float64(2), np.float64(0)), {}, {"pace": 3.0}, again=True)
    assert [float(outcome.value) for outcome in walk(step, path)] == [4, -2, -2, -2]
    assert seen == [(5, 1, {}, 1), (4, 2, {"n": 1}, 3), (-2, 0, {"n": 2}, 3), (4, 2, {"n": 1}, 3)]


def test_right_answers_to_the_questions() -> None:
    assert examine("questions", {"q1": 0.01, "q2": "C", "q3": " b"}).credit == 1
    assert examine("questions", {"q1": 1 / 100, "q2": "c", "q3": "a"}).credit == pytest.approx(2 / 3)


def test_a_number_of_another_kind_is_commented_on() -> None:
    assert "the sum of the 100 squares" in examine("questions", {"q1": 12.5}).message
