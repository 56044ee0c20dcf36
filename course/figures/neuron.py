"""One neuron on the plane of its two inputs: where it fires, and the line in between.

`explore(neuron)` draws with the student's own `neuron(w, x, b, g)`. The line is drawn from w and b alone, so a function
with a mistake in it disagrees with the line, and the figure says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from course.figures.guest import Trouble, as_number, ask, quiet, written

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from course.figures.interactive import Interactive

Point = tuple[float, float]
Activation = Callable[[Any], Any]
Neuron = Callable[[NDArray[np.float64], NDArray[np.float64], float, Activation], Any]

LOW, HIGH = -1.0, 2.0  # both inputs
REACH = 3.0  # w1, w2 and b go from −REACH to REACH
ARROW = 0.3  # the arrow is this much of w
ROUNDING = 1e-9  # sums this close to 0 lie on the line; the rest is rounding

CORNERS: tuple[Point, ...] = ((0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0))
STEPS = tuple(round(LOW + 0.2 * k, 1) for k in range(16))
NAMES = tuple((x1, 1.2 if x2 else -0.2) for x1, x2 in CORNERS)  # where the corners' names are written
GRID: tuple[Point, ...] = tuple((x1, x2) for x2 in STEPS for x1 in STEPS if (x1, x2) not in CORNERS + NAMES)
GATES = {"0001": "AND", "0111": "OR", "1110": "NAND", "1000": "NOR"}

SCENE = {
    "low": LOW,
    "high": HIGH,
    "grid": GRID,
    "corners": CORNERS,
    "sliders": [
        {"name": name, "label": label, "low": -REACH, "high": REACH, "step": 0.1}
        for name, label in (("w1", "w₁, weight of x₁"), ("w2", "w₂, weight of x₂"), ("b", "b, bias"))
    ],
}


@dataclass(frozen=True)
class State:
    """What the reader sets: the weights, the bias, and where the probe stands."""

    w1: float = 0.5
    w2: float = -1.0
    b: float = 0.3
    x1: float = 1.2
    x2: float = 0.7


def explore(neuron: Neuron | None = None, g: Activation | None = None) -> Interactive:
    """Show a neuron with sliders for its weights and bias.

    `neuron(w, x, b, g)` is called for every point, with `w` and `x` of shape (2,); without one, a built-in neuron draws.
    `g` is the activation, by default the step that is 1 for z > 0.
    """
    from course.figures.interactive import Interactive

    def respond(state: dict[str, Any]) -> dict[str, Any]:
        known = {name: float(state[name]) for name in State.__annotations__ if name in state}
        return picture(State(**known), neuron or weighted, g or step)

    return Interactive("neuron", SCENE, asdict(State()), respond, draw)


def step(z: Any) -> Any:
    """Return 1.0 where z > 0, else 0.0."""
    return 1.0 * (z > 0)


def weighted(w: NDArray[np.float64], x: NDArray[np.float64], b: float, g: Activation) -> Any:
    """Return g(w · x + b): the neuron that draws when the reader brings none."""
    return g(float(w @ x) + b)


def picture(state: State, neuron: Neuron, g: Activation) -> dict[str, Any]:
    """Return everything the figure shows for a state, as plain data."""
    points = (*GRID, *CORNERS, (state.x1, state.x2))
    with quiet():
        outputs = answers(state, points, neuron, g)
        marks = [mark(output, threshold(g)) for output in outputs]
        problem = complaint(state, points, outputs, g)
    at = len(GRID)
    corners, probe = marks[at:-1], marks[-1]
    ends = decision_line(state.w1, state.w2, state.b)
    said = asdict(state) | {
        "marks": "".join(marks[:at]),
        "corners": [{"mark": m, "text": short(o)} for m, o in zip(corners, outputs[at:-1], strict=True)],
        "probe": probe,
        "line": ends,
        "arrow": arrow(state.w1, state.w2, ends),
        "equation": equation(state),
        "terms": terms(state),
        "total": f"= {total(state)} → {VERDICTS[probe]}",
        "output": f"a = g({in_floating_point(state)}) = {short(outputs[-1])}",
        "gate": gate("".join(corners)),
        "problem": problem,
    }
    return said | {"label": label(said)}


VERDICTS = {"1": "fires", "0": "is quiet", "?": "no answer"}


def answers(state: State, points: Sequence[Point], neuron: Neuron, g: Activation) -> list[float | Trouble]:
    """Ask the neuron for its output at every point; what went wrong stands where a number should."""
    return [answer(state, point, neuron, g) for point in points]


def answer(state: State, point: Point, neuron: Neuron, g: Activation) -> float | Trouble:
    """Ask the neuron for its output at one point."""
    try:
        return as_number(ask(neuron, np.array([state.w1, state.w2]), np.array(point), state.b, g))
    except Trouble as trouble:
        return trouble


def threshold(g: Activation) -> float:
    """Return the output that parts firing from silence: g halfway between just below and just above z = 0."""
    try:
        return (as_number(ask(g, -ROUNDING)) + as_number(ask(g, ROUNDING))) / 2
    except Trouble:
        return 0.5


def mark(output: float | Trouble, limit: float) -> str:
    """Return "1" for an output that fires, "0" for a quiet one, "?" for none."""
    return "?" if isinstance(output, Trouble) else "01"[output > limit]


def complaint(state: State, points: Sequence[Point], outputs: Sequence[float | Trouble], g: Activation) -> str:
    """Say in words what is wrong with the outputs, or nothing."""
    troubles = [(point, output) for point, output in zip(points, outputs, strict=True) if isinstance(output, Trouble)]
    if troubles:
        point, trouble = troubles[0]
        if len(troubles) == len(points):
            return f"Your neuron {trouble}. The line and the sum are drawn from w and b alone."
        return f"At {len(troubles)} of {len(points)} points your neuron {trouble}; the first is x = {at(point)}."
    return disagreement(state, points, [o for o in outputs if not isinstance(o, Trouble)], g)


def disagreement(state: State, points: Sequence[Point], outputs: Sequence[float], g: Activation) -> str:
    """Say where the outputs differ from g of the weighted sum; points on the line itself are left to rounding."""
    wrong = []
    for point, output in zip(points, outputs, strict=True):
        z = weighted_sum(state, point)
        try:
            want = as_number(ask(g, z))
        except Trouble as trouble:
            return f"The activation g {trouble}, for z = {written(z)}."
        if abs(z) > ROUNDING and abs(output - want) > 1e-6:
            wrong.append((point, output, z, want))
    if not wrong:
        return ""
    point, output, z, want = wrong[-1]
    return (
        f"At {len(wrong)} of {len(points)} points your neuron gives another number than g(w₁ x₁ + w₂ x₂ + b). "
        f"At x = {at(point)} the sum is {written(z)}, so g gives {written(want)}; yours gives {written(output)}."
    )


def weighted_sum(state: State, point: Point) -> float:
    """Return w1 x1 + w2 x2 + b."""
    return state.w1 * point[0] + state.w2 * point[1] + state.b


def terms(state: State) -> str:
    """Write the sum at the probe out in numbers: 0.5 · 1.2 + (−1.0) · 0.7 + 0.3."""
    return f"{factor(state.w1)} · {factor(state.x1)} + {factor(state.w2)} · {factor(state.x2)} + {factor(state.b)}"


def total(state: State) -> str:
    """Write what the terms sum to; where only rounding keeps it from 0, say so."""
    exact = in_floating_point(state)
    return f"0 ({exact} in floating point)" if "e" in exact else exact


def in_floating_point(state: State) -> str:
    """Write the sum at the probe, with the rounding that a sum of 0 may leave behind: 6e−17."""
    z = weighted_sum(state, (state.x1, state.x2))
    return f"{z:.0e}".replace("-", "−") if 0 < abs(z) <= ROUNDING else written(z)


def factor(value: float) -> str:
    """Write a factor with one decimal, a negative one in parentheses."""
    text = written(value, 1, least=1)
    return f"({text})" if text.startswith("−") else text


def equation(state: State) -> str:
    """Write the line's equation: 0.5 x₁ − 1.0 x₂ + 0.3 = 0."""
    signs = [" − " if value < 0 else " + " for value in (state.w2, state.b)]
    w2, b = (written(abs(value), 1, least=1) for value in (state.w2, state.b))
    return f"{written(state.w1, 1, least=1)} x₁{signs[0]}{w2} x₂{signs[1]}{b} = 0"


