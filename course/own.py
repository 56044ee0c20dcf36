"""The network of the last page, out of the student's own notebooks: every piece theirs, or else the one given here.

`pieces()` reads the notebooks that lie beside the last page, runs what their author wrote there, and takes the functions
from it. This is the student's own code in the student's own kernel, and it is never used for grading: there, no notebooks
lie beside the page, and every piece is given. Only the standard library and NumPy are needed.
"""

from __future__ import annotations

import _thread
import ast
import builtins
import copy
import functools
import io
import json
import re
import sys
import tempfile
import textwrap
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir, contextmanager, nullcontext, redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

Function = Callable[..., Any]
Names = dict[str, Any]  # what a notebook has defined

PAGE = "15-your-network"  # the last page's own notebook, and the folder it lies in
PATIENCE = 5.0  # seconds for one cell, or for the small example of one function
DEFINITIONS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
FIGURES = "course.figures"  # not needed here, and slow to import


# --- The given pieces ---


def layer(W: Any, X: Any, b: Any, g: Function) -> Any:
    """A = g(W X + b), shape (n_l, m)."""
    return g(W @ X + b)


def relu(z: Any) -> Any:
    """The positive part of every entry."""
    return np.maximum(z, 0.0)


def softmax(Z: Any) -> Any:
    """Every column as probabilities, shape (K, m)."""
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)


def relu_prime(z: Any) -> Any:
    """The slope of relu, 0 at 0."""
    return np.where(z > 0, 1.0, 0.0)


def linear_forward(W: Any, A_prev: Any, b: Any) -> Any:
    """Z = W A_prev + b, shape (n_l, m): equation (2)."""
    return W @ A_prev + b


def categorical_cross_entropy(A: Any, Y: Any) -> float:
    """The mean of -log of what the right class was given: equation (3)."""
    return float(-np.log(A[Y == 1]).sum() / A.shape[1])


def weight_gradient(dZ: Any, A_prev: Any) -> Any:
    """BP1: dW, shape (n_l, n_prev)."""
    return dZ @ A_prev.T / dZ.shape[1]


def bias_gradient(dZ: Any) -> Any:
    """BP2: db, shape (n_l, 1)."""
    return dZ.mean(axis=1, keepdims=True)


def previous_activation_gradient(W: Any, dZ: Any) -> Any:
    """BP3: dA of the layer before, shape (n_prev, m)."""
    return W.T @ dZ


def linear_gradient(dA: Any, Z: Any, g_prime: Function) -> Any:
    """BP4: dZ, shape (n_l, m)."""
    return dA * g_prime(Z)


def softmax_output_delta(A: Any, Y: Any) -> Any:
    """The dZ of a softmax output with categorical cross-entropy, shape (K, m)."""
    return A - Y


def backward(A_L: Any, Y: Any, params: Any, caches: Any, activations: Any, cost: str) -> Any:
    """Return the pairs (dW, db), first layer first; relu in the hidden layers and a softmax output with its cost, only."""
    if cost != "categorical_cross_entropy" or [*activations] != ["relu"] * (len(params) - 1) + ["softmax"]:
        raise ValueError("The given backward knows relu in the hidden layers, and softmax with its cross-entropy.")
    dZ, grads = softmax_output_delta(A_L, Y), []
    for k in reversed(range(len(params))):
        grads.append((weight_gradient(dZ, caches[k][0]), bias_gradient(dZ)))
        if k > 0:
            dZ = linear_gradient(previous_activation_gradient(params[k][0], dZ), caches[k - 1][1], relu_prime)
    return grads[::-1]


def flatten(params: Any) -> Any:
    """All numbers in one vector: layer by layer, W row by row, then b."""
    return np.concatenate([array.ravel() for pair in params for array in pair])


def unflatten(vector: Any, layer_sizes: Any) -> Any:
    """The pairs (W, b) that flatten laid out."""
    params, at = [], 0
    for n_prev, n in pairwise(layer_sizes):
        middle, end = at + n * n_prev, at + n * n_prev + n
        params.append((vector[at:middle].reshape(n, n_prev), vector[middle:end].reshape(n, 1)))
        at = end
    return params


def numerical_gradient(f: Function, theta: Any, eps: float = 1e-5) -> Any:
    """The slope of f in every entry of theta, by central differences."""
    slopes = np.empty(theta.size)
    for j in range(theta.size):
        step = np.zeros(theta.size)
        step[j] = eps
        slopes[j] = (f(theta + step) - f(theta - step)) / (2 * eps)
    return slopes


