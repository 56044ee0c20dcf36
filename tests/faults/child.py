"""The `autograder` command with the run of `tests.faults.stub`: `python -m tests.faults.child grade …`."""

from __future__ import annotations

import signal

from autograder import cli, engines
from tests.faults import stub

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job starts with Ctrl-C ignored
    engines.choose = engines.on_cluster = lambda no_sandbox: stub.run
    cli.main()
