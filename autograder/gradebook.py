"""Writing grades into nbgrader's gradebook, and autograded notebooks where the Formgrader looks for them."""

from __future__ import annotations

import copy
import logging
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.export import Student
from autograder.grading import Graded
from autograder.lessons import LessonKey


class CourseProblem(Exception):
    """Something an instructor has to put right before grading can go on."""


class CannotWrite(Exception):
    """The gradebook or a file beside it could not be written, say because the disk is full."""

    status = 3


@contextmanager
def writing(what: str) -> Iterator[None]:
    """Say in words that something could not be written. Raises `CannotWrite`."""
    from nbgrader.api import InvalidEntry
    from sqlalchemy.exc import OperationalError

    try:
        yield
    except (OSError, OperationalError, InvalidEntry) as error:
        raise CannotWrite(
            f"{what} could not be written ({getattr(error, 'orig', None) or error}). Whatever was graded before is kept; "
            "when that is mended, the same command goes on from there."
        ) from None


@dataclass(frozen=True)
class Course:
    """A course on disk: its nbgrader configuration and folders."""

    root: Path
    config: Any
    directory: Any

    def folder(self, step: str, student: str, lesson: str) -> Path:
        """Return a student's folder of one step ("submitted", "autograded", "feedback") for a lesson."""
        step_directory = getattr(self.directory, f"{step}_directory")
        return Path(self.directory.format_path(step_directory, student, lesson))

    @cached_property
    def gradebook(self) -> Any:
        """nbgrader's gradebook; closed between uses, and opened again faster than a new one."""
        from nbgrader.api import Gradebook

        _make_gradebook(self.directory)
        return Gradebook(self.directory.db_url, self.directory.course_id)

    @property
    def state(self) -> Path:
        """The folder for what grading remembers between runs, beside the autograded notebooks."""
        above = Path(self.directory.format_path(self.directory.autograded_directory, ".", "."))
        return above.parent / ".autograder"

    def students(self, lesson: str) -> list[str]:
        """Return the ids of the students who handed something in, in order."""
        above = Path(self.directory.format_path(self.directory.submitted_directory, ".", "."))
        return sorted(path.parent.name for path in above.glob(f"*/{lesson}") if path.is_dir())


def open_course(root: Path) -> Course:
    """Read `nbgrader_config.py` in `root`. Raises `CourseProblem`."""
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config.loader import PyFileConfigLoader

    if not (root / "nbgrader_config.py").is_file():
        raise CourseProblem(
            f"There is no nbgrader_config.py in {root}. Run this in the course's folder, or name it with --course."
        )
    _put_environment_on_path()
    _silence_libraries()
    config = PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
    if "root" not in config.CourseDirectory:
        config.CourseDirectory.root = str(root)  # nbgrader's default is the folder the command runs in
    return Course(root, config, CourseDirectory(config=config))


def _put_environment_on_path() -> None:
    """Let nbgrader find `alembic`, which it runs by name, when the environment is not activated."""
    here = str(Path(sys.executable).parent)
    if here not in os.environ["PATH"].split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([here, os.environ["PATH"]])


def _silence_libraries() -> None:
    """Keep nbgrader's tracebacks, and warnings about its queries, from those who can do nothing about them."""
    from sqlalchemy.exc import SAWarning

    warnings.filterwarnings("ignore", category=SAWarning)
    logging.getLogger("tornado.application").setLevel(logging.CRITICAL)


def _make_gradebook(directory: Any) -> None:
    """Make a gradebook if there is none: beside its place, since nbgrader takes a second to fill in its tables."""
    from nbgrader.api import Gradebook

    path = Path(directory.db_url.removeprefix("sqlite:///"))
    if not directory.db_url.startswith("sqlite:///") or path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    for leftover in (beside, beside.with_name(f"{beside.name}-journal")):
        leftover.unlink(missing_ok=True)
    Gradebook(f"sqlite:///{beside}", directory.course_id).close()
    beside.replace(path)


@contextmanager
def _gradebook(course: Course) -> Iterator[Any]:
    """Open the gradebook for reading, and for what nbgrader commits by itself."""
    try:
        yield course.gradebook
    finally:
        course.gradebook.close()


