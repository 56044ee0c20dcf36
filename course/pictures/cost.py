"""Pictures of lesson 05: from errors to a cost, what a probability costs, and the slopes that flow back."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, FancyBboxPatch, Rectangle

from course.pictures import INK, canvas, paper

LABELS = np.array([1.0, 0.0, 1.0, 0.0])
OUTPUTS = np.array([0.9, 0.2, 0.6, 0.8])  # the four photos of the lesson


def _sigmoid(z: np.ndarray | float) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-np.asarray(z))))


def _signed(number: float, digits: int = 1) -> str:
    return f"{number:.{digits}f}".replace("-", "−")


def _arrow(axes: Axes, start: tuple[float, float], end: tuple[float, float], colour: str, width: float = 1.4) -> None:
    axes.add_patch(
        FancyArrowPatch(
            start, end, arrowstyle="-|>", mutation_scale=12, color=colour, linewidth=width, shrinkA=0, shrinkB=0
        )
    )


def _box(axes: Axes, centre: tuple[float, float], size: tuple[float, float], text: str, colour: str) -> None:
    (x, y), (width, height) = centre, size
    axes.add_patch(
        FancyBboxPatch(
            (x - width / 2, y - height / 2),
            width,
            height,
            boxstyle="round,pad=0,rounding_size=0.08",
            facecolor=INK.card,
            edgecolor=colour,
            linewidth=1.8,
        )
    )
    axes.text(x, y, text, ha="center", va="center", fontsize=11)


def loss_and_cost() -> Figure:
    """Four outputs and labels, the loss of each, and the cost of all."""
    figure, axes = canvas(7.0, 3.9)
    xs, bottom, height = (1.75, 3.15, 4.55, 5.95), 2.0, 1.5
    for share in (0.0, 0.5, 1.0):
        y = bottom + share * height
        axes.plot([1.0, 6.7], [y, y], color=INK.faint, linewidth=1, zorder=0)
        axes.text(0.9, y, f"{share:g}", ha="right", va="center", fontsize=10)
    for i, (x, output, label) in enumerate(zip(xs, OUTPUTS, LABELS, strict=True)):
        low, high = bottom + height * output, bottom + height * label
        axes.plot([x, x], [low, high], color=INK.orange, linewidth=3, zorder=1)
        axes.plot(x, high, "s", color=INK.green, markersize=9, zorder=2)
        axes.plot(x, low, "o", color=INK.blue, markersize=9, zorder=3)
        axes.text(x + 0.14, (low + high) / 2, _signed(output - label), ha="left", va="center")
        axes.text(x, 3.75, f"photo {i + 1}", ha="center", va="center", fontsize=10.5)
        loss = (output - label) ** 2 / 2
        _box(axes, (x, 1.4), (0.9, 0.4), f"{loss:.3g}", INK.orange)
        _arrow(axes, (x, 1.17), (3.85 + (x - 3.85) * 0.3, 0.7), INK.grey)
    axes.text(1.15, 1.4, "loss", ha="right", va="center", color=INK.orange)
    _box(axes, (3.85, 0.45), (3.0, 0.44), "cost: the average, 0.106", INK.black)
    axes.plot(0.28, 3.05, "s", color=INK.green, markersize=9)
    axes.text(0.28, 2.82, "label", ha="center", va="center", fontsize=10)
    axes.plot(0.28, 2.48, "o", color=INK.blue, markersize=9)
    axes.text(0.28, 2.25, "output", ha="center", va="center", fontsize=10)
    return figure


def likelihood() -> Figure:
    """The probability of each label seen, and what each of them costs."""
    figure, (left, right) = paper(7.0, 3.0, 2)
    seen = np.where(LABELS == 1, OUTPUTS, 1 - OUTPUTS)
    left.bar(range(1, 5), seen, color=INK.blue, width=0.6)
    for i, p in enumerate(seen):
        left.text(i + 1, p + 0.025, f"{p:.1f}", ha="center", va="bottom")
    left.set_title("probability of the label seen", fontsize=11)
    left.set(xlabel="photo", xticks=range(1, 5), yticks=[0, 0.5, 1], ylim=(0, 1.05))
    p = np.linspace(0.02, 1, 400)
    right.plot(p, -np.log(p), color=INK.orange)
    for i, (at, x, y) in enumerate(zip(seen, (0.97, 0.775, 0.6, 0.34), (0.36, 0.5, 0.8, 1.75), strict=True)):
        right.plot(at, -np.log(at), "o", color=INK.blue, markersize=7)
        text = f"{-np.log(at):.3f}" + ("\nphoto 4" if i == 3 else "")
        right.text(x, y, text, ha="center", va="center", fontsize=10)
    right.set_title("what it costs: −log p", fontsize=11)
    right.set(xlabel="p", xlim=(0, 1.05), ylim=(-0.05, 4), xticks=[0, 0.2, 0.4, 0.6, 0.8, 1], yticks=range(5))
    return figure


def summed_averaged() -> Figure:
    """Two outputs, two photos: sums down the columns, the average across."""
    figure, axes = canvas(7.0, 3.1)
    losses = -np.log(np.where(LABELS == 1, OUTPUTS, 1 - OUTPUTS)).reshape(2, 2)
    for i, x in enumerate((2.1, 3.6)):
        axes.text(x, 2.85, f"photo {i + 1}", ha="center", va="center")
        for k, y in enumerate((2.35, 1.85)):
            axes.add_patch(Rectangle((x - 0.55, y - 0.25), 1.1, 0.5, facecolor=INK.card, edgecolor=INK.faint))
            axes.text(x, y, f"{losses[k, i]:.3f}", ha="center", va="center")
        axes.add_patch(Rectangle((x - 0.55, 1.6), 1.1, 1.0, facecolor="none", edgecolor=INK.blue, linewidth=1.6))
        _arrow(axes, (x, 1.56), (x, 1.02), INK.blue)
        axes.text(x + 0.1, 1.26, "add", ha="left", va="center", color=INK.blue)
        _box(axes, (x, 0.75), (1.1, 0.5), f"{losses[:, i].sum():.3f}", INK.blue)
    for name, y in (("cat", 2.35), ("indoors", 1.85)):
        axes.text(1.4, y, name, ha="right", va="center")
    axes.text(1.4, 0.75, "loss of\neach photo", ha="right", va="center", color=INK.blue)
    axes.plot([2.1, 2.1, 3.6], [0.47, 0.2, 0.2], color=INK.orange, linewidth=1.4)
    axes.plot([3.6, 3.6, 4.6], [0.47, 0.2, 0.2], color=INK.orange, linewidth=1.4)
    _arrow(axes, (4.4, 0.2), (4.95, 0.2), INK.orange)
    axes.text(4.25, 0.34, "average", ha="center", va="bottom", color=INK.orange)
    _box(axes, (5.95, 0.42), (1.9, 0.74), "cost\n2.449 / 2 = 1.224", INK.orange)
    return figure


def same_output() -> Figure:
    """Two networks that compute the same, and what tells them apart."""
    figure, axes = canvas(7.0, 3.3)
    rows = (
        (1.15, "squared error, label 0", ("0.5", "0.5"), "same"),
        (0.72, "penalty on the weights", ("1", "2.125"), "differs"),
        (0.29, "penalty on the hidden activation", ("0.5", "2"), "differs"),
    )
    for left, weights, hidden, colour in ((2.35, ("1", "1"), "1", INK.blue), (4.98, ("2", "½"), "2", INK.orange)):
        for x, value, edge in ((left, "1", INK.grey), (left + 0.85, hidden, colour), (left + 1.7, "1", colour)):
            axes.add_patch(Circle((x, 2.25), 0.24, facecolor=INK.card, edgecolor=edge, linewidth=2))
            axes.text(x, 2.25, value, ha="center", va="center", fontsize=12, fontweight="bold")
        for x, weight in zip((left, left + 0.85), weights, strict=True):
            _arrow(axes, (x + 0.26, 2.25), (x + 0.59, 2.25), INK.grey)
            axes.text(x + 0.42, 2.42, weight, ha="center", va="bottom", fontsize=11)
        for x, name in ((left, "input"), (left + 0.85, "ReLU"), (left + 1.7, "output")):
            axes.text(x, 1.83, name, ha="center", va="center", fontsize=9.5, color=INK.grey)
        for y, _, values, _ in rows:
            text = values[0] if left < 4 else values[1]
            axes.text(left + 0.85, y, text, ha="center", va="center", fontsize=12, fontweight="bold")
    axes.text(2.0, 2.51, "weight", ha="right", va="center", fontsize=9.5, color=INK.grey)
    axes.text(3.2, 3.0, "network 1", ha="center", va="center", color=INK.blue)
    axes.text(5.83, 3.0, "network 2", ha="center", va="center", color=INK.orange)
    axes.plot([0.05, 6.95], [1.48, 1.48], color=INK.faint, linewidth=1)
    for y, name, _, verdict in rows:
        axes.text(0.05, y, name, ha="left", va="center", fontsize=10)
        axes.text(4.52, y, verdict, ha="center", va="center", fontsize=10, color=INK.grey, style="italic")
    return figure


def log_and_exp() -> Figure:
    """The exponential and the logarithm, mirrored, with a tangent each."""
    figure, (axes,) = paper(5.6, 4.6)
    v, u = np.linspace(-2, 1.5, 300), np.linspace(0.08, 4.2, 300)
    axes.axhline(0, color=INK.faint, linewidth=1, zorder=0)
    axes.axvline(0, color=INK.faint, linewidth=1, zorder=0)
    axes.plot([-2, 4], [-2, 4], color=INK.grey, linewidth=1.2, linestyle=(0, (5, 4)))
    axes.plot(v, np.exp(v), color=INK.blue)
    axes.plot(u, np.log(u), color=INK.orange)
    at = float(np.log(2))
    reach = np.array([-0.55, 0.55])
    axes.plot(at + reach, 2 + 2 * reach, color=INK.black, linewidth=1.4)
    axes.plot(2 + 2 * reach, at + reach, color=INK.black, linewidth=1.4)
    axes.plot(at, 2, "o", color=INK.blue, markersize=7)
    axes.plot(2, at, "s", color=INK.orange, markersize=7)
    axes.text(at - 0.2, 2.1, "(0.693, 2)\nslope 2", ha="right", va="center")
    axes.text(2.1, at - 0.2, "(2, 0.693)\nslope ½", ha="left", va="top")
    axes.text(1.15, 3.75, "$e^{v}$", color=INK.blue, fontsize=14, ha="right", va="center")
    axes.text(3.85, 1.62, r"$\log u$", color=INK.orange, fontsize=14, ha="center", va="center")
    axes.set(xlim=(-2, 4.2), ylim=(-2, 4.2), xticks=range(-2, 5), yticks=range(-2, 5), aspect="equal")
    return figure


def chain() -> Figure:
    """Values flow forward to the loss of photo 4, slopes flow back."""
    figure, axes = canvas(7.0, 2.4)
    axes.set_ylim(0.35, 2.55)
    boxes = (
        (0.85, "inputs,\nweights, bias", INK.grey),
        (2.7, "$z$ = 1.386", INK.blue),
        (4.5, "$a$ = 0.8", INK.blue),
        (6.25, "$L$ = 1.609", INK.black),
    )
    for x, text, colour in boxes:
        _box(axes, (x, 1.6), (1.3, 0.58), text, colour)
    for x, following, name in ((0.85, 2.7, "weighted\nsum"), (2.7, 4.5, "sigmoid"), (4.5, 6.25, "loss,\n$y$ = 0")):
        _arrow(axes, (x + 0.67, 1.6), (following - 0.67, 1.6), INK.blue)
        axes.text((x + following) / 2, 1.93, name, ha="center", va="bottom", fontsize=10, color=INK.blue)
    for x, slope, name in (
        (6.25, "1", r"$\partial L\,/\,\partial L$"),
        (4.5, "5", r"$\partial L\,/\,\partial a$"),
        (2.7, "0.8", r"$\partial L\,/\,\partial z$"),
    ):
        axes.text(x, 1.02, slope, ha="center", va="center", color=INK.orange, fontsize=13, fontweight="bold")
        axes.text(x, 0.68, name, ha="center", va="center", color=INK.orange, fontsize=10)
    for x, following, name in ((6.25, 4.5, "times 5"), (4.5, 2.7, "times\n$da/dz$ = 0.16")):
        _arrow(axes, (x - 0.35, 1.02), (following + 0.35, 1.02), INK.orange)
        axes.text((x + following) / 2, 0.88, name, ha="center", va="top", color=INK.orange, fontsize=10)
    axes.text(0.85, 1.02, "section 8", ha="center", va="center", color=INK.grey, fontsize=10)
    _arrow(axes, (2.3, 1.02), (1.35, 1.02), INK.grey)
    axes.text(0.2, 2.3, "values forward", ha="left", va="center", fontsize=10, color=INK.blue)
    axes.text(0.2, 0.62, "slopes back", ha="left", va="center", fontsize=10, color=INK.orange)
    return figure


def slowdown() -> Figure:
    """The slope that reaches z for both losses, label 0."""
    figure, (axes,) = paper(7.0, 3.1)
    z = np.linspace(-6, 6, 400)
    a = _sigmoid(z)
    axes.axhline(0, color=INK.faint, linewidth=1, zorder=0)
    axes.axvline(0, color=INK.faint, linewidth=1, zorder=0)
    axes.plot(z, a, color=INK.orange, linestyle=(0, (5, 2)))
    axes.plot(z, a * a * (1 - a), color=INK.blue)
    at = float(np.log(49))
    axes.plot([at, at], [0.0192, 0.98], color=INK.grey, linewidth=1, linestyle=":")
    axes.plot(at, 0.98, "D", color=INK.orange, markersize=7)
    axes.plot(at, 0.0192, "o", color=INK.blue, markersize=7)
    axes.text(at - 0.25, 1.03, "0.98", ha="right", va="center")
    axes.text(at + 0.2, 0.1, "0.019", ha="left", va="center")
    axes.text(at + 0.2, 0.55, "$a$ = 0.98", ha="left", va="center", color=INK.grey)
    axes.text(-0.6, 0.62, "cross-entropy: $a - y$", color=INK.orange, ha="right", va="center")
    axes.text(1.3, 0.2, "squared error:\n$(a - y)\\,a\\,(1 - a)$", color=INK.blue, ha="left", va="bottom")
    axes.set(
        xlim=(-6, 6),
        ylim=(-0.05, 1.1),
        xlabel="z",
        ylabel="slope that reaches z",
        yticks=[0, 0.5, 1],
        xticks=range(-6, 7, 2),
    )
    return figure
