"""Pictures of lesson 06: where BP1 sits, paths that add up, the row that listens, two rows that meet, one gradient an example."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from course.pictures import INK, canvas
from course.pictures.drawing import (
    BACK,
    BLUE,
    CELL,
    FORWARD,
    GREEN,
    LINE,
    MIDDLE,
    ORANGE,
    SMALL,
    arrow,
    box,
    frame,
    link,
    matrix,
    node,
    order,
    paths_to_the_cost,
    short,
)


def where() -> Figure:
    """Draw the order of computation forward and back, with the box of BP1 between dZ and A_prev."""
    figure, axes = canvas(7.0, 3.5)
    order(axes, "$A^{[l-1]}$", "$dZ^{[l]}$")
    axes.add_patch(Rectangle((0.15, 0.12), 1.75, 1.0, facecolor=GREEN, edgecolor=INK.green, linewidth=2.6))
    axes.text(1.02, 0.83, "BP1", fontsize=12.5, weight="bold", **MIDDLE)
    axes.text(1.02, 0.42, "this lesson", fontsize=9.5, **MIDDLE)
    arrow(axes, (2.5, BACK - 0.15), (1.94, 0.85), INK.orange)
    arrow(axes, (0.8, FORWARD - 0.28), (0.8, 1.16), INK.blue)
    box(axes, (3.2, 0.38), "$dW^{[l]}$", INK.green, GREEN)
    arrow(axes, (1.94, 0.38), (2.76, 0.38), INK.green)
    return figure


def four_paths() -> Figure:
    """Draw one weight, four sums, four losses and the cost, with a slope on every arrow."""
    return paths_to_the_cost("$W_{12}$", "one weight", "what came in", ("4", "0", "2", "1"))


def two_paths() -> Figure:
    """Draw t, which goes into u and v, and f = u v, with the slope of every step."""
    figure, axes = canvas(7.0, 2.7)
    t, u, v, f = (0.6, 1.35), (2.8, 2.15), (2.8, 0.55), (5.0, 1.35)
    for start, end, text, colour, style in (
        (t, u, "1", INK.blue, "-"),
        (u, f, "9", INK.blue, "-"),
        (t, v, "6", INK.orange, "--"),
        (v, f, "4", INK.orange, "--"),
    ):
        link(axes, start, end, text, colour, style)
    for at, name, colour in (
        (t, "$t$", INK.black),
        (u, "$u$", INK.blue),
        (v, "$v$", INK.orange),
        (f, "$f$", INK.black),
    ):
        node(axes, at, name, colour)
    axes.text(0.6, 0.87, "3", fontsize=11, **MIDDLE)
    axes.text(2.8, 2.6, "$t + 1 = 4$", fontsize=11, **MIDDLE)
    axes.text(2.8, 0.1, "$t^2 = 9$", fontsize=11, **MIDDLE)
    axes.text(5.0, 0.87, "$u\\,v = 36$", fontsize=11, **MIDDLE)
    axes.text(4.25, 2.3, "path through $u$:  1 · 9 = 9", ha="left", va="center", fontsize=11, color=INK.blue)
    axes.text(4.25, 0.35, "path through $v$:  6 · 4 = 24", ha="left", va="center", fontsize=11, color=INK.orange)
    axes.text(5.5, 1.35, "together: ?", ha="left", va="center", fontsize=12, weight="bold")
    return figure


def selection() -> Figure:
    """Draw W1, X and Z1; one weight is framed, and what one unit of it adds stands on the row of Z1 that listens."""
    figure, axes = canvas(7.0, 2.45)
    high = 1.8
    matrix(axes, (0.45, high), [["1", "2"], ["3", "−1"], ["−2", "0.5"]], rows={1: GREEN})
    axes.add_patch(
        Rectangle((0.45, high - 2 * LINE), CELL, LINE, facecolor="none", edgecolor=INK.orange, lw=3, zorder=5)
    )
    matrix(axes, (2.0, high), [["2", "0", "1", "1"], ["1", "0", "0", "1"]], rows={0: BLUE})
    z = [["2", "−2", "−1", "1"], ["4 + 2", "−1 + 0", "2 + 1", "1 + 1"], ["−2.5", "1", "−1", "−0.5"]]
    matrix(axes, (4.35, high), z, rows={1: GREEN}, grey=(0, 2), width=0.65)
    for x, text in ((0.95, "$W^{[1]}$"), (3.0, "$X$"), (5.65, "$Z^{[1]}$")):
        axes.text(x, 2.2, text, fontsize=12.5, **MIDDLE)
    axes.text(1.72, high - 0.6, "@", fontsize=14, **MIDDLE)
    axes.text(4.18, high - 0.6, "→", fontsize=14, **MIDDLE)
    for i in range(3):
        axes.text(0.28, high - 0.2 - LINE * i, str(i + 1), **SMALL)
    axes.text(0.95, 0.28, "$W_{21}$: row 2,\ncolumn 1", fontsize=9.5, color=INK.orange, **MIDDLE)
    axes.text(3.0, 0.63, "row 1: what input 1 was", fontsize=9.5, color=INK.blue, **MIDDLE)
    axes.text(5.65, 0.28, "row 2 listens: each entry gains\nwhat input 1 was on its example", fontsize=9.5, **MIDDLE)
    return figure


def two_rows() -> Figure:
    """Draw row times row, as BP1 says it, and below it the same as a matrix product with A turned."""
    figure, axes = canvas(7.0, 5.15)
    blame, inputs, products = ["0.1192", "0", "0.5", "0.0474"], ["2", "0", "1", "1"], ["0.2384", "0", "0.5", "0.0474"]
    for i in range(4):
        axes.text(2.4 + 0.75 * (i + 0.5), 4.93, str(i + 1), **SMALL)
    axes.text(2.25, 4.93, "example", ha="right", va="center", fontsize=9.5, color=INK.grey)
    for y, row, shade, name in (
        (4.75, blame, ORANGE, "row $r$ of $dZ$"),
        (4.2, inputs, BLUE, "row $s$ of $A$"),
        (3.65, products, INK.card, "products"),
    ):
        matrix(axes, (2.4, y), [row], rows={0: shade}, width=0.75)
        axes.text(2.25, y - LINE / 2, name, ha="right", va="center", fontsize=11)
    axes.text(5.55, 3.45, "sum: 0.7858", ha="left", va="center", fontsize=11)
    axes.text(5.55, 3.05, "¼ of it: 0.1965", ha="left", va="center", fontsize=11, weight="bold")
    axes.text(0.15, 2.75, "the same as a product:", ha="left", va="center", fontsize=9.5, color=INK.grey)
    top = 2.15
    minus = [["−0.24", "0", "0", "−0.09"], ["0.12", "0", "0.5", "0.05"], ["0", "0.95", "0", "0"]]
    matrix(axes, (0.3, top), minus, rows={1: ORANGE}, width=0.6)
    matrix(axes, (3.25, top), [["2", "1"], ["0", "0"], ["1", "0"], ["1", "1"]], columns={0: BLUE})
    result = [["−0.57", "−0.33"], ["0.79", "0.17"], ["0", "0"]]
    matrix(axes, (4.85, top), result, width=0.65)
    axes.add_patch(
        Rectangle((4.85, top - 2 * LINE), 0.65, LINE, facecolor=GREEN, edgecolor=INK.green, lw=2.6, zorder=1.5)
    )
    for x, text in ((1.5, "$dZ$, (3, 4)"), (3.75, "$A^T$, (4, 2)"), (5.5, "sums, (3, 2)")):
        axes.text(x, top + 0.22, text, fontsize=11, **MIDDLE)
    axes.text(2.98, top - 0.6, "@", fontsize=14, **MIDDLE)
    axes.text(4.55, top - 0.6, "=", fontsize=14, **MIDDLE)
    axes.text(5.5, top - 1.5, "a quarter of\nthem is $dW$", fontsize=9.5, **MIDDLE)
    arrow(axes, (0.4, 0.72), (2.6, 0.72), INK.orange)
    axes.text(1.5, 0.5, "examples run along the row …", fontsize=9.5, color=INK.orange, **MIDDLE)
    arrow(axes, (3.15, top), (3.15, top - 4 * LINE), INK.blue)
    axes.text(3.75, 0.32, "… and down the column", fontsize=9.5, color=INK.blue, **MIDDLE)
    return figure


def one_each() -> Figure:
    """Draw the gradient of W1 that each of the four examples has on its own, and their average."""
    figure, axes = canvas(7.0, 3.1)
    dz = np.array([[-0.2384, 0, 0, -0.0949], [0.1192, 0, 0.5, 0.0474], [0, 0.9526, 0, 0]])
    x = np.array([[2.0, 0.0, 1.0, 1.0], [1.0, 0.0, 0.0, 1.0]])
    width, top = 0.52, 1.75
    lefts = (0.1, 1.42, 2.74, 4.06)
    for i, left in enumerate(lefts):
        middle = left + width
        axes.text(middle, 2.95, f"example {i + 1}", fontsize=10.5, **MIDDLE)
        numbers = ", ".join(short(v) for v in dz[:, i])
        axes.text(middle, 2.57, f"$dZ$:\n{numbers}", fontsize=8.6, color=INK.orange, **MIDDLE)
        axes.text(middle, 2.05, f"$X$: {x[0, i]:g}, {x[1, i]:g}", fontsize=8.6, color=INK.blue, **MIDDLE)
        table = [[short(v) for v in row] for row in np.outer(dz[:, i], x[:, i])]
        matrix(axes, (left, top), table, width=width, size=9.5)
        frame(axes, (left, top - LINE), width)
        if i:
            axes.text(left - 0.14, top - 0.6, "+", fontsize=13, **MIDDLE)
    average = [[short(v) for v in row] for row in dz @ x.T / 4]
    matrix(axes, (5.78, top), average, width=width, size=9.5, rows={0: GREEN, 1: GREEN, 2: GREEN})
    frame(axes, (5.78, top - LINE), width)
    axes.text(5.45, top - 0.6, "→", fontsize=14, **MIDDLE)
    axes.text(6.3, 2.05, "average: $dW^{[1]}$", fontsize=10.5, **MIDDLE)
    axes.text(3.5, 0.2, "framed: the four slopes of one weight, $W_{21}$, and their average", fontsize=9.5, **MIDDLE)
    return figure
