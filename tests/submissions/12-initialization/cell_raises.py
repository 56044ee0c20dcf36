"""
what = "a cell of the student's own raises, and so does the cell of xavier_initialization; what needs neither is graded"
start = "solution"

[expect.xavier_initialization]
score = 0
"""

# %%
zero_initialization([2, 3, 1])[7]

# %% xavier_initialization
xavier_initialization = np.random.xavier
