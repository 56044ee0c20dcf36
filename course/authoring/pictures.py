"""Pictures in prose: `![alt](picture:anatomy)` becomes an image attached to the cell, drawn by course/pictures."""

from __future__ import annotations

import base64
import importlib
import io
import re
from functools import cache

from matplotlib.figure import Figure
from nbformat import NotebookNode

from course.authoring import LessonRefused
from course.authoring.lesson import Lesson

TARGET = re.compile(r"\(picture:(\w+)\)")


def attach(lesson: Lesson) -> NotebookNode:
    """Return the lesson's notebook with its pictures drawn and attached."""
    module = lesson.path.stem.partition("_")[2]
    for i, cell in enumerate(lesson.notebook.cells):
        names = TARGET.findall(cell.source) if cell.cell_type == "markdown" else []
        for name in names:
            try:
                image = draw(module, name)
            except (ImportError, AttributeError) as error:
                missing = f"There is no picture {name!r} in course/pictures/{module}.py."
                raise LessonRefused([lesson.problem(i, missing)]) from error
            cell.setdefault("attachments", {})[f"{name}.png"] = {"image/png": image}
        cell.source = TARGET.sub(r"(attachment:\1.png)", cell.source)
    return lesson.notebook


@cache
def draw(module: str, name: str) -> str:
    """Draw one picture; return its PNG in base64, the same bytes every time."""
    figure: Figure = getattr(importlib.import_module(f"course.pictures.{module}"), name)()
    data = io.BytesIO()
    figure.savefig(data, format="png", metadata={"Software": None})
    return base64.b64encode(data.getvalue()).decode("ascii")
