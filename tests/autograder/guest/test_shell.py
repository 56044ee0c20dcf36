"""Student's cells do what they do in a notebook, and whatever they do ends in outputs."""

from __future__ import annotations

import base64

import pytest
from nbformat import NotebookNode

from autograder.guest import shell
from autograder.isolated import Isolated
from course.data import digits
from tests.autograder.cells import passed, run, shown


def one(engine: Isolated, *cells: str) -> NotebookNode:
    """Run cells and return the last."""
    return run(engine, *cells)[-1]


def kinds(cell: NotebookNode) -> list[str]:
    return [output.output_type for output in cell.outputs]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("1 + 1", "2"),
        ("1 + 1;", ""),
        ("x = 1", ""),
        ("None", ""),
        ("print('a'); print('b', end='')", "a\nb"),
        ("display([1], 'two')", "[1]\n'two'"),
        ("__name__", "'__main__'"),
        ("5\n\n# a remark", "5"),
        ("import asyncio\nawait asyncio.sleep(0)\n5", "5"),
        ("x = !echo 5\nx", "['5']"),
        ("!echo hi", "hi\r\n"),
        ("import subprocess\nsubprocess.run(['echo', 'hi']).returncode", "0\nhi\n"),
        ("import os\nos.write(1, b'past Python\\n');", "past Python\n"),
        ("import sys\nsys.__stdout__.write('x');", "x"),
        ("import threading\nt = threading.Thread(target=print, args=['x'])\nt.start(); t.join()", "x\n"),
        ("class P: pass\nimport pickle\ntype(pickle.loads(pickle.dumps(P()))).__name__", "'P'"),
        ("import multiprocessing as m\nwith m.Pool(2) as p: print(p.map(abs, [-1, -2]))", "[1, 2]\n"),
        ("import os\nif os.fork(): os.wait()\nelse: os._exit(0)\nprint('parent')", "parent\n"),
        ("%%capture kept\nprint('x')", ""),
        ("%time 5", "5"),
        ("%matplotlib inline", ""),
        ("exit()", ""),
        ("open('m.py', 'w').write('x = 7')\nimport m\nm.x", "7"),
        ("import sys\nsys.argv", "['']"),
        ("from getpass import getuser", ""),
        ("import os\nos.chdir('/')\nos.getcwd()", "'/'"),
        ("import sys\nsys.stdout.close(); print('x')", "x\n"),
        ("import signal\nfor s in (2, 15): signal.signal(s, signal.SIG_IGN)\n3", "3"),
    ],
)  # fmt: skip
def test_what_a_cell_shows(engine: Isolated, source: str, said: str) -> None:
    cell = one(engine, source)
    assert passed(cell), cell.outputs
    assert said.rstrip() in shown(cell).replace("<", "").rstrip() if "%time" in source else shown(cell) == said


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("def f(:", "SyntaxError: invalid syntax"),
        ("  x = 1\n y = 2", "IndentationError"),
        ("undefined", "NameError: name 'undefined' is not defined"),
        ("import sys; sys.exit(3)", "SystemExit: 3"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt: "),
        ("raise BaseException('x')", "BaseException: x"),
        ("input('name?')", "StdinNotImplementedError: While a notebook is graded there is nobody to answer"),
        ("import getpass; getpass.getpass()", "StdinNotImplementedError"),
        ("breakpoint()", "StdinNotImplementedError"),
        ("import pandas_of_olympia", "ModuleNotFoundError: No module named 'pandas_of_olympia'"),
        ("def f(): return f()\nf()", "RecursionError"),
        ("import numpy as np\nnp.ones(10**10)", "MemoryError: Unable to allocate"),
        ("class E(Exception):\n  def __str__(self): raise RuntimeError\nraise E", "E: "),
        ("open('/usr/x', 'w')", "OSError: [Errno 30] Read-only file system"),
        ("open('x', 'w').write('a' * 70_000_000)", "OSError: [Errno 27] File too large"),
        ("import socket; socket.create_connection(('10.0.0.1', 80))", "OSError: [Errno 101] Network is unreachable"),
        ("%matplotlib widgets_of_olympia", "RuntimeError"),
        ("%no_such_magic", "UsageError"),
    ],
)
def test_what_stops_a_cell(engine: Isolated, source: str, said: str) -> None:
    cell, after = run(engine, source, "'after'")
    assert said in shown(cell)
    assert shown(after) == "'after'"


def test_names_live_on_from_cell_to_cell(engine: Isolated) -> None:
    cells = run(engine, "x = 1", "x += 1\nx", "_ + 1", "Out[2], In[1]", "print(__file__)")
    assert [shown(c) for c in cells[:4]] == ["", "2", "3", "(2, 'x = 1')"]
    assert not passed(cells[4])
    assert [c.execution_count for c in cells] == [1, 2, 3, 4, 5]


def test_one_notebook_knows_nothing_of_the_last(engine: Isolated) -> None:
    run(engine, "x = 1", "import json; json.spoiled = 1", "open('/tmp/left', 'w')", "import os; os.fork()")
    cell = one(engine, "import json, os\n'x' in globals(), hasattr(json, 'spoiled'), os.listdir('/tmp'), In[1:-1]")
    assert shown(cell) == "(False, False, ['home'], [])"


