"""Pictures of the appendix: one weight and its five names, how layers are numbered, arrows and W, δ side by side."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Rectangle

from course.pictures import INK, canvas
from course.pictures.drawing import BLUE, GREEN, LINE, MIDDLE, ORANGE, SMALL, arrow, box, frame, matrix, node

FROM_TO = [["1", "3", "−2"], ["2", "−1", "0.5"]]
WEIGHTS = [["1", "2"], ["3", "−1"], ["−2", "0.5"]]
DELTAS = [["−0.24", "0", "0", "−0.09"], ["0.12", "0", "0.5", "0.05"], ["0", "0.95", "0", "0"]]


def one_weight() -> Figure:
    """Draw the 2-3-1 network with the edge from input 2 to hidden neuron 1 lit, and a card for each of its five names."""
    figure, axes = canvas(7.0, 3.6)
    inputs, hidden, output = [(0.5, 2.5), (0.5, 1.1)], [(2.1, 3.1), (2.1, 1.8), (2.1, 0.5)], (3.6, 1.8)
    edges = [*((start, end) for start in inputs for end in hidden), *((start, output) for start in hidden)]
    for start, end in edges:
        lit = (start, end) == (inputs[1], hidden[0])
        axes.plot(*zip(start, end, strict=True), color=INK.orange if lit else INK.grey, lw=4 if lit else 1, zorder=1)
    axes.text(
        1.06,
        1.8,
        "2",
        fontsize=14,
        weight="bold",
        color=INK.orange,
        bbox={"facecolor": INK.card, "edgecolor": "none", "pad": 2},
        zorder=2,
        **MIDDLE,
    )
    for k, at in enumerate(inputs, start=1):
        node(axes, at, f"$x_{k}$", INK.blue)
    for k, at in enumerate(hidden, start=1):
        node(axes, at, f"$h_{k}$", INK.black)
    node(axes, output, "$o$", INK.black)
    names = (
        ("this course", "$W^{[1]}_{12}$"),
        ("Nielsen", "$w^{2}_{12}$"),
        ("from-to", "$w_{21}[1]$"),
        ("Θ", "$\\Theta^{(1)}_{12}$"),
        ("Mazur", "$w_2$"),
    )
    for k, (whose, name) in enumerate(names):
        y = 3.2 - 0.7 * k
        axes.add_patch(
            FancyBboxPatch(
                (4.5, y - 0.26),
                2.3,
                0.52,
                boxstyle="round,pad=0.02",
                facecolor=ORANGE,
                edgecolor=INK.orange,
                linewidth=1.2,
            )
        )
        axes.text(4.65, y, whose, fontsize=10.5, ha="left", va="center")
        axes.text(6.2, y, name, fontsize=14.5, **MIDDLE)
    return figure


def layers() -> Figure:
    """Draw the three layers four times, as rows, each with one notation's numbers for layers and for the weights between."""
    figure, axes = canvas(7.0, 3.75)
    columns = (2.1, 4.2, 6.3)
    for x, name in zip(columns, ("inputs", "hidden layer", "output layer"), strict=True):
        axes.text(x, 3.55, name, **SMALL)
    rows: Sequence[tuple[str, Sequence[str], Sequence[str]]] = (
        ("this course", ("0", "1", "2"), ("$W^{[1]}$", "$W^{[2]}$")),
        ("Nielsen", ("1", "2", "3"), ("$w^2$", "$w^3$")),
        ("from-to", ("1", "2", "3"), ("$w_{ij}[1]$", "$w_{ij}[2]$")),
        ("Θ", ("1", "2", "3"), ("$\\Theta^{(1)}$", "$\\Theta^{(2)}$")),
        ("Mazur", ("$i$", "$h$", "$o$"), ("$w_1, w_2, \\dots$", "$\\dots$")),
    )
    for k, (whose, numbers, weights) in enumerate(rows):
        y = 3.05 - 0.68 * k
        axes.text(0.1, y, whose, fontsize=10.5, ha="left", va="center")
        for x, number in zip(columns, numbers, strict=True):
            box(axes, (x, y), number, INK.blue, BLUE, 0.6)
        for left, right, weight in zip(columns, columns[1:], weights, strict=False):
            arrow(axes, (left + 0.36, y), (right - 0.36, y), INK.orange)
            axes.text((left + right) / 2, y + 0.21, weight, fontsize=11.5, **MIDDLE)
    return figure


