"""The `course` command: thin, everything it does is a function elsewhere. Heavy imports wait until needed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    help="Work through the course: open your copy in JupyterLab, check it; for authors: build it.",
)

FOLDER = "The folder of your own copy of the lessons"
WorkspaceOption = Annotated[
    Path | None,
    typer.Option("--workspace", "-w", help=f"{FOLDER}, my-course unless said; found by itself from inside it."),
]


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def lab(context: typer.Context, workspace: WorkspaceOption = None) -> None:
    """Open JupyterLab on your own copy of the lessons; what you have written is never overwritten.

    Further options go to JupyterLab: `course lab --no-browser --port 8890`.
    """
    from course import workspace as work

    prepared = work.prepare(workspace or work.here())
    print(f"Your copy of the course is in {prepared.folder}")
    for lesson, copy in prepared.copies.items():
        if copy is not work.Copy.KEPT:
            print(f"  {lesson}: {copy.sentence}")
    work.start_lab(prepared, context.args)


@app.command()
def check(
    lessons: Annotated[list[str], typer.Argument(metavar="LESSON…", help="Lessons such as 01-neurons.")],
    workspace: WorkspaceOption = None,
) -> None:
    """Run the visible and the hidden tests on your copy of a lesson, and say what to do next.

    Your notebook is read as it was last saved, run from the top in a Python of its own, and not changed.
    """
    from autograder import engines, report
    from autograder.grading import Verdict, grade_submission
    from autograder.lessons import lesson as find_lesson
    from course import workspace as work

    for name in lessons:
        graded = grade_submission(
            work.notebook_of(workspace or work.here(), find_lesson(name).name),
            find_lesson(name),
            engines.for_own_work(),
        )
        print(report.in_words(graded))
        print(report.what_next(graded))
        if graded.verdict is Verdict.GRADER_ERROR:
            raise typer.Exit(3)


@app.command()
def progress(workspace: WorkspaceOption = None) -> None:
    """Show how far you are in every lesson: the visible and the hidden tests on your copy, as last saved."""
    from autograder import engines, report
    from autograder.grading import grade_submission
    from autograder.lessons import lesson as find_lesson
    from autograder.lessons import lesson_names
    from course import workspace as work

    folder = workspace or work.here()
    started = work.copies(folder)
    engine = engines.for_own_work() if started else None
    for name in lesson_names():
        key = find_lesson(name)
        graded = grade_submission(started[name], key, engine) if engine and name in started else None
        print(report.progress(key, graded))


@app.command()
def build(
    check: Annotated[bool, typer.Option("--check", help="Write nothing; say what differs from a fresh build.")] = False,
    only: Annotated[
        list[str] | None, typer.Option("--lesson", help="This lesson only; may be given more than once.")
    ] = None,
) -> None:
    """Make source/, release/ and solutions/ from course/lessons/ (for authors, in a clone).

    Exit status: 0 when done, or nothing differs; 1 when a lesson has to be mended or a notebook differs.
    """
    from course.authoring.build import build_all, lesson_files
    from course.paths import ROOT

    paths = [p for p in lesson_files(ROOT) if not only or p.stem.replace("_", "-") in only]
    if not paths:
        print("There is no such lesson in course/lessons.")
        raise typer.Exit(2)
    written, found = build_all(ROOT, paths, check)
    for path in written:
        print(f"wrote {path.relative_to(ROOT)}")
    for problem in found:
        print(problem)
    if found:
        raise typer.Exit(1)
    print(f"{len(paths)} lessons: {'nothing differs' if check else f'{len(written)} notebooks changed'}")


def main() -> None:
    """Run the command; show errors as sentences."""
    from autograder.run import run

    run(app, "course")
