"""What happened when an answer was tried on a case: calling it, and comparing what came out with what should.

`call` runs a function on fresh copies of a case's arguments and returns an `Outcome`. `problem_with` compares a value
with the reference's value in a fixed order, type, then shape, then numbers, and returns the first thing that is
wrong, in words, or None.
"""

from __future__ import annotations

import copy
import numbers
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

from autograder.checks import wording

Layout = Literal["plain", "read-only", "strided", "fortran"]


@dataclass(frozen=True)
class Part:
    """A part of a result, under the name by which a student knows it: "Z in the cache of layer 2"."""

    name: str
    got: Any
    want: Any


@dataclass(frozen=True)
class Tolerance:
    """Numbers agree when `|got - want| <= absolute + relative * |want|`."""

    relative: float = 1e-9
    absolute: float = 1e-12

    def agree(self, got: Any, want: Any) -> bool:
        """Whether all numbers agree; nan agrees with nan."""
        return bool(np.allclose(got, want, rtol=self.relative, atol=self.absolute, equal_nan=True))


@dataclass(frozen=True)
class Case:
    """One input to try an answer on.

    `note` says what is special about it, in words a student reads after "inputs with": "one example (m = 1)".
    `layout` says how arrays lie in memory: a right answer works on a read-only array and on every second column of
    a larger one. `tolerance` replaces the exercise's on this case: where right answers lie further apart than elsewhere.
    """

    args: tuple[Any, ...]
    kwargs: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    layout: Layout = "plain"
    tolerance: Tolerance | None = None

    @property
    def size(self) -> int:
        """How many numbers the arguments hold: the smallest failing case is the one to show."""
        return _count((self.args, self.kwargs))

    def fresh(self) -> tuple[list[Any], dict[str, Any]]:
        """Return copies of the arguments, laid out as the case says."""
        return [_fresh(a, self.layout) for a in self.args], {k: _fresh(v, self.layout) for k, v in self.kwargs.items()}


@dataclass(frozen=True)
class Outcome:
    """What a function did on one case: the value it returned, or the exception it stopped with.

    `overflow` is True when numpy warned of an overflow on the way; `changed` holds the positions or names of
    arguments that were changed in place.
    """

    value: Any = None
    error: tuple[str, str] | None = None
    overflow: bool = False
    changed: tuple[int | str, ...] = ()


def _count(value: Any) -> int:
    if isinstance(value, (list, tuple)):
        return sum(map(_count, value))
    if isinstance(value, Mapping):
        return sum(map(_count, value.values()))
    if isinstance(value, np.ndarray):
        return value.size
    return int(isinstance(value, numbers.Number))


def _fresh(value: Any, layout: Layout) -> Any:
    if isinstance(value, (list, tuple)):
        return type(value)([_fresh(each, layout) for each in value])
    if isinstance(value, dict):
        return {key: _fresh(each, layout) for key, each in value.items()}
    if not isinstance(value, np.ndarray):
        return value if callable(value) else copy.deepcopy(value)
    if layout == "strided" and value.ndim:
        wide = np.full((*value.shape[:-1], 2 * value.shape[-1]), 1e3, dtype=value.dtype)
        fresh = wide[..., ::2]
        fresh[...] = value
    else:
        fresh = np.array(value, order="F" if layout == "fortran" else "C")
    if layout == "read-only":
        fresh.flags.writeable = False
    return fresh


def _unchanged(now: Any, before: Any) -> bool:
    if callable(before) or isinstance(before, np.random.Generator):
        return True  # a generator is there to be drawn from
    if isinstance(before, Mapping):  # a copy of any dict is a plain one
        same_keys = isinstance(now, Mapping) and now.keys() == before.keys()
        return same_keys and all(_unchanged(now[k], before[k]) for k in before)
    if type(now) is not type(before):
        return False
    if isinstance(before, np.ndarray):
        same_kind = now.shape == before.shape and now.dtype == before.dtype
        return same_kind and bool(np.array_equal(now, before, equal_nan=before.dtype.kind == "f"))
    if isinstance(before, (list, tuple)):
        return len(now) == len(before) and all(map(_unchanged, now, before))
    return bool(now == before)


def call(function: Callable[..., Any], case: Case) -> Outcome:
    """Call `function` on fresh copies of the arguments; an exception becomes part of the outcome."""
    args, kwargs = case.fresh()
    value, error = None, None
    with warnings.catch_warnings(record=True) as caught, np.errstate(over="warn"):
        warnings.simplefilter("always")
        try:
            value = function(*args, **kwargs)
        except (Exception, SystemExit) as exception:
            error = (type(exception).__name__, str(exception))
    changed: list[int | str] = [i for i, now in enumerate(args) if not _unchanged(now, case.args[i])]
    changed += [k for k, now in kwargs.items() if not _unchanged(now, case.kwargs[k])]
    return Outcome(value, error, any("overflow" in str(w.message) for w in caught), tuple(changed))


def alike(a: Outcome, b: Outcome, tolerance: Tolerance) -> bool:
    """Whether two answers did the same on a case: the same value, changing the same arguments, or the same kind of stop."""
    if a.error or b.error:
        return a.error is not None and b.error is not None and _stop(a.error[0]) == _stop(b.error[0])
    return (a.overflow, a.changed) == (b.overflow, b.changed) and _same_value(a.value, b.value, tolerance)


def _stop(error: str) -> str:
    """Shapes that do not fit are a ValueError in a matrix product and an IndexError in a loop."""
    return "ValueError" if error == "IndexError" else error


