"""The last page takes the student's own functions out of their notebooks, says where each is from, and never stops."""

from __future__ import annotations

import ast
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.lessons import lesson_names
from course import own
from course.paths import ROOT
from tests.submissions import all_submissions

RELU = "def relu(z):\n    return np.where(z > 0, z, 0 * z)\n"
SOFTMAX = "def softmax(Z):\n    E = np.exp(Z - Z.max(axis=0))\n    return E / E.sum(axis=0)\n"
Cell = tuple[str, str]
Write = Callable[..., Path]


def about(name: str) -> dict[str, Any]:
    """What nbgrader notes about a cell of this name."""
    if not name:
        return {}
    test = name.startswith(("check_", "grade_"))
    solution = not test and not name.startswith("given_")
    return {"nbgrader": {"grade_id": name, "grade": test, "solution": solution, "locked": not solution}}


def notebook(*cells: Cell) -> str:
    """A notebook of these cells, each with its grade_id, or "" for a cell of nobody's."""
    made = [{"cell_type": "code", "metadata": about(name), "source": source} for name, source in cells]
    return json.dumps({"cells": [{"cell_type": "markdown", "metadata": {}, "source": ["# Title"]}, *made]})


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a notebook of lesson 02 (unless said): NumPy given, then these cells; return the course's folder."""

    def written(*cells: Cell, lesson: str = "02-activations") -> Path:
        path = tmp_path / lesson / f"{lesson}.ipynb"
        path.parent.mkdir(exist_ok=True)
        path.write_text(notebook(("given_setup", "import numpy as np"), *cells), encoding="utf-8")
        return tmp_path

    return written


def origin(folder: Path, name: str = "relu") -> str:
    return own.pieces(folder).origins[name]


# A finished course, one that was not begun, and none


@pytest.mark.parametrize("lesson", sorted({piece.lesson for piece in own.PIECES}))
def test_the_solutions_are_a_finished_course(lesson: str) -> None:
    """The given pieces and the lessons' solutions are written independently of each other, and agree."""
    mine = own.pieces(ROOT / "solutions")
    for piece in own.PIECES:
        if piece.lesson == lesson:
            assert mine.origins[piece.name] == ""
            assert getattr(mine, piece.name) is not piece.given


def test_all_of_it_is_their_own() -> None:
    assert str(own.pieces(ROOT / "solutions")).endswith("All 20 pieces are yours. None is borrowed.")


def test_a_course_not_begun() -> None:
    mine = own.pieces(ROOT / "release")
    assert set(mine.origins.values()) == {"not written yet, or not saved"}
    assert "0 of 20 pieces are yours" in str(mine)


def test_every_lesson_before_the_last_page_gives_a_piece() -> None:
    lessons = [name for name in lesson_names() if name < own.PAGE]
    assert list(dict.fromkeys(piece.lesson for piece in own.PIECES)) == lessons
    assert own.PAGE in lesson_names()


def test_no_lessons_beside_the_page(tmp_path: Path) -> None:
    mine = own.pieces(tmp_path)
    assert "all 20 pieces are given" in str(mine)
    assert len(str(mine).splitlines()) == 1
    assert mine.adam_step is own.adam_step


def test_some_lessons_are_missing(write: Write) -> None:
    folder = write(("relu", RELU), ("softmax", SOFTMAX))
    mine = own.pieces(str(folder))
    assert mine.origins["relu"] == mine.origins["softmax"] == ""
    assert mine.origins["bias_gradient"] == "lesson 07 is not beside this page"
    lines = str(mine).splitlines()
    assert lines[1] == "lesson 02  relu                          yours"
    assert lines[7] == "lesson 07  bias_gradient                 given: lesson 07 is not beside this page"
    assert lines[-1].startswith("2 of 20 pieces are yours. For the others: finish them in their lessons")


def test_long_reasons_stay_in_their_column(write: Write) -> None:
    source = "def relu(z):\n    raise ValueError('one of the many things that can be wrong with an array of numbers')"
    lines = str(own.pieces(write(("relu", source)))).splitlines()
    assert (
        lines[1] == "lesson 02  relu                          given: stops with ValueError: one of the many things that"
    )
    assert lines[2] == " " * 41 + "can be wrong with an array of numbers"


