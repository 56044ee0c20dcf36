"""
what = "biases as thresholds, with the wrong sign: AND and OR always fire"
start = "solution"

[expect.gates]
score = 0
misconception = "bias-sign"
says = "The bias is added"

[expect.xor]
score = 0
misconception = "always-1"
"""

# %% gates
gates = {"AND": ((1, 1), 1.5), "OR": ((1, 1), 0.5), "NAND": ((-1, -1), -1.5)}
