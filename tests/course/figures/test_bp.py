"""The figures of BP1 to BP4: the numbers of each choice, what is lit, and what is said about a student's function."""

import json

import numpy as np
import pytest

from autograder.reference import bp1 as ref1
from autograder.reference import bp2 as ref2
from autograder.reference import bp3 as ref3
from autograder.reference.activations import sigmoid
from course.figures import activations, bp1, bp2, bp3, bp4, gradients
from course.figures.gradients import B1, B2, DZ1, DZ2, W1, W2, X, Y, matrix

RIGHT = {
    bp1: ref1.weight_gradient,
    bp2: ref2.bias_gradient,
    bp3: ref3.previous_activation_gradient,
}
GRADIENTS = list(RIGHT)


def lit(part, mark="lit") -> list[tuple[int, int]]:
    return [(r, c) for r, row in enumerate(part["marks"]) for c, one in enumerate(row) if one == mark]


def signs(part) -> str:
    return "".join(map("".join, part["signs"]))


def unwritten(*_):
    raise NotImplementedError


# the running example and the shared parts


def test_the_running_example_is_that_of_the_lessons() -> None:
    A1 = np.maximum(W1 @ X + B1, 0)
    np.testing.assert_allclose(DZ2, sigmoid(W2 @ A1 + B2) - Y)
    np.testing.assert_allclose(DZ2.round(4), [[-0.1192, 0.9526, -0.5, -0.0474]])
    np.testing.assert_allclose(DZ1, np.where(A1 > 0, W2.T @ DZ2, 0))


def test_a_matrix_says_what_is_lit_chosen_and_judged() -> None:
    part = matrix(
        "A", np.array([[1.0, -0.5]]), (0, 0), lit=[(0, 0), (0, 1)], chosen=(0, 1), signs=np.array([[True, False]])
    )
    assert (part["rows"], part["marks"], part["signs"]) == ([["1", "−0.5"]], [["lit", "chosen"]], [["✓", "✗"]])
    assert (part["shape"], part["flat"]) == ("(1, 2)", False)


def test_a_flat_array_is_a_row_that_says_so() -> None:
    part = matrix("A", np.array([1.0, 2.0]), (0, 0))
    assert (part["rows"], part["shape"], part["flat"]) == ([["1", "2"]], "(2,)", True)


def test_huge_numbers_fit_into_their_cells() -> None:
    assert (gradients.number(-123456.0), gradients.number(1234.56789)) == ("−1e+05", "1234.5679")


@pytest.mark.parametrize("figure", GRADIENTS)
def test_a_right_function_is_praised(figure) -> None:
    said = figure.picture(figure.State(), RIGHT[figure])
    assert said["problem"] == ""
    assert "right" in said["verdict"]
    assert figure.picture(figure.State())["verdict"] == ""


@pytest.mark.parametrize("figure", GRADIENTS)
@pytest.mark.parametrize(
    ("function", "words"),
    [
        (unwritten, "Your function is not written yet. The numbers here are the figure's own."),
        (lambda *_: 1 / 0, "Your function stopped with ZeroDivisionError: “division by zero”. The numbers"),
        (lambda *_: None, "Your function returned nothing (None). Is a return missing? The numbers"),
        (lambda *_: "a", "Your function returned a value of type str where an array of numbers is needed. The numbers"),
        (lambda *_: 0.5, "Your function returned the shape (), where d"),
        (lambda *_: [[1], [2, 3]], "Your function returned a value of type list where an array of numbers is needed."),
        (lambda *a: RIGHT[None](*a), "Your function stopped with KeyError"),
    ],
)
def test_an_answer_of_another_form_is_explained(figure, function, words) -> None:
    said = figure.picture(figure.State(), function)
    assert said["problem"].startswith(words)
    assert said["verdict"] == ""
    assert said["matrices"] == figure.picture(figure.State())["matrices"]


@pytest.mark.parametrize("figure", GRADIENTS)
def test_one_wrong_entry_and_one_that_is_no_number_are_told(figure) -> None:
    def spoiled(value):
        def function(*arguments):
            answer = RIGHT[figure](*arguments)
            answer[1, 0] += value
            return answer

        return function

    said = figure.picture(figure.State(), spoiled(1.0))["problem"]
    assert said.startswith("One entry differs.")
    assert "[1, 0] of your function is" in said
    assert "not finite" in figure.picture(figure.State(), spoiled(np.nan))["problem"]


@pytest.mark.parametrize("figure", GRADIENTS)
def test_arguments_changed_in_place_do_not_reach_the_figure(figure) -> None:
    def spoiling(*arguments):
        answer = RIGHT[figure](*arguments)
        for one in arguments:
            one *= 0
        return answer

    said = figure.picture(figure.State(), spoiling)
    assert said == figure.picture(figure.State(), RIGHT[figure])


