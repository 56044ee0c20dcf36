"""Running a command so that its user never sees a traceback of ours."""

from __future__ import annotations

import os
import sys

import typer

from autograder import quick_imports  # noqa: F401  (before anything imports nbformat)


def run(app: typer.Typer, name: str) -> None:
    """Run a typer app; an error becomes one sentence and an exit status."""
    try:
        app()
    except Exception as error:
        if os.environ.get("COURSE_DEBUG"):
            raise
        expected = type(error).__module__.split(".")[0] in ("autograder", "course")
        status = getattr(error, "status", 2 if expected else 3)
        hint = "" if expected else " This is a bug; COURSE_DEBUG=1 shows where."
        said = str(error) if expected else f"{type(error).__name__}: {error}."
        print(f"{name}: {said}{hint}", file=sys.stderr)
        sys.exit(status)
