"""The rules a lesson keeps. Each rule is a function from a lesson to the problems it finds; `RULES` lists them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from math import ceil

from nbformat import NotebookNode

from autograder.checks import UnknownExercise, exercises
from autograder.checks.exercise import Exercise
from course.authoring import Problem
from course.authoring.lesson import Lesson

MOST_LINES = 15  # of text in a markdown cell
LINE = 115  # characters a line of text holds in JupyterLab
AVOID = ("it can be shown", "simply", "just", "obviously", "clearly", "of course", "note that", "let's")
SOLUTION, HIDDEN = "SOLUTION", "HIDDEN TESTS"
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
TITLE_LINE = re.compile(r"Time: \d+ minutes · Points: (\d+) · Builds on: \S.*")


def problems(lesson: Lesson) -> list[Problem]:
    """Return everything that has to be mended before the lesson can be built, in the order of its lines."""
    return sorted({problem for rule in RULES for problem in rule(lesson)})


def grade_id(cell: NotebookNode) -> str | None:
    """Return the nbgrader id of a cell, if it has one."""
    found: str | None = cell.metadata.get("nbgrader", {}).get("grade_id")
    return found


def solutions(lesson: Lesson) -> dict[str, int]:
    """Return the exercise ids of a lesson and the positions of their solution cells."""
    return {
        grade_id(c) or "": i
        for i, c in enumerate(lesson.notebook.cells)
        if c.metadata.get("nbgrader", {}).get("solution")
    }


def ids_are_unique(lesson: Lesson) -> Iterator[Problem]:
    """Every grade_id names one cell."""
    count = Counter(grade_id(cell) for cell in lesson.notebook.cells)
    for i, cell in enumerate(lesson.notebook.cells):
        name = grade_id(cell)
        if name is not None and not re.fullmatch(r"[A-Za-z_]\w{0,63}", name):
            yield lesson.problem(i, f"The grade_id {name!r} is not a name: use letters, digits and underscores.")
        elif name is not None and count[name] > 1:
            yield lesson.problem(i, f"The grade_id {name!r} is used {count[name]} times; each names one cell.")


def every_exercise_is_tested(lesson: Lesson) -> Iterator[Problem]:
    """A solution cell `x` is followed by `check_x`, then `grade_x`, and no test stands alone."""
    position = {grade_id(c): i for i, c in enumerate(lesson.notebook.cells) if grade_id(c)}
    expected = set()
    for name, at in solutions(lesson).items():
        chain = [name, f"check_{name}", f"grade_{name}"]
        expected.update(chain[1:])
        for before, after in pairwise(chain):
            if after not in position:
                yield lesson.problem(at, f"The exercise {name!r} has no cell with the grade_id {after!r}.")
            elif before in position and position[after] < position[before]:
                yield lesson.problem(position[after], f"{after!r} stands before {before!r}; it belongs after it.")
    for i, cell in enumerate(lesson.notebook.cells):
        if cell.metadata.get("nbgrader", {}).get("grade") and grade_id(cell) not in expected:
            yield lesson.problem(i, f"{grade_id(cell)!r} is a test of no exercise in this lesson.")


def every_exercise_has_checks(lesson: Lesson) -> Iterator[Problem]:
    """The exercises of the lesson are those that autograder/checks can grade."""
    known = _checks(lesson)
    if not known:
        yield lesson.problem(0, f"autograder/checks has no module for {lesson.name}, or it holds no EXERCISES.")
    written = solutions(lesson)
    for name in sorted(written.keys() - known.keys()):
        yield lesson.problem(written[name], f"autograder/checks has no exercise {name!r} for {lesson.name}.")
    for name in sorted(known.keys() - written.keys()):
        yield lesson.problem(0, f"autograder/checks grades {name!r}, which this lesson does not have.")


def hidden_tests_call_grade(lesson: Lesson) -> Iterator[Problem]:
    """A cell `grade_x` holds one hidden region, and it grades x; nothing else holds one."""
    for i, cell in enumerate(lesson.notebook.cells):
        name = (grade_id(cell) or "").removeprefix("grade_")
        is_grade_cell = grade_id(cell) == f"grade_{name}" and cell.metadata.nbgrader.grade
        if f"BEGIN {HIDDEN}" in cell.source and not is_grade_cell:
            yield lesson.problem(i, "Hidden tests stand outside a grade_… cell: students would see them.")
        elif is_grade_cell:
            answer = "answers" if name == "questions" else name
            call = f'grade("{lesson.name}", "{name}", {answer})'
            if call not in "\n".join(_regions(cell.source, HIDDEN)):
                yield lesson.problem(i, f"The hidden tests of {name!r} have to call {call} between their marks.")


def marks_are_balanced(lesson: Lesson) -> Iterator[Problem]:
    """Solutions and hidden tests are closed where they are opened; solutions stand in solution cells only."""
    for i, cell in enumerate(lesson.notebook.cells):
        for kind in (SOLUTION, HIDDEN):
            opened = [m.group(1) for m in re.finditer(rf"### (BEGIN|END) {kind}", cell.source)]
            if opened != ["BEGIN", "END"] * (len(opened) // 2):
                yield lesson.problem(i, f"The marks ### BEGIN {kind} and ### END {kind} do not pair up.")
        is_solution = cell.metadata.get("nbgrader", {}).get("solution", False)
        if is_solution != (f"### BEGIN {SOLUTION}" in cell.source):
            sentence = "has no ### BEGIN SOLUTION" if is_solution else "holds a solution but is no solution cell"
            yield lesson.problem(i, f"The cell {sentence}.")


def points_add_up(lesson: Lesson) -> Iterator[Problem]:
    """The title says how many points the lesson has, and the questions have a point each."""
    cells = lesson.notebook.cells
    total = sum(cell.metadata.get("nbgrader", {}).get("points", 0) for cell in cells)
    stated = TITLE_LINE.search(cells[0].source)
    if not stated:
        yield lesson.problem(0, 'The title cell has no line "Time: 45 minutes · Points: 15 · Builds on: …".')
    elif int(stated.group(1)) != total:
        yield lesson.problem(0, f"The title says {stated.group(1)} points; the test cells add up to {total}.")
    for i, cell in enumerate(cells):
        data = cell.metadata.get("nbgrader", {})
        if data.get("grade") and not isinstance(data.get("points"), int):
            yield lesson.problem(i, f"The test {grade_id(cell)!r} has no points.")
        asked = getattr(_checks(lesson).get((grade_id(cell) or "").removeprefix("grade_")), "points", None)
        if data.get("grade") and asked and data.get("points") != asked:
            yield lesson.problem(i, f"It asks for {asked} answers, so {grade_id(cell)} has {asked} points.")


def exercises_have_hints(lesson: Lesson) -> Iterator[Problem]:
    """The text before a function exercise names it and folds two hints."""
    cells = lesson.notebook.cells
    for name, at in solutions(lesson).items():
        before = next((c.source for c in reversed(cells[:at]) if c.cell_type == "markdown"), "")
        if name != "questions" and before.count("<details>") != 2:
            yield lesson.problem(
                at, f"The text above {name!r} has {before.count('<details>')} hints in <details>; it needs two."
            )
        if name != "questions" and f"### Exercise: `{name}`" not in before:
            yield lesson.problem(at, f'The text above {name!r} has no heading "### Exercise: `{name}`".')


def prose_is_short(lesson: Lesson) -> Iterator[Problem]:
    """No cell of prose is a wall of text."""
    for i, cell in enumerate(lesson.notebook.cells):
        if cell.cell_type == "markdown":
            visible = re.sub(r"<details>.*?</details>", "", cell.source, flags=re.DOTALL)
            prose = [x for x in visible.splitlines() if x.strip() and not x.lstrip().startswith(("|", "!["))]
            lines = sum(ceil(len(x) / LINE) for x in prose)
            if lines > MOST_LINES:
                yield lesson.problem(
                    i, f"{lines} lines of text in one cell; split it or draw it ({MOST_LINES} at most)."
                )


def pictures_have_alt_text(lesson: Lesson) -> Iterator[Problem]:
    """Every picture says in words what one would see."""
    for i, cell in enumerate(lesson.notebook.cells):
        if cell.cell_type == "markdown":
            for alt, target in IMAGE.findall(cell.source):
                if len(alt.split()) < 5:
                    yield lesson.problem(i, f"The picture {target!r} needs alt text: what would one see?")
                if not target.startswith("picture:"):
                    yield lesson.problem(
                        i, f"The picture {target!r} is not one of course/pictures; write picture:name."
                    )


def voice(lesson: Lesson) -> Iterator[Problem]:
    """Prose leaves out the words that make a reader feel slow."""
    for i, cell in enumerate(lesson.notebook.cells):
        if cell.cell_type == "markdown":
            text = re.sub(r"```.*?```|`[^`]*`|\$\$.*?\$\$|\$[^$]*\$|!\[", "", cell.source, flags=re.DOTALL)
            for word in AVOID:
                if re.search(rf"\b{re.escape(word)}\b", text, flags=re.IGNORECASE):
                    yield lesson.problem(i, f"The prose says {word!r}: leave it out.")
            if "!" in text:
                yield lesson.problem(i, "The prose has an exclamation mark.")


def solution_stays_inside(lesson: Lesson) -> Iterator[Problem]:
    """No line of a solution can be read elsewhere in what students get."""
    cells = lesson.notebook.cells
    outside = [_without(_without(cell.source, SOLUTION), HIDDEN) for cell in cells]
    for name, at in solutions(lesson).items():
        for line in "\n".join(_regions(cells[at].source, SOLUTION)).splitlines():
            code = line.strip()
            if len(code) >= 20 and not code.startswith(("#", "import", "from", '"""')):
                for i, text in enumerate(outside):
                    if code in text:
                        yield lesson.problem(i, f"This cell gives away a line of the solution of {name!r}: {code}")


def _checks(lesson: Lesson) -> dict[str, Exercise]:
    try:
        return exercises(lesson.name)
    except UnknownExercise:
        return {}


def _regions(source: str, kind: str) -> list[str]:
    return re.findall(rf"### BEGIN {kind}[^\n]*\n(.*?)[ \t]*### END {kind}", source, flags=re.DOTALL)


def _without(source: str, kind: str) -> str:
    return re.sub(rf"### BEGIN {kind}.*?### END {kind}", "", source, flags=re.DOTALL)


RULES: tuple[Callable[[Lesson], Iterator[Problem]], ...] = (
    ids_are_unique,
    every_exercise_is_tested,
    every_exercise_has_checks,
    hidden_tests_call_grade,
    marks_are_balanced,
    points_add_up,
    exercises_have_hints,
    prose_is_short,
    pictures_have_alt_text,
    voice,
    solution_stays_inside,
)
