"""The graph of (x + y) z: what each step shows, and what is said about a student's gradients."""

import json

import numpy as np
import pytest

from course.figures import derivatives
from course.figures.derivatives import INPUTS, LAST, State, backward, forward, nudged, picture


def right(x, y, z):
    return z, z, x + y


def unwritten(x, y, z):
    raise NotImplementedError


def wire(said, name):
    return next(one for one in said["wires"] if one["name"] == name)


def problem(gradients) -> str:
    return picture(State(step=LAST), gradients)["problem"]


def test_the_start_shows_the_inputs_alone() -> None:
    said = picture(State())
    assert [one["value"] for one in said["wires"]] == ["x = 1", "y = 2", "q = ?", "z = −2", "f = ?"]
    assert not any(one["gradient"] for one in said["wires"])


def test_values_appear_one_node_at_a_time() -> None:
    assert [wire(picture(State(step=step)), "q")["value"] for step in (0, 1, 2)] == ["q = ?", "q = 3", "q = 3"]
    assert [wire(picture(State(step=step)), "f")["value"] for step in (1, 2)] == ["f = ?", "f = −6"]
    assert [picture(State(step=step))["working"] for step in range(LAST + 1)] == ["", "+", "×", "f", "×", "+", ""]


def test_gradients_appear_from_the_end() -> None:
    shown = [{one["name"] for one in picture(State(step=step))["wires"] if one["gradient"]} for step in range(2, 6)]
    assert shown == [set(), {"f"}, {"f", "q", "z"}, {"f", "q", "z", "x", "y"}]
    assert wire(picture(State(step=5)), "x")["gradient"] == "∂f/∂x = −2"


def test_the_rule_is_said_in_words_and_in_numbers() -> None:
    times, plus = (picture(State(step=step)) for step in (4, 5))
    assert times["rule"].startswith("× exchanges its inputs")
    assert times["sums"] == ["∂f/∂q = z · ∂f/∂f = (−2) · 1 = −2", "∂f/∂z = q · ∂f/∂f = 3 · 1 = 3"]
    assert plus["rule"].startswith("+ hands its gradient on to both")
    assert picture(State(-1, -0.5, 2, 1))["sums"] == ["q = x + y = −1 + (−0.5) = −1.5"]


@pytest.mark.parametrize("state", [State(), State(0.3, -2.9, 1.7), State(0, 0, 0), State(-3, 3, -3)])
def test_a_nudge_measures_the_gradient(state) -> None:
    for name in INPUTS:
        assert nudged(state, name) / derivatives.NUDGE == pytest.approx(backward(state)[name], abs=1e-9)


def test_forward_is_the_formula() -> None:
    assert forward(State(1.5, 0.5, 3))["f"] == 6


def test_nudges_are_measured_without_a_function_too() -> None:
    said = picture(State(step=LAST))
    assert [(row["change"], row["measured"]) for row in said["rows"]] == [
        ("−0.02", "−2"),
        ("−0.02", "−2"),
        ("0.03", "3"),
    ]
    assert (said["yours"], said["verdict"], said["problem"]) == (False, "", "")


@pytest.mark.parametrize("gradients", [right, lambda *xyz: list(right(*xyz)), lambda *xyz: np.array(right(*xyz))])
def test_right_gradients_agree(gradients) -> None:
    said = picture(State(step=LAST), gradients)
    assert [row["yours"] for row in said["rows"]] == ["−2 ✓", "−2 ✓", "3 ✓"]
    assert said["verdict"] == "All three numbers of your function agree with the nudges."
    assert said["problem"] == ""


def test_the_function_is_asked_at_the_last_step_alone() -> None:
    seen = []
    for step in range(LAST + 1):
        picture(State(step=step), lambda *xyz: seen.append(xyz) or right(*xyz))
    assert seen == [(1.0, 2.0, -2.0)]


def test_a_wrong_gradient_is_marked_and_questioned() -> None:
    said = picture(State(step=LAST), lambda x, y, z: (z, 1.0, x + y))
    assert [row["yours"] for row in said["rows"]] == ["−2 ✓", "1 ✗", "3 ✓"]
    assert said["problem"] == (
        "For y the nudge measures −2; your function returns 1. "
        "Follow the wire from y to f: what is a little more of y multiplied by on its way?"
    )
    assert said["verdict"] == ""


def test_known_slips_have_their_own_words() -> None:
    assert problem(lambda x, y, z: (x + y, z, z)).endswith("in another order: it is ∂f/∂x, ∂f/∂y, ∂f/∂z.")
    assert problem(lambda x, y, z: (-z, -z, -x - y)).endswith("All three have the opposite sign.")


@pytest.mark.parametrize(
    ("gradients", "words"),
    [
        (unwritten, "Your function is not written yet. The nudges are measured all the same."),
        (lambda x, y, z: None, "Your function returned nothing (None). Is a return missing? The nudges are"),
        (lambda x, y, z: z, "Your function returned one value where three are needed: ∂f/∂x, ∂f/∂y, ∂f/∂z."),
        (lambda x, y, z: (z, z), "Your function returned 2 values where three are needed"),
        (lambda x, y, z: (z, z, "3"), "Your function returned a value of type str where a number is needed."),
        (lambda x, y, z: (z, z, float("nan")), "Your function returned nan, which cannot be drawn."),
        (lambda x, y, z: 1 / 0, "Your function stopped with ZeroDivisionError: “division by zero”."),
    ],
)
def test_no_answer_is_explained(gradients, words) -> None:
    said = picture(State(step=LAST), gradients)
    assert said["problem"].startswith(words)
    assert [row["yours"] for row in said["rows"]] == ["–", "–", "–"]


def test_the_label_tells_what_is_seen() -> None:
    label = picture(State(step=4))["label"]
    assert "x = 1, y = 2, q = 3, z = −2, f = −6." in label
    assert "∂f/∂q = −2" in label
    assert "∂f/∂x" not in label


def test_the_widget_answers_and_its_still_picture_shows_both_ways() -> None:
    figure = derivatives.explore(right)
    figure.state = {"x": 1, "y": 1, "z": 3, "step": 2, "asked": "4"}
    assert figure.picture["asked"] == "4"
    assert wire(figure.picture, "f")["value"] == "f = 6"
    json.dumps([figure.scene, figure.picture])
    data, _ = figure._repr_mimebundle_()
    assert "∂f/∂x = 3" in data["text/plain"]
