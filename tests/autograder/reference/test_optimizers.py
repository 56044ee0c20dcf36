"""Optimizers: against sums in 60 digits over all gradients so far, one number at a time; Nesterov in another variable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, localcontext
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad as automatic
from hypothesis import given
from hypothesis import strategies as st

from autograder.reference import optimizers as reference

GRADIENTS = st.lists(st.floats(-100, 100).map(lambda x: round(x, 3)), min_size=1, max_size=8)
SHARES = st.floats(0, 0.999).map(lambda x: round(x, 3))
RATES = st.floats(1e-4, 1).map(lambda x: round(x, 4))
EPS = st.sampled_from([1e-8, 1e-6, 1e-3, 1.0])


def walked(step: Callable[..., Any], theta: Any, given_: Sequence[Any], **options: float) -> list[Any]:
    """Take the steps; return theta after each."""
    state: dict[str, Any] = {}
    places = []
    for each in given_:
        theta, state = step(theta, each, state, **options)
        places.append(theta)
    return places


def decimals(*numbers: float) -> list[Decimal]:
    return [Decimal(x) for x in numbers]


def total(numbers: Any) -> Decimal:
    return sum(numbers, Decimal(0))


def averaged(numbers: Sequence[Decimal], share: Decimal) -> Decimal:
    """A moving average from 0, written out: (1 − β) Σ β^(t − i) x_i."""
    t = len(numbers)
    return (1 - share) * total(share ** (t - i) * x if t - i else x for i, x in enumerate(numbers, start=1))


def freed(average: Decimal, share: Decimal, t: int) -> Decimal:
    """Divide by the sum of the weights: (1 − β) (1 + β + … + β^(t − 1))."""
    return average / ((1 - share) * total(share**k if k else Decimal(1) for k in range(t)))


def places(theta: float, moves: Sequence[Decimal]) -> list[float]:
    return [float(Decimal(theta) + total(moves[: i + 1])) for i in range(len(moves))]


def compare(got: Sequence[Any], want: Sequence[float]) -> None:
    assert [float(x) for x in got] == pytest.approx(want, rel=1e-9, abs=1e-9)


@given(GRADIENTS, RATES, SHARES)
def test_momentum(grads: list[float], rate: float, gamma: float) -> None:
    with localcontext(prec=60):
        eta, share = decimals(rate, gamma)
        g = decimals(*grads)
        moves = [
            -eta * total(share ** (t - i) * x if t - i else x for i, x in enumerate(g[:t], start=1))
            for t in range(1, len(g) + 1)
        ]
        compare(walked(reference.momentum_step, 1.0, grads, learning_rate=rate, gamma=gamma), places(1.0, moves))


@pytest.mark.parametrize(("rate", "gamma"), [(0.1, 0.5), (0.02, 0.9), (0.3, 0.0)])
def test_nesterov_in_the_variable_of_the_look_ahead(rate: float, gamma: float) -> None:
    """With p = θ − γ v the same steps are p ← p − γ v − η ∇J(p), and θ = p + γ v."""
    slope = automatic(lambda t: anp.sum(t**2) + 0.1 * anp.sum(t**4) - anp.prod(t))
    theta = np.array([0.7, -1.2])
    look, v, want = theta.copy(), np.zeros(2), []
    for _ in range(5):
        g = slope(look)
        v = gamma * v + rate * g
        look = look - rate * g - gamma * v
        want.append(look + gamma * v)
    got = walked(reference.nesterov_step, theta, [slope] * 5, learning_rate=rate, gamma=gamma)
    np.testing.assert_allclose(got, want, rtol=1e-12)


@given(GRADIENTS, RATES, EPS)
def test_adagrad(grads: list[float], rate: float, eps: float) -> None:
    with localcontext(prec=60):
        eta, e = decimals(rate, eps)
        g = decimals(*grads)
        moves = [-eta * g[t] / (total(x * x for x in g[: t + 1]) + e).sqrt() for t in range(len(g))]
        compare(walked(reference.adagrad_step, 1.0, grads, learning_rate=rate, eps=eps), places(1.0, moves))


@given(GRADIENTS, RATES, SHARES, EPS)
def test_rmsprop(grads: list[float], rate: float, rho: float, eps: float) -> None:
    with localcontext(prec=60):
        eta, share, e = decimals(rate, rho, eps)
        g = decimals(*grads)
        moves = [-eta * g[t] / (averaged([x * x for x in g[: t + 1]], share) + e).sqrt() for t in range(len(g))]
        got = walked(reference.rmsprop_step, 1.0, grads, learning_rate=rate, rho=rho, eps=eps)
        compare(got, places(1.0, moves))


@given(GRADIENTS, SHARES, EPS)
def test_adadelta(grads: list[float], rho: float, eps: float) -> None:
    with localcontext(prec=60):
        share, e = decimals(rho, eps)
        g, moves = decimals(*grads), []
        for t in range(len(g)):
            above = averaged([x * x for x in moves], share) + e
            below = averaged([x * x for x in g[: t + 1]], share) + e
            moves.append(-(above / below).sqrt() * g[t])
        compare(walked(reference.adadelta_step, 1.0, grads, rho=rho, eps=eps), places(1.0, moves))


@given(GRADIENTS, RATES, SHARES, SHARES, EPS)
def test_adam_and_nadam(grads: list[float], rate: float, beta1: float, beta2: float, eps: float) -> None:
    with localcontext(prec=60):
        eta, one, two, e = decimals(rate, beta1, beta2, eps)
        g, adam, nadam = decimals(*grads), [], []
        for t in range(1, len(g) + 1):
            m = freed(averaged(g[:t], one), one, t)
            below = freed(averaged([x * x for x in g[:t]], two), two, t).sqrt() + e
            adam.append(-eta * m / below)
            nadam.append(-eta * (one * m + freed((1 - one) * g[t - 1], one, t)) / below)
        options = {"learning_rate": rate, "beta1": beta1, "beta2": beta2, "eps": eps}
        compare(walked(reference.adam_step, 1.0, grads, **options), places(1.0, adam))
        compare(walked(reference.nadam_step, 1.0, grads, **options), places(1.0, nadam))


@given(GRADIENTS, RATES, SHARES, SHARES)
def test_adamax(grads: list[float], rate: float, beta1: float, beta2: float) -> None:
    with localcontext(prec=60):
        eta, one, two = decimals(rate, beta1, beta2)
        g, moves = decimals(*grads), []
        for t in range(1, len(g) + 1):
            u = max(abs(x) * (two ** (t - i) if t - i else 1) for i, x in enumerate(g[:t], start=1))
            m = freed(averaged(g[:t], one), one, t)
            moves.append(-eta * m / u if u else Decimal(0))
        got = walked(reference.adamax_step, 1.0, grads, learning_rate=rate, beta1=beta1, beta2=beta2)
        compare(got, places(1.0, moves))


STEPS = {
    "momentum": reference.momentum_step,
    "adagrad": reference.adagrad_step,
    "rmsprop": reference.rmsprop_step,
    "adadelta": reference.adadelta_step,
    "adam": reference.adam_step,
    "adamax": reference.adamax_step,
    "nadam": reference.nadam_step,
}

FIRST = {  # of the gradient 3 from 1, with the defaults: in words, one step of each rule
    "momentum": 1 - 0.01 * 3,
    "adagrad": 1 - 0.01,
    "rmsprop": 1 - 0.001 / 0.1**0.5,
    "adadelta": 1 - (1e-6 / (0.9 + 1e-6)) ** 0.5 * 3,
    "adam": 1 - 0.001,
    "adamax": 1 - 0.002,
    "nadam": 1 - 0.001 * 1.9,
}


@pytest.mark.parametrize("name", STEPS)
def test_the_first_step_with_defaults(name: str) -> None:
    theta, _ = STEPS[name](np.float64(1.0), np.float64(3.0), {})
    assert theta == pytest.approx(FIRST[name], rel=1e-10, abs=2e-9)


@pytest.mark.parametrize("name", STEPS)
def test_every_entry_goes_its_own_way(name: str) -> None:
    rng = np.random.default_rng(1)
    theta, grads = rng.normal(size=(2, 3)), rng.normal(size=(4, 2, 3))
    together = walked(STEPS[name], theta, list(grads))[-1]
    assert together.shape == (2, 3)
    for index in np.ndindex(2, 3):
        alone = walked(STEPS[name], float(theta[index]), [float(g[index]) for g in grads])[-1]
        assert alone == pytest.approx(together[index], rel=1e-14)


@pytest.mark.parametrize("name", STEPS)
def test_a_step_is_pure_and_bears_zero(name: str) -> None:
    theta, grad = np.array([1.0, 2.0]), np.array([0.0, 3.0])
    for array in (theta, grad):
        array.flags.writeable = False
    first, state = STEPS[name](theta, grad, {})
    for value in state.values():
        if isinstance(value, np.ndarray):
            value.flags.writeable = False
    kept = dict(state)
    once, twice = (STEPS[name](first, grad, state)[0] for _ in range(2))
    assert state == kept or list(state) == list(kept)
    assert once.tolist() == twice.tolist()
    assert once[0] == 1.0
    assert np.isfinite(once).all()
