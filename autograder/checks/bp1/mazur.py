"""Checks of `mazur_dw5`: one gradient of a worked example, and the numbers that a slip on the way to it gives."""

from __future__ import annotations

import numbers
from typing import Any

import numpy as np

from autograder.checks import wording
from autograder.checks.exercise import Misconception, ValueExercise
from autograder.checks.outcome import Tolerance
from autograder.reference import bp1, mazur

RIGHT = bp1.mazur_dw5()
TOLERANCE = Tolerance(
    relative=0.0, absolute=1e-8
)  # the product of the factors as printed, nine digits each, is right too

(H1, H2), (O1, O2) = (array[:, 0] for array in mazur.outputs())
D1, D2 = mazur.deltas()[1][:, 0]
T1, T2 = mazur.Y[:, 0]
W5 = mazur.W2[0, 0]
NET_H1 = (mazur.W1 @ mazur.X + mazur.B1)[0, 0]
NET_O1 = W5 * H1 + mazur.W2[0, 1] * H2 + mazur.B2[0, 0]
SLOPE = O1 * (1 - O1)


def _number(value: Any) -> float:
    """Return the number given; raise ValueError with a sentence when it is none."""
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    if isinstance(value, np.ndarray):
        if value.size == 1:
            raise ValueError(
                f"`mazur_dw5` is an array of shape {value.shape} that holds one number. Take the number out of it, with an "
                "index for each dimension."
            )
        if value.shape == (2, 2):
            raise ValueError(
                "`mazur_dw5` is a (2, 2) array: the gradient of w5 to w8, it seems. Which entry is that of w5?"
            )
        raise ValueError(f"`mazur_dw5` is an array of shape {value.shape}; one number is expected.")
    if isinstance(value, str):
        raise ValueError(f"`mazur_dw5` is {wording.kind(value)}. Write the number without quotation marks.")
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, numbers.Real):
        raise ValueError(f"`mazur_dw5` is {wording.kind(value)}; one number is expected.")
    try:
        return float(value)
    except OverflowError:
        return float("inf")


