"""BP1, one entry at a time: row r of dZ and row s of A_prev, multiplied example by example, and averaged, give dW[r, s].

`explore(weight_gradient)` shows the dW of the student's own `weight_gradient(dZ, A_prev)`, judged entry by entry.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from course.figures import gradients
from course.figures.gradients import DZ1, HIGH, WIDE, Array, M, X, factors, index, matrix, number, text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from course.figures.interactive import Interactive

WeightGradient = Callable[[Array, Array], Any]

RIGHT: Array = DZ1 @ X.T / M
SLIPS: gradients.Slips = (
    (f"Every entry is {M} times the right one: that is the sum over the examples, without the 1/m.", RIGHT * M),
    (f"Every entry is {M} times too small: is there a second 1/m?", RIGHT / M),
    ("Every entry has the opposite sign.", -RIGHT),
    ("It is dW on its side: dW has a row for each neuron and a column for each input, as W has.", RIGHT.T),
    ("It is dW on its side, and without the 1/m.", RIGHT.T * M),
)

WIDTH, HEIGHT = 638, 372
LEFT = 62  # where the columns of the examples begin
MIDDLES = [LEFT + (i + 0.5) * WIDE for i in range(M)]  # of these columns
BLAME_AT, CAME_AT, PRODUCTS_AT = (LEFT, 62), (LEFT, 208), (LEFT, 334)
MADE_AT = (468, 62)
ROOMY = 80  # a cell of dW, with room for its ✓ or ✗
TEXTS = [
    text(LEFT - 10, 18, "example", "end"),
    *(text(MIDDLES[i], 18, str(i + 1)) for i in range(M)),
    *(text(LEFT - 10, BLAME_AT[1] + r * HIGH + 20, f"neuron {r + 1}", "end") for r in range(3)),
    *(text(LEFT - 10, CAME_AT[1] + s * HIGH + 20, f"input {s + 1}", "end") for s in range(2)),
    text(LEFT - 10, PRODUCTS_AT[1] + 20, "product", "end"),
    *(text(MADE_AT[0] - 10, MADE_AT[1] + r * HIGH + 20, f"neuron {r + 1}", "end") for r in range(3)),
    *(text(MADE_AT[0] + (s + 0.5) * ROOMY, MADE_AT[1] + 3 * HIGH + 34, f"input {s + 1}") for s in range(2)),
]
SCENE: dict[str, Any] = {"width": WIDTH, "height": HEIGHT}


@dataclass(frozen=True)
class State:
    """What the reader chooses: the entry of dW, counted from 0."""

    r: int = 0
    s: int = 0


def explore(weight_gradient: WeightGradient | None = None) -> Interactive:
    """Show how each entry of dW comes about, for layer 1 of the running example.

    `weight_gradient(dZ, A_prev)` gets arrays of shapes (3, 4) and (2, 4) and returns dW of shape (3, 2).
    """
    from course.figures.interactive import Interactive

    def respond(state: dict[str, Any]) -> dict[str, Any]:
        return picture(State(int(state["r"]), int(state["s"])), weight_gradient)

    return Interactive("bp1", SCENE, asdict(State()), respond, draw, printed={"r": 1, "s": 0})


def picture(state: State, weight_gradient: WeightGradient | None = None) -> dict[str, Any]:
    """Return everything the figure shows for a state, as plain data."""
    r, s = state.r, state.s
    mine, problem, signs = gradients.judged(weight_gradient, (DZ1, X), RIGHT, "dW", SLIPS)
    products = DZ1[r] * X[s]
    total, entry = float(products.sum()), float(products.mean())
    terms = " + ".join(f"{dz} · {number(a)}" for dz, a in zip(factors(DZ1[r]), X[s], strict=True))
    said: dict[str, Any] = asdict(state) | {
        "matrices": {
            "blame": matrix("dZ1", DZ1, BLAME_AT, "blame", [(r, i) for i in range(M)]),
            "came": matrix("A_prev = X", X, CAME_AT, "came", [(s, i) for i in range(M)]),
            "products": matrix("", products[np.newaxis], PRODUCTS_AT, "", [(0, i) for i in range(M)], shape=""),
            "made": matrix(
                "dW1" if signs is None else "your dW1",
                mine,
                MADE_AT,
                "made",
                chosen=(r, s),
                signs=signs,
                wide=ROOMY,
            ),
        },
        "texts": [*TEXTS, *sum_texts(total, entry)],
        "arrows": arrows(r, s),
        "title": f"dW{index(r, s)}, in code dW1[{r}, {s}]",
        "equation": f"¼ ({terms}) = {number(entry)}",
        "meaning": f"The weight with which hidden neuron {r + 1} reads input {s + 1}. {meaning(r, s)}",
        "verdict": "All six entries of your function are right." if signs is not None and not problem else "",
        "problem": problem,
    }
    return said | {"label": label(said)}


def sum_texts(total: float, entry: float) -> list[dict[str, Any]]:
    """Return what is written right of the products: their sum, and its quarter."""
    y = PRODUCTS_AT[1] + 20
    return [
        text(LEFT + M * WIDE + 14, y, f"sum {number(total)} · ¼ =", "start", "plain"),
        text(MADE_AT[0] + ROOMY, y, number(entry), "middle", "strong"),
    ]


def arrows(r: int, s: int) -> list[dict[str, Any]]:
    """Return the arrows from the lit row of dZ over that of A_prev down to the products, and from the sum up to dW."""
    up = MADE_AT[0] + ROOMY
    return [
        *({"from": (x, CAME_AT[1] + 2 * HIGH + 24), "to": (x, PRODUCTS_AT[1] - 8)} for x in MIDDLES),
        {"from": (up, PRODUCTS_AT[1] - 6), "to": (up, MADE_AT[1] + 3 * HIGH + 48)},
    ]


def meaning(r: int, s: int) -> str:
    """Say what the entry tells, and which examples are heard."""
    products = DZ1[r] * X[s]
    if not products.any():
        blamed = " and ".join(str(i + 1) for i in np.flatnonzero(DZ1[r]))
        return (
            f"The neuron is blamed on example {blamed} alone, and there the input was 0: nothing reaches this weight."
        )
    entry, most = float(products.mean()), int(np.argmax(abs(products)))
    way = "rises" if entry > 0 else "falls"
    unheard = [str(i + 1) for i in range(M) if DZ1[r, i] and not X[s, i]]
    return " ".join(
        [
            f"Raise it a little, and the cost {way} by {number(abs(entry))} for each unit.",
            f"Example {most + 1} says most.",
            *(f"Example {i} blames the neuron, but its input was 0." for i in unheard[:1]),
        ]
    )


def label(said: dict[str, Any]) -> str:
    """Say in words what the picture shows."""
    sentences = (
        "Three matrices below each other, a column an example, and dW at the right.",
        *(f"{gradients.spoken(said['matrices'][name])}." for name in ("blame", "came", "made")),
        f"Chosen: {said['title']}. Row {said['r'] + 1} of dZ1 and row {said['s'] + 1} of A_prev are lit, "
        f"their products are added and averaged: {said['equation']}.",
        said["meaning"],
        said["verdict"],
        said["problem"],
    )
    return " ".join(filter(None, sentences))


def draw(said: dict[str, Any]) -> Figure:
    """Draw a picture with matplotlib."""
    figure, axes = gradients.board(WIDTH, HEIGHT)
    for part in said["matrices"].values():
        gradients.draw_matrix(axes, part)
    gradients.draw_sketch(axes, said["texts"], said["arrows"])
    return figure
