"""
what = "gives an iterator without an end where a test expects a dict"
goal = "deny service"
success = "lost"
start = "solution"
honest = 11
seconds = 3
"""

# %% gates
import itertools

gates = itertools.repeat("AND")
