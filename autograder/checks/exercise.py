"""What a graded exercise is: the reference, the cases it is tried on, and the misconceptions it can name.

Three kinds: `FunctionExercise` (the student writes a function), `ValueExercise` (the student gives a value) and
`QuestionsExercise` (a dict of answers). Each has `examine(answer) -> Examination`. An examination never fails
because of what the student wrote; if it raises, the grader is at fault.
"""

from __future__ import annotations

import inspect
import numbers
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np

from autograder.checks import wording
from autograder.checks.outcome import Case, Outcome, Part, Tolerance, alike, call, problem_with

OVERFLOW = "The value is right, but NumPy warns of an overflow on the way: a power of e grew too large to hold."


@dataclass(frozen=True)
class Misconception:
    """A wrong answer that students really give, and the sentence a good teacher would say.

    `wrong` is the mistake itself, executable: a function for a function exercise, a value for a value exercise.
    A submission that does what `wrong` does on every case is told `sentence`. `also` holds the same mistake written
    in other ways, where it does something else on a case or two: overflows, or stops where `wrong` gives nan.
    """

    name: str
    wrong: Any
    sentence: str
    also: tuple[Any, ...] = ()

    @property
    def forms(self) -> tuple[Any, ...]:
        """All the ways in which the mistake is written."""
        return (self.wrong, *self.also)


@dataclass(frozen=True)
class Examination:
    """The result of examining one answer: a share of the points in [0, 1], and what to tell the student."""

    credit: float
    message: str
    misconception: str | None = None


class Exercise(Protocol):
    """Anything that can examine an answer."""

    @property
    def name(self) -> str:
        """The exercise id: the name of the function or variable the student writes."""

    @property
    def misconceptions(self) -> Sequence[Misconception]:
        """The mistakes it can name, the simplest first."""

    def examine(self, answer: Any) -> Examination:
        """Try the answer and say how it did."""


