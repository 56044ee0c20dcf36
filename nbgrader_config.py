"""One configuration for `nbgrader`, the Formgrader and the `autograder` command."""

from pathlib import Path

from autograder import steps

c = get_config()  # noqa: F821  (traitlets provides it)

root = Path(__file__).resolve().parent
build = root / "build"

c.CourseDirectory.root = str(root)
c.CourseDirectory.course_id = "backpropagation"
c.CourseDirectory.solution_directory = "solutions"
c.CourseDirectory.source_with_tests_directory = "build/source_with_tests"
c.CourseDirectory.submitted_directory = "build/submitted"
c.CourseDirectory.autograded_directory = "build/autograded"
c.CourseDirectory.feedback_directory = "build/feedback"
c.CourseDirectory.db_url = f"sqlite:///{build / 'gradebook.db'}"

# Assignment List and the Formgrader show errors unless the exchange is a writable folder.
exchange = build / "exchange"
exchange.mkdir(parents=True, exist_ok=True)
c.Exchange.root = str(exchange)

# Student code runs in a sandbox, apart from the tests, for nbgrader and the Formgrader as for `autograder grade`.
c.Autograde.sanitize_preprocessors = list(steps.SANITIZE)
c.Autograde.autograde_preprocessors = list(steps.AUTOGRADE)
c.GenerateFeedback.preprocessors = list(steps.FEEDBACK)
