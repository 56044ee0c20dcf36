"""One file in, one grade out: whatever the file is, a score with a reason, and a grader error is never a zero."""

from __future__ import annotations

import nbformat
import pytest
from nbformat import NotebookNode

from autograder import execution
from autograder.execution import End, Run
from autograder.grading import Verdict, grade_submission
from autograder.isolated import Isolated
from autograder.lessons import LessonKey
from course.paths import ROOT
from tests.autograder.conftest import HandIn, cell


def never(notebook: NotebookNode) -> Run:
    raise AssertionError("nothing of this submission should be run")


def test_a_missing_notebook(hand_in: HandIn, key: LessonKey) -> None:
    path = hand_in("").with_name("other.ipynb")
    graded = grade_submission(path, key, never)
    assert (graded.verdict, graded.score, graded.max_score) == (Verdict.MISSING, 0, 15)
    assert graded.reason == "No notebook other.ipynb was handed in."


@pytest.mark.parametrize("content", ["", "not JSON", "{}", b"\x00"])
def test_a_file_that_is_no_notebook_scores_nothing_with_a_reason(
    content: object, hand_in: HandIn, key: LessonKey
) -> None:
    graded = grade_submission(hand_in(content), key, never)
    assert (graded.verdict, graded.score, graded.max_score) == (Verdict.MALFORMED, 0, 15)
    assert graded.reason
    assert graded.notebook is not None
    assert graded.reason in graded.notebook.cells[0].source
    assert all(e.message == graded.reason for e in graded.exercises.values())


def test_a_notebook_of_another_lesson_is_named(hand_in: HandIn, key: LessonKey) -> None:
    other = ROOT / "release" / "02-activations" / "02-activations.ipynb"
    graded = grade_submission(hand_in(other.read_bytes()), key, never)
    assert graded.verdict is Verdict.MALFORMED
    assert graded.reason == "This notebook is of the lesson 02-activations, not of 01-neurons."


def test_ten_megabytes_of_output_cost_nothing(solved: NotebookNode, hand_in: HandIn, key: LessonKey) -> None:
    cell(solved, "xor").outputs = [nbformat.v4.new_output("stream", text="x" * 10_000_000)]
    graded = grade_submission(hand_in(solved), key)
    assert (graded.verdict, graded.score) == (Verdict.GRADED, 15)


def test_answers_without_their_cells_are_graded(hand_in: HandIn, key: LessonKey) -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("def xor(x1, x2):\n    return x1 ^ x2")])
    graded = grade_submission(hand_in(notebook), key)
    assert graded.exercises["xor"].score == 2
    assert graded.exercises["neuron"].message.startswith("There is no `neuron`: its cell is missing")


def test_an_import_that_is_not_installed_is_named(solved: NotebookNode, hand_in: HandIn, key: LessonKey) -> None:
    answer = cell(solved, "xor")
    answer.source = "import torch_of_olympia\n" + answer.source
    graded = grade_submission(hand_in(solved), key)
    assert graded.score == 13
    assert graded.exercises["xor"].message == (
        "There is no `xor`: its cell stopped with ModuleNotFoundError: No module named 'torch_of_olympia'"
    )


def test_a_cell_that_ends_python_costs_its_own_exercise(solved: NotebookNode, hand_in: HandIn, key: LessonKey) -> None:
    cell(solved, "xor").source = "import os; os._exit(1)"
    graded = grade_submission(hand_in(solved), key)
    assert graded.verdict is Verdict.KERNEL_DIED
    assert {name for name, e in graded.exercises.items() if e.score < e.max_score} == {"xor"}
    assert (
        graded.exercises["xor"].message
        == "There is no `xor`: its cell stopped with KernelDied: This cell ended Python."
    )


def test_without_isolation_it_costs_what_comes_after_it(solved: NotebookNode, hand_in: HandIn, key: LessonKey) -> None:
    cell(solved, "xor").source = "import os; os._exit(1)"
    graded = grade_submission(hand_in(solved), key, execution.execute)
    assert graded.verdict is Verdict.KERNEL_DIED
    assert graded.exercises["gates"].score == 2
    assert [graded.exercises[name].score for name in ("xor", "layer", "questions")] == [0, 0, 0]
    assert "never reached" in graded.exercises["layer"].message


