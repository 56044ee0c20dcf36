"""Backpropagation, one equation at a time, on a network of the reader's choice: the stepper of lesson 10.

`explore(forward, backward)` shows the numbers of the student's own functions; where they cannot be used, the figure says why
and calculates itself. `networks` has the numbers, `equations` the steps, `arithmetic` what is written out at each.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from course.figures.arithmetic import Id, Place, View, arithmetic, note, same
from course.figures.equations import Step, steps_of
from course.figures.gradients import board
from course.figures.networks import (
    COSTS,
    HIDDEN,
    OUTPUTS,
    Backward,
    Followed,
    Forward,
    Network,
    Plan,
    followed,
    network,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from course.figures.interactive import Interactive

Cell = dict[str, Any]

SIZES = (1, 2, 3, 4)
SCENE: dict[str, Any] = {
    "presets": [
        {"value": "2-3-1", "text": "2-3-1"},
        {"value": "mazur", "text": "Mazur’s"},
        {"value": "own", "text": "one of your own"},
    ],
    "hidden": [{"value": n, "text": str(n)} for n in range(3)],
    "sizes": [{"value": n, "text": str(n)} for n in SIZES],
    "activations": [{"value": name, "text": name} for name in HIDDEN],
    "outputs": [{"value": f"{g} {cost}", "text": f"{g}, {COSTS[cost]}"} for g, cost in OUTPUTS],
}


@dataclass(frozen=True)
class State:
    """What the reader sets: the network, the example and the step, and the neuron or weight to follow ("1 0", "1 0 2")."""

    preset: str = "2-3-1"
    step: int = 0
    example: int = 0
    chosen: str = ""
    hidden: int = 1
    n1: int = 3
    n2: int = 2
    n_out: int = 2
    g1: str = "tanh"
    g2: str = "tanh"
    output: str = "sigmoid binary_cross_entropy"


def explore(forward: Forward | None = None, backward: Backward | None = None) -> Interactive:
    """Show a network forward and backward, an equation a step.

    `forward(X, params, activations)` returns (A_L, caches), caches being one (A_prev, Z) a layer;
    `backward(A_L, Y, params, caches, activations, cost)` returns one (dW, db) a layer.
    """
    from course.figures.interactive import Interactive

    @cache
    def numbers_of(plan: Plan) -> Followed:
        return followed(network(plan), forward, backward)

    def respond(state: dict[str, Any]) -> dict[str, Any]:
        known = State(**{name: state[name] for name in asdict(State())})
        return picture(known, numbers_of(plan_of(known)))

    return Interactive("backpropagation", SCENE, asdict(State()), respond, draw, printed={"step": 9, "chosen": "1 1"})


def plan_of(state: State) -> Plan:
    """Return the network that a state asks for. Softmax of a single neuron would always be 1, and gets two."""
    if state.preset == "mazur":
        return Plan("mazur")
    if state.preset == "2-3-1":
        return Plan()
    activation, cost = state.output.split()
    last = max(state.n_out, 2) if activation == "softmax" else state.n_out
    sizes = (2, *(state.n1, state.n2)[: state.hidden], last)
    return Plan("own", sizes, (*(state.g1, state.g2)[: state.hidden], activation), cost)


# The picture


def picture(state: State, known: Followed | None = None) -> dict[str, Any]:
    """Return everything the figure shows for a state, as plain data."""
    plan = plan_of(state)
    net = network(plan)
    known = known or followed(net)
    steps = steps_of(net)
    state = replace(state, step=min(state.step, len(steps) - 1), example=min(state.example, net.examples - 1))
    step = steps[state.step]
    candidates = candidates_of(net, step)
    focus = focus_of(state.chosen, candidates)
    view = View(net, known, steps, state.step, state.example, focus)
    result, used = arithmetic(view)
    view = replace(view, used=used)
    said: dict[str, Any] = {
        "key": str((plan, net.examples)),
        "preset": state.preset,
        "step": state.step,
        "steps": len(steps),
        "example": state.example,
        "examples": net.examples,
        "focus": written_id(focus),
        "candidates": [written_id(one) for one in candidates],
        "title": f"{step.reference} · {step.title}" if step.reference.startswith("BP") else step.title,
        "tokens": tokens_of(step),
        "rule": step.rule,
        "shapes": step.shapes,
        "sum": result,
        "note": note(view),
        "lines": lines(steps, state.step),
        "verdict": known.verdict,
        "problem": known.problem,
        "hint": hint(state),
    }
    said |= geometry(view)
    return said | {"label": label(said, view)}


def written_id(one: Id) -> str:
    """Write the id of a neuron or a weight."""
    return " ".join(map(str, one))


LEGEND = {"made": "computed now", "grad": "dZ, dA", "value": "X, A", "weight": "W", "rest": "b, Z, Y"}


def tokens_of(step: Step) -> list[dict[str, str]]:
    """Return an equation in pieces, each with its part; at the start, what the parts are."""
    if step.kind == "start":
        return [{"text": text, "part": part} for part, text in LEGEND.items()]
    return step.tokens


def lines(steps: list[Step], now: int) -> list[dict[str, Any]]:
    """Return all equations, for the list beside the picture."""
    return [
        {
            "step": k,
            "text": step.text,
            "reference": step.reference,
            "when": "now" if k == now else "done" if k < now else "later",
            "back": k > [one.kind for one in steps].index("cost"),
        }
        for k, step in enumerate(steps)
        if k
    ]


def candidates_of(net: Network, step: Step) -> list[Id]:
    """Return the neurons or weights that a step computes something for."""
    if step.kind == "start":
        return []
    rows = range(net.plan.sizes[step.layer])
    if step.kind == "BP1":
        return [(step.layer, r, s) for r in rows for s in range(net.plan.sizes[step.layer - 1])]
    return [(step.layer, r) for r in rows]


def focus_of(chosen: str, candidates: list[Id]) -> Id:
    """Return the neuron or weight to follow: the chosen one, one that goes with it, or the first."""
    if not candidates:
        return ()
    wanted = tuple(int(part) for part in chosen.split())
    near = [one for one in candidates if wanted and one[: len(wanted)] == wanted[: len(one)]]
    return (near or candidates)[0]


def hint(state: State) -> str:
    """Say why a network is another one than was asked for, or nothing."""
    if state.preset == "own" and state.output.startswith("softmax") and state.n_out < 2:
        return "Softmax of a single neuron is always 1, whatever its z. Here are two output neurons."
    return ""


# Where everything stands

ROW, TOP, HIGH = 134, 26, 18
W_AT = {1: 0.3, 2: 0.3, 3: 0.28, 4: 0.21}  # where on its edge a weight stands, by the neurons it could lead to
LINES = {"z": -28, "a": -10, "dA": 10, "dZ": 28}


def geometry(view: View) -> dict[str, Any]:
    """Return where neurons, edges and numbers stand, and how they are marked."""
    net = view.net
    sizes, last, many = net.plan.sizes, net.layers, net.digits > 4
    wide, gap, aside = (134, 190, 130) if many else (92, 142 if max(sizes) < 4 else 150, 94)
    rows = max(sizes)
    height = TOP + rows * ROW + 8
    across = [
        44.0 + (32 + gap + wide / 2 if layer else 0) + (gap + wide) * max(0, layer - 1) for layer in range(last + 1)
    ]
    target = across[-1] + wide / 2 + 24 + aside / 2

    def place(layer: int, row: int) -> tuple[float, float]:
        return across[layer], TOP + rows * ROW / 2 + (row - (sizes[layer] - 1) / 2) * ROW

    boxes, edges, cells = [], [], []
    for layer in range(last + 1):
        for row in range(sizes[layer]):
            x, y = place(layer, row)
            boxes.append(box(view, layer, row, (x, y), wide if layer else 64))
            cells += neuron_cells(view, layer, row, (x, y), wide)
    for layer in range(1, last + 1):
        for row in range(sizes[layer]):
            for column in range(sizes[layer - 1]):
                (x1, y1), (x2, y2) = place(layer - 1, column), place(layer, row)
                start, end = (x1 + (wide / 2 if layer > 1 else 32), y1), (x2 - wide / 2, y2)
                edges.append(edge(view, (layer, row, column), start, end))
                cells += weight_cells(view, (layer, row, column), start, end)
    for row in range(sizes[-1]):
        _, y = place(last, row)
        boxes.append({"id": "", "x": target, "y": y, "wide": aside, "high": 46, "kind": "target", "label": ""})
        cells += [
            cell(view, ("Y", row, view.example), "y", (target, y - 10), aside - 10),
            cell(view, ("loss", row, view.example), "loss", (target, y + 10), aside - 10),
        ]
    cells.append(cell(view, ("J", 0, 0), "J", (target, place(last, sizes[-1] - 1)[1] + 48), aside - 10))
    heads = [{"x": across[0], "text": "inputs"}, {"x": target, "text": "targets"}]
    heads += [{"x": across[k], "text": f"layer {k}: {name}"} for k, name in enumerate(net.plan.activations, 1)]
    width = target + aside / 2 + 8
    shown = [one for one in cells if one]
    return {"width": width, "height": height, "boxes": boxes, "edges": edges, "cells": shown, "heads": heads}


def cell(view: View, at: Place, name: str, middle: tuple[float, float], wide: float, of: Id = ()) -> Cell | None:
    """Return a number to write, with its name, if it is there at this step: marked by its part in the equation."""
    if not view.computed(at[0]):
        return None
    mine = view.value(*at)
    wrong = not same(mine, view.wanted(at))
    part = view.step.parts.get(at[0], "")
    return {
        "x": middle[0],
        "y": middle[1],
        "wide": wide,
        "name": name,
        "text": view.number(mine) + ("\u2009✗" if wrong else ""),
        "part": part,
        "used": at in view.used,
        "of": written_id(of),
    }


def box(view: View, layer: int, row: int, middle: tuple[float, float], wide: float) -> dict[str, Any]:
    """Return a neuron to draw, and its words."""
    i = view.example
    parts = (
        [("a", f"A{layer}"), ("z", f"Z{layer}"), ("dA", f"dA{layer}"), ("dZ", f"dZ{layer}")]
        if layer
        else [("input", "X")]
    )
    numbers = [f"{name} = {view.number(view.value(array, row, i))}" for name, array in parts if view.computed(array)]
    words = f"{view.name(layer, row)}, neuron {row + 1} of layer {layer}: " if layer else f"{view.net.names[0][row]}: "
    return {
        "id": written_id((layer, row)) if layer else "",
        "x": middle[0],
        "y": middle[1],
        "wide": wide,
        "high": 80 if layer else 44,
        "kind": "neuron" if layer else "input",
        "name": view.name(layer, row),
        "label": words + (", ".join(numbers) or "waits"),
    }


def neuron_cells(view: View, layer: int, row: int, middle: tuple[float, float], wide: float) -> list[Cell | None]:
    """Return the numbers of a neuron: in its box, above it the bias, below it the gradient of the bias."""
    (x, y), i = middle, view.example
    if not layer:
        return [cell(view, ("X", row, i), "", (x, y + 9), 54)]
    of, inner = (layer, row), wide - 8
    arrays = {"z": f"Z{layer}", "a": f"A{layer}", "dA": f"dA{layer}", "dZ": f"dZ{layer}"}
    return [
        cell(view, (f"b{layer}", row, 0), "b", (x + wide / 2 - 28, y - 51), 54, of),
        *(cell(view, (arrays[name], row, i), name, (x, y + below), inner, of) for name, below in LINES.items()),
        cell(view, (f"db{layer}", row, 0), "db", (x, y + 51), wide, of),
    ]


def edge(view: View, one: Id, start: tuple[float, float], end: tuple[float, float]) -> dict[str, Any]:
    """Return an edge to draw, and its words."""
    layer, row, column = one
    W, dW = f"W{layer}", f"dW{layer}"
    shown = [name for name in (dW, W) if name in view.step.parts]
    name = shown[0] if shown else ""
    words = f"weight from {view.net.names[layer - 1][column]} to {view.net.names[layer][row]}: {view.number(view.value(W, row, column))}"
    if view.computed(dW):
        words += f", dW = {view.number(view.value(dW, row, column))}"
    return {
        "id": written_id(one),
        "from": start,
        "to": end,
        "part": view.step.parts[name] if name else "",
        "used": (name, row, column) in view.used,
        "label": words,
    }


def weight_cells(view: View, one: Id, start: tuple[float, float], end: tuple[float, float]) -> list[Cell | None]:
    """Return the numbers of a weight: itself near where it starts, its gradient near where it ends."""
    layer, row, column = one
    sizes, many = view.net.plan.sizes, view.net.digits > 4

    def along(t: float) -> tuple[float, float]:
        return start[0] + t * (end[0] - start[0]), start[1] + t * (end[1] - start[1])

    W, dW = (f"W{layer}", row, column), (f"dW{layer}", row, column)
    near, far = (0.24, 0.7) if many else (W_AT[sizes[layer]], 1 - W_AT[sizes[layer - 1]])
    cells = [cell(view, W, view.net.weights.get(one, ""), along(near), 0, one), cell(view, dW, "", along(far), 0, one)]
    return [
        each | {"wide": 7.2 * len(each["name"] + each["text"]) + (16 if each["name"] else 8)} for each in cells if each
    ]


def label(said: dict[str, Any], view: View) -> str:
    """Say in words what the picture shows."""
    net = view.net
    sizes, m = "-".join(map(str, net.plan.sizes)), net.examples
    sentences = (
        f"A network of the sizes {sizes}; activations {', '.join(net.plan.activations)}; cost {COSTS[net.plan.cost]}.",
        f"Shown is example {view.example + 1} of {m}." if m > 1 else "It has one example.",
        f"Step {said['step']} of {said['steps'] - 1}. {said['title']}: {''.join(one['text'] for one in said['tokens'])}.",
        f"Shapes {said['shapes']}." if said["shapes"] else "",
        said["rule"],
        f"{said['sum'].replace(chr(10), '; ')}." if said["sum"] else "",
        said["note"],
        "; ".join(one["label"] for one in (*said["boxes"], *said["edges"]) if one["label"]) + ".",
        said["verdict"],
        said["problem"],
    )
    return " ".join(filter(None, sentences))


def draw(said: dict[str, Any]) -> Figure:
    """Draw a picture with matplotlib: neurons, edges, numbers, and above them the equation."""
    from matplotlib.patches import Rectangle

    from course.pictures import INK

    figure, axes = board(said["width"], said["height"])
    colours = {"made": INK.green, "grad": INK.orange, "value": INK.blue, "weight": INK.purple, "rest": INK.yellow}
    dashes = {"grad": "--", "value": ":", "weight": "-."}
    for one in said["edges"]:
        (x1, y1), (x2, y2) = one["from"], one["to"]
        style = {"color": colours.get(one["part"], INK.grey), "linestyle": dashes.get(one["part"], "-")}
        axes.plot([x1, x2], [y1, y2], linewidth=2.6 if one["used"] else 1, zorder=0, **style)
    for one in said["boxes"]:
        corner = (one["x"] - one["wide"] / 2, one["y"] - one["high"] / 2)
        lit = one["id"] and one["id"] == said["focus"]
        style = {"facecolor": INK.card, "edgecolor": INK.black, "linewidth": 2.4 if lit else 1}
        axes.add_patch(Rectangle(corner, one["wide"], one["high"], **style))
        if one["kind"] == "neuron":
            axes.text(corner[0], corner[1] - 12, one["name"], va="center", fontsize=9, weight="bold")
        if one["kind"] == "input":
            axes.text(one["x"], one["y"] - 10, one["name"], ha="center", va="center", fontsize=9, color=INK.grey)
    for one in said["cells"]:
        corner = (one["x"] - one["wide"] / 2, one["y"] - HIGH / 2)
        style = {"facecolor": INK.card, "edgecolor": colours.get(one["part"], "none")}
        style |= {"linewidth": 2.2 if one["used"] else 1, "linestyle": dashes.get(one["part"], "-")}
        axes.add_patch(Rectangle(corner, one["wide"], HIGH, zorder=2, **style))
        text = f"{one['name']} {one['text']}".strip()
        axes.text(one["x"], one["y"], text, ha="center", va="center", fontsize=8.5, zorder=3)
    for one in said["heads"]:
        axes.text(one["x"], 12, one["text"], ha="center", va="center", fontsize=9, color=INK.grey)
    equation = "".join(one["text"] for one in said["tokens"])
    result = said["sum"].partition("\n")[0]
    axes.set_title(f"{said['title']}: {equation}   {said['shapes']}\n{result}", fontsize=10)
    return figure
