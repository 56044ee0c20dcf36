"""What is measured, in which order: graders in turn, in blocks of several sizes, round after round."""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import Any

from bench import ROOT, memory
from bench.graders import BIN, CannotGrade, Grader, Otter, Ours, Stock, said
from bench.submissions import hand_in

OURS, STOCK, OTTER = Ours.name, Stock.name, Otter.name
SIZES = {OURS: (10, 50, 100), STOCK: (2, 8), OTTER: (2, 6)}  # how many submissions a block has
WHOLE, MANY = 100, 1000
FLOOR, PHASES, MEMORY, STARTS = 50, 30, 30, 7

Say = Callable[[str], None]


@dataclass
class Line:
    """A grader's cost in one round: seconds to start, and seconds for each submission after that."""

    start: float
    each: float
    stretches: list[float]  # what a submission costs between one size and the next

    def whole(self, count: int = WHOLE) -> float:
        """Seconds for a command that grades `count` submissions."""
        return self.start + self.each * count


@dataclass
class Measured:
    """All that was measured."""

    lesson: str
    workers: int
    lines: dict[str, list[Line]] = field(default_factory=dict)  # a line for each round
    floor: list[float] = field(default_factory=list)  # seconds
    equal: dict[str, tuple[int, int]] = field(default_factory=dict)  # equal scores, of how many
    skipped: dict[str, str] = field(default_factory=dict)  # why a grader was left out
    phases: dict[str, float] = field(default_factory=dict)  # milliseconds
    memory: memory.Peaks = field(default_factory=memory.Peaks)
    help: float = 0.0
    python: float = 0.0
    many: float | None = None  # seconds for each submission between WHOLE and MANY


def measure(lesson: str, scratch: Path, rounds: int, workers: int, seed: int, full: bool, say: Say) -> Measured:
    """Measure everything. Raises `CannotGrade` when our command or nbgrader's cannot be run."""
    found = Measured(lesson, workers)
    say("handing in")
    submissions = hand_in(lesson, MANY if full else WHOLE, scratch / "submissions", seed)
    empty = scratch / "empty.db"
    stock, ours = Stock(scratch / "stock", lesson, empty), Ours(scratch / "ours", lesson, workers, empty)
    graders: list[Grader] = [stock, ours, *_if_possible(Otter(scratch / "otter", lesson), found, say)]
    for grader in graders[:2]:
        grader.prepare()
    say(f"{ours.name}: once unmeasured")
    ours.grade(submissions[:WHOLE])
    scores: dict[str, dict[str, float]] = {grader.name: {} for grader in graders}
    for number in range(rounds):
        _round(graders, submissions[:WHOLE], number, found, scores, say)
        found.floor.append(floor(lesson, submissions[:FLOOR]))
    found.equal = {name: _equal(scores[OURS], theirs) for name, theirs in scores.items() if name != OURS}
    if full:
        say(f"{ours.name}: {MANY} submissions")
        seconds = ours.grade(submissions).seconds
        whole = statistics.median(line.whole() for line in found.lines[OURS])
        found.many = (seconds - whole) / (MANY - WHOLE)
    say("phases, memory, start-up")
    ours.reset(submissions[:PHASES])
    found.phases = _json([sys.executable, "-m", "bench.phases", str(ours.home), lesson])
    ours.reset(submissions[:MEMORY])
    found.memory = memory.peaks(ours.command, ours.home)
    found.help, found.python = start_up()
    return found


def _if_possible(grader: Grader, found: Measured, say: Say) -> Iterable[Grader]:
    """Return the grader if it can be installed; else say why not."""
    say(f"{grader.name}: installing, if need be")
    try:
        grader.prepare()
    except (CannotGrade, OSError) as reason:
        found.skipped[grader.name] = str(reason)
        say(f"{grader.name} is skipped: {reason}")
        return []
    return [grader]


def _round(
    graders: Sequence[Grader],
    submissions: Sequence[Path],
    number: int,
    found: Measured,
    scores: dict[str, dict[str, float]],
    say: Say,
) -> None:
    """Let the graders take turns, a block each, until each has done its sizes; other submissions in every round."""
    points: dict[str, list[tuple[int, float]]] = {grader.name: [] for grader in graders}
    for turn in zip_longest(*([(grader, size) for size in SIZES[grader.name]] for grader in graders)):
        for grader, size in filter(None, turn):
            at = number * size % (len(submissions) - size + 1)
            say(f"round {number + 1}: {grader.name}, {size} submissions")
            timed = grader.grade(submissions[at : at + size])
            points[grader.name].append((size, timed.seconds))
            scores[grader.name] |= timed.scores
    for name, measured in points.items():
        found.lines.setdefault(name, []).append(line(measured))


def line(points: Sequence[tuple[int, float]]) -> Line:
    """Fit a line through (how many submissions, seconds), by least squares."""
    each, start = statistics.linear_regression(*zip(*points, strict=True))
    return Line(start, each, [(after[1] - before[1]) / (after[0] - before[0]) for before, after in pairwise(points)])


def _equal(ours: dict[str, float], theirs: dict[str, float]) -> tuple[int, int]:
    both = ours.keys() & theirs.keys()
    return sum(abs(ours[student] - theirs[student]) < 1e-9 for student in both), len(both)


def floor(lesson: str, submissions: Sequence[Path]) -> float:
    """Return the seconds a submission's cells and tests take by themselves."""
    return _json([sys.executable, "-m", "bench.floor", lesson, *map(str, submissions)])["mean"] / 1000


def start_up() -> tuple[float, float]:
    """Return the median seconds that `autograder --help` takes, and Python alone."""
    commands = [str(BIN / "autograder"), "--help"], [sys.executable, "-c", "pass"]
    taken = [[said(command, ROOT)[1] for command in commands] for _ in range(STARTS)]
    ours, python = (statistics.median(column) for column in zip(*taken, strict=True))
    return ours, python


def _json(command: list[str]) -> dict[str, Any]:
    return json.loads(said(command, ROOT)[0])
