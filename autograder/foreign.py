"""Grading a course that is not ours: nbgrader's own autograde, with submissions and tests run in the sandbox."""

from __future__ import annotations

from typing import Any

from autograder.gradebook import Course, CourseProblem
from autograder.steps import AUTOGRADE


def grade(course: Course, assignment: str, student: str = "*", force: bool = False) -> None:
    """Autograde an assignment into the course's gradebook, as `nbgrader autograde` does. Raises `CourseProblem`."""
    from nbgrader.converters import Autograde
    from nbgrader.converters.base import NbGraderException
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    ours: Any = Config()
    ours.Autograde.autograde_preprocessors = list(AUTOGRADE)
    ours.ExecuteIsolated.tests_in_kernel = True
    config = course.config.copy()
    config.merge(ours)
    directory = CourseDirectory(config=config, assignment_id=assignment, student_id=student)
    try:
        Autograde(coursedir=directory, config=config, force=force).start()
    except NbGraderException as problem:
        raise CourseProblem(
            f"nbgrader could not grade {assignment}: {problem} (Has `nbgrader generate_assignment` been run?)"
        ) from None
