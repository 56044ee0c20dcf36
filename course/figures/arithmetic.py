"""The calculation of one neuron or weight at a step of the network, written out in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from course.figures.equations import SHORT, Step, average
from course.figures.gradients import agrees
from course.figures.guest import written
from course.figures.networks import SLOPES, Followed, Network, before

Id = tuple[int, ...]  # a neuron (layer, row) or a weight (layer, row, column)
Place = tuple[str, int, int]  # an array's name, row, column


@dataclass(frozen=True)
class View:
    """A network at a step: its numbers, what is followed, and the places of the numbers used there."""

    net: Network
    known: Followed
    steps: list[Step]
    now: int
    example: int
    focus: Id
    used: frozenset[Place] = field(default_factory=frozenset)

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.steps[self.now]

    def name(self, layer: int, row: int) -> str:
        """Return the name of a neuron."""
        return self.net.names[layer][row]

    def value(self, name: str, row: int, column: int) -> float:
        """Return a number that is shown."""
        return float(self.known.numbers[name][row, column])

    def number(self, value: float) -> str:
        """Write a number with the digits of the network, a very large or very small one with a power of ten."""
        if abs(value) < 1e-12 or 0.5 * 10.0 ** (1 - self.net.digits) <= abs(value) < 1e5:
            return written(value, self.net.digits)
        digits, power = f"{value:.1e}".split("e")
        return f"{digits}e{int(power)}".replace("-", "−")

    def factor(self, value: float) -> str:
        """Write a number inside a sum or a product, a negative one in parentheses."""
        text = self.number(value)
        return f"({text})" if text.startswith("−") else text

    def computed(self, name: str) -> bool:
        """Say whether an array is there at this step."""
        at = [k for k, step in enumerate(self.steps) if step.parts.get(name) == "made"]
        return name[0] in "XYWb" or (bool(at) and at[0] <= self.now)

    def wanted(self, place: Place) -> float:
        """Return the number that should be at a place, which may differ from the student's."""
        name, row, column = place
        return float(self.known.right.get(name, self.known.numbers[name])[row, column])


def arithmetic(view: View) -> tuple[str, frozenset[Place]]:
    """Return the calculation of the neuron or weight that is followed, and where its numbers stand."""
    if not view.focus:
        return "", frozenset()
    step, i = view.step, view.example
    make = {
        "Z": sum_of,
        "A": output_of,
        "cost": loss_of,
        "output": start_of,
        "BP1": dw_of,
        "BP2": db_of,
        "BP3": da_of,
        "BP4": dz_of,
    }
    left, right, used = make[step.kind](view, step.layer, view.focus[1], i)
    column = view.focus[2] if step.kind == "BP1" else 0 if step.kind == "BP2" else i
    place = ("loss" if step.kind == "cost" else step.made, view.focus[1], column)
    mine, ours = view.value(*place), view.wanted(place)
    end = "" if same(mine, ours) else f"; yours is {view.number(mine)}"
    text = f"{left} = {right} = {view.number(ours)}{end}"
    if step.kind == "cost":
        text += total_of(view)
        used.add(("J", 0, 0))
    return text, frozenset({*used, place})


Sum = tuple[str, str, set[Place]]  # the left side, the right side, and the places of its numbers


def products(view: View, pairs: list[tuple[Place, Place]]) -> str:
    """Write a sum of products."""
    return " + ".join(f"{view.factor(view.value(*one))} · {view.factor(view.value(*other))}" for one, other in pairs)


def opened(text: str) -> str:
    """Drop the parentheses of a negative number that stands first."""
    start, end, rest = text.partition(")")
    return start[1:] + rest if start.startswith("(") and end else text


def sum_of(view: View, layer: int, row: int, i: int) -> Sum:
    """z = the row of W times what came in, plus b."""
    came = range(view.net.plan.sizes[layer - 1])
    pairs = [((f"W{layer}", row, s), (before(layer), s, i)) for s in came]
    bias = (f"b{layer}", row, 0)
    text = f"{opened(products(view, pairs))} + {view.factor(view.value(*bias))}"
    return f"z of {view.name(layer, row)}", text, {bias, *(place for pair in pairs for place in pair)}


def output_of(view: View, layer: int, row: int, i: int) -> Sum:
    """a = g(z); softmax looks at the z of its whole layer."""
    name, Z = view.net.plan.activations[layer - 1], f"Z{layer}"
    left, rows = f"a of {view.name(layer, row)}", range(view.net.plan.sizes[layer])
    z = view.number(view.value(Z, row, i))
    if name != "softmax":
        return left, f"{SHORT.get(name, name)}({z})", {(Z, row, i)}
    below = " + ".join(f"e^({view.number(view.value(Z, k, i))})" for k in rows)
    return left, f"e^({z}) / [{below}]", {(Z, k, i) for k in rows}


def loss_of(view: View, layer: int, row: int, i: int) -> Sum:
    """What an output adds to the loss."""
    a, y = view.value(f"A{layer}", row, i), view.value("Y", row, i)
    cost, written_a, written_y = view.net.plan.cost, view.number(a), view.factor(y)
    if cost == "squared_error":
        text = f"½ ({written_a} − {written_y})²"
    elif cost == "categorical_cross_entropy":
        text = f"−{written_y} · ln {written_a}"
    else:
        text = f"−ln {written_a}" if y else f"−ln (1 − {written_a})"
    return f"loss of {view.name(layer, row)}", text, {(f"A{layer}", row, i), ("Y", row, i)}


