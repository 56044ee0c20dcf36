"""
what = "casts to float32 on the way: seven digits are right, the others are lost"
start = "solution"

[expect.weighted_sum]
score = 1
says = "float32"

[expect.layer]
score = 1
says = "float64 is expected"
"""

# %% weighted_sum
def weighted_sum(w, x, b):
    return np.float32(w @ x + b)

# %% neuron
def neuron(w, x, b, g):
    return g(float(w @ x + b))

# %% layer
def layer(W, X, b, g):
    return g(W @ X + b).astype(np.float32)
