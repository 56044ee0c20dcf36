"""Every sample submission gets the score and the sentence its author expects (tests/submissions)."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from autograder.grading import Verdict, grade_submission
from autograder.lessons import lesson, lesson_names
from tests.submissions import Submission, all_submissions

SAMPLES = all_submissions()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: f"{s.lesson}:{s.fate}")
def test_sample(sample: Submission, tmp_path: Path) -> None:
    path = tmp_path / f"{sample.lesson}.ipynb"
    path.write_text(json.dumps(sample.notebook()), encoding="utf-8")
    key = lesson(sample.lesson)
    graded = grade_submission(path, key)
    assert graded.verdict is Verdict.GRADED
    assert sample.expect.keys() <= key.exercises.keys()
    for name, most in key.exercises.items():
        exercise, expected = graded.exercises[name], sample.expect.get(name)
        if expected is None:
            assert exercise.score == (most if sample.start == "solution" else 0), (name, exercise.message)
            continue
        assert exercise.score == pytest.approx(expected.score), (name, exercise.message)
        assert exercise.misconception == expected.misconception, (name, exercise.message)
        assert expected.says in exercise.message


@pytest.mark.parametrize("name", lesson_names())
def test_there_are_enough_samples(name: str) -> None:
    """At least ten a lesson: several that are right in other ways, several wrong in named ways, one empty."""
    samples = [s for s in SAMPLES if s.lesson == name]
    kinds = Counter(
        "empty" if s.start == "release" and not s.cells else "wrong" if s.expect else "right" for s in samples
    )
    assert len(samples) >= 10
    assert kinds["right"] >= 3
    assert kinds["wrong"] >= 5
    assert kinds["empty"] == 1
