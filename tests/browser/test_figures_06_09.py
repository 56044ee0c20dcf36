"""The figures of lessons 06 to 09, BP1 to BP4, in JupyterLab, each in a small notebook of its own: keyboard, mouse, dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.test_figures_03_05 import drag
from tests.browser.test_lab import left_alone

if TYPE_CHECKING:
    from tests.browser.conftest import Shown

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]  # one JupyterLab serves them all

CELLS = {
    "bp1": "bp1.explore(lambda dZ, A_prev: dZ @ A_prev.T)",
    "bp2": "bp2.explore(lambda dZ: dZ.mean(axis=1))",
    "bp3": "bp3.explore(lambda W, dZ: W.T @ dZ)",
    "bp4": "bp4.explore(lambda z: z * (1 - z))",
}


def test_dw_follows_the_keyboard(shown: Shown) -> None:
    from playwright.sync_api import expect

    lesson = shown("bp1")
    title, problem = (lesson.figure.get_by_test_id(name) for name in ("title", "problem"))
    lesson.figure.get_by_test_id("dW-0-0").click()
    expect(title).to_have_text("dW₁₁, in code dW1[0, 0]")
    with left_alone(lesson, lesson.figure.get_by_test_id("dW-0-0")):
        lesson.page.keyboard.press("ArrowDown")
        expect(title).to_have_text("dW₂₁, in code dW1[1, 0]")
        lesson.page.keyboard.press("ArrowRight")
        expect(title).to_have_text("dW₂₂, in code dW1[1, 1]")
        expect(lesson.figure.get_by_test_id("dW-1-1")).to_be_focused()
        lesson.page.keyboard.press("ArrowRight")  # there is no third column
        lesson.page.keyboard.press("ArrowUp")
        expect(title).to_have_text("dW₁₂, in code dW1[0, 1]")
        lesson.page.keyboard.press("ArrowLeft")
        expect(title).to_have_text("dW₁₁, in code dW1[0, 0]")
    expect(problem).to_contain_text("4 of 6 entries differ")
    lesson.shoot("keyboard")
    assert lesson.complaints == []


def test_dw_follows_the_mouse(shown: Shown) -> None:
    from playwright.sync_api import expect

    lesson = shown("bp1")
    for r, s in ((2, 1), (1, 0), (0, 1)):
        entry = lesson.figure.get_by_test_id(f"dW-{r}-{s}")
        entry.click()
        expect(entry).to_have_attribute("aria-pressed", "true")
        expect(lesson.figure.locator(".matrix.blame .cell.lit")).to_have_count(4)
        expect(lesson.figure.get_by_test_id("dW").locator("[tabindex='0']")).to_have_count(1)
        lesson.shoot(f"entry-{r}-{s}")
    expect(lesson.figure.get_by_test_id("equation")).to_have_text(
        "¼ (−0.2384 · 1 + 0 · 0 + 0 · 0 + (−0.0949) · 1) = −0.0833"
    )
    assert lesson.complaints == []


def test_db_follows_keyboard_and_mouse(shown: Shown) -> None:
    from playwright.sync_api import expect

    lesson = shown("bp2")
    title, whose = (lesson.figure.get_by_test_id(name) for name in ("title", "whose"))
    kept, lost = (lesson.figure.get_by_test_id(f"choose-keepdims-{value}") for value in ("true", "false"))
    examples, neurons = (lesson.figure.get_by_test_id(f"choose-along-{value}") for value in ("examples", "neurons"))
    examples.check()
    kept.check()
    expect(title).to_have_text("db has the shape (3, 1)")
    with left_alone(lesson, kept):
        lesson.page.keyboard.press("ArrowRight")
        expect(lost).to_be_checked()
        expect(title).to_have_text("db has the shape (3,)")
        lesson.figure.get_by_test_id("after-1-0").focus()
        lesson.page.keyboard.press("ArrowRight")
        lesson.page.keyboard.press("ArrowRight")
        expect(whose).to_contain_text("The bias of neuron 2 meets the gradient of neuron 3")
        expect(lesson.figure.get_by_test_id("after-1-2")).to_be_focused()
    lesson.shoot("flat")
    neurons.check()
    expect(title).to_have_text("db has the shape (4,)")
    lesson.figure.get_by_test_id("after-0-3").click()
    expect(whose).to_contain_text("on example 4")
    lesson.shoot("neurons")
    expect(lesson.figure.get_by_test_id("problem")).to_contain_text("The right numbers, but no column")
    assert lesson.complaints == []


def test_the_blame_follows_the_keyboard(shown: Shown) -> None:
    from playwright.sync_api import expect

    lesson = shown("bp3")
    first, second, third = (lesson.figure.get_by_test_id(f"hidden-{s}") for s in range(3))
    title = lesson.figure.get_by_test_id("title")
    lesson.figure.get_by_test_id("choose-example-0").check()
    with left_alone(lesson, first):
        expect(first).to_have_attribute("aria-pressed", "true")
        lesson.page.keyboard.press("ArrowDown")
        expect(second).to_be_focused()
        expect(title).to_have_text("dA₂₁, in code dA_prev[1, 0]")
        lesson.page.keyboard.press("ArrowDown")
        lesson.page.keyboard.press("ArrowDown")  # there is no fourth
        expect(third).to_be_focused()
        expect(title).to_have_text("dA₃₁, in code dA_prev[2, 0]")
        lesson.figure.get_by_test_id("dA-2-0").focus()
        lesson.page.keyboard.press("ArrowRight")
        expect(title).to_have_text("dA₃₂, in code dA_prev[2, 1]")
        expect(lesson.figure.get_by_test_id("choose-example-1")).to_be_checked()
    expect(lesson.figure.get_by_test_id("verdict")).to_contain_text("All six entries")
    lesson.shoot("keyboard")
    assert lesson.complaints == []


def test_the_blame_follows_the_mouse(shown: Shown) -> None:
    from playwright.sync_api import expect

    lesson = shown("bp3")
    lesson.figure.get_by_test_id("choose-example-0").click()
    for s, text in enumerate(("= 0.5", "= −1.5", "= 2.5")):
        lesson.figure.get_by_test_id(f"hidden-{s}").click()
        expect(lesson.figure.get_by_test_id("equation")).to_contain_text(text)
        expect(lesson.figure.locator("g.returning")).to_have_count(2)
        lesson.shoot(f"neuron-{s}")
    lesson.figure.get_by_test_id("dA-0-1").click()
    expect(lesson.figure.get_by_test_id("hidden-0")).to_have_attribute("aria-pressed", "true")
    assert lesson.complaints == []


def test_the_saturating_neuron_follows_the_keyboard(shown: Shown) -> None:
    from playwright.sync_api import expect

    lesson = shown("bp4")
    point, slider, title = (lesson.figure.get_by_test_id(name) for name in ("point-z", "slider-z", "title"))
    expect(lesson.figure.get_by_test_id("choose-g-yours")).to_be_checked()
    expect(lesson.figure.get_by_test_id("problem")).to_contain_text("z (1 − z)")
    lesson.shoot("yours")
    lesson.figure.get_by_test_id("choose-g-sigmoid").check()
    slider.fill("0")
    expect(title).to_have_text("25\u00a0% is left")
    with left_alone(lesson, point):
        lesson.page.keyboard.press("Shift+ArrowRight")
        expect(slider).to_have_value("0.5")
        expect(title).to_have_text("23.5\u00a0% is left")
        lesson.figure.get_by_test_id("slider-incoming").focus()
        lesson.page.keyboard.press("End")
        expect(lesson.figure.get_by_test_id("equation")).to_have_text("dZ = dA · g′(z) = 2 · 0.235 = 0.47")
        lesson.figure.get_by_test_id("choose-g-sigmoid").focus()
        lesson.page.keyboard.press("ArrowRight")
        expect(lesson.figure.get_by_test_id("choose-g-tanh")).to_be_checked()
    lesson.shoot("keyboard")
    assert lesson.complaints == []


def test_the_saturating_neuron_follows_the_mouse(shown: Shown) -> None:
    from playwright.sync_api import expect

    lesson = shown("bp4")
    lesson.figure.get_by_test_id("choose-g-tanh").click()
    lesson.figure.get_by_test_id("slider-z").fill("0")
    point, meaning = (lesson.figure.get_by_test_id(name) for name in ("point-z", "meaning"))
    expect(point).to_have_attribute("aria-valuenow", "0")
    drag(lesson, point, lesson.figure.locator(".axes line").nth(5))
    expect(point).to_have_attribute("aria-valuenow", "4")
    expect(meaning).to_contain_text("Saturated")
    lesson.shoot("saturated")
    lesson.figure.get_by_test_id("choose-g-relu").click()
    expect(meaning).to_contain_text("The neuron is on")
    lesson.figure.locator("rect.ground").click(position={"x": 40, "y": 120})
    expect(meaning).to_contain_text("The neuron is off")
    lesson.shoot("off")
    assert lesson.complaints == []


@pytest.mark.parametrize("name", CELLS)
def test_the_figures_are_there_in_the_dark(shown: Shown, name: str) -> None:
    lesson = shown(name)
    with lesson.in_the_dark():
        lesson.show_figure()
