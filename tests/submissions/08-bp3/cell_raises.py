"""
what = "a cell of the student's own raises, and so does the cell of previous_activation_gradient; what needs neither is graded"
start = "solution"

[expect.previous_activation_gradient]
score = 0

[expect.mazur_dE_dout_h1]
score = 0
"""

# %%
np.ones((2, 3)) @ np.ones((2, 3))

# %% previous_activation_gradient
previous_activation_gradient = np.transpose_and_multiply
