"""
what = "xor by OR alone: right for three of the four inputs"
start = "solution"

[expect.xor]
score = 0
misconception = "or-alone"
says = "3 of the 4 inputs we tried came out right."
"""

# %% xor
def xor(x1, x2):
    return run_gate("OR", x1, x2)
