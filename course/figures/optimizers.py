"""Nine ways down the same slope: plain gradient descent and the eight optimizers of lesson 14, step by step.

`race(momentum=momentum_step, adam=adam_step, …)` lets the student's own functions run. One that is not written yet, or
fails, is named, and the figure's own runs in its place.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

from course.figures.guest import Trouble, as_array, ask, quiet, written

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from course.figures.interactive import Interactive

Array = NDArray[np.float64]
Point = tuple[float, float]
Memory = dict[str, Any]
Step = Callable[..., Any]

STEPS = 100
FAR = 1e6  # a runner this far out is followed no more
SLOWEST, FASTEST = 0.1, 3.0  # factors on the learning rates
PLOT = (46.0, 606.0, 24.0, 248.0)  # left, right, top and bottom of the plot, in units of the drawing
RADIUS = 9.0  # of a runner's letter


# The rules, as lesson 14 prints them


def plain(theta: Array, grad: Array, state: Memory, learning_rate: float) -> tuple[Array, Memory]:
    """θ − η g."""
    return theta - learning_rate * grad, state


def momentum(
    theta: Array, grad: Array, state: Memory, learning_rate: float, gamma: float = 0.9
) -> tuple[Array, Memory]:
    """v = γ v + η g."""
    v = gamma * state.get("v", 0.0) + learning_rate * grad
    return theta - v, {"v": v}


def nesterov(
    theta: Array, grad_fn: Callable[[Array], Array], state: Memory, learning_rate: float, gamma: float = 0.9
) -> tuple[Array, Memory]:
    """v = γ v + η ∇J(θ − γ v)."""
    ahead = gamma * state.get("v", 0.0)
    v = ahead + learning_rate * grad_fn(theta - ahead)
    return theta - v, {"v": v}


def adagrad(theta: Array, grad: Array, state: Memory, learning_rate: float, eps: float = 1e-8) -> tuple[Array, Memory]:
    """G = G + g²."""
    G = state.get("G", 0.0) + grad**2
    return theta - learning_rate * grad / np.sqrt(G + eps), {"G": G}


def rmsprop(
    theta: Array, grad: Array, state: Memory, learning_rate: float, rho: float = 0.9, eps: float = 1e-8
) -> tuple[Array, Memory]:
    """E = ρ E + (1 − ρ) g²."""
    E = rho * state.get("E", 0.0) + (1 - rho) * grad**2
    return theta - learning_rate * grad / np.sqrt(E + eps), {"E": E}


def adadelta(theta: Array, grad: Array, state: Memory, rho: float = 0.9, eps: float = 1e-6) -> tuple[Array, Memory]:
    """Δ = −√(D + ε) / √(E + ε) g, where D is the running mean of Δ²."""
    D, E = state.get("D", 0.0), rho * state.get("E", 0.0) + (1 - rho) * grad**2
    delta = -np.sqrt(D + eps) / np.sqrt(E + eps) * grad
    return theta + delta, {"D": rho * D + (1 - rho) * delta**2, "E": E}


def adam(
    theta: Array, grad: Array, state: Memory, learning_rate: float, beta1: float = 0.9, beta2: float = 0.999
) -> tuple[Array, Memory]:
    """θ − η m̂ / (√v̂ + ε)."""
    t, m, v = moments(grad, state, beta1, beta2)
    size = np.sqrt(v / (1 - beta2**t)) + 1e-8
    return theta - learning_rate * m / (1 - beta1**t) / size, {"t": t, "m": m, "v": v}


def adamax(
    theta: Array, grad: Array, state: Memory, learning_rate: float, beta1: float = 0.9, beta2: float = 0.999
) -> tuple[Array, Memory]:
    """u = max(β2 u, |g|), θ − η m̂ / u."""
    t, m, _ = moments(grad, state, beta1, beta2)
    u = np.maximum(beta2 * state.get("u", 0.0), np.abs(grad))
    move = np.divide(m / (1 - beta1**t), u, out=np.zeros_like(u), where=u > 0)
    return theta - learning_rate * move, {"t": t, "m": m, "u": u}


def nadam(
    theta: Array, grad: Array, state: Memory, learning_rate: float, beta1: float = 0.9, beta2: float = 0.999
) -> tuple[Array, Memory]:
    """θ − η (β1 m̂ + (1 − β1) g / (1 − β1ᵗ)) / (√v̂ + ε)."""
    t, m, v = moments(grad, state, beta1, beta2)
    size = np.sqrt(v / (1 - beta2**t)) + 1e-8
    ahead = (beta1 * m + (1 - beta1) * grad) / (1 - beta1**t)
    return theta - learning_rate * ahead / size, {"t": t, "m": m, "v": v}


def moments(grad: Array, state: Memory, beta1: float, beta2: float) -> tuple[int, Array, Array]:
    """Return t, m and v after this gradient."""
    m = beta1 * state.get("m", 0.0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0.0) + (1 - beta2) * grad**2
    return state.get("t", 0) + 1, m, v


@dataclass(frozen=True)
class Runner:
    """One optimizer: its rule, how it is drawn, and its dial (η, but ε for Adadelta) on the valleys and the saddle."""

    name: str
    letter: str
    step: Step
    style: int  # a colour for each family
    dash: str
    rates: tuple[float, float]


RUNNERS = {
    "plain": Runner("plain descent", "P", plain, 4, "", (0.035, 0.05)),
    "momentum": Runner("momentum", "M", momentum, 0, "", (0.01, 0.02)),
    "nesterov": Runner("Nesterov", "N", nesterov, 0, "9 5", (0.01, 0.02)),
    "adagrad": Runner("Adagrad", "G", adagrad, 2, "", (1.0, 0.3)),
    "rmsprop": Runner("RMSprop", "R", rmsprop, 2, "9 5", (0.2, 0.06)),
    "adadelta": Runner("Adadelta", "D", adadelta, 2, "2 4", (0.01, 0.002)),
    "adam": Runner("Adam", "A", adam, 1, "", (0.4, 0.1)),
    "adamax": Runner("AdaMax", "X", adamax, 1, "9 5", (0.4, 0.1)),
    "nadam": Runner("Nadam", "B", nadam, 1, "2 4", (0.3, 0.08)),
}
FIRST = ("plain", "momentum", "rmsprop", "adam")  # who runs at first


# The surfaces

STEEP = 50.0  # the sides of the valley against its floor
TURN = math.atan(0.25)  # how far the second valley is turned
START = (-9.0, 1.3)  # along the valley, across it


def turned(theta: Array, angle: float) -> tuple[Array, Array]:
    """Return how far θ, `(2, …)`, lies along a valley of this direction, and across it."""
    c, s = math.cos(angle), math.sin(angle)
    return c * theta[0] + s * theta[1], c * theta[1] - s * theta[0]


def valley(theta: Array, angle: float = 0.0) -> Array:
    """Return ½ (u² + 50 v²); u runs along the valley, v across it."""
    u, v = turned(theta, angle)
    return (u**2 + STEEP * v**2) / 2


def valley_slope(theta: Array, angle: float = 0.0) -> Array:
    """Return the gradient of the valley."""
    u, v = turned(theta, angle)
    return np.array(turned(np.array([u, STEEP * v]), -angle))


def saddle(theta: Array) -> Array:
    """Return ½ x² + ¼ (y² − 1)²: a ridge along y = 0, and a minimum on each side of it."""
    x, y = theta
    return x**2 / 2 + (y**2 - 1) ** 2 / 4


def saddle_slope(theta: Array) -> Array:
    """Return the gradient of the saddle."""
    x, y = theta
    return np.array([x, y * (y**2 - 1)])


@dataclass(frozen=True)
class Surface:
    """One loss surface: J and its gradient, what of it is shown, and where the race starts."""

    name: str
    J: Callable[[Array], Array]  # of θ, `(2, …)`
    slope: Callable[[Array], Array]
    window: tuple[float, float, float, float]  # left, right, low, high; 2.5 times as wide as high
    grid: float  # the start is dragged from one multiple of this to the next
    start: Point
    minima: tuple[Point, ...]
    levels: tuple[float, ...]
    rates: int  # which of a runner's rates
    near: float  # closer than this to a minimum is there
    about: str
    angle: float = 0.0


ROUND = tuple(r * r / 2 for r in (1, 3, 6, 9, 13, 17, 21))  # J on the ellipses
SIZE = (-10.8, 5.2, -3.2, 3.2)
SURFACES = {
    "ravine": Surface(
        "ravine", valley, valley_slope, SIZE, 0.1, START, ((0.0, 0.0),), ROUND, 0, 0.1,
        "A long valley, its sides 50 times as steep as its floor. The sides allow plain descent only a small η, and with it "
        "the floor takes long. Momentum gathers speed along the floor and rolls past the minimum. The adaptive ones, from "
        "Adagrad on, divide each coordinate by the size of its own gradients, and the steep sides count no more than the floor.",
    ),
    "turned": Surface(
        "turned ravine", partial(valley, angle=TURN), partial(valley_slope, angle=TURN), SIZE, 0.1, (-9.05, -0.92), ((0.0, 0.0),), ROUND, 0, 0.1,
        "The same valley, turned by 14°. For plain descent, momentum and Nesterov nothing changes but the direction. "
        "The adaptive ones scale θ₁ and θ₂, one by one, and now neither lies along the valley. They are slower here; Adagrad "
        "and AdaMax even fall behind plain descent.",
        TURN,
    ),
    "saddle": Surface(
        "saddle", saddle, saddle_slope, (-3.8, 3.2, -1.4, 1.4), 0.02, (-3.0, 0.02), ((0.0, 1.0), (0.0, -1.0)),
        (0.03, 0.1, 0.18, 0.25, 0.4, 0.8, 1.5, 2.5, 4.0, 6.0), 1, 0.05,
        "A ridge that leads down to a saddle, with a minimum on each side. Near the ridge the slope across it is tiny. "
        "Plain descent takes tiny steps there, and so stays at the saddle for long. The adaptive ones divide by the size of "
        "that slope, and leave the ridge early. Momentum gathers speed.",
    ),
}  # fmt: skip
ON_RIDGE = (
    "Exactly on the ridge the slope across it is 0, and every rule makes a step of 0 out of it: nobody leaves the ridge, "
    "and the saddle is where they end. Move the start a little up or down."
)


@dataclass(frozen=True)
class State:
    """What the reader sets: the surface, the start, the step that is shown, who runs, and factors on the rates."""

    surface: str = "ravine"
    start: Point = START
    step: int = 0
    runs: tuple[str, ...] = FIRST
    times: dict[str, float] = field(default_factory=dict)  # by runner, or "all"


def race(
    momentum: Step | None = None,
    nesterov: Step | None = None,
    adagrad: Step | None = None,
    adadelta: Step | None = None,
    rmsprop: Step | None = None,
    adam: Step | None = None,
    adamax: Step | None = None,
    nadam: Step | None = None,
) -> Interactive:
    """Let plain descent and eight optimizers race on a ravine and a saddle; those that are given are the student's own."""
    from course.figures.interactive import Interactive

    given = {
        "momentum": momentum, "nesterov": nesterov, "adagrad": adagrad, "adadelta": adadelta,
        "rmsprop": rmsprop, "adam": adam, "adamax": adamax, "nadam": nadam,
    }  # fmt: skip
    paths = Paths({key: step for key, step in given.items() if step is not None})
    stage = scene()
    start = asdict(State(runs=("plain", *paths.own) if paths.own else FIRST))

    def respond(state: dict[str, Any]) -> dict[str, Any]:
        return picture(read(state), paths)

    return Interactive("optimizers", stage, start, respond, partial(draw, stage), printed={"step": 40})