@pytest.mark.parametrize("figure", [*GRADIENTS, bp4])
def test_the_widgets_answer_and_have_a_still_picture(figure) -> None:
    widget = figure.explore(RIGHT.get(figure, bp4.tanh_prime))
    widget.state = widget.state | {"asked": "5"}
    assert widget.picture["asked"] == "5"
    json.dumps([widget.scene, widget.state, widget.picture])
    data, _ = widget._repr_mimebundle_()
    assert "<img" in data["text/html"]
    assert len(data["text/plain"]) > 200


# BP1


def test_every_entry_of_dw_is_its_sum_of_products() -> None:
    for r, s in np.ndindex(3, 2):
        said = bp1.picture(bp1.State(r, s))
        entry = ref1.weight_gradient_entry(DZ1, X, r, s)
        assert said["equation"].endswith(f" = {gradients.number(entry)}")
        assert said["matrices"]["made"]["rows"][r][s] == gradients.number(entry)
        assert said["texts"][-1]["text"] == gradients.number(entry)


def test_the_two_rows_and_the_entry_light_up() -> None:
    said = bp1.picture(bp1.State(1, 0))
    parts = said["matrices"]
    assert lit(parts["blame"]) == [(1, i) for i in range(4)]
    assert lit(parts["came"]) == [(0, i) for i in range(4)]
    assert lit(parts["made"], "chosen") == [(1, 0)]
    assert parts["products"]["rows"] == [["0.2384", "0", "0.5", "0.0474"]]
    assert said["title"] == "dW₂₁, in code dW1[1, 0]"
    assert said["equation"] == "¼ (0.1192 · 2 + 0 · 0 + 0.5 · 1 + 0.0474 · 1) = 0.1965"


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ((0, 0), "the cost falls by 0.1429 for each unit. Example 1 says most."),
        ((1, 0), "the cost rises by 0.1965 for each unit. Example 3 says most."),
        ((1, 1), "Example 1 says most. Example 3 blames the neuron, but its input was 0."),
        ((2, 1), "The neuron is blamed on example 2 alone, and there the input was 0: nothing reaches this weight."),
    ],
)
def test_an_entry_has_a_meaning(entry, words) -> None:
    assert bp1.picture(bp1.State(*entry))["meaning"].endswith(words)


def test_the_students_dw_is_shown_and_its_slip_named() -> None:
    said = bp1.picture(bp1.State(), lambda dZ, A: dZ @ A.T)
    assert said["matrices"]["made"]["name"] == "your dW1"
    assert said["matrices"]["made"]["rows"][0] == ["−0.5717", "−0.3333"]
    assert signs(said["matrices"]["made"]) == "✗✗✗✗✓✓"
    assert said["problem"] == (
        "4 of 6 entries differ. dW[0, 0] of your function is −0.5717; it should be −0.1429. "
        "Every entry is 4 times the right one: that is the sum over the examples, without the 1/m."
    )
    turned = bp1.picture(bp1.State(), lambda dZ, A: A @ dZ.T / 4)["problem"]
    assert turned.startswith(
        "Your function returned the shape (2, 3), where dW has the shape (3, 2). It is dW on its side"
    )


# BP2


@pytest.mark.parametrize(
    ("along", "keepdims", "shape", "after", "judged"),
    [
        ("examples", True, "(3, 1)", "(3, 1)", "✓✓✓"),
        ("examples", False, "(3,)", "(3, 3)", "✓✗✗✗✓✗✗✗✓"),
        ("neurons", True, "(1, 4)", "(3, 4)", "✗" * 12),
        ("neurons", False, "(4,)", "(3, 4)", "✗" * 12),
    ],
)
def test_each_way_to_sum_has_its_shape_and_its_end(along, keepdims, shape, after, judged) -> None:
    said = bp2.picture(bp2.State(along, keepdims, 1, 2))
    parts = said["matrices"]
    assert said["title"] == f"db has the shape {shape}"
    assert (parts["made"]["shape"], parts["after"]["shape"]) == (shape, after)
    assert signs(parts["after"]) == judged
    db = DZ1.sum(axis=1 if along == "examples" else 0, keepdims=keepdims) / 4
    assert parts["after"]["rows"] == [[gradients.number(one) for one in row] for row in B1 - db]


