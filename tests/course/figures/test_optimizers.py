"""The figure of lesson 14: the paths that are walked, what is said of them, and the student's own functions."""

from __future__ import annotations

import inspect
import itertools
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.reference import optimizers as reference
from course.figures import optimizers as figure
from course.figures.optimizers import RUNNERS, STEPS, SURFACES, Paths, State

ALL = tuple(RUNNERS)
OWN = [key for key in RUNNERS if key != "plain"]
REFERENCE = {key: getattr(reference, f"{key}_step") for key in OWN}
PATHS = Paths()  # without functions of a student


def walk(surface: str, key: str) -> np.ndarray:
    """Return the path of a runner from the start that is shown first."""
    return PATHS.way(key, SURFACES[surface], SURFACES[surface].start, figure.rate_of(key, State(surface))).trail


def told(surface: str, step: int, key: str) -> str:
    """Return what is said of a runner."""
    return str(row(figure.picture(State(surface, SURFACES[surface].start, step, ALL), PATHS), key)["does"])


def row(said: dict[str, Any], key: str) -> dict[str, Any]:
    return next(one for one in said["rows"] if one["key"] == key)


@pytest.mark.parametrize("key", OWN)
@pytest.mark.parametrize("surface", list(SURFACES))
def test_every_rule_is_the_printed_one(surface: str, key: str) -> None:
    one = SURFACES[surface]
    rate = figure.rate_of(key, State(surface))
    np.testing.assert_allclose(walk(surface, key), figure.path(key, REFERENCE[key], one, one.start, rate), atol=1e-9)


def test_plain_descent_subtracts_the_learning_rate_times_the_gradient() -> None:
    np.testing.assert_allclose(walk("ravine", "plain")[1], (-9 + 0.035 * 9, 1.3 - 0.035 * 50 * 1.3))


@pytest.mark.parametrize("surface", list(SURFACES.values()), ids=list(SURFACES))
def test_slopes_are_those_of_the_surface(surface: figure.Surface) -> None:
    for theta in np.random.default_rng(0).uniform(-2, 2, (5, 2)):
        sides = [surface.J(theta + nudge) - surface.J(theta - nudge) for nudge in 1e-5 * np.eye(2)]
        np.testing.assert_allclose(surface.slope(theta), np.array(sides) / 2e-5, rtol=1e-6, atol=1e-8)
    for minimum in surface.minima:
        np.testing.assert_allclose(surface.slope(np.array(minimum)), 0, atol=1e-12)
        assert surface.J(np.array(minimum)) == 0


@pytest.mark.parametrize(("surface", "key"), list(itertools.product(SURFACES, RUNNERS)))
def test_every_runner_moves_and_stays_in_the_picture(surface: str, key: str) -> None:
    one, trail = SURFACES[surface], walk(surface, key)
    left, right, low, high = one.window
    assert trail.shape == (STEPS + 1, 2)
    assert ((left <= trail[:, 0]) & (trail[:, 0] <= right) & (low <= trail[:, 1]) & (trail[:, 1] <= high)).all()
    assert np.linalg.norm(trail[20] - trail[0]) > 0.15 * (right - left)
    assert one.J(trail[-1]) < 0.05 * one.J(trail[0])


# What the words under the figure claim


def test_in_the_ravine_momentum_overshoots_and_plain_descent_is_last() -> None:
    losses = {key: SURFACES["ravine"].J(walk("ravine", key)[40]) for key in RUNNERS}
    assert max(losses, key=lambda key: losses[key]) == "plain"
    assert walk("ravine", "momentum")[:, 0].max() > 1
    assert walk("ravine", "plain")[:, 0].max() < 0


def test_turning_the_ravine_changes_nothing_for_plain_descent_and_slows_the_adaptive_ones() -> None:
    ravine, turned = (
        {key: SURFACES[surface].J(walk(surface, key)[40]) for key in RUNNERS} for surface in ("ravine", "turned")
    )
    for key in ("plain", "momentum", "nesterov"):
        assert turned[key] == pytest.approx(ravine[key], rel=0.05)
    for key in ("adagrad", "rmsprop", "adadelta", "adamax", "nadam"):
        assert turned[key] > 2 * ravine[key]
    assert min(turned["adagrad"], turned["adamax"]) > turned["plain"]


def test_on_the_saddle_plain_descent_stays_and_the_adaptive_ones_leave_the_ridge_early() -> None:
    left = {key: int(np.argmax(np.abs(walk("saddle", key)[:, 1]) > 0.5)) for key in RUNNERS}
    assert left["plain"] > 60
    assert max(left[key] for key in ALL[3:]) < 12
    assert 12 < left["momentum"] < left["plain"]


def test_exactly_on_the_ridge_nobody_leaves_it() -> None:
    said = figure.picture(State("saddle", (-3.0, 0.0), STEPS, ALL), PATHS)
    assert {one["does"] for one in said["rows"]} <= {"stands on the saddle", "stays on the ridge"}
    assert said["about"] == figure.ON_RIDGE


