"""Checks of lesson 01, neurons: cases, misconceptions and the sentences that go with them."""

from __future__ import annotations

import math
import numbers
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.checks import wording
from autograder.checks.exercise import Examination, FunctionExercise, Misconception, Question, QuestionsExercise
from autograder.checks.outcome import Case
from autograder.reference import neurons as reference
from autograder.reference.neurons import Array, Gate

# --- Activations to hand to a neuron: none is odd or a straight line; `step` alone is 0 at 0 ---


def square_plus_one(z: Any) -> Any:
    """the function g(z) = z² + 1."""
    return z * z + 1.0


def distance_from_one(z: Any) -> Any:
    """the function g(z) = |z − 1|."""
    return abs(z - 1.0)


def logistic(z: Any) -> Any:
    """the function g(z) = 1 / (1 + e⁻ᶻ)."""
    return 1.0 / (1.0 + np.exp(-z))


def step(z: Any) -> Any:
    """the step function: 1 where z > 0, else 0."""
    return np.heaviside(z, 0.0)


def _normal(rng: np.random.Generator, *shape: int) -> Any:
    """Draw numbers of two decimals, which are short to read and to type."""
    return np.round(rng.normal(size=shape), 2)


# --- weighted_sum ---


def _weighted_sum_cases(rng: np.random.Generator) -> list[Case]:
    w, x, b = np.array([1.0, 2.0]), np.array([3.0, 5.0]), 0.5
    three = (np.array([2.0, -1.0, 3.0]), np.array([1.0, 4.0, 2.0]), -1.5)
    return [
        Case((w, x, b)),
        Case(three),
        Case((np.array([2.0]), np.array([3.0]), 0.5), note="one input (n = 1)"),
        Case((np.zeros(2), x, 0.5), note="weights that are all 0"),
        Case((w, np.zeros(2), -2.0), note="inputs x that are all 0"),
        Case((w, x, 0.0), note="no bias (b = 0)"),
        Case((np.array([-1.0, -0.5]), np.array([-2.0, -4.0]), -3.0), note="negative numbers alone"),
        Case(three, note="arrays that may only be read", layout="read-only"),
        Case(three, note="arrays that are every other number of a longer one", layout="strided"),
        *(Case((_normal(rng, n), _normal(rng, n), float(_normal(rng)))) for n in (2, 3, 5, 12, 100)),
    ]


def _sum_with_changed_weights(w: Array, x: Array, b: float) -> float:
    w *= x
    return float(w.sum()) + b


WEIGHTED_SUM = FunctionExercise(
    "weighted_sum",
    reference.weighted_sum,
    _weighted_sum_cases,
    (
        Misconception(
            "bias-forgotten",
            lambda w, x, b: w @ x,
            "The products are added up, but `b` never comes in. The bias is what is left of z when every input is 0.",
        ),
        Misconception(
            "bias-subtracted",
            lambda w, x, b: w @ x - b,
            "`b` is subtracted. It is a threshold that one subtracts; a bias is the threshold with its sign turned, "
            "and added.",
        ),
        Misconception(
            "bias-multiplied",
            lambda w, x, b: (w @ x) * b,
            "The sum is multiplied by `b`. A bias shifts the sum up or down; it does not stretch it.",
        ),
        Misconception(
            "bias-each-term",
            lambda w, x, b: np.sum(w * x + b),
            "`b` is added once for every input. A neuron has one bias, and it joins the sum once, after all the "
            "products.",
        ),
        Misconception(
            "bias-on-inputs",
            lambda w, x, b: w @ (x + b),
            "`b` is added to the inputs, so that every weight multiplies it. The bias belongs outside the sum of "
            "products.",
        ),
        Misconception(
            "product-of-sums",
            lambda w, x, b: w.sum() * x.sum() + b,
            "The weights are added up, the inputs are added up, and the two totals multiplied. "
            "Each input has a weight of its own: first the products, pair by pair, then their sum.",
        ),
        Misconception(
            "not-summed",
            lambda w, x, b: w * x + b,
            "The products are there, one for each input, but they are not added up: a weighted sum is one number.",
            also=(lambda w, x, b: w * x,),
        ),
        Misconception(
            "weights-added",
            lambda w, x, b: np.sum(w + x) + b,
            "The weights are added to the inputs. A weight says how much an input counts, so it multiplies its input.",
        ),
        Misconception(
            "averaged",
            lambda w, x, b: np.mean(w * x) + b,
            "The sum of products is divided by the number of inputs. That is an average; a neuron's weighted sum is "
            "the total.",
        ),
        Misconception(
            "first-input-only",
            lambda w, x, b: w[0] * x[0] + b,
            "Only the first input counts. Is there a `return` inside the loop, which leaves it in the first turn?",
        ),
        Misconception(
            "last-input-only",
            lambda w, x, b: w[-1] * x[-1] + b,
            "Only the last input counts. Does each turn of the loop replace the total, instead of adding to it?",
        ),
        Misconception(
            "changes-weights",
            _sum_with_changed_weights,
            "The number is right, but the products are written into `w`: the neuron has lost its weights for the "
            "next example.",
        ),
    ),
)


