"""Training, however it is written and in whatever order it takes the examples: judged by what it learns.

First on sets for which every right training ends with the same numbers (`sets` says why), compared one by one. Then on sets
where it depends on the order that is drawn: there the last entry of the history has to be the cost of the params that come back, the
cost has to fall as far as it does in any order, and the order has to come from the generator that was passed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from autograder.checks import wording
from autograder.checks.exercise import Examination, FunctionExercise, Misconception
from autograder.checks.gradient_checking.pairs import parts as pairs
from autograder.checks.gradient_descent.sets import ALIKE, LEARNED, ONE_EXAMPLE, often_alone, to_learn
from autograder.checks.outcome import Case, Outcome, Part, Tolerance, alike, call, problem_with
from autograder.reference.gradient_descent import cost_of

SEEDS: Final = (31, 31, 32)  # equal generators, and another
SAME: Final = Tolerance(1e-9, 1e-12)
ANY_NUMBERS: Final = Tolerance(0.0, 1e300)

Runs = Sequence[Sequence[Outcome]]  # for each seed, what came out for each set

REMARK: Final = (
    " (All epochs have the same mini-batches here. It learns; drawing new ones in every epoch keeps an example from having the "
    "same company every time.)"
)


def history_of(got: Any, epochs: int) -> Sequence[Any]:
    """Return the history in what `train` returned; raise `ValueError` with a sentence when the form is wrong."""
    if not isinstance(got, (list, tuple)):
        raise ValueError(f"You returned {wording.kind(got)}; two things are expected, as in `return params, history`.")
    if len(got) != 2:
        count = f"{len(got)} thing{'s' * (len(got) != 1)}"
        raise ValueError(f"You returned {count}; two are expected, as in `return params, history`.")
    history = got[1]
    if isinstance(history, np.ndarray) and history.ndim == 1:
        history = list(history)
    if not isinstance(history, (list, tuple)):
        raise ValueError(f"The history is {wording.kind(history)}; a list is expected, with the cost after each epoch.")
    if len(history) != epochs:
        count = f"{epochs} epoch{'s' * (epochs != 1)}"
        raise ValueError(f"The history has length {len(history)}; {count} leave {epochs}, the cost after each.")
    return history


def parts(got: Any, want: Any) -> Iterator[Part]:
    """Take the result apart: the costs, epoch by epoch, then the params."""
    for epoch, (one, wanted) in enumerate(zip(history_of(got, len(want[1])), want[1], strict=True), start=1):
        yield Part(f"The cost after epoch {epoch}", one, wanted)
    try:
        yield from pairs(got[0], want[0])
    except ValueError as problem:
        raise ValueError(str(problem).replace("You returned", "In place of params you returned")) from None


@dataclass(frozen=True)
class TrainExercise(FunctionExercise):
    """The student writes `train`. `cases` are those whose result is known.

    `company` names the mistake of examples that get the labels of others, or do not occur once each: what comes out depends on
    chance, so it is known by where it is wrong. `unshuffled` and `drawing` name mistakes in the use of the generator, which no
    case shows; the first can be known by its numbers.
    """

    company: str = ""
    unshuffled: str = ""
    drawing: Sequence[str] = ()

    def examine(self, answer: Any) -> Examination:
        """Compare where the result is known, then look at what is learned where it is not."""
        examination = super().examine(answer)
        if examination.credit == 1:
            return self._learned(answer, examination)
        if examination.misconception is None and callable(answer) and self._in_wrong_company(answer):
            sentence = self._named(self.company).sentence
            return Examination(0, f"{sentence}\n\n{examination.message}", self.company)
        return examination

    def _named(self, name: str) -> Misconception:
        return next(m for m in self.misconceptions if m.name == name)

    # Where the result is known

    def _matches(
        self, misconception: Misconception, cases: Sequence[Case], outcomes: Sequence[Outcome], only_noise: bool
    ) -> bool:
        """Whether a form of the mistake does the same in every case where it does not depend on chance."""
        always_stops = all(outcome.error for outcome in outcomes)
        return any(self._does_the_same(form, cases, outcomes, always_stops) for form in misconception.forms)

    def _does_the_same(
        self, form: Callable[..., Any], cases: Sequence[Case], outcomes: Sequence[Outcome], always_stops: bool
    ) -> bool:
        shown = False
        for case, outcome in zip(cases, outcomes, strict=True):
            theirs = call(form, case)
            if always_stops and outcome.error != theirs.error:
                return False
            if alike(outcome, theirs, self.tolerance):
                shown = shown or not alike(theirs, call(self.reference, case), self.tolerance)
            elif all(alike(theirs, call(form, _seeded(case, seed)), self.tolerance) for seed in (98, 99, 100)):
                return False
        return shown

    def _in_wrong_company(self, answer: Callable[..., Any]) -> bool:
        """Whether all is right where examples are alike, and nearly nothing where they are not."""
        failed: dict[bool, list[bool]] = {True: [], False: []}
        for case in self.tried():
            problem = self._problem(case, call(answer, case), call(self.reference, case))
            failed[case.note in (ALIKE, ONE_EXAMPLE)].append(problem is not None)
        return not any(failed[True]) and sum(failed[False]) > 0.75 * len(failed[False])

    # Where it depends on the order

    def _learned(self, answer: Callable[..., Any], passed: Examination) -> Examination:
        """Return what is to be said of an answer that is right wherever the result is known."""
        runs = [[call(answer, case) for case in to_learn(seed)] for seed in SEEDS]
        cases = to_learn(SEEDS[0])
        for case, outcome, left in zip(cases, runs[0], LEARNED, strict=True):
            if problem := self._not_learned(case, outcome, left):
                return self._failed(case, problem, runs)
        if problem := _source(runs):
            return self._failed(cases[0], problem, runs)
        remark = REMARK if _drawn_once(answer) else ""
        return Examination(1, f"{passed.message} In random mini-batches it learns what there is to learn.{remark}")

    def _not_learned(self, case: Case, outcome: Outcome, left: float) -> str | None:
        """Return what is wrong with a result that depends on the order."""
        X, Y, params, names, cost, _, epochs, *_ = case.args
        if outcome.error:
            return self._stopped(case, *outcome.error)
        if outcome.changed:
            return f"`{self._argument(outcome.changed[0])}` was changed in place: the caller still needs it."
        if outcome.value is None:
            return problem_with(None, [], SAME)
        try:
            history = history_of(outcome.value, epochs)
            for part in pairs(outcome.value[0], params):
                if problem := problem_with(part.got, part.want, ANY_NUMBERS):
                    return wording.about(part.name, problem)
        except ValueError as error:
            return str(error)
        start, end = (cost_of(X, Y, each, names, cost) for each in (params, outcome.value[0]))
        if problem_with(history[-1], end, SAME):
            said = "The last cost in the history is not that of the params that come back"
            return f"{said}: it is {wording.shown(history[-1])}, and theirs, over all examples, is {end:.6g}."
        if not end <= left * start:
            said = f"The cost went from {start:.3g} to {end:.3g} in {epochs} epochs"
            return f"{said}; whatever the order of the examples, it should fall below {left * start:.2g}."
        return None

    def _failed(self, case: Case, problem: str, runs: Runs) -> Examination:
        names = (self.unshuffled, *self.drawing)
        matched = next(
            (m for m in map(self._named, names) if any(self._draws_alike(m, f, runs) for f in m.forms)), None
        )
        lines = [matched.sentence, ""] if matched else []
        X, _, _, activations, cost, rate, epochs, batch_size, _ = case.args
        said = f"{X.shape[1]} examples, a network with {' and '.join(activations)}, {cost!r}, learning rate {rate}"
        lines.append(f"Tried:    {self.name} on {said}, {epochs} epochs, batch size {batch_size}")
        return Examination(0, "\n".join([*lines, problem]), matched.name if matched else None)

    def _draws_alike(self, misconception: Misconception, form: Callable[..., Any], runs: Runs) -> bool:
        """Whether a mistake uses its generator in the same way; if it uses none, whether its numbers are the same."""
        theirs = [[call(form, case) for case in to_learn(seed)] for seed in SEEDS]
        if _habit(runs) is None or _habit(runs) != _habit(theirs):
            return False
        by_numbers = misconception.name == self.unshuffled
        return not by_numbers or all(alike(a, b, SAME) for a, b in zip(runs[0], theirs[0], strict=True))


def _seeded(case: Case, seed: int) -> Case:
    """Return the case with another generator."""
    return replace(case, args=(*case.args[:-1], np.random.default_rng(seed)))


def _habit(runs: Runs) -> tuple[bool, bool] | None:
    """Return whether equal generators give equal params, and whether different ones do; None where something stopped."""
    if any(outcome.error for run in runs for outcome in run):
        return None
    one, again, other = ([array for outcome in run for pair in outcome.value[0] for array in pair] for run in runs)
    return tuple(all(map(_close, one, others)) for others in (again, other))  # type: ignore[return-value]


def _close(one: Any, other: Any) -> bool:
    return bool(np.allclose(one, other, rtol=1e-12, atol=0.0))


def _source(runs: Runs) -> str | None:
    """Return what is wrong when the order does not come from the generator."""
    habit = _habit(runs)
    if habit is None:
        return "Your function stopped on a set that it could learn from before."
    repeats, insists = habit
    if not repeats:
        return "With the same seed, other params came out: the order does not come from `rng`, or not from it alone."
    if insists:
        return "With another seed, the very same params came out: `rng` decides nothing."
    return None


def _drawn_once(answer: Callable[..., Any]) -> bool:
    """Whether it is the same example in every epoch that is alone in the last mini-batch; by chance, once in 10⁹."""
    case, alone_every_time = often_alone()
    outcome = call(answer, case)
    if outcome.error:
        return False
    W, b = outcome.value[0][0]
    left = np.abs(np.diag(W) + b[:, 0] - np.diag(case.args[1]))
    return bool(np.isclose(left.min(), alone_every_time, rtol=1e-6))
