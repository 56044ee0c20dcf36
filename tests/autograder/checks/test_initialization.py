"""Lesson 12: right answers pass however they are written or drawn, wrong ones fail, and the mistakes behind them are named."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from autograder.checks import exercises
from autograder.checks.exercise import Examination
from autograder.checks.initialization import laws, sampled
from autograder.checks.initialization.laws import MISS, Law, share_bound, strays
from autograder.checks.initialization.sampled import SampledExercise
from tests.autograder.checks.junk import JUNK

LESSON = "12-initialization"
CHECKS = exercises(LESSON)
SAMPLED = {name: check for name, check in CHECKS.items() if isinstance(check, SampledExercise)}


def examine(exercise: str, answer: Any) -> Examination:
    return CHECKS[exercise].examine(answer)


# Right answers


def zeros_by_loop(layer_sizes: Any) -> Any:
    params = []
    for layer in range(1, len(layer_sizes)):
        W = np.zeros((layer_sizes[layer], layer_sizes[layer - 1]))
        b = np.zeros((layer_sizes[layer], 1))
        params.append([W, b])
    return params


def zeros_by_lists(layer_sizes: Any) -> Any:
    return [(np.array([[0.0] * a] * n), np.array([[0.0]] * n)) for a, n in pairwise(layer_sizes)]


def symmetric_by_loops(W: Any) -> Any:
    for i in range(W.shape[0]):
        for k in range(i + 1, W.shape[0]):
            if np.max(np.abs(W[i] - W[k])) < 1e-12:
                return True
    return False


def symmetric_number_by_number(W: Any) -> Any:
    return any(
        i != k and all(abs(x - y) <= 1e-12 for x, y in zip(one, other, strict=True))
        for i, one in enumerate(W.tolist())
        for k, other in enumerate(W.tolist())
    )


def symmetric_by_broadcasting(W: Any) -> Any:
    apart = np.abs(W[:, None, :] - W[None, :, :]).max(axis=2)
    np.fill_diagonal(apart, np.inf)
    return (apart <= 1e-12).any()


def spread_by_forward_pass(params: Any, X: Any, g: Any) -> Any:
    activations = [X]
    for W, b in params:
        activations.append(g(np.dot(W, activations[-1]) + b))
    return [np.std(A) for A in activations[1:]]


def spread_by_hand(params: Any, X: Any, g: Any) -> Any:
    A, spread = X, ()
    for W, b in params:
        A = g(np.add(np.matmul(W, A), b))
        mean = A.sum() / A.size
        spread += (math.sqrt(sum((a - mean) ** 2 for a in A.flat) / A.size),)
    return spread


def spread_by_recursion(params: Any, X: Any, g: Any) -> Any:
    if not params:
        return []
    (W, b), *rest = params
    A = g(W @ X + b)
    return [np.sqrt(np.var(A)), *spread_by_recursion(rest, A, g)]


def from_the_last_layer(layer_sizes: Any, rng: Any, deviation: Callable[[int, int], float]) -> Any:
    """Another order of calls: the last layer first, and its biases in between."""
    params: list[Any] = []
    for layer in range(len(layer_sizes) - 1, 0, -1):
        n, a = layer_sizes[layer], layer_sizes[layer - 1]
        b = 0 * rng.standard_normal((n, 1))
        params.insert(0, (deviation(n, a) * rng.standard_normal((n, a)), b))
    return params


def number_by_number(layer_sizes: Any, rng: Any, deviation: Callable[[int, int], float]) -> Any:
    return [
        (
            np.array([[rng.normal(0, deviation(n, a)) for _ in range(a)] for _ in range(n)]),
            np.array([[0.0] for _ in range(n)]),
        )
        for a, n in pairwise(layer_sizes)
    ]


def turned(layer_sizes: Any, rng: Any, deviation: Callable[[int, int], float]) -> Any:
    return [(rng.normal(scale=deviation(n, a), size=(a, n)).T, np.zeros([n, 1])) for a, n in pairwise(layer_sizes)]


def all_at_once(layer_sizes: Any, rng: Any, deviation: Callable[[int, int], float]) -> Any:
    pairs = list(pairwise(layer_sizes))
    numbers = rng.standard_normal(sum(a * n for a, n in pairs))
    params, start = [], 0
    for a, n in pairs:
        params.append((numbers[start : start + a * n].reshape(n, a) * deviation(n, a), np.zeros((n, 1))))
        start += a * n
    return tuple(params)


def box_muller(layer_sizes: Any, rng: Any, deviation: Callable[[int, int], float]) -> Any:
    def normal(n: int, a: int) -> Any:
        radius = np.sqrt(-2 * np.log(1 - rng.random((n, a))))
        return radius * np.cos(2 * np.pi * rng.random((n, a)))

    return [(normal(n, a) * deviation(n, a), np.zeros((n, 1))) for a, n in pairwise(layer_sizes)]


def multivariate(layer_sizes: Any, rng: Any, deviation: Callable[[int, int], float]) -> Any:
    seed = np.random.default_rng(rng.integers(2**60))
    return [(deviation(n, a) * seed.normal(size=(n, a)), np.full((n, 1), 0.0)) for a, n in pairwise(layer_sizes)]


def xavier(n: int, a: int) -> float:
    return math.sqrt(2 / (a + n))


def he(n: int, a: int) -> float:
    return math.sqrt(2 / a)


NORMAL = (from_the_last_layer, number_by_number, turned, all_at_once, box_muller, multivariate)


def _uniform(draw: Callable[[Any, float, tuple[int, int]], Any]) -> Callable[..., Any]:
    return lambda layer_sizes, epsilon, rng: [
        (draw(rng, epsilon, (n, a)), np.zeros((n, 1))) for a, n in pairwise(layer_sizes)
    ]


RIGHT: dict[str, list[Callable[..., Any]]] = {
    "zero_initialization": [
        zeros_by_loop,
        zeros_by_lists,
        lambda sizes: tuple((np.zeros([n, a]), np.zeros([n, 1])) for a, n in pairwise(sizes)),
        lambda sizes: [(0.0 * np.ones((n, a)), -np.zeros((n, 1))) for a, n in pairwise(sizes)],
    ],
    "is_symmetric": [
        symmetric_by_loops,
        symmetric_number_by_number,
        symmetric_by_broadcasting,
        lambda W: any(np.allclose(a, b, rtol=0, atol=1e-12) for a, b in combinations(W, 2)),
        lambda W: len(np.unique(np.round(W, 12), axis=0)) < len(W),
        lambda W: np.any([np.linalg.norm(a - b) <= 1e-12 for a, b in combinations(W, 2)]),
        lambda W: np.bool_(any(np.sum(np.abs(a - b)) < 1e-12 for a, b in combinations(W, 2))),
    ],
    "activation_spread": [spread_by_forward_pass, spread_by_hand, spread_by_recursion],
    "uniform_initialization": [
        _uniform(lambda rng, e, shape: rng.uniform(low=-e, high=e, size=shape)),
        _uniform(lambda rng, e, shape: (2 * rng.random(shape) - 1) * e),
        _uniform(lambda rng, e, shape: rng.random(shape) * 2 * e - e),
        _uniform(lambda rng, e, shape: e - 2 * e * rng.random(shape)),
        _uniform(lambda rng, e, shape: (rng.random(shape) - 0.5) * (2 * e)),
        _uniform(
            lambda rng, e, shape: np.array([[rng.uniform(-e, e) for _ in range(shape[1])] for _ in range(shape[0])])
        ),
        _uniform(lambda rng, e, shape: rng.choice([-1.0, 1.0], size=shape) * rng.uniform(0, e, size=shape)),
    ],
    "xavier_initialization": [lambda sizes, rng, f=f: f(sizes, rng, xavier) for f in NORMAL],  # type: ignore[misc]
    "he_initialization": [lambda sizes, rng, f=f: f(sizes, rng, he) for f in NORMAL],  # type: ignore[misc]
}


@pytest.mark.parametrize(("exercise", "answer"), [(name, g) for name, answers in RIGHT.items() for g in answers])
def test_a_right_answer_passes_however_it_is_written(exercise: str, answer: Callable[..., Any]) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 1, examination.message


def test_right_answers_to_the_questions() -> None:
    assert examine("questions", {"q1": "D", "q2": math.sqrt(2 / 200), "q3": " c"}).credit == 1
    assert examine("questions", {"q1": "d", "q2": np.float64(0.1), "q3": "d"}).credit == pytest.approx(2 / 3)


# The statistics


def test_the_false_alarms_of_all_tests_together_are_below_one_in_a_million() -> None:
    """Three tests (mean, mean square, shape) for each wide layer of each exercise; each fails with at most `MISS`."""
    layers = sum(len(draw.sizes) - 1 for check in SAMPLED.values() for draw in check.draws() if max(draw.sizes) > 100)
    assert layers == 3 * 4
    assert 3 * layers * MISS < 1e-6 / 10


def chi_square_above(x: float, n: int) -> float:
    """The probability that chi-square with n degrees of freedom, n even, exceeds x: e^(-x/2) Σ (x/2)^k / k!, k < n/2."""
    logs = [k * math.log(x / 2) - math.lgamma(k + 1) - x / 2 for k in range(n // 2)]
    top = max(logs)
    return math.exp(top) * math.fsum(math.exp(each - top) for each in logs)


def chi_square_below(x: float, n: int) -> float:
    """The probability of less than x: the rest of the same sum."""
    logs = [k * math.log(x / 2) - math.lgamma(k + 1) - x / 2 for k in range(n // 2, n)]
    top = max(logs)
    return math.exp(top) * math.fsum(math.exp(each - top) for each in logs)


@pytest.mark.parametrize("n", [100, 9_600, 24_000])
def test_the_bounds_for_normal_weights_against_exact_probabilities(n: int) -> None:
    law = Law("normal", 0.5, "")
    standard_errors = law.mean_bound(n) / (0.5 / math.sqrt(n))
    assert standard_errors > 5.5
    assert math.erfc(standard_errors / math.sqrt(2)) < MISS
    low, high = (n * bound / 0.25 for bound in law.square_bounds(n))
    outside = chi_square_above(high, n) + (chi_square_below(low, n) if low > 0 else 0.0)
    assert outside < MISS
    # Not wider than need be: a little inside, the probability is much larger than what is allowed.
    assert chi_square_above(n + 0.75 * (high - n), n) > 10 * outside


@pytest.mark.parametrize("shape", ["normal", "uniform"])
def test_the_bounds_hold_where_misses_are_frequent_enough_to_be_counted(shape: Any) -> None:
    """With a probability of 1 in 20 in place of `MISS`, each test fails for fewer than 1 in 20 of 2,000 right layers."""
    law, n, miss, tries = Law(shape, 0.5, ""), 200, 0.05, 2000
    rng = np.random.default_rng(7)
    draws = rng.normal(0, 0.5, (tries, n)) if shape == "normal" else rng.uniform(-law.limit, law.limit, (tries, n))
    low, high = law.square_bounds(n, miss)
    squares = np.mean(draws**2, axis=1)
    shares = np.sort([[law.share_below(x) for x in row] for row in np.sort(draws, axis=1)[:400].tolist()])
    steps = np.arange(n + 1) / n
    apart = np.maximum(steps[1:] - shares, shares - steps[:-1]).max(axis=1)
    assert 0 < np.mean(np.abs(draws.mean(axis=1)) > law.mean_bound(n, miss)) < miss
    assert np.mean((squares < low) | (squares > high)) < miss
    assert 0 < np.mean(apart > share_bound(n, miss)) < miss * 1.6  # 400 tries: 3 standard errors


def test_a_thousand_right_layers_pass() -> None:
    rng = np.random.default_rng(8)
    for shape, draw in (
        ("normal", lambda: rng.normal(0, 1, 2000)),
        ("uniform", lambda: rng.uniform(-(3**0.5), 3**0.5, 2000)),
    ):
        law = Law(shape, 1.0, "")  # type: ignore[arg-type]
        assert all(strays(law, draw()) is None for _ in range(500))


def test_right_samplers_pass_with_other_seeds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A right answer is judged on one draw only; that one is as good as any other."""
    plain = sampled.Draw.case.fget
    assert plain is not None
    for more in range(1, 16):
        monkeypatch.setattr(
            sampled.Draw, "case", property(lambda draw, more=more: plain(replace(draw, seed=draw.seed + 1000 * more)))
        )
        for name, check in SAMPLED.items():
            assert check.examine(check.reference).credit == 1, (name, more)


