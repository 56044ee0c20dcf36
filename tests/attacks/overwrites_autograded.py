"""
what = "overwrites the autograded notebook of another student"
goal = "other grade"
together = true
"""

# %%
from pathlib import Path

for path in Path({AUTOGRADED}).rglob("*.ipynb"):
    path.unlink()
    path.write_text("{}")
