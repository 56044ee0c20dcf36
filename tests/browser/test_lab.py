"""A student's first minutes: `course lab`, the first lesson, a solved one, the figures, nbgrader's Validate."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.lessons import lesson_names

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

    from tests.browser.lab import Lab, Lesson

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]  # one JupyterLab serves them all

LESSONS = lesson_names()
MOVED = ("01-neurons", "02-activations")  # their figures are tried in the lesson itself; others have tests of their own
Solved = Callable[[str], "Lesson"]


def test_a_student_is_shown_the_first_lesson_and_nothing_in_its_way(browser: Browser, lab: Lab, shots: Path) -> None:
    from tests.browser.lab import Lesson

    lesson = Lesson.open(browser, lab, "01-neurons/01-neurons.ipynb", shots, address="/")
    page = lesson.page
    assert page.get_by_role("heading", name="01 · Neurons").is_visible()
    assert page.locator(".jp-Toolbar", has_text="Python 3").count() == 1
    page.locator(".jp-RenderedMarkdown mjx-container").first.wait_for()
    lesson.shoot("first-lesson")
    assert broken_pictures(page.locator(".jp-RenderedMarkdown img")) == []
    assert page.locator(".jp-Dialog, .Toastify__toast").count() == 0, "something pops up"
    assert "Nbgrader" not in page.get_by_role("menubar").all_inner_texts()[0], "the instructor's tools are shown"
    said = lesson.validate()
    assert "The following cell failed" in said
    assert "weighted_sum" in said
    assert "Success" not in said
    assert lesson.complaints == []
    page.close()


def test_course_check_runs_in_jupyterlabs_terminal(browser: Browser, lab: Lab, shots: Path) -> None:
    from tests.browser.lab import Lesson

    lesson = Lesson.open(browser, lab, "02-activations/02-activations.ipynb", shots)
    lesson.choose("File", "New", "Terminal")
    lesson.page.locator(".jp-Terminal .xterm-screen").click()
    said = lab.folder / "said.txt"
    for patience in range(200):  # what a terminal shows is a picture, so the answer goes through a file
        if said.exists() and "Next:" in said.read_text():
            break
        if patience % 40 == 0:  # what is typed before the shell is there is lost
            lesson.page.keyboard.type(f"course check 02-activations | tee {said}\n")
        lesson.page.wait_for_timeout(200)
    lesson.shoot("terminal")
    assert re.match(r"02-activations: 0 of \d+ points\n", said.read_text())
    assert lesson.complaints == []
    lesson.page.close()


def broken_pictures(images: Locator) -> list[str]:
    """Return the text alternatives of the pictures that are not there; there must be some that are."""
    assert images.count() > 0
    return list(images.evaluate_all("all => all.filter(i => !(i.complete && i.naturalWidth)).map(i => i.alt || i.src)"))


@pytest.mark.parametrize("name", LESSONS)
def test_a_solved_lesson_runs(solved: Solved, name: str) -> None:
    lesson = solved(name)
    assert lesson.errors() == []
    if name in MOVED:  # what Validate asks of the others, stock nbgrader is asked in test_against_nbgrader
        assert "Success! Your notebook passes all the tests." in lesson.validate()
    assert lesson.complaints == []
    if name not in MOVED:
        lesson.page.close()


@contextmanager
def left_alone(lesson: Lesson, focus: Locator) -> Iterator[None]:
    """What is typed into a figure must not reach the notebook: the same cell stays chosen, and no cell is added."""
    state = (
        "() => [...document.querySelectorAll('.jp-Notebook .jp-Cell')].map(c => c.classList.contains('jp-mod-active'))"
    )
    focus.focus()  # this makes the figure's cell the chosen one
    before = lesson.page.evaluate(state)
    yield
    assert lesson.page.evaluate(state) == before


class NeuronFigure:
    """Lesson 01's figure, as a reader sees it."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson, self.figure = lesson, lesson.figure
        self.probe = self.figure.get_by_test_id("probe")
        lesson.show_figure()

    def slider(self, name: str) -> Locator:
        return self.figure.get_by_test_id(f"slider-{name}")

    def point(self) -> tuple[float, float]:
        x1, x2 = re.findall(r"= (−?[\d.]+)", self.probe.get_attribute("aria-valuetext") or "")
        return number(x1), number(x2)

    def expect_sum(self) -> None:
        """Wait until the sum that is shown is the one of the numbers that are shown."""
        from playwright.sync_api import expect

        w1, w2, b = (float(self.slider(name).input_value()) for name in ("w1", "w2", "b"))
        x1, x2 = self.point()
        z = w1 * x1 + w2 * x2 + b
        shown = f"{round(z, 2) + 0.0:.2f}".rstrip("0").rstrip(".").replace("-", "−")
        verdict = "fires" if z > 1e-9 else "is quiet"
        expect(self.figure.get_by_test_id("result")).to_contain_text(f"= {shown} → {verdict}")

    def expect_slider(self, name: str, value: float) -> None:
        from playwright.sync_api import expect

        expect(self.slider(name)).to_have_value(f"{round(value, 1) + 0.0:g}")

    def expect_point(self, x1: float, x2: float) -> None:
        from playwright.sync_api import expect

        text = f"x₁ = {round(x1, 1) + 0.0:g}, x₂ = {round(x2, 1) + 0.0:g}".replace("-", "−")
        expect(self.probe).to_have_attribute("aria-valuetext", text)

    def on_screen(self, x1: float, x2: float) -> tuple[float, float]:
        """Return where a point of the plane is in the window, by the corners (0, 0) and (1, 1)."""
        boxes = [self.figure.locator("circle.corner").nth(i).bounding_box() for i in (0, 3)]
        (left, low), (right, high) = [(b["x"] + b["width"] / 2, b["y"] + b["height"] / 2) for b in boxes if b]
        return left + x1 * (right - left), low + x2 * (high - low)

    def line(self) -> list[str | None]:
        line = self.figure.locator("line.line")
        return [line.get_attribute(name) for name in ("x1", "y1", "x2", "y2")]


