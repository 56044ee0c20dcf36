"""
what = "NAND without the negation; AND, the only gate with a visible check, is right, and so is an xor made of OR and AND"
start = "solution"

[expect.gates]
score = 1
misconception = "not-negated"
says = "AND and OR are right; NAND is not yet."
"""

# %% gates
gates = {"AND": ((1, 1), -1), "OR": ((3, 3), -2), "NAND": ((1, 1), -1)}

# %% xor
def xor(x1, x2):
    return int(run_gate("OR", x1, x2) and not run_gate("AND", x1, x2))
