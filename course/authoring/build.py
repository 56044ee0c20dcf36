"""Making the three notebooks of a lesson, and telling whether those on disk still match it.

`source` keeps solutions and hidden tests, `release` has neither, `solutions` is the solved notebook with the output
of a strict run. The transforms are nbgrader's own, in the order of `nbgrader generate_assignment`.
"""

from __future__ import annotations

import base64
import copy
import io
import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
from matplotlib.image import imread
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ClearSolutions,
    ComputeChecksums,
    LockCells,
)

from autograder.execution import QUIET
from course.authoring import LessonRefused, Problem, conventions, pictures
from course.authoring.lesson import Lesson, read

TREES = ("source", "release", "solutions")
RELEASE = (
    LockCells,
    ClearSolutions,
    ClearOutput,
    CheckCellMetadata,
    ComputeChecksums,
    ClearHiddenTests,
    ClearMarkScheme,
    ComputeChecksums,
    CheckCellMetadata,
)
PNG = "iVBORw0KGgo"  # how every PNG begins, in base64
TILE = 16  # pixels: a word that has moved changes tiles of this size, where the mean of a picture hardly shows it
SAME_PIXELS = 0.05  # mean difference of each tile, below which two drawings are one, on machines that round differently


def lesson_files(root: Path) -> list[Path]:
    """Return the lesson files of a course, in order."""
    return sorted((root / "course" / "lessons").glob("[0-9][0-9]_*.py"))


def build(path: Path) -> dict[str, str]:
    """Build one lesson; return the text of each notebook by tree. Raises `LessonRefused`."""
    lesson = read(path)
    if found := conventions.problems(lesson):
        raise LessonRefused(found)
    source = pictures.attach(lesson)
    notebooks = {"source": source, "release": release(source), "solutions": solve(lesson, source)}
    return {tree: text_of(notebook) for tree, notebook in notebooks.items()}


def release(source: NotebookNode) -> NotebookNode:
    """Return what students get: no solutions, no hidden tests, no output."""
    notebook = copy.deepcopy(source)
    for preprocessor in RELEASE:
        notebook, _ = preprocessor().preprocess(notebook, {})
    return notebook


def solve(lesson: Lesson, source: NotebookNode) -> NotebookNode:
    """Run the solved notebook, hidden tests included; an error or a warning anywhere refuses the lesson."""
    notebook, _ = LockCells().preprocess(copy.deepcopy(source), {})
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(
            notebook,
            timeout=60,
            kernel_name="python3",
            record_timing=False,
            coalesce_streams=True,  # output that comes in two pieces, now and then, is one
            extra_arguments=QUIET,
            resources={"metadata": {"path": folder}},
        )
        try:
            client.execute(env={**os.environ, "PYTHONHASHSEED": "0", "MPLBACKEND": ""})
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
            raise LessonRefused([_where(lesson, notebook, error)]) from None
    warned = [
        lesson.problem(i, f"The solved lesson warns here: {output.text.strip().splitlines()[0]}")
        for i, cell in enumerate(notebook.cells)
        for output in cell.get("outputs", [])
        if output.output_type == "stream" and output.name == "stderr"
    ]
    if warned:
        raise LessonRefused(warned)
    notebook, _ = ClearHiddenTests().preprocess(notebook, {})
    return _settled(notebook)


def _where(lesson: Lesson, notebook: NotebookNode, error: Exception) -> Problem:
    """Find the cell, and the line in it, at which a run stopped."""
    for i, cell in enumerate(notebook.cells):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                return lesson.problem(i, f"The solved lesson stops here with {output.ename}: {output.evalue}")
    reached = [i for i, cell in enumerate(notebook.cells) if cell.get("execution_count")]
    return lesson.problem(
        max(reached, default=0), f"The solved lesson stops at or after this cell: {type(error).__name__}."
    )


