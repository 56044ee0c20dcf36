"""One example flows through a 2-3-1 network of sigmoids, layer by layer, with the matrices of each step beside it.

`explore(forward)` shows the numbers of the student's own `forward(X, params, activations)`; where it cannot be used, the
figure says why and calculates itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from course.figures.guest import Trouble, ask, quiet, written

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from course.figures.interactive import Interactive

Array = NDArray[np.float64]
Forward = Callable[[Array, list[tuple[Array, Array]], list[str]], Any]
Numbers = Mapping[str, Array]  # X, Z1, A1, Z2, A2, each of one column

REACH = 2.0  # both inputs go from −REACH to REACH
STEPS = ("X", "Z1", "A1", "Z2", "A2")
SHAPES = {"X": (2, 1), "Z1": (3, 1), "A1": (3, 1), "Z2": (1, 1), "A2": (1, 1)}
W1: Array = np.array([[1.0, -2.0], [0.5, 1.0], [-1.0, 1.5]])
B1: Array = np.array([[0.5], [-1.0], [0.0]])
W2: Array = np.array([[2.0, -1.0, 1.0]])
B2: Array = np.array([[-0.5]])
LAYERS = ((W1, B1), (W2, B2))

WIDTH, HEIGHT = 620, 400
INPUTS = ((46, 140), (46, 280))
NEURONS: tuple[tuple[int, int, int, int], ...] = (  # layer, row, and place in the picture
    (1, 0, 308, 82),
    (1, 1, 308, 210),
    (1, 2, 308, 338),
    (2, 0, 560, 210),
)
EDGES: tuple[dict[str, Any], ...] = tuple(
    {
        "layer": layer,
        "row": row,
        "from": place,
        "to": (x, y),
        "weight": written(float(LAYERS[layer - 1][0][row, column])),
        "at": 0.66 if layer == 1 else 0.4,  # where on the edge its weight is written
    }
    for layer, row, x, y in NEURONS
    for column, place in enumerate(INPUTS if layer == 1 else [(x, y) for one, _, x, y in NEURONS if one == 1])
)
SCENE: dict[str, Any] = {
    "width": WIDTH,
    "height": HEIGHT,
    "steps": len(STEPS),
    "inputs": INPUTS,
    "neurons": [
        {"id": f"{layer} {row}", "x": x, "y": y, "b": f"b = {written(float(LAYERS[layer - 1][1][row, 0]))}"}
        for layer, row, x, y in NEURONS
    ],
    "edges": EDGES,
    "sliders": [
        {"name": name, "label": label, "low": -REACH, "high": REACH, "step": 0.1}
        for name, label in (("x1", "x₁"), ("x2", "x₂"))
    ],
}


@dataclass(frozen=True)
class State:
    """What the reader sets: the example, the step, and the neuron that is followed ("1 0": layer 1, row 0)."""

    x1: float = 1.0
    x2: float = 0.5
    step: int = 0
    chosen: str = ""


def explore(forward: Forward | None = None) -> Interactive:
    """Show one example on its way through a 2-3-1 network.

    `forward(X, params, activations)` gets X of shape (2, 1), two pairs (W, b) and ["sigmoid", "sigmoid"]; it returns
    (A_L, caches), caches being one (A_prev, Z) a layer.
    """
    from course.figures.interactive import Interactive

    def respond(state: dict[str, Any]) -> dict[str, Any]:
        x1, x2 = float(state["x1"]), float(state["x2"])
        return picture(State(x1, x2, int(state["step"]), str(state["chosen"])), forward)

    printed = {"step": 3, "chosen": "2 0"}
    return Interactive("forward_propagation", SCENE, asdict(State()), respond, draw, printed=printed)


def picture(state: State, forward: Forward | None = None) -> dict[str, Any]:
    """Return everything the figure shows for a state, as plain data."""
    X = np.array([[state.x1], [state.x2]])
    numbers, problem = followed(X, forward)
    step = STEPS[state.step]
    layer = (state.step + 1) // 2  # 0 at X, then 1, 1, 2, 2
    row = chosen_row(state, layer)
    matrices, equation, shapes = calculation(step, numbers, row)
    title, rule = TOLD[step]
    said: dict[str, Any] = asdict(state) | {
        "inputs": [written(float(x)) for x in X[:, 0]],
        "neurons": [neuron(one, state, numbers) for one in NEURONS],
        "layer": layer,
        "summing": step in ("Z1", "Z2"),
        "title": title,
        "rule": rule,
        "matrices": matrices,
        "equation": equation,
        "shapes": shapes,
        "sum": followed_sum(state, layer, row, numbers),
        "problem": problem,
    }
    return said | {"label": label(said)}


TOLD = {
    "X": ("X: the example", "Two numbers, one column. A second example would be a second column."),
    "Z1": ("Z1: the sums of layer 1", "Every neuron multiplies its row of W1 with the column X, and adds its bias."),
    "A1": ("A1: the outputs of layer 1", "Each sum goes through the sigmoid alone; nothing is mixed, the shape stays."),
    "Z2": ("Z2: the sum of layer 2", "The same step again: the outputs A1 are now what X was before."),
    "A2": ("A2: the network's answer", "The last sigmoid. One example in, one number out."),
}


def sigmoid(z: Array) -> Array:
    """Return 1 / (1 + e^−z), from tanh, which does not overflow."""
    return np.asarray(0.5 * (1 + np.tanh(z / 2)))


def calculate(X: Array) -> Numbers:
    """Return X, Z1, A1, Z2 and A2 as the equations have them."""
    Z1 = W1 @ X + B1
    A1 = sigmoid(Z1)
    Z2 = W2 @ A1 + B2
    return {"X": X, "Z1": Z1, "A1": A1, "Z2": Z2, "A2": sigmoid(Z2)}


def followed(X: Array, forward: Forward | None) -> tuple[Numbers, str]:
    """Return the numbers to show, the student's where there are any, and what is to be said about them."""
    if forward is None:
        return calculate(X), ""
    with quiet():
        try:
            params = [(W.copy(), b.copy()) for W, b in LAYERS]
            numbers = as_numbers(ask(forward, X.copy(), params, ["sigmoid", "sigmoid"]), X)
        except Trouble as trouble:
            text = str(trouble)
            end = "" if text.endswith((".", "?")) else "."
            return calculate(X), f"Your forward {text}{end} The numbers here are the figure's own."
    return numbers, disagreement(numbers)


