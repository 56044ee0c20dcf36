"""Checks of `activation_spread`: the standard deviation of each layer's activations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from autograder.checks import wording
from autograder.checks.exercise import FunctionExercise
from autograder.checks.forward_propagation.linear import (
    LESSON_PARAMS,
    LESSON_X,
    SQUARE_PARAMS,
    SQUARE_X,
    column,
    drawn,
    matrix,
)
from autograder.checks.initialization.forms import several
from autograder.checks.outcome import Case, Part, Tolerance
from autograder.reference import initialization as reference
from autograder.reference.activations import Array
from autograder.reference.forward_propagation import Params

Activation = Callable[[Any], Any]

# --- Activations to hand in ---


def identity(z: Any) -> Any:
    """the function g(z) = z."""
    return z * 1.0


def relu(z: Any) -> Any:
    """the function g(z) = z where z > 0, else 0."""
    return np.maximum(z, 0.0)


def tanh(z: Any) -> Any:
    """the function g(z) = tanh(z)."""
    return np.tanh(z)


def square_plus_one(z: Any) -> Any:
    """the function g(z) = z² + 1."""
    return z * z + 1.0


def _network(rng: np.random.Generator, *sizes: int) -> list[tuple[Array, Array]]:
    pairs = pairwise(sizes)
    return [(drawn(rng, n, n_prev), drawn(rng, n, 1)) for n_prev, n in pairs]


def _cases(rng: np.random.Generator) -> list[Case]:
    chain = [(matrix([3], [1]), column(0, 0)), (matrix([0.5, 0.5]), column(1))]
    lesson = (LESSON_PARAMS, LESSON_X, relu)
    dead = [(matrix([-1], [-2]), column(0, 0)), (matrix([1, 1]), column(-1))]
    return [
        Case((chain, matrix([1, -1]), identity)),
        Case((chain, matrix([1, -1]), relu)),
        Case((SQUARE_PARAMS, SQUARE_X, identity)),
        Case((SQUARE_PARAMS, SQUARE_X, relu)),
        Case(lesson),
        Case((LESSON_PARAMS, LESSON_X, tanh)),
        Case((LESSON_PARAMS, LESSON_X, square_plus_one)),
        Case((SQUARE_PARAMS[:1], SQUARE_X, tanh), note="one layer (L = 1)"),
        Case((LESSON_PARAMS[:1], LESSON_X, relu), note="one layer (L = 1)"),
        Case((LESSON_PARAMS, LESSON_X[:, :1], tanh), note="one example (m = 1)"),
        Case((chain[:1], matrix([2]), identity), note="one input and one example"),
        Case((dead, matrix([1, 2]), relu), note="neurons that are all 0"),
        Case(([(W, np.zeros_like(b)) for W, b in LESSON_PARAMS], LESSON_X, tanh), note="biases that are all 0"),
        Case(lesson, note="arrays that may only be read", layout="read-only"),
        Case(lesson, note="arrays that are every other column of a wider one", layout="strided"),
        Case(lesson, note="arrays that lie in memory column by column", layout="fortran"),
        Case((_network(rng, 3, 4, 2), drawn(rng, 3, 5), tanh)),
        Case((_network(rng, 2, 3, 3, 3, 2), drawn(rng, 2, 6), relu)),
        Case((_network(rng, 4, 3, 3, 3, 3, 3), drawn(rng, 4, 4), tanh), note="five layers (L = 5)"),
    ]


def _parts(got: Any, want: Sequence[float]) -> Iterator[Part]:
    if isinstance(got, np.ndarray) and got.shape == (len(want),):
        raise ValueError("You returned an array; a list is expected, with a number for each layer.")
    if not isinstance(got, (list, tuple)):
        raise ValueError(f"You returned {wording.kind(got)}; a list is expected, with a number for each layer.")
    if len(got) != len(want):
        layers = "1 layer makes 1 number" if len(want) == 1 else f"{len(want)} layers make {len(want)} numbers"
        raise ValueError(f"The list has length {len(got)}; {layers}, and `X` is not counted.")
    for number, (one, wanted) in enumerate(zip(got, want, strict=True), start=1):
        yield Part(f"The spread of layer {number}", one, wanted)


# --- Mistakes ---


def _variant(
    measure: Callable[[Array], Any] = lambda A: float(np.std(A)),
    linear: Callable[[Array, Array, Array], Array] = lambda W, A, b: W @ A + b,
    onward: Callable[[Array, Array, Array], Array] = lambda X, Z, A: A,
    seen: Callable[[Array, Array], Array] = lambda Z, A: A,
    give: Callable[[list[Any]], Any] = lambda spread: spread,
) -> Callable[[Params, Array, Activation], Any]:
    """Return an `activation_spread` with one of its steps replaced."""

    def activation_spread(params: Params, X: Array, g: Activation) -> Any:
        A_prev, spread = X, []
        for W, b in params:
            Z = linear(W, A_prev, b)
            A = g(Z)
            spread.append(measure(seen(Z, A)))
            A_prev = onward(X, Z, A)
        return give(spread)

    return activation_spread


def _with_input(params: Params, X: Array, g: Activation) -> Any:
    return [float(np.std(X)), *reference.activation_spread(params, X, g)]


def _input_for_last(params: Params, X: Array, g: Activation) -> Any:
    """The spread is measured before the new A is made."""
    return _with_input(params, X, g)[:-1]


def _linear_at_the_end(params: Params, X: Array, g: Activation) -> Any:
    A, spread = X, []
    for k, (W, b) in enumerate(params):
        Z = W @ A + b
        A = Z if k == len(params) - 1 else g(Z)
        spread.append(float(np.std(A)))
    return spread


def _input_activated(params: Params, X: Array, g: Activation) -> Any:
    return reference.activation_spread(params, g(X), g)


ACTIVATION_SPREAD = FunctionExercise(
    "activation_spread",
    reference.activation_spread,
    _cases,
    (
        several(
            "variance",
            "These are variances. The standard deviation is the root of the variance, in the unit of the activations themselves.",
            _variant(lambda A: float(np.var(A))),
        ),
        several(
            "spread-of-z",
            "The spread is that of Z, before the activation. What the next layer reads is A = g(Z).",
            _variant(seen=lambda Z, A: Z),
        ),
        several(
            "g-not-applied",
            "`g` is never called: each layer hands its weighted sums on.",
            _variant(onward=lambda X, Z, A: Z, seen=lambda Z, A: Z),
        ),
        several(
            "z-handed-on",
            "A is measured, but Z is handed on to the next layer. It reads what the layer before it has given out.",
            _variant(onward=lambda X, Z, A: Z),
        ),
        several(
            "g-not-at-output",
            "`g` is missing in the last layer. It is the same in every layer, the last one included.",
            _linear_at_the_end,
        ),
        several(
            "input-included",
            "The spread of `X` stands first in the list. The list begins with layer 1.",
            _with_input,
        ),
        several(
            "measured-too-early",
            "Each spread is measured before the layer has run: `X` comes first, and the last layer is never measured.",
            _input_for_last,
        ),
        several(
            "one-less",
            "The sum of squares is divided by one less than the number of entries (`ddof=1`). Here it is `np.std` as it is, which "
            "divides by their number.",
            _variant(lambda A: float(np.std(A, ddof=1)) if A.size > 1 else float("nan")),
        ),
        several(
            "mean",
            "These are the means. How far the activations spread around their mean is the standard deviation.",
            _variant(lambda A: float(np.mean(A))),
            _variant(lambda A: float(np.mean(np.abs(A)))),
        ),
        several(
            "mean-not-taken-off",
            "This is the root of the mean square, the distance from 0. The standard deviation is a distance from the mean.",
            _variant(lambda A: float(np.sqrt(np.mean(A**2)))),
        ),
        several(
            "mean-distance",
            "This is the mean distance from the mean, without squares. The standard deviation is the root of the mean squared "
            "distance.",
            _variant(lambda A: float(np.mean(np.abs(A - np.mean(A))))),
        ),
        several(
            "range",
            "This is how far the largest activation is from the smallest. The standard deviation takes all of them into account.",
            _variant(lambda A: float(np.ptp(A))),
        ),
        several(
            "each-neuron",
            "There is a number for each neuron or each example. It is one for the whole layer, neurons and examples together: "
            "`np.std` without an axis.",
            *(_variant(lambda A, x=axis: np.std(A, axis=x)) for axis in (0, 1)),  # type: ignore[misc]
            *(_variant(lambda A, x=axis: np.std(A, axis=x, keepdims=True)) for axis in (0, 1)),  # type: ignore[misc]
        ),
        several(
            "mean-of-spreads",
            "The spread is taken for each neuron (or each example) and then averaged. It is one standard deviation of all entries "
            "together.",
            *(_variant(lambda A, x=axis: float(np.mean(np.std(A, axis=x)))) for axis in (0, 1)),  # type: ignore[misc]
        ),
        several(
            "bias-forgotten",
            "`b` never comes in. Each layer adds it to its sums, equation (2), even if it starts with zeros.",
            _variant(linear=lambda W, A, b: W @ A),
        ),
        several(
            "every-layer-reads-x",
            "Every layer reads `X`. Only layer 1 does; each further layer reads the A of the one before it.",
            _variant(onward=lambda X, Z, A: X),
        ),
        several(
            "input-activated",
            "`g` is applied to `X` before the first layer. The inputs are read as they are.",
            _input_activated,
        ),
        several(
            "weights-transposed",
            "W is transposed. Its row r holds neuron r's weights already: (n_l, n_prev) times (n_prev, m) fits as it is.",
            _variant(linear=lambda W, A, b: W.T @ A + b),
        ),
        several(
            "spread-of-weights",
            "These are the standard deviations of the weights. What is measured are the activations: `X` has to go through the "
            "network.",
            lambda params, X, g: [float(np.std(W)) for W, _ in params],
        ),
        several(
            "last-layer-only",
            "Only the last layer's spread comes out. There is a number for each layer, in a list.",
            _variant(give=lambda spread: spread[-1]),
            _variant(give=lambda spread: spread[-1:]),
        ),
        several(
            "first-layer-only",
            "Only the first layer's spread comes out. Is there a `return` inside the loop?",
            _variant(give=lambda spread: spread[:1]),
            _variant(give=lambda spread: spread[0]),
        ),
        several(
            "last-layer-missing",
            "The last layer is not measured. There are as many layers as pairs in `params`: where does the loop end?",
            _variant(give=lambda spread: spread[:-1]),
        ),
        several(
            "last-layer-first",
            "The numbers are right and stand in the wrong order, the last layer's first. The list begins with layer 1.",
            _variant(give=lambda spread: spread[::-1]),
        ),
        several(
            "an-array",
            "The numbers are right, but they come in an array. A list is asked for, so only the last line needs a change.",
            _variant(give=lambda spread: np.array(spread)),
        ),
        several(
            "activations-returned",
            "The activations themselves come back. For each layer, their standard deviation is asked for.",
            _variant(lambda A: A),
        ),
    ),
    Tolerance(1e-9, 1e-12),
    parts=_parts,
)
