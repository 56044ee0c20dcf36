"""`numerical_weight_gradient`: the slope of a cost for every weight, measured.

A step of 1e-5 hides a one-sided difference in the sixth digit, so that most cases take larger ones; with them, the central
difference of a cube is not its derivative, and that is as it should be. The tolerance leaves room for rounding: differences
of costs near 100, divided by 1e-5, are uncertain in the ninth digit.

Reading the cost from the caller's own array and putting each weight back exactly is right as well, so none is read-only here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from autograder.checks.bp1.arrays import FORTRAN, STRIDED
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


def _each(entry: Callable[[Cost, Array, Array, float], float]) -> Callable[..., Array]:
    """Fill an array: `entry(cost, W, nudge, eps)` for every weight, `nudge` being eps at its place and 0 elsewhere."""

    def gradient(cost: Cost, W: Array, eps: float = 1e-5) -> Array:
        result = np.zeros(W.shape)
        for place, nudge in _nudges(W, eps):
            result[place] = entry(cost, W, nudge, eps)
        return result

    return gradient


def _nudges(W: Array, eps: float) -> Iterator[tuple[tuple[int, ...], Array]]:
    for place in np.ndindex(W.shape):
        nudge = np.zeros(W.shape)
        nudge[place] = eps
        yield place, nudge


def _with_default(default: float) -> Callable[..., Array]:
    return lambda cost, W, eps=default: reference.numerical_weight_gradient(cost, W, eps)


def _with_fixed_step(step: float) -> Callable[..., Array]:
    return lambda cost, W, eps=1e-5: reference.numerical_weight_gradient(cost, W, step)


def _half_fixed(cost: Cost, W: Array, eps: float = 1e-5) -> Array:
    return reference.numerical_weight_gradient(cost, W, 1e-5) * 1e-5 / eps


def _all_at_once(cost: Cost, W: Array, eps: float = 1e-5) -> Any:
    return (cost(W + eps) - cost(W - eps)) / (2 * eps)


def _in_place(back: float, own: bool = False, ahead: bool = False) -> Callable[..., Array]:
    """Add eps to each weight in turn, subtract 2 eps, and add `back` times eps at last; `own` works on a copy."""

    def gradient(cost: Cost, W: Array, eps: float = 1e-5) -> Array:
        W = W.copy() if own else W
        result = np.zeros(W.shape)
        for place in np.ndindex(W.shape):
            if ahead:
                before = cost(W)
                W[place] += eps
                result[place] = (cost(W) - before) / eps
            else:
                W[place] += eps
                above = cost(W)
                W[place] -= 2 * eps
                result[place] = (above - cost(W)) / (2 * eps)
            W[place] += back * eps
        return result

    return gradient


def _same_array_twice(cost: Cost, W: Array, eps: float = 1e-5) -> Array:
    """`above = W; below = W` are two names for one array."""
    result = np.zeros(W.shape)
    for place in np.ndindex(W.shape):
        above, below = W, W
        above[place] += eps
        below[place] -= eps
        result[place] = (cost(above) - cost(below)) / (2 * eps)
    return result


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


def _numbers_alone(cost: Any, W: Array, eps: float = 1e-5) -> Array:
    result = np.zeros(W.shape)
    for place, w in np.ndenumerate(W):
        result[place] = (cost(w + eps) - cost(w - eps)) / (2 * eps)
    return result


def _nudges_kept(cost: Cost, W: Array, eps: float = 1e-5) -> Array:
    """The nudge of one weight is still there when the next one is measured."""
    above, below = W.copy(), W.copy()
    result = np.zeros(W.shape)
    for place in np.ndindex(W.shape):
        above[place] += eps
        below[place] -= eps
        result[place] = (cost(above) - cost(below)) / (2 * eps)
    return result


def _one_array_of_nudges(cost: Cost, W: Array, eps: float = 1e-5) -> Array:
    nudge, result = np.zeros(W.shape), np.zeros(W.shape)
    for place in np.ndindex(W.shape):
        nudge[place] += eps
        result[place] = (cost(W + nudge) - cost(W - nudge)) / (2 * eps)
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


def _returned_in_the_loop(cost: Cost, W: Array, eps: float = 1e-5) -> Array:
    result = np.zeros(W.shape)
    result[0, 0] = reference.numerical_weight_gradient(cost, W, eps)[0, 0]
    return result


def _first_row(cost: Cost, W: Array, eps: float = 1e-5) -> Array:
    result = np.zeros(W.shape)
    result[0] = reference.numerical_weight_gradient(cost, W, eps)[0]
    return result


def _ahead_two(cost: Cost, W: Array, nudge: Array, eps: float) -> float:
    return (cost(W + 2 * nudge) - cost(W)) / (2 * eps)


MISCONCEPTIONS = (
    Misconception(
        "divided-once",
        _each(lambda cost, W, nudge, eps: (cost(W + nudge) - cost(W - nudge)) / 2 * eps),
        "Python goes from left to right: `/ 2 * eps` divides by 2 and then multiplies by eps. The whole width 2 eps belongs "
        "below the bar, and only parentheses keep it there.",
    ),
    Misconception(
        "two-missing",
        _each(lambda cost, W, nudge, eps: (cost(W + nudge) - cost(W - nudge)) / eps),
        "The rise is divided by eps, but from W − eps to W + eps it is two steps of eps: the slope comes out twice too steep.",
    ),
    Misconception(
        "forward",
        _each(lambda cost, W, nudge, eps: (cost(W + nudge) - cost(W)) / eps),
        "This is the one-sided difference: it looks ahead only, and its error shrinks like eps. The central difference looks as "
        "far back as ahead, and its error shrinks like eps².",
    ),
    Misconception(
        "backward",
        _each(lambda cost, W, nudge, eps: (cost(W) - cost(W - nudge)) / eps),
        "This is a one-sided difference, looking back only. The central difference looks as far ahead as back, and the largest "
        "part of the error cancels.",
    ),
    Misconception(
        "forward-over-two",
        _each(lambda cost, W, nudge, eps: (cost(W + nudge) - cost(W)) / (2 * eps)),
        "The rise of one step is divided by the width of two, so that slopes come out half as steep. The rise has to start where "
        "the width starts, at W − eps.",
        also=(_each(lambda cost, W, nudge, eps: (cost(W) - cost(W - nudge)) / (2 * eps)),),
    ),
    Misconception(
        "two-eps-ahead",
        _each(_ahead_two),
        "The step of 2 eps lies ahead of the weight only. In the central difference the weight stands in the middle.",
    ),
    Misconception(
        "half-a-step",
        _each(lambda cost, W, nudge, eps: (cost(W + nudge / 2) - cost(W - nudge / 2)) / eps),
        "The two points are eps apart in all. Here eps is the step to each side, so that they are 2 eps apart.",
    ),
    Misconception(
        "wider-step",
        _each(lambda cost, W, nudge, eps: (cost(W + 2 * nudge) - cost(W - 2 * nudge)) / (4 * eps)),
        "The points lie 2 eps to each side of the weight. The step to each side is eps; 2 eps is the width of both together.",
        also=(_each(lambda cost, W, nudge, eps: (cost(W + 2 * nudge) - cost(W - 2 * nudge)) / (2 * eps)),),
    ),
    Misconception(
        "not-divided",
        _each(lambda cost, W, nudge, eps: cost(W + nudge) - cost(W - nudge)),
        "This is the rise alone, which depends on how far one steps. A slope is the rise divided by the width of the step.",
        also=(_each(lambda cost, W, nudge, eps: cost(W + nudge) - cost(W)),),
    ),
    Misconception(
        "only-halved",
        _each(lambda cost, W, nudge, eps: (cost(W + nudge) - cost(W - nudge)) / 2),
        "The rise is divided by 2, and eps never comes in: a smaller step then gives a smaller result. The width of the two "
        "steps is 2 eps.",
    ),
    Misconception(
        "sign-flipped",
        _each(lambda cost, W, nudge, eps: (cost(W - nudge) - cost(W + nudge)) / (2 * eps)),
        "The difference is taken the wrong way round, so that a rising cost gets a negative slope: it is the cost ahead minus the "
        "cost behind.",
        also=(_each(lambda cost, W, nudge, eps: (cost(W) - cost(W + nudge)) / eps),),
    ),
    Misconception(
        "added",
        _each(lambda cost, W, nudge, eps: (cost(W + nudge) + cost(W - nudge)) / (2 * eps)),
        "The two costs are added. What counts is how much the cost changes from one point to the other: their difference.",
    ),
    Misconception(
        "parentheses",
        _each(lambda cost, W, nudge, eps: cost(W + nudge) - cost(W - nudge) / (2 * eps)),
        "Python divides before it subtracts, so only the second cost is divided. The difference needs parentheses of its own.",
        also=(
            _each(lambda cost, W, nudge, eps: cost(W + nudge) - cost(W - nudge) / 2 * eps),
            _each(lambda cost, W, nudge, eps: cost(W + nudge) - cost(W) / eps),
        ),
    ),
    Misconception(
        "all-at-once",
        lambda cost, W, eps=1e-5: np.full(W.shape, _all_at_once(cost, W, eps)),
        "All weights are nudged at once, and each is given the rise of all together. To learn what one weight does, only that one "
        "may move.",
        also=(
            lambda cost, W, eps=1e-5: np.full(W.shape, (cost(W + eps) - cost(W)) / eps),
            lambda cost, W, eps=1e-5: np.full(W.shape, _all_at_once(cost, W, eps) / W.size),
        ),
    ),
    Misconception(
        "one-number",
        _all_at_once,
        "One number comes out for all weights: all of them are nudged at once. Each weight has a slope of its own, and is nudged by "
        "itself.",
        also=(
            lambda cost, W, eps=1e-5: (cost(W + eps) - cost(W)) / eps,
            lambda cost, W, eps=1e-5: np.sum(reference.numerical_weight_gradient(cost, W, eps)),
            lambda cost, W, eps=1e-5: reference.numerical_weight_gradient(cost, W, eps)[0, 0],
            lambda cost, W, eps=1e-5: reference.numerical_weight_gradient(cost, W, eps)[-1, -1],
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
        _nudges_kept,
        "The nudge of one weight is still there when the next is measured. Start each time from W as it was given.",
        also=(_one_array_of_nudges, _in_place(0.0, own=True), _in_place(0.0, own=True, ahead=True)),
    ),
    Misconception(
        "two-names-for-one-array",
        _same_array_twice,
        "`above = W` makes a second name for the same array, not a second array: a nudge of one is a nudge of both, and of the "
        "caller's W too. Use copies.",
        also=(_one_array_moved_and_back,),
    ),
    Misconception(
        "not-put-back",
        _in_place(0.0),
        "The steps are taken in the caller's own W and not undone: the next weight is measured at another place, and afterwards W "
        "holds other numbers. Nudge a copy.",
        also=(_in_place(0.0, ahead=True), _in_place(2.0)),
    ),
    Misconception(
        "put-back-inexactly",
        _in_place(1.0),
        "The steps are taken in the caller's own W, and it does not come back to where it was: adding and subtracting eps rounds. "
        "Nudge a copy.",
        also=(_in_place(-1.0, ahead=True),),
    ),
    Misconception(
        "eps-ignored",
        _with_fixed_step(1e-5),
        "The step is the same whatever eps the caller asks for. The number stands where the argument `eps` belongs.",
        also=(_half_fixed, *map(_with_fixed_step, (1e-4, 1e-6, 1e-7))),
    ),
    Misconception(
        "other-default",
        _with_default(1e-4),
        "With an eps in the call the slopes are right. Without one the step should be 1e-5, and here it is another.",
        also=tuple(map(_with_default, (1e-2, 1e-3, 1e-6, 1e-7, 1e-8))),
    ),
    Misconception(
        "more-points",
        _each(
            lambda cost, W, nudge, eps: (
                (8 * (cost(W + nudge) - cost(W - nudge)) - (cost(W + 2 * nudge) - cost(W - 2 * nudge))) / (12 * eps)
            )
        ),
        "This is closer to the derivative than what is asked for: it takes more than two points. Here it is the plain central "
        "difference that is wanted, with the error it has.",
    ),
    Misconception(
        "moved-the-cost",
        _each(lambda cost, W, nudge, eps: ((cost(W) + eps) - (cost(W) - eps)) / (2 * eps)),
        "eps is added to the cost, outside, and the result is 1 for every cost. It is a weight that is moved: eps belongs in "
        "the argument of `cost`.",
        also=(lambda cost, W, eps=1e-5: ((cost(W) + eps) - (cost(W) - eps)) / (2 * eps),),
    ),
    Misconception(
        "first-weight-only",
        _returned_in_the_loop,
        "Only the first weights are measured, and the others stay 0. Is there a `return` inside a loop?",
        also=(_first_row,),
    ),
    Misconception(
        "flat",
        lambda cost, W, eps=1e-5: reference.numerical_weight_gradient(cost, W, eps).ravel(),
        "The slopes are right, but they come in one row. The result has the shape of W: put each at the place of its weight.",
    ),
    Misconception(
        "transposed",
        lambda cost, W, eps=1e-5: reference.numerical_weight_gradient(cost, W, eps).T,
        "The slopes are right, but rows and columns are exchanged. The result has the shape of W, each slope at the place of its "
        "weight.",
    ),
    Misconception(
        "weight-alone",
        _each(lambda cost, W, nudge, eps: (cost(nudge) - cost(-nudge)) / (2 * eps)),
        "The cost is asked of the nudge alone, with every weight 0. The nudge is added to W, and all other weights stay as they are.",
    ),
    Misconception(
        "number-for-matrix",
        _numbers_alone,
        "`cost` is called with one number. It takes a whole matrix of weights: W, with one of them nudged.",
        also=(lambda cost, W, eps=1e-5: _numbers_alone(cost, W, eps).ravel(),),
    ),
    Misconception(
        "size-only",
        _each(lambda cost, W, nudge, eps: abs(cost(W + nudge) - cost(W - nudge)) / (2 * eps)),
        "The slope has lost its sign: where the cost falls, it is negative.",
    ),
)

NUMERICAL_WEIGHT_GRADIENT = FunctionExercise(
    "numerical_weight_gradient", reference.numerical_weight_gradient, _cases, MISCONCEPTIONS, Tolerance(1e-7, 1e-7)
)