def as_numbers(value: Any, X: Array) -> Numbers:
    """Return X, Z1, A1, Z2 and A2 out of what the student's function returned; raise `Trouble` if they are not there."""
    if value is None:
        raise Trouble("returned nothing (None). Is a return missing?")
    if not isinstance(value, (tuple, list)) or len(value) != 2:
        raise Trouble("did not return two things, the output A_L and the list caches")
    output, caches = value
    if not isinstance(caches, (list, tuple)) or len(caches) != 2:
        count = f", yours has {len(caches)}" if isinstance(caches, (list, tuple)) else ""
        raise Trouble(f"returned no list of two caches: the network has two layers, each keeps one pair{count}")
    if any(not isinstance(cache, (list, tuple)) or len(cache) != 2 for cache in caches):
        raise Trouble("returned caches that are not pairs (A_prev, Z)")
    (a0, z1), (a1, z2) = caches
    parts = {
        "X": (a0, "caches[0][0]"),
        "Z1": (z1, "caches[0][1]"),
        "A1": (a1, "caches[1][0]"),
        "Z2": (z2, "caches[1][1]"),
    }
    numbers = {name: belongs(part, place, name) for name, (part, place) in parts.items()}
    numbers["A2"] = belongs(output, "A_L", "A2")
    if not np.allclose(numbers["X"], X):
        raise Trouble("does not keep X in caches[0][0], the A_prev of the first layer")
    return numbers


def belongs(value: Any, place: str, name: str) -> Array:
    """Return a part of the answer as an array of its shape; raise `Trouble` for anything else."""
    shape = SHAPES[name]
    try:
        array = np.asarray(value, dtype=np.float64)
    except (TypeError, ValueError):
        raise Trouble(f"has no array of numbers in {place}, where {name} belongs") from None
    if array.shape != shape:
        raise Trouble(f"has the shape {array.shape} in {place}, where {name} of shape {shape} belongs")
    if not np.isfinite(array).all():
        raise Trouble(f"has a number in {place} that is not finite")
    return array


