"""The equations of a network in the order of their computation, a step each, with what is said about them.

An equation is written as a text in which the arrays stand in brackets: "[dA1] = [W2ᵀ] · [dZ2]".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from course.figures.networks import COSTS, Network, before

SHORT = {"sigmoid": "σ", "leaky_relu": "leaky relu"}

# The part that an array plays where it is read: gradients, outputs of neurons, weights, and the rest.
PARTS = {"dZ": "grad", "dA": "grad", "A": "value", "X": "value", "W": "weight", "b": "rest", "Z": "rest", "Y": "rest"}


@dataclass(frozen=True)
class Step:
    """One equation: its kind, the layer and the array it makes, and words."""

    kind: str
    layer: int
    equation: str
    title: str
    rule: str
    shapes: str = ""
    reference: str = ""

    @cached_property
    def made(self) -> str:
        """The name of the array that is computed; there is none at the start."""
        return self.symbols[0][1] if self.symbols else ""

    @cached_property
    def symbols(self) -> list[tuple[str, str]]:
        """The arrays of the equation, each as it is written there (perhaps with a ᵀ) and by name."""
        return [(text, text.rstrip("ᵀ")) for text in re.findall(r"\[(.*?)\]", self.equation)]

    @cached_property
    def parts(self) -> dict[str, str]:
        """The part that every array plays, by name; it has a colour and a line."""
        read = {name: PARTS[name.rstrip("1234")] for _, name in self.symbols[1:]}
        made = dict.fromkeys(("J", "loss") if self.kind == "cost" else (self.made,), "made")
        return read | made

    @property
    def text(self) -> str:
        """The equation without brackets."""
        return re.sub(r"[\[\]]", "", self.equation)

    @property
    def tokens(self) -> list[dict[str, str]]:
        """The equation in pieces: signs, and symbols with their parts."""
        pieces = [piece for piece in re.split(r"(\[.*?\])", self.equation) if piece]
        return [{"text": piece.strip("[]"), "part": self.parts.get(piece.strip("[]ᵀ"), "")} for piece in pieces]


def steps_of(net: Network) -> list[Step]:
    """Return the steps of a network: the start, forward, the cost, and backward from the last layer to the first."""
    many = "examples" if net.examples > 1 else "example"
    rule = (
        "Given are the inputs, the targets y, the weights on the edges and the biases b; nothing is computed yet. In every "
        "equation, a symbol is framed as its numbers are in the picture:"
    )
    steps = [Step("start", 0, "", f"The network and its {many}", rule)]
    for layer in range(1, net.layers + 1):
        steps += [forward_sum(net, layer), forward_output(net, layer)]
    steps += [cost_step(net), *output_steps(net)]
    for layer in range(net.layers, 0, -1):
        steps += [bp1(net, layer), bp2(net, layer)]
        if layer > 1:
            steps += [bp3(net, layer - 1), bp4(net, layer - 1)]
    return steps


def forward_sum(net: Network, layer: int) -> Step:
    """Return the step to Z of a layer."""
    W, b, Z, came = f"W{layer}", f"b{layer}", f"Z{layer}", before(layer)
    rule = f"Every neuron multiplies its row of {W} with what comes in, and adds its bias."
    shapes = f"{shape(net, W)} · {shape(net, came)} + {shape(net, b)} → {shape(net, Z)}"
    return Step("Z", layer, f"[{Z}] = [{W}] · [{came}] + [{b}]", f"Forward: the sums of layer {layer}", rule, shapes)


def forward_output(net: Network, layer: int) -> Step:
    """Return the step to A of a layer."""
    Z, A, name = f"Z{layer}", f"A{layer}", net.plan.activations[layer - 1]
    rule = f"Each sum goes through {name} alone; nothing is mixed."
    if name == "softmax":
        rule = "Softmax compares the sums of an example: the outputs add up to 1."
    equation = f"[{A}] = {SHORT.get(name, name)}([{Z}])"
    return Step(
        "A", layer, equation, f"Forward: the outputs of layer {layer}", rule, f"{shape(net, Z)} → {shape(net, A)}"
    )


def cost_step(net: Network) -> Step:
    """Return the step to the cost."""
    A = f"A{net.layers}"
    rule = f"How far is each output from its target? Measured by {COSTS[net.plan.cost]}"
    rule += ", and added up." if net.plan.sizes[-1] > 1 else "."
    if net.examples > 1:
        rule += f" J is the average over {every(net.examples)} examples."
    equation = f"[J] = {'mean ' if net.examples > 1 else ''}loss([{A}], [Y])"
    shapes = f"{shape(net, A)}, {shape(net, 'Y')} → one number"
    return Step("cost", net.layers, equation, "Forward: the cost", rule, shapes)


def output_steps(net: Network) -> list[Step]:
    """Return how the way back starts: the shortcut of two that belong together, or the derivative of the loss and BP4."""
    last = net.layers
    made = f"dZ{last}" if net.shortcut else f"dA{last}"
    A, equation, title = f"A{last}", f"[{made}] = [A{last}] − [Y]", f"Backward: it starts with {made}"
    shapes = f"{shape(net, A)} − {shape(net, 'Y')} → {shape(net, A)}"
    if net.shortcut:
        activation, cost = net.plan.activations[-1], COSTS[net.plan.cost]
        rule = f"The shortcut: with {activation} outputs and the {cost}, all that is left of derivative and slope is a − y."
        return [Step("output", last, equation, title, rule, shapes, "shortcut")]
    rule = "The derivative of the squared error: of ½ (a − y)², a − y is left."
    return [Step("output", last, equation, title, rule, shapes, "loss′"), bp4(net, last)]


def bp1(net: Network, layer: int) -> Step:
    """Return the step to dW of a layer."""
    dW, dZ, came, m = f"dW{layer}", f"dZ{layer}", before(layer), net.examples
    rule = f"A weight hears what its neuron hears, times what came in along it; {came} was kept in caches[{layer - 1}]."
    if m > 1:
        rule += f" Averaged over {every(m)} examples, so it is the same whichever is shown."
    equation = f"[{dW}] = {average(m)}[{dZ}] · [{came}ᵀ]"
    shapes = f"{shape(net, dZ)} · {shape(net, came, turned=True)} → {shape(net, dW)}"
    return Step("BP1", layer, equation, f"Backward: the weights of layer {layer}", rule, shapes, "BP1")


def bp2(net: Network, layer: int) -> Step:
    """Return the step to db of a layer."""
    db, dZ, m = f"db{layer}", f"dZ{layer}", net.examples
    rule = "A bias hears what its neuron hears." + (f" Averaged over {every(m)} examples." if m > 1 else "")
    equation = f"[{db}] = {average(m)}{'Σᵢ ' if m > 1 else ''}[{dZ}]"
    shapes = f"{shape(net, dZ)} → {shape(net, db)}"
    return Step("BP2", layer, equation, f"Backward: the biases of layer {layer}", rule, shapes, "BP2")


def bp3(net: Network, layer: int) -> Step:
    """Return the step to dA of a layer, from the layer after it."""
    dA, W, dZ = f"dA{layer}", f"W{layer + 1}", f"dZ{layer + 1}"
    rule = (
        f"A neuron hears from everything it feeds, through the weights it feeds it with: its column of {W}, unchanged since "
        "the way forward."
    )
    shapes = f"{shape(net, W, turned=True)} · {shape(net, dZ)} → {shape(net, dA)}"
    title = f"Backward: from layer {layer + 1} to layer {layer}"
    return Step("BP3", layer, f"[{dA}] = [{W}ᵀ] · [{dZ}]", title, rule, shapes, "BP3")


def bp4(net: Network, layer: int) -> Step:
    """Return the step to dZ of a layer."""
    dZ, dA, Z = f"dZ{layer}", f"dA{layer}", f"Z{layer}"
    name = net.plan.activations[layer - 1]
    rule = f"What is heard is multiplied by the slope of {name} at the neuron's own z; {Z} was kept in caches[{layer - 1}]."
    equation = f"[{dZ}] = [{dA}] ∗ {SHORT.get(name, name)}′([{Z}])"
    shapes = f"{shape(net, dA)} ∗ {shape(net, Z)} → {shape(net, dZ)}"
    return Step("BP4", layer, equation, f"Backward: through the activation of layer {layer}", rule, shapes, "BP4")


def every(m: int) -> str:
    """Write how many examples there are."""
    return "both" if m == 2 else f"all {m}"


def average(m: int) -> str:
    """Write the 1/m of an average; nothing for one example."""
    return {1: "", 2: "½ ", 4: "¼ "}.get(m, f"1/{m} ")


def shape(net: Network, name: str, turned: bool = False) -> str:
    """Write the shape of an array, or of its transpose."""
    sizes = net.plan.sizes
    kind, layer = name.rstrip("1234"), len(sizes) - 1 if name == "Y" else int("0" + name.lstrip("dAZWbX"))
    columns = sizes[layer - 1] if kind == "W" or kind == "dW" else 1 if kind in ("b", "db") else net.examples
    return str((columns, sizes[layer]) if turned else (sizes[layer], columns))
