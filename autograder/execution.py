"""Running a restored notebook, by nbgrader's own execution, in a kernel of its own.

This is the seam at which a sandbox will take the kernel's place: `execute` is all that grading calls.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from enum import StrEnum

from nbformat import NotebookNode

CELL_SECONDS = 30
QUIET = ["--log-level=ERROR"]  # a kernel's own remarks are no output of the notebook


class End(StrEnum):
    """How a run ended."""

    FINISHED = "finished"
    KERNEL_DIED = "kernel died"
    UNRESPONSIVE = "unresponsive"


@dataclass(frozen=True)
class Run:
    """A notebook with its outputs, how the run ended, and the position of the cell it ended in."""

    notebook: NotebookNode
    end: End
    ended_in: int


def execute(notebook: NotebookNode, cell_seconds: int = CELL_SECONDS) -> Run:
    """Run all cells in order, in an empty folder; an error in one does not stop the next."""
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from nbgrader.preprocessors import Execute
    from nbgrader.preprocessors.execute import UnresponsiveKernelError

    started = [-1]
    preprocessor = Execute(
        timeout=cell_seconds,
        record_timing=False,
        extra_arguments=QUIET,
        on_cell_start=lambda cell, cell_index: started.append(cell_index),
    )
    end = End.FINISHED
    with tempfile.TemporaryDirectory(prefix="grading-") as folder:
        try:
            notebook, _ = preprocessor.preprocess(notebook, {"metadata": {"path": folder}})
        except DeadKernelError:
            end = End.KERNEL_DIED
        except (CellTimeoutError, UnresponsiveKernelError):
            end = End.UNRESPONSIVE
    return Run(notebook, end, started[-1])
