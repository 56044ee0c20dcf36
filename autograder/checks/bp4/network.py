"""Checks of `two_three_one_gradients`: forward, two deltas, two gradients, for one example and without biases.

The tolerance takes central differences as well: their rounding shows from the tenth digit on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np

from autograder.checks import wording
from autograder.checks.bp1.arrays import FORTRAN, READ_ONLY, STRIDED
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import column, drawn, matrix
from autograder.checks.outcome import Case, Part, Tolerance
from autograder.reference import bp4 as reference
from autograder.reference.activations import Array, sigmoid

W1, W2 = matrix([1, 2], [3, -1], [-2, 0.5]), matrix([2, -1, 1])  # the running example's, which has biases too


def _cases(rng: np.random.Generator) -> list[Case]:
    x = column(1, -0.5)
    flat = (matrix([1, 0], [0, 1], [-1, 1]), matrix([1, -2, 0.5]))
    return [
        Case((x, 1.0, W1, W2)),
        Case((column(2, 1), 0.0, *flat)),
        Case((column(-1, 0.5), 0.25, W1, matrix([-1, 0.5, 3]))),
        Case((x, 0.0, W1, W2), note="a target of 0"),
        Case((x, 3.0, W1, W2), note="a target that no sigmoid reaches"),
        Case((x, -1.5, *flat), note="a target that no sigmoid reaches"),
        Case((column(0, 2), 1.0, W1, W2), note="an input that is 0"),
        Case((column(0, 0), 1.0, W1, W2), note="inputs that are all 0"),
        Case((x, 1.0, np.zeros((3, 2)), W2), note="a first layer that is all 0"),
        Case((x, 1.0, W1, np.zeros((1, 3))), note="a second layer that is all 0"),
        Case((column(4, 3), 0.0, W1, W2), note="hidden neurons that are nearly saturated"),
        Case((x, 1.0, W1, W2), note=READ_ONLY, layout="read-only"),
        Case((x, 1.0, W1, W2), note=STRIDED, layout="strided"),
        Case((x, 1.0, W1, W2), note=FORTRAN, layout="fortran"),
        *(Case((drawn(rng, 2, 1), t, drawn(rng, 3, 2), drawn(rng, 1, 3))) for t in (0.0, 1.0, 0.6)),
    ]


def _parts(got: Any, want: Any) -> Iterator[Part]:
    """Take the pair apart; dW2 is calculated first."""
    if not isinstance(got, (list, tuple)):
        raise ValueError(f"You returned {wording.kind(got)}; two arrays are expected, dW1 and dW2.")
    if len(got) != 2:
        raise ValueError(f"You returned {len(got)} things; two arrays are expected, dW1 and dW2.")
    yield Part("dW2", got[1], want[1])
    yield Part("dW1", got[0], want[0])


# --- Mistakes ---


class Pass(NamedTuple):
    """A forward pass of the network."""

    x: Array
    t: float
    W1: Array
    W2: Array
    z1: Array
    h: Array
    z2: Array
    a: Array


Activation = Callable[[Array], Any]


def _forward(hidden: Activation = sigmoid, output: Activation = sigmoid, bias: float = 0.0) -> Callable[..., Pass]:
    def forward(x: Array, t: float, W1: Array, W2: Array) -> Pass:
        z1 = W1 @ x + bias
        h = np.asarray(hidden(z1))
        z2 = W2 @ h + bias
        return Pass(x, t, W1, W2, z1, h, z2, np.asarray(output(z2)))

    return forward


def _unchanged(z: Array) -> Array:
    return z


def _relu(z: Array) -> Array:
    return np.maximum(z, 0.0)


def _slope(a: Any) -> Any:
    return a * (1 - a)


def _output(p: Pass) -> Any:
    return (p.a - p.t) * _slope(p.a)


def _back(p: Pass, delta_2: Any) -> Any:
    return p.W2.T @ delta_2


def _hidden(p: Pass) -> Any:
    return _slope(p.h)


def _pair(p: Pass, delta_1: Any, delta_2: Any) -> Any:
    return delta_1 @ p.x.T, delta_2 @ p.h.T


def _made(
    output: Callable[[Pass], Any] = _output,
    back: Callable[[Pass, Any], Any] = _back,
    hidden: Callable[[Pass], Any] = _hidden,
    give: Callable[[Pass, Any, Any], Any] = _pair,
    forward: Callable[..., Pass] | None = None,
) -> Callable[..., Any]:
    """Return the gradients with one of the steps replaced."""

    def gradients(x: Array, t: float, W1: Array, W2: Array) -> Any:
        p = (forward or _forward())(x, t, W1, W2)
        delta_2 = output(p)
        return give(p, back(p, delta_2) * hidden(p), delta_2)

    return gradients


def _changed(change: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    """Return the right gradients, changed at last."""
    return lambda x, t, W1, W2: change(*reference.two_three_one_gradients(x, t, W1, W2))


def _stepped(eta: float) -> Callable[..., Any]:
    """Return W2 moved along its gradient before the blame goes back through it."""
    return _made(back=lambda p, delta_2: (p.W2 - eta * delta_2 @ p.h.T).T @ delta_2)


def _in_place(x: Array, t: float, W1: Array, W2: Array) -> Any:
    p = _forward()(x, t, W1, W2.copy())
    delta_2 = _output(p)
    W2 -= delta_2 @ p.h.T
    return _pair(p, (W2.T @ delta_2) * _hidden(p), delta_2)


TWO_THREE_ONE_GRADIENTS = FunctionExercise(
    "two_three_one_gradients",
    reference.two_three_one_gradients,
    _cases,
    (
        Misconception(
            "order-exchanged",
            _changed(lambda dW1, dW2: (dW2, dW1)),
            "Both gradients are right, in the other order. dW2 is calculated first, but asked for is (dW1, dW2).",
        ),
        Misconception(
            "output-slope-missing",
            _made(output=lambda p: p.a - p.t),
            "δ of the output is a − t: the slope of its sigmoid is missing. It cancels with the cross-entropy; with ½ (a − t)² it stays.",
        ),
        Misconception(
            "hidden-slope-missing",
            _made(hidden=lambda p: 1.0),
            "dW2 is right. In dW1 the slope of the hidden sigmoids is missing: what comes back through W2 is dA, and BP4 is still to "
            "come.",
        ),
        Misconception(
            "both-slopes-missing",
            _made(output=lambda p: p.a - p.t, hidden=lambda p: 1.0),
            "The slopes of the sigmoids are missing, in both layers. Each way back from an output to its sum multiplies by σ′: BP4.",
        ),
        Misconception(
            "half-forgotten",
            _changed(lambda dW1, dW2: (2 * dW1, 2 * dW2)),
            "Both are twice too large. The error is ½ (a − t)², and its ½ cancels the 2 of the square.",
        ),
        Misconception(
            "half-kept",
            _changed(lambda dW1, dW2: (dW1 / 2, dW2 / 2)),
            "Both are half of what they should be: the ½ of the error is still there. It cancels the 2 that comes down from the square.",
        ),
        Misconception(
            "sign-flipped",
            _changed(lambda dW1, dW2: (-dW1, -dW2)),
            "All signs are turned: t − a, perhaps. The slope of ½ (a − t)² is a − t; the minus comes when the weights are updated.",
        ),
        Misconception(
            "updated-weights",
            _stepped(1.0),
            "dW2 is right. For dW1, W2 had already been moved by a step: the blame goes back through the weights with which the forward "
            "pass was made.",
            also=(_stepped(0.5), _stepped(0.1), _stepped(0.01), _in_place),
        ),
        Misconception(
            "error-sent-back",
            _made(back=lambda p, delta_2: p.W2.T @ (p.a - p.t)),
            "dW2 is right. For dW1, a − t was sent back through W2 in place of δ of the output: the slope of the output's sigmoid "
            "belongs to that path too.",
        ),
        Misconception(
            "weights-missing",
            _made(back=lambda p, delta_2: delta_2),
            "dW2 is right. For dW1, δ of the output went to all hidden neurons alike: it comes back through W2, the weights with which "
            "they are read.",
        ),
        Misconception(
            "slope-of-the-output-for-hidden",
            _made(hidden=lambda p: _slope(p.a)),
            "dW2 is right. In dW1 the slope of the output's sigmoid was used once more: each hidden neuron has a slope of its own, at "
            "its own sum.",
            also=(_made(hidden=lambda p: 1.0, back=lambda p, d: p.W2.T @ d * _slope(p.a)),),
        ),
        Misconception(
            "output-slope-twice",
            _made(output=lambda p: (p.a - p.t) * _slope(p.a) ** 2),
            "The slope of the output's sigmoid is in δ of the output twice. (a − t) a (1 − a) has been through BP4 already.",
        ),
        Misconception(
            "output-slope-again-on-the-way",
            _made(back=lambda p, delta_2: p.W2.T @ (delta_2 * _slope(p.a)), hidden=_hidden),
            "dW2 is right. For dW1, δ of the output was multiplied by the output's slope once more; it has been through BP4 already. What "
            "is left is BP3, and the slope of the hidden neurons.",
        ),
        Misconception(
            "slope-of-the-inputs",
            _made(give=lambda p, d1, d2: ((p.W2.T @ d2) @ (p.x * (1 - p.x)).T, d2 @ p.h.T)),
            "dW2 is right. In dW1 the slope is made of the inputs. Inputs have no activation; the hidden neurons have, and theirs is "
            "missing.",
        ),
        Misconception(
            "slope-of-z",
            _made(output=lambda p: (p.a - p.t) * _slope(p.z2), hidden=lambda p: _slope(p.z1)),
            "z(1 − z) is not the slope of the sigmoid. It is made of the output: a(1 − a), with a = σ(z).",
            also=(_made(hidden=lambda p: _slope(p.z1)), _made(output=lambda p: (p.a - p.t) * _slope(p.z2))),
        ),
        Misconception(
            "slope-at-the-activation",
            _made(output=lambda p: (p.a - p.t) * _slope(sigmoid(p.a)), hidden=lambda p: _slope(sigmoid(p.h))),
            "σ′ was taken at an activation, so that the sigmoid is applied twice. It is taken at the sum z.",
            also=(
                _made(hidden=lambda p: _slope(sigmoid(p.h))),
                _made(output=lambda p: (p.a - p.t) * _slope(sigmoid(p.a))),
            ),
        ),
        Misconception(
            "slope-of-tanh",
            _made(output=lambda p: (p.a - p.t) * (1 - p.a**2), hidden=lambda p: 1 - p.h**2),
            "Another activation is at work than the sigmoid, tanh or relu, or its slope. All four neurons of this network are sigmoids.",
            also=(
                _made(
                    forward=_forward(np.tanh, np.tanh),
                    output=lambda p: (p.a - p.t) * (1 - p.a**2),
                    hidden=lambda p: 1 - p.h**2,
                ),
                _made(hidden=lambda p: 1 - p.h**2),
                _made(forward=_forward(_relu), hidden=lambda p: (p.z1 > 0) * 1.0),
            ),
        ),
        Misconception(
            "half-a-slope",
            _made(output=lambda p: (p.a - p.t) * (1 - p.a), hidden=lambda p: 1 - p.h),
            "The slope of the sigmoid has two factors, a and 1 − a. One of them is missing.",
            also=(
                _made(hidden=lambda p: 1 - p.h),
                _made(output=lambda p: (p.a - p.t) * (1 - p.a)),
                _made(output=lambda p: (p.a - p.t) * p.a, hidden=lambda p: p.h),
                _made(hidden=lambda p: p.h),
                _made(output=lambda p: (p.a - p.t) * p.a),
            ),
        ),
        Misconception(
            "transposed",
            _changed(lambda dW1, dW2: (dW1.T, dW2.T)),
            "A gradient is transposed. Each has the shape of its weights, (3, 2) and (1, 3): a row for each neuron of its layer.",
            also=(_changed(lambda dW1, dW2: (dW1.T, dW2)), _changed(lambda dW1, dW2: (dW1, dW2.T))),
        ),
        Misconception(
            "inputs-exchanged",
            _made(give=lambda p, d1, d2: (d1 @ p.h.T, d2 @ p.x.T)),
            "The inputs are exchanged: W1 multiplies x, and W2 multiplies what the hidden neurons give out.",
            also=(
                _made(give=lambda p, d1, d2: (d1 @ p.x.T, d2 @ p.x.T)),
                _made(give=lambda p, d1, d2: (d1 @ p.h.T, d2 @ p.h.T)),
            ),
        ),
        Misconception(
            "sums-for-outputs",
            _made(give=lambda p, d1, d2: (d1 @ p.x.T, d2 @ p.z1.T)),
            "dW2 is made with the hidden sums, before their sigmoid. What W2 multiplies is what the hidden neurons give out.",
        ),
        Misconception(
            "slopes-for-outputs",
            _made(give=lambda p, d1, d2: (d1 @ p.x.T, d2 @ _hidden(p).T)),
            "dW1 is right. dW2 is made with the slopes of the hidden sigmoids. What W2 multiplies is what the hidden neurons give out, "
            "h.",
        ),
        Misconception(
            "deltas-only",
            _made(give=lambda p, d1, d2: (d1, d2)),
            "These are the deltas, dZ of both layers. A weight's slope is a delta times what the weight multiplies: BP1.",
        ),
        Misconception(
            "blame-of-inputs",
            _made(give=lambda p, d1, d2: ((p.W2.T @ d2) @ p.x.T * p.x.T * (1 - p.x.T), d2 @ p.h.T)),
            "dW2 is right. dW1 has a factor x(1 − x) at its end, and none for the hidden neurons.",
        ),
        Misconception(
            "weights-for-inputs",
            _made(give=lambda p, d1, d2: (d1 * p.W1, d2 * p.W2)),
            "The deltas are multiplied by the weights themselves. The derivative of w · a with respect to w is a, what the weight "
            "multiplies.",
        ),
        Misconception(
            "biases-added",
            _made(forward=_forward(bias=1.0)),
            "The forward pass has biases of 1. This network has none: z is the product alone.",
        ),
        Misconception(
            "bias-gradients",
            _made(give=lambda p, d1, d2: (d1 @ p.x.T, d1, d2 @ p.h.T, d2)),
            "Gradients of biases come along. This network has no biases: two arrays are asked for, dW1 and dW2.",
            also=(
                _made(give=lambda p, d1, d2: (d1 @ p.x.T, d2 @ p.h.T, d1, d2)),
                _made(give=lambda p, d1, d2: ((d1 @ p.x.T, d1), (d2 @ p.h.T, d2))),
            ),
        ),
        Misconception(
            "output-not-activated",
            _made(forward=_forward(output=_unchanged), output=lambda p: p.a - p.t),
            "The output has no sigmoid. All four neurons of this network are sigmoids, the last one too.",
            also=(_made(forward=_forward(output=_unchanged)),),
        ),
        Misconception(
            "hidden-not-activated",
            _made(forward=_forward(_unchanged), hidden=lambda p: 1.0),
            "The hidden neurons have no sigmoid: W2 multiplies their sums. All four neurons of this network are sigmoids.",
            also=(
                _made(forward=_forward(_unchanged)),
                _made(forward=_forward(_unchanged), hidden=lambda p: _slope(sigmoid(p.z1))),
            ),
        ),
        Misconception(
            "target-missing",
            _made(output=lambda p: p.a * _slope(p.a)),
            "The target never comes in. What the error sends back is how far the output is from it: a − t.",
        ),
        Misconception(
            "difference-missing",
            _made(output=lambda p: _slope(p.a)),
            "The difference a − t is missing: these are the slopes of the output, not of the error.",
        ),
        Misconception(
            "error-not-differentiated",
            _made(output=lambda p: 0.5 * (p.a - p.t) ** 2 * _slope(p.a)),
            "The error itself is in δ of the output, in place of its slope: the derivative of ½ (a − t)² is a − t.",
            also=(
                _made(output=lambda p: (p.a - p.t) ** 2 * _slope(p.a)),
                _made(output=lambda p: 0.5 * (p.a - p.t) ** 2),
            ),
        ),
        Misconception(
            "averaged",
            _changed(lambda dW1, dW2: (dW1 / 3, dW2 / 3)),
            "The gradients are divided by a number of neurons or inputs. There is one example, so that m is 1, and nothing else is "
            "averaged.",
            also=(
                _changed(lambda dW1, dW2: (dW1 / 3, dW2)),
                _changed(lambda dW1, dW2: (dW1 / 2, dW2 / 3)),
                _changed(lambda dW1, dW2: (dW1 / 3, dW2 / 1)),
                _changed(lambda dW1, dW2: (dW1 / 2, dW2)),
            ),
        ),
        Misconception(
            "weights-after-the-step",
            lambda x, t, W1, W2: tuple(
                W - dW for W, dW in zip((W1, W2), reference.two_three_one_gradients(x, t, W1, W2), strict=True)
            ),
            "These are the weights after a step along the gradient. Asked for are the gradients that the step is made of.",
            also=tuple(
                lambda x, t, W1, W2, eta=eta: tuple(
                    W - eta * dW
                    for W, dW in zip((W1, W2), reference.two_three_one_gradients(x, t, W1, W2), strict=True)
                )
                for eta in (0.5, 0.1, 0.01)
            ),
        ),
        Misconception(
            "flat",
            _changed(lambda dW1, dW2: (dW1, dW2.ravel())),
            "The numbers are right, but dW2 has lost a side: W2 is (1, 3), a layer of one neuron, and its gradient has the same shape.",
            also=(_changed(lambda dW1, dW2: (dW1.ravel(), dW2.ravel())),),
        ),
        Misconception(
            "lists",
            _changed(lambda dW1, dW2: (dW1.tolist(), dW2.tolist())),
            "The numbers are right, but they come as lists. The weights are arrays, and their gradients are subtracted from them.",
        ),
        Misconception(
            "size-only",
            _changed(lambda dW1, dW2: (abs(dW1), abs(dW2))),
            "All signs are lost. Where a slope is negative, raising the weight lowers the error, and that has to be known.",
        ),
        Misconception(
            "rounded",
            _changed(lambda dW1, dW2: (np.round(dW1, 4), np.round(dW2, 4))),
            "The slopes were rounded. A step along the gradient needs every digit; round only what you print.",
            also=(
                _changed(lambda dW1, dW2: (np.round(dW1, 3), np.round(dW2, 3))),
                _changed(lambda dW1, dW2: (np.round(dW1, 2), np.round(dW2, 2))),
                _changed(lambda dW1, dW2: (np.round(dW1, 5), np.round(dW2, 5))),
                _changed(lambda dW1, dW2: (np.round(dW1, 6), np.round(dW2, 6))),
            ),
        ),
    ),
    Tolerance(1e-7, 1e-9),
    parts=_parts,
)
