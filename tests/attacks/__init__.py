"""Attacks on the grader, written as submissions: what a student might hand in to get what was not earned.

`tests/attacks/<name>.py` is in the format of the sample submissions (docs/authoring.md): a docstring in TOML, then the
cells a student filled in (`# %% weighted_sum`) or added (`# %%`). The docstring says

- `what`: the attack in a sentence;
- `goal`: "points", "secret", "other grade", "leave something" or "deny service";
- `success`: how one sees that it worked, one of `SIGNS`; left out where the goal says it;
- `start` and `honest`: "release" (0 points are honest) or "solution", and the points its cells honestly earn;
- `control`: left out where the attack is run as it is without isolation and has to work there; "not restored" where the
  notebook is run as handed in; "not run: …" with a reason where the control run would harm the machine or has nothing to aim at;
- `together`: true where the control run may share a kernel with others, since it neither changes nor needs anything there;
- `seconds`: how long a cell may take.

A cell `# %% forge` is no cell: it is what the student does to the file with an editor, on `notebook`.
In the cells, names in braces stand for what a `World` has planted: `{SECRET_FILE}`, `{GRADEBOOK}`, `{MARK}`, ….
A cell that got where it should not be says so by printing `{WON}`.
"""

from __future__ import annotations

import ast
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from tests.submissions import Submission

HERE = Path(__file__).parent
LESSON = "01-neurons"
GOALS = ("points", "secret", "other grade", "leave something", "deny service")
SIGNS = {
    "points": "more points than the cells honestly earn",
    "secret": "a planted secret in an output or a message",
    "won": "the cell says that it got where it should not be",
    "changed": "the gradebook or a file of another student is not what it was",
    "left": "a process, a file or an object of the kernel is there after the run",
    "killed": "a process of somebody else is dead",
    "caught": "something arrived at a socket of this machine",
    "lost": "exercises that have nothing to do with it lose their points",
    "broken": "the grader reports an error of its own, or breaks",
    "large": "the graded notebook, in the control run what the kernel gave, has more than a few megabytes",
    "bloated": "the grader itself needs a gigabyte of memory more",
    "busy": "the grader itself computes for many seconds",
}
USUAL = {
    "points": "points",
    "secret": "secret",
    "other grade": "changed",
    "leave something": "left",
    "deny service": "won",
}


@dataclass(frozen=True)
class Attack:
    """One attack; `cells` are (exercise id or "", source) in order."""

    name: str
    what: str
    goal: str
    success: str
    honest: float
    start: str
    control: str
    seconds: int
    together: bool
    cells: tuple[tuple[str, str], ...]
    forge: str

    def notebook(self, planted: dict[str, Any]) -> NotebookNode:
        """Fill the release notebook as this attacker does; cells that are neither graded nor the attacker's are left out."""
        cells = tuple((name, fill(source, planted)) for name, source in self.cells)
        notebook = Submission(LESSON, self.name, self.what, self.start, {}, cells).notebook()
        notebook.cells = [c for c in notebook.cells if "nbgrader" in c.metadata or c.id.startswith("extra-")]
        if self.forge:
            exec(
                compile(fill(self.forge, planted), f"{self.name}.py", "exec"),
                {"notebook": notebook, "new": nbformat.v4},
            )
        return notebook


def fill(source: str, planted: dict[str, Any]) -> str:
    """Put what was planted in the place of its names in braces, as Python literals."""
    return re.sub(r"\{([A-Z_]{3,})\}", lambda found: literal(planted[found[1]]), source)


def literal(value: Any) -> str:
    """Write a value as Python; texts in two halves, so that a traceback that quotes the line does not show them."""
    text = str(value) if isinstance(value, (str, Path)) else None
    return repr(value) if text is None else f"({text[:3]!r} {text[3:]!r})"


def read(path: Path) -> Attack:
    """Read one attack."""
    text = path.read_text(encoding="utf-8")
    about: dict[str, Any] = tomllib.loads(ast.get_docstring(ast.parse(text)) or "")
    parts = re.split(r"^# %%[ \t]*(\w*)[ \t]*\n", text, flags=re.M)[1:]
    pairs = [(name, source.strip()) for name, source in zip(parts[::2], parts[1::2], strict=True)]
    return Attack(
        name=path.stem,
        what=about.pop("what"),
        success=about.pop("success", USUAL[about["goal"]]),
        goal=about.pop("goal"),
        start=about.pop("start", "release"),
        honest=about.pop("honest", 0),
        control=about.pop("control", ""),
        seconds=about.pop("seconds", 20),
        together=about.pop("together", False),
        cells=tuple(pair for pair in pairs if pair[0] != "forge"),
        forge="\n".join(source for name, source in pairs if name == "forge"),
        **about,
    )


def all_attacks() -> list[Attack]:
    """Read all attacks."""
    return [read(path) for path in sorted(HERE.glob("*.py")) if not path.stem.startswith(("_", "test_", "world"))]
