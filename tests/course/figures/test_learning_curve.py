"""The live learning curve: what is taken, what is said, and where it is shown."""

from __future__ import annotations

import io
import itertools
import json
import math
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from course.figures import gradient_descent, learning_curve
from course.figures.learning_curve import Bar, Curve, Lines, Notebook, picture, progress, result

ROOT = Path(__file__).parents[3]


def curve(costs: list[float], epochs: int = 30, accuracies: list[float] | None = None) -> Curve:
    made = Curve(epochs)
    for cost, accuracy in itertools.zip_longest(costs, accuracies or []):
        made.add(cost, accuracy)
    return made


# What is handed over


def test_the_lesson_finds_it_beside_its_other_figure() -> None:
    assert gradient_descent.live is learning_curve.live


@pytest.mark.parametrize("epochs", [1, 30, np.int64(7)])
def test_any_whole_number_of_epochs_will_do(epochs) -> None:
    assert gradient_descent.live(epochs).epochs == epochs


@pytest.mark.parametrize(
    ("epochs", "error", "words"),
    [
        (0, ValueError, "at least 1 epoch; it got 0"),
        (-3, ValueError, "it got -3"),
        (2.5, TypeError, "a whole number; it got 2.5"),
        ("30", TypeError, "a str of length 2"),
        (None, TypeError, "None"),
        ([1, 2], TypeError, "a list of length 2"),
    ],
)
def test_other_epochs_are_refused_in_words(epochs, error, words) -> None:
    with pytest.raises(error, match=words):
        gradient_descent.live(epochs)


@pytest.mark.parametrize("cost", [0.5, 1, np.float32(0.5), np.array(0.5), np.array([[0.5]]), True, -2.0])
def test_any_number_is_a_cost(cost) -> None:
    taken = curve([cost])
    assert taken.costs == [float(np.asarray(cost).item())]
    assert taken.accuracies == [None]


@pytest.mark.parametrize(
    ("cost", "words"),
    [
        ([0.5, 0.4], r"a list of length 2. Its last entry is the one at \[-1\]"),
        ([], "a list of length 0"),
        (None, "None .is a return missing"),
        ("0.5", "a str"),
        (np.zeros((2, 3)), r"an array of shape \(2, 3\)"),
        (1j, "it got 1j"),
        ({}, "a value of type dict"),
    ],
)
def test_what_is_no_cost_is_refused_in_words_and_not_kept(cost, words) -> None:
    made = Curve(3)
    with pytest.raises(TypeError, match=words):
        made.add(cost)
    with pytest.raises(TypeError, match="the accuracy"):
        made.add(0.5, "high")
    assert made.costs == made.accuracies == []


@pytest.mark.parametrize(
    ("accuracy", "words"), [(97.0, "hand over 0.97"), (1.01, "got 1.01.$"), (-0.1, "between 0 and 1")]
)
def test_an_accuracy_is_a_share(accuracy, words) -> None:
    with pytest.raises(ValueError, match=words):
        Curve(3).add(0.5, accuracy)


# What is said


