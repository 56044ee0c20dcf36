"""The stepper of lesson 10 in JupyterLab: keyboard, mouse, the student's functions, dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest

from tests.browser.test_lab import COLOURS, contrast, left_alone

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

    from tests.browser.lab import Lab, Lesson

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]  # one JupyterLab serves them all

CELL = """
from course.figures import backpropagation

def unwritten(*arguments):
    raise NotImplementedError

backpropagation.explore(backward=unwritten)
"""


@pytest.fixture(scope="module")
def shown(browser: Browser, lab: Lab, shots: Path) -> Iterator[Lesson]:
    """A notebook with the stepper in it, open in a tab of its own."""
    from playwright.sync_api import expect

    from tests.browser.lab import Lesson

    cells = [nbformat.v4.new_code_cell(source, id=f"cell-{i}") for i, source in enumerate((CELL.strip(), "1"))]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path = lab.folder / "figures" / "backpropagation.ipynb"
    path.parent.mkdir(exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
    (shots / "backpropagation").mkdir(exist_ok=True)
    lesson = Lesson.open(browser, lab, str(path.relative_to(lab.folder)), shots / "backpropagation")
    expect(lesson.page.locator("#jp-main-statusbar")).to_contain_text("(ipykernel) | Idle")  # has a kernel at all
    lesson.run_all()
    yield lesson
    lesson.page.close()


def start(lesson: Lesson, preset: str) -> tuple[Locator, Locator, Locator]:
    """Choose a network, at its start; return its drawing, the title and the calculation of the step."""
    from playwright.sync_api import expect

    other = "2-3-1" if preset == "mazur" else "mazur"
    for one in (other, preset):
        lesson.figure.get_by_test_id(f"choose-preset-{one}").click()
        expect(lesson.figure.get_by_test_id(f"choose-preset-{one}")).to_be_checked()
        expect(lesson.figure.get_by_test_id("at-2-1")).to_have_count(int(one == "mazur"))
    expect(lesson.figure.get_by_test_id("step")).to_have_text("start")
    lesson.figure.get_by_test_id("next").scroll_into_view_if_needed()
    network, title, result = (lesson.figure.get_by_test_id(name) for name in ("network", "title", "sum"))
    return network, title, result


def press(lesson: Lesson, key: str, times: int, total: int, at: int = 0) -> None:
    """Press ← or → a few times, and wait for every step."""
    from playwright.sync_api import expect

    for _ in range(times):
        lesson.page.keyboard.press(key)
        at += 1 if key == "ArrowRight" else -1
        expect(lesson.figure.get_by_test_id("step")).to_have_text(f"step {at} of {total}" if at else "start")


def test_mazurs_numbers_are_followed_by_keyboard(shown: Lesson) -> None:
    from playwright.sync_api import expect

    network, title, result = start(shown, "mazur")
    with left_alone(shown, network):
        press(shown, "ArrowRight", 8, 13)
        expect(title).to_have_text("BP1 · Backward: the weights of layer 2")
        expect(result).to_have_text("dW of h1 → o1 = 0.138498562 · 0.593269992 = 0.082167041")
        expect(shown.figure.get_by_test_id("at-2-0-0")).to_have_attribute("aria-pressed", "true")
        shown.shoot("mazur-8")
        press(shown, "ArrowRight", 2, 13, 8)
        expect(shown.figure.get_by_test_id("note")).to_contain_text("The second path ends in 8")
        expect(result).to_contain_text("= 0.036350306")
        expect(shown.figure.get_by_test_id("at-1-0")).to_be_focused()
        shown.page.keyboard.press("ArrowDown")
        expect(shown.figure.get_by_test_id("at-1-1")).to_be_focused()
        expect(result).to_contain_text("dA of h2 = 0.45 · 0.138498562")
        shown.page.keyboard.press("ArrowDown")
        expect(shown.figure.get_by_test_id("at-1-0")).to_be_focused()
        expect(shown.figure.locator("line.edge.used")).to_have_count(2)
        shown.shoot("mazur-10")
        press(shown, "ArrowLeft", 3, 13, 10)
        expect(title).to_have_text("BP4 · Backward: through the activation of layer 2")
    assert shown.complaints == []


def test_every_step_is_reached_by_mouse(shown: Lesson) -> None:
    from playwright.sync_api import expect

    _, title, result = start(shown, "2-3-1")
    for step in range(1, 13):
        shown.figure.get_by_test_id("next").click()
        expect(shown.figure.get_by_test_id("step")).to_have_text(f"step {step} of 12")
        expect(shown.figure.get_by_test_id(f"equation-{step}")).to_have_attribute("aria-current", "step")
        expect(result).not_to_be_empty()
        shown.shoot(f"2-3-1-{step}")
    expect(shown.figure.get_by_test_id("next")).to_have_attribute("aria-disabled", "true")
    shown.figure.get_by_test_id("equation-9").click()
    expect(title).to_have_text("BP3 · Backward: from layer 2 to layer 1")
    shown.figure.get_by_test_id("at-1-2").click()
    expect(result).to_have_text("dA of h3 = 1 · (−0.1192) = −0.1192")
    shown.figure.get_by_test_id("choose-example-1").click()
    expect(result).to_have_text("dA of h3 = 1 · 0.9526 = 0.9526")
    shown.figure.get_by_test_id("equation-7").click()
    shown.figure.locator("g.number.of").get_by_text("−0.3811").click()
    expect(result).to_contain_text("dW of h2 → o1 = ¼ [")
    expect(shown.figure.get_by_test_id("problem")).to_have_text(
        "Your backward is not written yet. dW and db here are the figure's own."
    )
    assert shown.complaints == []


def test_a_network_of_ones_own_is_put_together(shown: Lesson) -> None:
    from playwright.sync_api import expect

    start(shown, "2-3-1")
    choose = {"hidden": "2", "n1": "4", "g1": "sigmoid", "n2": "2", "g2": "relu", "n_out": "1"}
    expect(shown.figure.get_by_test_id("choose-hidden")).to_be_hidden()
    shown.figure.get_by_test_id("choose-preset-own").click()
    for name, value in choose.items():
        shown.figure.get_by_test_id(f"choose-{name}").select_option(value)
    shown.figure.get_by_test_id("choose-output").select_option("softmax categorical_cross_entropy")
    expect(shown.figure.locator("p.legend", has_text="Softmax of a single neuron")).to_be_visible()
    expect(shown.figure.get_by_test_id("equations").get_by_role("button")).to_have_count(18)
    shown.figure.get_by_test_id("equation-18").click()
    expect(shown.figure.get_by_test_id("title")).to_have_text("BP2 · Backward: the biases of layer 1")
    expect(shown.figure.locator("rect.body.neuron")).to_have_count(8)
    shown.shoot("own")
    shown.figure.get_by_test_id("choose-hidden").select_option("0")
    expect(shown.figure.get_by_test_id("equations").get_by_role("button")).to_have_count(6)
    expect(shown.figure.get_by_test_id("choose-n1")).to_be_hidden()
    assert shown.complaints == []


def test_the_stepper_is_there_in_the_dark(shown: Lesson) -> None:
    from playwright.sync_api import expect

    shown.wear("Dark")
    try:
        expect(shown.page.locator("#jupyterlab-splash")).to_be_hidden()  # it lies over the page for a while
        start(shown, "mazur")
        shown.figure.get_by_test_id("equation-12").click()
        expect(shown.figure.get_by_test_id("step")).to_have_text("step 12 of 13")
        shown.shoot("dark")
        ink, card = shown.figure.evaluate(COLOURS)
        assert contrast(ink, card) >= 4.5, f"text {ink} on {card}"
    finally:
        shown.wear("Light")
    assert shown.complaints == []
