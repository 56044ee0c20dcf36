"""
what = "AND under the name of OR and the other way round"
start = "solution"

[expect.gates]
score = 0
misconception = "exchanged"
says = "AND and OR are exchanged"

[expect.xor]
score = 0
misconception = "always-1"
"""

# %% gates
gates = {
    "AND": ((1.0, 1.0), -0.5),
    "OR": ((1.0, 1.0), -1.5),
    "NAND": ((-1.0, -1.0), 1.5),
}
