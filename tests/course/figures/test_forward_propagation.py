"""The 2-3-1 network: the numbers of each step, the lit row, and what is said about a student's forward."""

import json

import numpy as np
import pytest

from course.figures import forward_propagation
from course.figures.forward_propagation import EDGES, LAYERS, State, calculate, picture


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def right(X, params, activations, bias=True, squash=True):
    caches, A = [], X
    for W, b in params:
        Z = W @ A + b * bias
        caches.append((A, Z))
        A = sigmoid(Z) if squash else Z
    return A, caches


def unwritten(X, params, activations):
    raise NotImplementedError


def matrices(said) -> dict[str, list[list[str]]]:
    return {part["name"]: part["rows"] for part in said["matrices"] if "name" in part}


def lit(said) -> dict[str, list[bool]]:
    return {part["name"]: part["lit"] for part in said["matrices"] if "name" in part}


def test_the_equations_are_calculated() -> None:
    numbers = calculate(np.array([[1.0], [0.5]]))
    np.testing.assert_allclose(numbers["Z1"], [[0.5], [0.0], [-0.25]])
    np.testing.assert_allclose(numbers["A1"], sigmoid(numbers["Z1"]))
    np.testing.assert_allclose(numbers["A2"], sigmoid(LAYERS[1][0] @ numbers["A1"] + LAYERS[1][1]))


def test_numbers_appear_layer_by_layer() -> None:
    shown = [[bool(one["z"]) + bool(one["a"]) for one in picture(State(step=step))["neurons"]] for step in range(5)]
    assert shown == [[0, 0, 0, 0], [1, 1, 1, 0], [2, 2, 2, 0], [2, 2, 2, 1], [2, 2, 2, 2]]


def test_every_step_has_its_matrices_and_shapes() -> None:
    said = [picture(State(step=step)) for step in range(5)]
    assert [list(matrices(one)) for one in said] == [
        ["X"], ["W1", "X", "b1", "Z1"], ["Z1", "A1"], ["W2", "A1", "b2", "Z2"], ["Z2", "A2"],
    ]  # fmt: skip
    assert said[1]["shapes"] == "(3, 2) · (2, 1) + (3, 1) → (3, 1)"
    assert said[2]["shapes"] == "(3, 1) → (3, 1)"
    assert said[3]["shapes"] == "(1, 3) · (3, 1) + (1, 1) → (1, 1)"
    assert matrices(said[1])["Z1"] == [["0.5"], ["0"], ["−0.25"]]


def test_the_chosen_neuron_lights_its_row_and_the_column() -> None:
    said = picture(State(step=1, chosen="1 1"))
    assert lit(said) == {
        "W1": [False, True, False],
        "X": [True, True],
        "b1": [False, True, False],
        "Z1": [False, True, False],
    }
    assert said["sum"] == "z₂ = 0.5 · 1 + 1 · 0.5 + (−1) = 0"
    assert picture(State(step=2, chosen="1 1"))["sum"] == "a₂ = σ(z₂) = σ(0) = 0.5"
    assert picture(State(step=3, chosen="2 0"))["sum"].startswith(
        "z₁ = 2 · 0.62 + (−1) · 0.5 + 1 · 0.44 + (−0.5) = 0.6"
    )


def test_a_neuron_of_another_layer_waits() -> None:
    said = picture(State(step=1, chosen="2 0"))
    assert not any(any(rows) for rows in lit(said).values())
    assert said["sum"] == "Neuron 1 of layer 2 is worked out at steps Z2 and A2."
    assert picture(State(step=0))["sum"] == ""
    assert picture(State(step=4))["sum"] == "Choose a neuron to follow its row."


def test_edges_carry_the_weights() -> None:
    assert [edge["weight"] for edge in EDGES] == ["1", "−2", "0.5", "1", "−1", "1.5", "2", "−1", "1"]


def test_a_right_forward_is_not_complained_about() -> None:
    assert picture(State(step=4), right) == picture(State(step=4))


def test_forward_gets_the_arguments_of_the_exercise() -> None:
    seen = []
    picture(
        State(),
        lambda X, params, activations: seen.append((X.shape, [(W.shape, b.shape) for W, b in params], activations)),
    )
    assert seen == [((2, 1), [((3, 2), (3, 1)), ((1, 3), (1, 1))], ["sigmoid", "sigmoid"])]


