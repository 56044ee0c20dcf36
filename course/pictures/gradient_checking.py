"""Pictures of lesson 11: two falling costs, one long vector, a ruler of errors, step sizes, a kink, tracks, a mixture."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from course.pictures import INK, canvas, paper
from course.pictures.drawing import BLUE, GREEN, MIDDLE, ORANGE, SMALL, arrow, box, link, matrix, node

Floats = NDArray[np.float64]
YELLOW = "#FBEFC9"  # between right and wrong
ROUND_OFF = 1.1e-16  # u, of a float with 53 binary digits


def falls() -> Figure:
    """Draw the cost of two programs over 200 steps of training, one of them with a wrong BP4."""
    figure, (axes,) = paper(7.0, 3.0)
    axes.plot(_training(spoiled=False), color=INK.blue, label="one")
    axes.plot(_training(spoiled=True), color=INK.orange, ls="--", label="two")
    axes.set(yscale="log", xlim=(0, 200), ylim=(0.002, 1.5), xlabel="step", ylabel="cost")
    axes.set_yticks([0.01, 0.1, 1], ["0.01", "0.1", "1"])
    axes.minorticks_off()
    axes.legend(frameon=False)
    return figure


def vector() -> Figure:
    """Draw the parameters of the 2-3-1 network as four arrays, and laid out in one vector."""
    figure, axes = canvas(7.0, 3.1)
    arrays = (
        ("$W^{[1]}$", BLUE, [["1", "2"], ["3", "−1"], ["−2", "0.5"]], 0.5),
        ("$b^{[1]}$", ORANGE, [["−2"], ["−1"], ["1"]], 2.3),
        ("$W^{[2]}$", GREEN, [["2", "−1", "1"]], 3.7),
        ("$b^{[2]}$", YELLOW, [["2"]], 5.9),
    )
    position = 0
    for name, shade, numbers, x in arrays:
        rows, columns = len(numbers), len(numbers[0])
        matrix(axes, (x, 2.65), numbers, rows=dict.fromkeys(range(rows), shade))
        axes.text(x + columns * 0.25, 2.87, name, fontsize=13, **MIDDLE)
        flat = [[number for row in numbers for number in row]]
        left = 0.25 + 0.5 * position
        matrix(axes, (left, 0.8), flat, rows={0: shade})
        axes.text(left + len(flat[0]) * 0.25, 1.0, name, fontsize=12, **MIDDLE)
        bottom = 2.65 - 0.4 * rows
        arrow(axes, (x + columns * 0.25, bottom - 0.08), (left + len(flat[0]) * 0.25, 1.18), INK.grey)
        position += len(flat[0])
    for place in range(position):
        axes.text(0.5 + 0.5 * place, 0.25, str(place), **SMALL)
    return figure


def ruler() -> Figure:
    """Draw relative errors from 1e-12 to 1 in three bands, with examples."""
    figure, (axes,) = paper(7.0, 2.9)
    bands = ((-12.0, -7.0, GREEN, None, "agrees"), (-7.0, -3.0, YELLOW, "//", "look closer"))
    for left, right, shade, hatch, text in (*bands, (-3.0, 0.3, ORANGE, None, "wrong, or a kink")):
        axes.add_patch(
            Rectangle((left, 0), right - left, 0.5, facecolor=shade, edgecolor=INK.grey, hatch=hatch, lw=0.8)
        )
        plate = {"facecolor": shade, "edgecolor": "none", "pad": 1.5}
        axes.text((left + right) / 2, 0.25, text, fontsize=10.5, bbox=plate, **MIDDLE)
    marks = (
        (3.2e-11, 0.95, "network, one", INK.green, "center"),
        (1.8e-8, 0.95, "one-sided\nat best", INK.grey, "center"),
        (0.15, 0.95, "two", INK.orange, "right"),
        (1 / 3, 1.3, "a factor of 2", INK.orange, "right"),
        (0.6, 1.65, "$m = 4$ forgotten", INK.orange, "right"),
        (1.0, 2.0, "sign lost, or zeros", INK.orange, "right"),
    )
    for error, height, text, colour, side in marks:
        x = float(np.log10(error))
        axes.plot([x, x], [0.5, height - (0.12 if side == "center" else 0)], color=colour, lw=1.4)
        axes.plot(x, 0.5, "v", color=colour, ms=6)
        shift = -0.12 if side == "right" else 0
        axes.text(x + shift, height, text, ha=side, va="bottom" if side == "center" else "center", fontsize=10)
    axes.set(xlim=(-12, 0.3), ylim=(0, 2.2), xlabel="relative error")
    axes.set_xticks(range(-12, 1, 2), [f"$10^{{{power}}}$" if power else "1" for power in range(-12, 1, 2)])
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    return figure


def steps() -> Figure:
    """Draw the error of measuring the slope of z³ at 2, against the step, with what bends and what rounds."""
    figure, (axes,) = paper(7.0, 3.9)
    eps = np.array([10.0 ** (power / 2) for power in range(-28, 0)])
    line = np.array([1e-14, 1.0])
    central = np.abs((_cube(2 + eps) - _cube(2 - eps)) / (2 * eps) - 12)
    one_sided = np.abs((_cube(2 + eps) - 8) / eps - 12)
    axes.plot(line, line**2, "--", color=INK.black, lw=1.4)
    axes.plot(line, 8 * ROUND_OFF / line, ":", color=INK.black, lw=1.8)
    axes.plot(eps, one_sided, "^", color=INK.orange, ms=5, label="one-sided, measured")
    axes.plot(eps, central, "o", color=INK.blue, ms=5, label="central, measured")
    axes.text(3e-3, 2e-7, "truncation\n$\\varepsilon^2$", fontsize=10, ha="left", va="center")
    axes.text(2.5e-14, 4e-6, "round-off\n$8u / \\varepsilon$", fontsize=10, ha="left", va="center")
    axes.set(xscale="log", yscale="log", xlim=(1e-14, 1), ylim=(1e-13, 10))
    axes.set(xlabel="step $\\varepsilon$", ylabel="error of the slope")
    axes.legend(frameon=False, loc="upper center")
    return figure


def kink() -> Figure:
    """Draw ReLU near 0 in millionths, a long chord that straddles the corner and a short one that does not."""
    figure, (axes,) = paper(7.0, 3.2)
    axes.plot([-12, 0, 16], [0, 0, 16], color=INK.blue, lw=2.4)
    axes.plot([-7, 13], [0, 13], "o--", color=INK.orange, ms=7, lw=1.8)
    axes.plot([2, 4], [2, 4], "s-", color=INK.green, ms=6, lw=3.4)
    axes.plot(3, 3, "o", color=INK.black, ms=7, zorder=5)
    axes.annotate("here: $z = 3$", (3, 3), (5.2, 0.6), fontsize=10.5, arrowprops={"arrowstyle": "-", "color": INK.grey})
    axes.text(-6.8, 6.4, "$\\varepsilon = 10$: slope $13 / 20 = 0.65$", color=INK.orange, fontsize=10.5)
    axes.text(6.4, 3.4, "$\\varepsilon = 1$: slope $2 / 2 = 1$", color="#00795A", fontsize=10.5)
    axes.set(xlim=(-12, 16), ylim=(-1, 16), xlabel="$z$, in millionths", ylabel="ReLU($z$), in millionths")
    return figure


def tracks() -> Figure:
    """Draw the way back through two layers, and which gradients disagree when one equation is wrong."""
    figure, axes = canvas(7.0, 4.9)
    top, low = 4.45, 3.35
    places = {"$dZ^{[1]}$": 1.05, "$dA^{[1]}$": 3.0, "$dZ^{[2]}$": 4.95}
    for name, x in places.items():
        box(axes, (x, top), name, INK.orange, ORANGE)
    box(axes, (6.5, top), "$J$", INK.blue, BLUE, 0.5)
    for right, left, text in ((6.22, 5.37, "$A - Y$"), (4.53, 3.42, "BP3"), (2.58, 1.47, "BP4")):
        arrow(axes, (right, top), (left, top), INK.orange)
        axes.text((left + right) / 2, top + 0.15, text, fontsize=10.5, **MIDDLE)
    for layer, x in ((1, 1.05), (2, 4.95)):
        for offset, name, text in ((-0.5, "dW", "BP1"), (0.5, "db", "BP2")):
            box(axes, (x + offset, low), f"${name}^{{[{layer}]}}$", INK.black, INK.card)
            arrow(axes, (x + offset * 0.4, top - 0.26), (x + offset, low + 0.26), INK.black)
            axes.text(x + offset * 1.15, (top + low) / 2 + 0.02, text, fontsize=9.5, **MIDDLE)
    wrong = {"BP1": "dW", "BP2": "db", "BP3": "[1]", "BP4": "[1]", "cost": ""}
    for column, (equation, spoils) in enumerate(wrong.items()):
        x = 2.4 + 0.85 * column
        axes.text(x + 0.35, 2.5, equation, fontsize=11, **MIDDLE)
        for row, array in enumerate(("dW^{[1]}", "db^{[1]}", "dW^{[2]}", "db^{[2]}")):
            hit = spoils in array
            corner = (x, 1.8 - 0.5 * row)
            shade = ORANGE if hit else INK.card
            axes.add_patch(Rectangle(corner, 0.7, 0.42, facecolor=shade, edgecolor=INK.grey))
            if hit:
                axes.text(x + 0.35, corner[1] + 0.2, "×", fontsize=14, color=INK.orange, weight="bold", **MIDDLE)
            if column == 0:
                axes.text(1.95, corner[1] + 0.2, f"${array}$", fontsize=12, **MIDDLE)
    axes.text(0.25, 2.5, "wrong is:", fontsize=10, ha="left", va="center", color=INK.grey)
    axes.text(0.25, 1.26, "then these\ndisagree:", fontsize=10, ha="left", va="center", color=INK.grey)
    return figure


def mixing() -> Figure:
    """Draw hidden neuron 1 and two outputs, once with a wrong slope inside, once with a wrong weight on an edge."""
    figure, axes = canvas(7.0, 3.1)
    _neuron(axes, 0.0, "BP4 wrong", ("2", "1"), ("1.40", "1.40"), in_neuron=True)
    _neuron(axes, 3.6, "BP3 wrong", ("2", "−1"), ("−1.47", "1.06"), in_neuron=False)
    axes.plot([3.5, 3.5], [0.15, 2.95], color=INK.faint, lw=1.5)
    return figure


def _neuron(
    axes: Axes, x: float, title: str, weights: Sequence[str], ratios: Sequence[str], *, in_neuron: bool
) -> None:
    """Draw one half of `mixing`, from x to x + 3.4, with the wrong place in orange and bold lines."""
    hidden, outputs = (x + 0.7, 1.75), ((x + 2.7, 2.4), (x + 2.7, 1.1))
    axes.text(x + 0.25, 2.85, title, fontsize=12, weight="bold", ha="left", va="center")
    for k, (output, weight) in enumerate(zip(outputs, weights, strict=True), start=1):
        wrong = not in_neuron and k == 2
        link(axes, output, hidden, weight, INK.orange if wrong else INK.blue, "--" if wrong else "-")
        node(axes, output, f"$dZ_{k}$", INK.blue)
    if not in_neuron:
        axes.text(x + 1.7, 1.02, "should be 1", fontsize=9.5, color=INK.orange, **MIDDLE)
    node(axes, hidden, "$g'$" if not in_neuron else "$h$", INK.orange if in_neuron else INK.blue)
    if in_neuron:
        axes.text(x + 0.7, 1.28, "should be $g'$", fontsize=9.5, color=INK.orange, **MIDDLE)
    for y, label, ratio in zip((0.55, 0.22), ("(1, 0)", "(0, 1)"), ratios, strict=True):
        axes.text(x + 0.25, y, f"label {label}: ratio {ratio}", fontsize=10.5, ha="left", va="center")


def _cube(z: Floats) -> Floats:
    return z * z * z


def _training(*, spoiled: bool, steps: int = 200, eta: float = 0.5) -> Floats:
    """Return the costs of the 2-3-1 network with tanh while it trains, with the slope taken at Z, or spoiled, at A."""
    X, Y = np.array([[2.0, 0.0, 1.0, 1.0], [1.0, 0.0, 0.0, 1.0]]), np.array([[1.0, 0.0, 1.0, 1.0]])
    W1, b1 = np.array([[1.0, 2.0], [3.0, -1.0], [-2.0, 0.5]]), np.array([[-2.0], [-1.0], [1.0]])
    W2, b2 = np.array([[2.0, -1.0, 1.0]]), np.array([[2.0]])
    costs = []
    for _ in range(steps + 1):
        Z1 = W1 @ X + b1
        A1 = np.tanh(Z1)
        A2 = 1 / (1 + np.exp(-(W2 @ A1 + b2)))
        costs.append(-float(np.mean(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))))
        dZ2 = A2 - Y
        dZ1 = (W2.T @ dZ2) * (1 - np.tanh(A1 if spoiled else Z1) ** 2)
        W1, b1 = W1 - eta * dZ1 @ X.T / 4, b1 - eta * dZ1.mean(axis=1, keepdims=True)
        W2, b2 = W2 - eta * dZ2 @ A1.T / 4, b2 - eta * dZ2.mean(axis=1, keepdims=True)
    return np.array(costs)