# --- neuron ---


def _neuron_cases(rng: np.random.Generator) -> list[Case]:
    w, x = np.array([1.0, 2.0]), np.array([3.0, -1.0])
    three = (np.array([2.0, -1.0, 0.5]), np.array([1.0, 4.0, 2.0]), -1.0, distance_from_one)
    return [
        Case((w, x, 0.5, square_plus_one)),
        Case((np.array([2.0, -1.0]), np.array([1.0, 4.0]), -1.0, distance_from_one)),
        Case((w, x, -2.5, logistic)),
        Case((w, x, -0.5, step)),
        Case((w, x, -1.5, step)),
        Case((np.array([2.0]), np.array([3.0]), -4.5, square_plus_one), note="one input (n = 1)"),
        Case((w, np.zeros(2), 2.0, square_plus_one), note="inputs x that are all 0"),
        Case((w, x, 0.0, square_plus_one), note="no bias (b = 0)"),
        Case(three, note="arrays that may only be read", layout="read-only"),
        Case(three, note="arrays that are every other number of a longer one", layout="strided"),
        *(
            Case((_normal(rng, n), _normal(rng, n), float(_normal(rng)), g))
            for n, g in ((2, logistic), (4, square_plus_one), (9, distance_from_one), (50, square_plus_one))
        ),
    ]


NEURON = FunctionExercise(
    "neuron",
    reference.neuron,
    _neuron_cases,
    (
        Misconception(
            "g-not-applied",
            lambda w, x, b, g: w @ x + b,
            "This is the weighted sum z itself: `g` is never called. The neuron answers with what `g` makes of z.",
        ),
        Misconception(
            "bias-forgotten",
            lambda w, x, b, g: g(w @ x),
            "`g` is applied to the sum of products alone, without `b`. The bias decides how large that sum must be "
            "to fire.",
        ),
        Misconception(
            "g-before-bias",
            lambda w, x, b, g: g(w @ x) + b,
            "`b` is added to what `g` gives. It belongs to z, inside: first products, sum and bias, then `g` on all "
            "of it.",
        ),
        Misconception(
            "bias-subtracted",
            lambda w, x, b, g: g(w @ x - b),
            "`b` is subtracted before `g` is applied. A threshold would be subtracted; the bias is added.",
        ),
        Misconception(
            "g-on-each-term",
            lambda w, x, b, g: np.sum(g(w * x)) + b,
            "`g` is applied to every product, and the results are summed. A neuron sums first, and applies `g` once.",
        ),
        Misconception(
            "g-on-each-term-with-bias",
            lambda w, x, b, g: np.sum(g(w * x + b)),
            "`g` is applied to every product with a bias added to each. A neuron has one sum, one bias, and calls "
            "`g` once.",
        ),
        Misconception(
            "not-summed",
            lambda w, x, b, g: g(w * x + b),
            "The result has one number for each input: the products were not added up before `g` was applied.",
        ),
        Misconception(
            "g-on-inputs",
            lambda w, x, b, g: w @ g(x) + b,
            "`g` is applied to the inputs, before they are weighted. It comes last, after products, sum and bias.",
        ),
        Misconception(
            "g-twice",
            lambda w, x, b, g: g(g(w @ x + b)),
            "`g` is applied twice. Does another function in use here, perhaps `weighted_sum`, apply it as well?",
        ),
        Misconception(
            "step-for-g",
            lambda w, x, b, g: 1.0 if w @ x + b > 0 else 0.0,
            "Whatever `g` is, the result is 0 or 1: a step is written into the neuron. It is to use the `g` it is "
            "given.",
        ),
    ),
)


# --- neuron_batch ---


