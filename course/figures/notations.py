"""Five names for everything in the 2-3-1 network: the reader chooses a weight, bias, sum, output or blame on the drawing.

Names are written as TeX has them, `W^{[1]}_{12}`; the view makes them superscripts and subscripts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from course.figures import gradients
from course.figures.gradients import B1, B2, DZ1, DZ2, W1, W2, Z1, Array, M, X, matrix, number

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from course.figures.interactive import Interactive

WHOSE = ("this course", "Nielsen", "from-to", "Θ", "Mazur")
QUANTITIES = {
    "weight": "weight",
    "gradient": "its gradient",
    "bias": "bias",
    "sum": "sum",
    "output": "output",
    "blame": "blame",
}
ON_EDGES = ("weight", "gradient")
SIZES = (2, 3, 1)

A1: Array = np.maximum(Z1, 0.0)
Z2: Array = W2 @ A1 + B2
ARRAYS: dict[str, tuple[Array, ...]] = {  # layer by layer, the inputs first
    "weight": (np.empty((0, 0)), W1, W2),
    "gradient": (np.empty((0, 0)), DZ1 @ X.T / M, DZ2 @ A1.T / M),
    "bias": (np.empty((0, 0)), B1, B2),
    "sum": (np.empty((0, 0)), Z1, Z2),
    "output": (X, A1, 1 / (1 + np.exp(-Z2))),
    "blame": (np.empty((0, 0)), DZ1, DZ2),
}
BIAS_GRADIENTS: tuple[Array, ...] = (
    np.empty((0, 0)),
    DZ1.mean(axis=1, keepdims=True),
    DZ2.mean(axis=1, keepdims=True),
)

WIDTH, HEIGHT = 620, 476
PLACES = (((60, 80), (60, 200)), ((300, 45), (300, 140), (300, 235)), ((540, 140),))
EDGES: tuple[dict[str, Any], ...] = tuple(
    {
        "layer": layer,
        "row": row,
        "column": column,
        "from": PLACES[layer - 1][column],
        "to": PLACES[layer][row],
        "at": 0.7 if layer == 1 else 0.42,  # where on the edge its number is written
    }
    for layer in (1, 2)
    for row in range(SIZES[layer])
    for column in range(SIZES[layer - 1])
)
NODES: tuple[dict[str, Any], ...] = tuple(
    {"layer": layer, "row": row, "x": PLACES[layer][row][0], "y": PLACES[layer][row][1]}
    for layer in range(3)
    for row in range(SIZES[layer])
)
WIDE, TOP = 62, 330  # a cell of the matrices, and where they begin
SCENE: dict[str, Any] = {
    "width": WIDTH,
    "height": HEIGHT,
    "edges": EDGES,
    "nodes": NODES,
    "options": [{"value": key, "text": text} for key, text in QUANTITIES.items()],
    "on_edges": ON_EDGES,
}


@dataclass(frozen=True)
class State:
    """What the reader chooses: a quantity, and its place. Row and column count from 0; a neuron has no column."""

    quantity: str = "weight"
    layer: int = 1
    row: int = 0
    column: int = 1


@dataclass(frozen=True)
class Name:
    """A name in one notation, how it is said aloud, and what to know about it."""

    whose: str
    written: str
    note: str


def explore() -> Interactive:
    """Show the names and places of everything in the network, in five notations."""
    from course.figures.interactive import Interactive

    def respond(state: dict[str, Any]) -> dict[str, Any]:
        place = (int(state[key]) for key in ("layer", "row", "column"))
        return picture(State(str(state["quantity"]), *place))

    return Interactive("notations", SCENE, asdict(State()), respond, draw)


def placed(state: State) -> State:
    """Return the state with its place moved to the nearest one that has the quantity."""
    quantity = state.quantity if state.quantity in QUANTITIES else "weight"
    layer, row, column = min(max(state.layer, 0), 2), max(state.row, 0), max(state.column, 0)
    if layer == 0 and quantity != "output":
        layer, row, column = 1, 0, row  # an input has no weights of its own: a neuron that reads it
    row = min(row, SIZES[layer] - 1)
    column = min(column, SIZES[layer - 1] - 1) if quantity in ON_EDGES else 0
    return State(quantity, layer, row, column)


def picture(state: State) -> dict[str, Any]:
    """Return everything the figure shows for a state, as plain data."""
    state = placed(state)
    names = NAMES[state.quantity](state.layer, state.row + 1, state.column + 1)
    said: dict[str, Any] = asdict(state) | {
        "title": title(state),
        "names": [asdict(name) for name in names],
        "edges": [number(edge_value(state, edge)) for edge in EDGES],
        "nodes": [node_texts(state, node) for node in NODES],
        "matrices": matrices(state),
    }
    return said | {"label": label(said)}


def value(state: State) -> float:
    """Return the number that is chosen; sums, outputs and blame are those of example 1."""
    column = state.column if state.quantity in ON_EDGES else 0
    return float(ARRAYS[state.quantity][state.layer][state.row, column])


def edge_value(state: State, edge: dict[str, Any]) -> float:
    """Return what is written on an edge: its weight, or the gradient where gradients are chosen."""
    quantity = state.quantity if state.quantity in ON_EDGES else "weight"
    return float(ARRAYS[quantity][edge["layer"]][edge["row"], edge["column"]])


def node_texts(state: State, node: dict[str, Any]) -> dict[str, str]:
    """Return what is written in a circle: which neuron it is, and its number, if it has one of the chosen quantity."""
    layer, row = node["layer"], node["row"]
    shown = state.quantity if state.quantity not in ON_EDGES else ""
    has = bool(shown) and (layer > 0 or shown == "output")
    return {
        "name": neuron(layer, row + 1).replace(" neuron", ""),
        "value": number(ARRAYS[shown][layer][row, 0]) if has else "",
        "words": neuron(layer, row + 1),
    }


def neuron(layer: int, r: int) -> str:
    """Name a neuron or an input in words; r counts from 1."""
    return (f"input {r}", f"hidden neuron {r}", "output")[layer]


def title(state: State) -> str:
    """Say in words what is chosen, and its value."""
    r, s = state.row + 1, state.column + 1
    who, amount = neuron(state.layer, r), number(value(state))
    if state.quantity in ON_EDGES:
        what = "the weight" if state.quantity == "weight" else "the gradient of the weight"
        end = "" if state.quantity == "weight" else ", over four examples"
        where = f"from {neuron(state.layer - 1, s)} to {'the output' if state.layer == 2 else who}"
        return f"{what.capitalize()} {where}: {amount}{end}"
    if state.layer == 0:
        return f"{who.capitalize()} on example 1: {amount}"
    of = f"The {state.quantity} of {'the output neuron' if state.layer == 2 else who}"
    return f"{of}: {amount}" if state.quantity == "bias" else f"{of} on example 1: {amount}"


# The names. l is the layer as this course counts it; r, the neuron, and s, what it reads, count from 1.

Names = tuple[Name, ...]


def _five(*pairs: tuple[str, str]) -> Names:
    return tuple(Name(whose, written, note) for whose, (written, note) in zip(WHOSE, pairs, strict=True))


def mazurs_number(layer: int, r: int, s: int) -> int:
    """Return the number of a weight as Mazur counts: reader by reader, layer by layer."""
    before = sum(n * n_prev for n_prev, n in pairwise(SIZES[:layer]))
    return before + (r - 1) * SIZES[layer - 1] + s


def _mazurs(layer: int, r: int) -> str:
    return f"{'iho'[layer]}{r}"


def _weight(l: int, r: int, s: int) -> Names:  # noqa: E741 (the lessons' letter for a layer)
    return _five(
        (f"W^{{[{l}]}}_{{{r}{s}}}", f"reader {r} first, then {s}; code: W{l}[{r - 1}, {s - 1}]"),
        (f"w^{{{l + 1}}}_{{{r}{s}}}", f"same order; leads to his layer {l + 1}"),
        (f"w_{{{s}{r}}}[{l}]", f"from {s}, to {r}; starts from layer {l}"),
        (f"Θ^{{({l})}}_{{{r}{s}}}", f"reader first; starts from layer {l}; column 0 is the bias"),
        (f"w_{{{mazurs_number(l, r, s)}}}", "counted reader by reader"),
    )


def _gradient(l: int, r: int, s: int) -> Names:  # noqa: E741
    ours, his, arrow, folded, numbered = (name.written for name in _weight(l, r, s))
    return _five(
        (f"d{ours}", "average over the examples: BP1"),
        (f"∂C/∂{his}", "average of his BP4, which is for one example"),
        (f"∂E/∂{arrow}", f"output {s} times blame {r}"),
        (folded.replace("Θ", "D"), "Δ added up over the examples, over m"),
        (f"∂E_{{total}}/∂{numbered}", "he has one example, so no average"),
    )


def _bias(l: int, r: int, s: int) -> Names:  # noqa: E741
    return _five(
        (f"b^{{[{l}]}}_{{{r}}}", f"a column; code: b{l}[{r - 1}, 0]"),
        (f"b^{{{l + 1}}}_{{{r}}}", f"of his layer {l + 1}"),
        (f"b_{{{r}}}[{l + 1}]", f"of node {r} in layer {l + 1}"),
        (f"Θ^{{({l})}}_{{{r}0}}", f"no place of its own: row {r}, column 0"),
        (f"b_{{{l}}}", "one for the whole layer; here they differ, so he would need more"),
    )


def _sum(l: int, r: int, s: int) -> Names:  # noqa: E741
    return _five(
        (f"Z^{{[{l}]}}_{{{r}1}}", f"row {r}, column 1: example 1"),
        (f"z^{{{l + 1}}}_{{{r}}}", "a vector for each example"),
        (f"z_{{{r}}}[{l + 1}]", f"node {r} of layer {l + 1}"),
        (f"z^{{({l + 1})}}_{{{r}}}", "a vector for each example"),
        (f"net_{{{_mazurs(l, r)}}}", "of his one example"),
    )


def _output(l: int, r: int, s: int) -> Names:  # noqa: E741
    unit = "a unit a_{0} = 1 stands before it" if l < 2 else "no unit is added at the output"
    return _five(
        (f"A^{{[{l}]}}_{{{r}1}}", f"row {r}, column 1: example 1" if l else f"row {r} of X, column 1: example 1"),
        (f"a^{{{l + 1}}}_{{{r}}}", f"his layer {l + 1}; a vector for each example"),
        (f"a_{{{r}}}[{l + 1}]", f"node {r} of layer {l + 1}"),
        (f"a^{{({l + 1})}}_{{{r}}}", unit),
        (f"out_{{{_mazurs(l, r)}}}", "of his one example") if l else (f"i_{{{r}}}", "of his one example"),
    )


def _blame(l: int, r: int, s: int) -> Names:  # noqa: E741
    return _five(
        (f"dZ^{{[{l}]}}_{{{r}1}}", f"row {r}, column 1: example 1; no 1/m"),
        (f"δ^{{{l + 1}}}_{{{r}}}", "of one example"),
        (f"δ_{{{r}}}[{l + 1}]", f"node {r} of layer {l + 1}; of one example"),
        (f"δ^{{({l + 1})}}_{{{r}}}", "of one example; that of the unit is dropped" if l < 2 else "of one example"),
        (f"δ_{{{_mazurs(l, r)}}}", "of his one example"),
    )


NAMES: dict[str, Callable[[int, int, int], Names]] = {
    "weight": _weight,
    "gradient": _gradient,
    "bias": _bias,
    "sum": _sum,
    "output": _output,
    "blame": _blame,
}


# The matrices below the network


def matrices(state: State) -> list[dict[str, Any]]:
    """Return up to three matrices with the chosen entry in each, from left to right."""
    layer, r, s = state.layer, state.row, state.column
    array = ARRAYS[state.quantity][layer]
    if state.quantity in ON_EDGES:
        first = BIAS_GRADIENTS if state.quantity == "gradient" else ARRAYS["bias"]
        d, theta = ("d", "D") if state.quantity == "gradient" else ("", "Θ")
        return _row(
            (f"{d}W{layer}: rows read", array, (r, s)),
            ("arrows: from, to", array.T, (s, r)),
            (f"{theta}: bias in column 0", np.hstack([first[layer], array]), (r, s + 1)),
        )
    if state.quantity == "bias":
        return _row(
            (f"b{layer}: a column", array, (r, 0)),
            ("Θ: in column 0", np.hstack([array, ARRAYS["weight"][layer]]), (r, 0)),
        )
    letter = {"sum": "Z", "output": "A", "blame": "dZ"}[state.quantity]
    name = f"{letter}{layer}" if layer else "A0 = X"
    vector = {"sum": "z", "output": "a", "blame": "δ"}[state.quantity]
    shown = [(f"{name}: an example a column", array, (r, 0)), (f"{vector} of ex. 1", array[:, :1], (r, 0))]
    if state.quantity == "output" and layer < 2:
        shown.append(("Θ: unit on top", np.vstack([np.ones((1, 1)), array[:, :1]]), (r + 1, 0)))
    return _row(*shown)


def _row(*shown: tuple[str, Array, tuple[int, int]]) -> list[dict[str, Any]]:
    """Place matrices beside each other, with room for a long name over a narrow one."""
    widths = [max(array.shape[1] * WIDE, 8 * len(name)) for name, array, _ in shown]
    gap = min(56, (WIDTH - sum(widths)) / len(shown))
    x, placed_ = (WIDTH - sum(widths) - gap * (len(shown) - 1)) / 2, []
    for (name, array, chosen), width in zip(shown, widths, strict=True):
        left = x + (width - array.shape[1] * WIDE) / 2
        placed_.append(matrix(name, array, (left, TOP), "made", chosen=chosen, wide=WIDE))
        x += width + gap
    return placed_


# In words, and on paper


def spoken(written: str) -> str:
    """Write a name without marks of TeX, for those who hear it: `W [1] 12`."""
    return " ".join(re.sub(r"[\^_]?\{|\}", " ", written).split())


def label(said: dict[str, Any]) -> str:
    """Say in words what the picture shows."""
    names = "; ".join(f"{one['whose']}: {spoken(one['written'])}, {spoken(one['note'])}" for one in said["names"])
    below = ". ".join(gradients.spoken(part) for part in said["matrices"])
    return (
        "A network with two inputs, three hidden neurons and one output, a weight on each edge. "
        f"Chosen: {said['title']}. {names}. Below: {below}."
    )


def draw(said: dict[str, Any]) -> Figure:
    """Draw a picture with matplotlib: the network and the matrices at the left, the names at the right."""
    from course.pictures import INK

    figure, axes = gradients.board(WIDTH + 270, HEIGHT)
    on_edge = said["quantity"] in ON_EDGES
    place = (said["layer"], said["row"], said["column"])
    for edge, words in zip(EDGES, said["edges"], strict=True):
        (x, y), (right, low) = edge["from"], edge["to"]
        lit = on_edge and (edge["layer"], edge["row"], edge["column"]) == place
        axes.plot([x, right], [y, low], color=INK.orange if lit else INK.grey, linewidth=3.5 if lit else 1, zorder=0)
        paper = {"facecolor": INK.card, "edgecolor": INK.black if lit else "none", "pad": 1.5}
        at = (x + edge["at"] * (right - x), y + edge["at"] * (low - y))
        axes.text(*at, words, ha="center", va="center", fontsize=9.5, bbox=paper)
    for node, texts in zip(NODES, said["nodes"], strict=True):
        chosen = not on_edge and (node["layer"], node["row"]) == place[:2]
        axes.plot(
            node["x"],
            node["y"],
            "o",
            markersize=44,
            color=INK.card,
            markeredgecolor=INK.orange if chosen else INK.black,
            markeredgewidth=3.5 if chosen else 1,
        )
        words = f"{texts['name']}\n{texts['value']}".strip().replace(
            "input ", "input\n" if not texts["value"] else "input "
        )
        axes.text(node["x"], node["y"], words, ha="center", va="center", fontsize=8.5)
    for part in said["matrices"]:
        gradients.draw_matrix(axes, part)
    axes.text(WIDTH + 10, 40, wrapped(said["title"], 34), fontsize=10.5, weight="bold", va="center")
    for k, one in enumerate(said["names"]):
        y = 100 + 74 * k
        axes.text(WIDTH + 10, y, one["whose"], fontsize=10)
        axes.text(WIDTH + 120, y, f"${one['written']}$", fontsize=13)
        axes.text(WIDTH + 10, y + 24, wrapped(spoken(one["note"])), fontsize=8.5, color=INK.grey, va="center")
    return figure


def wrapped(words: str, most: int = 42) -> str:
    """Break a line that is too long for its place on paper."""
    from textwrap import fill

    return fill(words, most)
