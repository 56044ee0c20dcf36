"""The parts of the benchmark that can be wrong without anybody noticing: its submissions, its arithmetic, its names."""

from __future__ import annotations

import ast
import io
import json
import random
import shutil
import subprocess
import sys
from pathlib import Path
from pkgutil import resolve_name

import pytest
from rich.console import Console

from autograder.grading import grade_submission
from autograder.lessons import lesson
from autograder.sandbox import why_not
from bench import graders, measure, memory, phases, report, submissions
from course.paths import ROOT
from tests.submissions import all_submissions, hand_in

LESSON = "02-activations"


def test_no_two_submissions_are_equal_and_a_seed_gives_the_same_ones(tmp_path: Path) -> None:
    once, again = (submissions.hand_in(LESSON, 60, tmp_path / name, seed=3) for name in "ab")
    assert len({path.read_bytes() for path in once}) == 60
    assert [path.read_bytes() for path in once] == [path.read_bytes() for path in again]


def test_local_variables_are_renamed_and_nothing_else() -> None:
    source = (
        "def f(z, e=1):\n"
        '    é, total = "total", 0\n'
        "    for i in range(e):\n"
        "        total += i\n"
        '    shown = 1; print(f"{shown}")\n'
        "    return g(total=total, z=é)"
    )
    renamed = submissions.rename_locals(source, random.Random(0))
    ending = renamed.partition("total")[2].partition(" ")[0]
    assert ending
    names = {node.id for node in ast.walk(ast.parse(renamed)) if isinstance(node, ast.Name)}
    assert names == {f"é{ending}", f"total{ending}", f"i{ending}", "shown", "range", "e", "print", "g"}
    assert '"total"' in renamed
    assert f"g(total=total{ending}, z=é{ending})" in renamed


def test_what_is_no_python_stays() -> None:
    assert submissions.rename_locals("def f(:", random.Random(0)) == "def f(:"


@pytest.mark.parametrize("where", [where for functions in phases.PHASES.values() for where in functions])
def test_every_timed_function_exists(where: str) -> None:
    assert callable(resolve_name(where))


def test_time_counts_for_the_innermost_phase(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0, 1, 3, 6, 10])
    monkeypatch.setattr(phases.time, "perf_counter", lambda: next(clock))
    watches = phases.Stopwatches()
    with watches.timing("score"), watches.timing("write gradebook"):
        pass
    assert watches.seconds["score"] == 2 + 4
    assert watches.seconds["write gradebook"] == 3
    assert watches.seconds[phases.OTHER] == 1


def test_cost_is_a_line_through_medians() -> None:
    blocks = [measure.Block(size, 5 + 0.05 * size + late, 0.1 * size) for size in (10, 50, 100) for late in (0, 0, 9)]
    found = measure.cost(blocks)
    assert found.start == pytest.approx(5)
    assert found.each == pytest.approx(0.05)
    assert found.cpu == pytest.approx(0.1)
    assert found.whole(100) == pytest.approx(10)
    assert measure.stretch(blocks, 50, 100) == pytest.approx(0.1)


def test_memory_is_that_of_a_worker_and_of_everything_in_its_sandbox() -> None:
    tree = [(1, 0, "python"), (2, 1, "worker"), (3, 2, "bwrap"), (4, 3, "python"), (5, 4, "python"), (9, 0, "other")]
    peaks = memory.Peaks()
    peaks.look({pid: memory.Process(pid, above, name, 10**7 * pid, 10**6 * pid) for pid, above, name in tree}, 1)
    assert peaks == memory.Peaks(worker=20, sandbox=50, both_pss=2 + 3 + 4 + 5, command_pss=1 + 2 + 3 + 4 + 5)


@pytest.mark.parametrize(("milliseconds", "mark"), [(100, "✓"), (200, "missed")])
def test_the_table_says_what_was_reached(milliseconds: float, mark: str) -> None:
    text = io.StringIO()
    report.show(measured(milliseconds), Console(width=160, file=text))
    assert mark in next(line for line in text.getvalue().splitlines() if "at most 120 ms" in line)
    assert "otter-grader was skipped: no network" in text.getvalue()
    assert report.as_json(measured(milliseconds))["costs"][measure.STOCK]["each"] == pytest.approx(2.4)


def measured(milliseconds: float) -> measure.Measured:
    ours = [measure.Block(n, 3 + n * milliseconds / 1000, n * 0.1) for n in measure.SIZES[measure.OURS]]
    stock = [measure.Block(n, 3 + n * 2.4, n * 2.0) for n in measure.SIZES[measure.STOCK]]
    return measure.Measured(
        LESSON,
        2,
        blocks={measure.OURS: ours, measure.STOCK: stock},
        floor=[0.03],
        equal={measure.STOCK: (9, 9)},
        skipped={measure.OTTER: "no network"},
        phases=dict.fromkeys(phases.PHASES, 10.0),
    )


def test_the_same_tests_are_made_for_otter(tmp_path: Path) -> None:
    text = graders.Otter(tmp_path, LESSON).test("sigmoid")
    assert compile(text, "sigmoid.py", "exec")
    assert repr(lesson(LESSON).cells["grade_sigmoid"].source) in text


@pytest.mark.skipif(bool(why_not()), reason=str(why_not()))
def test_variations_are_graded_as_their_sample(tmp_path: Path) -> None:
    sample = next(s for s in all_submissions(LESSON) if s.fate == "sign_flipped").notebook()
    scores = []
    for name, notebook in ("sample", sample), ("variation", submissions.vary(sample, 7, random.Random(1))):
        path = tmp_path / name / f"{LESSON}.ipynb"
        path.parent.mkdir()
        path.write_text(json.dumps(notebook), encoding="utf-8")
        graded = grade_submission(path, lesson(LESSON))
        scores.append({exercise: grade.score for exercise, grade in graded.exercises.items()})
    assert scores[0] == scores[1]


@pytest.mark.skipif(bool(why_not()), reason=str(why_not()))
def test_the_phases_of_a_run_are_timed(tmp_path: Path) -> None:
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    hand_in(all_submissions(LESSON)[:2], tmp_path / "build" / "submitted")
    command = [sys.executable, "-m", "bench.phases", str(tmp_path), LESSON]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert set(found) == {*phases.PHASES, phases.OTHER}
    assert min(found.values()) > 0
