"""The widget behind every interactive figure: what the reader moved goes to Python, what to draw comes back.

A figure is made of pure functions and a view:

- `respond(state) -> picture`: everything that is shown, as plain data;
- `still(picture) -> matplotlib figure`: the same, for readers without a kernel;
- `<name>.js`: draws a picture as SVG, and writes into `state` what was dragged, typed or chosen.

`interactive.js` and `interactive.css` hold what the views share; a module is the two files, one after the other.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from course.figures import still

if TYPE_CHECKING:
    from matplotlib.figure import Figure

HERE = Path(__file__).parent
Data = dict[str, Any]


class Interactive(anywidget.AnyWidget):
    """A thin view: `scene` never changes, `state` comes from the reader, `picture` answers it."""

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    scene = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    picture = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        name: str,
        scene: Data,
        state: Data,
        respond: Callable[[Data], Data],
        draw: Callable[[Data], Figure],
        printed: Data | None = None,
    ) -> None:
        """Open the figure `name`, whose view is in `<name>.js`; every picture holds its words under "label".

        `printed` is what the still picture sets otherwise than the state: a late step, where the reader starts at the first.
        """
        self._respond, self._draw, self._printed = respond, draw, printed
        super().__init__(
            _esm="\n".join((HERE / f"{part}.js").read_text(encoding="utf-8") for part in ("interactive", name)),
            _css=(HERE / "interactive.css").read_text(encoding="utf-8"),
            scene=scene,
            state=state,
            picture=respond(state),
        )
        self.observe(self._answer, "state")

    def _answer(self, change: Data) -> None:
        """Draw the new state; `asked` goes back, so that the view knows which question was answered."""
        self.picture = self._respond(self.state) | {"asked": self.state.get("asked")}

    def _repr_mimebundle_(self, **kwargs: Any) -> still.Bundle:
        """Return the widget, and beside it a still picture and its words for where no kernel runs."""
        live, _ = super()._repr_mimebundle_(**kwargs)
        picture = self._respond(self.state | self._printed) if self._printed else self.picture
        data, metadata = still.bundle(self._draw(picture), picture["label"])
        return live | data, metadata
