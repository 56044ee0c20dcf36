"""Squared error and cross-entropy at one sigmoid neuron: how much each finds wrong, and how much each sends back to z."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from course.figures.guest import written

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from course.figures.interactive import Interactive

Array = NDArray[np.float64]

REACH = 5.0  # z goes from −REACH to REACH
Z: Array = np.round(np.linspace(-REACH, REACH, 201), 6)
LOSSES, GRADIENTS = (0.0, 5.2), (0.0, 1.05)  # what the two plots show
A_PRIME = "a\u00a0(1\u00a0−\u00a0a)"  # never broken at the end of a line
NAMES = ("squared error", "cross-entropy")
DASHES = ("", "9 5")
LOSS_LABELS, GRADIENT_LABELS = ((0.26, 0.64), (0.34, 2.15)), ((-2.5, 0.2), (1.1, 0.78))  # for y = 1


@dataclass(frozen=True)
class State:
    """What the reader sets: the neuron's weighted sum, and the target."""

    z: float = -1.0
    y: int = 1


def explore() -> Interactive:
    """Show both losses against the output a, and the size of the gradient that reaches z, for a target of 0 or 1."""
    from course.figures.interactive import Interactive

    def respond(state: dict[str, Any]) -> dict[str, Any]:
        return picture(State(float(state["z"]), int(state["y"])))

    stage = scene()
    return Interactive("cost", stage, asdict(State()), respond, partial(draw, stage), printed={"z": -4.0, "y": 1})


def scene() -> dict[str, Any]:
    """Return what never changes: the curves for both targets, and where their names stand."""
    a = sigmoid(Z)
    return {
        "reach": REACH,
        "z": Z.tolist(),
        "a": a.tolist(),
        "loss_window": LOSSES,
        "gradient_window": GRADIENTS,
        "curves": [
            {
                "name": name,
                "style": i,
                "dash": DASHES[i],
                "losses": [[pen(loss) for loss in losses(a, y)[i]] for y in (0, 1)],
                "gradients": [[pen(slope) for slope in np.abs(gradients(a, y)[i])] for y in (0, 1)],
                "loss_label": [mirrored(LOSS_LABELS[i], y) for y in (0, 1)],
                "gradient_label": [mirrored(GRADIENT_LABELS[i], y, 0.0) for y in (0, 1)],
            }
            for i, name in enumerate(NAMES)
        ],
    }


def mirrored(place: tuple[float, float], y: int, middle: float = 0.5) -> tuple[float, float]:
    """Return a place given for y = 1, or its mirror image for y = 0: the curves are each other's mirror image."""
    return place if y else (2 * middle - place[0], place[1])


def pen(value: float) -> float:
    """Round a number as finely as the picture needs."""
    return round(float(value), 4)


def sigmoid(z: Any) -> Any:
    """Return 1 / (1 + e^−z); |z| is at most `REACH`."""
    return 1 / (1 + np.exp(-np.asarray(z)))


def losses(a: Any, y: int) -> tuple[Any, Any]:
    """Return ½ (a − y)² and −y log a − (1 − y) log(1 − a)."""
    return (a - y) ** 2 / 2, -np.log(a if y else 1 - a)


def gradients(a: Any, y: int) -> tuple[Any, Any]:
    """Return ∂L/∂z of both losses: (a − y) a (1 − a), and a − y."""
    return (a - y) * a * (1 - a), a - y


def picture(state: State) -> dict[str, Any]:
    """Return everything the figure shows for a state, as plain data."""
    a, y = float(sigmoid(state.z)), state.y
    rows = [
        {"name": name, "loss": written(loss, 4, 4), "gradient": written(slope, 4, 4), "at": loss, "size": abs(slope)}
        for name, loss, slope in zip(NAMES, losses(a, y), gradients(a, y), strict=True)
    ]
    said: dict[str, Any] = asdict(state) | {
        "a": a,
        "output": f"z = {written(state.z, 1, 1)}, so a = σ(z) = {written(a, 4, 4)}; the target is y = {y}.",
        "rows": [row | {"at": float(row["at"]), "size": float(row["size"])} for row in rows],
        "result": verdict(a, y),
        "sums": [
            f"squared error: (a − y) · a (1 − a) = {factor(a - y)} · {factor(a * (1 - a))} = {rows[0]['gradient']}",
            f"cross-entropy: a − y = {rows[1]['gradient']}",
        ],
    }
    return said | {"label": label(said)}