def _neuron_batch_cases(rng: np.random.Generator) -> list[Case]:
    square = (np.array([1.0, 2.0]), np.array([[1.0, 2.0], [3.0, 0.0]]), -2.0, square_plus_one)
    wide = (np.array([1.0, 2.0]), np.array([[3.0, 0.0, 1.0], [-1.0, 1.0, 2.0]]), -1.0, square_plus_one)
    tall = (np.array([2.0, -1.0, 0.5]), np.array([[1.0, 0.0], [4.0, -1.0], [2.0, 6.0]]), 0.25, logistic)
    return [
        Case(square),
        Case(wide),
        Case(tall),
        Case((*wide[:2], -1.5, step)),
        Case((tall[0], tall[1][:, :1], 0.5, square_plus_one), note="one example (m = 1)"),
        Case((np.array([2.0]), np.array([[1.0, -3.0, 0.5]]), 0.5, square_plus_one), note="one input (n = 1)"),
        Case((np.array([2.0]), np.array([[3.0]]), 0.5, square_plus_one), note="one input and one example"),
        Case((wide[0], np.zeros((2, 3)), 2.0, square_plus_one), note="examples that are all 0"),
        Case((*wide[:2], 0.0, square_plus_one), note="no bias (b = 0)"),
        Case(wide, note="arrays that may only be read", layout="read-only"),
        Case(wide, note="arrays that are every other column of a wider one", layout="strided"),
        Case(tall, note="arrays that lie in memory column by column", layout="fortran"),
        *(
            Case((_normal(rng, n), _normal(rng, n, m), float(_normal(rng)), g))
            for n, m, g in ((2, 4, logistic), (3, 3, square_plus_one), (5, 2, distance_from_one), (8, 20, logistic))
        ),
    ]


def _batch_with_changed_inputs(w: Array, X: Array, b: float, g: Callable[[Array], Array]) -> Array:
    X *= w[:, np.newaxis]
    return g(X.sum(axis=0) + b)


def _batch_with_bias_in_inputs(w: Array, X: Array, b: float, g: Callable[[Array], Array]) -> Array:
    X += b
    return g(w @ X)


NEURON_BATCH = FunctionExercise(
    "neuron_batch",
    reference.neuron_batch,
    _neuron_batch_cases,
    (
        Misconception(
            "g-not-applied",
            lambda w, X, b, g: w @ X + b,
            "These are the weighted sums, one for each example: `g` is never called on them.",
        ),
        Misconception(
            "bias-forgotten",
            lambda w, X, b, g: g(w @ X),
            "`b` never comes in. The same bias is added to the weighted sum of every example, before `g`.",
        ),
        Misconception(
            "g-before-bias",
            lambda w, X, b, g: g(w @ X) + b,
            "`b` is added to what `g` gives. The bias is part of each weighted sum; `g` comes last.",
        ),
        Misconception(
            "bias-subtracted",
            lambda w, X, b, g: g(w @ X - b),
            "`b` is subtracted from the weighted sums. The bias is added.",
        ),
        Misconception(
            "rows-as-examples",
            lambda w, X, b, g: g(X @ w + b),
            "Each row of `X` is taken for an example. The examples are the columns: row j holds input j of all of "
            "them.",
            also=(  # row by row: w may stretch to fit, or zip cut off what is too long
                lambda w, X, b, g: np.array([g(np.sum(w * x) + b) for x in X]),
                lambda w, X, b, g: np.array([g(sum(p * q for p, q in zip(w, x, strict=False)) + b) for x in X]),
            ),
        ),
        Misconception(
            "weights-along-columns",
            lambda w, X, b, g: g((w * X).sum(axis=0) + b),
            "The weights are laid along the rows of `X`, so that weight j multiplies example j. Weight j belongs to "
            "input j, "
            "which is row j of `X`.",
        ),
        Misconception(
            "summed-over-examples",
            lambda w, X, b, g: g((w[:, np.newaxis] * X).sum(axis=1) + b),
            "The products are summed along the rows, over the examples. Each example is to have its own sum, over "
            "the inputs.",
        ),
        Misconception(
            "all-at-once",
            lambda w, X, b, g: g(np.sum(w * X) + b),
            "All of `X` goes into one weighted sum. Each column is an example and has a sum of its own.",
        ),
        Misconception(
            "summed-over-everything",
            lambda w, X, b, g: g((w[:, np.newaxis] * X).sum() + b),
            "All products of all examples end up in one sum. Sum over the inputs only: m examples, m sums.",
        ),
        Misconception(
            "not-summed",
            lambda w, X, b, g: g(w[:, np.newaxis] * X + b),
            "Every input of every example is weighted, but not summed: the result is as large as `X`. One number an "
            "example is meant.",
        ),
        Misconception(
            "row-matrix",
            lambda w, X, b, g: g(w.reshape(1, -1) @ X + b),
            "The numbers come as a matrix of one row, shape (1, m). One neuron gives one plain row of numbers, shape "
            "(m,).",
        ),
        Misconception(
            "column-matrix",
            lambda w, X, b, g: g(X.T @ w.reshape(-1, 1) + b),
            "The numbers come as a matrix of one column, shape (m, 1). One neuron gives one plain row of numbers, "
            "shape (m,).",
        ),
        Misconception(
            "first-example-only",
            lambda w, X, b, g: g(w @ X[:, 0] + b),
            "The neuron has looked at the first example only. Is there a `return` inside the loop over the columns?",
        ),
        Misconception(
            "last-example-only",
            lambda w, X, b, g: g(w @ X[:, -1] + b),
            "Only the last example's activation comes back. Where does the loop keep those it has found before?",
        ),
        Misconception(
            "bias-on-inputs",
            lambda w, X, b, g: g(w @ (X + b)),
            "`b` is added to every input, so that each weight multiplies it. It is added to the weighted sum, once "
            "an example.",
        ),
        Misconception(
            "changes-inputs",
            _batch_with_changed_inputs,
            "The activations are right, but the products are written into `X`: whoever uses these examples next "
            "finds others.",
        ),
        Misconception(
            "bias-into-inputs",
            _batch_with_bias_in_inputs,
            "`b` is written into `X` itself. It belongs to the weighted sums, and the caller's examples are to stay "
            "as they are.",
        ),
    ),
)


