"""Sample submissions: what a student might hand in, and what should become of it (format: docs/authoring.md).

`python -m tests.submissions build/submitted` hands them all in, as `build/submitted/<fate>/<lesson>/<lesson>.ipynb`.
"""

from __future__ import annotations

import ast
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


@dataclass(frozen=True)
class Expected:
    """What should become of one exercise."""

    score: float
    misconception: str | None
    says: str


@dataclass(frozen=True)
class Submission:
    """One sample submission: `cells` are (exercise id or "", source) in order."""

    lesson: str
    fate: str
    what: str
    start: str
    expect: dict[str, Expected]
    cells: tuple[tuple[str, str], ...]

    def notebook(self) -> nbformat.NotebookNode:
        """Fill the release notebook as this student did."""
        release = nbformat.read(ROOT / "release" / self.lesson / f"{self.lesson}.ipynb", as_version=4)
        solved = nbformat.read(ROOT / "source" / self.lesson / f"{self.lesson}.ipynb", as_version=4)
        position = {c.metadata.nbgrader.grade_id: i for i, c in enumerate(release.cells) if "nbgrader" in c.metadata}
        if self.start == "solution":
            for i, cell in enumerate(solved.cells):
                if cell.metadata.get("nbgrader", {}).get("solution"):
                    release.cells[i].source = re.sub(r"^\s*### (BEGIN|END) SOLUTION\n?", "", cell.source, flags=re.M)
        extra: list[tuple[int, str]] = []
        at = -1
        for name, source in self.cells:
            if name:
                at = position[name]
                release.cells[at].source = source
            else:
                extra.append((at, source))
        for number, (at, source) in reversed(list(enumerate(extra))):
            release.cells.insert(at + 1, nbformat.v4.new_code_cell(source, id=f"extra-{number}"))
        return release


def read(path: Path) -> Submission:
    """Read one sample submission."""
    text = path.read_text(encoding="utf-8")
    about: dict[str, Any] = tomllib.loads(ast.get_docstring(ast.parse(text)) or "")
    cells = re.split(r"^# %%[ \t]*(\w*)[ \t]*\n", text, flags=re.M)[1:]
    pairs = tuple((name, source.strip()) for name, source in zip(cells[::2], cells[1::2], strict=True))
    expect = {
        name: Expected(e["score"], e.get("misconception"), e.get("says", ""))
        for name, e in about.get("expect", {}).items()
    }
    return Submission(path.parent.name, path.stem, about["what"], about["start"], expect, pairs)


def all_submissions(lesson: str = "*") -> list[Submission]:
    """Read the sample submissions of a lesson, or of every lesson."""
    return [read(path) for path in sorted(HERE.glob(f"{lesson}/*.py"))]


def hand_in(submissions: list[Submission], into: Path) -> None:
    """Write submissions as nbgrader expects them, a student a fate."""
    for submission in submissions:
        path = into / submission.fate / submission.lesson / f"{submission.lesson}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(submission.notebook(), path)
