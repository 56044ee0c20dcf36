"""Checks of `minibatches`: its mistakes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from autograder.checks.gradient_descent.batches import BatchesExercise
from autograder.checks.initialization.forms import several
from autograder.reference import gradient_descent as reference
from autograder.reference.activations import Array

Rng = np.random.Generator
Orders = Callable[[int, int, Rng], tuple[Any, Any]]  # of m, the batch size and rng: the order of X, and that of Y
Cuts = Callable[[int, int], list[slice]]  # of m and the batch size
Pick = Callable[[Array, Any], Array]


def _cut(m: int, size: int) -> list[slice]:
    return [slice(start, start + size) for start in range(0, m, size)]


def _columns(array: Array, which: Any) -> Array:
    return array[:, which]


def _with(
    orders: Orders = lambda m, size, rng: (rng.permutation(m),) * 2,
    cuts: Cuts = _cut,
    pick: Pick = _columns,
    give: Callable[[list[tuple[Array, Array]]], Any] = lambda batches: batches,
    seeded: Callable[[Rng], Rng] = lambda rng: rng,
) -> Callable[..., Any]:
    """Return a `minibatches` with some of its steps replaced."""

    def minibatches(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
        m = X.shape[1]
        order_X, order_Y = orders(m, batch_size, seeded(rng))
        return give([(pick(X, order_X[cut]), pick(Y, order_Y[cut])) for cut in cuts(m, batch_size)])

    return minibatches


def _one(order: Callable[[int, int, Rng], Any]) -> Orders:
    """Return orders that are the same for X and Y."""
    return lambda m, size, rng: (np.asarray(order(m, size, rng)),) * 2


def _blocks(m: int, size: int, rng: Rng, outer: bool, inner: bool) -> Any:
    """Draw an order in blocks of neighbours: the order of the blocks, that inside each, or both."""
    parts = [np.arange(m)[cut] for cut in _cut(m, size)]
    if inner:
        parts = [rng.permutation(part) for part in parts]
    if outer:
        full = [part for part in parts if len(part) == size]
        parts = [full[i] for i in rng.permutation(len(full))] + [part for part in parts if len(part) < size]
    return np.concatenate(parts)


def _list_shuffled(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    """Cut first, then shuffle the list of mini-batches, the short one too."""
    batches = [(X[:, cut], Y[:, cut]) for cut in _cut(X.shape[1], batch_size)]
    rng.shuffle(batches)
    return batches


def _list_in_an_order(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    batches = [(X[:, cut], Y[:, cut]) for cut in _cut(X.shape[1], batch_size)]
    return [batches[i] for i in rng.permutation(len(batches))]


def _full_draws(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    """Draw all mini-batches with replacement and of the same size, the last one too."""
    draws = [rng.integers(0, X.shape[1], batch_size) for _ in _cut(X.shape[1], batch_size)]
    return [(X[:, draw], Y[:, draw]) for draw in draws]


def _shuffled_in_place(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    order = rng.permutation(X.shape[1])
    X[:], Y[:] = X[:, order], Y[:, order]
    return [(X[:, cut], Y[:, cut]) for cut in _cut(X.shape[1], batch_size)]


def _shuffled_by_rng(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    """Two shuffles, each of its own."""
    rng.shuffle(X, axis=1)
    rng.shuffle(Y, axis=1)
    return [(X[:, cut], Y[:, cut]) for cut in _cut(X.shape[1], batch_size)]


def _x_shuffled_by_rng(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    rng.shuffle(X, axis=1)
    return [(X[:, cut], Y[:, cut]) for cut in _cut(X.shape[1], batch_size)]


def _rows(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    """Examples are taken for rows throughout."""
    order = rng.permutation(len(X))
    return [(X[order[cut]], Y[order[cut]]) for cut in _cut(len(X), batch_size)]


def _features(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    X = rng.permutation(X)
    return [(X[:, cut], Y[:, cut]) for cut in _cut(X.shape[1], batch_size)]


def _features_and_labels(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    return _features(X, rng.permutation(Y), batch_size, rng)


def _drawn_again(m: int, size: int, rng: Rng) -> Any:
    """Each mini-batch drawn without replacement, but from all examples."""
    return np.concatenate([rng.permutation(m)[: min(size, m - start)] for start in range(0, m, size)])


def _same_every_time(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    order = rng.permutation(X.shape[1])
    return [(X[:, order[:batch_size]], Y[:, order[:batch_size]]) for _ in range(0, X.shape[1], batch_size)]


def _one_at_a_time(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    """A step of 1 in the loop, so that the mini-batches overlap."""
    order = rng.permutation(X.shape[1])
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(X.shape[1])]


def _number_for_size(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    """As many mini-batches as `batch_size` says."""
    parts = np.array_split(rng.permutation(X.shape[1]), batch_size)
    return [(X[:, part], Y[:, part]) for part in parts]


def _even_parts(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    m = X.shape[1]
    parts = np.array_split(rng.permutation(m), -(-m // batch_size))
    return [(X[:, part], Y[:, part]) for part in parts]


def _short_one_first(m: int, size: int) -> list[slice]:
    cuts = list(range(m, 0, -size))
    return [slice(max(end - size, 0), end) for end in cuts][::-1]


def _full_ones(m: int, size: int) -> list[slice]:
    return _cut(m - m % size, size)


def _merged(m: int, size: int) -> list[slice]:
    """The rest goes into the last full mini-batch."""
    cuts = _full_ones(m, size)
    return [*cuts[:-1], slice(cuts[-1].start, m)] if cuts else [slice(0, m)]


def _filled_up(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    """The last mini-batch is filled with examples from the beginning of the order."""
    m = X.shape[1]
    order = rng.permutation(m)
    full = np.resize(order, -(-m // batch_size) * batch_size)
    return [(X[:, full[cut]], Y[:, full[cut]]) for cut in _cut(len(full), batch_size)]


def _off_by_one(m: int, size: int) -> list[slice]:
    return [slice(start, start + size - 1) for start in range(0, m, size)]


def _one_too_many(m: int, size: int) -> list[slice]:
    return [slice(start * size, (start + 1) * size) for start in range(m // size + 1)]


def _ordered_labels(m: int, size: int, rng: Rng) -> tuple[Any, Any]:
    return rng.permutation(m), np.arange(m)


def _first(X: Array, Y: Array, batch_size: int, rng: Rng) -> Iterator[Any]:
    yield reference.minibatches(X, Y, batch_size, rng)[0]


def _unseeded(_: Rng) -> Rng:
    return np.random.default_rng()


MINIBATCHES = BatchesExercise(
    "minibatches",
    reference.minibatches,
    (
        several(
            "labels-left-behind",
            "`X` is shuffled and `Y` is not: the examples get the labels of others. One order has to be drawn, and used for both.",
            _with(_ordered_labels),
            lambda X, Y, size, rng: _with(_one(lambda m, s, r: np.arange(m)))(rng.permutation(X, axis=1), Y, size, rng),
        ),
        several(
            "two-orders",
            "`X` and `Y` are shuffled each on its own: the examples get the labels of others. One order has to serve both.",
            _with(lambda m, size, rng: (rng.permutation(m), rng.permutation(m))),
        ),
        several(
            "examples-left-behind",
            "`Y` is shuffled and `X` is not: the examples get the labels of others. One order has to be drawn, and used for both.",
            _with(lambda m, size, rng: (np.arange(m), rng.permutation(m))),
        ),
        several(
            "labels-not-cut",
            "Each mini-batch comes with all of `Y`. It needs the labels of its own examples alone.",
            lambda X, Y, size, rng: [(X_b, Y) for X_b, _ in reference.minibatches(X, Y, size, rng)],
        ),
        several(
            "nothing",
            "Nothing comes out. In a function with a `yield`, a list after `return` is lost; and a list that nothing is put into stays "
            "empty.",
            _with(give=lambda batches: []),
        ),
        several(
            "last-dropped",
            "The last, short mini-batch is dropped: its examples are never learned from in this epoch. It may be smaller.",
            _with(cuts=_full_ones),
        ),
        several(
            "one-too-many",
            "Where the batch size divides m, an empty mini-batch stands at the end. How many starts does 0, batch_size, 2 batch_size … "
            "have below m?",
            _with(cuts=_one_too_many),
        ),
        several(
            "rest-merged",
            "The examples that are left over make the last mini-batch larger. They are a mini-batch of their own, a smaller one.",
            _with(cuts=_merged),
        ),
        several(
            "filled-up",
            "The last mini-batch is filled up with examples that have been used. Each occurs once; the last one may be smaller.",
            _filled_up,
        ),
        several(
            "even-parts",
            "The mini-batches are made as equal as possible. All have `batch_size` examples; only the last may have fewer.",
            _even_parts,
        ),
        several(
            "number-for-size",
            "`batch_size` is taken for the number of mini-batches. It says how many examples are in one.",
            _number_for_size,
            _with(cuts=lambda m, size: _cut(m, max(m // size, 1))),
        ),
        several(
            "short-one-first",
            "The short mini-batch comes first. It is the last one that may have fewer.",
            _with(cuts=_short_one_first),
            _with(give=lambda batches: batches[::-1]),
        ),
        several(
            "first-only",
            "Only the first mini-batch comes out. Is there a `return` inside the loop?",
            _with(give=lambda batches: batches[:1]),
            _with(give=lambda batches: batches[0]),
            _first,
        ),
        several(
            "last-only",
            "Only the last mini-batch comes out. Is the list made anew in every turn of the loop, or the `yield` below it?",
            _with(give=lambda batches: batches[-1:]),
            _with(give=lambda batches: batches[-1]),
        ),
        several(
            "one-short-each",
            "Each mini-batch has one example too few: a slice ends before its second number, so that nothing has to be taken off.",
            _with(cuts=_off_by_one),
        ),
        several(
            "overlapping",
            "The mini-batches overlap: each begins one example after the last. It begins where the one before it ended.",
            _one_at_a_time,
        ),
        several(
            "whole-set",
            "All examples come in one mini-batch. They are to be cut into parts of `batch_size`.",
            _with(cuts=lambda m, size: [slice(0, m)]),
        ),
        several(
            "one-by-one",
            "Every example is a mini-batch of its own. `batch_size` says how many go together.",
            _with(cuts=lambda m, size: _cut(m, 1)),
        ),
        several(
            "same-every-time",
            "The same examples come out every time, as many times as there are mini-batches. Each has to take the next ones of the order.",
            _same_every_time,
        ),
        several(
            "with-replacement",
            "Some examples come twice and some never: each draw starts from all examples again. In an epoch every one is used once; draw "
            "an order, not numbers.",
            _with(_one(lambda m, size, rng: rng.integers(0, m, m))),
            _with(_one(lambda m, size, rng: rng.choice(m, m))),
            _with(_one(_drawn_again)),
            _full_draws,
        ),
        several(
            "not-shuffled",
            "The examples are cut as they came, in the old order. Shuffle them first: neighbours in a data set are often alike.",
            _with(_one(lambda m, size, rng: np.arange(m))),
        ),
        several(
            "reversed",
            "The examples come backwards. That is an order, and not a random one.",
            _with(_one(lambda m, size, rng: np.arange(m)[::-1])),
        ),
        several(
            "blocks-shuffled",
            "The order of the mini-batches is shuffled, but each holds neighbours of the old order. Shuffle the examples, then cut.",
            _with(_one(lambda m, size, rng: _blocks(m, size, rng, outer=True, inner=False))),
            _with(_one(lambda m, size, rng: _blocks(m, size, rng, outer=True, inner=True))),
            _list_shuffled,
            _list_in_an_order,
        ),
        several(
            "shuffled-inside",
            "Each mini-batch is shuffled inside, but they hold the same examples every time, neighbours of the old order. Shuffle first, "
            "then cut.",
            _with(_one(lambda m, size, rng: _blocks(m, size, rng, outer=False, inner=True))),
        ),
        several(
            "rolled",
            "The examples are moved along, and keep their neighbours. Every order should be as likely as any other.",
            _with(_one(lambda m, size, rng: np.roll(np.arange(m), int(rng.integers(1, max(m, 2)))))),
        ),
        several(
            "own-generator",
            "The order is always the same: a generator is seeded inside. The one to draw from is passed, as `rng`, so that every epoch "
            "gets another order.",
            _with(seeded=lambda rng: np.random.default_rng(0)),
        ),
        several(
            "another-source",
            "The order is drawn, but not from the generator that is passed (`np.random` is another source). With the same seed, the same "
            "order should come out.",
            _with(seeded=_unseeded),
        ),
        several(
            "features-shuffled",
            "The rows are shuffled: pixels are exchanged, and no example is what it was. Examples are columns.",
            _features,
            _features_and_labels,
            lambda X, Y, size, rng: _with()(rng.permutation(X), Y, size, rng),
        ),
        several(
            "rows-for-columns",
            "Rows are picked where columns are meant. In this course each example is a column, in `X` and in `Y`.",
            _rows,
            _with(pick=lambda array, which: array[which]),
        ),
        several(
            "shuffled-in-place",
            "The caller's `X` and `Y` are shuffled themselves. Draw an order, and pick the columns in that order: a new array comes out.",
            _shuffled_in_place,
            _shuffled_by_rng,
        ),
        several(
            "x-shuffled-in-place",
            "The caller's `X` is shuffled itself, and `Y` is not. Draw an order, and pick the columns of both in that order.",
            _x_shuffled_by_rng,
        ),
        several(
            "examples-in-rows",
            "X_b and Y_b are transposed: their examples are rows. They are columns in this course, in a mini-batch too.",
            _with(give=lambda batches: [(X_b.T, Y_b.T) for X_b, Y_b in batches]),
        ),
        several(
            "label-row-lost",
            "A row is lost: Y_b has one dimension. `Y` has a row for each output, and so has Y_b.",
            _with(give=lambda batches: [(X_b, Y_b[0]) for X_b, Y_b in batches]),
            _with(give=lambda batches: [(X_b, Y_b.ravel()) for X_b, Y_b in batches]),
        ),
        several(
            "pair-turned-round",
            "The labels come first in each pair. A pair is (X_b, Y_b).",
            _with(give=lambda batches: [(Y_b, X_b) for X_b, Y_b in batches]),
        ),
        several(
            "two-lists",
            "All X_b stand in one list and all Y_b in another. Each X_b stands beside its Y_b, in a pair.",
            _with(give=lambda batches: tuple(map(list, zip(*batches, strict=True)))),
            _with(give=lambda batches: tuple(zip(*batches, strict=True))),
        ),
        several(
            "labels-missing",
            "The mini-batches hold inputs alone. Each is a pair, (X_b, Y_b).",
            _with(give=lambda batches: [X_b for X_b, _ in batches]),
        ),
        several(
            "numbers-of-examples",
            "These are the numbers of the examples. The examples themselves are asked for, and their labels.",
            lambda X, Y, size, rng: [rng.permutation(X.shape[1])[cut] for cut in _cut(X.shape[1], size)],
        ),
    ),
)
