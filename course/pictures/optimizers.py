"""Pictures of lesson 14: a ravine, and the idea of each optimizer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Polygon

from course.pictures import INK, canvas, paper
from course.pictures.drawing import BLUE, GREEN, MIDDLE, ORANGE, SMALL, Point, arrow, box

RAVINE = np.array([1.0, 100.0])  # how steep the ravine is along and across: its gradient is RAVINE * theta
SLIP = {"facecolor": INK.card, "edgecolor": "none", "pad": 1.5}  # of paper, under a label


def ravine() -> Figure:
    """The level lines of a long narrow ravine, to scale, and 25 steps of plain gradient descent in it."""
    figure, (axes,) = paper(7.0, 2.0)
    along, across = np.meshgrid(np.linspace(-2.5, 11.2, 300), np.linspace(-1.45, 1.45, 200))
    height = 0.5 * (RAVINE[0] * along**2 + RAVINE[1] * across**2)
    axes.contour(along, across, height, levels=[1, 5, 15, 30, 50, 75, 100], colors=INK.sky, linewidths=1)
    theta, path = np.array([10.0, 1.0]), []
    for _ in range(26):
        path.append(theta)
        theta = theta - 0.018 * RAVINE * theta
    axes.plot(*np.array(path).T, color=INK.orange, linewidth=1.4, marker="o", markersize=3.2)
    axes.plot(0, 0, marker="+", markersize=12, markeredgewidth=2, color=INK.black)
    axes.annotate("start", (10, 1), (10.35, 1.15), fontsize=10.5, va="center")
    axes.annotate("lowest point", (0, 0), (0, 0.33), fontsize=10.5, ha="center", bbox=SLIP)
    axes.annotate(
        "after 25 steps",
        (path[-1][0], path[-1][1]),
        (6.2, 0.3),
        fontsize=10.5,
        color=INK.orange,
        ha="center",
        bbox=SLIP,
    )
    axes.set(aspect="equal", xlim=(-2.5, 11.4), ylim=(-1.45, 1.45), yticks=[-1, 0, 1])
    axes.set_xlabel("$\\theta_1$: along, flat")
    axes.set_ylabel("$\\theta_2$: across, steep")
    return figure


def family() -> Figure:
    """Which optimizer grew out of which: two roots, memory of direction and memory of size, that meet in Adam."""
    figure, axes = canvas(7.0, 3.5)
    places = {
        "plain": (0.75, 1.75),
        "Momentum": (2.45, 2.75),
        "Nesterov": (4.25, 3.2),
        "Adagrad": (2.45, 0.75),
        "RMSprop": (4.25, 1.0),
        "Adadelta": (4.25, 0.3),
        "Adam": (5.0, 2.0),
        "AdaMax": (6.35, 1.3),
        "Nadam": (6.35, 2.7),
    }
    shades = {"Momentum": BLUE, "Nesterov": BLUE, "Adagrad": ORANGE, "RMSprop": ORANGE, "Adadelta": ORANGE}
    links = (
        ((1.27, 1.95), (1.9, 2.5)),
        ((1.27, 1.55), (1.9, 1.0)),
        ((3.0, 2.85), (3.72, 3.1)),
        ((3.0, 0.8), (3.72, 0.95)),
        ((3.0, 0.65), (3.72, 0.4)),
        ((3.0, 2.65), (4.48, 2.1)),
        ((4.45, 1.27), (4.75, 1.73)),
        ((5.5, 1.85), (5.98, 1.57)),
        ((5.5, 2.15), (5.98, 2.43)),
        ((4.8, 3.1), (5.8, 2.87)),
    )
    for start, end in links:
        arrow(axes, start, end, INK.grey)
    for name, at in places.items():
        edge = INK.blue if shades.get(name) == BLUE else INK.orange if name in shades else INK.green
        plain = name == "plain"
        box(axes, at, "", INK.grey if plain else edge, INK.card if plain else shades.get(name, GREEN), 1.0)
        axes.text(*at, "plain: $\\eta\\, g$" if plain else name, fontsize=11, **MIDDLE)
    axes.text(2.45, 3.25, "which way,\nmostly?", fontsize=10, color=INK.blue, **MIDDLE)
    axes.text(2.45, 0.25, "how large,\nusually?", fontsize=10, color=INK.orange, **MIDDLE)
    axes.text(6.35, 2.0, "both", fontsize=10, color=INK.green, **MIDDLE)
    return figure


def velocity() -> Figure:
    """The velocity over 40 steps: where all steps agree it grows to 10 of them, where they alternate it stays at half."""
    figure, panels = paper(7.0, 2.7, columns=2)
    t = np.arange(1, 41)
    for axes, g, title in (
        (panels[0], np.ones(40), "along: all steps agree"),
        (panels[1], np.where(t % 2 == 1, 1.0, -1.0), "across: each step undoes the last"),
    ):
        v, path = 0.0, []
        for step in g:
            v = 0.9 * v + step
            path.append(v)
        axes.bar(t, g, width=0.7, color=INK.sky, edgecolor=INK.blue, linewidth=0.5)
        axes.plot(t, path, color=INK.orange, linewidth=1.8, marker="o", markersize=2.6)
        axes.set_title(title, fontsize=11)
        axes.set(xlim=(0, 41), ylim=(-3, 11), yticks=[0, 1, 5, 10], xlabel="step")
        axes.axhline(0, color=INK.grey, linewidth=0.8)
    panels[0].axhline(10, color=INK.faint, linewidth=1, zorder=0)
    panels[0].text(26, 8.1, "velocity", color=INK.orange, **MIDDLE)
    panels[0].text(26, 1.9, "plain step: 1", color=INK.blue, **MIDDLE)
    panels[1].text(24, 3.0, "velocity: ±0.53 in the end", color=INK.orange, **MIDDLE)
    panels[1].text(24, -2.1, "plain step: 1, −1, 1, …", color=INK.blue, **MIDDLE)
    return figure


def look_ahead() -> Figure:
    """The bowl 1.5 θ², with the slope at θ = 0.7 and at the look-ahead place 0.43, and where each step ends."""
    figure, (axes,) = paper(7.0, 3.6)
    theta = np.linspace(-0.12, 1.1, 200)
    axes.plot(theta, 1.5 * theta**2, color=INK.black, linewidth=1.6)
    for at, name, colour, side in ((0.7, "slope 2.1", INK.blue, 0.12), (0.43, "slope 1.29", INK.orange, 0.12)):
        edge = np.array([at - side, at + side])
        axes.plot(edge, 1.5 * at**2 + 3 * at * (edge - at), color=colour, linewidth=4, alpha=0.6)
        axes.plot(at, 1.5 * at**2, "o", color=colour, markersize=7)
        axes.text(at - 0.03, 1.5 * at**2 + 0.1, name, color=colour, ha="right", va="center", fontsize=11)
    axes.text(0.73, 0.66, "here we are: 0.7", fontsize=10.5, color=INK.blue, va="center")
    axes.text(0.47, 0.22, "here the old velocity leads: 0.43", fontsize=10.5, color=INK.orange, va="center")
    for y, end, colour, name in (
        (-0.25, 0.22, INK.blue, "momentum:  0.7 − 0.27 − 0.21 = 0.22"),
        (-0.5, 0.301, INK.orange, "Nesterov:  0.7 − 0.27 − 0.129 = 0.301"),
    ):
        axes.annotate("", (0.43, y), (0.7, y), arrowprops={"arrowstyle": "-|>", "color": INK.grey, "lw": 1.8})
        axes.annotate("", (end, y), (0.43, y), arrowprops={"arrowstyle": "-|>", "color": colour, "lw": 2.4})
        axes.text(0.74, y, name, fontsize=10.5, color=colour, va="center")
    axes.set(xlim=(-0.12, 1.3), ylim=(-0.66, 1.55), xticks=[0, 0.22, 0.43, 0.7, 1.0], yticks=[0, 0.5, 1, 1.5])
    axes.set_xlabel("$\\theta$")
    axes.set_ylabel("$J = 1.5\\, \\theta^2$")
    return figure


def hypotenuse() -> Figure:
    """Adagrad's root as a hypotenuse: 3 and 4 give 5; legs of length 1 wind into a spiral whose 16th hypotenuse is 4."""
    figure, axes = canvas(7.0, 2.9)
    scale = 0.5
    corner, right, top = (0.5, 0.75), (0.5 + 3 * scale, 0.75), (0.5 + 3 * scale, 0.75 + 4 * scale)
    axes.add_patch(Polygon((corner, right, top), facecolor=BLUE, edgecolor=INK.blue, linewidth=1.8))
    axes.plot((corner[0], top[0]), (corner[1], top[1]), color=INK.orange, linewidth=3)
    axes.text(1.25, 0.55, "$g_1 = 3$", color=INK.blue, **MIDDLE)
    axes.text(2.15, 1.75, "$g_2 = 4$", color=INK.blue, ha="left", va="center")
    axes.text(1.0, 1.98, "$\\sqrt{9 + 16} = 5$", color=INK.orange, ha="right", va="center")
    axes.text(1.4, 0.15, "step 2 is 4/5 of $\\eta$", fontsize=10.5, **MIDDLE)
    middle, unit = np.array([4.85, 1.75]), 0.42
    at, points = np.array([1.0, 0.0]), []
    for _ in range(16):
        points.append(at)
        at = at + np.array([-at[1], at[0]]) / np.hypot(*at)  # a leg of length 1, at a right angle to the hypotenuse
    for k, (a, b) in enumerate(pairwise(points)):
        triangle = [middle, middle + unit * a, middle + unit * b]
        axes.add_patch(Polygon(triangle, facecolor=BLUE if k % 2 else INK.card, edgecolor=INK.faint, linewidth=0.8))
    line = middle + unit * np.array(points)
    axes.plot(line[:, 0], line[:, 1], color=INK.blue, linewidth=2)
    for k, text in ((0, "1"), (15, "$\\sqrt{16} = 4$")):
        end = line[k]
        axes.plot((middle[0], end[0]), (middle[1], end[1]), color=INK.orange, linewidth=3)
        off = np.array([-0.08, 0.14]) if k == 0 else np.array([0.12, 0.12])
        x, y = middle + 0.62 * (end - middle) + off
        axes.text(x, y, text, color=INK.orange, ha="left", va="center", fontsize=11)
    axes.text(5.0, 0.15, "all gradients 1: step 16 is 1/4 of $\\eta$", fontsize=10.5, **MIDDLE)
    return figure


