"""The two index steps of BP1: `linear_entry`, one entry of Z, and `dz_dw`, its derivative with respect to one weight."""

from __future__ import annotations

import numpy as np

from autograder.checks.bp1.arrays import FORTRAN, ONE_BEFORE, ONE_EXAMPLE, ONE_NEURON, ONE_OF_EACH, READ_ONLY, STRIDED
from autograder.checks.exercise import FunctionExercise, Misconception
from autograder.checks.forward_propagation.linear import LESSON_PARAMS, column, drawn, matrix
from autograder.checks.outcome import Case
from autograder.reference import bp1 as reference
from autograder.reference.activations import sigmoid

X = matrix([2, 0, 1, 1], [1, 0, 0, 1])  # the examples of lessons 06 to 10

# --- linear_entry ---


def _linear_cases(rng: np.random.Generator) -> list[Case]:
    W, b = LESSON_PARAMS[0]
    square = (matrix([1, 2], [3, -1]), matrix([4, -2], [3, 0.5]), column(0.5, -1))
    wide = (matrix([1, 0, -1], [0.5, 2, 1]), matrix([2, -1], [1, 0], [0, 3]), column(-1, 0.25))
    return [
        *(Case((*square, r, i)) for r, i in ((0, 0), (0, 1), (1, 0), (1, 1))),
        *(Case((*wide, r, i)) for r, i in ((0, 1), (1, 0), (1, 1))),
        *(Case((W, X, b, r, i)) for r, i in ((1, 0), (0, 3), (2, 1), (2, 3))),
        Case((W, X[:, :1], b, 2, 0), note=ONE_EXAMPLE),
        Case((matrix([2, -1, 1]), wide[1], column(0.5), 0, 1), note=ONE_NEURON),
        Case((matrix([2], [-1]), matrix([1, 0, 3]), column(0.5, 1), 1, 2), note=ONE_BEFORE),
        Case((matrix([2]), matrix([3]), column(0.5), 0, 0), note=ONE_OF_EACH),
        Case((W, np.zeros((2, 3)), b, 1, 2), note="activations that are all 0"),
        Case((W, X, np.zeros((3, 1)), 0, 0), note="biases that are all 0"),
        Case((W, X, b, 1, 3), note=READ_ONLY, layout="read-only"),
        Case((W, X, b, 1, 3), note=STRIDED, layout="strided"),
        Case((*wide, 1, 1), note=FORTRAN, layout="fortran"),
        *(
            Case((drawn(rng, n, n_prev), drawn(rng, n_prev, m), drawn(rng, n, 1), n - 1, m // 2))
            for n, n_prev, m in ((2, 3, 4), (3, 3, 3), (6, 8, 20))
        ),
    ]


LINEAR_ENTRY = FunctionExercise(
    "linear_entry",
    reference.linear_entry,
    _linear_cases,
    (
        Misconception(
            "bias-forgotten",
            lambda W, A_prev, b, r, i: W[r] @ A_prev[:, i],
            "The bias never comes in. Equation (5) is a sum over j, and after it the bias of neuron r.",
        ),
        Misconception(
            "bias-as-array",
            lambda W, A_prev, b, r, i: W[r] @ A_prev[:, i] + b[r],
            "`b` is a column with two sides: one index takes a row out of it, an array of one number, and the result becomes "
            "such an array too. A second index takes out the number.",
            also=(
                lambda W, A_prev, b, r, i: W[[r]] @ A_prev[:, [i]] + b[[r]],
                lambda W, A_prev, b, r, i: W[r] @ A_prev[:, [i]] + b[r],
            ),
        ),
        Misconception(
            "bias-as-column",
            lambda W, A_prev, b, r, i: W[r] @ A_prev[:, i] + b,
            "All of `b` is added, and a column comes out: one number for each neuron. Neuron r has one of these biases.",
        ),
        Misconception(
            "bias-of-another-neuron",
            lambda W, A_prev, b, r, i: W[r] @ A_prev[:, i] + b[0, 0],
            "Every neuron is given the first bias. `b` holds one for each neuron: which row is that of neuron r?",
        ),
        Misconception(
            "bias-of-the-example",
            lambda W, A_prev, b, r, i: W[r] @ A_prev[:, i] + b[i, 0],
            "The bias is looked up by the example, i. A bias belongs to a neuron and is the same for every example.",
        ),
        Misconception(
            "all-biases",
            lambda W, A_prev, b, r, i: W[r] @ A_prev[:, i] + np.sum(b),
            "The biases of all neurons are added. The entry belongs to neuron r, which has one of them.",
        ),
        Misconception(
            "bias-in-every-term",
            lambda W, A_prev, b, r, i: W[r] @ A_prev[:, i] + A_prev.shape[0] * b[r, 0],
            "The bias is added in every turn of the sum over j. It has no j: it stands behind the sum, and is added once.",
        ),
        Misconception(
            "bias-subtracted",
            lambda W, A_prev, b, r, i: W[r] @ A_prev[:, i] - b[r, 0],
            "The bias is subtracted; in equation (5) it is added.",
        ),
        Misconception(
            "bias-multiplied",
            lambda W, A_prev, b, r, i: (W[r] @ A_prev[:, i]) * b[r, 0],
            "The sum is multiplied by the bias. A bias moves a sum up or down; it does not stretch it.",
        ),
        Misconception(
            "sides-exchanged",
            lambda W, A_prev, b, r, i: W[i] @ A_prev[:, r] + b[i, 0],
            "r and i are exchanged. In Z_ri the first letter is the neuron, a row of W, and the second is the example, a "
            "column of `A_prev`.",
        ),
        Misconception(
            "column-of-weights",
            lambda W, A_prev, b, r, i: W[:, r] @ A_prev[:, i] + b[r, 0],
            "Column r of W is taken. A column holds the weights with which all neurons read one input; the weights of neuron r "
            "are row r.",
            also=(
                lambda W, A_prev, b, r, i: np.sum(W[:, r] * A_prev[:, i]) + b[r, 0],
                lambda W, A_prev, b, r, i: sum(W[j, r] * A_prev[j, i] for j in range(len(A_prev))) + b[r, 0],
                lambda W, A_prev, b, r, i: sum(W[j, r] * A_prev[j, i] for j in range(len(W))) + b[r, 0],
            ),
        ),
        Misconception(
            "row-of-activations",
            lambda W, A_prev, b, r, i: W[r] @ A_prev[i] + b[r, 0],
            "Row i of `A_prev` is taken: one input, on all examples. Example i is column i.",
            also=(lambda W, A_prev, b, r, i: W[r] @ A_prev[i, :] + b[r],),
        ),
        Misconception(
            "counted-from-one",
            lambda W, A_prev, b, r, i: W[r - 1] @ A_prev[:, i - 1] + b[r - 1, 0],
            "The indices are taken as counted from 1. Here they count from 0, so that r and i can be used as they are; an index "
            "of −1 gives the last row without any error.",
            also=(
                lambda W, A_prev, b, r, i: W[r + 1] @ A_prev[:, i + 1] + b[r + 1, 0],
                lambda W, A_prev, b, r, i: W[r - 1] @ A_prev[:, i] + b[r - 1, 0],
                lambda W, A_prev, b, r, i: W[r] @ A_prev[:, i - 1] + b[r, 0],
            ),
        ),
        Misconception(
            "first-term-only",
            lambda W, A_prev, b, r, i: W[r, 0] * A_prev[0, i] + b[r, 0],
            "Only the first product of the sum is there. Is there a `return` inside the loop over j?",
        ),
        Misconception(
            "last-term-only",
            lambda W, A_prev, b, r, i: W[r, -1] * A_prev[-1, i] + b[r, 0],
            "Only the last product of the sum is there. Does each turn of the loop replace what the turns before it added up?",
        ),
        Misconception(
            "first-term-missing",
            lambda W, A_prev, b, r, i: W[r, 1:] @ A_prev[1:, i] + b[r, 0],
            "The first product of the sum is missing. The inputs are counted from 0: where does the loop over j begin?",
        ),
        Misconception(
            "last-term-missing",
            lambda W, A_prev, b, r, i: W[r, :-1] @ A_prev[:-1, i] + b[r, 0],
            "The last product of the sum is missing. Where does the loop over j end?",
        ),
        Misconception(
            "no-sum",
            lambda W, A_prev, b, r, i: W[r] * A_prev[:, i] + b[r, 0],
            "The products stand side by side, one for each j. Equation (5) adds them up, and one number is left.",
            also=(lambda W, A_prev, b, r, i: W[r] * A_prev[:, i] + b[r],),
        ),
        Misconception(
            "no-sum-one-product",
            lambda W, A_prev, b, r, i: W[r, i] * A_prev[r, i] + b[r, 0],
            "r and i are used on every array alike, and nothing is summed. W_rj and A_ji share a third letter, j, and the sum "
            "runs over it.",
            also=(lambda W, A_prev, b, r, i: W[r, i] * A_prev[r, i] + b[r],),
        ),
        Misconception(
            "all-weights",
            lambda W, A_prev, b, r, i: np.sum(W @ A_prev[:, i]) + b[r, 0],
            "The weights of all neurons count. Neuron r reads with row r of W alone.",
        ),
        Misconception(
            "whole-row",
            lambda W, A_prev, b, r, i: W[r] @ A_prev + b[r, 0],
            "This is row r of Z: neuron r on every example. Asked for is one entry, that of example i.",
            also=(lambda W, A_prev, b, r, i: W[r] @ A_prev + b[r],),
        ),
        Misconception(
            "whole-column",
            lambda W, A_prev, b, r, i: W @ A_prev[:, i] + b[:, 0],
            "This is column i of Z: every neuron on example i. Asked for is one entry, that of neuron r.",
            also=(lambda W, A_prev, b, r, i: W @ A_prev[:, [i]] + b,),
        ),
        Misconception(
            "whole-matrix",
            lambda W, A_prev, b, r, i: W @ A_prev + b,
            "This is all of Z. Asked for is one entry of it, in row r and column i.",
        ),
        Misconception(
            "activated",
            lambda W, A_prev, b, r, i: sigmoid(reference.linear_entry(W, A_prev, b, r, i)),
            "An activation is applied already. Equation (5) is the sum before it.",
            also=(
                lambda W, A_prev, b, r, i: max(0.0, reference.linear_entry(W, A_prev, b, r, i)),
                lambda W, A_prev, b, r, i: np.tanh(reference.linear_entry(W, A_prev, b, r, i)),
            ),
        ),
        Misconception(
            "averaged",
            lambda W, A_prev, b, r, i: W[r] @ A_prev[:, i] / A_prev.shape[1] + b[r, 0],
            "The sum is divided. Z is not an average: a neuron adds its products up, and m has no part in one example.",
            also=(
                lambda W, A_prev, b, r, i: np.mean(W[r] * A_prev[:, i]) + b[r, 0],
                lambda W, A_prev, b, r, i: reference.linear_entry(W, A_prev, b, r, i) / A_prev.shape[1],
            ),
        ),
        Misconception(
            "whole-number",
            lambda W, A_prev, b, r, i: int(reference.linear_entry(W, A_prev, b, r, i)),
            "The sum is cut or rounded to a whole number. It has digits after the point, and all of them count.",
            also=(lambda W, A_prev, b, r, i: round(reference.linear_entry(W, A_prev, b, r, i)),),
        ),
    ),
)

# --- dz_dw ---


def _dz_dw_cases(rng: np.random.Generator) -> list[Case]:
    A_prev = matrix([2, 5, 7], [1, 3, 4])
    square = matrix([2, 5], [3, -1])
    reader = "a k and r beyond the rows of A_prev: more neurons in the layer than before it"
    drawn_ones = [drawn(rng, n_prev, m) for n_prev, m in ((3, 4), (4, 4), (6, 9))]
    return [
        *(Case((square, r, i, r, s)) for r in (0, 1) for s in (0, 1) for i in (0, 1)),
        *(Case((square, k, i, 1 - k, s)) for k in (0, 1) for s in (0, 1) for i in (0, 1)),
        Case((A_prev, 1, 2, 1, 0)),
        Case((A_prev, 0, 2, 0, 1)),
        Case((A_prev, 0, 1, 1, 0)),
        Case((A_prev, 2, 1, 2, 0), note=reader),
        Case((A_prev, 5, 2, 5, 1), note=reader),
        Case((A_prev, 4, 0, 2, 1), note=reader),
        Case((A_prev[:, :1], 1, 0, 1, 1), note=ONE_EXAMPLE),
        Case((A_prev[:, :1], 0, 0, 1, 1), note=ONE_EXAMPLE),
        Case((matrix([3, -2, 0.5]), 0, 2, 0, 0), note=ONE_BEFORE),
        Case((matrix([3]), 0, 0, 0, 0), note=ONE_OF_EACH),
        Case((np.zeros((2, 3)), 1, 2, 1, 0), note="activations that are all 0"),
        Case((-A_prev, 1, 2, 1, 0), note="activations that are all negative"),
        Case((A_prev, 1, 0, 1, 0), note=READ_ONLY, layout="read-only"),
        Case((A_prev, 1, 2, 1, 0), note=STRIDED, layout="strided"),
        Case((A_prev, 1, 2, 1, 0), note=FORTRAN, layout="fortran"),
        *(Case((A, 2, A.shape[1] - 1, r, s)) for A in drawn_ones for r, s in ((2, 0), (2, 1), (0, 2))),
    ]


def _none_elsewhere(A_prev: np.ndarray, k: int, i: int, r: int, s: int) -> float | None:
    return float(A_prev[s, i]) if k == r else None


DZ_DW = FunctionExercise(
    "dz_dw",
    reference.dz_dw,
    _dz_dw_cases,
    (
        Misconception(
            "selection-forgotten",
            lambda A_prev, k, i, r, s: A_prev[s, i],
            "k and r are never compared. Where they differ, the weight stands in another neuron's row, and Z_ki does not "
            "contain it.",
        ),
        Misconception(
            "nothing-where-zero",
            _none_elsewhere,
            "Where k = r it is right. Where not, nothing (None) comes back: that case has a derivative too, and it is a number.",
        ),
        Misconception(
            "stops-where-zero",
            lambda A_prev, k, i, r, s: {r: A_prev[s, i]}[k],
            "Where k = r it is right. Where not, the function stops with an error. No mistake has been made by the caller: a "
            "weight that has no influence has the derivative 0.",
        ),
        Misconception(
            "ones",
            lambda A_prev, k, i, r, s: 1.0 if k == r else 0.0,
            "The two cases are told apart rightly, but where k = r the weight is multiplied by something: by how much does the "
            "product rise for each unit of the weight?",
        ),
        Misconception(
            "indices-exchanged",
            lambda A_prev, k, i, r, s: A_prev[i, s] if k == r else 0.0,
            "The two indices of `A_prev` are exchanged: its rows are the neurons before, s, and its columns the examples, i.",
            also=(lambda A_prev, k, i, r, s: A_prev[i, s],),
        ),
        Misconception(
            "input-of-the-reader",
            lambda A_prev, k, i, r, s: A_prev[r, i] if k == r else 0.0,
            "Row r of `A_prev` is taken, or row k. r and k are the neurons that read; the one that the weight W_rs reads is s.",
            also=(lambda A_prev, k, i, r, s: A_prev[r, i], lambda A_prev, k, i, r, s: A_prev[k, i]),
        ),
        Misconception(
            "neuron-for-example",
            lambda A_prev, k, i, r, s: A_prev[s, k] if k == r else 0.0,
            "The column of `A_prev` is chosen by a neuron, k or r. Its columns are the examples: Z_ki belongs to example i.",
            also=(lambda A_prev, k, i, r, s: A_prev[s, k], lambda A_prev, k, i, r, s: A_prev[s, r]),
        ),
        Misconception(
            "indices-of-the-weight",
            lambda A_prev, k, i, r, s: A_prev[r, s] if k == r else 0.0,
            "`A_prev` is looked up with the two indices of the weight. Its rows are the neurons that are read, its columns the "
            "examples.",
            also=(lambda A_prev, k, i, r, s: A_prev[r, s],),
        ),
        Misconception(
            "sides-of-the-weight-exchanged",
            lambda A_prev, k, i, r, s: A_prev[r, i] if k == s else 0.0,
            "r and s are exchanged. In W_rs the first letter is the row, the neuron that reads; the second is the one that is "
            "read.",
        ),
        Misconception(
            "wrong-comparison",
            lambda A_prev, k, i, r, s: A_prev[s, i] if k == s else 0.0,
            "Two letters are compared, but not the two that matter. k is a neuron of this layer, and among the indices of the "
            "weight only one is: the row.",
            also=(
                lambda A_prev, k, i, r, s: A_prev[s, i] if r == s else 0.0,
                lambda A_prev, k, i, r, s: A_prev[s, i] if i == s else 0.0,
                lambda A_prev, k, i, r, s: A_prev[s, i] if k == i else 0.0,
                lambda A_prev, k, i, r, s: A_prev[s, i] if r == i else 0.0,
            ),
        ),
        Misconception(
            "comparison-reversed",
            lambda A_prev, k, i, r, s: A_prev[s, i] if k != r else 0.0,
            "The two cases are exchanged: the derivative is 0 where neuron k does not use the weight, that is where k and r "
            "differ.",
        ),
        Misconception(
            "both-sides-compared",
            lambda A_prev, k, i, r, s: A_prev[s, i] if k == r and i == s else 0.0,
            "The example is compared as well. The weight is at work on every example, whichever input it reads.",
            also=(
                lambda A_prev, k, i, r, s: A_prev[s, i] if k == r == s else 0.0,
                lambda A_prev, k, i, r, s: A_prev[s, i] if k == r and r == i else 0.0,
            ),
        ),
        Misconception(
            "summed-over-examples",
            lambda A_prev, k, i, r, s: np.sum(A_prev[s]) if k == r else 0.0,
            "The examples are summed up. Z_ki belongs to example i, and only that example's input enters it.",
            also=(lambda A_prev, k, i, r, s: np.mean(A_prev[s]) if k == r else 0.0,),
        ),
        Misconception(
            "summed-over-inputs",
            lambda A_prev, k, i, r, s: np.sum(A_prev[:, i]) if k == r else 0.0,
            "The sum over j is still there. Of its terms only one contains W_rs; the others do not change with it.",
        ),
        Misconception(
            "divided-by-m",
            lambda A_prev, k, i, r, s: A_prev[s, i] / A_prev.shape[1] if k == r else 0.0,
            "The result is divided by m. The average over examples belongs to the cost; Z_ki is one entry for one example.",
        ),
        Misconception(
            "counted-from-one",
            lambda A_prev, k, i, r, s: A_prev[s - 1, i - 1] if k == r else 0.0,
            "s and i are taken as counted from 1. Here they count from 0 and can be used as they are; an index of −1 gives the "
            "last one without any error.",
            also=(lambda A_prev, k, i, r, s: A_prev[s + 1, i + 1] if k == r else 0.0,),
        ),
        Misconception(
            "always-zero",
            lambda A_prev, k, i, r, s: 0.0,
            "The result is always 0. Where k = r, the weight is in the sum of neuron k, and a nudge of it does something.",
        ),
        Misconception(
            "sign-flipped",
            lambda A_prev, k, i, r, s: -A_prev[s, i] if k == r else 0.0,
            "The sign is wrong: the weight enters its sum with a plus, times what it reads.",
        ),
        Misconception(
            "whole-row",
            lambda A_prev, k, i, r, s: A_prev[s] if k == r else 0.0,
            "Where k = r, a whole row of `A_prev` comes back: input s on every example. One of its numbers is asked for.",
            also=(lambda A_prev, k, i, r, s: A_prev[s] * (k == r),),
        ),
        Misconception(
            "whole-column",
            lambda A_prev, k, i, r, s: A_prev[:, i] if k == r else 0.0,
            "Where k = r, a whole column of `A_prev` comes back: every input of example i. One of its numbers is asked for.",
            also=(lambda A_prev, k, i, r, s: A_prev[:, i] * (k == r),),
        ),
    ),
)