@pytest.mark.parametrize("factor", [0.9, 1.1])
def test_a_spread_that_is_off_by_a_tenth_is_noticed(factor: float) -> None:
    def nearly(layer_sizes: Any, rng: Any) -> Any:
        return turned(layer_sizes, rng, lambda n, a: factor * xavier(n, a))

    examination = examine("xavier_initialization", nearly)
    assert examination.credit == 0
    assert "times what is expected" in examination.message


@pytest.mark.parametrize("layer", [1, 2])
def test_one_wrong_layer_is_enough(layer: int) -> None:
    def answer(layer_sizes: Any, rng: Any) -> Any:
        params = turned(layer_sizes, rng, he)
        return [(W / 2 if number == layer else W, b) for number, (W, b) in enumerate(params, start=1)]

    examination = examine("he_initialization", answer)
    assert examination.credit == 0
    assert f"W of layer {layer} with mean" in examination.message


def test_a_number_of_another_kind_is_commented_on() -> None:
    assert "Xavier's formula" in examine("questions", {"q2": math.sqrt(2 / 250)}).message
    assert "Two steps" in examine("questions", {"q2": 12.5}).message


# Wrong answers


DRAWN_ANOTHER_WAY: list[tuple[str, str, Callable[..., Any]]] = [
    ("xavier_initialization", "variance-for-deviation", lambda s, r: all_at_once(s, r, lambda n, a: 2 / (a + n))),
    ("he_initialization", "variance-for-deviation", lambda s, r: from_the_last_layer(s, r, lambda n, a: 2 / a)),
    ("he_initialization", "fan-out", lambda s, r: turned(s, r, lambda n, a: math.sqrt(2 / n))),
    ("he_initialization", "xavier", lambda s, r: box_muller(s, r, xavier)),
    ("xavier_initialization", "fan-in-only", lambda s, r: number_by_number(s, r, he)),
    ("he_initialization", "two-missing", lambda s, r: box_muller(s, r, lambda n, a: a**-0.5)),
    ("uniform_initialization", "positive-only", _uniform(lambda rng, e, shape: rng.random(shape[::-1]).T * e)),
    ("uniform_initialization", "half-as-wide", _uniform(lambda rng, e, shape: (rng.random(shape) - 0.5) * e)),
    (
        "he_initialization",
        "biases-drawn",
        lambda s, r: [(W, r.uniform(size=b.shape)) for W, b in turned(s, r, he)],
    ),
    (
        "he_initialization",
        "another-source",
        lambda s, r: turned(s, np.random.Generator(np.random.MT19937()), he),
    ),
    ("xavier_initialization", "own-generator", lambda s, r: turned(s, np.random.default_rng(42), xavier)),
]


