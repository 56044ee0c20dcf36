"""Pictures of lesson 07: where BP2 sits, a neuron only its bias explains, paths of a bias, two axes, broadcasting, a row of ones."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from course.pictures import INK, canvas
from course.pictures.drawing import (
    BACK,
    BLUE,
    GREEN,
    LINE,
    MIDDLE,
    ORANGE,
    SMALL,
    arrow,
    box,
    link,
    matrix,
    node,
    order,
    paths_to_the_cost,
)

BLAME = [["−0.2384", "0", "0", "−0.0949"], ["0.1192", "0", "0.5", "0.0474"], ["0", "0.9526", "0", "0"]]


def where() -> Figure:
    """Draw the order of computation forward and back, with the box of BP2, which needs dZ and nothing else."""
    figure, axes = canvas(7.0, 3.5)
    order(axes, "$dZ^{[l]}$")
    axes.add_patch(Rectangle((0.15, 0.12), 1.75, 1.0, facecolor=GREEN, edgecolor=INK.green, linewidth=2.6))
    axes.text(1.02, 0.83, "BP2", fontsize=12.5, weight="bold", **MIDDLE)
    axes.text(1.02, 0.42, "this lesson", fontsize=9.5, **MIDDLE)
    arrow(axes, (2.5, BACK - 0.15), (1.94, 0.85), INK.orange)
    box(axes, (3.2, 0.38), "$db^{[l]}$", INK.green, GREEN)
    arrow(axes, (1.94, 0.38), (2.76, 0.38), INK.green)
    return figure


def only_the_bias() -> Figure:
    """Draw hidden neuron 3 on example 2: two inputs of 0, a bias of 1, and the output that is far too high."""
    figure, axes = canvas(7.0, 3.0)
    top, low, unit, hidden, out = (0.7, 2.4), (0.7, 1.5), (0.7, 0.6), (3.1, 1.5), (5.4, 1.5)
    for start, weight, style in ((top, "−2", "--"), (low, "0.5", "--"), (unit, "1", "-"), (hidden, "1", "-")):
        link(axes, start, out if start == hidden else hidden, weight, INK.blue, style)
    for at, number in ((top, "0"), (low, "0"), (hidden, "1")):
        node(axes, at, number, INK.blue)
    node(axes, out, "0.95", INK.black)
    axes.add_patch(Rectangle((0.42, 0.32), 0.56, 0.56, facecolor=INK.card, edgecolor=INK.black, lw=2.2, zorder=3))
    axes.text(0.7, 0.6, "1", fontsize=12.5, zorder=4, **MIDDLE)
    for y, text in ((2.83, "input 1"), (1.93, "input 2"), (0.13, "for the bias")):
        axes.text(0.7, y, text, **SMALL)
    axes.text(3.1, 2.15, "hidden neuron 3", fontsize=11, **MIDDLE)
    axes.text(3.1, 0.85, "$z = -2 \\cdot 0 + 0.5 \\cdot 0 + 1$\n$= 1$", fontsize=10.5, **MIDDLE)
    axes.text(5.4, 2.15, "output: label 0", fontsize=11, **MIDDLE)
    arrow(axes, (5.1, 0.45), (3.4, 0.45), INK.orange)
    axes.text(4.25, 0.22, "blame: 0.9526", fontsize=10.5, color=INK.orange, **MIDDLE)
    return figure


def four_paths() -> Figure:
    """Draw one bias, four sums, four losses and the cost: the first slope is 1 on every path."""
    return paths_to_the_cost("$b_1$", "one bias", "1, always", ("1", "1", "1", "1"))


def two_axes() -> Figure:
    """Draw dZ1 with its row averages, one a neuron, on the right and its column averages, one an example, below."""
    figure, axes = canvas(7.0, 3.4)
    left, top, width = 1.35, 2.75, 0.72
    matrix(axes, (left, top), BLAME, width=width, rows={2: ORANGE})
    matrix(axes, (5.0, top), [["−0.0833"], ["0.1667"], ["0.2381"]], width=0.85, columns={0: GREEN})
    matrix(axes, (left, 0.8), [["−0.0397", "0.3175", "0.1667", "−0.0158"]], width=width)
    for i in range(4):
        axes.text(left + width * (i + 0.5), top + 0.17, f"example {i + 1}", **{**SMALL, "fontsize": 8.6})
    for r in range(3):
        axes.text(1.25, top - LINE * (r + 0.5), f"neuron {r + 1}", ha="right", va="center", fontsize=10.5)
    axes.text(2.8, 3.22, "$dZ^{[1]}$", fontsize=12.5, **MIDDLE)
    arrow(axes, (4.32, top - 1.5 * LINE), (4.92, top - 1.5 * LINE), INK.green)
    axes.text(5.42, top + 0.2, "axis=1: along the row", fontsize=9.5, color=INK.green, **MIDDLE)
    axes.text(5.95, top - 0.6, "$db^{[1]}$\none average\na neuron", ha="left", va="center", fontsize=10.5)
    arrow(axes, (2.8, top - 3 * LINE - 0.06), (2.8, 0.88), INK.orange, "--")
    axes.text(2.95, 1.2, "axis=0: down the column", ha="left", va="center", fontsize=9.5, color=INK.orange)
    axes.text(4.35, 0.6, "one average an example:\nno neuron's slope", ha="left", va="center", fontsize=10.5)
    return figure


def broadcasting() -> Figure:
    """Draw b as a column minus db as a column, and b as a column minus db as a flat array, which gives a square."""
    figure, axes = canvas(7.0, 3.75)
    b = [["−2"], ["−1"], ["1"]]
    slopes = ["−0.08", "0.17", "0.24"]
    for top, flat in ((3.3, False), (1.4, True)):
        middle = top - 1.5 * LINE
        matrix(axes, (0.3, top), b, width=0.6)
        axes.text(0.6, top + 0.2, "$b$: (3, 1)", fontsize=10.5, **MIDDLE)
        axes.text(1.2, middle, "−", fontsize=15, **MIDDLE)
        if flat:
            matrix(axes, (1.5, middle + LINE / 2), [slopes], width=0.68, rows={0: ORANGE})
            axes.text(2.52, top + 0.2, "db: (3,), stands as a row", fontsize=10.5, **MIDDLE)
        else:
            matrix(axes, (2.18, top), [[s] for s in slopes], width=0.68, columns={0: GREEN})
            axes.text(2.52, top + 0.2, "db: (3, 1), a column", fontsize=10.5, **MIDDLE)
        axes.text(3.85, middle, "=", fontsize=15, **MIDDLE)
        _updated(axes, top, flat)
    return figure


def _updated(axes: Axes, top: float, flat: bool) -> None:
    """Draw b after the update, with the number of the neuron whose slope was taken above each column."""
    if flat:
        rows = [["−1.92", "−2.17", "−2.24"], ["−0.92", "−1.17", "−1.24"], ["1.08", "0.83", "0.76"]]
        matrix(axes, (4.3, top), rows, width=0.68)
        for r in range(3):
            place = (4.3 + 0.68 * r, top - LINE * (r + 1))
            axes.add_patch(Rectangle(place, 0.68, LINE, facecolor="none", edgecolor=INK.green, lw=2.6, zorder=5))
    else:
        matrix(axes, (4.98, top), [["−1.92"], ["−1.17"], ["0.76"]], width=0.68, columns={0: GREEN})
    axes.text(5.32, top + 0.2, "new $b$: (3, 3)" if flat else "new $b$: (3, 1)", fontsize=10.5, **MIDDLE)


def with_ones() -> Figure:
    """Draw dZ times the transpose of X with a row of ones: column 0 of the result belongs to the biases."""
    figure, axes = canvas(7.0, 2.6)
    top = 2.0
    short = [["−0.24", "0", "0", "−0.09"], ["0.12", "0", "0.5", "0.05"], ["0", "0.95", "0", "0"]]
    matrix(axes, (0.2, top), short, rows={1: ORANGE}, width=0.62)
    turned = [["1", "2", "1"], ["1", "0", "0"], ["1", "1", "0"], ["1", "1", "1"]]
    matrix(axes, (3.05, top), turned, columns={0: BLUE})
    result = [["−0.33", "−0.57", "−0.33"], ["0.67", "0.79", "0.17"], ["0.95", "0", "0"]]
    matrix(axes, (4.95, top), result, columns={0: GREEN}, width=0.63)
    for x, text in ((1.44, "$dZ$, (3, 4)"), (3.8, "turned, (4, 3)"), (5.9, "sums, (3, 3)")):
        axes.text(x, top + 0.42, text, fontsize=11, **MIDDLE)
    axes.text(2.86, top - 0.6, "@", fontsize=14, **MIDDLE)
    axes.text(4.75, top - 0.6, "=", fontsize=14, **MIDDLE)
    for x, text in ((3.3, "ones"), (4.05, "$X^T$"), (5.26, "bias"), (6.21, "weights")):
        axes.text(x, top + 0.14, text, **SMALL)
    axes.text(5.9, top - 1.55, "a quarter of them\nare the slopes of $\\Theta$", fontsize=9.5, **MIDDLE)
    return figure


def average_blame() -> Figure:
    """Draw the blames of the three hidden neurons as bars, one an example, and their average as a line."""
    figure, axes = canvas(7.0, 2.7)
    blames = np.array([[-0.2384, 0.0, 0.0, -0.0949], [0.1192, 0.0, 0.5, 0.0474], [0.0, 0.9526, 0.0, 0.0]])
    for r, (left, text) in enumerate(((0.2, "−0.0833"), (2.6, "0.1667"), (5.0, "0.2381"))):
        base, scale = 0.95, 1.2
        axes.plot([left, left + 1.6], [base, base], color=INK.grey, lw=1)
        for i, blame in enumerate(blames[r]):
            corner = (left + 0.4 * i + 0.07, base)
            axes.add_patch(Rectangle(corner, 0.26, blame * scale, facecolor=ORANGE, edgecolor=INK.orange, lw=1.4))
            axes.text(corner[0] + 0.13, 0.45, str(i + 1), **SMALL)
        level = base + scale * blames[r].mean()
        axes.plot([left, left + 1.6], [level, level], color=INK.green, lw=2.4, ls="--")
        axes.text(left + 0.8, 2.5, f"neuron {r + 1}", fontsize=11, **MIDDLE)
        axes.text(left + 1.65, level, text, ha="left", va="center", fontsize=9.5, color=INK.green)
        axes.text(left + 0.8, 0.18, "example", **SMALL)
    return figure
