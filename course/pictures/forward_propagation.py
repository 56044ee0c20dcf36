"""Pictures of lesson 04: the 2-3-1 network and its matrices, broadcasting, caches, the bias unit and the 2-2-2 network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, FancyBboxPatch, Rectangle

from course.pictures import INK, canvas

Point = tuple[float, float]
NEURONS = ((INK.blue, "-"), (INK.orange, "--"), (INK.green, ":"))  # colour and line of hidden neurons 1, 2, 3
OUTPUT = (INK.black, "-.")
SMALL: dict[str, Any] = {"fontsize": 9.5, "color": INK.grey}
RADIUS = 0.27
INPUTS = ((0.45, 2.15), (0.45, 1.05))  # where the 2-3-1 network has its neurons
HIDDEN = ((2.3, 2.65), (2.3, 1.6), (2.3, 0.55))
LAST = (3.9, 1.6)


def network_and_matrix() -> Figure:
    """Draw the 2-3-1 network with w_rj on every edge, beside the two matrices that hold the same labels."""
    figure, axes = canvas(7.0, 3.5)
    for r, (end, (colour, style)) in enumerate(zip(HIDDEN, NEURONS, strict=True)):
        for j, start in enumerate(INPUTS):
            _edge(axes, start, end, f"$w^{{[1]}}_{{{r + 1}{j + 1}}}$", colour, style, share=_share(r, j))
        _edge(axes, end, LAST, f"$w^{{[2]}}_{{1{r + 1}}}$", *OUTPUT, share=0.42)
        _node(axes, end, str(r + 1), colour, style)
    for j, start in enumerate(INPUTS):
        _node(axes, start, f"$x_{j + 1}$", INK.grey)
    _node(axes, LAST, "1", *OUTPUT)
    for x, text in ((0.45, "layer 0\n2 inputs"), (2.3, "layer 1\n3 neurons"), (3.9, "layer 2\n1 neuron")):
        axes.text(x, 3.48, text, ha="center", va="top", **SMALL)
    for r, (colour, style) in enumerate(NEURONS):
        row = [f"$w^{{[1]}}_{{{r + 1}{j}}}$" for j in (1, 2)]
        _row(axes, (5.2, 2.1 - 0.48 * r), row, colour, style)
        axes.text(5.1, 2.1 - 0.48 * r, f"neuron {r + 1}", ha="right", va="center", fontsize=9.5, color=colour)
    axes.text(5.8, 3.05, r"$W^{[1]}$, shape (3, 2)", ha="center", va="center")
    for x, text in ((5.5, "from\n$x_1$"), (6.1, "from\n$x_2$")):
        axes.text(x, 2.38, text, ha="center", va="bottom", **SMALL)
    _row(axes, (4.95, 0.25), [f"$w^{{[2]}}_{{1{j}}}$" for j in (1, 2, 3)], *OUTPUT)
    axes.text(5.85, 0.68, "$W^{[2]}$", ha="center", va="center")
    return figure


def sides() -> Figure:
    """Draw W, A_prev, b and Z as rectangles whose sides say what is counted there."""
    figure, axes = canvas(7.0, 2.15)
    here, before, many = 1.1, 0.7, 1.15
    middle = 1.15
    blue, orange, green, grey = ("$n_l$", INK.blue), ("$n_{l-1}$", INK.orange), ("$m$", INK.green), ("1", INK.grey)
    boxes = (
        (0.55, before, here, r"$W^{[l]}$", "#CFE6F5", blue, orange, "row: a neuron here\ncolumn: a neuron before"),
        (2.3, many, before, r"$A^{[l-1]}$", "#FBE3D2", orange, green, "row: a neuron before\ncolumn: an example"),
        (4.3, 0.42, here, r"$b^{[l]}$", "#CFE6F5", blue, grey, "row: a neuron\nhere"),
        (5.65, many, here, r"$Z^{[l]}$", "#DDF0E7", blue, green, "row: a neuron here\ncolumn: an example"),
    )
    for x, width, height, name, shade, (rows, row_colour), (columns, column_colour), text in boxes:
        low, high = middle - height / 2, middle + height / 2
        axes.add_patch(Rectangle((x, low), width, height, facecolor=shade, edgecolor=INK.black, linewidth=1.2))
        axes.text(x + width / 2, middle, name, ha="center", va="center", fontsize=12)
        axes.plot([x - 0.07] * 2, [low, high], color=row_colour, linewidth=3)
        axes.text(x - 0.13, middle, rows, ha="right", va="center", color=row_colour)
        axes.plot([x, x + width], [high + 0.07] * 2, color=column_colour, linewidth=3)
        axes.text(x + width / 2, high + 0.12, columns, ha="center", va="bottom", color=column_colour)
        axes.text(x + width / 2, 0.47, text, ha="center", va="top", fontsize=9)
    for x, sign in ((1.55, "@"), (3.73, "+"), (5.05, "=")):
        axes.text(x, middle, sign, ha="center", va="center", fontsize=14)
    return figure


def worked_example() -> Figure:
    """Draw the 2-3-1 network with all its numbers for the input (2, 1)."""
    figure, axes = canvas(7.0, 3.5)
    stretch = 1.52
    inputs = [(0.2 + x * stretch, y + 0.05) for x, y in INPUTS]
    hidden = [(x * stretch + 0.2, y + 0.05) for x, y in HIDDEN]
    last = (LAST[0] * stretch + 0.1, LAST[1] + 0.05)
    weights = (("1", "2"), ("3", "−1"), ("−2", "0.5"))
    for r, (end, (colour, style)) in enumerate(zip(hidden, NEURONS, strict=True)):
        for j, start in enumerate(inputs):
            _edge(axes, start, end, weights[r][j], colour, style, share=_share(r, j))
        _edge(axes, end, last, ("2", "−1", "1")[r], *OUTPUT, share=0.42)
        _node(axes, end, ("2", "4", "0")[r], colour, style)
    for start, value in zip(inputs, ("2", "1"), strict=True):
        _node(axes, start, value, INK.grey)
    _node(axes, last, "0.88", *OUTPUT, size=10.5)
    for (x, y), z, b in zip(hidden, ("2", "4", "−2.5"), ("−2", "−1", "1"), strict=True):
        above = z == "2"
        at = (x, y + 0.33 if above else y - 0.33)
        axes.text(*at, f"b = {b},  z = {z}", ha="center", va="bottom" if above else "top", fontsize=9.5)
    axes.text(last[0], last[1] - 0.33, "b = 2,  z = 2", ha="center", va="top", fontsize=9.5)
    for x, text in ((inputs[0][0], "inputs"), (hidden[0][0], "relu"), (last[0], "sigmoid")):
        axes.text(x, 3.45, text, ha="center", va="top", **SMALL)
    return figure


def broadcasting() -> Figure:
    """Draw the product plus the column of biases, whose copies are ghosts, and the sum."""
    figure, axes = canvas(7.0, 2.5)
    product = [["4", "0", "1", "2"], ["5", "0", "3", "−1"], ["−3.5", "0", "−2", "0.5"]]
    biases = ["−2", "−1", "1"]
    sums = [["2", "−2", "−1", "0"], ["4", "−1", "2", "−2"], ["−2.5", "1", "−1", "1.5"]]
    y = 0.55
    _matrix(axes, (0.1, y), product)
    _matrix(axes, (2.5, y), [[b] * 4 for b in biases], ghosts=True)
    _matrix(axes, (4.9, y), sums)
    axes.text(2.3, y + 0.66, "+", ha="center", va="center", fontsize=14)
    axes.text(4.7, y + 0.66, "=", ha="center", va="center", fontsize=14)
    for x, text in (
        (1.1, r"$W^{[1]} X$" + "\n(3, 4)"),
        (3.5, r"$b^{[1]}$" + "\n(3, 1), used as (3, 4)"),
        (5.9, r"$Z^{[1]}$" + "\n(3, 4)"),
    ):
        axes.text(x, 2.47, text, ha="center", va="top", fontsize=10.5)
    for left in (0.1, 2.5, 4.9):
        for i in range(4):
            axes.text(left + 0.25 + 0.5 * i, y - 0.05, str(i + 1), ha="center", va="top", **SMALL)
    axes.text(3.5, 0.14, "example", ha="center", va="center", **SMALL)
    return figure


def caches() -> Figure:
    """Draw two layers in a row; each puts what came in and its Z into a drawer, which the way back opens."""
    figure, axes = canvas(7.0, 2.9)
    y = 2.2
    stations = (
        (0.5, "$X$"),
        (1.9, "$Z^{[1]}$"),
        (3.3, "$A^{[1]}$"),
        (4.7, "$Z^{[2]}$"),
        (6.1, "$A^{[2]}$"),
    )
    for x, name in stations:
        kept = name != "$A^{[2]}$"
        axes.add_patch(
            FancyBboxPatch(
                (x - 0.3, y - 0.22),
                0.6,
                0.44,
                boxstyle="round,pad=0.02",
                facecolor="#FFF3D6" if kept else INK.card,
                edgecolor=INK.black,
                linewidth=1.4,
            )
        )
        axes.text(x, y, name, ha="center", va="center", fontsize=13)
    steps = ("$W^{[1]}, b^{[1]}$", "$g^{[1]}$", "$W^{[2]}, b^{[2]}$", "$g^{[2]}$")
    for (left, _), (right, _), name in zip(stations, stations[1:], steps, strict=False):
        _arrow(axes, (left + 0.34, y), (right - 0.34, y), INK.black)
        axes.text((left + right) / 2, y + 0.12, name, ha="center", va="bottom", fontsize=10)
    for left, name, inside in ((0.5, "caches[0]", "$(X,\\ Z^{[1]})$"), (3.3, "caches[1]", "$(A^{[1]},\\ Z^{[2]})$")):
        axes.add_patch(Rectangle((left - 0.1, 0.8), 1.6, 0.5, facecolor="#FFF3D6", edgecolor=INK.yellow, linewidth=2))
        axes.text(left + 0.7, 1.05, inside, ha="center", va="center", fontsize=12)
        axes.text(left + 1.58, 1.05, name, ha="left", va="center", fontsize=9.5, family="monospace")
        for x in (left, left + 1.4):
            _arrow(axes, (x, y - 0.26), (x, 1.33), INK.yellow, "--")
    axes.text(0.2, 2.82, "forward", ha="left", va="center", fontsize=10, color=INK.grey)
    _arrow(axes, (0.95, 2.82), (6.7, 2.82), INK.grey)
    axes.text(6.8, 0.3, "the way back, lessons 06 to 10", ha="right", va="center", fontsize=10, color=INK.grey)
    _arrow(axes, (4.45, 0.3), (0.2, 0.3), INK.grey)
    for x in (4.0, 1.2):
        _arrow(axes, (x, 0.77), (x, 0.36), INK.grey, ":")
    return figure


def bias_unit() -> Figure:
    """Draw the 2-3-1 network with a unit that is always 1 in layers 0 and 1, and Θ[1] with its column 0."""
    figure, axes = canvas(7.0, 3.6)
    zero, one = (0.5, 3.0), (2.4, 3.0)
    inputs = ((0.5, 1.95), (0.5, 0.9))
    hidden = ((2.4, 2.15), (2.4, 1.25), (2.4, 0.35))
    last = (3.9, 1.6)
    for r, (end, (colour, _)) in enumerate(zip(hidden, NEURONS, strict=True)):
        for start in inputs:
            _edge(axes, start, end, "", INK.faint, "-")
        _edge(axes, end, last, "", INK.faint, "-")
        _edge(axes, zero, end, ("−2", "−1", "1")[r], INK.purple, "-", share=0.5)
        _node(axes, end, str(r + 1), colour, NEURONS[r][1])
    _edge(axes, one, last, "2", INK.purple, "-", share=0.5)
    for j, start in enumerate(inputs):
        _node(axes, start, f"$x_{j + 1}$", INK.grey)
    _node(axes, last, "1", *OUTPUT)
    for x, y in (zero, one):
        side = RADIUS * 1.7
        axes.add_patch(
            Rectangle(
                (x - side / 2, y - side / 2), side, side, facecolor="#F6E3EC", edgecolor=INK.purple, lw=2.2, zorder=3
            )
        )
        axes.text(x, y, "1", ha="center", va="center", fontsize=13, zorder=4)
    axes.text(1.45, 3.38, "bias units: always 1, read nothing", ha="center", va="center", fontsize=9.5)
    rows = (("−2", "1", "2"), ("−1", "3", "−1"), ("1", "−2", "0.5"))
    for r, row in enumerate(rows):
        for c, number in enumerate(row):
            corner = (5.0 + 0.55 * c, 1.95 - 0.47 * r)
            shade = "#F6E3EC" if c == 0 else INK.card
            axes.add_patch(Rectangle(corner, 0.55, 0.47, facecolor=shade, edgecolor=INK.grey, linewidth=0.9))
            axes.text(corner[0] + 0.275, corner[1] + 0.235, number, ha="center", va="center", fontsize=11.5)
    axes.add_patch(Rectangle((5.0, 1.01), 0.55, 1.41, facecolor="none", edgecolor=INK.purple, linewidth=2.4))
    axes.text(5.82, 3.05, r"$\Theta^{[1]}$, shape (3, 3)", ha="center", va="center")
    axes.text(5.275, 2.5, "biases", ha="center", va="bottom", fontsize=9.5)
    axes.text(6.1, 2.5, "$W^{[1]}$", ha="center", va="bottom", fontsize=9.5)
    axes.text(5.65, 0.5, "neuron 1 on x = (2, 1):\n−2 · 1 + 1 · 2 + 2 · 1 = 2", ha="center", va="center", fontsize=9.5)
    return figure


def mazur() -> Figure:
    """Draw the 2-2-2 network with w1 to w8 and their values on the edges, and where they stand in W1 and W2."""
    figure, axes = canvas(7.0, 4.25)
    rows = (3.25, 1.75)
    columns = (0.6, 3.4, 6.2)
    names = (("$i_1$", "$i_2$"), ("$h_1$", "$h_2$"), ("$o_1$", "$o_2$"))
    weights = (
        (("w1 = 0.15", "w2 = 0.20"), ("w3 = 0.25", "w4 = 0.30")),
        (("w5 = 0.40", "w6 = 0.45"), ("w7 = 0.50", "w8 = 0.55")),
    )
    colours = ((INK.blue, "-"), (INK.orange, "--"))
    for left, right, block in zip(columns, columns[1:], weights, strict=False):
        for r, row in enumerate(block):
            for j, text in enumerate(row):
                _edge(
                    axes, (left, rows[j]), (right, rows[r]), text, *colours[r], share=0.5 if r == j else 0.27, size=9.5
                )
    for k, (x, pair) in enumerate(zip(columns, names, strict=True)):
        for r, name in enumerate(pair):
            _node(axes, (x, rows[r]), name, *(colours[r] if k else (INK.grey, "-")))
    for y, value in zip(rows, ("0.05", "0.10"), strict=True):
        axes.text(columns[0], y + 0.33, value, ha="center", va="bottom", fontsize=10.5)
    for x, text in ((columns[1], "b1 = 0.35\nfor both"), (columns[2], "b2 = 0.60\nfor both")):
        axes.text(x, 4.15, text, ha="center", va="top", fontsize=10.5)
    for left, name, block in ((1.15, "$W^{[1]}$", weights[0]), (4.55, "$W^{[2]}$", weights[1])):
        axes.text(left - 0.12, 0.62, f"{name} =", ha="right", va="center", fontsize=12)
        for r, row in enumerate(block):
            cells = [text.split(" = ")[0] + "  " + text.split(" = ")[1] for text in row]
            _row(axes, (left, 0.86 - 0.48 * r), cells, *colours[r], cell=1.0, size=10)
    for left, sources in ((1.15, ("from $i_1$", "from $i_2$")), (4.55, ("from $h_1$", "from $h_2$"))):
        for c, text in enumerate(sources):
            axes.text(left + 0.5 + c, 1.13, text, ha="center", va="bottom", **SMALL)
    return figure


def _share(r: int, j: int) -> float:
    """Return where along its edge a label of the 2-3-1 network stands clear of the edges it crosses."""
    return ((0.5, 0.69), (0.28, 0.28), (0.69, 0.5))[r][j]


def _blank() -> dict[str, Any]:
    return {"facecolor": INK.card, "edgecolor": "none", "pad": 1.2}


def _node(axes: Axes, at: Point, text: str, colour: str, style: str = "-", size: float = 12.5) -> None:
    axes.add_patch(Circle(at, RADIUS, facecolor=INK.card, edgecolor=colour, lw=2.2, ls=style, zorder=3))
    axes.text(*at, text, ha="center", va="center", fontsize=size, zorder=4)


def _edge(
    axes: Axes,
    start: Point,
    end: Point,
    text: str,
    colour: str,
    style: str,
    share: float = 0.5,
    size: float = 11,
) -> None:
    """Draw a line from circle to circle, with its label on it at a share of the way."""
    run, rise = end[0] - start[0], end[1] - start[1]
    gap = RADIUS / float(np.hypot(run, rise))
    xs, ys = (start[0] + gap * run, end[0] - gap * run), (start[1] + gap * rise, end[1] - gap * rise)
    axes.plot(xs, ys, color=colour, ls=style, lw=1.6, zorder=1)
    if text:
        at = (start[0] + share * run, start[1] + share * rise)
        axes.text(*at, text, ha="center", va="center", fontsize=size, color=INK.black, bbox=_blank(), zorder=2)


def _arrow(axes: Axes, start: Point, end: Point, colour: str, style: str = "-") -> None:
    axes.add_patch(
        FancyArrowPatch(
            start, end, arrowstyle="-|>", mutation_scale=11, color=colour, lw=1.4, ls=style, shrinkA=0, shrinkB=0
        )
    )


def _row(
    axes: Axes, at: Point, texts: Sequence[str], colour: str, style: str, cell: float = 0.6, size: float = 12
) -> None:
    """Draw one row of a matrix, framed as its neuron is; `at` is the middle of its left side."""
    x, y = at
    axes.add_patch(
        Rectangle((x, y - 0.21), cell * len(texts), 0.42, facecolor=INK.card, edgecolor=colour, lw=1.8, ls=style)
    )
    for c, text in enumerate(texts):
        axes.text(x + cell * (c + 0.5), y, text, ha="center", va="center", fontsize=size)


def _matrix(axes: Axes, at: Point, numbers: Sequence[Sequence[str]], ghosts: bool = False) -> None:
    """Draw numbers in a grid with its lower left corner at `at`; of ghosts, only the first column is drawn in full."""
    for r, row in enumerate(numbers):
        for c, number in enumerate(row):
            ghost = ghosts and c > 0
            corner = (at[0] + 0.5 * c, at[1] + 0.44 * (len(numbers) - 1 - r))
            axes.add_patch(
                Rectangle(
                    corner,
                    0.5,
                    0.44,
                    facecolor="#F6E3EC" if ghosts and not ghost else INK.card,
                    edgecolor=INK.grey,
                    linewidth=0.9,
                    linestyle=":" if ghost else "-",
                )
            )
            colour = INK.grey if ghost else INK.black
            axes.text(corner[0] + 0.25, corner[1] + 0.22, number, ha="center", va="center", fontsize=11, color=colour)
