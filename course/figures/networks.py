"""The networks that the stepper of lesson 10 shows, their numbers forward and backward, and a student's functions judged.

Numbers have the names of the lesson, by layer: X, Y, W1, b1, Z1, A1, …, loss, dA2, dZ2, dW2, db2, dA1, …
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from course.figures import gradients
from course.figures.gradients import agrees, ended
from course.figures.guest import Trouble, ask, quiet, written

Array = NDArray[np.float64]
Numbers = dict[str, Array]
Function = Callable[[Array], Array]
Pairs = list[tuple[Array, Array]]
Forward = Callable[[Array, Pairs, list[str]], Any]
Backward = Callable[[Array, Array, Pairs, Pairs, list[str], str], Any]

COSTS = {
    "squared_error": "squared error",
    "binary_cross_entropy": "binary cross-entropy",
    "categorical_cross_entropy": "categorical cross-entropy",
}
HIDDEN = ("sigmoid", "tanh", "relu", "leaky_relu", "identity")
OUTPUTS = (  # an output activation and a cost that belong together
    ("sigmoid", "binary_cross_entropy"),
    ("softmax", "categorical_cross_entropy"),
    ("identity", "squared_error"),
    ("sigmoid", "squared_error"),
    ("tanh", "squared_error"),
    ("relu", "squared_error"),
    ("leaky_relu", "squared_error"),
)
SHORTCUTS = OUTPUTS[:2]  # where dZ = A − Y


@dataclass(frozen=True)
class Plan:
    """What makes a network: a preset by name, or "own" with the sizes of its layers and its activations."""

    preset: str = "2-3-1"
    sizes: tuple[int, ...] = (2, 3, 1)
    activations: tuple[str, ...] = ("relu", "sigmoid")
    cost: str = "binary_cross_entropy"


@dataclass(frozen=True)
class Network:
    """A network, its examples, and how its numbers are written: weights may have names, by (layer, row, column)."""

    plan: Plan
    X: Array
    Y: Array
    params: Pairs
    digits: int
    names: tuple[tuple[str, ...], ...]
    weights: Mapping[tuple[int, ...], str]

    @property
    def layers(self) -> int:
        """How many layers there are, the inputs not counted."""
        return len(self.params)

    @property
    def examples(self) -> int:
        """How many examples there are, m."""
        return self.X.shape[1]

    @property
    def shortcut(self) -> bool:
        """Whether the way back starts with dZ = A − Y."""
        return (self.plan.activations[-1], self.plan.cost) in SHORTCUTS


def sigmoid(Z: Array) -> Array:
    """Return 1 / (1 + e^−z), from tanh, which does not overflow."""
    return np.asarray(0.5 * (1 + np.tanh(Z / 2)))


def softmax(Z: Array) -> Array:
    """Return e^z over the sum of its column."""
    E = np.exp(Z - Z.max(axis=0))
    return np.asarray(E / E.sum(axis=0))


ACTIVATIONS: Mapping[str, Function] = {
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "relu": lambda Z: np.maximum(Z, 0.0),
    "leaky_relu": lambda Z: np.where(Z > 0, Z, 0.01 * Z),
    "identity": lambda Z: Z.copy(),
    "softmax": softmax,
}
SLOPES: Mapping[str, Function] = {
    "sigmoid": lambda Z: sigmoid(Z) * sigmoid(-Z),
    "tanh": lambda Z: 1.0 - np.tanh(Z) ** 2,
    "relu": lambda Z: np.where(Z > 0, 1.0, 0.0),
    "leaky_relu": lambda Z: np.where(Z > 0, 1.0, 0.01),
    "identity": np.ones_like,
}

X_OWN: Array = np.array([[0.7, -0.4], [0.3, 0.9]])
WEIGHTS = np.array([-1.2, -0.9, -0.8, -0.6, -0.5, -0.3, 0.2, 0.4, 0.5, 0.7, 0.8, 1.0, 1.1])
BIASES = np.array([-0.2, -0.1, 0.1, 0.2, 0.3])


@cache
def network(plan: Plan) -> Network:
    """Return the network of a plan; always the same numbers for the same plan."""
    if plan.preset == "mazur":
        return mazur()
    if plan.preset == "2-3-1":
        params = [(gradients.W1, gradients.B1), (gradients.W2, gradients.B2)]
        return Network(Plan(), gradients.X, gradients.Y, params, 4, names(Plan().sizes), {})
    Y = np.zeros((plan.sizes[-1], 2))
    Y[0, 0] = Y[min(1, len(Y) - 1), 1] = 1.0  # one-hot; with one output, both are 1
    if len(Y) == 1:
        Y[0, 1] = 0.0
    return Network(plan, X_OWN, Y, own_params(plan.sizes), 4, names(plan.sizes), {})


def mazur() -> Network:
    """Return Mazur's network: w1 to w8 as he counts them, and a bias for each layer."""
    W1, W2 = np.array([[0.15, 0.2], [0.25, 0.3]]), np.array([[0.4, 0.45], [0.5, 0.55]])
    params = [(W1, np.full((2, 1), 0.35)), (W2, np.full((2, 1), 0.6))]
    plan = Plan("mazur", (2, 2, 2), ("sigmoid", "sigmoid"), "squared_error")
    X, Y = np.array([[0.05], [0.1]]), np.array([[0.01], [0.99]])
    weights: dict[tuple[int, ...], str] = {
        (layer + 1, r, s): f"w{4 * layer + 2 * r + s + 1}" for layer, r, s in np.ndindex(2, 2, 2)
    }
    return Network(plan, X, Y, params, 9, (("i1", "i2"), *names(plan.sizes)[1:]), weights)


