"""The scores of a class as a table that a spreadsheet, Canvas or Moodle reads."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TextIO

Cell = str | float
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a cell begins that a spreadsheet would run


class Format(StrEnum):
    """What an export is for."""

    CSV = "csv"
    CANVAS = "canvas"
    MOODLE = "moodle"


@dataclass(frozen=True)
class Student:
    """A student as the gradebook knows them, with a score by lesson; a lesson not handed in is absent."""

    id: str
    first_name: str
    last_name: str
    email: str
    scores: dict[str, float]

    @property
    def sorted_name(self) -> str:
        """Return "Lovelace, Ada", or the id where the gradebook holds no name."""
        return ", ".join(filter(None, (self.last_name, self.first_name))) or self.id


def _csv(students: Sequence[Student], best: dict[str, float]) -> Iterable[list[Cell]]:
    yield ["student", "last name", "first name", "email", "lesson", "score", "max score"]
    for lesson, most in best.items():
        for s in students:
            if lesson in s.scores:
                yield [s.id, s.last_name, s.first_name, s.email, lesson, s.scores[lesson], most]


def _canvas(students: Sequence[Student], best: dict[str, float]) -> Iterable[list[Cell]]:
    yield ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *best]
    yield ["    Points Possible", "", "", "", "", *best.values()]
    for s in students:
        yield [s.sorted_name, "", "", s.id, "", *(s.scores.get(lesson, "") for lesson in best)]


def _moodle(students: Sequence[Student], best: dict[str, float]) -> Iterable[list[Cell]]:
    yield ["Username", "Email address", *best]
    for s in students:
        yield [s.id, s.email, *(s.scores.get(lesson, "") for lesson in best)]


ROWS: dict[Format, Callable[[Sequence[Student], dict[str, float]], Iterable[list[Cell]]]] = {
    Format.CSV: _csv,
    Format.CANVAS: _canvas,
    Format.MOODLE: _moodle,
}


def write(students: Sequence[Student], best: dict[str, float], form: Format, to: TextIO) -> None:
    """Write the scores of `students` as CSV; `best` holds the points to be had by lesson, in the order of columns.

    Text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    writer = csv.writer(to, lineterminator="\n")
    for row in ROWS[form](students, best):
        writer.writerow([_harmless(cell) for cell in row])


def _harmless(cell: Cell) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(FORMULA) else cell
    return f"{cell:.2f}".rstrip("0").rstrip(".")