def _same_value(a: Any, b: Any, tolerance: Tolerance) -> bool:
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        return len(a) == len(b) and all(_same_value(x, y, tolerance) for x, y in zip(a, b, strict=True))
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        return a.keys() == b.keys() and all(_same_value(a[key], b[key], tolerance) for key in a)
    if _is_numeric(a) and _is_numeric(b):
        return np.shape(a) == np.shape(b) and tolerance.agree(a, b)
    if isinstance(a, (str, bytes, bool, np.bool_)) and type(a) is type(b):
        return bool(a == b)
    return a is b


def _is_numeric(value: Any) -> bool:
    if isinstance(value, np.ndarray):
        return value.dtype.kind in "fiub"
    return isinstance(value, (float, np.number)) or (isinstance(value, int) and abs(value) < 2**63)


def problem_with(got: Any, want: Any, tolerance: Tolerance, columns: int | None = None) -> str | None:
    """Say what is wrong with `got` where the reference gives `want`, or None when nothing is.

    `columns` is the number of examples m of the case: a factor of exactly m is worth naming.
    """
    if got is None:
        return "Your function returned None. Is there a `return` line, and does every path reach it?"
    if isinstance(want, np.ndarray) and want.ndim:
        return _array_problem(got, want, tolerance, columns)
    if isinstance(want, (tuple, list)):
        return _sequence_problem(got, want, tolerance, columns)
    if isinstance(want, Mapping):
        return _mapping_problem(got, want, tolerance, columns)
    if isinstance(want, str):
        return (
            None if isinstance(got, str) and got == want else f"You returned {wording.kind(got)}; {want!r} is expected."
        )
    if isinstance(want, (bool, np.bool_)):
        return _truth_problem(got, bool(want))
    return _number_problem(got, want, tolerance, columns)


def _array_problem(got: Any, want: np.ndarray, tolerance: Tolerance, columns: int | None) -> str | None:
    if isinstance(got, (list, tuple)):
        return wording.not_an_array(got, same=_would_agree(got, want, tolerance))
    if type(got) is not np.ndarray:
        return f"You returned {wording.kind(got)}; an array of shape {want.shape} is expected."
    if got.shape != want.shape:
        return wording.wrong_shape(got, want)
    if got.dtype != want.dtype:
        return wording.wrong_dtype(got.dtype, same=_would_agree(got, want, tolerance))
    return None if tolerance.agree(got, want) else wording.difference(got, want, tolerance.agree, columns)


def _sequence_problem(got: Any, want: Sequence[Any], tolerance: Tolerance, columns: int | None) -> str | None:
    if not isinstance(got, (tuple, list)):
        return f"You returned {wording.kind(got)}; {wording.kind(want)} of {len(want)} values is expected."
    if len(got) != len(want):
        return f"You returned {len(got)} values; {len(want)} are expected."
    for i, (g, w) in enumerate(zip(got, want, strict=True)):
        if problem := problem_with(g, w, tolerance, columns):
            return f"In value number {i + 1} of the result: {problem}"
    return None


def _mapping_problem(got: Any, want: Mapping[Any, Any], tolerance: Tolerance, columns: int | None) -> str | None:
    if not isinstance(got, Mapping):
        return f"You returned {wording.kind(got)}; a dict with the keys {', '.join(map(repr, want))} is expected."
    if missing := [key for key in want if key not in got]:
        return f"The result has no key {missing[0]!r}."
    if extra := [key for key in got if key not in want]:
        return f"The result has a key {extra[0]!r}, which is not asked for."
    for key, value in want.items():
        if problem := problem_with(got[key], value, tolerance, columns):
            return f"In {key!r} of the result: {problem}"
    return None


def _truth_problem(got: Any, want: bool) -> str | None:
    if isinstance(got, np.ndarray) and got.ndim == 0:
        got = got[()]
    if not isinstance(got, (bool, np.bool_)):
        return f"You returned {wording.kind(got)}; True or False is expected."
    return None if bool(got) is want else f"It is {want} that is expected here."


def _number_problem(got: Any, want: Any, tolerance: Tolerance, columns: int | None) -> str | None:
    if isinstance(got, np.ndarray) and got.ndim == 0:
        got = got[()]
    if isinstance(got, np.ndarray):
        return wording.not_a_number(got, same=got.size == 1 and _would_agree(got.ravel()[0], want, tolerance))
    wants_integer = isinstance(want, numbers.Integral)
    if not isinstance(got, numbers.Integral if wants_integer else numbers.Real) or (
        isinstance(got, bool) and not wants_integer
    ):
        return wording.wrong_number_type(got, want, same=_would_agree(got, want, tolerance))
    if isinstance(got, np.floating) and got.dtype != np.float64:
        return wording.wrong_dtype(got.dtype, same=False)
    try:
        got, want = np.float64(float(got)), np.float64(want)
    except OverflowError:
        return "The result is larger than a float can hold."
    return None if tolerance.agree(got, want) else wording.difference(got, want, tolerance.agree, columns)


def _would_agree(got: Any, want: Any, tolerance: Tolerance) -> bool:
    """Whether the numbers are right, whatever they come wrapped in."""
    if _too_deep(got):
        return False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # complex numbers lose a part with a warning
            as_array = np.asarray(got, dtype=np.float64)
    except Exception:  # whatever a student's object does when it is read as numbers
        return False
    return as_array.shape == np.shape(want) and Tolerance(max(tolerance.relative, 1e-6), 1e-6).agree(as_array, want)


def _too_deep(value: Any, depth: int = 0) -> bool:
    """Whether lists are nested further than any answer is: one that was put into itself is, without an end."""
    if not isinstance(value, (list, tuple)):
        return False
    return depth > 8 or any(_too_deep(each, depth + 1) for each in value)
