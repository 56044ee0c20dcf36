"""The race of lesson 14 in JupyterLab, in a small notebook of its own: keyboard, mouse, play, the student's functions, dark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest

from tests.browser.test_lab import left_alone

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.lab import Lab, Lesson

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]  # one JupyterLab serves them all

CODE = """
from course.figures import optimizers

def momentum_step(theta, grad, state, learning_rate=0.01, gamma=0.9):
    v = gamma * state.get("v", 0.0) + learning_rate * grad
    return theta - v, {"v": v}

def adam_step(theta, grad, state, learning_rate=0.001):
    raise NotImplementedError

optimizers.race(momentum=momentum_step, adam=adam_step)
"""


@pytest.fixture(scope="module")
def race(browser: Browser, lab: Lab, shots: Path) -> Iterator[Lesson]:
    """Open a notebook with the figure in it, once for all tests."""
    from playwright.sync_api import expect

    from tests.browser.lab import Lesson

    cells = [nbformat.v4.new_code_cell(source.strip(), id=f"cell-{i}") for i, source in enumerate((CODE, "1"))]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path = lab.folder / "figures" / "optimizers.ipynb"
    path.parent.mkdir(exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
    (shots / "optimizers").mkdir(exist_ok=True)
    lesson = Lesson.open(browser, lab, str(path.relative_to(lab.folder)), shots / "optimizers")
    expect(lesson.page.locator("#jp-main-statusbar")).to_contain_text("(ipykernel) | Idle")  # has a kernel
    lesson.run_all()
    lesson.show_figure()
    yield lesson
    lesson.page.close()


@pytest.fixture
def lesson(race: Lesson) -> Lesson:
    """Set the figure to where it starts."""
    from playwright.sync_api import expect

    part = race.figure.get_by_test_id
    part("choose-surface-saddle").check()
    part("choose-surface-ravine").check()  # back to its first start
    for key in ("plain", "momentum", "adam"):
        part(f"run-{key}").check()
    for whose in ("plain", "all"):
        part("whose").select_option(whose)
        part("slider-times").fill("1")
    part("slider-step").fill("0")
    expect(part("result")).to_contain_text("All stand at the start")
    expect(part("start")).to_have_attribute("aria-valuetext", "θ₁ = −9, θ₂ = 1.3")
    return race


def test_the_students_functions_run_and_are_told(lesson: Lesson) -> None:
    from playwright.sync_api import expect

    table = lesson.figure.get_by_test_id("table")
    expect(table).to_contain_text("momentum (yours)")
    expect(table).not_to_contain_text("Adam (yours)")
    expect(lesson.figure.get_by_test_id("problem")).to_have_text(
        "Your adam_step is not written yet. The figure’s own runs in its place."
    )
    assert lesson.errors() == []


def test_the_race_follows_the_keyboard(lesson: Lesson) -> None:
    from playwright.sync_api import expect

    part = lesson.figure.get_by_test_id
    start, step, result, whose = part("start"), part("slider-step"), part("result"), part("whose")
    plain = part("table").locator("tbody tr").first
    with left_alone(lesson, step):
        lesson.page.keyboard.press("ArrowRight")
        expect(result).to_contain_text("After step 1,")
        lesson.page.keyboard.press("End")
        expect(result).to_contain_text("After step 100,")
        part("back").focus()
        lesson.page.keyboard.press("Enter")
        expect(step).to_have_value("99")
        part("run-momentum").focus()
        lesson.page.keyboard.press("Space")
        expect(part("run-momentum")).not_to_be_checked()
        part("choose-surface-ravine").focus()
        lesson.page.keyboard.press("ArrowRight")
        expect(lesson.figure.locator("svg").first).to_have_attribute("aria-label", re.compile("a turned ravine"))
        lesson.page.keyboard.press("ArrowRight")
        expect(start).to_have_attribute("aria-valuetext", "θ₁ = −3, θ₂ = 0.02")
        start.focus()
        lesson.page.keyboard.press("ArrowDown")
        expect(start).to_have_attribute("aria-valuetext", "θ₁ = −3, θ₂ = 0")
        expect(part("about")).to_contain_text("Exactly on the ridge")
        expect(plain).to_contain_text("stands on the saddle")
        lesson.page.keyboard.press("Shift+ArrowRight")
        expect(start).to_have_attribute("aria-valuetext", "θ₁ = −2.9, θ₂ = 0")
        whose.focus()
        lesson.page.keyboard.press("ArrowDown")
        expect(whose).to_have_value("plain")
        part("slider-times").focus()
        lesson.page.keyboard.press("ArrowRight")
        expect(plain).to_contain_text("0.055")
    lesson.shoot("keyboard")
    assert lesson.complaints == []


def test_the_race_follows_the_mouse(lesson: Lesson) -> None:
    from playwright.sync_api import expect

    part = lesson.figure.get_by_test_id
    start, step = part("start"), part("slider-step")
    step.fill("40")
    plain = part("table").locator("tbody tr").first
    expect(plain).to_contain_text("creeps")
    lesson.shoot("ravine")
    box = start.locator(".knob").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    lesson.page.mouse.move(x, y)
    lesson.page.mouse.down()
    lesson.page.mouse.move(x + 60, y + 20, steps=4)
    lesson.page.mouse.up()
    expect(start).not_to_have_attribute("aria-valuetext", "θ₁ = −9, θ₂ = 1.3")
    lesson.figure.locator("rect.ground").click(position={"x": 20, "y": 20})
    expect(start).to_have_attribute("aria-valuetext", re.compile(r"θ₁ = −10\.\d, θ₂ = 2\.\d"))
    for key in ("nesterov", "adagrad", "rmsprop", "adadelta", "adamax", "nadam"):
        part(f"run-{key}").click()
    for surface, name in (("turned", "turned ravine"), ("saddle", "saddle")):
        part(f"choose-surface-{surface}").click()
        expect(lesson.figure.locator("svg").first).to_have_attribute("aria-label", re.compile(f"a {name}"))
        expect(lesson.figure.locator("g.letter:visible")).to_have_count(9)
        lesson.shoot(surface)
    expect(plain).to_contain_text("lingers at the saddle")
    part("slider-times").fill("3")
    part("choose-surface-ravine").click()
    expect(plain).to_contain_text("flies off")
    lesson.shoot("too-fast")
    for key in ("nesterov", "adagrad", "rmsprop", "adadelta", "adamax", "nadam"):
        part(f"run-{key}").click()
    expect(lesson.figure.locator("g.letter:visible")).to_have_count(3)
    assert lesson.complaints == []


def test_it_plays_stops_and_starts_again(lesson: Lesson) -> None:
    from playwright.sync_api import expect

    part = lesson.figure.get_by_test_id
    play, step, result = part("play"), part("slider-step"), part("result")
    play.click()
    expect(play).to_have_text("Pause")
    expect(result).to_have_attribute("aria-live", "off")
    expect(result).to_contain_text("After step")
    play.click()
    expect(play).to_have_text("Play")
    expect(result).to_have_attribute("aria-live", "polite")
    step.fill("98")
    play.click()
    expect(step).to_have_value("100")
    expect(play).to_have_text("Play")  # it stops by itself
    play.click()
    expect(result).to_contain_text(re.compile(r"After step \d\b"))
    part("next").click()
    expect(play).to_have_text("Play")
    assert lesson.complaints == []


def test_the_race_is_there_in_the_dark(lesson: Lesson) -> None:
    lesson.figure.get_by_test_id("slider-step").fill("40")
    with lesson.in_the_dark():
        lesson.show_figure()