def verdict(a: float, y: int) -> str:
    """Say in words what kind of place this is, and how much more cross-entropy sends than squared error."""
    miss, left = abs(a - y), a * (1 - a)
    times = f"Cross-entropy sends {amount(1 / left)} times as much back to z as squared error."
    if miss > 0.9:
        kind = (
            f"Sure, and wrong by {written(miss)}. {A_PRIME} is {written(left, 3)}, and squared error multiplies by it: "
            "the worst mistake hardly moves z. This is the learning slowdown."
        )
    elif miss > 0.6:
        kind = f"Wrong by {written(miss)}. Squared error sends back that much times {A_PRIME} = {written(left, 3)}."
    elif miss < 0.1:
        kind = f"Nearly right: off by {written(miss, 3)}. Both send back little, for there is little left to learn."
    else:
        kind = f"Not sure yet, off by {written(miss)}. {A_PRIME} is {written(left, 3)}, never more than ¼."
    return f"{kind} {times}"


def amount(ratio: float) -> str:
    """Write how many times: 4.1, 57."""
    return written(ratio, 1 if ratio < 10 else 0)


def factor(value: float) -> str:
    """Write a factor with four decimals, a negative one in parentheses."""
    text = written(value, 4, 4)
    return f"({text})" if text.startswith("−") else text


def label(said: dict[str, Any]) -> str:
    """Say in words what the picture shows."""
    y, right = said["y"], "the right" if said["y"] else "the left"
    numbers = "; ".join(f"{row['name']}: loss {row['loss']}, gradient at z {row['gradient']}" for row in said["rows"])
    sentences = (
        f"Two plots for one sigmoid neuron with target y = {y}. On the left, loss against output a: squared error never "
        f"exceeds one half, cross-entropy grows without limit as a nears {1 - y}.",
        "On the right, the size of the gradient that reaches z, against z: cross-entropy's is the error itself and falls "
        f"steadily to {right}, squared error's is a low hill around z = 0 that sinks to nothing on both sides.",
        said["output"],
        f"{numbers}.",
        said["result"],
    )
    return " ".join(sentences)


def draw(stage: dict[str, Any], said: dict[str, Any]) -> Figure:
    """Draw a picture with matplotlib: loss against a on the left, size of the gradient against z on the right."""
    from course.pictures import INK, paper

    figure, plots = paper(8.4, 3.4, columns=2)
    y = said["y"]
    sides = (
        (plots[0], stage["a"], "losses", said["a"], "at", LOSSES),
        (plots[1], stage["z"], "gradients", said["z"], "size", GRADIENTS),
    )
    for plot, across, key, here, at, window in sides:
        plot.axvline(here, color=INK.grey, linewidth=1)
        for curve, row, colour, shape in zip(stage["curves"], said["rows"], (INK.blue, INK.orange), "oD", strict=True):
            dashes = tuple(float(dash) / 2.2 for dash in curve["dash"].split())
            style: dict[str, Any] = {"color": colour, "linestyle": (0, dashes) if dashes else "-"}
            plot.plot(across, curve[key][y], label=curve["name"], **style)
            plot.plot(here, row[at], marker=shape, color=colour, markeredgecolor=INK.card, markersize=9, zorder=4)
        plot.set_ylim(*window)
    plots[0].set(xlabel="output a", ylabel=f"loss, target y = {y}", xlim=(0, 1))
    plots[1].set(xlabel="z", ylabel="|gradient that reaches z|", xlim=(-REACH, REACH))
    plots[0].legend(loc="upper right" if y else "upper left", frameon=False, fontsize=10, handlelength=3)
    return figure
