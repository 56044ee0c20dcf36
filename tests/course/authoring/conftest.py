"""A lesson of one exercise, which each test breaks in one way."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.checks.exercise import FunctionExercise
from autograder.checks.outcome import Case
from course.authoring import LessonRefused, conventions
from course.authoring.lesson import Lesson, read

TEXT = '''\
# %% [markdown]
# # 90 · Doubling
# Time: 5 minutes · Points: 2 · Builds on: counting

# %% [markdown]
# ### Exercise: `double`
# Write twice $x$.
#
# <details><summary>Hint: a nudge</summary>
#
# Think of pairs.
#
# </details>
# <details><summary>Hint: the idea</summary>
#
# Add it to itself.
#
# </details>

# %% nbgrader={"grade_id": "double", "solution": true}
def double(x):
    """Return twice x."""
    ### BEGIN SOLUTION
    twice_the_number = x + x
    return twice_the_number
    ### END SOLUTION

# %% nbgrader={"grade_id": "check_double", "grade": true, "points": 1}
assert double(2.0) == 4.0, "Twice 2 is 4."

# %% nbgrader={"grade_id": "grade_double", "grade": true, "points": 1}
# Hidden tests for `double` run here when your work is graded.
### BEGIN HIDDEN TESTS
from autograder.checks import grade
grade("90-doubling", "double", double)
### END HIDDEN TESTS

# %%
double(3.0)
'''

DOUBLE = FunctionExercise("double", lambda x: 2 * x, lambda rng: [Case((1.5,))])


class Author:
    """Somebody who writes lesson 90 and changes it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "90_doubling.py"
        self.text = TEXT
        self.path.write_text(TEXT, encoding="utf-8")

    def change(self, old: str, new: str) -> None:
        """Replace a part of the lesson that is there."""
        assert old in self.text
        self.text = self.text.replace(old, new)
        self.path.write_text(self.text, encoding="utf-8")

    def lesson(self) -> Lesson:
        """Return the lesson as it is read."""
        return read(self.path)

    def complaints(self) -> list[str]:
        """Return what the build says about it, each as "line: sentence"."""
        try:
            return [f"{p.line}: {p.sentence}" for p in conventions.problems(self.lesson())]
        except LessonRefused as refused:
            return [f"{p.line}: {p.sentence}" for p in refused.problems]

    def line(self, part: str) -> int:
        """Return the line of the file at which a cell with this text starts."""
        before = self.text[: self.text.index(part) + len(part)]
        return before.count("\n", 0, before.rindex("# %%")) + 1


@pytest.fixture
def author(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Author:
    """Return an author with a correct lesson."""
    monkeypatch.setattr(conventions, "exercises", lambda name: {"double": DOUBLE})
    return Author(tmp_path)
