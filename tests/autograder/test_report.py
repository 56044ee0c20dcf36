"""What a self-check says to do next."""

from __future__ import annotations

import pytest

from autograder.grading import Graded, Verdict
from autograder.lessons import lesson_names
from autograder.report import what_next
from autograder.scoring import ExerciseGrade

RIGHT, WRONG = ExerciseGrade(2, 2), ExerciseGrade(1, 2, "Rows and columns are exchanged.")
UNWRITTEN = ExerciseGrade(0, 2, "`f` is not written yet: it still raises NotImplementedError.")
FIRST, SECOND, *_, LAST = lesson_names()


@pytest.mark.parametrize(
    ("lesson", "exercises", "said"),
    [
        (FIRST, {"f": RIGHT}, f"All of it is right. Next: {SECOND}"),
        (LAST, {"f": RIGHT}, "All of it is right, and this was the last."),
        (
            FIRST,
            {"f": UNWRITTEN, "g": WRONG},
            "Next: look at `g`, save the notebook, and check again (2 of 2 to go).",
        ),
        (FIRST, {"e": RIGHT, "f": UNWRITTEN}, "Next: write `f`, save the notebook, and check again (1 of 2 to go)."),
    ],
)
def test_what_to_do_next(lesson: str, exercises: dict[str, ExerciseGrade], said: str) -> None:
    assert what_next(Graded(lesson, Verdict.GRADED, exercises)) == said


def test_a_grader_error_is_no_advice() -> None:
    assert what_next(Graded(FIRST, Verdict.GRADER_ERROR, {})) == ""