def read(state: dict[str, Any]) -> State:
    """Return what came from the reader, as it should be."""
    x, y = state["start"]
    times = {str(key): float(value) for key, value in state["times"].items()}
    step = min(STEPS, max(0, int(state["step"])))
    return State(str(state["surface"]), (float(x), float(y)), step, tuple(state["runs"]), times)


# The paths


@dataclass(frozen=True)
class Way:
    """A runner's path, `(steps + 1, 2)`; whether the student's function walked it, and what is to be told of that function."""

    trail: Array
    yours: bool = False
    problem: str = ""


class Paths:
    """All runners, some of them the student's own, and the paths that are known by now."""

    def __init__(self, own: dict[str, Step] | None = None) -> None:
        """Start with the student's own step functions, by runner."""
        self.own = own or {}
        self._known: dict[tuple[object, ...], Way] = {}

    def way(self, key: str, surface: Surface, start: Point, rate: float) -> Way:
        """Return a runner's path."""
        asked = (key, surface.name, start, rate)
        if asked not in self._known:
            if len(self._known) > 500:
                self._known.clear()
            self._known[asked] = self._run(key, surface, start, rate)
        return self._known[asked]

    def _run(self, key: str, surface: Surface, start: Point, rate: float) -> Way:
        ours = path(key, RUNNERS[key].step, surface, start, rate)
        if key not in self.own:
            return Way(ours)
        try:
            with quiet():
                theirs = path(key, self.own[key], surface, start, rate)
        except Trouble as trouble:
            return Way(ours, False, f"Your {key}_step {trouble}. The figure’s own runs in its place.")
        both = min(len(ours), len(theirs), 11)
        apart = ~np.isclose(ours[:both], theirs[:both], rtol=1e-5, atol=1e-5).all(axis=1)
        if not apart.any():
            return Way(theirs, True)
        other = f"Your {key}_step runs, but another way than the printed rule from step {apart.argmax()} on."
        return Way(theirs, True, other)


