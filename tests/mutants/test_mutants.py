"""The hidden tests catch wrong answers; and these tests catch hidden tests that do not."""

import io

import numpy as np
import pytest
from rich.console import Console

from autograder.checks.exercise import Examination, FunctionExercise
from autograder.checks.outcome import Case
from tests.mutants import LESSONS, Subject, equivalents, examine, lessons, sample, strangers, subjects
from tests.mutants.__main__ import report
from tests.mutants.operators import Mutant, mutants
from tests.mutants.trial import Verdict, trials

# Mutants are tried in forked processes, which Python 3.12 and newer advise against where threads run (pytest-xdist has
# some). The children do arithmetic and leave; they wait for no lock.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

NAMES = [path.stem.replace("_", "-") for path in sorted(LESSONS.glob("[0-9]*.py"))]


def told(results, problems=()):
    """Return what `make mutants` would print, and its exit status."""
    console = Console(file=io.StringIO(), width=120)
    status = report(list(results), list(problems), console)
    return console.file.getvalue(), status


@pytest.mark.parametrize("name", NAMES)
def test_wrong_answers_fail(name):
    """A fixed share of what `make mutants` tries."""
    (lesson,) = lessons([name])
    listed = equivalents().get(name, {})
    results = [examine(s, listed.get(s.name, {}), reduced=True) for s in subjects(lesson)]
    text, status = told(results, strangers({name: listed}, [result.subject for result in results]))
    assert status == 0, text


def test_equivalent_mutants_belong_to_lessons():
    assert equivalents().keys() <= set(NAMES)


# --- The machinery, on an exercise of its own ---

CELL = '''
def column_sums(X):
    """Return the sum of every column."""
    ### BEGIN SOLUTION
    return X.sum(axis=0)
    ### END SOLUTION
'''
SYMMETRIC = np.array([[1.0, 5.0], [5.0, 2.0]])
OBLONG = np.array([[1.0, 5.0, 2.0], [5.0, 2.0, 7.0]])


def column_sums(X):
    return np.ones(len(X)) @ X


def subject(*arrays, cell=CELL, checks=None):
    weak_or_not = FunctionExercise("column_sums", column_sums, lambda rng: [Case((X,)) for X in arrays])
    return Subject("00-example", "column_sums", ("import numpy as np",), cell, checks or weak_or_not)


def test_a_hole_in_the_cases_is_reported():
    """A symmetric matrix has the same sums along both axes: on it alone, nobody can tell one from the other."""
    result = examine(subject(SYMMETRIC), {})
    assert [mutant.line for mutant in result.survivors] == ["return X.sum(axis=1)", "return X.sum(axis=-1)"]
    assert result.killed == result.tried - 2 > 0
    assert result.score < 1
    text, status = told([result])
    assert status == 1
    assert "00-example column_sums survived other_axis:\n- return X.sum(axis=0)\n+ return X.sum(axis=1)\n" in text


def test_a_case_that_closes_the_hole():
    result = examine(subject(SYMMETRIC, OBLONG), {})
    assert (list(result.survivors), result.score) == ([], 1.0)
    text, status = told([result])
    assert (status, "survived other_axis" in text) == (0, False)


def test_an_equivalent_mutant_is_counted_apart():
    listed = {"return X.sum(axis=1)": "symmetric", "return X.sum(axis=-1)": "symmetric"}
    result = examine(subject(SYMMETRIC), listed)
    assert (list(result.survivors), result.equivalent, list(result.problems)) == ([], 2, [])
    assert told([result])[1] == 0


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("return X.sum(axis=2)", "no mutant has the line return X.sum(axis=2)"),
        ("return X.mean(axis=0)", "listed, yet it fails its hidden tests: return X.mean(axis=0)"),
    ],
)
def test_the_list_of_equivalent_mutants_cannot_rot(line, sentence):
    result = examine(subject(OBLONG), {line: "not so"}, reduced=True)
    assert len(result.problems) == 1
    assert sentence in result.problems[0]
    text, status = told([result])
    assert sentence in text
    assert status == 1


