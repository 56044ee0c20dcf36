"""
what = "forks twice, starts a session of its own and waits for the next submission"
goal = "leave something"
together = true
"""

# %%
import ctypes
import os
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        ctypes.CDLL(None).prctl(15, {MARK}.encode())
        time.sleep(60)
    os._exit(0)
os.wait()
