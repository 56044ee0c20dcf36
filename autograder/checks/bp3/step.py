"""Checks of `dz_da`: the derivative of one entry of Z with respect to one output of the layer before."""

from __future__ import annotations

import numpy as np

from autograder.checks.bp1.arrays import FORTRAN, ONE_BEFORE, READ_ONLY, STRIDED
from autograder.checks.bp3.arrays import LESSON, NOT_READ, ONE_READER
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import drawn, matrix
from autograder.checks.outcome import Case
from autograder.reference import bp3 as reference
from autograder.reference.activations import Array

FAR_EXAMPLE = "numbers of examples that are larger than the sides of W"


def _cases(rng: np.random.Generator) -> list[Case]:
    square, wide = matrix([1, 2], [3, -1]), LESSON[0]
    random = [drawn(rng, n, n_prev) for n, n_prev in ((3, 4), (4, 4), (7, 5))]
    return [
        *(Case((square, k, i, s, i)) for k in (0, 1) for s in (0, 1) for i in (0, 1)),
        *(Case((square, k, i, s, 1 - i)) for k in (0, 1) for s in (0, 1) for i in (0, 1)),
        *(
            Case((wide, k, i, s, j))
            for k, i, s, j in ((1, 0, 0, 0), (0, 1, 1, 1), (1, 1, 2, 1), (1, 0, 2, 1), (0, 1, 0, 0))
        ),
        *(
            Case((wide, k, i, s, j), note=FAR_EXAMPLE)
            for k, i, s, j in ((1, 7, 0, 7), (0, 5, 1, 5), (0, 9, 1, 6), (1, 8, 2, 1))
        ),
        Case((matrix([2, -1, 1]), 0, 1, 2, 1), note=ONE_READER),
        Case((matrix([2, -1, 1]), 0, 1, 1, 0), note=ONE_READER),
        Case((matrix([2], [-3]), 1, 2, 0, 2), note=ONE_BEFORE),
        Case((matrix([3]), 0, 0, 0, 0), note="one weight"),
        Case((matrix([3]), 0, 0, 0, 4), note="one weight"),
        Case((matrix([1, 0], [3, 0]), 1, 0, 1, 0), note=NOT_READ),
        Case((-abs(wide), 1, 2, 0, 2), note="weights that are all negative"),
        Case((wide, 1, 0, 0, 0), note=READ_ONLY, layout="read-only"),
        Case((wide, 1, 0, 2, 0), note=STRIDED, layout="strided"),
        Case((wide, 1, 0, 2, 0), note=FORTRAN, layout="fortran"),
        *(Case((W, 1, i, s, j)) for W in random for i, s, j in ((2, 0, 2), (3, 3, 3), (0, 2, 1), (3, 0, 2))),
    ]


def _none_elsewhere(W: Array, k: int, i: int, s: int, j: int) -> float | None:
    return float(W[k, s]) if i == j else None


