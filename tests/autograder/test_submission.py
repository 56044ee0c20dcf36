"""What students may not change is put back, what they may is left alone, and what is no notebook is refused in words."""

from __future__ import annotations

import copy

import nbformat
import pytest
from nbformat import NotebookNode

from autograder.lessons import LessonKey
from autograder.submission import Malformed, load, read, restore
from course.paths import ROOT
from tests.autograder.conftest import LESSON, HandIn, cell


def restored(notebook: NotebookNode, key: LessonKey) -> tuple[NotebookNode, list[str]]:
    clean = read(notebook)
    return clean, restore(clean, key)


def order(notebook: NotebookNode) -> list[str]:
    return [c.metadata.nbgrader.grade_id for c in notebook.cells if "nbgrader" in c.metadata]


@pytest.mark.parametrize("tree", ["release", "solutions", "source"])
def test_an_honest_notebook_is_left_as_it_is(tree: str, key: LessonKey) -> None:
    notebook = nbformat.read(ROOT / tree / LESSON / f"{LESSON}.ipynb", as_version=4)
    clean, notes = restored(notebook, key)
    assert notes == []
    assert order(clean) == list(key.cells)
    assert [c.source for c in clean.cells if "nbgrader" not in c.metadata] == [
        c.source for c in notebook.cells if "nbgrader" not in c.metadata
    ]


def test_outputs_are_left_behind(solved: NotebookNode, key: LessonKey) -> None:
    clean, _ = restored(solved, key)
    assert all(c.outputs == [] for c in clean.cells if c.cell_type == "code")


def test_a_changed_test_is_put_back(solved: NotebookNode, key: LessonKey) -> None:
    cell(solved, "check_xor").source = "pass"
    clean, notes = restored(solved, key)
    assert cell(clean, "check_xor").source == key.cells["check_xor"].source
    assert notes == ["The read-only cell `check_xor` had been changed; it was put back."]


def test_claimed_points_and_kinds_do_not_count(solved: NotebookNode, key: LessonKey) -> None:
    cell(solved, "grade_xor").metadata.nbgrader.update(points=1000, grade=False, solution=True, locked=False)
    cell(solved, "xor").metadata.nbgrader.update(points=1000, grade=True)
    clean, _ = restored(solved, key)
    assert cell(clean, "grade_xor").metadata == key.cells["grade_xor"].metadata
    assert cell(clean, "xor").metadata.nbgrader.grade is False


def test_an_answer_keeps_its_text_even_as_another_kind_of_cell(solved: NotebookNode, key: LessonKey) -> None:
    answer = cell(solved, "xor")
    text = answer.source
    answer.cell_type = "markdown"
    clean, _ = restored(solved, key)
    assert (cell(clean, "xor").cell_type, cell(clean, "xor").source) == ("code", text)


@pytest.mark.parametrize("gone", ["check_neuron", "grade_neuron", "grade_questions", "given_step"])
def test_a_missing_read_only_cell_is_put_back_in_its_place(gone: str, solved: NotebookNode, key: LessonKey) -> None:
    solved.cells.remove(cell(solved, gone))
    clean, notes = restored(solved, key)
    assert order(clean) == list(key.cells)
    assert notes == [f"The cell `{gone}` was missing; it was put back."]


def test_all_of_them_missing(key: LessonKey) -> None:
    clean, notes = restored(nbformat.v4.new_notebook(), key)
    assert order(clean) == [name for name in key.cells if name not in key.exercises]
    assert "The answer cell `neuron` is missing." in notes


def test_answers_in_cells_of_ones_own_come_before_their_tests(key: LessonKey) -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("def xor(a, b): return int(a != b)")])
    clean, _ = restored(notebook, key)
    assert clean.cells[0].source.startswith("def xor")


def test_a_cell_that_is_there_twice_counts_once(solved: NotebookNode, key: LessonKey) -> None:
    second = copy.deepcopy(cell(solved, "xor"))
    second.source = "xor = 2"
    solved.cells.insert(solved.cells.index(cell(solved, "xor")) + 1, second)
    clean, notes = restored(solved, key)
    assert cell(clean, "xor").source == "xor = 2"
    assert order(clean) == list(key.cells)
    assert notes == ["The cell `xor` was there more than once; the last one counts."]


