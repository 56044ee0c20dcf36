"""The benchmark: what grading costs here, beside stock nbgrader, otter-grader and the student's code alone.

`python -m bench` hands in varied submissions of one lesson and grades them by three graders in turn, so that whatever
else the machine does slows all of them alike. It prints ratios, medians and what was reached of what is aimed at; a
target that is missed is printed as missed and changes no exit status.
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
SCRATCH = ROOT / "build" / "bench"
