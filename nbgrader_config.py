"""One configuration for `nbgrader`, the Formgrader and the `autograder` command."""

from pathlib import Path

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

# Feedback shows what a hidden test said, never the test.
c.GenerateFeedback.preprocessors = [
    "nbgrader.preprocessors.GetGrades",
    "autograder.feedback.HideHiddenTests",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
