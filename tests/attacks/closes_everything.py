"""
what = "a cell closes all open files and connections, so that no later test can be run"
goal = "deny service"
success = "lost"
start = "solution"
honest = 13
seconds = 3
"""

# %% xor
import os

os.closerange(0, 256)
