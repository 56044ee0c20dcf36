"""
what = "prints the command line of every process it can see"
goal = "secret"
together = true
"""

# %%
from pathlib import Path

for process in Path("/proc").glob("[0-9]*"):
    try:
        print((process / "cmdline").read_bytes()[:2000])
    except OSError:
        pass
