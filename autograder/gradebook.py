"""Writing grades into nbgrader's gradebook, and autograded notebooks where the Formgrader looks for them."""

from __future__ import annotations

import copy
import os
import shutil
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from autograder.grading import Graded
from autograder.lessons import LessonKey


class CourseProblem(Exception):
    """Something an instructor has to put right before grading can go on."""


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
    _silence_sqlalchemy()
    config = PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
    return Course(root, config, CourseDirectory(config=config))


def _put_environment_on_path() -> None:
    """Let nbgrader find `alembic`, which it runs by name, when the environment is not activated."""
    here = str(Path(sys.executable).parent)
    if here not in os.environ["PATH"].split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([here, os.environ["PATH"]])


def _silence_sqlalchemy() -> None:
    """Keep warnings about nbgrader's own queries from those who can do nothing about them."""
    from sqlalchemy.exc import SAWarning

    warnings.filterwarnings("ignore", category=SAWarning)


@contextmanager
def _gradebook(course: Course) -> Iterator[Any]:
    from nbgrader.api import Gradebook

    with Gradebook(course.directory.db_url, course.directory.course_id) as gradebook:
        yield gradebook


def _resources(course: Course, lesson: str, student: str = "") -> dict[str, Any]:
    ids = {"assignment": lesson, "notebook": lesson, "student": student, "db_url": course.directory.db_url}
    return {"nbgrader": ids}


def add_lesson(course: Course, key: LessonKey) -> None:
    """Record a lesson and its cells, as `nbgrader generate_assignment` would. Raises `CourseProblem`."""
    from nbgrader.preprocessors import SaveCells

    with _gradebook(course) as gradebook:
        gradebook.update_or_create_assignment(key.name)
    try:
        SaveCells().preprocess(copy.deepcopy(key.notebook), _resources(course, key.name))
    except RuntimeError:
        raise CourseProblem(
            f"The gradebook holds grades for another version of {key.name}, with other test cells. Finish grading with that "
            f"version, or start a new gradebook (move {course.directory.db_url.removeprefix('sqlite:///')} away)."
        ) from None


def save(course: Course, key: LessonKey, student: str, graded: Graded) -> None:
    """Write one submission's grades and its autograded notebook; a stale score is replaced, a manual one kept."""
    from nbgrader.preprocessors import AssignLatePenalties, SaveAutoGrades

    if graded.notebook is None:
        raise ValueError("A grader error is no grade and is not saved.")
    submitted = course.folder("submitted", student, key.name)
    timestamp = course.directory.get_existing_timestamp(str(submitted))
    with _gradebook(course) as gradebook:
        gradebook.update_or_create_student(student)
        times = {"timestamp": timestamp} if timestamp else {}
        gradebook.update_or_create_submission(key.name, student, **times)
    resources = _resources(course, key.name, student)
    SaveAutoGrades().preprocess(graded.notebook, resources)
    AssignLatePenalties(config=course.config).preprocess(graded.notebook, resources)
    _write_autograded(course.folder("autograded", student, key.name), submitted, key.name, graded)


def _write_autograded(folder: Path, submitted: Path, lesson: str, graded: Graded) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{lesson}.ipynb"
    beside = path.with_suffix(".new")
    nbformat.write(graded.notebook, beside)
    beside.chmod(0o444)
    beside.replace(path)
    if (submitted / "timestamp.txt").is_file():
        shutil.copyfile(submitted / "timestamp.txt", folder / "timestamp.txt")


def write_feedback(course: Course, lesson: str, student: str = "*") -> None:
    """Write nbgrader's feedback pages for autograded submissions."""
    from nbgrader.converters import GenerateFeedback
    from nbgrader.coursedir import CourseDirectory

    directory = CourseDirectory(config=course.config, assignment_id=lesson, student_id=student)
    GenerateFeedback(coursedir=directory, config=course.config, force=True).start()


def scores(course: Course, lesson: str) -> dict[str, tuple[float, float]]:
    """Return each student's score and what could be had, from the gradebook."""
    with _gradebook(course) as gradebook:
        return {s.student.id: (s.score, s.max_score) for s in gradebook.assignment_submissions(lesson)}
