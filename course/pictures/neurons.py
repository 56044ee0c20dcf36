"""Pictures of lesson 01: the greenhouse neuron, its line, the gates, XOR and the shapes of a layer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, Rectangle

from course.pictures import INK, canvas, paper

FIRES = "#D6E9F5"  # the side of a line where the neuron fires
CORNERS = ((0, 0), (0, 1), (1, 0), (1, 1))
SMALL: dict[str, Any] = {"fontsize": 9.5, "color": INK.grey}


def anatomy() -> Figure:
    """Draw one neuron from inputs to activation, symbols above and one example's numbers below."""
    figure, axes = canvas(7.0, 2.9)
    for y, name, number, weight in ((2.25, "$x_1$", "1.5", "$w_1 = 2$"), (0.95, "$x_2$", "0.5", "$w_2 = -1$")):
        _node(axes, 0.75, y, name, INK.sky)
        axes.text(0.3, y, number, ha="right", va="center", color=INK.blue)
        _arrow(axes, (1.03, y), (2.72, 1.6 + 0.13 * (1 if y > 1.6 else -1)))
        axes.text(1.72, y + (0.02 if y > 1.6 else -0.02), weight, ha="left", va="bottom" if y > 1.6 else "top")
    _node(axes, 3.05, 1.6, r"$\Sigma$", INK.yellow, radius=0.36)
    axes.text(3.05, 0.55, "$b = -1$", ha="center", va="top")
    _arrow(axes, (3.05, 0.6), (3.05, 1.22))
    _arrow(axes, (3.43, 1.6), (4.78, 1.6))
    axes.text(4.08, 1.7, "$z$", ha="center", va="bottom")
    axes.text(4.08, 1.5, "1.5", ha="center", va="top", color=INK.blue)
    box = FancyBboxPatch(
        (4.82, 1.3), 0.66, 0.6, boxstyle="round,pad=0.02", facecolor="#FBE3D2", edgecolor=INK.black, lw=1.4
    )
    axes.add_patch(box)
    axes.text(5.15, 1.6, "$g$", ha="center", va="center", fontsize=14)
    _arrow(axes, (5.52, 1.6), (6.5, 1.6))
    axes.text(6.03, 1.7, "$a$", ha="center", va="bottom")
    axes.text(6.03, 1.5, "1", ha="center", va="top", color=INK.blue)
    for x, word in (
        (0.75, "inputs"),
        (1.95, "weights"),
        (3.05, "weighted sum"),
        (5.15, "activation\nfunction"),
        (6.4, "activation"),
    ):
        axes.text(x, 2.86, word, ha="center", va="top", **SMALL)
    axes.text(3.05, 0.12, "bias", ha="center", va="center", **SMALL)
    axes.text(
        3.85, 0.72, "2 · 1.5 + (−1) · 0.5 + (−1) = 1.5\n1.5 is above zero: fire", ha="left", va="center", color=INK.blue
    )
    return figure


def firing() -> Figure:
    """Draw the step function: 0 up to and at z = 0, 1 above."""
    figure, (axes,) = paper(6.2, 2.5)
    axes.plot([-3, 0], [0, 0], color=INK.orange)
    axes.plot([0, 3], [1, 1], color=INK.blue)
    axes.plot(0, 1, "o", ms=8, mfc=INK.card, mec=INK.blue, mew=2)
    axes.plot(0, 0, "o", ms=8, color=INK.orange, zorder=3)
    axes.text(-1.6, 0.08, "quiet: 0", ha="center", va="bottom", color=INK.orange)
    axes.text(1.6, 0.92, "fires: 1", ha="center", va="top", color=INK.blue)
    axes.text(0.12, 0.08, "z = 0 itself is quiet", ha="left", va="bottom", fontsize=10, color=INK.grey)
    axes.set(xlabel="weighted sum  z", ylabel="activation  a", ylim=(-0.15, 1.15), xlim=(-3, 3), yticks=[0, 1])
    return figure


