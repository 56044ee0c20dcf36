"""Pictures of the last page: the whole road as one map, and the network that reads digits."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, Rectangle

from course.data import digits
from course.pictures import INK, canvas
from course.pictures.drawing import BLUE, GREEN, MIDDLE, ORANGE, Point, arrow, box

AHEAD, RETURN, RESULT, STEP = 4.0, 2.55, 1.35, 0.4  # heights of the four rows of `road`
COLUMNS = {"X": 0.55, "1": 1.75, "A1": 3.15, "2": 4.45, "A2": 5.65, "J": 6.6}
SHOWN = 3  # the training image in `network`, a 3
SIZES = (64, 32, 16, 10)


def road() -> Figure:
    """One turn of training, and at every step the number of the lesson that gave it."""
    figure, axes = canvas(7.0, 4.9)
    _forward(axes)
    _back(axes)
    _step(axes)
    return figure


def network() -> Figure:
    """A digit's pixels, three layers of neurons, and what stands between them."""
    figure, axes = canvas(7.0, 3.7)
    X, Y, _, _ = digits.load()
    digit = int(Y[:, SHOWN].argmax())
    axes.imshow(X[:, SHOWN].reshape(8, 8), cmap="Greys", vmin=0, vmax=1, extent=(0.2, 1.8, 1.35, 2.95), zorder=1)
    axes.add_patch(Rectangle((0.2, 1.35), 1.6, 1.6, fill=False, edgecolor=INK.grey, linewidth=1.2))
    axes.set(xlim=(0, 7.0), ylim=(0, 3.7))
    axes.text(1.0, 3.2, "64 pixels", color=INK.grey, **MIDDLE)
    columns = ((3.0, 7, INK.blue), (4.5, 5, INK.blue), (6.0, 10, INK.green))
    places = [_column(axes, x, count, colour) for x, count, colour in columns]
    for left, right in ((places[0], places[1]), (places[1], places[2])):
        for start in left:
            for end in right:
                axes.plot(*zip(start, end, strict=True), color=INK.faint, linewidth=0.8, zorder=0)
    for end in places[0]:
        axes.plot((1.8, end[0]), (2.15, end[1]), color=INK.faint, linewidth=0.8, zorder=0)
    for (x, _, colour), text in zip(columns, ("32, ReLU", "16, ReLU", "10, softmax"), strict=True):
        axes.text(x, 3.5, text, color=colour, **MIDDLE)
    for k, (_, y) in enumerate(places[2]):
        mine = k == digit
        axes.text(6.3, y, str(k), va="center", fontsize=10.5, fontweight="bold" if mine else "normal")
    axes.text(6.5, places[2][digit][1], "← this", va="center", fontsize=10, color=INK.green)
    for x, (n_prev, n) in zip((2.4, 3.75, 5.25), pairwise(SIZES), strict=True):
        axes.text(x, 0.42, f"W: {n} × {n_prev}\nb: {n}", fontsize=10, linespacing=1.5, **MIDDLE)
    return figure


def _forward(axes: Axes) -> None:
    x = COLUMNS
    axes.text(0.08, AHEAD + 0.68, "forward", fontsize=10.5, color=INK.blue, va="center")
    for name, text in (("X", "$X$"), ("1", "$Z^{[1]}$"), ("A1", "$A^{[1]}$"), ("2", "$Z^{[2]}$"), ("A2", "$A^{[2]}$")):
        box(axes, (x[name], AHEAD), text, INK.blue, BLUE, 0.56)
    box(axes, (x["J"], AHEAD), "$J$", INK.blue, INK.card, 0.4)
    for left, right, lesson in (("X", "1", "04"), ("1", "A1", "02"), ("A1", "2", "04"), ("2", "A2", "02")):
        arrow(axes, (x[left] + 0.31, AHEAD), (x[right] - 0.31, AHEAD), INK.blue)
        _badge(axes, ((x[left] + x[right]) / 2, AHEAD + 0.27), lesson, INK.blue)
    arrow(axes, (x["A2"] + 0.31, AHEAD), (x["J"] - 0.23, AHEAD), INK.blue)
    _badge(axes, ((x["A2"] + x["J"]) / 2 + 0.04, AHEAD + 0.27), "05", INK.blue)
    top = AHEAD + 0.53
    axes.plot(
        (x["1"] - 0.3, x["1"] - 0.3, x["A1"] + 0.3, x["A1"] + 0.3),
        (top - 0.1, top, top, top - 0.1),
        color=INK.grey,
        lw=1,
    )
    _badge(axes, (2.0, top + 0.2), "01", INK.grey)
    axes.text(2.23, top + 0.2, "a layer of neurons", fontsize=9.5, color=INK.grey, va="center")


