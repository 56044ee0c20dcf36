"""
what = "a cell of the student's own raises, and so does the cell of weight_gradient; what needs neither is graded"
start = "solution"

[expect.weight_gradient]
score = 0

[expect.mazur_dw5]
score = 0
"""

# %%
np.ones((2, 3)) @ np.ones((2, 3))

# %% weight_gradient
weight_gradient = np.gradient_of_weights
