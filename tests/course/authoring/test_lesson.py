"""Reading a lesson fills in what nbgrader wants, and gives every cell an id that never changes by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.authoring import LessonRefused
from course.authoring.lesson import read
from tests.course.authoring.conftest import Author


def test_metadata_is_complete(author: Author) -> None:
    cells = {cell["id"]: cell for cell in author.lesson().notebook.cells}
    assert cells["double"].metadata.nbgrader == {
        "schema_version": 3,
        "grade_id": "double",
        "grade": False,
        "solution": True,
        "locked": False,
        "task": False,
    }
    assert cells["grade_double"].metadata.nbgrader.locked
    assert cells["grade_double"].metadata.nbgrader.points == 1


def test_cell_ids_come_from_grade_id_or_position(author: Author) -> None:
    ids = [cell["id"] for cell in author.lesson().notebook.cells]
    assert ids == ["cell-000", "cell-001", "double", "check_double", "grade_double", "cell-005"]


def test_notebook_says_which_lesson_and_kernel(author: Author) -> None:
    metadata = author.lesson().notebook.metadata
    assert metadata.course.lesson == "90-doubling"
    assert metadata.kernelspec.name == "python3"


def test_lines_are_where_cells_start(author: Author) -> None:
    lesson = author.lesson()
    text = author.text.splitlines()
    assert all(text[line - 1].startswith("# %%") for line in lesson.lines)
    assert len(lesson.lines) == len(lesson.notebook.cells)


def test_a_file_with_another_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LessonRefused, match=r"named like 02_activations\.py"):
        read(tmp_path / "doubling.py")


def test_a_first_cell_without_a_marker_is_refused(author: Author) -> None:
    author.path.write_text("x = 1\n\n" + author.text, encoding="utf-8")
    with pytest.raises(LessonRefused, match='starts with a line "# %%"'):
        read(author.path)
