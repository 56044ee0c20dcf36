"""The `autograder` command: thin, everything it does is a function elsewhere. Heavy imports wait until needed."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    help="Grade notebooks of the course: one on its own, or a whole class into nbgrader's gradebook.",
)

BAD_ARGUMENT, GRADER_ERROR = 2, 3

CourseOption = Annotated[Path, typer.Option("--course", help="The course's folder, with nbgrader_config.py in it.")]
LessonsArgument = Annotated[list[str], typer.Argument(metavar="LESSON…", help="Assignment names such as 01-neurons.")]


class Stop(Exception):
    """An error to show in one sentence, and the exit status to end with."""

    def __init__(self, sentence: str, status: int = BAD_ARGUMENT) -> None:
        super().__init__(sentence)
        self.status = status


@app.command()
def check(
    notebook: Annotated[Path, typer.Argument(metavar="NOTEBOOK", help="A notebook of the course.")],
    lesson: Annotated[str | None, typer.Option(help="The lesson it is of, if it does not say so itself.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Grade one notebook, hidden tests included; needs no course folder and keeps nothing.

    Exit status: 0 when it could be graded, whatever the score; 2 on a bad argument; 3 when the grader broke.
    """
    from autograder import report
    from autograder.grading import Verdict, grade_submission
    from autograder.lessons import lesson as find_lesson

    if not notebook.is_file():
        raise Stop(f"There is no notebook {notebook}.")
    graded = grade_submission(notebook, find_lesson(lesson or _lesson_of(notebook)))
    print(json.dumps(report.as_json(graded), ensure_ascii=False) if as_json else report.in_words(graded))
    if graded.verdict is Verdict.GRADER_ERROR:
        raise typer.Exit(GRADER_ERROR)


@app.command()
def grade(
    lessons: LessonsArgument,
    student: Annotated[
        list[str] | None, typer.Option(help="Grade this student only; may be given more than once.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="How many submissions to grade at a time.")] = os.cpu_count() or 1,
    course: CourseOption = Path(),
    feedback: Annotated[bool, typer.Option(help="Write feedback pages as well.")] = True,
) -> None:
    """Grade what was handed in (build/submitted/STUDENT/LESSON/) into the gradebook.

    Exit status: 0 when everything was graded; 2 on a bad argument; 3 when the grader broke on a submission.
    """
    from rich.console import Console
    from rich.progress import track

    from autograder import gradebook, report
    from autograder.grading import Verdict, grade_all
    from autograder.lessons import lesson as find_lesson

    opened = gradebook.open_course(course.resolve())
    keys = [find_lesson(name) for name in lessons]
    rows = []
    for key in keys:
        students = _chosen(opened.students(key.name), student, key.name)
        gradebook.add_lesson(opened, key)
        paths = [opened.folder("submitted", who, key.name) / f"{key.name}.ipynb" for who in students]
        results = zip(students, grade_all(paths, key, workers), strict=True)
        progress = Console(stderr=True)
        for who, graded in track(results, f"grading {key.name}", len(students), console=progress, transient=True):
            rows.append((who, graded))
            if graded.verdict is not Verdict.GRADER_ERROR:
                gradebook.save(opened, key, who, graded)
        if feedback:
            _write_feedback(opened, key.name, student)
    Console(width=None if sys.stdout.isatty() else 160).print(report.table(rows))
    if feedback:
        print(f"Feedback pages: {opened.folder('feedback', '<student>', '<lesson>')}")
    broken = [who for who, graded in rows if graded.verdict is Verdict.GRADER_ERROR]
    if broken:
        raise Stop(
            f"The grader broke on: {', '.join(broken)}. They have no grade yet; their old one, if any, is kept.",
            GRADER_ERROR,
        )


@app.command()
def feedback(
    lessons: LessonsArgument,
    student: Annotated[
        list[str] | None, typer.Option(help="For this student only; may be given more than once.")
    ] = None,
    course: CourseOption = Path(),
) -> None:
    """Write feedback pages for graded submissions: messages of failed tests, never the hidden tests."""
    from autograder import gradebook
    from autograder.lessons import lesson as find_lesson

    opened = gradebook.open_course(course.resolve())
    for name in lessons:
        _write_feedback(opened, find_lesson(name).name, student)
    print(f"Feedback pages: {opened.folder('feedback', '<student>', '<lesson>')}")


@app.command()
def report(lessons: LessonsArgument, course: CourseOption = Path()) -> None:
    """Show the scores in the gradebook, late penalties and manual grades included."""
    from autograder import gradebook
    from autograder import report as words
    from autograder.lessons import lesson as find_lesson

    opened = gradebook.open_course(course.resolve())
    for name in lessons:
        for who, (score, best) in sorted(gradebook.scores(opened, find_lesson(name).name).items()):
            print(f"{name}  {who}  {words.points(score)}/{words.points(best)}")


def _lesson_of(path: Path) -> str:
    """Tell which lesson a notebook file is of."""
    from autograder.lessons import lesson_names, lesson_of
    from autograder.submission import Malformed, load

    if path.stem in lesson_names():
        return path.stem
    try:
        found = lesson_of(load(path), path)
    except Malformed as problem:
        raise Stop(str(problem)) from None
    if not found:
        raise Stop(
            f"{path.name} does not say which lesson it is of; name it with --lesson. There are: {', '.join(lesson_names())}."
        )
    return found


def _chosen(handed_in: list[str], wanted: list[str] | None, lesson: str) -> list[str]:
    if not handed_in:
        raise Stop(f"Nobody has handed in {lesson}: there is no build/submitted/<student>/{lesson}/.")
    for who in wanted or []:
        if who not in handed_in:
            raise Stop(f"{who} has not handed in {lesson}.")
    return wanted or handed_in


def _write_feedback(course: object, lesson: str, students: list[str] | None) -> None:
    from autograder import gradebook

    for who in students or ["*"]:
        gradebook.write_feedback(course, lesson, who)  # type: ignore[arg-type]


def main() -> None:
    """Run the command; show errors as sentences."""
    from autograder.run import run

    run(app, "autograder")
