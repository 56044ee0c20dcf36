"""Checks of `mazur_dE_dout_h1`: what both outputs of the worked example send back to h1, and what a slip on the way gives."""

from __future__ import annotations

import numbers
from typing import Any, Final

import numpy as np

from autograder.checks import wording
from autograder.checks.exercise import Misconception, ValueExercise
from autograder.checks.outcome import Tolerance
from autograder.reference import bp3, mazur

NAME: Final = "mazur_dE_dout_h1"
RIGHT = bp3.mazur_de_dout_h1()

(H1, H2), (O1, O2) = (array[:, 0] for array in mazur.outputs())
D1, D2 = mazur.deltas()[1][:, 0]
T1, T2 = mazur.Y[:, 0]
(W5, W6), (W7, W8) = mazur.W2
SLOPE_1, SLOPE_2 = O1 * (1 - O1), O2 * (1 - O2)


def _number(value: Any) -> float:
    """Return the number given; raise ValueError with a sentence when it is none."""
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    if isinstance(value, np.ndarray):
        if value.size == 1:
            raise ValueError(
                f"`{NAME}` is an array of shape {value.shape} that holds one number. Take the number out of it, with an index for "
                "each dimension."
            )
        if value.size == 2:
            raise ValueError(
                f"`{NAME}` holds two numbers: those of h1 and h2, or two paths to h1. Which number is asked for?"
            )
        raise ValueError(f"`{NAME}` is an array of shape {value.shape}; one number is expected.")
    if isinstance(value, str):
        raise ValueError(f"`{NAME}` is {wording.kind(value)}. Write the number without quotation marks.")
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, numbers.Real):
        raise ValueError(f"`{NAME}` is {wording.kind(value)}; one number is expected.")
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def _moved(rate: float) -> float:
    """The sum of both paths, with w5 and w7 after a step of that rate."""
    return float((W5 - rate * D1 * H1) * D1 + (W7 - rate * D2 * H1) * D2)


