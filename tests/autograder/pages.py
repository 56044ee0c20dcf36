"""Notebooks as nbgrader shows them: a feedback page, and the Formgrader's."""

from __future__ import annotations

import copy
import logging
from functools import cache
from pathlib import Path
from typing import Any

import nbgrader
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from traitlets.config import Config

FORMGRADER = Path(nbgrader.__file__).parent / "server_extensions" / "formgrader"
TEMPLATES = ("feedback", "formgrade")


@cache
def exporter(template: str) -> Any:
    """Return nbgrader's exporter; without a course, thus without grades."""
    config = Config()
    config.HTMLExporter.template_name = template
    config.HTMLExporter.extra_template_basedirs = [str(FORMGRADER / "templates")]
    bootstrap = FORMGRADER / "static" / "node_modules" / "bootstrap" / "dist" / "css"
    config.HTMLExporter.extra_template_paths = [str(bootstrap)]
    log = logging.getLogger("quiet")
    log.setLevel(logging.CRITICAL)
    return HTMLExporter(config=config, log=log)


def page(notebook: NotebookNode, template: str = "feedback") -> str:
    """Return the HTML of a notebook's page, with the grades that nbgrader's GetGrades would put there."""
    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader.update(score=0, points=1, comment="A comment.")
    grades = {"notebook": "n", "assignment": "a", "student": "s", "score": 1, "max_score": 2, "late_penalty": 0}
    names = {"notebook_id": "n", "assignment_id": "a", "submission_id": "i", "base_url": "", "index": 0, "total": 1}
    html, _ = exporter(template).from_notebook_node(notebook, {"nbgrader": grades, **names})
    return str(html)