def relative_error(a: Any, b: Any) -> float:
    """The length of a - b, as a share of both lengths; 0 when both are zero."""
    both = np.linalg.norm(a) + np.linalg.norm(b)
    return float(np.linalg.norm(a - b) / both) if both else 0.0


def he_initialization(layer_sizes: Any, rng: np.random.Generator) -> Any:
    """Weights with mean 0 and variance 2 / n_in, and zeros for biases."""
    return [(rng.normal(0.0, np.sqrt(2 / p), (n, p)), np.zeros((n, 1))) for p, n in pairwise(layer_sizes)]


def minibatches(X: Any, Y: Any, batch_size: int, rng: np.random.Generator) -> Iterator[tuple[Any, Any]]:
    """Pairs (X_b, Y_b): every example once, in a new order; the last may be short."""
    order = rng.permutation(X.shape[1])
    for start in range(0, len(order), batch_size):
        chosen = order[start : start + batch_size]
        yield X[:, chosen], Y[:, chosen]


def accuracy(A: Any, Y: Any) -> float:
    """The share of examples whose largest output is the right one."""
    return float(np.mean(A.argmax(axis=0) == Y.argmax(axis=0)))


def adam_step(
    theta: Any,
    grad: Any,
    state: Any,
    learning_rate: float = 0.001,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> tuple[Any, Names]:
    """One step of Adam, and what it has to remember."""
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0.0) + (1 - beta1) * grad
    v = beta2 * state.get("v", 0.0) + (1 - beta2) * grad**2
    step = learning_rate * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return theta - step, {"t": t, "m": m, "v": v}


# --- The small example that each piece is tried on: it returns what has to be the same for every right one ---


RNG = np.random.default_rng(0)
SIZES = [5, 8, 6, 4]  # as many layers as on the page, but small
PARAMS = [(0.4 * RNG.normal(size=(n, p)), RNG.normal(size=(n, 1))) for p, n in pairwise(SIZES)]
(W1, B1), (W2, B2), (W3, B3) = PARAMS
X1, ONE_HOT = RNG.random((5, 7)), np.eye(4)[:, [0, 3, 1, 1, 2, 0, 2]]
Z1 = W1 @ X1 + B1
Z1[0, 0] = 0.0
A1 = relu(Z1)
Z2 = W2 @ A1 + B2
A2 = relu(Z2)
Z3 = W3 @ A2 + B3
A3 = softmax(Z3)
CACHES, DZ1, SCORES = [(X1, Z1), (A1, Z2), (A2, Z3)], RNG.normal(size=(8, 7)), RNG.normal(size=(4, 7))


def _once(*arguments: Any) -> Callable[[Function], Any]:
    return lambda f: f(*arguments)


def _one_and_all(f: Function) -> Any:
    return [f(-2.0), f(3.0), f(Z1)]


def _far_out(f: Function) -> Any:
    return [f(SCORES), f(10_000.0 * SCORES)]


def _backward(f: Function) -> Any:
    return f(A3, ONE_HOT, PARAMS, CACHES, ["relu", "relu", "softmax"], "categorical_cross_entropy")


def _slopes(f: Function) -> Any:
    return np.round(f(lambda t: float(t[0] ** 2 + np.sin(t[1]) * t[2]), np.array([1.0, 5.0, -2.0])), 6)


def _errors(f: Function) -> Any:
    a, b, zero = np.array([3.0, 4.0]), np.array([3.0, 4.1]), np.zeros(2)
    return [f(a, b), f(a, a), f(zero, zero), f(a, -a)]


def _drawn(f: Function) -> Any:
    params = f([200, 100, 50], np.random.default_rng(0))
    spread = [abs(float(np.std(W)) / np.sqrt(2 / W.shape[1]) - 1) < 0.1 for W, _ in params]
    centred = [abs(float(np.mean(W))) < 0.02 for W, _ in params]
    return [[list(np.shape(W)), b] for W, b in params], spread, centred


def _dealt(f: Function) -> Any:
    X = np.arange(14.0).reshape(2, 7)
    batches = [(np.asarray(X_b), np.asarray(Y_b)) for X_b, Y_b in f(X, X[:1] + 100.0, 3, np.random.default_rng(0))]
    together = [bool(np.all(X_b[0] + 100.0 == Y_b[0])) for X_b, Y_b in batches]
    columns = np.concatenate([X_b for X_b, _ in batches], axis=1)
    return [X_b.shape[1] for X_b, _ in batches], together, columns[:, columns[0].argsort()]