def _settled(notebook: NotebookNode) -> NotebookNode:
    """Remove what differs from run to run: counts, and the live side of widgets (their picture stays)."""
    notebook.metadata.pop("widgets", None)
    notebook.metadata.language_info = NotebookNode(name="python")
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.execution_count = None
            for output in cell.outputs:
                output.pop("execution_count", None)
                if output.output_type == "execute_result":
                    output.execution_count = None
                output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
    return notebook


def text_of(notebook: NotebookNode) -> str:
    """Return the text of a notebook file; the same notebook always gives the same text."""
    nbformat.validate(notebook)
    return str(nbformat.writes(notebook, version=nbformat.NO_CONVERT)) + "\n"


def write(root: Path, name: str, texts: dict[str, str]) -> list[Path]:
    """Write the notebooks of a lesson; return those that changed."""
    changed = []
    for tree, text in texts.items():
        path = root / tree / name / f"{name}.ipynb"
        if not path.exists() or not same_notebook(path.read_text(encoding="utf-8"), text):
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_suffix(".new")
            beside.write_text(text, encoding="utf-8")
            beside.replace(path)
            changed.append(path)
    return changed


def drift(root: Path, path: Path, texts: dict[str, str]) -> list[Problem]:
    """Say which notebooks on disk differ from a fresh build of the lesson at `path`."""
    name = path.stem.replace("_", "-")
    found = []
    for tree, text in texts.items():
        notebook = root / tree / name / f"{name}.ipynb"
        if not notebook.exists() or not same_notebook(notebook.read_text(encoding="utf-8"), text):
            what = "differs from" if notebook.exists() else "is missing; it is made from"
            where = path.relative_to(root)
            found.append(
                Problem(notebook.relative_to(root), 1, f"{what} {where}: edit the lesson, run `course build`.")
            )
    return found


def strays(root: Path) -> list[Problem]:
    """Say which files in the generated trees come from no lesson."""
    names = {path.stem.replace("_", "-") for path in lesson_files(root)}
    expected = {root / tree / name / f"{name}.ipynb" for tree in TREES for name in names}
    found = {path for tree in TREES for path in (root / tree).rglob("*") if path.is_file()}
    sentence = "comes from no lesson in course/lessons; move it out of the generated trees."
    return [
        Problem(p.relative_to(root), 1, sentence)
        for p in sorted(found - expected)
        if ".ipynb_checkpoints" not in p.parts
    ]


def same_notebook(a: str, b: str) -> bool:
    """Whether two notebook files say the same: byte for byte, but for pixels of pictures drawn on another machine."""
    return a == b or _same(json.loads(a), json.loads(b))


def _same(a: Any, b: Any) -> bool:
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(_same(a[k], b[k]) for k in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(_same, a, b))
    if isinstance(a, str) and isinstance(b, str) and a.startswith(PNG) and b.startswith(PNG):
        return a == b or _same_picture(a, b)
    return bool(a == b)


def _same_picture(a: str, b: str) -> bool:
    first, second = (imread(io.BytesIO(base64.b64decode(text)), format="png") for text in (a, b))
    if first.shape != second.shape:
        return False
    apart = np.abs(first - second).mean(axis=tuple(range(2, first.ndim)))
    starts = [np.arange(0, side, TILE) for side in apart.shape]
    sums = np.add.reduceat(np.add.reduceat(apart, starts[0], axis=0), starts[1], axis=1)
    return bool(sums.max() < SAME_PIXELS * TILE**2)


def build_all(root: Path, paths: Iterable[Path], check: bool) -> tuple[list[Path], list[Problem]]:
    """Build lessons and write them, or with `check` compare; return the files written and the problems found."""
    written: list[Path] = []
    found: list[Problem] = []
    for path in paths:
        try:
            texts = build(path)
        except LessonRefused as refused:
            found += [Problem(p.path.relative_to(root), p.line, p.sentence) for p in refused.problems]
            continue
        if check:
            found += drift(root, path, texts)
        else:
            written += write(root, path.stem.replace("_", "-"), texts)
    return written, found + strays(root)
