"""Pictures of lesson 12: neurons that are copies, sums of coin tosses, what ReLU removes, and depth."""

from __future__ import annotations

from collections.abc import Callable
from math import comb

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle

from course.pictures import INK, canvas, paper
from course.pictures.drawing import MIDDLE, SMALL, Point, arrow

Array = np.ndarray
WIDTH, EXAMPLES, DEPTH = 100, 100, 50  # of the deep network of `depth`


def twins() -> Figure:
    """Three hidden neurons with equal weights, on the example (2, 1), and the one neuron that does the same."""
    figure, axes = canvas(7.0, 3.8)
    for x, rows, weight, back in ((0.35, (2.75, 1.7, 0.65), "0.5", "−0.109"), (4.15, (1.7,), "1.5", "−0.328")):
        hidden, out = x + 1.3, (x + 2.5, 1.7)
        inputs = ((x, 2.3), (x, 1.1))
        for y in rows:
            _edge(axes, inputs[0], (hidden, y), "0.5", 0.66 if y < 1 else 0.42)  # where lines cross, further on
            _edge(axes, inputs[1], (hidden, y), "0.25", 0.66 if y > 2 else 0.42)
            _edge(axes, (hidden, y), out, weight, 0.5)
            _circle(axes, (hidden, y), "0.848", INK.blue)
            axes.text(hidden, y + 0.42, back, fontsize=10, color=INK.orange, **MIDDLE)
        for at, text in zip(inputs, ("2", "1"), strict=True):
            _circle(axes, at, text, INK.grey)
        _circle(axes, out, "0.781", INK.blue)
        axes.text(out[0], out[1] + 0.42, "−0.219", fontsize=10, color=INK.orange, **MIDDLE)
    axes.text(1.65, 3.6, "three equal neurons", **MIDDLE)
    axes.text(5.45, 3.6, "one neuron", **MIDDLE)
    axes.text(3.5, 1.7, "=", fontsize=22, **MIDDLE)
    axes.text(3.85, 0.42, "in a circle: what it gives out", fontsize=9.5, color=INK.blue)
    axes.text(3.85, 0.15, "above it: what it hears on the way back", fontsize=9.5, color=INK.orange)
    return figure


def tosses() -> Figure:
    """How often each sum of 1, 4 and 16 coin tosses comes up, with one standard deviation to either side."""
    figure, panels = paper(7.0, 2.7, columns=3)
    for axes, n in zip(panels, (1, 4, 16), strict=True):
        z = np.arange(-n, n + 1, 2)
        share = np.array([comb(n, k) for k in range(n + 1)]) / 2**n
        top, sd = float(share.max()), float(np.sqrt(n))
        axes.bar(z, share, width=1.2, color=INK.sky, edgecolor=INK.blue, linewidth=1)
        axes.plot([-sd, sd], [-0.12 * top, -0.12 * top], color=INK.orange, marker="|", markersize=9, clip_on=False)
        axes.text(0, -0.26 * top, f"±{sd:.0f}", color=INK.orange, **MIDDLE)
        axes.set_title(f"{n} {'input' if n == 1 else 'inputs'}: variance {n}", fontsize=11)
        axes.set(xlim=(-17.5, 17.5), ylim=(-0.36 * top, 1.08 * top), xlabel="z", xticks=[-16, -8, 0, 8, 16])
        axes.set_yticks([0, top], ["0", f"{100 * top:.0f} %"])
        axes.axhline(0, color=INK.faint, linewidth=1, zorder=0)
    return figure


