"""The lessons as the grader knows them: the instructor's notebooks, by assignment name."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

PACKAGE = Path(__file__).parent


class UnknownLesson(LookupError):
    """A lesson this installation does not have."""


def source_folder() -> Path:
    """Return the folder of instructor notebooks: in a clone, `source/`; in an installed wheel, a copy inside it."""
    in_clone = PACKAGE.parent / "source"
    return in_clone if in_clone.is_dir() else PACKAGE / "source"


def lesson_names() -> list[str]:
    """Return the assignment names of all lessons, in order."""
    return sorted(path.parent.name for path in source_folder().glob("*/*.ipynb") if path.stem == path.parent.name)


@cache
def lesson(name: str) -> LessonKey:
    """Return one lesson. Raises `UnknownLesson` with the nearest name."""
    known = lesson_names()
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.3)
        hint = (
            f" Did you mean {near[0]!r}?" if near else f" There are: {', '.join(known) or 'none; run `course build`'}."
        )
        raise UnknownLesson(f"There is no lesson {name!r}.{hint}")
    return LessonKey(name)


@dataclass(frozen=True)
class LessonKey:
    """What grading needs of a lesson: which cells are tests, which are answers, which may not be changed."""

    name: str

    @cached_property
    def notebook(self) -> NotebookNode:
        """The notebook as nbgrader records it: answers cleared, hidden tests kept, checksums filled in."""
        from nbgrader.preprocessors import ClearOutput, ClearSolutions, ComputeChecksums, LockCells

        notebook = nbformat.read(source_folder() / self.name / f"{self.name}.ipynb", as_version=4)
        for preprocessor in (LockCells, ClearSolutions, ClearOutput, ComputeChecksums):
            notebook, _ = preprocessor().preprocess(notebook, {})
        return notebook

    @cached_property
    def cells(self) -> dict[str, NotebookNode]:
        """The cells nbgrader knows, by grade_id, in the order of the lesson."""
        return {c.metadata.nbgrader.grade_id: c for c in self.notebook.cells if "nbgrader" in c.metadata}

    @cached_property
    def texts(self) -> set[str]:
        """The lesson's own Markdown."""
        return {c.source for c in self.notebook.cells if c.cell_type == "markdown"}

    @cached_property
    def exercises(self) -> dict[str, float]:
        """The exercise ids and the points each is worth."""
        return {
            name: sum(float(self.cells[test].metadata.nbgrader.points) for test in tests_of(name))
            for name, cell in self.cells.items()
            if cell.metadata.nbgrader.solution
        }

    @property
    def max_score(self) -> float:
        """The points of the whole lesson."""
        return sum(self.exercises.values())


def tests_of(exercise: str) -> tuple[str, str]:
    """Return the grade_ids of an exercise's visible and hidden test."""
    return f"check_{exercise}", f"grade_{exercise}"


def lesson_of(notebook: Any, path: Path) -> str | None:
    """Tell which lesson a notebook is of: what it says itself, else its file name, else whose cells it has."""
    known = lesson_names()
    metadata = notebook.get("metadata", {}) if isinstance(notebook, dict) else {}
    course = metadata.get("course") if isinstance(metadata, dict) else None
    said = course.get("lesson") if isinstance(course, dict) else None
    if isinstance(said, str) and said in known:
        return said
    if path.stem in known:
        return path.stem
    cells = notebook.get("cells", []) if isinstance(notebook, dict) else []
    ids = {_grade_id(cell) for cell in cells if isinstance(cell, dict)}
    shared = {name: len(ids & lesson(name).exercises.keys()) for name in known}
    best = max(shared, key=lambda name: shared[name], default=None)
    return best if best and shared[best] else None


def _grade_id(cell: dict[str, Any]) -> str | None:
    metadata = cell.get("metadata")
    data = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    found = data.get("grade_id") if isinstance(data, dict) else None
    return found if isinstance(found, str) else None
