"""The computation graph of f = (x + y) z: values flow forward, one node at a time, and gradients flow back.

`explore(gradients)` ends with the student's own `gradients(x, y, z)` beside a measurement: nudge one input, see f change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from course.figures.guest import Trouble, as_number, ask, quiet, written

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from course.figures.interactive import Interactive

Gradients = Callable[[float, float, float], Any]
Three = tuple[float, float, float]
Point = tuple[float, float]

REACH = 3.0  # x, y and z go from −REACH to REACH
NUDGE = 0.01
ROUNDING = 1e-6  # f is a straight line in each input: a nudge measures exactly, but for rounding
INPUTS = ("x", "y", "z")
VALUE_AT = {"x": 0, "y": 0, "z": 0, "q": 1, "f": 2}  # the step at which a value appears
GRADIENT_AT = {"f": 3, "q": 4, "z": 4, "x": 5, "y": 5}
WORKING = ("", "+", "×", "f", "×", "+", "")  # the node at work, step by step
LAST = 6  # the step of the nudges

WIDTH, HEIGHT = 660, 326
NODES: tuple[tuple[str, float, float], ...] = (
    ("x", 30, 50),
    ("y", 30, 160),
    ("z", 30, 272),
    ("+", 252, 105),
    ("×", 456, 190),
    ("f", 628, 190),
)
WIRES: tuple[tuple[str, tuple[Point, ...]], ...] = (
    ("x", ((50, 50), (190, 50), (234, 90))),
    ("y", ((50, 160), (190, 160), (234, 121))),
    ("q", ((275, 105), (398, 105), (439, 173))),
    ("z", ((50, 272), (398, 272), (440, 208))),
    ("f", ((479, 190), (607, 190))),
)
SCENE = {
    "width": WIDTH,
    "height": HEIGHT,
    "steps": LAST + 1,
    "nodes": [{"name": name, "x": x, "y": y} for name, x, y in NODES],
    "wires": [{"name": name, "points": points} for name, points in WIRES],
    "sliders": [{"name": name, "label": name, "low": -REACH, "high": REACH, "step": 0.1} for name in INPUTS],
}


@dataclass(frozen=True)
class State:
    """What the reader sets: the three inputs, and the step."""

    x: float = 1.0
    y: float = 2.0
    z: float = -2.0
    step: int = 0


def explore(gradients: Gradients | None = None) -> Interactive:
    """Show the graph of f = (x + y) z, to be stepped through forward and backward.

    `gradients(x, y, z)` takes three floats and returns (∂f/∂x, ∂f/∂y, ∂f/∂z); the last step puts it beside nudges.
    """
    from course.figures.interactive import Interactive

    def respond(state: dict[str, Any]) -> dict[str, Any]:
        x, y, z = (float(state[name]) for name in INPUTS)
        return picture(State(x, y, z, int(state["step"])), gradients)

    return Interactive("derivatives", SCENE, asdict(State()), respond, draw, printed={"step": LAST - 1})


def picture(state: State, gradients: Gradients | None = None) -> dict[str, Any]:
    """Return everything the figure shows for a state, as plain data."""
    values, slopes = forward(state), backward(state)
    last = state.step >= LAST
    answer = asked(gradients, state) if last and gradients else None
    title, rule, sums = told(state.step, values, slopes, answer is not None)
    said: dict[str, Any] = asdict(state) | {
        "wires": [
            {
                "name": name,
                "value": f"{name} = {number(values[name])}" if state.step >= VALUE_AT[name] else f"{name} = ?",
                "gradient": f"∂f/∂{name} = {number(slopes[name])}" if state.step >= GRADIENT_AT[name] else "",
                "known": state.step >= VALUE_AT[name],
                "new": state.step in (VALUE_AT[name], GRADIENT_AT[name]),
            }
            for name, _ in WIRES
        ],
        "working": WORKING[state.step],
        "title": title,
        "rule": rule,
        "sums": sums,
        "rows": rows(state, answer) if last else [],
        "yours": answer is not None,
        "verdict": verdict(answer, slopes) if isinstance(answer, tuple) else "",
        "problem": complaint(answer, slopes, state) if answer is not None else "",
    }
    return said | {"label": label(said)}


def forward(state: State) -> dict[str, float]:
    """Return the value on every wire."""
    q = state.x + state.y
    return {"x": state.x, "y": state.y, "z": state.z, "q": q, "f": q * state.z}


def backward(state: State) -> dict[str, float]:
    """Return the derivative of f with respect to the value on every wire, from f back to the inputs."""
    df = 1.0
    dq, dz = df * state.z, df * (state.x + state.y)  # × exchanges its inputs
    dx = dy = dq  # + hands on
    return {"f": df, "q": dq, "z": dz, "x": dx, "y": dy}


def told(step: int, values: dict[str, float], slopes: dict[str, float], yours: bool) -> tuple[str, str, list[str]]:
    """Return a step's title, the rule it uses, and that rule in numbers."""
    x, q, f = (number(values[name]) for name in ("x", "q", "f"))
    plus_y, times_q, times_z = (factor(values[name]) for name in ("y", "q", "z"))
    dq, dz, dx = (number(slopes[name]) for name in ("q", "z", "x"))
    return (
        (
            "f = (x + y) z, as a graph",
            "Three inputs are set, nothing is computed yet. Work out q and f in your head, then step forward.",
            [],
        ),
        ("Forward: through +", "+ adds what comes in.", [f"q = x + y = {x} + {plus_y} = {q}"]),
        ("Forward: through ×", "× multiplies what comes in.", [f"f = q · z = {times_q} · {times_z} = {f}"]),
        (
            "Backward: start at f",
            "Gradients flow against the arrows, and start at the end: when f moves by a little, f moves by exactly as much.",
            ["∂f/∂f = 1"],
        ),
        (
            "Backward: through ×",
            "× exchanges its inputs: each one's gradient is the other one's value, times the gradient that arrives.",
            [f"∂f/∂q = z · ∂f/∂f = {times_z} · 1 = {dq}", f"∂f/∂z = q · ∂f/∂f = {times_q} · 1 = {dz}"],
        ),
        (
            "Backward: through +",
            "+ hands its gradient on to both, unchanged: a little more of x or of y is as much more of q.",
            [f"∂f/∂x = 1 · ∂f/∂q = {dx}", f"∂f/∂y = 1 · ∂f/∂q = {dx}"],
        ),
        (
            "Check: nudge and measure",
            f"Add {NUDGE} to one input, leave the other two, and see by how much f changes. That change divided by {NUDGE} "
            f"should be the gradient{' on the wire, and the one your function returns' if yours else ' on its wire'}.",
            [],
        ),
    )[step]