def disagreement(numbers: Numbers) -> str:
    """Say where the student's numbers leave the equations first, each judged by the numbers before it; or nothing."""
    X, Z1, A1, Z2 = (numbers[name] for name in ("X", "Z1", "A1", "Z2"))
    wanted = {  # the equation, what it gives, and a likely slip with its name
        "Z1": ("W1 · X + b1", W1 @ X + B1, W1 @ X, "It is W1 · X alone, without b1."),
        "A1": ("σ(Z1)", sigmoid(Z1), Z1, "It is Z1 itself, before the sigmoid."),
        "Z2": ("W2 · A1 + b2", W2 @ A1 + B2, W2 @ A1, "It is W2 · A1 alone, without b2."),
        "A2": ("σ(Z2)", sigmoid(Z2), Z2, "It is Z2 itself, before the sigmoid."),
    }
    for name, (equation, want, slip, words) in wanted.items():
        wrong = np.flatnonzero(~np.isclose(numbers[name], want, atol=1e-8))
        if wrong.size:
            row = int(wrong[0])
            mine, ours = (written(float(values[row, 0]), 4) for values in (numbers[name], want))
            sentences = (
                f"In {name} your forward has {mine} for neuron {row + 1}, where {equation} gives {ours}.",
                words if np.allclose(numbers[name], slip) else "",
                "" if name == "Z1" else "What comes before agrees.",
                "The numbers shown are yours.",
            )
            return " ".join(filter(None, sentences))
    return ""


def neuron(one: tuple[int, int, int, int], state: State, numbers: Numbers) -> dict[str, Any]:
    """Return what a neuron shows at a step: z and a once they are there, and whether they are new."""
    layer, row, _, _ = one
    summed, fired = state.step >= 2 * layer - 1, state.step >= 2 * layer
    z, a = (written(float(numbers[f"{kind}{layer}"][row, 0]), least=2) for kind in "ZA")
    words = (
        f"neuron {row + 1} of layer {layer}: " + (f"z = {z}" if summed else "waits") + (f", a = {a}" if fired else "")
    )
    return {
        "z": f"z {z}" if summed else "",
        "a": f"a {a}" if fired else "",
        "new": state.step in (2 * layer - 1, 2 * layer),
        "chosen": state.chosen == f"{layer} {row}",
        "words": words,
    }


def chosen_row(state: State, layer: int) -> int | None:
    """Return the row of the chosen neuron in the layer of the step, or None where it is in another one."""
    name, _, row = state.chosen.partition(" ")
    return int(row) if row and int(name) == layer else None


def calculation(step: str, numbers: Numbers, row: int | None) -> tuple[list[dict[str, Any]], str, str]:
    """Return the matrices of a step with signs between them, their equation, and the shapes in it."""
    if step == "X":
        return [matrix("X", numbers["X"], None)], "X", "(2, 1)"
    layer = int(step[1])
    Z, A = f"Z{layer}", f"A{layer}"
    if step == A:
        parts = [{"sign": "σ"}, matrix(Z, numbers[Z], row), {"sign": "="}, matrix(A, numbers[A], row)]
        return parts, f"{A} = σ({Z})", f"{SHAPES[Z]} → {SHAPES[A]}"
    W, b = LAYERS[layer - 1]
    before = "X" if layer == 1 else "A1"
    parts = [
        matrix(f"W{layer}", W, row),
        {"sign": "·"},
        matrix(before, numbers[before], row, whole=True),
        {"sign": "+"},
        matrix(f"b{layer}", b, row),
        {"sign": "="},
        matrix(Z, numbers[Z], row),
    ]
    shapes = f"{W.shape} · {SHAPES[before]} + {b.shape} → {SHAPES[Z]}"
    return parts, f"{Z} = W{layer} · {before} + b{layer}", shapes


def matrix(name: str, values: Array, row: int | None, whole: bool = False) -> dict[str, Any]:
    """Return a matrix to draw: its name, its numbers, and the row that is lit (all of it, if `whole`)."""
    return {
        "name": name,
        "rows": [[written(float(value)) for value in line] for line in values],
        "lit": [row is not None and (whole or row == r) for r in range(values.shape[0])],
        "shape": str(values.shape),
    }


