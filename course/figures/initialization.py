"""What becomes of a signal on its way through a deep network, by the start of the weights: histograms, and their spread.

100 inputs, 100 neurons a layer, 100 examples, biases 0. The seeds are those of lesson 12, so the numbers are its numbers.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from course.figures.guest import written

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from course.figures.interactive import Interactive

Array = NDArray[np.float64]

WIDTH = 100  # inputs, neurons in each layer, and examples
SHALLOW, DEEP = 2, 50
LITTLE, MUCH = 0.5, 2.0  # the gain
SHOWN = 6  # histograms at most
BINS = 21  # odd: 0 has a bar of its own in the middle of tanh's range
EPSILON = 0.3
SCHEMES = {
    "zeros": ("zeros", 0.0, "all 0"),
    "small": ("normal 0.01", 0.01, "normal, standard deviation 0.01"),
    "large": ("normal 1", 1.0, "normal, standard deviation 1"),
    "uniform": (
        f"uniform ±{EPSILON}",
        EPSILON,
        f"uniform on [−ε, ε] with ε = {EPSILON}: standard deviation ε / √3 = 0.173",
    ),
    "xavier": ("Xavier", (1 / WIDTH) ** 0.5, "normal, variance 2 / (100 + 100) = 0.01: standard deviation 0.1"),
    "he": ("He", (2 / WIDTH) ** 0.5, "normal, variance 2 / 100 = 0.02: standard deviation 0.141"),
}
ACTIVATIONS: dict[str, Callable[[Array], Array]] = {
    "tanh": np.tanh,
    "sigmoid": lambda z: 0.5 + 0.5 * np.tanh(z / 2),
    "relu": lambda z: np.maximum(z, 0.0),
}
NAMES = {"tanh": "tanh", "sigmoid": "sigmoid", "relu": "ReLU"}
ENDS = {"tanh": (-1.0, 1.0), "sigmoid": (0.0, 1.0)}  # ReLU has none: its range is that of each layer
ROUNDING = 1e-15  # differences smaller than this part of the numbers are round-off
LOWS, HIGHS = (-4, -16, -80), (2, 16, 64)  # powers of ten at which the plot may end
STEPS = ((10, 1), (30, 4), (60, 10), (200, 20))  # up to so many powers of ten, a tick every so many


@dataclass(frozen=True)
class State:
    """What the reader sets: how the weights start, the activation, the number of layers, and a factor on all weights."""

    scheme: str = "small"
    g: str = "tanh"
    depth: int = DEEP
    gain: float = 1.0


def explore() -> Interactive:
    """Show the activations of a deep network before training, layer by layer, for several starts of the weights."""
    from course.figures.interactive import Interactive

    def respond(state: dict[str, Any]) -> dict[str, Any]:
        return picture(State(str(state["scheme"]), str(state["g"]), int(state["depth"]), float(state["gain"])))

    return Interactive(
        "initialization",
        scene(),
        asdict(State()),
        respond,
        draw,
        printed=asdict(State("xavier", "tanh")),
    )


def scene() -> dict[str, Any]:
    """Return what never changes: the choices, and the ends of the sliders."""
    return {
        "schemes": [{"value": key, "text": name} for key, (name, _, _) in SCHEMES.items()],
        "activations": [{"value": key, "text": name} for key, name in NAMES.items()],
        "depths": (SHALLOW, DEEP),
        "gains": (LITTLE, MUCH),
    }


# The network


@cache
def inputs() -> Array:
    """Return the 100 examples of 100 numbers, `(100, 100)`."""
    return np.random.default_rng(1).standard_normal((WIDTH, WIDTH))


@cache
def draws(kind: str) -> Array:
    """Return the weights of all layers before they are scaled, `(50, 100, 100)`: normal, or even in [−1, 1]."""
    rng = np.random.default_rng(0)
    shape = (DEEP, WIDTH, WIDTH)
    return rng.uniform(-1.0, 1.0, shape) if kind == "uniform" else rng.standard_normal(shape)


def activations(state: State) -> list[Array]:
    """Return A[1], …, A[depth], `(100, 100)` each."""
    g, size = ACTIVATIONS[state.g], SCHEMES[state.scheme][1] * state.gain
    A, found = inputs(), []
    for W in draws("uniform" if state.scheme == "uniform" else "normal")[: state.depth]:
        A = g(size * (W @ A))
        found.append(A)
    return found


def spread(A: Array) -> float:
    """Return the standard deviation of all entries, as `activation_spread` of lesson 12 does."""
    return float(np.std(A))


def by_example(A: Array) -> float:
    """Return how far a neuron's output differs from example to example, 0 where only round-off does."""
    found = float(np.sqrt(A.var(axis=1).mean()))
    return found if found > ROUNDING * float(np.sqrt(np.mean(A * A))) else 0.0


