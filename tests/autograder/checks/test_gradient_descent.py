"""Lesson 13: right answers pass however they are written or shuffled, wrong ones fail, and the mistakes behind them are named."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from autograder.checks import exercises, grade
from autograder.checks.exercise import Examination
from autograder.checks.gradient_descent import digits as digits_checks
from autograder.checks.gradient_descent import order, sets, training
from autograder.checks.outcome import call
from autograder.reference import gradient_descent as reference
from autograder.reference.initialization import he_initialization
from course.data import digits
from tests.autograder.checks.junk import JUNK

LESSON = "13-gradient-descent"
CHECKS = exercises(LESSON)
FUNCTIONS = ("update", "minibatches", "accuracy", "train")


def examine(exercise: str, answer: Any) -> Examination:
    return CHECKS[exercise].examine(answer)


# Right answers


def update_by_index(params: Any, grads: Any, learning_rate: Any) -> Any:
    new = []
    for layer in range(len(params)):
        W = params[layer][0] - grads[layer][0] * learning_rate
        b = np.subtract(params[layer][1], np.multiply(learning_rate, grads[layer][1]))
        new.append([W, b])
    return new


def update_on_copies(params: Any, grads: Any, learning_rate: Any) -> Any:
    new = [(W.copy(), b.copy()) for W, b in params]
    for (W, b), (dW, db) in zip(new, grads, strict=True):
        W += -learning_rate * dW
        b += -learning_rate * db
    return tuple(new)


def update_number_by_number(params: Any, grads: Any, learning_rate: Any) -> Any:
    def moved(array: Any, slope: Any) -> Any:
        result = np.zeros(array.shape)
        for place in np.ndindex(*array.shape):
            result[place] = array[place] - learning_rate * slope[place]
        return result

    return [tuple(map(moved, pair, slopes)) for pair, slopes in zip(params, grads, strict=True)]


def batches_by_permutation(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    order = rng.permutation(X.shape[1])
    X, Y = X[:, order], Y[:, order]
    return [(X[:, i : i + batch_size], Y[:, i : i + batch_size]) for i in range(0, X.shape[1], batch_size)]  # views


def batches_by_shuffle(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    numbers = list(range(X.shape[1]))
    rng.shuffle(numbers)
    while numbers:
        chosen, numbers = numbers[:batch_size], numbers[batch_size:]
        yield [X[:, chosen].copy(), Y[:, chosen].copy()]


def batches_by_choice(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    m = X.shape[1]
    chosen = rng.choice(m, size=m, replace=False)
    return tuple(
        (np.take(X, part, axis=1), np.take(Y, part, axis=1))
        for part in np.split(chosen, range(batch_size, m, batch_size))
    )


def batches_by_sorting(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    order = np.argsort(rng.random(X.shape[1]))
    count = math.ceil(X.shape[1] / batch_size)
    return ((X[:, order][:, cut], Y[:, order][:, cut]) for cut in _slices(count, batch_size))


def _slices(count: int, size: int) -> list[slice]:
    return [slice(k * size, k * size + size) for k in range(count)]


def batches_in_one_buffer(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    """The same memory for every full mini-batch: fine for whoever uses one after the other."""
    order = rng.permutation(X.shape[1])
    X_b, Y_b = np.empty((len(X), batch_size)), np.empty((len(Y), batch_size))
    for start in range(0, len(order), batch_size):
        chosen = order[start : start + batch_size]
        n = len(chosen)
        X_b[:, :n], Y_b[:, :n] = X[:, chosen], Y[:, chosen]
        yield X_b[:, :n], Y_b[:, :n]


def batches_of_pairs_drawn_one_by_one(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    left, batches = list(range(X.shape[1])), []
    while left:
        chosen = [left.pop(int(rng.integers(len(left)))) for _ in range(min(batch_size, len(left)))]
        batches.append((np.column_stack([X[:, i] for i in chosen]), np.column_stack([Y[:, i] for i in chosen])))
    return batches


def batches_of_both_at_once(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    both = rng.permutation(np.vstack([X, Y]), axis=1)
    n = X.shape[0]
    return [(both[:n, k : k + batch_size], both[n:, k : k + batch_size]) for k in range(0, both.shape[1], batch_size)]


def batches_by_zip(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    order = rng.permuted(np.arange(X.shape[1]))
    cuts = [order[k : k + batch_size] for k in range(0, len(order), batch_size)]
    return zip([X[:, cut] for cut in cuts], [Y[:, cut] for cut in cuts], strict=True)


def accuracy_by_loop(A: Any, Y: Any) -> Any:
    right = 0
    for i in range(A.shape[1]):
        if A.shape[0] == 1:
            right += int((A[0, i] >= 0.5) == bool(Y[0, i]))
        else:
            right += int(Y[np.argmax(A[:, i]), i] == 1)
    return right / A.shape[1]


def accuracy_by_count(A: Any, Y: Any) -> Any:
    said, meant = (np.round(A), Y) if len(A) == 1 else (A.argmax(0), Y.argmax(0))
    return np.count_nonzero(said == meant) / np.size(meant)


def accuracy_by_picking(A: Any, Y: Any) -> Any:
    if A.shape[0] > 1:
        return np.sum(Y[np.argmax(A, axis=0), np.arange(A.shape[1])]) / A.shape[1]
    return 1.0 - np.abs((A > 0.5) - Y).mean()


def accuracy_in_no_dimension(A: Any, Y: Any) -> Any:
    right = (A.max(axis=0) == A) & (Y == 1) if A.shape[0] > 1 else (A > 0.5) == (Y == 1)
    return np.array(right.sum() / A.shape[1])


def gradients(X: Any, Y: Any, params: Any, names: Any, cost: Any) -> Any:
    A_L, caches = reference.forward(X, params, names)
    return reference.backward(A_L, Y, params, caches, names, cost)


def train_on_copies(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):  # type: ignore[no-untyped-def]
    """Copies once, then everything in place; cost and shuffle written out."""
    params = [[W.copy(), b.copy()] for W, b in params]
    m, history = X.shape[1], np.zeros(epochs)
    for epoch in range(epochs):
        order = np.arange(m)
        rng.shuffle(order)
        for start in range(0, m, batch_size):
            part = order[start : start + batch_size]
            for pair, (dW, db) in zip(
                params, gradients(X[:, part], Y[:, part], params, activations, cost), strict=True
            ):
                pair[0] -= learning_rate * dW
                pair[1] -= learning_rate * db
        A = reference.forward(X, params, activations)[0]  # type: ignore[arg-type]
        history[epoch] = sum(reference.COSTS[cost](A[:, [i]], Y[:, [i]]) for i in range(m)) / m
    return params, history


def train_one_example_after_the_other(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):  # type: ignore[no-untyped-def]
    """Gradients of one example at a time, accumulated over the mini-batch."""
    history = ()
    for _ in range(epochs):
        for X_b, Y_b in batches_by_choice(X, Y, batch_size, rng):
            n = X_b.shape[1]
            each = [gradients(X_b[:, [i]], Y_b[:, [i]], params, activations, cost) for i in range(n)]
            params = tuple(
                tuple(array - learning_rate * sum(g[k][j] for g in each) / n for j, array in enumerate(pair))
                for k, pair in enumerate(params)
            )
        history += (np.float64(reference.cost_of(X, Y, params, activations, cost)),)
    return [params, history]


def train_by_recursion(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):  # type: ignore[no-untyped-def]
    if epochs == 0:
        return params, []
    for X_b, Y_b in batches_by_shuffle(X, Y, batch_size, rng):
        params = update_by_index(params, gradients(X_b, Y_b, params, activations, cost), learning_rate)
    first = reference.cost_of(X, Y, params, activations, cost)
    params, history = train_by_recursion(X, Y, params, activations, cost, learning_rate, epochs - 1, batch_size, rng)
    return params, [first, *history]


def train_with(batches: Callable[..., Any]) -> Callable[..., Any]:
    def train(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):  # type: ignore[no-untyped-def]
        history = []
        for _ in range(epochs):
            for X_b, Y_b in batches(X, Y, batch_size, rng):
                params = reference.update(params, gradients(X_b, Y_b, params, activations, cost), learning_rate)
            history.append(reference.cost_of(X, Y, params, activations, cost))
        return params, history

    return train


def train_in_the_same_batches(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):  # type: ignore[no-untyped-def]
    batches = batches_by_permutation(X, Y, batch_size, rng)
    return train_with(lambda *_: batches)(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng)


BATCHES = [
    batches_by_permutation,
    batches_by_shuffle,
    batches_by_choice,
    batches_by_sorting,
    batches_in_one_buffer,
    batches_of_pairs_drawn_one_by_one,
    batches_of_both_at_once,
    batches_by_zip,
]
RIGHT: dict[str, list[Callable[..., Any]]] = {
    "update": [update_by_index, update_on_copies, update_number_by_number],
    "minibatches": BATCHES,
    "accuracy": [accuracy_by_loop, accuracy_by_count, accuracy_by_picking, accuracy_in_no_dimension],
    "train": [
        train_on_copies,
        train_one_example_after_the_other,
        train_by_recursion,
        train_in_the_same_batches,
        *map(train_with, BATCHES),
    ],
}


@pytest.mark.parametrize(("exercise", "answer"), [(name, g) for name, answers in RIGHT.items() for g in answers])
def test_a_right_answer_passes_however_it_is_written(exercise: str, answer: Callable[..., Any]) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 1, examination.message


def test_the_same_mini_batches_in_every_epoch_are_remarked_on() -> None:
    assert "the same mini-batches" in examine("train", train_in_the_same_batches).message
    assert "the same mini-batches" not in examine("train", train_by_recursion).message


# What chance may do


def test_the_bound_on_neighbours() -> None:
    """The tail of the binomial distribution that the module's text names, in full; and C(n, k) pᵏ, which is above it."""
    n, p = order.EXAMPLES // 4, (order.BATCH - 1) / (order.EXAMPLES / 2 - 1)
    k = order.MOST_PAIRS
    tail = math.fsum(math.comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k, n + 1))
    assert tail < math.comb(n, k) * p**k < 1e-9