def test_the_entry_shows_whose_gradient_meets_whose_bias() -> None:
    said = bp2.picture(bp2.State("examples", False, 1, 2))
    assert said["whose"] == "The bias of neuron 2 meets the gradient of neuron 3: somebody else's."
    assert said["equation"] == "−1 − ¼ (0 + 0.9526 + 0 + 0) = −1 − 0.2381 = −1.2381"
    assert lit(said["matrices"]["blame"]) == [(2, i) for i in range(4)]
    assert lit(said["matrices"]["made"]) == [(0, 2)]
    assert lit(said["matrices"]["bias"]) == [(1, 0)]
    assert "only there" in bp2.picture(bp2.State("examples", False, 1, 1))["whose"]


def test_a_column_has_one_entry_a_row_whatever_was_chosen_before() -> None:
    said = bp2.picture(bp2.State("examples", True, 2, 3))
    assert (said["r"], said["c"]) == (2, 0)
    assert said["whose"] == "The bias of neuron 3 meets its own gradient, db₃."


def test_the_sum_over_neurons_lights_a_column() -> None:
    said = bp2.picture(bp2.State("neurons", True, 0, 3))
    assert lit(said["matrices"]["blame"]) == [(r, 3) for r in range(3)]
    assert said["whose"].startswith("The bias of neuron 1 meets what all neurons together are blamed for on example 4.")


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda dZ: dZ.sum(axis=1, keepdims=True), "without the 1/m"),
        (lambda dZ: dZ.sum(axis=1, keepdims=True) / dZ.shape[0], "divided by the 3 neurons"),
        (lambda dZ: dZ.mean(axis=1), "The right numbers, but no column: choose keepdims=False"),
        (lambda dZ: dZ.sum(axis=1), "with neither 1/m nor keepdims"),
        (lambda dZ: dZ.mean(axis=0), "It adds up the neurons of each example"),
        (lambda dZ: dZ.sum(axis=0, keepdims=True), "It adds up the neurons of each example"),
    ],
)
def test_likely_slips_of_db_are_named(function, words) -> None:
    assert words in bp2.picture(bp2.State(), function)["problem"]


# BP3


def test_every_neuron_collects_over_its_edges() -> None:
    for s, i in np.ndindex(3, 2):
        said = bp3.picture(bp3.State(s, i))
        entry = ref3.previous_activation_gradient_entry(bp3.W, bp3.DZ, s, i)
        assert said["equation"].endswith(f" = {gradients.number(entry)}")
        assert said["hidden"][s]["value"] == gradients.number(entry)


def test_the_column_of_w_is_the_row_of_its_transpose() -> None:
    said = bp3.picture(bp3.State(1, 0))
    parts = said["matrices"]
    assert lit(parts["weights"]) == [(0, 1), (1, 1)]
    assert lit(parts["turned"]) == [(1, 0), (1, 1)]
    assert lit(parts["blame"]) == [(0, 0), (1, 0)]
    assert lit(parts["made"], "chosen") == [(1, 0)]
    assert said["equation"] == "W₁₂ · dZ₁₁ + W₂₂ · dZ₂₁ = −1 · 0.5 + 1 · (−1) = −1.5"
    assert "the loss of that example falls 1.5 times as much" in said["meaning"]


def test_the_edges_of_the_chosen_neuron_carry_products() -> None:
    tags = [one["text"] for one in bp3.picture(bp3.State(2, 1))["texts"] if one["kind"] == "tag"]
    assert tags == ["1 · (−0.2) = −0.2", "−2 · 0.3 = −0.6"]


def test_the_students_da_is_shown_and_its_slip_named() -> None:
    said = bp3.picture(bp3.State(), lambda W, dZ: W.T @ dZ / 2)
    assert said["matrices"]["made"]["name"] == "your dA_prev"
    assert "divided by m" in said["problem"]
    assert "stopped with ValueError" in bp3.picture(bp3.State(), lambda W, dZ: W @ dZ)["problem"]


# BP4


@pytest.mark.parametrize(
    ("state", "equation", "title"),
    [
        (bp4.State("sigmoid", 0.0, 1.0), "dZ = dA · g′(z) = 1 · 0.25 = 0.25", "25 % is left"),
        (bp4.State("tanh", 0.0, -2.0), "dZ = dA · g′(z) = (−2) · 1 = −2", "100 % is left"),
        (bp4.State("relu", 1.5, 0.5), "dZ = dA · g′(z) = 0.5 · 1 = 0.5", "100 % is left"),
        (bp4.State("relu", 0.0, 0.5), "dZ = dA · g′(z) = 0.5 · 0 = 0", "0 % is left"),
        (bp4.State("sigmoid", -6.0, 1.0), "dZ = dA · g′(z) = 1 · 0.0025 = 0.0025", "0.25 % is left"),
        (bp4.State("tanh", 6.0, 1.0), "dZ = dA · g′(z) = 1 · 0.000025 = 0.000025", "0.0025 % is left"),
    ],
)
def test_what_is_left_is_da_times_the_slope(state, equation, title) -> None:
    said = bp4.picture(state)
    assert said["equation"] == equation
    assert said["title"].replace("\u00a0", " ") == title


