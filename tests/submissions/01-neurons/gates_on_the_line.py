"""
what = "gates for a neuron that fires at z >= 0: each has z = 0 where it should fire, and xor is never 1"
start = "solution"

[expect.gates]
score = 0
misconception = "on-the-line"
says = "z = 1·1 + 1·1 + (−2) = 0, not above 0, so it stays quiet"

[expect.xor]
score = 0
misconception = "always-0"
"""

# %% gates
gates = {"AND": ((1, 1), -2), "OR": ((1, 1), -1), "NAND": ((-1, -1), 1)}
