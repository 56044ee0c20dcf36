"""
what = "three numbers a gate in a row, as (w1, w2, b); whatever runs the gates stops"
start = "solution"

[expect.gates]
score = 0
says = "AND holds three numbers in a row. Put the two weights into a pair of their own"

[expect.xor]
score = 0
says = "ValueError"
"""

# %% gates
gates = {"AND": (1, 1, -1.5), "OR": (1, 1, -0.5), "NAND": (-1, -1, 1.5)}
