"""Scores as a table for a spreadsheet, Canvas and Moodle."""

from __future__ import annotations

import csv
import io

import pytest

from autograder.export import Format, Student, write

ADA = Student("ada", "Ada", "Lovelace", "ada@example.org", {"01-neurons": 15.0, "02-activations": 12.333333})
BOB = Student("bob", "", "", "", {"01-neurons": 0.0})
BEST = {"01-neurons": 15.0, "02-activations": 15.0}


def table(form: Format, *students: Student) -> list[list[str]]:
    text = io.StringIO()
    write(students, BEST, form, text)
    return list(csv.reader(io.StringIO(text.getvalue())))


def test_a_row_for_every_grade() -> None:
    assert table(Format.CSV, ADA, BOB)[1:] == [
        ["ada", "Lovelace", "Ada", "ada@example.org", "01-neurons", "15", "15"],
        ["bob", "", "", "", "01-neurons", "0", "15"],
        ["ada", "Lovelace", "Ada", "ada@example.org", "02-activations", "12.33", "15"],
    ]


def test_canvas_wants_points_possible_and_empty_cells() -> None:
    assert table(Format.CANVAS, ADA, BOB) == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "01-neurons", "02-activations"],
        ["    Points Possible", "", "", "", "", "15", "15"],
        ["Lovelace, Ada", "", "", "ada", "", "15", "12.33"],
        ["bob", "", "", "bob", "", "0", ""],
    ]


def test_moodle_matches_by_username() -> None:
    assert table(Format.MOODLE, BOB) == [
        ["Username", "Email address", "01-neurons", "02-activations"],
        ["bob", "", "0", ""],
    ]


@pytest.mark.parametrize("name", ["=HYPERLINK(0)", "+1", "-1", "@SUM(A1)", "\tx"])
def test_a_name_cannot_be_a_formula(name: str) -> None:
    found = table(Format.MOODLE, Student(name, "", "", "", {}))
    assert found[1][0] == f"'{name}"


def test_negative_and_long_scores_stay_numbers() -> None:
    assert table(Format.MOODLE, Student("eve", "", "", "", {"01-neurons": -1.0, "02-activations": 1 / 3}))[1][2:] == [
        "-1",
        "0.33",
    ]
