"""Hand in the sample submissions: `python -m tests.submissions FOLDER [LESSON…]`."""

import sys
from pathlib import Path

from tests.submissions import all_submissions, hand_in

if __name__ == "__main__":
    folder, *lessons = sys.argv[1:]
    found = [s for lesson in lessons or ["*"] for s in all_submissions(lesson)]
    hand_in(found, Path(folder))
    print(f"{len(found)} sample submissions handed in under {folder}")
