"""The three notebooks: strict solutions, releases equal to nbgrader's, the same bytes every time, drift found."""

from __future__ import annotations

import base64
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import matplotlib.figure
import nbformat
import numpy as np
import pytest

from course.authoring import LessonRefused, build
from course.paths import ROOT
from tests.course.authoring.conftest import Author

LESSONS = [path.stem.replace("_", "-") for path in build.lesson_files(ROOT)]


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave hidden tests out of the run: lesson 90 has none in the package."""
    monkeypatch.setattr(build, "LockCells", build.ClearHiddenTests)


@pytest.mark.usefixtures("strict")
def test_three_notebooks(author: Author) -> None:
    texts = build.build(author.path)
    assert "twice_the_number" in texts["source"]
    assert "grade(" in texts["source"]
    assert "twice_the_number" not in texts["release"]
    assert "grade(" not in texts["release"]
    assert "raise NotImplementedError()" in texts["release"]
    solved = nbformat.reads(texts["solutions"], as_version=4)
    assert solved.cells[-1].outputs[0].data["text/plain"] == "6.0"
    assert solved.cells[-1].execution_count is None


@pytest.mark.usefixtures("strict")
def test_same_bytes_every_time(author: Author) -> None:
    assert build.build(author.path) == build.build(author.path)


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1 / 0", "The solved lesson stops here with ZeroDivisionError: division by zero"),
        ("import warnings; warnings.warn('too loud')", "The solved lesson warns here:"),
        ("import sys; print('psst', file=sys.stderr)", "The solved lesson warns here: psst"),
    ],
)
def test_a_solved_lesson_that_stops_or_warns_is_refused(author: Author, line: str, said: str) -> None:
    author.change("double(3.0)", line)
    with pytest.raises(LessonRefused) as refused:
        build.build(author.path)
    (problem,) = refused.value.problems
    assert problem.line == author.line(line)
    assert said in problem.sentence


def test_a_missing_picture_is_refused(author: Author) -> None:
    author.change("# Write twice $x$.", "# ![two rows of three dots side by side](picture:pairs)")
    with pytest.raises(LessonRefused, match=r"There is no picture 'pairs' in course/pictures/doubling\.py"):
        build.build(author.path)


def test_drift_names_the_file_to_edit(tmp_path: Path) -> None:
    path = tmp_path / "course" / "lessons" / "90_doubling.py"
    path.parent.mkdir(parents=True)
    path.touch()
    texts = {"release": '{"cells": []}\n', "source": '{"cells": [1]}\n'}
    build.write(tmp_path, "90-doubling", texts)
    assert build.drift(tmp_path, path, texts) == []
    edited = tmp_path / "release" / "90-doubling" / "90-doubling.ipynb"
    edited.write_text('{"cells": [2]}\n', encoding="utf-8")
    (problem,) = build.drift(tmp_path, path, texts)
    assert str(problem) == (
        "release/90-doubling/90-doubling.ipynb:1: differs from course/lessons/90_doubling.py: "
        "edit the lesson, run `course build`."
    )
    edited.unlink()
    assert "is missing" in str(build.drift(tmp_path, path, texts)[0])


def test_files_that_come_from_no_lesson_are_reported(tmp_path: Path) -> None:
    (tmp_path / "source" / "90-doubling").mkdir(parents=True)
    (tmp_path / "source" / "90-doubling" / "solution.txt").touch()
    assert [str(p.path) for p in build.strays(tmp_path)] == ["source/90-doubling/solution.txt"]


def picture(offset: float = 0.0, word: float = 0.4) -> str:
    """Return a drawing in a notebook's JSON: a line, and a word that stands at a height of its own."""
    figure = matplotlib.figure.Figure(figsize=(7, 4), dpi=100)
    figure.subplots().plot([0, 1 + offset])
    figure.text(0.6, word, "batch", fontsize=9)
    data = io.BytesIO()
    figure.savefig(data, format="png")
    return as_json(data.getvalue())


def as_json(png: bytes) -> str:
    return json.dumps({"image/png": base64.b64encode(png).decode()})


def test_pictures_may_differ_by_rounding_only() -> None:
    first = picture()
    assert build.same_notebook(first, picture(offset=1e-9))
    pixels = build.imread(io.BytesIO(base64.b64decode(json.loads(first)["image/png"])), format="png")
    pixels[0, 0, 0] = 1 - pixels[0, 0, 0]
    image = io.BytesIO()
    matplotlib.image.imsave(image, np.ascontiguousarray(pixels), format="png")
    assert build.same_notebook(first, as_json(image.getvalue()))


@pytest.mark.parametrize("moved", [{"word": 0.43}, {"offset": 0.1}])
def test_a_picture_where_something_has_moved_is_another(moved: dict[str, float]) -> None:
    assert not build.same_notebook(picture(), picture(**moved))


@pytest.mark.parametrize("lesson", LESSONS)
def test_notebooks_on_disk_are_what_the_lesson_makes(lesson: str) -> None:
    path = ROOT / "course" / "lessons" / f"{lesson.replace('-', '_')}.py"
    assert list(map(str, build.drift(ROOT, path, build.build(path)))) == []


def test_nothing_else_is_in_the_generated_trees() -> None:
    assert build.strays(ROOT) == []


def test_releases_equal_those_of_nbgrader(tmp_path: Path) -> None:
    """Stock `nbgrader generate_assignment` makes the same release from our source, byte for byte."""
    shutil.copytree(ROOT / "source", tmp_path / "source")
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    for lesson in LESSONS:
        subprocess.run(
            [sys.executable, "-m", "nbgrader", "generate_assignment", lesson, "--no-db"],
            cwd=tmp_path, check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        theirs = nbformat.read(tmp_path / "release" / lesson / f"{lesson}.ipynb", as_version=4)
        ours = nbformat.read(ROOT / "release" / lesson / f"{lesson}.ipynb", as_version=4)
        assert theirs == ours