@pytest.mark.parametrize(
    ("surface", "step", "key", "words"),
    [
        ("ravine", 0, "adam", "at the start"),
        ("ravine", 1, "adam", "on its way"),
        ("ravine", 8, "plain", "zigzags from side to side"),
        ("ravine", 15, "momentum", "swings from side to side"),
        ("ravine", 40, "plain", "creeps, in shorter and shorter steps"),
        ("ravine", 40, "adagrad", "creeps, in shorter and shorter steps"),
        ("ravine", 30, "momentum", "rolls past the minimum"),
        ("ravine", 40, "momentum", "comes back"),
        ("ravine", 80, "nesterov", "near the minimum"),
        ("ravine", 100, "rmsprop", "trembles around the minimum"),
        ("saddle", 5, "plain", "still on the ridge"),
        ("saddle", 5, "rmsprop", "has left the ridge"),
        ("saddle", 45, "plain", "lingers at the saddle"),
        ("saddle", 100, "plain", "near the minimum"),
    ],
)
def test_what_a_runner_does_is_said(surface: str, step: int, key: str, words: str) -> None:
    assert told(surface, step, key) == words


def test_who_leads_is_said() -> None:
    said = figure.picture(State(step=40, runs=("plain", "momentum")), PATHS)
    assert "momentum is lowest" in said["result"]
    assert "plain descent is highest" in said["result"]
    assert said["result"].count("J\u00a0=") == 2
    alone = figure.picture(State(step=40, runs=("adam",)), PATHS)
    assert "highest" not in alone["result"]
    ridge = figure.picture(State("saddle", (0.0, 0.0), 40), PATHS)
    assert ridge["result"] == "After step 40, all are at J\u00a0=\u00a00.25."
    assert figure.picture(State(runs=()), PATHS)["result"].startswith("Nobody runs")


def test_the_label_tells_all() -> None:
    said = figure.picture(State(step=40), PATHS)
    for one in said["rows"]:
        if one["runs"]:
            assert f"{one['name']} at {one['at']}, J\u00a0=\u00a0{one['loss']}, {one['does']}" in said["label"]
    assert "Step 40 of 100" in said["label"]
    assert said["about"] in said["label"]


def test_a_learning_rate_that_is_too_large_is_told() -> None:
    said = figure.picture(State(step=STEPS, runs=ALL, times={"plain": 3.0}), PATHS)
    assert row(said, "plain")["does"] == "flies off"
    assert row(said, "plain")["rate"] == "0.105"
    assert row(said, "momentum")["rate"] == "0.01"


def test_factors_multiply_and_adadelta_has_its_epsilon_instead() -> None:
    state = State(times={"all": 0.5, "adam": 2.0, "adadelta": 4.0})
    assert figure.rate_of("adam", state) == pytest.approx(0.4)
    assert figure.rate_of("momentum", state) == pytest.approx(0.005)
    assert figure.rate_of("adadelta", state) == pytest.approx(0.04)
    assert row(figure.picture(state, PATHS), "adadelta")["rate"] == "ε 0.04"


def test_every_state_can_be_drawn() -> None:
    paths = Paths()
    for name, surface in SURFACES.items():
        left, right, low, high = surface.window
        for start in ((left, low), (right, high), (0.0, 0.0), surface.minima[0]):
            for times in (figure.SLOWEST, figure.FASTEST):
                said = figure.picture(State(name, start, STEPS, ALL, {"all": times}), paths)
                assert all(math.isfinite(one["J"]) for one in said["rows"])
                assert all(np.isfinite(one["trail"]).all() for one in said["rows"])


@pytest.mark.parametrize("surface", list(SURFACES))
@pytest.mark.parametrize("step", [0, 1, 20, 40, 100])
def test_letters_do_not_cover_each_other(surface: str, step: int) -> None:
    said = figure.picture(State(surface, SURFACES[surface].start, step, ALL), PATHS)
    for one, other in itertools.combinations([one["letter"] for one in said["rows"]], 2):
        assert math.dist(one, other) > 2 * figure.RADIUS


def test_no_two_runners_look_alike() -> None:
    assert len({one.letter for one in RUNNERS.values()}) == len(RUNNERS)
    assert len({(one.style, one.dash) for one in RUNNERS.values()}) == len(RUNNERS)


# The student's own functions


def step_with(theta_of: Callable[..., Any], state: Any = None) -> Callable[..., Any]:
    """Return a step function that answers with `theta_of(theta)` and the state."""
    return lambda theta, grad, memory, learning_rate=0.01: (theta_of(theta), {} if state is None else state)


def unwritten(theta: Any, grad: Any, state: Any, learning_rate: float = 0.01) -> Any:
    raise NotImplementedError


def without_a_rate(theta: Any, grad: Any, state: Any) -> Any:
    return theta, state


