"""What grading remembers between runs: which bytes of a submission were graded, by which tests, with which result.

A record is written last, after the gradebook and the autograded notebook, so that whatever interrupts a run, what has a
record is finished and what has none is graded again. Records lie in `.autograder/` beside the autograded notebooks.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from autograder.gradebook import Course, CourseProblem, due_date, timestamp, write_whole, writing
from autograder.lessons import PACKAGE, source_folder
from autograder.submission import MOST_BYTES

DISTRIBUTION = "backpropagation-course"


class Unreadable(Exception):
    """A submitted file that is there and cannot be read: something for the instructor, not the student, to mend."""


@dataclass(frozen=True)
class Record:
    """What became of one submission: its fingerprint, the scores written into the gradebook, and the report shown."""

    fingerprint: str
    scores: dict[str, float]
    seconds: float
    report: dict[str, Any]
    owes_feedback: bool = True


@contextmanager
def only_run(course: Course) -> Iterator[None]:
    """Keep other runs out of a course; the kernel lets go of it when this process ends, however it ends."""
    import fcntl

    path = course.state / "lock"
    with writing("The lock"):
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+b", buffering=0)
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise CourseProblem(
                f"Another `autograder grade` is at work on this course (process {file.read().decode() or 'unknown'}). "
                "Run this again when it has ended."
            ) from None
        with writing("The lock"):
            file.truncate(0)
            file.write(str(os.getpid()).encode())
        yield


def submitted_bytes(path: Path) -> bytes | None:
    """Return what was handed in, None if nothing was. Raises `Unreadable`; never reads more than grading accepts."""
    try:
        kind = path.lstat().st_mode
        if stat.S_ISLNK(kind):
            raise Unreadable(f"{path.name} is a link, and links are not followed. Put the file itself there.")
        if not stat.S_ISREG(kind):
            return None
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unreadable(f"{path.name} cannot be read ({error.strerror}).") from None


@cache
def grader_version(lesson: str) -> str:
    """Return a digest of all a grade depends on beside the submission: this package and the lesson's source."""
    paths = [*sorted(PACKAGE.rglob("*.py")), source_folder() / lesson / f"{lesson}.ipynb"]
    parts = [part for path in paths for part in (path.name.encode(), path.read_bytes())]
    return _digest(_package_version().encode(), *parts)


def _package_version() -> str:
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "not installed"


def ground(course: Course, lesson: str, engine: str) -> str:
    """Return a digest of what all grades of a lesson depend on in this course: late penalties, and whether isolated."""
    config = (course.root / "nbgrader_config.py").read_bytes()
    return _digest(grader_version(lesson).encode(), engine.encode(), config, due_date(course, lesson).encode())


def fingerprint(ground: str, submitted: Path, content: bytes | None) -> str:
    """Return a digest of a submission and of everything its grade depends on."""
    there = b"missing" if content is None else b"there"
    return _digest(ground.encode(), there, content or b"", timestamp(submitted))


def _digest(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def _path(course: Course, lesson: str, student: str) -> Path:
    return course.state / lesson / f"{student}.json"


def read(course: Course, lesson: str, student: str) -> Record | None:
    """Return the record of a submission, None if there is none that can be used."""
    try:
        return Record(**json.loads(_path(course, lesson, student).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def write(course: Course, lesson: str, student: str, record: Record) -> None:
    """Write a record, whole or not at all."""
    write_whole(_path(course, lesson, student), json.dumps(asdict(record), ensure_ascii=False).encode())


def holds(course: Course, lesson: str, student: str, record: Record, in_gradebook: Mapping[str, float]) -> bool:
    """Tell whether what a record says was written is still there."""
    autograded = course.folder("autograded", student, lesson) / f"{lesson}.ipynb"
    return autograded.is_file() and record.scores == in_gradebook