@pytest.mark.parametrize(
    "source",
    [
        "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2]);",
        "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()",
        "import matplotlib.pyplot as plt\nfigure, axes = plt.subplots()\naxes.set_title('$x$')\ndisplay(figure)\nplt.close()",
    ],
)
def test_pictures(engine: Isolated, source: str) -> None:
    (output,) = one(engine, source).outputs
    assert output.output_type == "display_data"
    assert base64.b64decode(output.data["image/png"]).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "source",
    [
        "from course.figures import neuron as n\nn.explore(neuron=lambda x: x)",
        "from course.figures import show, losses\nimport matplotlib.pyplot as plt\nshow(plt.Figure(), alt='a')",
        "import course.figures.losses as l\nl.explore(loss=1)",
        "from course.figures.optimizers import explore\nexplore()",
    ],
)
def test_figures_have_a_stand_in(engine: Isolated, source: str) -> None:
    assert shown(one(engine, source)) == "(an interactive figure: not drawn while grading)"


def test_the_data_are_there(engine: Isolated) -> None:
    source = "from course.data import digits\nprint([part.shape for part in digits.load()])"
    assert shown(one(engine, source)) == f"{[part.shape for part in digits.load()]}\n"


@pytest.mark.parametrize("name", ["autograder.checks", "course.lessons", "course.paths", "tests", "nbgrader_config"])
def test_nothing_else_of_the_course_is_there(engine: Isolated, name: str) -> None:
    assert shown(one(engine, f"import {name}")).startswith("ModuleNotFoundError")


def test_sliders_do_no_harm(engine: Isolated) -> None:
    cell = one(engine, "import ipywidgets as w\nw.interact(lambda x: print(x), x=3)\nw.IntSlider()")
    assert passed(cell)
    assert "IntSlider(value=0)" in shown(cell)


def test_warnings_and_errors_go_to_stderr(engine: Isolated) -> None:
    cell = one(engine, "import sys, warnings\nprint('out')\nwarnings.warn('careful')\nprint('err', file=sys.stderr)")
    assert [o.name for o in cell.outputs] == ["stdout", "stderr"]
    assert "careful" in cell.outputs[1].text


def test_html_is_kept_as_data(engine: Isolated) -> None:
    cell = one(engine, "from IPython.display import HTML\nHTML('<b>x</b>')")
    assert cell.outputs[0].data["text/html"] == "<b>x</b>"


def test_halves_of_characters_can_be_written_to_a_file(engine: Isolated) -> None:
    cells = run(
        engine, "print('\\ud800')", "raise ValueError('\\udfff')", "class A:\n  __repr__ = lambda s: '\\ud800'\nA()"
    )
    assert [shown(c) for c in cells] == ["?\n", "ValueError: ?", "?"]
    for cell in cells:
        repr(cell.outputs).encode("utf-8")


@pytest.mark.parametrize(
    "source",
    [
        "print('x' * 10_000_000)",
        "for i in range(100_000): print(i, 'x' * 10)",
        "import os\nos.write(2, b'x' * 10_000_000)",
        "!yes | head -c 5000000",
        "import sys\nfor i in range(5_000): print(1); print(2, file=sys.stderr)",
    ],
)
def test_streams_are_cut_with_a_note(engine: Isolated, source: str) -> None:
    cell = one(engine, source)
    assert len(cell.outputs) <= shell.MOST_OUTPUTS + 1
    assert len(shown(cell)) <= 2 * shell.MOST_TEXT
    assert shell.MORE_WRITTEN.strip() in shown(cell)


@pytest.mark.parametrize(
    "source",
    [
        "for i in range(5_000): display(i)",
        "from IPython.display import HTML\nfor i in range(20): display(HTML('x' * 1_000_000))",
    ],
)
def test_displays_are_cut_with_a_note(engine: Isolated, source: str) -> None:
    cell = one(engine, source)
    assert len(cell.outputs) <= shell.MOST_OUTPUTS + 1
    assert len(str(cell.outputs)) < 2 * shell.MOST_DATA
    assert shell.MORE_SHOWN in shown(cell)


def test_errors_without_end_are_cut(engine: Isolated) -> None:
    cell = one(
        engine, "for i in range(5_000):\n  try: 1/0\n  except ValueError: pass\n  except: get_ipython().showtraceback()"
    )
    assert len(cell.outputs) <= shell.MOST_OUTPUTS + 1


def test_a_deleted_builtin_costs_who_uses_it(engine: Isolated) -> None:
    cells = run(engine, "import builtins\ndel builtins.print", "5", "print('x')")
    assert [shown(c) for c in cells] == ["", "5", "NameError: name 'print' is not defined"]


def test_a_shell_that_was_replaced_is_an_error(engine: Isolated) -> None:
    cells = run(engine, "get_ipython().run_cell = None", "5")
    assert "TypeError" in shown(cells[1])


def test_a_process_that_goes_on_after_its_cell_is_ended(engine: Isolated) -> None:
    cells = run(engine, "import os\npid = os.fork()", "pid > 0", "6")
    assert [shown(c) for c in cells] == ["", "True", "6"]


def test_a_recursion_without_limit_costs_its_cell() -> None:
    with Isolated(cell_seconds=20) as engine:
        source = "import sys\nsys.setrecursionlimit(10**9)\ndef f(x): return sorted([x], key=f)\nf(1)"
        cells = run(engine, "x = 1", source, "x")
    assert cells[1].outputs[0].ename in ("KernelDied", "RecursionError", "MemoryError", "CellTimeoutError")
    assert shown(cells[2]) == "1"
