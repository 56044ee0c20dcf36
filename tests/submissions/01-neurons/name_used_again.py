"""
what = "a cell below the exercise keeps its result under the function's own name"
start = "solution"

[expect.weighted_sum]
score = 0
says = "it should be a function. Was the name used again?"

[expect.neuron]
score = 0
says = "TypeError"
"""

# %% weighted_sum
def weighted_sum(w, x, b):
    return w @ x + b

# %%
weighted_sum = weighted_sum(np.array([1.0, 2.0]), np.array([3.0, 4.0]), 0.5)
