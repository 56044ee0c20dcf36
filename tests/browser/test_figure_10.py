"""The stepper of lesson 10 in JupyterLab: keyboard, mouse, the student's functions, dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.test_lab import left_alone

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.browser.conftest import Shown
    from tests.browser.lab import Lesson

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]  # one JupyterLab serves them all

CELL = """
def unwritten(*arguments):
    raise NotImplementedError

backpropagation.explore(backward=unwritten)"""
CELLS = {"backpropagation": CELL}


@pytest.fixture
def stepper(shown: Shown) -> Lesson:
    return shown("backpropagation")


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


def test_mazurs_numbers_are_followed_by_keyboard(stepper: Lesson) -> None:
    from playwright.sync_api import expect

    network, title, result = start(stepper, "mazur")
    with left_alone(stepper, network):
        press(stepper, "ArrowRight", 8, 13)
        expect(title).to_have_text("BP1 · Backward: the weights of layer 2")
        expect(result).to_have_text("dW of h1 → o1 = 0.138498562 · 0.593269992 = 0.082167041")
        expect(stepper.figure.get_by_test_id("at-2-0-0")).to_have_attribute("aria-pressed", "true")
        stepper.shoot("mazur-8")
        press(stepper, "ArrowRight", 2, 13, 8)
        expect(stepper.figure.get_by_test_id("note")).to_contain_text("The second path ends in 8")
        expect(result).to_contain_text("= 0.036350306")
        expect(stepper.figure.get_by_test_id("at-1-0")).to_be_focused()
        stepper.page.keyboard.press("ArrowDown")
        expect(stepper.figure.get_by_test_id("at-1-1")).to_be_focused()
        expect(result).to_contain_text("dA of h2 = 0.45 · 0.138498562")
        stepper.page.keyboard.press("ArrowDown")
        expect(stepper.figure.get_by_test_id("at-1-0")).to_be_focused()
        expect(stepper.figure.locator("line.edge.used")).to_have_count(2)
        stepper.shoot("mazur-10")
        press(stepper, "ArrowLeft", 3, 13, 10)
        expect(title).to_have_text("BP4 · Backward: through the activation of layer 2")
    assert stepper.complaints == []


def test_every_step_is_reached_by_mouse(stepper: Lesson) -> None:
    from playwright.sync_api import expect

    _, title, result = start(stepper, "2-3-1")
    for step in range(1, 13):
        stepper.figure.get_by_test_id("next").click()
        expect(stepper.figure.get_by_test_id("step")).to_have_text(f"step {step} of 12")
        expect(stepper.figure.get_by_test_id(f"equation-{step}")).to_have_attribute("aria-current", "step")
        expect(result).not_to_be_empty()
        stepper.shoot(f"2-3-1-{step}")
    expect(stepper.figure.get_by_test_id("next")).to_have_attribute("aria-disabled", "true")
    stepper.figure.get_by_test_id("equation-9").click()
    expect(title).to_have_text("BP3 · Backward: from layer 2 to layer 1")
    stepper.figure.get_by_test_id("at-1-2").click()
    expect(result).to_have_text("dA of h3 = 1 · (−0.1192) = −0.1192")
    stepper.figure.get_by_test_id("choose-example-1").click()
    expect(result).to_have_text("dA of h3 = 1 · 0.9526 = 0.9526")
    stepper.figure.get_by_test_id("equation-7").click()
    stepper.figure.locator("g.number.of").get_by_text("−0.3811").click()
    expect(result).to_contain_text("dW of h2 → o1 = ¼ [")
    expect(stepper.figure.get_by_test_id("problem")).to_have_text(
        "Your backward is not written yet. dW and db here are the figure's own."
    )
    assert stepper.complaints == []


def test_a_network_of_ones_own_is_put_together(stepper: Lesson) -> None:
    from playwright.sync_api import expect

    start(stepper, "2-3-1")
    choose = {"hidden": "2", "n1": "4", "g1": "sigmoid", "n2": "2", "g2": "relu", "n_out": "1"}
    expect(stepper.figure.get_by_test_id("choose-hidden")).to_be_hidden()
    stepper.figure.get_by_test_id("choose-preset-own").click()
    for name, value in choose.items():
        stepper.figure.get_by_test_id(f"choose-{name}").select_option(value)
    stepper.figure.get_by_test_id("choose-output").select_option("softmax categorical_cross_entropy")
    expect(stepper.figure.locator("p.legend", has_text="Softmax of a single neuron")).to_be_visible()
    expect(stepper.figure.get_by_test_id("equations").get_by_role("button")).to_have_count(18)
    stepper.figure.get_by_test_id("equation-18").click()
    expect(stepper.figure.get_by_test_id("title")).to_have_text("BP2 · Backward: the biases of layer 1")
    expect(stepper.figure.locator("rect.body.neuron")).to_have_count(8)
    stepper.shoot("own")
    stepper.figure.get_by_test_id("choose-hidden").select_option("0")
    expect(stepper.figure.get_by_test_id("equations").get_by_role("button")).to_have_count(6)
    expect(stepper.figure.get_by_test_id("choose-n1")).to_be_hidden()
    assert stepper.complaints == []


def test_the_stepper_is_there_in_the_dark(stepper: Lesson) -> None:
    from playwright.sync_api import expect

    with stepper.in_the_dark():
        start(stepper, "mazur")
        stepper.figure.get_by_test_id("equation-12").click()
        expect(stepper.figure.get_by_test_id("step")).to_have_text("step 12 of 13")
