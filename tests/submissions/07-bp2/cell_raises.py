"""
what = "a cell of the student's own raises, and so does the cell of bias_gradient_loops; what needs neither is graded"
start = "solution"

[expect.bias_gradient_loops]
score = 0
"""

# %%
np.ones((2, 3)) + np.ones((3, 2))

# %% bias_gradient_loops
bias_gradient_loops = np.gradient_of_biases
