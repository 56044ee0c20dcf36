"""A run that executes nothing: which tests an answer passes is decided by its text, the same every time.

An answer may also ask for trouble, in a comment: `# dies` ends the process that grades it, `# dies once: FILE` only if FILE is
not there yet, `# breaks` is a grader error, `# waits in: FOLDER` says who grades it into the FIFO `hello` there and
goes on when `go` is written to.
"""

from __future__ import annotations

import hashlib
import os
import re
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.batch import Workers
from autograder.execution import End, Run
from autograder.scoring import GraderError


def run(notebook: NotebookNode) -> Run:
    """Stand in for an execution."""
    answers = "\n".join(cell.source for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("solution"))
    _trouble(answers)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade") and _fails(answers, cell.metadata.nbgrader.grade_id):
            cell.outputs = [nbformat.v4.new_output("error", ename="WrongAnswer", evalue="It is not so.", traceback=[])]
    return Run(notebook, End.FINISHED, len(notebook.cells))


def _fails(answers: str, test: str) -> bool:
    return hashlib.sha256(f"{answers} {test}".encode()).digest()[0] % 2 == 0


def _trouble(answers: str) -> None:
    if found := re.search(r"# dies once: (\S+)", answers):
        if not Path(found[1]).exists():
            Path(found[1]).touch()
            os.kill(os.getpid(), signal.SIGKILL)
    elif "# dies" in answers:
        os.kill(os.getpid(), signal.SIGKILL)
    if "# breaks" in answers:
        raise GraderError("The hidden test broke.")
    if found := re.search(r"# waits in: (\S+)", answers):
        (Path(found[1]) / "hello").write_text(str(os.getpid()))
        (Path(found[1]) / "go").read_text()


class Inline(Executor):
    """Does what is submitted at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def inline() -> Iterator[Workers]:
    """Be a pool for `batch.work` that needs no processes."""
    yield Workers(Inline(), 1)
