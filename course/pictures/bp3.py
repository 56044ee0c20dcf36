"""Pictures of lesson 08: where BP3 sits, one reader, several readers, the column that listens, W used both ways, columns that meet."""

from __future__ import annotations

from matplotlib.axes import Axes
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
    Point,
    arrow,
    box,
    matrix,
    node,
    order,
)

WEIGHTS = [["2", "−1", "1"], ["0.5", "1", "−2"]]
TURNED = [["2", "0.5"], ["−1", "1"], ["1", "−2"]]
BLAME = [["0.5", "−0.2"], ["−1", "0.3"]]
COLLECTED = [["0.5", "−0.25"], ["−1.5", "0.5"], ["2.5", "−0.8"]]


def where() -> Figure:
    """Draw the order of computation forward and back, with the box of BP3 between dZ and dA of the layer before."""
    figure, axes = canvas(7.0, 3.5)
    order(axes, "$dZ^{[l]}$")
    axes.add_patch(
        Rectangle((1.42, BACK - 0.42), 0.86, 0.84, facecolor=GREEN, edgecolor=INK.green, linewidth=2.6, zorder=2)
    )
    axes.text(1.85, BACK + 0.13, "BP3", fontsize=12.5, weight="bold", **MIDDLE)
    axes.text(1.85, BACK - 0.18, "this lesson", fontsize=8.6, **MIDDLE)
    arrow(axes, (2.48, BACK), (2.32, BACK), INK.orange)
    arrow(axes, (1.85, FORWARD - 0.1), (1.85, BACK + 0.46), INK.blue)
    axes.text(1.95, 2.25, "$W^{[l]}$", fontsize=11, ha="left", va="center")
    box(axes, (0.6, BACK), "$dA^{[l-1]}$", INK.green, GREEN, 0.9)
    arrow(axes, (1.38, BACK), (1.1, BACK), INK.green)
    arrow(axes, (0.6, BACK - 0.28), (0.6, 0.62), INK.grey, "--")
    axes.text(
        0.15, 0.4, "on to layer $l-1$: its own $dZ$ (lesson 09)", fontsize=9.5, ha="left", va="center", color=INK.grey
    )
    return figure


def one_reader() -> Figure:
    """Draw the output neuron on example 2, whose blame goes back to three hidden neurons, each through its own weight."""
    figure, axes = canvas(7.0, 3.3)
    out = (4.6, 1.6)
    sent = (("2", "0", "2 · 0.9526 = 1.9051"), ("−1", "0", "−1 · 0.9526 = −0.9526"), ("1", "1", "1 · 0.9526 = 0.9526"))
    for s, (weight, said, product) in enumerate(sent):
        at = (2.5, 2.7 - 1.1 * s)
        _both_ways(axes, at, out, weight)
        node(axes, at, said, INK.blue)
        axes.text(2.05, at[1] + 0.14, f"hidden neuron {s + 1}", ha="right", va="center", fontsize=9.5, color=INK.grey)
        axes.text(2.05, at[1] - 0.14, product, ha="right", va="center", fontsize=10.5, color=INK.orange)
    node(axes, out, "$Z_{12}$", INK.black)
    axes.text(5.05, 1.74, "output neuron, example 2", ha="left", va="center", fontsize=9.5, color=INK.grey)
    axes.text(5.05, 1.46, "$dZ$ = 0.9526", ha="left", va="center", fontsize=11, color=INK.orange)
    return figure


def fan_out() -> Figure:
    """Draw a layer of three neurons that feeds two; the first collects a product from each of the two."""
    figure, axes = canvas(7.0, 3.4)
    before = [(2.0, 2.75), (2.0, 1.7), (2.0, 0.65)]
    readers = [(4.5, 2.3), (4.5, 1.1)]
    for start in before[1:]:
        for end in readers:
            axes.plot([start[0], end[0]], [start[1], end[1]], color=INK.faint, lw=1.4, zorder=0)
    for end, weight in zip(readers, ("2", "0.5"), strict=True):
        _both_ways(axes, before[0], end, weight)
    for s, at in enumerate(before):
        node(axes, at, f"$A_{{{s + 1}1}}$", INK.blue if s == 0 else INK.grey)
    for k, (at, blame, sent) in enumerate(
        zip(readers, ("0.5", "−1"), ("2 · 0.5 = 1", "0.5 · (−1) = −0.5"), strict=True)
    ):
        node(axes, at, f"$Z_{{{k + 1}1}}$", INK.black)
        axes.text(4.95, at[1] + 0.15, f"$dZ$ = {blame}", ha="left", va="center", fontsize=11, color=INK.orange)
        axes.text(4.95, at[1] - 0.15, f"sends back {sent}", ha="left", va="center", fontsize=9.5)
    axes.text(1.55, 2.93, "neuron 1 collects", ha="right", va="center", fontsize=9.5)
    axes.text(1.55, 2.62, "1 − 0.5 = 0.5", ha="right", va="center", fontsize=11, weight="bold")
    axes.text(2.0, 3.27, "layer before", **SMALL)
    axes.text(4.5, 3.27, "those that read it", **SMALL)
    axes.text(3.25, 0.15, "solid: forward   dashed: back", **SMALL)
    return figure


