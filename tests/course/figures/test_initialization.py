"""The figure of lesson 12: what is computed, and what is said of it."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from course.figures import initialization as figure
from course.figures.initialization import State


def test_the_numbers_are_those_of_the_lesson() -> None:
    first, *_, last = [figure.spread(A) for A in figure.activations(State("small", "tanh"))]
    assert first == pytest.approx(0.1, rel=0.05)
    assert -52 < np.log10(last) < -49
    *_, last = [figure.spread(A) for A in figure.activations(State("he", "relu"))]
    assert 0.3 < last < 1.2
    *_, last = [figure.spread(A) for A in figure.activations(State("xavier", "relu"))]
    assert -9 < np.log10(last) < -7


def test_a_gain_multiplies_the_spread_once_in_every_layer() -> None:
    plain, gained = ([figure.spread(A) for A in figure.activations(State("he", "relu", 50, k))] for k in (1.0, 1.1))
    np.testing.assert_allclose(np.array(gained) / plain, 1.1 ** np.arange(1, 51), rtol=1e-9)


def test_uniform_weights_stay_within_their_interval() -> None:
    drawn = figure.EPSILON * figure.draws("uniform")
    assert np.abs(drawn).max() <= figure.EPSILON
    assert drawn.std() == pytest.approx(0.173, abs=5e-4)


@pytest.mark.parametrize(
    ("state", "kind", "words"),
    [
        (State("zeros", "tanh"), "Dead, symmetric", "All neurons give 0,"),
        (State("zeros", "sigmoid", 3, 2.0), "Dead, symmetric", "All neurons give 0.5,"),
        (State("small", "tanh"), "Vanishing", "hardly differ"),
        (State("small", "relu", 2), "Vanishing", "hardly differ"),
        (State("large", "relu", 2), "Exploding", "before layer 2"),
        (State("large", "tanh"), "Saturated", "85\u00a0%"),
        (State("uniform", "relu"), "Exploding", "before layer 50"),
        (State("xavier", "tanh"), "Healthy", "arrives in layer 50"),
        (State("xavier", "tanh", 50, 2.0), "Beginning to saturate", "tanh is flat"),
        (State("xavier", "sigmoid"), "Vanishing", "dashed line falls"),
        (State("xavier", "relu"), "Vanishing", "hardly differ"),
        (State("he", "relu"), "Healthy", "arrives"),
        (State("he", "relu", 50, 0.9), "Vanishing", "hardly differ"),
        (State("he", "relu", 50, 1.1), "Exploding", "layer 50"),
    ],
)
def test_what_is_said(state: State, kind: str, words: str) -> None:
    said = figure.picture(state)
    assert said["kind"] == kind
    assert words in said["result"]
    assert f"{kind}. {said['result']}" in said["label"]


def test_every_state_can_be_drawn() -> None:
    for scheme, g in itertools.product(figure.SCHEMES, figure.ACTIVATIONS):
        for depth, gain in ((2, 0.5), (50, 0.5), (50, 2.0)):
            said = figure.picture(State(scheme, g, depth, gain))
            powers = [p for p in said["spreads"] + said["signals"] if p is not None]
            assert all(said["ticks"][0] <= p <= said["ticks"][-1] for p in powers), said["label"]
            assert 3 <= len(said["ticks"]) <= 8
            assert all(len(h["bars"]) == figure.BINS and max(h["bars"]) == 1 for h in said["histograms"])


@pytest.mark.parametrize(
    ("depth", "layers"),
    [(2, [1, 2]), (3, [1, 2, 3]), (5, [1, 2, 3, 4, 5]), (10, [1, 2, 4, 6, 8, 10]), (50, [1, 10, 20, 30, 40, 50])],
)
def test_the_layers_that_are_shown(depth: int, layers: list[int]) -> None:
    assert [h["layer"] for h in figure.picture(State(depth=depth))["histograms"]] == layers


def test_every_depth_shows_its_first_and_last_layer() -> None:
    for depth in range(figure.SHALLOW, figure.DEEP + 1):
        layers = figure.shown(depth)
        assert (layers[0], layers[-1]) == (0, depth - 1)
        assert len(layers) <= figure.SHOWN


def test_zeros_are_a_single_bar() -> None:
    middle = figure.BINS // 2
    for g, at in (("tanh", middle), ("sigmoid", middle), ("relu", 0)):
        for part in figure.picture(State("zeros", g))["histograms"]:
            assert np.flatnonzero(part["bars"]).tolist() == [at]
            assert part["spread"] == "0"


def test_behind_relu_each_layer_has_its_own_range_and_its_zeros_are_said() -> None:
    for part in figure.picture(State("large", "relu"))["histograms"]:
        assert part["zeros"].endswith("% are 0")
        assert part["ends"][0] == "0"
    assert part["ends"][1].endswith("10⁴³")


def test_round_off_is_no_signal() -> None:
    same = np.full((3, 4), 0.1) + np.array([[0.0, 1e-17, 2e-17, 0.0]])
    assert figure.by_example(same) == 0
    assert figure.by_example(1e-60 * np.array([[1.0, -1.0]])) == pytest.approx(1e-60)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (0.826, "0.83"),
        (0.0997, "0.1"),
        (0.0126, "0.013"),
        (81.6, "82"),
        (117.0, "120"),
        (3.24e-7, "3.2\u00a0·\u00a010⁻⁷"),
        (9.97e11, "1.0\u00a0·\u00a010¹²"),
    ],
)
def test_sizes_are_written_with_two_digits(value: float, text: str) -> None:
    assert figure.size_of(value) == text


def test_the_still_picture() -> None:
    for state in (State(), State("zeros", "relu", 2), State("xavier", "sigmoid")):
        said = figure.picture(state)
        assert len(figure.draw(said).axes) == len(said["histograms"]) + 1


def test_the_widget_answers() -> None:
    widget = figure.explore()
    widget.state = {"scheme": "he", "g": "relu", "depth": 50, "gain": 0.9, "asked": "1"}
    assert widget.picture["kind"] == "Vanishing"
    assert widget.picture["asked"] == "1"
