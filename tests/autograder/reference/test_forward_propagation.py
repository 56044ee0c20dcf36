"""The reference forward pass against plain Python: fractions and loops, one neuron and one example at a time."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.reference import forward_propagation as reference

SIZES = st.lists(st.integers(1, 6), min_size=2, max_size=6)


def neurons_one_by_one(sizes: list[int]) -> list[list[tuple[int, int]]]:
    """Return, per layer, the number of weights and biases of each neuron, found by drawing every arrow."""
    return [
        [(len([1 for _ in range(sizes[layer - 1])]), 1) for _ in range(sizes[layer])] for layer in range(1, len(sizes))
    ]


@given(SIZES)
def test_shapes_hold_the_weights_of_every_neuron(sizes: list[int]) -> None:
    shapes = reference.parameter_shapes(sizes)
    assert len(shapes) == len(sizes) - 1
    for (W_shape, b_shape), neurons in zip(shapes, neurons_one_by_one(sizes), strict=True):
        assert W_shape == (len(neurons), neurons[0][0])
        assert b_shape == (len(neurons), 1)


@given(SIZES)
def test_parameters_are_counted_neuron_by_neuron(sizes: list[int]) -> None:
    assert reference.count_parameters(sizes) == sum(w + b for layer in neurons_one_by_one(sizes) for w, b in layer)


def test_counts_known_by_heart() -> None:
    assert reference.count_parameters([2, 3, 1]) == 13
    assert reference.count_parameters([784, 30, 10]) == 23860
    assert reference.parameter_shapes([2, 3, 1]) == [((3, 2), (3, 1)), ((1, 3), (1, 1))]


# Activations of a column, number by number, in plain Python


def softmax(column: list[float]) -> list[float]:
    with localcontext(prec=50):
        powers = [Decimal(z).exp() for z in column]
        return [float(power / sum(powers)) for power in powers]


def each(g: Callable[[float], float]) -> Callable[[list[float]], list[float]]:
    return lambda column: [g(z) for z in column]


ORACLE: dict[str, Callable[[list[float]], list[float]]] = {
    "identity": each(lambda z: z),
    "sigmoid": each(lambda z: 1 / (1 + math.exp(-z))),
    "tanh": each(math.tanh),
    "relu": each(lambda z: max(z, 0.0)),
    "leaky_relu": each(lambda z: z if z > 0 else z / 100),
    "softmax": softmax,
}


def exact_sums(W: Any, column: list[float], b: Any) -> list[float]:
    """Return the weighted sums of a layer for one example, without rounding on the way."""
    return [
        float(
            sum(Fraction(float(w)) * Fraction(x) for w, x in zip(row, column, strict=True)) + Fraction(float(bias[0]))
        )
        for row, bias in zip(W, b, strict=True)
    ]


def drawn(rng: np.random.Generator, sizes: list[int], m: int) -> tuple[Any, Any]:
    shapes = reference.parameter_shapes(sizes)
    return rng.normal(size=(sizes[0], m)), [(rng.normal(size=W), rng.normal(size=b)) for W, b in shapes]


@given(st.integers(0, 100), st.integers(1, 5), st.integers(1, 5), st.integers(1, 4))
def test_linear_forward_is_the_sum_of_equation_2(seed: int, n_l: int, n_prev: int, m: int) -> None:
    X, [(W, b)] = drawn(np.random.default_rng(seed), [n_prev, n_l], m)
    Z = reference.linear_forward(W, X, b)
    assert Z.shape == (n_l, m)
    for i in range(m):
        assert Z[:, i] == pytest.approx(exact_sums(W, X[:, i].tolist(), b), rel=1e-12, abs=1e-13)


@given(st.integers(0, 100), SIZES, st.integers(1, 4), st.data())
def test_forward_runs_each_example_through_each_layer(seed: int, sizes: list[int], m: int, data: Any) -> None:
    names = [data.draw(st.sampled_from(sorted(ORACLE))) for _ in sizes[1:]]
    X, params = drawn(np.random.default_rng(seed), sizes, m)
    A_L, caches = reference.forward(X, params, names)
    assert len(caches) == len(params)
    for i in range(m):
        column = X[:, i].tolist()
        for (W, b), name, (A_prev, Z) in zip(params, names, caches, strict=True):
            assert A_prev[:, i] == pytest.approx(column, rel=1e-9, abs=1e-12)
            sums = exact_sums(W, column, b)
            assert Z[:, i] == pytest.approx(sums, rel=1e-9, abs=1e-12)
            column = ORACLE[name](sums)
        assert A_L[:, i] == pytest.approx(column, rel=1e-9, abs=1e-12)


def test_forward_keeps_shapes_and_arguments() -> None:
    X, params = drawn(np.random.default_rng(1), [2, 3, 1], 4)
    before = X.copy(), [(W.copy(), b.copy()) for W, b in params]
    A_L, caches = reference.forward(X, params, ["relu", "sigmoid"])
    assert A_L.shape == (1, 4)
    assert [(A_prev.shape, Z.shape) for A_prev, Z in caches] == [((2, 4), (3, 4)), ((3, 4), (1, 4))]
    assert np.array_equal(X, before[0])
    assert all(
        np.array_equal(a, b)
        for one, other in zip(params, before[1], strict=True)
        for a, b in zip(one, other, strict=True)
    )


def test_the_lesson_s_worked_example() -> None:
    params = [
        (np.array([[1.0, 2.0], [3.0, -1.0], [-2.0, 0.5]]), np.array([[-2.0], [-1.0], [1.0]])),
        (np.array([[2.0, -1.0, 1.0]]), np.array([[2.0]])),
    ]
    A_L, caches = reference.forward(np.array([[2.0], [1.0]]), params, ["relu", "sigmoid"])
    assert caches[1][0].ravel().tolist() == [2.0, 4.0, 0.0]
    assert caches[1][1].item() == 2.0
    assert A_L.item() == pytest.approx(1 / (1 + math.exp(-2)))


def test_an_unknown_activation_is_named_together_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"no activation called 'sigmod'; there are identity, sigmoid, tanh"):
        reference.forward(np.ones((1, 1)), [(np.ones((1, 1)), np.ones((1, 1)))], ["sigmod"])


def test_a_list_of_activations_that_is_too_short_is_refused() -> None:
    X, params = drawn(np.random.default_rng(1), [2, 3, 1], 4)
    with pytest.raises(ValueError, match="shorter"):
        reference.forward(X, params, ["relu"])


@given(st.integers(0, 100), SIZES, st.integers(1, 4))
def test_the_theta_form_says_what_weights_and_biases_say(seed: int, sizes: list[int], m: int) -> None:
    X, params = drawn(np.random.default_rng(seed), sizes, m)
    thetas = [np.array([[bias[0], *row] for row, bias in zip(W, b, strict=True)]) for W, b in params]
    got = reference.forward_theta(X, thetas, np.tanh)
    for i in range(m):
        column = X[:, i].tolist()
        for theta in thetas:
            column = [
                math.tanh(math.fsum(t * a for t, a in zip(row, [1.0, *column], strict=True))) for row in theta.tolist()
            ]
        assert got[:, i] == pytest.approx(column, rel=1e-9, abs=1e-12)


def test_mazur_s_numbers_are_those_in_print() -> None:
    got = reference.mazur_forward()
    assert list(got) == ["net_h1", "out_h1", "out_h2", "net_o1", "out_o1", "out_o2"]
    assert got["net_h1"] == pytest.approx(0.3775, abs=1e-15)
    printed = {"out_h1": "0.593269992", "out_h2": "0.596884378", "net_o1": "1.105905967", "out_o2": "0.772928465"}
    assert {key: f"{got[key]:.9f}" for key in printed} == printed
    assert f"{got['out_o1']:.8f}" == "0.75136507"


def test_mazur_s_numbers_weight_by_weight() -> None:
    w = dict(enumerate(["0.15", "0.20", "0.25", "0.30", "0.40", "0.45", "0.50", "0.55"], start=1))
    with localcontext(prec=40):

        def neuron(first: int, x: Decimal, y: Decimal, b: str) -> tuple[Decimal, Decimal]:
            net = Decimal(w[first]) * x + Decimal(w[first + 1]) * y + Decimal(b)
            return net, 1 / (1 + (-net).exp())

        i1, i2 = Decimal("0.05"), Decimal("0.10")
        (net_h1, h1), (_, h2) = neuron(1, i1, i2, "0.35"), neuron(3, i1, i2, "0.35")
        (net_o1, o1), (_, o2) = neuron(5, h1, h2, "0.60"), neuron(7, h1, h2, "0.60")
    exact = dict(zip(reference.mazur_forward(), map(float, (net_h1, h1, h2, net_o1, o1, o2)), strict=True))
    assert reference.mazur_forward() == pytest.approx(exact, rel=1e-14)
