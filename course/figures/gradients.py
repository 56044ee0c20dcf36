"""What the figures of BP1, BP2 and BP3 share: the running example, matrices to draw, and a student's gradient judged."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from course.figures.guest import Trouble, ask, quiet, written

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Array = NDArray[np.float64]
Place = tuple[int, int]  # row and column, from 0
Slips = Sequence[tuple[str, Array]]  # likely wrong results, each after the words that explain it

WIDE, HIGH = 72, 30  # a cell

SHADES = {"blame": "#FBE3D2", "came": "#CFE6F5", "made": "#DDF0E7", "": "#EEEEEE"}  # as the view's tones

# The network of lessons 06 to 10: relu, then sigmoid; binary cross-entropy.
X: Array = np.array([[2.0, 0.0, 1.0, 1.0], [1.0, 0.0, 0.0, 1.0]])
Y: Array = np.array([[1.0, 0.0, 1.0, 1.0]])
W1: Array = np.array([[1.0, 2.0], [3.0, -1.0], [-2.0, 0.5]])
B1: Array = np.array([[-2.0], [-1.0], [1.0]])
W2: Array = np.array([[2.0, -1.0, 1.0]])
B2: Array = np.array([[2.0]])
Z1: Array = W1 @ X + B1
DZ2: Array = 1 / (1 + np.exp(-(W2 @ np.maximum(Z1, 0) + B2))) - Y
DZ1: Array = np.where(Z1 > 0, W2.T @ DZ2, 0.0)
M = X.shape[1]


def judged(
    function: Callable[..., Any] | None, arguments: tuple[Array, ...], right: Array, name: str, slips: Slips
) -> tuple[Array, str, NDArray[np.bool_] | None]:
    """Return the gradient to show, what is to be said about it, and which of its entries are right if it is the student's.

    The first of `slips` that it equals is named; a slip may have another shape than `right`.
    """
    if function is None:
        return right, "", None
    with quiet():
        try:
            mine = as_gradient(ask(function, *(part.copy() for part in arguments)))
        except Trouble as trouble:
            return right, f"Your function {ended(str(trouble))} {OWN}", None
    known = [words for words, slip in slips if slip.shape == mine.shape and agrees(mine, slip).all()][:1]
    if mine.shape != right.shape:
        start = f"Your function returned the shape {mine.shape}, where {name} has the shape {right.shape}."
        return right, " ".join([start, *known, OWN]), None
    signs = agrees(mine, right)
    wrong = np.argwhere(~signs)
    if not wrong.size:
        return mine, "", signs
    row, column = (int(k) for k in wrong[0])
    count = f"{len(wrong)} of {right.size} entries differ" if len(wrong) > 1 else "One entry differs"
    start = f"{count}. {name}[{row}, {column}] of your function is {number(mine[row, column])}"
    return mine, " ".join([f"{start}; it should be {number(right[row, column])}.", *known]), signs


OWN = "The numbers here are the figure's own."


def as_gradient(value: Any) -> Array:
    """Return a finite array; raise `Trouble` for anything else."""
    if value is None:
        raise Trouble("returned nothing (None). Is a return missing?")
    try:
        array = np.asarray(value, dtype=np.float64)
    except (TypeError, ValueError):
        raise Trouble(f"returned a value of type {type(value).__name__} where an array of numbers is needed") from None
    if not np.isfinite(array).all():
        raise Trouble("returned a number that is not finite")
    return array


def ended(words: str) -> str:
    """End a text as a sentence."""
    return words if words.endswith((".", "?")) else f"{words}."


def agrees(mine: Array, right: Array) -> NDArray[np.bool_]:
    """Say for every entry whether it is right but for rounding."""
    return np.isclose(mine, right, rtol=1e-6, atol=1e-9)


def matrix(
    name: str,
    values: Array,
    at: tuple[float, float],
    tone: str = "",
    lit: Collection[Place] = (),
    chosen: Place | None = None,
    signs: NDArray[np.bool_] | None = None,
    shape: str | None = None,
    wide: int = WIDE,
) -> dict[str, Any]:
    """Return a matrix to draw: where and in which tone, its numbers, the lit cells and the chosen one.

    `signs` says which entries get a ✓ and which a ✗; a flat array is drawn as a row; `wide` is the width of a cell.
    """
    rows = values if values.ndim == 2 else values[np.newaxis]
    places = [[(r, c) for c in range(rows.shape[1])] for r in range(rows.shape[0])]
    return {
        "name": name,
        "tone": tone,
        "shape": str(values.shape) if shape is None else shape,
        "wide": wide,
        "flat": values.ndim == 1,
        "x": at[0],
        "y": at[1],
        "rows": [[number(value) for value in line] for line in rows],
        "marks": [["chosen" if one == chosen else "lit" if one in lit else "" for one in line] for line in places],
        "signs": [["" if signs is None else "✓" if signs[one] else "✗" for one in line] for line in places],
    }


def text(x: float, y: float, words: str, anchor: str = "middle", kind: str = "where") -> dict[str, Any]:
    """Return words to write; `kind` is "where" (small, quiet), "plain", "strong" or "tag" (hides what is below)."""
    return {"x": x, "y": y, "text": words, "anchor": anchor, "kind": kind}


def number(value: float) -> str:
    """Write a number with at most four decimals, a very large one as a power of ten."""
    return written(float(value), 4) if abs(value) < 1e4 else f"{value:.0e}".replace("-", "−")


def factor(value: float) -> str:
    """Write a number inside a sum or a product, a negative one in parentheses."""
    text = number(value)
    return f"({text})" if text.startswith("−") else text


def factors(values: Array) -> list[str]:
    """Write the first factors of a sum of products: the negative ones in parentheses, but for the first."""
    return [number(values[0]), *map(factor, values[1:])]


def index(*numbers: int) -> str:
    """Write indices as mathematics does: small, and counted from 1."""
    return "".join("₁₂₃₄"[one] for one in numbers)


def spoken(part: Mapping[str, Any]) -> str:
    """Write a matrix in a line, for those who hear it."""
    return f"{part['name']}, shape {part['shape']}: [{'; '.join(', '.join(row) for row in part['rows'])}]"


def board(width: float, height: float) -> tuple[Figure, Axes]:
    """Return a matplotlib figure whose axes are the view's pixels, y downwards."""
    from course.pictures import canvas

    figure, axes = canvas(width / 88, height / 88)
    axes.set(xlim=(0, width), ylim=(height, 0))
    return figure, axes


