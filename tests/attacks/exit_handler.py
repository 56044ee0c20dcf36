"""
what = "starts a program when its own process is asked to end: atexit, SIGTERM, SIGHUP and a waiting child"
goal = "leave something"
"""

# %%
import atexit
import os
import signal
import subprocess
import sys
import time


def leave(*args):
    subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(60)", {MARK}], start_new_session=True)


atexit.register(leave)
signal.signal(signal.SIGTERM, leave)
signal.signal(signal.SIGHUP, leave)
parent = os.getpid()
if os.fork() == 0:
    os.setsid()
    deadline = time.monotonic() + 20
    while os.getppid() == parent and time.monotonic() < deadline:
        time.sleep(0.01)
    leave()
    os._exit(0)
