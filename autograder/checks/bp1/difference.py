"""`numerical_weight_gradient`: the slope of a cost for every weight, measured.

A step of 1e-5 hides a one-sided difference in the sixth digit, so that most cases take larger ones; with them, the central
difference of a cube is not its derivative, and that is as it should be. The tolerance leaves room for rounding: differences
of costs near 100, divided by 1e-5, are uncertain in the ninth digit.

Reading the cost from the caller's own array and putting each weight back exactly is right as well, so none is read-only here.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from autograder.checks import differences
from autograder.checks.bp1.arrays import FORTRAN, STRIDED
from autograder.checks.differences import each
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import LESSON_PARAMS, matrix
from autograder.checks.outcome import Case, Tolerance
from autograder.reference import bp1 as reference
from autograder.reference.activations import Array

BY_NAME = "an eps given by name"
ONE_WEIGHT = "one weight"
NO_EPS = "no eps in the call"

Cost = Callable[[Array], float]

# --- Costs to measure ---


def cube(W: Array) -> float:
    """the cost W[0, 0]³; the other weights do not count."""
    return float(W[0, 0] ** 3)


def squares(W: Array) -> float:
    """the cost Σ W[r, s]², the sum of the squares of all weights."""
    return float(np.sum(W * W))


def cubes(W: Array) -> float:
    """the cost Σ W[r, s]³, the sum of the cubes of all weights."""
    return float(np.sum(W * W * W))


def product(W: Array) -> float:
    """the cost that is the product of all weights."""
    return float(np.prod(W))


def falling(W: Array) -> float:
    """the cost 5 − 2 Σ W[r, s], which falls with every weight."""
    return float(5.0 - 2.0 * np.sum(W))


def corner(W: Array) -> float:
    """the cost Σ |W[r, s]|, the sum of the sizes of all weights."""
    return float(np.sum(np.abs(W)))


def neuron(W: Array) -> float:
    """the cross-entropy of a sigmoid neuron with the weights W, without a bias, on four examples."""
    Z = W @ matrix([2, 0, 1, 1], [1, 0, 0, 1])
    return float(np.mean(np.log1p(np.exp(Z)) - matrix([1, 0, 1, 1]) * Z))


def waves(W: Array) -> float:
    """the cost sin(w1 + 2 w2 + 3 w3 + …), the weights counted row by row."""
    return float(np.sin(np.ravel(W) @ np.arange(1.0, W.size + 1.0)))


def _cases(rng: np.random.Generator) -> list[Case]:
    three, row, square = matrix([1, -2, 3]), matrix([-1, 0.5, 2]), matrix([3, -1], [0.5, 2])
    W1 = LESSON_PARAMS[0][0]
    by_hand = [
        Case((squares, three, 0.1)),
        Case((cubes, three, 0.1)),
        Case((product, matrix([2, 3, 0.5]), 0.5)),
        Case((falling, three, 0.25)),
        Case((product, square, 0.1)),
        Case((cubes, square, 0.2)),
        Case((cube, square, 0.1)),
        Case((squares, row), {"eps": 0.1}, note=BY_NAME),
        Case((cubes, row), {"eps": 0.2}, note=BY_NAME),
        Case((neuron, matrix([1, -2])), note=NO_EPS),
        Case((neuron, matrix([2, -1]), 0.01), note="the cost of a neuron on four examples"),
        Case((cubes, row), note=NO_EPS),
        Case((product, W1), note=NO_EPS),
        Case((waves, W1, 0.1)),
        Case((cube, matrix([2]), 0.1), note=ONE_WEIGHT),
        Case((cubes, matrix([-0.3]), 0.5), note=ONE_WEIGHT),
        Case((waves, matrix([0.3], [-1.1], [0.7]), 0.1), note="one neuron before (n_prev = 1)"),
        Case((corner, matrix([-2, 0, 3]), 0.1), note="a corner at a weight of 0"),
        Case((corner, matrix([5e-6, 1])), note="a corner nearer than eps = 1e-5"),
        Case((cubes, np.zeros((2, 3)), 0.1), note="weights that are all 0"),
        Case((cubes, W1, 0.1), note=STRIDED, layout="strided"),
        Case((cubes, W1, 0.1), note=FORTRAN, layout="fortran"),
    ]
    shapes = ((waves, (2, 3)), (cubes, (3, 2)))
    random = [Case((cost, rng.normal(0, 1, size=shape).round(2), 0.05)) for cost, shape in shapes]
    return [*by_hand, *random, Case((waves, rng.normal(0, 1, size=(2, 2)).round(2)), note=NO_EPS)]


# --- Mistakes ---


def _one_array_moved_and_back(cost: Cost, W: Array, eps: float = 1e-5) -> Array:
    """`above = W` is moved and measured, then `below = W` is moved back to where it was."""
    result = np.zeros(W.shape)
    for place in np.ndindex(W.shape):
        above = W
        above[place] += eps
        ahead = cost(above)
        below = W
        below[place] -= eps
        result[place] = (ahead - cost(below)) / (2 * eps)
    return result


def _rows(cost: Cost, W: Array, eps: float = 1e-5) -> Array:
    """A whole row is nudged at a time."""
    result = np.zeros(W.shape)
    for r in range(len(W)):
        nudge = np.zeros(W.shape)
        nudge[r] = eps
        result[r] = (cost(W + nudge) - cost(W - nudge)) / (2 * eps)
    return result


def _columns(cost: Cost, W: Array, eps: float = 1e-5) -> Array:
    result: Array = _rows(lambda T: cost(T.T), W.T, eps).T
    return result


MISCONCEPTIONS = (
    *differences.formulas("weight", "cost"),
    Misconception(
        "all-at-once",
        differences.everywhere(differences.all_at_once),
        "All weights are nudged at once, and each is given the rise of all together. To learn what one weight does, only that one "
        "may move.",
        also=(
            differences.everywhere(differences.all_at_once_ahead),
            lambda cost, W, eps=1e-5: np.full(W.shape, differences.all_at_once(cost, W, eps) / W.size),
        ),
    ),
    Misconception(
        "one-number",
        differences.all_at_once,
        "One number comes out for all weights: all of them are nudged at once. Each weight has a slope of its own, and is nudged by "
        "itself.",
        also=(
            differences.all_at_once_ahead,
            lambda cost, W, eps=1e-5: np.sum(differences.central(cost, W, eps)),
            lambda cost, W, eps=1e-5: differences.central(cost, W, eps)[0, 0],
            lambda cost, W, eps=1e-5: differences.central(cost, W, eps)[-1, -1],
        ),
    ),
    Misconception(
        "rows-at-once",
        _rows,
        "A whole row or column of weights is nudged at a time, and each gets the rise of all. Only one weight may move: it takes two "
        "indices to name it.",
        also=(_columns,),
    ),
    Misconception(
        "nudges-kept",
        differences.steps_kept,
        "The nudge of one weight is still there when the next is measured. Start each time from W as it was given.",
        also=(
            differences.one_array_of_steps,
            differences.in_place(0.0, own=True),
            differences.in_place(0.0, own=True, ahead=True),
        ),
    ),
    Misconception(
        "two-names-for-one-array",
        differences.same_array_twice,
        "`above = W` makes a second name for the same array, not a second array: a nudge of one is a nudge of both, and of the "
        "caller's W too. Use copies.",
        also=(_one_array_moved_and_back,),
    ),
    Misconception(
        "not-put-back",
        differences.in_place(0.0),
        "The steps are taken in the caller's own W and not undone: the next weight is measured at another place, and afterwards W "
        "holds other numbers. Nudge a copy.",
        also=(differences.in_place(0.0, ahead=True), differences.in_place(2.0)),
    ),
    Misconception(
        "put-back-inexactly",
        differences.in_place(1.0),
        "The steps are taken in the caller's own W, and it does not come back to where it was: adding and subtracting eps rounds. "
        "Nudge a copy.",
        also=(differences.in_place(-1.0, ahead=True),),
    ),
    *differences.STEPS,
    Misconception(
        "moved-the-cost",
        each(lambda cost, W, nudge, eps: ((cost(W) + eps) - (cost(W) - eps)) / (2 * eps)),
        "eps is added to the cost, outside, and the result is 1 for every cost. It is a weight that is moved: eps belongs in "
        "the argument of `cost`.",
        also=(lambda cost, W, eps=1e-5: ((cost(W) + eps) - (cost(W) - eps)) / (2 * eps),),
    ),
    Misconception(
        "first-weight-only",
        differences.only((0, 0)),
        "Only the first weights are measured, and the others stay 0. Is there a `return` inside a loop?",
        also=(differences.only(0),),
    ),
    Misconception(
        "flat",
        lambda cost, W, eps=1e-5: differences.central(cost, W, eps).ravel(),
        "The slopes are right, but they come in one row. The result has the shape of W: put each at the place of its weight.",
    ),
    Misconception(
        "transposed",
        lambda cost, W, eps=1e-5: differences.central(cost, W, eps).T,
        "The slopes are right, but rows and columns are exchanged. The result has the shape of W, each slope at the place of its "
        "weight.",
    ),
    Misconception(
        "weight-alone",
        each(lambda cost, W, nudge, eps: (cost(nudge) - cost(-nudge)) / (2 * eps)),
        "The cost is asked of the nudge alone, with every weight 0. The nudge is added to W, and all other weights stay as they are.",
    ),
    Misconception(
        "number-for-matrix",
        differences.one_by_one,
        "`cost` is called with one number. It takes a whole matrix of weights: W, with one of them nudged.",
        also=(lambda cost, W, eps=1e-5: differences.one_by_one(cost, W, eps).ravel(),),
    ),
)

NUMERICAL_WEIGHT_GRADIENT = FunctionExercise(
    "numerical_weight_gradient", reference.numerical_weight_gradient, _cases, MISCONCEPTIONS, Tolerance(1e-7, 1e-7)
)
