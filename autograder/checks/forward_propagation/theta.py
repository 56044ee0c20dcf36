"""Checks of `forward_theta`: the forward pass with the biases in column 0 of the weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import LESSON_X, SQUARE_X, drawn, matrix
from autograder.checks.outcome import Case
from autograder.reference import forward_propagation as reference
from autograder.reference.forward_propagation import Array

Activation = Callable[[Any], Any]

# --- Activations to hand in: what `g` makes of 1 is another number for all but `relu`, so that a bias unit sent through it shows ---


def logistic(z: Any) -> Any:
    """the function g(z) = 1 / (1 + e⁻ᶻ)."""
    return 1.0 / (1.0 + np.exp(-z))


def square_plus_one(z: Any) -> Any:
    """the function g(z) = z² + 1."""
    return z * z + 1.0


def distance_from_three(z: Any) -> Any:
    """the function g(z) = |z − 3|."""
    return np.abs(z - 3.0)


def relu(z: Any) -> Any:
    """the function g(z) = z where z > 0, else 0."""
    return np.maximum(z, 0.0)


LESSON_THETAS = [matrix([-2, 1, 2], [-1, 3, -1], [1, -2, 0.5]), matrix([2, 2, -1, 1])]
SQUARE_THETAS = [matrix([0.5, 1, 2], [-1, 3, -1]), matrix([-3, 2, -1], [1, 0, 1])]


def _thetas(rng: np.random.Generator, *sizes: int) -> list[Array]:
    return [drawn(rng, n, n_prev + 1) for (n, n_prev), _ in reference.parameter_shapes(sizes)]


def _theta_cases(rng: np.random.Generator) -> list[Case]:
    lesson = (LESSON_X, LESSON_THETAS, logistic)
    return [
        Case((SQUARE_X, SQUARE_THETAS, distance_from_three)),
        Case((SQUARE_X, SQUARE_THETAS, square_plus_one)),
        Case((LESSON_X[:, :3], LESSON_THETAS, distance_from_three)),
        Case((LESSON_X[:, :3], LESSON_THETAS, relu)),
        Case(lesson),
        Case((SQUARE_X, SQUARE_THETAS[:1], distance_from_three), note="one layer (L = 1)"),
        Case((LESSON_X, LESSON_THETAS[:1], square_plus_one), note="one layer (L = 1)"),
        Case((LESSON_X[:, :1], LESSON_THETAS, distance_from_three), note="one example (m = 1)"),
        Case(
            (matrix([2, -1, 0.5]), [matrix([0.5, 2], [1, -1]), matrix([-1, 1, 3])], logistic),
            note="one input (n_0 = 1)",
        ),
        Case(
            (matrix([2]), [matrix([0.5, -1]), matrix([1, 3])], logistic), note="layers of one neuron, and one example"
        ),
        Case((np.zeros((2, 3)), LESSON_THETAS, distance_from_three), note="examples that are all 0"),
        Case(lesson, note="arrays that may only be read", layout="read-only"),
        Case(lesson, note="arrays that are every other column of a wider one", layout="strided"),
        Case(lesson, note="arrays that lie in memory column by column", layout="fortran"),
        Case((drawn(rng, 3, 5), _thetas(rng, 3, 4, 2), logistic)),
        Case((drawn(rng, 2, 3), _thetas(rng, 2, 3, 3, 2), np.tanh)),
        Case((drawn(rng, 4, 6), _thetas(rng, 4, 3, 3, 3, 2, 3), logistic), note="five layers (L = 5)"),
    ]


def _above(A: Array) -> Array:
    return np.vstack([np.ones((1, A.shape[1])), A])


def _below(A: Array) -> Array:
    return np.vstack([A, np.ones((1, A.shape[1]))])


def _variant(
    layer: Callable[[Array, Array, Activation], Array] = lambda theta, A, g: g(theta @ _above(A)),
    start: Callable[[Array, Activation], Array] = lambda X, g: X,
    last: Callable[[Array, Array, Activation], Array] | None = None,
    give: Callable[[Array], Any] = lambda A: A,
) -> Callable[[Array, Sequence[Array], Activation], Any]:
    """Return a `forward_theta` with one of its steps replaced; `last` is the last layer, where it differs."""

    def forward_theta(X: Array, thetas: Sequence[Array], g: Activation) -> Any:
        A = start(X, g)
        for theta in thetas[:-1]:
            A = layer(theta, A, g)
        return give((last or layer)(thetas[-1], A, g))

    return forward_theta


def _unit_through_g(X: Array, thetas: Sequence[Array], g: Activation) -> Array:
    A = _above(X)
    for theta in thetas[:-1]:
        A = g(_above(theta @ A))
    return np.asarray(g(thetas[-1] @ A))


def _unit_once(X: Array, thetas: Sequence[Array], g: Activation) -> Any:
    A = _above(X)
    for theta in thetas:
        A = g(theta @ A)
    return A


def _unit_as_long_as_a_column_of_x(X: Array, thetas: Sequence[Array], g: Activation) -> Any:
    ones, A = np.ones((1, X.shape[0])), X
    for theta in thetas:
        A = g(theta @ np.vstack([ones, A]))
    return A


def _first_neuron_replaced(X: Array, thetas: Sequence[Array], g: Activation) -> Any:
    A = _above(X)
    for theta in thetas:
        A = g(theta @ A)
        A[0] = 1.0
    return A


FORWARD_THETA = FunctionExercise(
    "forward_theta",
    reference.forward_theta,
    _theta_cases,
    (
        Misconception(
            "unit-not-added",
            lambda X, thetas, g: g(thetas[0] @ X),
            "Θ has one column more than there are neurons below it, and the product does not fit. That column meets the unit "
            "a_0 = 1: a row of ones, above the activations, before every product.",
            also=(lambda X, thetas, g: g(np.dot(thetas[0], X)),),
        ),
        Misconception(
            "unit-once",
            _unit_once,
            "The row of ones is added to `X` only. Every layer but the last needs one above its activations, because every Θ "
            "has a column of biases.",
        ),
        Misconception(
            "unit-of-wrong-length",
            _variant(lambda theta, A, g: g(theta @ np.vstack([np.ones((1, A.shape[0])), A]))),
            "The row of ones is as long as a column. It needs a 1 for each example, as many as `X` has columns: "
            "`X.shape[1]`.",
            also=(_unit_as_long_as_a_column_of_x,),
        ),
        Misconception(
            "matrix-unrolled",
            _variant(lambda theta, A, g: g(theta @ np.insert(A, 0, 1.0))),
            "The matrix becomes one long row when the 1 is put in. (`np.insert` and `np.append` do that unless they are given "
            "an `axis`.) Each column needs a 1 of its own.",
            also=(_variant(lambda theta, A, g: g(theta @ np.append(1.0, A))),),
        ),
        Misconception(
            "unit-last",
            _variant(lambda theta, A, g: g(theta @ _below(A))),
            "The row of ones stands below the activations. Column 0 of Θ holds the biases, and it meets the row on top.",
        ),
        Misconception(
            "bias-forgotten",
            _variant(lambda theta, A, g: g(theta[:, 1:] @ A)),
            "The biases do not count: column 0 of Θ is left out, or meets zeros. The unit a_0 is 1, so that each bias is added "
            "as it is.",
        ),
        Misconception(
            "unit-at-output",
            _variant(give=_above),
            "The output has a row of ones too. The unit is for the next layer's biases, and after the last layer there is no "
            "next.",
        ),
        Misconception(
            "unit-through-g",
            _unit_through_g,
            "The row of ones goes through `g` with the rest, and comes out as g(1). The unit is 1 in every layer: it is added "
            "after `g`.",
        ),
        Misconception(
            "first-neuron-replaced",
            _first_neuron_replaced,
            "The ones are written over the first row of the activations, and the first neuron is lost. The unit is a row more.",
        ),
        Misconception(
            "g-not-applied",
            _variant(lambda theta, A, g: theta @ _above(A)),
            "`g` is never called: each layer hands its weighted sums on.",
        ),
        Misconception(
            "g-not-at-output",
            _variant(last=lambda theta, A, g: theta @ _above(A)),
            "`g` is missing in the last layer, where the weighted sums come out. It is the same in every layer.",
        ),
        Misconception(
            "g-only-at-output",
            _variant(lambda theta, A, g: theta @ _above(A), last=lambda theta, A, g: g(theta @ _above(A))),
            "`g` is applied in the last layer only. Each layer applies it before the next one reads its activations.",
        ),
        Misconception(
            "input-through-g",
            _variant(start=lambda X, g: g(X)),
            "`g` is applied to `X` before the first layer. The inputs are read as they are; `g` comes after a product with Θ.",
        ),
        Misconception(
            "bias-after-g",
            _variant(lambda theta, A, g: g(theta[:, 1:] @ A) + theta[:, :1]),
            "The biases are added to what `g` gives. They are part of the weighted sum; `g` comes last.",
        ),
        Misconception(
            "bias-subtracted",
            _variant(lambda theta, A, g: g(theta[:, 1:] @ A - theta[:, :1])),
            "The biases are subtracted: the unit is −1 here, or a minus stands where a plus is meant. a_0 is 1.",
        ),
        Misconception(
            "first-layer-only",
            lambda X, thetas, g: g(thetas[0] @ _above(X)),
            "Only the first layer is run. Is there a `return` inside the loop?",
        ),
        Misconception(
            "last-layer-missing",
            lambda X, thetas, g: reference.forward_theta(X, thetas[:-1], g),
            "The last layer is not run. `thetas` holds one matrix for each layer with weights, and all of them count.",
        ),
        Misconception(
            "examples-in-rows",
            _variant(give=lambda A: A.T),
            "The result has a row for each example. In this course an example is a column, in and out.",
        ),
        Misconception(
            "all-layers-returned",
            lambda X, thetas, g: [reference.forward_theta(X, thetas[: i + 1], g) for i in range(len(thetas))],
            "The activations of all layers come back, in a list. Asked for is the last one alone.",
            also=(lambda X, thetas, g: [reference.forward_theta(X, thetas[:i], g) for i in range(len(thetas) + 1)],),
        ),
    ),
)
