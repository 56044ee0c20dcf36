"""Running a student's cells: an IPython shell whose outputs are collected, and bounded, instead of shown."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell

Output = dict[str, Any]

MOST_TEXT = 200_000  # characters of streams a cell may write
MOST_DATA = 5_000_000  # characters of pictures and other displays of a cell
MOST_OUTPUTS = 500

outputs: list[Output] = []


class Stream:
    """Takes the place of sys.stdout or sys.stderr."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, name: str) -> None:
        self.name = name

    def write(self, text: str) -> int:
        """Collect text, up to a limit."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        used = sum(len(o["text"]) for o in outputs if o["output_type"] == "stream")
        room = MOST_TEXT - used
        if room > 0 and text:
            if outputs and outputs[-1].get("name") == self.name:
                outputs[-1]["text"] += text[:room]
            else:
                outputs.append({"output_type": "stream", "name": self.name, "text": text[:room]})
            if len(text) > room:
                outputs[-1]["text"] += "\n… more was written than is kept.\n"
        return len(text)

    def writelines(self, lines: Any) -> None:
        """Collect lines."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Do nothing: there is no buffer."""

    def isatty(self) -> bool:
        """Say that nobody is watching."""
        return False

    def writable(self) -> bool:
        """Say that one can write."""
        return True


def _keep(kind: str, data: Any, metadata: Any) -> None:
    texts = {k: v for k, v in data.items() if isinstance(k, str) and isinstance(v, str)}
    used = sum(len(v) for o in outputs for v in o.get("data", {}).values())
    if len(outputs) >= MOST_OUTPUTS or used + sum(map(len, texts.values())) > MOST_DATA:
        texts = {"text/plain": "… more was shown than is kept."}
    if len(outputs) < MOST_OUTPUTS:
        outputs.append({"output_type": kind, "data": texts, "metadata": {}})


class Hook(DisplayHook):
    """Collects the value of a cell's last line."""

    def write_output_prompt(self) -> None:
        """Show no prompt."""

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        """Collect the value as IPython formats it."""
        _keep("execute_result", format_dict, md_dict)

    def finish_displayhook(self) -> None:
        """Write nothing after it."""


class Publisher(DisplayPublisher):
    """Collects what is displayed."""

    def publish(self, data: Any, metadata: Any = None, *args: Any, **kwargs: Any) -> None:
        """Collect a display."""
        _keep("display_data", data, metadata)

    def clear_output(self, wait: bool = False) -> None:
        """Forget what the cell has shown so far."""
        outputs.clear()


class Shell(InteractiveShell):
    """An IPython shell without terminal, history or colours."""

    displayhook_class = Hook
    display_pub_class = Publisher

    def init_history(self) -> None:
        """Keep no history database; each submission starts from nothing."""
        from traitlets.config import Config

        self.config.merge(Config({"HistoryManager": {"enabled": False}}))
        super().init_history()

    def showtraceback(self, exc_tuple: Any = None, *args: Any, **kwargs: Any) -> None:
        """Collect an error, with the part of its traceback that is the student's."""
        kind, value, trace = exc_tuple or sys.exc_info()
        _error(kind, value, _own(trace))

    def showsyntaxerror(self, *args: Any, **kwargs: Any) -> None:
        """Collect a syntax error."""
        kind, value, _ = sys.exc_info()
        _error(kind, value, None)


def _own(trace: TracebackType | None) -> TracebackType | None:
    while trace is not None and "IPython" in trace.tb_frame.f_code.co_filename:
        trace = trace.tb_next
    return trace


def _error(kind: Any, value: Any, trace: TracebackType | None) -> None:
    try:
        lines = "".join(traceback.format_exception(kind, value, trace, limit=-20)).splitlines()
        text = str(value)
    except Exception:
        lines, text = [], ""
    name = getattr(kind, "__name__", "Error")
    outputs.append(
        {"output_type": "error", "ename": name, "evalue": text[:2000], "traceback": [x[:500] for x in lines[-60:]]}
    )


def run_cell(shell: InteractiveShell, source: str) -> list[Output]:
    """Run one cell; return its outputs. An exception is an output, and so is SystemExit."""
    outputs.clear()
    sys.stdout, sys.stderr = Stream("stdout"), Stream("stderr")  # type: ignore[assignment]
    shell.run_cell(source, store_history=False)
    return list(outputs)
