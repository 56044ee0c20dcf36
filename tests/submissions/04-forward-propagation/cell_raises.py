"""
what = "linear_forward's cell asks NumPy for what it does not have, and a cell of the student's own raises; what needs neither is graded"
start = "solution"

[expect.linear_forward]
score = 0

[expect.forward]
score = 0
says = "NameError"

[expect.mazur_forward]
score = 0
"""

# %% count_parameters
def count_parameters(layer_sizes):
    return sum(n * (p + 1) for p, n in pairwise(layer_sizes))

# %%
np.ones((2, 3)) @ np.ones((2, 3))

# %% linear_forward
linear_forward = np.linear
