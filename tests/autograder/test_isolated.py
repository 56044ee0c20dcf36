"""Running a notebook on both sides: cells over there, tests here, and what each sees of the other."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder import isolated
from autograder.guest.peer import HEAD, Gone, Peer, SocketStream
from autograder.isolated import Isolated
from autograder.sandbox import why_not
from tests.autograder.cells import notebook, passed, run, shown
from tests.autograder.guest.test_peer import ANY, frame


@pytest.fixture(scope="module")
def engine() -> Iterator[Isolated]:
    if reason := why_not():
        pytest.skip(reason)
    with Isolated() as engine:
        yield engine


def after(engine: Isolated, source: str, test: str) -> str:
    """Run a student's cell and a test; return what the test said."""
    cell = run(engine, source, ("grade_f", test))[1]
    return "" if passed(cell) else shown(cell)


def test_a_test_sees_values_and_calls_functions(engine: Isolated) -> None:
    source = "import numpy as np\nx = [1, 2]\ndef f(a, b=1): return np.array(a) * b"
    assert after(engine, source, "assert x == [1, 2]\nassert f(x, b=3).tolist() == [3, 6]\nassert len(x) == 2") == ""


@pytest.mark.parametrize(
    ("source", "test", "said"),
    [
        ("x = 1", "assert x == 2, 'not 2'", "AssertionError: not 2"),
        ("x = 1", "f(1)", "NameError: name 'f' is not defined"),
        ("def f(): return 1 / 0", "f()", "ZeroDivisionError: division by zero"),
        ("def f(): return {}['W']", "f()", "KeyError: 'W'"),
        ("def f(): import sys; sys.exit(2)", "f()", "SystemExit: 2"),
        ("class E(Exception): pass\ndef f(): raise E('mine')", "f()", "E: mine"),
        ("class A:\n  __eq__ = lambda s, o: True\ndef f(): return A()", "assert f() == 1, 'no'", "AssertionError: no"),
        ("def f(): return [0] * 10**6", "f()", "ValueError: The value is nested too deeply, or holds too many parts."),
        ("f = [[0] * 10**6]", "assert f == 1, f", "AssertionError: (The value is nested too deeply"),
        ("def g():\n  yield 1\n  raise ValueError('late')\nf = g()", "assert f == 1, f", "AssertionError: (late)"),
        ("len = print = None", "assert len([1]) == 1; print('x')", ""),
        ("def f(g): return f(g) + g()", "f(lambda: 1)", "RecursionError"),
    ],
)
def test_what_a_test_hears(engine: Isolated, source: str, test: str, said: str) -> None:
    assert after(engine, source, test).startswith(said)


def test_the_last_line_of_a_test_is_its_grade(engine: Isolated) -> None:
    (cell,) = run(engine, ("grade_f", "print('half')\n0.5"))
    assert [o.output_type for o in cell.outputs] == ["stream", "execute_result"]
    assert shown(cell) == "half\n\n0.5"


def test_a_warning_over_there_is_a_warning_here(engine: Isolated) -> None:
    test = """
import warnings, numpy as np
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    f(np.array([1000.0]))
    f(np.array([1000.0]))
assert ["overflow" in str(w.message) for w in caught] == [True, True], caught
"""
    assert after(engine, "import numpy as np\nnp.seterr(all='ignore')\ndef f(z): return np.exp(z)", test) == ""


def test_a_test_uses_its_own_names_and_given_code_before_the_students(engine: Isolated) -> None:
    cells = run(
        engine,
        ("given", "def step(z): return 'given'"),
        "def step(z): return 'mine'\nimport numpy as np\nnp = None",
        ("grade_f", "import numpy as np\nassert np.ones(1).sum() == 1\nassert step(1) == 'given'"),
        ("grade_step", "assert step(1) == 'mine'"),
    )
    assert all(map(passed, cells))


