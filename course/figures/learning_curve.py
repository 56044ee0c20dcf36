"""A learning curve that grows while a network is trained: in a notebook a figure, in a terminal a bar, else plain lines.

    curve = gradient_descent.live(epochs=30)
    for epoch in range(30):
        ...
        curve.add(cost, accuracy)

In a notebook, what is sent at the end of the cell is the whole curve as a still picture too, for readers without a kernel.
"""

from __future__ import annotations

import atexit
import math
import numbers
import operator
import shutil
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TextIO

import numpy as np

from course.figures.guest import written
from course.figures.initialization import size_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PAUSE = 0.05  # seconds from one drawing to the next, at least
MOST = 600  # points that are drawn; a curve with more of them is thinned out
PLAIN = str.maketrans("█░−·\u00a0", "#.-x ")  # for streams that take nothing else
LINES = 10  # about so many lines for a training, where they are neither a figure nor a bar


class View(Protocol):
    """What shows a curve."""

    def show(self, curve: Curve) -> None:
        """Hear that the curve has a new point."""


class Curve:
    """The cost after each epoch, and the accuracy where it is given."""

    def __init__(self, epochs: int, view: View | None = None) -> None:
        """Begin a curve that is to have `epochs` points; `view` shows it."""
        self.epochs = epochs
        self.costs: list[float] = []
        self.accuracies: list[float | None] = []
        self._view = view

    def add(self, cost: float, accuracy: float | None = None) -> None:
        """Add an epoch: its cost, and its accuracy as a share between 0 and 1. A cost of nan or infinity is said in words.

        Raises TypeError for what is no number, and ValueError for an accuracy that is no share.
        """
        cost = as_float(cost, "the cost")
        share = None if accuracy is None else as_float(accuracy, "the accuracy")
        if share is not None and not (math.isnan(share) or 0 <= share <= 1):
            hint = f" In percent? Then hand over {written(share / 100, 4)}." if 2 <= share <= 100 else ""
            raise ValueError(f"curve.add needs the accuracy as a share between 0 and 1; it got {share:g}.{hint}")
        self.costs.append(cost)
        self.accuracies.append(share)
        if self._view is not None:
            self._view.show(self)

    def __repr__(self) -> str:
        """Say how far it is, in a line."""
        return progress(self)


def live(epochs: int) -> Curve:
    """Return a curve that is shown while it grows: call its `add(cost, accuracy)` after each of the `epochs`.

    Raises TypeError or ValueError when `epochs` is no whole number of at least 1.
    """
    curve = Curve(as_count(epochs))
    curve._view = view_for(curve)
    return curve


def view_for(curve: Curve) -> View:
    """Return what can show a curve here: a notebook's figure, a terminal's bar, or plain lines."""
    shell = shell_of_ipython()
    if shell is not None and hasattr(shell, "kernel"):
        return Notebook(curve, shell)
    return Bar(sys.stdout, shell) if sys.stdout.isatty() else Lines(sys.stdout)


