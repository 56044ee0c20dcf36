"""Pictures of lesson 10: the order of computation, one example on the 2-3-1 network, paths, a turn of the loop, accumulation."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, FancyBboxPatch, Rectangle

from course.pictures import INK, canvas

Point = tuple[float, float]
SMALL: dict[str, Any] = {"fontsize": 9.5, "color": INK.grey}
DRAWER = "#FFF3D6"
EXAMPLES = ((INK.blue, "-"), (INK.orange, "--"), (INK.green, ":"), (INK.purple, "-."))  # examples 1 to 4


def order() -> Figure:
    """Draw the way forward filling two drawers, and the way back, where tags say what each step takes from them."""
    figure, axes = canvas(7.0, 4.3)
    top, drawers, back, results = 3.65, 2.68, 1.6, 0.42
    stations = (
        (0.5, "$X$"),
        (1.65, "$Z^{[1]}$"),
        (2.8, "$A^{[1]}$"),
        (3.95, "$Z^{[2]}$"),
        (5.1, "$A^{[2]}$"),
        (6.4, "loss"),
    )
    for (left, _), (right, _) in pairwise(stations):
        _arrow(axes, (left + 0.36, top), (right - 0.36, top), INK.blue)
    for x, name in stations:
        _box(axes, (x, top), name, DRAWER if name not in ("$A^{[2]}$", "loss") else INK.card, INK.blue)
    for left, right, name, inside in (
        (0.5, 1.65, "caches[0]", r"$X,\ Z^{[1]}$"),
        (2.8, 3.95, "caches[1]", r"$A^{[1]},\ Z^{[2]}$"),
    ):
        axes.add_patch(
            Rectangle(
                (left - 0.3, drawers - 0.2), right - left + 0.6, 0.4, facecolor=DRAWER, edgecolor=INK.yellow, lw=2
            )
        )
        axes.text((left + right) / 2 + 0.42, drawers, inside, ha="center", va="center", fontsize=11.5)
        axes.text(left - 0.2, drawers, name, ha="left", va="center", fontsize=9, family="monospace")
        for x in (left, right):
            _arrow(axes, (x, top - 0.27), (x, drawers + 0.24), INK.yellow, "--")
    chain = ((6.4, "loss"), (5.1, "$dA^{[2]}$"), (3.95, "$dZ^{[2]}$"), (2.8, "$dA^{[1]}$"), (1.65, "$dZ^{[1]}$"))
    _arrow(axes, (6.4, top - 0.27), (6.4, back), INK.orange, head=False)
    for (right, _), (left, _) in pairwise(chain):
        _arrow(axes, (right - (0.36 if right < 6 else 0.0), back), (left + 0.36, back), INK.orange)
    for x, name in chain[1:]:
        _box(axes, (x, back), name, INK.card, INK.orange)
    for x, name, tag, shade in (
        (4.525, "BP4", "$Z^{[2]}$", DRAWER),
        (3.375, "BP3", "$W^{[2]}$", "#E4E4E4"),
        (2.225, "BP4", "$Z^{[1]}$", DRAWER),
    ):
        axes.text(x, back - 0.12, name, ha="center", va="top", fontsize=8.5, color=INK.orange)
        _tag(axes, (x, back + 0.42), tag, shade)
        _arrow(axes, (x, back + 0.27), (x, back + 0.03), INK.grey)
    for x, layer, tag in ((3.95, 2, "$A^{[1]}$"), (1.65, 1, "$X$")):
        _arrow(axes, (x - 0.12, back - 0.26), (x - 0.35, results + 0.25), INK.orange)
        _arrow(axes, (x + 0.12, back - 0.26), (x + 0.45, results + 0.25), INK.orange)
        _box(axes, (x - 0.4, results), f"$dW^{{[{layer}]}}$", "#FBE3D2", INK.black)
        _box(axes, (x + 0.5, results), f"$db^{{[{layer}]}}$", "#FBE3D2", INK.black)
        _tag(axes, (x - 0.85, (back + results) / 2 - 0.02), tag, DRAWER)
        _arrow(axes, (x - 0.65, (back + results) / 2 - 0.02), (x - 0.29, (back + results) / 2 - 0.02), INK.grey)
        axes.text(x + 0.42, (back + results) / 2 + 0.03, "BP2", ha="left", va="center", fontsize=8.5, color=INK.orange)
        axes.text(x - 0.14, (back + results) / 2 - 0.02, "BP1", ha="left", va="center", fontsize=8.5, color=INK.orange)
    axes.text(0.2, 4.15, "forward", ha="left", va="center", fontsize=10.5, color=INK.blue)
    _arrow(axes, (1.0, 4.15), (6.7, 4.15), INK.blue)
    axes.text(6.3, 1.38, "back", ha="right", va="center", fontsize=10.5, color=INK.orange)
    axes.text(4.98, 0.55, "yellow: from a drawer\ngrey: a weight, as it was", ha="left", va="center", fontsize=9.5)
    return figure


def example_two() -> Figure:
    """Draw the running example on its second example: values above the neurons, what they hear below."""
    figure, axes = canvas(7.0, 4.1)
    inputs = ((0.5, 2.75), (0.5, 1.25))
    hidden = ((3.1, 3.45), (3.1, 2.0), (3.1, 0.55))
    last = (5.9, 2.0)
    values, slopes = ("0", "0", "1"), ("0", "0", "1")
    sums, blames, dz = ("−2", "−1", "1"), ("1.9051", "−0.9526", "0.9526"), ("0", "0", "0.9526")
    weights = ("2", "−1", "1")
    for r, end in enumerate(hidden):
        for start in inputs:
            _line(axes, start, end, INK.faint, "-", 1.4)
        heard = dz[r] != "0"
        _line(axes, end, last, INK.orange if heard else INK.grey, "-" if heard else ":", 2.4 if heard else 1.6)
        share = (0.55, 0.5, 0.55)[r]
        at = (end[0] + share * (last[0] - end[0]), end[1] + share * (last[1] - end[1]))
        text = f"{weights[r]} · 0.9526\n= {blames[r]}" if r < 2 else "1 · 0.9526\n= 0.9526"
        axes.text(*at, text, ha="center", va="center", fontsize=9.5, color=INK.orange, bbox=_blank(), zorder=2)
    for at, value in zip(inputs, ("0", "0"), strict=True):
        _node(axes, at, value, INK.grey)
    for r, at in enumerate(hidden):
        _node(axes, at, values[r], INK.blue)
        axes.text(at[0] - 0.4, at[1] + 0.17, f"z = {sums[r]}", ha="right", va="center", fontsize=9.5, bbox=_blank())
        text = f"slope {slopes[r]}: dz = {dz[r]}"
        axes.text(
            at[0] - 0.4, at[1] - 0.17, text, ha="right", va="center", fontsize=9.5, color=INK.orange, bbox=_blank()
        )
    _node(axes, last, "0.95", INK.blue)
    axes.text(last[0], last[1] + 0.42, "a = 0.9526, y = 0", ha="center", va="bottom", fontsize=9.5)
    axes.text(last[0], last[1] - 0.42, "dz = a − y\n= 0.9526", ha="center", va="top", fontsize=9.5, color=INK.orange)
    for x, text in ((inputs[0][0], "inputs"), (hidden[0][0] + 0.05, "relu"), (last[0], "sigmoid")):
        axes.text(x, 4.08, text, ha="center", va="top", **SMALL)
    return figure


def paths() -> Figure:
    """Draw the 27 paths from one neuron through three layers of three to the output, two of them thick, their shared end marked."""
    figure, axes = canvas(7.0, 3.1)
    rows = (2.45, 1.5, 0.55)
    columns = (2.1, 3.6, 5.1)
    start, end = (0.6, 1.5), (6.5, 1.5)
    layers = [[start], *[[(x, y) for y in rows] for x in columns], [end]]
    for before, after in pairwise(layers):
        for one in before:
            for other in after:
                _line(axes, one, other, INK.faint, "-", 1.2)
    first = [start, layers[1][0], layers[2][1], layers[3][2], end]
    second = [start, layers[1][2], layers[2][1], layers[3][2], end]
    for one, other in pairwise(first[:3]):
        _line(axes, one, other, INK.blue, "-", 2.6)
    for one, other in pairwise(second[:3]):
        _line(axes, one, other, INK.orange, "--", 2.6)
    for one, other in pairwise(first[2:]):
        _line(axes, one, other, INK.black, "-", 4.0)
    for layer in layers:
        for at in layer:
            _node(axes, at, "", INK.grey, radius=0.17)
    axes.text(6.15, 0.5, "shared part:\ncomputed once", ha="center", va="center", fontsize=9.5)
    for x, text in ((0.6, "one neuron\nof layer 1"), (2.1, "3"), (3.6, "· 3"), (5.1, "· 3"), (6.5, "output")):
        axes.text(x, 3.08, text, ha="center", va="top", fontsize=10, color=INK.grey)
    axes.text(0.2, 0.3, "3 · 3 · 3 = 27 paths", ha="left", va="center", fontsize=10.5)
    return figure


def turn() -> Figure:
    """Draw the lists params, caches and activations for three layers, and what the turn k = 2 reads."""
    figure, axes = canvas(7.0, 3.1)
    cells = (
        ("params", (("$W^{[1]}$", "$b^{[1]}$"), ("$W^{[2]}$", "$b^{[2]}$"), ("$W^{[3]}$", "$b^{[3]}$"))),
        ("caches", (("$X$", "$Z^{[1]}$"), ("$A^{[1]}$", "$Z^{[2]}$"), ("$A^{[2]}$", "$Z^{[3]}$"))),
        ("activations", (("$g^{[1]}$",), ("$g^{[2]}$",), ("$g^{[3]}$",))),
    )
    left, width, height = 1.5, 1.7, 0.5
    for r, (name, row) in enumerate(cells):
        y = 2.05 - 0.72 * r
        axes.text(left - 0.15, y, name, ha="right", va="center", fontsize=10.5, family="monospace")
        for c, texts in enumerate(row):
            axes.add_patch(
                Rectangle(
                    (left + width * c, y - height / 2), width, height, facecolor=INK.card, edgecolor=INK.grey, lw=1
                )
            )
            for text, aside in zip(texts, (-0.4, 0.4) if len(texts) == 2 else (0.0,), strict=True):
                axes.text(left + width * (c + 0.5) + aside, y, text, ha="center", va="center", fontsize=13)
    for c in range(3):
        axes.text(left + width * (c + 0.5), 2.45, f"k = {c}", ha="center", va="bottom", fontsize=10.5, color=INK.grey)
        axes.text(left + width * (c + 0.5), 2.75, f"layer {c + 1}", ha="center", va="bottom", **SMALL)
    x2, x1 = left + 2 * width, left + width
    for at, colour, style in (
        ((x2 + 0.45, 2.05), INK.blue, "-"),  # W3
        ((x2 + 0.45, 1.33), INK.blue, "-"),  # A2
        ((x1 + 1.25, 1.33), INK.orange, "--"),  # Z2
        ((x1 + 0.85, 0.61), INK.orange, "--"),  # g2
    ):
        axes.add_patch(
            FancyBboxPatch(
                (at[0] - 0.25, at[1] - 0.18),
                0.5,
                0.36,
                boxstyle="round,pad=0.02",
                fc="none",
                ec=colour,
                ls=style,
                lw=2.2,
            )
        )
    axes.text(x2 + width / 2, 0.17, "solid: BP1 and BP3", ha="center", va="center", fontsize=10, color=INK.blue)
    axes.text(x1 + width / 2, 0.17, "dashed: BP4", ha="center", va="center", fontsize=10, color=INK.orange)
    return figure


def accumulate() -> Figure:
    """Draw dW of layer 2 twice: as a sum of outer products over four examples, and as one matrix product."""
    figure, axes = canvas(7.4, 3.9)
    deltas = ("−0.1192", "0.9526", "−0.5", "−0.0474")
    inputs = (("2", "4", "0"), ("0", "0", "1"), ("0", "2", "0"), ("1", "1", "0"))
    products = (
        ("−0.2384", "−0.4768", "0"),
        ("0", "0", "0.9526"),
        ("0", "−1", "0"),
        ("−0.0474", "−0.0474", "0"),
    )
    total = ("−0.2858", "−1.5242", "0.9526")
    axes.text(1.75, 3.85, "one example at a time", ha="center", va="top", fontsize=10.5)
    axes.text(5.6, 3.85, "all at once", ha="center", va="top", fontsize=10.5)
    axes.plot([3.95, 3.95], [0.55, 3.8], color=INK.faint, lw=1.2)
    for i, (colour, style) in enumerate(EXAMPLES):
        y = 3.1 - 0.55 * i
        axes.text(0.1, y, f"{i + 1}", ha="center", va="center", **SMALL)
        _row(axes, (0.25, y), (deltas[i],), colour, style, 0.64)
        axes.text(0.97, y, "·", ha="center", va="center")
        _row(axes, (1.05, y), inputs[i], colour, style, 0.2)
        axes.text(1.75, y, "=", ha="center", va="center")
        _row(axes, (1.88, y), products[i], colour, style, 0.65)
    axes.plot([1.88, 3.83], [1.13, 1.13], color=INK.black, lw=1.2)
    axes.text(1.75, 0.85, r"$\Delta^{[2]}$ =", ha="right", va="center")
    _row(axes, (1.88, 0.85), total, INK.black, "-", 0.65)
    for i, (colour, style) in enumerate(EXAMPLES):
        _row(axes, (4.08 + 0.59 * i, 3.1), (deltas[i],), colour, style, 0.56, 8.3)
        _row(axes, (6.65, 3.1 - 0.42 * i), inputs[i], colour, style, 0.22)
    axes.text(6.54, 3.1, "@", ha="center", va="center", fontsize=10.5)
    axes.text(5.25, 3.35, "$dZ^{[2]}$", ha="center", va="bottom")
    axes.text(6.98, 3.35, "$A^{[1]T}$", ha="center", va="bottom")
    axes.text(4.85, 0.85, "=", ha="center", va="center")
    _row(axes, (5.0, 0.85), total, INK.black, "-", 0.65)
    axes.text(
        3.6,
        0.3,
        r"divided by $m = 4$:   $dW^{[2]}$ = (−0.0715, −0.3811, 0.2381)",
        ha="center",
        va="center",
        bbox=_blank(),
    )
    return figure


def _blank() -> dict[str, Any]:
    return {"facecolor": INK.card, "edgecolor": "none", "pad": 1.2}


def _box(axes: Axes, at: Point, text: str, shade: str, colour: str) -> None:
    axes.add_patch(
        FancyBboxPatch(
            (at[0] - 0.3, at[1] - 0.21), 0.6, 0.42, boxstyle="round,pad=0.02", facecolor=shade, edgecolor=colour, lw=1.5
        )
    )
    axes.text(*at, text, ha="center", va="center", fontsize=12)


def _tag(axes: Axes, at: Point, text: str, shade: str) -> None:
    axes.add_patch(Rectangle((at[0] - 0.2, at[1] - 0.15), 0.4, 0.3, facecolor=shade, edgecolor=INK.grey, lw=0.9))
    axes.text(*at, text, ha="center", va="center", fontsize=10)


def _node(axes: Axes, at: Point, text: str, colour: str, radius: float = 0.27) -> None:
    axes.add_patch(Circle(at, radius, facecolor=INK.card, edgecolor=colour, lw=2.0, zorder=3))
    axes.text(*at, text, ha="center", va="center", fontsize=11.5, zorder=4)


def _line(axes: Axes, start: Point, end: Point, colour: str, style: str, width: float) -> None:
    axes.plot(*np.transpose([start, end]), color=colour, ls=style, lw=width, zorder=1 if colour == INK.faint else 1.5)


def _arrow(axes: Axes, start: Point, end: Point, colour: str, style: str = "-", head: bool = True) -> None:
    axes.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>" if head else "-",
            mutation_scale=11,
            color=colour,
            lw=1.4,
            ls=style,
            shrinkA=0,
            shrinkB=0,
        )
    )


def _row(
    axes: Axes, at: Point, texts: tuple[str, ...], colour: str, style: str, cell: float, size: float = 9.0
) -> None:
    """Draw numbers in a frame; `at` is the middle of its left side."""
    x, y = at
    axes.add_patch(
        Rectangle((x, y - 0.17), cell * len(texts), 0.34, facecolor=INK.card, edgecolor=colour, lw=1.8, ls=style)
    )
    for c, text in enumerate(texts):
        axes.text(x + cell * (c + 0.5), y, text, ha="center", va="center", fontsize=size)
