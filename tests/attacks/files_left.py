"""
what = "leaves files, folders, links and a pipe in the temporary folders and at home"
goal = "leave something"
together = true
"""

# %%
import os
from pathlib import Path

for place in ({TMP}, {SHM}, {HOME}, "~", "."):
    folder = Path(os.path.expanduser(place))
    try:
        (folder / {MARK}).mkdir()
        (folder / {MARK} / ("." + {MARK})).write_text("next time")
        (folder / ({MARK} + ".link")).symlink_to("/etc/passwd")
        os.mkfifo(folder / ({MARK} + ".pipe"))
        (folder / {MARK} / "closed").mkdir(mode=0o000)
        (folder / {MARK}).chmod(0o500)
    except OSError as error:
        print(error)