def decision_line(w1: float, w2: float, b: float, low: float = LOW, high: float = HIGH) -> list[Point]:
    """Return the two ends of w1 x1 + w2 x2 + b = 0 inside the square, or [] where it does not pass."""
    crossings: list[Point] = []
    for edge in (low, high):
        if w2:
            crossings.append((edge, -(w1 * edge + b) / w2))
        if w1:
            crossings.append((-(w2 * edge + b) / w1, edge))
    inside = sorted(
        {(round(x, 9) + 0.0, round(y, 9) + 0.0) for x, y in crossings if low <= x <= high and low <= y <= high}
    )
    return [inside[0], inside[-1]] if len(inside) > 1 else []


def arrow(w1: float, w2: float, ends: Sequence[Point]) -> list[Point]:
    """Return foot and tip of the weight vector, standing on the middle of the line; [] without a line."""
    if not ends:
        return []
    (x1, y1), (x2, y2) = ends
    foot = ((x1 + x2) / 2, (y1 + y2) / 2)
    return [foot, (foot[0] + ARROW * w1, foot[1] + ARROW * w2)]


def gate(corners: str) -> str:
    """Name the gate that the outputs at the four corners make, if it has a name."""
    return f"At its four corners this is {GATES[corners]}." if corners in GATES else ""


