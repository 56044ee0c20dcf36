"""The error of a measured gradient against the size of the step: truncation on the right, rounding on the left.

`explore(numerical_gradient=numerical_gradient)` measures with the student's own function, again for every step that is chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from course.figures.gradients import B1, B2, W1, W2, X, Y
from course.figures.guest import Trouble, as_array, ask, quiet, written

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from course.figures.interactive import Interactive

Array = NDArray[np.float64]
Measure = Callable[[Callable[[Array], float], Array, float], Array]

LEFT, RIGHT = -13.0, -1.0  # powers of ten of eps
LOW, HIGH = -12.0, 1.0  # powers of ten of the relative error
POWERS: Array = np.round(np.arange(LEFT, RIGHT + 0.05, 0.1), 1)
KINDS = ("central", "one-sided")
DASHES = ("", "9 5")
GOOD = 1e-7  # what lesson 11 asks of a right gradient


@dataclass(frozen=True)
class State:
    """What the reader sets: the power of ten of eps, and which difference is looked at."""

    power: float = -2.0
    kind: str = "central"


def explore(numerical_gradient: Measure | None = None) -> Interactive:
    """Show the relative error of a measured gradient against eps; `numerical_gradient(f, theta, eps)` is the student's."""
    from course.figures.interactive import Interactive

    measure, problem = judged(numerical_gradient)
    stage = scene(measure, problem)

    def respond(state: dict[str, Any]) -> dict[str, Any]:
        return picture(State(float(state["power"]), str(state["kind"])), measure)

    start = asdict(State())
    return Interactive(
        "gradient_checking", stage, start, respond, partial(draw, stage), printed=start | {"power": -5.0}
    )


# The network that is measured: 2-3-1 with the numbers of lessons 06 to 10, but tanh, which has no kink

THETA: Array = np.concatenate([part.ravel() for part in (W1, B1, W2, B2)])


def cost(theta: Array) -> float:
    """Return the binary cross-entropy of the network whose 13 parameters stand in `theta`, `(13,)`."""
    return float(forward(theta)[2])


def forward(theta: Array) -> tuple[Array, Array, float]:
    """Return the activations of both layers, `(3, 4)` and `(1, 4)`, and the cost."""
    A1 = np.tanh(theta[:6].reshape(3, 2) @ X + theta[6:9].reshape(3, 1))
    A2 = 1 / (1 + np.exp(-(theta[9:12].reshape(1, 3) @ A1 + theta[12])))
    return A1, A2, float(-np.mean(np.log(np.where(Y == 1, A2, 1 - A2))))


def exact() -> Array:
    """Return the gradient of `cost` at `THETA` by BP1 to BP4."""
    A1, A2, _ = forward(THETA)
    dZ2 = A2 - Y
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    parts = (dZ1 @ X.T, dZ1.sum(axis=1), dZ2 @ A1.T, dZ2.sum(axis=1))
    return np.concatenate([part.ravel() for part in parts]) / Y.shape[1]


def central(f: Callable[[Array], float], theta: Array, eps: float) -> Array:
    """Return central differences of `f`, entry by entry."""
    nudges = eps * np.eye(theta.size)
    return np.array([(f(theta + nudge) - f(theta - nudge)) / (2 * eps) for nudge in nudges])


def one_sided(f: Callable[[Array], float], theta: Array, eps: float) -> Array:
    """Return one-sided differences of `f`, entry by entry."""
    here = f(theta)
    return np.array([(f(theta + nudge) - here) / eps for nudge in eps * np.eye(theta.size)])


def error(measure: Measure, eps: float) -> float:
    """Return the relative error of a measured gradient, at least 10^LOW."""
    with quiet():
        got, want = np.asarray(measure(cost, THETA.copy(), eps), dtype=np.float64), exact()
    total = np.linalg.norm(got) + np.linalg.norm(want)
    return max(float(np.linalg.norm(got - want) / total), 10.0**LOW)


def judged(numerical_gradient: Measure | None) -> tuple[Measure, str]:
    """Return the function to measure with, and what is wrong with the student's, if anything is."""
    if numerical_gradient is None:
        return central, ""
    try:
        with quiet():
            got = as_array(ask(numerical_gradient, cost, THETA.copy(), 1e-5), THETA.shape)
        if not np.allclose(got, exact(), rtol=1e-3, atol=1e-5):
            raise Trouble("gives another gradient than BP1 to BP4 at ε = 10⁻⁵")
    except Trouble as trouble:
        return central, f"Your numerical_gradient {trouble}. The figure measures with its own."
    return numerical_gradient, ""


