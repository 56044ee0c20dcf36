"""What is measured, in which order: graders in turn, in blocks of several sizes, round after round."""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any

from bench import ROOT, memory
from bench.graders import BIN, CannotGrade, Grader, Otter, Ours, Stock, said
from bench.submissions import hand_in

OURS, STOCK, OTTER = Ours.name, Stock.name, Otter.name
SIZES = {OURS: (10, 50, 100), STOCK: (1, 9), OTTER: (1, 7)}  # how many submissions a block has
WHOLE, MANY = 100, 1000
FLOOR, PHASES, MEMORY, STARTS = 50, 30, 30, 7

Say = Callable[[str], None]


@dataclass(frozen=True)
class Block:
    """One run of a grader on `size` submissions: seconds by the clock, and of processors."""

    size: int
    seconds: float
    cpu: float


@dataclass(frozen=True)
class Cost:
    """What a grader costs, in seconds: to start, and for each submission after that; and the latter round by round."""

    start: float
    each: float
    cpu: float  # of processors, for each submission
    rounds: list[float]

    def whole(self, count: int) -> float:
        """Seconds for a command that grades `count` submissions."""
        return self.start + self.each * count


def cost(blocks: Sequence[Block]) -> Cost:
    """Fit a line through the medians of each size."""
    sizes = sorted({block.size for block in blocks})
    each, start = statistics.linear_regression(sizes, [middle(blocks, size, "seconds") for size in sizes])
    cpu, _ = statistics.linear_regression(sizes, [middle(blocks, size, "cpu") for size in sizes])
    largest = [block for block in blocks if block.size == sizes[-1]]
    return Cost(start, each, cpu, [(block.seconds - start) / block.size for block in largest])


def middle(blocks: Sequence[Block], size: int, of: str) -> float:
    """Return the median of the blocks of one size."""
    values: list[float] = [getattr(block, of) for block in blocks if block.size == size]
    return statistics.median(values)


def stretch(blocks: Sequence[Block], few: int, many: int) -> float:
    """Return the processor time of a submission between one size and another."""
    return (middle(blocks, many, "cpu") - middle(blocks, few, "cpu")) / (many - few)


@dataclass
class Measured:
    """All that was measured."""

    lesson: str
    workers: int
    blocks: dict[str, list[Block]] = field(default_factory=dict)
    many: Block | None = None  # the run of --full
    floor: list[float] = field(default_factory=list)  # seconds
    equal: dict[str, tuple[int, int]] = field(default_factory=dict)  # equal scores, of how many
    skipped: dict[str, str] = field(default_factory=dict)  # why a grader was left out
    phases: dict[str, float] = field(default_factory=dict)  # milliseconds
    memory: memory.Peaks = field(default_factory=memory.Peaks)
    help: float = 0.0
    python: float = 0.0


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
    ours.grade(submissions[: SIZES[OURS][0]])
    scores: dict[str, dict[str, float]] = {grader.name: {} for grader in graders}
    for number in range(rounds):
        _round(graders, submissions[:WHOLE], number, found, scores, say)
        found.floor.append(floor(lesson, submissions[:FLOOR]))
    found.equal = {name: _equal(scores[OURS], theirs) for name, theirs in scores.items() if name != OURS}
    if full:
        say(f"{ours.name}: {MANY} submissions")
        timed = ours.grade(submissions)
        found.many = Block(MANY, timed.seconds, timed.cpu)
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
    for turn in zip_longest(*([(grader, size) for size in SIZES[grader.name]] for grader in graders)):
        for grader, size in filter(None, turn):
            at = number * size % (len(submissions) - size + 1)
            say(f"round {number + 1}: {grader.name}, {size} submissions")
            timed = grader.grade(submissions[at : at + size])
            found.blocks.setdefault(grader.name, []).append(Block(size, timed.seconds, timed.cpu))
            scores[grader.name] |= timed.scores


def _equal(ours: dict[str, float], theirs: dict[str, float]) -> tuple[int, int]:
    both = ours.keys() & theirs.keys()
    return sum(abs(ours[student] - theirs[student]) < 1e-9 for student in both), len(both)


def floor(lesson: str, submissions: Sequence[Path]) -> float:
    """Return the seconds a submission's cells and tests take by themselves."""
    milliseconds: float = _json([sys.executable, "-m", "bench.floor", lesson, *map(str, submissions)])["mean"]
    return milliseconds / 1000


def start_up() -> tuple[float, float]:
    """Return the median seconds that `autograder --help` takes, and Python alone."""
    commands = [str(BIN / "autograder"), "--help"], [sys.executable, "-c", "pass"]
    taken = [[said(command, ROOT)[1] for command in commands] for _ in range(STARTS)]
    ours, python = (statistics.median(column) for column in zip(*taken, strict=True))
    return ours, python


def _json(command: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said(command, ROOT)[0])
    return found