def test_the_bound_on_halves() -> None:
    assert 2 * math.exp(-order.EXAMPLES * order.MOST_ASIDE**2) < 1e-9


def test_two_seeds_have_no_mini_batch_in_common() -> None:
    batches = order.EXAMPLES // order.BATCH
    assert batches**2 / math.comb(order.EXAMPLES, order.BATCH) < 1e-37


def test_thousands_of_right_orders_stay_far_inside_the_bounds() -> None:
    rng = np.random.default_rng(1)
    orders = [rng.permutation(order.EXAMPLES) for _ in range(2000)]
    assert max(order.pairs_together(each, order.BATCH) for each in orders) < order.MOST_PAIRS / 2
    assert max(map(order.aside, orders)) < order.MOST_ASIDE / 2
    assert not any(order.share_a_batch(a, b, order.BATCH) for a, b in pairwise(orders[:50]))


def test_right_batches_and_trainings_pass_with_other_seeds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A right answer is judged on few draws; they are as good as any others."""
    default_rng = np.random.default_rng
    for more in range(1, 13):
        monkeypatch.setattr(
            np.random, "default_rng", lambda seed=0, more=more: default_rng(seed if seed > 100 else 1000 * more + seed)
        )
        assert examine("minibatches", batches_by_shuffle).credit == 1, more
        assert examine("train", train_by_recursion).credit == 1, more


@pytest.mark.parametrize("which", [0, 1])
def test_what_is_to_be_learned_is_learned_in_any_order(which: int) -> None:
    """Sorted by the labels, by an input, by the loss: the worst that a shuffle could draw, in every epoch."""
    case, left = sets.to_learn(0)[which], training.LEARNED[which]
    X, Y, params, names, cost, rate, epochs, size, _ = case.args
    start = reference.cost_of(X, Y, params, names, cost)
    A = reference.forward(X, params, names)[0]
    orders = [Y.argmax(axis=0), Y[0], X[0], X[1], np.sum((A - Y) ** 2, axis=0)]
    for by, sign in itertools.product(orders, (1, -1)):
        chosen = np.argsort(sign * by, kind="stable")
        fixed = train_with(lambda X, Y, size, rng, chosen=chosen: batches_in_order(X, Y, size, chosen))
        _, history = fixed(X, Y, params, names, cost, rate, epochs, size, None)
        assert 0.2 * left * start < history[-1] < 0.6 * left * start


def batches_in_order(X: Any, Y: Any, size: int, chosen: Any) -> Any:
    return [(X[:, chosen[k : k + size]], Y[:, chosen[k : k + size]]) for k in range(0, len(chosen), size)]


def test_where_the_result_is_known_it_does_not_depend_on_the_order() -> None:
    rng = np.random.default_rng(2)
    for case in CHECKS["train"].tried():  # type: ignore[attr-defined]
        want = call(reference.train, case).value
        for _ in range(5):
            answer = train_with(lambda X, Y, size, _: batches_in_order(X, Y, size, rng.permutation(X.shape[1])))
            for part in training.parts(call(answer, case).value, want):
                np.testing.assert_allclose(part.got, part.want, rtol=1e-10, atol=1e-13, err_msg=part.name)


# Wrong answers


def _left_behind(X: Any, Y: Any, batch_size: Any, rng: Any) -> Iterator[Any]:
    numbers = np.argsort(rng.random(X.shape[1]))
    for k in range(0, X.shape[1], batch_size):
        yield X[:, numbers[k : k + batch_size]], Y[:, k : k + batch_size]


def _two_shuffles(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    one, other = list(range(X.shape[1])), list(range(X.shape[1]))
    rng.shuffle(one)
    rng.shuffle(other)
    return [(X[:, one[k : k + batch_size]], Y[:, other[k : k + batch_size]]) for k in range(0, X.shape[1], batch_size)]


def _chosen_again(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    for k in range(0, X.shape[1], batch_size):
        chosen = rng.choice(X.shape[1], size=min(batch_size, X.shape[1] - k))
        yield X[:, chosen], Y[:, chosen]


def _each_batch_without_replacement(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    for k in range(0, X.shape[1], batch_size):
        chosen = rng.choice(X.shape[1], size=min(batch_size, X.shape[1] - k), replace=False)
        yield X[:, chosen], Y[:, chosen]


def _seeded_inside(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    return batches_by_sorting(X, Y, batch_size, np.random.default_rng(42))


def _legacy(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    order = np.random.permutation(X.shape[1])
    return batches_in_order(X, Y, batch_size, order)


def _legacy_seeded(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    order = np.random.RandomState(1).permutation(X.shape[1])
    return batches_in_order(X, Y, batch_size, order)


def _blocks(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    batches = batches_in_order(X, Y, batch_size, np.arange(X.shape[1]))
    short = [batches.pop()] if batches[-1][0].shape[1] < batch_size else []
    rng.shuffle(batches)
    return batches + short


def _blocks_and_all(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    batches = list(batches_in_order(X, Y, batch_size, np.arange(X.shape[1])))
    rng.shuffle(batches)
    return batches


def _full_draws(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    for _ in range(math.ceil(X.shape[1] / batch_size)):
        chosen = rng.choice(X.shape[1], batch_size)
        yield X[:, chosen], Y[:, chosen]


def _threshold_for_one_column(A: Any, Y: Any) -> Any:
    if A.shape[1] == 1:
        return np.mean((A > 0.5) == Y)
    return np.mean(A.argmax(0) == Y.argmax(0))


def _dropped(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    order = rng.permutation(X.shape[1])
    for k in range(X.shape[1] // batch_size):
        chosen = order[k * batch_size : (k + 1) * batch_size]
        yield X[:, chosen], Y[:, chosen]


def _in_place(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    state = rng.bit_generator.state
    rng.shuffle(X, axis=1)
    rng.bit_generator.state = state
    rng.shuffle(Y, axis=1)
    return batches_in_order(X, Y, batch_size, np.arange(X.shape[1]))


WRITTEN_ANOTHER_WAY: list[tuple[str, str, Callable[..., Any]]] = [
    ("minibatches", "labels-left-behind", _left_behind),
    ("minibatches", "two-orders", _two_shuffles),
    ("minibatches", "with-replacement", _chosen_again),
    ("minibatches", "with-replacement", _each_batch_without_replacement),
    ("minibatches", "own-generator", _seeded_inside),
    ("minibatches", "own-generator", _legacy_seeded),
    ("minibatches", "another-source", _legacy),
    ("minibatches", "blocks-shuffled", _blocks),
    ("minibatches", "last-dropped", _dropped),
    ("minibatches", "shuffled-in-place", _in_place),
    ("minibatches", "not-shuffled", lambda X, Y, size, rng: batches_in_order(X, Y, size, np.arange(X.shape[1]))),
    ("minibatches", "nothing", lambda X, Y, size, rng: iter(())),
    ("minibatches", "last-dropped", lambda *args: [p for p in batches_by_zip(*args) if p[0].shape[1] == args[2]]),
    ("minibatches", "blocks-shuffled", _blocks_and_all),
    ("minibatches", "with-replacement", _full_draws),
    ("accuracy", "one-column-for-one-row", _threshold_for_one_column),
    ("train", "wrong-company", train_with(_left_behind)),
    ("train", "wrong-company", train_with(_two_shuffles)),
    ("train", "wrong-company", train_with(_chosen_again)),
    ("train", "last-dropped", train_with(_dropped)),
    ("train", "own-generator", train_with(_seeded_inside)),
    ("train", "own-generator", train_with(_legacy_seeded)),
    ("train", "another-source", train_with(_legacy)),
    ("train", "not-shuffled", train_with(lambda X, Y, size, rng: batches_in_order(X, Y, size, range(X.shape[1])))),
]


@pytest.mark.parametrize(
    ("exercise", "name", "answer"),
    WRITTEN_ANOTHER_WAY,
    ids=[f"{e}-{n}-{i}" for i, (e, n, _) in enumerate(WRITTEN_ANOTHER_WAY)],
)
def test_a_mistake_is_recognised_however_it_is_written(exercise: str, name: str, answer: Callable[..., Any]) -> None:
    examination = examine(exercise, answer)
    assert examination.misconception == name, examination.message


def last_cost(order_of: Callable[..., Any], before: bool) -> Callable[..., Any]:
    """A `train` that notes the cost of the last mini-batch, and shuffles in its own way."""

    def train(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):  # type: ignore[no-untyped-def]
        history = []
        for _ in range(epochs):
            for X_b, Y_b in order_of(X, Y, batch_size, rng):
                old = params
                params = reference.update(params, gradients(X_b, Y_b, params, activations, cost), learning_rate)
                now = reference.cost_of(X_b, Y_b, old if before else params, activations, cost)
            history.append(now)
        return params, history

    return train


@pytest.mark.parametrize(("before", "name"), [(True, "cost-before-last-step"), (False, "last-batch-only")])
def test_a_history_of_last_mini_batches_is_known_whatever_the_order(before: bool, name: str) -> None:
    assert examine("train", last_cost(batches_by_sorting, before)).misconception == name


def partly(share: float) -> Callable[..., Any]:
    """Shuffle only the first part, or leave runs of neighbours together."""

    def batches(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
        m = X.shape[1]
        numbers = np.arange(m)
        numbers[: int(share * m)] = rng.permutation(int(share * m))
        return batches_in_order(X, Y, batch_size, numbers)

    return batches


def within_halves(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    half = X.shape[1] // 2
    numbers = np.concatenate([rng.permutation(half), half + rng.permutation(X.shape[1] - half)])
    return batches_in_order(X, Y, batch_size, numbers)


def dealt(X: Any, Y: Any, batch_size: Any, rng: Any) -> Any:
    """The mini-batches of the examples 0, 50, 100 … and 1, 51, 101 … in random order."""
    m = X.shape[1]
    count = max(m // batch_size, 1)
    piles = [np.arange(k, count * (m // count), count) for k in range(count)] if m % batch_size == 0 else []
    numbers = np.concatenate([piles[i] for i in rng.permutation(count)]) if piles else rng.permutation(m)
    return batches_in_order(X, Y, batch_size, numbers)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (partly(0.5), "with their neighbours"),
        (within_halves, "partly mixed"),
        (dealt, "of the same examples for two seeds"),
    ],
)
def test_an_order_that_is_not_any_order_is_noticed(answer: Callable[..., Any], words: str) -> None:
    examination = examine("minibatches", answer)
    assert examination.credit == 0
    assert words in examination.message, examination.message


def test_the_evidence_shows_examples_and_labels() -> None:
    lines = examine("minibatches", _left_behind).message.splitlines()
    assert lines[2] == (
        "Tried:    minibatches(np.array([[1., 2., 3., 4., 5.]]), np.array([[10., 20., 30., 40., 50.]]), 2, rng)"
    )
    assert lines[3].endswith("with [[50.]]")
    assert lines[4] == "Expected: mini-batches of 2, 2 and 1 examples, each of the 5 once, with its label"


def test_the_evidence_of_train_can_be_worked_by_hand() -> None:
    lines = examine("train", train_with(batches_by_zip)).message.splitlines()
    assert len(lines) == 1
    lines = examine("train", lambda *args: (args[2], [1.0] * args[6])).message.splitlines()
    assert lines[0].endswith("['identity'], 'squared_error', 0.1, 2, 2, rng)")
    assert lines[1:3] == ["Got:      The cost after epoch 1: 1.0", "Expected: 0.81"]


def wrong_when_asked_twice() -> Callable[..., Any]:
    """Right as long as the result is known, then with a history of its own."""

    def train(*args: Any) -> Any:
        params, history = reference.train(*args)
        return params, [*history[:-1], history[-1] * (1.001 if args[0].shape[1] > 20 else 1.0)]

    return train


def too_slow(*args: Any) -> Any:
    """Learns a tenth as fast where it is not known what comes out."""
    slow = args[0].shape[1] > 20
    return reference.train(*args[:5], args[5] / (10 if slow else 1), *args[6:])


def stops_when_good(*args: Any) -> Any:
    """Ends the training as soon as the cost is small."""
    params, history = reference.train(*args)
    turns = next((turn for turn, cost in enumerate(history, start=1) if cost < 0.01), len(history))
    return params, history[:turns]


def keeps_the_best(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):  # type: ignore[no-untyped-def]
    """Hands back the params of the epoch with the lowest cost."""
    history: list[float] = []
    for _ in range(epochs):
        params, (now,) = reference.train(X, Y, params, activations, cost, learning_rate, 1, batch_size, rng)
        if now <= min([now, *history]):
            best = params
        history.append(now)
    return best, history


def _first(exercise: str) -> Callable[..., Any]:
    return CHECKS[exercise].reference  # type: ignore[attr-defined, no-any-return]


SLIPS: list[tuple[str, Any, str]] = [
    *((name, None, "should be a function") for name in FUNCTIONS),
    *((name, lambda *args: None, "`return` line") for name in FUNCTIONS),
    *((name, lambda: 0, f"`{name}(") for name in FUNCTIONS),
    *((name, lambda *args: 1 / 0, "ZeroDivisionError") for name in FUNCTIONS),
    ("update", lambda p, g, r: np.zeros(3), "an array of shape (3,); a list is expected"),
    ("update", lambda p, g, r: [(W.tolist(), b) for W, b in reference.update(p, g, r)], "W of layer 1 is a list"),
    ("update", lambda p, g, r: [(W, b[:, 0]) for W, b in reference.update(p, g, r)], "b of layer 1 has shape (1,)"),
    ("update", lambda p, g, r: [[W, b, r] for W, b in p], "the list holds 3 things"),
    ("update", lambda p, g, r: p - r * g, "TypeError"),
    ("minibatches", lambda X, Y, size, rng: X, "an array of shape (1, 5); a list of mini-batches"),
    ("minibatches", lambda X, Y, size, rng: 3, "the number 3; a list of mini-batches"),
    ("minibatches", lambda X, Y, size, rng: {"X": X}, "a dict; a list of mini-batches"),
    ("minibatches", lambda X, Y, size, rng: [(X.tolist(), Y)], "X_b is a list"),
    ("minibatches", lambda X, Y, size, rng: [(X.astype(int), Y)], "X_b is stored as int64"),
    ("minibatches", lambda X, Y, size, rng: [(X, Y, size)], "is 3 things; it should be a pair"),
    ("minibatches", lambda X, Y, size, rng: itertools.repeat((X, Y)), "does not end"),
    ("minibatches", lambda X, Y, size, rng: X[rng.permutation(99)], "IndexError"),
    ("accuracy", lambda A, Y: "high", "the text 'high'"),
    ("accuracy", lambda A, Y: True, "the truth value True"),
    ("accuracy", lambda A, Y: (0.5, 0.5), "a tuple"),
    ("train", lambda *args: 3.0, "the number 3.0; two things"),
    ("train", lambda *args: (args[2], [], 0), "You returned 3 things"),
    ("train", lambda *args: (args[2], "costs"), "The history is the text 'costs'"),
    ("train", lambda *args: (args[2], []), "The history has length 0; 2 epochs leave 2"),
    ("train", lambda *args: (None, reference.train(*args)[1]), "In place of params you returned nothing (None)"),
    ("train", lambda *args: (reference.train(*args)[0], [None] * args[6]), "The cost after epoch 1 is None"),
    ("train", wrong_when_asked_twice(), "The last cost in the history is not that of the params"),
    ("train", too_slow, "it should fall below"),
    ("train", stops_when_good, "The history has length 1; 2 epochs leave 2"),
    ("train", keeps_the_best, "W of layer 1"),
    ("digits_params", None, "no value yet"),
    ("digits_params", [], "The list is empty"),
    ("digits_params", 3, "It is the number 3"),
    ("digits_params", {"W1": 1}, "It is a dict"),
    ("digits_params", he_initialization([63, 10], np.random.default_rng(0)), "with 64 pixels it needs 64 columns"),
    (
        "digits_params",
        [(np.ones((5, 64)), np.ones((5, 1))), (np.ones((10, 4)), np.ones((10, 1)))],
        "5 neurons in layer 1",
    ),
    ("digits_params", [(np.ones((10, 64)), np.ones(10))], "b of layer 1 has shape (10,); rows and columns"),
    ("digits_params", [(np.ones((10, 64)), np.ones((1, 10)))], "it is a column, (10, 1)"),
    ("digits_params", [(np.ones((9, 64)), np.ones((9, 1)))], "The last layer has 9 neurons; it needs 10"),
    ("digits_params", [(np.ones((0, 64)), np.ones((0, 1)))], "there is nothing in it"),
    ("digits_params", [([[1.0]], np.ones((1, 1)))], "W of layer 1 is a list"),
    ("digits_params", [(np.array([["a"]]), np.ones((1, 1)))], "numbers are expected"),
    ("digits_params", [(np.ones((10, 64)),)], "a pair is expected, (W, b)"),
]


@pytest.mark.parametrize(("exercise", "answer", "words"), SLIPS, ids=[f"{n}-{w}" for n, _, w in SLIPS])
def test_a_slip_is_described(exercise: str, answer: Any, words: str) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 0
    assert words in examination.message, examination.message


def test_a_stub_inside_train_is_told_so() -> None:
    """`train` calls `minibatches`, which is not written yet."""

    def stub(*arguments: Any) -> Any:
        raise NotImplementedError

    assert "NotImplementedError" in examine("train", train_with(stub)).message


# The digits


@cache
def trained(epochs: int, hidden: tuple[int, ...], name: str, rate: float = 0.5) -> Any:
    X, Y, _, _ = digits.load()
    params = he_initialization([64, *hidden, 10], np.random.default_rng(0))
    names = [name] * len(hidden) + ["softmax"]
    return reference.train(
        X, Y, params, names, "categorical_cross_entropy", rate, epochs, 32, np.random.default_rng(1)
    )[0]


@pytest.mark.parametrize("name", ["relu", "tanh", "sigmoid", "leaky_relu"])
def test_a_trained_network_gets_all_points_whatever_its_activation(name: str) -> None:
    examination = examine("digits_params", trained(20, (32,), name, 2.0 if name == "sigmoid" else 0.5))
    assert examination.credit == 1, examination.message
    assert "The 64-32-10 network" in examination.message


def test_form_and_type_of_a_trained_network_may_vary() -> None:
    params = trained(20, (32,), "relu")
    for other in (
        tuple(map(tuple, params)),
        [list(pair) for pair in params],
        [(W.astype(np.float32), b) for W, b in params],
        [(np.asfortranarray(W), b) for W, b in params],
    ):
        assert examine("digits_params", other).credit == 1


def test_more_layers_and_none_are_networks_too() -> None:
    assert examine("digits_params", trained(20, (32, 32), "relu", 0.3)).credit == 1
    assert "The 64-10 network reads" in examine("digits_params", trained(3, (), "relu")).message


def test_hidden_layers_of_two_kinds_are_asked_about() -> None:
    X, Y, _, _ = digits.load()
    params, rng = he_initialization([64, 30, 30, 10], np.random.default_rng(0)), np.random.default_rng(1)
    names = ["tanh", "relu", "softmax"]
    params, _ = reference.train(X, Y, params, names, "categorical_cross_entropy", 0.1, 12, 32, rng)
    examination = examine("digits_params", params)
    assert examination.credit < 1
    assert "with the same activation: were they trained so?" in examination.message
    assert "same activation" not in examine("digits_params", trained(3, (), "relu")).message


def test_the_points_depend_on_the_share(monkeypatch: pytest.MonkeyPatch) -> None:
    """342 of 359 are 95.3 %, 341 are 94.98 %; 324 are 90.3 %, 323 are 89.97 %."""
    for right, credit, said in ((342, 1, "95.3"), (341, 0.5, "94.9"), (324, 0.5, "90.3"), (323, 0, "89.9")):
        monkeypatch.setattr(digits_checks, "best_accuracy", lambda X, Y, params, right=right: (right / 359, "relu"))
        examination = examine("digits_params", trained(3, (), "relu"))
        assert examination.credit == credit
        assert f"reads {right} of 359 test images right: {said} %." in examination.message


def test_the_grade_is_half_of_four_points(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digits_checks, "best_accuracy", lambda X, Y, params: (0.92, "relu"))
    assert grade(LESSON, "digits_params", trained(3, (), "relu")) == 2.0
    monkeypatch.setattr(digits_checks, "best_accuracy", lambda X, Y, params: (0.97, "relu"))
    assert grade(LESSON, "digits_params", trained(3, (), "relu")) is None


def test_numbers_of_any_size_are_read() -> None:
    assert examine("digits_params", [(1e300 * W, b) for W, b in trained(3, (), "relu")]).credit < 1


def test_a_network_without_biases_that_has_learned_is_not_called_untrained() -> None:
    X, Y, _, _ = digits.load()
    W = np.zeros((10, 64))
    for _ in range(10):
        A, _ = reference.forward(X, [(W, np.zeros((10, 1)))], ["softmax"])
        W = W - 0.3 * (A - Y) @ X.T / X.shape[1]
    examination = examine("digits_params", [(W, np.zeros((10, 1)))])
    assert examination.misconception is None
    assert "It has learned" in examination.message or examination.credit == 0.5


# Questions


def test_right_answers_to_the_questions() -> None:
    assert examine("questions", {"q1": 1350.0, "q2": "D", "q3": " c"}).credit == 1
    assert examine("questions", {"q1": 1350, "q2": "d", "q3": "d"}).credit == pytest.approx(2 / 3)


def test_a_number_of_nobodys_is_told_the_two_steps() -> None:
    assert "Two steps" in examine("questions", {"q1": 12.5, "q2": "d", "q3": "c"}).message


# Whatever comes


@settings(max_examples=10, deadline=None)
@given(JUNK, JUNK)
def test_an_examination_never_fails_for_what_stands_in_the_pairs(one: Any, other: Any) -> None:
    assert examine("minibatches", lambda X, Y, size, rng: [(one, other)] * 3).credit == 0
    assert examine("minibatches", lambda X, Y, size, rng: iter([(one, other)])).credit == 0
    assert examine("update", lambda p, g, r: [(one, other)] * len(p)).credit == 0
    assert examine("train", lambda *args: (one, other)).credit == 0
    assert examine("train", lambda *args: ([(one, other)] * len(args[2]), [0.5] * args[6])).credit == 0
    assert examine("digits_params", [(one, other)]).credit == 0


def test_a_list_put_into_itself() -> None:
    knot: list[Any] = []
    knot.append((knot, knot))
    for name in FUNCTIONS:
        assert examine(name, lambda *args: knot).credit == 0
    assert examine("digits_params", knot).credit == 0
