"""BP4 at one neuron: dA arrives at its output, dZ = dA · g′(z) is left at its sum; where g is flat, nothing is left.

`explore(g_prime)` adds the student's own slope to the choice of activations.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from course.figures import gradients
from course.figures.activations import REACH, Z, pen, relu, sigmoid
from course.figures.gradients import Array, ended, factor, text
from course.figures.guest import Trouble, as_array, as_number, ask, quiet, written

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from course.figures.interactive import Interactive

Slope = Callable[[Any], Any]
Point = tuple[float, float]


def sigmoid_prime(z: Any) -> Any:
    """Return σ(z) (1 − σ(z))."""
    return sigmoid(z) * (1 - sigmoid(z))


def tanh_prime(z: Any) -> Any:
    """Return 1 − tanh² z."""
    return 1 - np.tanh(z) ** 2


def relu_prime(z: Any) -> Any:
    """Return 1 where z is positive, else 0."""
    return np.where(np.asarray(z) > 0, 1.0, 0.0)


KNOWN: dict[str, tuple[Slope, Slope]] = {
    "sigmoid": (sigmoid, sigmoid_prime),
    "tanh": (np.tanh, tanh_prime),
    "relu": (relu, relu_prime),
}
SLIPS: tuple[tuple[str, Slope], ...] = (
    (
        "It is z (1 − z), which is the slope of the sigmoid in terms of its output a. Here it is given z.",
        lambda z: z * (1 - z),
    ),
    ("It is 1 − z², which is the slope of tanh in terms of its output a. Here it is given z.", lambda z: 1 - z**2),
    *((f"It is {name} itself; its slope is needed.", g) for name, (g, _) in KNOWN.items()),
    *(
        (f"It is the slope of {name} with the opposite sign.", lambda z, s=slope: -s(z))
        for name, (_, slope) in KNOWN.items()
    ),
)
YOURS = "yours"

WIDTH, HEIGHT = 600, 436
LOW, HIGH = -1.2, 2.2  # what the plot shows of g and g′
BAND = 366.0  # the height at which gradients flow
CIRCLE: Point = (300.0, BAND)
RADIUS = 36.0
THICK = 20.0  # of the arrow of a gradient of 1


@dataclass(frozen=True)
class State:
    """What the reader sets: the activation, the neuron's sum, and the gradient that arrives at its output."""

    g: str = "sigmoid"
    z: float = 3.0
    incoming: float = 1.0


def explore(g_prime: Slope | None = None) -> Interactive:
    """Show what an activation's slope leaves of a gradient.

    `g_prime(z)` takes floats and arrays, element by element, and is a fourth choice.
    """
    from course.figures.interactive import Interactive

    def respond(state: dict[str, Any]) -> dict[str, Any]:
        return picture(State(str(state["g"]), float(state["z"]), float(state["incoming"])), g_prime)

    stage = scene(g_prime)
    start = asdict(State(g=YOURS if g_prime else "sigmoid"))
    return Interactive("bp4", stage, start, respond, partial(draw, stage))


def scene(g_prime: Slope | None = None) -> dict[str, Any]:
    """Return what never changes: the samples, the choices, and the sliders."""
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "reach": REACH,
        "window": (LOW, HIGH),
        "z": Z.tolist(),
        "circle": (*CIRCLE, RADIUS),
        "choices": [*KNOWN, *([YOURS] if g_prime else [])],
        "sliders": [
            {"name": "z", "label": "z", "low": -REACH, "high": REACH, "step": 0.1},
            {"name": "incoming", "label": "dA", "low": -2, "high": 2, "step": 0.1},
        ],
    }


def picture(state: State, g_prime: Slope | None = None) -> dict[str, Any]:
    """Return everything the figure shows for a state, as plain data."""
    name, slope, problem = (state.g, KNOWN[state.g][1], "") if state.g in KNOWN else identified(g_prime)
    with quiet():
        left = float(slope(state.z))
        slopes = np.asarray(slope(Z), dtype=np.float64)
        values = KNOWN[name][0](Z) if name else np.full_like(Z, np.nan)
        height = float(KNOWN[name][0](state.z)) if name else None
    dZ = state.incoming * left
    said: dict[str, Any] = asdict(state) | {
        "name": name,
        "curves": [pen(values), pen(slopes)],
        "marks": [height, left],
        "bands": [band(560, CIRCLE[0] + RADIUS + 8, state.incoming), band(CIRCLE[0] - RADIUS - 6, 40, dZ)],
        "texts": [
            text(CIRCLE[0], BAND - 5, "· g′(z)"),
            text(CIRCLE[0], BAND + 15, number(left), "middle", "strong"),
            text(452, BAND - 34, f"dA = {number(state.incoming)} arrives", "middle", "plain"),
            text(148, BAND - 34, f"dZ = {number(dZ)} is left", "middle", "plain"),
            text(452, BAND + 44, "from the next layer"),
            text(148, BAND + 44, "to the weights, and further back"),
        ],
        "title": f"{percent(left)} is left",
        "equation": f"dZ = dA · g′(z) = {factor(state.incoming)} · {number(left)} = {number(dZ)}",
        "meaning": meaning(name, state.z, left),
        "row": f"Five such neurons in a row leave {percent(left**5)}, weights aside." if left else "",
        "verdict": f"Your g_prime is the slope of {name}." if state.g == YOURS and not problem else "",
        "problem": problem,
    }
    return said | {"label": label(said)}


