"""Choosing how submissions are run: in the sandbox, or, asked for by name, in a Jupyter kernel without isolation."""

from __future__ import annotations

import sys

from autograder.grading import Execute
from autograder.sandbox import NoSandbox, why_not


def choose(no_sandbox: bool) -> Execute:
    """Return the function that runs a notebook. Raises `NoSandbox` when isolation is wanted and cannot be had."""
    if no_sandbox:
        print("Grading WITHOUT isolation (--no-sandbox): submissions can read your files and cheat.", file=sys.stderr)
        from autograder.execution import execute as in_a_kernel

        return in_a_kernel
    if reason := why_not():
        raise NoSandbox(f"{reason} To grade without isolation all the same, say --no-sandbox.")
    from autograder.isolated import execute as in_the_sandbox

    return in_the_sandbox


def on_cluster(no_sandbox: bool) -> Execute:
    """Return what runs a notebook on other machines: whether they can isolate it shows there."""
    if no_sandbox:
        return choose(no_sandbox)
    from autograder.isolated import execute as in_the_sandbox

    return in_the_sandbox


def for_own_work() -> Execute:
    """Return what runs somebody's own notebook on their own machine: the sandbox where there is one, as it is faster."""
    if why_not():
        from autograder.execution import execute as in_a_kernel

        return in_a_kernel
    return choose(no_sandbox=False)