@pytest.mark.parametrize(
    ("name", "z", "words"),
    [
        ("sigmoid", 4.0, "Saturated"),
        ("tanh", -3.0, "Saturated"),
        ("sigmoid", 0.1, "no more than a quarter"),
        ("tanh", 0.1, "nearly all"),
        ("sigmoid", 1.5, "On the slope"),
        ("relu", -1.0, "off on this example"),
        ("relu", 0.0, "Right at the corner"),
        ("relu", 5.0, "goes through whole"),
    ],
)
def test_a_place_on_the_curve_has_a_meaning(name, z, words) -> None:
    assert words in bp4.picture(bp4.State(name, z))["meaning"]


def test_slopes_are_those_of_the_functions() -> None:
    for g, slope in bp4.KNOWN.values():
        measured = (g(activations.Z + 1e-6) - g(activations.Z - 1e-6)) / 2e-6
        np.testing.assert_allclose(slope(activations.Z), measured, atol=1e-8)


def test_the_arrows_are_as_thick_as_the_gradients() -> None:
    def thickness(corners) -> float:
        return abs(corners[0][1] - corners[-1][1])

    arriving, left = bp4.picture(bp4.State("sigmoid", 0.0, 2.0))["bands"]
    assert (thickness(arriving), thickness(left)) == (40.0, 10.0)
    assert bp4.picture(bp4.State("relu", -1.0, 2.0))["bands"][1] == []
    assert thickness(bp4.picture(bp4.State("tanh", 6.0, 0.1))["bands"][1]) == 1.0


def test_five_in_a_row_leave_less() -> None:
    assert "leave 0.0977\u00a0%" in bp4.picture(bp4.State("sigmoid", 0.0))["row"]
    assert "less than 0.0001" in bp4.picture(bp4.State("sigmoid", 5.0))["row"]


@pytest.mark.parametrize("name", bp4.KNOWN)
def test_the_students_slope_is_recognised(name) -> None:
    said = bp4.picture(bp4.State("yours", 1.0), bp4.KNOWN[name][1])
    assert said["verdict"] == f"Your g_prime is the slope of {name}."
    assert said["curves"] == bp4.picture(bp4.State(name, 1.0))["curves"]
    assert bp4.scene(bp4.tanh_prime)["choices"][-1] == "yours"
    assert "yours" not in bp4.scene()["choices"]


@pytest.mark.parametrize(
    ("slope", "words"),
    [
        (lambda z: z * (1 - z), "in terms of its output a. Here it is given z. What is drawn is yours."),
        (lambda z: 1 - z**2, "It is 1 − z²"),
        (activations.sigmoid, "It is sigmoid itself; its slope is needed."),
        (lambda z: -bp4.tanh_prime(z), "It is the slope of tanh with the opposite sign."),
        (lambda z: 0.3 + 0 * z, "not the slope of sigmoid, tanh or relu. What is drawn is yours."),
    ],
)
def test_another_slope_is_drawn_and_named(slope, words) -> None:
    said = bp4.picture(bp4.State("yours", 1.0, 2.0), slope)
    assert words in said["problem"]
    assert said["marks"] == [None, pytest.approx(float(slope(1.0)))]
    assert set(said["curves"][0]) == {None}
    assert said["verdict"] == ""


def test_a_slope_with_a_hole_at_one_place_is_drawn_across_it() -> None:
    said = bp4.picture(bp4.State("yours", 0.0, 1.0), lambda z: np.nan if np.ndim(z) == 0 and z == 0 else 1 + 0.5 * z)
    assert said["marks"] == [None, pytest.approx(1.0)]


@pytest.mark.parametrize(
    ("slope", "words"),
    [
        (unwritten, "Your g_prime is not written yet. What is drawn is the sigmoid's."),
        (lambda z: None, "returned nothing (None)"),
        (lambda z: 1.0, "returned the shape () for an input of shape (240,)"),
        (lambda z: z / 0.0 if np.ndim(z) else 1.0, "not finite"),
    ],
)
def test_a_slope_that_cannot_be_drawn_is_explained(slope, words) -> None:
    said = bp4.picture(bp4.State("yours", 1.0), slope)
    assert words in said["problem"]
    assert said["curves"] == bp4.picture(bp4.State("sigmoid"))["curves"]
