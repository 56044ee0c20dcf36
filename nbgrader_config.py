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

# Student code runs in a sandbox, apart from the tests, for nbgrader and the Formgrader as for `autograder grade`.
# What a submission shows is made harmless last, after the grades are read, and again before feedback is made of it.
c.Autograde.sanitize_preprocessors = [
    "nbgrader.preprocessors.ClearOutput",
    "autograder.nbgrader_plugin.OnlyKnownCells",
    "nbgrader.preprocessors.DeduplicateIds",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.Autograde.autograde_preprocessors = [
    "autograder.nbgrader_plugin.ExecuteIsolated",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
    "autograder.feedback.Harmless",
]

# Feedback shows what a hidden test said, never the test.
c.GenerateFeedback.preprocessors = [
    "autograder.feedback.Harmless",
    "nbgrader.preprocessors.GetGrades",
    "autograder.feedback.HideHiddenTests",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
