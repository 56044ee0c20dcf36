"""Three graders behind one method: our command, stock `nbgrader autograde`, and otter-grader's API.

Each gets the same submissions, in a course folder of its own that is as new before every run. What is timed is the whole
command, from its start to its end.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
import venv
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from autograder.lessons import lesson as find_lesson
from autograder.lessons import tests_of
from bench import ROOT

BIN = Path(sys.executable).parent
PR_SET_CHILD_SUBREAPER = 36
ORPHANS_SECONDS = 10
TOTALS = """
    SELECT submitted_assignment.student_id, SUM(grade.auto_score) FROM grade
    JOIN submitted_notebook ON grade.notebook_id = submitted_notebook.id
    JOIN submitted_assignment ON submitted_notebook.assignment_id = submitted_assignment.id
    GROUP BY 1
"""
STOCK_CONFIG = """
c = get_config()
c.CourseDirectory.root = {root!r}
c.CourseDirectory.course_id = "bench"
c.CourseDirectory.db_url = "sqlite:///{root}/gradebook.db"
"""
WITH_OTTER = ("otter-grader", "ipykernel", "numpy", "matplotlib", "ipywidgets", "anywidget")  # what lessons import, too
OTTER_TEST = """
from otter.test_files import test_case

OK_FORMAT = False
name = {name!r}
points = None


@test_case(points={visible_points})
def visible(env):
    exec({visible!r}, env)


@test_case(points={hidden_points}, hidden=True)
def hidden(env):
    exec({hidden!r}, env)
