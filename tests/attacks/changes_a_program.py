"""
what = "changes Python itself, the system's programs and the mounted parts of the grader"
goal = "other grade"
success = "won"
control = "not run: it would change this machine; writes_packages does it to a planted folder"
"""

# %%
import os
import sys
from pathlib import Path

import numpy

guest = Path(sys.modules["guest"].__file__) if "guest" in sys.modules else Path("/nowhere")
for path in (
    sys.executable,
    os.__file__,
    numpy.__file__,
    "/bin/sh",
    "/usr/bin/env",
    guest,
    "/etc/passwd",
    "/etc/ld.so.cache",
):
    for target in {Path(path), Path(path).resolve()}:
        try:
            open(target, "r+b").close()
            print({WON}, target)
        except OSError as error:
            print(error)
        try:
            target.chmod(0o777)
            print({WON}, target)
        except OSError as error:
            print(error)
