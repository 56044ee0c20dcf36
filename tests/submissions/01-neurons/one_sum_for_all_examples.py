"""
what = "hands the whole of X to the neuron, and lays the bias along the examples"
start = "solution"

[expect.neuron_batch]
score = 0
misconception = "all-at-once"
says = "Each column is an example"

[expect.layer]
score = 0
misconception = "bias-along-examples"
says = "Bias r belongs to neuron r"
"""

# %% neuron_batch
def neuron_batch(w, X, b, g):
    return neuron(w, X, b, g)

# %% layer
def layer(W, X, b, g):
    return g(W @ X + b.ravel())
