"""References of the appendix on notations, against loops over numbers and against a network that is run in each notation."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from autograd import grad
from autograd import numpy as anp

from autograder.reference import mazur
from autograder.reference import notations as ref
from autograder.reference.activations import Array

RNG = np.random.default_rng(5)
W1, B1 = RNG.normal(size=(3, 2)), RNG.normal(size=(3, 1))
W2, B2 = RNG.normal(size=(2, 3)), RNG.normal(size=(2, 1))
PARAMS = [(W1, B1), (W2, B2)]
X, Y = RNG.normal(size=(2, 4)), RNG.random(size=(2, 4))


def logistic(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def ran_as_thetas(thetas: list[Array], x: list[float]) -> list[float]:
    """A network in the Θ notation, number by number."""
    a = list(x)
    for theta in thetas:
        a = [logistic(sum(t * u for t, u in zip(row.tolist(), [1.0, *a], strict=True))) for row in theta]
    return a


def ran_as_params(params: list[tuple[Array, Array]], x: list[float]) -> list[float]:
    """A network in this course's notation, number by number."""
    a = list(x)
    for W, b in params:
        a = [
            logistic(bias + sum(w * u for w, u in zip(row, a, strict=True)))
            for row, (bias,) in zip(W.tolist(), b.tolist(), strict=True)
        ]
    return a


def test_thetas_are_the_same_network() -> None:
    thetas = ref.thetas_from_params(PARAMS)
    assert [theta.shape for theta in thetas] == [(3, 3), (2, 4)]
    for x in X.T.tolist():
        assert ran_as_thetas(thetas, x) == pytest.approx(ran_as_params(PARAMS, x))


def test_params_come_back_from_thetas() -> None:
    for (W, b), (W_right, b_right) in zip(ref.params_from_thetas(ref.thetas_from_params(PARAMS)), PARAMS, strict=True):
        assert W.tolist() == W_right.tolist()
        assert b.tolist() == b_right.tolist()


def test_params_do_not_share_memory_with_thetas() -> None:
    thetas = ref.thetas_from_params(PARAMS)
    assert not any(np.shares_memory(part, thetas[0]) for part in ref.params_from_thetas(thetas)[0])


def test_arrows_and_matrix_give_the_same_sums() -> None:
    arrows = ref.weights_from_matrix(W1)
    assert len(arrows) == 6
    for a in X.T.tolist():
        sums = [sum(arrows[i, j] * a[i - 1] for i in (1, 2)) for j in (1, 2, 3)]
        assert (W1 @ np.array(a)).tolist() == pytest.approx(sums)


def test_a_matrix_comes_back_from_its_arrows_in_any_order() -> None:
    for W in (W1, W2, np.array([[0.5]]), W1.T, RNG.normal(size=(2, 12))):
        arrows = ref.weights_from_matrix(W)
        for order in (sorted(arrows), sorted(arrows, reverse=True), sorted(arrows, key=lambda key: key[::-1])):
            assert ref.matrix_from_weights({key: arrows[key] for key in order}).tolist() == W.tolist()


def test_an_example_of_one_arrow() -> None:
    assert ref.matrix_from_weights({(1, 1): 1.0, (1, 2): 3.0, (2, 1): 2.0, (2, 2): -1.0})[0, 1] == 2.0
    assert ref.weights_from_matrix(np.array([[5.0, 6.0]])) == {(1, 1): 5.0, (2, 1): 6.0}


def test_deltas_stand_side_by_side() -> None:
    deltas = [RNG.normal(size=3) for _ in range(4)]
    dZ = ref.dZ_from_deltas(deltas)
    assert dZ.tolist() == [[delta.tolist()[r] for delta in deltas] for r in range(3)]


def test_gradients_from_deltas_with_fractions() -> None:
    deltas, came = [[3, 0], [0, -6], [6, 3]], [[1, 0, 2, 4], [2, 1, 0, 0], [0, 1, 1, 3]]
    dW = [
        [sum(Fraction(d[r] * a[s]) for d, a in zip(deltas, came, strict=True)) / 3 for s in range(4)] for r in range(2)
    ]
    db = [[sum(Fraction(d[r]) for d in deltas) / 3] for r in range(2)]
    got = ref.gradients_from_deltas(
        [np.array(d, dtype=float) for d in deltas], [np.array(a, dtype=float) for a in came]
    )
    np.testing.assert_allclose(got[0], np.array(dW, dtype=float))
    np.testing.assert_allclose(got[1], np.array(db, dtype=float))


def test_gradients_from_deltas_are_those_of_the_cost() -> None:
    """δ of each C_x by automatic differentiation, and the gradient of the average over all x by it, too."""

    def cost_of_sums(z: Array, y: Array) -> Array:
        return anp.sum((1 / (1 + anp.exp(-z)) - y) ** 2) / 2

    def cost(W: Array, b: Array) -> Array:
        return anp.mean(anp.array([cost_of_sums(W @ X[:, i] + b[:, 0], Y[:, i]) for i in range(4)]))

    W, b = W2[:, :2], B2
    deltas = [grad(cost_of_sums)(W @ X[:, i] + b[:, 0], Y[:, i]) for i in range(4)]
    dW, db = ref.gradients_from_deltas(deltas, list(X.T))
    np.testing.assert_allclose(dW, grad(cost, 0)(W, b))
    np.testing.assert_allclose(db, grad(cost, 1)(W, b))


def test_mazurs_network_gives_the_printed_outputs() -> None:
    w = {f"w{k}": value for k, value in enumerate((0.15, 0.20, 0.25, 0.30, 0.40, 0.45, 0.50, 0.55), 1)}
    params = ref.params_from_mazur(dict(reversed(w.items())), 0.35, 0.60)
    assert ran_as_params(params, [0.05, 0.10]) == pytest.approx([0.75136507, 0.772928465], abs=1e-9)
    for (W, b), W_right, b_right in zip(params, (mazur.W1, mazur.W2), (mazur.B1, mazur.B2), strict=True):
        assert (W.tolist(), b.tolist()) == (W_right.tolist(), b_right.tolist())
