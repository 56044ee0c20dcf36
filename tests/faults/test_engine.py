"""Whatever a cell does to its process or to the sandbox, it costs that cell; the rest is graded as if it had not been."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder import isolated
from autograder.isolated import Isolated
from autograder.sandbox import MEGABYTE, Limits, why_not
from tests.autograder.cells import notebook, passed, run, shown

FEW = Limits(AS=600 * MEGABYTE, NPROC=40, FSIZE=MEGABYTE, CPU=20)


@pytest.fixture(scope="module")
def engine() -> Iterator[Isolated]:
    """Return a sandbox with little room and little time, so that faults come soon."""
    if reason := why_not():
        pytest.skip(reason)
    with Isolated(cell_seconds=2, limits=FEW) as engine:
        yield engine


def children(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout
    return [int(child) for child in listed.split()]


def first_process(engine: Isolated) -> int:
    """Return the sandbox's first process, by the host's number."""
    (pid,) = children(engine._sandbox._process.pid)
    return pid


def nothing_is_left(engine: Isolated) -> bool:
    """Whether no process is left of the last notebook, and none of its files, and the next is graded as usual."""
    if children(first_process(engine)):
        return False
    look = "import os\nprint(os.listdir('/tmp'), os.listdir('/dev/shm'), len([p for p in os.listdir('/proc') if p.isdigit()]))"
    cells = run(engine, "def f(x): return x + 1", ("grade_f", "assert f(1) == 2"), look)
    return passed(cells[0]) and passed(cells[1]) and shown(cells[2]) == "['home'] [] 2\n"


IGNORING = "import signal\nfor s in range(1, 32):\n  if s not in (9, 19, 32, 33): signal.signal(s, signal.SIG_IGN)\n"
FORKING = """
import os
while True:
    try: os.fork()
    except OSError: pass
"""
DEEP = """
import os
for i in range(3000):
    os.mkdir("d"); os.chdir("d")