def _back(axes: Axes) -> None:
    x = COLUMNS
    axes.text(0.08, RETURN, "back", fontsize=10.5, color=INK.orange, va="center")
    for name, text in (("1", "$dZ^{[1]}$"), ("A1", "$dA^{[1]}$"), ("2", "$dZ^{[2]}$")):
        box(axes, (x[name], RETURN), text, INK.orange, ORANGE, 0.62)
    arrow(axes, (x["J"], AHEAD - 0.26), (x["2"] + 0.36, RETURN + 0.06), INK.orange)
    _badge(axes, (5.62, 3.02), "09", INK.orange)
    arrow(axes, (x["2"] - 0.35, RETURN), (x["A1"] + 0.35, RETURN), INK.orange)
    _badge(axes, ((x["2"] + x["A1"]) / 2, RETURN + 0.27), "08", INK.orange)
    arrow(axes, (x["A1"] - 0.35, RETURN), (x["1"] + 0.35, RETURN), INK.orange)
    _badge(axes, ((x["1"] + x["A1"]) / 2, RETURN + 0.27), "09", INK.orange)
    arrow(axes, (x["1"], AHEAD - 0.26), (x["1"], RETURN + 0.26), INK.orange, ":")
    _badge(axes, (x["1"], (AHEAD + RETURN) / 2), "03", INK.orange)
    axes.text(x["1"] + 0.23, (AHEAD + RETURN) / 2, "the slopes", fontsize=9.5, color=INK.orange, va="center")
    _badge(axes, (5.42, RETURN - 0.16), "10", INK.orange)
    axes.text(5.64, RETURN - 0.16, "the order of it", fontsize=9.5, color=INK.orange, va="center")
    for name in ("1", "2"):
        at = x[name]
        box(axes, (at, RESULT), f"$dW^{{[{name}]}}, db^{{[{name}]}}$", INK.orange, INK.card, 1.1)
        arrow(axes, (at, RETURN - 0.26), (at, RESULT + 0.26), INK.orange)
        _badge(axes, (at + 0.22, (RETURN + RESULT) / 2), "06", INK.orange)
        _badge(axes, (at + 0.56, (RETURN + RESULT) / 2), "07", INK.orange)
    _badge(axes, (5.42, RESULT), "11", INK.purple)
    axes.text(5.64, RESULT, "the judge:\nare these right?", fontsize=9.5, va="center")
    axes.plot((5.06, 5.22), (RESULT, RESULT), color=INK.purple, linewidth=1.4, linestyle=":")


def _step(axes: Axes) -> None:
    x = COLUMNS
    box(axes, (x["A1"], STEP), "$W, b$: one step down", INK.green, GREEN, 2.1)
    for name in ("1", "2"):
        near = x["A1"] + (-0.6 if name == "1" else 0.6)
        arrow(axes, (x[name], RESULT - 0.26), (near, STEP + 0.26), INK.green)
    _badge(axes, (x["A1"], STEP + 0.5), "14", INK.green)
    curve = {"arrowstyle": "-|>", "mutation_scale": 12, "color": INK.green, "lw": 1.6, "shrinkA": 0, "shrinkB": 0}
    bend = "angle,angleA=180,angleB=90,rad=12"
    axes.add_patch(FancyArrowPatch((x["A1"] - 1.09, STEP), (x["X"], AHEAD - 0.26), connectionstyle=bend, **curve))
    _badge(axes, (x["X"], 1.75), "13", INK.green)
    axes.text(x["X"] + 0.12, 1.38, "next\nbatch", fontsize=9.5, color=INK.green, va="center")
    _badge(axes, (5.42, STEP), "12", INK.green)
    axes.text(5.64, STEP, "the first W, b", fontsize=9.5, color=INK.green, va="center")
    arrow(axes, (5.24, STEP), (x["A1"] + 1.1, STEP), INK.green)


def _badge(axes: Axes, at: Point, lesson: str, colour: str) -> None:
    """Draw the number of a lesson."""
    axes.add_patch(Circle(at, 0.155, facecolor=INK.card, edgecolor=colour, linewidth=1.6, zorder=5))
    axes.text(*at, lesson, fontsize=9.5, fontweight="bold", zorder=6, **MIDDLE)


def _column(axes: Axes, x: float, count: int, colour: str) -> list[Point]:
    """Draw a layer: `count` circles, with dots in the middle when it stands for more."""
    heights = np.linspace(3.15, 1.0, count)
    dotted = count < 10
    for k, y in enumerate(heights):
        if dotted and k == count // 2:
            axes.text(x, y, "⋮", fontsize=15, color=colour, zorder=4, **MIDDLE)
        else:
            axes.add_patch(Circle((x, y), 0.1, facecolor=INK.card, edgecolor=colour, linewidth=1.8, zorder=3))
    return [(x, float(y)) for k, y in enumerate(heights) if not (dotted and k == count // 2)]