def number(text: str) -> float:
    return float(text.replace("−", "-"))


def test_the_neuron_follows_the_keyboard(solved: Solved) -> None:
    lesson = solved("01-neurons")
    neuron = NeuronFigure(lesson)
    neuron.expect_sum()
    with left_alone(lesson, neuron.probe):
        for name, key, step in (("w1", "ArrowRight", 0.1), ("w2", "ArrowUp", 0.1), ("b", "ArrowLeft", -0.1)):
            value, line = float(neuron.slider(name).input_value()), neuron.line()
            neuron.slider(name).focus()
            for _ in range(4):
                lesson.page.keyboard.press(key)
            neuron.expect_slider(name, value + 4 * step)
            neuron.expect_sum()
            assert neuron.line() != line
        x1, x2 = neuron.point()
        neuron.probe.focus()
        for key in ("ArrowLeft", "ArrowLeft", "Shift+ArrowDown"):
            lesson.page.keyboard.press(key)
        neuron.expect_point(x1 - 0.2, x2 - 0.5)
        neuron.expect_sum()
    lesson.shoot("keyboard")
    assert lesson.complaints == []


def test_the_neuron_follows_the_mouse(solved: Solved) -> None:
    lesson = solved("01-neurons")
    neuron = NeuronFigure(lesson)
    mouse = lesson.page.mouse
    box = neuron.slider("w2").bounding_box()
    assert box is not None
    before = neuron.slider("w2").input_value()
    mouse.click(box["x"] + 0.8 * box["width"], box["y"] + box["height"] / 2)
    assert neuron.slider("w2").input_value() != before
    neuron.expect_sum()

    mouse.move(*neuron.on_screen(*neuron.point()))
    mouse.down()
    mouse.move(*neuron.on_screen(-0.5, 0.2), steps=5)
    mouse.move(*neuron.on_screen(0.3, 1.6), steps=5)
    mouse.up()
    neuron.expect_point(0.3, 1.6)
    neuron.expect_sum()

    mouse.click(*neuron.on_screen(1.7, -0.4))
    neuron.expect_point(1.7, -0.4)
    neuron.expect_sum()
    lesson.shoot("mouse")
    assert lesson.complaints == []


class ActivationFigure:
    """Lesson 02's figure, as a reader sees it."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson, self.figure = lesson, lesson.figure
        self.point = self.figure.get_by_test_id("point-z")
        self.slider = self.figure.get_by_test_id("slider-z")
        lesson.show_figure()

    def z(self) -> float:
        return float(self.slider.input_value())

    def on_screen(self, z: float) -> float:
        """Return where a z is in the window, by the grid lines of −6 and 6."""
        boxes = [self.figure.locator(".axes line").nth(i).bounding_box() for i in (0, 6)]
        left, right = [box["x"] + box["width"] / 2 for box in boxes if box]
        return left + (z + 6) / 12 * (right - left)

    def expect_z(self, z: float) -> None:
        from playwright.sync_api import expect

        expect(self.slider).to_have_value(f"{round(z, 1) + 0.0:g}")
        expect(self.point).to_have_attribute("aria-valuenow", f"{round(z, 1) + 0.0:g}")

    def expect_values(self) -> None:
        """Wait until the table shows sigmoid, tanh and their slopes at z."""
        from playwright.sync_api import expect

        a, t = 1 / (1 + math.exp(-self.z())), math.tanh(self.z())
        for name, value, slope in (("sigmoid", a, a * (1 - a)), ("tanh", t, 1 - t * t)):
            row = self.figure.get_by_test_id("table").get_by_role("row", name=name)
            shown = [f"{value:.4f}".replace("-", "−"), f"{slope:.4f}".replace("-", "−")]
            expect(row.get_by_role("cell")).to_have_text(shown)


def test_the_activations_follow_keyboard_and_mouse(solved: Solved) -> None:
    lesson = solved("02-activations")
    activations = ActivationFigure(lesson)
    activations.expect_values()
    with left_alone(lesson, activations.point):
        for element in (activations.slider, activations.point):
            z = activations.z()
            element.focus()
            for _ in range(3):
                lesson.page.keyboard.press("ArrowLeft")
            activations.expect_z(z - 0.3)
            activations.expect_values()
        button = activations.figure.get_by_test_id("choose-tanh")
        button.focus()
        lesson.page.keyboard.press("Enter")
        activations.figure.locator("button[data-testid='choose-tanh'][aria-pressed='true']").wait_for()
    lesson.shoot("keyboard")

    mouse = lesson.page.mouse
    handle = activations.point.locator(".knob").bounding_box()
    assert handle is not None
    up = handle["y"] + handle["height"] / 2
    mouse.move(handle["x"] + handle["width"] / 2, up)
    mouse.down()
    mouse.move(activations.on_screen(4.0), up, steps=5)
    mouse.move(activations.on_screen(-2.4), up, steps=5)
    mouse.up()
    activations.expect_z(-2.4)
    activations.expect_values()
    lesson.shoot("mouse")
    assert lesson.complaints == []


@pytest.mark.parametrize("name", MOVED)
def test_the_figures_are_there_in_the_dark(solved: Solved, name: str) -> None:
    lesson = solved(name)
    with lesson.in_the_dark():
        lesson.show_figure()