def listening() -> Figure:
    """Draw W, A and Z of the small layer; what one unit of a framed entry of A adds stands on the column of Z that listens."""
    figure, axes = canvas(7.0, 2.45)
    high = 1.8
    matrix(axes, (0.45, high), WEIGHTS, columns={0: GREEN}, width=0.55)
    matrix(axes, (2.75, high), [["2", "0"], ["4", "0"], ["0", "1"]])
    axes.add_patch(Rectangle((2.75, high - LINE), CELL, LINE, facecolor="none", edgecolor=INK.orange, lw=3, zorder=5))
    matrix(axes, (4.85, high), [["0 + 2", "1"], ["5 + 0.5", "−2"]], columns={0: GREEN}, width=0.8)
    for x, text in ((1.27, "$W$"), (3.25, "$A$"), (5.65, "$Z$")):
        axes.text(x, 2.2, text, fontsize=12.5, **MIDDLE)
    axes.text(2.42, high - 0.6, "@", fontsize=14, **MIDDLE)
    axes.text(4.3, high - 0.6, "→", fontsize=14, **MIDDLE)
    axes.text(1.27, 0.68, "column 1: the weights\nwith which neuron 1\nis read", fontsize=9.5, **MIDDLE)
    axes.text(3.25, 0.28, "$A_{11}$: neuron 1,\nexample 1", fontsize=9.5, color=INK.orange, **MIDDLE)
    axes.text(
        5.65,
        0.55,
        "column 1 listens: each reader\ngains its own weight;\nexample 2 hears nothing",
        fontsize=9.5,
        **MIDDLE,
    )
    return figure


def both_ways() -> Figure:
    """Draw W forward, a row lit for the neuron that reads, and W back, a column lit for the neuron that is read."""
    figure, axes = canvas(7.0, 3.0)
    top = 2.2
    for left, rows, columns, numbers in (
        (0.35, {0: BLUE}, {}, WEIGHTS),
        (2.95, {}, {0: ORANGE}, WEIGHTS),
        (5.6, {0: ORANGE}, {}, TURNED),
    ):
        matrix(axes, (left, top), numbers, rows=rows, columns=columns, width=0.55)
    for x, text, colour in (
        (1.17, "forward: $W$", INK.blue),
        (3.77, "back: $W$", INK.orange),
        (6.15, "$W^T$", INK.orange),
    ):
        axes.text(x, 2.75, text, fontsize=12.5, color=colour, **MIDDLE)
    axes.text(5.1, top - 0.45, "turned", **SMALL)
    arrow(axes, (4.7, top - 0.65), (5.5, top - 0.65), INK.grey)
    arrow(axes, (0.4, top + 0.14), (1.95, top + 0.14), INK.blue)
    arrow(axes, (2.8, top), (2.8, top - 2 * LINE), INK.orange)
    axes.text(1.17, 0.72, "a row: all the weights\nthrough which reader 1 listens", fontsize=9.5, **MIDDLE)
    axes.text(3.77, 0.72, "a column: all the weights\nthrough which neuron 1\nwas heard", fontsize=9.5, **MIDDLE)
    axes.text(6.15, 0.52, "the column, lying\ndown as a row", fontsize=9.5, **MIDDLE)
    return figure


