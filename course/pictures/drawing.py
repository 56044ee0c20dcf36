"""What the pictures of lessons 06 to 09 are drawn with: matrices, nodes, boxes and arrows, and the shades of what flows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, FancyBboxPatch, Rectangle

from course.pictures import INK, canvas

Point = tuple[float, float]
SMALL: dict[str, Any] = {"fontsize": 9.5, "color": INK.grey, "ha": "center", "va": "center"}
MIDDLE: dict[str, Any] = {"ha": "center", "va": "center"}
ORANGE, BLUE, GREEN = "#FBE3D2", "#CFE6F5", "#DDF0E7"  # shades of what is sent back, what came in, what comes out
CELL, LINE = 0.5, 0.4  # width and height of an entry of a matrix
FORWARD, BACK = 2.75, 1.45  # heights of the two rows of `order`


def order(axes: Axes, *lit: str) -> None:
    """Draw the order of computation, 7 by 3.5 inches, forward above and back below; boxes named in `lit` are shaded."""
    for x, name in ((0.8, "$A^{[l-1]}$"), (2.9, "$Z^{[l]}$"), (4.7, "$A^{[l]}$")):
        box(axes, (x, FORWARD), name, INK.blue, BLUE if name in lit else INK.card)
    axes.text(5.65, FORWARD, "· · ·", fontsize=13, color=INK.blue, **MIDDLE)
    box(axes, (6.5, FORWARD), "$J$", INK.blue, INK.card, 0.5)
    for left, right in ((1.22, 2.48), (3.32, 4.28), (5.12, 5.42), (5.9, 6.22)):
        arrow(axes, (left, FORWARD), (right, FORWARD), INK.blue)
    axes.text(1.85, FORWARD + 0.16, "$W^{[l]}, b^{[l]}$", fontsize=11, **MIDDLE)
    axes.text(3.8, FORWARD + 0.16, "$g^{[l]}$", fontsize=11, **MIDDLE)
    axes.text(0.1, 3.35, "forward: computed and kept", ha="left", va="center", fontsize=9.5, color=INK.blue)
    for x, name in ((2.9, "$dZ^{[l]}$"), (4.7, "$dA^{[l]}$")):
        box(axes, (x, BACK), name, INK.orange, ORANGE if name in lit else INK.card)
    axes.text(5.65, BACK, "· · ·", fontsize=13, color=INK.orange, **MIDDLE)
    arrow(axes, (6.5, FORWARD - 0.28), (5.95, BACK + 0.08), INK.orange)
    for right, left in ((5.4, 5.12), (4.28, 3.32)):
        arrow(axes, (right, BACK), (left, BACK), INK.orange)
    axes.text(5.6, 0.85, "back: slopes, lessons 08 and 09", fontsize=9.5, color=INK.orange, **MIDDLE)


def paths_to_the_cost(name: str, caption: str, heading: str, first: Sequence[str]) -> Figure:
    """Draw one parameter of layer 2, its paths through four sums and four losses to the cost, and the slope of each step."""
    figure, axes = canvas(7.0, 3.9)
    rows = (3.1, 2.25, 1.4, 0.55)
    blame = ("−0.1192", "0.9526", "−0.5", "−0.0474")
    start, cost = (0.5, 1.82), (6.5, 1.82)
    for i, (y, a, dz) in enumerate(zip(rows, first, blame, strict=True)):
        style = "--" if a == "0" else "-"
        link(axes, start, (2.5, y), a, INK.blue, style)
        link(axes, (2.5, y), (4.7, y), dz, INK.orange, style)
        link(axes, (4.7, y), cost, "¼", INK.grey, style)
        node(axes, (2.5, y), f"$Z_{{1{i + 1}}}$", INK.blue)
        node(axes, (4.7, y), f"$L^{{({i + 1})}}$", INK.orange)
    node(axes, start, name, INK.black)
    node(axes, cost, "$J$", INK.black)
    axes.text(0.5, 1.37, caption, **SMALL)
    axes.text(6.5, 1.37, "one cost", **SMALL)
    for x, text in ((1.5, heading), (3.6, "$dZ$"), (5.65, "average")):
        axes.text(x, 3.7, text, **SMALL)
    axes.text(2.5, 3.7, "sums", **SMALL)
    axes.text(4.7, 3.7, "losses", **SMALL)
    return figure


def short(value: float) -> str:
    """Return a number in at most five characters, with a true minus."""
    return "0" if abs(value) < 5e-4 else f"{value:.2f}".rstrip("0").rstrip(".").replace("-", "−")


def frame(axes: Axes, at: Point, width: float) -> None:
    """Frame one entry of a matrix whose upper left corner is `at`."""
    axes.add_patch(
        Rectangle((at[0], at[1] - LINE), width, LINE, facecolor="none", edgecolor=INK.black, lw=2.4, zorder=5)
    )


def box(axes: Axes, at: Point, text: str, colour: str, shade: str, width: float = 0.8) -> None:
    """Draw a rounded box with a name in it."""
    axes.add_patch(
        FancyBboxPatch(
            (at[0] - width / 2, at[1] - 0.22),
            width,
            0.44,
            boxstyle="round,pad=0.02",
            facecolor=shade,
            edgecolor=colour,
            linewidth=1.8,
        )
    )
    axes.text(*at, text, fontsize=13, **MIDDLE)


def node(axes: Axes, at: Point, text: str, colour: str) -> None:
    """Draw a circle with a name in it."""
    axes.add_patch(Circle(at, 0.3, facecolor=INK.card, edgecolor=colour, lw=2.2, zorder=3))
    axes.text(*at, text, fontsize=12.5, zorder=4, **MIDDLE)


def link(axes: Axes, start: Point, end: Point, text: str, colour: str, style: str) -> None:
    """Draw an arrow from node to node, with its slope in the middle."""
    run, rise = end[0] - start[0], end[1] - start[1]
    gap = 0.33 / float(np.hypot(run, rise))
    arrow(
        axes,
        (start[0] + gap * run, start[1] + gap * rise),
        (end[0] - gap * run, end[1] - gap * rise),
        colour,
        style,
    )
    paper = {"facecolor": INK.card, "edgecolor": "none", "pad": 1.5}
    axes.text(start[0] + run / 2, start[1] + rise / 2, text, fontsize=11, bbox=paper, zorder=2.5, **MIDDLE)


def arrow(axes: Axes, start: Point, end: Point, colour: str, style: str = "-") -> None:
    """Draw an arrow."""
    axes.add_patch(
        FancyArrowPatch(
            start, end, arrowstyle="-|>", mutation_scale=12, color=colour, lw=1.6, ls=style, shrinkA=0, shrinkB=0
        )
    )


def matrix(
    axes: Axes,
    at: Point,
    numbers: Sequence[Sequence[str]],
    rows: dict[int, str] | None = None,
    columns: dict[int, str] | None = None,
    grey: Sequence[int] = (),
    width: float = CELL,
    size: float = 10.5,
) -> None:
    """Draw numbers in a grid whose upper left corner is `at`; some rows or columns shaded, some rows in grey."""
    for r, row in enumerate(numbers):
        for c, number in enumerate(row):
            corner = (at[0] + width * c, at[1] - LINE * (r + 1))
            shade = (rows or {}).get(r) or (columns or {}).get(c) or INK.card
            axes.add_patch(Rectangle(corner, width, LINE, facecolor=shade, edgecolor=INK.grey, linewidth=0.9, zorder=1))
            colour = INK.grey if r in grey else INK.black
            axes.text(
                corner[0] + width / 2, corner[1] + LINE / 2, number, fontsize=size, color=colour, zorder=2, **MIDDLE
            )