@pytest.mark.parametrize("engine", ["isolated", "kernel"])
def test_an_endless_loop_costs_its_own_exercise(
    engine: str, solved: NotebookNode, hand_in: HandIn, key: LessonKey
) -> None:
    cell(solved, "xor").source = "def xor(x1, x2):\n    while True: pass"
    solved.cells = [cell(solved, name) for name in ("given_step", "gates", "xor")]
    if engine == "isolated":
        with Isolated(cell_seconds=4) as isolated:
            graded = grade_submission(hand_in(solved), key, isolated.execute)
    else:
        graded = grade_submission(hand_in(solved), key, lambda notebook: execution.execute(notebook, cell_seconds=4))
    assert graded.verdict is Verdict.TIMED_OUT
    assert [graded.exercises[name].score for name in ("gates", "xor")] == [2, 0]
    assert "did not finish within" in graded.exercises["xor"].message


def test_warnings_cost_no_points(solved: NotebookNode, hand_in: HandIn, key: LessonKey) -> None:
    answer = cell(solved, "xor")
    answer.source = "import warnings\n" + answer.source.replace("return", "warnings.warn('hm'); return", 1)
    assert grade_submission(hand_in(solved), key).score == 15


@pytest.mark.parametrize(
    ("ename", "said"), [("KeyError", "stopped with KeyError"), ("UnknownExercise", "UnknownExercise")]
)
def test_a_hidden_test_that_breaks_is_no_zero(
    ename: str, said: str, solved: NotebookNode, hand_in: HandIn, key: LessonKey
) -> None:
    def broken(notebook: NotebookNode) -> Run:
        cell(notebook, "grade_xor").outputs = [nbformat.v4.new_output("error", ename=ename, evalue="", traceback=[])]
        return Run(notebook, End.FINISHED, len(notebook.cells))

    graded = grade_submission(hand_in(solved), key, broken)
    assert graded.verdict is Verdict.GRADER_ERROR
    assert said in graded.reason
    assert graded.exercises == {}


def test_more_than_the_maximum_is_a_grader_error(solved: NotebookNode, hand_in: HandIn, key: LessonKey) -> None:
    def generous(notebook: NotebookNode) -> Run:
        cell(notebook, "grade_xor").outputs = [nbformat.v4.new_output("execute_result", {"text/plain": "99"})]
        return Run(notebook, End.FINISHED, len(notebook.cells))

    assert grade_submission(hand_in(solved), key, generous).verdict is Verdict.GRADER_ERROR


CAUSE = "This answer uses `weighted_sum`, which does not pass the tests either: mend it first."


def test_an_answer_that_uses_a_wrong_one_says_so(solved: NotebookNode, hand_in: HandIn, key: LessonKey) -> None:
    cell(solved, "weighted_sum").source = "def weighted_sum(w, x, b):\n    return w @ x + 2 * b"
    cell(solved, "neuron").source = "def neuron(w, x, b, g):\n    return g(weighted_sum(w, x, b))"
    cell(solved, "layer").source = '''def layer(W, X, b, g):
    """Does not use weighted_sum."""
    # weighted_sum would be slow
    return g(W @ X - b)'''
    graded = grade_submission(hand_in(solved), key)
    assert graded.exercises["neuron"].message.splitlines()[-1] == CAUSE
    assert "This answer uses" not in graded.exercises["weighted_sum"].message
    assert "This answer uses" not in graded.exercises["layer"].message
    assert graded.notebook is not None
    assert f"- [neuron](#grade_neuron): 0 of 2 points. {CAUSE}" in graded.notebook.cells[0].source.splitlines()


def test_what_is_not_written_yet_has_no_other_cause(hand_in: HandIn, key: LessonKey) -> None:
    release = ROOT / "release" / "01-neurons" / "01-neurons.ipynb"
    graded = grade_submission(hand_in(release.read_bytes()), key)
    assert "This answer uses" not in "".join(e.message for e in graded.exercises.values())
