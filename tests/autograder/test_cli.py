"""The commands as their users run them: what they print, what they keep, and how they end."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from course.paths import ROOT
from tests.autograder.conftest import LESSON, HandIn, cell

SOLVED = ROOT / "solutions" / LESSON / f"{LESSON}.ipynb"
RELEASE = ROOT / "release" / LESSON / f"{LESSON}.ipynb"


def autograder(*arguments: object, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k != "COURSE_DEBUG"} | {"COLUMNS": "200"}
    command = [sys.executable, "-m", "autograder", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, env=environment, timeout=300)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a course folder in which three students handed in lesson 01: solved, untouched, and not a notebook."""
    folder = tmp_path / "course"
    for student, original in (("ada", SOLVED), ("bob", RELEASE), ("eve", None)):
        path = folder / "build" / "submitted" / student / LESSON / f"{LESSON}.ipynb"
        path.parent.mkdir(parents=True)
        if original:
            shutil.copy(original, path)
        else:
            path.write_text("not JSON", encoding="utf-8")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    return folder


def test_check_prints_one_json_object_far_from_any_course(tmp_path: Path) -> None:
    done = autograder("check", SOLVED, "--json", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    found = json.loads(done.stdout)
    assert {k: found[k] for k in ("lesson", "verdict", "score", "max_score")} == {
        "lesson": LESSON,
        "verdict": "graded",
        "score": 15.0,
        "max_score": 15.0,
    }
    assert found["exercises"]["xor"] == {"score": 2.0, "max_score": 2.0, "message": "", "misconception": None}
    assert list(tmp_path.iterdir()) == []


def test_check_in_words(tmp_path: Path) -> None:
    done = autograder("check", RELEASE)
    assert done.returncode == 0
    assert done.stdout.startswith("01-neurons: 0 of 15 points\n")
    assert "✗ xor  0/2\n    `xor` is not written yet" in done.stdout


def test_check_names_the_sign_of_the_exponent(tmp_path: Path) -> None:
    notebook = nbformat.read(ROOT / "solutions" / "02-activations" / "02-activations.ipynb", as_version=4)
    cell(notebook, "sigmoid").source = "import numpy as np\ndef sigmoid(z):\n    return 1/(1+np.exp(z))"
    path = tmp_path / "any name.ipynb"
    nbformat.write(notebook, path)
    done = autograder("check", path, "--json")
    found = json.loads(done.stdout)["exercises"]["sigmoid"]
    assert found["score"] == 0
    assert "sign" in found["message"].splitlines()[0]
    assert found["misconception"] is not None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "nowhere.ipynb"], "There is no notebook nowhere.ipynb."),
        (["check", str(SOLVED), "--lesson", "01-neuron"], "There is no lesson '01-neuron'. Did you mean '01-neurons'?"),
        (["grade", LESSON], "There is no nbgrader_config.py in"),
        (["grade", "99-magic", "--course", str(ROOT)], "There is no lesson '99-magic'."),
        (["feedback", LESSON], "There is no nbgrader_config.py in"),
        (["report", LESSON], "There is no nbgrader_config.py in"),
    ],
)
def test_a_bad_argument_gets_one_sentence_and_status_2(arguments: list[str], said: str, tmp_path: Path) -> None:
    done = autograder(*arguments, folder=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""


def test_a_notebook_that_does_not_say_its_lesson_is_asked_for_it(tmp_path: Path) -> None:
    path = tmp_path / "mine.ipynb"
    nbformat.write(nbformat.v4.new_notebook(), path)
    done = autograder("check", path)
    assert (done.returncode, "name it with --lesson" in done.stderr) == (2, True)


def test_a_file_that_is_no_notebook_is_graded_zero_with_a_reason(hand_in: HandIn) -> None:
    done = autograder("check", hand_in("not JSON"), "--json")
    found = json.loads(done.stdout)
    assert (done.returncode, found["verdict"], found["score"], found["max_score"]) == (0, "malformed notebook", 0, 15)
    assert "cannot be read as JSON" in found["reason"]


def test_a_grader_error_ends_with_status_3(hand_in: HandIn, solved: NotebookNode) -> None:
    """A hidden test that cannot even be imported is the grader's fault."""
    solved.cells.insert(0, nbformat.v4.new_code_cell("import sys; sys.modules['autograder.checks'] = None"))
    done = autograder("check", hand_in(solved), "--json", "--no-sandbox")
    assert (done.returncode, json.loads(done.stdout)["verdict"]) == (3, "grader error")
    assert "WITHOUT isolation" in done.stderr


def test_grade_feedback_report(course: Path) -> None:
    done = autograder("grade", LESSON, "--workers", "1", folder=course)
    assert done.returncode == 0, done.stderr
    rows = [line.split() for line in done.stdout.splitlines()[1:4]]
    assert [(row[0], row[2]) for row in rows] == [("ada", "15/15"), ("bob", "0/15"), ("eve", "0/15")]
    pages = {who: course / "build" / "feedback" / who / LESSON / f"{LESSON}.html" for who in ("ada", "bob", "eve")}
    text = {who: page.read_text(encoding="utf-8") for who, page in pages.items()}
    assert "is not written yet" in text["bob"]
    assert "cannot be read as JSON" in text["eve"]
    for page in text.values():
        assert "HIDDEN TESTS" not in page
        assert "autograder" not in page
    report = autograder("report", LESSON, folder=course)
    assert report.stdout.splitlines() == ["01-neurons  ada  15/15", "01-neurons  bob  0/15", "01-neurons  eve  0/15"]


def test_grade_one_student_only_and_again(course: Path) -> None:
    assert autograder("grade", LESSON, "--student", "bob", "--no-feedback", folder=course).returncode == 0
    assert autograder("report", LESSON, folder=course).stdout == "01-neurons  bob  0/15\n"
    shutil.copy(SOLVED, course / "build" / "submitted" / "bob" / LESSON / f"{LESSON}.ipynb")
    assert autograder("grade", LESSON, "--student", "bob", "--no-feedback", folder=course).returncode == 0
    assert autograder("report", LESSON, folder=course).stdout == "01-neurons  bob  15/15\n"


def test_a_student_who_handed_in_nothing(course: Path) -> None:
    done = autograder("grade", LESSON, "--student", "zoe", folder=course)
    assert (done.returncode, done.stderr.strip()) == (2, "autograder: zoe has not handed in 01-neurons.")


def test_help_starts_without_heavy_imports() -> None:
    code = "import sys, autograder.cli, course.cli; print([m for m in ('numpy', 'nbformat', 'nbgrader') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_scores_are_exported(course: Path, tmp_path: Path) -> None:
    autograder("grade", LESSON, "--no-feedback", "--course", course)
    done = autograder("export", LESSON, "--format", "canvas", "--course", course)
    assert done.returncode == 0, done.stderr
    assert [line.split(",")[3::2] for line in done.stdout.splitlines()[2:]] == [
        ["ada", "15"],
        ["bob", "0"],
        ["eve", "0"],
    ]
    target = tmp_path / "grades.csv"
    assert autograder("export", LESSON, "-o", target, "--course", course).stdout == f"wrote {target}\n"
    assert len(target.read_text(encoding="utf-8").splitlines()) == 4
    refused = autograder("export", LESSON, "-o", tmp_path / "no" / "grades.csv", "--course", course)
    assert refused.returncode == 2
    assert "could not be written (No such file or directory)" in refused.stderr
