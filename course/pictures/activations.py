"""Pictures of lesson 02: where activations bend, where they go flat, and where their formulas overflow."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, Rectangle

from course.pictures import INK, canvas, paper


def _sigmoid(z: np.ndarray | float) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-np.asarray(z))))


def _arrow(axes: Axes, start: tuple[float, float], end: tuple[float, float], colour: str, width: float = 1.4) -> None:
    axes.add_patch(
        FancyArrowPatch(
            start, end, arrowstyle="-|>", mutation_scale=11, color=colour, linewidth=width, shrinkA=0, shrinkB=0
        )
    )


def _cross_at_origin(axes: Axes) -> None:
    axes.axhline(0, color=INK.faint, linewidth=1, zorder=0)
    axes.axvline(0, color=INK.faint, linewidth=1, zorder=0)


def _neuron(axes: Axes, x: float, y: float, text: str, colour: str) -> None:
    axes.add_patch(Circle((x, y), 0.27, facecolor=INK.card, edgecolor=colour, linewidth=2, zorder=3))
    axes.text(x, y, text, ha="center", va="center", fontsize=12, fontweight="bold", zorder=4)


def _connections(axes: Axes, xs: tuple[float, float], ys: tuple[float, float], weights: list[list[int]]) -> None:
    """Draw weights[r][i] on the line from neuron i in the left column to neuron r in the right one, near its start."""
    for r, row in enumerate(weights):
        for i, weight in enumerate(row):
            run, rise = xs[1] - xs[0], ys[r] - ys[i]
            gap = 0.29 / float(np.hypot(run, rise))  # the share of the line that lies inside a circle
            start, end = (xs[0] + gap * run, ys[i] + gap * rise), (xs[1] - gap * run, ys[r] - gap * rise)
            _arrow(axes, start, end, INK.grey, 1.2)
            share = 0.45 if r == i else 0.32
            axes.text(
                xs[0] + share * run,
                ys[i] + share * rise,
                f"{weight}".replace("-", "−"),
                ha="center",
                va="center",
                fontsize=10.5,
                color=INK.black,
                bbox={"facecolor": INK.card, "edgecolor": "none", "pad": 1.2},
            )


def _layer(axes: Axes, x: float, ys: tuple[float, float], values: list[int], biases: list[int], colour: str) -> None:
    for y, value, bias in zip(ys, values, biases, strict=True):
        _neuron(axes, x, y, str(value), colour)
        axes.text(x, y - 0.42, f"bias {bias}".replace("-", "−"), ha="center", va="center", fontsize=9.5, color=colour)


def collapse() -> Figure:
    """Two layers without activations, and the one layer that does the same."""
    figure, axes = canvas(7.0, 2.9)
    ys = (1.95, 0.75)
    axes.text(1.95, 2.68, "two layers, no activation", ha="center", fontsize=11, color=INK.blue)
    axes.text(5.75, 2.68, "one layer", ha="center", fontsize=11, color=INK.orange)
    axes.text(4.3, 1.35, "=", ha="center", va="center", fontsize=24)
    for x in (0.35, 5.05):
        for y, value in zip(ys, (1, 2), strict=True):
            _neuron(axes, x, y, str(value), INK.grey)
    _connections(axes, (0.35, 1.95), ys, [[1, 2], [0, 1]])
    _connections(axes, (1.95, 3.55), ys, [[2, -1], [1, 1]])
    _connections(axes, (5.05, 6.65), ys, [[2, 3], [1, 3]])
    _layer(axes, 1.95, ys, [6, 1], [1, -1], INK.blue)
    _layer(axes, 3.55, ys, [11, 10], [0, 3], INK.blue)
    _layer(axes, 6.65, ys, [11, 10], [3, 3], INK.orange)
    return figure


def sigmoid_curve() -> Figure:
    """The sigmoid with the three points worked in the text, and the step it rounds off."""
    figure, (axes,) = paper(7.0, 2.9)
    z = np.linspace(-8, 8, 400)
    axes.axvline(0, color=INK.faint, linewidth=1, zorder=0)
    axes.plot([-8, 0, 0, 8], [0, 0, 1, 1], color=INK.grey, linewidth=1.3, linestyle=(0, (4, 3)))
    axes.plot(z, _sigmoid(z), color=INK.blue)
    for at, name, dx, dy, side in (
        (-2.0, "−2", -0.35, 0.07, "right"),
        (0.0, "0", 0.35, -0.04, "left"),
        (2.0, "2", 0.35, -0.09, "left"),
    ):
        value = float(_sigmoid(at))
        axes.plot(at, value, "o", color=INK.blue, markersize=7)
        axes.text(at + dx, value + dy, f"σ({name}) = {value:.3g}", ha=side, va="center")
    axes.text(-7.9, 0.2, "flat", color=INK.orange, ha="left", va="center")
    axes.text(7.9, 0.82, "flat", color=INK.orange, ha="right", va="center")
    axes.text(-0.75, 0.62, "steep", color=INK.orange, ha="right", va="center")
    axes.text(-2.4, 0.93, "the step neuron", color=INK.grey, ha="right", va="center", fontsize=10)
    axes.annotate("", (-0.05, 0.93), (-2.3, 0.93), arrowprops={"arrowstyle": "-|>", "color": INK.grey, "linewidth": 1})
    axes.set(xlim=(-8, 8), ylim=(-0.06, 1.06), xlabel="z", ylabel="σ(z)", yticks=[0, 0.5, 1], xticks=range(-8, 9, 2))
    return figure


def safe_halves() -> Figure:
    """Where each form of the sigmoid overflows, and the choice that never does."""
    figure, (axes,) = paper(7.0, 2.7)
    edge, end = 709.78, 1500
    rows = (
        (2, r"$\frac{1}{1 + e^{-z}}$", [(-end, -edge, None), (-edge, end, INK.blue)]),
        (1, r"$\frac{e^{z}}{1 + e^{z}}$", [(-end, edge, INK.green), (edge, end, None)]),
        (0, "half of\neach", [(-end, 0, INK.green), (0, end, INK.blue)]),
    )
    for y, name, parts in rows:
        axes.text(-end - 60, y, name, ha="right", va="center", fontsize=17 if "$" in name else 11)
        for left, right, colour in parts:
            if colour is None:
                axes.add_patch(
                    Rectangle(
                        (left, y - 0.3),
                        right - left,
                        0.6,
                        facecolor=INK.card,
                        edgecolor=INK.orange,
                        hatch="////",
                        linewidth=1,
                    )
                )
                axes.text(
                    (left + right) / 2,
                    y,
                    "overflow",
                    ha="center",
                    va="center",
                    color=INK.black,
                    fontsize=10.5,
                    bbox={"facecolor": INK.card, "edgecolor": "none", "pad": 2},
                )
            else:
                axes.add_patch(
                    Rectangle((left, y - 0.3), right - left, 0.6, facecolor=colour, edgecolor=INK.card, linewidth=1)
                )
                axes.text((left + right) / 2, y, "safe", ha="center", va="center", color="white", fontweight="bold")
    axes.set(xlim=(-end, end), ylim=(-0.5, 2.5), xlabel="z", yticks=[], xticks=[-1500, -709, 0, 709, 1500])
    axes.set_xticklabels(["−1500", "−709", "0", "709", "1500"])
    axes.spines["left"].set_visible(False)
    return figure


def saturation() -> Figure:
    """Two steps of the same width on the sigmoid, and how high each rises."""
    figure, (axes,) = paper(7.0, 2.9)
    z = np.linspace(-3, 7, 400)
    axes.axvline(0, color=INK.faint, linewidth=1, zorder=0)
    axes.plot(z, _sigmoid(z), color=INK.blue)
    for start, colour, text_at in ((0.0, INK.orange, (1.3, 0.6)), (4.0, INK.purple, (4.5, 0.84))):
        low, high = float(_sigmoid(start)), float(_sigmoid(start + 1))
        axes.plot([start, start + 1, start + 1], [low, low, high], color=colour, linewidth=2.2)
        axes.plot([start, start + 1], [low, high], "o", color=colour, markersize=5)
        where = "left" if start == 0 else "center"
        axes.text(*text_at, f"step of 1, rise of {high - low:.3f}", ha=where, va="center")
    axes.set(xlim=(-3, 7), ylim=(-0.02, 1.06), xlabel="z", ylabel="σ(z)", yticks=[0, 0.5, 1], xticks=range(-3, 8))
    return figure


def tanh_and_sigmoid() -> Figure:
    """Tanh and the sigmoid in one picture."""
    figure, (axes,) = paper(7.0, 3.2)
    z = np.linspace(-6, 6, 400)
    _cross_at_origin(axes)
    axes.plot(z, _sigmoid(z), color=INK.blue, linestyle=(0, (5, 2)))
    axes.plot(z, np.tanh(z), color=INK.orange)
    axes.plot(2, _sigmoid(2.0), "o", color=INK.blue, markersize=7)
    axes.plot(1, np.tanh(1.0), "s", color=INK.orange, markersize=7)
    axes.text(2.2, 0.76, "σ(2) = 0.881", ha="left", va="center")
    axes.text(1.25, 0.55, "tanh(1) = 0.762", ha="left", va="center")
    axes.text(-3.4, 0.16, "sigmoid, dashed", color=INK.blue, ha="center", va="center")
    axes.text(-3.4, -0.84, "tanh, solid", color=INK.orange, ha="center", va="center")
    axes.set(
        xlim=(-6, 6), ylim=(-1.1, 1.1), xlabel="z", ylabel="a", yticks=[-1, -0.5, 0, 0.5, 1], xticks=range(-6, 7, 2)
    )
    return figure


def hinges() -> Figure:
    """ReLU beside leaky ReLU, whose left side is drawn ten times too steep so that it can be seen."""
    figure, panels = paper(7.0, 2.9, 2)
    z = np.array([-4.0, 0.0, 4.0])
    for axes, slope, title in zip(panels, (0.0, 0.1), ("ReLU", "leaky ReLU (drawn with slope 0.1)"), strict=True):
        _cross_at_origin(axes)
        axes.plot(z, np.where(z > 0, z, slope * z), color=INK.blue)
        axes.plot([-2, 3], [-2 * slope, 3], "o", color=INK.blue, markersize=7)
        axes.text(-2, -2 * slope + 0.35, "−0.2" if slope else "0", ha="center", va="bottom")
        axes.text(2.75, 3.05, "3", ha="right", va="bottom")
        axes.text(1.75, 1.15, "slope 1", color=INK.orange, ha="left", va="center")
        axes.text(-2.3, -2.3 * slope - 0.42, f"slope {slope:.3g}", color=INK.orange, ha="center", va="center")
        axes.set_title(title, fontsize=11)
        axes.set(xlim=(-4, 4), ylim=(-1, 4), xlabel="z", ylabel="a", xticks=range(-4, 5, 2), yticks=range(0, 5, 2))
    return figure


def dying() -> Figure:
    """The z values of a healthy and of a dead neuron under the curve of ReLU."""
    figure, (axes,) = paper(7.0, 2.9)
    healthy, dead = np.linspace(-0.9, 1.4, 10), np.linspace(-5.3, -4.5, 6)
    _cross_at_origin(axes)
    axes.plot([-6.6, 0, 2], [0, 0, 2], color=INK.blue)
    axes.plot(
        healthy,
        np.maximum(healthy, 0),
        "o",
        color=INK.green,
        markerfacecolor=INK.card,
        markersize=8,
        markeredgewidth=1.8,
    )
    axes.plot(dead, np.maximum(dead, 0), "x", color=INK.orange, markersize=9, markeredgewidth=2.2)
    axes.text(-4.9, 0.28, "dead neuron:\nevery example on the flat part", ha="center", va="bottom")
    axes.text(-0.25, 0.9, "healthy neuron:\nexamples on both sides", ha="right", va="bottom")
    axes.set(
        xlim=(-6.6, 2),
        ylim=(-0.35, 2.05),
        xlabel="z of one neuron, a mark per example",
        ylabel="relu(z)",
        yticks=[0, 1, 2],
    )
    return figure


def softmax_bars() -> Figure:
    """Scores, their exponentials, and each one's share of the sum."""
    figure, panels = paper(7.0, 2.9, 3)
    names = ["cat", "dog", "frog", "car"]
    scores = np.array([5.1, 3.2, -1.7, -2.0])
    powers = np.exp(scores)
    rows = (
        ("scores z", scores, ["5.1", "3.2", "−1.7", "−2.0"], INK.blue, (-3.6, 6.6)),
        ("exponentials, sum 188.9", powers, ["164.0", "24.5", "0.18", "0.14"], INK.green, (0, 190)),
        ("divided by the sum", powers / powers.sum(), ["0.87", "0.13", "0.00", "0.00"], INK.orange, (0, 1.006)),
    )
    for axes, (title, heights, labels, colour, limits) in zip(panels, rows, strict=True):
        axes.bar(names, heights, color=colour, width=0.62)
        axes.axhline(0, color=INK.grey, linewidth=1)
        gap = 0.03 * (limits[1] - limits[0])
        for x, (height, label) in enumerate(zip(heights, labels, strict=True)):
            below = height < 0
            axes.text(
                x, height + (-gap if below else gap), label, ha="center", va="top" if below else "bottom", fontsize=10.5
            )
        axes.set_title(title, fontsize=11)
        axes.set(ylim=limits, yticks=[])
        axes.spines[["left", "bottom"]].set_visible(False)
        axes.tick_params(length=0)
    return figure


