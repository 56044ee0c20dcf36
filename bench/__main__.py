"""`python -m bench [LESSON] [--full] [--rounds N] [--workers N] [--seed N] [--json]`: measure, and print the tables."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import time

from rich.console import Console

from bench import SCRATCH
from bench.graders import CannotGrade
from bench.measure import measure
from bench.report import as_json, show


def main() -> None:
    """Measure and print; what is slow is printed, and changes no exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m bench", description="Grading here, by nbgrader and by otter-grader."
    )
    parser.add_argument("lesson", nargs="?", default="02-activations", metavar="LESSON", help="default: 02-activations")
    parser.add_argument("--full", action="store_true", help="grade 1,000 submissions as well")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="how often each grader has its turns (3)")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="submissions graded at a time (2)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="which variations are handed in (0)")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    given = parser.parse_args()
    started = time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - started:4.0f} s  {what}", file=sys.stderr, flush=True)

    load = os.getloadavg()[0]
    if load > 0.5:
        say(f"other work is going on here (load {load:.1f}): ratios are fair, single numbers are too high")
    shutil.rmtree(SCRATCH, ignore_errors=True)
    try:
        found = measure(given.lesson, SCRATCH, given.rounds, given.workers, given.seed, given.full, say)
    except CannotGrade as reason:
        sys.exit(f"There is nothing to compare: {reason}")
    finally:
        shutil.rmtree(SCRATCH, ignore_errors=True)
    if given.json:
        print(json.dumps({"load before": load, **as_json(found)}, indent=2))
    else:
        console = Console()
        show(found, console if console.is_terminal else Console(width=130))


if __name__ == "__main__":
    main()
