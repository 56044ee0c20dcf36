"""The figure of lesson 13: surfaces, paths, and what is said of them."""

from __future__ import annotations

import itertools
import json

import numpy as np
import pytest

from course.figures import gradient_descent as figure
from course.figures.gradient_descent import ACROSS, EXAMPLES, FAR, RATES, STEPS, SURFACES, State, descend, picture


def state(surface: str = "bowl", rate: float = 0.1, start: tuple[float, float] = (-3.0, 2.0), **more: object) -> State:
    return State(surface, *start, notch=RATES.index(rate), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES)
def test_the_gradient_is_the_slope_of_the_surface(surface) -> None:
    eps = 1e-6
    for x, y in itertools.product((-3.7, -2.0, 0.1, 1.9, 4.0), (-3.0, 0.4)):
        slopes = (
            (surface.cost((x + eps, y)) - surface.cost((x - eps, y))) / (2 * eps),
            (surface.cost((x, y + eps)) - surface.cost((x, y - eps))) / (2 * eps),
        )
        np.testing.assert_allclose(surface.gradient((x, y)), slopes, atol=1e-6)


@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES)
def test_the_minima_are_minima_and_the_first_is_the_lowest(surface) -> None:
    for t in surface.minima:
        np.testing.assert_allclose(surface.gradient((t, 0.0)), 0, atol=1e-9)
        assert surface.cost((t, 0.0)) < min(surface.cost((t + d, 0.0)) for d in (-0.1, 0.1))
    assert surface.minima[0] == min(surface.minima, key=surface.w)
    assert surface.w(surface.minima[0]) > -1e-12


def test_between_two_minima_there_is_a_hill() -> None:
    two = SURFACES["two"]
    assert two.minima[0] < two.hill < two.minima[1]
    assert two.slope(two.hill) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("surface", "level"), [(surface, level) for surface in SURFACES.values() for level in surface.levels]
)
def test_the_contours_are_where_they_belong(surface, level) -> None:
    lines = figure.contour(surface, level)
    assert lines
    for x, y in itertools.chain(*lines):
        assert surface.cost((x, y)) == pytest.approx(level, abs=0.2)
    place = figure.label_place(surface, level)
    assert place is None or surface.cost(place["at"]) == pytest.approx(level, abs=0.2)


def test_a_contour_below_the_hill_is_two_lines() -> None:
    assert len(figure.contour(SURFACES["two"], 1.6)) == 2
    assert len(figure.contour(SURFACES["two"], 3.0)) == 1


def test_the_path_follows_the_rule() -> None:
    path = descend(state("bowl", 0.5))
    np.testing.assert_allclose(path.points[:3], [(-3, 2), (-1.5, 1), (-0.75, 0.5)])
    np.testing.assert_allclose(path.gradients[:2], [(-3, 2), (-1.5, 1)])
    assert path.costs[:2] == [6.5, 1.625]
    assert len(path.gradients) == STEPS


def test_a_path_too_far_away_is_not_followed() -> None:
    path = descend(state("two", 3.0))
    assert path.lost
    assert max(map(abs, path.points[-1])) > FAR
    assert all(max(map(abs, point)) <= FAR for point in path.points[:-1])
    said = picture(state("two", 3.0, step=STEPS))
    assert said["step"] == len(path.gradients) < 5
    assert max(map(abs, itertools.chain(*said["path"]))) <= 1000
    assert "outside the picture" in said["change"]
    assert "10" in said["rows"][0][3]