def scene(measure: Measure, problem: str) -> dict[str, Any]:
    """Return what never changes: both curves, in powers of ten."""
    curves = [
        {"name": name, "style": i, "dash": DASHES[i], "errors": [power_of(error(m, 10.0**p)) for p in POWERS]}
        for i, (name, m) in enumerate(zip(KINDS, (measure, one_sided), strict=True))
    ]
    return {"powers": POWERS.tolist(), "window": (LEFT, RIGHT, LOW, HIGH), "curves": curves, "problem": problem}


def power_of(value: float) -> float:
    """Return the power of ten that a number is, to three decimals."""
    return round(float(np.log10(value)), 3)


def picture(state: State, measure: Measure = central) -> dict[str, Any]:
    """Return everything the figure shows for a state, as plain data."""
    found = error(measure if state.kind == KINDS[0] else one_sided, 10.0**state.power)
    said: dict[str, Any] = asdict(state) | {
        "error": power_of(found),
        "numbers": f"ε = {in_powers(10.0**state.power)}: relative error {in_powers(found)} ({state.kind})",
        "result": verdict(state, found),
    }
    return said | {"label": label(said)}


def verdict(state: State, found: float) -> str:
    """Say in words which kind of error rules here."""
    best = {"central": -5.2, "one-sided": -7.8}[state.kind]
    enough = "Small enough to trust" if found < GOOD else "Too large to trust: a wrong gradient could hide in it"
    if state.power > best + 0.6:
        grows = "a hundred times" if state.kind == KINDS[0] else "ten times"
        why = f"Truncation rules: the curve bends away from its chord. A step ten times as long makes the error {grows} as large."
    elif state.power < best - 0.6:
        why = "Rounding rules: two nearly equal costs are subtracted, and their last digits are noise. A step ten times as short makes it ten times as large."
    else:
        why = "Near the best step: truncation and rounding are about equal here."
    return f"{enough}. {why}"


def in_powers(value: float) -> str:
    """Write 3.2e-7 as "3.2 · 10⁻⁷"."""
    power = int(np.floor(np.log10(value) + 1e-9))
    digits = str(power).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    front = written(value / 10.0**power, 1)
    return f"10{digits}" if front == "1" else f"{front} · 10{digits}"


def label(said: dict[str, Any]) -> str:
    """Say in words what the picture shows."""
    return (
        "A plot of the relative error of a measured gradient against the step ε, both in powers of ten. Each of two curves "
        "falls from the right, where truncation rules, to a lowest point, and rises raggedly to the left, where rounding rules. "
        "Central differences reach about 10⁻¹⁰ near ε = 10⁻⁵; one-sided ones about 10⁻⁸ near ε = 10⁻⁸. "
        f"{said['numbers']}. {said['result']}"
    )


def draw(stage: dict[str, Any], said: dict[str, Any]) -> Figure:
    """Draw a picture with matplotlib: both curves, and the point that is chosen."""
    from course.pictures import INK, paper

    figure, (plot,) = paper(7.0, 3.6)
    for curve, colour in zip(stage["curves"], (INK.blue, INK.orange), strict=True):
        dashes = tuple(float(dash) / 2.2 for dash in curve["dash"].split())
        style: dict[str, Any] = {"color": colour, "linestyle": (0, dashes) if dashes else "-"}
        plot.plot(stage["powers"], curve["errors"], label=curve["name"], **style)
    plot.axvline(said["power"], color=INK.grey, linewidth=1)
    plot.plot(said["power"], said["error"], marker="D", color=INK.black, markersize=8, zorder=4)
    plot.axhline(np.log10(GOOD), color=INK.grey, linestyle=":", linewidth=1)
    plot.set(
        xlim=(LEFT, RIGHT), ylim=(LOW, HIGH), xlabel="power of ten of the step ε", ylabel="power of ten of the error"
    )
    plot.legend(loc="upper center", frameon=False, fontsize=10, handlelength=3)
    return figure
