"""Checks of `train`: its mistakes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.checks.gradient_descent.sets import cases
from autograder.checks.gradient_descent.training import TrainExercise, parts
from autograder.checks.initialization.forms import several
from autograder.reference import gradient_descent as reference
from autograder.reference.activations import Array
from autograder.reference.backpropagation import SLOPES, backward, output_gradient
from autograder.reference.forward_propagation import Params, forward

Rng = np.random.Generator
Batches = Callable[[Array, Array, int, Rng], Any]
Grads = list[tuple[Array, Array]]


@dataclass
class State:
    """What a training knows while it runs."""

    X: Array
    Y: Array
    params: Params
    names: Sequence[str]
    cost: str
    rate: float
    epochs: int
    batch_size: int
    rng: Rng
    first: Params = ()  # the params at the start
    epoch_first: Params = ()  # those at the start of the epoch
    steps: int = 0
    history: list[Any] = field(default_factory=list)

    def measured(self, params: Params | None = None, X: Array | None = None, Y: Array | None = None) -> float:
        """Return the cost: of the params as they are, over all examples, if nothing else is said."""
        X, Y = (self.X, self.Y) if X is None or Y is None else (X, Y)
        return reference.cost_of(X, Y, self.params if params is None else params, self.names, self.cost)

    def gradients(self, X: Array, Y: Array, params: Params | None = None) -> Grads:
        """Return the gradients of the params as they are, if nothing else is said."""
        params = self.params if params is None else params
        A_L, caches = forward(X, params, self.names)
        return backward(A_L, Y, params, caches, self.names, self.cost)


Note = Callable[[State], Any]
Step = Callable[[State, Array, Array], Params]


def _step(state: State, X_b: Array, Y_b: Array) -> Params:
    return reference.update(state.params, state.gradients(X_b, Y_b), state.rate)


def _scaled(factor: Callable[[State, Array], float]) -> Step:
    """Return a step that is `factor(state, X_b)` times as long."""
    return lambda s, X_b, Y_b: reference.update(s.params, s.gradients(X_b, Y_b), s.rate * factor(s, X_b))


def _nothing(state: State, X_b: Array, Y_b: Array, before: Params) -> None:
    """Note nothing after a mini-batch."""


def _with(
    step: Step = _step,
    batches: Batches = reference.minibatches,
    after_epoch: Callable[[State, Sequence[float]], None] = lambda s, costs: s.history.append(s.measured()),
    of_batch: Callable[[State, Array, Array, Params], Any] = _nothing,
    at_start: Callable[[State], Any] = lambda s: None,
    before_epoch: Callable[[State], Any] = lambda s: None,
    give: Callable[[State], Any] = lambda s: (s.params, s.history),
    epochs: Callable[[int], int] = lambda n: n,
    last_step: Callable[[State], int | None] = lambda s: None,
    rng: Callable[[Rng], Rng] = lambda rng: rng,
) -> Callable[..., Any]:
    """Return a `train` with some of its steps replaced; `last_step` says after how many mini-batches an epoch ends."""

    def train(*args: Any) -> Any:
        s = State(*args)
        s.rng, s.first = rng(s.rng), s.params
        at_start(s)
        for _ in range(epochs(s.epochs)):
            s.epoch_first, s.steps = s.params, 0
            costs: list[Any] = []
            before_epoch(s)
            for X_b, Y_b in batches(s.X, s.Y, s.batch_size, s.rng):
                before = s.params
                s.params = step(s, X_b, Y_b)
                s.steps += 1
                costs.append(of_batch(s, X_b, Y_b, before))
                if s.steps == last_step(s):
                    break
            after_epoch(s, costs)
        return give(s)

    return train


def _given(give: Callable[[Params, list[float]], Any]) -> Callable[..., Any]:
    """Return a `train` that makes something else of the right result."""
    return lambda *args: give(*reference.train(*args))


# --- Steps ---


def _biases_kept(s: State, X_b: Array, Y_b: Array) -> Params:
    return [(W, b) for (W, _), (_, b) in zip(_step(s, X_b, Y_b), s.params, strict=True)]


def _updated_on_the_way(s: State, X_b: Array, Y_b: Array) -> Params:
    """W is updated before BP3 reads it."""
    A_L, caches = forward(X_b, s.params, s.names)
    dZ = output_gradient(A_L, Y_b, caches[-1][1], s.names[-1], s.cost)
    params: list[tuple[Array, Array]] = []
    for k in reversed(range(len(caches))):
        (W, b), m = s.params[k], X_b.shape[1]
        W = W - s.rate * dZ @ caches[k][0].T / m
        params.insert(0, (W, b - s.rate * dZ.mean(axis=1, keepdims=True)))
        if k:
            dZ = (W.T @ dZ) * SLOPES[s.names[k - 1]](caches[k - 1][1])
    return params


def _in_place(s: State, X_b: Array, Y_b: Array) -> Params:
    for (W, b), (dW, db) in zip(s.params, s.gradients(X_b, Y_b), strict=True):
        W -= s.rate * dW
        b -= s.rate * db
    return s.params


def _last_layer_only(s: State, X_b: Array, Y_b: Array) -> Params:
    return [*s.params[:-1], _step(s, X_b, Y_b)[-1]]


def _first_layer_only(s: State, X_b: Array, Y_b: Array) -> Params:
    return [_step(s, X_b, Y_b)[0], *s.params[1:]]


def _list_in_place(s: State, X_b: Array, Y_b: Array) -> Params:
    s.params[:] = _step(s, X_b, Y_b)  # type: ignore[index]
    return s.params


# --- Mini-batches ---


def _whole(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    return [(X, Y)]


def _accumulated(s: State, X_b: Array, Y_b: Array) -> Params:
    """Gradients of all mini-batches are averaged, and one step is taken in the end: here, at once and for the first one alone."""
    return s.params if s.steps else reference.update(s.params, s.gradients(s.X, s.Y), s.rate)


def _cut(order_X: Any, order_Y: Any, X: Array, Y: Array, size: int) -> list[tuple[Array, Array]]:
    starts = range(0, X.shape[1], size)
    return [(X[:, order_X[k : k + size]], Y[:, order_Y[k : k + size]]) for k in starts]


def _labels_behind(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    return _cut(rng.permutation(X.shape[1]), np.arange(X.shape[1]), X, Y, batch_size)


def _two_orders(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    return _cut(rng.permutation(X.shape[1]), rng.permutation(X.shape[1]), X, Y, batch_size)


def _replaced(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    order = rng.integers(0, X.shape[1], X.shape[1])
    return _cut(order, order, X, Y, batch_size)


def _as_they_come(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    order = np.arange(X.shape[1])
    return _cut(order, order, X, Y, batch_size)


def _full_ones(X: Array, Y: Array, batch_size: int, rng: Rng) -> Any:
    return [pair for pair in reference.minibatches(X, Y, batch_size, rng) if pair[0].shape[1] == batch_size]


class _Once:
    """A generator that is made once, before the first epoch, and is empty from the second on."""

    def __init__(self) -> None:
        self.state: tuple[Rng, Iterator[Any]] | None = None

    def __call__(self, X: Array, Y: Array, batch_size: int, rng: Rng) -> Iterator[Any]:
        if self.state is None or self.state[0] is not rng:
            self.state = rng, iter(reference.minibatches(X, Y, batch_size, rng))
        return self.state[1]


def _names_used_again(s: State, X_b: Array, Y_b: Array, before: Params) -> None:
    s.X, s.Y = X_b, Y_b


# --- Histories ---


def _append(note: Note) -> Callable[[State, Sequence[float]], None]:
    return lambda s, costs: s.history.append(note(s))


def _costs(measure: Callable[[Sequence[float]], Any]) -> Callable[[State, Sequence[float]], None]:
    return lambda s, costs: s.history.append(measure(costs)) if costs else None


def _mean(costs: Sequence[float]) -> float:
    return float(np.mean(costs))


def _batch_before(s: State, X_b: Array, Y_b: Array, before: Params) -> float:
    return s.measured(before, X_b, Y_b)


def _weighted_before(s: State, X_b: Array, Y_b: Array, before: Params) -> float:
    return s.measured(before, X_b, Y_b) * X_b.shape[1] / s.X.shape[1]


def _batch_after(s: State, X_b: Array, Y_b: Array, before: Params) -> float:
    return s.measured(None, X_b, Y_b)


def _all_after(s: State, X_b: Array, Y_b: Array, before: Params) -> float:
    return s.measured()


def _extend(s: State, costs: Sequence[float]) -> None:
    s.history.extend(costs)


def _with_start(s: State) -> None:
    s.history.append(s.measured())


def _one_cost(name: str) -> Note:
    return lambda s: reference.cost_of(s.X, s.Y, s.params, s.names, name)


def _accuracy(s: State) -> float:
    return reference.accuracy(forward(s.X, s.params, s.names)[0], s.Y)


TRAIN = TrainExercise(
    "train",
    reference.train,
    cases,
    (
        several(
            "never-learns",
            "The params come back as they were: the new ones are made and thrown away. What `update` returns needs a name, the one "
            "that the next step reads.",
            _with(step=lambda s, X_b, Y_b: s.params),
        ),
        several(
            "uphill",
            "The cost grows: the steps go uphill. The gradient points where the cost grows, so the parameters go against it.",
            _with(_scaled(lambda s, X_b: -1.0)),
        ),
        several(
            "learning-rate-ignored",
            "The learning rate that is passed never comes in: the steps are the same, whatever `learning_rate` is. Does your function read that name?",
            _with(_scaled(lambda s, X_b: 1 / s.rate)),
            *(_with(_scaled(lambda s, X_b, rate=rate: rate / s.rate)) for rate in (0.01, 0.1, 0.5)),  # type: ignore[misc]
        ),
        several(
            "rate-divided-by-m",
            "Each step is divided by the number of examples in the mini-batch once more. The mean has been taken: 1/m is in dW and db "
            "already.",
            _with(_scaled(lambda s, X_b: 1 / X_b.shape[1])),
            _with(_scaled(lambda s, X_b: 1 / s.batch_size)),
        ),
        several(
            "divided-by-all-examples",
            "The gradients of a mini-batch are divided by the m of the whole set. The mean is one over the examples in the mini-batch.",
            _with(_scaled(lambda s, X_b: X_b.shape[1] / s.X.shape[1])),
            _with(_scaled(lambda s, X_b: 1 / s.X.shape[1])),
        ),
        several(
            "summed-gradients",
            "The gradients are summed over the mini-batch where their mean is meant, so that a larger one takes longer steps.",
            _with(_scaled(lambda s, X_b: X_b.shape[1])),
            _with(_scaled(lambda s, X_b: s.batch_size)),
        ),
        several(
            "biases-not-updated",
            "The biases stay as they were. They learn like the weights, each with its own gradient, db.",
            _with(_biases_kept),
        ),
        several(
            "last-layer-only",
            "Only the last layer learns. The gradients of all layers come back from `backward`, and each has its step.",
            _with(_last_layer_only),
        ),
        several(
            "first-layer-only",
            "Only the first layer learns. The gradients of all layers come back from `backward`, and each has its step.",
            _with(_first_layer_only),
        ),
        several(
            "updated-before-used",
            "W is updated before the way back has read it: BP3 then carries the blame through weights that did not take part. First all "
            "gradients, then the step.",
            _with(_updated_on_the_way),
        ),
        several(
            "before-the-update",
            "The history lags behind: each cost is the one before the epoch. It is measured after the last step of the epoch, with the "
            "params as they are then.",
            _with(before_epoch=lambda s: s.history.append(s.measured()), after_epoch=lambda s, costs: None),
        ),
        several(
            "start-included",
            "The history begins with the cost before any training. It has one entry for each epoch, the cost after it.",
            _with(at_start=_with_start),
        ),
        several(
            "one-more-epoch",
            "There is one epoch too many. `range(n)` has n turns.",
            _with(epochs=lambda n: n + 1),
        ),
        several(
            "one-epoch-less",
            "There is one epoch too few. `range(1, n)` has n − 1 turns.",
            _with(epochs=lambda n: n - 1),
        ),
        several(
            "one-value-a-batch",
            "The history has an entry for each mini-batch. It is one for each epoch, after its last mini-batch.",
            _with(of_batch=_batch_before, after_epoch=_extend),
            _with(of_batch=_batch_after, after_epoch=_extend),
            _with(of_batch=_all_after, after_epoch=_extend),
        ),
        several(
            "sum-of-batches",
            "Each entry of the history is the sum of the costs of the mini-batches. It is the cost over the whole set, once, after the "
            "epoch.",
            _with(of_batch=_batch_before, after_epoch=_costs(sum)),
            _with(of_batch=_batch_after, after_epoch=_costs(sum)),
            _with(of_batch=_all_after, after_epoch=_costs(sum)),
        ),
        several(
            "mean-of-batches",
            "Each entry of the history is the mean of costs measured on the way, while the params still change. It is the cost over the "
            "whole set, with the params at the end of the epoch.",
            _with(of_batch=_batch_before, after_epoch=_costs(_mean)),
            _with(of_batch=_weighted_before, after_epoch=_costs(sum)),
            _with(of_batch=_batch_after, after_epoch=_costs(_mean)),
            _with(of_batch=_all_after, after_epoch=_costs(_mean)),
        ),
        several(
            "cost-before-last-step",
            "The cost is measured with outputs from before the last step: the way forward of the gradients. The params have moved since, "
            "and need a way forward of their own.",
            _with(of_batch=_batch_before, after_epoch=_costs(lambda costs: costs[-1])),
            _with(of_batch=lambda s, X_b, Y_b, before: s.measured(before), after_epoch=_costs(lambda costs: costs[-1])),
        ),
        several(
            "last-batch-only",
            "The cost is that of the last mini-batch alone. It is asked for over all of `X` and `Y`.",
            _with(of_batch=_batch_after, after_epoch=_costs(lambda costs: costs[-1])),
        ),
        several(
            "names-used-again",
            "`X` and `Y` are names of the mini-batches too (`for X, Y in …`): after the first epoch the whole set is lost, and the rest of "
            "the training sees one mini-batch.",
            _with(of_batch=_names_used_again),
        ),
        several(
            "one-cost-for-all",
            "The history has always the same cost, whatever `cost` says. There are three, and the argument names the one that is meant.",
            *(_with(after_epoch=_append(_one_cost(name))) for name in reference.COSTS),
        ),
        several(
            "cost-times-examples",
            "The history holds sums over the examples. The cost is a mean: how good the network is does not depend on how many examples "
            "there are.",
            _with(after_epoch=_append(lambda s: s.measured() * s.X.shape[1])),
        ),
        several(
            "cost-per-example",
            "The history is divided by the number of examples once more. The cost is a mean already.",
            _with(after_epoch=_append(lambda s: s.measured() / s.X.shape[1])),
            _with(after_epoch=_append(lambda s: s.measured() / s.batch_size)),
        ),
        several(
            "accuracy-in-history",
            "The history holds accuracies. Asked for is the cost after each epoch: it still falls where no answer changes any more.",
            _with(after_epoch=_append(_accuracy)),
        ),
        several(
            "full-batch",
            "There is one step in an epoch, along the gradient of the whole set, whatever `batch_size` says. Each mini-batch makes a step.",
            _with(batches=_whole),
            _with(_accumulated),
        ),
        several(
            "one-batch-counts",
            "Only one mini-batch of each epoch counts. Each makes a step, inside the inner loop, and begins where the step before it "
            "ended.",
            _with(last_step=lambda s: 1),
            _with(batches=lambda *args: reference.minibatches(*args)[-1:]),
            _with(lambda s, X_b, Y_b: reference.update(s.epoch_first, s.gradients(X_b, Y_b, s.epoch_first), s.rate)),
        ),
        several(
            "batches-from-the-start",
            "Every mini-batch starts from the params as they were in the beginning, so that the last one is all that counts. Each step "
            "begins where the one before it ended.",
            _with(lambda s, X_b, Y_b: reference.update(s.first, s.gradients(X_b, Y_b, s.first), s.rate)),
        ),
        several(
            "nothing-after-the-first-epoch",
            "After the first epoch nothing more is learned. Does each epoch get mini-batches of its own (a generator is empty after one "
            "turn), and does it go on where the last one ended?",
            lambda *args: _with(batches=_Once())(*args),
            _with(before_epoch=lambda s: setattr(s, "params", s.first)),
        ),
        several(
            "gradients-of-the-start",
            "The gradients are those of the params at the start, every time. After a step the slope is another one: gradients have to be "
            "computed anew for each mini-batch.",
            _with(lambda s, X_b, Y_b: reference.update(s.params, s.gradients(X_b, Y_b, s.first), s.rate)),
            _with(lambda s, X_b, Y_b: reference.update(s.params, s.gradients(s.X, s.Y, s.first), s.rate)),
        ),
        several(
            "gradients-once-an-epoch",
            "All gradients of an epoch are taken at its start, and their steps added up. Each mini-batch makes its step at once, and after a "
            "step the slope is another one.",
            _with(lambda s, X_b, Y_b: reference.update(s.params, s.gradients(X_b, Y_b, s.epoch_first), s.rate)),
            _with(lambda s, X_b, Y_b: reference.update(s.params, s.gradients(s.X, s.Y, s.epoch_first), s.rate)),
        ),
        several(
            "last-dropped",
            "The last mini-batch is left out where it is a short one. Its examples count as much as all others.",
            _with(batches=_full_ones),
        ),
        several(
            "one-by-one",
            "Each example makes a step of its own, whatever `batch_size` says.",
            _with(batches=lambda X, Y, size, rng: reference.minibatches(X, Y, 1, rng)),
        ),
        several(
            "gradients-of-all-examples",
            "Each step is along the gradient of the whole set, and there are as many steps as mini-batches. A step takes the gradients of its "
            "mini-batch alone.",
            _with(lambda s, X_b, Y_b: _step(s, s.X, s.Y)),
        ),
        several(
            "first-epoch-only",
            "The training ends after the first epoch. Is there a `return` inside the loop?",
            _with(epochs=lambda n: 1),
        ),
        several(
            "changed-in-place",
            "What is learned is right, but the caller's `params` are overwritten. Each step makes new arrays.",
            _with(_in_place),
            _with(_list_in_place),
        ),
        several(
            "params-alone",
            "The params come back alone. Asked for is the history too: `return params, history`.",
            _given(lambda params, history: params),
        ),
        several(
            "history-alone",
            "The history comes back alone. The trained params are what it is all for: `return params, history`.",
            _given(lambda params, history: history),
        ),
        several(
            "turned-round",
            "The history comes first. It is `return params, history`.",
            _given(lambda params, history: (history, params)),
        ),
        several(
            "last-cost-alone",
            "The history is the last cost alone. It has the cost after each epoch: the line that adds to it is the end of the outer loop.",
            _given(lambda params, history: (params, history[-1])),
            _given(lambda params, history: (params, history[-1:])),
        ),
        several(
            "first-params-returned",
            "The history is right, but the params that come back are those of the start. The trained ones are asked for.",
            _with(give=lambda s: (s.first, s.history)),
        ),
        several(
            "wrong-company",
            "With examples that are all alike everything is right, and nearly nothing where they differ: so the steps are right, and the "
            "mini-batches are not. Is each example in them once, with its own label?",
            _with(batches=_labels_behind),
            _with(batches=_two_orders),
            _with(batches=_replaced),
        ),
        several(
            "not-shuffled",
            "The mini-batches are not shuffled: in every epoch the same examples go together, in the same order. Draw a new order each time.",
            _with(batches=_as_they_come),
        ),
        several(
            "own-generator",
            "The order is the same, whatever `rng` is: a generator is seeded inside. The one to draw from is passed.",
            _with(rng=lambda rng: np.random.default_rng(0)),
        ),
        several(
            "another-source",
            "The order is drawn from another source than `rng`. With the same seed the same training should come out.",
            _with(rng=lambda rng: np.random.default_rng()),
        ),
    ),
    parts=parts,
    company="wrong-company",
    unshuffled="not-shuffled",
    drawing=("own-generator", "another-source"),
)
