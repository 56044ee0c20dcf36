"""A full disk stops a run in words and loses nothing; a damaged file is a reason, not an end."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from autograder.grading import Verdict
from tests.faults.conftest import LESSON, STUDENTS, everything, grade, grade_here, hand_in


@pytest.fixture
def small_disk(course: Path, tmp_path: Path) -> Iterator[Path]:
    """Return a course whose build folder is a disk of its own, of two megabytes."""
    aside = tmp_path / "aside"
    (course / "build").rename(aside)
    (course / "build").mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(course / "build")], capture_output=True, text=True
    )
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
    try:
        shutil.copytree(aside, course / "build", dirs_exist_ok=True)
        yield course
    finally:
        subprocess.run(["umount", "--lazy", str(course / "build")], check=True)


def fill(folder: Path, leave: int) -> Path:
    """Fill a disk up to `leave` bytes."""
    ballast = folder / "ballast"
    free = shutil.disk_usage(folder).free
    ballast.write_bytes(bytes(free - leave))
    return ballast


@pytest.mark.parametrize("leave", [0, 60_000, 200_000])
def test_a_full_disk(leave: int, small_disk: Path, undisturbed: Mapping[str, Any]) -> None:
    ballast = fill(small_disk / "build", leave)
    done = grade(small_disk)
    assert done.returncode == 3
    assert "could not be written (" in done.stderr.splitlines()[-1]
    assert "the same command goes on from there" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    ballast.unlink()
    grade_here(small_disk)
    assert everything(small_disk) == undisturbed


def test_a_gradebook_that_may_not_grow(course: Path, undisturbed: Mapping[str, Any]) -> None:
    most = (course / "build" / "gradebook.db").stat().st_size + 16_384
    done = grade(course, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
    assert done.returncode == 3
    assert "could not be written (" in done.stderr
    grade_here(course)
    assert everything(course) == undisturbed


def test_truncated_notebooks_are_graded_with_a_reason_and_again_when_whole(
    course: Path, undisturbed: Mapping[str, Any]
) -> None:
    whole = {}
    for number, student in enumerate(STUDENTS[3:]):
        path = hand_in(course, student)
        whole[path] = path.read_bytes()
        path.write_bytes(whole[path][: len(whole[path]) * number // len(STUDENTS)])
    found = grade_here(course)
    for student in STUDENTS[3:]:
        graded = found[student].graded
        assert (graded.verdict, graded.score, graded.reason != "") == (Verdict.MALFORMED, 0, True)
    for path, content in whole.items():
        path.write_bytes(content)
    grade_here(course)
    assert everything(course) == undisturbed


def test_what_cannot_be_read_is_no_zero(course: Path) -> None:
    """A link might lead to a neighbour's work; a file without permission is for the instructor to put right."""
    linked, closed, folder = (
        course / "build" / "submitted" / who / LESSON / f"{LESSON}.ipynb" for who in STUDENTS[5:8]
    )
    linked.unlink()
    linked.symlink_to(closed)
    folder.unlink()
    folder.mkdir()
    closed.chmod(0)
    found = [grade_here(course)[student].graded for student in STUDENTS[5:8]]
    assert found[0].verdict is Verdict.GRADER_ERROR
    assert "links are not followed" in found[0].reason
    if os.getuid() != 0:  # who may read everything
        assert found[1].reason.endswith("cannot be read (Permission denied).")
    assert found[2].verdict is Verdict.MISSING