def forgetting() -> Figure:
    """Ten gradients of 10, then ones: what Adagrad and RMSprop divide by, and how long their steps are."""
    figure, (left, right) = paper(7.0, 2.9, columns=2)
    t = np.arange(1, 101)
    g = np.where(t <= 10, 10.0, 1.0)
    total = np.cumsum(g**2)
    mean, E = [], 0.0
    for value in g:
        E = 0.9 * E + 0.1 * value**2
        mean.append(E)
    for axes, above in ((left, 1.0), (right, g)):
        axes.plot(t, above / np.sqrt(total) if axes is right else np.sqrt(total), color=INK.blue)
        axes.plot(
            t, above / np.sqrt(mean) if axes is right else np.sqrt(mean), color=INK.orange, linestyle=(0, (5, 1.5))
        )
        axes.set(xlim=(0, 101), xlabel="step", xticks=[1, 10, 50, 100])
    left.bar(t, g, width=1.0, color=INK.faint, zorder=0)
    left.set_title("the root: what is divided by", fontsize=11)
    right.set_title("length of the step, in $\\eta$", fontsize=11)
    left.set_ylim(0, 37)
    right.set_ylim(0, 3.4)
    left.text(60, 28.5, "Adagrad", color=INK.blue, **MIDDLE)
    left.text(54, 6.5, "RMSprop", color=INK.orange, **MIDDLE)
    left.annotate(
        "gradients", (9, 6), (28, 14), color=INK.grey, fontsize=10, arrowprops={"arrowstyle": "-", "color": INK.grey}
    )
    right.text(76, 0.3, "Adagrad: 0.03", color=INK.blue, **MIDDLE)
    right.text(70, 1.35, "RMSprop: back at 1", color=INK.orange, **MIDDLE)
    return figure


