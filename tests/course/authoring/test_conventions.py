"""A lesson that breaks a rule is refused with a sentence at the line to mend; a correct one is not."""

from __future__ import annotations

import pytest

from course.authoring import conventions
from tests.course.authoring.conftest import Author

CHECK = '# %% nbgrader={"grade_id": "check_double", "grade": true, "points": 1}\nassert double(2.0) == 4.0, "Twice 2 is 4."\n'


def test_a_correct_lesson_has_no_problems(author: Author) -> None:
    assert author.complaints() == []


def test_missing_check(author: Author) -> None:
    author.change(CHECK, "")
    author.change("Points: 2", "Points: 1")
    line = author.line("def double")
    assert author.complaints() == [f"{line}: The exercise 'double' has no cell with the grade_id 'check_double'."]


def test_duplicate_id(author: Author) -> None:
    author.change(CHECK, CHECK + "\n" + CHECK)
    author.change("Points: 2", "Points: 3")
    assert all("'check_double' is used 2 times" in complaint for complaint in author.complaints())
    assert len(author.complaints()) == 2


def test_points_that_do_not_add_up(author: Author) -> None:
    author.change("Points: 2", "Points: 20")
    assert author.complaints() == ["1: The title says 20 points; the test cells add up to 2."]


def test_a_title_without_time_and_points(author: Author) -> None:
    author.change("Time: 5 minutes · ", "")
    assert "1: The title cell has no line" in author.complaints()[0]


def test_hidden_test_outside_a_grade_cell(author: Author) -> None:
    author.change("\n# %%\ndouble(3.0)", "\n# %%\n### BEGIN HIDDEN TESTS\ndouble(3.0)\n### END HIDDEN TESTS")
    assert author.complaints() == [
        f"{author.line('double(3.0)')}: Hidden tests stand outside a grade_… cell: students would see them."
    ]


def test_hidden_test_of_something_else(author: Author) -> None:
    author.change('grade("90-doubling", "double", double)', 'grade("90-doubling", "triple", double)')
    assert 'have to call grade("90-doubling", "double", double)' in author.complaints()[0]


def test_hidden_test_after_its_marks(author: Author) -> None:
    call = 'grade("90-doubling", "double", double)\n'
    author.change(call + "### END HIDDEN TESTS\n", "### END HIDDEN TESTS\n" + call)
    assert "have to call" in author.complaints()[0]


def test_solution_that_leaks_into_the_release(author: Author) -> None:
    author.change("\n# %%\ndouble(3.0)", "\n# %% [markdown]\n# Or `twice_the_number = x + x`.")
    assert author.complaints() == [
        f"{author.line('Or `twice')}: This cell gives away a line of the solution of 'double': twice_the_number = x + x"
    ]


def test_solution_without_marks(author: Author) -> None:
    author.change("    ### BEGIN SOLUTION\n", "")
    assert any("do not pair up" in complaint for complaint in author.complaints())


def test_solution_marks_in_another_cell(author: Author) -> None:
    author.change("double(3.0)", "### BEGIN SOLUTION\ndouble(3.0)\n### END SOLUTION")
    assert author.complaints() == [f"{author.line('double(3.0)')}: The cell holds a solution but is no solution cell."]


def test_test_of_no_exercise(author: Author) -> None:
    author.change("\n# %%\ndouble(3.0)", '\n# %% nbgrader={"grade_id": "check_it", "grade": true, "points": 0}\n1')
    assert "'check_it' is a test of no exercise" in author.complaints()[0]


def test_tests_before_the_answer(author: Author) -> None:
    author.change(CHECK, "")
    author.change("# %% [markdown]\n# ### Exercise", CHECK + "\n# %% [markdown]\n# ### Exercise")
    assert any("'check_double' stands before 'double'" in complaint for complaint in author.complaints())


def test_exercise_nobody_can_grade(author: Author, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conventions, "exercises", lambda name: {"triple": object()})
    assert [c.partition(": ")[2] for c in author.complaints()] == [
        "autograder/checks grades 'triple', which this lesson does not have.",
        "autograder/checks has no exercise 'double' for 90-doubling.",
    ]


def test_one_hint_is_not_two(author: Author) -> None:
    author.change("# <details><summary>Hint: the idea</summary>\n#\n# Add it to itself.\n#\n# </details>\n", "")
    assert "has 1 hints in <details>; it needs two" in author.complaints()[0]


def test_wall_of_text(author: Author) -> None:
    author.change("# Write twice $x$.", "\n".join(f"# Line {i} of a long story." for i in range(20)))
    assert "lines of text in one cell; split it or draw it" in author.complaints()[0]


def test_picture_without_alt_text(author: Author) -> None:
    author.change("# Write twice $x$.", "# ![a picture](picture:pairs)")
    assert "needs alt text" in author.complaints()[0]


@pytest.mark.parametrize("word", ["simply", "Obviously", "just"])
def test_words_to_avoid(author: Author, word: str) -> None:
    author.change("# Write twice $x$.", f"# Write {word} twice $x$.")
    assert f"The prose says {word.lower()!r}" in author.complaints()[0]


def test_words_in_code_and_formulas_are_left_alone(author: Author) -> None:
    author.change("# Write twice $x$.", "# Write `just` twice $x!$.")
    assert author.complaints() == []


def test_exclamation_mark(author: Author) -> None:
    author.change("# Write twice $x$.", "# Write twice $x$!")
    assert "exclamation mark" in author.complaints()[0]
