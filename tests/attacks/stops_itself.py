"""
what = "a function called by a test stops its own process for ever"
goal = "deny service"
success = "lost"
start = "solution"
honest = 13
seconds = 2
"""

# %% xor
import os
import signal


def xor(x1, x2):
    os.kill(os.getpid(), signal.SIGSTOP)
