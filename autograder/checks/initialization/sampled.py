"""A function that draws: it is judged by what its numbers have in common, since every right one draws others.

In order: what it stops with, the form (pairs, shapes, types), the biases, whether the numbers come from the generator that was
passed, whether layers or neurons share them, and the distribution. `laws` says how seldom a right answer fails.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from autograder.checks import wording
from autograder.checks.exercise import Examination, Misconception
from autograder.checks.gradient_checking.pairs import layers_of
from autograder.checks.initialization.laws import SHAPES, Law, like, strays
from autograder.checks.outcome import Case, Outcome, Tolerance, call, problem_with
from autograder.reference.activations import Array

ANY_NUMBERS = Tolerance(0.0, 1e300)
UNWRITTEN = "is not written yet"
DEPTH = 3  # of the lists in what a function returned, as far as it is looked into
LARGE = 900  # numbers, from which on a sample says something about a distribution
FEW = 50  # numbers, below which two samples are not compared

SMALL_SIZES = ([2, 3, 1], [2, 2], [1, 1], [4, 1, 3], [3, 2, 2, 3])
SQUARE_SIZES = [30, 30, 30]
WIDE_SIZES = ([200, 120, 80], [4, 2500, 5])

LawOf = Callable[..., Law]


@dataclass(frozen=True)
class Draw:
    """A case: the sizes, further arguments, and the seed of the generator, which comes last."""

    sizes: list[int]
    more: tuple[Any, ...]
    seed: int

    @property
    def case(self) -> Case:
        """Make the arguments, with a new generator."""
        return Case((self.sizes, *self.more, np.random.default_rng(self.seed)))


@dataclass(frozen=True)
class Problem:
    """What is wrong with a network: what came out, what is expected, and the sentence about it."""

    got: str
    expected: str
    said: str


@dataclass(frozen=True)
class SampledExercise:
    """The student writes a function that draws params: `function(layer_sizes, *more, rng)`.

    `law(n, n_prev, *more)` is what the weights of a layer are drawn from. `more` are the further arguments to try, one tuple
    for each call, over and over. A misconception is a function that draws; an answer is recognised as one when what it
    returns has the same form and the same biases, uses the generator in the same way, and is distributed alike.
    """

    name: str
    reference: Callable[..., Any]
    law: LawOf
    more: Sequence[tuple[Any, ...]]
    misconceptions: Sequence[Misconception]

    def draws(self) -> list[Draw]:
        """Return what is drawn: small networks, three of square layers (the first two with equal generators), wide ones."""
        more = [self.more[i % len(self.more)] for i in range(len(SMALL_SIZES) + len(WIDE_SIZES))]
        small = [Draw(sizes, more.pop(0), 10 + i) for i, sizes in enumerate(SMALL_SIZES)]
        square = [Draw(SQUARE_SIZES, self.more[0], seed) for seed in (20, 20, 21)]
        return [*small, *square, *(Draw(sizes, more.pop(0), 30 + i) for i, sizes in enumerate(WIDE_SIZES))]

    def examine(self, answer: Any) -> Examination:
        """Draw with the answer and name the first thing that is wrong."""
        if not callable(answer):
            return Examination(
                0, f"`{self.name}` is {wording.kind(answer)}; it should be a function. Was the name used again?"
            )
        draws = self.draws()
        outcomes = [call(answer, draw.case) for draw in draws]
        found = self._found(draws, outcomes)
        if found is None:
            weights = sum(b * a for draw in draws for a, b in zip(draw.sizes, draw.sizes[1:], strict=False))
            return Examination(
                1, f"All {len(draws)} networks are right: shapes, biases and how their {weights:,} weights are spread."
            )
        draw, problem = found
        if UNWRITTEN in problem.said:
            return Examination(0, problem.said)
        matched = next((m for m in self.misconceptions if self._matches(m, draws, outcomes)), None)
        lines = [matched.sentence, ""] if matched else []
        lines.append(f"Tried:    {self.name}({', '.join(map(wording.typed, (draw.sizes, *draw.more)))}, rng)")
        if problem.got:
            lines += [f"Got:      {problem.got}", f"Expected: {problem.expected}"]
        lines.append(problem.said)
        return Examination(0, "\n".join(lines), matched.name if matched else None)

    def _found(self, draws: Sequence[Draw], outcomes: Sequence[Outcome]) -> tuple[Draw, Problem] | None:
        """Return the first problem, and the draw that shows it."""
        for draw, outcome in zip(draws, outcomes, strict=True):
            if problem := self._stopped(outcome) or _form(draw, outcome.value):
                return draw, problem
        networks = [[W for W, _ in outcome.value] for outcome in outcomes]
        at = len(SMALL_SIZES)
        for draw, network in zip(draws[:at], networks, strict=False):
            if problem := self._spread(draw, network, only_limits=True):
                return draw, problem
        if problem := _source(*networks[at : at + 3]) or _shared(networks[at]):
            return draws[at], problem
        for draw, network in zip(draws[at + 3 :], networks[at + 3 :], strict=True):
            if problem := self._spread(draw, network):
                return draw, problem
        return None

    def _stopped(self, outcome: Outcome) -> Problem | None:
        names = list(inspect.signature(self.reference).parameters)
        if outcome.error:
            error, text = outcome.error
            if error == "NotImplementedError":
                return Problem("", "", f"`{self.name}` {UNWRITTEN}: it still raises NotImplementedError.")
            hint = f" The function is called as `{self.name}({', '.join(names)})`." if "argument" in text else ""
            said = f': "{text[:200]}"' if text else ""
            return Problem("", "", f"Your function stopped with {error}{said}.{hint}")
        if outcome.changed:
            changed = " and ".join(f"`{names[i] if isinstance(i, int) else i}`" for i in outcome.changed)
            return Problem("", "", f"{changed} was changed in place: the caller still needs it. Read from it only.")
        return None

    def _spread(self, draw: Draw, network: Sequence[Array], only_limits: bool = False) -> Problem | None:
        """Return what is wrong with the distribution of the weights of some layer."""
        for number, W in enumerate(network, start=1):
            law = self.law(*W.shape, *draw.more)
            astray = strays(law, W)
            if astray is None or (only_limits and astray != "limit"):
                continue
            return _astray(astray, law, W, f"W of layer {number}")
        return None

    def _matches(self, misconception: Misconception, draws: Sequence[Draw], outcomes: Sequence[Outcome]) -> bool:
        return any(self._same(form, draws, outcomes) for form in misconception.forms)

    def _same(self, form: Callable[..., Any], draws: Sequence[Draw], outcomes: Sequence[Outcome]) -> bool:
        """Whether a mistake does the same as the answer; it is called only as long as it does."""
        always_stops = all(outcome.error for outcome in outcomes)
        theirs: list[Outcome] = []
        for draw, outcome in zip(draws, outcomes, strict=True):
            theirs.append(call(form, draw.case))
            if not _alike(outcome, theirs[-1], always_stops):
                return False
        at = len(SMALL_SIZES)
        return _habits(outcomes[at : at + 3]) == _habits(theirs[at : at + 3])


def _form(draw: Draw, value: Any) -> Problem | None:
    """Return what is wrong with the form of a network, or with its biases."""
    if value is None:
        return Problem("", "", problem_with(None, [], ANY_NUMBERS) or "")
    sizes = draw.sizes
    try:
        pairs = list(layers_of(value, len(sizes) - 1))
    except ValueError as error:
        return Problem(wording.shown(value), "a list of pairs (W, b)", str(error))
    for number, ((W, b), n_prev, n) in enumerate(zip(pairs, sizes, sizes[1:], strict=False), start=1):
        for name, array, shape, tolerance in (
            ("W", W, (n, n_prev), ANY_NUMBERS),
            ("b", b, (n, 1), Tolerance(0.0, 0.0)),
        ):
            what = f"{name} of layer {number}"
            problem = problem_with(array, np.zeros(shape), tolerance)
            if problem is None:
                continue
            said = wording.about(what, problem)
            if name == "b" and isinstance(array, np.ndarray) and array.shape == shape and array.dtype == np.float64:
                said = f"The biases of layer {number} are not 0."
            kind = "zeros" if name == "b" else "numbers"
            return Problem(f"{what}: {wording.shown(array)}", f"an array of {kind} of shape {shape}", said)
    return None


def _source(one: Sequence[Array], again: Sequence[Array], other: Sequence[Array]) -> Problem | None:
    """Return what is wrong when the numbers do not come from the generator; `one` and `again` had equal ones."""
    if any(np.array_equal(a, b) for a, b in zip(one, other, strict=True)):
        return Problem(
            "the same weights from a generator with another seed",
            "other weights",
            "The numbers do not come from the `rng` that is passed.",
        )
    if not all(np.array_equal(a, b) for a, b in zip(one, again, strict=True)):
        return Problem(
            "other weights from a generator with the same seed",
            "the same weights",
            "The numbers do not come from the `rng` that is passed, or not from it alone.",
        )
    return None


def _shared(network: Sequence[Array]) -> Problem | None:
    """Return what is wrong when layers or neurons have the same numbers."""
    for (i, one), (k, other) in combinations(enumerate(network, start=1), 2):
        if np.array_equal(one, other):
            same = f"layers {i} and {k} with the same weights"
            return Problem(same, "numbers of its own for every weight", "Nothing in them was drawn independently.")
    for number, W in enumerate(network, start=1):
        for what, lines in (("rows", W), ("columns", W.T)):
            if pair := _equal_pair(lines):
                return Problem(
                    f"W of layer {number} with equal {what}, {pair[0]} and {pair[1]} for instance",
                    "numbers of its own for every weight",
                    "Two neurons with equal weights stay equal for ever."
                    if what == "rows"
                    else "Every neuron weighs two of its inputs the same.",
                )
    return None


def _equal_pair(lines: Array) -> tuple[int, int] | None:
    """Return which two rows are the same, if any are."""
    seen: dict[bytes, int] = {}
    for i, line in enumerate(lines):
        first = seen.setdefault(line.tobytes(), i)
        if first != i:
            return first, i
    return None


def _astray(astray: str, law: Law, W: Array, what: str) -> Problem:
    if astray == "limit" and W.size <= wording.MOST_NUMBERS:
        limits = f"from {-law.limit:.3g} to {law.limit:.3g}"
        return Problem(f"{what}: {wording.shown(W)}", f"numbers {limits}", f"No weight may lie outside {limits[5:]}.")
    mean, deviation = float(np.mean(W)), float(np.std(W))
    low, high = float(np.min(W)), float(np.max(W))
    got = f"{what} with mean {mean:.2g} and standard deviation {deviation:.3g}, from {low:.3g} to {high:.3g}"
    limits = f", from {-law.limit:.3g} to {law.limit:.3g}" if law.shape == "uniform" else ""
    expected = (
        f"mean 0 and standard deviation {law.deviation:.3g}{limits} ({SHAPES[law.shape]}, variance {law.formula})"
    )
    if astray == "limit":
        said = f"No weight may lie outside {-law.limit:.3g} to {law.limit:.3g}."
    elif astray == "mean":
        said = "There should be as much above 0 as below." if low < 0 else "There are no negative weights."
    elif astray == "deviation":
        said = f"The standard deviation is {deviation / law.deviation:.3g} times what is expected."
    else:
        share = float(np.mean(np.abs(W) < law.deviation))
        usual = law.share_below(law.deviation) - law.share_below(-law.deviation)
        said = (
            f"Mean and standard deviation are right, the shape is not: {share:.0%} of the weights lie within one standard "
            f"deviation of 0; in a {SHAPES[law.shape]} it is {usual:.0%}."
        )
    return Problem(got, expected, said)


# --- Recognising a mistake ---


def _alike(one: Outcome, other: Outcome, always_stops: bool) -> bool:
    """Whether two networks have the same form, zeros in the same places, and are distributed alike where they are large."""
    if one.error or other.error:
        if one.error is None or other.error is None:
            return False
        return one.error == other.error if always_stops else one.error[0] == other.error[0]
    if one.changed != other.changed or _outline(one.value) != _outline(other.value):
        return False
    pairs = zip(_arrays(one.value), _arrays(other.value), strict=True)
    return all(_drawn_alike(a, b) for a, b in pairs if a.size >= LARGE and a.shape[-1] > 1)


def _drawn_alike(a: Array, b: Array) -> bool:
    """Whether two matrices may be drawn from one distribution; of equal rows or columns one counts, as it was drawn once."""
    a, b = _once(a), _once(b)
    return a.shape == b.shape and (a.size < FEW or like(a, b))


def _once(array: Array) -> Array:
    """Return a matrix with one each of its equal rows and of its equal columns."""
    if array.ndim != 2:
        return array
    for _ in range(2):
        kept = list({line.tobytes(): i for i, line in enumerate(array)}.values())
        array = array[kept].T
    return array


def _outline(value: Any, depth: int = 0) -> Any:
    """Return the form of a value, with what its arrays hold in a word."""
    if isinstance(value, (list, tuple)) and depth < DEPTH:
        return [_outline(each, depth + 1) for each in value]
    if type(value) is np.ndarray:
        return value.shape, value.dtype.str, _contents(value)
    return type(value).__name__


def _contents(array: Array) -> str:
    if not _sound(array):
        return "odd"
    if not array.any():
        return "zeros"
    if array.size == 1:
        return "number"
    return "one number" if np.all(array == array.flat[0]) else "numbers"


def _sound(array: Array) -> bool:
    return array.dtype == np.float64 and bool(np.isfinite(array).all())


def _arrays(value: Any, depth: int = 0) -> Iterator[Array]:
    """Yield the arrays of finite floats in a value."""
    if isinstance(value, (list, tuple)) and depth < DEPTH:
        for each in value:
            yield from _arrays(each, depth + 1)
    elif type(value) is np.ndarray and _sound(value):
        yield value


def _habits(outcomes: Sequence[Outcome]) -> Any:
    """Return how a function uses its generator: networks with equal generators, and another, compared array by array."""
    one, again, other = ([a for a in _arrays(outcome.value) if a.any()] for outcome in outcomes)
    repeats = [np.array_equal(a, b) for a, b in zip(one, again, strict=False)]
    insists = [np.array_equal(a, b) for a, b in zip(one, other, strict=False)]
    layers = [np.array_equal(a, b) for a, b in combinations(one, 2)]
    matrices = [a for a in one if a.ndim == 2 and min(a.shape) > 1]
    lines = [_equal_pair(b) is not None for a in matrices for b in (a, a.T)]
    return repeats, insists, layers, lines
