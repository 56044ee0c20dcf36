"""Reading a lesson: one py:percent file becomes one notebook with complete nbgrader metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jupytext
from nbformat import NotebookNode

from course.authoring import LessonRefused, Problem

MARKER = re.compile(r"^# %%", re.MULTILINE)
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


@dataclass(frozen=True)
class Lesson:
    """A lesson as its author wrote it: `lines[i]` is the line of the file at which `notebook.cells[i]` starts."""

    path: Path
    name: str
    notebook: NotebookNode
    lines: tuple[int, ...]

    def problem(self, cell: int, sentence: str) -> Problem:
        """Return a problem at the start of a cell."""
        return Problem(self.path, self.lines[cell], sentence)


def read(path: Path) -> Lesson:
    """Read `course/lessons/NN_name.py` into a notebook named `NN-name`."""
    if not re.fullmatch(r"\d\d_[a-z0-9_]+\.py", path.name):
        raise LessonRefused([Problem(path, 1, "A lesson file is named like 02_activations.py.")])
    text = path.read_text(encoding="utf-8")
    notebook = jupytext.reads(text, fmt="py:percent")
    lines = tuple(text.count("\n", 0, m.start()) + 1 for m in MARKER.finditer(text))
    if len(lines) != len(notebook.cells):
        raise LessonRefused([Problem(path, 1, 'Every cell starts with a line "# %%", the first one too.')])
    name = path.stem.replace("_", "-")
    notebook.metadata = NotebookNode(
        kernelspec=NotebookNode(KERNEL), language_info=NotebookNode(name="python"), course=NotebookNode(lesson=name)
    )
    for position, cell in enumerate(notebook.cells):
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader = _complete(cell.metadata.nbgrader)
        cell["id"] = cell.metadata.get("nbgrader", {}).get("grade_id") or f"cell-{position:03d}"
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    return Lesson(path, name, notebook, lines)


def _complete(short: dict[str, Any]) -> NotebookNode:
    """Fill in what nbgrader wants to know beyond what authors write."""
    full = NotebookNode(
        schema_version=3, grade_id=short.get("grade_id", ""), grade=False, solution=False, locked=False, task=False
    )
    full.update(short)
    full.locked = not full.solution
    return full