def two_columns() -> Figure:
    """Draw column times column, as BP3 says it, and below it the same as a matrix product with W turned."""
    figure, axes = canvas(7.0, 4.6)
    top = 3.95
    for left, numbers, shade, name in (
        (1.5, ["2", "0.5"], BLUE, "column $s$\nof $W$"),
        (2.9, ["0.5", "−1"], ORANGE, "column $i$\nof $dZ$"),
        (4.3, ["1", "−0.5"], INK.card, "products"),
    ):
        matrix(axes, (left, top), [[n] for n in numbers], columns={0: shade}, width=0.7)
        axes.text(left + 0.35, top + 0.27, name, fontsize=10.5, **MIDDLE)
    for k in range(2):
        axes.text(1.3, top - LINE * (k + 0.5), f"reader {k + 1}", ha="right", va="center", fontsize=9.5, color=INK.grey)
    axes.text(2.55, top - LINE, "·", fontsize=18, **MIDDLE)
    axes.text(3.95, top - LINE, "=", fontsize=14, **MIDDLE)
    axes.text(5.25, top - LINE, "sum: 0.5", ha="left", va="center", fontsize=11, weight="bold")
    axes.text(0.3, 2.75, "the same as a product:", ha="left", va="center", fontsize=9.5, color=INK.grey)
    high = 2.1
    matrix(axes, (0.6, high), TURNED, rows={0: BLUE}, width=0.6)
    matrix(axes, (2.75, high), BLAME, columns={0: ORANGE}, width=0.62)
    matrix(axes, (4.95, high), COLLECTED, width=0.68)
    axes.add_patch(Rectangle((4.95, high - LINE), 0.68, LINE, facecolor=GREEN, edgecolor=INK.green, lw=2.6, zorder=1.5))
    for x, text in ((1.2, "$W^T$, (3, 2)"), (3.37, "$dZ$, (2, 2)"), (5.63, "$dA$, (3, 2)")):
        axes.text(x, high + 0.22, text, fontsize=11, **MIDDLE)
    axes.text(2.35, high - 0.6, "@", fontsize=14, **MIDDLE)
    axes.text(4.45, high - 0.6, "=", fontsize=14, **MIDDLE)
    arrow(axes, (0.65, 0.7), (1.75, 0.7), INK.blue)
    axes.text(1.2, 0.45, "readers run along the row …", fontsize=9.5, color=INK.blue, **MIDDLE)
    arrow(axes, (2.65, high), (2.65, high - 2 * LINE), INK.orange)
    axes.text(3.5, 0.95, "… and down the column", fontsize=9.5, color=INK.orange, **MIDDLE)
    return figure


def mazur() -> Figure:
    """Draw Mazur's h1, which feeds o1 and o2, with what comes back from each."""
    figure, axes = canvas(7.0, 2.6)
    start, readers = (1.6, 1.3), [(4.0, 2.0), (4.0, 0.6)]
    numbers = (("o_1", "0.40", "0.138498562", "0.055399425"), ("o_2", "0.50", "−0.038098237", "−0.019049118"))
    for at, (name, weight, blame, sent) in zip(readers, numbers, strict=True):
        _both_ways(axes, start, at, weight)
        node(axes, at, f"${name}$", INK.black)
        axes.text(4.45, at[1] + 0.15, f"$dZ$ = {blame}", ha="left", va="center", fontsize=10.5, color=INK.orange)
        axes.text(4.45, at[1] - 0.15, f"sends back {sent}", ha="left", va="center", fontsize=10.5)
    node(axes, start, "$h_1$", INK.blue)
    axes.text(1.15, 1.3, "together:\n?", ha="right", va="center", fontsize=11)
    return figure


def _both_ways(axes: Axes, start: Point, end: Point, weight: str) -> None:
    """Draw an edge with its weight, a solid arrow forward and a dashed one back."""
    run, rise = end[0] - start[0], end[1] - start[1]
    length = (run**2 + rise**2) ** 0.5
    along, across = (run / length, rise / length), (-0.07 * rise / length, 0.07 * run / length)
    near = (start[0] + 0.34 * along[0], start[1] + 0.34 * along[1])
    far = (end[0] - 0.34 * along[0], end[1] - 0.34 * along[1])
    up = [(x + across[0], y + across[1]) for x, y in (near, far)]
    down = [(x - across[0], y - across[1]) for x, y in (far, near)]
    arrow(axes, up[0], up[1], INK.blue)
    arrow(axes, down[0], down[1], INK.orange, "--")
    paper = {"facecolor": INK.card, "edgecolor": "none", "pad": 1.5}
    axes.text(start[0] + run / 2, start[1] + rise / 2, weight, fontsize=11, bbox=paper, zorder=2.5, **MIDDLE)
