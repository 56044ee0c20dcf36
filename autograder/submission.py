"""Reading what a student handed in, and putting back what they may not change.

A submitted file is hostile until shown otherwise. `read` takes only what grading needs out of it (cell types, sources,
nbgrader ids, attached images), bounded in size; `restore` puts the instructor's cells back: tests and other
read-only cells with their own text, missing ones too, unknown ones demoted to the student's own.
"""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.lessons import LessonKey, tests_of

MOST_BYTES = 100_000_000
MOST_CELLS = 5_000
IMAGES = ("image/png", "image/jpeg", "image/gif")


class Malformed(Exception):
    """A submission that cannot be read as a notebook; the text says why, to whoever handed it in."""


def load(path: Path) -> Any:
    """Return the JSON of a submitted file. Raises `Malformed`."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise Malformed(
            f"{path.name} has {size / 1e6:.0f} MB; at most {MOST_BYTES / 1e6:.0f} MB are read. Clear its outputs."
        )
    try:
        content = json.loads(path.read_bytes())
    except RecursionError:
        raise Malformed(f"{path.name} is nested too deeply to be a notebook.") from None
    except ValueError as error:
        if size == 0:
            raise Malformed(f"{path.name} is empty.") from None
        raise Malformed(f"{path.name} is not a notebook: it cannot be read as JSON ({error}).") from None
    if not isinstance(content, dict) or not isinstance(content.get("cells", content.get("worksheets")), list):
        raise Malformed(f"{path.name} is JSON, but not a notebook: it has no list of cells.")
    return content


def read(content: Any) -> NotebookNode:
    """Make a clean notebook of a submitted file's JSON, outputs left behind. Raises `Malformed`."""
    if "cells" not in content:
        try:
            content = nbformat.convert(nbformat.from_dict(content), 4)
        except Exception as error:
            raise Malformed(f"This notebook is in an old format that cannot be read ({error}).") from None
    if len(content["cells"]) > MOST_CELLS:
        raise Malformed(f"This notebook has {len(content['cells'])} cells; at most {MOST_CELLS} are read.")
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [_cell(cell, position) for position, cell in enumerate(content["cells"], start=1)]
    return notebook


def _cell(raw: Any, position: int) -> NotebookNode:
    kind = raw.get("cell_type") if isinstance(raw, dict) else None
    source = raw.get("source", "") if isinstance(raw, dict) else None
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if kind not in ("code", "markdown", "raw") or not isinstance(source, str):
        raise Malformed(f"Cell number {position} is not a notebook cell.")
    cell = NotebookNode(  # by hand: nbformat's makers validate each cell, 10 ms a notebook, and what we make is valid
        cell_type=kind,
        id=f"cell-{position:03d}",
        metadata=NotebookNode(),
        source=source.encode("utf-8", "replace").decode("utf-8"),
    )
    if kind == "code":
        cell.update(execution_count=None, outputs=[])
    metadata = raw.get("metadata")
    data = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    if isinstance(data, dict) and isinstance(data.get("grade_id"), str):
        cell.metadata.nbgrader = NotebookNode(grade_id=data["grade_id"])
    if kind == "markdown" and isinstance(raw.get("attachments"), dict):
        cell.attachments = NotebookNode(
            (name, NotebookNode(image)) for name, image in raw["attachments"].items() if _is_image(image)
        )
    return cell


def _is_image(image: Any) -> bool:
    return isinstance(image, dict) and all(k in IMAGES and isinstance(v, str) for k, v in image.items())


def restore(notebook: NotebookNode, key: LessonKey) -> list[str]:
    """Put the lesson's own cells back into a notebook, in place; return what was found, for whoever looks.

    Afterwards each of the lesson's tests and read-only cells is there exactly once, unchanged, after the answer it
    tests. Where a cell is there twice, the last one counts, as in nbgrader.
    """
    notes = [step for transform in (_demote, _replace, _insert, _reorder) for step in transform(notebook, key)]
    notebook.metadata = copy.deepcopy(key.notebook.metadata)
    for name, cell in _known(notebook).items():
        cell["id"] = name
    return notes


def _known(notebook: NotebookNode) -> dict[str, NotebookNode]:
    return {cell.metadata.nbgrader.grade_id: cell for cell in notebook.cells if "nbgrader" in cell.metadata}


def _demote(notebook: NotebookNode, key: LessonKey) -> list[str]:
    """Make cells with an unknown id, and all but the last of those with one id, cells of the student's own."""
    notes, seen = [], set()
    for cell in reversed(notebook.cells):
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id is None:
            continue
        if grade_id not in key.cells:
            name = (
                f"The cell `{grade_id}`"
                if re.fullmatch(r"\w{1,40}", grade_id, flags=re.ASCII)
                else "A cell with an odd id"
            )
            notes.append(f"{name} is not one of this lesson's; it was treated as the student's own.")
            del cell.metadata["nbgrader"]
        elif grade_id in seen:
            notes.append(f"The cell `{grade_id}` was there more than once; the last one counts.")
            del cell.metadata["nbgrader"]
        seen.add(grade_id)
    return notes[::-1]


def _replace(notebook: NotebookNode, key: LessonKey) -> list[str]:
    """Give known cells the lesson's metadata, and read-only ones the lesson's text."""
    notes = []
    for i, cell in enumerate(notebook.cells):
        if "nbgrader" not in cell.metadata:
            continue
        original = copy.deepcopy(key.cells[cell.metadata.nbgrader.grade_id])
        released = original.source.partition("### BEGIN HIDDEN TESTS")[0].strip()
        if original.metadata.nbgrader.solution:
            original.source = cell.source
        elif cell.source.strip() not in (original.source.strip(), released):
            notes.append(
                f"The read-only cell `{original.metadata.nbgrader.grade_id}` had been changed; it was put back."
            )
        notebook.cells[i] = original
    return notes


def _insert(notebook: NotebookNode, key: LessonKey) -> list[str]:
    """Put back missing read-only cells: before the next of the lesson's cells that is there, else at the end."""
    notes, names, present = [], list(key.cells), set(_known(notebook))
    for i, name in reversed(list(enumerate(names))):
        if name in present:
            continue
        original = copy.deepcopy(key.cells[name])
        if original.metadata.nbgrader.solution:
            notes.append(f"The answer cell `{name}` is missing.")
            continue
        following = set(names[i + 1 :])
        at = next(
            (j for j, c in enumerate(notebook.cells) if c.metadata.get("nbgrader", {}).get("grade_id") in following),
            len(notebook.cells),
        )
        notebook.cells.insert(at, original)
        notes.append(f"The cell `{name}` was missing; it was put back.")
    return notes[::-1]


def _reorder(notebook: NotebookNode, key: LessonKey) -> list[str]:
    """Move a test that stands before its answer to right after it."""
    notes = []
    for exercise in key.exercises:
        for test in reversed(tests_of(exercise)):
            order = list(_known(notebook))
            if exercise in order and order.index(test) < order.index(exercise):
                cell = _known(notebook)[test]
                notebook.cells.remove(cell)
                notebook.cells.insert(notebook.cells.index(_known(notebook)[exercise]) + 1, cell)
                notes.append(f"The test `{test}` stood before its answer; it was run after it.")
    return notes
