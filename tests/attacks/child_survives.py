"""
what = "starts a program in a session of its own that ignores every signal it can"
goal = "leave something"
together = true
"""

# %%
import subprocess
import sys

code = "import signal, time; [signal.signal(s, signal.SIG_IGN) for s in (1, 2, 15)]; time.sleep(60)"
subprocess.Popen([sys.executable, "-S", "-c", code, {MARK}], start_new_session=True)
