"""Gradient descent on a surface of two parameters: the path by learning rate, start, and examples looked at in a step.

Every surface is J(θ) = w(θ₁) + ½ c θ₂². Fifty examples share it: each tilts it its own way, and together the tilts cancel.
So the gradient of a mini-batch is the gradient of J and the mean tilt of the examples in it.

`live`, the other figure of lesson 13, is in `course.figures.learning_curve`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from course.figures.guest import written
from course.figures.initialization import size_of
from course.figures.learning_curve import live

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from course.figures.interactive import Interactive

__all__ = ["explore", "live"]

Array = NDArray[np.float64]
Point = tuple[float, float]

ACROSS, UP = 4.0, 3.0  # θ₁ goes from −ACROSS to ACROSS, θ₂ from −UP to UP
STEPS = 50
FAR = 1e4  # a path that comes this far is not followed any further
NEAR = 0.05  # as close to a minimum as this is there
RATES = (
    *(0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1, 0.11, 0.12, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5),
    *(0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2.0, 2.1, 2.2, 2.5, 3.0),
)  # fmt: skip
EXAMPLES = 50
TILT = 1.5  # standard deviation of an example's own slope
BATCHES = {"all": EXAMPLES, "ten": 10, "one": 1}
GRADIENTS = {"all": "gradient", "ten": "gradient, 10 of 50", "one": "gradient, 1 of 50"}  # heads of the table


@dataclass(frozen=True)
class Surface:
    """J(θ) = w(θ₁) + ½ c θ₂², its minima from left to right, and the levels of its contours."""

    name: str
    formula: str
    w: Callable[[float], float]
    slope: Callable[[float], float]
    c: float
    minima: tuple[float, ...]
    levels: tuple[float, ...]
    labels: tuple[Point, Point]  # the ray on which the levels are written: from where, and which way
    hill: float = 0.0  # between two minima

    def cost(self, theta: Point) -> float:
        """Return J."""
        return self.w(theta[0]) + self.c * theta[1] ** 2 / 2

    def gradient(self, theta: Point) -> Point:
        """Return both partial derivatives of J."""
        return self.slope(theta[0]), self.c * theta[1]


LEFT, HILL, RIGHT = sorted(float(root.real) for root in np.roots([1, 0, -4, 1]))  # where the slope of the third w is 0
SURFACES = {
    "bowl": Surface(
        "bowl",
        "J = ½ θ₁² + ½ θ₂²",
        lambda t: t * t / 2,
        lambda t: t,
        1.0,
        (0.0,),
        (0.5, 2.0, 4.5, 8.0, 12.0),
        ((0.0, 0.0), (0.8, 0.6)),
    ),
    "valley": Surface(
        "narrow valley",
        "J = ½ θ₁² + 10 θ₂²",
        lambda t: t * t / 2,
        lambda t: t,
        20.0,
        (0.0,),
        (0.5, 2.0, 4.5, 8.0, 20.0, 40.0, 65.0),
        ((0.0, 0.0), (0.8, 0.6)),
    ),
    "two": Surface(
        "two minima",
        "J = (θ₁² − 4)² / 16 + θ₁ / 4 + 1 + ½ θ₂²",
        lambda t: (t * t - 4) ** 2 / 16 + t / 4 + 1,
        lambda t: t * (t * t - 4) / 4 + 0.25,
        1.0,
        (LEFT, RIGHT),
        (0.6, 1.0, 1.6, 2.03, 3.0, 5.0, 8.0, 12.0),
        ((RIGHT, 0.0), (0.62, 0.78)),
        HILL,
    ),
}


@dataclass(frozen=True)
class State:
    """What the reader sets: the surface, the start, which of `RATES`, the step that is shown, and the examples in a step."""

    surface: str = "bowl"
    theta1: float = -3.0
    theta2: float = 2.0
    notch: int = RATES.index(0.1)
    step: int = 1
    batch: str = "all"

    @property
    def rate(self) -> float:
        """Return the learning rate η."""
        return RATES[self.notch]


@dataclass(frozen=True)
class Path:
    """Where descent has been: a point more than there are steps, the gradient of each step, and J at each point."""

    points: list[Point]
    gradients: list[Point]
    costs: list[float]

    @property
    def lost(self) -> bool:
        """Say whether it went too far away to be followed."""
        return len(self.gradients) < STEPS


def explore() -> Interactive:
    """Show gradient descent on a surface to choose, with a learning rate to set, and every step worked in numbers."""
    from course.figures.interactive import Interactive

    def respond(state: dict[str, Any]) -> dict[str, Any]:
        numbers = (float(state["theta1"]), float(state["theta2"]), int(state["notch"]), int(state["step"]))
        return picture(State(str(state["surface"]), *numbers, str(state["batch"])))

    stage = scene()
    return Interactive("gradient_descent", stage, asdict(State()), respond, partial(draw, stage))


def scene() -> dict[str, Any]:
    """Return what never changes: the surfaces, the learning rates, the steps."""
    return {
        "window": (ACROSS, UP),
        "rates": [written(rate) for rate in RATES],
        "steps": STEPS,
        "surfaces": {
            key: {
                "text": surface.name,
                "formula": surface.formula,
                "contours": [contour(surface, level) for level in surface.levels],
                "labels": [place for level in surface.levels if (place := label_place(surface, level))],
                "minima": [{"at": (round(t, 3), 0.0), "name": name} for t, name in names_of(surface)],
            }
            for key, surface in SURFACES.items()
        },
        "batches": [
            {"value": key, "text": f"all {size}" if size == EXAMPLES else str(size)} for key, size in BATCHES.items()
        ],
    }


def names_of(surface: Surface) -> list[tuple[float, str]]:
    """Return the minima and what they are called."""
    names = ("minimum",) if len(surface.minima) == 1 else ("lower minimum", "higher minimum")
    return list(zip(surface.minima, names, strict=True))


# The contours


def contour(surface: Surface, level: float) -> list[list[Point]]:
    """Return the closed lines on which J is `level`: θ₂ = ±√(2 (level − w) / c), wherever w is not above the level."""
    edge = ACROSS + 0.5  # outside the window, where nobody sees how a line is closed
    below: list[list[float]] = [[]]
    samples = np.linspace(-edge, edge, 301).tolist()
    for left, right in pairwise(samples):
        inside = [surface.w(t) <= level for t in (left, right)]
        if inside[0]:
            below[-1].append(left)
        if inside[0] != inside[1]:
            below[-1].append(crossing(lambda t: surface.w(t) - level, left, right))
            if inside[0]:
                below.append([])
    heights = [[(2 * max(level - surface.w(t), 0.0) / surface.c) ** 0.5 for t in part] for part in below]
    return [
        [(round(t, 3), round(sign * h, 3)) for sign, way in ((1, 1), (-1, -1)) for t, h in list(zip(part, high, strict=True))[::way]]
        for part, high in zip(below, heights, strict=True)
        if part
    ]  # fmt: skip


def crossing(f: Callable[[float], float], low: float, high: float) -> float:
    """Return where `f` is 0 between two places where its signs differ, by halving."""
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if (f(low) > 0) == (f(middle) > 0) else (low, middle)
    return (low + high) / 2


def label_place(surface: Surface, level: float) -> dict[str, Any] | None:
    """Return where a contour's level is written, or None where that is outside the window."""
    (x, y), (across, up) = surface.labels

    def above(s: float) -> float:
        return surface.cost((x + s * across, y + s * up)) - level

    s = crossing(above, 0.0, 9.0)
    x, y = x + s * across, y + s * up
    if abs(x) > ACROSS - 0.2 or abs(y) > UP - 0.15:
        return None
    return {"at": (round(x, 3), round(y, 3)), "text": written(level)}


