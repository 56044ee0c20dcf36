"""A function that cuts a set into mini-batches: judged by what all right ones have in common, whatever the order they draw.

Tried in order: what it stops with, the form (pairs of arrays), which examples are there, whether each kept its label, the sizes; then,
with many examples, whether the order comes from the generator that was passed, and whether it is one of all orders.
`order` says how seldom a right answer fails.
"""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from autograder.checks import wording
from autograder.checks.exercise import Examination, Misconception
from autograder.checks.gradient_descent.order import BATCH, EXAMPLES, arrangement, share_a_batch
from autograder.checks.outcome import Case, Layout, Outcome, Tolerance, call, problem_with
from autograder.reference.activations import Array

ANY_NUMBERS = Tolerance(0.0, 1e300)
MOST_BATCHES = 3 * EXAMPLES  # an iterator that gives more is taken for one without an end
MOST_COPIES = 50  # as many numbers as the whole set this many times: the same


@dataclass(frozen=True)
class Batching:
    """A case: a set of examples, a size, a seed; `note` says what is special, in words after "inputs with"."""

    X: Array
    Y: Array
    batch_size: int
    seed: int
    note: str = ""
    layout: Layout = "plain"

    @property
    def case(self) -> Case:
        """Make the arguments, with a new generator."""
        return Case((self.X, self.Y, self.batch_size, np.random.default_rng(self.seed)), layout=self.layout)

    @property
    def m(self) -> int:
        """The number of examples."""
        return self.X.shape[1]

    @property
    def sizes(self) -> list[int]:
        """The sizes of the mini-batches."""
        return [min(self.batch_size, self.m - start) for start in range(0, self.m, self.batch_size)]

    @property
    def many(self) -> bool:
        """Whether chance says something."""
        return self.m == EXAMPLES


def _numbered(m: int, inputs: int, outputs: int) -> tuple[Array, Array]:
    """Return m examples that all differ; row 0 of X is their number, and Y can be told from X."""
    numbers = np.arange(m, dtype=float)
    X = np.vstack([numbers + 0.001 * m * row for row in range(inputs)])
    return X, np.vstack([-numbers - 0.5 * row for row in range(outputs)])


def batchings() -> list[Batching]:
    """Return the cases: small ones, special ones, and the same thousand examples with a seed, the same again, and another."""
    five = np.array([[1.0, 2, 3, 4, 5]]), np.array([[10.0, 20, 30, 40, 50]])
    six = (
        np.array([[1.0, 2, 3, 4, 5, 6], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]]),
        np.array([[1.0, 0, 0, 1, 0, 1], [0, 1, 1, 0, 1, 0]]),
    )
    twice = np.array([[1.0, 1, 2, 2, 1, 3, 3]]), np.array([[0.0, 0, 1, 1, 1, 1, 0]])
    thousand = _numbered(EXAMPLES, 12, 3)
    return [
        Batching(*five, 2, 1),
        Batching(*six, 3, 2),
        Batching(*five, 4, 3),
        Batching(*six, 5, 4),
        Batching(*five, 1, 5, note="mini-batches of one example"),
        Batching(*five, 5, 6, note="one mini-batch of all examples"),
        Batching(*six, 10, 7, note="a batch size above the number of examples"),
        Batching(five[0][:, :1], five[1][:, :1], 1, 8, note="one example (m = 1)"),
        Batching(five[0][:, :1], five[1][:, :1], 4, 9, note="one example (m = 1)"),
        Batching(*twice, 3, 10, note="examples that occur twice"),
        Batching(*_numbered(3, 3, 3), 2, 11, note="as many examples as inputs"),
        Batching(*six, 4, 12, note="arrays that may only be read", layout="read-only"),
        Batching(*six, 4, 13, note="arrays that are every other column of a wider one", layout="strided"),
        Batching(*six, 4, 14, note="arrays that lie in memory column by column", layout="fortran"),
        Batching(*_numbered(101, 3, 1), 10, 15),
        *(Batching(*thousand, BATCH, seed) for seed in (20, 20, 21)),
    ]


