"""Mistakes where the way back starts: the dZ of the output layer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from autograder.checks.backpropagation.variant import (
    FIRST,
    PAIRS,
    SOFTMAX_ALONE,
    Backward,
    Given,
    loss_slope,
    ones,
    slope_of,
    started,
    variant,
)
from autograder.checks.exercise import Misconception
from autograder.reference.backpropagation import SLOPES
from autograder.reference.cost import cross_entropy_prime
from autograder.reference.forward_propagation import Array

ELEMENT_WISE = {**SLOPES, "softmax": lambda Z: _softmax(Z) * (1 - _softmax(Z))}


def _softmax(Z: Array) -> Array:
    powers = np.exp(Z - Z.max(axis=0))
    return np.asarray(powers / powers.sum(axis=0))


def _first(first: Callable[[Given], Array]) -> Backward:
    return variant(first=first)


def _difference(given: Given) -> Array:
    return given.A_L - given.Y


def _output_slope(given: Given) -> Array:
    return np.asarray(ELEMENT_WISE[given.names[-1]](given.sums(len(given.params) - 1)))


def _no_slope(given: Given, k: int) -> Array:
    return ones(given.sums(k))


def _turned(first: Callable[[Given], Array], costs: Sequence[str]) -> Callable[[Given], Array]:
    """Return the first line with the sign flipped for some costs."""
    return lambda given: -first(given) if given.cost in costs else first(given)


def _signs_flipped(given: Given) -> Array:
    """Return the cross-entropy's dA with both its signs flipped, and the squared error's as it is."""
    return -loss_slope(given) if given.cost == "binary_cross_entropy" else loss_slope(given)


def _categorical_recipe(softmax_slope: Callable[[Given], Array]) -> Callable[[Given], Array]:
    """Return −Y/A times something in place of the Jacobian of softmax; else as it should be."""
    return lambda given: (
        -given.Y / given.A_L * softmax_slope(given) if given.cost == "categorical_cross_entropy" else FIRST(given)
    )


def _stopping_at_softmax(given: Given) -> Array:
    if given.pair in SOFTMAX_ALONE:
        raise KeyError(given.cost)
    return FIRST(given)


def _half(term: Callable[[Array, Array], Array], pairs: frozenset[tuple[str, str]]) -> Backward:
    """Return a way back whose cross-entropy has one of its two terms; in the pairs it cancels to A − Y all the same."""
    return _first(
        started(
            loss=lambda given: given.A_L - given.Y if given.cost == "squared_error" else term(given.A_L, given.Y),
            pairs=pairs,
        )
    )


def _ones_term(A: Array, Y: Array) -> Array:
    return -Y / A


def _zeros_term(A: Array, Y: Array) -> Array:
    return (1 - Y) / (1 - A)


def _scaled(factor: float, costs: Sequence[str]) -> Backward:
    return _first(lambda given: factor * FIRST(given) if given.cost in costs else FIRST(given))


COSTS = ("squared_error", "binary_cross_entropy", "categorical_cross_entropy")

START = (
    Misconception(
        "a-minus-y-always",
        _first(_difference),
        "dZ of the output is A − Y here, whatever the cost and the activation. With squared error that is dA: BP4 has yet to "
        "multiply by the slope of the output.",
        also=(
            _first(started(slope=_no_slope)),
            _first(lambda given: _difference(given) if given.cost == "squared_error" else FIRST(given)),
        ),
    ),
    Misconception(
        "a-minus-y-for-every-cross-entropy",
        _first(lambda given: FIRST(given) if given.cost == "squared_error" else _difference(given)),
        "With the binary cross-entropy, A − Y is taken for dZ whatever the output activation. It comes from a sigmoid's slope, "
        "which cancels; any other needs dA and BP4.",
    ),
    Misconception(
        "a-minus-y-for-every-sigmoid",
        _first(lambda given: _difference(given) if given.names[-1] == "sigmoid" else FIRST(given)),
        "For sigmoid outputs, A − Y is taken for dZ whatever the cost. That is its pair with the binary cross-entropy; with "
        "squared error nothing cancels the slope, and BP4 multiplies by it.",
    ),
    Misconception(
        "da-for-dz",
        _first(loss_slope),
        "The derivative of the cost goes into BP1 as it is. It is dA of the output; BP4 makes dZ of it with the slope of the "
        "output's activation.",
        also=(
            _first(lambda given: loss_slope(given) if given.pair not in SOFTMAX_ALONE else _difference(given)),
            _first(started(loss=loss_slope, slope=_no_slope, pairs=SOFTMAX_ALONE)),
        ),
    ),
    Misconception(
        "a-minus-y-for-da",
        _first(lambda given: _difference(given) * _output_slope(given)),
        "A − Y is multiplied by the output's slope for every cost. With a cross-entropy and its own activation, A − Y is dZ "
        "already: the slope has cancelled.",
        also=(
            _first(started(loss=_difference, pairs=SOFTMAX_ALONE)),
            _first(started(cancelled=lambda given: _difference(given) * _output_slope(given))),
            _first(
                lambda given: (
                    _difference(given) * _output_slope(given) if given.names[-1] == "sigmoid" else FIRST(given)
                )
            ),
        ),
    ),
    Misconception(
        "one-cost-for-all",
        _first(started(loss=lambda given: cross_entropy_prime(given.A_L, given.Y))),
        "The `cost` makes no difference: the cross-entropy's derivative is used for the squared error too. Its own dA is A − Y.",
        also=(
            _first(started(loss=lambda given: cross_entropy_prime(given.A_L, given.Y), pairs=SOFTMAX_ALONE)),
            _first(started(loss=_difference)),
        ),
    ),
    Misconception(
        "softmax-element-wise",
        _first(_categorical_recipe(_output_slope)),
        "Softmax is given a slope for each entry, a (1 − a). Each of its outputs depends on its whole column of Z; with the "
        "categorical cross-entropy all of that cancels to A − Y.",
        also=(
            _first(
                lambda given: _difference(given) * _output_slope(given) if given.pair in SOFTMAX_ALONE else FIRST(given)
            ),
        ),
    ),
    Misconception(
        "softmax-left-out",
        _first(_categorical_recipe(lambda given: np.ones_like(given.A_L))),
        "With the categorical cross-entropy, dA = −Y / A is used as dZ: the way through softmax is missing. Both together give "
        "A − Y.",
        also=(_first(_categorical_recipe(lambda given: given.A_L)),),
    ),
    Misconception(
        "softmax-not-provided-for",
        _first(_stopping_at_softmax),
        "The recipe, dA and then BP4, is used for softmax too, which has no slope for each entry. Its pair with the categorical "
        "cross-entropy starts with A − Y.",
    ),
    Misconception(
        "half-of-the-cross-entropy",
        _half(_ones_term, SOFTMAX_ALONE),
        "The cross-entropy has two terms, and the derivative here has one. Examples with the label 1 need −Y / A, those with "
        "the label 0 need (1 − Y) / (1 − A).",
        also=(_half(_zeros_term, SOFTMAX_ALONE), _half(_ones_term, PAIRS), _half(_zeros_term, PAIRS)),
    ),
    Misconception(
        "signs-in-the-cross-entropy",
        _first(started(loss=lambda given: _signs_flipped(given), pairs=SOFTMAX_ALONE)),
        "The derivative of the cross-entropy has its signs flipped: it is −Y / A + (1 − Y) / (1 − A).",
        also=(
            _first(started(loss=_signs_flipped)),
            _half(lambda A, Y: -Y / A - (1 - Y) / (1 - A), SOFTMAX_ALONE),
            _half(lambda A, Y: -Y / A - (1 - Y) / (1 - A), PAIRS),
            _half(lambda A, Y: Y / A + (1 - Y) / (1 - A), SOFTMAX_ALONE),
        ),
    ),
    Misconception(
        "sign-flipped",
        _first(_turned(FIRST, COSTS)),
        "Every gradient points the other way. The error is A − Y: an output that is too large has to come down, and minus the "
        "gradient does that.",
    ),
    Misconception(
        "sign-of-one-cost",
        _first(_turned(FIRST, COSTS[:1])),
        "For one of the costs every gradient points the other way. The error is A − Y, output minus label, in all of them.",
        also=(
            _first(_turned(FIRST, COSTS[1:])),
            _first(_turned(FIRST, COSTS[2:])),
            _first(started(cancelled=lambda given: given.Y - given.A_L)),
        ),
    ),
    Misconception(
        "factor-of-two",
        _scaled(2.0, COSTS[:1]),
        "With squared error everything is twice too large. The cost has a ½ in front, which cancels the 2: dA is A − Y.",
        also=(_scaled(2.0, COSTS),),
    ),
    Misconception(
        "factor-of-a-half",
        _scaled(0.5, COSTS[:1]),
        "With squared error everything is half as large as it should be. The ½ of the cost is used up by the 2 of the derivative.",
    ),
    Misconception(
        "cost-forgotten",
        _first(lambda given: _output_slope(given)),
        "The way back starts with the output's slope alone. It has to be multiplied by dA, the derivative of the loss: there the "
        "labels come in.",
    ),
    Misconception(
        "labels-left-out",
        _first(lambda given: given.A_L),
        "The way back starts with the outputs; the labels never come in. What was wrong, and by how much, is in A − Y.",
        also=(_first(lambda given: given.A_L * slope_of(given, -1) if given.pair not in PAIRS else given.A_L),),
    ),
    Misconception(
        "cost-for-its-derivative",
        _first(started(loss=lambda given: _losses(given))),
        "The way back starts with the loss itself. What is handed back is its derivative by the outputs.",
        also=(
            _first(lambda given: _losses(given)),
            _first(started(loss=lambda given: _losses(given), pairs=frozenset())),
        ),
    ),
)


def _losses(given: Given) -> Array:
    if given.cost == "squared_error":
        return (given.A_L - given.Y) ** 2 / 2
    if given.cost == "categorical_cross_entropy":
        return -given.Y * np.log(given.A_L)
    return -(given.Y * np.log(given.A_L) + (1 - given.Y) * np.log(1 - given.A_L))
