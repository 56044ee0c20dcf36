"""The reference gradients against automatic differentiation and central differences, on 200 random networks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad

from autograder.reference import backpropagation as reference
from autograder.reference import mazur

ELEMENTWISE = ("identity", "sigmoid", "tanh", "relu", "leaky_relu")
G: dict[str, Callable[[Any], Any]] = {
    "identity": lambda Z: Z,
    "sigmoid": lambda Z: 1.0 / (1.0 + anp.exp(-Z)),
    "tanh": anp.tanh,
    "relu": lambda Z: anp.where(Z > 0, Z, 0.0),
    "leaky_relu": lambda Z: anp.where(Z > 0, Z, 0.01 * Z),
    "softmax": lambda Z: anp.exp(Z) / anp.sum(anp.exp(Z), axis=0),
}
COST: dict[str, Callable[[Any, Any], Any]] = {
    "squared_error": lambda A, Y: 0.5 * anp.sum((A - Y) ** 2) / Y.shape[1],
    "binary_cross_entropy": lambda A, Y: -anp.sum(Y * anp.log(A) + (1 - Y) * anp.log(1 - A)) / Y.shape[1],
    "categorical_cross_entropy": lambda A, Y: -anp.sum(Y * anp.log(A)) / Y.shape[1],
}


class Network:
    """A random network: 1 to 5 layers, 1 to 6 neurons a layer, 1 to 8 examples."""

    def __init__(self, seed: int) -> None:
        rng = np.random.default_rng(seed)
        sizes = rng.integers(1, 7, rng.integers(2, 7))
        self.m = int(rng.integers(1, 9))
        self.cost = str(rng.choice(list(COST)))
        output = {"squared_error": rng.choice(ELEMENTWISE), "binary_cross_entropy": "sigmoid"}.get(self.cost, "softmax")
        self.activations = [*map(str, rng.choice(ELEMENTWISE, len(sizes) - 2)), str(output)]
        self.params = [(rng.normal(0, 0.7, (n, n_prev)), rng.normal(0, 0.5, (n, 1))) for n_prev, n in pairwise(sizes)]
        self.X = rng.normal(size=(sizes[0], self.m))
        self.Y = self._labels(rng, int(sizes[-1]))

    def _labels(self, rng: np.random.Generator, n: int) -> Any:
        if self.cost == "categorical_cross_entropy":
            return np.eye(n)[:, rng.integers(0, n, self.m)]
        return rng.integers(0, 2, (n, self.m)).astype(float)

    def forward(self, params: Sequence[Any]) -> tuple[Any, list[Any]]:
        """Equations (1) and (2), for arrays of numpy and of autograd alike."""
        A, caches = self.X, []
        for (W, b), name in zip(params, self.activations, strict=True):
            Z = anp.dot(W, A) + b
            caches.append((A, Z))
            A = G[name](Z)
        return A, caches

    def J(self, params: Sequence[Any]) -> Any:  # noqa: N802 (the symbol of the course)
        """The cost as a function of all parameters."""
        return COST[self.cost](self.forward(params)[0], self.Y)

    def gradients(self) -> list[tuple[Any, Any]]:
        """What the reference makes of it."""
        A_L, caches = self.forward(self.params)
        return reference.backward(A_L, self.Y, self.params, caches, self.activations, self.cost)


@pytest.mark.parametrize("seed", range(200))
def test_gradients_agree_with_automatic_differentiation(seed: int) -> None:
    network = Network(seed)
    for got, want in zip(network.gradients(), grad(network.J)(network.params), strict=True):
        for mine, theirs in zip(got, want, strict=True):
            assert mine.shape == theirs.shape
            assert np.linalg.norm(mine - theirs) <= 1e-10 * np.linalg.norm(theirs) + 1e-15


@pytest.mark.parametrize("seed", range(200))
def test_gradients_agree_with_central_differences(seed: int) -> None:
    network = Network(seed)
    rng, eps = np.random.default_rng(seed), 1e-6
    direction = [(rng.normal(size=W.shape), rng.normal(size=b.shape)) for W, b in network.params]

    def moved(by: float) -> float:
        pairs = zip(network.params, direction, strict=True)
        return float(network.J([(W + by * dW, b + by * db) for (W, b), (dW, db) in pairs]))

    slope = (moved(eps) - moved(-eps)) / (2 * eps)
    pairs = zip(network.gradients(), direction, strict=True)
    along = sum(np.sum(g * d) for got, to in pairs for g, d in zip(got, to, strict=True))
    assert along == pytest.approx(slope, rel=1e-5, abs=1e-7)


def test_every_activation_cost_and_depth_is_among_the_networks() -> None:
    networks = [Network(seed) for seed in range(200)]
    assert {len(n.params) for n in networks} == {1, 2, 3, 4, 5}
    assert {n.cost for n in networks} == set(COST)
    assert {n.activations[-1] for n in networks} == set(G)
    assert {name for n in networks for name in n.activations[:-1]} == set(ELEMENTWISE)
    assert min(n.m for n in networks) == 1


@pytest.mark.parametrize("seed", range(10))
def test_one_example_at_a_time_gives_the_same(seed: int) -> None:
    rng = np.random.default_rng(seed)
    network = Network(seed)
    network.cost = "binary_cross_entropy"
    network.activations = ["sigmoid"] * len(network.params)
    network.Y = rng.integers(0, 2, network.Y.shape).astype(float)
    accumulated = reference.backward_accumulate(network.X, network.Y, network.params)
    for got, want in zip(accumulated, network.gradients(), strict=True):
        for mine, theirs in zip(got, want, strict=True):
            np.testing.assert_allclose(mine, theirs, rtol=1e-12, atol=1e-15)


def mazur_error(weights: Any) -> Any:
    """Mazur's error as a function of w1 … w8, numbered as he does."""
    h = G["sigmoid"](anp.dot(anp.reshape(weights[:4], (2, 2)), mazur.X) + 0.35)
    o = G["sigmoid"](anp.dot(anp.reshape(weights[4:], (2, 2)), h) + 0.60)
    return 0.5 * anp.sum((o - mazur.Y) ** 2)


