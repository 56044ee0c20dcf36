"""Our execution under plain `nbgrader autograde` and the Formgrader: a preprocessor in the place of nbgrader's Execute.

    c.Autograde.autograde_preprocessors = autograder.steps.AUTOGRADE

For a course whose tests need the student's own interpreter, `c.ExecuteIsolated.tests_in_kernel = True` runs tests in the
sandbox too: isolated from this host, open to cheating inside the notebook.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool

from autograder import scoring
from autograder.isolated import Isolated
from autograder.sandbox import NoSandbox, why_not

MOST_FILE_BYTES = 50_000_000
MOST_FILES = 1_000


class ExecuteIsolated(NbGraderPreprocessor):
    """Run a sanitized notebook with the student's code in a sandbox."""

    tests_in_kernel = Bool(False, help="Run tests in the sandbox too, in the student's interpreter.").tag(config=True)

    def preprocess(self, notebook: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Run it. Raises `NoSandbox` where this host cannot isolate."""
        if reason := why_not():
            raise NoSandbox(f"{reason} Without isolation, remove ExecuteIsolated from nbgrader_config.py.")
        ids = resources["nbgrader"]
        _keep_known_cells(notebook, ids)
        folder = resources.get("metadata", {}).get("path")
        files = _files(Path(folder), ids["notebook"]) if folder else {}
        with Isolated() as engine:
            engine.execute(notebook, files, self.tests_in_kernel)
        if not self.tests_in_kernel:
            scoring.forgive_warnings(notebook)
        return notebook, resources


class OnlyKnownCells(NbGraderPreprocessor):
    """Make cells that claim to be tests, and that the gradebook does not know, the student's own; before OverwriteCells."""

    def preprocess(self, notebook: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Change the notebook in place."""
        _keep_known_cells(notebook, resources["nbgrader"])
        return notebook, resources


def _keep_known_cells(notebook: NotebookNode, ids: dict[str, str]) -> None:
    """Make cells that the gradebook does not know the student's own, in place: only known tests may run outside."""
    with Gradebook(ids["db_url"]) as gradebook:
        known = {cell.name: cell for cell in gradebook.find_notebook(ids["notebook"], ids["assignment"]).source_cells}
        for cell in notebook.cells:
            original = known.get(cell.metadata.get("nbgrader", {}).get("grade_id"))
            if original is None:
                cell.metadata.pop("nbgrader", None)
            elif original.locked:
                cell.source = original.source


def _files(folder: Path, notebook: str) -> dict[str, bytes]:
    """Return the files beside a notebook, by relative path, without notebooks and links; as many as are bearable."""
    found: dict[str, bytes] = {}
    room = MOST_FILE_BYTES
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file() or path.suffix == ".ipynb" or len(found) >= MOST_FILES:
            continue
        room -= path.stat().st_size
        if room < 0:
            break
        found[str(path.relative_to(folder))] = path.read_bytes()
    return found
