"""
what = "starts hundreds of processes and threads"
goal = "deny service"
together = true
"""

# %%
import os
import signal
import threading
import time

started = []
try:
    for _ in range(200):
        pid = os.fork()
        if pid == 0:
            time.sleep(20)
            os._exit(0)
        started.append(pid)
    print({WON}, "processes")
except OSError as error:
    print(len(started), error)
for pid in started:
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
stop = threading.Event()
threads = 0
try:
    for _ in range(200):
        threading.Thread(target=stop.wait, daemon=True).start()
        threads += 1
    print({WON}, "threads")
except RuntimeError as error:
    print(threads, error)
stop.set()