def transposed() -> Figure:
    """Draw the table of the arrows and W: what leaves input 2 is a row here and a column there; the same 2 is framed."""
    figure, axes = canvas(7.0, 2.75)
    wide = 0.62
    top_left, top_right = (1.35, 1.75), (5.0, 1.95)
    matrix(axes, top_left, FROM_TO, rows={1: GREEN}, width=wide)
    matrix(axes, top_right, WEIGHTS, columns={1: GREEN}, width=wide)
    frame(axes, (top_left[0], top_left[1] - LINE), wide)
    frame(axes, (top_right[0] + wide, top_right[1]), wide)
    axes.text(top_left[0] + 1.5 * wide, 2.5, "arrows, $w_{ij}[1]$", fontsize=12, **MIDDLE)
    axes.text(top_right[0] + wide, 2.5, "$W^{[1]}$", fontsize=12.5, **MIDDLE)
    for c in range(3):
        axes.text(top_left[0] + (c + 0.5) * wide, top_left[1] + 0.17, f"to {c + 1}", **SMALL)
        axes.text(top_right[0] - 0.12, top_right[1] - (c + 0.5) * LINE, f"reader {c + 1}", **{**SMALL, "ha": "right"})
    for r in range(2):
        axes.text(top_left[0] - 0.12, top_left[1] - (r + 0.5) * LINE, f"from {r + 1}", **{**SMALL, "ha": "right"})
        axes.text(top_right[0] + (r + 0.5) * wide, top_right[1] + 0.17, f"reads {r + 1}", **SMALL)
    axes.text(top_left[0] + 1.5 * wide, 0.35, "$w_{21}[1]$ = 2:\nfrom 2, to 1", fontsize=10.5, **MIDDLE)
    axes.text(top_right[0] + wide, 0.35, "$W^{[1]}_{12}$ = 2:\nrow 1, column 2", fontsize=10.5, **MIDDLE)
    arrow(axes, (3.45, 1.35), (4.0, 1.35), INK.grey)
    return figure


def side_by_side() -> Figure:
    """Draw four vectors δ, apart, and dZ with the same four columns; example 2 is shaded on both sides."""
    figure, axes = canvas(7.0, 2.2)
    wide, high = 0.66, 1.65
    for i in range(4):
        left = 0.15 + 0.84 * i
        matrix(axes, (left, high), [[row[i]] for row in DELTAS], columns={0: ORANGE} if i == 1 else None, width=wide)
        axes.text(left + wide / 2, high + 0.2, f"$\\delta$ of $x^{{({i + 1})}}$", fontsize=10.5, **MIDDLE)
    matrix(axes, (4.25, high), DELTAS, columns={1: ORANGE}, width=wide)
    axes.add_patch(
        Rectangle((4.25, high - 3 * LINE), 4 * wide, 3 * LINE, facecolor="none", edgecolor=INK.black, lw=1.8, zorder=4)
    )
    axes.text(4.25 + 2 * wide, high + 0.2, "$dZ^{[1]}$", fontsize=12.5, **MIDDLE)
    _caption(axes, 1.75, "four vectors of shape (3,)")
    _caption(axes, 4.25 + 2 * wide, "one array of shape (3, 4)")
    arrow(axes, (3.52, high - 1.5 * LINE), (4.12, high - 1.5 * LINE), INK.grey)
    return figure


def _caption(axes: Axes, x: float, words: str) -> None:
    axes.text(x, 0.2, words, **SMALL)
