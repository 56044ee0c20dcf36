"""A dict that is filled entry by entry: the first wrong one, in the order of computation, is the one to talk about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.checks import wording
from autograder.checks.exercise import Examination, Misconception


@dataclass(frozen=True)
class EntriesExercise:
    """The student gives a dict with the keys of `reference`; further keys do no harm.

    `read(key, value)` returns an entry as it is compared, or raises `ValueError` with a sentence when its form is wrong.
    A misconception holds a dict as the mistake makes it. It is recognised by the first wrong entry alone: what comes after
    is calculated from it, or is the same mistake again. `reminders` says what an entry is, where no mistake is recognised.
    """

    name: str
    reference: Mapping[str, Any]
    read: Callable[[str, Any], Any]
    agree: Callable[[Any, Any], bool]
    misconceptions: Sequence[Misconception]
    reminders: Mapping[str, str]

    def examine(self, answer: Any) -> Examination:
        """Compare the entries with the reference and speak of the first that is wrong."""
        try:
            given = self._entries(answer)
        except ValueError as problem:
            return Examination(0, str(problem))
        wrong = [key for key, want in self.reference.items() if not self.agree(given[key], want)]
        total = len(self.reference)
        if not wrong:
            return Examination(1, f"All {total} entries are right.")
        first = wrong[0]
        matched = next((m for m in self.misconceptions if self._shows(m, first, given[first])), None)
        lines = [matched.sentence, ""] if matched else []
        lines.append(f"Yours:    {self.name}[{first!r}] = {wording.shown(given[first])}")
        if not matched:
            lines.append(self.reminders[first])
        lines.append(self._count(wrong))
        return Examination(0, "\n".join(lines), matched.name if matched else None)

    def _entries(self, answer: Any) -> dict[str, Any]:
        """Return the entries asked for, read; raise ValueError with a sentence when the form is wrong."""
        keys = ", ".join(f'"{key}"' for key in self.reference)
        if answer is None or answer is Ellipsis:
            raise ValueError(f"`{self.name}` has no value yet. It should be a dict with the keys {keys}.")
        if not isinstance(answer, Mapping):
            raise ValueError(f"`{self.name}` is {wording.kind(answer)}; it should be a dict with the keys {keys}.")
        missing = [key for key in self.reference if answer.get(key, ...) is None or answer.get(key, ...) is Ellipsis]
        if missing:
            names = ", ".join(f'"{key}"' for key in missing)
            raise ValueError(f"`{self.name}` has no value yet for {names}.")
        return {key: self.read(key, answer[key]) for key in self.reference}

    def _shows(self, misconception: Misconception, key: str, value: Any) -> bool:
        return any(
            self.agree(value, form[key]) and not self.agree(form[key], self.reference[key])
            for form in misconception.forms
        )

    def _count(self, wrong: Sequence[str]) -> str:
        total, right = len(self.reference), len(self.reference) - len(wrong)
        names = ", ".join(f"`{key}`" for key in wrong)
        if not right:
            return "None of the entries is right yet."
        return f"{right} of the {total} entries are right; not yet: {names}."
