"""
what = "gates worked out for inputs of -1 and 1"
start = "solution"

[expect.gates]
score = 1
misconception = "minus-one-for-zero"
says = "for (0, 0) all of z is `b`"

[expect.xor]
score = 0
misconception = "nor"
"""

# %% gates
gates = {"AND": ((1.0, 1.0), -1.0), "OR": ((1.0, 1.0), 1.0), "NAND": ((-1.0, -1.0), 1.0)}
