"""
what = "recursion over inputs, neurons and examples, parameters under other names, helpers in cells of their own"
start = "solution"
"""

# %% weighted_sum
def weighted_sum(weights, inputs, bias):
    if len(weights) == 0:
        return bias
    return weights[0] * inputs[0] + weighted_sum(weights[1:], inputs[1:], bias)

# %%
weighted_sum(np.array([1.0, 2.0, 3.0]), np.array([1.0, 1.0, 1.0]), 0.5)

# %% neuron
def neuron(*args):
    *inputs, activation = args
    return activation(weighted_sum(*inputs))

# %%
def on_columns(f, matrix):
    return np.array([f(column) for column in matrix.T])

# %% neuron_batch
def neuron_batch(w, X, b, g):
    return on_columns(lambda x: neuron(w, x, b, g), X)

# %% layer
def layer(W, X, b, g):
    first = neuron_batch(W[0], X, b[0][0], g).reshape(1, -1)
    if len(W) == 1:
        return first
    return np.concatenate([first, layer(W[1:], X, b[1:], g)])