@contextmanager
def _transaction(course: Course) -> Iterator[Any]:
    """Open the gradebook for writing: all of it is there afterwards, or, if anything interrupts it, nothing."""
    with _gradebook(course) as gradebook:
        commit = gradebook.db.commit
        gradebook.db.commit = gradebook.db.flush  # nbgrader's own functions commit at every step
        try:
            yield gradebook
            commit()
        finally:
            del gradebook.db.commit


def _resources(course: Course, lesson: str) -> dict[str, Any]:
    return {"nbgrader": {"assignment": lesson, "notebook": lesson, "db_url": course.directory.db_url}}


def add_lesson(course: Course, key: LessonKey) -> None:
    """Record a lesson and its cells, as `nbgrader generate_assignment` would. Raises `CourseProblem`."""
    from nbgrader.preprocessors import SaveCells

    try:
        with writing("The gradebook"):
            with _gradebook(course) as gradebook:
                gradebook.update_or_create_assignment(key.name)
            SaveCells().preprocess(copy.deepcopy(key.notebook), _resources(course, key.name))
    except RuntimeError:
        raise CourseProblem(
            f"The gradebook holds grades for another version of {key.name}, with other test cells. Finish grading with that "
            f"version, or start a new gradebook (move {course.directory.db_url.removeprefix('sqlite:///')} away)."
        ) from None


def save(course: Course, key: LessonKey, student: str, graded: Graded) -> dict[str, float]:
    """Write one submission's grades, then its autograded notebook; return the scores of its tests.

    A stale score is replaced, a manual one kept. The grades are one transaction. Raises `CourseProblem`.
    """
    if graded.notebook is None:
        raise ValueError("A grader error is no grade and is not saved.")
    submitted = course.folder("submitted", student, key.name)
    times = _timestamp(submitted)
    with _transaction(course) as gradebook:
        gradebook.update_or_create_student(student)
        submission = gradebook.update_or_create_submission(key.name, student, **times)
        notebook = next(n for n in submission.notebooks if n.name == key.name)
        written = _save_scores(gradebook, notebook, graded.notebook)
        _save_comments(gradebook, notebook, graded.notebook)
        _save_penalty(gradebook, course, submission, notebook)
    _write_autograded(course.folder("autograded", student, key.name), submitted, key.name, graded)
    return written


def timestamp(submitted: Path) -> bytes:
    """Return what `timestamp.txt` says, nothing when there is none; a link is none, wherever it leads."""
    stamp = submitted / "timestamp.txt"
    return stamp.read_bytes()[:1000] if stamp.is_file() and not stamp.is_symlink() else b""


def _timestamp(submitted: Path) -> dict[str, Any]:
    """Return when something was handed in, as nbgrader is told: nothing if that is not known."""
    from nbgrader.utils import parse_utc

    text = timestamp(submitted).decode("utf-8", "replace").strip()
    try:
        return {"timestamp": parse_utc(text)} if text else {}
    except (ValueError, OverflowError):
        raise CourseProblem(f"timestamp.txt says {text[:40]!r}, which is no date and time.") from None


def _by_name(gradebook: Any, table: Any, notebook: Any) -> dict[str, Any]:
    """Return a submitted notebook's rows of one table (grades, comments) by the names of their cells."""
    from nbgrader.api import BaseCell

    rows = gradebook.db.query(BaseCell.name, table).join(table, BaseCell.id == table.cell_id)
    return dict(rows.filter(table.notebook_id == notebook.id).all())


def _save_scores(gradebook: Any, notebook: Any, run: NotebookNode) -> dict[str, float]:
    """Do what nbgrader's SaveAutoGrades does with grades; a manual score asks for another look."""
    from nbgrader.api import Grade
    from nbgrader.utils import determine_grade, is_grade

    grades = _by_name(gradebook, Grade, notebook)
    for cell in filter(is_grade, run.cells):
        grade = grades[cell.metadata.nbgrader.grade_id]
        grade.auto_score, _ = determine_grade(cell)
        grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
    return {name: grade.auto_score for name, grade in grades.items()}