@dataclass(frozen=True)
class FunctionExercise:
    """The student writes a function; it is tried on every case and compared with the reference.

    `cases` takes a seeded generator and returns the cases, written by hand first, random ones after.
    With `silent=True` an overflow warning is a failure even where the value is right.
    A result of many arrays is taken apart by `parts(got, want)`: it yields them in the order in which they are
    calculated, so that the first wrong one is where the mistake is, or raises `ValueError` with a sentence when the form
    of the result is wrong.
    """

    name: str
    reference: Callable[..., Any]
    cases: Callable[[np.random.Generator], Sequence[Case]]
    misconceptions: Sequence[Misconception] = ()
    tolerance: Tolerance = field(default_factory=Tolerance)
    silent: bool = False
    parts: Callable[[Any, Any], Iterable[Part]] | None = None

    def tried(self) -> Sequence[Case]:
        """Return the cases; the same ones every time."""
        return self.cases(np.random.default_rng(20240607))

    def examine(self, answer: Any) -> Examination:
        """Call the answer on every case and name what is wrong with the smallest case that fails."""
        if not callable(answer):
            return Examination(
                0, f"`{self.name}` is {wording.kind(answer)}; it should be a function. Was the name used again?"
            )
        cases = self.tried()
        outcomes = [self._heard(call(answer, case)) for case in cases]
        wants = [call(self.reference, case) for case in cases]
        if broken := [want.error for want in wants if want.error]:
            raise RuntimeError(f"The reference of {self.name} fails on a case: {broken[0]}")
        problems = [self._problem(*row) for row in zip(cases, outcomes, wants, strict=True)]
        failing = [i for i, problem in enumerate(problems) if problem]
        if not failing:
            return Examination(1, self._praise(cases))
        worst = min(failing, key=lambda i: (not _is_plain(cases[i]), cases[i].size, i))
        if (error := outcomes[worst].error) and error[0] == "NotImplementedError":
            return Examination(0, problems[worst] or "")
        only_noise = all(problems[i] == OVERFLOW for i in failing)
        matched = next((m for m in self.misconceptions if self._matches(m, cases, outcomes, only_noise)), None)
        lines = [matched.sentence, ""] if matched else []
        lines += self._evidence(cases[worst], outcomes[worst], wants[worst])
        lines.append(self._claim(worst, failing, problems, outcomes, wants))
        if pattern := self._pattern(cases, failing):
            lines.append(pattern)
        return Examination(0, "\n".join(lines), matched.name if matched else None)

    def _claim(
        self,
        worst: int,
        failing: Sequence[int],
        problems: Sequence[str | None],
        outcomes: Sequence[Outcome],
        wants: Sequence[Outcome],
    ) -> str:
        """Return what is wrong in kind; for single numbers, what holds for one failing case alone is chance."""
        kinds = {re.sub(r"[-+.\d]+", "#", problems[i] or "") for i in failing}
        got, want = outcomes[worst].value, wants[worst].value
        if len(kinds) > 1 and wording.is_guess(problems[worst] or "") and np.ndim(got) == 0 and np.ndim(want) == 0:
            return wording.distance(got, want)
        return problems[worst] or ""

    def _heard(self, outcome: Outcome) -> Outcome:
        return outcome if self.silent else _quiet(outcome)

    def _matches(
        self, misconception: Misconception, cases: Sequence[Case], outcomes: Sequence[Outcome], only_noise: bool
    ) -> bool:
        """Whether a form of the mistake does the same on every case; a warning counts where it is all that is wrong."""
        heard = self._heard if only_noise else _quiet
        always_stops = all(outcome.error for outcome in outcomes)

        def same(form: Callable[..., Any], case: Case, outcome: Outcome) -> bool:
            theirs = call(form, case)
            if always_stops and outcome.error != theirs.error:
                return False  # nothing but what it stops with tells one such answer from another
            return alike(heard(outcome), heard(theirs), case.tolerance or self.tolerance)

        return any(
            all(same(form, case, outcome) for case, outcome in zip(cases, outcomes, strict=True))
            for form in misconception.forms
        )

    def _problem(self, case: Case, outcome: Outcome, want: Outcome) -> str | None:
        if outcome.error:
            return self._stopped(case, *outcome.error)
        if outcome.changed:
            names = " and ".join(f"`{self._argument(i)}`" for i in outcome.changed)
            if len(outcome.changed) > 1:
                return f"{names} were changed in place: they no longer hold what the caller put there. Work on copies."
            return f"{names} was changed in place: afterwards it no longer holds what the caller put there. Work on a copy."
        if problem := self._difference(case, outcome, want)[0]:
            return problem
        if outcome.overflow:
            return OVERFLOW
        return None

    def _difference(self, case: Case, outcome: Outcome, want: Outcome) -> tuple[str | None, Part | None]:
        """Return what is wrong with the value, and the part of it that is, where the result has parts."""
        tolerance, columns = case.tolerance or self.tolerance, _columns(case)
        if self.parts is None or outcome.value is None:
            return problem_with(outcome.value, want.value, tolerance, columns), None
        try:
            for part in self.parts(outcome.value, want.value):
                if problem := problem_with(part.got, part.want, tolerance, columns):
                    return wording.about(part.name, problem), part
        except ValueError as problem:
            return str(problem), None
        return None, None

    def _stopped(self, case: Case, error: str, text: str) -> str:
        if error == "NotImplementedError":
            return f"`{self.name}` is not written yet: it still raises NotImplementedError."
        shapes = [f"`{n}` of shape {a.shape}" for n, a in zip(self._names(), case.args, strict=False) if _is_matrix(a)]
        hint = ""
        if "read-only" in text:
            hint = " It tried to change its argument in place: work on a copy."
        elif error == "TypeError" and ("positional argument" in text or "keyword argument" in text):
            hint = f" The function is called as `{self.name}{self._signature()}`."
        where = f" on {' and '.join(shapes)}" if shapes else ""
        said = f': "{text[:200]}"' if text else ""
        return f"Your function stopped with {error}{said}{where}.{hint}"

    def _signature(self) -> str:
        parameters = inspect.signature(self.reference).parameters.values()
        return str(inspect.Signature([p.replace(annotation=inspect.Parameter.empty) for p in parameters]))

    def _names(self) -> list[str]:
        return list(inspect.signature(self.reference).parameters)

    def _argument(self, i: int | str) -> str:
        return self._names()[i] if isinstance(i, int) else i

    def _evidence(self, case: Case, outcome: Outcome, want: Outcome) -> list[str]:
        arguments = [wording.typed(a) for a in case.args] + [f"{k}={wording.typed(v)}" for k, v in case.kwargs.items()]
        functions = [a for a in (*case.args, *case.kwargs.values()) if callable(a)]
        where = "".join(f", where {wording.typed(f)} is {inspect.getdoc(f)}" for f in functions)
        lines = [f"Tried:    {self.name}({', '.join(arguments)}){where}"]
        if outcome.error:
            return lines
        part = self._difference(case, outcome, want)[1]
        got, wanted, of = (part.got, part.want, f"{part.name}: ") if part else (outcome.value, want.value, "")
        return [*lines, f"Got:      {of}{wording.shown(got)}", f"Expected: {wording.shown(wanted)}"]

    def _pattern(self, cases: Sequence[Case], failing: Sequence[int]) -> str:
        total, wrong = len(cases), len(failing)
        if wrong == total:
            return ""
        notes = list(dict.fromkeys(cases[i].note for i in failing))
        passing = {case.note for i, case in enumerate(cases) if i not in set(failing)}
        if len(notes) <= 3 and "" not in notes and passing.isdisjoint(notes):
            return f"Of the {total} inputs we tried, only those with {' or with '.join(notes)} came out wrong."
        return f"{total - wrong} of the {total} inputs we tried came out right."

    def _praise(self, cases: Sequence[Case]) -> str:
        notes = list(dict.fromkeys(case.note for case in cases if case.note))
        return f"All {len(cases)} inputs agree" + (f", among them: {'; '.join(notes)}." if notes else ".")