def test_given_code_that_calls_an_answer_cannot_harm(engine: Isolated) -> None:
    cells = run(
        engine,
        "import os\ncalls = []\ndef f():\n    calls.append(1)\n    if len(calls) > 1: os._exit(1)\n    return 1",
        ("given", "y = f()"),
        "calls",
        ("grade_f", "assert f() == 1"),
    )
    assert shown(cells[1]) == ""
    assert "KernelDied" in shown(cells[3])


def test_what_a_test_lends_is_taken_back(engine: Isolated) -> None:
    cells = run(
        engine,
        "def f(g):\n    global stolen\n    stolen = g\n    return g(1)",
        ("grade_f", "assert f(lambda x: 'secret') == 'secret'"),
        "h = stolen\ndef k(x): return stolen(x)",
        ("grade_h", "h(1)"),
        ("grade_k", "k(1)"),
    )
    assert [shown(c) for c in cells[3:]] == ["RuntimeError: This function was lent for a test that is over."] * 2


def test_files_are_there_in_each_child(engine: Isolated) -> None:
    made = notebook("open('data/x.txt').read()", "import os; os._exit(1)", "import os\nos.path.exists('data/x.txt')")
    cells = engine.execute(made, {"data/x.txt": b"seven"}).notebook.cells
    assert [shown(c) for c in cells] == ["'seven'", "KernelDied: This cell ended Python.", "True"]


def test_tests_in_the_students_interpreter(engine: Isolated) -> None:
    made = notebook("class A:\n    b = {1}", ("grade_f", "assert A.b == {1}"))
    assert passed(engine.execute(made, tests_there=True).notebook.cells[1])


def test_outputs_are_valid(engine: Isolated) -> None:
    made = notebook("print(1)", "1", "display(1)", "1/0", ("grade_f", "print(1)\n1"), ("grade_g", "1/0"))
    nbformat.validate(engine.execute(made).notebook)


def test_a_notebook_shows_only_so_much(engine: Isolated, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "MOST_SHOWN", 1_000)
    cells = run(engine, "print('x' * 900)", "print('x' * 900)", "1", ("grade_f", "assert False, 'still said'"))
    assert [len(shown(c)) > 100 for c in cells] == [True, False, False, False]
    assert "more was shown" in shown(cells[2])
    assert "still said" in shown(cells[3])


def test_a_notebook_has_only_so_much_time(engine: Isolated, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "NOTEBOOK_SECONDS", -1)
    cells = run(engine, "1", ("grade_f", "1"))
    assert [c.outputs[0].ename for c in cells] == ["NotReached", "NotReached"]