def label(said: dict[str, Any]) -> str:
    """Say in words what the picture shows."""
    fired = said["marks"].count("1")
    line = f"The line {said['equation']} parts them." if said["line"] else "No line passes through the picture."
    corners = ", ".join(f"{corner['text']} at {at(p)}" for p, corner in zip(CORNERS, said["corners"], strict=True))
    sentences = (
        f"A neuron on the plane of its inputs x₁ and x₂, each from −1 to 2. It fires at {fired} of {len(GRID)} points.",
        line,
        f"Its output is {corners}.",
        said["gate"],
        f"The probe stands at {at((said['x1'], said['x2']))}: {said['terms']} {said['total']}.",
        said["problem"],
    )
    return " ".join(filter(None, sentences))


def at(point: Point) -> str:
    """Write a point as (1.2, 0.7)."""
    return f"({written(point[0])}, {written(point[1])})"


def short(output: float | Trouble) -> str:
    """Write an output with at most two decimals."""
    return "?" if isinstance(output, Trouble) else written(output)


def draw(said: dict[str, Any]) -> Figure:
    """Draw a picture with matplotlib."""
    from course.pictures import INK, paper

    def put(point: Point, kind: str, size: float, shape: str = "o", edge: str | None = None) -> None:
        colour = {"1": INK.blue, "0": INK.orange, "?": INK.grey}[kind]
        face = colour if kind == "1" else INK.card
        style = {"markerfacecolor": face, "markeredgecolor": edge or colour, "markeredgewidth": 1.4}
        axes.plot(*point, shape, color=colour, markersize=size, zorder=4, **style)

    figure, (axes,) = paper(5.2, 5.6)
    for point, kind in zip(GRID, said["marks"], strict=True):
        put(point, kind, {"1": 6, "0": 4, "?": 1.5}[kind])
    if said["line"]:
        axes.plot(*zip(*said["line"], strict=True), color=INK.black, zorder=5)
        foot, tip = said["arrow"]
        axes.annotate("", tip, foot, arrowprops={"arrowstyle": "-|>", "color": INK.black, "lw": 2.2}, zorder=5)
        axes.annotate("w", tip, (4, 4), textcoords="offset points", weight="bold", style="italic")
    for point, corner in zip(CORNERS, said["corners"], strict=True):
        put(point, corner["mark"], 22)
        ink = INK.card if corner["mark"] == "1" else INK.black
        axes.annotate(corner["text"], point, ha="center", va="center_baseline", weight="bold", color=ink, zorder=6)
    for point, name in zip(CORNERS, NAMES, strict=True):
        axes.annotate(at(point), name, ha="center", va="center_baseline", fontsize=9)
    put((said["x1"], said["x2"]), said["probe"], 11, "D", INK.black)
    axes.set(xlim=(LOW - 0.1, HIGH + 0.1), ylim=(LOW - 0.1, HIGH + 0.1), aspect="equal")
    axes.set(xticks=[-1, 0, 1, 2], yticks=[-1, 0, 1, 2], xlabel="input x₁", ylabel="input x₂")
    axes.set_title(f"{said['terms']} {said['total']}\n● fires   ○ is quiet   ◆ probe", fontsize=11)
    return figure