def rows(state: State, answer: Three | Trouble | None) -> list[dict[str, str]]:
    """Return the table of the last step: for every input the change in f, the change divided by the nudge, and yours."""
    table = []
    for k, name in enumerate(INPUTS):
        change = nudged(state, name)
        measured = change / NUDGE
        yours = ""
        if isinstance(answer, tuple):
            yours = f"{number(answer[k])} {'✓' if close(answer[k], measured) else '✗'}"
        elif answer is not None:
            yours = "–"
        table.append({"name": name, "change": written(change, 4), "measured": number(measured), "yours": yours})
    return table


def nudged(state: State, name: str) -> float:
    """Return the change in f when one input grows by `NUDGE`."""
    moved = State(**(asdict(state) | {name: getattr(state, name) + NUDGE}))
    return forward(moved)["f"] - forward(state)["f"]


def asked(gradients: Gradients, state: State) -> Three | Trouble:
    """Return the three numbers of the student's function, or what went wrong."""
    with quiet():
        try:
            return as_three(ask(gradients, state.x, state.y, state.z))
        except Trouble as trouble:
            return trouble


def as_three(value: Any) -> Three:
    """Return three numbers as a tuple of floats; raise `Trouble` for anything else."""
    if value is None:
        raise Trouble("returned nothing (None). Is a return missing?")
    try:
        parts = list(value)
    except TypeError:
        raise Trouble("returned one value where three are needed: ∂f/∂x, ∂f/∂y, ∂f/∂z") from None
    if len(parts) != 3:
        raise Trouble(f"returned {len(parts)} values where three are needed: ∂f/∂x, ∂f/∂y, ∂f/∂z")
    first, second, third = (as_number(part) for part in parts)
    return first, second, third


def close(one: float, other: float) -> bool:
    """Say whether two gradients are equal but for rounding."""
    return abs(one - other) <= ROUNDING * max(1.0, abs(other))


def verdict(answer: Three, slopes: dict[str, float]) -> str:
    """Say that all three gradients agree, or nothing."""
    agree = all(close(mine, slopes[name]) for name, mine in zip(INPUTS, answer, strict=True))
    return "All three numbers of your function agree with the nudges." if agree else ""