@dataclass(frozen=True)
class Problem:
    """What is wrong with a list of mini-batches: what came out, what is expected, and the sentence about it."""

    said: str
    got: str = ""
    expected: str = ""


@dataclass(frozen=True)
class Cut:
    """What came out of a case, whose form is right: pairs of arrays of floats with as many rows as X and Y."""

    batching: Batching
    batches: Sequence[tuple[Array, Array]]

    @cached_property
    def inputs(self) -> Array:
        """All columns of X_b, in the order they came."""
        return np.hstack([X_b for X_b, _ in self.batches] or [self.batching.X[:, :0]])

    @cached_property
    def labels(self) -> Array:
        """All columns of Y_b."""
        return np.hstack([Y_b for _, Y_b in self.batches] or [self.batching.Y[:, :0]])

    @property
    def sizes(self) -> list[int]:
        """The sizes of the mini-batches."""
        return [X_b.shape[1] for X_b, _ in self.batches]

    @cached_property
    def content(self) -> tuple[str, str, str]:
        """How the columns of X_b, of Y_b, and of both together, are related to those that went in."""
        X, Y = self.batching.X, self.batching.Y
        both = np.vstack([self.inputs, self.labels])
        return (_related(self.inputs, X), _related(self.labels, Y), _related(both, np.vstack([X, Y])))

    @cached_property
    def order(self) -> np.ndarray:
        """The numbers of the examples, which stand in row 0 where there are many."""
        return np.rint(self.inputs[0]).astype(np.int64)


def _related(got: Array, want: Array) -> str:
    """Say of columns whether they are the same, some or more of them, or others."""
    theirs, ours = (Counter(column.tobytes() for column in columns.T + 0.0) for columns in (got, want))
    if theirs == ours:
        return "all"
    missing, doubled = ours - theirs, theirs - ours
    if any(column not in ours for column in theirs):
        return "others"
    return "some" if not doubled else "doubled" if missing else "more"


def _numbers(item: Any) -> int:
    """Return how many numbers the arrays of a mini-batch hold."""
    parts = item if isinstance(item, tuple) else (item,)
    return sum(part.size for part in parts if isinstance(part, np.ndarray))


class Endless:
    """What stands for the mini-batches of a generator that does not end."""