# --- gates ---

WANTED = {
    "AND": (0, 0, 0, 1),
    "OR": (0, 1, 1, 1),
    "NAND": (1, 1, 1, 0),
}
FORM = 'gates = {"AND": ((w1, w2), b), "OR": ((w1, w2), b), "NAND": ((w1, w2), b)}'


def _answers(gate: Gate, above: Callable[[float], bool] = lambda z: z > 0, low: int = 0) -> tuple[int, ...]:
    """Return what a step neuron answers to the four inputs, `low` standing for 0."""
    (w1, w2), b = gate
    inputs = [[x or low for x in pair] for pair in reference.INPUTS]
    return tuple(int(above(w1 * x1 + w2 * x2 + b)) for x1, x2 in inputs)


def _wrong(name: str, gates: dict[str, Gate]) -> bool:
    return _answers(gates[name]) != WANTED[name]


def _exchanged(name: str, gates: dict[str, Gate]) -> bool:
    return name != "NAND" and _answers(gates["AND"]) == WANTED["OR"] and _answers(gates["OR"]) == WANTED["AND"]


def _not_negated(name: str, gates: dict[str, Gate]) -> bool:
    return name == "NAND" and _answers(gates[name]) == WANTED["AND"]


def _on_the_line(name: str, gates: dict[str, Gate]) -> bool:
    return _answers(gates[name], above=lambda z: z >= 0) == WANTED[name]


def _bias_sign(name: str, gates: dict[str, Gate]) -> bool:
    w, b = gates[name]
    return _answers((w, -b)) == WANTED[name]


def _minus_one_for_zero(name: str, gates: dict[str, Gate]) -> bool:
    return all(_answers(gates[each], low=-1) == WANTED[each] for each in WANTED)


def _weight_of_zero(name: str, gates: dict[str, Gate]) -> bool:
    return 0 in gates[name][0]


def _weights_opposed(name: str, gates: dict[str, Gate]) -> bool:
    return min(gates[name][0]) < 0 < max(gates[name][0])


def _weights_sign(name: str, gates: dict[str, Gate]) -> bool:
    return (max(gates[name][0]) < 0) == (name != "NAND")


def _bias_too_low(name: str, gates: dict[str, Gate]) -> bool:
    return all(got <= want for got, want in zip(_answers(gates[name]), WANTED[name], strict=True))


def _bias_too_high(name: str, gates: dict[str, Gate]) -> bool:
    return all(got >= want for got, want in zip(_answers(gates[name]), WANTED[name], strict=True))


@dataclass(frozen=True)
class GateMisconception(Misconception):
    """A misconception about one gate; weights are many, so it is recognised by `seen(name, gates)`, not by value."""

    seen: Callable[[str, dict[str, Gate]], bool] = lambda name, gates: False


