"""
what = "returns the products without adding them up, in all four functions"
start = "solution"

[expect.weighted_sum]
score = 0
misconception = "not-summed"
says = "one number is expected"

[expect.neuron]
score = 0
misconception = "not-summed"

[expect.neuron_batch]
score = 0
misconception = "not-summed"

[expect.layer]
score = 0
misconception = "element-wise"
"""

# %% weighted_sum
def weighted_sum(w, x, b):
    return w * x + b

# %% neuron_batch
def neuron_batch(w, X, b, g):
    return g(w[:, None] * X + b)

# %% layer
def layer(W, X, b, g):
    return g(W * X + b)
