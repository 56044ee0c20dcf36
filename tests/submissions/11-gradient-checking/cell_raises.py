"""
what = "a cell of the student's own raises, and so does the cell of relative_error; what needs neither is graded"
start = "solution"

[expect.relative_error]
score = 0
"""

# %%
np.ones(3) @ np.ones(4)

# %% relative_error
relative_error = np.linalg.relative_error