def fans() -> Figure:
    """The same layer forward and back: how many terms end at one circle."""
    figure, axes = canvas(7.0, 3.0)
    for left, forward in ((0.6, True), (4.3, False)):
        inputs = [(left, 0.5 + 0.62 * k) for k in range(3, -1, -1)]
        neurons = [(left + 2.0, 1.95), (left + 2.0, 0.9)]
        lit = neurons[0] if forward else inputs[1]
        colour = INK.blue if forward else INK.orange
        for here in inputs:
            for there in neurons:
                start, end = (here, there) if forward else (there, here)
                if end == lit:
                    _between(axes, start, end, colour, 2.0)
                else:
                    axes.plot(*zip(here, there, strict=True), color=INK.faint, linewidth=1, zorder=0)
        for at in (*inputs, *neurons):
            shade = colour if at == lit else INK.grey
            axes.add_patch(Circle(at, 0.2, facecolor=INK.card, edgecolor=shade, linewidth=3.4 if at == lit else 1.6))
        title = "forward: $n_{in} = 4$ terms in a sum" if forward else "back: $n_{out} = 2$ terms in a sum"
        axes.text(left + 1.0, 2.8, title, fontsize=11, color=colour, **MIDDLE)
        axes.text(left, 0.12, "inputs", **SMALL)
        axes.text(left + 2.0, 0.12, "neurons", **SMALL)
    return figure


def halves() -> Figure:
    """A symmetric z, and what its negative and its positive values add to the mean square."""
    figure, (left, right) = paper(7.0, 2.7, columns=2)
    z = np.linspace(-3.6, 3.6, 361)
    bell = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    for axes, curve in ((left, bell), (right, z**2 * bell)):
        axes.plot(z, curve, color=INK.blue)
        axes.fill_between(z, curve, where=z <= 0, facecolor=INK.card, edgecolor=INK.orange, hatch="////", linewidth=0)
        axes.fill_between(z, curve, where=z >= 0, facecolor=INK.sky, alpha=0.45, linewidth=0)
        axes.set(xlim=(-3.6, 3.6), ylim=(0, 1.32 * float(curve.max())), xlabel="z", yticks=[], xticks=[-2, 0, 2])
    left.set_title("how often each z occurs", fontsize=11)
    right.set_title("its share of the mean square, z² times that", fontsize=11)
    right.text(-1.75, 0.355, "switched off: ½", color=INK.orange, **MIDDLE)
    right.text(1.75, 0.355, "kept: ½", color=INK.blue, **MIDDLE)
    left.text(-2.2, 0.42, "ReLU sets\nthese to 0", color=INK.orange, fontsize=10.5, **MIDDLE)
    left.text(2.2, 0.42, "and keeps\nthese", color=INK.blue, fontsize=10.5, **MIDDLE)
    return figure


def depth() -> Figure:
    """The spread of activations through 50 layers, for tanh and for ReLU, under several starts."""
    figure, (left, right) = paper(7.0, 3.6, columns=2)
    xavier, he = np.sqrt(1 / WIDTH), np.sqrt(2 / WIDTH)
    lines = ((1.0, "1", INK.purple, (0, (6, 2))), (he, "He", INK.green, "-"), (xavier, "Xavier", INK.blue, "-"))
    small = (0.01, "0.01", INK.orange, (0, (2, 1.5)))
    layers = np.arange(1, DEPTH + 1)
    for axes, name, g in ((left, "tanh", np.tanh), (right, "ReLU", _relu)):
        for sd, label, colour, style in (*lines, small):
            if label == "He" and name == "tanh":
                continue
            axes.plot(layers, _spread(sd, g), color=colour, linestyle=style)
        axes.set(yscale="log", ylim=(1e-62, 1e48), xlim=(0, DEPTH + 1), xlabel="layer", xticks=[1, 10, 20, 30, 40, 50])
        axes.set_yticks([1e-60, 1e-40, 1e-20, 1, 1e20, 1e40])
        axes.set_title(name, fontsize=11)
    left.set_ylabel("standard deviation of A")
    left.text(27, 1e6, "1: saturated", color=INK.purple, **MIDDLE)
    left.text(27, 1e-7, "Xavier", color=INK.blue, **MIDDLE)
    left.text(15, 1e-30, "0.01", color=INK.orange, **MIDDLE)
    right.text(20, 1e28, "1", color=INK.purple, **MIDDLE)
    right.text(40, 1e6, "He", color=INK.green, **MIDDLE)
    right.text(38, 1e-14, "Xavier", color=INK.blue, **MIDDLE)
    right.text(15, 1e-30, "0.01", color=INK.orange, **MIDDLE)
    return figure


