"""The measurements as tables, or as one JSON object."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from bench.measure import MANY, OURS, SIZES, STOCK, WHOLE, Measured, cost, stretch

AS_FAST, MILLISECONDS, MEGABYTES, HELP, BENT = 12, 120, 300, 0.3, 1.25


@dataclass(frozen=True)
class Target:
    """Something aimed at, what was measured, and whether that is enough."""

    aim: str
    reached: str
    met: bool


def targets(found: Measured) -> list[Target]:
    """Compare what was measured with what is aimed at."""
    ours, stock = cost(found.blocks[OURS]), cost(found.blocks[STOCK])
    faster, whole = stock.each / ours.each, stock.whole(WHOLE) / ours.whole(WHOLE)
    bent, where = bend(found)
    resident = found.memory.worker + found.memory.sandbox
    return [
        Target(f"a submission at least {AS_FAST} times as fast as stock", f"{faster:.1f} times", faster >= AS_FAST),
        Target(f"{WHOLE} submissions too, start-up included", f"{whole:.1f} times", whole >= AS_FAST),
        Target(
            f"at most {MILLISECONDS} ms a submission above start-up",
            f"{1000 * ours.each:.0f} ms; the floor is {_floor(found):.0f} ms",
            1000 * ours.each <= MILLISECONDS,
        ),
        Target(
            f"under {MEGABYTES} MB a worker, sandbox included",
            f"{found.memory.both_pss:.0f} MB (PSS), {resident:.0f} MB (RSS)",
            max(found.memory.both_pss, resident) < MEGABYTES,
        ),
        Target(
            f"late submissions at most {BENT} times as dear as early ones", f"{bent:.2f} times {where}", bent <= BENT
        ),
        Target(
            f"`autograder --help` under {HELP} s",
            f"{found.help:.2f} s; Python alone {found.python:.2f} s",
            found.help < HELP,
        ),
    ]


def bend(found: Measured) -> tuple[float, str]:
    """Return what a submission of the last stretch costs beside one of the first, and which stretches these are."""
    blocks = [*found.blocks[OURS], *filter(None, [found.many])]
    few, some, many = (10, WHOLE, MANY) if found.many else SIZES[OURS]
    hint = "" if found.many else f"; --full goes to {MANY}"
    where = f"({some} to {many} beside {few} to {some}, processor time{hint})"
    return stretch(blocks, some, many) / stretch(blocks, few, some), where


def show(found: Measured, console: Console) -> None:
    """Print the tables."""
    console.print(_graders(found), _phases(found), _targets(targets(found)))
    for name, reason in found.skipped.items():
        console.print(f"[yellow]{name} was skipped:[/yellow] {reason}", highlight=False)


def _graders(found: Measured) -> Table:
    about = f"{found.lesson}, {found.workers} workers; medians of {len(found.floor)} rounds, in brackets least and most"
    table = Table("", box=box.SIMPLE, title=about, title_justify="left")
    headings = ("start-up", "ms a submission", "times ours", "processor ms", f"{WHOLE} submissions", "times ours")
    for heading in (*headings, "equal scores"):
        table.add_column(heading, justify="right")
    ours = cost(found.blocks[OURS])
    for name, blocks in found.blocks.items():
        theirs = cost(blocks)
        each = [f"{1000 * seconds:.0f}" for seconds in (theirs.each, min(theirs.rounds), max(theirs.rounds))]
        table.add_row(
            name,
            f"{theirs.start:.1f} s",
            "{} [{}–{}]".format(*each),
            f"{theirs.each / ours.each:.1f}",
            f"{1000 * theirs.cpu:.0f}",
            f"{theirs.whole(WHOLE):.0f} s",
            f"{theirs.whole(WHOLE) / ours.whole(WHOLE):.1f}",
            "{} of {}".format(*found.equal[name]) if name in found.equal else "",
        )
    table.add_row("student's code, tests", "", f"{_floor(found):.0f}", f"{_floor(found) / 1000 / ours.each:.1f}")
    return table


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
    costs = {name: asdict(cost(blocks)) for name, blocks in found.blocks.items()}
    return {**asdict(found), "costs": costs, "targets": [asdict(target) for target in targets(found)]}


def _floor(found: Measured) -> float:
    return 1000 * statistics.median(found.floor)
