"""
what = "makes a visible test say ten megabytes"
goal = "deny service"
success = "large"
"""

# %% gates
gates = {"x" * 10_000_000: 1}
