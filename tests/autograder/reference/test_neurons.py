"""The reference neurons against exact arithmetic: fractions, and plain loops over them."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.reference import neurons

NUMBER = st.floats(-1e6, 1e6)


def exact_sum(w, x, b):
    """Add up the products as fractions, where nothing is rounded."""
    total = Fraction(float(b))
    for w_j, x_j in zip(w, x, strict=True):
        total += Fraction(float(w_j)) * Fraction(float(x_j))
    return total


def scale(w, x, b):
    """The size of the terms: rounding is small beside it, whatever cancels."""
    return abs(b) + sum(abs(float(w_j) * float(x_j)) for w_j, x_j in zip(w, x, strict=True)) + 1.0


def cube_plus_two(z):
    return z * z * z + 2


def matrices(rng, n_l, n, m):
    return rng.normal(size=(n_l, n)), rng.normal(size=(n, m)), rng.normal(size=(n_l, 1))


@given(st.lists(st.tuples(NUMBER, NUMBER), min_size=1, max_size=12), NUMBER)
def test_weighted_sum_is_the_exact_sum_but_for_rounding(pairs, b):
    w, x = (np.array(numbers) for numbers in zip(*pairs, strict=True))
    z = neurons.weighted_sum(w, x, b)
    assert type(z) is float
    assert abs(Fraction(z) - exact_sum(w, x, b)) <= 1e-13 * scale(w, x, b)


def test_weighted_sum_of_a_worked_example():
    assert neurons.weighted_sum(np.array([1.0, 2.0]), np.array([3.0, 5.0]), 0.5) == 13.5


@pytest.mark.parametrize("function", [neurons.weighted_sum, lambda w, x, b: neurons.neuron(w, x, b, cube_plus_two)])
def test_lengths_that_differ_are_refused(function):
    with pytest.raises(ValueError, match="shapes"):
        function(np.ones(2), np.ones(3), 0.0)


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=1, max_size=8), st.integers(-50, 50))
def test_neuron_applies_g_to_the_whole_sum(pairs, b):
    w, x = (np.array(numbers, dtype=float) for numbers in zip(*pairs, strict=True))
    assert neurons.neuron(w, x, float(b), cube_plus_two) == cube_plus_two(exact_sum(w, x, b))


@pytest.mark.parametrize(("n", "m"), [(1, 1), (1, 4), (3, 1), (4, 4), (5, 9)])
def test_a_batch_is_the_neuron_on_each_column(n, m):
    rng = np.random.default_rng(n * 100 + m)
    (w,), X, b = matrices(rng, 1, n, m)
    a = neurons.neuron_batch(w, X, float(b[0, 0]), cube_plus_two)
    assert a.shape == (m,)
    for i in range(m):
        wanted = cube_plus_two(exact_sum(w, [X[j, i] for j in range(n)], b[0, 0]))
        assert a[i] == pytest.approx(float(wanted), rel=1e-12, abs=1e-12)


@pytest.mark.parametrize(("n_l", "n", "m"), [(1, 1, 1), (1, 3, 2), (4, 1, 3), (2, 5, 1), (3, 3, 3), (4, 6, 5)])
def test_a_layer_is_row_by_row_a_neuron_and_column_by_column_an_example(n_l, n, m):
    W, X, b = matrices(np.random.default_rng(n_l * 100 + n * 10 + m), n_l, n, m)
    A = neurons.layer(W, X, b, cube_plus_two)
    assert A.shape == (n_l, m)
    for r in range(n_l):
        for i in range(m):
            wanted = cube_plus_two(exact_sum([W[r, j] for j in range(n)], [X[j, i] for j in range(n)], b[r, 0]))
            assert A[r, i] == pytest.approx(float(wanted), rel=1e-12, abs=1e-12)


def test_no_argument_is_changed():
    W, X, b = matrices(np.random.default_rng(1), 2, 3, 4)
    before = [W.copy(), X.copy(), b.copy()]
    neurons.layer(W, X, b, np.tanh)
    neurons.neuron_batch(W[0], X, 1.0, np.tanh)
    neurons.neuron(W[0], X[:, 0], 1.0, np.tanh)
    for now, then in zip((W, X, b), before, strict=True):
        assert np.array_equal(now, then)


@pytest.mark.parametrize(
    ("name", "logic"),
    [
        ("AND", lambda x1, x2: x1 and x2),
        ("OR", lambda x1, x2: x1 or x2),
        ("NAND", lambda x1, x2: not (x1 and x2)),
    ],
)
def test_gates_agree_with_logic(name, logic):
    for x1 in (False, True):
        for x2 in (False, True):
            assert neurons.fires(neurons.GATES[name], int(x1), int(x2)) == int(logic(x1, x2))


def test_a_gate_does_not_fire_on_its_line():
    assert neurons.fires(((1.0, 1.0), -1.0), 0, 1) == 0


def test_xor_is_addition_without_carry():
    for x1, x2 in neurons.INPUTS:
        answer = neurons.xor(x1, x2)
        assert type(answer) is int
        assert answer == (x1 + x2) % 2


@given(NUMBER, NUMBER, NUMBER)
def test_no_single_step_neuron_computes_xor(w1, w2, b):
    assert neurons.truth_table(lambda x1, x2: neurons.fires(((w1, w2), b), x1, x2)) != (0, 1, 1, 0)
