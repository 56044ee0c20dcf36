"""
what = "a cell of the student's own raises, and so does the cell of passes_needed; the rest is graded as usual"
start = "solution"

[expect.passes_needed]
score = 0
says = "NameError"
"""

# %%
backward(None, None, [], [], [], "squared_error")

# %% passes_needed
print(n_parameters + 1)


def passes_needed(n_parameters):
    return n_parameters + 1, 2
