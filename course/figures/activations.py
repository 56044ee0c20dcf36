"""Activation functions and their slopes, with a point that moves along all of them.

`explore({"sigmoid": sigmoid, …})` draws the student's own functions; slopes are central differences of the same functions.
One that is not written yet, or fails, is left out and named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from course.figures.guest import Trouble, as_array, ask, quiet, written

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from course.figures.interactive import Interactive

Array = NDArray[np.float64]
Activation = Callable[[Any], Any]
Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, right, low, high

REACH = 6.0  # z goes from −REACH to REACH
Z: Array = np.round(np.linspace(-REACH, REACH, 240, endpoint=False) + REACH / 240, 6)  # not 0, where slopes may jump
EPS = 1e-5
VALUES, SLOPES = (-1.3, 2.5), (-0.15, 1.15)  # what the two plots show
DASHES = ("", "9 5", "2 4", "12 4 2 4", "5 3", "16 5")
START = {"z": 1.0, "chosen": ""}


def sigmoid(z: Any) -> Any:
    """Return 1 / (1 + e^−z), from tanh, which does not overflow."""
    return 0.5 * (1 + np.tanh(np.asarray(z) / 2))


def relu(z: Any) -> Any:
    """Return z where it is positive, else 0."""
    return np.maximum(z, 0.0)


def leaky_relu(z: Any, slope: float = 0.01) -> Any:
    """Return z where it is positive, else slope · z."""
    return np.where(np.asarray(z) > 0, z, slope * np.asarray(z))


FUNCTIONS: Mapping[str, Activation] = {
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "relu": relu,
    "leaky_relu (0.1)": partial(leaky_relu, slope=0.1),  # 0.01 would lie on the axis
}


def explore(functions: Mapping[str, Activation] | None = None) -> Interactive:
    """Show activation functions, above their slopes; `functions` maps names to functions of an array.

    Without an argument: sigmoid, tanh, ReLU and leaky ReLU (with slope 0.1, to be seen).
    """
    from course.figures.interactive import Interactive

    drawn, missing = curves(functions or FUNCTIONS)
    scene = {
        "z": Z.tolist(),
        "reach": REACH,
        "values": VALUES,
        "slopes": SLOPES,
        "curves": drawn,
        "missing": missing,
    }

    def respond(state: dict[str, Any]) -> dict[str, Any]:
        kept = {curve["name"]: (functions or FUNCTIONS)[curve["name"]] for curve in drawn}
        return picture(float(state["z"]), str(state["chosen"]), kept)

    return Interactive("activations", scene, dict(START), respond, partial(draw, scene))


def curves(functions: Mapping[str, Activation]) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the curves that can be drawn, each with its labels' places, and a sentence for each that cannot."""
    values: dict[str, Array] = {}
    slopes: dict[str, Array] = {}
    missing = []
    with quiet():
        for name, function in functions.items():
            try:
                values[name] = as_array(ask(function, Z.copy()), Z.shape)
                slopes[name] = slope(function, Z)
            except Trouble as trouble:
                values.pop(name, None)
                missing.append(f"{name} {trouble}; it is left out.")
                continue
            if odd := int((~np.isfinite(values[name])).sum()):
                missing.append(f"{name} gives no finite number at {odd} of {Z.size} points; there its curve is broken.")
    on_values, on_slopes = label_places(values, VALUES), label_places(slopes, SLOPES)
    drawn = [
        {
            "name": name,
            "style": (style := list(functions).index(name) % len(DASHES)),  # of colour and dashes
            "dash": DASHES[style],
            "values": pen(values[name]),
            "slopes": pen(slopes[name]),
            "label": on_values[name],
            "slope_label": on_slopes[name],
        }
        for name in values
    ]
    return drawn, missing


def slope(function: Activation, z: Array) -> Array:
    """Return the central difference of a function, element by element."""
    above, below = (as_array(ask(function, z + side), z.shape) for side in (EPS, -EPS))
    return (above - below) / (2 * EPS)


def pen(values: Array) -> list[float | None]:
    """Return a curve as a list to draw, with None where the pen is lifted: at jumps and where there is no number."""
    line: list[float | None] = [round(float(v), 4) if np.isfinite(v) else None for v in np.clip(values, -99, 99)]
    jumps = [i for i, (a, b) in enumerate(pairwise(line)) if a is not None and b is not None and abs(b - a) > 0.5]
    for i in reversed(jumps):
        line[i] = None
    return line


def label_places(lines: Mapping[str, Array], window: tuple[float, float]) -> dict[str, Point]:
    """Return the middle of each curve's name: beside the curve, and nearer to it than to any other."""
    places: dict[str, Point] = {}
    boxes: list[Box] = []
    for name, line in lines.items():
        others = [np.nan_to_num(other, nan=99.0) for key, other in lines.items() if key != name]
        own = np.nan_to_num(line, nan=99.0)
        tried = [(room(box, own, others, boxes, window) - far, box) for far, box in around(name, own, window)]
        left, right, low, high = max(tried)[1]
        boxes.append((left, right, low, high))
        places[name] = ((left + right) / 2, (low + high) / 2)
    return places


