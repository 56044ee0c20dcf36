"""The sentences a student reads: values as they could be typed, and differences named in kind.

Nothing here knows about exercises; everything here is about numbers and their types.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np

Agree = Callable[[Any, Any], bool]

MOST_NUMBERS = 24  # more than this are shown by their shape alone


def typed(value: Any) -> str:
    """Show an argument so that it can be pasted into a cell."""
    if callable(value):
        return getattr(value, "__name__", "g")
    if isinstance(value, np.random.Generator):
        return "rng"
    if isinstance(value, np.ndarray):
        if value.size > MOST_NUMBERS:
            return f"<array of shape {value.shape}>"
        text = np.array2string(value, separator=", ", floatmode="unique", max_line_width=10**6)
        return f"np.array({_unpadded(text)})"
    if isinstance(value, np.generic):
        return repr(value.item())
    if isinstance(value, (list, tuple)):
        inner = ", ".join(map(typed, value))
        return f"[{inner}]" if isinstance(value, list) else f"({inner}{',' * (len(value) == 1)})"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {typed(each)}" for key, each in value.items()) + "}"
    return repr(value)


def shown(value: Any, inside: tuple[int, ...] = ()) -> str:
    """Show a result, rounded to six significant digits; a large array by its shape.

    `inside` holds what the value is part of, by identity: a list may have been put into itself.
    """
    if id(value) in inside:
        return "…"

    def part(each: Any) -> str:
        return shown(each, (*inside, id(value)))

    if isinstance(value, np.ndarray):
        if value.size > MOST_NUMBERS:
            return f"an array of shape {value.shape}"
        text = np.array2string(
            np.asarray(value),  # without the habits of a subclass
            separator=", ",
            formatter={"float_kind": _short, "object": part},
            max_line_width=10**6,
        )
        return f"array({_unpadded(text)})"
    if isinstance(value, (float, np.floating)):
        text = _short(value)
        return f"{text}0" if text.endswith(".") else text
    if isinstance(value, (list, tuple)):
        inner = ", ".join(map(part, value))
        return _cut(f"[{inner}]" if isinstance(value, list) else f"({inner}{',' * (len(value) == 1)})")
    if isinstance(value, dict):
        return _cut("{" + ", ".join(f"{key!r}: {part(each)}" for key, each in value.items()) + "}")
    if callable(value):
        return f"the function {typed(value)}"
    try:
        return _cut(repr(value.item() if isinstance(value, np.generic) else value))
    except Exception:  # a student's object whose repr fails
        return kind(value)


def _short(value: Any) -> str:
    """Six significant digits; a whole number keeps its point, so that a float is seen to be one."""
    text = f"{float(value):.6g}"
    return f"{text}." if text.lstrip("-").isdigit() else text


def _unpadded(text: str) -> str:
    """Take out the spaces and line ends with which NumPy lines up columns."""
    return re.sub(r" +(?=[,\]])|(?<=\[) +", "", re.sub(r"\s+", " ", text))


def _cut(text: str) -> str:
    return text if len(text) <= 200 else text[:200] + "…"


def kind(value: Any) -> str:
    """Name the type of a value in words: "a list", "the number 3.0", "nothing (None)"."""
    if value is None:
        return "nothing (None)"
    if isinstance(value, (bool, np.bool_)):
        return f"the truth value {bool(value)}"
    if isinstance(value, (int, float, complex, np.number)):
        return f"the number {shown(value)}"
    if isinstance(value, str):
        return f"the text {_cut(repr(value))}"
    if type(value) is np.ndarray:
        return f"an array of shape {value.shape}"
    if callable(value):
        return "a function"
    name = type(value).__name__
    return f"an {name}" if name[0] in "aeiouAEIO" or name == "ndarray" else f"a {name}"


def about(name: str, problem: str) -> str:
    """Say of a part what `problem` says of a whole result: "Z has shape (2, 1); shape (2, 4) is expected."."""
    if problem.startswith("Your function returned None"):
        return f"{name} is None."
    if problem.startswith("You returned "):
        rest = problem.removeprefix("You returned ")
        return f"{name} {'holds' if rest[:1].isdigit() else 'is'} {rest}"
    if problem.startswith("The result "):
        return f"{name} {problem.removeprefix('The result ')}"
    return f"{name}: {problem[:1].lower()}{problem[1:]}"


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
    wanted = "a whole number (int)" if isinstance(want, (int, np.integer)) else "a number (float)"
    tail = " The value is right, so only its type needs a change." if same else ""
    name = f"{'np.' * isinstance(got, np.generic)}{type(got).__name__}"
    of_type = f", of type {name}," if isinstance(got, (int, float, np.generic)) else ""
    return f"You returned {kind(got)}{of_type} where {wanted} is expected.{tail}"


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
    if same and dtype.kind in "iu":
        tail = " Here no fraction is lost, elsewhere there may be one to lose."
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
    return distance(got, want)


def is_guess(text: str) -> bool:
    """Whether a difference between two single numbers was given a name that it may bear by chance."""
    return text.startswith(("The size is right and", "Yours is 1 minus", "Yours is exactly"))


def _sign(got: np.ndarray, want: np.ndarray, agree: Agree, columns: int | None) -> str | None:
    return "The size is right and the sign is wrong." if np.any(want) and agree(got, -want) else None


def _complement(got: np.ndarray, want: np.ndarray, agree: Agree, columns: int | None) -> str | None:
    if np.size(want) == 1 and want in (0, 1):
        return None  # 0 for 1 and 1 for 0 need no name
    return "Yours is 1 minus what is expected." if agree(got, 1 - want) else None


def _factor(got: np.ndarray, want: np.ndarray, agree: Agree, columns: int | None) -> str | None:
    at = int(np.argmax(np.abs(want)))
    largest, yours = float(want.ravel()[at]), float(got.ravel()[at])
    if not np.isfinite([largest, yours]).all() or not 1e-6 * abs(largest) < abs(yours) < 1e6 * abs(largest):
        return None
    k = yours / largest
    if not agree(got, k * want):
        return None
    for size, word in ((k, "large"), (1 / k, "small")):
        whole = round(size)
        if whole < 2 or abs(size - whole) > 1e-9 * whole:
            continue
        if whole == columns:
            return f"Yours is exactly m = {columns} times too {word}."
        if np.count_nonzero(want) > 1 or whole <= 20:
            return f"Yours is exactly {whole} times too {word}."
    if np.count_nonzero(want) < 2:
        return None  # any two numbers have some ratio
    return f"Yours is {k:.4g} times what is expected, everywhere."


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


def distance(got: Any, want: Any) -> str:
    """Say how far apart two numbers or arrays of one shape are, without giving the difference a name."""
    got, want = np.asarray(got, dtype=float), np.asarray(want, dtype=float)
    gap = np.abs(got - want)
    worst = float(gap.max())
    if worst <= 1e-3 * max(1.0, float(np.abs(want).max())):
        return f"Close, but not equal: off by up to {worst:.1e}."
    if np.size(want) == 1:
        return f"Yours is {'larger' if got > want else 'smaller'} by {worst:.4g}."
    return "None of the values is right."