def test_all_tilts_cancel_and_every_example_takes_its_turn() -> None:
    np.testing.assert_allclose(figure.tilts().mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(figure.tilts().std(axis=0), figure.TILT)
    one = figure.looked_at("one")
    assert sorted(one) == sorted(map(tuple, figure.tilts().tolist()))
    epochs = np.array(figure.looked_at("ten")).reshape(-1, EXAMPLES // 10, 2)
    np.testing.assert_allclose(epochs.mean(axis=1), 0, atol=1e-12)
    assert set(figure.looked_at("all")) == {(0.0, 0.0)}


def test_the_same_state_has_the_same_noise() -> None:
    noisy = state(batch="one")
    assert descend(noisy) == descend(noisy)
    assert descend(noisy) != descend(state())


@pytest.mark.parametrize(
    ("where", "kind", "words"),
    [
        (state("bowl", 0.01), "Creeps", "still 2.18 away"),
        (state("bowl", 0.08), "Nearly there", "still 0.06 away"),
        (state("bowl", 0.1), "Converges", "From step 41 on"),
        (state("bowl", 1.0), "Converges", "From step 1 on"),
        (state("bowl", 1.5), "Oscillates, and converges", "to and fro"),
        (state("bowl", 2.0), "Oscillates", "comes no closer"),
        (state("bowl", 2.1), "Diverges", "where it is steeper."),
        (state("bowl", 3.0), "Diverges", "followed until step 12"),
        (state("bowl", 0.1, (0.0, 0.0)), "Stays", "gradient is 0"),
        (state("valley", 0.01), "Creeps", "goes downhill"),
        (state("valley", 0.05), "Creeps", "floor of the valley"),
        (state("valley", 0.09), "Oscillates, and converges", "within 0.05"),
        (state("valley", 0.1), "Oscillates", "comes no closer"),
        (state("valley", 0.11), "Diverges", "too large"),
        (state("two", 0.3), "Converges in the lower minimum", "lowest point of all"),
        (state("two", 0.3, (3.0, 2.0)), "Converges in the higher minimum", "lower point beyond the hill"),
        (state("two", 0.5, (3.9, 2.0)), "Converges in the lower minimum", "jumped over"),
        (state("two", 1.0), "Converges in the higher minimum", "jumped over"),
        (state("bowl", 0.05, batch="ten"), "Creeps, and jitters", "Ten examples point"),
        (state("bowl", 0.3, batch="one"), "Comes near, and jitters", "One example points"),
        (state("bowl", 1.9, batch="one"), "Jitters widely", "multiplied by η too"),
        (state("bowl", 2.0, batch="ten"), "Oscillates, and jitters", "overshoots too"),
        (state("valley", 0.01, batch="one"), "Creeps, and jitters", "steps are short"),
        (state("bowl", 2.1, batch="ten"), "Diverges", "too large"),
        (state("two", 0.9, batch="one"), "Diverges", "noise drives it out"),
    ],
)
def test_what_is_said(where, kind, words) -> None:
    said = picture(where)
    assert said["kind"] == kind
    assert words in said["result"]
    assert f"{kind}. {said['result']}" in said["label"]


def test_noise_may_lead_into_the_other_minimum() -> None:
    starts = (state("two", 0.3, (x / 10, 0.0), batch="one") for x in range(-5, 10))
    other = [picture(where) for where in starts if picture(where)["kind"] == "Ends in the other minimum"]
    assert other
    assert "With all 50" in other[0]["result"]


def test_the_numbers_of_a_step() -> None:
    said = picture(state("valley", 0.05, step=1))
    assert said["rows"] == [["−3.000", "−3.000", "−0.150", "−2.850"], ["2.000", "40.000", "2.000", "0.000"]]
    assert said["change"] == "J falls from 44.500 to 4.061."
    assert said["head"] == "gradient"
    assert "2500 gradients" in said["work"]


def test_at_the_start_there_is_no_step_yet() -> None:
    said = picture(state(step=0))
    assert said["rows"] == [["", "", "", "−3.000"], ["", "", "", "2.000"]]
    assert said["change"] == "At the start, J is 6.500."


def test_at_a_minimum_nothing_changes() -> None:
    assert picture(state("bowl", 0.1, (0.0, 0.0)))["change"] == "J stays at 0.000."


@pytest.mark.parametrize(
    ("batch", "work"), [("ten", "5 steps are an epoch. 50 steps: 500"), ("one", "50 steps are an epoch. 50 steps: 50 ")]
)
def test_what_smaller_batches_cost(batch, work) -> None:
    said = picture(state(batch=batch))
    assert work in said["work"]
    assert said["head"] != "gradient"
    assert said["change"].startswith("J of all 50 ")


@pytest.mark.parametrize(
    ("value", "text"), [(-0.1234, "−0.123"), (1234.5, "1234"), (-6.1e11, "−6.1\u00a0·\u00a010¹¹"), (0.0, "0.000")]
)
def test_how_numbers_are_written(value, text) -> None:
    assert figure.number(value) == text


def test_every_state_can_be_shown() -> None:
    for surface, notch, batch in itertools.product(SURFACES, range(0, len(RATES), 2), figure.BATCHES):
        for start in ((-ACROSS, 3.0), (0.3, 0.0)):
            said = picture(State(surface, *start, notch, STEPS, batch))
            json.dumps(said, allow_nan=False)
            assert 2 <= len(said["ticks"]) <= 12, said["ticks"]
            assert said["ticks"][-1] >= said["costs"][0]


def test_the_learning_rates_rise() -> None:
    assert list(RATES) == sorted(set(RATES))
    assert len(figure.scene()["rates"]) == len(RATES)


@pytest.mark.parametrize("surface", SURFACES)
def test_the_still_picture(surface) -> None:
    drawn = figure.draw(figure.scene(), picture(state(surface)))
    assert len(drawn.axes) == 2


def test_the_widget_answers_and_has_a_still_picture() -> None:
    widget = figure.explore()
    widget.state = {"surface": "two", "theta1": 3, "theta2": 2, "notch": 15, "step": 7, "batch": "one", "asked": "6"}
    assert widget.picture["asked"] == "6"
    assert widget.picture["step"] == 7
    json.dumps([widget.scene, widget.picture])
    data, _ = widget._repr_mimebundle_()
    assert "two minima" in data["text/plain"]
