"""The `autograder` command: thin, everything it does is a function elsewhere. Heavy imports wait until needed."""

from __future__ import annotations

import io
import json
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.export import Format

if TYPE_CHECKING:
    from autograder.batch import Pool, Row
    from autograder.gradebook import Course
    from autograder.grading import Execute
    from autograder.lessons import LessonKey

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    help="Grade notebooks of the course: one on its own, or a whole class into nbgrader's gradebook.",
)

BAD_ARGUMENT, GRADER_ERROR = 2, 3

CourseOption = Annotated[Path, typer.Option("--course", help="The course's folder, with nbgrader_config.py in it.")]
NoSandboxOption = Annotated[
    bool, typer.Option("--no-sandbox", help="Run submissions without isolation, with your own rights.")
]
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
    no_sandbox: NoSandboxOption = False,
) -> None:
    """Grade one notebook, hidden tests included; needs no course folder and keeps nothing.

    Exit status: 0 when it could be graded, whatever the score; 2 on a bad argument; 3 when the grader broke.
    """
    from autograder import engines, report
    from autograder.grading import Verdict, grade_submission
    from autograder.lessons import lesson as find_lesson

    if not notebook.is_file():
        raise Stop(f"There is no notebook {notebook}.")
    key = find_lesson(lesson or _lesson_of(notebook))
    graded = grade_submission(notebook, key, engines.choose(no_sandbox))
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
    force: Annotated[bool, typer.Option("--force", help="Grade what is graded and unchanged as well.")] = False,
    cluster: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Grade on the Dask cluster with this scheduler.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    course: CourseOption = Path(),
    feedback: Annotated[bool, typer.Option(help="Write feedback pages as well.")] = True,
    no_sandbox: NoSandboxOption = False,
    tests_in_kernel: Annotated[
        bool,
        typer.Option(
            "--tests-in-kernel", help="For an nbgrader course that is not ours: run tests in the sandbox too."
        ),
    ] = False,
) -> None:
    """Grade what was handed in (build/submitted/STUDENT/LESSON/) into the gradebook.

    What was graded and has not changed is skipped, so that the same command goes on after an interruption.
    With --tests-in-kernel, LESSON is any nbgrader assignment; submissions cannot reach this host, but can cheat.
    Exit status: 0 when everything was graded; 2 on a bad argument; 3 when the grader broke on a submission; 130 after Ctrl-C.
    """
    from autograder import batch, engines, gradebook
    from autograder.lessons import lesson as find_lesson

    opened = gradebook.open_course(course.resolve())
    if tests_in_kernel:
        _grade_foreign(opened, lessons, student or ["*"], force)
        return
    engine = engines.on_cluster(no_sandbox) if cluster else engines.choose(no_sandbox)
    keys = [find_lesson(name) for name in dict.fromkeys(lessons)]
    wanted = [(key, _chosen(opened.students(key.name), student, key.name)) for key in keys]
    pool = batch.cluster(cluster) if cluster else batch.local(workers)
    rows: list[batch.Row] = []
    try:
        _grade_into(rows, opened, wanted, pool, engine, force, feedback)
    except KeyboardInterrupt:
        done = sum(not row.skipped for row in rows)
        raise Stop(
            f"Stopped; the {done} graded in this run are kept. The same command goes on from there.", 130
        ) from None
    _show_run(rows, as_json)
    if feedback and not as_json:
        print(f"Feedback pages: {opened.folder('feedback', '<student>', '<lesson>')}")
    _name_broken(rows)


def _grade_foreign(course: Course, assignments: list[str], students: list[str], force: bool) -> None:
    """Grade assignments of a course that is not ours."""
    from autograder import engines, foreign, gradebook

    engines.choose(no_sandbox=False)
    print("Tests run in the students' interpreters (--tests-in-kernel): submissions can cheat.", file=sys.stderr)
    for assignment in assignments:
        for student in students:
            foreign.grade(course, assignment, student, force)
        for student, (score, best) in sorted(gradebook.scores(course, assignment).items()):
            print(f"{assignment}  {student}  {score:g}/{best:g}")


def _grade_into(
    rows: list[Row],
    course: Course,
    wanted: list[tuple[LessonKey, list[str]]],
    pool: Pool,
    engine: Execute,
    force: bool,
    feedback: bool,
) -> None:
    """Do a grading run, adding to `rows` as it goes; stderr says how far it has come."""
    from autograder import batch, gradebook, progress, records

    with records.only_run(course):
        for key, _ in wanted:
            gradebook.add_lesson(course, key)
        plan = batch.plan(course, wanted, force, engine)
        rows += plan.unchanged
        if plan.unchanged:
            print(f"{len(plan.unchanged)} graded before and unchanged; --force grades them again.", file=sys.stderr)
        with (
            progress.shown("graded", len(plan.todo)) as advance,
            closing(batch.work(course, plan.todo, pool, engine)) as work,
        ):
            for row in work:
                rows.append(row)
                advance()
        if feedback:
            owed = batch.owed_feedback(course, wanted)
            with progress.shown("feedback pages written", len(owed)) as advance:
                for key, student in owed:
                    batch.write_feedback(course, key, student)
                    advance()


def _show_run(rows: list[Row], as_json: bool) -> None:
    """Print what became of a run."""
    from rich.console import Console

    from autograder import report

    if as_json:
        print(json.dumps(report.run_as_json(rows), ensure_ascii=False))
        return
    done = report.in_order(row for row in rows if not row.skipped)
    if done:
        Console(width=None if sys.stdout.isatty() else 160).print(report.table(done))
    print(report.run_in_words(rows))


def _name_broken(rows: list[Row]) -> None:
    """End with the grader's own status if it broke on a submission."""
    from autograder.grading import Verdict

    broken = sorted(row.student for row in rows if row.graded.verdict is Verdict.GRADER_ERROR)
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


@app.command()
def export(
    lessons: LessonsArgument,
    form: Annotated[Format, typer.Option("--format", help="What the file is for.")] = Format.CSV,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file, not to the screen.")
    ] = None,
    course: CourseOption = Path(),
) -> None:
    """Write the scores in the gradebook as CSV: for a spreadsheet, for Canvas or for Moodle.

    Late penalties and manual grades count. A file that exists is replaced.
    """
    from autograder import export as tables
    from autograder import gradebook
    from autograder.lessons import lesson as find_lesson

    best = {key.name: sum(key.exercises.values()) for key in map(find_lesson, dict.fromkeys(lessons))}
    opened = gradebook.open_course(course.resolve())
    text = io.StringIO()
    tables.write(gradebook.students(opened, list(best)), best, form, text)
    if output is None:
        print(text.getvalue(), end="")
        return
    try:
        beside = output.with_name(f".{output.name}.new")
        beside.write_text(text.getvalue(), encoding="utf-8")
        beside.replace(output)
    except OSError as error:
        raise Stop(f"{output} could not be written ({error.strerror}).") from None
    print(f"wrote {output}")


@app.command()
def doctor() -> None:
    """Say what this host can enforce on submissions, and how to get the rest.

    Exit status: 0 when submissions can be isolated in full; 1 when something is missing.
    """
    from autograder.doctor import examine

    found = examine()
    for finding in found:
        print(f"{'✓' if finding.holds else '✗'} {finding.what}")
        if not finding.holds and finding.remedy:
            print(f"    {finding.remedy}")
    if not all(finding.holds for finding in found):
        print("Without isolation, grading has to be asked for by name: --no-sandbox.")
        raise typer.Exit(1)


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