def _save_comments(gradebook: Any, notebook: Any, run: NotebookNode) -> None:
    """Do what nbgrader's SaveAutoGrades does with comments: an answer left as it was handed out is "No response."."""
    from nbgrader.api import Comment
    from nbgrader.utils import compute_checksum, is_solution, is_task

    comments = _by_name(gradebook, Comment, notebook)
    for cell in run.cells:
        if is_solution(cell) or is_task(cell):
            untouched = cell.metadata.nbgrader.get("checksum") == compute_checksum(cell) and not is_task(cell)
            comments[cell.metadata.nbgrader.grade_id].auto_comment = "No response." if untouched else None


def _save_penalty(gradebook: Any, course: Course, submission: Any, notebook: Any) -> None:
    """Do what nbgrader's AssignLatePenalties does, with the plugin the course configures."""
    from nbgrader.preprocessors import AssignLatePenalties

    notebook.late_submission_penalty = None
    gradebook.db.flush()
    gradebook.db.expire(notebook)  # so that its score is added up anew
    late = submission.total_seconds_late
    if late <= 0:
        return
    configured = AssignLatePenalties(config=course.config)
    configured.init_plugin()
    penalty = configured.plugin_inst.late_submission_penalty(submission.student.id, notebook.score, late)
    if penalty is not None:
        notebook.late_submission_penalty = min(max(penalty, 0), notebook.score)


def _write_autograded(folder: Path, submitted: Path, lesson: str, graded: Graded) -> None:
    write_whole(folder / f"{lesson}.ipynb", (nbformat.writes(graded.notebook) + "\n").encode(), mode=0o444)
    if stamp := timestamp(submitted):
        write_whole(folder / "timestamp.txt", stamp)
    else:
        (folder / "timestamp.txt").unlink(missing_ok=True)


def write_whole(path: Path, content: bytes, mode: int | None = None) -> None:
    """Write a file so that at every moment, power loss included, there is the old one or the new one, whole.

    The new one is written beside the folder, not in it: what an interruption leaves there is nobody's feedback.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.parent.with_name(f".{path.parent.name}-{path.name}.new")
    beside.unlink(missing_ok=True)
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        beside.chmod(mode)
    beside.replace(path)


def due_date(course: Course, lesson: str) -> str:
    """Return when a lesson is due, as text; empty if it never is."""
    with _gradebook(course) as gradebook:
        return str(gradebook.find_assignment(lesson).duedate or "")


def auto_scores(course: Course, lesson: str) -> dict[str, dict[str, float]]:
    """Return, for each student, the automatic score of each test, from the gradebook."""
    from nbgrader.api import Assignment, BaseCell, Grade, SubmittedAssignment, SubmittedNotebook

    found: dict[str, dict[str, float]] = {}
    with _gradebook(course) as gradebook:
        rows = (
            gradebook.db.query(SubmittedAssignment.student_id, BaseCell.name, Grade.auto_score)
            .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
            .join(BaseCell, BaseCell.id == Grade.cell_id)
            .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
            .filter(Assignment.name == lesson)
        )
        for student, test, score in rows:
            found.setdefault(student, {})[test] = score
    return found


def write_feedback(course: Course, lesson: str, student: str = "*") -> None:
    """Write nbgrader's feedback pages for autograded submissions."""
    from nbgrader.converters import GenerateFeedback
    from nbgrader.coursedir import CourseDirectory

    directory = CourseDirectory(config=course.config, assignment_id=lesson, student_id=student)
    GenerateFeedback(coursedir=directory, config=course.config, force=True).start()


def scores(course: Course, lesson: str) -> dict[str, tuple[float, float]]:
    """Return each student's score, less any late penalty, and what could be had, from the gradebook."""
    with _gradebook(course) as gradebook:
        submissions = gradebook.assignment_submissions(lesson)
        return {s.student.id: (max(0.0, s.score - s.late_submission_penalty), s.max_score) for s in submissions}


def students(course: Course, lessons: list[str]) -> list[Student]:
    """Return the students of the gradebook in order, with their scores in `lessons`; late penalties and manual grades count."""
    found = {lesson: scores(course, lesson) for lesson in lessons}
    with _gradebook(course) as gradebook:
        known = {s.id: (s.first_name or "", s.last_name or "", s.email or "") for s in gradebook.students}
    return [
        Student(who, *names, {lesson: of[who][0] for lesson, of in found.items() if who in of})
        for who, names in sorted(known.items())
    ]
