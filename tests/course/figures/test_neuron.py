"""The neuron on the plane: what is drawn, and what is said about a student's function."""

import json

import numpy as np
import pytest

from course.figures import neuron
from course.figures.neuron import CORNERS, GRID, State, decision_line, picture, step, threshold, weighted


def corners_of(w1, w2, b, g=step, f=weighted) -> str:
    return "".join(corner["text"] for corner in picture(State(w1, w2, b), f, g)["corners"])


def test_the_sum_is_written_out_in_numbers() -> None:
    said = picture(State(0.5, -1.0, 0.3, 1.2, 0.7), weighted, step)
    assert (said["terms"], said["total"]) == ("0.5 · 1.2 + (−1.0) · 0.7 + 0.3", "= 0.2 → fires")
    assert said["output"] == "a = g(0.2) = 1"


def test_a_sum_that_is_zero_but_for_rounding_says_so() -> None:
    said = picture(State(0.1, 0.2, -0.3, 1.0, 1.0), weighted, step)
    assert said["total"] == "= 0 (6e−17 in floating point) → fires"
    assert said["output"] == "a = g(6e−17) = 1"


def test_the_marks_follow_the_line() -> None:
    said = picture(State(1.0, 0.0, -0.5), weighted, step)
    assert said["marks"] == "".join("1" if x1 > 0.5 else "0" for x1, _ in GRID)
    assert said["line"] == [(0.5, -1.0), (0.5, 2.0)]
    assert said["arrow"] == [(0.5, 0.5), (0.8, 0.5)]


@pytest.mark.parametrize(
    ("w1", "w2", "b", "gate"), [(1, 1, -1.5, "AND"), (1, 1, -0.5, "OR"), (-1, -1, 1.5, "NAND"), (-1, -1, 0.5, "NOR")]
)
def test_gates_are_named(w1, w2, b, gate) -> None:
    said = picture(State(w1, w2, b), weighted, step)
    assert said["gate"] == f"At its four corners this is {gate}."
    assert said["gate"] in said["label"]


def test_a_sigmoid_neuron_fires_above_one_half() -> None:
    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    assert corners_of(1, 1, -1.5, sigmoid) == "0.180.380.380.62"
    assert picture(State(1, 1, -1.5), weighted, sigmoid)["gate"] == "At its four corners this is AND."


@pytest.mark.parametrize(
    ("g", "limit"), [(step, 0.5), (lambda z: 1.0 * (z >= 0), 0.5), (np.tanh, 0.0), (lambda z: None, 0.5)]
)
def test_firing_is_more_output_than_at_the_line(g, limit) -> None:
    assert threshold(g) == pytest.approx(limit, abs=1e-8)


@pytest.mark.parametrize(
    ("w1", "w2", "b", "ends"),
    [
        (1, 1, -1, [(-1, 2), (2, -1)]),
        (0, 1, 0, [(-1, 0), (2, 0)]),
        (1, 0, 1, [(-1, -1), (-1, 2)]),
        (0, 0, 1, []),
        (1, 1, 3, []),
        (1, 1, 2, []),  # touches a corner of the square alone
    ],
)
def test_the_line_ends_at_the_edge_of_the_plane(w1, w2, b, ends) -> None:
    assert decision_line(w1, w2, b) == ends


def test_a_right_neuron_is_not_complained_about() -> None:
    assert picture(State(), lambda w, x, b, g: g(w[0] * x[0] + w[1] * x[1] + b), step)["problem"] == ""


def test_a_neuron_that_is_not_written_still_shows_line_and_sum() -> None:
    def unwritten(w, x, b, g):
        raise NotImplementedError

    said = picture(State(), unwritten, step)
    assert said["problem"] == "Your neuron is not written yet. The line and the sum are drawn from w and b alone."
    assert set(said["marks"]) == {"?"}
    assert said["line"]
    assert said["total"] == "= 0.2 → no answer"


def test_a_neuron_that_forgets_the_bias_disagrees_with_the_line() -> None:
    said = picture(State(), lambda w, x, b, g: g(w @ x), step)
    assert said["problem"].startswith("At 25 of 253 points your neuron gives another number than g(w₁ x₁ + w₂ x₂ + b).")
    assert said["problem"].endswith("At x = (1.2, 0.7) the sum is 0.2, so g gives 1; yours gives 0.")


def test_a_neuron_that_fails_at_some_points_is_drawn_at_the_others() -> None:
    said = picture(State(), lambda w, x, b, g: g(w @ x + b) if x[0] > 0 else None, step)
    assert "returned nothing" in said["problem"]
    assert "the first is x = (−1, −1)" in said["problem"]
    assert {"0", "1", "?"} == set(said["marks"])


def test_an_activation_that_fails_is_named() -> None:
    assert picture(State(), lambda w, x, b, g: 1.0, lambda z: None)["problem"].startswith(
        "The activation g returned nothing"
    )


def test_arguments_changed_in_place_do_not_reach_the_next_point() -> None:
    def spoiling(w, x, b, g):
        z = w @ x + b
        w *= 0
        x += 1
        return g(z)

    assert picture(State(), spoiling, step)["problem"] == ""


def test_w_and_x_are_arrays_of_two() -> None:
    seen = []
    picture(State(), lambda w, x, b, g: seen.append((w.shape, x.shape, type(b))) or 0.0, step)
    assert set(seen) == {((2,), (2,), float)}
    assert len(seen) == len(GRID) + len(CORNERS) + 1


def test_the_widget_answers_a_new_state_and_ignores_what_it_does_not_know() -> None:
    figure = neuron.explore()
    figure.state = {"w1": 1.0, "w2": 1, "b": -1.5, "x1": 1, "x2": 1, "asked": "7", "other": None}
    assert figure.picture["asked"] == "7"
    assert figure.picture["gate"] == "At its four corners this is AND."
    json.dumps(figure.picture)