def names(sizes: tuple[int, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the names of the neurons: x1, x2 · h1, h2, … · k1, k2, … · o1, …"""
    letters = ["x", *"hk"[: len(sizes) - 2], "o"]
    return tuple(tuple(f"{letter}{k + 1}" for k in range(size)) for letter, size in zip(letters, sizes, strict=True))


def own_params(sizes: tuple[int, ...]) -> Pairs:
    """Return short weights with which relu would leave a neuron of each layer alive, and none at its kink."""
    for seed in range(1000):
        rng = np.random.default_rng([seed, *sizes])
        params = [(rng.choice(WEIGHTS, (n, p)), rng.choice(BIASES, (n, 1))) for p, n in pairwise(sizes)]
        A, good = X_OWN, True
        for W, b in params[:-1]:
            Z = W @ A + b
            good = good and bool((np.abs(Z) > 0.02).all() and (Z > 0.05).any(axis=0).all())
            A = np.maximum(Z, 0.0)
        if good:
            break
    return params


def calculate(net: Network, passed: Numbers | None = None) -> Numbers:
    """Return all numbers of a network; those of the way back from `passed`, the numbers of a way forward."""
    numbers = dict(passed) if passed else forward(net)
    layers, activations, Y = net.layers, net.plan.activations, net.Y
    A = numbers[f"A{layers}"]
    numbers["loss"] = losses(A, Y, net.plan.cost)
    numbers["J"] = numbers["loss"].sum(keepdims=True) / net.examples
    if not net.shortcut:
        numbers[f"dA{layers}"] = A - Y
    for layer in range(layers, 0, -1):
        shortcut = layer == layers and net.shortcut
        slope = None if shortcut else SLOPES[activations[layer - 1]](numbers[f"Z{layer}"])
        dZ = A - Y if slope is None else numbers[f"dA{layer}"] * slope
        numbers[f"dZ{layer}"] = dZ
        numbers[f"dW{layer}"] = dZ @ numbers[before(layer)].T / net.examples
        numbers[f"db{layer}"] = dZ.mean(axis=1, keepdims=True)
        if layer > 1:
            numbers[f"dA{layer - 1}"] = numbers[f"W{layer}"].T @ dZ
    return numbers


def forward(net: Network) -> Numbers:
    """Return X, Y, the parameters, and Z and A of every layer."""
    numbers = given(net)
    for layer, name in enumerate(net.plan.activations, 1):
        numbers[f"Z{layer}"] = numbers[f"W{layer}"] @ numbers[before(layer)] + numbers[f"b{layer}"]
        numbers[f"A{layer}"] = ACTIVATIONS[name](numbers[f"Z{layer}"])
    return numbers


def given(net: Network) -> Numbers:
    """Return X, Y and the parameters by name."""
    parts = {
        f"{kind}{layer}": part
        for layer, pair in enumerate(net.params, 1)
        for kind, part in zip("Wb", pair, strict=True)
    }
    return {"X": net.X, "Y": net.Y} | parts


def before(layer: int) -> str:
    """Return the name of what a layer reads: A of the layer before, which is X for the first."""
    return f"A{layer - 1}" if layer > 1 else "X"


def losses(A: Array, Y: Array, cost: str) -> Array:
    """Return what every output adds to the loss of its example; the shape of A."""
    if cost == "squared_error":
        return np.asarray(0.5 * (A - Y) ** 2)
    tiny = 1e-15
    yes = -Y * np.log(np.maximum(A, tiny))
    if cost == "categorical_cross_entropy":
        return np.asarray(yes)
    return np.asarray(yes - (1 - Y) * np.log(np.maximum(1 - A, tiny)))


@dataclass(frozen=True)
class Followed:
    """The numbers to show, what is to be said of them, and, where the student's are wrong, the right ones by name."""

    numbers: Numbers
    verdict: str = ""
    problem: str = ""
    right: Mapping[str, Array] = field(default_factory=dict)  # what the wrong arrays should be


def followed(net: Network, forward: Forward | None = None, backward: Backward | None = None) -> Followed:
    """Return the numbers of a network, the student's where there are any that can be used."""
    passed, forward_problem, wrong = (None, "", {}) if forward is None else their_forward(net, forward)
    numbers = calculate(net, passed)
    backward_problem = ""
    if backward is not None:
        grads, backward_problem, slips = their_backward(net, backward, numbers)
        wrong = wrong | slips
        numbers = numbers | grads
    problem = " ".join(filter(None, (forward_problem, backward_problem)))
    used = [name for name, one in (("forward", forward), ("backward", backward)) if one is not None]
    verdict = "" if problem or not used else VERDICTS[" and ".join(used)]
    return Followed(numbers, verdict, problem, wrong)


VERDICTS = {
    "forward": "Z and A are your forward's; all of them are right.",
    "backward": "dW and db are your backward's; all of them are right. dA and dZ, which it does not return, are the figure's.",
    "forward and backward": "Z and A are your forward's, dW and db your backward's; all of them are right. dA and dZ, which "
    "backward does not return, are the figure's.",
}
OWN = "are the figure's own."


def their_forward(net: Network, function: Forward) -> tuple[Numbers | None, str, Numbers]:
    """Return the numbers of the student's way forward if they can be used, what to say, and the right ones of wrong arrays."""
    with quiet():
        try:
            copies = [(W.copy(), b.copy()) for W, b in net.params]
            numbers = as_forward(ask(function, net.X.copy(), copies, list(net.plan.activations)), net)
        except Trouble as trouble:
            return None, f"Your forward {ended(str(trouble))} Z and A here {OWN}", {}
    for layer, activation in enumerate(net.plan.activations, 1):
        A, Z = numbers[before(layer)], numbers[f"Z{layer}"]
        wanted = {
            f"Z{layer}": (f"W{layer} · {before(layer)} + b{layer}", numbers[f"W{layer}"] @ A + numbers[f"b{layer}"]),
            f"A{layer}": (f"{activation}(Z{layer})", ACTIVATIONS[activation](Z)),
        }
        for name, (equation, right) in wanted.items():
            at = first_wrong(numbers[name], right)
            if at is not None:
                row, column = at
                mine, ours = (written(float(part[at]), net.digits) for part in (numbers[name], right))
                place = f"for {net.names[layer][row]}" + (f", example {column + 1}" if net.examples > 1 else "")
                words = f"{name} of your forward differs: {place}, it has {mine}, where {equation} gives {ours}."
                return numbers, f"{words} The numbers shown are yours.", {name: right}
    return numbers, "", {}


def as_forward(value: Any, net: Network) -> Numbers:
    """Return all numbers of a way forward out of (A_L, caches); raise `Trouble` if they are not there."""
    if value is None:
        raise Trouble("returned nothing (None). Is a return missing?")
    if not isinstance(value, (tuple, list)) or len(value) != 2:
        raise Trouble("did not return two things, the output A_L and the list caches")
    output, caches = value
    if not isinstance(caches, (list, tuple)) or len(caches) != net.layers:
        has = f", yours has {len(caches)}" if isinstance(caches, (list, tuple)) else ""
        raise Trouble(f"returned no list of {net.layers} caches, one pair a layer{has}")
    if any(not isinstance(pair, (list, tuple)) or len(pair) != 2 for pair in caches):
        raise Trouble("returned caches that are not pairs (A_prev, Z)")
    numbers = given(net)
    outputs = [*(pair[0] for pair in caches[1:]), output]
    for layer, (A, (_, Z)) in enumerate(zip(outputs, caches, strict=True), 1):
        shape = (net.plan.sizes[layer], net.examples)
        numbers[f"Z{layer}"] = belongs(Z, f"caches[{layer - 1}][1]", f"Z{layer}", shape)
        place = "A_L" if layer == net.layers else f"caches[{layer}][0]"
        numbers[f"A{layer}"] = belongs(A, place, f"A{layer}", shape)
    if not np.array_equal(belongs(caches[0][0], "caches[0][0]", "X", net.X.shape), net.X):
        raise Trouble("does not keep X in caches[0][0], the A_prev of the first layer")
    return numbers


def belongs(value: Any, place: str, name: str, shape: tuple[int, ...]) -> Array:
    """Return a part of an answer as an array of its shape; raise `Trouble` for anything else."""
    try:
        array = np.array(value, dtype=np.float64)
    except (TypeError, ValueError):
        raise Trouble(f"has no array of numbers in {place}, where {name} belongs") from None
    if array.shape != shape:
        raise Trouble(f"has the shape {array.shape} in {place}, where {name} of shape {shape} belongs")
    if not np.isfinite(array).all():
        raise Trouble(f"has a number in {place}, {name}, that is not finite")
    return array


def their_backward(net: Network, function: Backward, numbers: Numbers) -> tuple[Numbers, str, Numbers]:
    """Return the student's dW and db if they can be used, what to say, and the right ones of wrong arrays.

    The function is called with the numbers of the way forward that is shown, and judged by BP1 to BP4 on these.
    """
    caches = [(numbers[before(k)].copy(), numbers[f"Z{k}"].copy()) for k in range(1, net.layers + 1)]
    copies = [(W.copy(), b.copy()) for W, b in net.params]
    arguments = (numbers[f"A{net.layers}"].copy(), net.Y.copy(), copies, caches, list(net.plan.activations))
    with quiet():
        try:
            grads = as_grads(ask(function, *arguments, net.plan.cost), net)
        except Trouble as trouble:
            return {}, f"Your backward {ended(str(trouble))} dW and db here {OWN}", {}
    wrong = {name: numbers[name] for name in grads if first_wrong(grads[name], numbers[name]) is not None}
    if not wrong:
        return grads, "", {}
    name = next(iter(wrong))  # the way back meets it first
    at = first_wrong(grads[name], wrong[name])
    assert at is not None
    kind, layer = name[:2], int(name[2:])
    mine, ours = (written(float(part[at]), net.digits) for part in (grads[name], wrong[name]))
    start = f"{kind} of layer {layer} is the first of your backward that differs: {place_of(net, kind, layer, at)}"
    words = slip(grads[name], wrong[name], net.examples)
    sentences = (f"{start} it has {mine}, where {EQUATIONS[kind]} gives {ours}.", words, "The numbers shown are yours.")
    return grads, " ".join(filter(None, sentences)), wrong


EQUATIONS = {"dW": "BP1", "db": "BP2"}


def place_of(net: Network, kind: str, layer: int, at: tuple[int, int]) -> str:
    """Say which weight or bias an entry of a gradient belongs to."""
    row, column = at
    neuron = net.names[layer][row]
    if kind == "db":
        return f"for the bias of {neuron}"
    return f"for the weight from {net.names[layer - 1][column]} to {neuron}"


def as_grads(value: Any, net: Network) -> Numbers:
    """Return dW and db of every layer, last layer first, as they are computed; raise `Trouble` if they are not there."""
    if value is None:
        raise Trouble("returned nothing (None). Is a return missing?")
    if not isinstance(value, (list, tuple)) or len(value) != net.layers:
        has = f"; yours has {len(value)} entries" if isinstance(value, (list, tuple)) else ""
        raise Trouble(f"returned no list grads of {net.layers} pairs (dW, db), one a layer{has}")
    if any(not isinstance(pair, (list, tuple)) or len(pair) != 2 for pair in value):
        raise Trouble("returned grads that are not pairs (dW, db)")
    shapes = [tuple(np.shape(part) for part in pair) for pair in value]
    wanted = [tuple(part.shape for part in pair) for pair in net.params]
    if shapes != wanted and shapes[::-1] == wanted:
        raise Trouble("returned grads from the last layer to the first; grads[0] belongs to layer 1")
    grads: Numbers = {}
    for layer in range(net.layers, 0, -1):
        for part, (kind, like) in enumerate(zip(("dW", "db"), net.params[layer - 1], strict=True)):
            name, place = f"{kind} of layer {layer}", f"grads[{layer - 1}][{part}]"
            grads[f"{kind}{layer}"] = belongs(value[layer - 1][part], place, name, like.shape)
    return grads


def first_wrong(mine: Array, right: Array) -> tuple[int, int] | None:
    """Return the place of the first entry that differs, or None."""
    wrong = np.argwhere(~agrees(mine, right))
    return (int(wrong[0][0]), int(wrong[0][1])) if wrong.size else None


def slip(mine: Array, right: Array, m: int) -> str:
    """Say in what simple way a gradient is wrong, or nothing."""
    known = (
        (-right, "Every entry has the opposite sign."),
        (right * m, f"Every entry is m = {m} times too large: is 1/m missing?"),
        (right / m, f"Every entry is m = {m} times too small: is 1/m there twice?"),
        (right * 0, "Every entry is 0."),
    )
    return next((words for other, words in known if agrees(mine, other).all()), "")
