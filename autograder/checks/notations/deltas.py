"""Checks of `dZ_from_deltas` and `gradients_from_deltas`: δ and a of single examples, and what this course makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from autograder.checks import wording
from autograder.checks.exercise import FunctionExercise
from autograder.checks.initialization.forms import several
from autograder.checks.notations.thetas import LAYOUTS
from autograder.checks.outcome import Case, Part
from autograder.reference import notations as reference
from autograder.reference.activations import Array

Vectors = Sequence[Array]


def _vectors(*rows: Sequence[float]) -> list[Array]:
    return [np.array(row, dtype=float) for row in rows]


def _drawn(rng: np.random.Generator, m: int, n: int) -> list[Array]:
    return list(np.round(rng.normal(size=(m, n)), 2))


SMALL = _vectors([1, 2], [3, -4])
THREE = _vectors([1, 0], [2, -4], [0, 3])


def _delta_cases(rng: np.random.Generator) -> list[Case]:
    return [
        Case((SMALL,), note="as many examples as neurons"),
        Case((THREE,)),
        Case((_vectors([1, 2, 3], [4, 5, 6]),)),
        Case((_vectors([2, -3, 0.5]),), note="one example (m = 1)"),
        Case((_vectors([2], [-3], [1]),), note="one neuron"),
        Case((_vectors([4]),), note="one neuron and one example"),
        Case((_vectors([0, 0], [0, 0], [0, 0]),), note="δ that are all 0"),
        *(Case((THREE,), note=note, layout=layout) for layout, note in LAYOUTS[:2]),
        Case((_drawn(rng, 5, 3),)),
        Case((_drawn(rng, 4, 4),), note="as many examples as neurons"),
        Case((_drawn(rng, 40, 6),)),
    ]


def _gradient_cases(rng: np.random.Generator) -> list[Case]:
    came = _vectors([1, 0, 2, 4], [2, 1, 0, 0], [0, 1, 1, 3])
    return [
        Case((_vectors([2, 0], [4, -2]), _vectors([1, 0, 2], [3, 1, 0]))),
        Case((_vectors([2, 0], [4, -2]), _vectors([1, 5], [3, 1]))),
        Case((_vectors([3, 0], [0, -6], [6, 3]), came)),
        Case((_vectors([2, -3]), _vectors([1, 4, 0.5])), note="one example (m = 1)"),
        Case((_vectors([2], [4], [3]), _vectors([1, 2], [0, 1], [5, 0])), note="one neuron"),
        Case((_vectors([2, 1], [4, -1], [3, 0]), _vectors([1], [0], [5])), note="one input"),
        Case((_vectors([2], [4]), _vectors([1], [3])), note="one neuron with one input"),
        Case((_vectors([3, 1], [-3, -1]), _vectors([1, 2, 0], [1, 2, 0])), note="δ that cancel"),
        Case((_vectors([0, 1], [0, 0]), _vectors([0, 0, 0], [1, 2, 3])), note="inputs that are all 0"),
        *(Case((THREE, came), note=note, layout=layout) for layout, note in LAYOUTS[:2]),
        Case((_drawn(rng, 5, 3), _drawn(rng, 5, 2))),
        Case((_drawn(rng, 3, 3), _drawn(rng, 3, 3)), note="as many examples as neurons and inputs"),
        Case((_drawn(rng, 40, 6), _drawn(rng, 40, 4))),
    ]


def gradients_apart(got: Any, want: tuple[Array, Array]) -> Iterator[Part]:
    """Take (dW, db) apart; raise `ValueError` with a sentence when it is no pair."""
    if not isinstance(got, (list, tuple)):
        raise ValueError(f"You returned {wording.kind(got)}; a pair is expected, (dW, db).")
    if len(got) != 2:
        raise ValueError(f"You returned {len(got)} values; a pair is expected, (dW, db).")
    yield Part("dW", got[0], want[0])
    yield Part("db", got[1], want[1])


def _with(
    dW: Callable[[Array, Array], Any] = lambda dZ, A: dZ @ A.T / dZ.shape[1],
    db: Callable[[Array], Any] = lambda dZ: dZ.mean(axis=1, keepdims=True),
    give: Callable[[Any, Any], Any] = lambda dW, db: (dW, db),
) -> Callable[[Vectors, Vectors], Any]:
    """Return a `gradients_from_deltas` with one of its parts replaced; dZ and A have the examples in columns."""

    def gradients(deltas: Vectors, activations: Vectors) -> Any:
        dZ, A = np.stack(deltas, axis=1), np.stack(activations, axis=1)
        return give(dW(dZ, A), db(dZ))

    return gradients


def _product(dZ: Array, A: Array) -> Array:
    return np.asarray(dZ @ A.T)


def _total(dZ: Array) -> Array:
    return np.asarray(dZ.sum(axis=1, keepdims=True))


def _average(dZ: Array) -> Array:
    return np.asarray(dZ.mean(axis=1, keepdims=True))


def _added_in_place(deltas: Any, activations: Vectors) -> Any:
    """The first δ is where the sum of all of them is collected: `total = deltas[0]`, then `total += …`."""
    products = np.mean([np.outer(delta, a) for delta, a in zip(deltas, activations, strict=True)], axis=0)
    total = deltas[0]
    for delta in deltas[1:]:
        total += delta
    return products, (total / len(deltas)).reshape(-1, 1)


def _last_only(divided: bool) -> Callable[[Vectors, Vectors], Any]:
    def gradients(deltas: Vectors, activations: Vectors) -> Any:
        m = len(deltas) if divided else 1
        return np.outer(deltas[-1], activations[-1]) / m, deltas[-1].reshape(-1, 1) / m

    return gradients


DZ_FROM_DELTAS = FunctionExercise(
    "dZ_from_deltas",
    reference.dZ_from_deltas,
    _delta_cases,
    (
        several(
            "examples-in-rows",
            "Each δ has become a row. In dZ an example is a column, and a row belongs to a neuron.",
            lambda deltas: np.array(deltas),
            lambda deltas: np.vstack(deltas),
        ),
        several(
            "torn-by-reshape",
            "The shape is right, but the vectors are torn apart: `reshape` fills row after row with the numbers as they come. To "
            "exchange rows and columns is another thing.",
            lambda deltas: np.array(deltas).reshape(len(deltas[0]), len(deltas)),
            lambda deltas: np.concatenate(deltas).reshape(-1, len(deltas)),
        ),
        several(
            "one-long-row",
            "The vectors are joined into one long one. `np.hstack` and `np.concatenate` do that to arrays with one dimension; "
            "each δ should be a column of its own.",
            lambda deltas: np.concatenate(deltas),
            lambda deltas: np.concatenate(deltas)[np.newaxis],
            lambda deltas: np.concatenate(deltas)[:, np.newaxis],
        ),
        several(
            "one-over-m",
            "It is divided by m. dZ belongs to the losses of single examples, as δ does: the average comes later, in dW and db.",
            lambda deltas: np.stack(deltas, axis=1) / len(deltas),
        ),
        several(
            "times-m",
            "It is multiplied by m. δ is not divided by m in the first place: the numbers stay as they are.",
            lambda deltas: np.stack(deltas, axis=1) * len(deltas),
        ),
        several(
            "averaged",
            "The average over the examples is taken. That is db; in dZ every example keeps a column.",
            lambda deltas: np.mean(deltas, axis=0),
            lambda deltas: np.mean(deltas, axis=0)[:, np.newaxis],
            lambda deltas: np.mean(deltas, axis=1),
        ),
        several(
            "summed",
            "The δ of all examples are added up. Each of them stays by itself here, as a column.",
            lambda deltas: sum(deltas),
            lambda deltas: np.sum(deltas, axis=0)[:, np.newaxis],
        ),
        several(
            "third-dimension",
            "The array has three dimensions. Columns of shape (n, 1) that are stacked make one more; put side by side, they make "
            "a matrix.",
            lambda deltas: np.array([delta.reshape(-1, 1) for delta in deltas]),
        ),
        several(
            "a-list",
            "The columns come in a list. dZ is one array, of shape (n_l, m).",
            lambda deltas: [delta.reshape(-1, 1) for delta in deltas],
            lambda deltas: list(deltas),
        ),
        several(
            "last-only",
            "Only the last example is there. Does every turn of the loop write over the one before?",
            lambda deltas: deltas[-1][:, np.newaxis],
            lambda deltas: deltas[-1],
        ),
        several(
            "sign-flipped",
            "Every number has the opposite sign. δ and dZ are the same numbers.",
            lambda deltas: -np.stack(deltas, axis=1),
        ),
    ),
)

GRADIENTS_FROM_DELTAS = FunctionExercise(
    "gradients_from_deltas",
    reference.gradients_from_deltas,
    _gradient_cases,
    (
        several(
            "one-over-m-missing",
            "Both are sums over the examples. The cost is the average of the C_x, so its gradients are averages, too: divide by "
            "m, once.",
            _with(_product, _total),
        ),
        several(
            "one-over-m-missing-in-dW",
            "db is averaged, dW is not. Both are gradients of the cost, which is an average.",
            _with(_product),
        ),
        several(
            "one-over-m-missing-in-db",
            "dW is averaged, db is not. Both are gradients of the cost, which is an average.",
            _with(db=_total),
        ),
        several(
            "one-over-m-twice",
            "It is divided by m twice. The products and the δ have no 1/m in them; one division is enough.",
            _with(lambda dZ, A: dZ @ A.T / dZ.shape[1] ** 2, lambda dZ: _average(dZ) / dZ.shape[1]),
            _with(lambda dZ, A: dZ @ A.T / dZ.shape[1] ** 2),
        ),
        several(
            "averaged-first",
            "δ and a are averaged first, and multiplied then. The blame of one example meets the inputs of others that way: take "
            "the product within each example.",
            _with(lambda dZ, A: np.outer(dZ.mean(axis=1), A.mean(axis=1))),
            _with(lambda dZ, A: np.outer(dZ.sum(axis=1), A.sum(axis=1)) / dZ.shape[1]),
        ),
        several(
            "product-turned",
            "The outer product is the wrong way round, a with δ. dW has the shape of W: a row for each entry of δ.",
            _with(lambda dZ, A: A @ dZ.T / dZ.shape[1]),
        ),
        several(
            "element-wise",
            "δ and a are multiplied entry by entry. Every entry of δ meets every entry of a: that is the outer product, a table.",
            lambda deltas, activations: (
                np.mean([delta * a for delta, a in zip(deltas, activations, strict=True)], axis=0),
                np.mean(deltas, axis=0)[:, np.newaxis],
            ),
            lambda deltas, activations: (
                np.mean(
                    [delta[:, np.newaxis] * a[:, np.newaxis] for delta, a in zip(deltas, activations, strict=True)],
                    axis=0,
                ),
                np.mean(deltas, axis=0)[:, np.newaxis],
            ),
        ),
        several(
            "inner-product",
            "δ and a are multiplied and added up to one number. Every entry of δ meets every entry of a: the outer product, which "
            "adds nothing up.",
            lambda deltas, activations: (
                np.mean([delta @ a for delta, a in zip(deltas, activations, strict=True)]),
                np.mean(deltas, axis=0)[:, np.newaxis],
            ),
        ),
        several(
            "keepdims-lost",
            "The numbers are right, but db has one dimension. It has the shape of b, a column: (n_l, 1).",
            _with(db=lambda dZ: dZ.mean(axis=1)),
        ),
        several(
            "db-as-a-row",
            "db lies on its side. It has the shape of b, a column: (n_l, 1).",
            _with(db=lambda dZ: _average(dZ).T),
        ),
        several(
            "divided-by-neurons",
            "It is divided by the number of neurons. The average goes over the examples: there are as many as `deltas` is long.",
            _with(lambda dZ, A: dZ @ A.T / len(dZ), lambda dZ: _total(dZ) / len(dZ)),
        ),
        several(
            "db-one-number",
            "db is a single number, the average over examples and neurons. Each neuron has a bias of its own, and its own slope.",
            _with(db=lambda dZ: dZ.mean()),
            _with(db=lambda dZ: dZ.mean() * np.ones((1, 1))),
        ),
        several(
            "db-over-neurons",
            "db is averaged over the neurons: it has an entry for each example. The average goes over the examples.",
            _with(db=lambda dZ: dZ.mean(axis=0)[:, np.newaxis]),
            _with(db=lambda dZ: dZ.mean(axis=0)),
        ),
        several(
            "last-only",
            "Only the last example counts. Does every turn of the loop write over the one before, with = in the place of +=?",
            _last_only(divided=False),
            _last_only(divided=True),
        ),
        several(
            "one-each",
            "There is a gradient for each example, and no average of them yet. The cost over the set has one dW and one db.",
            lambda deltas, activations: (
                [np.outer(delta, a) for delta, a in zip(deltas, activations, strict=True)],
                [delta.reshape(-1, 1) for delta in deltas],
            ),
            lambda deltas, activations: (
                [np.outer(delta, a) for delta, a in zip(deltas, activations, strict=True)],
                list(deltas),
            ),
        ),
        several(
            "db-is-dZ",
            "db is dZ, with a column for each example. The slope of a bias is the average of its row.",
            _with(db=lambda dZ: dZ),
        ),
        several(
            "pair-turned-round",
            "The gradients are right, but db comes first. The pair is (dW, db).",
            _with(give=lambda dW, db: (db, dW)),
        ),
        several(
            "dW-only",
            "Only dW comes back. The biases have slopes too: return the pair (dW, db).",
            _with(give=lambda dW, db: dW),
        ),
        several(
            "sign-flipped",
            "Both have the opposite sign. A gradient points uphill; the minus comes in when weights are moved.",
            _with(lambda dZ, A: -dZ @ A.T / dZ.shape[1], lambda dZ: -_average(dZ)),
        ),
        several(
            "in-place",
            "The sum is collected in the caller's first δ, which is changed by it. Start with zeros, or with a copy.",
            _added_in_place,
        ),
    ),
    parts=gradients_apart,
)
