"""Checks of `linear_forward`, one layer, and the small networks that the further exercises are tried on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.outcome import Case
from autograder.reference import forward_propagation as reference
from autograder.reference.forward_propagation import Array


def matrix(*rows: Sequence[float]) -> Array:
    """Return the rows as an array."""
    return np.array(rows, dtype=float)


def column(*values: float) -> Array:
    """Return the values as an array of one column."""
    return np.array(values, dtype=float)[:, np.newaxis]


def drawn(rng: np.random.Generator, *shape: int) -> Array:
    """Draw numbers of two decimals, which are short to read and to type."""
    return np.round(rng.normal(size=shape), 2)


# The lesson's 2-3-1 network and its four examples, and a smaller one whose matrices are all square.
LESSON_X = matrix([2, 0, 1, 0], [1, 0, 0, 1])
LESSON_PARAMS = [
    (matrix([1, 2], [3, -1], [-2, 0.5]), column(-2, -1, 1)),
    (matrix([2, -1, 1]), column(2)),
]
SQUARE_X = matrix([1, -2], [3, 2])
SQUARE_PARAMS = [
    (matrix([1, 2], [3, -1]), column(0.5, -1)),
    (matrix([2, -1], [0, 1]), column(-6, 1)),
]


def _linear_cases(rng: np.random.Generator) -> list[Case]:
    (W, b), square = LESSON_PARAMS[0], SQUARE_PARAMS[0]
    wide = (matrix([1, 0, -1], [0.5, 2, 1]), matrix([2, -1], [1, 0], [0, 3]), column(-1, 0.25))
    return [
        Case((square[0], SQUARE_X, square[1])),
        Case((W, LESSON_X, b)),
        Case(wide),
        Case((W, LESSON_X[:, :1], b), note="one example (m = 1)"),
        Case((matrix([2, -1, 1]), wide[1], column(0.5)), note="one neuron (n_l = 1)"),
        Case((matrix([2], [-1]), matrix([1, 0, 3]), column(0.5, 1)), note="one neuron before (n_prev = 1)"),
        Case((matrix([2]), matrix([3]), column(0.5)), note="one neuron, one input and one example"),
        Case((W, np.zeros((2, 3)), b), note="activations that are all 0"),
        Case((W, LESSON_X, np.zeros((3, 1))), note="biases that are all 0"),
        Case((W, LESSON_X, b), note="arrays that may only be read", layout="read-only"),
        Case((W, LESSON_X, b), note="arrays that are every other column of a wider one", layout="strided"),
        Case(wide, note="arrays that lie in memory column by column", layout="fortran"),
        *(
            Case((drawn(rng, n_l, n), drawn(rng, n, m), drawn(rng, n_l, 1)))
            for n_l, n, m in ((2, 3, 4), (3, 3, 3), (4, 4, 2), (6, 8, 20))
        ),
    ]


def _bias_into_activations(W: Array, A_prev: Array, b: Array) -> Array:
    A_prev += b
    return W @ A_prev


LINEAR_FORWARD = FunctionExercise(
    "linear_forward",
    reference.linear_forward,
    _linear_cases,
    (
        Misconception(
            "bias-forgotten",
            lambda W, A_prev, b: W @ A_prev,
            "`b` never comes in. Equation (2) has two terms: the product, and a bias for each neuron.",
        ),
        Misconception(
            "weights-transposed",
            lambda W, A_prev, b: W.T @ A_prev + b,
            "`W` is transposed. Its row r holds neuron r's weights already: (n_l, n_prev) times (n_prev, m) fits as it is.",
        ),
        Misconception(
            "order-exchanged",
            lambda W, A_prev, b: A_prev @ W + b,
            "`A_prev` stands before `W`. A product pairs rows of the left with columns of the right: neurons left, examples "
            "right.",
        ),
        Misconception(
            "element-wise",
            lambda W, A_prev, b: W * A_prev + b,
            "`*` multiplies number by number. A neuron multiplies pair by pair and then adds up: that is a matrix product.",
        ),
        Misconception(
            "bias-along-examples",
            lambda W, A_prev, b: W @ A_prev + b.T,
            "The biases lie along the examples: bias i is added to column i. Bias r belongs to neuron r, which is row r, and "
            "`b` is a column already.",
        ),
        Misconception(
            "bias-subtracted",
            lambda W, A_prev, b: W @ A_prev - b,
            "`b` is subtracted. The bias is added to the sum.",
        ),
        Misconception(
            "bias-multiplied",
            lambda W, A_prev, b: (W @ A_prev) * b,
            "The product is multiplied by `b`. A bias moves a sum up or down; it does not stretch it.",
        ),
        Misconception(
            "bias-on-activations",
            lambda W, A_prev, b: W @ (A_prev + b),
            "`b` is added to what comes in, so that the weights multiply it. It belongs outside the product.",
        ),
        Misconception(
            "bias-into-activations",
            _bias_into_activations,
            "`b` is written into `A_prev` itself. It belongs to the product, and the caller's array is to stay as it is.",
        ),
        Misconception(
            "bias-in-every-term",
            lambda W, A_prev, b: W @ A_prev + W.shape[1] * b,
            "The bias is added with every product, once for each neuron before. It comes once for each sum: outside the loop "
            "over j.",
        ),
        Misconception(
            "one-bias-for-all",
            lambda W, A_prev, b: W @ A_prev + b[0, 0],
            "Every neuron is given the first bias. `b` holds one for each of them.",
        ),
        Misconception(
            "biases-summed",
            lambda W, A_prev, b: W @ A_prev + np.sum(b),
            "The biases are added up, and every neuron is given the total. Each neuron adds its own.",
        ),
        Misconception(
            "activated",
            lambda W, A_prev, b: reference.activate("sigmoid", W @ A_prev + b),
            "The sigmoid is applied already. This function is the linear part, equation (2), alone; equation (1) comes "
            "after it.",
            also=(
                lambda W, A_prev, b: np.maximum(0.0, W @ A_prev + b),
                lambda W, A_prev, b: np.tanh(W @ A_prev + b),
            ),
        ),
        Misconception(
            "examples-in-rows",
            lambda W, A_prev, b: (W @ A_prev + b).T,
            "The result has a row for each example. In this course an example is a column, and row r is neuron r.",
        ),
        Misconception(
            "activations-transposed",
            lambda W, A_prev, b: W @ A_prev.T + b,
            "`A_prev` is transposed, so that its rows are taken for examples. They are its columns already.",
        ),
        Misconception(
            "first-example-only",
            lambda W, A_prev, b: W @ A_prev[:, :1] + b,
            "Only the first example is there. Is there a `return` inside the loop over the columns?",
        ),
        Misconception(
            "examples-summed",
            lambda W, A_prev, b: np.sum(W @ A_prev, axis=1, keepdims=True) + b,
            "The examples are added up to a single column. The sum in (2) goes over the neurons before, and the matrix product "
            "has done it already.",
        ),
        Misconception(
            "cache-returned",
            lambda W, A_prev, b: (W @ A_prev + b, (A_prev, W, b)),
            "Z is right, and a cache comes back with it. This function gives back Z alone; `forward` is where the pairs are kept.",
            also=(lambda W, A_prev, b: (W @ A_prev + b, A_prev), lambda W, A_prev, b: (A_prev, W @ A_prev + b)),
        ),
        Misconception(
            "averaged",
            lambda W, A_prev, b: W @ A_prev / A_prev.shape[1] + b,
            "The product is divided by m. Each example has a column of its own; nothing is averaged on the way forward.",
        ),
    ),
)
