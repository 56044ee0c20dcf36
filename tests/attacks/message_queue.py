"""
what = "leaves a POSIX message queue"
goal = "leave something"
together = true
"""

# %%
import ctypes
import os

print(ctypes.CDLL(None).mq_open(("/" + {MARK}).encode(), os.O_CREAT | os.O_RDWR, 0o666, None))
