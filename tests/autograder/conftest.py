"""What grading tests share: the lesson 01, its notebooks, and files to hand in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode

from autograder.lessons import LessonKey, lesson
from course.paths import ROOT

LESSON = "01-neurons"

HandIn = Callable[[Any], Path]


@pytest.fixture
def key() -> LessonKey:
    """Return lesson 01 as the grader knows it."""
    return lesson(LESSON)


@pytest.fixture
def solved() -> NotebookNode:
    """Return lesson 01, solved: what a perfect student hands in."""
    return nbformat.read(ROOT / "solutions" / LESSON / f"{LESSON}.ipynb", as_version=4)


@pytest.fixture
def hand_in(tmp_path: Path) -> HandIn:
    """Return a function that writes a notebook, a text or bytes as a submitted file and returns its path."""

    def write(content: Any) -> Path:
        path = tmp_path / f"{LESSON}.ipynb"
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    return write


def cell(notebook: NotebookNode, grade_id: str) -> NotebookNode:
    """Return the cell with this grade_id."""
    return next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == grade_id)