@pytest.mark.parametrize(
    ("exercise", "name", "answer"), DRAWN_ANOTHER_WAY, ids=[f"{e}-{n}" for e, n, _ in DRAWN_ANOTHER_WAY]
)
def test_a_mistake_is_recognised_however_it_is_drawn(exercise: str, name: str, answer: Callable[..., Any]) -> None:
    assert examine(exercise, answer).misconception == name


@pytest.mark.parametrize("exercise", sorted(SAMPLED))
@pytest.mark.parametrize(("by", "name"), [("row", "equal-rows"), ("column", "equal-columns")])
def test_numbers_that_are_used_again_are_named_whatever_they_are(exercise: str, by: str, name: str) -> None:
    for skipped in range(6):

        def answer(layer_sizes: Any, *more: Any) -> Any:
            more[-1].random(skipped)  # noqa: B023
            params = SAMPLED[exercise].reference(layer_sizes, *more)
            return [
                (np.tile(W[:1], (len(W), 1)) if by == "row" else np.tile(W[:, :1], W.shape[1]), b) for W, b in params
            ]

        assert examine(exercise, answer).misconception == name


def test_the_evidence_says_what_was_measured_and_what_is_expected() -> None:
    lines = examine("he_initialization", lambda s, r: turned(s, r, lambda n, a: 2 / a)).message.splitlines()
    assert lines[2] == "Tried:    he_initialization([200, 120, 80], rng)"
    assert lines[3].startswith("Got:      W of layer 1 with mean ")
    assert "standard deviation 0.00993" in lines[3]
    assert lines[4] == "Expected: mean 0 and standard deviation 0.1 (normal distribution, variance 2 / 200)"
    assert lines[5] == "The standard deviation is 0.0993 times what is expected."


