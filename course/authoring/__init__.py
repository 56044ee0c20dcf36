"""From lesson text to notebooks: `course/lessons/*.py` → `source/` → `release/` and `solutions/`.

`lesson` reads a lesson, `conventions` refuses one that breaks the rules, `pictures` draws what its prose shows,
`build` makes the three notebooks and tells whether the ones on disk still match.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """Something an author has to mend, at a line of a file."""

    path: Path
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.sentence}"


class LessonRefused(Exception):
    """A lesson that cannot be built; `problems` say why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
