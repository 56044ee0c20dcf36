"""Pictures of lesson 13: the circle of training, a walk downhill, step lengths, noise, an epoch, and digits."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Rectangle

from course.data import digits
from course.pictures import INK, canvas, paper
from course.pictures.drawing import BLUE, GREEN, MIDDLE, ORANGE, SMALL, Point, arrow, box

Array = np.ndarray
LOWEST, FLOOR = 3.0, 5.0  # the best w of the workshop, and its cost
EXAMPLES, EPOCHS, RATE = 32, 6, 0.13  # of `noise`


def cycle() -> Figure:
    """Forward, cost, backward and update, round and round, and which of them is the optimizer."""
    figure, axes = canvas(7.0, 3.5)
    for corner, width, colour, text in (
        ((0.25, 0.6), 4.2, INK.grey, "where are we, and how steep is it?"),
        ((5.1, 0.6), 1.65, INK.orange, "where do we go?"),
    ):
        axes.add_patch(
            FancyBboxPatch(
                corner,
                width,
                2.1,
                boxstyle="round,pad=0.05",
                facecolor="none",
                edgecolor=colour,
                linewidth=1.6,
                linestyle=(0, (5, 3)),
            )
        )
        axes.text(corner[0] + width / 2, 3.15, text, fontsize=11, color=colour, **MIDDLE)
    axes.text(5.85, 2.9, "optimizer", fontsize=9.5, color=INK.orange, **MIDDLE)
    axes.text(2.4, 2.9, "changes nothing", fontsize=9.5, color=INK.grey, **MIDDLE)
    high, low = 2.1, 1.0
    for at, text, colour, shade in (
        ((1.15, high), "forward", INK.blue, BLUE),
        ((3.55, high), "cost", INK.blue, BLUE),
        ((3.55, low), "backward", INK.blue, BLUE),
        ((5.92, low), "update", INK.orange, ORANGE),
    ):
        box(axes, at, text, colour, shade, 1.25)
    arrow(axes, (1.85, high), (2.85, high), INK.blue)
    axes.text(2.35, high + 0.17, "$A^{[L]}$", fontsize=11, **MIDDLE)
    arrow(axes, (3.55, high - 0.28), (3.55, low + 0.28), INK.blue)
    axes.text(3.67, 1.56, "$A^{[L]}, Y$", fontsize=11, ha="left", va="center")
    arrow(axes, (4.25, low), (5.22, low), INK.orange)
    axes.text(4.78, low + 0.2, "$dW, db$", fontsize=11, bbox={"facecolor": INK.card, "edgecolor": "none"}, **MIDDLE)
    axes.plot([5.92, 5.92, 1.15], [low - 0.27, 0.2, 0.2], color=INK.orange, linewidth=1.6)
    arrow(axes, (1.15, 0.2), (1.15, high - 0.28), INK.orange)
    axes.text(3.5, 0.2, "new $W, b$", fontsize=11, bbox={"facecolor": INK.card, "edgecolor": "none"}, **MIDDLE)
    axes.text(0.12, high, "$X$", fontsize=12, ha="right", va="center")
    arrow(axes, (0.15, high), (0.46, high), INK.blue)
    return figure


def downhill() -> Figure:
    """The first four steps in the valley of the workshop, with the slope at each dot."""
    figure, (axes,) = paper(7.0, 3.6)
    w = np.linspace(-0.35, 5.2, 300)
    axes.plot(w, _cost(w), color=INK.black)
    path = _walk(0.1, 4)
    for at, move in zip(path, np.diff(path), strict=False):
        slope, high = 4 * (at - LOWEST), FLOOR + 2 * (at - LOWEST) ** 2
        if at < 2:
            reach = np.array([-0.33, 0.33]) / np.sqrt(1 + (slope / 9) ** 2)
            axes.plot(at + reach, high + slope * reach, color=INK.orange, linewidth=2)
            text = f"slope {slope:.4g}".replace("-", "−")
            axes.text(at + 0.22, high + 0.9, text, color=INK.orange, ha="left", va="center")
        arrow(axes, (at, 2.6), (at + move, 2.6), INK.blue)
    for at in path:
        axes.plot([at, at], [2.3, FLOOR + 2 * (at - LOWEST) ** 2], color=INK.faint, linewidth=1.2, zorder=0)
    axes.plot(path, _cost(path), "o", color=INK.blue, markersize=7, zorder=3)
    axes.text(0.6, 1.3, "1.2", color=INK.blue, **MIDDLE)
    axes.text(1.56, 1.3, "0.72", color=INK.blue, **MIDDLE)
    axes.text(2.2, 1.3, "0.43", color=INK.blue, **MIDDLE)
    axes.plot([LOWEST], [FLOOR], marker="*", color=INK.green, markersize=14, zorder=3)
    axes.text(3.1, 3.7, "w = 3, J = 5", color=INK.green, ha="left", va="center")
    axes.set(
        xlim=(-0.4, 5.25), ylim=(0, 27), xlabel="w, price of an hour", ylabel="cost J(w)", yticks=[0, 5, 10, 15, 20, 25]
    )
    return figure


def rates() -> Figure:
    """The same valley with four learning rates."""
    figure, panels = paper(7.0, 2.7, columns=4)
    w = np.linspace(-6.0, 12.0, 300)
    for axes, eta, word in zip(
        panels, (0.01, 0.1, 0.4, 0.6), ("creeps", "converges", "oscillates", "diverges"), strict=True
    ):
        axes.plot(w, _cost(w), color=INK.grey, linewidth=1.4)
        path = _walk(eta, 5)
        axes.plot(path, _cost(path), "o-", color=INK.orange if eta > 0.5 else INK.blue, markersize=5, linewidth=1.2)
        axes.plot([LOWEST], [FLOOR], marker="*", color=INK.green, markersize=11, zorder=1)
        axes.set(xlim=(-4.2, 10.2), ylim=(0, 82), xticks=[0, 3, 6], yticks=[], xlabel="w")
        axes.set_title(f"η = {eta}\n{word}", fontsize=11)
    panels[0].set_ylabel("cost J(w)")
    return figure


def noise() -> Figure:
    """Six epochs with all, eight and one example a step, on the map of the same cost."""
    figure, panels = paper(7.0, 3.1, columns=3)
    rng = np.random.default_rng(4)
    X = rng.normal(size=(2, EXAMPLES)) * np.array([[1.5], [0.9]])
    y = np.array([[1.0, 1.0]]) @ X + 0.8 * rng.normal(size=(1, EXAMPLES))
    best = np.linalg.lstsq(X.T, y.T, rcond=None)[0].T
    across, up = np.meshgrid(np.linspace(-1.9, 2.4, 80), np.linspace(-1.9, 2.1, 80))
    heights = np.mean((across[..., None] * X[0] + up[..., None] * X[1] - y[0]) ** 2, axis=-1) / 2
    for axes, size, title in zip(panels, (EXAMPLES, 8, 1), ("batch", "mini-batches of 8", "one example"), strict=True):
        axes.contour(
            across, up, heights, levels=[0.4, 0.7, 1.3, 2.3, 4.0, 6.5], colors=INK.faint, linewidths=1.2, zorder=0
        )
        W, path = np.array([[-1.5, -1.5]]), []
        path.append(W[0])
        for _ in range(EPOCHS):
            order = rng.permutation(EXAMPLES)
            for first in range(0, EXAMPLES, size):
                part = order[first : first + size]
                W = W - RATE * (W @ X[:, part] - y[:, part]) @ X[:, part].T / len(part)
                path.append(W[0])
        spots = np.array(path)
        axes.plot(spots[:, 0], spots[:, 1], ".-", color=INK.blue, markersize=7 if size > 1 else 3, linewidth=1.0)
        axes.plot(*spots[0], "s", color=INK.black, markersize=6)
        axes.plot(*spots[-1], "o", color=INK.orange, markersize=7, markeredgecolor=INK.card)
        axes.plot(*best[0], "x", color=INK.black, markersize=9, markeredgewidth=2.2)
        axes.set(xticks=[], yticks=[], xlabel="$w_1$", aspect="equal")
        axes.set_title(f"{title}\n{len(spots) - 1} steps", fontsize=11)
    panels[0].set_ylabel("$w_2$")
    panels[0].text(-1.6, -1.15, "start", fontsize=9.5, ha="left", va="center")
    panels[0].text(1.05, 1.5, "lowest", fontsize=9.5, **MIDDLE)
    return figure


def epoch() -> Figure:
    """Ten examples with their labels: in order, shuffled, and cut into batches of four, four and two."""
    figure, axes = canvas(7.0, 4.0)
    order = (3, 8, 1, 7, 10, 5, 2, 6, 4, 9)
    for top, numbers, text, cut in (
        (3.75, tuple(range(1, 11)), "as in the file", 0),
        (2.45, order, "shuffled", 0),
        (1.15, order, "cut", 4),
    ):
        axes.text(0.05, top - 0.42, text, ha="left", va="center", fontsize=11)
        for place, number in enumerate(numbers):
            x = 1.35 + 0.5 * place + (0.2 * (place // cut) if cut else 0)
            _example(axes, (x, top), number)
    for x, text in ((2.35, "batch 1"), (4.55, "batch 2"), (6.25, "batch 3")):
        axes.text(x, 0.1, text, **SMALL)
    axes.text(1.17, 3.53, "$X$", fontsize=11, **MIDDLE)
    axes.text(1.17, 3.08, "$Y$", fontsize=11, **MIDDLE)
    return figure


def images() -> Figure:
    """One digit with its pixels as numbers and as a column, and two of each digit."""
    X, Y, _, _ = digits.load()
    kinds = Y.argmax(axis=0)
    figure, axes = canvas(7.0, 3.3)
    axes.set_ylim(0.4, 3.7)
    first = int(np.flatnonzero(kinds == 2)[0])
    size, left, top = 0.31, 0.1, 3.2
    _image(axes, X[:, first], (left, top), size, numbers=True)
    axes.text(left + 4 * size, 3.45, "8 × 8 pixels", **SMALL)
    arrow(axes, (left + 8 * size + 0.08, 1.96), (3.0, 1.96), INK.grey)
    column = [_sixteenths(value) for value in X[:5, first]] + ["⋮"] + [_sixteenths(X[63, first])]
    for row, text in enumerate(column):
        corner = (3.1, top - 0.36 * (row + 1))
        axes.add_patch(Rectangle(corner, 0.66, 0.36, facecolor=GREEN, edgecolor=INK.grey, linewidth=0.9))
        axes.text(corner[0] + 0.33, corner[1] + 0.18, text, fontsize=9.5, **MIDDLE)
    axes.text(3.43, 3.45, "$x$, 64 numbers", **SMALL)
    for kind in range(10):
        for copy, which in enumerate(np.flatnonzero(kinds == kind)[[3, 17]]):
            corner = (4.35 + 0.54 * (kind % 5), 3.2 - 1.42 * (kind // 5) - 0.56 * copy)
            _image(axes, X[:, int(which)], corner, 0.06)
        axes.text(4.35 + 0.54 * (kind % 5) + 0.24, 1.98 - 1.42 * (kind // 5), str(kind), **SMALL)
    axes.text(5.67, 3.45, "two of each", **SMALL)
    return figure


def _cost(w: Array) -> Array:
    """Return the cost of the workshop, 2 (w − 3)² + 5."""
    return 2 * (w - LOWEST) ** 2 + FLOOR


def _walk(eta: float, steps: int) -> Array:
    """Return w after 0, 1, …, `steps` steps from w = 0."""
    return LOWEST - LOWEST * (1 - 4 * eta) ** np.arange(steps + 1)


def _example(axes: Axes, at: Point, number: int) -> None:
    """Draw an example's column, two entries of X over its label, with its number in both; example 7 is shaded."""
    shade = BLUE if number == 7 else INK.card
    for low, height, text, colour in ((0.44, 0.44, number, INK.blue), (0.84, 0.34, number, INK.orange)):
        axes.add_patch(
            Rectangle(
                (at[0], at[1] - low),
                0.44,
                height,
                facecolor=shade,
                edgecolor=colour,
                linewidth=2.6 if number == 7 else 1.2,
            )
        )
        axes.text(at[0] + 0.22, at[1] - low + height / 2, str(text), fontsize=10.5, color=colour, **MIDDLE)


def _image(axes: Axes, pixels: Array, at: Point, size: float, numbers: bool = False) -> None:
    """Draw 64 pixels, row by row, as squares of `size` whose upper left corner is `at`."""
    for place, value in enumerate(pixels):
        row, column = divmod(place, 8)
        corner = (at[0] + size * column, at[1] - size * (row + 1))
        shade = str(round(1 - float(value), 3))
        axes.add_patch(
            Rectangle(corner, size, size, facecolor=shade, edgecolor=INK.grey if numbers else "none", linewidth=0.5)
        )
        if numbers:
            ink = INK.card if value > 0.5 else INK.black
            axes.text(
                corner[0] + size / 2, corner[1] + size / 2, f"{value * 16:.0f}", fontsize=8.5, color=ink, **MIDDLE
            )
    if not numbers:
        axes.add_patch(
            Rectangle(
                (at[0], at[1] - 8 * size), 8 * size, 8 * size, facecolor="none", edgecolor=INK.faint, linewidth=0.8
            )
        )


def _sixteenths(value: float) -> str:
    return f"{value:.4g}"
