"""Running a restored notebook with the student's code in a sandbox and the tests here.

Cells of the student's own run in a child of the sandbox. Tests run in this process, in a namespace in which every name
that is not theirs is looked up over there: values arrive as plain data, functions as something that can be called.
"""

from __future__ import annotations

import ast
import atexit
import builtins
import contextlib
import io
import json
import os
import socket
import threading
import time
import traceback
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.execution import CELL_SECONDS, End, Run
from autograder.guard import bounded
from autograder.guest.codec import BadData
from autograder.guest.peer import Gone, Peer, SocketStream
from autograder.sandbox import Limits, Sandbox

NOTEBOOK_SECONDS = 300
MOST_OUTPUTS = 1_000  # of a cell; the child keeps fewer
MOST_SHOWN = 20_000_000  # characters of a notebook's outputs
MOST_SAID = 100_000  # characters of one text of a test's, which may quote the student's values

TIMED_OUT = ("CellTimeoutError", f"did not finish within {CELL_SECONDS} s")
DIED = ("KernelDied", "ended Python")
TOO_LARGE = ("OutputTooLarge", "gave more than can be taken")


def execute(notebook: NotebookNode) -> Run:
    """Run a notebook in this process's sandbox, which is started when first needed."""
    global _engine, _engine_of
    with _one_at_a_time:
        if _engine is None or _engine_of != os.getpid():  # a forked process needs one of its own
            _engine, _engine_of = Isolated(), os.getpid()
            atexit.register(_engine.close)
        return _engine.execute(notebook)


_engine: Isolated | None = None
_engine_of = 0
_one_at_a_time = threading.Lock()  # a test runs with this process's own sys.stdout


