"""
what = "reads a file another student handed in"
goal = "secret"
together = true
"""

# %%
from pathlib import Path

for path in Path({SUBMITTED}).rglob("*.txt"):
    print(path.read_text())
