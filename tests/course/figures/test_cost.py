"""The two costs: curves, gradients, and what is said at saturation."""

import json

import numpy as np
import pytest

from course.figures import cost
from course.figures.cost import GRADIENTS, LOSSES, REACH, State, Z, gradients, losses, mirrored, picture, scene, sigmoid


@pytest.mark.parametrize("y", [0, 1])
def test_the_gradient_that_reaches_z_is_the_derivative_of_the_loss(y) -> None:
    eps = 1e-5
    above, below = losses(sigmoid(Z + eps), y), losses(sigmoid(Z - eps), y)
    for slope, high, low in zip(gradients(sigmoid(Z), y), above, below, strict=True):
        np.testing.assert_allclose(slope, (high - low) / (2 * eps), atol=1e-8)


@pytest.mark.parametrize("y", [0, 1])
def test_every_point_stays_inside_the_plots(y) -> None:
    for z in (-REACH, 0.0, REACH):
        for row in picture(State(z, y))["rows"]:
            assert LOSSES[0] <= row["at"] <= LOSSES[1]
            assert GRADIENTS[0] <= row["size"] <= GRADIENTS[1]


def test_the_curves_of_the_two_targets_are_mirror_images() -> None:
    for curve in scene()["curves"]:
        assert curve["losses"][0] == curve["losses"][1][::-1]
        assert curve["gradients"][0] == curve["gradients"][1][::-1]
    assert mirrored((0.25, 2.0), 0) == (0.75, 2.0)


def test_the_curves_differ_in_more_than_colour() -> None:
    assert len({curve["dash"] for curve in scene()["curves"]}) == 2


def test_the_numbers_at_a_point() -> None:
    said = picture(State(0.0, 1))
    assert [(row["loss"], row["gradient"]) for row in said["rows"]] == [("0.1250", "−0.1250"), ("0.6931", "−0.5000")]
    assert said["output"] == "z = 0.0, so a = σ(z) = 0.5000; the target is y = 1."
    assert said["sums"][0] == "squared error: (a − y) · a (1 − a) = (−0.5000) · 0.2500 = −0.1250"


def test_saturated_and_wrong_is_the_learning_slowdown() -> None:
    said = picture(State(-4.0, 1))
    assert said["result"].startswith("Sure, and wrong by 0.98.")
    assert "learning slowdown" in said["result"]
    assert said["result"].endswith("Cross-entropy sends 57 times as much back to z as squared error.")
    assert picture(State(4.0, 0))["result"] == said["result"]


@pytest.mark.parametrize(("z", "start"), [(4.0, "Nearly right"), (0.0, "Not sure yet"), (-1.0, "Wrong by 0.73")])
def test_other_places_have_other_words(z, start) -> None:
    said = picture(State(z, 1))["result"]
    assert said.startswith(start)
    assert "slowdown" not in said


def test_the_label_tells_what_is_seen() -> None:
    label = picture(State(-4.0, 1))["label"]
    assert "target y = 1" in label
    assert "squared error: loss 0.4822, gradient at z −0.0173" in label


def test_the_widget_answers_and_has_a_still_picture() -> None:
    figure = cost.explore()
    figure.state = {"z": 2, "y": 0, "asked": "6"}
    assert figure.picture["asked"] == "6"
    json.dumps([figure.scene, figure.picture])
    data, _ = figure._repr_mimebundle_()
    assert "learning slowdown" in data["text/plain"]