def decision_line() -> Figure:
    """Draw the plane of warmth and wind, cut by the line where z = 0, with four moments and the weight arrow."""
    figure, (axes,) = paper(5.4, 4.6)
    axes.fill([0.0, 2.0, 4.0, 4.0], [-1.0, 3.0, 3.0, -1.0], color=FIRES, lw=0)
    axes.plot([0.0, 2.0], [-1.0, 3.0], color=INK.black)
    for (x, y), z, (dx, dy), where in (
        ((1.5, 0.5), "z = 1.5", (0.11, -0.01), "left"),
        ((1.5, 2.5), "z = −0.5", (-0.08, 0.0), "right"),
        ((0.0, 0.0), "z = −1", (-0.15, 0.17), "left"),
        ((1.0, 1.0), "z = 0", (-0.08, 0.08), "right"),
    ):
        fires = z == "z = 1.5"
        axes.plot(
            x,
            y,
            "s" if fires else "o",
            ms=10,
            mfc=INK.blue if fires else INK.card,
            mec=INK.blue if fires else INK.orange,
            mew=1.6,
            zorder=4,
        )
        axes.text(x + dx, y + dy, z, ha=where, va="center", fontsize=11, zorder=5)
    axes.annotate(
        "", (2.0, 1.5), (1.4, 1.8), arrowprops={"arrowstyle": "-|>", "lw": 2, "color": INK.black, "shrinkA": 0}
    )
    axes.text(2.05, 1.45, "w = (2, −1)", va="center")
    axes.text(2.75, -0.32, "fires: open the window", ha="right", va="bottom")
    axes.text(-0.15, 2.72, "quiet: keep it shut", ha="left", va="top")
    axes.text(1.05, 1.6, "$2x_1 - x_2 - 1 = 0$", ha="right", va="center")
    axes.set(xlim=(-0.3, 2.8), ylim=(-0.4, 2.8), xlabel="warmth  $x_1$", ylabel="wind  $x_2$", aspect="equal")
    return figure


def one_column_each() -> Figure:
    """Draw a row of weights times a matrix with one example a column: a row of sums comes out."""
    figure, axes = canvas(7.0, 2.5)
    _matrix(axes, 0.1, 1.1, [["2", "−1"]], ["#CFE6F5"], cell=0.5)
    _matrix(axes, 1.8, 0.86, [["1.5", "1.5", "0", "1"], ["0.5", "2.5", "0", "1"]], columns={1: "#FBE3D2"}, cell=0.5)
    _matrix(axes, 4.9, 1.1, [["1.5", "−0.5", "−1", "0"]], columns={1: "#FBE3D2"}, cell=0.5)
    axes.text(1.45, 1.33, "@", ha="center", va="center", fontsize=14)
    axes.text(4.35, 1.33, "+ (−1)  =", ha="center", va="center", fontsize=12)
    for x, text in ((0.6, "w\n(2,)"), (2.8, "X\n(2, 4)"), (4.25, "b\nnumber"), (5.9, "z\n(4,)")):
        axes.text(x, 2.45, text, ha="center", va="top", fontsize=10.5)
    for left in (1.8, 4.9):
        for i in range(4):
            axes.text(left + 0.25 + 0.5 * i, 0.82 if left < 2 else 1.06, str(i + 1), ha="center", va="top", **SMALL)
    axes.text(1.75, 0.72, "example", ha="right", va="center", **SMALL)
    axes.text(3.5, 0.28, "example 2:  2 · 1.5 + (−1) · 2.5 + (−1) = −0.5", ha="center", va="center", fontsize=10.5)
    return figure


def gate_corners() -> Figure:
    """Draw the corners of the unit square where AND, OR and NAND should fire, without any line."""
    figure, panels = paper(7.0, 2.6, columns=3)
    for axes, name, fires in zip(panels, ("AND", "OR", "NAND"), ((3,), (1, 2, 3), (0, 1, 2)), strict=True):
        _square(axes, fires)
        axes.set_title(name, fontsize=12)
    return figure


def xor_corners() -> Figure:
    """Draw three lines that try to part the XOR corners; each leaves a corner on the wrong side."""
    figure, panels = paper(7.0, 2.75, columns=3)
    attempts = (
        ([-0.4, 0.9], [0.9, -0.4], (1, 1), "(1, 1) fires"),
        ([0.1, 1.4], [1.4, 0.1], (0, 0), "(0, 0) fires"),
        ([0.5, 0.5], [-0.4, 1.4], (1, 1), "(1, 1) fires,\n(0, 1) is quiet"),
    )
    shades = (
        ([-0.4, 0.9, 1.4, 1.4, -0.4], [0.9, -0.4, -0.4, 1.4, 1.4]),
        ([-0.4, 1.4, 1.4, 0.1, -0.4], [-0.4, -0.4, 0.1, 1.4, 1.4]),
        ([0.5, 1.4, 1.4, 0.5], [-0.4, -0.4, 1.4, 1.4]),
    )
    for axes, (xs, ys, bad, text), (sx, sy) in zip(panels, attempts, shades, strict=True):
        axes.fill(sx, sy, color=FIRES, lw=0)
        axes.plot(xs, ys, color=INK.black)
        _square(axes, (1, 2))
        wrong = [bad] if len(text) < 15 else [bad, (0, 1)]
        for x, y in wrong:
            axes.plot(x, y, "x", ms=22, mew=2.5, color=INK.black, zorder=6)
        axes.set_title("wrong: " + text, fontsize=10)
    return figure