def test_a_heading_without_an_exercise_is_reported():
    found = strangers({"00-example": {"column_sums": {}, "row_sums": {}}}, [subject(OBLONG)])
    assert found == ["equivalent.toml: there is no exercise 'row_sums' in 00-example."]


def test_a_solution_that_fails_is_reported():
    result = examine(subject(OBLONG, cell=CELL.replace("axis=0", "axis=1")), {})
    assert result.tried == 0
    assert "The solution itself does not pass" in result.problems[0]
    assert told([result])[1] == 1


class Broken:
    """Checks that pass the solution and stop on anything else."""

    name = "column_sums"
    misconceptions = ()

    def examine(self, answer):
        if np.array_equal(answer(OBLONG), column_sums(OBLONG)):
            return Examination(1, "")
        raise IndexError("in the checks")


def test_checks_that_stop_are_our_fault():
    result = examine(subject(OBLONG, checks=Broken()), {})
    (problem,) = [p for p in result.problems if "The checks broke on the line return X.mean(axis=0)" in p]
    assert "IndexError: in the checks" in problem
    assert told([result])[1] == 1


def tried(body):
    mutant = Mutant("by hand", False, f"def column_sums(X):\n    {body}\n", (), ("",))
    (trial,) = trials(subject(OBLONG), {"np": np}, [mutant], seconds=0.0, workers=1)
    return trial.verdict


@pytest.mark.parametrize(
    ("body", "verdict"),
    [
        ("return X.sum(axis=0)", Verdict.SURVIVED),
        ("return X.sum(axis=1)", Verdict.KILLED),
        ("return undefined", Verdict.KILLED),
        ("return np.ones((1000, 1000, 1000, 1000))", Verdict.KILLED),
        ("raise SystemExit(0)", Verdict.KILLED),
        ("print('noise'); return X.sum(axis=0)", Verdict.SURVIVED),
    ],
    ids=["right", "wrong", "stops", "fills the memory", "exits", "prints"],
)
def test_verdicts(body, verdict, capfd):
    assert tried(body) is verdict
    assert capfd.readouterr() == ("", "")


def test_a_loop_without_an_end_is_stopped(monkeypatch):
    monkeypatch.setattr("tests.mutants.trial.SECONDS", 1)
    assert tried("while True: pass") is Verdict.RAN_OUT


def test_a_mutant_cannot_change_what_the_next_one_finds():
    names = {"np": np, "rows": [1]}
    source = "def column_sums(X):\n    rows.append(1)\n    return X.sum(axis=0) if len(rows) == 2 else None\n"
    mutant = Mutant("by hand", False, source, (), ("",))
    checks = subject(OBLONG)
    verdicts = [trial.verdict for trial in trials(checks, names, [mutant] * 3, seconds=0.0, workers=2)]
    assert verdicts == [Verdict.SURVIVED] * 3


def test_a_reduced_run_keeps_what_matters():
    found = mutants(CELL.replace("X.sum(axis=0)", "np.ones(len(X)) @ X * 1 + 2 - 3 * 4"))
    some = [m for m in found if not m.numpy][5]
    kept = sample(found, {some.line: "listed"})
    assert [m for m in found if m.numpy] == [m for m in kept if m.numpy]
    assert some in kept
    assert 8 < len([m for m in kept if not m.numpy]) < len([m for m in found if not m.numpy])
    assert kept == sample(found, {some.line: "listed"})


def test_cells_before_an_exercise_are_at_hand():
    (lesson,) = lessons(["01-neurons"])
    found = {s.name: s for s in subjects(lesson)}
    assert "import numpy" in found["weighted_sum"].before[0]
    assert {"weighted_sum", "neuron", "step"} <= found["neuron_batch"].namespace().keys()
    assert "layer" not in found["neuron_batch"].namespace()
    assert found["questions"].variable == "answers"


def test_an_unknown_lesson_is_named():
    with pytest.raises(SystemExit, match="99-nothing"):
        lessons(["99-nothing"])
