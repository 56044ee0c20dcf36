"""What is installed without a clone: the grader with its lessons, the students' notebooks, and no lesson files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from course.authoring.build import lesson_files
from course.paths import ROOT

LESSONS = [path.stem.replace("_", "-") for path in lesson_files(ROOT)]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the contents of the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_lessons_are_there_and_lesson_files_are_not(installed: Path) -> None:
    for lesson in LESSONS:
        assert (installed / "autograder" / "source" / lesson / f"{lesson}.ipynb").is_file()
        assert (installed / "course" / "release" / lesson / f"{lesson}.ipynb").is_file()
    assert not (installed / "course" / "lessons").exists()
    assert (installed / "course" / "figures" / "neuron.js").is_file()


def test_check_needs_nothing_but_the_package(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    solved = ROOT / "solutions" / LESSONS[0] / f"{LESSONS[0]}.ipynb"
    where = subprocess.run(
        [sys.executable, "-c", "import autograder; print(autograder.__file__)"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert Path(where.stdout.strip()).is_relative_to(installed)
    done = subprocess.run(
        [sys.executable, "-m", "autograder", "check", str(solved), "--json"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    found = json.loads(done.stdout)
    assert found["score"] == found["max_score"] > 0