def xor_network() -> Figure:
    """Draw two inputs that feed OR and NAND, which both feed AND."""
    figure, axes = canvas(6.4, 2.7)
    for y0, name in ((1.9, "$x_1$"), (0.7, "$x_2$")):
        _node(axes, 0.8, y0, name, INK.sky)
        for y1 in (1.9, 0.7):
            _arrow(axes, (1.1, y0 + 0.12 * _sign(y1 - y0)), (2.53, y1 - 0.16 * _sign(y1 - y0)))
    for y, name in ((1.9, "OR"), (0.7, "NAND")):
        _node(axes, 2.95, y, name, INK.yellow, radius=0.4, size=10.5)
        _arrow(axes, (3.37, y - 0.1 * _sign(y - 1.3)), (4.7, 1.3 + 0.13 * _sign(y - 1.3)))
    axes.text(4.0, 1.83, "$h_1$", ha="center", va="bottom")
    axes.text(4.0, 0.77, "$h_2$", ha="center", va="top")
    _node(axes, 5.1, 1.3, "AND", INK.yellow, radius=0.4, size=10.5)
    _arrow(axes, (5.52, 1.3), (6.1, 1.3))
    axes.text(5.85, 1.4, "XOR", ha="center", va="bottom")
    for x, word in ((0.8, "inputs"), (2.95, "first layer"), (5.1, "second layer")):
        axes.text(x, 2.65, word, ha="center", va="top", fontsize=10, color=INK.grey)
    return figure


def xor_folded() -> Figure:
    """Draw the four corners before and after the first layer; after it one line parts them."""
    figure, (before, after) = paper(7.0, 3.3, columns=2)
    _square(before, (1, 2))
    before.set_title("what the first layer reads", fontsize=11)
    before.set(xlabel="$x_1$", ylabel="$x_2$")
    after.fill([0.1, 1.4, 1.4], [1.4, 1.4, 0.1], color=FIRES, lw=0)
    after.plot([0.1, 1.4], [1.4, 0.1], color=INK.black)
    after.set(
        xlim=(-0.4, 1.4),
        ylim=(-0.4, 1.4),
        xticks=[0, 1],
        yticks=[0, 1],
        aspect="equal",
        xlabel="$h_1$ = OR",
        ylabel="$h_2$ = NAND",
    )
    after.set_title("what the second layer reads", fontsize=11)
    for (x, y), text, fires, where in (
        ((0, 1), "from (0, 0)", False, (0.0, 0.84)),
        ((1, 0), "from (1, 1)", False, (0.86, -0.16)),
        ((1, 1), "from (0, 1)\nand (1, 0)", True, (0.97, 1.22)),
    ):
        _corner(after, x, y, fires)
        after.text(*where, text, ha="center", va="center", fontsize=9.5)
    return figure


def stack() -> Figure:
    """Draw three neurons that read the same two inputs, beside the matrix whose rows are their weights."""
    figure, axes = canvas(7.0, 3.1)
    names = (("window", 2.35, INK.blue, "-"), ("heater", 1.45, INK.orange, "--"), ("shutter", 0.55, INK.green, ":"))
    for y0 in (2.0, 0.9):
        for _, y1, colour, style in names:
            axes.plot([0.83, 2.02], [y0, y1], color=colour, ls=style, lw=1.8, zorder=1)
    for y0, name, word in ((2.0, "$x_1$", "warmth"), (0.9, "$x_2$", "wind")):
        _node(axes, 0.55, y0, name, INK.sky, radius=0.27)
        axes.text(0.55, y0 - 0.33, word, ha="center", va="top", **SMALL)
    for name, y, colour, style in names:
        axes.add_patch(Circle((2.3, y), 0.28, facecolor=INK.card, edgecolor=colour, lw=2, ls=style, zorder=2))
        axes.text(2.66, y, name, ha="left", va="center", color=INK.black, fontsize=10.5)
    for row, (_, y, colour, style) in enumerate(names):
        axes.text(2.3, y, str(row + 1), ha="center", va="center", zorder=3)
        axes.plot([3.4, 3.98], [y, y], color=colour, ls=style, lw=1.4)
    rows = [["2", "−1"], ["−2", "0.5"], ["0", "1"]]
    for row, (_, y, colour, style) in enumerate(names):
        _row(axes, 4.05, y, rows[row], colour, style)
        _row(axes, 5.95, y, [("−1", "1", "−2")[row]], colour, style)
    axes.text(4.65, 3.05, "W\nshape (3, 2)", ha="center", va="top", fontsize=10.5)
    axes.text(6.25, 3.05, "b\nshape (3, 1)", ha="center", va="top", fontsize=10.5)
    axes.text(4.35, 0.2, "from $x_1$", ha="center", va="top", **SMALL)
    axes.text(4.97, 0.2, "from $x_2$", ha="center", va="top", **SMALL)
    return figure


