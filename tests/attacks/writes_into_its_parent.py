"""
what = "changes the memory of the process that forks the next submission, and takes its descriptors"
goal = "other grade"
success = "won"
control = "not run: the parent is the process that runs these tests; attaches_to_a_process does it to a planted one"
"""

# %%
import ctypes
import os
from pathlib import Path

parent = Path("/proc", str(os.getppid()))
for name in ("mem", "maps", "environ", "auxv", "syscall", "stack", "fd", "cwd", "root", "map_files", "fdinfo"):
    path = parent / name
    try:
        if name in ("fd", "map_files", "fdinfo"):
            print({WON}, name, os.listdir(path))
        elif name in ("cwd", "root"):
            print({WON}, name, os.readlink(path))
        elif open(path, "rb", 0).read(1):
            print({WON}, name)
    except OSError as error:
        print(name, error)
try:
    open(parent / "mem", "r+b", 0).close()
    print({WON}, "mem for writing")
except OSError as error:
    print(error)
for name in ("oom_score_adj", "coredump_filter", "comm", "timerslack_ns", "autogroup", "clear_refs"):
    try:
        (parent / name).write_text("0")
        print({WON}, name, "for writing")
    except OSError as error:
        print(error)
libc = ctypes.CDLL(None, use_errno=True)
descriptor = libc.syscall(434, os.getppid(), 0)
for number in range(10):
    if descriptor >= 0 and libc.syscall(438, descriptor, number, 0) >= 0:
        print({WON}, "descriptor", number)
for resource in range(8):
    limits = ctypes.create_string_buffer(16)
    if libc.prlimit(os.getppid(), resource, limits, None) == 0:
        print({WON}, "limits")
try:
    os.sched_setaffinity(os.getppid(), {0})
    os.setpriority(os.PRIO_PROCESS, os.getppid(), 19)
    print({WON}, "priority")
except OSError as error:
    print(error)