MAZUR_DW5 = ValueExercise(
    "mazur_dw5",
    RIGHT,
    _number,
    misconceptions=(
        Misconception(
            "slope-missing",
            (O1 - T1) * H1,
            "The middle factor is missing, the slope of o1's sigmoid. On the way from E to w5 lies out_o1, and it depends on w5 "
            "through net_o1.",
            also=((T1 - O1) * H1,),
        ),
        Misconception(
            "input-missing",
            D1,
            "This is dZ of o1, two factors of three. The third says how net_o1 moves with w5: what does w5 multiply?",
            also=(-D1,),
        ),
        Misconception(
            "difference-missing",
            SLOPE * H1,
            "The first factor is missing: how the error moves with out_o1. It is the distance of out_o1 from its target.",
        ),
        Misconception(
            "first-factor-only",
            O1 - T1,
            "This is the first factor alone, how the error moves with out_o1. Two more lie between out_o1 and w5.",
            also=(T1 - O1,),
        ),
        Misconception(
            "weight-for-input",
            D1 * W5,
            "The last factor is w5 itself. The derivative of w5 · out_h1 with respect to w5 is the other factor.",
        ),
        Misconception(
            "neighbour",
            D1 * H2,
            "This is the slope for w6, which reads h2. w5 is the weight with which o1 reads h1.",
        ),
        Misconception(
            "other-output",
            D2 * H1,
            "This is a slope for a weight of o2, w7 or w8. w5 and w6 end at o1: the first row of W[2].",
            also=(D2 * H2,),
        ),
        Misconception(
            "both-outputs",
            (D1 + D2) * H1,
            "The blame of both outputs is counted. w5 leads to o1 only, and o2 does not hear of it.",
        ),
        Misconception(
            "net-of-the-hidden-neuron",
            D1 * NET_H1,
            "The last factor is net_h1, before the sigmoid. What o1 reads is what h1 gives out.",
        ),
        Misconception(
            "input-of-the-network",
            D1 * mazur.X[0, 0],
            "The last factor is the input i1. o1 does not read it: between them stands h1, and out_h1 is what w5 multiplies.",
            also=(D1 * mazur.X[1, 0],),
        ),
        Misconception(
            "sign-flipped",
            -RIGHT,
            "The sign is turned round. The difference is out minus target: ½ (target − out)² brings a −1 from inside, by the "
            "chain rule.",
        ),
        Misconception(
            "target-missing",
            O1 * SLOPE * H1,
            "The first factor is out_o1 itself. The error depends on how far it is from the target, 0.01.",
        ),
        Misconception(
            "target-of-the-other-output",
            (O1 - T2) * SLOPE * H1,
            "The first factor is taken with the target 0.99, which belongs to o2. That of o1 is 0.01.",
        ),
        Misconception(
            "slope-at-the-net",
            (O1 - T1) * NET_O1 * (1 - NET_O1) * H1,
            "net_o1 (1 − net_o1) is not the slope. It is made of the output: out (1 − out).",
        ),
        Misconception(
            "net-for-out",
            (NET_O1 - T1) * SLOPE * H1,
            "The first factor is taken with net_o1. The error compares the target with what o1 gives out, after the sigmoid.",
        ),
        Misconception(
            "slope-of-the-hidden-neuron",
            (O1 - T1) * H1 * (1 - H1) * H1,
            "The middle factor is the slope of h1's sigmoid. Between the error and w5 lies o1; h1 comes before w5.",
            also=(RIGHT * H1 * (1 - H1), RIGHT * (1 - H1)),
        ),
        Misconception(
            "half-a-slope",
            (O1 - T1) * (1 - O1) * H1,
            "The slope of the sigmoid has two factors, out (1 − out). One of them is missing here.",
            also=((O1 - T1) * O1 * H1,),
        ),
        Misconception(
            "slope-of-tanh",
            (O1 - T1) * (1 - O1**2) * H1,
            "1 − out² is the slope of tanh. The neurons of this network are sigmoids.",
        ),
        Misconception(
            "slope-of-the-slope",
            (O1 - T1) * SLOPE * (1 - SLOPE) * H1,
            "The sigmoid's slope is taken twice, as s (1 − s) of a slope s. It is out (1 − out), once.",
            also=((O1 - T1) * SLOPE**2 * H1,),
        ),
        Misconception(
            "half-forgotten",
            2 * RIGHT,
            "It is twice too large: the ½ in ½ (target − out)² cancels the 2 of the square.",
        ),
        Misconception(
            "halved",
            RIGHT / 2,
            "It is half of what it should be: either the ½ of the error is still there, or the rate 0.5 of the later step has come "
            "in, or an average over the outputs. With one example, m is 1.",
        ),
        Misconception(
            "updated-weight",
            W5 - 0.5 * RIGHT,
            "This is the new w5, after a step of learning rate 0.5. Asked for is the slope that the step is made of.",
            also=(W5 - RIGHT, W5 + 0.5 * RIGHT, 0.35891648),
        ),
        Misconception(
            "weight",
            W5,
            "This is w5 itself. Asked for is the slope of the error with respect to it.",
        ),
        Misconception(
            "error",
            float(np.sum((mazur.outputs()[1] - mazur.Y) ** 2) / 2),
            "This is an error, not its slope: how high, in place of how steep.",
            also=((O1 - T1) ** 2 / 2, (O1 - T1) ** 2),
        ),
        Misconception(
            "rounded",
            round(RIGHT, 4),
            "This is the right number, rounded. Further steps will calculate with it: keep all digits.",
            also=tuple(round(RIGHT, digits) for digits in (1, 2, 3, 5, 6)),
        ),
    ),
    tolerance=TOLERANCE,
)
