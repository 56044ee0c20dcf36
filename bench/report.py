"""The measurements as tables, or as one JSON object."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from bench.measure import MANY, OURS, STOCK, WHOLE, Line, Measured

AS_FAST, MILLISECONDS, MEGABYTES, HELP, BENT = 12, 120, 300, 0.3, 1.25


@dataclass(frozen=True)
class Target:
    """Something aimed at, what was measured, and whether that is enough."""

    aim: str
    reached: str
    met: bool


def middle(found: Measured, name: str, of: Callable[[Line], float]) -> float:
    """Return the median of something over a grader's rounds."""
    return statistics.median(map(of, found.lines[name]))


def ratios(found: Measured, name: str, of: Callable[[Line], float]) -> list[float]:
    """Return how many times more a grader takes than ours, round by round."""
    return [of(theirs) / of(ours) for theirs, ours in zip(found.lines[name], found.lines[OURS], strict=True)]


def targets(found: Measured) -> list[Target]:
    """Compare what was measured with what is aimed at."""
    each = 1000 * middle(found, OURS, _each)
    faster, whole = (statistics.median(ratios(found, STOCK, of)) for of in (_each, Line.whole))
    bent, where = bend(found)
    return [
        Target(f"a submission at least {AS_FAST} times as fast as stock", f"{faster:.1f} times", faster >= AS_FAST),
        Target(f"{WHOLE} submissions too, start-up included", f"{whole:.1f} times", whole >= AS_FAST),
        Target(
            f"at most {MILLISECONDS} ms a submission above start-up",
            f"{each:.0f} ms; the floor is {_floor(found):.0f} ms",
            each <= MILLISECONDS,
        ),
        Target(
            f"under {MEGABYTES} MB a worker, sandbox included",
            f"{found.memory.both_pss:.0f} MB (PSS), {found.memory.worker + found.memory.sandbox:.0f} MB (RSS)",
            max(found.memory.both_pss, found.memory.worker + found.memory.sandbox) < MEGABYTES,
        ),
        Target(
            f"cost linear: late ones at most {BENT} times early ones",
            f"{bent:.2f} times, {where}",
            bent <= BENT,
        ),
        Target(
            f"`autograder --help` under {HELP} s",
            f"{found.help:.2f} s; Python alone {found.python:.2f} s",
            found.help < HELP,
        ),
    ]


def bend(found: Measured) -> tuple[float, str]:
    """Return what a submission of the last stretch costs beside one of the first, and which stretches these are."""
    if found.many is not None:
        return found.many / middle(found, OURS, _each), f"{WHOLE} to {MANY} beside 10 to {WHOLE}"
    bent = middle(found, OURS, lambda line: line.stretches[-1] / line.stretches[0])
    return bent, f"50 to {WHOLE} beside 10 to 50 (--full: up to {MANY})"


def show(found: Measured, console: Console) -> None:
    """Print the tables."""
    console.print(_graders(found), _phases(found), _targets(targets(found)))
    for name, reason in found.skipped.items():
        console.print(f"[yellow]{name} was skipped:[/yellow] {reason}", highlight=False)


def _graders(found: Measured) -> Table:
    about = (
        f"{found.lesson}, {found.workers} workers; medians of {len(found.floor)} rounds, in [ ] the least and the most"
    )
    table = Table("", box=box.SIMPLE, title=about, title_justify="left")
    for heading in ("start-up", "ms a submission", "times ours", f"{WHOLE} submissions", "times ours", "equal scores"):
        table.add_column(heading, justify="right")
    for name in found.lines:
        equal = "{} of {}".format(*found.equal[name]) if name in found.equal else ""
        each = [1000 * line.each for line in found.lines[name]]
        table.add_row(
            name,
            f"{middle(found, name, _start):.1f} s",
            f"{statistics.median(each):.0f} [{min(each):.0f}–{max(each):.0f}]",
            *_times(ratios(found, name, _each), name),
            f"{middle(found, name, Line.whole):.0f} s",
            *_times(ratios(found, name, Line.whole), name),
            equal,
        )
    table.add_row("student's code and tests alone", "", f"{_floor(found):.0f}")
    return table


def _times(values: Sequence[float], name: str) -> list[str]:
    return [""] if name == OURS else [f"{statistics.median(values):.1f} [{min(values):.1f}–{max(values):.1f}]"]


def _phases(found: Measured) -> Table:
    total = sum(found.phases.values())
    table = Table("phase of ours, one worker", box=box.SIMPLE, show_footer=True)
    table.columns[0].footer = "together"
    table.add_column("ms", f"{total:.1f}", justify="right")
    table.add_column("share", "100 %", justify="right")
    for phase, milliseconds in found.phases.items():
        table.add_row(phase, f"{milliseconds:.1f}", f"{100 * milliseconds / total:.0f} %")
    return table


def _targets(aims: Sequence[Target]) -> Table:
    table = Table("", "aimed at", "reached", box=box.SIMPLE)
    for target in aims:
        table.add_row("[green]✓[/green]" if target.met else "[red]✗ missed[/red]", target.aim, target.reached)
    return table


def as_json(found: Measured) -> dict[str, Any]:
    """Return everything: the measurements, what follows from them, and the targets."""
    ratio = {
        name: {
            "submission": ratios(found, name, _each),
            f"{WHOLE} submissions": ratios(found, name, Line.whole),
        }
        for name in found.lines
        if name != OURS
    }
    return {**asdict(found), "ratios": ratio, "targets": [asdict(target) for target in targets(found)]}


def _each(line: Line) -> float:
    return line.each


def _start(line: Line) -> float:
    return line.start


def _floor(found: Measured) -> float:
    return 1000 * statistics.median(found.floor)