def draw_matrix(axes: Axes, part: Mapping[str, Any]) -> None:
    """Draw a matrix with matplotlib."""
    from matplotlib.patches import Rectangle

    from course.pictures import INK

    x, y = part["x"], part["y"]
    wide = part["wide"]
    width, height = len(part["rows"][0]) * wide, len(part["rows"]) * HIGH
    middle: dict[str, Any] = {"ha": "center", "va": "center"}
    for r, (row, marks, signs) in enumerate(zip(part["rows"], part["marks"], part["signs"], strict=True)):
        for c, (words, mark, sign) in enumerate(zip(row, marks, signs, strict=True)):
            left, top = x + c * wide, y + r * HIGH
            if mark:
                style = {
                    "facecolor": SHADES[part["tone"]],
                    "edgecolor": INK.black,
                    "linewidth": 2.6 if "chosen" in mark else 0.8,
                }
                axes.add_patch(Rectangle((left + 1.5, top + 1.5), wide - 3, HIGH - 3, **style))
            axes.text(left + wide / 2 - 5 * bool(sign), top + HIGH / 2, words, fontsize=9 if sign else 9.5, **middle)
            axes.text(left + wide - 9, top + HIGH / 2, sign, fontsize=9, **middle)
    line: dict[str, Any] = {"color": INK.black, "linewidth": 1.4, "linestyle": ":" if part["flat"] else "-"}
    for side, inward in ((x - 2, 7), (x + width + 2, -7)):
        axes.plot([side + inward, side, side, side + inward], [y - 1, y - 1, y + height + 1, y + height + 1], **line)
    axes.text(x + width / 2, y - 14, part["name"], fontsize=10.5, weight="bold", **middle)
    axes.text(x + width / 2, y + height + 13, part["shape"], fontsize=9, color=INK.grey, **middle)


def draw_sketch(axes: Axes, texts: Collection[Mapping[str, Any]], arrows: Collection[Mapping[str, Any]] = ()) -> None:
    """Draw words and arrows with matplotlib."""
    from course.pictures import INK

    sides = {"start": "left", "middle": "center", "end": "right"}
    patch = {"facecolor": INK.card, "edgecolor": "none", "pad": 1}
    kinds: dict[str, dict[str, Any]] = {
        "where": {"color": INK.grey, "fontsize": 9, "bbox": patch},
        "plain": {"fontsize": 10},
        "strong": {"fontsize": 11, "weight": "bold"},
        "tag": {"fontsize": 10.5, "weight": "bold", "bbox": patch},
    }
    for one in arrows:
        style = {"arrowstyle": "-|>", "color": INK.grey, "shrinkA": 0, "shrinkB": 0}
        axes.annotate("", one["to"], one["from"], arrowprops=style)
    for one in texts:
        axes.text(one["x"], one["y"], one["text"], ha=sides[one["anchor"]], va="baseline", **kinds[one["kind"]])
