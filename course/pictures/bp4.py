"""Pictures of lesson 09: where BP4 sits, private wires, gates, the demon, two Jacobians, deltas of a network."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, Polygon, Rectangle, Wedge

from course.pictures import INK, canvas
from course.pictures.drawing import (
    BACK,
    BLUE,
    FORWARD,
    GREEN,
    LINE,
    MIDDLE,
    ORANGE,
    SMALL,
    Point,
    arrow,
    link,
    matrix,
    node,
    order,
)

OPEN = np.array([[1, 0, 0, 1], [1, 0, 1, 1], [0, 1, 0, 0]])  # where the hidden ReLUs are on


def where() -> Figure:
    """Draw the order of computation forward and back, with the box of BP4 between dA and dZ."""
    figure, axes = canvas(7.0, 3.5)
    order(axes, "$Z^{[l]}$", "$dA^{[l]}$")
    axes.add_patch(
        Rectangle((3.47, BACK - 0.32), 0.62, 0.64, facecolor=GREEN, edgecolor=INK.green, linewidth=2.6, zorder=3)
    )
    axes.text(3.78, BACK, "BP4", fontsize=12.5, weight="bold", zorder=4, **MIDDLE)
    axes.text(3.78, BACK - 0.5, "this lesson", fontsize=9.5, **MIDDLE)
    arrow(axes, (3.1, FORWARD - 0.28), (3.62, BACK + 0.36), INK.blue)
    for y, name, made_by in ((0.75, "$dA^{[l-1]}$", "BP3"), (0.25, "$dW^{[l]}, db^{[l]}$", "BP1, BP2")):
        axes.text(1.75, y, name, ha="right", va="center", fontsize=11.5)
        axes.text(0.1, y, made_by, ha="left", va="center", fontsize=9.5, color=INK.grey)
    arrow(axes, (2.48, BACK - 0.15), (1.82, 0.8), INK.orange)
    arrow(axes, (2.7, BACK - 0.28), (1.85, 0.3), INK.orange)
    return figure


def wires() -> Figure:
    """Draw the weights' step, everybody to everybody, beside the activation's: one wire from each sum to its output."""
    figure, axes = canvas(7.0, 3.2)
    heights = (2.3, 1.45, 0.6)
    axes.text(1.7, 2.95, "through the weights", fontsize=11.5, **MIDDLE)
    for number, y in enumerate(heights, 1):
        for target in (1.9, 1.0):
            _wire(axes, (0.6, y), (2.8, target), INK.grey)
        node(axes, (0.6, y), f"$a_{number}$", INK.blue)
    for number, y in enumerate((1.9, 1.0), 1):
        node(axes, (2.8, y), f"$z_{number}$", INK.blue)
    axes.text(5.3, 2.95, "through the activation", fontsize=11.5, **MIDDLE)
    for number, y in enumerate(heights, 1):
        link(axes, (4.2, y), (6.4, y), "$g$", INK.orange, "-")
        node(axes, (4.2, y), f"$z_{number}$", INK.blue)
        node(axes, (6.4, y), f"$a_{number}$", INK.blue)
    axes.plot([3.5, 3.5], [0.3, 2.75], color=INK.faint, lw=1.2)
    axes.text(0.6, 0.12, "layer before", **SMALL)
    axes.text(2.8, 0.12, "this layer", **SMALL)
    axes.text(5.3, 0.12, "this layer", **SMALL)
    return figure


def gates() -> Figure:
    """Draw dA of layer 1, the slopes of its ReLUs and what is left, with the closed places hatched."""
    figure, axes = canvas(7.0, 2.5)
    blame = [["−0.24", "1.91", "−1", "−0.09"], ["0.12", "−0.95", "0.5", "0.05"], ["−0.12", "0.95", "−0.5", "−0.05"]]
    left_over = [[text if on else "0" for text, on in zip(*row, strict=True)] for row in zip(blame, OPEN, strict=True)]
    slopes = [[str(on) for on in row] for row in OPEN]
    high = 1.7
    for x, width, texts, shade in (
        (0.25, 0.51, blame, ORANGE),
        (2.85, 0.36, slopes, BLUE),
        (4.85, 0.51, left_over, GREEN),
    ):
        matrix(axes, (x, high), texts, rows=dict.fromkeys(range(3), shade), width=width, size=10)
        _hatch(axes, (x, high), width)
    for x, name in ((1.27, "$dA^{[1]}$"), (3.57, "$g'(Z^{[1]})$"), (5.87, "$dZ^{[1]}$")):
        axes.text(x, 2.25, name, fontsize=12.5, **MIDDLE)
    for x, width in ((0.25, 0.51), (2.85, 0.36), (4.85, 0.51)):
        for i in range(4):
            axes.text(x + width * (i + 0.5), 1.87, str(i + 1), **SMALL)
        for r in range(3):
            axes.text(x - 0.12, high - LINE * (r + 0.5), str(r + 1), **SMALL)
    axes.text(2.5, high - 0.62, "*", fontsize=16, **MIDDLE)
    axes.text(4.5, high - 0.6, "=", fontsize=15, **MIDDLE)
    axes.text(3.5, 0.2, "rows: neurons    columns: examples    hatched: the neuron is off", **SMALL)
    return figure


def demon() -> Figure:
    """Draw a neuron with a demon in it, who adds a little to the sum, and the loss at the end, which moves."""
    figure, axes = canvas(7.0, 2.9)
    middle = (2.3, 1.75)
    axes.add_patch(Wedge(middle, 0.8, 90, 270, facecolor=ORANGE, edgecolor="none"))
    axes.add_patch(Circle(middle, 0.8, facecolor="none", edgecolor=INK.black, lw=2.2))
    axes.plot([2.3, 2.3], [0.95, 2.55], color=INK.black, lw=1.4)
    axes.text(1.9, 1.75, "$z + \\Delta z$", fontsize=11, **MIDDLE)
    axes.text(2.7, 1.75, "$g$", fontsize=13, **MIDDLE)
    for y in (2.45, 1.75, 1.05):
        arrow(axes, (0.3, y), (1.52, 1.75 + 0.35 * (y - 1.75)), INK.blue)
    axes.text(0.75, 2.72, "inputs, weighted", **SMALL)
    arrow(axes, (3.14, 1.75), (4.0, 1.75), INK.blue)
    axes.add_patch(
        FancyBboxPatch((4.05, 1.4), 1.3, 0.7, boxstyle="round,pad=0.02", facecolor=INK.card, edgecolor=INK.blue, lw=1.8)
    )
    axes.text(4.7, 1.75, "all layers\nafter it", fontsize=10.5, **MIDDLE)
    arrow(axes, (5.4, 1.75), (6.05, 1.75), INK.blue)
    node(axes, (6.4, 1.75), "$L$", INK.black)
    axes.text(6.0, 1.08, "rises by about\n$\\delta \\cdot \\Delta z$", fontsize=11, color=INK.orange, **MIDDLE)
    _imp(axes, (1.15, 0.42))
    arrow(axes, (1.42, 0.6), (1.85, 1.5), INK.orange)
    axes.text(1.88, 0.62, "adds $\\Delta z$", fontsize=10.5, color=INK.orange, ha="left", va="center")
    return figure


def jacobians() -> Figure:
    """Draw how three outputs answer to three sums: only on the diagonal for the sigmoid, everywhere for softmax."""
    figure, axes = canvas(7.0, 2.75)
    a = np.array([0.5, 0.3, 0.2])
    for left, name, table, shade in (
        (0.85, "sigmoid", np.diag(a * (1 - a)), INK.card),
        (4.35, "softmax", np.diag(a) - np.outer(a, a), ORANGE),
    ):
        width = 0.7
        texts = [[f"{v:g}".replace("-", "−") for v in np.round(row, 2) + 0.0] for row in table]
        matrix(axes, (left, 1.75), texts, rows=dict.fromkeys(range(3), shade), width=width, size=11)
        for k in range(3):
            corner = (left + width * k, 1.75 - LINE * (k + 1))
            axes.add_patch(Rectangle(corner, width, LINE, facecolor=BLUE, edgecolor=INK.blue, lw=2, zorder=1.5))
            axes.text(left + width * (k + 0.5), 1.95, f"$a_{k + 1}$ = {a[k]:g}", fontsize=10, **MIDDLE)
            axes.text(left - 0.2, 1.75 - LINE * (k + 0.5), f"$z_{k + 1}$", fontsize=11, **MIDDLE)
        axes.text(left + 1.5 * width, 2.45, name, fontsize=12.5, weight="bold", **MIDDLE)
    axes.text(1.9, 0.25, "private wires: only the diagonal", **SMALL)
    axes.text(5.4, 0.25, "every output answers to every sum", **SMALL)
    return figure


def deltas() -> Figure:
    """Draw the 2-3-1 network of sigmoids with its sums and outputs, and with the delta of each neuron."""
    figure, axes = canvas(7.0, 4.3)
    inputs, heights, out = ((0.5, 3.0), (0.5, 1.4)), (3.65, 2.2, 0.75), (5.2, 2.2)
    for y, weight in zip(heights, ("2", "−1", "1"), strict=True):
        for start in inputs:
            _wire(axes, start, (2.7, y), INK.faint)
        link(axes, (2.7, y), out, weight, INK.grey, "-")
    for at, number in zip(inputs, ("1", "−0.5"), strict=True):
        node(axes, at, number, INK.blue)
    hidden = (("0", "0.5", "−0.0584"), ("3.5", "0.9707", "0.0033"), ("−2.25", "0.0953", "−0.0101"))
    for y, (z, h, delta) in zip(heights, hidden, strict=True):
        _neuron(axes, (2.7, y), f"$z$ = {z},  $h$ = {h}", delta, -0.35 if y < 1 else 0.0)
    _neuron(axes, out, "$z$ = 0.1247,  $a$ = 0.5311", "−0.1168", 0.65)
    arrow(axes, (5.54, 2.2), (6.1, 2.2), INK.blue)
    axes.text(6.15, 2.2, "target 1", ha="left", va="center", fontsize=10.5)
    axes.text(0.5, 0.85, "inputs", **SMALL)
    arrow(axes, (5.1, 3.75), (5.9, 3.75), INK.blue)
    axes.text(5.0, 3.75, "forward", ha="right", va="center", fontsize=9.5, color=INK.blue)
    arrow(axes, (5.9, 3.45), (5.1, 3.45), INK.orange)
    axes.text(5.0, 3.45, "back: $\\delta$", ha="right", va="center", fontsize=9.5, color=INK.orange)
    return figure


def _neuron(axes: Axes, at: Point, forward: str, delta: str, aside: float) -> None:
    """Draw a sigmoid neuron, its numbers above it, moved `aside`, and its delta below."""
    node(axes, at, "$\\sigma$", INK.blue)
    blank = {"facecolor": INK.card, "edgecolor": "none", "pad": 1.0}
    axes.text(at[0] + aside, at[1] + 0.47, forward, fontsize=10, color=INK.blue, bbox=blank, zorder=3, **MIDDLE)
    axes.text(
        at[0], at[1] - 0.46, f"$\\delta$ = {delta}", fontsize=10.5, color=INK.orange, bbox=blank, zorder=3, **MIDDLE
    )


def _wire(axes: Axes, start: Point, end: Point, colour: str) -> None:
    axes.plot(*np.transpose([start, end]), color=colour, lw=1.4, zorder=1)


def _hatch(axes: Axes, at: Point, width: float) -> None:
    """Hatch the places where a hidden ReLU is off, in a table whose upper left corner is `at`."""
    for r, i in np.argwhere(OPEN == 0):
        corner = (at[0] + width * i, at[1] - LINE * (r + 1))
        axes.add_patch(Rectangle(corner, width, LINE, facecolor=INK.card, edgecolor=INK.grey, lw=0.9, zorder=1.2))
        axes.add_patch(
            Rectangle(corner, width, LINE, facecolor="none", edgecolor=INK.faint, hatch="////", lw=0, zorder=1.3)
        )


def _imp(axes: Axes, at: Point) -> None:
    """Draw a small demon: a head with two horns, two eyes and a grin."""
    x, y = at
    for side in (-1, 1):
        horn: Sequence[Point] = ((x + side * 0.22, y + 0.12), (x + side * 0.06, y + 0.23), (x + side * 0.24, y + 0.4))
        axes.add_patch(Polygon(horn, facecolor=INK.orange, edgecolor="none", zorder=2))
        axes.add_patch(Circle((x + side * 0.09, y + 0.06), 0.03, facecolor=INK.card, edgecolor="none", zorder=4))
    axes.add_patch(Circle(at, 0.26, facecolor=INK.orange, edgecolor="none", zorder=3))
    angle = np.linspace(1.2 * np.pi, 1.8 * np.pi, 20)
    axes.plot(x + 0.14 * np.cos(angle), y + 0.02 + 0.14 * np.sin(angle), color=INK.card, lw=1.6, zorder=4)
