"""
what = "takes b for a threshold and subtracts it, everywhere"
start = "solution"

[expect.weighted_sum]
score = 0
misconception = "bias-subtracted"
says = "a bias is the threshold with its sign turned"

[expect.neuron]
score = 0
misconception = "bias-subtracted"

[expect.neuron_batch]
score = 0
misconception = "bias-subtracted"

[expect.layer]
score = 0
misconception = "bias-subtracted"
"""

# %% weighted_sum
def weighted_sum(w, x, b):
    return np.dot(w, x) - b

# %% neuron_batch
def neuron_batch(w, X, b, g):
    return g(np.dot(w, X) - b)

# %% layer
def layer(W, X, b, g):
    return g(np.dot(W, X) - b)
