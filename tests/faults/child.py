"""The `autograder` command with the run of `tests.faults.stub`: `python -m tests.faults.child grade …`."""

from __future__ import annotations

from functools import partial

from autograder import batch, cli
from tests.faults import stub

if __name__ == "__main__":
    batch.work = partial(batch.work, run=stub.run)  # type: ignore[assignment]
    cli.main()
