"""Checks of `mazur_forward`, six numbers of a 2-2-2 network worked through by hand or by `forward`."""

from __future__ import annotations

import numbers
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks import wording
from autograder.checks.exercise import Misconception
from autograder.checks.forward_propagation.entries import EntriesExercise
from autograder.checks.outcome import Tolerance
from autograder.reference import activations
from autograder.reference import forward_propagation as reference

Entries = dict[str, float]

RIGHT = reference.mazur_forward()
TOLERANCE = Tolerance(relative=0.0, absolute=1e-8)  # digits as they are printed, eight after the point, may be typed in
ORDER = tuple(RIGHT)


def _sigmoid(z: Any) -> Any:
    return activations.sigmoid(z)


def _pass(
    x: Any = reference.MAZUR_X,
    W: tuple[Any, Any] = (reference.MAZUR_PARAMS[0][0], reference.MAZUR_PARAMS[1][0]),
    b: tuple[Any, Any] = (0.35, 0.60),
    g: Callable[[Any], Any] = _sigmoid,
    net: Callable[[Any], Any] = lambda z: z,
    handed_on: Callable[[Any, Any, Any], Any] = lambda x, net_h, out_h: out_h,
    g_out: Callable[[Any], Any] | None = None,
) -> Entries:
    """Return the six numbers with a step replaced. `net` is what is written down for a sum, `handed_on` what layer 2 reads."""
    net_h = W[0] @ x + b[0]
    out_h = g(net_h)
    net_o = W[1] @ handed_on(x, net_h, out_h) + b[1]
    out_o = (g_out or g)(net_o)
    values = (net(net_h)[0], out_h[0], out_h[1], net(net_o)[0], out_o[0], out_o[1])
    return {key: float(value[0]) for key, value in zip(ORDER, values, strict=True)}


W1, W2 = (W for W, _ in reference.MAZUR_PARAMS)
ONE_EACH = np.array([[0.35], [0.60]])  # b1 for the first neuron of a layer, b2 for the second


def _rounded(digits: int) -> Entries:
    return {key: round(value, digits) for key, value in RIGHT.items()}


def _entry(key: str, value: Any) -> float:
    """Read one number, also where it is left in an array of its own; raise ValueError with a sentence when it is none."""
    if isinstance(value, np.ndarray) and value.size == 1:
        value = value.ravel()[0]
    if isinstance(value, str):
        raise ValueError(f"`{key}` is {wording.kind(value)}. Write the number without quotation marks.")
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, numbers.Real):
        raise ValueError(f"`{key}` is {wording.kind(value)}; one number is expected.")
    try:
        return float(value)
    except OverflowError:
        return float("inf")


MAZUR_FORWARD = EntriesExercise(
    "mazur_forward",
    RIGHT,
    _entry,
    TOLERANCE.agree,
    (
        Misconception(
            "bias-forgotten",
            _pass(b=(0.0, 0.0)),
            "A bias is missing here. Each net has three terms: two products, and the bias of its layer.",
            also=(_pass(b=(0.35, 0.0)),),
        ),
        Misconception(
            "biases-exchanged",
            _pass(b=(0.60, 0.35)),
            "This is calculated with the other layer's bias: b1 = 0.35 is the bias of both hidden neurons, b2 = 0.60 that of "
            "both output neurons.",
            also=(_pass(b=(0.35, 0.35)), _pass(b=(ONE_EACH, ONE_EACH))),
        ),
        Misconception(
            "weights-transposed",
            _pass(W=(W1.T, W2.T)),
            "The weights of two neurons are mixed: w2 and w3, or w6 and w7, are exchanged. w1 and w2 both end at h1, w5 and w6 "
            "both at o1: those are the first rows.",
            also=(_pass(W=(W1, W2.T)),),
        ),
        Misconception(
            "inputs-exchanged",
            _pass(x=reference.MAZUR_X[::-1]),
            "The two inputs are exchanged in this sum: i1 = 0.05 goes with w1, i2 = 0.10 with w2.",
            also=(_pass(handed_on=lambda x, net_h, out_h: out_h[::-1]),),
        ),
        Misconception(
            "nets-handed-on",
            _pass(handed_on=lambda x, net_h, out_h: net_h),
            "The output neuron reads the nets of the hidden neurons here. What a neuron hands on is its out, after the sigmoid.",
        ),
        Misconception(
            "net-for-out",
            _pass(g=lambda z: z),
            "This is the net of the neuron, the sum before its activation. The out is what the sigmoid makes of it.",
            also=(_pass(g_out=lambda z: z),),
        ),
        Misconception(
            "out-for-net",
            _pass(net=_sigmoid),
            "This is the out of the neuron, after the sigmoid. The net is the sum that goes into it.",
        ),
        Misconception(
            "hidden-layer-skipped",
            _pass(handed_on=lambda x, net_h, out_h: x),
            "The output neuron reads the inputs here. It reads what the hidden neurons gave out: out_h1 and out_h2.",
        ),
        Misconception(
            "hidden-weights-again",
            _pass(W=(W1, W1)),
            "This is the sum with the weights of the hidden layer, w1 and w2. The arrows that end at o1 carry w5 and w6.",
        ),
        Misconception(
            "neurons-exchanged",
            {
                **RIGHT,
                "out_h1": RIGHT["out_h2"],
                "out_h2": RIGHT["out_h1"],
                "out_o1": RIGHT["out_o2"],
                "out_o2": RIGHT["out_o1"],
            },
            "This number belongs to the other neuron of the layer. The first row of an activation is h1, or o1.",
            also=(
                _pass(W=(W1[::-1], W2)),
                {**RIGHT, "net_o1": _pass(W=(W1, W2[::-1]))["net_o1"]},
                {**RIGHT, "out_h2": RIGHT["out_h1"], "out_o2": RIGHT["out_o1"]},
            ),
        ),
        Misconception(
            "sign-flipped",
            _pass(g=lambda z: activations.sigmoid(-z)),
            "This is 1 minus the out. Look at the sign of the exponent in the sigmoid.",
            also=(_pass(g_out=lambda z: activations.sigmoid(-z)),),
        ),
        Misconception(
            "tanh",
            _pass(g=np.tanh),
            "This is the tanh of the net. The neurons of this network are sigmoids.",
            also=(_pass(g_out=np.tanh),),
        ),
        Misconception(
            "derivative",
            _pass(g=lambda z: activations.sigmoid(z) * (1 - activations.sigmoid(z))),
            "This is the slope of the sigmoid, out (1 − out). The out itself is asked for.",
            also=({**RIGHT, **{key: RIGHT[key] * (1 - RIGHT[key]) for key in ("out_h2", "out_o1", "out_o2")}},),
        ),
        Misconception(
            "rounded",
            _rounded(4),
            "This is the right number, rounded. Each further step calculates with it: keep all digits.",
            also=tuple(_rounded(digits) for digits in (1, 2, 3, 5, 6, 7)),
        ),
    ),
    {
        "net_h1": "net_h1 is the weighted sum of h1: each input times the weight of its arrow to h1, plus b1.",
        "out_h1": "out_h1 is the sigmoid of net_h1.",
        "out_h2": "out_h2 is the sigmoid of net_h2, the weighted sum with w3, w4 and b1.",
        "net_o1": "net_o1 is the weighted sum of o1: out_h1 and out_h2 with w5 and w6, plus b2. Every digit of the outs counts.",
        "out_o1": "out_o1 is the sigmoid of net_o1.",
        "out_o2": "out_o2 is the sigmoid of net_o2, the weighted sum with w7, w8 and b2.",
    },
)
