"""The figures of lessons 03, 04 and 05 in JupyterLab, each in a small notebook of its own: keyboard, mouse, dark."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_lab import left_alone

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.browser.conftest import Shown
    from tests.browser.lab import Lesson

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]  # one JupyterLab serves them all

CELLS = {
    "derivatives": "derivatives.explore(gradients=lambda x, y, z: (z, z, x + y))",
    "forward_propagation": "forward_propagation.explore()",
    "cost": "cost.explore()",
}


def restart(lesson: Lesson) -> None:
    """Step back to the start."""
    from playwright.sync_api import expect

    step, back = (lesson.figure.get_by_test_id(name) for name in ("step", "back"))
    back.focus()
    for _ in range(6):
        lesson.page.keyboard.press("ArrowLeft")
    expect(step).to_have_text("start")


def drag(lesson: Lesson, handle: Locator, line: Locator) -> None:
    """Drag a handle to a grid line, and past it on the way."""
    boxes = [element.bounding_box() for element in (handle.locator(".knob"), line)]
    (start, y), (end, _) = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes if box]
    lesson.page.mouse.move(start, y)
    lesson.page.mouse.down()
    lesson.page.mouse.move(end + 20, y + 3, steps=3)
    lesson.page.mouse.move(end, y, steps=3)
    lesson.page.mouse.up()


def test_the_graph_follows_the_keyboard(shown: Shown) -> None:
    from playwright.sync_api import expect

    lesson = shown("derivatives")
    restart(lesson)
    graph, title = (lesson.figure.get_by_test_id(name) for name in ("graph", "title"))
    q = graph.locator("text.value").nth(2)
    with left_alone(lesson, graph):
        expect(q).to_have_text("q = ?")
        lesson.page.keyboard.press("ArrowRight")
        expect(q).to_have_text("q = 3")
        lesson.figure.get_by_test_id("slider-y").focus()
        for _ in range(5):
            lesson.page.keyboard.press("ArrowRight")
        expect(q).to_have_text("q = 3.5")
        expect(title).to_have_text("Forward: through +")
        lesson.figure.get_by_test_id("next").focus()
        lesson.page.keyboard.press("Enter")
        lesson.page.keyboard.press("ArrowRight")
        lesson.page.keyboard.press("ArrowRight")
        expect(title).to_have_text("Backward: through ×")
        lesson.page.keyboard.press("ArrowLeft")
        expect(title).to_have_text("Backward: start at f")
        for _ in range(5):
            lesson.page.keyboard.press("ArrowLeft")
        lesson.figure.get_by_test_id("slider-y").focus()
        for _ in range(5):
            lesson.page.keyboard.press("ArrowLeft")
        expect(q).to_have_text("q = ?")
    assert lesson.complaints == []


def test_the_graph_follows_the_mouse_to_the_nudges(shown: Shown) -> None:
    from playwright.sync_api import expect

    lesson = shown("derivatives")
    restart(lesson)
    tags = lesson.figure.locator("g.tag:visible")
    for count in (0, 0, 1, 3, 5, 5):
        lesson.figure.get_by_test_id("next").click()
        expect(tags).to_have_count(count)
        lesson.shoot(f"tags-{count}")
    expect(lesson.figure.get_by_test_id("table").get_by_role("row", name="z + 0.01")).to_contain_text("0.0333 ✓")
    expect(lesson.figure.get_by_test_id("verdict")).to_contain_text("All three")
    expect(lesson.figure.get_by_test_id("next")).to_have_attribute("aria-disabled", "true")
    expect(lesson.figure.get_by_test_id("problem")).to_be_hidden()
    lesson.shoot("nudges")
    assert lesson.complaints == []


def test_the_network_follows_the_keyboard(shown: Shown) -> None:
    from playwright.sync_api import expect

    lesson = shown("forward_propagation")
    restart(lesson)
    first, second = (lesson.figure.get_by_test_id(f"neuron-1-{row}") for row in (0, 1))
    lit = lesson.figure.get_by_test_id("matrices").locator("span.lit")
    result = lesson.figure.get_by_test_id("result")
    with left_alone(lesson, first):
        expect(first).to_have_attribute("aria-pressed", "true")
        expect(first).to_have_attribute("aria-label", "neuron 1 of layer 1: waits, b = 0.5")
        lesson.page.keyboard.press("ArrowRight")
        expect(result).to_have_text("z₁ = 1 · 1 + (−2) · 0.5 + 0.5 = 0.5")
        expect(lit).to_have_count(6)
        lesson.page.keyboard.press("ArrowDown")
        expect(second).to_be_focused()
        expect(result).to_have_text("z₂ = 0.5 · 1 + 1 · 0.5 + (−1) = 0")
        lesson.page.keyboard.press("ArrowRight")
        expect(lesson.figure.get_by_test_id("shapes")).to_have_text("(3, 1) → (3, 1)")
        lesson.page.keyboard.press("Escape")
        expect(result).to_have_text("Choose a neuron to follow its row.")
        lesson.figure.get_by_test_id("slider-x1").focus()
        lesson.page.keyboard.press("ArrowLeft")
        expect(first.locator("text.number").first).to_have_text("z 0.40")
        lesson.page.keyboard.press("ArrowRight")
        expect(first.locator("text.number").first).to_have_text("z 0.50")
    lesson.shoot("keyboard")
    assert lesson.complaints == []


def test_the_network_follows_the_mouse(shown: Shown) -> None:
    from playwright.sync_api import expect

    lesson = shown("forward_propagation")
    restart(lesson)
    following = lesson.figure.get_by_test_id("next")
    output = lesson.figure.get_by_test_id("neuron-2-0")
    for step in range(1, 5):
        following.click()
        expect(lesson.figure.get_by_test_id("step")).to_have_text(f"step {step} of 4")
        output.click()
        expect(lesson.figure.locator("line.edge.lit")).to_have_count(0 if step == 4 else 3)
        lesson.shoot(f"step-{step}")
    expect(output).to_have_attribute("aria-label", "neuron 1 of layer 2: z = 0.68, a = 0.66, b = −0.5")
    lesson.figure.get_by_test_id("network").locator("rect.ground").click(position={"x": 4, "y": 4})
    expect(output).to_have_attribute("aria-pressed", "false")
    assert lesson.complaints == []


def expect_z(lesson: Lesson, z: float, y: int) -> None:
    """Wait until slider, points and table all show z and the gradients that reach it."""
    from playwright.sync_api import expect

    a = 1 / (1 + math.exp(-z))
    expect(lesson.figure.get_by_test_id("slider-z")).to_have_value(f"{z:g}")
    for name in ("point-a", "point-z"):
        expect(lesson.figure.get_by_test_id(name)).to_have_attribute("aria-valuenow", f"{z:g}")
    for name, slope in (("squared error", (a - y) * a * (1 - a)), ("cross-entropy", a - y)):
        row = lesson.figure.get_by_test_id("table").get_by_role("row", name=name)
        expect(row.get_by_role("cell").last).to_have_text(f"{slope:.4f}".replace("-", "−"))


def test_the_costs_follow_the_keyboard(shown: Shown) -> None:
    lesson = shown("cost")
    slider, left, right = (lesson.figure.get_by_test_id(name) for name in ("slider-z", "point-a", "point-z"))
    lesson.figure.get_by_test_id("choose-y-1").check()
    slider.fill("-1")
    with left_alone(lesson, left):
        lesson.page.keyboard.press("ArrowLeft")
        expect_z(lesson, -1.1, 1)
        right.focus()
        lesson.page.keyboard.press("Shift+ArrowLeft")
        expect_z(lesson, -1.6, 1)
        lesson.figure.get_by_test_id("choose-y-1").focus()
        lesson.page.keyboard.press("ArrowLeft")
        expect_z(lesson, -1.6, 0)
        slider.focus()
        lesson.page.keyboard.press("ArrowRight")
        expect_z(lesson, -1.5, 0)
    lesson.shoot("keyboard")
    assert lesson.complaints == []


def test_the_costs_follow_the_mouse(shown: Shown) -> None:
    from playwright.sync_api import expect

    lesson = shown("cost")
    slider, left, right = (lesson.figure.get_by_test_id(name) for name in ("slider-z", "point-a", "point-z"))
    slider.fill("-1")
    lesson.figure.get_by_test_id("choose-y-1").click()
    expect_z(lesson, -1, 1)
    curve = lesson.figure.locator("g.curve path").first.get_attribute("d")
    lines = [lesson.figure.locator(".axes").nth(plot).locator("line") for plot in (0, 1)]
    drag(lesson, left, lines[0].first)
    expect_z(lesson, -5, 1)
    expect(lesson.figure.get_by_test_id("result")).to_contain_text("learning slowdown")
    lesson.shoot("slowdown")
    drag(lesson, right, lines[1].nth(4))
    expect_z(lesson, 4, 1)
    expect(lesson.figure.get_by_test_id("result")).to_contain_text("Nearly right")
    lesson.figure.get_by_test_id("choose-y-0").click()
    expect_z(lesson, 4, 0)
    assert lesson.figure.locator("g.curve path").first.get_attribute("d") != curve
    lesson.figure.locator("rect.ground").nth(1).click()
    expect_z(lesson, 0, 0)
    lesson.shoot("mouse")
    assert lesson.complaints == []


@pytest.mark.parametrize("name", CELLS)
def test_the_figures_are_there_in_the_dark(shown: Shown, name: str) -> None:
    lesson = shown(name)
    with lesson.in_the_dark():
        lesson.show_figure()
