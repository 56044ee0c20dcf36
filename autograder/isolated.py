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
import socket
import time
import traceback
from collections.abc import Iterator
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.execution import CELL_SECONDS, End, Run
from autograder.guest.codec import BadData
from autograder.guest.peer import Gone, Peer, SocketStream
from autograder.sandbox import Limits, Sandbox

NOTEBOOK_SECONDS = 300

TIMED_OUT = ("CellTimeoutError", f"did not finish within {CELL_SECONDS} s")
DIED = ("KernelDied", "ended Python")


def execute(notebook: NotebookNode) -> Run:
    """Run a notebook in this process's sandbox, which is started when first needed."""
    global _engine
    if _engine is None:
        _engine = Isolated()
        atexit.register(_engine.close)
    return _engine.execute(notebook)


_engine: Isolated | None = None


class Isolated:
    """A sandbox that runs one notebook after another; nothing of one reaches the next."""

    def __init__(self, cell_seconds: float = CELL_SECONDS, limits: Limits | None = None) -> None:
        self.cell_seconds = cell_seconds
        self._limits = limits
        self._sandbox = Sandbox(limits)

    def __enter__(self) -> Isolated:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the sandbox."""
        self._sandbox.close()

    def execute(self, notebook: NotebookNode) -> Run:
        """Run all cells in order; an error, a dead or a hung cell costs that cell and no other."""
        session = _Session(self, notebook)
        try:
            session.run()
        finally:
            session.end()
        return Run(notebook, End.FINISHED, len(notebook.cells))

    def child(self) -> socket.socket:
        """Return the connection to a fresh child, of a fresh sandbox if the old one is not clean."""
        if self._sandbox.clean() and (connection := self._sandbox.new_child()):
            return connection
        self._sandbox.close()
        self._sandbox = Sandbox(self._limits)
        connection = self._sandbox.new_child()
        if connection is None:
            raise RuntimeError("A sandbox that has just been started does not answer.")
        return connection

    def leave_nothing(self) -> None:
        """End what the last child left, at once and not only before the next."""
        if not self._sandbox.clean():
            self._sandbox.close()
            self._sandbox = Sandbox(self._limits)


class _Session:
    """One notebook being run."""

    def __init__(self, engine: Isolated, notebook: NotebookNode) -> None:
        self.engine = engine
        self.notebook = notebook
        self.names = _Names(self)
        self.deadline = self.last_moment = time.monotonic() + NOTEBOOK_SECONDS
        self.replay: list[str] = []  # the cells a new child has to run to stand where the last one did
        self.peer: Peer | None = None
        self.socket: socket.socket | None = None
        self.lost: dict[str, tuple[str, str]] = {}  # exercises whose answer hung or died when it was called

    def run(self) -> None:
        count = 0
        for cell in self.notebook.cells:
            if cell.cell_type != "code":
                continue
            count += 1
            cell.execution_count = count
            self.deadline = min(time.monotonic() + self.engine.cell_seconds, self.last_moment)
            data = cell.metadata.get("nbgrader", {})
            if data.get("grade") and data.get("locked"):
                cell.outputs = self._test(cell.source, data.grade_id.partition("_")[2])
            else:
                cell.outputs = self._students_cell(cell.source)
                if data.get("locked"):
                    self._here(cell.source)  # given code: tests use it too, and trust only their own copy

    def end(self) -> None:
        if self.socket:
            self.socket.close()
        self.engine.leave_nothing()

    # The student's side

    def _students_cell(self, source: str) -> list[NotebookNode]:
        try:
            outputs = self._run_there(source)
        except Gone as gone:
            kind, what = self._lose(gone)
            return [_error(kind, f"This cell {what}.")]
        self.replay.append(source)
        return outputs

    def _run_there(self, source: str) -> list[NotebookNode]:
        message, _ = self._ask({"op": "run", "source": source})
        if message["op"] != "ran":
            raise Gone("sent something that is no answer")
        return _outputs(message.get("outputs"))

    def _ask(self, message: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        peer = self._connected()
        peer.send(message, [])
        return peer.answer()

    def _connected(self) -> Peer:
        """Return the connection to the child; a new one first runs the cells that went well in the last one."""
        if self.peer is None:
            self.socket = self.engine.child()
            self.peer = Peer(SocketStream(self.socket, self._remaining))
            for source in list(self.replay):
                self._run_there(source)
        return self.peer

    def _remaining(self) -> float:
        remaining = self.deadline - time.monotonic()
        if remaining <= 0:
            raise TimeoutError
        return remaining

    def _lose(self, gone: Gone) -> tuple[str, str]:
        """Give the child up; return what its cell is told."""
        if self.socket:
            self.socket.close()
        self.peer = self.socket = None
        return TIMED_OUT if "timed out" in str(gone) else DIED

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
        with contextlib.suppress(Exception), contextlib.redirect_stdout(io.StringIO()):
            exec(compile(source, "<given>", "exec"), self.names)

    def _test(self, source: str, exercise: str) -> list[NotebookNode]:
        if exercise in self.lost:
            return [_error(*self.lost[exercise])]
        self.names.begin(exercise)
        outputs: list[NotebookNode] = []
        try:
            with _captured(outputs):
                value = _run_here(source, self.names)
            if value is not None:
                outputs.append(nbformat.v4.new_output("execute_result", {"text/plain": repr(value)}))
        except Gone as gone:
            kind, what = self._lose(gone)
            variable = "answers" if exercise == "questions" else exercise
            self.lost[exercise] = (kind, f"`{variable}` {what} when it was called.")
            outputs.append(_error(*self.lost[exercise]))
        except Exception as error:
            outputs.append(_failure(error))
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
        with contextlib.redirect_stdout(said["stdout"]), contextlib.redirect_stderr(said["stderr"]):
            yield
    finally:
        outputs += [
            nbformat.v4.new_output("stream", name=n, text=s.getvalue()) for n, s in said.items() if s.getvalue()
        ]


def _failure(error: Exception) -> NotebookNode:
    render = getattr(error, "_render_traceback_", None)
    lines = render() if render else traceback.format_exception_only(error)
    return _error(type(error).__name__, str(error), [line.rstrip("\n") for line in lines])


def _error(ename: str, evalue: str, lines: list[str] | None = None) -> NotebookNode:
    return nbformat.v4.new_output("error", ename=ename, evalue=evalue, traceback=lines or [evalue])


def _outputs(raw: Any) -> list[NotebookNode]:
    """Check the outputs of a student's cell and make notebook outputs of them. Raises `Gone`."""
    try:
        return [_output(one) for one in _are(list, raw)]
    except (KeyError, TypeError) as error:
        raise Gone(f"sent something that is no output ({error})") from None


def _output(one: dict[str, Any]) -> NotebookNode:
    kind = one["output_type"]
    if kind == "stream" and one["name"] in ("stdout", "stderr"):
        return nbformat.v4.new_output("stream", name=one["name"], text=_are(str, one["text"]))
    if kind == "error":
        lines = [_are(str, line) for line in _are(list, one["traceback"])]
        return nbformat.v4.new_output(
            "error", ename=_are(str, one["ename"]), evalue=_are(str, one["evalue"]), traceback=lines
        )
    if kind in ("display_data", "execute_result"):
        data = {_are(str, mime): _are(str, text) for mime, text in _are(dict, one["data"]).items()}
        return nbformat.v4.new_output(kind, data)
    raise KeyError("output_type")


def _are(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"not a {kind.__name__}")
    return value