def _shares(f: Function) -> Any:
    return [f(softmax(SCORES), ONE_HOT), f(ONE_HOT, ONE_HOT)]


def _walk(f: Function) -> Any:
    theta, places = np.array([1.0, -2.0, 3.0]), []
    state: Names = {}
    for _ in range(3):
        theta, state = f(theta, 2.0 * theta, state, learning_rate=0.1)
        places.append(theta)
    return places


@dataclass(frozen=True)
class Piece:
    """A function of the network: the lesson it belongs to, the given one, and what is tried on both."""

    lesson: str
    given: Function
    example: Callable[[Function], Any]

    @property
    def name(self) -> str:
        """What the lesson calls it."""
        return self.given.__name__

    @property
    def number(self) -> str:
        """The number of the lesson, two digits."""
        return self.lesson[:2]


PIECES = (
    Piece("01-neurons", layer, _once(W1, X1, B1, np.tanh)),
    Piece("02-activations", relu, _one_and_all),
    Piece("02-activations", softmax, _far_out),
    Piece("03-derivatives", relu_prime, _one_and_all),
    Piece("04-forward-propagation", linear_forward, _once(W1, X1, B1)),
    Piece("05-cost", categorical_cross_entropy, _once(A3, ONE_HOT)),
    Piece("06-bp1", weight_gradient, _once(DZ1, X1)),
    Piece("07-bp2", bias_gradient, _once(DZ1)),
    Piece("08-bp3", previous_activation_gradient, _once(W1, DZ1)),
    Piece("09-bp4", linear_gradient, _once(DZ1, Z1, np.cos)),
    Piece("09-bp4", softmax_output_delta, _once(A3, ONE_HOT)),
    Piece("10-backpropagation", backward, _backward),
    Piece("11-gradient-checking", flatten, _once(PARAMS)),
    Piece("11-gradient-checking", unflatten, _once(np.arange(25.0), [3, 4, 1, 2])),
    Piece("11-gradient-checking", numerical_gradient, _slopes),
    Piece("11-gradient-checking", relative_error, _errors),
    Piece("12-initialization", he_initialization, _drawn),
    Piece("13-gradient-descent", minibatches, _dealt),
    Piece("13-gradient-descent", accuracy, _shares),
    Piece("14-optimizers", adam_step, _walk),
)


# --- What the page uses ---


@dataclass(frozen=True)
class Found:
    """A piece, the function that takes its place in the network, and, where that is the given one, the reason."""

    piece: Piece
    function: Function
    reason: str = ""

    def __str__(self) -> str:
        head = f"lesson {self.piece.number}  {self.piece.name:<29} "
        origin = f"given: {self.reason}" if self.reason else "yours"
        return textwrap.fill(head + origin, 100, subsequent_indent=" " * len(head))


class Pieces(SimpleNamespace):
    """The functions of the network by name, `mine.relu`; printed, it says where each of them comes from."""

    def __init__(self, found: list[Found], any_lesson: bool) -> None:
        super().__init__(**{one.piece.name: one.function for one in found})
        self._found, self._any_lesson = found, any_lesson

    @property
    def origins(self) -> dict[str, str]:
        """For each piece the reason why the given one stands in, or "" where it is the student's own."""
        return {one.piece.name: one.reason for one in self._found}

    def __repr__(self) -> str:
        if not self._any_lesson:
            return f"No lessons of yours lie beside this page: all {len(self._found)} pieces are given, and all of them work."
        yours, total = sum(not one.reason for one in self._found), len(self._found)
        end = f"{yours} of {total} pieces are yours. For the others: finish them in their lessons, save, run this cell again."
        if yours == total:
            end = f"All {total} pieces are yours. None is borrowed."
        return "\n".join([*map(str, self._found), "", end])


def pieces(folder: str | Path | None = None) -> Pieces:
    """Return the pieces of the network: the student's own, and given ones where there is no right one.

    folder: the student's copy of the course, where the notebook of lesson 06 is `06-bp1/06-bp1.ipynb`. Unless said, the
    folder around the last page's own; when the page is elsewhere, none, and all pieces are given. Nothing a notebook
    does is shown, and none of it stops the page.
    """
    course = Path(folder).expanduser() if folder is not None else _around()
    notebooks = {p.lesson: course / p.lesson / f"{p.lesson}.ipynb" if course else None for p in PIECES}
    there = {name: path for name, path in notebooks.items() if path is not None and path.is_file()}
    return Pieces([found for name in notebooks for found in _of_lesson(name, there.get(name))], bool(there))