def complaint(answer: Three | Trouble, slopes: dict[str, float], state: State) -> str:
    """Say in words what is wrong with the student's gradients, or nothing."""
    if isinstance(answer, Trouble):
        return f"Your function {ended(str(answer))} The nudges are measured all the same."
    wrong = [(name, mine) for name, mine in zip(INPUTS, answer, strict=True) if not close(mine, slopes[name])]
    if not wrong:
        return ""
    name, mine = wrong[0]
    start = f"For {name} the nudge measures {number(slopes[name])}; your function returns {number(mine)}."
    if matches(sorted(answer), sorted(slopes[one] for one in INPUTS)):
        return f"{start} The three numbers are the right ones in another order: it is ∂f/∂x, ∂f/∂y, ∂f/∂z."
    if matches(answer, [-slopes[one] for one in INPUTS]):
        return f"{start} All three have the opposite sign."
    return f"{start} Follow the wire from {name} to f: what is a little more of {name} multiplied by on its way?"


def matches(some: Sequence[float], others: Sequence[float]) -> bool:
    """Say whether two lists of gradients are equal but for rounding."""
    return all(close(one, other) for one, other in zip(some, others, strict=True))


def ended(text: str) -> str:
    """End a text as a sentence."""
    return text if text.endswith((".", "?")) else f"{text}."


def number(value: float) -> str:
    """Write a value or a gradient."""
    return written(value, 4)


def factor(value: float) -> str:
    """Write a number inside a sum or a product, a negative one in parentheses."""
    text = number(value)
    return f"({text})" if text.startswith("−") else text


def label(said: dict[str, Any]) -> str:
    """Say in words what the picture shows."""
    values = ", ".join(wire["value"] for wire in said["wires"] if wire["known"])
    gradients = ", ".join(wire["gradient"] for wire in said["wires"] if wire["gradient"])
    nudges = "; ".join(
        f"{row['name']} + {NUDGE} changes f by {row['change']}, divided by {NUDGE} that is {row['measured']}"
        + (f", yours {row['yours']}" if said["yours"] else "")
        for row in said["rows"]
    )
    sentences = (
        "Computation graph of f = (x + y) z: x and y go into +, which gives q; q and z go into ×, which gives f.",
        f"Values, above the wires: {values}.",
        f"Gradients, below the wires: {gradients}." if gradients else "",
        f"{said['title']}. {said['rule']}",
        *(f"{line}." for line in said["sums"]),
        f"{nudges}." if nudges else "",
        said["verdict"],
        said["problem"],
    )
    return " ".join(filter(None, sentences))


def draw(said: dict[str, Any]) -> Figure:
    """Draw a picture with matplotlib: values above the wires, gradients in dashed tags below."""
    from course.pictures import INK, canvas

    scale = 90.0
    figure, axes = canvas(WIDTH / scale, HEIGHT / scale)

    def place(point: Point) -> Point:
        return point[0] / scale, (HEIGHT - point[1]) / scale

    for (_, points), wire in zip(WIRES, said["wires"], strict=True):
        *line, before, tip = [place(point) for point in points]
        axes.plot(*zip(*line, before, tip, strict=True), color=INK.grey, linewidth=1.6, zorder=1)
        head = {"arrowstyle": "-|>", "color": INK.grey, "shrinkA": 0, "shrinkB": 0}
        axes.annotate("", tip, before, arrowprops=head)
        x, y = place(tag_place(points))
        axes.text(x, y + 0.1, wire["value"], ha="center", va="bottom", weight="bold")
        if wire["gradient"]:
            style = {"boxstyle": "larrow,pad=0.28", "facecolor": INK.card, "edgecolor": INK.orange, "linestyle": "--"}
            axes.text(x, y - 0.26, wire["gradient"], ha="center", va="center", fontsize=9.5, bbox=style)
    for name, x, y in NODES:
        axes.plot(*place((x, y)), "o", markersize=29, markerfacecolor=INK.card, markeredgecolor=INK.black, zorder=3)
        slant = "normal" if name in "+×" else "italic"
        axes.text(*place((x, y)), name, ha="center", va="center_baseline", fontsize=14, style=slant, zorder=4)
    return figure


def tag_place(points: Sequence[Point]) -> Point:
    """Return the middle of the level part of a wire, where its numbers stand."""
    (left, y), (right, _) = points[0], points[1]
    return (left + min(right, left + 140)) / 2, y