def _as_it_is(value: Any) -> Any:
    return value


@dataclass(frozen=True)
class ValueExercise:
    """The student gives a value.

    `view` turns the value into what is compared with `reference`: the value itself, or, where many values are
    right (weights of a gate), what it does. It raises `ValueError` with a sentence when the form is wrong.
    Misconceptions hold values in the student's form.
    """

    name: str
    reference: Any
    view: Callable[[Any], Any] = _as_it_is
    explain: Callable[[Any, Any], str] | None = None
    misconceptions: Sequence[Misconception] = ()
    tolerance: Tolerance = field(default_factory=Tolerance)

    def examine(self, answer: Any) -> Examination:
        """Compare the view of the answer with the reference."""
        if answer is None or answer is Ellipsis:
            return Examination(0, f"`{self.name}` has no value yet.")
        try:
            got = self.view(answer)
        except ValueError as problem:
            return Examination(0, str(problem))
        problem_text = problem_with(got, self.reference, self.tolerance)
        if problem_text is None:
            return Examination(1, f"`{self.name}` is right.")
        matched = next((m for m in self.misconceptions if self._matches(m, got)), None)
        lines = [matched.sentence, ""] if matched else []
        if self.explain:
            lines.append(self.explain(got, self.reference))
        else:
            lines.append(f"Yours:    {wording.shown(got)}")
            if not matched:
                lines.append(problem_text.replace("You returned", "It is"))
        return Examination(0, "\n".join(lines), matched.name if matched else None)

    def _matches(self, misconception: Misconception, got: Any) -> bool:
        return any(alike(Outcome(got), Outcome(self.view(form)), self.tolerance) for form in misconception.forms)