def test_the_shape_of_a_distribution_is_explained() -> None:
    message = examine("xavier_initialization", lambda s, r: laplace(s, r)).message
    assert "Mean and standard deviation are right, the shape is not" in message
    assert "in a normal distribution it is 68%" in message


def laplace(layer_sizes: Any, rng: Any) -> Any:
    return [(rng.laplace(0, xavier(n, a) / math.sqrt(2), (n, a)), np.zeros((n, 1))) for a, n in pairwise(layer_sizes)]


def _he(W: Callable[[Any], Any] = lambda W: W, b: Callable[[Any], Any] = lambda b: b) -> Callable[..., Any]:
    return lambda sizes, rng: [(W(one), b(other)) for one, other in turned(sizes, rng, he)]


def _last_bias(sizes: Any, rng: Any) -> Any:
    params = turned(sizes, rng, he)
    params[-1][1][0] = 1e-9
    return params


def _spoiled(sizes: Any, rng: Any) -> Any:
    params = turned(sizes, rng, he)
    params[0][0][0, 0] = np.nan
    return params


def _two_equal_rows(sizes: Any, rng: Any) -> Any:
    params = turned(sizes, rng, he)
    for W, _ in params:
        W[-1] = W[0]
    return params


def _two_equal_layers(sizes: Any, rng: Any) -> Any:
    params = turned(sizes, rng, he)
    return [params[0], *((params[0][0] if W.shape == params[0][0].shape else W, b) for W, b in params[1:])]