def total_of(view: View) -> str:
    """Go on from the loss of one output to the cost."""
    loss = view.known.numbers["loss"]
    m, total = view.net.examples, view.number(view.value("J", 0, 0))
    each = " + ".join(view.factor(float(one)) for one in loss.sum(axis=0))
    text = ""
    if len(loss) > 1:
        i = view.example
        parts = " + ".join(view.factor(float(one)) for one in loss[:, i])
        name = f"loss of example {i + 1}" if m > 1 else "J"
        text = f"\n{name} = {parts} = {view.number(float(loss[:, i].sum()))}"
    if m > 1:
        return f"{text}\nJ = {average(m)}[{each}] = {total}"
    return text or f"\nJ = {total}"


def start_of(view: View, layer: int, row: int, i: int) -> Sum:
    """a − y, which is dA or, by the shortcut, dZ."""
    a, y = (f"A{layer}", row, i), ("Y", row, i)
    text = f"{view.number(view.value(*a))} − {view.factor(view.value(*y))}"
    return f"{view.step.made[:2]} of {view.name(layer, row)}", text, {a, y}


def averaged(m: int, text: str) -> str:
    """Write the average of a sum."""
    return f"{average(m)}[{opened(text)}]" if m > 1 else opened(text)


def dw_of(view: View, layer: int, row: int, i: int) -> Sum:
    """BP1: dz times what came in, averaged over the examples."""
    m, column = view.net.examples, view.focus[2]
    pairs = [((f"dZ{layer}", row, k), (before(layer), column, k)) for k in range(m)]
    to, come = view.name(layer, row), view.name(layer - 1, column)
    used = {(f"dZ{layer}", row, i), (before(layer), column, i)}
    return f"dW of {come} → {to}", averaged(m, products(view, pairs)), used


def db_of(view: View, layer: int, row: int, i: int) -> Sum:
    """BP2: dz, averaged over the examples."""
    m, name = view.net.examples, view.name(layer, row)
    terms = " + ".join(view.factor(view.value(f"dZ{layer}", row, k)) for k in range(m))
    return f"db of {name}", averaged(m, terms) if m > 1 else f"dZ of {name}", {(f"dZ{layer}", row, i)}


def da_of(view: View, layer: int, row: int, i: int) -> Sum:
    """BP3: the weights that leave a neuron, times dz of what they lead to."""
    pairs = [((f"W{layer + 1}", k, row), (f"dZ{layer + 1}", k, i)) for k in range(view.net.plan.sizes[layer + 1])]
    text = opened(products(view, pairs))
    if view.net.digits > 4:
        paths = (view.factor(view.value(*one) * view.value(*other)) for one, other in pairs)
        text += f" = {opened(' + '.join(paths))}"
    return f"dA of {view.name(layer, row)}", text, {place for pair in pairs for place in pair}


def dz_of(view: View, layer: int, row: int, i: int) -> Sum:
    """BP4: da times the slope at z."""
    name = view.net.plan.activations[layer - 1]
    Z, dA = (f"Z{layer}", row, i), (f"dA{layer}", row, i)
    slope = float(SLOPES[name](view.known.numbers[f"Z{layer}"])[row, i])
    z, da = view.number(view.value(*Z)), view.number(view.value(*dA))
    text = f"{da} · {SHORT.get(name, name)}′({z}) = {da} · {view.factor(slope)}"
    return f"dZ of {view.name(layer, row)}", text, {Z, dA}


def same(one: float, other: float) -> bool:
    """Say whether two numbers are equal but for rounding."""
    return bool(agrees(np.array(one), np.array(other)))


PRINTED: Mapping[Place, str] = {
    ("Z1", 0, 0): "net_h1 = 0.3775",
    ("A1", 0, 0): "out_h1 = 0.593269992",
    ("A1", 1, 0): "out_h2 = 0.596884378",
    ("Z2", 0, 0): "net_o1 = 1.105905967",
    ("A2", 0, 0): "out_o1 = 0.75136507",
    ("A2", 1, 0): "out_o2 = 0.772928465",
    ("J", 0, 0): "E_o1 = 0.274811083, E_total = 0.298371109",
    ("J", 1, 0): "E_o2 = 0.023560026, E_total = 0.298371109",
    ("dA2", 0, 0): "∂E_total/∂out_o1 = 0.74136507",
    ("dZ2", 0, 0): "∂out_o1/∂net_o1 = 0.186815602, ∂E_o1/∂net_o1 = 0.138498562",
    ("dW2", 0, 0): "∂E_total/∂w5 = 0.082167041",
    ("dA1", 0, 0): "∂E_total/∂out_h1 = 0.055399425 + (−0.019049119) = 0.036350306. "
    "The second path ends in 8 in correct arithmetic",
    ("dZ1", 0, 0): "∂out_h1/∂net_h1 = 0.241300709",
    ("dW1", 0, 0): "∂E_total/∂w1 = 0.000438568",
}


def note(view: View) -> str:
    """Say what stands in Mazur's article at this place, or that he leaves biases alone."""
    if view.net.plan.preset != "mazur" or not view.focus:
        return ""
    if view.step.kind == "BP2":
        return "The article leaves the biases as they are, and prints no gradient for them."
    column = view.focus[2] if view.step.kind == "BP1" else 0
    printed = PRINTED.get((view.step.made, view.focus[1], column))
    return f"In the article: {printed}." if printed else ""
