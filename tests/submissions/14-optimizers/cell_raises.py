"""
what = "a cell of the student's own raises, and so does the cell of nadam_step; what needs neither is graded"
start = "solution"

[expect.nadam_step]
score = 0
"""

# %%
momentum_step(1.0, 2.0, {})["theta"]

# %% nadam_step
nadam_step = np.optimizers.nadam
