"""Small notebooks, and what came out of them."""

from __future__ import annotations

import nbformat
from nbformat import NotebookNode

from autograder.isolated import Isolated

Given = tuple[str, str]


def notebook(*cells: str | Given) -> NotebookNode:
    """Make a notebook: a text is a student's cell, a pair is a locked one: a test (`grade_…`), or given code (`given`)."""
    made = nbformat.v4.new_notebook()
    for cell in cells:
        name, source = cell if isinstance(cell, tuple) else ("", cell)
        made.cells.append(nbformat.v4.new_code_cell(source))
        if name:
            grade = name != "given"
            made.cells[-1].metadata.nbgrader = NotebookNode(grade_id=name, grade=grade, locked=True, solution=False)
    return made


def run(engine: Isolated, *cells: str | Given) -> list[NotebookNode]:
    """Run cells; return them with their outputs."""
    return engine.execute(notebook(*cells)).notebook.cells


def shown(cell: NotebookNode) -> str:
    """Return all the text a cell has shown: streams, values, errors as `name: text`."""
    texts = []
    for output in cell.outputs:
        if output.output_type == "stream":
            texts.append(output.text)
        elif output.output_type == "error":
            texts.append(f"{output.ename}: {output.evalue}")
        else:
            texts.append(output.data.get("text/plain", ""))
    return "\n".join(texts)


def passed(cell: NotebookNode) -> bool:
    """Whether a test went well."""
    return not any(output.output_type == "error" for output in cell.outputs)