def units() -> Figure:
    """The units of three rules, with θ in metres and J in euros: only Adadelta's step comes out in metres by itself."""
    figure, axes = canvas(7.0, 3.1)
    for x, text in ((2.05, "the factor"), (3.9, "times"), (6.0, "gives a step in")):
        axes.text(x, 2.9, text, **SMALL)
    rows: tuple[tuple[float, str, str, str, str, str, str, str], ...] = (
        (2.35, "plain", "$\\eta$", "no unit", "$g$", "€ / m", "€ / m", INK.orange),
        (1.4, "RMSprop", "$\\eta$", "no unit", "$g\\, /\\, \\sqrt{E}$", "no unit", "no unit", INK.orange),
        (0.45, "Adadelta", "$\\sqrt{D}$", "m", "$g\\, /\\, \\sqrt{E}$", "no unit", "m", INK.green),
    )
    for y, name, factor, unit, rest, other, result, colour in rows:
        axes.text(0.1, y, name, ha="left", va="center", fontsize=11.5)
        for x, symbol, below in ((2.05, factor, unit), (3.9, rest, other)):
            box(axes, (x, y + 0.08), symbol, INK.blue, BLUE, 1.25)
            axes.text(x, y - 0.3, below, fontsize=10, color=INK.blue, **MIDDLE)
        axes.text(2.97, y + 0.08, "·", fontsize=18, **MIDDLE)
        arrow(axes, (4.75, y + 0.08), (5.25, y + 0.08), INK.grey)
        axes.text(6.0, y + 0.13, result, fontsize=13, color=colour, **MIDDLE)
        word = "that is what $\\theta$ has" if colour == INK.green else "but $\\theta$ is in m"
        axes.text(6.0, y - 0.2, word, fontsize=10, color=colour, **MIDDLE)
    return figure


