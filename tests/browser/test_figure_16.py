"""The figure of the appendix in JupyterLab: keyboard, mouse, dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.test_lab import left_alone

if TYPE_CHECKING:
    from tests.browser.conftest import Shown
    from tests.browser.lab import Lesson

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]  # one JupyterLab serves them all

CELLS = {"notations": "notations.explore()"}


@pytest.fixture
def names(shown: Shown) -> Lesson:
    return shown("notations")


def expect_names(lesson: Lesson, title: str, ours: str, arrow: str, mazur: str) -> None:
    from playwright.sync_api import expect

    expect(lesson.figure.get_by_test_id("title")).to_have_text(title)
    expect(lesson.figure.get_by_test_id("name-this-course")).to_have_text(ours)
    expect(lesson.figure.get_by_test_id("name-from-to")).to_have_text(arrow)
    expect(lesson.figure.get_by_test_id("name-Mazur")).to_have_text(mazur)


def test_weights_are_followed_by_keyboard(names: Lesson) -> None:
    from playwright.sync_api import expect

    first = names.figure.get_by_test_id("weight-1-0-0")
    first.click()
    with left_alone(names, first):
        expect_names(names, "The weight from input 1 to hidden neuron 1: 1", "W[1]11", "w11[1]", "w1")
        names.page.keyboard.press("ArrowDown")
        expect(names.figure.get_by_test_id("weight-1-0-1")).to_be_focused()
        expect_names(names, "The weight from input 2 to hidden neuron 1: 2", "W[1]12", "w21[1]", "w2")
        expect(names.figure.get_by_test_id("weight-1-0-1")).to_have_attribute("aria-pressed", "true")
        expect(names.figure.locator("g.cell.chosen")).to_have_count(4)  # on the edge, and in three matrices
        names.shoot("weight")
        for _ in range(2):
            names.page.keyboard.press("ArrowUp")
        expect_names(names, "The weight from hidden neuron 3 to the output: 1", "W[2]13", "w31[2]", "w9")
    assert names.complaints == []


def test_quantities_and_neurons_by_mouse(names: Lesson) -> None:
    from playwright.sync_api import expect

    names.figure.get_by_test_id("neuron-0-1").click()
    expect(names.figure.get_by_test_id("choose-quantity-output")).to_be_checked()
    expect_names(names, "Input 2 on example 1: 1", "A[0]21", "a2[1]", "i2")
    names.figure.get_by_test_id("neuron-1-1").click()
    names.figure.get_by_test_id("choose-quantity-bias").click()
    expect_names(names, "The bias of hidden neuron 2: −1", "b[1]2", "b2[2]", "b1")
    expect(names.figure.get_by_test_id("name-Θ").locator("sub")).to_have_text("20")
    names.shoot("bias")
    names.figure.get_by_test_id("choose-quantity-gradient").click()
    expect(names.figure.get_by_test_id("name-Θ")).to_have_text("D(1)21")
    names.figure.get_by_test_id("weight-2-0-1").click()
    expect(names.figure.get_by_test_id("choose-quantity-gradient")).to_be_checked()
    expect(names.figure.get_by_test_id("name-Nielsen")).to_have_text("∂C/∂w312")
    names.figure.get_by_test_id("neuron-0-0").click()
    names.figure.get_by_test_id("choose-quantity-blame").click()
    expect_names(names, "The blame of hidden neuron 1 on example 1: −0.2384", "dZ[1]11", "δ1[2]", "δh1")
    assert names.complaints == []


def test_it_is_readable_in_the_dark(names: Lesson) -> None:
    with names.in_the_dark():
        names.show_figure()