DZ_DA = FunctionExercise(
    "dz_da",
    reference.dz_da,
    _cases,
    (
        Misconception(
            "selection-forgotten",
            lambda W, k, i, s, j: W[k, s],
            "i and j are never compared. Example i does not hear what was said on another example j: Z_ki does not contain it.",
        ),
        Misconception(
            "nothing-where-zero",
            _none_elsewhere,
            "Where i = j it is right. Where not, nothing (None) comes back: that case has a derivative too, and it is a number.",
        ),
        Misconception(
            "stops-where-zero",
            lambda W, k, i, s, j: {j: W[k, s]}[i],
            "Where i = j it is right. Where not, the function stops with an error. No mistake has been made by the caller: an "
            "output that has no influence has the derivative 0.",
        ),
        Misconception(
            "neurons-compared",
            lambda W, k, i, s, j: W[k, s] if k == s else 0.0,
            "The neurons are compared, k with s. They stand in two different layers, and each k reads each s; what has to be the "
            "same is the example.",
            also=(
                lambda W, k, i, s, j: W[k, i] if k == s else 0.0,
                lambda W, k, i, s, j: W[k, j] if k == s else 0.0,
                lambda W, k, i, s, j: W[k, k] if k == s else 0.0,
            ),
        ),
        Misconception(
            "rule-of-the-weights",
            lambda W, k, i, s, j: W[k, s] if k == j else 0.0,
            "A neuron is compared with an example. The letters that count something of the same kind are i and j, the two examples.",
            also=(
                lambda W, k, i, s, j: W[k, s] if i == s else 0.0,
                lambda W, k, i, s, j: W[k, s] if s == j else 0.0,
                lambda W, k, i, s, j: W[k, s] if k == i else 0.0,
                lambda W, k, i, s, j: W[k, s] if k == i or s == j else 0.0,
                lambda W, k, i, s, j: W[k, s] if k == i and s == j else 0.0,
            ),
        ),
        Misconception(
            "ones",
            lambda W, k, i, s, j: 1.0 if i == j else 0.0,
            "The two cases are told apart rightly, but where i = j the output is multiplied by something: by how much does the "
            "product rise for each unit of A_sj?",
        ),
        Misconception(
            "sides-exchanged",
            lambda W, k, i, s, j: W[s, k] if i == j else 0.0,
            "The two indices of W are exchanged: its rows are the neurons that read, k, its columns those that are read, s.",
            also=(lambda W, k, i, s, j: W[s, k], lambda W, k, i, s, j: W.T[k, s] if i == j else 0.0),
        ),
        Misconception(
            "example-in-the-weights",
            lambda W, k, i, s, j: W[k, i] if i == j else 0.0,
            "W is looked up with the number of an example. W has no side for the examples: neuron k reads neuron s with the same "
            "weight on all of them.",
            also=(
                lambda W, k, i, s, j: W[k, i],
                lambda W, k, i, s, j: W[k, j],
                lambda W, k, i, s, j: W[s, j] if i == j else 0.0,
                lambda W, k, i, s, j: W[s, j],
                lambda W, k, i, s, j: W[i, s] if i == j else 0.0,
                lambda W, k, i, s, j: W[i, j],
            ),
        ),
        Misconception(
            "cases-exchanged",
            lambda W, k, i, s, j: W[k, s] if i != j else 0.0,
            "The two cases are exchanged: the derivative is 0 where Z_ki does not contain the output, that is where i and j differ.",
        ),
        Misconception(
            "both-compared",
            lambda W, k, i, s, j: W[k, s] if i == j and k == s else 0.0,
            "The neurons are compared as well as the examples. Neuron k reads every neuron of the layer before, whatever its number.",
        ),
        Misconception(
            "row-summed",
            lambda W, k, i, s, j: np.sum(W[k]) if i == j else 0.0,
            "The sum over all that neuron k reads is still there. Of its terms only one contains A_sj; the others do not change "
            "with it.",
        ),
        Misconception(
            "readers-summed",
            lambda W, k, i, s, j: np.sum(W[:, s]) if i == j else 0.0,
            "The weights of all readers are added. That sum comes with the chain rule; here it is the Z of one reader, k.",
        ),
        Misconception(
            "averaged",
            lambda W, k, i, s, j: W[k, s] / len(W) if i == j else 0.0,
            "The weight is divided by a number of neurons. Nothing is averaged in one entry of Z: a neuron adds its products up.",
            also=(lambda W, k, i, s, j: W[k, s] / W.shape[1] if i == j else 0.0,),
        ),
        Misconception(
            "counted-from-one",
            lambda W, k, i, s, j: W[k - 1, s - 1] if i == j else 0.0,
            "k and s are taken as counted from 1. Here they count from 0 and can be used as they are; an index of −1 gives the "
            "last one without any error.",
            also=(lambda W, k, i, s, j: W[k + 1, s + 1] if i == j else 0.0,),
        ),
        Misconception(
            "always-zero",
            lambda W, k, i, s, j: 0.0,
            "The result is always 0. Where i = j, the output is in the sum of neuron k, and a nudge of it does something.",
        ),
        Misconception(
            "sign-flipped",
            lambda W, k, i, s, j: -W[k, s] if i == j else 0.0,
            "The sign is wrong: the output enters the sum with a plus, times the weight with which it is read.",
        ),
        Misconception(
            "size-only",
            lambda W, k, i, s, j: abs(W[k, s]) if i == j else 0.0,
            "The sign of the weight is lost. Where it is negative, Z falls as the neuron before says more.",
        ),
        Misconception(
            "whole-row",
            lambda W, k, i, s, j: W[k] if i == j else 0.0,
            "Where i = j, a whole row of W comes back: all the weights that neuron k reads with. One of them is asked for.",
            also=(lambda W, k, i, s, j: W[k] * (i == j),),
        ),
        Misconception(
            "whole-column",
            lambda W, k, i, s, j: W[:, s] if i == j else 0.0,
            "Where i = j, a whole column of W comes back: the weights with which all neurons read s. One of them is asked for.",
            also=(lambda W, k, i, s, j: W[:, s] * (i == j),),
        ),
    ),
)
