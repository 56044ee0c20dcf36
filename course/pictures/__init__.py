"""Static pictures of the lessons, one module a lesson, drawn once by `course build` and kept in the notebooks.

A picture is a function without arguments that returns a matplotlib figure made by `paper`. It is drawn on a light card,
so that it reads the same in light and dark themes; colours come from `INK` and never carry meaning alone.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

INK = SimpleNamespace(
    # Okabe and Ito's palette, which stays distinct for colour-blind readers
    black="#222222",
    blue="#0072B2",
    orange="#D55E00",
    green="#009E73",
    purple="#CC79A7",
    sky="#56B4E9",
    yellow="#E69F00",
    grey="#767676",
    faint="#DDDDDD",
    card="#FFFFFF",
)

STYLE: dict[Any, Any] = {
    "font.family": "DejaVu Sans",
    "mathtext.fontset": "dejavusans",
    "font.size": 11,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": INK.grey,
    "axes.labelcolor": INK.black,
    "text.color": INK.black,
    "xtick.color": INK.black,
    "ytick.color": INK.black,
    "lines.linewidth": 2.2,
}


def paper(width: float = 7.0, height: float = 2.6, columns: int = 1) -> tuple[Figure, list[Axes]]:
    """Return a figure of `width` by `height` inches and its axes, side by side."""
    with matplotlib.rc_context(STYLE):
        figure = Figure(figsize=(width, height), dpi=110, facecolor=INK.card, layout="constrained")
        FigureCanvasAgg(figure)
        return figure, list(figure.subplots(1, columns, squeeze=False)[0])


def canvas(width: float = 7.0, height: float = 2.6) -> tuple[Figure, Axes]:
    """Return a figure and empty axes in inches, for diagrams: no ticks, no frame, (0, 0) at the lower left."""
    figure, (axes,) = paper(width, height)
    axes.set(xlim=(0, width), ylim=(0, height), aspect="equal")
    axes.axis("off")
    return figure, axes