def path(key: str, step: Step, surface: Surface, start: Point, rate: float) -> Array:
    """Return where a step function leads, `(steps + 1, 2)`, shorter where it runs off; raise `Trouble` if it fails."""
    theta: Array = np.array(start)
    state: Memory = {}
    dialled = partial(step, **{"eps" if key == "adadelta" else "learning_rate": rate})
    found = [theta]
    while len(found) <= STEPS and np.abs(theta).max() < FAR:
        slope = surface.slope if key == "nesterov" else surface.slope(theta)
        theta, state = pair(ask(dialled, theta.copy(), slope, state))
        if not np.isfinite(theta).all():
            raise Trouble(f"returned θ = {theta} at step {len(found)}")
        found.append(theta)
    return np.array(found)


def pair(answer: Any) -> tuple[Array, Memory]:
    """Return the new θ, `(2,)`, and the new state; raise `Trouble` for anything else."""
    if answer is None:
        raise Trouble("returned nothing (None). Is a return missing?")
    if not isinstance(answer, (tuple, list)) or len(answer) != 2:
        raise Trouble(f"returned a value of type {type(answer).__name__} where a pair (theta, state) is needed")
    theta, state = answer
    if not isinstance(state, dict):
        raise Trouble(f"returned a state of type {type(state).__name__} where a dict is needed")
    return as_array(theta, (2,)).copy(), state


