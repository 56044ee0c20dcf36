"""Running a student's cells: an IPython shell whose outputs are collected, and bounded, instead of shown."""

from __future__ import annotations

import base64
import builtins
import fcntl
import getpass
import io
import os
import sys
import traceback
from contextlib import suppress
from types import TracebackType
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import InteractiveShell

Output = dict[str, Any]

MOST_TEXT = 200_000  # characters of streams a cell may write
MOST_DATA = 5_000_000  # characters of pictures and other displays of a cell
MOST_OUTPUTS = 500
MORE_WRITTEN = "\n… more was written than is kept.\n"
MORE_SHOWN = "… more was shown than is kept."


class Kept:
    """What a cell has shown so far, up to a limit."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget it, and what it took of the limit."""
        self.outputs: list[Output] = []
        self._text, self._data = MOST_TEXT, MOST_DATA

    def write(self, name: str, text: str) -> None:
        """Add to a stream; its text is a list of parts until the cell is over."""
        if not text or self._text <= 0:
            return
        parts = [text[: self._text]]
        self._text -= len(text)
        if self._text < 0 or len(self.outputs) >= MOST_OUTPUTS:
            self._text = 0
            parts.append(MORE_WRITTEN)
        if self.outputs and self.outputs[-1].get("name") == name:
            self.outputs[-1]["text"] += parts
        else:
            self.outputs.append({"output_type": "stream", "name": name, "text": parts})

    def show(self, kind: str, data: Any) -> None:
        """Add a display: its texts and pictures."""
        encoded = {k: base64.b64encode(v).decode() if isinstance(v, bytes) else v for k, v in data.items()}
        texts = {k: v for k, v in encoded.items() if type(k) is str and type(v) is str}
        if self._data <= 0 or not texts:
            return
        self._data -= sum(map(len, texts.values()))
        if self._data < 0 or len(self.outputs) >= MOST_OUTPUTS:
            self._data = 0
            texts = {"text/plain": MORE_SHOWN}
        self.outputs.append({"output_type": kind, "data": texts})

    def error(self, kind: Any, value: Any, trace: TracebackType | None) -> None:
        """Add an exception."""
        try:
            text = str(value)[:2000]
            lines = "".join(traceback.format_exception(kind, value, trace, limit=-20)).splitlines()
        except Exception:
            text, lines = "", []
        name = getattr(kind, "__name__", "Error")
        if len(self.outputs) <= MOST_OUTPUTS:
            lines = [line[:500] for line in lines[-60:]]
            self.outputs.append({"output_type": "error", "ename": name, "evalue": text, "traceback": lines})

    def finished(self) -> list[Output]:
        """Return the outputs, the parts of streams put together."""
        return [{**o, "text": "".join(o["text"])} if o["output_type"] == "stream" else o for o in self.outputs]


kept = Kept()


class Stream(io.TextIOBase):
    """Takes the place of sys.stdout or sys.stderr."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, name: str) -> None:
        self.name = name

    def write(self, text: str) -> int:
        """Collect text."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        kept.write(self.name, str(text))
        return len(text)

    def writable(self) -> bool:
        """Say that one can write."""
        return True

    def fileno(self) -> int:
        """Return where other programs write."""
        return DESCRIPTORS[self.name]


DESCRIPTORS = {"stdout": 1, "stderr": 2}


def catch_descriptors() -> None:
    """Let what is written past Python go to files in memory, from where it is read when a cell is over."""
    for name, descriptor in DESCRIPTORS.items():
        file = os.memfd_create(name)
        fcntl.fcntl(file, fcntl.F_SETFL, os.O_APPEND)
        os.dup2(file, descriptor)
        os.close(file)


def _read_descriptors() -> None:
    for name, descriptor in DESCRIPTORS.items():
        with suppress(Exception):  # it may have been closed
            getattr(sys, f"__{name}__").flush()
        with suppress(OSError):
            if size := os.fstat(descriptor).st_size:
                written = os.pread(descriptor, min(size, 4 * MOST_TEXT), 0)
                os.ftruncate(descriptor, 0)
                kept.write(name, written.decode("utf-8", "replace"))


class Hook(DisplayHook):
    """Collects the value of a cell's last line."""

    def write_output_prompt(self) -> None:
        """Show no prompt."""

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        """Collect the value as IPython formats it."""
        kept.show("execute_result", format_dict)

    def finish_displayhook(self) -> None:
        """Write nothing after it."""


class Publisher(DisplayPublisher):
    """Collects what is displayed."""

    def publish(self, data: Any, *args: Any, **kwargs: Any) -> None:
        """Collect a display."""
        kept.show("display_data", data)

    def clear_output(self, wait: bool = False) -> None:
        """Forget what the cell has shown so far."""
        kept.outputs.clear()


class Shell(InteractiveShell):
    """An IPython shell without terminal, history or colours."""

    displayhook_class = Hook
    display_pub_class = Publisher

    def init_history(self) -> None:
        """Keep no history database; each submission starts from nothing."""
        from traitlets.config import Config

        self.config.merge(Config({"HistoryManager": {"enabled": False}}))
        super().init_history()

    def enable_gui(self, gui: Any = None) -> None:
        """Do nothing: there is no event loop to run."""

    def ask_exit(self) -> None:
        """Go on with the next cell."""

    def showtraceback(self, exc_tuple: Any = None, *args: Any, **kwargs: Any) -> None:
        """Collect an error, with the part of its traceback that is the student's."""
        kind, value, trace = exc_tuple or sys.exc_info()
        kept.error(kind, value, _own(trace))

    def showsyntaxerror(self, *args: Any, **kwargs: Any) -> None:
        """Collect a syntax error."""
        kind, value, _ = sys.exc_info()
        kept.error(kind, value, None)


def _own(trace: TracebackType | None) -> TracebackType | None:
    while trace is not None and "IPython" in trace.tb_frame.f_code.co_filename:
        trace = trace.tb_next
    return trace


def _no_input(*_: object, **__: object) -> str:
    raise StdinNotImplementedError("While a notebook is graded there is nobody to answer: give the value in the code.")


def nobody_answers() -> None:
    """Let input() and getpass() fail, in words."""
    builtins.input = getpass.getpass = _no_input


def run_cell(shell: InteractiveShell, source: str) -> list[Output]:
    """Run one cell; return its outputs. An exception is an output, and so is SystemExit."""
    kept.clear()
    sys.stdout, sys.stderr = Stream("stdout"), Stream("stderr")
    try:
        shell.run_cell(source, store_history=True)
    except BaseException as error:  # the cell has changed the shell
        kept.error(type(error), error, None)
    _read_descriptors()
    return kept.finished()