def flat(A: Array, g: str) -> float:
    """Return the share of entries where the slope is less than a tenth of the steepest one; 0 for ReLU."""
    if g == "relu":
        return 0.0
    slope = 1 - A**2 if g == "tanh" else 4 * A * (1 - A)
    return float(np.mean(slope < 0.1))


# The picture


def picture(state: State) -> dict[str, Any]:
    """Return everything the figure shows for a state, as plain data."""
    layers = activations(state)
    spreads, signals = [spread(A) for A in layers], [by_example(A) for A in layers]
    stuck = float(np.mean([flat(A, state.g) for A in layers]))
    kind, result = verdict(state, spreads, signals, stuck)
    logs, signal_logs = [power_of(s) for s in spreads], [power_of(s) for s in signals]
    said: dict[str, Any] = asdict(state) | {
        "histograms": [histogram(layers[k], state.g, k + 1, spreads[k]) for k in shown(state.depth)],
        "spreads": logs,
        "signals": signal_logs,
        "ticks": ticks([p for p in logs + signal_logs if p is not None]),
        "weights": weights(state),
        "numbers": numbers(spreads),
        "kind": kind,
        "result": result,
    }
    return said | {"label": label(said)}


def shown(depth: int) -> list[int]:
    """Return the layers that have a histogram, from 0: evenly spaced, the first and the last among them."""
    return sorted({max(1, round(k)) - 1 for k in np.linspace(0, depth, SHOWN)})


def histogram(A: Array, g: str, layer: int, size: float) -> dict[str, Any]:
    """Return the bars of a layer, 1 for the tallest; behind ReLU the bar of the zeros is cut off and its share said."""
    low, high = ENDS.get(g, (0.0, float(A.max()) or 1.0))
    zeros = float(np.mean(A == 0)) if g == "relu" else 0.0
    counts = np.histogram(A, bins=BINS, range=(low, high))[0] / A.size
    counts[0] -= zeros
    bars = counts / (counts.max() or 1.0)
    if zeros:
        bars[0] = 1.0
    ends = ("0", size_of(high)) if g == "relu" else (written(low), written(high))
    return {
        "layer": layer,
        "bars": [round(float(bar), 3) for bar in bars],
        "ends": ends if A.any() or g != "relu" else ("0", ""),
        "zeros": f"{written(100 * zeros, 0)}\u00a0% are 0" if zeros else "",
        "spread": size_of(size),
    }


def power_of(value: float) -> float | None:
    """Return the power of ten that a number is, to three decimals, or None for 0."""
    return round(math.log10(value), 3) if value else None


