"""`course progress`: how far a student is in every lesson."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from autograder import run
from autograder.lessons import lesson_names
from course.cli import app
from course.paths import ROOT


def lines(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Run the command in a student's folder; return what it says, by lesson."""
    monkeypatch.setattr("sys.argv", ["course", "progress", "--workspace", str(folder)])
    with pytest.raises(SystemExit) as ended:
        run.run(app, "course")
    assert not ended.value.code
    return {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}


def test_every_lesson_has_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for tree, name in (("solutions", "01-neurons"), ("release", "02-activations")):
        shutil.copytree(ROOT / tree / name, tmp_path / name)
    said = lines(tmp_path, capsys, monkeypatch)
    assert list(said) == lesson_names()
    assert said["01-neurons"].endswith("██████████     15 of 15 points")
    assert said["02-activations"].endswith("░░░░░░░░░░      0 of 15 points  7 exercises to go")


def test_an_empty_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    said = lines(tmp_path, capsys, monkeypatch)
    assert all("not begun" in line for line in said.values())
