"""The activation functions: curves, slopes, and functions that cannot be drawn."""

import json
import warnings

import numpy as np
import pytest

from course.figures import activations
from course.figures.activations import FUNCTIONS, REACH, SLOPES, VALUES, Z, curves, label_places, pen, picture, slope


def unwritten(z):
    raise NotImplementedError


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def test_the_slope_is_the_derivative() -> None:
    np.testing.assert_allclose(slope(sigmoid, Z), sigmoid(Z) * (1 - sigmoid(Z)), atol=1e-9)
    np.testing.assert_allclose(slope(FUNCTIONS["relu"], Z), Z > 0, atol=1e-9)


def test_the_built_in_functions_are_drawn() -> None:
    drawn, missing = curves(FUNCTIONS)
    assert [curve["name"] for curve in drawn] == ["sigmoid", "tanh", "relu", "leaky_relu (0.1)"]
    assert len({curve["dash"] for curve in drawn}) == 4
    assert missing == []


def test_what_cannot_be_drawn_is_left_out_in_words() -> None:
    drawn, missing = curves({"a": unwritten, "b": lambda z: 1.0, "c": sigmoid, "d": lambda z: z if z > 0 else 0})
    assert [curve["name"] for curve in drawn] == ["c"]
    assert missing[0] == "a is not written yet; it is left out."
    assert missing[1] == "b returned the shape () for an input of shape (240,); it is left out."
    assert missing[2].startswith("d stopped with ValueError: “The truth value of an array")


def test_a_function_keeps_its_colour_when_another_is_missing() -> None:
    both, _ = curves({"a": np.tanh, "b": sigmoid})
    one, _ = curves({"a": unwritten, "b": sigmoid})
    assert one[0]["style"] == both[1]["style"] == 1


def test_a_curve_is_broken_where_there_is_no_number() -> None:
    (curve,), (missing,) = curves({"log": np.log})
    assert curve["values"][0] is None
    assert curve["values"][-1] == pytest.approx(np.log(Z[-1]), abs=1e-4)
    assert missing == "log gives no finite number at 120 of 240 points; there its curve is broken."


def test_the_pen_is_lifted_at_a_jump() -> None:
    assert pen(np.array([0.0, 0.0, 1.0, 1.0])) == [0.0, None, 1.0, 1.0]


def test_a_row_has_value_and_slope() -> None:
    said = picture(0.0, "", {"sigmoid": sigmoid})
    assert (said["rows"][0]["a"], said["rows"][0]["slope"]) == ("0.5000", "0.2500")
    assert said["result"] == "z = 0.0: sigmoid 0.5000, slope 0.2500."


def test_a_corner_has_two_slopes() -> None:
    said = picture(0.0, "", FUNCTIONS)
    assert [row["slope"] for row in said["rows"]] == ["0.2500", "1.0000", "0 | 1", "0.1 | 1"]
    assert said["note"] == "At z = 0 the slope of relu and leaky_relu (0.1) jumps: left | right."


def test_the_chosen_function_is_the_one_told() -> None:
    assert picture(1.0, "relu", FUNCTIONS)["result"] == "z = 1.0: relu 1.0000, slope 1.0000."


def test_a_function_that_fails_at_a_point_has_question_marks() -> None:
    row = picture(1.0, "", {"odd": lambda z: z if z.size > 3 else None})["rows"][0]
    assert (row["a"], row["slope"], row["at"], row["rise"]) == ("?", "?", None, None)


def test_no_function_at_all_is_said_in_words() -> None:
    figure = activations.explore({"sigmoid": unwritten})
    assert figure.picture["result"] == "No function can be drawn yet."
    assert figure.scene["missing"] == ["sigmoid is not written yet; it is left out."]
    figure._repr_mimebundle_()


def test_names_stand_apart_and_inside() -> None:
    values = {name: np.asarray(f(Z), dtype=float) for name, f in FUNCTIONS.items()}
    places = label_places(values, VALUES)
    for z, value in places.values():
        assert abs(z) < REACH
        assert VALUES[0] < value < VALUES[1]
    assert len(set(places.values())) == 4


def test_names_find_a_place_even_when_all_curves_coincide() -> None:
    lines = {name: np.tanh(Z) for name in ("a", "b", "c")}
    assert len(set(label_places(lines, SLOPES).values())) == 3


def test_overflow_in_a_function_is_not_heard() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        curves({"exp": lambda z: np.exp(1000 * z)})


def test_the_widget_answers_a_new_z() -> None:
    figure = activations.explore()
    figure.state = {"z": -2, "chosen": "tanh", "asked": "3"}
    assert figure.picture["asked"] == "3"
    assert figure.picture["result"] == "z = −2.0: tanh −0.9640, slope 0.0707."
    json.dumps([figure.scene, figure.picture])
