"""BP2, and the ways to get it wrong: dZ summed along the examples or along the neurons, kept as a column or not.

What comes out is subtracted from b. One of the four results gives each neuron its own gradient; NumPy accepts them all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from course.figures import gradients
from course.figures.gradients import B1, DZ1, HIGH, WIDE, Array, M, factor, factors, index, matrix, number, text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from course.figures.interactive import Interactive

BiasGradient = Callable[[Array], Any]

AXES = {"examples": 1, "neurons": 0}  # what is summed away
N = DZ1.shape[0]
RIGHT: Array = DZ1.mean(axis=1, keepdims=True)
SLIPS: gradients.Slips = (
    (f"Every entry is {M} times the right one: that is the sum over the examples, without the 1/m.", RIGHT * M),
    (f"It is divided by the {N} neurons: m is the number of examples, the columns of dZ.", RIGHT * M / N),
    ("Every entry has the opposite sign.", -RIGHT),
    ("The right numbers, but no column: choose keepdims=False, and see what b − db becomes.", RIGHT[:, 0]),
    ("It is the sum over the examples, with neither 1/m nor keepdims.", RIGHT[:, 0] * M),
    *(
        ("It adds up the neurons of each example: choose “neurons”, and see what b − db becomes.", slip / divisor)
        for slip in (DZ1.sum(axis=0), DZ1.sum(axis=0, keepdims=True))
        for divisor in (1, M, N)
    ),
)

WIDTH, HEIGHT = 626, 410
LEFT, TOP, LOW = 62, 62, 292  # the upper left corner of dZ, and the upper edge of b − db
UNDER = TOP + N * HIGH
RESULT_LEFT = 252
TEXTS = [
    text(LEFT - 10, 18, "example", "end"),
    *(text(LEFT + (i + 0.5) * WIDE, 18, str(i + 1)) for i in range(M)),
    *(text(LEFT - 10, y + r * HIGH + 20, f"neuron {r + 1}", "end") for y in (TOP, LOW) for r in range(N)),
    text(LEFT + WIDE + 58, LOW + 50, "−  db  =", "middle", "strong"),
]
SCENE: dict[str, Any] = {"width": WIDTH, "height": HEIGHT}


@dataclass(frozen=True)
class State:
    """What the reader chooses: what is summed over, whether keepdims is on, and an entry of b − db, counted from 0."""

    along: str = "examples"
    keepdims: bool = True
    r: int = 1
    c: int = 0


def explore(bias_gradient: BiasGradient | None = None) -> Interactive:
    """Show dZ of layer 1 of the running example summed along either axis, and what becomes of b.

    `bias_gradient(dZ)` gets an array of shape (3, 4) and returns db of shape (3, 1).
    """
    from course.figures.interactive import Interactive

    def respond(state: dict[str, Any]) -> dict[str, Any]:
        here = State(str(state["along"]), bool(state["keepdims"]), int(state["r"]), int(state["c"]))
        return picture(here, bias_gradient)

    return Interactive("bp2", SCENE, asdict(State()), respond, draw)


def picture(state: State, bias_gradient: BiasGradient | None = None) -> dict[str, Any]:
    """Return everything the figure shows for a state, as plain data."""
    db: Array = DZ1.sum(axis=AXES[state.along], keepdims=state.keepdims) / M
    after: Array = B1 - db
    r, c = min(state.r, after.shape[0] - 1), min(state.c, after.shape[1] - 1)
    column = db.shape == B1.shape
    source = r if column else c  # the entry of db that meets b[r]
    right = state.along == "examples"
    summed = [(source, i) for i in range(M)] if right else [(k, source) for k in range(N)]
    _, problem, signs = gradients.judged(bias_gradient, (DZ1,), RIGHT, "db", SLIPS)
    said: dict[str, Any] = asdict(state) | {
        "r": r,
        "c": c,
        "matrices": {
            "blame": matrix("dZ1", DZ1, (LEFT, TOP), "blame", summed),
            "made": matrix("db" if right else "", db, db_at(db), "made", [(r, 0) if column else (0, c)]),
            "bias": matrix("b1", B1, (LEFT, LOW), "came", [(r, 0)]),
            "after": matrix("b1 − db", after, (RESULT_LEFT, LOW), "", chosen=(r, c), signs=own(after.shape, right)),
        },
        "texts": TEXTS if right else [*TEXTS, text(LEFT - 10, UNDER + 64, "db", "end", "strong")],
        "arrows": arrows(db, state.along),
        "title": f"db has the shape {db.shape}",
        "rule": unbroken(RULES[state.along, db.shape]),
        "equation": equation(r, source, state.along),
        "whose": whose(r, source, state),
        "verdict": "Your function is right: three numbers, in a column." if signs is not None and not problem else "",
        "problem": unbroken(problem),
    }
    return said | {"label": label(said)}


RULES = {
    ("examples", (N, 1)): "One number for each neuron, in a column, as b is one. b − db keeps the shape of b.",
    ("examples", (N,)): (
        "The right numbers, but in a flat array. NumPy reads it as a row, and stretches row and column against each other: "
        "b − db has the shape (3, 3), and no error is raised."
    ),
    ("neurons", (1, M)): (
        "One number for each example, and the neurons are mixed. NumPy stretches: b − db has the shape (3, 4), a bias for each "
        "example, and no error is raised."
    ),
    ("neurons", (M,)): (
        "One number for each example, and the neurons are mixed. NumPy reads a flat array as a row: b − db has the shape "
        "(3, 4), and no error is raised."
    ),
}


def unbroken(words: str) -> str:
    """Keep b − db on one line."""
    return words.replace("b − db", "b\u00a0−\u00a0db")


def db_at(db: Array) -> tuple[float, float]:
    """Return where db stands: right of dZ where the examples are summed away, else below it."""
    if db.shape[-1] == M:
        return LEFT, UNDER + 44
    right = LEFT + M * WIDE + 58
    return (right, TOP) if db.ndim == 2 else (right, TOP + HIGH)


def own(shape: tuple[int, ...], right: bool) -> NDArray[np.bool_]:
    """Say for every entry of b − db whether a bias meets its own gradient there."""
    return np.eye(*shape, dtype=bool) if shape == (N, N) else np.full(shape, right)


def arrows(db: Array, along: str) -> list[dict[str, Any]]:
    """Return the arrows along which dZ is summed."""
    if along == "examples":
        left = LEFT + M * WIDE + 12
        ys = [TOP + (r + 0.5) * HIGH for r in range(N)]
        return [{"from": (left, y), "to": (left + 40, y if db.ndim == 2 else TOP + 1.5 * HIGH)} for y in ys]
    return [
        {"from": (LEFT + (i + 0.5) * WIDE, UNDER + 22), "to": (LEFT + (i + 0.5) * WIDE, UNDER + 38)} for i in range(M)
    ]


def equation(r: int, source: int, along: str) -> str:
    """Write the chosen entry of b − db in numbers."""
    terms = DZ1[source] if along == "examples" else DZ1[:, source]
    b, change = float(B1[r, 0]), float(terms.sum() / M)
    return f"{number(b)} − ¼ ({' + '.join(factors(terms))}) = {number(b)} − {factor(change)} = {number(b - change)}"


def whose(r: int, source: int, state: State) -> str:
    """Say which neuron's bias meets whose gradient in the chosen entry."""
    mine = f"The bias of neuron {r + 1} meets"
    if state.along == "neurons":
        return f"{mine} what all neurons together are blamed for on example {source + 1}. It never hears of its own."
    if source != r:
        return f"{mine} the gradient of neuron {source + 1}: somebody else's."
    return f"{mine} its own gradient, db{index(r)}{'.' if state.keepdims else ': so it is on the diagonal, and only there.'}"


def label(said: dict[str, Any]) -> str:
    """Say in words what the picture shows."""
    shown = (f"{gradients.spoken(said['matrices'][name])}." for name in ("blame", "made", "bias", "after"))
    sentences = (
        f"dZ1 is summed over the {said['along']}, keepdims={said['keepdims']}, and divided by {M}.",
        *shown,
        f"{said['title']}. {said['rule']}",
        f"Chosen: row {said['r'] + 1}, column {said['c'] + 1} of b − db: {said['equation']}.",
        said["whose"],
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
