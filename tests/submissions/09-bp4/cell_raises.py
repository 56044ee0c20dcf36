"""
what = "a cell of the student's own raises, and so does the cell of linear_gradient; what needs neither is graded"
start = "solution"

[expect.linear_gradient]
score = 0

[expect.hidden_delta]
score = 0

[expect.two_three_one_gradients]
score = 0
"""

# %%
np.ones((2, 3)) @ np.ones((2, 3))

# %% linear_gradient
linear_gradient = np.hadamard
