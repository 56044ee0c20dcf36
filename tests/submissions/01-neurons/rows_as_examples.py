"""
what = "takes each row of X for an example, in the batch and in the layer"
start = "solution"

[expect.neuron_batch]
score = 0
misconception = "rows-as-examples"
says = "The examples are the columns"

[expect.layer]
score = 0
misconception = "rows-as-examples"
"""

# %% neuron_batch
def neuron_batch(w, X, b, g):
    return np.array([neuron(w, x, b, g) for x in X])

# %% layer
def layer(W, X, b, g):
    return g(np.dot(W, X.T) + b)