def test_the_page_finds_the_folder_around_its_own(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(("relu", RELU))
    (folder / own.PAGE).mkdir()
    monkeypatch.chdir(folder / own.PAGE)
    assert own.pieces().origins["relu"] == ""


def test_elsewhere_nothing_is_run(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is graded in a temporary folder, and around that one anybody may put notebooks."""
    folder = write(("relu", RELU))
    (folder / "grading-k2x9").mkdir()
    monkeypatch.chdir(folder / "grading-k2x9")
    assert "all 20 pieces are given" in str(own.pieces())


@pytest.mark.parametrize("lesson", sorted({piece.lesson for piece in own.PIECES}))
def test_every_right_sample_submission_is_used(lesson: str, tmp_path: Path) -> None:
    pieces = [piece.name for piece in own.PIECES if piece.lesson == lesson]
    for sample in all_submissions(lesson):
        if sample.start == "solution" and not sample.expect:
            path = tmp_path / sample.fate / lesson / f"{lesson}.ipynb"
            path.parent.mkdir(parents=True)
            path.write_text(json.dumps(sample.notebook()), encoding="utf-8")
            origins = own.pieces(tmp_path / sample.fate).origins
            assert [origins[name] for name in pieces] == [""] * len(pieces), sample.fate


# What a student's notebook may be like


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param([("relu", "from __future__ import annotations\n" + RELU)], id="alone"),
        pytest.param([("relu", "relu = lambda z: np.maximum(0, z)")], id="lambda"),
        pytest.param(
            [("", "def positive(z):\n    return z > 0"), ("relu", "relu = lambda z: z * positive(z)")], id="helper"
        ),
        pytest.param([("", "SLOPE = 0.0"), ("relu", "relu = lambda z: np.where(z > 0, z, SLOPE * z)")], id="constant"),
        pytest.param([("", "TINY = 10**-300"), ("relu", "relu = lambda z: np.maximum(z, 0) + TINY")], id="computed"),
        pytest.param(
            [("", "f = lambda z: max(z, 0.0)\neach = np.vectorize(f, otypes=[float])"), ("relu", "relu = each")],
            id="helpers without def",
        ),
        pytest.param([("", "import time\ntired = time.sleep(3600)"), ("relu", RELU)], id="a call of something else"),
        pytest.param([("", "import numpy as n, torch_is_not_here"), ("relu", RELU)], id="missing import"),
        pytest.param(
            [("", "import no_such\ndef f(z):\n    return z > 0"), ("relu", "relu = lambda z: z * f(z)")], id="half"
        ),
        pytest.param([("", "1 / 0"), ("", "def broken(:"), ("relu", RELU)], id="cells that fail"),
        pytest.param([("sigmoid", "raise NotImplementedError()"), ("relu", RELU)], id="another is not written"),
        pytest.param([("relu", RELU + "assert relu(-1.0) == 5")], id="a remark of one's own fails"),
        pytest.param([("relu", "%%time\n" + RELU + "!ls\n%timeit relu(1.0)")], id="magic"),
        pytest.param([("relu", "big = (7\n  % 4)\n" + RELU)], id="a line that begins with %"),
        pytest.param([("", "x = input('?')\nwhile True: pass"), ("relu", RELU)], id="a cell that waits"),
        pytest.param([("relu", RELU), ("check_relu", "while True: pass")], id="a test that waits"),
        pytest.param([("relu", RELU), ("grade_relu", ""), ("", "def relu(z):\n    return z")], id="another one later"),
        pytest.param([("relu", "from course.figures import neuron\n" + RELU)], id="figure"),
        pytest.param(
            [("relu", "class Relu:\n    def __call__(self, z):\n        return np.maximum(z, 0)\nrelu = Relu()")],
            id="object",
        ),
    ],
)
def test_a_right_piece_is_used(write: Write, cells: list[Cell]) -> None:
    assert origin(write(*cells)) == ""


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("def relu(z):\n    raise NotImplementedError()", "not written yet, or not saved"),
        ("", "its notebook has no function of this name"),
        ("def ReLU(z):\n    return z", "its notebook has no function of this name"),
        ("relu = 5", "its notebook has no function of this name"),
        ("def relu(z)\n    return z", "stops with SyntaxError: expected ':'"),
        ("import torch_is_not_here\n" + RELU, "stops with ModuleNotFoundError: No module named 'torch_is_not_here'"),
        ("def relu(z):\n    return max(z, 0)", "stops with ValueError: The truth value of an array"),
        ("def relu(z):\n    return zz", "stops with NameError: name 'zz' is not defined"),
        ("def relu():\n    return 0", "stops with TypeError"),
        ("def relu(z):\n    input('z?')", "stops with EOFError"),
        ("def relu(z):\n    raise ValueError()", "stops with ValueError"),
        ("raise SystemExit", "stops with SystemExit"),
        ("def relu(z):\n    z = np.asarray(z)\n    z[z < 0] = 0\n    return z", "changes the arrays it is given"),
        ("def relu(z):\n    print(z)", "nothing back"),
        ("relu = np.abs", "another result on a small example"),
        ("def relu(z):\n    return np.maximum(z, 0).ravel()", "another result"),
        ("def relu(z):\n    return 'z'", "stops with"),
    ],
)
def test_a_wrong_piece_is_replaced(write: Write, source: str, reason: str) -> None:
    folder = write(("relu", source), ("softmax", SOFTMAX))
    mine = own.pieces(folder)
    assert reason in mine.origins["relu"]
    assert mine.relu is own.relu
    assert mine.origins["softmax"] == ""


@pytest.mark.parametrize(
    ("result", "difference"),
    [
        ("dZ.mean(axis=1)", "gives back the shape (8,) where (8, 1) is meant"),
        ("dZ.mean(axis=1, keepdims=True).tolist()", "gives back a list where an array is meant"),
        ("dZ.mean(axis=1, keepdims=True).astype(np.float32)", "another result on a small example"),
        ("dZ.sum(axis=1, keepdims=True)", "another result on a small example"),
    ],
)
def test_what_is_different(write: Write, result: str, difference: str) -> None:
    folder = write(("bias_gradient", f"def bias_gradient(dZ):\n    return {result}"), lesson="07-bp2")
    assert origin(folder, "bias_gradient") == difference


def test_what_never_ends_is_stopped(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own, "PATIENCE", 0.2)
    folder = write(
        ("sigmoid", "while True: pass"), ("relu", "def relu(z):\n    while True: pass"), ("softmax", SOFTMAX)
    )
    assert origin(folder).startswith("no answer after")
    assert "softmax" in own.pieces(folder).origins


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"cells": [5]}', '{"cells": [{"cell_type": "code"}]}', "\x00"])
def test_a_damaged_notebook(write: Write, text: str) -> None:
    folder = write()
    (folder / "02-activations" / "02-activations.ipynb").write_text(text)
    assert origin(folder) == "its notebook cannot be read"


def test_a_source_in_lines(write: Write) -> None:
    folder = write(("relu", RELU))
    path = folder / "02-activations" / "02-activations.ipynb"
    told = json.loads(path.read_text())
    for cell in told["cells"]:
        cell["source"] = cell["source"].splitlines(keepends=True) if isinstance(cell["source"], str) else cell["source"]
    path.write_text(json.dumps(told))
    assert origin(folder) == ""


def test_a_piece_may_use_its_neighbours(write: Write) -> None:
    cells = [
        ("given_names", "names = {}"),
        ("relu", "names['relu'] = lambda z: np.maximum(z, 0)\ndef relu(z):\n    return names['relu'](z)"),
    ]
    assert origin(write(*cells)) == ""


# Random ones, and those with a memory


def lesson_13(write: Write, source: str) -> str:
    folder = write(("minibatches", source), lesson="13-gradient-descent")
    return origin(folder, "minibatches")


DEALT = """
def minibatches(X, Y, batch_size, rng):
    order = np.arange(X.shape[1])
    rng.shuffle(order)
    count = (len(order) + batch_size - 1) // batch_size
    return [(X[:, order[k * batch_size:(k + 1) * batch_size]], Y[:, order[k * batch_size:(k + 1) * batch_size]])
            for k in range(count)]
"""


def test_batches_drawn_in_another_way(write: Write) -> None:
    assert lesson_13(write, DEALT) == ""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("order = np.arange(X.shape[1])", "order = np.arange(X.shape[1] - 1)"),
        ("count = (len(order) + batch_size - 1)", "count = len(order)"),
        ("Y[:, order[k", "Y[:, order[::-1][k"),
    ],
)
def test_batches_that_are_wrong(write: Write, right: str, wrong: str) -> None:
    assert right in DEALT
    assert "another result" in lesson_13(write, DEALT.replace(right, wrong))


@pytest.mark.parametrize(
    ("scale", "right"),
    [("(2 / p) ** 0.5", True), ("2 / p", False), ("(2 / n) ** 0.5", False), ("(2 / (n + p)) ** 0.5", False)],
)
def test_the_first_weights(write: Write, scale: str, right: bool) -> None:
    source = (
        "def he_initialization(sizes, rng):\n"
        "    pairs = list(zip(sizes[:-1], sizes[1:]))\n"
        f"    weights = [rng.standard_normal((n, p)) * {scale} for p, n in pairs][::-1]\n"
        "    return [(W, np.zeros((len(W), 1))) for W in weights[::-1]]\n"
    )
    folder = write(("he_initialization", source), lesson="12-initialization")
    assert (origin(folder, "he_initialization") == "") is right


def test_a_memory_of_one_s_own(write: Write) -> None:
    source = """
def adam_step(theta, grad, state, learning_rate=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    seen = state.get("seen", []) + [grad]
    t = len(seen)
    m = sum((1 - beta1) * beta1 ** (t - 1 - k) * g for k, g in enumerate(seen)) / (1 - beta1 ** t)
    v = sum((1 - beta2) * beta2 ** (t - 1 - k) * g * g for k, g in enumerate(seen)) / (1 - beta2 ** t)
    return theta - learning_rate * m / (v ** 0.5 + eps), {"seen": seen}
"""
    folder = write(("adam_step", source), lesson="14-optimizers")
    assert origin(folder, "adam_step") == ""
    folder = write(
        ("adam_step", source.replace("return theta", "state['t'] = t\n    return theta")), lesson="14-optimizers"
    )
    assert origin(folder, "adam_step") == "changes the arrays it is given"


def test_the_step_size_has_the_name_of_the_lesson(write: Write) -> None:
    """The page gives it by name, and no piece may stop the page."""
    source = "def adam_step(theta, grad, state, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):\n    return theta, state"
    why = origin(write(("adam_step", source), lesson="14-optimizers"), "adam_step")
    assert why == "stops with TypeError: adam_step() got an unexpected keyword argument 'learning_rate'"


# Nothing is shown, nothing is written


def test_in_silence(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    loud = "import sys, warnings\nprint('one')\nprint('two', file=sys.stderr)\nwarnings.warn('three')\nnp.log(0.0)\n"
    folder = write(("relu", loud + RELU.replace("    return", "    print('four')\n    return")))
    mine = own.pieces(folder)
    assert mine.relu(np.array([-1.0, 2.0])).tolist() == [0.0, 2.0]
    assert capsys.readouterr() == ("", "")
    assert mine.origins["relu"] == ""


def test_everything_is_left_as_it_was(write: Write, tmp_path: Path) -> None:
    from matplotlib import pyplot

    kept = pyplot.figure()
    here, settings, errors = Path.cwd(), np.get_printoptions(), np.geterr()
    habits = "import os\nnp.set_printoptions(precision=2)\nnp.seterr(all='raise')\nopen('left.txt', 'w').close()\n"
    figures = "from matplotlib import pyplot as plt\nplt.figure()\n"
    folder = write(("relu", habits + figures + RELU))
    before = sorted(tmp_path.rglob("*"))
    assert origin(folder) == ""
    assert (Path.cwd(), np.get_printoptions(), np.geterr()) == (here, settings, errors)
    assert sorted(tmp_path.rglob("*")) == before
    assert not (here / "left.txt").exists()
    assert pyplot.get_fignums() == [kept.number]
    pyplot.close(kept)


def test_it_needs_the_standard_library_and_numpy_alone() -> None:
    """It is mounted by itself where submissions run. IPython is used only where it is loaded already."""
    tree = ast.parse(Path(own.__file__).read_text(encoding="utf-8"))
    modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    modules |= {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    assert {name.partition(".")[0] for name in modules} - sys.stdlib_module_names == {"numpy", "IPython"}


def test_all_lessons_in_one_folder_do_not_meet(tmp_path: Path) -> None:
    """Each lesson has names of its own: what one of them calls `backward` is not what another does."""
    for name in ("02-activations", "10-backpropagation"):
        shutil.copytree(ROOT / "solutions" / name, tmp_path / name)
    mine = own.pieces(tmp_path)
    assert mine.softmax.__globals__ is not mine.backward.__globals__
    assert mine.origins["softmax"] == mine.origins["backward"] == ""
