"""
what = "returns in the first turn of the loop: one input, one example, one neuron"
start = "solution"

[expect.weighted_sum]
score = 0
misconception = "first-input-only"
says = "`return` inside the loop"

[expect.neuron_batch]
score = 0
misconception = "first-example-only"

[expect.layer]
score = 0
misconception = "first-neuron-only"
"""

# %% weighted_sum
def weighted_sum(w, x, b):
    z = 0
    for i in range(len(w)):
        z += w[i] * x[i]
        return z + b

# %% neuron
def neuron(w, x, b, g):
    return g(w.dot(x) + b)

# %% neuron_batch
def neuron_batch(w, X, b, g):
    for i in range(X.shape[1]):
        return neuron(w, X[:, i], b, g)

# %% layer
def layer(W, X, b, g):
    for r in range(len(W)):
        return g(W[r] @ X + b[r])