def fails_later(theta: Any, grad: Any, state: Any, learning_rate: float = 0.01) -> Any:
    return theta - 0.01 * grad, {"rest": state.get("rest", [1, 2])[1:], "last": state.get("rest", [1])[0]}


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (unwritten, "is not written yet"),
        (without_a_rate, "stopped with TypeError"),
        (fails_later, "stopped with IndexError"),
        (lambda theta, grad, state, learning_rate=0.01: None, "returned nothing"),
        (lambda theta, grad, state, learning_rate=0.01: theta, "a pair (theta, state) is needed"),
        (step_with(lambda theta: theta, [1]), "returned a state of type list"),
        (step_with(lambda theta: theta[0]), "returned the shape ()"),
        (step_with(lambda theta: theta * np.nan), "returned θ = [nan nan] at step 1"),
        (step_with(lambda theta: "there"), "returned a value of type str"),
    ],
)
def test_a_function_that_does_not_work_is_named_and_replaced(function: Callable[..., Any], words: str) -> None:
    said = figure.picture(State(step=40, runs=("momentum",)), Paths({"momentum": function}))
    assert said["problem"].startswith("Your momentum_step ")
    assert words in said["problem"]
    assert "The figure’s own runs in its place." in said["problem"]
    assert said["problem"] in said["label"]
    assert row(said, "momentum")["name"] == "momentum"
    plain = figure.picture(State(step=40, runs=("momentum",)), PATHS)
    assert row(said, "momentum")["trail"] == row(plain, "momentum")["trail"]


def test_a_pair_may_come_as_a_list() -> None:
    """The visible checks of the lesson accept it, and so do the hidden ones."""

    def listed(theta: Any, grad: Any, state: Any, learning_rate: float = 0.01) -> Any:
        return list(REFERENCE["momentum"](theta, grad, state, learning_rate))

    said = figure.picture(State(step=40, runs=("momentum",)), Paths({"momentum": listed}))
    assert not said["problem"]
    assert row(said, "momentum")["name"] == "momentum (yours)"


def test_a_wrong_rule_runs_and_is_told() -> None:
    def forgetful(theta: Any, grad: Any, state: Any, learning_rate: float = 0.01, gamma: float = 0.9) -> Any:
        return theta - learning_rate * grad, {"v": learning_rate * grad}

    said = figure.picture(State(step=40, runs=("momentum",)), Paths({"momentum": forgetful}))
    assert "another way than the printed rule from step 2 on" in said["problem"]
    plain = figure.picture(State(step=40, runs=("momentum",), times={"momentum": 1.0}), PATHS)
    assert row(said, "momentum")["trail"] != row(plain, "momentum")["trail"]


@pytest.mark.parametrize("key", OWN)
def test_the_students_function_walks(key: str) -> None:
    asked = []

    def mine(*arguments: Any, **dial: Any) -> Any:
        asked.append(dial)
        return REFERENCE[key](*arguments, **dial)

    paths = Paths({key: mine})
    for surface in SURFACES:
        said = figure.picture(State(surface, SURFACES[surface].start, 40, ALL), paths)
        assert said["problem"] == ""
    assert len(asked) == 3 * STEPS
    assert set(asked[0]) == {"eps" if key == "adadelta" else "learning_rate"}


def test_paths_are_walked_once_however_many_steps_are_shown() -> None:
    calls = []

    def mine(theta: Any, grad: Any, state: Any, learning_rate: float) -> Any:
        calls.append(theta)
        return figure.momentum(theta, grad, state, learning_rate)

    paths = Paths({"momentum": mine})
    for step in range(0, STEPS + 1, 10):
        figure.picture(State(step=step, runs=("momentum",)), paths)
    assert len(calls) == STEPS


def test_a_function_that_changes_its_arguments_does_no_harm() -> None:
    def rough(theta: Any, grad: Any, state: Any, learning_rate: float) -> Any:
        state["v"] = 0.9 * state.get("v", 0.0) + learning_rate * grad
        theta -= state["v"]
        return theta, state

    paths = Paths({"momentum": rough})
    assert figure.picture(State(step=40, runs=("momentum",)), paths)["problem"] == ""


def test_race_takes_every_optimizer_by_its_name() -> None:
    assert list(inspect.signature(figure.race).parameters) == [
        "momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "adam", "adamax", "nadam",
    ]  # fmt: skip
    widget = figure.race(adam=REFERENCE["adam"])
    assert list(widget.state["runs"]) == ["plain", "adam"]
    assert row(widget.picture, "adam")["name"] == "Adam (yours)"
    assert row(widget.picture, "nadam")["name"] == "Nadam"


def test_the_widget_answers() -> None:
    widget = figure.race()
    widget.state = {
        "surface": "saddle",
        "start": [-2.0, 0.1],
        "step": 500,
        "runs": ["plain"],
        "times": {"all": 2},
        "asked": "1",
    }
    assert widget.picture["asked"] == "1"
    assert widget.picture["step"] == STEPS
    assert row(widget.picture, "plain")["rate"] == "0.1"


def test_the_still_picture() -> None:
    stage = figure.scene()
    for surface, runs in (("ravine", figure.FIRST), ("saddle", ALL), ("turned", ())):
        said = figure.picture(State(surface, SURFACES[surface].start, 40, runs), PATHS)
        drawn = figure.draw(stage, said)
        assert len(drawn.axes) == 1
        assert len(drawn.axes[0].get_legend_handles_labels()[1]) == len(runs)