def layer_product() -> Figure:
    """Draw W times X plus b with all numbers; one row, one column and the entry where they meet are marked."""
    figure, axes = canvas(7.0, 2.75)
    _matrix(axes, 0.1, 0.7, [["2", "−1"], ["−2", "0.5"], ["0", "1"]], ["", "#CFE6F5", ""], cell=0.52)
    _matrix(axes, 1.5, 0.93, [["1.5", "1.5", "0", "1"], ["0.5", "2.5", "0", "1"]], columns={3: "#FBE3D2"}, cell=0.5)
    _matrix(axes, 3.9, 0.7, [["−1"], ["1"], ["−2"]], ["", "#CFE6F5", ""], cell=0.5)
    numbers = [["1.5", "−0.5", "−1", "0"], ["−1.75", "−0.75", "1", "−0.5"], ["−1.5", "0.5", "−2", "−1"]]
    _matrix(axes, 4.75, 0.7, numbers, cell=0.55, marks={(1, 3): "#E2E2E2"})
    for x, sign in ((1.32, "@"), (3.7, "+"), (4.57, "=")):
        axes.text(x, 1.4, sign, ha="center", va="center", fontsize=13)
    for x, text in ((0.62, "W\n(3, 2)"), (2.5, "X\n(2, 4)"), (4.15, "b\n(3, 1)"), (5.85, "Z\n(3, 4)")):
        axes.text(x, 2.72, text, ha="center", va="top", fontsize=10.5)
    axes.text(
        3.5,
        0.28,
        "row 2 of W meets column 4 of X:  (−2) · 1 + 0.5 · 1 + 1 = −0.5",
        ha="center",
        va="center",
        fontsize=10.5,
    )
    return figure


def _sign(x: float) -> int:
    return (x > 0) - (x < 0)


def _node(axes: Axes, x: float, y: float, text: str, colour: str, radius: float = 0.28, size: float = 13) -> None:
    axes.add_patch(Circle((x, y), radius, facecolor=INK.card, edgecolor=colour, lw=2.4, zorder=2))
    axes.text(x, y, text, ha="center", va="center", fontsize=size, zorder=3)


def _arrow(axes: Axes, start: tuple[float, float], end: tuple[float, float]) -> None:
    axes.annotate(
        "", end, start, arrowprops={"arrowstyle": "-|>", "lw": 1.5, "color": INK.black, "shrinkA": 0, "shrinkB": 0}
    )


def _matrix(
    axes: Axes,
    x: float,
    y: float,
    numbers: Sequence[Sequence[str]],
    rows: Sequence[str] = (),
    columns: dict[int, str] | None = None,
    marks: dict[tuple[int, int], str] | None = None,
    cell: float = 0.55,
) -> None:
    """Draw numbers in a grid with its lower left corner at (x, y); rows, columns and single cells can be shaded."""
    height = 0.47
    for r, row in enumerate(numbers):
        for c, number in enumerate(row):
            shade = (marks or {}).get((r, c)) or (columns or {}).get(c) or (rows[r] if rows else "") or INK.card
            corner = (x + c * cell, y + (len(numbers) - 1 - r) * height)
            axes.add_patch(Rectangle(corner, cell, height, facecolor=shade, edgecolor=INK.grey, lw=0.9))
            axes.text(corner[0] + cell / 2, corner[1] + height / 2, number, ha="center", va="center", fontsize=11)


def _row(axes: Axes, x: float, y: float, numbers: Sequence[str], colour: str, style: str) -> None:
    """Draw one row of a matrix, framed as its neuron is."""
    axes.add_patch(
        Rectangle((x, y - 0.24), 0.6 * len(numbers), 0.48, facecolor=INK.card, edgecolor=colour, lw=1.8, ls=style)
    )
    for c, number in enumerate(numbers):
        axes.text(x + 0.6 * c + 0.3, y, number, ha="center", va="center", fontsize=12)


def _corner(axes: Axes, x: float, y: float, fires: bool) -> None:
    marker = "s" if fires else "o"
    axes.plot(
        x,
        y,
        marker,
        ms=13,
        mfc=INK.blue if fires else INK.card,
        mec=INK.blue if fires else INK.orange,
        mew=1.8,
        zorder=4,
    )


def _square(axes: Axes, fires: Sequence[int]) -> None:
    """Draw the four corners of the unit square: filled squares fire, open circles are quiet."""
    for i, (x, y) in enumerate(CORNERS):
        _corner(axes, x, y, i in fires)
    axes.set(
        xlim=(-0.4, 1.4), ylim=(-0.4, 1.4), xticks=[0, 1], yticks=[0, 1], aspect="equal", xlabel="$x_1$", ylabel="$x_2$"
    )
