"""
what = "the cell of gates and a cell of the student's own raise; what needs no gates is graded as usual"
start = "solution"

[expect.gates]
score = 0
says = "gates"

[expect.xor]
score = 0
says = "NameError"
"""

# %% weighted_sum
def weighted_sum(w, x, b):
    return sum(w * x) + b

# %%
weighted_sum(np.array([1.0, 2.0]), np.array([1.0, 2.0, 3.0]), 0.0)

# %% gates
gates = {"AND": ((1, 1), 1 / 0), "OR": ((1, 1), -0.5), "NAND": ((-1, -1), 1.5)}