"""

ENDS = {
    "ends Python": ("import os; os._exit(0)", "KernelDied"),
    "kills itself": ("import os; os.kill(os.getpid(), 9)", "KernelDied"),
    "a segmentation fault": ("import ctypes; ctypes.string_at(8)", "KernelDied"),
    "aborts": ("import os; os.abort()", "KernelDied"),
    "closes everything": ("import os; os.closerange(0, 256)", "KernelDied"),
    "kills everything": ("import os; os.kill(-1, 9); 1", None),
    "never ends": ("while True: pass", "CellTimeoutError"),
    "never ends, in C": ("import re; re.match('(a+)+b', 'a' * 60)", "CellTimeoutError"),
    "never ends, and hears no signal": (IGNORING + "while True:\n  try:\n    while True: pass\n  except: pass", "CellTimeoutError"),
    "sleeps": ("import time; time.sleep(10_000)", "CellTimeoutError"),
    "stops itself": ("import os; os.kill(os.getpid(), 19)", "CellTimeoutError"),
    "much memory": ("x = []\nwhile True: x.append(bytearray(10**7))", "MemoryError"),
    "much memory in small parts": ("x = [None]\nwhile True: x = x + x", "MemoryError"),
    "a fork bomb": (FORKING, "CellTimeoutError"),
    "threads without end": (
        "import threading, time\nwhile True: threading.Thread(target=time.sleep, args=[1000]).start()",
        "RuntimeError",
    ),
    "large files": ("while True: open('x', 'ab').write(b'x' * 10**6)", "OSError"),
    "many files": ("for i in range(1000): open(f'/dev/shm/{i}', 'w').write('x' * 900_000)", "OSError"),
    "many open files": ("x = []\nwhile True: x.append(open('/dev/null'))", "OSError"),
    "output without end": ("while True: print('x' * 1000)", "CellTimeoutError"),
    "output without end, past Python": ("import os\nwhile True: os.write(1, b'x' * 10**5)", "OSError"),
    "a daemon": ("import subprocess; subprocess.Popen('sleep 9999 & sleep 9999', shell=True, start_new_session=True);", None),
    "folders in folders": (DEEP, None),
}  # fmt: skip


@pytest.mark.parametrize("fault", ENDS)
def test_a_fault_costs_its_cell(engine: Isolated, fault: str) -> None:
    source, ename = ENDS[fault]
    cells = run(
        engine,
        "def f(x): return x + 1\ny = [1]",
        ("grade_f", "assert f(1) == 2"),
        "y.append(2)",
        source,
        "def g(x): return f(x) + len(y)",
        ("grade_g", "assert g(1) == 4"),
        ("grade_h", "assert f(2) == 3"),
    )
    names = [o.ename for o in cells[3].outputs if o.output_type == "error"]
    assert ename is None or ename in names, shown(cells[3])[-500:]
    assert [passed(cell) for i, cell in enumerate(cells) if i != 3] == [True] * 6, [shown(c)[-300:] for c in cells]
    assert nothing_is_left(engine)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("import os; os._exit(1)", "KernelDied: `g` ended Python when it was called."),
        ("import os; os.kill(os.getpid(), 11)", "KernelDied: `g` ended Python when it was called."),
        ("while True: pass", "CellTimeoutError: `g` did not finish"),
        ("return bytearray(10**9)", "MemoryError: "),
        ("return g(x)", "RecursionError: "),
        ("return [print('x' * 10**6) for i in range(50)] and 5", ""),
    ],
)
def test_a_fault_in_a_call_costs_its_exercise(engine: Isolated, body: str, said: str) -> None:
    cells = run(
        engine,
        f"def f(x): return x + 1\ndef g(x):\n    {body}",
        ("check_g", "assert g(1) == 5"),
        ("grade_g", "assert g(1) == 5"),
        ("grade_f", "assert f(1) == 2"),
    )
    assert [shown(c).startswith(said) for c in cells[1:3]] == [True, True], [shown(c) for c in cells]
    assert passed(cells[3])
    assert nothing_is_left(engine)


def test_a_name_whose_value_never_comes(engine: Isolated) -> None:
    source = "def f(x): return x + 1\ndef endless():\n  while True: pass\n  yield\ng = endless()"
    cells = run(engine, source, ("grade_g", "g"), ("grade_f", "assert f(1) == 2"))
    assert cells[1].outputs[0].ename == "CellTimeoutError"
    assert passed(cells[2])


def test_the_sandbox_killed_from_outside(engine: Isolated, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its first process is killed while a cell runs: that cell is lost, the rest runs in a new sandbox."""
    before, waiting = first_process(engine), "import time; time.sleep(1000)"
    asked = isolated._Session._run_there

    def killing(self: isolated._Session, source: str) -> object:
        if source == waiting:
            os.kill(before, signal.SIGKILL)
        return asked(self, source)

    monkeypatch.setattr(isolated._Session, "_run_there", killing)
    cells = run(engine, "x = 1", waiting, "x + 1", ("grade_f", "assert x == 1"))
    assert cells[1].outputs[0].ename == "KernelDied"
    assert shown(cells[2]) == "2"
    assert passed(cells[3])
    assert first_process(engine) != before
    assert nothing_is_left(engine)


def test_the_sandbox_killed_between_two_notebooks(engine: Isolated) -> None:
    os.kill(first_process(engine), signal.SIGKILL)
    assert shown(run(engine, "1")[0]) == "1"
    assert nothing_is_left(engine)


def test_a_sandbox_that_cannot_be_cleaned_is_replaced(engine: Isolated, monkeypatch: pytest.MonkeyPatch) -> None:
    before = first_process(engine)
    monkeypatch.setattr(engine._sandbox, "clean", lambda: False)
    run(engine, "open('/tmp/left', 'w')")
    assert first_process(engine) != before
    assert not Path(f"/proc/{before}").exists() or "Z" in Path(f"/proc/{before}/stat").read_text()
    assert nothing_is_left(engine)


def test_a_notebook_of_dying_cells_ends(engine: Isolated) -> None:
    made = notebook(*["import os; os._exit(1)"] * 30, "5")
    cells = engine.execute(made).notebook.cells
    assert [passed(c) for c in cells] == [False] * 30 + [True]
    assert nothing_is_left(engine)