# The picture


def scene() -> dict[str, Any]:
    """Return what never changes: the surfaces with their contours, and how the runners are drawn."""
    return {
        "steps": STEPS,
        "plot": PLOT,
        "factors": (SLOWEST, FASTEST),
        "surfaces": {
            key: {
                "text": one.name,
                "window": one.window,
                "grid": one.grid,
                "start": one.start,
                "minima": one.minima,
                "contours": contours(one),
            }
            for key, one in SURFACES.items()
        },
        "runners": [
            {
                "key": key,
                "name": one.name,
                "letter": one.letter,
                "style": one.style,
                "dash": one.dash,
            }
            for key, one in RUNNERS.items()
        ],
    }


def contours(surface: Surface) -> list[list[Point]]:
    """Return the lines of equal loss, as points."""
    from contourpy import contour_generator

    left, right, low, high = surface.window
    x, y = np.linspace(left, right, 161), np.linspace(low, high, 81)
    lines = contour_generator(x, y, surface.J(np.array(np.meshgrid(x, y)))).lines
    found = (line for level in surface.levels for line in cast("list[Array]", lines(level)))
    return [[(round(float(a), 3), round(float(b), 3)) for a, b in line] for line in found]


def picture(state: State, paths: Paths) -> dict[str, Any]:
    """Return everything the figure shows for a state, as plain data."""
    surface = SURFACES[state.surface]
    rows, told = [], []
    for key, runner in RUNNERS.items():
        runs, rate = key in state.runs, rate_of(key, state)
        row: dict[str, Any] = {
            "key": key,
            "name": runner.name,
            "runs": runs,
            "rate": written(rate, 4) if key != "adadelta" else f"ε {rate:.2g}",
        }
        if runs or key in paths.own:
            way = paths.way(key, surface, state.start, rate)
            told += [way.problem] if way.problem else []
            row["name"] = f"{runner.name} (yours)" if way.yours else runner.name
        if runs:
            row |= seen(surface, way.trail, state.step)
        rows.append(row)
    place_letters([row for row in rows if row["runs"]])
    on_ridge = state.surface == "saddle" and state.start[1] == 0
    said: dict[str, Any] = {
        "surface": state.surface,
        "start": state.start,
        "step": state.step,
        "rows": rows,
        "result": standing([row for row in rows if row["runs"]], state.step),
        "about": ON_RIDGE if on_ridge else surface.about,
        "problem": " ".join(told),
    }
    return said | {"label": label(said, surface)}


def rate_of(key: str, state: State) -> float:
    """Return a runner's η; for Adadelta ε, whose root sets the length of the first step."""
    times = state.times.get("all", 1.0) * state.times.get(key, 1.0)
    rate = RUNNERS[key].rates[SURFACES[state.surface].rates]
    return rate * times**2 if key == "adadelta" else rate * times


