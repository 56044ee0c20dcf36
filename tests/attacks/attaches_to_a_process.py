"""
what = "attaches to another process as a debugger does"
goal = "other grade"
together = true
success = "won"
"""

# %%
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
ATTACH, DETACH = 16, 17
for pid in {int({VICTIM}), 1 if os.getppid() == 1 else int({VICTIM})}:
    if libc.ptrace(ATTACH, pid, 0, 0) == 0:
        os.waitpid(pid, 0x40000000)
        libc.ptrace(DETACH, pid, 0, 0)
        print({WON})
    else:
        print(os.strerror(ctypes.get_errno()))
