"""Checks of `da_dz`: the derivative of one output of a layer with respect to one of its sums."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import numpy as np

from autograder.checks.bp1.arrays import FORTRAN, ONE_EXAMPLE, ONE_NEURON, READ_ONLY, STRIDED
from autograder.checks.bp4.slopes import (
    ACTIVATIONS,
    SATURATED,
    WIDE,
    Slope,
    cube_prime,
    relu_prime,
    sigmoid_prime,
    square_prime,
    tanh_prime,
)
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import drawn, matrix
from autograder.checks.outcome import Case
from autograder.reference import bp4 as reference
from autograder.reference.activations import Array


def _cases(rng: np.random.Generator) -> list[Case]:
    square, wide = matrix([1, 2], [3, -1]), WIDE[1]
    pairs = list(product((0, 1), repeat=2))
    tables = [drawn(rng, n, m) for n, m in ((3, 3), (2, 4), (5, 3))]
    return [
        *(Case((square, square_prime, k, i, k, i)) for k, i in pairs),
        *(Case((square, square_prime, k, i, r, j)) for (k, i), (r, j) in product(pairs, repeat=2) if (k, i) != (r, j)),
        *(Case((wide, cube_prime, k, i, k, i)) for k, i in ((0, 2), (1, 0), (1, 2))),
        *(Case((wide, cube_prime, *place)) for place in ((1, 2, 0, 2), (1, 2, 1, 0), (0, 1, 1, 0), (1, 0, 0, 2))),
        *(Case((wide, relu_prime, *place)) for place in ((1, 2, 1, 2), (1, 1, 1, 1), (0, 1, 1, 1), (0, 1, 0, 2))),
        *(Case((wide, sigmoid_prime, *place)) for place in ((1, 2, 1, 2), (0, 0, 0, 0), (0, 1, 1, 1), (1, 2, 1, 0))),
        Case((matrix([2], [-1]), square_prime, 1, 0, 1, 0), note=ONE_EXAMPLE),
        Case((matrix([2], [-1]), sigmoid_prime, 1, 0, 0, 0), note=ONE_EXAMPLE),
        Case((matrix([2, -1, 3]), square_prime, 0, 2, 0, 2), note=ONE_NEURON),
        Case((matrix([2, -1, 3]), sigmoid_prime, 0, 2, 0, 1), note=ONE_NEURON),
        Case((matrix([3]), cube_prime, 0, 0, 0, 0), note="one neuron and one example"),
        Case((matrix([0, 30], [-40, 1]), sigmoid_prime, 0, 1, 0, 1), note=SATURATED),
        Case((np.zeros((2, 2)), tanh_prime, 1, 1, 1, 1), note="sums that are all 0"),
        Case((np.zeros((2, 2)), tanh_prime, 1, 1, 1, 0), note="sums that are all 0"),
        Case((wide, tanh_prime, 1, 0, 1, 0), note=READ_ONLY, layout="read-only"),
        Case((wide, square_prime, 1, 2, 1, 2), note=STRIDED, layout="strided"),
        Case((wide, square_prime, 0, 2, 0, 2), note=FORTRAN, layout="fortran"),
        *(
            Case((Z, tanh_prime, *place))
            for Z in tables
            for place in ((1, 2, 1, 2), (0, 1, 0, 1), (1, 2, 1, 0), (1, 2, 0, 2), (1, 0, 0, 1))
        ),
    ]


Place = Callable[[int, int, int, int], bool]


def _where(condition: Place) -> Callable[..., float]:
    """Return the slope at Z[r, j] where the condition holds, else 0."""
    return lambda Z, g_prime, k, i, r, j: float(g_prime(Z[r, j])) if condition(k, i, r, j) else 0.0


def _there(entry: Callable[..., float]) -> Callable[..., float]:
    """Return `entry(Z, g_prime, k, i)` where (k, i) is (r, j), else 0."""
    return lambda Z, g_prime, k, i, r, j: entry(Z, g_prime, k, i) if (k, i) == (r, j) else 0.0


def _none_elsewhere(Z: Array, g_prime: Slope, k: int, i: int, r: int, j: int) -> float | None:
    return float(g_prime(Z[r, j])) if (k, i) == (r, j) else None


DA_DZ = FunctionExercise(
    "da_dz",
    reference.da_dz,
    _cases,
    (
        Misconception(
            "selection-forgotten",
            lambda Z, g_prime, k, i, r, j: g_prime(Z[k, i]),
            "The places are never compared. A_ki is made of Z_ki alone: where another sum moves, it does not move at all.",
            also=(lambda Z, g_prime, k, i, r, j: g_prime(Z[r, j]),),
        ),
        Misconception(
            "neurons-only",
            _where(lambda k, i, r, j: k == r),
            "Only the neurons are compared, k with r. The same neuron has a sum on every example, and A_ki looks at that of example "
            "i alone.",
            also=(lambda Z, g_prime, k, i, r, j: g_prime(Z[k, i]) if k == r else 0.0,),
        ),
        Misconception(
            "examples-only",
            _where(lambda k, i, r, j: i == j),
            "Only the examples are compared, i with j. On the same example there are other neurons, and A_ki looks at the sum of its "
            "own alone.",
            also=(lambda Z, g_prime, k, i, r, j: g_prime(Z[k, i]) if i == j else 0.0,),
        ),
        Misconception(
            "either-is-enough",
            _where(lambda k, i, r, j: k == r or i == j),
            "One agreement is taken to be enough, neuron or example. Both have to agree: A_ki looks at one entry of Z, in its own row "
            "and column.",
            also=(lambda Z, g_prime, k, i, r, j: g_prime(Z[k, i]) if k == r or i == j else 0.0,),
        ),
        Misconception(
            "letters-mixed",
            _where(lambda k, i, r, j: k == j and i == r),
            "Neurons are compared with examples. k and r count neurons, i and j count examples: k belongs with r, and i with j.",
            also=(
                _where(lambda k, i, r, j: k == i and r == j),
                _where(lambda k, i, r, j: k == i),
                _where(lambda k, i, r, j: r == j),
                _where(lambda k, i, r, j: k == j),
                _where(lambda k, i, r, j: i == r),
                _where(lambda k, i, r, j: k == i == r == j),
                lambda Z, g_prime, k, i, r, j: g_prime(Z[k, i]) if k == i and r == j else 0.0,
                lambda Z, g_prime, k, i, r, j: g_prime(Z[k, i]) if k == j and i == r else 0.0,
            ),
        ),
        Misconception(
            "cases-exchanged",
            _where(lambda k, i, r, j: (k, i) != (r, j)),
            "The two cases are exchanged: the derivative is 0 where the sum that moves is not the one that A_ki is made of.",
        ),
        Misconception(
            "nothing-where-zero",
            _none_elsewhere,
            "Where the places agree it is right. Where not, nothing (None) comes back: that case has a derivative too, and it is a "
            "number.",
        ),
        Misconception(
            "stops-where-zero",
            lambda Z, g_prime, k, i, r, j: {(r, j): g_prime(Z[r, j])}[k, i],
            "Where the places agree it is right. Where not, the function stops with an error. No mistake has been made by the caller: "
            "a sum that has no influence has the derivative 0.",
        ),
        Misconception(
            "slope-at-zero",
            lambda Z, g_prime, k, i, r, j: g_prime(Z[r, j] * ((k, i) == (r, j))),
            "Where the places differ, the slope at z = 0 comes out: the 0 went into g′. It is the derivative that is 0 there.",
        ),
        Misconception(
            "ones",
            _there(lambda Z, g_prime, k, i: 1.0),
            "The cases are told apart rightly, but g′ never comes in: by how much does A rise for each unit that its own Z rises?",
        ),
        Misconception(
            "sum-for-slope",
            _there(lambda Z, g_prime, k, i: Z[k, i]),
            "Where the places agree, the sum itself comes back. Asked for is how steep the activation is there: the slope at that sum.",
        ),
        Misconception(
            "slope-at-the-activation",
            _there(lambda Z, g_prime, k, i: g_prime(ACTIVATIONS[0](Z[k, i]))),
            "The slope is taken at an activation of z. g′ is asked at the sum, before any activation.",
            also=tuple(_there(lambda Z, g_prime, k, i, g=g: g_prime(g(Z[k, i]))) for g in ACTIVATIONS[1:]),
        ),
        Misconception(
            "slope-of-one-activation",
            _there(lambda Z, g_prime, k, i: sigmoid_prime(Z[k, i])),
            "The slope of one certain activation is written in. Which activation it is, the caller says: `g_prime` is its slope.",
            also=(
                _there(lambda Z, g_prime, k, i: Z[k, i] * (1 - Z[k, i])),
                _there(lambda Z, g_prime, k, i: 1 - Z[k, i] ** 2),
                _there(lambda Z, g_prime, k, i: relu_prime(Z[k, i])),
                _there(lambda Z, g_prime, k, i: tanh_prime(Z[k, i])),
            ),
        ),
        Misconception(
            "indices-exchanged",
            _there(lambda Z, g_prime, k, i: g_prime(Z[i, k])),
            "The two indices of Z are exchanged: its rows are the neurons, its columns the examples.",
            also=(lambda Z, g_prime, k, i, r, j: g_prime(Z[i, k]), lambda Z, g_prime, k, i, r, j: g_prime(Z[j, r])),
        ),
        Misconception(
            "neurons-for-both",
            lambda Z, g_prime, k, i, r, j: g_prime(Z[k, r]) if (k, i) == (r, j) else 0.0,
            "Z is looked up with two letters of the same kind, k and r or i and j. An entry of it takes one neuron and one example.",
            also=(
                lambda Z, g_prime, k, i, r, j: g_prime(Z[k, r]),
                lambda Z, g_prime, k, i, r, j: g_prime(Z[i, j]) if (k, i) == (r, j) else 0.0,
                lambda Z, g_prime, k, i, r, j: g_prime(Z[i, j]),
            ),
        ),
        Misconception(
            "index-for-sum",
            _there(lambda Z, g_prime, k, i: g_prime(k)),
            "The slope is taken at an index, k or i. The index says where in Z to look; the slope is taken at the sum that stands "
            "there.",
            also=(_there(lambda Z, g_prime, k, i: g_prime(i)),),
        ),
        Misconception(
            "counted-from-one",
            _there(lambda Z, g_prime, k, i: g_prime(Z[k - 1, i - 1])),
            "The indices are taken as counted from 1. Here they count from 0 and can be used as they are; an index of −1 gives the "
            "last one without any error.",
            also=(_there(lambda Z, g_prime, k, i: g_prime(Z[k + 1, i + 1])),),
        ),
        Misconception(
            "divided-by-m",
            lambda Z, g_prime, k, i, r, j: reference.da_dz(Z, g_prime, k, i, r, j) / Z.shape[1],
            "The result is divided by m. The average over examples belongs to the cost; A_ki is one entry for one example.",
        ),
        Misconception(
            "always-zero",
            lambda Z, g_prime, k, i, r, j: 0.0,
            "The result is always 0. Where the sum that moves is that of the same neuron on the same example, the output moves too.",
        ),
        Misconception(
            "sign-flipped",
            lambda Z, g_prime, k, i, r, j: -reference.da_dz(Z, g_prime, k, i, r, j),
            "The sign is turned round. The output moves as the slope says, and nothing else comes in.",
        ),
        Misconception(
            "whole-row",
            _there(lambda Z, g_prime, k, i: g_prime(Z[k])),
            "Where the places agree, a row or a column of slopes comes back, or all of them. One number is asked for: the slope at one "
            "sum.",
            also=(
                _there(lambda Z, g_prime, k, i: g_prime(Z[:, i])),
                _there(lambda Z, g_prime, k, i: g_prime(Z)),
                lambda Z, g_prime, k, i, r, j: g_prime(Z),
                lambda Z, g_prime, k, i, r, j: g_prime(Z) * ((k, i) == (r, j)),
            ),
        ),
        Misconception(
            "function-returned",
            _there(lambda Z, g_prime, k, i: g_prime),
            "Where the places agree, the function g′ itself comes back. It has to be asked: its value at one sum is the derivative.",
        ),
    ),
)