# In this order every wrong gate has a name: weights of the right sign leave the bias alone to be wrong.
GATE_MISCONCEPTIONS = (
    GateMisconception(
        "exchanged",
        {"AND": ((1.0, 1.0), -0.5), "OR": ((1.0, 1.0), -1.5), "NAND": ((-1.0, -1.0), 1.5)},
        "AND and OR are exchanged: AND fires when one input is enough, and OR only when both are 1.",
        seen=_exchanged,
    ),
    GateMisconception(
        "not-negated",
        {"AND": ((1.0, 1.0), -1.5), "OR": ((1.0, 1.0), -0.5), "NAND": ((1.0, 1.0), -1.5)},
        "This NAND is an AND. NAND means not-AND: it is quiet for (1, 1) alone. "
        "What must become of z for each point to change sides?",
        seen=_not_negated,
    ),
    GateMisconception(
        "on-the-line",
        {"AND": ((1.0, 1.0), -2.0), "OR": ((1.0, 1.0), -1.0), "NAND": ((-1.0, -1.0), 1.0)},
        "Where this gate should fire, z is exactly 0, and a step neuron fires only above 0. "
        "Choose `b` so that the line runs between the corners, not through one.",
        seen=_on_the_line,
    ),
    GateMisconception(
        "bias-sign",
        {"AND": ((1.0, 1.0), 1.5), "OR": ((1.0, 1.0), 0.5), "NAND": ((-1.0, -1.0), -1.5)},
        "The weights are good, but `b` has the wrong sign. The bias is added: "
        "below 0 it holds the neuron back, above 0 it pushes it to fire.",
        seen=_bias_sign,
    ),
    GateMisconception(
        "minus-one-for-zero",
        {"AND": ((1.0, 1.0), -1.0), "OR": ((1.0, 1.0), 1.0), "NAND": ((-1.0, -1.0), 1.0)},
        "These gates would be right if the inputs were −1 and 1. Here they are 0 and 1, and for (0, 0) all of z is "
        "`b`.",
        seen=_minus_one_for_zero,
    ),
    GateMisconception(
        "weight-of-zero",
        {"AND": ((1.0, 0.0), -0.5), "OR": ((1.0, 1.0), -0.5), "NAND": ((-1.0, -1.0), 1.5)},
        "A weight of this gate is 0, so its input cannot change the answer. In these gates both inputs have a say.",
        seen=_weight_of_zero,
    ),
    GateMisconception(
        "weights-opposed",
        {"AND": ((1.0, 1.0), -1.5), "OR": ((1.0, -1.0), 0.0), "NAND": ((-1.0, -1.0), 1.5)},
        "The two weights pull in opposite directions. These gates treat their inputs alike, so both weights pull the "
        "same way.",
        seen=_weights_opposed,
    ),
    GateMisconception(
        "weights-sign",
        {"AND": ((1.0, 1.0), -1.5), "OR": ((1.0, 1.0), -0.5), "NAND": ((1.0, 1.0), 1.5)},
        "The weights have the wrong sign for this gate: a positive weight lets a 1 push the neuron to fire, "
        "a negative one holds it back.",
        seen=_weights_sign,
    ),
    GateMisconception(
        "bias-too-low",
        {"AND": ((1.0, 1.0), -3.0), "OR": ((1.0, 1.0), -1.5), "NAND": ((-1.0, -1.0), 0.5)},
        "The weights are good, but `b` is too low: the gate stays quiet for an input for which it should fire.",
        seen=_bias_too_low,
    ),
    GateMisconception(
        "bias-too-high",
        {"AND": ((1.0, 1.0), -0.5), "OR": ((1.0, 1.0), 0.5), "NAND": ((-1.0, -1.0), 2.5)},
        "The weights are good, but `b` is too high: the gate fires for an input for which it should stay quiet.",
        seen=_bias_too_high,
    ),
)


def _number(name: str, what: str, value: Any) -> float:
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    if isinstance(value, str):
        raise ValueError(f"{name}: {what} is the text {value!r}. Write the number without quotation marks.")
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, numbers.Real):
        raise ValueError(f"{name}: {what} is {wording.kind(value)}; a number is expected.")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise ValueError(f"{name}: {what} is {number}, with which no sum can be worked out. Choose an ordinary number.")
    return number


def _is_row(value: Any, length: int) -> bool:
    return (
        isinstance(value, (tuple, list, np.ndarray))
        and np.ndim(np.array(value, dtype=object)) >= 1
        and len(value) == length
    )


def _gate(name: str, value: Any) -> Gate:
    """Read one gate; raise ValueError with a sentence when its form is wrong."""
    if not isinstance(value, (tuple, list, np.ndarray)):
        raise ValueError(f"{name} is {wording.kind(value)}; two weights and a bias are expected, as ((w1, w2), b).")
    if _is_row(value, 3):
        raise ValueError(
            f"{name} holds three numbers in a row. Put the two weights into a pair of their own: ((w1, w2), b)."
        )
    if not _is_row(value, 2):
        raise ValueError(
            f"{name} does not have two parts. It should be ((w1, w2), b): a pair of weights, then the bias."
        )
    weights, b = value
    if _is_row(b, 2) and not _is_row(weights, 2):
        raise ValueError(f"{name} has the bias first. The pair of weights comes first, then the bias: ((w1, w2), b).")
    if not _is_row(weights, 2):
        raise ValueError(
            f"{name}: the weights are {wording.shown(weights)}; a pair of two numbers (w1, w2) is expected."
        )
    if _is_row(b, 1):
        raise ValueError(f"{name}: b is {wording.shown(b)}. Write the bias as a number, without brackets of its own.")
    w1, w2 = (_number(name, f"w{i + 1}", w) for i, w in enumerate(weights))
    return (w1, w2), _number(name, "b", b)


