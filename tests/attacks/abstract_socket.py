"""
what = "a process that survives listens on a socket without a file and talks to the next submission"
goal = "leave something"
"""

# %%
import os
import signal
import socket
import time

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
listener = socket.socket(socket.AF_UNIX)
listener.bind("\0" + {MARK})
listener.listen()
if os.fork() == 0:
    os.setsid()
    time.sleep(30)
    os._exit(0)