"""


class CannotGrade(Exception):
    """A grader that did not do its work; the text says what it said."""


@dataclass(frozen=True)
class Timed:
    """How long a run took, the processor time of all its processes, and the points each student got."""

    seconds: float
    cpu: float
    scores: dict[str, float]


class Grader(Protocol):
    """One way of grading."""

    name: str

    def prepare(self) -> None:
        """Do what is done once for a course. Raises `CannotGrade`."""

    def grade(self, submissions: Sequence[Path]) -> Timed:
        """Grade notebooks called `<student>.ipynb`. Raises `CannotGrade`."""


class Ours:
    """`autograder grade`, as its users run it."""

    name = "autograder grade"

    def __init__(self, home: Path, lesson: str, workers: int, empty: Path) -> None:
        self.home, self.lesson, self.empty = home, lesson, empty
        options = ["--course", str(home), "--workers", str(workers), "--no-feedback", "--force"]
        self.command = [str(BIN / "autograder"), "grade", lesson, *options]

    def prepare(self) -> None:
        """Make a course."""
        (self.home / "build").mkdir(parents=True)
        shutil.copy(ROOT / "nbgrader_config.py", self.home)

    def reset(self, submissions: Sequence[Path]) -> None:
        """Make the course as new, with these submissions handed in."""
        shutil.rmtree(self.home / "build")
        _hand_in(submissions, self.lesson, self.home / "build" / "submitted")
        shutil.copy(self.empty, self.home / "build" / "gradebook.db")

    def grade(self, submissions: Sequence[Path]) -> Timed:
        """Grade notebooks called `<student>.ipynb`."""
        self.reset(submissions)
        return Timed(*run(self.command, self.home), _totals(self.home / "build" / "gradebook.db"))


class Stock:
    """`nbgrader autograde` in a course with nothing of ours in its configuration."""

    name = "nbgrader autograde"

    def __init__(self, home: Path, lesson: str, empty: Path) -> None:
        self.home, self.lesson, self.empty = home, lesson, empty

    def prepare(self) -> None:
        """Make a course, and the gradebook with the lesson and no student in it that each run begins with."""
        self.home.mkdir(parents=True)
        (self.home / "nbgrader_config.py").write_text(STOCK_CONFIG.format(root=str(self.home)), encoding="utf-8")
        shutil.copytree(ROOT / "source" / self.lesson, self.home / "source" / self.lesson)
        run([sys.executable, "-m", "nbgrader", "generate_assignment", self.lesson], self.home)
        (self.home / "gradebook.db").rename(self.empty)

    def grade(self, submissions: Sequence[Path]) -> Timed:
        """Grade notebooks called `<student>.ipynb`."""
        for folder in ("submitted", "autograded"):
            shutil.rmtree(self.home / folder, ignore_errors=True)
        _hand_in(submissions, self.lesson, self.home / "submitted")
        shutil.copy(self.empty, self.home / "gradebook.db")
        taken = run([sys.executable, "-m", "nbgrader", "autograde", self.lesson], self.home)
        return Timed(*taken, _totals(self.home / "gradebook.db"))


class Otter:
    """otter-grader, in an environment of its own, one process for all submissions; the same tests as otter's test files.

    It gives a test all of its points or none: where ours gives a part, the scores differ.
    """

    name = "otter-grader"

    def __init__(self, home: Path, lesson: str) -> None:
        self.home, self.lesson = home, lesson
        self.environment = ROOT / "build" / "otter"

    def prepare(self) -> None:
        """Install otter-grader if need be, and make its assignment."""
        if not (self.environment / "complete").exists():
            venv.create(self.environment, with_pip=True, clear=True)
            pip = [str(self.environment / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
            run([*pip, "install", "--quiet", *WITH_OTTER], ROOT)
            (self.environment / "complete").touch()
        self.home.mkdir(parents=True)
        with zipfile.ZipFile(self.home / "autograder.zip", "w") as assignment:
            assignment.writestr("otter_config.json", json.dumps({"pdf": False, "print_summary": False}))
            for exercise in find_lesson(self.lesson).exercises:
                assignment.writestr(f"tests/{exercise}.py", self.test(exercise))

    def test(self, exercise: str) -> str:
        """Return the test file of one exercise: our visible and our hidden test."""
        visible, hidden = (find_lesson(self.lesson).cells[test] for test in tests_of(exercise))
        return OTTER_TEST.format(
            name=exercise,
            visible=visible.source,
            hidden=hidden.source,
            visible_points=visible.metadata.nbgrader.points,
            hidden_points=hidden.metadata.nbgrader.points,
        )

    def grade(self, submissions: Sequence[Path]) -> Timed:
        """Grade notebooks called `<student>.ipynb`, their own test cells taken out: otter brings the tests."""
        shutil.rmtree(self.home / "submitted", ignore_errors=True)
        (self.home / "submitted").mkdir()
        for path in submissions:
            notebook = json.loads(path.read_bytes())
            notebook["cells"] = [c for c in notebook["cells"] if not c["metadata"].get("nbgrader", {}).get("grade")]
            (self.home / "submitted" / path.name).write_text(json.dumps(notebook), encoding="utf-8")
        paths = sorted((self.home / "submitted").iterdir())
        program = [str(self.environment / "bin" / "python"), str(Path(__file__).with_name("with_otter.py"))]
        taken = run([*program, "autograder.zip", "scores.json", *map(str, paths)], self.home, PYTHONPATH=str(ROOT))
        return Timed(*taken, json.loads((self.home / "scores.json").read_bytes()))


def _hand_in(submissions: Sequence[Path], lesson: str, into: Path) -> None:
    for path in submissions:
        folder = into / path.stem / lesson
        folder.mkdir(parents=True)
        shutil.copy(path, folder / f"{lesson}.ipynb")


def _totals(gradebook: Path) -> dict[str, float]:
    with sqlite3.connect(gradebook) as database:
        return dict(database.execute(TOTALS))


def run(command: list[str], folder: Path, **variables: str) -> tuple[float, float]:
    """Run a command to its end; return its seconds by the clock and of processors. Raises `CannotGrade` when it fails."""
    return said(command, folder, **variables)[1:]


def said(command: list[str], folder: Path, **variables: str) -> tuple[str, float, float]:
    """Run a command; return its stdout and its seconds by the clock and of processors. Raises `CannotGrade`."""
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, **variables}
    _adopt_orphans()
    before, started = _cpu(), time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    seconds = time.perf_counter() - started
    _wait_for_orphans()
    if done.returncode != 0:
        raise CannotGrade(f"`{' '.join(command)[:200]}` failed: {done.stderr.strip()[-600:]}")
    return done.stdout, seconds, _cpu() - before


def _adopt_orphans() -> None:
    """Become the parent of what commands leave behind, so that its processor time is counted as theirs."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _wait_for_orphans() -> None:
    give_up = time.monotonic() + ORPHANS_SECONDS
    with contextlib.suppress(ChildProcessError):
        while time.monotonic() < give_up:
            if os.waitpid(-1, os.WNOHANG) == (0, 0):
                time.sleep(0.01)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