class Isolated:
    """A sandbox that runs one notebook after another; nothing of one reaches the next."""

    def __init__(self, cell_seconds: float = CELL_SECONDS, limits: Limits | None = None) -> None:
        self.cell_seconds = cell_seconds
        self._limits = limits
        self._sandbox = Sandbox(limits)
        self._used = False

    def __enter__(self) -> Isolated:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the sandbox."""
        self._sandbox.close()

    def execute(
        self, notebook: NotebookNode, files: Mapping[str, bytes] | None = None, tests_there: bool = False
    ) -> Run:
        """Run all cells in order; an error, a dead or a hung cell costs that cell and no other.

        `files` are put into the folder the student's code runs in. With `tests_there` the tests run in the sandbox too,
        in the student's interpreter: isolated from this host, and open to cheating.
        """
        session = _Session(self, notebook, files or {}, tests_there)
        try:
            session.run()
        finally:
            session.end()
        return Run(notebook, End.FINISHED, len(notebook.cells))

    def child(self) -> socket.socket:
        """Return the connection to a fresh child, of a fresh sandbox if the old one is broken or cannot be cleaned."""
        self.leave_nothing()
        self._used = True
        if connection := self._sandbox.new_child():
            return connection
        self._renew()
        connection = self._sandbox.new_child()
        if connection is None:
            raise RuntimeError("A sandbox that has just been started does not answer.")
        return connection

    def leave_nothing(self) -> None:
        """End what the last child left, at once and not only before the next."""
        if self._used and not self._sandbox.clean():
            self._renew()
        self._used = False

    def _renew(self) -> None:
        self._sandbox.close()
        self._sandbox = Sandbox(self._limits)


class _Session:
    """One notebook being run."""

    def __init__(self, engine: Isolated, notebook: NotebookNode, files: Mapping[str, bytes], tests_there: bool) -> None:
        self.engine = engine
        self.notebook = notebook
        self.files = files
        self.tests_there = tests_there
        self.names = _Names(self)
        self.deadline = self.last_moment = time.monotonic() + NOTEBOOK_SECONDS
        self.room = MOST_SHOWN
        self.replay: list[str] = []  # the cells a new child has to run to stand where the last one did
        self.peer: Peer | None = None
        self.socket: socket.socket | None = None
        self.lost: dict[str, tuple[str, str]] = {}  # exercises whose answer hung or died when it was called

    def run(self) -> None:
        for cell in self.notebook.cells if not self.tests_there else ():
            if _is_given(cell):  # first of all, so that wherever it was moved, tests have their own copy
                self._here(cell.source)
        count = 0
        for cell in self.notebook.cells:
            if cell.cell_type != "code":
                continue
            count += 1
            cell.execution_count = count
            if self._allow_time() < 0:
                said = f"This cell was not run: the notebook had used its {NOTEBOOK_SECONDS} s."
                cell.outputs = [_error("NotReached", said)]
                continue
            data = cell.metadata.get("nbgrader", {})
            if self.tests_there:
                cell.outputs = self._students_cell(cell.source)
            elif data.get("grade") and data.get("locked"):
                cell.outputs = self._test(cell.source, data.grade_id.partition("_")[2])
            else:
                cell.outputs = self._students_cell(cell.source)
                if _is_given(cell):  # and again in its place: it may use what comes before it
                    self._here(cell.source)

    def end(self) -> None:
        if self.socket:
            self.socket.close()
        self.engine.leave_nothing()

    def _allow_time(self) -> float:
        """Give what comes next the time of a cell; return what is left of the notebook's."""
        now = time.monotonic()
        self.deadline = min(now + self.engine.cell_seconds, self.last_moment)
        return self.last_moment - now

    # The student's side

    def _students_cell(self, source: str) -> list[NotebookNode]:
        try:
            outputs = _outputs(self._run_there(source))
        except Gone as gone:
            kind, what = self._lose(gone)
            return [_error(kind, f"This cell {what}.")]
        self.replay.append(source)
        self.room -= len(json.dumps(outputs))
        return outputs if self.room > 0 else [_made("stream", name="stderr", text="… more was shown than is kept.\n")]

    def _run_there(self, source: str) -> Any:
        message, _ = self._ask({"op": "run", "source": source})
        if message["op"] != "ran":
            raise Gone("sent something that is no answer")
        return message.get("outputs")

    def _ask(self, message: dict[str, Any]) -> tuple[dict[str, Any], list[bytearray]]:
        peer = self._connected()
        peer.send(message, [])
        return peer.answer()

    def _connected(self) -> Peer:
        """Return the connection to the child; a new one first runs the cells that went well in the last one."""
        while self.peer is None:
            self.socket = self.engine.child()
            peer = self.peer = Peer(SocketStream(self.socket, self._remaining), strict=True)
            if self.files:
                peer.send({"op": "write", "names": list(self.files)}, list(self.files.values()))
            if not self._replayed() and self._allow_time() < 0:
                raise Gone("timed out")
        return self.peer

    def _replayed(self) -> bool:
        """Run the cells that went well in the last child; forget the first that does not go well again, and say so."""
        for position, source in enumerate(self.replay):
            self._allow_time()
            try:
                self._run_there(source)
            except Gone as gone:
                self._lose(gone)
                del self.replay[position]
                return False
        self._allow_time()
        return True

    def _time_left(self) -> float:
        return self.deadline - time.monotonic()

    def _remaining(self) -> float:
        remaining = self._time_left()
        if remaining <= 0:
            raise TimeoutError
        return remaining

    def _lose(self, gone: Gone) -> tuple[str, str]:
        """Give the child up; return what its cell is told."""
        if self.socket:
            self.socket.close()
        self.peer = self.socket = None
        return TIMED_OUT if "timed out" in str(gone) else TOO_LARGE if "more than is taken" in str(gone) else DIED

    def fetch(self, name: str) -> Any:
        """Return the value of a student's name. Raises `KeyError`."""
        message, blobs = self._ask({"op": "get", "name": name})
        if message["op"] != "value" or type(message.get("found")) is not bool:
            raise Gone("sent something that is no answer")
        if not message["found"]:
            raise KeyError(name)
        try:
            return self._connected().unpacker(blobs).unpack(message.get("value"))
        except (BadData, RecursionError) as error:
            raise Gone(f"sent something that is no value ({error})") from None

    # Our side

    def _here(self, source: str) -> None:
        try:
            with contextlib.redirect_stdout(io.StringIO()), bounded(self._time_left):
                exec(compile(source, "<given>", "exec"), self.names)
        except Gone as gone:
            self._lose(gone)
        except Exception:  # given code that fails here has failed over there too, where the student sees it
            pass

    def _test(self, source: str, exercise: str) -> list[NotebookNode]:
        if exercise in self.lost:
            return [_error(*self.lost[exercise])]
        self.names.begin(exercise)
        outputs: list[NotebookNode] = []
        try:
            with _captured(outputs), bounded(self._time_left):
                value = _run_here(source, self.names)
                said = _said(repr(value))
            if value is not None:
                outputs.append(_made("execute_result", data={"text/plain": said}, metadata={}, execution_count=None))
        except Gone as gone:
            kind, what = self._lose(gone)
            variable = "answers" if exercise == "questions" else exercise
            self.lost[exercise] = (kind, f"`{variable}` {what} when it was called.")
            outputs.append(_error(*self.lost[exercise]))
        except Exception as error:
            outputs.append(_failure(error))
        finally:
            if self.peer:
                self.peer.take_back()
        return outputs