def _matrix(axes: Axes, left: float, rows: list[list[str]], colour: str) -> None:
    for r, row in enumerate(rows):
        for i, text in enumerate(row):
            axes.add_patch(
                Rectangle((left + 0.8 * i, 2.3 - 0.4 * r), 0.7, 0.4, facecolor=INK.card, edgecolor=INK.faint)
            )
            axes.text(left + 0.8 * i + 0.35, 2.5 - 0.4 * r, text, ha="center", va="center", fontsize=10.5)
    for i in range(len(rows[0])):
        axes.add_patch(Rectangle((left + 0.8 * i, 1.1), 0.7, 1.6, facecolor="none", edgecolor=colour, linewidth=1.6))
        _arrow(axes, (left + 0.8 * i + 0.35, 1.06), (left + 0.8 * i + 0.35, 0.72), colour)


def columns() -> Figure:
    """Softmax works down each column: one maximum and one sum per example."""
    figure, axes = canvas(7.0, 3.1)
    scores = np.array([[5.1, 0.5, 1005.1], [3.2, 2.0, 1003.2], [-1.7, -0.3, 998.3], [-2.0, 1.0, 998.0]])
    powers = np.exp(scores - scores.max(axis=0))
    shares = powers / powers.sum(axis=0)
    for r, name in enumerate(("cat", "dog", "frog", "car")):
        axes.text(0.72, 2.5 - 0.4 * r, name, ha="right", va="center")
    _matrix(axes, 0.85, [[f"{x:.1f}".replace("-", "−") for x in row] for row in scores], INK.blue)
    _matrix(axes, 4.45, [[f"{x:.2f}" for x in row] for row in shares], INK.orange)
    axes.text(2.0, 2.88, "scores Z, an example per column", ha="center", va="center", color=INK.blue)
    axes.text(5.6, 2.88, "probabilities A", ha="center", va="center", color=INK.orange)
    for i in range(3):
        x = 0.85 + 0.8 * i
        axes.text(x + 0.35, 0.55, f"{scores[:, i].max():.1f}", ha="center", va="center", fontweight="bold")
        axes.text(x + 3.95, 0.55, "1", ha="center", va="center", fontweight="bold")
    axes.text(0.72, 0.55, "max", ha="right", va="center", fontweight="bold")
    axes.text(4.36, 0.55, "sum", ha="right", va="center", fontweight="bold")
    axes.text(
        2.0, 0.18, "Z.max(axis=0), shape (3,)", ha="center", va="center", fontsize=10.5, family="DejaVu Sans Mono"
    )
    axes.text(
        5.6, 0.18, "A.sum(axis=0), shape (3,)", ha="center", va="center", fontsize=10.5, family="DejaVu Sans Mono"
    )
    _arrow(axes, (3.45, 1.9), (4.2, 1.9), INK.black)
    axes.text(3.8, 2.1, "softmax", ha="center", va="center", fontsize=10.5)
    return figure