def saturated() -> Figure:
    """The curve of tanh above the z of layer 1, for weights by Xavier and for weights of standard deviation 1."""
    figure, axes = canvas(7.0, 3.9)
    axes.set_aspect("auto")
    axes.set(xlim=(-13.5, 13.5), ylim=(-0.35, 3.9))
    z = np.linspace(-12, 12, 601)
    axes.plot(z, 3.25 + 0.5 * np.tanh(z), color=INK.black)
    for edge in (-3, 3):
        axes.plot([edge, edge], [0.0, 3.85], color=INK.faint, linewidth=1.2, linestyle=(0, (4, 3)), zorder=0)
    axes.text(9, 3.5, "flat", color=INK.orange, **MIDDLE)
    axes.text(-9, 3.0, "flat", color=INK.orange, **MIDDLE)
    axes.text(1.1, 3.25, "steep", ha="left", va="center", color=INK.blue)
    axes.text(-12.6, 3.6, "tanh", ha="left", va="center")
    for base, sd, text in ((1.55, 1.0, "Xavier:\nz spreads by 1"), (0.15, 10.0, "weights by 1:\nz spreads by 10")):
        curve = np.exp(-((z / sd) ** 2) / 2)
        curve *= 0.95 if sd == 1.0 else 0.6
        axes.plot(z, base + curve, color=INK.blue, linewidth=1.6)
        axes.fill_between(z, base, base + curve, where=np.abs(z) <= 3, facecolor=INK.sky, alpha=0.45, linewidth=0)
        axes.plot([-12, 12], [base, base], color=INK.grey, linewidth=1)
        axes.text(-12.6, base + 0.95, text, ha="left", va="center", fontsize=10)
        if sd > 1:
            for side in (z <= -3, z >= 3):
                axes.fill_between(
                    z,
                    base,
                    base + curve,
                    where=side,
                    facecolor=INK.card,
                    edgecolor=INK.orange,
                    hatch="////",
                    linewidth=0,
                )
    axes.text(12.6, 1.1, "beyond ±3: 76 %", ha="right", va="center", color=INK.orange)
    axes.text(12.6, 2.4, "beyond ±3: 0.3 %", ha="right", va="center", color=INK.orange)
    for tick in (-12, -3, 0, 3, 12):
        axes.text(tick, -0.05, f"{tick}".replace("-", "−"), fontsize=10, color=INK.grey, **MIDDLE)
    axes.text(7.5, -0.05, "z", fontsize=10, color=INK.grey, **MIDDLE)
    return figure


def _relu(z: Array) -> Array:
    return np.maximum(z, 0.0)


def _spread(sd: float, g: Callable[[Array], Array]) -> list[float]:
    """Return the standard deviation of the activations of each layer, for weights with standard deviation `sd`."""
    rng = np.random.default_rng(0)
    A, spread = rng.standard_normal((WIDTH, EXAMPLES)), []
    for _ in range(DEPTH):
        A = g(sd * rng.standard_normal((WIDTH, WIDTH)) @ A)
        spread.append(float(A.std()))
    return spread


def _circle(axes: Axes, at: Point, text: str, colour: str) -> None:
    axes.add_patch(Circle(at, 0.3, facecolor=INK.card, edgecolor=colour, linewidth=2, zorder=3))
    axes.text(*at, text, fontsize=10, zorder=4, **MIDDLE)


def _between(axes: Axes, start: Point, end: Point, colour: str, gap: float) -> None:
    """Draw an arrow from circle to circle; `gap` is how much of a tenth of an inch is left free at the ends."""
    run, rise = end[0] - start[0], end[1] - start[1]
    share = 0.12 * gap / float(np.hypot(run, rise))
    arrow(
        axes,
        (start[0] + share * run, start[1] + share * rise),
        (end[0] - share * run, end[1] - share * rise),
        colour,
    )


def _edge(axes: Axes, start: Point, end: Point, text: str, at: float) -> None:
    """Draw a connection with its weight, at a share of the way."""
    _between(axes, start, end, INK.blue, 2.7)
    axes.text(
        start[0] + at * (end[0] - start[0]),
        start[1] + at * (end[1] - start[1]),
        text,
        fontsize=9.5,
        zorder=2.5,
        bbox={"facecolor": INK.card, "edgecolor": "none", "pad": 1.0},
        **MIDDLE,
    )
