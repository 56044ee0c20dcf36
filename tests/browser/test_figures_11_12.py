"""The figures of lessons 11 and 12 in JupyterLab, each in a small notebook of its own: keyboard, mouse, dark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_figures_03_05 import drag
from tests.browser.test_lab import left_alone

if TYPE_CHECKING:
    from tests.browser.conftest import Shown

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]  # one JupyterLab serves them all

CELLS = {
    "gradient_checking": "gradient_checking.explore()",
    "initialization": "initialization.explore()",
}


def test_the_step_follows_the_keyboard(shown: Shown) -> None:
    from playwright.sync_api import expect

    lesson = shown("gradient_checking")
    point, slider, numbers = (lesson.figure.get_by_test_id(name) for name in ("point", "slider-power", "numbers"))
    lesson.figure.get_by_test_id("choose-kind-central").check()
    slider.fill("-2")
    expect(numbers).to_contain_text("ε = 10⁻²:")
    with left_alone(lesson, point):
        lesson.page.keyboard.press("ArrowLeft")
        expect(slider).to_have_value("-2.1")
        expect(numbers).to_contain_text("ε = 7.9 · 10⁻³:")
        lesson.page.keyboard.press("Shift+ArrowLeft")
        expect(slider).to_have_value("-2.6")
        lesson.figure.get_by_test_id("choose-kind-central").focus()
        lesson.page.keyboard.press("ArrowRight")
        expect(numbers).to_contain_text("(one-sided)")
    lesson.shoot("keyboard")
    assert lesson.complaints == []


def test_the_step_follows_the_mouse(shown: Shown) -> None:
    from playwright.sync_api import expect

    lesson = shown("gradient_checking")
    point, result = (lesson.figure.get_by_test_id(name) for name in ("point", "result"))
    lesson.figure.get_by_test_id("choose-kind-central").click()
    lesson.figure.get_by_test_id("slider-power").fill("-3")
    expect(point).to_have_attribute("aria-valuenow", "-3")
    drag(lesson, point, lesson.figure.locator(".axes line").nth(1))  # at ε = 10⁻¹⁰
    expect(point).to_have_attribute("aria-valuenow", "-10")
    expect(result).to_contain_text("Rounding rules")
    lesson.figure.locator("rect.ground").click(position={"x": 400, "y": 20})
    expect(result).to_contain_text("Truncation rules")
    lesson.shoot("mouse")
    assert lesson.complaints == []


def test_the_start_follows_the_keyboard(shown: Shown) -> None:
    from playwright.sync_api import expect

    lesson = shown("initialization")
    figure = lesson.figure
    depth, gain, kind, numbers = (
        figure.get_by_test_id(name) for name in ("slider-depth", "slider-gain", "kind", "numbers")
    )
    zeros = figure.get_by_test_id("choose-scheme-zeros")
    figure.get_by_test_id("choose-g-tanh").check()
    zeros.check()
    expect(kind).to_have_text("Dead, symmetric")
    lesson.shoot("zeros")
    with left_alone(lesson, zeros):
        lesson.page.keyboard.press("ArrowLeft")  # round to the last one, He
        expect(figure.get_by_test_id("choose-scheme-he")).to_be_checked()
        figure.get_by_test_id("choose-g-tanh").focus()
        lesson.page.keyboard.press("ArrowLeft")
        expect(kind).to_have_text("Healthy")
        gain.focus()
        lesson.page.keyboard.press("ArrowLeft")
        expect(kind).to_have_text("Vanishing")
        expect(numbers).to_contain_text("0.74 in layer 1")
        lesson.page.keyboard.press("ArrowRight")
        lesson.page.keyboard.press("ArrowRight")
        expect(kind).to_have_text("Exploding")
        depth.focus()
        lesson.page.keyboard.press("Home")
        expect(numbers).to_contain_text("in layer 2")
        expect(figure.locator("svg.row > g")).to_have_count(2)
    lesson.shoot("keyboard")
    assert lesson.complaints == []


def test_the_start_follows_the_mouse(shown: Shown) -> None:
    from playwright.sync_api import expect

    lesson = shown("initialization")
    figure = lesson.figure
    kind, histograms = figure.get_by_test_id("kind"), figure.get_by_test_id("histograms")
    figure.get_by_test_id("slider-depth").fill("50")
    figure.get_by_test_id("slider-gain").fill("1")
    for scheme, g, word in (
        ("large", "tanh", "Saturated"),
        ("large", "relu", "Exploding"),
        ("xavier", "sigmoid", "Vanishing"),
        ("xavier", "tanh", "Healthy"),
        ("small", "tanh", "Vanishing"),
    ):
        figure.get_by_test_id(f"choose-scheme-{scheme}").click()
        figure.get_by_test_id(f"choose-g-{g}").click()
        expect(kind).to_have_text(word)
        expect(figure.locator("svg.row > g")).to_have_count(6)
        lesson.shoot(f"{scheme}-{g}")
    expect(histograms).to_have_attribute("aria-label", re.compile(r"50 layers of 100 neurons, tanh.*Vanishing\."))
    figure.get_by_test_id("slider-depth").click()  # its middle
    expect(figure.get_by_test_id("numbers")).to_contain_text("in layer 26")
    assert lesson.complaints == []


@pytest.mark.parametrize("name", CELLS)
def test_the_figures_are_there_in_the_dark(shown: Shown, name: str) -> None:
    lesson = shown(name)
    with lesson.in_the_dark():
        lesson.show_figure()
