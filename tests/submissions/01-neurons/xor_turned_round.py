"""
what = "NAND where AND comes last: all four answers are turned round"
start = "solution"

[expect.xor]
score = 0
misconception = "turned-round"
says = "Which gate comes last"
"""

# %% xor
def xor(x1, x2):
    return run_gate("NAND", run_gate("OR", x1, x2), run_gate("NAND", x1, x2))
