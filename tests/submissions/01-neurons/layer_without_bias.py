"""
what = "leaves b out of the layer; the batch adds it to X in place, which the visible check's weights, 2 and -1, cannot tell"
start = "solution"

[expect.neuron_batch]
score = 1
misconception = "bias-into-inputs"
says = "`X` was changed in place"

[expect.layer]
score = 0
misconception = "bias-forgotten"
"""

# %% neuron_batch
def neuron_batch(w, X, b, g):
    X += b
    return g(w @ X)

# %% layer
def layer(W, X, b, g):
    return g(W @ X)
