"""Pictures of lesson 03: nudges, slopes, a graph with its gradients, and what is left of a product of many slopes."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, FancyBboxPatch, Rectangle

from course.pictures import INK, canvas, paper

GREATEST = 0.25  # the greatest slope of the sigmoid
SMALLEST_FLOAT = -323.3  # its power of ten


def _sigmoid(z: np.ndarray | float) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-np.asarray(z))))


def _signed(number: float, form: str = "g") -> str:
    return format(number, form).replace("-", "−")


def _arrow(axes: Axes, start: tuple[float, float], end: tuple[float, float], colour: str, width: float = 1.6) -> None:
    axes.add_patch(
        FancyArrowPatch(
            start, end, arrowstyle="-|>", mutation_scale=12, color=colour, linewidth=width, shrinkA=0, shrinkB=0
        )
    )


def _gradient(axes: Axes, x: float, y: float, text: str) -> None:
    """Put a gradient in its orange box, the box that says "backward" without its colour."""
    axes.text(
        x,
        y,
        text,
        ha="center",
        va="center",
        color=INK.orange,
        fontweight="bold",
        bbox={"boxstyle": "round,pad=0.28", "facecolor": INK.card, "edgecolor": INK.orange, "linewidth": 1.3},
    )


def nudges() -> Figure:
    """A sum as two lengths and a product as an area, each with one input a little larger."""
    figure, axes = canvas(7.0, 3.0)
    axes.text(1.52, 2.8, "c = a + b, two lengths", ha="center", va="center")
    for left, width, colour, name in ((0.15, 1.5, INK.green, "a = 3"), (1.9, 1.0, INK.purple, "b = 2")):
        axes.add_patch(Rectangle((left, 1.55), width, 0.5, facecolor=colour, alpha=0.35, edgecolor=INK.grey))
        axes.text(left + width / 2, 1.8, name, ha="center", va="center", fontweight="bold")
    axes.add_patch(Rectangle((1.65, 1.55), 0.25, 0.5, facecolor=INK.orange, edgecolor=INK.grey, hatch="///", alpha=0.9))
    axes.text(1.775, 2.35, "nudge of a", ha="center", va="center", color=INK.orange)
    axes.annotate("", (2.9, 1.3), (0.15, 1.3), arrowprops={"arrowstyle": "<->", "color": INK.black, "linewidth": 1.2})
    axes.text(1.52, 1.05, "c is longer by the same piece", ha="center", va="center", fontsize=10.5)

    left, low, width, height, strip = 3.95, 0.5, 1.86, 1.24, 0.25
    axes.text(4.88, 2.8, "c = a · b, an area", ha="center", va="center")
    axes.add_patch(Rectangle((left, low), width, height, facecolor=INK.faint, edgecolor=INK.grey))
    axes.add_patch(
        Rectangle((left + width, low), strip, height, facecolor=INK.orange, edgecolor=INK.grey, hatch="///", alpha=0.9)
    )
    axes.add_patch(
        Rectangle((left, low + height), width, strip, facecolor=INK.sky, edgecolor=INK.grey, hatch="\\\\\\", alpha=0.9)
    )
    axes.add_patch(
        Rectangle((left + width, low + height), strip, strip, facecolor=INK.card, edgecolor=INK.grey, linestyle=":")
    )
    axes.text(left + width / 2, low + height / 2, "6", ha="center", va="center", fontsize=15, fontweight="bold")
    axes.text(left + width / 2, low - 0.2, "a = 3", ha="center", va="center", fontweight="bold")
    axes.text(left - 0.1, low + height / 2, "b = 2", ha="right", va="center", fontweight="bold")
    axes.text(left + width / 2, low + height + 0.5, "b nudged: 3 · 0.1 = 0.3", ha="center", va="center", color=INK.blue)
    axes.text(left + width + 0.36, low + 0.6, "a nudged:\n0.1 · 2\n= 0.2", ha="left", va="center", color=INK.orange)
    return figure


def chords() -> Figure:
    """The curve z cubed, its tangent at 2, and the one-sided and the central chord with a step of 1."""
    figure, (axes,) = paper(7.0, 3.5)
    z = np.linspace(0.6, 3.2, 200)
    axes.plot(z, z**3, color=INK.black, linewidth=1.8)
    touch = np.array([1.15, 2.95])
    axes.plot(touch, 8 + 12 * (touch - 2), color=INK.green, linestyle=(0, (5, 3)), linewidth=2)
    axes.plot([2, 3], [8, 27], color=INK.orange, marker="s", markersize=7)
    axes.plot([1, 3], [1, 27], color=INK.blue, marker="o", markersize=7)
    axes.plot(2, 8, "s", color=INK.orange, markersize=8)
    axes.text(1.92, 16.3, "central, from 1 to 3:\nslope 26 / 2 = 13", color=INK.blue, ha="right", va="center")
    axes.annotate("", (2.2, 16.6), (1.95, 16.6), arrowprops={"arrowstyle": "-|>", "color": INK.blue, "linewidth": 1.2})
    axes.text(2.75, 9.5, "one-sided, from 2 to 3:\nslope 19 / 1 = 19", color=INK.orange, ha="left", va="center")
    axes.annotate(
        "", (2.27, 12.9), (2.73, 10.4), arrowprops={"arrowstyle": "-|>", "color": INK.orange, "linewidth": 1.2}
    )
    axes.text(1.5, -1.6, "touching line: slope 12", color=INK.green, ha="left", va="center")
    axes.set(xlim=(0.6, 3.75), ylim=(-3, 30), xlabel="z", ylabel="z³", xticks=[1, 2, 3], yticks=[1, 8, 27])
    return figure


def _operation(axes: Axes, x: float, y: float, sign: str) -> None:
    axes.add_patch(Circle((x, y), 0.3, facecolor=INK.card, edgecolor=INK.black, linewidth=1.8, zorder=3))
    axes.text(x, y, sign, ha="center", va="center", fontsize=17, zorder=4)


def graph() -> Figure:
    """The graph of (x + y) z at 2, 3, −4: values above the edges, gradients in boxes below them."""
    figure, axes = canvas(7.0, 3.7)
    x, y, z = 2.0, 3.0, -4.0
    q = x + y
    plus, times = (2.35, 2.45), (4.75, 1.75)
    edges = (
        ((0.35, 3.4), plus, f"x = {_signed(x)}", z, (1.4, 3.27), (1.05, 2.7)),
        ((0.35, 1.65), plus, f"y = {_signed(y)}", z, (1.05, 2.23), (1.4, 1.7)),
        ((0.35, 0.45), times, f"z = {_signed(z)}", q, (2.45, 1.36), (2.7, 0.72)),
        (plus, times, f"q = {_signed(q)}", z, (3.7, 2.38), (3.5, 1.77)),
        (times, (6.75, 1.75), f"f = {_signed(q * z)}", 1.0, (5.9, 2.0), (5.9, 1.42)),
    )
    for start, end, value, gradient, value_at, gradient_at in edges:
        run, rise = end[0] - start[0], end[1] - start[1]
        share = 0.32 / float(np.hypot(run, rise))
        first = 0.0 if start not in (plus, times) else share
        last = share if end in (plus, times) else 0.0
        _arrow(
            axes,
            (start[0] + first * run, start[1] + first * rise),
            (end[0] - last * run, end[1] - last * rise),
            INK.grey,
        )
        axes.text(*value_at, value, ha="center", va="center", color=INK.blue, fontweight="bold", fontsize=12)
        _gradient(axes, *gradient_at, _signed(gradient))
    _operation(axes, *plus, "+")
    _operation(axes, *times, "×")
    axes.annotate("", (6.75, 3.4), (4.2, 3.4), arrowprops={"arrowstyle": "-|>", "color": INK.blue, "linewidth": 1.6})
    axes.text(5.45, 3.2, "forward: values", ha="center", va="center", color=INK.blue)
    axes.annotate("", (4.2, 0.3), (6.75, 0.3), arrowprops={"arrowstyle": "-|>", "color": INK.orange, "linewidth": 1.6})
    axes.text(5.45, 0.5, "backward: gradients", ha="center", va="center", color=INK.orange)
    return figure


def sigmoid_chain() -> Figure:
    """The sigmoid as two operations in a row, with the slopes left open that lines 2, 3 and 4 ask for."""
    figure, axes = canvas(7.0, 2.7)
    middle = 1.75
    boxes = ((2.15, r"$u = 1 + e^{-z}$"), (4.7, r"$\sigma = \frac{1}{u}$"))
    for centre, text in boxes:
        axes.add_patch(
            FancyBboxPatch(
                (centre - 0.7, middle - 0.35),
                1.4,
                0.7,
                boxstyle="round,pad=0,rounding_size=0.12",
                facecolor=INK.card,
                edgecolor=INK.black,
                linewidth=1.8,
            )
        )
        axes.text(centre, middle, text, ha="center", va="center", fontsize=15)
    for start, end, name in ((0.25, 1.43, "z = 1"), (2.87, 3.98, "u = 1.368"), (5.42, 6.75, "σ = 0.731")):
        _arrow(axes, (start, middle), (end, middle), INK.grey)
        axes.text((start + end) / 2, middle + 0.25, name, ha="center", va="center", color=INK.blue, fontweight="bold")
    for x, text, note in ((6.05, "1", "start"), (3.42, "?", "line 3"), (0.82, "?", "line 4")):
        _gradient(axes, x, 1.25, text)
        axes.text(x, 0.87, note, ha="center", va="center", fontsize=10.5)
    axes.text(2.15, 1.12, "du/dz = ?", ha="center", va="center", color=INK.orange)
    axes.text(2.15, 0.87, "line 2", ha="center", va="center", fontsize=10.5)
    axes.annotate("", (0.4, 0.45), (6.6, 0.45), arrowprops={"arrowstyle": "-|>", "color": INK.orange, "linewidth": 1.6})
    axes.text(
        3.5, 0.22, "backward: how much σ rises for each unit of this edge", ha="center", color=INK.orange, va="center"
    )
    axes.annotate("", (6.6, 2.3), (0.4, 2.3), arrowprops={"arrowstyle": "-|>", "color": INK.blue, "linewidth": 1.6})
    axes.text(3.5, 2.5, "forward: values", ha="center", color=INK.blue, va="center")
    return figure


def arch() -> Figure:
    """The slope of the sigmoid over its output."""
    figure, (axes,) = paper(7.0, 2.8)
    a = np.linspace(0, 1, 200)
    axes.axhline(GREATEST, color=INK.grey, linewidth=1.2, linestyle=(0, (4, 3)))
    axes.plot(a, a * (1 - a), color=INK.blue)
    for z, dx, dy, side in ((-2, 0.035, -0.012, "left"), (0, 0.0, -0.055, "center"), (1, 0.035, 0.008, "left")):
        at = float(_sigmoid(z))
        axes.plot(at, at * (1 - at), "o", color=INK.blue, markersize=7)
        text = f"z = {_signed(z)}, a = {at:.3g}: slope {at * (1 - at):.3g}"
        axes.text(at + dx, at * (1 - at) + dy, text, ha=side, va="center")
    axes.set(
        xlim=(0, 1.18),
        ylim=(0, 0.29),
        xlabel="output a of the sigmoid",
        ylabel="slope of the sigmoid",
        xticks=[0, 0.25, 0.5, 0.75, 1],
        yticks=[0, 0.1, 0.2, 0.25],
    )
    return figure


def bells() -> Figure:
    """The slopes of tanh and of the sigmoid."""
    figure, (axes,) = paper(7.0, 2.9)
    z = np.linspace(-6, 6, 400)
    a, t = _sigmoid(z), np.tanh(z)
    axes.plot(z, 1 - t**2, color=INK.orange)
    axes.plot(z, a * (1 - a), color=INK.blue, linestyle=(0, (5, 2)))
    axes.plot(0, 1, "s", color=INK.orange, markersize=7)
    axes.plot(0, GREATEST, "o", color=INK.blue, markersize=7)
    axes.text(0.35, 0.97, "tanh, solid: top 1", color=INK.orange, ha="left", va="center")
    axes.text(-2.3, 0.27, "sigmoid, dashed: top ¼", color=INK.blue, ha="right", va="center")
    axes.annotate("", (-0.15, 0.25), (-2.2, 0.265), arrowprops={"arrowstyle": "-|>", "color": INK.blue, "linewidth": 1})
    for at, top, text, colour in ((2.99, 0.45, "3.0", INK.orange), (4.6, 0.3, "4.6", INK.blue)):
        axes.plot([at, at], [0, top], color=colour, linewidth=1.3, linestyle=":")
        axes.text(at + 0.08, top - 0.02, f"below 0.01 beyond {text}", ha="left", va="bottom", fontsize=10, color=colour)
    axes.set(
        xlim=(-7.4, 7.6), ylim=(0, 1.1), xlabel="z", ylabel="slope", xticks=range(-6, 7, 2), yticks=[0, 0.25, 0.5, 1]
    )
    return figure


def corner() -> Figure:
    """ReLU around 0 and the chord that a central difference draws there."""
    figure, (axes,) = paper(7.0, 2.7)
    axes.plot([-0.2, 0, 0.2], [0, 0, 0.2], color=INK.black)
    axes.plot([-0.1, 0.1], [0, 0.1], color=INK.blue, linestyle=(0, (4, 3)), marker="o", markersize=7)
    axes.text(-0.155, 0.014, "slope 0", color=INK.orange, ha="center", va="center")
    axes.text(0.165, 0.135, "slope 1", color=INK.orange, ha="left", va="center")
    axes.text(-0.045, 0.085, "the chord: slope 0.1 / 0.2 = ½", color=INK.blue, ha="right", va="center")
    axes.annotate(
        "", (-0.005, 0.052), (-0.043, 0.08), arrowprops={"arrowstyle": "-|>", "color": INK.blue, "linewidth": 1}
    )
    axes.set(
        xlim=(-0.22, 0.24),
        ylim=(-0.015, 0.2),
        xlabel="z",
        ylabel="relu(z)",
        xticks=[-0.1, 0, 0.1],
        yticks=[0, 0.1, 0.2],
    )
    axes.set_xticklabels(["−0.1", "0", "0.1"])
    return figure


def jacobian() -> Figure:
    """The nine slopes of softmax for the outputs 1/8, 2/8, 5/8."""
    figure, axes = canvas(7.0, 3.5)
    a = np.array([1, 2, 5]) / 8
    table = np.diag(a) - np.outer(a, a)
    left, top, width, height = 2.5, 2.65, 1.25, 0.55
    axes.text(left + 1.5 * width, 3.32, "nudged: score", ha="center", va="center", color=INK.blue)
    axes.text(1.2, top + 0.18, "answers: output", ha="center", va="center", color=INK.blue)
    for j in range(3):
        centre = top - (j + 0.5) * height
        axes.text(left - 0.2, centre, f"$a_{j + 1}$ = {a[j]:g}", ha="right", va="center")
        axes.text(left + (j + 0.5) * width, top + 0.22, f"$z_{j + 1}$", ha="center", va="center", fontsize=13)
        for k in range(3):
            own = j == k
            corner_at = (left + k * width, top - (j + 1) * height)
            face = "#FFF3D6" if own else INK.card
            axes.add_patch(Rectangle(corner_at, width, height, facecolor=face, edgecolor=INK.grey, linewidth=1))
            axes.text(
                left + (k + 0.5) * width,
                centre,
                _signed(table[j, k], "+.3f"),
                ha="center",
                va="center",
                fontweight="bold" if own else "normal",
                fontsize=12,
            )
    for k in range(3):
        corner_at = (left + k * width + 0.04, top - (k + 1) * height + 0.04)
        axes.add_patch(
            Rectangle(corner_at, width - 0.08, height - 0.08, facecolor="none", edgecolor=INK.orange, linewidth=2)
        )
        axes.text(left + (k + 0.5) * width, 0.72, "0", ha="center", va="center", fontsize=12)
    axes.text(left - 0.2, 0.72, "sum of the column", ha="right", va="center")
    axes.plot([left, left + 3 * width], [0.92, 0.92], color=INK.grey, linewidth=1)
    axes.text(
        left + 1.5 * width, 0.25, "framed: an output and its own score", ha="center", va="center", color=INK.orange
    )
    return figure


def vanishing() -> Figure:
    """Products of equal slopes, down to where a float ends."""
    figure, (axes,) = paper(7.0, 3.4)
    rows = (
        (1.0, INK.green, "-", "ReLU at z > 0: slope 1"),
        (float(1 - np.tanh(1) ** 2), INK.orange, (0, (6, 2)), "tanh at z = 1: slope 0.42"),
        (GREATEST, INK.blue, "-", "sigmoid at its best: slope 0.25"),
        (float(_sigmoid(2) * (1 - _sigmoid(2))), INK.purple, (0, (2, 2)), "sigmoid at z = 2: slope 0.105"),
    )
    axes.axhspan(-360, SMALLEST_FLOAT, color=INK.faint, zorder=0)
    axes.text(8, -342, "here a float is 0", ha="left", va="center")
    for slope, colour, style, text in rows:
        power = float(np.log10(slope))
        end = min(600.0, SMALLEST_FLOAT / power) if power else 600.0
        axes.plot([0, end], [0, end * power], color=colour, linestyle=style)
        axes.text(
            0.55 * end,
            0.55 * end * power + 9,
            text,
            ha="center",
            va="bottom",
            rotation=float(np.degrees(np.arctan(power))),
            rotation_mode="anchor",
            transform_rotates_text=True,
        )
        if end < 600:
            axes.plot(end, SMALLEST_FLOAT, "o", color=colour, markersize=7)
            axes.text(end, -342, f"{end:.0f} factors", ha="center", va="center")
    axes.set(
        xlim=(0, 640),
        ylim=(-360, 30),
        xlabel="number of factors: layers, or time steps",
        ylabel="product of the slopes",
    )
    axes.set_yticks(range(-300, 1, 50), labels=[f"$10^{{{p}}}$" if p else "1" for p in range(-300, 1, 50)])
    return figure
