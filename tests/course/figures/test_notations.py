"""The figure of the appendix: five names for each place, the place in each matrix, and the way from one quantity to another."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from autograder.reference import backpropagation, notations
from course.figures import gradients
from course.figures import notations as figure
from course.figures.notations import NODES, QUANTITIES, State, placed

PARAMS = [(gradients.W1, gradients.B1), (gradients.W2, gradients.B2)]
EVERYWHERE = sorted(
    {placed(State(q, *place)) for q in QUANTITIES for place in product(range(3), range(3), range(3))},
    key=repr,
)


def written(state: State) -> list[str]:
    return [name["written"] for name in figure.picture(state)["names"]]


def chosen(part) -> tuple[int, int]:
    """Return the one chosen entry of a matrix."""
    (found,) = [(r, c) for r, row in enumerate(part["marks"]) for c, mark in enumerate(row) if mark == "chosen"]
    return found


def test_every_place_is_there_once() -> None:
    count = {q: sum(state.quantity == q for state in EVERYWHERE) for q in QUANTITIES}
    assert count == {"weight": 9, "gradient": 9, "bias": 4, "sum": 4, "output": 6, "blame": 4}


@pytest.mark.parametrize(
    ("state", "names"),
    [
        (State("weight", 1, 0, 1), ["W^{[1]}_{12}", "w^{2}_{12}", "w_{21}[1]", "Θ^{(1)}_{12}", "w_{2}"]),
        (State("weight", 2, 0, 2), ["W^{[2]}_{13}", "w^{3}_{13}", "w_{31}[2]", "Θ^{(2)}_{13}", "w_{9}"]),
        (State("bias", 1, 1), ["b^{[1]}_{2}", "b^{2}_{2}", "b_{2}[2]", "Θ^{(1)}_{20}", "b_{1}"]),
        (State("sum", 1, 2), ["Z^{[1]}_{31}", "z^{2}_{3}", "z_{3}[2]", "z^{(2)}_{3}", "net_{h3}"]),
        (State("output", 0, 1), ["A^{[0]}_{21}", "a^{1}_{2}", "a_{2}[1]", "a^{(1)}_{2}", "i_{2}"]),
        (State("output", 2, 0), ["A^{[2]}_{11}", "a^{3}_{1}", "a_{1}[3]", "a^{(3)}_{1}", "out_{o1}"]),
        (State("blame", 1, 0), ["dZ^{[1]}_{11}", "δ^{2}_{1}", "δ_{1}[2]", "δ^{(2)}_{1}", "δ_{h1}"]),
        (
            State("gradient", 1, 2, 0),
            ["dW^{[1]}_{31}", "∂C/∂w^{2}_{31}", "∂E/∂w_{13}[1]", "D^{(1)}_{31}", "∂E_{total}/∂w_{5}"],
        ),
    ],
)
def test_names(state: State, names: list[str]) -> None:
    assert written(state) == names


def test_names_tell_all_weights_apart() -> None:
    for notation in range(5):
        names = [written(state)[notation] for state in EVERYWHERE if state.quantity == "weight"]
        assert len(set(names)) == 9


@pytest.mark.parametrize("state", EVERYWHERE, ids=str)
def test_the_chosen_entry_is_the_same_number_everywhere(state: State) -> None:
    said = figure.picture(state)
    amount = gradients.number(figure.value(state))
    for part in said["matrices"]:
        r, c = chosen(part)
        assert part["rows"][r][c] == amount
    assert f": {amount}" in said["title"]
    assert said["title"] in said["label"]
    assert "{" not in said["label"]


@pytest.mark.parametrize("state", EVERYWHERE, ids=str)
def test_matrices_do_not_overlap_and_stay_inside(state: State) -> None:
    parts = figure.picture(state)["matrices"]
    ends = [0.0]
    for part in parts:
        assert part["x"] >= ends[-1]
        ends.append(part["x"] + part["wide"] * len(part["rows"][0]))
    assert ends[-1] <= figure.WIDTH


def test_the_numbers_are_those_of_backpropagation() -> None:
    A_L, caches = backpropagation_pass()
    grads = backpropagation.backward(A_L, gradients.Y, PARAMS, caches, ["relu", "sigmoid"], "binary_cross_entropy")
    for layer, (dW, db) in enumerate(grads, 1):
        np.testing.assert_allclose(figure.ARRAYS["gradient"][layer], dW)
        np.testing.assert_allclose(figure.BIAS_GRADIENTS[layer], db)
        np.testing.assert_allclose(figure.ARRAYS["sum"][layer], caches[layer - 1][1])
    np.testing.assert_allclose(figure.ARRAYS["output"][2], A_L)


def backpropagation_pass():
    Z1 = gradients.W1 @ gradients.X + gradients.B1
    A1 = np.maximum(Z1, 0)
    Z2 = gradients.W2 @ A1 + gradients.B2
    return 1 / (1 + np.exp(-Z2)), [(gradients.X, Z1), (A1, Z2)]


def test_arrows_and_theta_are_those_of_the_lesson() -> None:
    _, arrows, theta = figure.matrices(State("weight", 1, 0, 1))
    named = notations.weights_from_matrix(gradients.W1)
    assert arrows["rows"] == [[gradients.number(named[i, j]) for j in (1, 2, 3)] for i in (1, 2)]
    folded = notations.thetas_from_params(PARAMS)[0]
    assert theta["rows"] == [[gradients.number(value) for value in row] for row in folded]


def test_a_place_without_the_quantity_moves_to_one_that_has_it() -> None:
    assert placed(State("weight", 0, 1, 0)) == State("weight", 1, 0, 1)
    assert placed(State("bias", 0, 1, 0)) == State("bias", 1, 0, 0)
    assert placed(State("blame", 1, 2, 1)) == State("blame", 1, 2, 0)
    assert placed(State("weight", 2, 2, 5)) == State("weight", 2, 0, 2)
    assert placed(State("cost", 9, 9, 9)) == State("weight", 2, 0, 2)


def test_circles_hold_the_numbers_of_what_is_chosen() -> None:
    values = {
        q: [node["value"] for node in figure.picture(State(q, 1, 0, 0))["nodes"]] for q in ("weight", "output", "blame")
    }
    assert values["weight"] == [""] * len(NODES)
    assert values["output"] == ["2", "1", "2", "4", "0", "0.8808"]
    assert values["blame"] == ["", "", "−0.2384", "0.1192", "0", "−0.1192"]


def test_names_are_spoken_without_marks() -> None:
    assert figure.spoken("W^{[1]}_{12}") == "W [1] 12"
    assert figure.spoken("∂E_{total}/∂w_{5}") == "∂E total /∂w 5"


@pytest.mark.parametrize("quantity", QUANTITIES)
def test_a_still_picture_is_drawn(quantity: str) -> None:
    drawn = figure.draw(figure.picture(State(quantity, 1, 1, 0)))
    texts = [text.get_text() for text in drawn.axes[0].texts]
    assert f"${written(State(quantity, 1, 1, 0))[0]}$" in texts


def test_it_opens() -> None:
    shown = figure.explore()
    assert shown.picture["names"][0]["whose"] == "this course"
    shown.state = {"quantity": "bias", "layer": 0, "row": 1, "column": 0, "asked": "1"}
    assert (shown.picture["quantity"], shown.picture["layer"], shown.picture["asked"]) == ("bias", 1, "1")