# The descent


@cache
def tilts() -> Array:
    """Return the slope that each example adds to the gradient, `(50, 2)`; their mean is 0."""
    drawn = np.random.default_rng(13).standard_normal((EXAMPLES, 2))
    return TILT * (drawn - drawn.mean(axis=0)) / drawn.std(axis=0)


@cache
def looked_at(batch: str) -> list[Point]:
    """Return the mean tilt of the examples of each step; they are shuffled anew in every epoch, and all take their turn."""
    size = BATCHES[batch]
    if size == EXAMPLES:
        return [(0.0, 0.0)] * STEPS
    rng = np.random.default_rng(4)
    epochs = -(-STEPS * size // EXAMPLES)
    turns = np.concatenate([rng.permutation(EXAMPLES) for _ in range(epochs)])[: STEPS * size]
    return [(float(a), float(b)) for a, b in tilts()[turns].reshape(STEPS, size, 2).mean(axis=1)]


def descend(state: State, batch: str | None = None) -> Path:
    """Take up to 50 steps from the start, with the mini-batches of the state or others."""
    surface, theta = SURFACES[state.surface], (state.theta1, state.theta2)
    path = Path([theta], [], [surface.cost(theta)])
    for tilt in looked_at(batch or state.batch):
        slope = surface.gradient(theta)
        gradient = (slope[0] + tilt[0], slope[1] + tilt[1])
        theta = (theta[0] - state.rate * gradient[0], theta[1] - state.rate * gradient[1])
        path.points.append(theta)
        path.gradients.append(gradient)
        path.costs.append(surface.cost(theta))
        if max(map(abs, theta)) > FAR:
            break
    return path


def distance(one: Point, other: Point) -> float:
    """Return how far two points are from each other."""
    return float(np.hypot(one[0] - other[0], one[1] - other[1]))


def swings(values: Sequence[float]) -> int:
    """Count how often numbers change their sign, the tiny ones aside."""
    felt = [value for value in values if abs(value) > NEAR / 5]
    return sum(a * b < 0 for a, b in pairwise(felt))


# What is said


def picture(state: State) -> dict[str, Any]:
    """Return everything the figure shows for a state, as plain data."""
    path = descend(state)
    step = min(max(state.step, 0), len(path.gradients))
    kind, result = verdict(state, path)
    said: dict[str, Any] = asdict(state) | {
        "step": step,
        "rate": written(state.rate),
        "path": [drawn(point) for point in path.points],
        **costs(path),
        "rows": rows(state, path, step),
        "head": GRADIENTS[state.batch],
        "change": change(state, path, step),
        "work": work(state),
        "kind": kind,
        "result": result,
    }
    return said | {"label": label(said)}


def drawn(point: Point) -> Point:
    """Return a point as finely as the picture needs; one far outside of it is brought nearer."""
    far = max(1.0, max(map(abs, point)) / 1000)
    return round(point[0] / far, 4), round(point[1] / far, 4)


def costs(path: Path) -> dict[str, Any]:
    """Return J at every point, and the ticks of its axis: from 0 to above the first, and above later ones unless far away."""
    top = max(path.costs[0], min(max(path.costs), 2 * path.costs[0]), 1.0)
    step = next(s for s in (0.5, 1, 2, 5, 10, 20, 50, 100) if 5 * s >= top)
    ticks = [written(k * step, 1) for k in range(int(-(-top // step)) + 1)]
    return {"costs": [round(min(J, 20 * top), 4) for J in path.costs], "ticks": [float(tick) for tick in ticks]}


def rows(state: State, path: Path, step: int) -> list[list[str]]:
    """Return the step's numbers for θ₁ and θ₂: θ, gradient, η · gradient, new θ; at the start, only where it is."""
    if step == 0:
        return [["", "", "", number(value)] for value in path.points[0]]
    before, gradient, after = path.points[step - 1], path.gradients[step - 1], path.points[step]
    parts = zip(before, gradient, after, strict=True)
    return [[number(t), number(g), number(state.rate * g), number(new)] for t, g, new in parts]


def number(value: float) -> str:
    """Write a number with three decimals, a large one without, a huge one with a power of ten."""
    if abs(value) >= 1e6:
        return size_of(value).replace("-", "−")
    return written(value, 3, 3) if abs(value) < 1000 else written(value, 0)


def change(state: State, path: Path, step: int) -> str:
    """Say what the step did to J."""
    here, before = path.costs[step], path.costs[max(step - 1, 0)]
    of_all = "J" if state.batch == "all" else f"J of all {EXAMPLES}"
    (x, y) = path.points[step]
    where = " θ is outside the picture now." if abs(x) > ACROSS or abs(y) > UP else ""
    if step == 0:
        return f"At the start, {of_all} is {number(here)}."
    if number(here) == number(before):
        return f"{of_all} stays at {number(here)}.{where}"
    return f"{of_all} {'falls' if here < before else 'rises'} from {number(before)} to {number(here)}.{where}"


def work(state: State) -> str:
    """Say what a step looks at, and what 50 steps cost."""
    size = BATCHES[state.batch]
    if size == EXAMPLES:
        return (
            f"Batch: every step asks all {EXAMPLES} examples, and is an epoch. {STEPS} steps: {STEPS * size} gradients."
        )
    name = "Stochastic: every step asks one example" if size == 1 else f"Mini-batch: every step asks {size} examples"
    return f"{name}; {EXAMPLES // size} steps are an epoch. {STEPS} steps: {STEPS * size} gradients."


def verdict(state: State, path: Path) -> tuple[str, str]:
    """Say in a word or two, and in sentences, what becomes of 50 steps."""
    calm = descend(state, "all")
    kind, result = without_noise(state, calm)
    if state.batch == "all" or kind == "Diverges":
        return kind, result
    if path.lost:
        return "Diverges", f"The noise drives it out of reach. It is followed until step {len(path.gradients)}."
    surface = SURFACES[state.surface]
    end = home(surface, path.points[-10:])
    away = float(np.mean([distance(point, end) for point in path.points[-10:]]))
    asked = "One example points" if state.batch == "one" else "Ten examples point"
    noise = (
        f"{asked} downhill only roughly: over the last 10 steps θ is {written(away)} away from the minimum on average."
    )
    if end != home(surface, calm.points[-1:]):
        return "Ends in the other minimum", f"{noise} With all {EXAMPLES} in each step, it ends in the other one."
    if kind == "Oscillates":
        return (
            "Oscillates, and jitters",
            f"{noise} With all {EXAMPLES} every step overshoots too: a smaller η would help.",
        )
    if kind in ("Creeps", "Nearly there"):
        return f"{kind}, and jitters", f"{noise} The steps are short: a larger η would save some, and jitter more."
    if away > 1:
        return "Jitters widely", f"{noise} The noise is multiplied by η too: a smaller η brings it closer."
    return "Comes near, and jitters", f"{noise} It does not settle. A smaller η brings it closer, in more steps."


def without_noise(state: State, path: Path) -> tuple[str, str]:
    """Say what becomes of the path where every step asks all examples."""
    surface = SURFACES[state.surface]
    end = home(surface, path.points[-1:])
    away = [distance(point, end) for point in path.points]
    if max(map(abs, path.gradients[0])) < 1e-9:
        return "Stays", "The gradient is 0 at the minimum: no learning rate moves θ away from it."
    if path.lost or away[-1] > 1.5 * max(away[0], 1.0):
        followed = f" It is followed until step {len(path.gradients)}." if path.lost else ""
        return (
            "Diverges",
            f"η is too large: each step lands further away on the other side, where it is steeper.{followed}",
        )
    across = [[point[i] - end[i] for point in path.points] for i in (0, 1)]
    if max(away[-5:]) < NEAR:
        there = next(k for k in range(len(away)) if max(away[k:]) < NEAR)
        swinging = max(swings(values[: there + 1]) for values in across) >= 3
        how = "It overshoots, to and fro, and less each time. " if swinging else ""
        steps = f"step {there} on" if there else "the start"
        kind = "Oscillates, and converges" if swinging else "Converges"
        if len(surface.minima) == 1:
            return kind, f"{how}From {steps} it is within {NEAR} of the minimum."
        return (
            f"{kind} in the {called(surface, end)}",
            f"{how}From {steps} it is within {NEAR} of it. {luck(surface, path, end)}",
        )
    for values in across:
        late, earlier = max(map(abs, values[-10:])), max(map(abs, values[10:20]))
        if late > NEAR and swings(values[-11:]) >= 5:
            lazy = "closer only slowly" if late < 0.95 * earlier else "no closer"
            return (
                "Oscillates",
                f"Every step overshoots: it jumps to and fro, and comes {lazy}. A smaller η would help.",
            )
    kind = "Nearly there" if away[-1] < 0.03 * away[0] else "Creeps"
    return kind, slow(state, surface, path, away[-1])


def slow(state: State, surface: Surface, path: Path, away: float) -> str:
    """Say why a path that goes downhill has not arrived."""
    left = f"after {len(path.gradients)} steps it is still {written(away)} away from the minimum"
    if surface.name == "narrow valley" and state.rate >= 0.04:
        return f"Along the floor of the valley the gradient is small: {left}. A larger η soon overshoots across it."
    return f"Every step goes downhill, but they are short: {left}. A larger η would save steps."


def home(surface: Surface, points: Sequence[Point]) -> Point:
    """Return the minimum to which points are nearest, on average."""
    middle = float(np.mean([x for x, _ in points]))
    return min(surface.minima, key=lambda t: abs(t - middle)), 0.0


def called(surface: Surface, minimum: Point) -> str:
    """Return what a minimum is called."""
    return dict(names_of(surface))[minimum[0]]


def luck(surface: Surface, path: Path, end: Point) -> str:
    """Say how the path came to this one of two minima."""
    crossed = (path.points[0][0] > surface.hill) != (end[0] > surface.hill)
    if crossed:
        return "It started on the other side of the hill: a large step jumped over it."
    if end[0] == surface.minima[0]:
        return "It is the lowest point of all: the start was on its side of the hill."
    return "There is a lower point beyond the hill, but from here every way is uphill, and the gradient is 0."


def label(said: dict[str, Any]) -> str:
    """Say in words what the picture shows."""
    surface = SURFACES[said["surface"]]
    x, y = (row[-1] for row in said["rows"])
    sentences = (
        f"Contour lines of a surface over θ₁ and θ₂, {surface.name}: {surface.formula}. On it a path of gradient descent "
        f"from ({written(said['theta1'], 1)}, {written(said['theta2'], 1)}) with learning rate η = {said['rate']}.",
        said["work"],
        f"{said['kind']}. {said['result']}",
        f"Shown is step {said['step']}: θ = ({x}, {y}). {said['change']}",
    )
    return " ".join(sentences)


def draw(stage: dict[str, Any], said: dict[str, Any]) -> Figure:
    """Draw a picture with matplotlib: the path on the contours, and J step by step."""
    from course.pictures import INK, paper

    figure, (plot, curve) = paper(8.8, 3.7, columns=2)
    surface = stage["surfaces"][said["surface"]]
    for line in (line for lines in surface["contours"] for line in lines):
        plot.plot(*zip(*line, line[0], strict=True), color=INK.grey, linewidth=0.8)
    for part in surface["labels"]:
        (across, up), box = part["at"], {"facecolor": INK.card, "edgecolor": "none", "pad": 1}
        plot.text(across, up, part["text"], fontsize=8, ha="center", va="center", bbox=box)
    for part in surface["minima"]:
        plot.plot(*part["at"], marker="+", color=INK.black, markersize=12, linestyle="none")
        plot.text(part["at"][0], -0.5, part["name"], fontsize=9, ha="center")
    plot.plot(*zip(*said["path"], strict=True), color=INK.blue, marker="o", markersize=4, linewidth=1.4)
    plot.plot(*said["path"][0], marker="D", color=INK.black, markersize=9, linestyle="none", zorder=4)
    plot.set(xlim=(-ACROSS, ACROSS), ylim=(-UP, UP), xlabel="θ₁", ylabel="θ₂", aspect="equal")
    plot.set_title(f"η = {said['rate']}", fontsize=11)
    curve.plot(said["costs"], color=INK.blue, marker="o", markersize=3)
    curve.set(xlim=(0, STEPS), ylim=(0, said["ticks"][-1]), xlabel="step", ylabel="J", yticks=said["ticks"])
    curve.set_title(said["kind"], fontsize=11)
    return figure