@pytest.mark.parametrize(
    ("made", "line", "sentence"),
    [
        (curve([]), "epoch 0 of 30", "No epoch yet, of 30."),
        (curve([2.3]), "epoch 1 of 30, cost 2.3000", "The training is not finished."),
        (curve([2.3], 1), "epoch 1 of 1, cost 2.3000", "1 epoch done: the cost is 2.3000."),
        (curve([2, 1], 2), "epoch 2 of 2, cost 1.0000", "2 epochs done: the cost fell from 2.0000 to 1.0000."),
        (curve([1, 2], 2), "epoch 2 of 2, cost 2.0000", "2 epochs done: the cost did not fall: from 1.0000 to 2.0000."),
        (curve([3, 2, 1], 1), "epoch 3 of 1, cost 1.0000", "3 epochs done, 2 more than announced: the cost fell"),
        (curve([1], 2, [0.75]), "epoch 1 of 2, cost 1.0000, accuracy 0.750", "not finished"),
        (curve([1], 2, [math.nan]), "epoch 1 of 2, cost 1.0000, accuracy nan", "not finished"),
        (curve([1, math.nan, 1], 5), "epoch 3 of 5, cost 1.0000", "The cost after epoch 2 is nan, not a number"),
        (curve([math.inf], 5), "epoch 1 of 5, cost infinite", "The cost after epoch 1 is infinite"),
        (curve([-math.inf], 5), "epoch 1 of 5, cost minus infinite", "is minus infinite"),
        (curve([3.2e-7], 5), "epoch 1 of 5, cost 3.2\u00a0·\u00a010⁻⁷", "not finished"),
    ],
)
def test_what_is_said(made, line, sentence) -> None:
    assert progress(made) == repr(made) == line
    assert sentence in result(made)
    said = picture(made)
    assert (said["numbers"], said["result"]) == (line, result(made))
    assert said["label"].endswith(said["result"])
    json.dumps(said, allow_nan=False)


def test_the_label_tells_of_first_lowest_and_highest() -> None:
    label = picture(curve([2.0, 3.0, 0.5], 3, [0.1, 0.9, 0.8]))["label"]
    assert "first cost is 2.0000, the lowest 0.5000, the highest 3.0000" in label
    assert "first 0.100, best 0.900" in label


def test_a_cost_that_is_no_number_is_a_gap_with_a_cross() -> None:
    said = picture(curve([2.0, math.nan, math.inf, 1.0], 4))
    assert said["costs"] == [2.0, None, None, 1.0]
    assert said["bad"] == [2, 3]
    assert said["cost_ticks"][-1] >= 2


def test_without_accuracies_there_is_one_plot() -> None:
    assert picture(curve([2.0]))["accuracies"] == []
    assert len(learning_curve.draw(picture(curve([2.0, 1.0]))).axes) == 1
    some = curve([2.0, 1.0], 2)
    some.accuracies[1] = 0.5
    assert picture(some)["accuracies"] == [None, 0.5]
    assert len(learning_curve.draw(picture(some)).axes) == 2


@pytest.mark.parametrize("costs", [[], [math.nan], [1e300, 1e-300], [0.0], [-5.0, 3.0], [7.0] * 700])
def test_every_curve_can_be_drawn(costs) -> None:
    said = picture(curve(costs))
    learning_curve.draw(said)
    json.dumps(said, allow_nan=False)


def test_a_long_curve_is_thinned_out_but_keeps_its_ends() -> None:
    said = picture(curve([float(k) for k in range(5000)], 5000))
    assert len(said["costs"]) == len(said["at"]) == learning_curve.MOST
    assert (said["at"][0], said["at"][-1]) == (1, 5000)
    assert said["costs"][-1] == 4999


