"""The figures of lesson 13 in JupyterLab, each in a small notebook of its own: keyboard, mouse, dark."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_figures_03_05 import drag
from tests.browser.test_lab import left_alone

if TYPE_CHECKING:
    from tests.browser.conftest import Shown
    from tests.browser.lab import Lab, Lesson

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]  # one JupyterLab serves them all

CELLS = {
    "gradient_descent": "gradient_descent.explore()",
    "learning_curve": """\
from pathlib import Path
from time import sleep
curve = learning_curve.live(epochs=4)
curve.add(2.0, 0.25)
for _ in range(600):  # a minute at most
    if not Path("wait-here").exists():
        break
    sleep(0.1)
curve.add(1.5, 0.5)
curve.add(float("nan"))
curve.add(0.5, 0.75)""",
}


def test_the_descent_follows_the_keyboard(shown: Shown) -> None:
    from playwright.sync_api import expect

    lesson = shown("gradient_descent")
    figure = lesson.figure
    start, rate, step, kind, table = (
        figure.get_by_test_id(name) for name in ("start", "slider-rate", "slider-step", "kind", "table")
    )
    expect(kind).to_have_text("Converges")
    with left_alone(lesson, start):
        lesson.page.keyboard.press("ArrowLeft")
        lesson.page.keyboard.press("Shift+ArrowDown")
        expect(start).to_have_attribute("aria-valuetext", "θ₁ = −3.1, θ₂ = 1.5")
        expect(table.locator("tbody td").nth(3)).to_have_text("−2.790")  # 0.9 times as much
        rate.focus()
        lesson.page.keyboard.press("End")
        expect(rate).to_have_attribute("aria-valuetext", "3")
        expect(kind).to_have_text("Diverges")
        lesson.page.keyboard.press("Home")
        expect(rate).to_have_attribute("aria-valuetext", "0.01")
        expect(kind).to_have_text("Creeps")
        figure.get_by_test_id("next").focus()
        lesson.page.keyboard.press("ArrowRight")
        expect(figure.get_by_test_id("step")).to_have_text("step 2 of 50")
        lesson.page.keyboard.press("Enter")
        expect(step).to_have_value("3")
        step.focus()
        lesson.page.keyboard.press("Home")
        expect(figure.get_by_test_id("change")).to_contain_text("At the start")
        figure.get_by_test_id("choose-surface-bowl").focus()
        lesson.page.keyboard.press("ArrowRight")
        expect(figure.get_by_test_id("surface")).to_have_attribute("aria-label", re.compile("narrow valley"))
        figure.get_by_test_id("choose-batch-all").focus()
        lesson.page.keyboard.press("ArrowLeft")  # round to the last one
        expect(figure.get_by_test_id("work")).to_contain_text("Stochastic")
    lesson.shoot("keyboard")
    assert lesson.complaints == []


def test_the_descent_follows_the_mouse(shown: Shown) -> None:
    from playwright.sync_api import expect

    lesson = shown("gradient_descent")
    figure = lesson.figure
    start, kind, rate = (figure.get_by_test_id(name) for name in ("start", "kind", "slider-rate"))
    notches = {text: i for i, text in enumerate(("0.01", "0.02", "0.03"))}
    rate.fill(str(notches["0.03"]))
    expect(rate).to_have_attribute("aria-valuetext", "0.03")
    figure.get_by_test_id("choose-batch-all").click()
    figure.get_by_test_id("choose-surface-two").click()
    expect(kind).to_have_text("Creeps")
    drag(lesson, start, figure.locator(".axes line").nth(3))  # at θ₁ = 2
    expect(start).to_have_attribute("aria-valuenow", "2")
    rate.click()  # its middle
    expect(kind).to_have_text("Converges in the higher minimum")
    lesson.shoot("two")
    figure.locator("rect.ground").click(position={"x": 60, "y": 60})
    expect(kind).to_have_text("Converges in the lower minimum")
    figure.get_by_test_id("slider-step").fill("0")
    expect(figure.get_by_test_id("step")).to_have_text("start")
    figure.get_by_test_id("next").click()
    figure.get_by_test_id("next").click()
    expect(figure.get_by_test_id("step")).to_have_text("step 2 of 50")
    figure.get_by_test_id("choose-batch-one").click()
    expect(figure.get_by_test_id("table")).to_contain_text("gradient, 1 of 50")
    rate.fill("38")
    expect(kind).to_have_text("Diverges")
    figure.get_by_test_id("slider-step").fill("50")
    expect(figure.get_by_test_id("change")).to_contain_text("outside the picture")
    lesson.shoot("mouse")
    assert lesson.complaints == []


def test_the_learning_curve_grows_while_its_cell_runs(shown: Shown, lab: Lab) -> None:
    from playwright.sync_api import expect

    stop = lab.folder / "figures" / "wait-here"
    lesson = shown("learning_curve")
    figure = lesson.figure
    numbers, bar = figure.get_by_test_id("numbers"), figure.get_by_test_id("progress")
    expect(numbers).to_have_text("epoch 4 of 4, cost 0.5000, accuracy 0.750")
    stop.touch()
    lesson.choose("Run", "Run All Cells")
    expect(numbers).to_have_text("epoch 1 of 4, cost 2.0000, accuracy 0.250")
    busy = lesson.page.locator('.jp-Notebook-ExecutionIndicator[data-status="busy"]')
    expect(busy).to_be_visible()
    expect(bar).to_have_attribute("aria-valuenow", "1")
    expect(figure.get_by_test_id("result")).to_have_text("The training is not finished.")
    lesson.shoot("under-way")
    stop.unlink()
    expect(numbers).to_have_text("epoch 4 of 4, cost 0.5000, accuracy 0.750")
    expect(busy).to_be_hidden()
    expect(bar).to_have_attribute("aria-valuenow", "4")
    expect(figure.get_by_test_id("result")).to_contain_text("The cost after epoch 3 is nan")
    expect(figure.get_by_test_id("accuracy")).to_be_visible()
    expect(lesson.page.locator(".course-figure")).to_have_count(1)
    lesson.shoot("done")
    assert "epoch 4 of 4" in words_of_the_picture(lesson, lab.folder / "figures" / "learning_curve.ipynb")
    assert lesson.errors() == []
    assert lesson.complaints == []


def words_of_the_picture(lesson: Lesson, path: Path) -> str:
    """Save the notebook; return the words beside the picture in it."""
    from playwright.sync_api import expect

    lesson.choose("File", "Save Notebook")
    expect(lesson.page.locator(".jp-mod-dirty")).to_have_count(0)
    (output,) = json.loads(path.read_text())["cells"][0]["outputs"]
    assert "image/png" in output["data"]
    return "".join(output["data"]["text/plain"])


@pytest.mark.parametrize("name", CELLS)
def test_the_figures_are_there_in_the_dark(shown: Shown, name: str) -> None:
    lesson = shown(name)
    with lesson.in_the_dark():
        lesson.show_figure()
