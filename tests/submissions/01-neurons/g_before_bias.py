"""
what = "adds the bias to what g gives"
start = "solution"

[expect.neuron]
score = 0
misconception = "g-before-bias"
says = "first products, sum and bias, then `g`"

[expect.neuron_batch]
score = 0
misconception = "g-before-bias"

[expect.layer]
score = 0
misconception = "g-before-bias"
"""

# %% neuron
def neuron(w, x, b, g):
    return g(np.sum(w * x)) + b

# %% neuron_batch
def neuron_batch(w, X, b, g):
    return np.array([neuron(w, x, b, g) for x in X.T])

# %% layer
def layer(W, X, b, g):
    return np.array([neuron_batch(w, X, bias[0], g) for w, bias in zip(W, b)])