def _around() -> Path | None:
    here = Path.cwd()  # around a folder of another name, a temporary one say, notebooks may be anybody's
    return here.parent if here.name == PAGE else None


def _of_lesson(lesson: str, notebook: Path | None) -> list[Found]:
    wanted = [piece for piece in PIECES if piece.lesson == lesson]
    if notebook is None:
        return [Found(p, p.given, f"lesson {p.number} is not beside this page") for p in wanted]
    with _undisturbed():
        taken, errors = _run(notebook, [p.name for p in wanted])
        return [_try(piece, taken.get(piece.name), errors) for piece in wanted]


def _try(piece: Piece, function: Any, errors: Mapping[str, str]) -> Found:
    """Compare a student's function with the given one on the piece's example."""
    if not callable(function):
        missing = "its notebook has no function of this name"
        return Found(piece, piece.given, errors.get(piece.name) or errors.get("") or missing)
    said = io.StringIO()
    try:
        with _limit(), _captured(said):
            got, want = piece.example(_watched(function)), piece.example(piece.given)
            agrees = _same(got, want)
    except Exception as error:
        return Found(piece, piece.given, _in_words(error))
    if not agrees:
        return Found(piece, piece.given, _difference(got, want))
    return Found(piece, _muted(function) if said.getvalue() else function)


def _difference(got: Any, want: Any) -> str:
    """Say in kind how a result differs."""
    if isinstance(want, np.ndarray):
        if not isinstance(got, np.ndarray):
            return f"gives back a {type(got).__name__} where an array is meant"
        if got.shape != want.shape:
            return f"gives back the shape {got.shape} where {want.shape} is meant"
    return "another result on a small example"


class _Refused(Exception):
    """A function does what no right one does; the text says what."""


def _watched(function: Function) -> Function:
    """Return the function, called with copies; raises `_Refused` where it changes one of them or gives nothing back."""

    def watched(*arguments: Any, **options: Any) -> Any:
        copies = copy.deepcopy(arguments)
        result = function(*copies, **options)
        if not all(map(_same, copies, arguments)):
            raise _Refused("changes the arrays it is given")
        if result is None:
            raise _Refused("gives nothing back (None); is there a return line?")
        return result

    return watched


def _in_words(error: BaseException) -> str:
    """Say why a piece of code cannot be used."""
    if isinstance(error, NotImplementedError):
        return "not written yet, or not saved"
    if isinstance(error, _Refused):
        return str(error)
    if isinstance(error, TimeoutError):
        return f"no answer after {PATIENCE:.0f} seconds"
    said = error.msg if isinstance(error, SyntaxError) else " ".join(str(error).split())
    return f"stops with {type(error).__name__}" + (f": {said[:70]}{'…' if len(said) > 70 else ''}" if said else "")


def _same(a: Any, b: Any) -> bool:
    """Whether a is what b is: the same numbers in the same shapes, but for rounding."""
    if isinstance(b, str) or callable(b):
        return bool(a == b)
    if isinstance(b, np.random.Generator):
        return isinstance(a, np.random.Generator)
    if isinstance(b, dict):
        return isinstance(a, dict) and a.keys() == b.keys() and all(_same(a[key], b[key]) for key in b)
    if isinstance(b, list | tuple):
        return isinstance(a, list | tuple) and len(a) == len(b) and all(map(_same, a, b))
    got, want = np.asarray(a), np.asarray(b)
    if got.dtype in (np.float32, np.float16) or (want.ndim and not isinstance(a, np.ndarray)):
        return False  # too coarse for finite differences; a list, which cannot be calculated with
    return got.shape == want.shape and bool(np.allclose(got, want, rtol=1e-6, atol=1e-9))


def _muted(function: Function) -> Function:
    """Return the function without its print lines: in training they would be a hundred thousand."""

    @functools.wraps(function)
    def quiet(*arguments: Any, **options: Any) -> Any:
        with redirect_stdout(io.StringIO()):
            return function(*arguments, **options)

    return quiet


# --- Running a notebook ---


