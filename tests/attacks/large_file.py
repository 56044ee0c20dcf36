"""
what = "makes one file of a gigabyte, and fills the disk with several smaller ones"
goal = "deny service"
together = true
"""

# %%
import os
import signal

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
try:
    with open("large", "wb") as file:
        file.truncate(10**9)
    print({WON}, "one file")
except OSError as error:
    print(error)
total = 0
for folder in (".", {TMP}, {SHM}):
    for number in range(8):
        try:
            with open(os.path.join(folder, f"part{number}"), "wb") as file:
                os.posix_fallocate(file.fileno(), 0, 50_000_000)
            total += 50_000_000
        except OSError as error:
            print(error)
            break
if total > 400_000_000:
    print({WON}, total)
