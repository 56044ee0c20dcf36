"""The sentences a student reads: values as they could be typed, and differences named in kind.

Nothing here knows about exercises; everything here is about numbers and their types.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import numpy as np

Agree = Callable[[Any, Any], bool]

MOST_NUMBERS = 24  # more than this are shown by their shape alone


def typed(value: Any) -> str:
    """Show an argument so that it can be pasted into a cell."""
    if callable(value):
        return getattr(value, "__name__", "g")
    if isinstance(value, np.ndarray):
        if value.size > MOST_NUMBERS:
            return f"<array of shape {value.shape}>"
        return f"np.array({np.array2string(value, separator=', ', floatmode='unique', max_line_width=10**6)})".replace("\n", "")
    if isinstance(value, np.generic):
        return repr(value.item())
    if isinstance(value, (list, tuple)):
        inner = ", ".join(map(typed, value))
        return f"[{inner}]" if isinstance(value, list) else f"({inner}{',' * (len(value) == 1)})"
    return repr(value)


def shown(value: Any) -> str:
    """Show a result, rounded to six significant digits; a large array by its shape."""
    if isinstance(value, np.ndarray):
        if value.size > MOST_NUMBERS:
            return f"an array of shape {value.shape}"
        formatter: Mapping[str, Callable[[Any], str]] = {"float_kind": lambda x: f"{x:.6g}"}
        text = np.array2string(value, separator=", ", formatter=dict(formatter), max_line_width=10**6)
        return f"array({text})".replace("\n", "")
    if isinstance(value, (float, np.floating)):
        return f"{float(value):.6g}"
    if isinstance(value, (list, tuple)):
        inner = ", ".join(map(shown, value))
        return f"[{inner}]" if isinstance(value, list) else f"({inner})"
    text = repr(value.item() if isinstance(value, np.generic) else value)
    return text if len(text) <= 200 else text[:200] + "…"


def kind(value: Any) -> str:
    """Name the type of a value in words: "a list", "the number 3.0", "nothing (None)"."""
    if value is None:
        return "nothing (None)"
    if isinstance(value, bool) or isinstance(value, np.bool_):
        return f"the truth value {bool(value)}"
    if isinstance(value, (int, float, np.number)):
        return f"the number {shown(value)}"
    if callable(value):
        return "a function"
    name = type(value).__name__
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def not_an_array(got: Any, same: bool) -> str:
    """Say that a list or tuple was returned where an array is wanted."""
    tail = " The values are right, so only the last line needs a change." if same else ""
    return f"You returned {kind(got)}; the next step calculates with it as a NumPy array.{tail}"


def not_a_number(got: np.ndarray, same: bool) -> str:
    """Say that an array was returned where one number is wanted."""
    tail = " The number in it is right: take it out of the array." if same else ""
    return f"You returned an array of shape {got.shape}; one number is expected.{tail}"


def wrong_number_type(got: Any, want: Any, same: bool) -> str:
    """Say that a number of the wrong type, or no number at all, was returned."""
    wanted = "a whole number (int)" if isinstance(want, int) else "a number (float)"
    tail = " The value is right, so only its type needs a change." if same else ""
    return f"You returned {kind(got)}, of type {type(got).__name__}; {wanted} is expected.{tail}"


def wrong_shape(got: np.ndarray, want: np.ndarray) -> str:
    """Say that an array has the wrong shape, and what is odd about it."""
    text = f"The result has shape {got.shape}; shape {want.shape} is expected."
    if got.ndim == 2 and got.shape == want.shape[::-1]:
        return text + " Rows and columns are exchanged."
    if got.size == want.size and got.ndim != want.ndim:
        return text + " It holds as many numbers as it should, in other dimensions."
    return text


def wrong_dtype(dtype: np.dtype[Any], same: bool) -> str:
    """Say that the numbers are stored in the wrong type."""
    reasons = {
        "i": "whole numbers, which cut fractions off",
        "u": "whole numbers without a sign",
        "b": "True and False",
        "f": "floats that keep fewer digits" if dtype.itemsize < 8 else "floats of another size",
        "O": "Python objects, which NumPy cannot calculate with",
        "c": "complex numbers",
    }
    tail = " The values are right, so only their type needs a change." if same else ""
    return f"The result is stored as {dtype} ({reasons.get(dtype.kind, 'not numbers')}); float64 is expected.{tail}"


def difference(got: Any, want: Any, agree: Agree, columns: int | None = None) -> str:
    """Name the kind of a difference between two numbers or arrays of one shape; never empty."""
    got, want = np.asarray(got, dtype=float), np.asarray(want, dtype=float)
    if not np.isfinite(got).all() and np.isfinite(want).all():
        what = "nan (not a number)" if np.isnan(got).any() else "inf (larger than a float can hold)"
        return f"The result holds {what} where {'a finite number' if got.ndim == 0 else 'finite numbers'} should be."
    for name_it in (_sign, _complement, _factor, _offset, _transpose, _part):
        if text := name_it(got, want, agree, columns):
            return text
    return _distance(got, want)


def _sign(got: np.ndarray, want: np.ndarray, agree: Agree, columns: int | None) -> str | None:
    return "The size is right and the sign is wrong." if np.any(want) and agree(got, -want) else None


def _complement(got: np.ndarray, want: np.ndarray, agree: Agree, columns: int | None) -> str | None:
    return "Yours is 1 minus what is expected." if agree(got, 1 - want) else None


def _factor(got: np.ndarray, want: np.ndarray, agree: Agree, columns: int | None) -> str | None:
    at = int(np.argmax(np.abs(want)))
    largest = float(want.ravel()[at])
    if largest == 0 or got.ravel()[at] == 0 or not np.isfinite(largest):
        return None
    k = float(got.ravel()[at]) / largest
    nice = Fraction(k).limit_denominator(100)
    if not agree(got, k * want) or (np.size(want) == 1 and not np.isclose(k, float(nice), rtol=1e-9)):
        return None
    if np.size(want) == 1 and max(abs(nice.numerator), nice.denominator) > 20:
        return None
    for size, word in ((k, "large"), (1 / k, "small")):
        if columns and columns > 1 and np.isclose(size, columns, rtol=1e-9):
            return f"Yours is exactly m = {columns} times too {word}."
        if np.isclose(size, round(size), rtol=1e-9) and round(size) > 1:
            return f"Yours is exactly {round(size)} times too {word}."
    return f"Yours is {k:.4g} times what is expected{', everywhere' if np.size(want) > 1 else ''}."


def _offset(got: np.ndarray, want: np.ndarray, agree: Agree, columns: int | None) -> str | None:
    if np.size(want) < 2:
        return None
    offset = float(got.ravel()[0] - want.ravel()[0])
    return f"Every value is off by the same amount, {offset:+.4g}." if agree(got, want + offset) else None


def _transpose(got: np.ndarray, want: np.ndarray, agree: Agree, columns: int | None) -> str | None:
    if got.ndim == 2 and got.shape[0] == got.shape[1] and agree(got, want.T):
        return "Rows and columns are exchanged: yours is the transpose."
    return None


def _part(got: np.ndarray, want: np.ndarray, agree: Agree, columns: int | None) -> str | None:
    if np.size(want) < 2:
        return None
    right = np.array([agree(g, w) for g, w in zip(got.ravel(), want.ravel(), strict=True)]).reshape(want.shape)
    if not right.any():
        same = agree(np.sort(got.ravel()), np.sort(want.ravel()))
        return "The numbers are the right ones, in other places." if same else None
    if want.ndim == 2:
        for axis, word in ((1, "row"), (0, "column")):
            lines = right.all(axis=axis)
            if lines.any() and not right[~lines if axis == 1 else (slice(None), ~lines)].any():
                good, bad = np.flatnonzero(lines), np.flatnonzero(~lines)
                return f"{_list(word, good)} right, {_list(word, bad).lower().removesuffix(' is').removesuffix(' are')} not."
    index = tuple(int(i) for i in np.argwhere(~right)[0])
    at = index[0] if len(index) == 1 else ", ".join(map(str, index))
    return (
        f"{int(right.sum())} of {right.size} values are right; the first wrong one is at [{at}]: "
        f"{got[index]:.6g} where {want[index]:.6g} is expected."
    )


def _list(word: str, numbers: np.ndarray) -> str:
    if len(numbers) == 1:
        return f"{word.capitalize()} {numbers[0]} is"
    return f"{word.capitalize()}s {', '.join(map(str, numbers[:-1]))} and {numbers[-1]} are"


def _distance(got: np.ndarray, want: np.ndarray) -> str:
    gap = np.abs(got - want)
    worst = float(gap.max())
    if worst <= 1e-3 * max(1.0, float(np.abs(want).max())):
        return f"Close, but not equal: off by up to {worst:.1e}."
    if np.size(want) == 1:
        return f"Yours is {'larger' if got > want else 'smaller'} by {worst:.4g}."
    return "None of the values is right."