MAZUR_DE_DOUT_H1 = ValueExercise(
    NAME,
    RIGHT,
    _number,
    misconceptions=(
        Misconception(
            "first-path-only",
            W5 * D1,
            "This is the path through o1 alone. h1 feeds o2 as well: what it sends back through w7 is added.",
        ),
        Misconception(
            "second-path-only",
            W7 * D2,
            "This is the path through o2 alone. h1 feeds o1 as well: what it sends back through w5 is added.",
        ),
        Misconception(
            "paths-subtracted",
            W5 * D1 - W7 * D2,
            "The two paths are subtracted, or their sizes are added. The second is negative by itself, −0.0190…: the paths are added "
            "with the signs they have.",
            also=(W7 * D2 - W5 * D1,),
        ),
        Misconception(
            "paths-averaged",
            RIGHT / 2,
            "It is half of what it should be: the paths were averaged, or a ½ of the errors is still there. The total derivative adds "
            "paths.",
        ),
        Misconception(
            "half-forgotten",
            2 * RIGHT,
            "It is twice too large: the ½ in ½ (target − out)² cancels the 2 of the square.",
        ),
        Misconception(
            "sign-flipped",
            -RIGHT,
            "The sign is turned round. The difference is out minus target: ½ (target − out)² brings a −1 from inside, by the chain "
            "rule.",
        ),
        Misconception(
            "row-for-column",
            W5 * D1 + W6 * D2,
            "Row 0 of W[2] is taken, w5 and w6: that is what o1 reads with. h1 is read through w5 by o1 and through w7 by o2, a "
            "column.",
        ),
        Misconception(
            "other-hidden-neuron",
            float(mazur.blame_of_hidden()[1, 0]),
            "This is what h2 collects, through w6 and w8. h1 is read through w5 and w7.",
        ),
        Misconception(
            "weights-mixed",
            W5 * D1 + W8 * D2,
            "The weights of the paths are mixed up. h1 is read through w5 by o1 and through w7 by o2: the ends of an arrow tell which "
            "weight it bears.",
            also=(W6 * D1 + W7 * D2, W7 * D1 + W5 * D2, W6 * D1 + W5 * D2, W7 * D1 + W8 * D2, W8 * D1 + W7 * D2),
        ),
        Misconception(
            "one-weight-for-both",
            W5 * (D1 + D2),
            "The same weight is used for both paths. h1 is read through w5 by o1, and through w7 by o2.",
            also=(W7 * (D1 + D2),),
        ),
        Misconception(
            "weights-missing",
            D1 + D2,
            "The weights are missing: these are the dZ of o1 and o2, added. Each comes back through the weight with which the output "
            "reads h1.",
        ),
        Misconception(
            "slope-missing",
            W5 * (O1 - T1) + W7 * (O2 - T2),
            "The slopes of the outputs' sigmoids are missing. The weights stand before the sigmoid: what comes back through them is "
            "dZ, not out minus target.",
            also=(-W5 * (O1 - T1) - W7 * (O2 - T2),),
        ),
        Misconception(
            "difference-missing",
            W5 * SLOPE_1 + W7 * SLOPE_2,
            "The differences to the targets are missing: these are slopes of the outputs alone, through the weights. How does the "
            "error move with an output?",
        ),
        Misconception(
            "target-exchanged",
            W5 * (O1 - T2) * SLOPE_1 + W7 * (O2 - T1) * SLOPE_2,
            "The targets are exchanged: 0.01 belongs to o1, 0.99 to o2.",
        ),
        Misconception(
            "one-target",
            W5 * D1 + W7 * (O2 - T1) * SLOPE_2,
            "One target was used for both outputs: 0.01 belongs to o1, 0.99 to o2.",
            also=(W5 * (O1 - T2) * SLOPE_1 + W7 * D2,),
        ),
        Misconception(
            "slope-of-the-other-output",
            W5 * (O1 - T1) * SLOPE_2 + W7 * (O2 - T2) * SLOPE_1,
            "One slope is used for both outputs, or each with the other's. o1 and o2 stand at different places of the sigmoid.",
            also=(
                (W5 * (O1 - T1) + W7 * (O2 - T2)) * SLOPE_1,
                (W5 * (O1 - T1) + W7 * (O2 - T2)) * SLOPE_2,
            ),
        ),
        Misconception(
            "slope-multiplied-in",
            RIGHT * H1 * (1 - H1),
            "The slope of h1 is multiplied in already. That leads on to net_h1, and is the next step, BP4; asked for is the slope with "
            "respect to out_h1.",
        ),
        Misconception(
            "outputs-for-weights",
            (D1 + D2) * H1,
            "out_h1 stands where the weights belong, as in the slopes of w5 and w7. With respect to out_h1, the other factor counts.",
        ),
        Misconception(
            "updated-weights",
            _moved(0.5),
            "The weights w5 and w7 were already updated. The whole backward pass is taken with the weights of the forward pass.",
            also=(_moved(1.0), W5 * D1 + 0.511301270 * D2, 0.35891648 * D1 + W7 * D2),
        ),
        Misconception(
            "all-weights",
            float(np.sum(mazur.blame_of_hidden())),
            "What comes back to h1 and h2 is added up. h1 collects through w5 and w7 alone.",
        ),
        Misconception(
            "weight-of-the-first-layer",
            mazur.W1[0, 0] * D1 + mazur.W1[1, 0] * D2,
            "Weights of the first layer are used. Between h1 and the outputs lies W[2], with w5 to w8.",
            also=(mazur.W1[0, 0] * D1 + mazur.W1[0, 1] * D2,),
        ),
        Misconception(
            "gradient-of-a-weight",
            D1 * H1,
            "This is the slope of a weight, BP1. Asked for is that of out_h1, which the weights multiply.",
            also=(D2 * H1, D1 * H2, D2 * H2),
        ),
        Misconception(
            "output-blame",
            D1,
            "This is dZ of an output. It comes back to h1 through a weight, and there are two outputs.",
            also=(D2,),
        ),
        Misconception(
            "paths-multiplied",
            W5 * D1 * W7 * D2,
            "The two paths are multiplied. Along a path slopes are multiplied; different paths are added.",
        ),
        Misconception(
            "rounded",
            round(RIGHT, 4),
            "This is the right number, rounded. Further steps will calculate with it: keep all digits.",
            also=tuple(round(RIGHT, digits) for digits in (1, 2, 3, 5, 6)),
        ),
    ),
    tolerance=Tolerance(relative=0.0, absolute=1e-8),
)
