"""
what = "a process that survives keeps a file without a name"
goal = "leave something"
"""

# %%
import ctypes
import os
import signal
import time

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
os.write(os.memfd_create({MARK}), b"next time")
if os.fork() == 0:
    os.setsid()
    ctypes.CDLL(None).prctl(15, {MARK}.encode())
    time.sleep(60)
    os._exit(0)
