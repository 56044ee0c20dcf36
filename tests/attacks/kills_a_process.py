"""
what = "kills a process of the grader's account"
goal = "other grade"
together = true
success = "killed"
"""

# %%
import os
import signal

os.kill({VICTIM}, signal.SIGKILL)