def _run(notebook: Path, wanted: list[str]) -> tuple[Names, dict[str, str]]:
    """Run a notebook as grading does, top to bottom, up to the last piece wanted.

    Given cells and solutions are run whole; of other cells only what they define is taken; tests are left out. Return the
    pieces as they were when their test came, and for each solution cell that failed why; under "" what is wrong with the
    notebook as a whole.
    """
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        code = [(_about(cell), "".join(cell["source"])) for cell in cells if cell["cell_type"] == "code"]
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}, {"": "its notebook cannot be read"}
    names: Names = {"__name__": "__main__", "__builtins__": builtins, "input": _nobody_answers}
    taken, errors = {}, {}
    for about, source in code:
        cell = str(about.get("grade_id", ""))
        if about.get("grade"):
            name = cell.removeprefix("grade_")
            if name in wanted and name in names:
                taken[name] = names[name]
            if len(taken) == len(wanted):
                break
        elif not (about.get("solution") or about.get("locked")):
            _take_definitions(source, names)
        elif why := _run_whole(source, names):
            errors[cell] = why
    return {name: names[name] for name in wanted if name in names} | taken, errors


def _about(cell: Mapping[str, Any]) -> Mapping[str, Any]:
    about = cell.get("metadata", {}).get("nbgrader", {})
    return about if isinstance(about, dict) else {}


def _run_whole(source: str, names: Names) -> str:
    """Run a cell; return in words why it stopped, or "" when it did not."""
    try:
        _execute(_parse(source).body, names)
    except (Exception, SystemExit) as error:
        return _in_words(error)
    return ""


def _take_definitions(source: str, names: Names) -> None:
    """Run what a cell defines; where one definition fails, go on with the next."""
    with suppress(Exception):
        for line in _parse(source).body:
            if _defines(line):
                with suppress(Exception):
                    _execute([line], names)


def _execute(lines: list[ast.stmt], names: Names) -> None:
    lines = [line for line in lines if not _is_figure(line)]
    with _limit():
        exec(compile(ast.Module(lines, []), "<cell>", "exec", dont_inherit=True), names)


def _parse(source: str) -> ast.Module:
    """Parse a cell; lines that are for IPython (%time, !ls) count as `pass`."""
    try:
        return ast.parse(source)
    except SyntaxError:
        return ast.parse(re.sub(r"^([ \t]*)[%!?].*$", r"\1pass", source, flags=re.MULTILINE))


def _defines(line: ast.stmt) -> bool:
    """Whether a line imports or defines something, or gives a name to something that is computed in no time."""
    if isinstance(line, ast.Assign):
        return all(map(_of_numpy, _calls(line.value)))
    return isinstance(line, DEFINITIONS)


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    """The calls in an expression that happen when it is computed: not those inside a lambda."""
    if isinstance(node, ast.Call):
        yield node
    if not isinstance(node, ast.Lambda):
        for part in ast.iter_child_nodes(node):
            yield from _calls(part)


def _of_numpy(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) in ("np", "numpy")


def _is_figure(line: ast.stmt) -> bool:
    return isinstance(line, ast.ImportFrom) and (line.module or "").startswith(FIGURES)


def _nobody_answers(prompt: object = "") -> str:
    raise EOFError("input() has nobody to ask here")


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Show nothing, and leave settings, figures and the current folder as they were."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    before = pyplot.get_fignums() if pyplot else []
    with (
        np.printoptions(),
        np.errstate(),
        warnings.catch_warnings(action="ignore"),
        tempfile.TemporaryDirectory() as elsewhere,
        chdir(elsewhere),
        _captured(io.StringIO()),
    ):
        yield
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        for number in set(pyplot.get_fignums()) - set(before):
            pyplot.close(number)


@contextmanager
def _captured(said: io.StringIO) -> Iterator[None]:
    """Keep what is printed, and in a notebook what is displayed, from being shown."""
    displayed: Any = nullcontext()
    if "IPython" in sys.modules:
        from IPython.utils.capture import capture_output

        displayed = capture_output(stdout=False, stderr=False)
    with displayed, redirect_stdout(said), redirect_stderr(io.StringIO()):
        yield


@contextmanager
def _limit() -> Iterator[None]:
    """Raise `TimeoutError` in what does not end; where Python cannot interrupt itself, wait."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    lock, over, fired = threading.Lock(), threading.Event(), threading.Event()

    def stop() -> None:
        with lock:
            if not over.is_set():
                fired.set()
                _thread.interrupt_main()

    timer = threading.Timer(PATIENCE, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    except KeyboardInterrupt:
        if fired.is_set():
            raise TimeoutError from None
        raise
    finally:
        with lock:
            over.set()
        timer.cancel()