def around(name: str, line: Array, window: tuple[float, float]) -> Iterator[tuple[float, Box]]:
    """Give every box for a name above, below, left and right of a curve, and how far from the curve it is."""
    tall = window[1] - window[0]
    height, width = 0.08 * tall, 0.2 * len(name.split()[0]) + 0.3
    for z, value in zip(Z[::3], line[::3], strict=True):
        under = line[np.abs(Z - z) <= width / 2]
        for edge, low in ((under.max(), under.max() + 0.02 * tall), (under.min(), under.min() - 0.02 * tall - height)):
            yield (
                abs(float(edge - value)) + 0.002 * abs(z),
                (z - width / 2, z + width / 2, float(low), float(low) + height),
            )
        for left in (z + 0.15, z - 0.15 - width):
            yield 0.01 * tall + 0.002 * abs(z), (left, left + width, value - height / 2, value + height / 2)


def room(box: Box, own: Array, others: list[Array], boxes: list[Box], window: tuple[float, float]) -> float:
    """Return how clear of the other curves a box is; very little if it covers its own, a name, or the plot's edge."""
    left, right, low, high = box
    inside = left >= -REACH and right <= REACH and low >= window[0] and high <= window[1]
    under = (left <= Z) & (right >= Z)
    gaps = [float(np.maximum(low - line[under], line[under] - high).min(initial=9)) for line in (own, *others)]
    if not inside or gaps[0] < 0 or any(left < b[1] and b[0] < right and low < b[3] and b[2] < high for b in boxes):
        return -99.0
    return min([*gaps[1:], 0.15 * (window[1] - window[0])])


def picture(z: float, chosen: str, functions: Mapping[str, Activation]) -> dict[str, Any]:
    """Return what the figure shows at z: one row a function, and the same in words."""
    with quiet():
        rows = [row(name, function, z) for name, function in functions.items()]
    told = [one for one in rows if chosen in ("", one["name"])]
    words = "; ".join(f"{one['name']} {one['a']}, slope {one['slope']}" for one in told)
    corners = [one["name"] for one in rows if "|" in one["slope"]]
    note = f"At z = {written(z)} the slope of {' and '.join(corners)} jumps: left | right." if corners else ""
    result = f"z = {written(z, 1, least=1)}: {words}." if told else "No function can be drawn yet."
    label = f"Activation functions and, below them, their slopes, for z from −6 to 6. At {result} {note}".strip()
    return {"z": z, "chosen": chosen, "rows": rows, "result": result, "note": note, "label": label}


def row(name: str, function: Activation, z: float) -> dict[str, Any]:
    """Return value and slope of one function at z, as numbers to draw and as text; two slopes where it has a corner."""
    try:
        below, here, above = as_array(ask(function, np.array([z - EPS, z, z + EPS])), (3,))
    except Trouble:
        below = here = above = np.nan
    if not np.isfinite([below, here, above]).all():
        return {"name": name, "a": "?", "slope": "?", "at": None, "rise": None}
    left, right = (here - below) / EPS, (above - here) / EPS
    corner = abs(right - left) > 1e-3
    slopes = f"{written(left)} | {written(right)}" if corner else written((left + right) / 2, 4, least=4)
    rise = None if corner else float((left + right) / 2)
    return {"name": name, "a": written(here, 4, least=4), "slope": slopes, "at": float(here), "rise": rise}


def draw(scene: dict[str, Any], said: dict[str, Any]) -> Figure:
    """Draw a picture with matplotlib: the values on the left, their slopes on the right."""
    from course.pictures import INK, paper

    figure, plots = paper(8.4, 3.4, columns=2)
    colours = (INK.blue, INK.orange, INK.green, INK.purple, INK.black, INK.yellow)
    for plot, key, point, window in ((plots[0], "values", "at", VALUES), (plots[1], "slopes", "rise", SLOPES)):
        plot.axvline(said["z"], color=INK.grey, linewidth=1)
        for curve, one in zip(scene["curves"], said["rows"], strict=True):
            colour, dashes = colours[curve["style"]], tuple(float(dash) / 2.2 for dash in curve["dash"].split())
            style: dict[str, Any] = {"color": colour, "linestyle": (0, dashes) if dashes else "-"}
            plot.plot(Z, np.array(curve[key], dtype=float), label=curve["name"], **style)
            if one[point] is not None and window[0] <= one[point] <= window[1]:
                plot.plot(said["z"], one[point], marker="o", color=colour, markeredgecolor=INK.card)
        plot.set(xlabel="z", ylabel="a" if key == "values" else "slope of a", xlim=(-REACH, REACH), ylim=window)
    if scene["curves"]:
        plots[0].legend(loc="upper left", frameon=False, fontsize=10, handlelength=3)
    return figure
