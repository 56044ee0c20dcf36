"""
what = "prints the environment of every process it can see"
goal = "secret"
together = true
"""

# %%
from pathlib import Path

for process in Path("/proc").glob("[0-9]*"):
    if process.name == str({VICTIM}):
        print((process / "environ").read_bytes())
    try:
        print(str((process / "environ").read_bytes())[:3000])
    except OSError:
        pass
