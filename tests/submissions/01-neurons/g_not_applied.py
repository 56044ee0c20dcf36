"""
what = "stops at the weighted sums: g is never called"
start = "solution"

[expect.neuron]
score = 0
misconception = "g-not-applied"
says = "where square_plus_one is the function g(z) = z² + 1."

[expect.neuron_batch]
score = 0
misconception = "g-not-applied"

[expect.layer]
score = 0
misconception = "g-not-applied"
"""

# %% neuron
def neuron(w, x, b, g):
    a = weighted_sum(w, x, b)
    return a

# %% neuron_batch
def neuron_batch(w, X, b, g):
    return np.array([neuron(w, X[:, i], b, g) for i in range(X.shape[1])])

# %% layer
def layer(W, X, b, g):
    return W @ X + b