class _Names(dict[str, Any]):
    """The namespace of the tests: their own names, Python's, and behind them the student's."""

    def __init__(self, session: _Session) -> None:
        super().__init__(__builtins__=builtins, __name__="__main__")
        self._session = session
        self._exercise = ""
        self._fetched: dict[str, Any] = {}

    def begin(self, exercise: str) -> None:
        """Forget what was fetched for the last test; the answer under test is always the student's."""
        self._exercise = exercise
        self._fetched.clear()
        for name in ("answers", exercise):
            self.pop(name, None)

    def __missing__(self, name: str) -> Any:
        if hasattr(builtins, name) and name != self._exercise:
            raise KeyError(name)
        if name not in self._fetched:
            self._fetched[name] = self._session.fetch(name)
        return self._fetched[name]


def _is_given(cell: NotebookNode) -> bool:
    data = cell.metadata.get("nbgrader", {})
    return cell.cell_type == "code" and bool(data.get("locked")) and not data.get("grade")


def _run_here(source: str, names: _Names) -> Any:
    """Run a test; return the value of its last line, if that is an expression."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<test>", "exec"), names)
    return eval(compile(ast.Expression(last.value), "<test>", "eval"), names) if isinstance(last, ast.Expr) else None


@contextlib.contextmanager
def _captured(outputs: list[NotebookNode]) -> Iterator[None]:
    said = {"stdout": io.StringIO(), "stderr": io.StringIO()}
    try:
        with (
            contextlib.redirect_stdout(said["stdout"]),
            contextlib.redirect_stderr(said["stderr"]),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("always")  # shown, as in a notebook, whatever the grader's own settings
            yield
    finally:
        outputs += [_made("stream", name=n, text=_said(s.getvalue())) for n, s in said.items() if s.getvalue()]


def _failure(error: Exception) -> NotebookNode:
    render = getattr(error, "_render_traceback_", None)
    lines = render() if render else traceback.format_exception_only(error)
    return _error(
        type(error).__name__, _said(str(error)), _said("\n".join(line.rstrip("\n") for line in lines)).split("\n")
    )


def _error(ename: str, evalue: str, lines: list[str] | None = None) -> NotebookNode:
    return _made("error", ename=ename, evalue=_sound(evalue), traceback=[_sound(line) for line in lines or [evalue]])


def _made(kind: str, **fields: Any) -> NotebookNode:
    """Make an output; the fields are right, so that nbformat's own function need not take its time to check them."""
    return nbformat.from_dict({"output_type": kind, **fields})


def _said(text: str) -> str:
    return _sound(text if len(text) <= MOST_SAID else f"{text[:MOST_SAID]} …")


def _sound(text: str) -> str:
    """Return a text that can be written to a file: half of a character pair cannot."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _outputs(raw: Any) -> list[NotebookNode]:
    """Check the outputs of a student's cell and make notebook outputs of them. Raises `Gone`."""
    try:
        if len(_are(list, raw)) > MOST_OUTPUTS:
            raise Gone("sent more than is taken")
        return [_output(one) for one in raw]
    except (KeyError, TypeError) as error:
        raise Gone(f"sent something that is no output ({error})") from None


def _output(one: dict[str, Any]) -> NotebookNode:
    kind = one["output_type"]
    if kind == "stream" and one["name"] in ("stdout", "stderr"):
        return _made("stream", name=one["name"], text=_sound(_are(str, one["text"])))
    if kind == "error":
        lines = [_are(str, line) for line in _are(list, one["traceback"])]
        return _error(_sound(_are(str, one["ename"])), _are(str, one["evalue"]), lines)
    if kind in ("display_data", "execute_result"):
        data = {_sound(_are(str, mime)): _sound(_are(str, text)) for mime, text in _are(dict, one["data"]).items()}
        count = {"execution_count": None} if kind == "execute_result" else {}
        return _made(kind, data=data, metadata={}, **count)
    raise KeyError("output_type")


def _are(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"not a {kind.__name__}")
    return value