def collected(answer: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function with its mini-batches taken out of a generator, each before the next one is made."""

    def minibatches(*args: Any) -> Any:
        value = answer(*args)
        if not isinstance(value, Iterator):
            return value
        batches, room = [], MOST_COPIES * (args[0].size + args[1].size)
        for item in value:
            batches.append(_copied(item))
            room -= _numbers(batches[-1])
            if room < 0 or len(batches) > MOST_BATCHES:
                return Endless()
        return batches

    return minibatches


def _copied(item: Any) -> Any:
    """Return a pair with copies of its arrays: a generator may use the same array again."""
    if isinstance(item, (list, tuple)):
        return tuple(np.array(part) if type(part) is np.ndarray else part for part in item)
    return item


@dataclass(frozen=True)
class BatchesExercise:
    """The student writes `minibatches(X, Y, batch_size, rng)`, which returns a list or a generator of pairs.

    A misconception is a function like it; an answer is recognised as one when the shapes of what it gives are the same in
    every case and, where there are many examples, what is in them and in what order.
    """

    name: str
    reference: Callable[..., Any]
    misconceptions: Sequence[Misconception]

    def examine(self, answer: Any) -> Examination:
        """Cut every set with the answer and name the first thing that is wrong."""
        if not callable(answer):
            return Examination(
                0, f"`{self.name}` is {wording.kind(answer)}; it should be a function. Was the name used again?"
            )
        tried = batchings()
        outcomes = [call(collected(answer), batching.case) for batching in tried]
        found = self._found(tried, outcomes)
        if found is None:
            return Examination(1, _praise(tried))
        batching, problem = found
        if "is not written yet" in problem.said:
            return Examination(0, problem.said)
        matched = next((m for m in self.misconceptions if self._matches(m, tried, outcomes)), None)
        lines = [matched.sentence, ""] if matched else []
        arguments = (batching.X, batching.Y, batching.batch_size)
        lines.append(f"Tried:    {self.name}({', '.join(map(wording.typed, arguments))}, rng)")
        if problem.got:
            lines += [f"Got:      {problem.got}", f"Expected: {problem.expected}"]
        lines.append(problem.said)
        return Examination(0, "\n".join(lines), matched.name if matched else None)

    def _found(self, tried: Sequence[Batching], outcomes: Sequence[Outcome]) -> tuple[Batching, Problem] | None:
        """Return the first problem, and the case that shows it: a plain one, where there is one."""
        problems = [self._problem(*pair) for pair in zip(tried, outcomes, strict=True)]
        failing = [i for i, problem in enumerate(problems) if problem]
        if failing:
            worst = min(failing, key=lambda i: (bool(tried[i].note), i))
            problem = problems[worst]
            assert problem is not None
            return tried[worst], problem
        many = [Cut(b, outcome.value) for b, outcome in zip(tried, outcomes, strict=True) if b.many]
        hidden = _order_problem(*many)
        return (many[0].batching, hidden) if hidden else None

    def _problem(self, batching: Batching, outcome: Outcome) -> Problem | None:
        names = list(inspect.signature(self.reference).parameters)
        if outcome.error:
            error, text = outcome.error
            if error == "NotImplementedError":
                return Problem(f"`{self.name}` is not written yet: it still raises NotImplementedError.")
            hint = f" The function is called as `{self.name}({', '.join(names)})`." if "argument" in text else ""
            if "read-only" in text:
                hint = " It tried to change its argument in place: work on a copy."
            said = f': "{text[:200]}"' if text else ""
            return Problem(f"Your function stopped with {error}{said}.{hint}")
        if outcome.changed:
            changed = " and ".join(f"`{names[i] if isinstance(i, int) else i}`" for i in outcome.changed)
            verb = "were" if len(outcome.changed) > 1 else "was"
            return Problem(
                f"{changed} {verb} changed in place: the caller's examples are no longer where they stood. Draw an order of the "
                "columns, and pick them in that order."
            )
        return _form_problem(batching, outcome.value) or _content_problem(Cut(batching, outcome.value))

    def _matches(self, misconception: Misconception, tried: Sequence[Batching], outcomes: Sequence[Outcome]) -> bool:
        return any(self._same(form, tried, outcomes) for form in misconception.forms)

    def _same(self, form: Callable[..., Any], tried: Sequence[Batching], outcomes: Sequence[Outcome]) -> bool:
        """Whether a mistake does the same as the answer; it is called only as long as it does."""
        always_stops = all(outcome.error for outcome in outcomes)
        theirs: list[Outcome] = []
        for batching, outcome in zip(tried, outcomes, strict=True):
            theirs.append(call(collected(form), batching.case))
            if _outline(batching, outcome, always_stops) != _outline(batching, theirs[-1], always_stops):
                return False
        return _habits(tried, outcomes) == _habits(tried, theirs)


def _praise(tried: Sequence[Batching]) -> str:
    notes = list(dict.fromkeys(batching.note for batching in tried if batching.note))
    return f"All {len(tried)} sets came out whole, shuffled, and each example with its label, among them: {'; '.join(notes)}."


# --- What is wrong ---


def _form_problem(batching: Batching, value: Any) -> Problem | None:
    """Return what is wrong with the form: a list or a generator of pairs of arrays with the rows of X and of Y."""
    if value is None:
        return Problem(problem_with(None, [], ANY_NUMBERS) or "")
    if isinstance(value, Endless):
        return Problem("The generator does not end. When have all examples been given out?")
    expected = "pairs (X_b, Y_b), in a list or from a generator"
    if not isinstance(value, (list, tuple)):
        return Problem(
            f"You returned {wording.kind(value)}; a list of mini-batches is expected, or a generator.",
            wording.shown(value),
            expected,
        )
    for number, pair in enumerate(value, start=1):
        if not isinstance(pair, (list, tuple)) or len(pair) != 2:
            what = f"{len(pair)} things" if isinstance(pair, (list, tuple)) else wording.kind(pair)
            said = f"Mini-batch number {number} is {what}; it should be a pair, (X_b, Y_b)."
            return Problem(said, wording.shown(value), expected)
        if problem := _pair_problem(batching, *pair):
            return Problem(f"In mini-batch number {number}, {problem}", f"({_shapes(pair)})", _expected(batching))
    return None


def _pair_problem(batching: Batching, X_b: Any, Y_b: Any) -> str | None:
    for name, array, whole in (("X_b", X_b, batching.X), ("Y_b", Y_b, batching.Y)):
        rows = whole.shape[0]
        if type(array) is not np.ndarray:
            return f"{name} is {wording.kind(array)}; an array with {_count(rows, 'row')} is expected."
        if array.ndim != 2 or array.shape[0] != rows:
            tail = " Examples are columns: `[:, …]` picks those." if array.ndim == 2 else ""
            return f"{name} has shape {array.shape}; {_count(rows, 'row')} and a column for each example are expected.{tail}"
        if array.dtype != np.float64:
            return wording.about(name, wording.wrong_dtype(array.dtype, same=False))
    if X_b.shape[1] != Y_b.shape[1]:
        return f"X_b has {_count(X_b.shape[1], 'column')} and Y_b has {Y_b.shape[1]}: an example and its label belong together."
    return None


def _content_problem(cut: Cut) -> Problem | None:
    """Return what is wrong with the examples that are there, or with the sizes."""
    X_is, Y_is, both = cut.content
    columns, m = cut.inputs.shape[1], cut.batching.m
    if both == "all":
        return _sizes_problem(cut)
    if X_is == Y_is == "all":
        said = "Every example is there, and every label, but not the label of the example. One order has to serve both."
    elif both == "some":
        said = f"{_count(m - columns, 'example')} of {m} {'is' if m - columns == 1 else 'are'} missing."
    elif both in ("more", "doubled"):
        said = "Some examples occur more than once" + (", and others are missing." if both == "doubled" else ".")
    elif X_is == "others" or Y_is == "others":
        name = "X_b" if X_is == "others" else "Y_b"
        said = f"{name} has columns that are no columns of {name[0]}: an example has to stay whole."
    else:
        said = "Examples and labels do not belong together any more."
    return Problem(said, _shown(cut), _expected(cut.batching))


def _sizes_problem(cut: Cut) -> Problem | None:
    if cut.sizes == cut.batching.sizes:
        return None
    if 0 in cut.sizes:
        said = "There is a mini-batch without any example: a mean over it would be 0 / 0."
    else:
        said = "All mini-batches have `batch_size` examples; only the last one may have fewer."
    return Problem(said, _shown(cut), _expected(cut.batching))


def _order_problem(one: Cut, again: Cut, other: Cut) -> Problem | None:
    """Return what is wrong with the order; `one` and `again` had equal generators."""
    placed = arrangement(one.order, BATCH)
    if placed in ("as they came", "backwards"):
        return Problem("The order is not drawn.", f"the examples {placed}", "a random order")
    if not np.array_equal(one.order, again.order):
        return Problem(
            "The order does not come from the `rng` that is passed, or not from it alone.",
            "another order from a generator with the same seed",
            "the same order",
        )
    if np.array_equal(one.order, other.order):
        return Problem(
            "The order does not come from the `rng` that is passed.",
            "the same order from a generator with another seed",
            "another order",
        )
    if placed != "mixed":
        return Problem(
            "Every order of the examples should be as likely as any other.", f"the examples {placed}", "a random order"
        )
    if share_a_batch(one.order, other.order, BATCH):
        return Problem(
            "Whom an example shares its mini-batch with should be left to chance too.",
            "mini-batches of the same examples for two seeds",
            "other ones for every seed",
        )
    return None


def _count(n: int, what: str) -> str:
    return f"{n} {what}{'s' * (n != 1)}"


def _shapes(pair: Sequence[Any]) -> str:
    kinds = (f"shape {part.shape}" if isinstance(part, np.ndarray) else wording.kind(part) for part in pair)
    return ", ".join(f"{name}: {kind}" for name, kind in zip(("X_b", "Y_b"), kinds, strict=True))


def _shown(cut: Cut) -> str:
    """Show the mini-batches: their numbers where there are few, else their sizes."""
    if cut.inputs.size + cut.labels.size <= wording.MOST_NUMBERS:
        return "; ".join(f"{_plain(X_b)} with {_plain(Y_b)}" for X_b, Y_b in cut.batches) or "nothing at all"
    return f"mini-batches of {_listed(cut.sizes)} examples"


def _plain(array: Array) -> str:
    return wording.shown(array).removeprefix("array(").removesuffix(")") if array.size else "no columns"


def _expected(batching: Batching) -> str:
    sizes, m = batching.sizes, batching.m
    if len(sizes) == 1:
        return f"one mini-batch of {_count(m, 'example')}"
    return f"mini-batches of {_listed(sizes)} examples, each of the {m} once, with its label"


def _listed(sizes: Sequence[int]) -> str:
    if len(sizes) > 6:
        sizes, rest = sizes[:3], sizes[-1]
        return f"{', '.join(map(str, sizes))} … {rest}"
    if len(sizes) < 2:
        return "".join(map(str, sizes)) or "no"
    return f"{', '.join(map(str, sizes[:-1]))} and {sizes[-1]}"


# --- Recognising a mistake ---


def _outline(batching: Batching, outcome: Outcome, always_stops: bool) -> Any:
    """Return what does not depend on chance: shapes everywhere, and what is in them where there are many examples."""
    if outcome.error:
        return outcome.error if always_stops else outcome.error[0]
    if _form_problem(batching, outcome.value):
        return outcome.changed, _shape(outcome.value)
    cut = Cut(batching, outcome.value)
    content = (cut.content, _placed(cut)) if batching.many else (cut.content if batching.m == 1 else ())
    return outcome.changed, cut.sizes, content


def _placed(cut: Cut) -> str:
    """Return how the examples are arranged, where each is there once."""
    return arrangement(cut.order, cut.batching.batch_size) if cut.content[0] == "all" else ""


def _shape(value: Any, depth: int = 0) -> Any:
    if isinstance(value, (list, tuple)) and depth < 3:
        return [_shape(each, depth + 1) for each in value[:MOST_BATCHES]]
    if type(value) is np.ndarray:
        return value.shape, value.dtype.str
    return type(value).__name__


def _habits(tried: Sequence[Batching], outcomes: Sequence[Outcome]) -> Any:
    """Return how a function uses its generator: whether it draws the same with an equal one, and with another."""
    many = [o for b, o in zip(tried, outcomes, strict=True) if b.many]
    if any(o.error or _form_problem(b, o.value) for b, o in zip(tried, outcomes, strict=True) if b.many):
        return None
    one, again, other = (Cut(b, o.value) for b, o in zip([b for b in tried if b.many], many, strict=True))
    same = [(np.array_equal(one.inputs, cut.inputs), np.array_equal(one.labels, cut.labels)) for cut in (again, other)]
    if one.content[0] == other.content[0] == "all":
        return same, share_a_batch(one.order, other.order, BATCH)
    return same
