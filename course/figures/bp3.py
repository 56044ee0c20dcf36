"""BP3, one hidden neuron at a time: it collects blame from every neuron it feeds, through the weights it feeds them with.

The weights that leave a neuron are a column of W; that column is a row of Wᵀ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from course.figures import gradients
from course.figures.gradients import Array, factor, factors, index, matrix, number, text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from course.figures.interactive import Interactive

PreviousActivationGradient = Callable[[Array, Array], Any]

# The running example's output layer has a single neuron; here a second one stands below it.
W: Array = np.array([[2.0, -1.0, 1.0], [0.5, 1.0, -2.0]])
DZ: Array = np.array([[0.5, -0.2], [-1.0, 0.3]])
RIGHT: Array = W.T @ DZ
N, N_PREV, M = 2, 3, 2
SLIPS: gradients.Slips = (
    ("It is divided by m. dA belongs to the loss of one example, where nothing is averaged yet.", RIGHT / M),
    ("Every entry has the opposite sign.", -RIGHT),
    ("It is dA on its side: it should have a row for each hidden neuron and a column for each example.", RIGHT.T),
    ("It is the sum over the examples, but each example keeps a column of its own.", RIGHT.sum(axis=1, keepdims=True)),
)

WIDTH, HEIGHT = 600, 474
HIDDEN = tuple((72, 70 + 100 * s) for s in range(N_PREV))
NEXT = tuple((452, 105 + 130 * k) for k in range(N))
EDGES: tuple[dict[str, Any], ...] = tuple(
    {"s": s, "k": k, "from": NEXT[k], "to": HIDDEN[s]} for s in range(N_PREV) for k in range(N)
)
NARROW, ROW = 48, 352
SIGNS = [
    text(183, ROW + 50, "→", "middle", "strong"),
    text(314, ROW + 50, "·", "middle", "strong"),
    text(439, ROW + 50, "=", "middle", "strong"),
    text(HIDDEN[0][0], 22, "hidden neurons"),
    text(NEXT[0][0], 22, "neurons of the next layer"),
]
SCENE: dict[str, Any] = {
    "width": WIDTH,
    "height": HEIGHT,
    "hidden": HIDDEN,
    "next": NEXT,
    "edges": EDGES,
    "examples": M,
}


@dataclass(frozen=True)
class State:
    """What the reader chooses: the hidden neuron and the example, counted from 0."""

    s: int = 0
    i: int = 0


def explore(previous_activation_gradient: PreviousActivationGradient | None = None) -> Interactive:
    """Show from whom each of three hidden neurons collects its blame.

    `previous_activation_gradient(W, dZ)` gets arrays of shapes (2, 3) and (2, 2) and returns dA_prev of shape (3, 2).
    """
    from course.figures.interactive import Interactive

    def respond(state: dict[str, Any]) -> dict[str, Any]:
        return picture(State(int(state["s"]), int(state["i"])), previous_activation_gradient)

    return Interactive("bp3", SCENE, asdict(State()), respond, draw, printed={"s": 1})


def picture(state: State, previous_activation_gradient: PreviousActivationGradient | None = None) -> dict[str, Any]:
    """Return everything the figure shows for a state, as plain data."""
    s, i = state.s, state.i
    mine, problem, signs = gradients.judged(previous_activation_gradient, (W, DZ), RIGHT, "dA_prev", SLIPS)
    total = number(RIGHT[s, i])
    symbols = " + ".join(f"W{index(k, s)} · dZ{index(k, i)}" for k in range(N))
    terms = " + ".join(f"{w} · {factor(dz)}" for w, dz in zip(factors(W[:, s]), DZ[:, i], strict=True))
    said: dict[str, Any] = asdict(state) | {
        "matrices": {
            "weights": matrix("W", W, (16, ROW + 15), "came", [(k, s) for k in range(N)], wide=NARROW),
            "turned": matrix("Wᵀ", W.T, (206, ROW), "came", [(s, k) for k in range(N)], wide=NARROW),
            "blame": matrix("dZ", DZ, (328, ROW + 15), "blame", [(k, i) for k in range(N)], wide=NARROW),
            "made": matrix(
                "dA_prev" if signs is None else "your dA_prev",
                mine,
                (455, ROW),
                "made",
                chosen=(s, i),
                signs=signs,
                wide=71,
            ),
        },
        "texts": [*SIGNS, *edge_texts(s, i)],
        "hidden": [{"name": f"dA{index(one, i)}", "value": number(RIGHT[one, i])} for one in range(N_PREV)],
        "next": [{"name": f"dZ{index(k, i)}", "value": number(DZ[k, i])} for k in range(N)],
        "title": f"dA{index(s, i)}, in code dA_prev[{s}, {i}]",
        "equation": f"{symbols} = {terms} = {total}",
        "meaning": meaning(s, i),
        "turning": f"Its outgoing weights stand in column {s + 1} of W. Turned, that column is row {s + 1} of Wᵀ.",
        "verdict": "All six entries of your function are right." if signs is not None and not problem else "",
        "problem": problem,
    }
    return said | {"label": label(said)}


def edge_texts(s: int, i: int) -> list[dict[str, Any]]:
    """Return what is written on the edges: every weight, and on those of the chosen neuron what comes back along them."""
    texts = []
    for edge in EDGES:
        k, (x, y), (left, top) = edge["k"], edge["from"], edge["to"]
        weight = number(W[k, edge["s"]])
        if edge["s"] != s:
            texts.append(text(left + 0.24 * (x - left), top + 0.24 * (y - top) + 5, weight))
            continue
        words = f"{weight} · {factor(DZ[k, i])} = {number(W[k, s] * DZ[k, i])}"
        texts.append(text(left + 0.5 * (x - left), top + 0.5 * (y - top) + 5, words, "middle", "tag"))
    return texts


def meaning(s: int, i: int) -> str:
    """Say what the entry tells."""
    blame = float(RIGHT[s, i])
    way = "rises" if blame > 0 else "falls"
    return (
        f"Hidden neuron {s + 1} feeds both neurons of the next layer, and hears from both. Raise its output by a little on "
        f"example {i + 1}, and the loss of that example {way} {number(abs(blame))} times as much."
    )


def label(said: dict[str, Any]) -> str:
    """Say in words what the picture shows."""
    sentences = (
        "Three hidden neurons at the left, each with an edge to both neurons of the next layer at the right.",
        *(f"{gradients.spoken(said['matrices'][name])}." for name in ("weights", "blame", "made")),
        f"Chosen: {said['title']}. Back along its two edges: {said['equation']}.",
        said["meaning"],
        said["turning"],
        said["verdict"],
        said["problem"],
    )
    return " ".join(filter(None, sentences))


def draw(said: dict[str, Any]) -> Figure:
    """Draw a picture with matplotlib."""
    from course.pictures import INK

    figure, axes = gradients.board(WIDTH, HEIGHT)
    for edge in EDGES:
        lit = edge["s"] == said["s"]
        (x, y), (left, top) = edge["from"], edge["to"]
        axes.plot([x, left], [y, top], color=INK.orange if lit else INK.grey, linewidth=2.6 if lit else 1, zorder=0)
    nodes = [*zip(HIDDEN, said["hidden"], strict=True), *zip(NEXT, said["next"], strict=True)]
    for k, ((x, y), one) in enumerate(nodes):
        width = 3 if k == said["s"] else 1
        axes.plot(x, y, "o", markersize=48, color=INK.card, markeredgecolor=INK.black, markeredgewidth=width)
        axes.text(x, y, f"{one['name']}\n{one['value']}", ha="center", va="center", fontsize=9.5)
    for part in said["matrices"].values():
        gradients.draw_matrix(axes, part)
    gradients.draw_sketch(axes, said["texts"])
    return figure