def ticks(powers: list[float]) -> list[int]:
    """Return the powers of ten that are written at the vertical axis; its ends are the first and the last."""
    least, most = min(powers, default=0.0), max(powers, default=0.0)
    low = next((end for end in LOWS if end <= least), LOWS[-1])
    high = next((end for end in HIGHS if end >= most), HIGHS[-1])
    step = next(step for length, step in STEPS if high - low <= length)
    return list(range(-(-low // step) * step, high + 1, step))


def weights(state: State) -> str:
    """Say how the weights are drawn."""
    gain = "" if state.gain == 1 else f"; all times the gain {written(state.gain, 1)}"
    return f"Weights: {SCHEMES[state.scheme][2]}{gain}."


def numbers(spreads: list[float]) -> str:
    """Say the first spread, the last, and by what factor one becomes the other."""
    first, last, turns = spreads[0], spreads[-1], len(spreads) - 1
    ends = f"Spread: {size_of(first)} in layer 1, {size_of(last)} in layer {len(spreads)}"
    return f"{ends}: times {(last / first) ** (1 / turns):.3g} a layer." if first else f"{ends}."


def verdict(state: State, spreads: list[float], signals: list[float], stuck: float) -> tuple[str, str]:
    """Say in a word, and in a sentence, what becomes of the signal."""
    last = f"layer {state.depth}"
    piled = f"{written(100 * stuck, 0)}\u00a0% of all activations are where {NAMES[state.g]} is flat"
    if state.scheme == "zeros":
        return "Dead, symmetric", (
            f"All neurons give {'0.5' if state.g == 'sigmoid' else '0'}, on every example: none can be told from another, "
            "and nothing depends on the input. No gain helps: any number times 0 is 0."
        )
    if falls(spreads):
        return "Vanishing", f"The activations of {last} hardly differ any more, whatever the input."
    if state.g == "relu" and falls([1 / s for s in spreads], 0.2):
        return "Exploding", f"Each layer makes the spread larger, and nothing stops it before {last}."
    if stuck >= 0.5:
        return "Saturated", f"{piled} (its slope is less than a tenth of the steepest): gradients hardly come through."
    if falls(signals):
        return "Vanishing", (
            f"The neurons of {last} differ from each other, and so the spread stays. But from example to example they "
            "differ less in every layer: the dashed line falls, and that line is what depends on the input."
            f"{'' if signals[-1] else ' Where it ends, only rounding is left.'}"
        )
    if stuck >= 0.1:
        return "Beginning to saturate", f"{piled} (its slope is less than a tenth of the steepest)."
    return "Healthy", f"The signal arrives in {last}, neither lost nor blown up, and the neurons are not at their ends."


def falls(sizes: list[float], least: float = 0.1) -> bool:
    """Say whether sizes shrink to less than `least` of the first in all, or to less than half in every layer."""
    ratio = sizes[-1] / sizes[0]
    return ratio < least or ratio ** (1 / (len(sizes) - 1)) < 0.5


def size_of(value: float) -> str:
    """Write a size with two digits: 0.83, 120, 3.2 · 10⁻⁷."""
    if value == 0:
        return "0"
    front, power = f"{value:.1e}".split("e")
    if -3 < int(power) < 3:
        return written(float(f"{front}e{power}"), max(0, 1 - int(power)))
    digits = str(int(power)).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"{front}\u00a0·\u00a010{digits}"


def label(said: dict[str, Any]) -> str:
    """Say in words what the picture shows."""
    parts = "; ".join(f"layer {h['layer']}: {h['spread']}" for h in said["histograms"])
    sentences = (
        f"Histograms of the activations of {len(said['histograms'])} layers of a network with {said['depth']} layers of "
        f"{WIDTH} neurons, {NAMES[said['g']]}, and below them the spread against the layer, in powers of ten.",
        said["weights"],
        f"Spread in {parts}.",
        f"{said['kind']}. {said['result']}",
    )
    return " ".join(sentences)


def draw(said: dict[str, Any]) -> Figure:
    """Draw a picture with matplotlib: the histograms above, the spread below."""
    import matplotlib

    from course.pictures import INK, STYLE, paper

    figure, _ = paper(8.4, 4.6)
    figure.clear()
    found = said["histograms"]
    with matplotlib.rc_context(STYLE):
        grid = figure.add_gridspec(2, len(found), height_ratios=(1, 1.6))
        for k, part in enumerate(found):
            small = figure.add_subplot(grid[0, k])
            small.bar(range(BINS), part["bars"], width=1.0, color=INK.blue)
            small.set(xlim=(-1, BINS), ylim=(0, 1.05), yticks=[], xticks=[0, BINS - 1])
            small.set_xticklabels(part["ends"], fontsize=9)
            small.set_title(f"layer {part['layer']}\n{part['zeros']}".strip(), fontsize=10)
            small.set_xlabel(f"spread\n{part['spread']}", fontsize=10)
        plot = figure.add_subplot(grid[1, :])
        across = np.arange(1, said["depth"] + 1)
        for key, name, style in (
            ("spreads", "all entries", {"color": INK.blue}),
            ("signals", "from example to example", {"color": INK.orange, "linestyle": "--"}),
        ):
            plot.plot(across, np.array(said[key], dtype=np.float64), label=name, **style)
        ends = said["ticks"]
        plot.set(xlabel="layer", ylabel="power of ten of the spread", xlim=(1, said["depth"]))
        plot.set(ylim=(ends[0], ends[-1]), yticks=ends, xticks=[part["layer"] for part in found])
        plot.legend(loc="best", frameon=False, fontsize=10)
        plot.set_title(f"{NAMES[said['g']]}: {said['kind'].lower()}. {said['weights']}", fontsize=10, loc="left")
    return figure
