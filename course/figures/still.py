"""A figure as a still picture that says in words what it shows.

Neither JupyterLab nor nbconvert's default template reads the text alternative of an image from an output's metadata, so a
picture travels as HTML too, whose `<img alt=…>` both of them prefer. The PNG beside it is for readers that take no HTML
(LaTeX, GitHub), with the same words in its metadata.
"""

from __future__ import annotations

import base64
import html
import io
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Bundle = tuple[dict[str, Any], dict[str, Any]]


def show(figure: Figure, alt: str) -> None:
    """Display a matplotlib figure with `alt`, the words that stand in for it, and close it.

    The same figure gives the same bytes every time: no date and no version is written into the image.
    """
    from IPython.display import display

    data, metadata = bundle(figure, alt)
    close(figure)
    display(data, metadata=metadata, raw=True)


def bundle(figure: Figure, alt: str) -> Bundle:
    """Return the data and metadata of a Jupyter output that shows the figure, by MIME type."""
    image = base64.b64encode(png(figure)).decode("ascii")
    data = {
        "text/html": f'<img alt="{html.escape(alt)}" src="data:image/png;base64,{image}">',
        "image/png": image,
        "text/plain": alt,
    }
    return data, {"image/png": {"alt": alt}}


def png(figure: Figure) -> bytes:
    """Return the figure as PNG bytes without date or software version."""
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=figure.dpi, bbox_inches="tight", metadata={"Software": None})
    return file.getvalue()


def close(figure: Figure) -> None:
    """Close a pyplot figure, so that the notebook does not show it a second time; leave others alone."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        pyplot.close(figure)