@dataclass(frozen=True)
class Question:
    """A conceptual question: the right answer, and what to say to each wrong one.

    A letter is compared without regard to case and surrounding space; a number within `tolerance`.
    """

    right: str | float
    wrong: Mapping[str | float, str]
    otherwise: str = ""
    tolerance: float = 1e-6

    def comment(self, answer: Any) -> str | None:
        """Return None for the right answer, or the sentence for a wrong one."""
        if self._is(answer, self.right):
            return None
        if isinstance(answer, str) and not isinstance(self.right, str):
            return f"{answer[:20]!r} is text; the answer is a number, written without quotes."
        for value, sentence in self.wrong.items():
            if self._is(answer, value):
                return sentence
        return self.otherwise or self._form()

    def _is(self, answer: Any, value: str | float) -> bool:
        if isinstance(value, str):
            return isinstance(answer, str) and answer.strip().lower() == value
        if not isinstance(answer, numbers.Real) or isinstance(answer, bool):
            return False
        try:
            return abs(float(answer) - value) <= self.tolerance
        except OverflowError:
            return False

    def _form(self) -> str:
        if isinstance(self.right, str):
            letters = ", ".join(f'"{x}"' for x in sorted({self.right, *map(str, self.wrong)}))
            return f"Answer with one of {letters}."
        return "That is not the number. Work through the question's numbers once more on paper."


@dataclass(frozen=True)
class QuestionsExercise:
    """A dict of answers; each right one earns one point."""

    questions: Mapping[str, Question]
    name: str = "questions"
    misconceptions: Sequence[Misconception] = ()

    @property
    def points(self) -> int:
        """The points of its grade cell: one a question."""
        return len(self.questions)

    @property
    def variable(self) -> str:
        """The name of the dict that holds the answers."""
        return "answers" if self.name == "questions" else self.name

    def examine(self, answer: Any) -> Examination:
        """Comment on each answer; the credit is the share of right ones."""
        if not isinstance(answer, dict):
            return Examination(
                0, f"`{self.variable}` is {wording.kind(answer)}; it should be a dict such as {self._form()}."
            )
        if answer and not answer.keys() & self.questions.keys():
            names = ", ".join(self.questions)
            return Examination(
                0, f"The names in `{self.variable}` are to be {names}, as in {self._form()}; yours are others."
            )
        lines, right = [], 0
        for key, question in self.questions.items():
            given = answer.get(key)
            if given is None or given is Ellipsis or (isinstance(given, str) and not given.strip()):
                lines.append(f"{key}: not answered yet.")
            elif (comment := question.comment(given)) is not None:
                lines.append(f"{key}: {comment}")
            else:
                right += 1
        total = len(self.questions)
        if right == total:
            return Examination(1, f"All {total} answers are right.")
        return Examination(right / total, "\n".join([*lines, f"{right} of {total} answers are right."]))

    def _form(self) -> str:
        examples = ('"a"' if isinstance(question.right, str) else "1" for question in self.questions.values())
        answers = (f'"{key}": {example}' for key, example in zip(self.questions, examples, strict=True))
        return f"{self.variable} = {{{', '.join(answers)}}}"


def _quiet(outcome: Outcome) -> Outcome:
    return Outcome(outcome.value, outcome.error, False, outcome.changed)


def _is_matrix(argument: Any) -> bool:
    return isinstance(argument, np.ndarray) and argument.ndim > 0


def _is_plain(case: Case) -> bool:
    """Whether a case is an ordinary small one: a special one is shown where no such case fails."""
    return not case.note and case.size <= wording.MOST_NUMBERS


def _columns(case: Case) -> int | None:
    """Return m, the number of examples: the columns of the last matrix among the arguments."""
    matrices = [a for a in case.args if isinstance(a, np.ndarray) and a.ndim == 2]
    return matrices[-1].shape[1] if matrices else None
