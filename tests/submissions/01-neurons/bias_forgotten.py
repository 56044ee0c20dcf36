"""
what = "leaves b out of the weighted sum, and so out of the neuron that calls it"
start = "solution"

[expect.weighted_sum]
score = 0
misconception = "bias-forgotten"
says = "`b` never comes in"

[expect.neuron]
score = 0
misconception = "bias-forgotten"
"""

# %% weighted_sum
def weighted_sum(w, x, b):
    z = 0.0
    for w_i, x_i in zip(w, x):
        z += w_i * x_i
    return z
