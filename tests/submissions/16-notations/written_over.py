"""
what = "what belongs to the caller is changed: the list of params, the first delta, the dict of arrows"
start = "solution"

[expect.thetas_from_params]
score = 1
misconception = "in-place"
says = "Make a new list"

[expect.matrix_from_weights]
score = 1
misconception = "used-up"
says = "read from it without taking out"

[expect.gradients_from_deltas]
score = 1
misconception = "in-place"
says = "Start with zeros, or with a copy"
"""

# %% thetas_from_params
def thetas_from_params(params):
    for l in range(len(params)):
        W, b = params[l]
        params[l] = np.hstack([b, W])
    return params

# %% matrix_from_weights
def matrix_from_weights(weights):
    W = np.zeros((max(j for i, j in weights), max(i for i, j in weights)))
    while weights:
        (i, j), value = weights.popitem()
        W[j - 1, i - 1] = value
    return W

# %% gradients_from_deltas
def gradients_from_deltas(deltas, activations):
    m = len(deltas)
    dW = sum(np.outer(d, a) for d, a in zip(deltas, activations)) / m
    total = deltas[0]
    for delta in deltas[1:]:
        total += delta
    return dW, (total / m).reshape(-1, 1)