def _signed(value: float) -> str:
    return f"({_plain(value)})" if value < 0 else _plain(value)


def _plain(value: float) -> str:
    return f"{value:.6g}".replace("-", "−")


def _and(words: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


@dataclass(frozen=True)
class GatesExercise:
    """The student gives weights and biases of three gates; any are right that behave rightly."""

    name: str
    misconceptions: Sequence[GateMisconception]

    def examine(self, answer: Any) -> Examination:
        """Run each gate on the four inputs, and work out z for the first one it gets wrong."""
        try:
            gates = self.read(answer)
        except ValueError as problem:
            return Examination(0, str(problem))
        wrong = [name for name in WANTED if _wrong(name, gates)]
        if not wrong:
            return Examination(1, "AND, OR and NAND are right for all four inputs.")
        name = wrong[0]
        matched = next((m for m in self.misconceptions if m.seen(name, gates)), None)
        lines = [matched.sentence, ""] if matched else []
        lines += self._evidence(name, gates[name])
        right = [each for each in WANTED if each not in wrong]
        verb = "is" if len(wrong) == 1 else "are"
        rest = f"{_and(right)} {'is' if len(right) == 1 else 'are'} right" if right else "None of the gates is right"
        lines.append(f"{rest}; {_and(wrong)} {verb} not yet." if right else f"{rest} yet.")
        return Examination(0, "\n".join(lines), matched.name if matched else None)

    def read(self, answer: Any) -> dict[str, Gate]:
        """Return the three gates as plain floats; raise ValueError with a sentence when the form is wrong."""
        if answer is None or answer is Ellipsis or answer == {}:
            raise ValueError(f"`gates` is empty so far. Its form is {FORM}.")
        if not isinstance(answer, dict):
            raise ValueError(f"`gates` is {wording.kind(answer)}; it should be a dict: {FORM}.")
        missing = [name for name in WANTED if name not in answer]
        if missing:
            names, given = _and([repr(name) for name in missing]), _and([wording.shown(key) for key in answer])
            raise ValueError(f"`gates` lacks {names}; the keys it has are {given}.")
        return {name: _gate(name, answer[name]) for name in WANTED}

    def _evidence(self, name: str, gate: Gate) -> list[str]:
        (w1, w2), b = gate
        answers = _answers(gate)
        i = next(i for i, (got, want) in enumerate(zip(answers, WANTED[name], strict=True)) if got != want)
        x1, x2 = reference.INPUTS[i]
        z = w1 * x1 + w2 * x2 + b
        said = "above 0, so it fires" if z > 0 else "not above 0, so it stays quiet"
        return [
            f"Tried:    {name} = (({w1:g}, {w2:g}), {b:g}) on x1 = {x1}, x2 = {x2}",
            f"          z = {_signed(w1)}·{x1} + {_signed(w2)}·{x2} + {_signed(b)} = {_plain(z)}, {said}",
            f"Got:      {answers[i]}",
            f"Expected: {WANTED[name][i]}",
        ]


# --- xor ---

XOR = FunctionExercise(
    "xor",
    reference.xor,
    lambda rng: [Case(pair) for pair in reference.INPUTS],
    (
        Misconception(
            "or-alone",
            lambda x1, x2: int(x1 or x2),
            "This is OR: it still fires when both inputs are 1. Which gate tells (1, 1) from the other three?",
        ),
        Misconception(
            "nand-alone",
            lambda x1, x2: int(not (x1 and x2)),
            "This is NAND: it still fires when both inputs are 0. Which gate tells (0, 0) from the other three?",
        ),
        Misconception(
            "and-alone",
            lambda x1, x2: int(x1 and x2),
            "This is AND: it fires when both inputs are 1. XOR fires when exactly one of them is.",
        ),
        Misconception(
            "turned-round",
            lambda x1, x2: int(x1 == x2),
            "All four answers are turned round: this fires when the inputs are equal. Which gate comes last, and "
            "what does it read?",
        ),
        Misconception(
            "nor",
            lambda x1, x2: int(not (x1 or x2)),
            "This fires for (0, 0) and nothing else: OR turned round. Write down what each gate says for the four "
            "inputs.",
        ),
        Misconception(
            "always-1",
            lambda x1, x2: 1,
            "This is 1 for all four inputs. Each of the two first gates is quiet for one of them: does the last gate "
            "let one 1 suffice?",
        ),
        Misconception(
            "always-0",
            lambda x1, x2: 0,
            "This is 0 for all four inputs. Is each of your three gates right by itself, and does the last one read "
            "the other two?",
        ),
        Misconception(
            "first-without-second",
            lambda x1, x2: int(x1 and not x2),
            "This fires for (1, 0), but not for (0, 1). XOR treats its two inputs alike.",
        ),
        Misconception(
            "second-without-first",
            lambda x1, x2: int(x2 and not x1),
            "This fires for (0, 1), but not for (1, 0). XOR treats its two inputs alike.",
        ),
        Misconception(
            "numpy-truth-value",
            lambda x1, x2: np.bool_(x1 != x2),
            "The logic is right, but the answer is NumPy's True or False, which does not count as a whole number.",
        ),
        Misconception(
            "float",
            lambda x1, x2: float(x1 != x2),
            "The logic is right, but the answer is 0.0 or 1.0, as `step` gives it. A gate's answer is a whole "
            "number, 0 or 1.",
        ),
    ),
)


# --- layer ---


def _layer_cases(rng: np.random.Generator) -> list[Case]:
    square = (
        np.array([[1.0, 2.0], [0.0, -1.0]]),
        np.array([[1.0, 3.0], [2.0, 0.0]]),
        np.array([[0.5], [-1.0]]),
        distance_from_one,
    )
    tall = (
        np.array([[2.0, -1.0], [0.0, 1.0], [1.0, 3.0]]),
        np.array([[1.0, 0.0, -2.0, 1.0], [2.0, 1.0, 0.0, 1.0]]),
        np.array([[1.0], [-0.5], [0.0]]),
        square_plus_one,
    )
    wide = (
        np.array([[1.0, 0.0, -1.0], [0.5, 2.0, 1.0]]),
        np.array([[2.0, -1.0], [1.0, 0.0], [0.0, 3.0]]),
        np.array([[-1.0], [0.25]]),
        logistic,
    )
    one = (np.array([[2.0, -1.0, 1.0]]), np.array([[1.0, 0.0], [4.0, -1.0], [2.0, 6.0]]), np.array([[0.5]]))
    return [
        Case(square),
        Case(tall),
        Case(wide),
        Case((*tall[:3], step)),
        Case((tall[0], tall[1][:, :1], tall[2], square_plus_one), note="one example (m = 1)"),
        Case((*one, square_plus_one), note="one neuron (n_l = 1)"),
        Case(
            (np.array([[2.0], [-1.0]]), np.array([[1.0, 0.0, 3.0]]), np.array([[0.5], [1.0]]), square_plus_one),
            note="one input (n_prev = 1)",
        ),
        Case(
            (np.array([[2.0]]), np.array([[3.0]]), np.array([[0.5]]), square_plus_one),
            note="one neuron with one input and one example",
        ),
        Case((tall[0], np.zeros((2, 4)), tall[2], square_plus_one), note="examples that are all 0"),
        Case((*tall[:2], np.zeros((3, 1)), square_plus_one), note="no bias (b = 0)"),
        Case(tall, note="arrays that may only be read", layout="read-only"),
        Case(tall, note="arrays that are every other column of a wider one", layout="strided"),
        Case(wide, note="arrays that lie in memory column by column", layout="fortran"),
        *(
            Case((_normal(rng, n_l, n), _normal(rng, n, m), _normal(rng, n_l, 1), g))
            for n_l, n, m, g in (
                (2, 3, 4, logistic),
                (3, 3, 3, square_plus_one),
                (4, 4, 2, distance_from_one),
                (2, 5, 2, logistic),
                (6, 8, 20, logistic),
            )
        ),
    ]


LAYER = FunctionExercise(
    "layer",
    reference.layer,
    _layer_cases,
    (
        Misconception(
            "g-not-applied",
            lambda W, X, b, g: W @ X + b,
            "These are the weighted sums Z. What a layer passes on are its activations: `g` is still missing.",
        ),
        Misconception(
            "bias-forgotten",
            lambda W, X, b, g: g(W @ X),
            "`b` never comes in. Every neuron adds its own bias to its weighted sums, before `g`.",
        ),
        Misconception(
            "g-before-bias",
            lambda W, X, b, g: g(W @ X) + b,
            "`b` is added to what `g` gives. The biases are part of Z; `g` comes last.",
        ),
        Misconception(
            "bias-subtracted",
            lambda W, X, b, g: g(W @ X - b),
            "`b` is subtracted from the weighted sums. The biases are added.",
        ),
        Misconception(
            "weights-transposed",
            lambda W, X, b, g: g(W.T @ X + b),
            "`W` is transposed, so that neuron r gets column r of it. Its weights are row r: the shapes (n_l, "
            "n_prev) and "
            "(n_prev, m) fit as they are.",
        ),
        Misconception(
            "order-exchanged",
            lambda W, X, b, g: g(X @ W + b),
            "`X` stands before `W` in the product. That pairs rows of examples with columns of weights; row by column, "
            "a neuron's weights come first.",
        ),
        Misconception(
            "examples-in-rows",
            lambda W, X, b, g: g(X.T @ W.T + b.T),
            "The result has one row for each example. In this course an example is a column, and row r is neuron r, "
            "in and out.",
            also=(lambda W, X, b, g: g(X.T @ W.T + b), lambda W, X, b, g: np.array([g(W @ x + b[:, 0]) for x in X.T])),
        ),
        Misconception(
            "rows-as-examples",
            lambda W, X, b, g: g(W @ X.T + b),
            "`X` is transposed, so that its rows are taken for examples. They are its columns already.",
        ),
        Misconception(
            "bias-along-examples",
            lambda W, X, b, g: g(W @ X + b.T),
            "`b` is laid along the rows, so that bias i goes to example i. Bias r belongs to neuron r, which is row r.",
        ),
        Misconception(
            "one-bias-for-all",
            lambda W, X, b, g: g(W @ X + b[0, 0]),
            "Every neuron is given the first bias. `b` holds one for each of them.",
        ),
        Misconception(
            "element-wise",
            lambda W, X, b, g: g(W * X + b),
            "`W` and `X` are multiplied number by number. Each neuron is to sum its products over the inputs: a "
            "matrix product.",
        ),
        Misconception(
            "first-neuron-only",
            lambda W, X, b, g: g(W[0] @ X + b[0]),
            "Only the first neuron has answered. A layer has one for every row of `W`: is there a `return` inside "
            "the loop?",
        ),
        Misconception(
            "first-example-only",
            lambda W, X, b, g: g(W @ X[:, :1] + b),
            "The layer has looked at the first example only. Every column of `X` gets a column of answers.",
        ),
        Misconception(
            "squeezed",
            lambda W, X, b, g: np.squeeze(g(W @ X + b)),
            "The result loses a dimension where there is one neuron or one example. It has shape (n_l, m) even when one is 1.",
        ),
        Misconception(
            "summed-over-neurons",
            lambda W, X, b, g: g(np.sum(W @ X + b, axis=0)),
            "The neurons' weighted sums are added together. Each neuron keeps its own: the result has one row for "
            "each.",
        ),
    ),
)


# --- questions ---

QUESTIONS = QuestionsExercise(
    {
        "q1": Question(
            "b",
            {
                "a": "The line is where z = 0, and 10·z is 0 at the same points as z. "
                "Work out where the line cuts the x1 axis, before and after: x1 = 1/2 both times.",
                "c": "The slope of the line is −w1/w2, a ratio: when both weights grow tenfold it stays the same.",
                "d": "Every z is ten times as large, the negative ones too. Can a number that was below zero come out above it?",
            },
        ),
        "q2": Question(
            "c",
            {
                "a": "Hold the third input at 0: what is left asks whether exactly one of two inputs is 1. "
                "That is XOR, and no line does it.",
                "b": '"Equal" fires at (0, 0) and (1, 1) and is quiet at the other two corners: XOR with the answers exchanged. '
                "The same inequalities, turned round, contradict each other.",
                "d": "Hold the third input at 0: an odd number of 1s among two inputs is exactly one. "
                "That is XOR again, and no line does it.",
            },
        ),
        "q3": Question(
            20,
            {
                15: "Those are the weights, 3 for each of 5 neurons. Each neuron has one more number of its own.",
                18: "15 weights are right; there is one bias for each neuron, not one for each input.",
                16: "15 weights are right; each of the 5 neurons has a bias of its own, they do not share one.",
                2000: "That counts the layer once for every example. The examples pass through one layer: "
                "the same W and b serve all of them.",
                515: "15 weights are right, but a bias belongs to a neuron, not to an example: "
                "b has shape (5, 1), and broadcasting uses it for every column.",
                8: "That counts neurons and inputs. Every neuron has a weight of its own for every input: how many pairs are there?",
                320: "That counts the numbers in X as well. X passes through the layer; it is no part of it.",
            },
            otherwise="Count one neuron first: how many weights does it have, how many biases? Then there are five of them. "
            "The number of examples plays no role.",
        ),
    }
)

EXERCISES = (
    WEIGHTED_SUM,
    NEURON,
    NEURON_BATCH,
    GatesExercise("gates", GATE_MISCONCEPTIONS),
    XOR,
    LAYER,
    QUESTIONS,
)
