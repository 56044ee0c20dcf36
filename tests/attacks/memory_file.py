"""
what = "a process that survives keeps a file without a name"
goal = "leave something"
together = true
"""

# %%
import ctypes
import os
import time

os.write(os.memfd_create({MARK}), b"next time")
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        ctypes.CDLL(None).prctl(15, {MARK}.encode())
        time.sleep(60)
    os._exit(0)
os.wait()
