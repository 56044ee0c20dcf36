"""Run by otter-grader's own interpreter: `with_otter.py ASSIGNMENT.zip SCORES.json NOTEBOOK…`."""

import json
import sys
from pathlib import Path

from otter.api import grade_submission

assignment, scores, *notebooks = sys.argv[1:]
totals = {Path(path).stem: grade_submission(path, assignment, quiet=True).total for path in notebooks}
Path(scores).write_text(json.dumps(totals), encoding="utf-8")
