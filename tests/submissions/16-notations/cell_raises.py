"""
what = "a cell of the student's own raises, and so does the cell of dZ_from_deltas; what needs neither is graded"
start = "solution"

[expect.dZ_from_deltas]
score = 0
"""

# %%
W1 @ W1

# %% dZ_from_deltas
dZ_from_deltas = np.stack_deltas