def test_a_renamed_cell_is_the_students_own(solved: NotebookNode, key: LessonKey) -> None:
    cell(solved, "grade_xor").metadata.nbgrader.grade_id = "grade_mine"
    clean, notes = restored(solved, key)
    assert order(clean) == list(key.cells)
    assert notes == [
        "The cell `grade_mine` is not one of this lesson's; it was treated as the student's own.",
        "The cell `grade_xor` was missing; it was put back.",
    ]


def test_a_name_made_of_html_is_not_repeated(solved: NotebookNode, key: LessonKey) -> None:
    solved.cells.append(
        nbformat.v4.new_code_cell("1", metadata={"nbgrader": {"grade_id": "<script>alert(1)</script>"}})
    )
    _, notes = restored(solved, key)
    assert notes == ["A cell with an odd id is not one of this lesson's; it was treated as the student's own."]


def test_tests_moved_before_their_answer_run_after_it(solved: NotebookNode, key: LessonKey) -> None:
    test = cell(solved, "grade_xor")
    solved.cells.remove(test)
    solved.cells.insert(0, test)
    clean, notes = restored(solved, key)
    names = order(clean)
    assert names.index("grade_xor") > names.index("xor")
    assert notes == ["The test `grade_xor` stood before its answer; it was run after it."]


def test_reversed_notebook_keeps_every_test_after_its_answer(solved: NotebookNode, key: LessonKey) -> None:
    solved.cells.reverse()
    names = order(restored(solved, key)[0])
    assert sorted(names) == sorted(key.cells)
    assert all(names.index(t) > names.index(e) for e in key.exercises for t in (f"check_{e}", f"grade_{e}"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "is empty"),
        ("def xor(a, b):", "cannot be read as JSON"),
        (b"\xff\xfe\x00", "cannot be read as JSON"),
        ('{"cells": [', "cannot be read as JSON"),
        ("[1, 2]", "is JSON, but not a notebook"),
        ('{"cells": 3}', "is JSON, but not a notebook"),
        ("[" * 100_000, "nested too deeply"),
        ('{"cells": [3]}', "Cell number 1 is not a notebook cell"),
        ('{"cells": [{"cell_type": "code", "source": 3}]}', "Cell number 1 is not a notebook cell"),
        ('{"cells": [{"cell_type": "spell", "source": ""}]}', "Cell number 1 is not a notebook cell"),
        ({"cells": [{"cell_type": "code", "source": ""}] * 5001}, "at most 5000 are read"),
    ],
)
def test_what_is_no_notebook_is_refused_in_words(content: object, said: str, hand_in: HandIn) -> None:
    with pytest.raises(Malformed, match=said):
        read(load(hand_in(content)))


@pytest.mark.parametrize("metadata", [None, 3, {"nbgrader": 3}, {"nbgrader": {"grade_id": ["xor"]}}])
def test_odd_metadata_is_ignored(metadata: object, key: LessonKey) -> None:
    content = {"cells": [{"cell_type": "code", "source": ["a = 1\n", "b = 2"], "metadata": metadata}]}
    notebook = read(content)
    assert (notebook.cells[0].source, dict(notebook.cells[0].metadata)) == ("a = 1\nb = 2", {})


def test_a_notebook_of_version_3_is_read() -> None:
    old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": [
        {"cell_type": "code", "input": "x = 1", "outputs": [], "language": "python", "metadata": {}}]}]}  # fmt: skip
    assert read(old).cells[0].source == "x = 1"


def test_attached_images_stay_and_nothing_else() -> None:
    attachments = {"a.png": {"image/png": "iVBOR"}, "b.svg": {"image/svg+xml": "<svg onload='x()'/>"}, "c": 3}
    content = {"cells": [{"cell_type": "markdown", "source": "", "metadata": {}, "attachments": attachments}]}
    assert read(content).cells[0].attachments == {"a.png": {"image/png": "iVBOR"}}