@pytest.mark.parametrize(
    ("low", "high", "whole", "marks"),
    [
        (0, 30, True, [0, 5, 10, 15, 20, 25, 30]),
        (0, 1, True, [0, 1]),
        (0, 7, True, [0, 2, 4, 6, 8]),
        (0, 1, False, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (0, 2.3, False, [0, 0.5, 1, 1.5, 2, 2.5]),
        (-1, 1, False, [-1, -0.5, 0, 0.5, 1]),
        (0, 0, False, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (0.9, 1, False, [0.9, 0.92, 0.94, 0.96, 0.98, 1]),
    ],
)
def test_ticks(low, high, whole, marks) -> None:
    assert learning_curve.ticks(low, high, whole) == marks


def test_ticks_are_few_and_hold_everything() -> None:
    for high in (1.0, 1.01, 9.99, 31, 47, 1003, 0.0037, 5e7):
        marks = learning_curve.ticks(0, high)
        assert 3 <= len(marks) <= 8, high
        assert marks[0] <= 0
        assert marks[-1] >= high * (1 - 1e-9)


# Where it is shown


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Shell:
    """What there is of IPython: cells that end."""

    def __init__(self) -> None:
        self.calls: list[Callable[..., None]] = []
        self.events = SimpleNamespace(register=self._register, unregister=self._unregister)

    def _register(self, event: str, call: Callable[..., None]) -> None:
        assert event == "post_run_cell"
        self.calls.append(call)

    def _unregister(self, event: str, call: Callable[..., None]) -> None:
        self.calls.remove(call)

    def end_cell(self) -> None:
        for call in list(self.calls):
            call(None)


@pytest.fixture
def outputs(monkeypatch) -> SimpleNamespace:
    """Stand in for the notebook's output area: `first`, what was displayed at once, and `later`, what took its place."""
    seen = SimpleNamespace(first=[], later=[])

    def display(data: dict[str, Any], raw: bool, display_id: bool) -> SimpleNamespace:
        assert raw
        assert display_id
        seen.first.append(data)
        return SimpleNamespace(update=lambda figure: seen.later.append(figure._repr_mimebundle_()))

    monkeypatch.setattr("IPython.display.display", display)
    return seen


def test_in_a_notebook_the_figure_grows_and_leaves_a_picture(outputs) -> None:
    made, shell, clock = Curve(4), Shell(), Clock()
    made._view = view = Notebook(made, shell, clock)
    (first,) = outputs.first
    assert "application/vnd.jupyter.widget-view+json" in first
    assert "No epoch yet, of 4." in first["text/plain"]
    seen: list[int] = []
    view._figure.observe(lambda change: seen.append(change.new["done"]), "picture")
    for pause in (0.0, 0.01, 0.01, 0.06):
        clock.now += pause
        made.add(1.0, 0.5)
    assert seen == [1, 4]  # those in between came too soon after another
    assert outputs.later == []
    shell.end_cell()
    ((data, _),) = outputs.later
    assert "image/png" in data
    assert "4 epochs done" in data["text/plain"]
    assert 'alt="A learning curve' in data["text/html"]
    assert shell.calls == []


def test_the_end_of_a_cell_shows_what_came_too_soon_to_be_shown(outputs) -> None:
    made, shell, clock = Curve(9), Shell(), Clock()
    made._view = view = Notebook(made, shell, clock)
    for done in (3, 6, 8):
        while len(made.costs) < done:
            made.add(1.0)
        shell.end_cell()
        assert view._figure.picture["done"] == done
    assert len(outputs.later) == 3
    shell.end_cell()
    assert len(outputs.later) == 3  # a cell that adds nothing changes nothing


def test_a_thousand_epochs_draw_little(outputs) -> None:
    made, clock = Curve(1000), Clock()
    made._view = view = Notebook(made, Shell(), clock)
    seen: list[int] = []
    view._figure.observe(lambda change: seen.append(change.new["done"]), "picture")
    for _ in range(1000):
        clock.now += 0.001
        made.add(1.0)
    assert 10 < len(seen) <= 21


def test_in_a_terminal_a_bar_is_written_over_and_over(monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    stream, shell, clock = io.StringIO(), Shell(), Clock()
    made = Curve(4)
    made._view = Bar(stream, shell, clock)
    for cost in (10.0, 3.0, 2.0, 1.0):
        clock.now += 1
        made.add(cost)
    lines = stream.getvalue().split("\r")
    assert len(lines) == 5
    assert lines[1].startswith("[███████░")
    assert lines[1].endswith("] epoch 1 of 4, cost 10.0000")
    assert lines[2].endswith("cost 3.0000 ")  # the blank covers what stood there
    assert all(len(line) < 60 for line in lines[1:4])
    assert lines[4].splitlines() == [
        f"[{'█' * 30}] epoch 4 of 4, cost 1.0000",
        "4 epochs done: the cost fell from 10.0000 to 1.0000.",
    ]
    shell.end_cell()
    assert stream.getvalue().split("\r") == lines


def test_a_bar_that_is_left_unfinished_ends_its_line() -> None:
    stream, shell, clock = io.StringIO(), Shell(), Clock()
    made = Curve(4)
    made._view = Bar(stream, shell, clock)
    made.add(2.0)
    made.add(1.0)  # too soon to be written
    assert "epoch 2" not in stream.getvalue()
    shell.end_cell()
    assert stream.getvalue().endswith("epoch 2 of 4, cost 1.0000\n")


def test_a_script_that_ends_too_early_ends_the_line() -> None:
    code = (
        "import sys; from course.figures.learning_curve import Bar, Curve;"
        "curve = Curve(4, Bar(sys.stdout)); curve.add(2.0); curve.add(1.0)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True)
    assert run.stdout.rstrip(b"\r\n").endswith(b"epoch 2 of 4, cost 1.0000")
    assert run.stdout.endswith(b"\n")


def test_a_bar_goes_on_after_its_end() -> None:
    stream, shell, clock = io.StringIO(), Shell(), Clock()
    made = Curve(1)
    made._view = Bar(stream, shell, clock)
    made.add(2.0)
    made.add(math.nan)
    shell.end_cell()
    assert "epoch 2 of 1, cost nan\n" in stream.getvalue()
    assert stream.getvalue().endswith("a cost computed 0 · log 0.\n")


@pytest.mark.parametrize("room", [-1, 0, 5, 20, 33, 80, 200])
def test_a_bar_fits_the_terminal(room) -> None:
    assert len(learning_curve.bar_line(curve([1.0] * 12), room)) <= max(room, 0)


def test_in_a_pipe_there_are_about_ten_lines() -> None:
    stream = io.StringIO()
    made = Curve(95)
    made._view = Lines(stream)
    for k in range(95):
        made.add(1 / (k + 1))
    lines = stream.getvalue().splitlines()
    assert [line.split()[1] for line in lines[:-1]] == ["1", *(str(k) for k in range(10, 95, 10)), "95"]
    assert lines[-1] == "95 epochs done: the cost fell from 1.0000 to 0.0105."


def test_in_a_pipe_a_cost_that_is_no_number_is_told_at_once_and_once() -> None:
    stream = io.StringIO()
    made = Curve(50)
    made._view = Lines(stream)
    for k in range(50):
        made.add(1.0 if k < 12 else math.nan)
    lines = stream.getvalue().splitlines()
    at = lines.index("epoch 13 of 50, cost nan")
    assert lines[at + 1].startswith("The cost after epoch 13 is nan")
    assert sum("is nan" in line for line in lines) == 1


def test_a_stream_that_takes_only_plain_characters_gets_them() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    assert learning_curve.encodable("[█░] −3.2\u00a0·\u00a010⁻⁷", stream) == "[#.] -3.2 x 10??"


def test_a_script_shows_plain_lines_and_needs_no_notebook() -> None:
    code = (
        "import sys; from course.figures import gradient_descent; c = gradient_descent.live(epochs=2); c.add(2); c.add(1, .5);"
        "assert not {'matplotlib', 'anywidget', 'IPython'} & set(sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines() == [
        "epoch 1 of 2, cost 2.0000",
        "epoch 2 of 2, cost 1.0000, accuracy 0.500",
        "2 epochs done: the cost fell from 2.0000 to 1.0000.",
    ]


def test_what_shows_a_curve_depends_on_the_place(monkeypatch, outputs) -> None:
    shell: Any = Shell()
    monkeypatch.setattr(learning_curve, "shell_of_ipython", lambda: shell)
    assert isinstance(learning_curve.live(3)._view, Lines)
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(isatty=lambda: True))
    assert isinstance(learning_curve.live(3)._view, Bar)
    shell.kernel = object()
    assert isinstance(learning_curve.live(3)._view, Notebook)