def seen(surface: Surface, trail: Array, step: int) -> dict[str, Any]:
    """Return what is shown of a runner at a step: its trail, where it is, its loss, and what it does."""
    left, right, low, high = surface.window
    walked = trail[: step + 1]
    here = walked[-1]
    loss = float(surface.J(here))
    limit = 9 * right  # further out nothing is drawn
    return {
        "trail": np.clip(walked, -limit, limit).round(3).tolist(),
        "spot": on_plot(surface, (min(right, max(left, here[0])), min(high, max(low, here[1])))),
        "inside": bool(left <= here[0] <= right and low <= here[1] <= high),
        "at": f"({coordinate(here[0])}, {coordinate(here[1])})",
        "J": loss,
        "loss": size_of(loss),
        "does": doing(surface, trail, step),
    }


def on_plot(surface: Surface, point: Point) -> Point:
    """Return where a point of the surface is in the drawing."""
    left, right, low, high = surface.window
    x = PLOT[0] + (point[0] - left) / (right - left) * (PLOT[1] - PLOT[0])
    y = PLOT[3] - (point[1] - low) / (high - low) * (PLOT[3] - PLOT[2])
    return round(float(x), 1), round(float(y), 1)


def place_letters(rows: list[dict[str, Any]]) -> None:
    """Give each row the middle of its letter: beside its runner, apart from other letters, and if it can be, from all runners."""
    taken: list[Point] = []
    spots = [row["spot"] for row in rows]
    for row in rows:
        turn = list(RUNNERS).index(row["key"]) / len(RUNNERS)
        free = [at for at in around(row["spot"], turn) if all(math.dist(at, one) > 2 * RADIUS for one in taken)]
        clear = [at for at in free if all(math.dist(at, spot) > RADIUS + 3 for spot in spots)]
        row["letter"] = (clear or free)[0]
        taken.append(row["letter"])


def around(spot: Point, turn: float) -> Iterator[Point]:
    """Give places on circles around a spot, each circle from a direction of its own, clockwise."""
    for radius in (18.0, 32.0, 48.0):
        for k in range(18):
            angle = 2 * math.pi * (turn + k / 18)
            yield round(spot[0] + radius * math.sin(angle), 1), round(spot[1] - radius * math.cos(angle), 1)


# The words


def doing(surface: Surface, trail: Array, step: int) -> str:
    """Say in a few words what a runner does at a step."""
    walked = trail[: step + 1]
    if step == 0:
        return "at the start"
    u, v = turned(walked.T, surface.angle)
    left, right, low, high = surface.window
    x, y = walked[-1]
    if not (left <= x <= right and low <= y <= high):
        return "flies off" if surface.J(walked[-1]) > surface.J(walked[0]) else "has left the picture"
    lengths = np.linalg.norm(np.diff(walked, axis=0), axis=1)
    distances = np.array([min(math.dist(p, m) for m in surface.minima) for p in walked[-6:]])
    if len(distances) == 6 and distances.max() < 4 * surface.near and np.median(distances) < 2 * surface.near:
        return "near the minimum" if lengths[-5:].max() < surface.near else "trembles around the minimum"
    if len(surface.minima) > 1:
        return on_saddle(float(x), float(y), float(lengths[-1]))
    return in_valley(u, v, lengths, float(distances[-1]))


def on_saddle(x: float, y: float, length: float) -> str:
    """Say what a runner does on the saddle that is not at a minimum."""
    if abs(y) < 1e-9:
        return "stays on the ridge" if abs(x) > 0.05 else "stands on the saddle"
    if math.hypot(x, y) < 0.5 and length < 0.03:
        return "lingers at the saddle"
    return "still on the ridge" if abs(y) < 0.25 else "has left the ridge"


def in_valley(u: Array, v: Array, lengths: Array, distance: float) -> str:
    """Say what a runner does in a valley that is not at the minimum."""
    if u[-1] > 0.1:
        return "rolls past the minimum" if u[-1] > u[-2] else "comes back"
    turns = np.abs(np.diff(np.sign(v[-13:]))) > 0
    wide = np.abs(v[-6:]).max() > 0.05
    if wide and len(turns) > 1 and turns[-5:].all():
        return "zigzags from side to side"
    if wide and turns.sum() > 1:
        return "swings from side to side"
    if len(lengths) > 5 and lengths[-1] < 0.93 * lengths[-6] and distance > 20 * lengths[-1]:
        return "creeps, in shorter and shorter steps"
    return "on its way"


