"""Gradient descent: steps in exact fractions, mini-batches by counting, training against HIPS autograd and closed forms."""

from __future__ import annotations

import math
from collections import Counter
from fractions import Fraction
from typing import Any

import autograd
import autograd.numpy as anp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.reference import gradient_descent as reference
from autograder.reference.initialization import he_initialization
from course.data import digits


def rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def test_update_in_fractions() -> None:
    params = [(np.array([[0.5, -3.0]]), np.array([[2.0]])), (np.array([[1.0]]), np.array([[-4.0]]))]
    grads = [(np.array([[2.0, 0.25]]), np.array([[-1.5]])), (np.array([[-8.0]]), np.array([[0.0]]))]
    for pair, before, slopes in zip(reference.update(params, grads, 0.125), params, grads, strict=True):
        for array, old, slope in zip(pair, before, slopes, strict=True):
            want = [
                Fraction(w) - Fraction(1, 8) * Fraction(g)
                for w, g in zip(old.ravel().tolist(), slope.ravel().tolist(), strict=True)
            ]
            assert [Fraction(x) for x in array.ravel().tolist()] == want
            assert array.shape == old.shape
            assert array is not old
    assert params[0][0].tolist() == [[0.5, -3.0]]


@settings(max_examples=60)
@given(st.integers(1, 12), st.integers(1, 15), st.integers(0, 2**32))
def test_minibatches_hold_each_example_once_with_its_label(m: int, size: int, seed: int) -> None:
    X, Y = np.arange(2.0 * m).reshape(2, m), -np.arange(float(m))[np.newaxis]
    batches = reference.minibatches(X, Y, size, rng(seed))
    sizes = [X_b.shape[1] for X_b, _ in batches]
    assert sizes == [size] * (m // size) + [m % size] * (m % size > 0)
    examples = [(x, label) for X_b, Y_b in batches for x, label in zip(X_b.T.tolist(), Y_b.T.tolist(), strict=True)]
    assert sorted(examples) == [([float(i), float(i + m)], [-float(i)]) for i in range(m)]


def test_minibatches_come_in_every_order() -> None:
    """Of 6,000 orders of three examples each of the 6 is drawn about 1,000 times: five standard errors are 145."""
    X, generator = np.arange(3.0)[np.newaxis], rng(3)
    orders = (tuple(int(X_b[0, 0]) for X_b, _ in reference.minibatches(X, X, 1, generator)) for _ in range(6000))
    counted = Counter(orders)
    assert len(counted) == 6
    assert all(abs(n - 1000) < 145 for n in counted.values())


@settings(max_examples=40)
@given(st.integers(1, 4), st.integers(1, 9), st.integers(0, 2**32))
def test_accuracy_by_counting(outputs: int, m: int, seed: int) -> None:
    generator = rng(seed)
    A = generator.uniform(size=(outputs, m))
    said = generator.integers(max(outputs, 2), size=m).tolist()
    if outputs == 1:
        right = sum((a > 0.5) == (y == 1) for a, y in zip(A[0].tolist(), said, strict=True))
        Y = np.array([said], dtype=float)
    else:
        right = sum(column.index(max(column)) == y for column, y in zip(A.T.tolist(), said, strict=True))
        Y = np.eye(outputs)[:, said]
    assert reference.accuracy(A, Y) == pytest.approx(right / m, abs=1e-15)


# Training against automatic differentiation


def sigmoid(z: Any) -> Any:
    return 1 / (1 + anp.exp(-z))


ACTIVATIONS: dict[str, Any] = {
    "identity": lambda z: z,
    "sigmoid": sigmoid,
    "tanh": anp.tanh,
    "relu": lambda z: anp.where(z > 0, z, 0.0),
    "leaky_relu": lambda z: anp.where(z > 0, z, 0.01 * z),
    "softmax": lambda z: anp.exp(z) / anp.sum(anp.exp(z), axis=0),
}
LOSSES: dict[str, Any] = {
    "squared_error": lambda a, y: anp.sum((a - y) ** 2) / 2,
    "binary_cross_entropy": lambda a, y: -anp.sum(y * anp.log(a) + (1 - y) * anp.log(1 - a)),
    "categorical_cross_entropy": lambda a, y: -anp.sum(y * anp.log(a)),
}


def cost(params: Any, X: Any, Y: Any, names: list[str], loss: str) -> Any:
    A = X
    for (W, b), name in zip(params, names, strict=True):
        A = ACTIVATIONS[name](W @ A + b)
    return LOSSES[loss](A, Y) / X.shape[1]


@pytest.mark.parametrize(
    ("names", "loss"),
    [
        (["tanh", "softmax"], "categorical_cross_entropy"),
        (["relu", "sigmoid"], "binary_cross_entropy"),
        (["sigmoid", "identity"], "squared_error"),
        (["leaky_relu", "tanh", "sigmoid"], "squared_error"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else value,
)
@pytest.mark.parametrize("size", [2, 5, 9])
def test_train_takes_the_steps_that_autograd_takes(names: list[str], loss: str, size: int) -> None:
    outputs = 3 if loss == "categorical_cross_entropy" else 2
    params = he_initialization([3, *[4] * (len(names) - 1), outputs], rng(1))
    X, Y = rng(2).normal(size=(3, 5)), np.eye(outputs)[:, rng(3).integers(outputs, size=5)]
    got, history = reference.train(X, Y, params, names, loss, 0.3, 3, size, rng(4))

    generator, mine, want = rng(4), [tuple(pair) for pair in params], []
    for _ in range(3):
        order = generator.permutation(5)
        for start in range(0, 5, size):
            chosen = order[start : start + size]
            slopes = autograd.grad(cost)(mine, X[:, chosen], Y[:, chosen], names, loss)
            mine = [(W - 0.3 * dW, b - 0.3 * db) for (W, b), (dW, db) in zip(mine, slopes, strict=True)]
        want.append(float(cost(mine, X, Y, names, loss)))
    assert history == pytest.approx(want, rel=1e-10)
    for pair, other in zip(got, mine, strict=True):
        for array, expected in zip(pair, other, strict=True):
            np.testing.assert_allclose(array, expected, rtol=1e-9, atol=1e-12)


def test_train_on_a_parabola_by_its_closed_form() -> None:
    """With x = 1 and −1, w and b are moved apart from each other, each by a factor 1 − η towards its best value."""
    X, Y = np.array([[1.0, -1.0]]), np.array([[3.0, -1.0]])
    ((W, b),), history = reference.train(
        X, Y, [(np.array([[1.0]]), np.array([[0.0]]))], ["identity"], "squared_error", 0.25, 5, 2, rng()
    )
    assert W[0, 0] == pytest.approx(2 - 0.75**5)
    assert b[0, 0] == pytest.approx(1 - 0.75**5)
    assert history == pytest.approx([0.75 ** (2 * epoch) for epoch in range(1, 6)])


def test_train_changes_nothing_and_takes_a_batch_size_of_any_size() -> None:
    params = he_initialization([2, 2], rng(5))
    before = [array.copy() for pair in params for array in pair]
    X, Y = rng(6).normal(size=(2, 3)), np.eye(2)[:, [0, 1, 1]]
    for size in (1, 3, 1000):
        assert len(reference.train(X, Y, params, ["sigmoid"], "binary_cross_entropy", 0.1, 2, size, rng(7))[1]) == 2
    assert all(np.array_equal(a, b) for a, b in zip(before, (a for pair in params for a in pair), strict=True))


def test_best_accuracy_finds_the_activation_it_was_trained_with() -> None:
    """A hidden neuron that is 0 with ReLU and tells the two classes apart with the identity."""
    params = [(np.array([[1.0]]), np.array([[-10.0]])), (np.array([[1.0], [-1.0]]), np.array([[10.0], [-10.0]]))]
    X, Y = np.array([[1.0, -1.0]]), np.eye(2)
    assert reference.best_accuracy(X, Y, params) == (1.0, "identity")
    assert reference.best_accuracy(X, Y, [(np.array([[1.0], [-1.0]]), np.zeros((2, 1)))])[0] == 1.0


def test_the_digits_are_learned() -> None:
    """A network without a hidden layer reads nine of ten after three epochs."""
    X, Y, X_test, Y_test = digits.load()
    params, history = reference.train(
        X, Y, he_initialization([64, 10], rng()), ["softmax"], "categorical_cross_entropy", 0.5, 3, 32, rng(1)
    )
    assert history[0] > history[1] > history[2]
    assert reference.best_accuracy(X_test, Y_test, params)[0] > 0.9
    assert not math.isnan(history[-1])