def shares() -> Figure:
    """The shares that past gradients and the start have in a running mean, after 1, 3 and 10 steps."""
    figure, panels = paper(7.0, 2.8, columns=3)
    for axes, t in zip(panels, (1, 3, 10), strict=True):
        steps = np.arange(1, t + 1)
        axes.bar(steps, 0.1 * 0.9 ** (t - steps), width=0.8, color=INK.sky, edgecolor=INK.blue, linewidth=0.8)
        axes.bar(-1, 0.9**t, width=0.8, facecolor=INK.card, edgecolor=INK.orange, hatch="////", linewidth=0.8)
        axes.set(xlim=(-2.0, 10.8), ylim=(0, 1.02), yticks=[0, 0.5, 1], xlabel="gradient of step")
        axes.set_xticks([-1, *([1] if t == 1 else [1, t])], ["start", *(["1"] if t == 1 else ["1", str(t)])])
        axes.set_title("after 1 step" if t == 1 else f"after {t} steps", fontsize=11)
        axes.text(5.6, 0.78, f"zero start: {0.9**t:.3f}".rstrip("0"), fontsize=10.5, color=INK.orange, **MIDDLE)
        axes.text(5.6, 0.63, f"gradients: {1 - 0.9**t:.3f}".rstrip("0"), fontsize=10.5, color=INK.blue, **MIDDLE)
    return figure