def standing(rows: list[dict[str, Any]], step: int) -> str:
    """Say who is lowest and who is highest."""
    if not rows:
        return "Nobody runs. Choose runners in the table."
    if step == 0:
        return "All stand at the start. Press Play, or move the step slider."
    low, high = min(rows, key=lambda row: row["J"]), max(rows, key=lambda row: row["J"])
    if low["loss"] == high["loss"] and len(rows) > 1:
        return f"After step {step}, all are at J\u00a0=\u00a0{low['loss']}."
    first = f"After step {step}, {low['name']} is lowest, J\u00a0=\u00a0{low['loss']}"
    return f"{first}." if low is high else f"{first}; {high['name']} is highest, J\u00a0=\u00a0{high['loss']}."


def coordinate(value: float) -> str:
    """Write a coordinate."""
    return written(value, 2, 2) if abs(value) < 1000 else size_of(value)


def size_of(value: float) -> str:
    """Write a loss with two or three digits: 97, 0.033, 3.2 · 10⁻⁷."""
    if 1e-3 <= abs(value) < 1000 or value == 0:
        return written(value, max(0, 1 - math.floor(math.log10(abs(value)))) if value else 0)
    front, power = f"{value:.1e}".split("e")
    digits = str(int(power)).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"{front}\u00a0·\u00a010{digits}".replace("-", "−")


def label(said: dict[str, Any], surface: Surface) -> str:
    """Say in words what the picture shows."""
    x, y = said["start"]
    runs = [row for row in said["rows"] if row["runs"]]
    parts = "; ".join(f"{row['name']} at {row['at']}, J\u00a0=\u00a0{row['loss']}, {row['does']}" for row in runs)
    sentences = (
        f"Lines of equal loss J over θ₁ and θ₂: a {surface.name}.",
        f"The race starts at ({coordinate(x)}, {coordinate(y)}).",
        f"Step {said['step']} of {STEPS}: {parts or 'nobody runs'}.",
        said["about"],
        said["problem"],
    )
    return " ".join(filter(None, sentences))


def draw(stage: dict[str, Any], said: dict[str, Any]) -> Figure:
    """Draw a picture with matplotlib: the surface, the paths, and a letter for each runner."""
    from course.pictures import INK, paper

    figure, (plot,) = paper(8.4, 4.4)
    surface = stage["surfaces"][said["surface"]]
    left, right, low, high = surface["window"]
    for line in surface["contours"]:
        plot.plot(*np.array(line).T, color=INK.faint, linewidth=1)
    colours = (INK.blue, INK.orange, INK.green, INK.purple, INK.black)
    for runner, row in zip(stage["runners"], said["rows"], strict=True):
        if not row["runs"]:
            continue
        colour, dashes = colours[runner["style"]], tuple(float(dash) / 2 for dash in runner["dash"].split())
        style: dict[str, Any] = {"color": colour, "linestyle": (0, dashes) if dashes else "-", "linewidth": 1.8}
        plot.plot(*np.array(row["trail"]).T, label=f"{runner['letter']}  {row['name']}", **style)
        spot, letter = ([at[0], PLOT[3] + PLOT[2] - at[1]] for at in (row["spot"], row["letter"]))
        there, beside = (
            (left + (a - PLOT[0]) / (PLOT[1] - PLOT[0]) * (right - left),
             low + (b - PLOT[2]) / (PLOT[3] - PLOT[2]) * (high - low))
            for a, b in (spot, letter)
        )  # fmt: skip
        disc = {"boxstyle": "circle,pad=0.2", "facecolor": INK.card, "edgecolor": colour}
        plot.annotate(
            runner["letter"], there, beside, ha="center", va="center", fontsize=9, weight="bold", bbox=disc,
            arrowprops={"arrowstyle": "-", "color": colour}, zorder=6,
        )  # fmt: skip
    for minimum in surface["minima"]:
        plot.plot(*minimum, marker="+", color=INK.black, markersize=11)
    plot.plot(*said["start"], marker="D", color=INK.black, markersize=8, zorder=5)
    plot.set(xlim=(left, right), ylim=(low, high), aspect="equal", xlabel="θ₁", ylabel="θ₂")
    plot.set_title(f"{surface['text']}: the start ◆, step {said['step']}, the minimum +", fontsize=11, loc="left")
    if any(row["runs"] for row in said["rows"]):
        figure.legend(loc="outside lower center", ncols=3, frameon=False, fontsize=10, handlelength=3)
    return figure