class Scripted:
    """An engine whose children say what they are told to, instead of what they are asked."""

    cell_seconds = 20.0

    def __init__(self, play: Callable[[socket.socket], None]) -> None:
        self._play = play

    def child(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        threading.Thread(target=self._run, args=(theirs,), daemon=True).start()
        return ours

    def _run(self, theirs: socket.socket) -> None:
        with theirs, contextlib.suppress(OSError):
            self._play(theirs)

    def leave_nothing(self) -> None:
        pass

    def cells(self, *cells: Any) -> list[Any]:
        session = isolated._Session(self, notebook(*cells), {}, False)  # type: ignore[arg-type]
        session.run()
        session.end()
        return session.notebook.cells


def says(*frames: bytes) -> Scripted:
    """Return an engine whose children say these things at once, whatever they are asked, and end."""

    def play(theirs: socket.socket) -> None:
        theirs.sendall(b"".join(frames))
        theirs.shutdown(socket.SHUT_WR)
        while theirs.recv(1 << 16):
            pass

    return Scripted(play)


@given(st.binary(max_size=60))
def test_random_bytes_from_a_child_end_it(data: bytes) -> None:
    cells = says(data).cells("1", ("grade_f", "f(1)"), ("grade_f", "f(1)"))
    assert {c.outputs[0].ename for c in cells} <= {"KernelDied", "OutputTooLarge"}


OUTPUTS = st.lists(
    st.fixed_dictionaries(
        {"output_type": st.sampled_from(["stream", "error", "display_data", "execute_result", "x"]) | ANY},
        optional={
            "name": st.sampled_from(["stdout", "stderr"]) | ANY,
            "text": st.text() | ANY,
            "data": st.dictionaries(st.text(max_size=4), st.text()) | ANY,
            "ename": st.text() | ANY,
            "evalue": st.text() | ANY,
            "traceback": st.lists(st.text()) | ANY,
        },
    )
    | ANY,
    max_size=3,
)


@given(OUTPUTS | ANY)
def test_any_outputs_are_valid_or_end_the_child(outputs: Any) -> None:
    (cell,) = says(frame({"op": "ran", "outputs": outputs})).cells("1")
    made = notebook("1")
    made.cells[0].outputs = cell.outputs
    nbformat.validate(made)
    json.dumps(made, ensure_ascii=False).encode("utf-8")


@given(ANY, ANY)
def test_any_answer_to_a_name_is_a_value_or_ends_the_child(found: Any, value: Any) -> None:
    answer = frame({"op": "value", "found": found, "value": value})
    (cell,) = says(answer).cells(("grade_f", "f"))
    assert all(o.get("ename") in (None, "KernelDied", "NameError") for o in cell.outputs)


@pytest.mark.parametrize(
    ("data", "ename"),
    [
        (HEAD.pack(2**32 - 1, 5), "OutputTooLarge"),
        (frame({"op": "ran", "outputs": [{"output_type": "stream", "name": "stdout", "text": ""}] * 2_000}), "OutputTooLarge"),
        (frame({"op": "ran"}), "KernelDied"),
        (frame({"op": "value", "found": True, "value": ["int", "1"]}), "KernelDied"),
        (frame({"op": "call", "handle": 0, "args": [], "kwargs": {}}), "KernelDied"),
    ],
    ids=range(5),
)  # fmt: skip
def test_a_child_that_breaks_the_rules_costs_its_cell(data: bytes, ename: str) -> None:
    (cell,) = says(data).cells("1")
    assert cell.outputs[0].ename == ename


def test_answers_nobody_asked_for_cost_the_exercise() -> None:
    answers = frame({"op": "ran", "outputs": []}) * 3
    cells = says(answers).cells("1", ("grade_f", "f(1)"))
    assert passed(cells[0])
    assert cells[1].outputs[0].ename == "KernelDied"


def until_it_ends(theirs: socket.socket, answer: Callable[[str], bool]) -> None:
    """Answer every cell with no outputs, until `answer` says no."""
    peer = Peer(SocketStream(theirs))
    with contextlib.suppress(Gone):
        while answer(peer.receive()[0]["source"]):
            peer.send({"op": "ran", "outputs": []}, [])


def test_the_time_of_cells_run_again_is_not_taken_from_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]

    def takes_its_time(source: str) -> bool:
        now[0] += 15
        return source != "3"

    monkeypatch.setattr(isolated.time, "monotonic", lambda: now[0])
    cells = Scripted(lambda theirs: until_it_ends(theirs, takes_its_time)).cells("1", "2", "3", "4")
    assert [passed(c) for c in cells] == [True, True, False, True]


def test_a_cell_that_goes_well_only_once_is_left_out_the_second_time() -> None:
    """The child dies in cell 3; in the next one cell 1 dies too, so only cell 2 is run again before cell 4."""
    children: list[list[str]] = []

    def play(theirs: socket.socket) -> None:
        ran: list[str] = []
        children.append(ran)

        def answer(source: str) -> bool:
            ran.append(source)
            return source != "3" and not (source == "1" and len(children) == 2)

        until_it_ends(theirs, answer)

    cells = Scripted(play).cells("1", "2", "3", "4")
    assert [passed(c) for c in cells] == [True, True, False, True]
    assert children == [["1", "2", "3"], ["1"], ["2", "4"]]
