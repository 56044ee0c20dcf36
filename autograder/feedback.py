"""Feedback pages by nbgrader, without what students may not see."""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests, NbGraderPreprocessor
from nbgrader.utils import is_grade, is_locked

from autograder.outputs import harmless

HIDDEN = "BEGIN HIDDEN TESTS"


class HideHiddenTests(ClearHiddenTests):
    """Take hidden tests, and tracebacks that quote them, out of an autograded notebook before students see it.

    Only tests are touched: the same marks in a student's own cell are the student's text.
    """

    def preprocess_cell(self, cell: NotebookNode, resources: Any, cell_index: int) -> tuple[NotebookNode, Any]:
        """Clear one cell; what a failed test said stays."""
        if not (is_grade(cell) and is_locked(cell)):
            return cell, resources
        if HIDDEN in cell.source:
            for output in cell.get("outputs", []):
                if output.output_type == "error":
                    known = output.ename == "WrongAnswer"
                    quotes_test = any("grade(" in line for line in output.traceback)
                    if known or quotes_test:
                        output.traceback = str(output.evalue).splitlines() or [output.ename]
        return super().preprocess_cell(cell, resources, cell_index)


class Harmless(NbGraderPreprocessor):
    """Take out of a notebook whatever could run, load or cover the page, before anybody is shown it."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Make a notebook harmless, in place."""
        harmless(nb)
        return nb, resources