PRINTED = {
    "w1": 0.149780716, "w2": 0.19956143, "w3": 0.24975114, "w4": 0.29950229,
    "w5": 0.35891648, "w6": 0.408666186, "w7": 0.511301270, "w8": 0.561370121,
}  # fmt: skip


def test_mazurs_step() -> None:
    start = np.array([0.15, 0.20, 0.25, 0.30, 0.40, 0.45, 0.50, 0.55])
    step = reference.mazur_step(0.5)
    np.testing.assert_allclose(list(step.values()), start - 0.5 * grad(mazur_error)(start), rtol=1e-13)
    for name, printed in PRINTED.items():
        assert step[name] == pytest.approx(printed, abs=5e-9), name


def test_the_error_after_mazurs_step_is_not_what_is_in_print() -> None:
    after = float(mazur_error(np.array(list(reference.mazur_step(0.5).values()))))
    assert round(after, 9) == 0.291027774
    assert round(after, 9) != 0.291027924


@pytest.mark.parametrize(
    ("activations", "cost", "said"),
    [
        (["softmax"], "squared_error", "softmax outputs with squared_error don't belong together"),
        (["sigmoid"], "categorical_cross_entropy", "sigmoid outputs with categorical_cross_entropy don't belong"),
        (["softmax", "sigmoid"], "squared_error", "softmax belongs to the output layer"),
        (
            ["swish"],
            "squared_error",
            "no activation 'swish'; there are identity, sigmoid, tanh, relu, leaky_relu, softmax",
        ),
        (["sigmoid"], "hinge", "no cost 'hinge'; there are squared_error, binary_cross_entropy"),
        (["identity"], "binary_cross_entropy", "identity outputs reach from 2 to 2"),
    ],
)
def test_what_does_not_belong_together_is_refused(activations: list[str], cost: str, said: str) -> None:
    A = np.array([[2.0]])
    layer = (np.ones((1, 1)), np.zeros((1, 1)))
    depth = len(activations)
    with pytest.raises(ValueError, match=said):
        reference.backward(A, A, [layer] * depth, [(A, A)] * depth, activations, cost)


def test_passes() -> None:
    assert reference.passes_needed(1_000_000) == (1_000_001, 2)
