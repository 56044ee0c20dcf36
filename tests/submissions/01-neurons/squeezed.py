"""
what = "squeezes the layer's result, which is right but for one neuron or one example; the batch gives a list"
start = "solution"

[expect.neuron_batch]
score = 1
says = "The values are right, so only the last line needs a change."

[expect.layer]
score = 1
misconception = "squeezed"
says = "even when one is 1"
"""

# %% neuron_batch
def neuron_batch(w, X, b, g):
    return [float(a) for a in g(w @ X + b)]

# %% layer
def layer(W, X, b, g):
    return np.squeeze(g(W @ X + b))
