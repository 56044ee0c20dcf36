"""nbgrader's preprocessors with ours among them: what `nbgrader_config.py` names, and what a foreign course is graded with.

Student code runs in a sandbox, apart from the tests. What a submission shows is made harmless last, after the grades are
read, and again before feedback is made of it.
"""

SANITIZE = [
    "nbgrader.preprocessors.ClearOutput",
    "autograder.nbgrader_plugin.OnlyKnownCells",
    "nbgrader.preprocessors.DeduplicateIds",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]
AUTOGRADE = [
    "autograder.nbgrader_plugin.ExecuteIsolated",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
    "autograder.feedback.Harmless",
]
FEEDBACK = [  # shows what a hidden test said, never the test
    "autograder.feedback.Harmless",
    "nbgrader.preprocessors.GetGrades",
    "autograder.feedback.HideHiddenTests",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
