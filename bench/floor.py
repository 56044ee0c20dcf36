"""`python -m bench.floor LESSON NOTEBOOK…`: the least that grading can cost, as JSON.

The cells and the tests of each submission by `exec`, one submission after another in one interpreter that has imported
everything: no isolation, no outputs, no gradebook. Figures are not drawn, as in grading.
"""

from __future__ import annotations

import contextlib
import io
import json
import statistics
import sys
import time
import warnings
from pathlib import Path
from unittest.mock import MagicMock

import matplotlib.pyplot  # noqa: F401  (imported beforehand, as the sandbox does)
import numpy.random  # noqa: F401

from autograder.checks import exercises
from autograder.lessons import lesson
from autograder.submission import load, read, restore


def cells(path: Path, name: str) -> list[str]:
    """Return the code cells of a submission, the tests among them."""
    notebook = read(load(path))
    restore(notebook, lesson(name))
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def seconds(sources: list[str]) -> float:
    """Run cells in a new namespace; return how long it took."""
    namespace = {"__name__": "__main__"}
    started = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        for source in sources:
            with contextlib.suppress(Exception):
                exec(compile(source, "<cell>", "exec"), namespace)
    return time.perf_counter() - started


def main() -> None:
    """Time every submission twice, keep the second; print the mean and the median in milliseconds."""
    name, *notebooks = sys.argv[1:]
    exercises(name)
    sys.modules["course.figures"] = MagicMock()
    warnings.simplefilter("ignore")
    submissions = [cells(Path(path), name) for path in notebooks]
    for sources in submissions:
        seconds(sources)
    taken = [1000 * seconds(sources) for sources in submissions]
    print(json.dumps({"mean": statistics.mean(taken), "median": statistics.median(taken)}))


if __name__ == "__main__":
    main()