def test_the_students_numbers_are_shown_and_the_first_slip_is_named() -> None:
    said = picture(State(step=1), lambda *a: right(*a, bias=False))
    assert matrices(said)["Z1"] == [["0"], ["1"], ["−0.25"]]
    assert said["problem"] == (
        "In Z1 your forward has 0 for neuron 1, where W1 · X + b1 gives 0.5. It is W1 · X alone, without b1. "
        "The numbers shown are yours."
    )
    unsquashed = picture(State(step=2), lambda *a: right(*a, squash=False))["problem"]
    assert unsquashed == (
        "In A1 your forward has 0.5 for neuron 1, where σ(Z1) gives 0.6225. It is Z1 itself, before the sigmoid. "
        "What comes before agrees. The numbers shown are yours."
    )


def test_a_slip_in_the_output_alone_is_found_there() -> None:
    def linear_output(*arguments):
        _, caches = right(*arguments)
        return caches[-1][1], caches

    assert picture(State(), linear_output)["problem"].startswith("In A2 your forward has 0.68")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda A, c: None, "Your forward returned nothing (None). Is a return missing? The numbers here are"),
        (lambda A, c: A, "Your forward did not return two things, the output A_L and the list caches."),
        (lambda A, c: (A, c[:1]), "Your forward returned no list of two caches: the network has two layers, each keeps one pair, yours has 1."),
        (lambda A, c: (A, [*c, c[0]]), "Your forward returned no list of two caches"),
        (lambda A, c: (A, {}), "Your forward returned no list of two caches: the network has two layers, each keeps one pair."),
        (lambda A, c: (A, [Z for _, Z in c]), "Your forward returned caches that are not pairs (A_prev, Z)."),
        (lambda A, c: (A, [c[0], (A, c[1][1])]), "Your forward has the shape (1, 1) in caches[1][0], where A1 of shape (3, 1) belongs."),
        (lambda A, c: (A.ravel(), c), "Your forward has the shape (1,) in A_L, where A2 of shape (1, 1) belongs."),
        (lambda A, c: ("a", c), "Your forward has no array of numbers in A_L, where A2 belongs."),
        (lambda A, c: (A * np.nan, c), "Your forward has a number in A_L that is not finite."),
        (lambda A, c: (A, [(c[0][0] + 1, c[0][1]), c[1]]), "Your forward does not keep X in caches[0][0]"),
    ],
)  # fmt: skip
def test_an_answer_of_another_form_is_explained(change, words) -> None:
    said = picture(State(step=4), lambda *a: change(*right(*a)))
    assert said["problem"].startswith(words)
    assert said["problem"].endswith("The numbers here are the figure's own.")
    assert said["neurons"] == picture(State(step=4))["neurons"]


def test_a_forward_that_is_not_written_or_fails_is_said_kindly() -> None:
    assert picture(State(), unwritten)["problem"] == (
        "Your forward is not written yet. The numbers here are the figure's own."
    )
    assert "stopped with ZeroDivisionError" in picture(State(), lambda *a: 1 / 0)["problem"]


def test_parameters_changed_in_place_do_not_reach_the_figure() -> None:
    def spoiling(X, params, activations):
        answer = right(X.copy(), [(W.copy(), b.copy()) for W, b in params], activations)
        X *= 0
        for W, b in params:
            W *= 0
            b *= 0
        return answer

    assert picture(State(step=4), spoiling) == picture(State(step=4))


def test_the_label_tells_what_is_seen() -> None:
    label = picture(State(step=1, chosen="1 0"))["label"]
    assert "shapes (3, 2) · (2, 1) + (3, 1) → (3, 1)" in label
    assert "W1 = [1, −2; 0.5, 1; −1, 1.5]" in label
    assert "Neuron 1 of layer 1: z = 0.50" in label
    assert "layer 2: z" not in label


def test_the_widget_answers_and_has_a_still_picture() -> None:
    figure = forward_propagation.explore(right)
    figure.state = {"x1": -1, "x2": 2, "step": 4, "chosen": "2 0", "asked": "5"}
    assert figure.picture["asked"] == "5"
    json.dumps([figure.scene, figure.picture])
    data, _ = figure._repr_mimebundle_()
    assert "Z2 = W2 · A1 + b2" in data["text/plain"]
