"""Calling a student's function while drawing: in silence, on copies, and with words for what goes wrong."""

from __future__ import annotations

import contextlib
import io
import math
import numbers
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray


class Trouble(Exception):
    """What a student's function did instead of answering; the text completes "your function …"."""


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Swallow what a function prints or warns of: it is called hundreds of times for one picture."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        yield


def ask(function: Callable[..., Any], *arguments: Any) -> Any:
    """Call a function; raise `Trouble` when it stops with an error."""
    try:
        return function(*arguments)
    except NotImplementedError:
        raise Trouble("is not written yet") from None
    except Exception as error:
        raise Trouble(f"stopped with {type(error).__name__}: “{str(error)[:160]}”") from None


def as_number(value: Any) -> float:
    """Return a finite number as a float; raise `Trouble` for anything else."""
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    if value is None:
        raise Trouble("returned nothing (None). Is a return missing?")
    if isinstance(value, np.ndarray):
        raise Trouble(f"returned an array of shape {value.shape} where one number is needed")
    if not isinstance(value, (numbers.Real, np.bool_)):
        raise Trouble(f"returned a value of type {type(value).__name__} where a number is needed")
    if not math.isfinite(value):
        raise Trouble(f"returned {float(value)}, which cannot be drawn")
    return float(value)


def as_array(value: Any, shape: tuple[int, ...]) -> NDArray[np.float64]:
    """Return an array of numbers of the given shape, nan allowed; raise `Trouble` for anything else."""
    if value is None:
        raise Trouble("returned nothing (None). Is a return missing?")
    try:
        array = np.asarray(value, dtype=np.float64)
    except (TypeError, ValueError):
        raise Trouble(f"returned a value of type {type(value).__name__} where numbers are needed") from None
    if array.shape != shape:
        raise Trouble(f"returned the shape {array.shape} for an input of shape {shape}")
    return array


def written(value: float, digits: int = 2, least: int = 0) -> str:
    """Write a number with at most `digits` decimals and at least `least`, with a real minus sign."""
    whole, _, decimals = f"{round(value, digits) + 0.0:.{digits}f}".replace("-", "−").partition(".")
    decimals = decimals.rstrip("0").ljust(least, "0")
    return f"{whole}.{decimals}" if decimals else whole