def largest() -> Figure:
    """Left, the p-th root of 3^p + 4^p against p, falling to 4. Right, AdaMax's u: it jumps to a new largest and fades."""
    figure, (left, right) = paper(7.0, 2.8, columns=2)
    p = np.linspace(1, 20, 200)
    left.plot(p, (3**p + 4**p) ** (1 / p), color=INK.blue)
    for k, text in ((1, "7"), (2, "5"), (4, "4.28"), (10, "4.02")):
        value = (3.0**k + 4.0**k) ** (1 / k)
        left.plot(k, value, "o", color=INK.blue, markersize=6)
        left.text(k + 0.45, value + 0.22, text, fontsize=10.5, va="center")
    left.axhline(4, color=INK.orange, linestyle=(0, (5, 2)), linewidth=1.6)
    left.text(19.8, 3.6, "the larger one: 4", color=INK.orange, ha="right", va="center", fontsize=10.5)
    left.set(xlim=(0, 20.5), ylim=(3, 7.6), xticks=[1, 2, 4, 10, 20], yticks=[3, 4, 5, 6, 7], xlabel="$p$")
    left.set_title("the $p$-th root of $3^p + 4^p$", fontsize=11)
    g = [1.0, 0.6, 2.5, 0.8, 0.4, 1.2, 0.9, 1.9, 0.5, 0.7, 0.3, 0.6, 3.0, 1.0, 0.8, 0.5]
    u, path = 0.0, []
    for value in g:
        u = max(0.9 * u, value)
        path.append(u)
    t = range(1, len(g) + 1)
    right.bar(t, g, width=0.75, color=INK.sky, edgecolor=INK.blue, linewidth=0.6)
    right.plot(t, path, color=INK.orange, marker="o", markersize=4, linewidth=1.8)
    right.set(xlim=(0.3, 16.7), ylim=(0, 3.6), xlabel="step", xticks=[1, 5, 10, 15], yticks=[0, 1, 2, 3])
    right.set_title("$u$, with $\\beta_2 = 0.9$ to be seen", fontsize=11)
    right.text(6.6, 2.55, "$u$", color=INK.orange, fontsize=13, **MIDDLE)
    right.text(10.5, 1.0, "$|g|$", color=INK.blue, fontsize=12, **MIDDLE)
    return figure


def two_places() -> Figure:
    """Nesterov's walk on a line: the places θ, and above them the look-ahead places φ, each a step of its own walk."""
    figure, axes = canvas(7.0, 2.7)
    theta, phi = (1.0, 0.7, 0.301), (1.0, 0.43, -0.0581)
    low, high = 0.75, 1.85
    _line(axes, low, theta, INK.blue, ("1", "0.7", "0.301"), -0.3)
    _line(axes, high, phi, INK.orange, ("1", "0.43", "−0.058"), 0.3)
    axes.text(0.02, low, "$\\theta$", fontsize=14, color=INK.blue, va="center")
    axes.text(0.02, high, "$\\varphi$", fontsize=14, color=INK.orange, va="center")
    for a, b in zip(theta[1:], phi[1:], strict=True):
        axes.add_patch(_dashes((_x(a), low + 0.08), (_x(b), high - 0.08)))
    axes.text(_x(0.6), 1.42, "$- \\gamma v$", fontsize=11, color=INK.grey, ha="left", va="center")
    axes.text(_x(0.18), 1.28, "$- \\gamma v$", fontsize=11, color=INK.grey, ha="left", va="center")
    axes.text(_x(0.74), high + 0.62, "$\\gamma v_1 + \\eta g_1 = 0.57$", fontsize=10.5, color=INK.orange, **MIDDLE)
    axes.text(_x(0.19), high + 0.62, "$\\gamma v_2 + \\eta g_2 = 0.4881$", fontsize=10.5, color=INK.orange, **MIDDLE)
    axes.text(_x(0.86), low - 0.6, "$v_1 = 0.3$", fontsize=10.5, color=INK.blue, **MIDDLE)
    axes.text(_x(0.5), low - 0.6, "$v_2 = 0.399$", fontsize=10.5, color=INK.blue, **MIDDLE)
    return figure


def _x(value: float) -> float:
    return 0.95 + 5.4 * value


def _line(axes: Axes, y: float, places: Sequence[float], colour: str, names: Sequence[str], off: float) -> None:
    """Draw places on a horizontal line, with an arrow from each to the next."""
    axes.plot([0.4, 6.7], [y, y], color=INK.faint, linewidth=1, zorder=0)
    for a, b in pairwise(places):
        arrow(axes, (_x(a) - 0.07, y), (_x(b) + 0.07, y), colour)
    for value, name in zip(places, names, strict=True):
        axes.plot(_x(value), y, "o", color=colour, markersize=8)
        axes.text(_x(value), y + off, name, color=colour, fontsize=11, **MIDDLE)


def _dashes(start: Point, end: Point) -> Polygon:
    return Polygon((start, end), closed=False, fill=False, edgecolor=INK.grey, linestyle="--", linewidth=1.4)