def followed_sum(state: State, layer: int, row: int | None, numbers: Numbers) -> str:
    """Write the calculation of the chosen neuron out in numbers, or say when its turn is."""
    if not state.chosen:
        return "Choose a neuron to follow its row." if layer else ""
    if row is None:
        own, number = state.chosen.split()
        turn = f"at steps Z{own} and A{own}"
        return f"Neuron {int(number) + 1} of layer {own} is worked out {turn}."
    index = "₁₂₃"[row]
    z = float(numbers[f"Z{layer}"][row, 0])
    if STEPS[state.step][0] == "A":
        return f"a{index} = σ(z{index}) = σ({written(z)}) = {written(float(numbers[f'A{layer}'][row, 0]))}"
    W, b = LAYERS[layer - 1]
    column = numbers["X" if layer == 1 else "A1"][:, 0]
    terms = " + ".join(f"{factor(w)} · {factor(a)}" for w, a in zip(W[row], column, strict=True))
    total = float(W[row] @ column + b[row, 0])
    return f"z{index} = {terms} + {factor(b[row, 0])} = {written(total)}"


def factor(value: float) -> str:
    """Write a factor with at most two decimals, a negative one in parentheses."""
    text = written(float(value))
    return f"({text})" if text.startswith("−") else text


def label(said: dict[str, Any]) -> str:
    """Say in words what the picture shows."""
    shown = [
        f"{part['name']} = [{'; '.join(', '.join(line) for line in part['rows'])}]"
        for part in said["matrices"]
        if "name" in part
    ]
    sentences = (
        "A network of two inputs, three sigmoid neurons in layer 1 and one in layer 2.",
        f"The example is x₁ = {said['inputs'][0]}, x₂ = {said['inputs'][1]}.",
        f"{said['title']}. {said['rule']}",
        f"{said['equation']}, shapes {said['shapes']}; {', '.join(shown)}.",
        "; ".join(one["words"] for one in said["neurons"] if one["z"]).capitalize() + "." if said["step"] else "",
        f"{said['sum'].rstrip('.')}." if said["sum"] else "",
        said["problem"],
    )
    return " ".join(filter(None, sentences))


def draw(said: dict[str, Any]) -> Figure:
    """Draw a picture with matplotlib: the network, and under it the equation of the step."""
    from course.pictures import INK, canvas

    scale = 90.0
    figure, axes = canvas(WIDTH / scale, (HEIGHT + 46) / scale)

    def place(x: float, y: float) -> tuple[float, float]:
        return x / scale, (HEIGHT + 40 - y) / scale

    for edge in EDGES:
        (x1, y1), (x2, y2) = (place(*edge[end]) for end in ("from", "to"))
        lit = said["chosen"] == f"{edge['layer']} {edge['row']}"
        axes.plot([x1, x2], [y1, y2], color=INK.black if lit else INK.grey, linewidth=3 if lit else 1.2, zorder=1)
        box = {"facecolor": INK.card, "edgecolor": "none", "pad": 1}
        axes.text(
            x1 + edge["at"] * (x2 - x1),
            y1 + edge["at"] * (y2 - y1),
            edge["weight"],
            ha="center",
            va="center",
            fontsize=10,
            bbox=box,
        )
    for (x, y), name, value in zip(INPUTS, ("x₁", "x₂"), said["inputs"], strict=True):
        axes.plot(*place(x, y), "o", markersize=44, markerfacecolor=INK.card, markeredgecolor=INK.black)
        axes.text(*place(x, y), f"{name}\n{value}", ha="center", va="center", fontsize=10)
    for (_, _, x, y), one, own in zip(NEURONS, said["neurons"], SCENE["neurons"], strict=True):
        width = 3 if one["chosen"] else 1
        edge_style = {"markerfacecolor": INK.card, "markeredgecolor": INK.black, "markeredgewidth": width}
        axes.plot(*place(x, y), "o", markersize=54, **edge_style)
        axes.text(*place(x, y), "\n".join(filter(None, (one["z"], one["a"]))), ha="center", va="center", fontsize=10)
        axes.text(*place(x, y + 46), own["b"], ha="center", va="center", fontsize=9)
    axes.set_title(f"{said['equation']}     {said['shapes']}", fontsize=11)
    return figure