def identified(g_prime: Slope | None) -> tuple[str, Slope, str]:
    """Return whose slope the student's function is (or ""), a slope to draw, and what is to be said about it."""
    if g_prime is None:
        return "sigmoid", sigmoid_prime, ""
    with quiet():
        try:
            as_number(ask(g_prime, 0.5))
            mine = as_array(ask(g_prime, Z.copy()), Z.shape)
            if not np.isfinite(mine).all():
                raise Trouble("returned numbers that are not finite")
        except Trouble as trouble:
            own = "What is drawn is the sigmoid's."
            return "sigmoid", sigmoid_prime, f"Your g_prime {ended(str(trouble))} {own}"
        for name, (_, slope) in KNOWN.items():
            if gradients.agrees(mine, slope(Z)).all():
                return name, slope, ""
        known = [words for words, slip in SLIPS if gradients.agrees(mine, np.asarray(slip(Z))).all()][:1]
    words = " ".join(["Your g_prime is not the slope of sigmoid, tanh or relu.", *known, "What is drawn is yours."])
    return "", partial(safely, g_prime, mine), words


def safely(g_prime: Slope, at_samples: Array, z: Any) -> Any:
    """Return the student's slope at the samples, or at one place; if it fails there, what lies between the samples."""
    if np.shape(z):
        return at_samples
    try:
        return as_number(ask(g_prime, float(z)))
    except Trouble:
        return np.interp(z, Z, at_samples)


def meaning(name: str, z: float, left: float) -> str:
    """Say what kind of place this is."""
    if not name:
        return "Whatever arrives is multiplied by what your function returns here."
    if name == "relu":
        if left:
            return "The neuron is on: what arrives goes through whole, however large z is."
        corner = "Right at the corner there is no slope; we take 0. " if z == 0 else ""
        return f"{corner}The neuron is off on this example, and nothing goes through: its weights hear nothing."
    share = left / (0.25 if name == "sigmoid" else 1.0)
    if share < 0.2:
        return (
            "Saturated: g is flat here, so z could move and a would hardly follow. However wrong the network is, these weights "
            "hear little of it."
        )
    if share > 0.9:
        best = (
            "and even here a sigmoid passes no more than a quarter"
            if name == "sigmoid"
            else "and here tanh passes nearly all"
        )
        return f"Near z = 0 the curve is steepest, {best}."
    return "On the slope: the further z is from 0, the flatter the curve, and the less is left."


def number(value: float) -> str:
    """Write a number with at most four decimals, a very small one with six."""
    return written(value, 4 if abs(value) >= 0.0001 else 6)


def percent(left: float) -> str:
    """Write a part as a percentage: 25 %, 0.25 %, 0.0001 %."""
    part = 100 * left
    if part and abs(part) < 0.0001:
        return "less than 0.0001\u00a0%"
    digits = 1 if abs(part) >= 1 else 2 if abs(part) >= 0.1 else 4
    return f"{written(part, digits)}\u00a0%"


def band(start: float, tip: float, value: float) -> list[Point]:
    """Return the corners of an arrow to the left, as thick as the gradient is large; none for nothing."""
    if not value:
        return []
    half, head = max(THICK * abs(value), 1.0) / 2, 12.0
    neck = tip + head
    upper = [(start, BAND - half), (neck, BAND - half), (neck, BAND - half - 5), (tip, BAND)]
    return [*upper, *((x, 2 * BAND - y) for x, y in reversed(upper[:-1]))]


def label(said: dict[str, Any]) -> str:
    """Say in words what the picture shows."""
    curves = f"{said['name']} and its slope" if said["name"] else "Your slope"
    sentences = (
        f"{curves} against z, from −6 to 6, with a point at z = {written(said['z'], 1)}.",
        "Below, an arrow as thick as dA enters the neuron from the right; one as thick as dZ leaves it to the left.",
        f"{said['equation']}: {said['title']}.",
        said["meaning"],
        said["row"],
        said["verdict"],
        said["problem"],
    )
    return " ".join(filter(None, sentences))


def draw(stage: dict[str, Any], said: dict[str, Any]) -> Figure:
    """Draw a picture with matplotlib."""
    from matplotlib.patches import Circle, Polygon

    from course.pictures import INK

    figure, axes = gradients.board(WIDTH, HEIGHT)
    plot = axes.inset_axes((40 / WIDTH, 1 - 258 / HEIGHT, 544 / WIDTH, 234 / HEIGHT))
    styles = (("g(z)", INK.blue, "-", "o"), ("g′(z)", INK.orange, "--", "D"))
    for curve, mark, (name, colour, line, shape) in zip(said["curves"], said["marks"], styles, strict=True):
        plot.plot(stage["z"], [np.nan if y is None else y for y in curve], color=colour, linestyle=line, label=name)
        if mark is not None:
            plot.plot(said["z"], mark, shape, color=colour, markeredgecolor=INK.card, markersize=9, clip_on=False)
    plot.axvline(said["z"], color=INK.grey, linewidth=1, zorder=0)
    plot.spines[["top", "right"]].set_visible(False)
    plot.set(yticks=(-1, 0, 1, 2), xlim=(-REACH, REACH), ylim=(LOW, HIGH), xlabel="z", title=said["name"])
    plot.legend(loc="upper left", frameon=False, fontsize=10)
    axes.add_patch(Circle(CIRCLE, RADIUS, facecolor=INK.card, edgecolor=INK.black))
    for corners, colour in zip(said["bands"], (INK.orange, INK.green), strict=True):
        if corners:
            axes.add_patch(Polygon(corners, facecolor=colour, edgecolor="none"))
    gradients.draw_sketch(axes, said["texts"])
    return figure