SLIPS: list[tuple[str, Any, str]] = [
    ("zero_initialization", lambda sizes: None, "`return` line"),
    ("zero_initialization", lambda sizes: np.zeros((2, 3)), "an array of shape (2, 3); a list is expected"),
    ("zero_initialization", lambda sizes: [np.zeros((3, 2))] * (len(sizes) - 1), "a pair is expected, (W, b)"),
    ("zero_initialization", lambda: [], "zero_initialization(layer_sizes)"),
    ("is_symmetric", lambda W: None, "`return` line"),
    ("is_symmetric", lambda W: "yes", "the text 'yes'"),
    ("is_symmetric", lambda W: W[0] == W, "an array of shape"),
    ("activation_spread", lambda params, X, g: None, "`return` line"),
    ("activation_spread", lambda params, X: [], "activation_spread(params, X, g)"),
    ("activation_spread", lambda params, X, g: {"A1": 1.0}, "a dict; a list is expected"),
    (
        "activation_spread",
        lambda params, X, g: [[s] for s in spread_by_hand(params, X, g)],
        "The spread of layer 1 is a list",
    ),
    ("activation_spread", lambda params, X, g: iter(spread_by_hand(params, X, g)), "a list is expected"),
    ("he_initialization", None, "should be a function"),
    ("he_initialization", lambda sizes, rng: None, "`return` line"),
    ("he_initialization", lambda sizes: [], "he_initialization(layer_sizes, rng)"),
    ("he_initialization", lambda sizes, rng: 1 / 0, "ZeroDivisionError"),
    ("he_initialization", lambda sizes, rng: rng.randn(3, 2), "AttributeError"),
    ("he_initialization", _he(lambda W: W.tolist()), "W of layer 1 is a list"),
    ("he_initialization", _he(lambda W: W.astype(np.float32)), "float32"),
    ("he_initialization", _he(b=lambda b: b.astype(int)), "b of layer 1 is stored as int64"),
    ("he_initialization", _last_bias, "The biases of layer 2 are not 0."),
    ("he_initialization", _spoiled, "W of layer 1 holds nan"),
    ("he_initialization", _two_equal_rows, "equal rows, 0 and 29 for instance"),
    ("he_initialization", _two_equal_layers, "layers 1 and 2 with the same weights"),
    ("he_initialization", lambda sizes, rng: sizes.reverse(), "`layer_sizes` was changed in place"),
    ("uniform_initialization", lambda sizes, rng: [], "uniform_initialization(layer_sizes, epsilon, rng)"),
    (
        "uniform_initialization",
        _uniform(lambda rng, e, shape: rng.uniform(-e, 1.01 * e, shape)),
        "No weight may lie outside",
    ),
    (
        "uniform_initialization",
        _uniform(lambda rng, e, shape: rng.triangular(-e, 0, e, shape)),
        "times what is expected",
    ),
    (
        "xavier_initialization",
        lambda s, r: [(W + 0.05, b) for W, b in turned(s, r, xavier)],
        "as much above 0 as below",
    ),
]


@pytest.mark.parametrize(("exercise", "answer", "words"), SLIPS, ids=[f"{n}-{w}" for n, _, w in SLIPS])
def test_a_slip_is_described(exercise: str, answer: Any, words: str) -> None:
    examination = examine(exercise, answer)
    assert examination.credit == 0
    assert words in examination.message, examination.message


@settings(max_examples=30, deadline=None)
@given(JUNK, JUNK)
def test_an_examination_never_fails_for_what_stands_in_the_pairs(one: Any, other: Any) -> None:
    for name, check in SAMPLED.items():
        assert check.examine(lambda sizes, *more: [(one, other)] * (len(sizes) - 1)).credit == 0, name


def test_a_list_put_into_itself() -> None:
    knot: list[Any] = []
    knot.append((knot, knot))
    assert examine("he_initialization", lambda sizes, rng: knot).credit == 0


# What an author has to keep


def test_a_law_is_that_of_the_reference() -> None:
    assert laws.SHAPES.keys() == {"normal", "uniform"}
    assert Law("uniform", 0.3 / math.sqrt(3), "").limit == pytest.approx(0.3)
    assert Law("uniform", 1.0, "").share_below(0.0) == Law("normal", 1.0, "").share_below(0.0) == 0.5
    assert Law("normal", 2.0, "").share_below(2.0) == pytest.approx(0.841344746)
    assert [Law("uniform", 1.0, "").share_below(x) for x in (-9.0, 9.0)] == [0.0, 1.0]
