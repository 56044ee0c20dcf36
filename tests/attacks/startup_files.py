"""
what = "writes start-up files that the next Python, IPython or matplotlib would read"
goal = "leave something"
together = true
"""

# %%
import os
import site
from pathlib import Path

for home in {os.path.expanduser("~"), str({HOME})}:
    for folder in (
        ".ipython/profile_default/startup",
        ".config/matplotlib",
        site.getusersitepackages().partition("/.")[2],
    ):
        try:
            Path(home, folder).mkdir(parents=True, exist_ok=True)
            Path(home, folder, {MARK} + ".py").write_text("raise SystemExit")
        except OSError as error:
            print(error)