def shell_of_ipython() -> Any:
    """Return the running IPython, in a notebook or a terminal, or None."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


# What is handed over


def as_count(epochs: Any) -> int:
    """Return a number of epochs; raise TypeError or ValueError for anything else."""
    try:
        count = operator.index(epochs)
    except TypeError:
        raise TypeError(f"live needs the number of epochs, a whole number; it got {named(epochs)}.") from None
    if count < 1:
        raise ValueError(f"live needs at least 1 epoch; it got {count}.")
    return count


def as_float(value: Any, what: str) -> float:
    """Return a number, or an array of one number, as a float; raise TypeError for anything else."""
    if isinstance(value, np.ndarray) and value.size == 1 and value.dtype.kind in "fiub":
        value = value.reshape(())[()]
    if isinstance(value, (numbers.Real, np.bool_)):
        return float(value)
    hint = ""
    if isinstance(value, (list, tuple)) and value:
        hint = " Its last entry is the one at [-1]."
    raise TypeError(f"curve.add needs {what} of the epoch as one number; it got {named(value)}.{hint}")


def named(value: Any) -> str:
    """Say what a value is that is not as it should be."""
    if value is None:
        return "None (is a return missing?)"
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}"
    if isinstance(value, (list, tuple, str)):
        return f"a {type(value).__name__} of length {len(value)}"
    return f"{value!r}" if isinstance(value, numbers.Number) else f"a value of type {type(value).__name__}"


# What is said


def progress(curve: Curve) -> str:
    """Say how many epochs there are of how many, and the last numbers."""
    done = len(curve.costs)
    parts = [f"epoch {done} of {curve.epochs}"]
    if done:
        parts.append(f"cost {amount(curve.costs[-1])}")
        accuracy = curve.accuracies[-1]
        if accuracy is not None:
            parts.append(f"accuracy {written(accuracy, 3, 3) if math.isfinite(accuracy) else 'nan'}")
    return ", ".join(parts)


def amount(value: float) -> str:
    """Write a cost: with four decimals, very small and very large ones with a power of ten."""
    if not math.isfinite(value):
        return "nan" if math.isnan(value) else "infinite" if value > 0 else "minus infinite"
    if value == 0 or 0.001 <= abs(value) < 1e5:
        return written(value, 4, 4)
    return size_of(value).replace("-", "−")


def result(curve: Curve) -> str:
    """Say how it goes: not yet begun, under way, done, or gone wrong. It changes seldom, and is read out when it does."""
    done, planned = len(curve.costs), curve.epochs
    bad = next((k for k, cost in enumerate(curve.costs, 1) if not math.isfinite(cost)), 0)
    if bad:
        return f"The cost after epoch {bad} {trouble(curve.costs[bad - 1])}"
    if not done:
        return f"No epoch yet, of {planned}."
    if done < planned:
        return "The training is not finished."
    extra = f", {done - planned} more than announced" if done > planned else ""
    if done == 1:
        return f"1 epoch done: the cost is {amount(curve.costs[0])}."
    way = "fell" if curve.costs[-1] < curve.costs[0] else "did not fall:"
    return f"{done} epochs done{extra}: the cost {way} from {amount(curve.costs[0])} to {amount(curve.costs[-1])}."


def trouble(cost: float) -> str:
    """Say what a cost is that is no finite number, and what it may come from."""
    if math.isnan(cost):
        return "is nan, not a number: often the learning rate is too large, or a cost computed 0 · log 0."
    return f"is {amount(cost)}: often the learning rate is too large, or a cost met log 0."


def picture(curve: Curve) -> dict[str, Any]:
    """Return everything that is shown of a curve, as plain data."""
    done = len(curve.costs)
    kept = thinned(done)
    finite = [cost for cost in curve.costs if math.isfinite(cost)]
    shares = [share for share in curve.accuracies if share is not None and math.isfinite(share)]
    end = max(curve.epochs, done)
    said: dict[str, Any] = {
        "epochs": curve.epochs,
        "done": done,
        "end": end,
        "at": [k + 1 for k in kept],
        "costs": [rounded(curve.costs[k]) for k in kept],
        "accuracies": [rounded(curve.accuracies[k]) for k in kept] if shares else [],
        "bad": [k + 1 for k in kept if not math.isfinite(curve.costs[k])],
        "epoch_ticks": [tick for tick in ticks(0, end, whole=True) if tick <= end],
        "cost_ticks": ticks(min([0.0, *finite]), max(finite, default=1.0)),
        "accuracy_ticks": ticks(math.floor(10 * min([0.9, *shares])) / 10, 1.0),
        "numbers": progress(curve),
        "result": result(curve),
    }
    return said | {"label": label(curve, said)}


def thinned(count: int) -> list[int]:
    """Return which of many points are drawn, the first and the last among them."""
    return sorted({round(float(k)) for k in np.linspace(0, count - 1, min(count, MOST))})


def rounded(value: float | None) -> float | None:
    """Round a number as finely as the picture needs; None where there is none to draw."""
    return float(f"{value:.5g}") if value is not None and math.isfinite(value) else None


def ticks(low: float, high: float, whole: bool = False) -> list[float]:
    """Return evenly spaced round numbers, from at most `low` to at least `high`."""
    if high <= low:
        high = low + 1
    size = 10.0 ** math.floor(math.log10(high - low))
    steps = [part * size for part in (0.1, 0.2, 0.5, 1, 2) if not whole or part * size >= 1]
    step = next((step for step in steps if (high - low) / step <= 6), 1.0)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [float(f"{k * step:.10g}") for k in range(first, last + 1)]


def label(curve: Curve, said: dict[str, Any]) -> str:
    """Say in words what the picture shows."""
    done = [cost for cost in curve.costs if math.isfinite(cost)]
    sentences = [f"A learning curve, the cost after each epoch: {said['numbers']}."]
    if done:
        sentences.append(
            f"The first cost is {amount(done[0])}, the lowest {amount(min(done))}, the highest {amount(max(done))}."
        )
    if said["accuracies"]:
        shares = [share for share in curve.accuracies if share is not None and math.isfinite(share)]
        sentences.append(
            f"Beside it the accuracy: first {written(shares[0], 3, 3)}, best {written(max(shares), 3, 3)}."
        )
    return " ".join([*sentences, said["result"]])


def draw(said: dict[str, Any]) -> Figure:
    """Draw a picture with matplotlib: the cost, and beside it the accuracy where there is any."""
    from course.pictures import INK, paper

    columns = 2 if said["accuracies"] else 1
    figure, plots = paper(4.4 * columns, 3.2, columns=columns)
    for plot, key, name, colour, shape in zip(
        plots, ("cost", "accuracy"), ("cost", "accuracy"), (INK.blue, INK.orange), "oD", strict=False
    ):
        values = [np.nan if value is None else value for value in said["costs" if key == "cost" else "accuracies"]]
        few = len(values) <= 60
        plot.plot(said["at"], values, color=colour, marker=shape if few else "", markersize=4, clip_on=False)
        marks = said[f"{key}_ticks"]
        plot.set(xlim=(0, said["end"]), ylim=(marks[0], marks[-1]), xlabel="epoch", yticks=marks)
        plot.set_ylabel(name, labelpad=10)
    if said["bad"]:
        top = [said["cost_ticks"][-1]] * len(said["bad"])
        plots[0].plot(said["bad"], top, "x", color=INK.orange, markersize=9, clip_on=False, label="not a finite number")
        plots[0].legend(loc="best", frameon=False, fontsize=9)
    plots[0].set_title(said["numbers"], fontsize=10, loc="left")
    return figure


# Where it is shown


class Pace:
    """Tells a view when to draw: at most every `PAUSE` seconds, and once more when the cell or the program has ended."""

    def __init__(self, shell: Any, end: Callable[[], None], clock: Callable[[], float]) -> None:
        """Call `end` at the end of each cell of `shell` with something new, or of the program where there is no shell."""
        self._shell, self._end, self._clock = shell, end, clock
        self._last, self._waiting = -math.inf, False

    def due(self) -> bool:
        """Say whether it is time to draw."""
        if not self._waiting:
            self._waiting = True
            if self._shell is None:
                atexit.register(self._ended)
            else:
                self._shell.events.register("post_run_cell", self._ended)
        now = self._clock()
        if now - self._last < PAUSE:
            return False
        self._last = now
        return True

    def _ended(self, *result: Any) -> None:
        if self._shell is not None:
            self._shell.events.unregister("post_run_cell", self._ended)
        self._last, self._waiting = -math.inf, False
        self._end()


class Notebook:
    """A figure that is drawn anew while the cell runs, and leaves a still picture behind."""

    def __init__(self, curve: Curve, shell: Any, clock: Callable[[], float] = time.monotonic) -> None:
        """Show the empty curve, without the still picture: that takes matplotlib a second."""
        from anywidget import AnyWidget
        from IPython.display import display

        from course.figures.interactive import Interactive

        self._curve, self._pace = curve, Pace(shell, self._end, clock)
        self._figure = Interactive("learning_curve", {}, {}, lambda state: picture(curve), draw)
        data, _ = AnyWidget._repr_mimebundle_(self._figure)
        data["text/plain"] = self._figure.picture["label"]
        self._handle = display(data, raw=True, display_id=True)

    def show(self, curve: Curve) -> None:
        """Send the curve, unless it has been sent a moment ago."""
        if self._pace.due():
            self._figure.picture = picture(curve)

    def _end(self) -> None:
        self._figure.picture = picture(self._curve)
        self._handle.update(self._figure)


class Bar:
    """A line in a terminal, written over and over."""

    def __init__(self, stream: TextIO, shell: Any = None, clock: Callable[[], float] = time.monotonic) -> None:
        """Write to `stream`; `shell` is IPython, where it runs."""
        self._stream, self._pace = stream, Pace(shell, self._end, clock)
        self._curve: Curve | None = None
        self._wide = 0  # how much of the line is written on
        self._ended_at = 0  # the epoch whose line was the last to be ended

    def show(self, curve: Curve) -> None:
        """Write the line anew, unless that was a moment ago; with the last epoch, end it."""
        self._curve = curve
        due = self._pace.due()
        if len(curve.costs) == curve.epochs:
            self._end()
        elif due:
            self._write(curve)

    def _write(self, curve: Curve) -> None:
        line = encodable(bar_line(curve, shutil.get_terminal_size().columns - 1), self._stream)
        self._stream.write(f"\r{line.ljust(self._wide)}")
        self._stream.flush()
        self._wide = len(line)

    def _end(self) -> None:
        curve = self._curve
        if curve is None or len(curve.costs) == self._ended_at:
            return
        self._write(curve)
        told = len(curve.costs) >= curve.epochs or not all(map(math.isfinite, curve.costs))
        self._stream.write(f"\n{encodable(result(curve), self._stream)}\n" if told else "\n")
        self._stream.flush()
        self._wide, self._ended_at = 0, len(curve.costs)


def bar_line(curve: Curve, room: int) -> str:
    """Return a bar and its numbers, at most `room` characters long."""
    text = progress(curve)
    wide = min(30, room - len(text) - 3)
    full = min(wide, wide * len(curve.costs) // curve.epochs)
    line = f"[{'█' * full}{'░' * (wide - full)}] {text}" if wide > 4 else text
    return line[: max(room, 0)]


def encodable(text: str, stream: TextIO) -> str:
    """Return the text in characters that a stream can take."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plain = text.translate(PLAIN)
        return plain.encode(encoding, "replace").decode(encoding)
    return text


class Lines:
    """Plain lines, about ten for a training: for a file or a pipe."""

    def __init__(self, stream: TextIO) -> None:
        """Write to `stream`."""
        self._stream = stream

    def show(self, curve: Curve) -> None:
        """Write a line for the first epoch, every tenth part of all, the last, and the first cost that is no number."""
        done, every = len(curve.costs), -(-curve.epochs // LINES)
        wrong = [epoch for epoch, cost in enumerate(curve.costs, 1) if not math.isfinite(cost)][:1]
        if done in (1, curve.epochs, *wrong) or done % every == 0:
            self._say(progress(curve))
        if done in (wrong or [curve.epochs]):
            self._say(result(curve))

    def _say(self, text: str) -> None:
        print(encodable(text, self._stream), file=self._stream, flush=True)
