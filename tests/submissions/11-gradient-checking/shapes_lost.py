"""
what = "the vector is a column, and b comes back flat; a quotient for each entry, and slopes in a list"
start = "solution"

[expect.flatten]
score = 0
misconception = "a-column"

[expect.unflatten]
score = 0
misconception = "bias-one-dimension"
says = "still flat"

[expect.relative_error]
score = 0
misconception = "entry-by-entry"

[expect.numerical_gradient]
score = 1
says = "only the last line"
"""

# %% flatten
def flatten(params):
    return np.concatenate([array.reshape(-1, 1) for pair in params for array in pair])

# %% unflatten
def unflatten(vector, layer_sizes):
    params = []
    for n_prev, n in pairwise(layer_sizes):
        W, b, vector = np.split(vector, [n * n_prev, n * n_prev + n])
        params.append((W.reshape(n, n_prev), b))
    return params

# %% numerical_gradient
def numerical_gradient(f, theta, eps=1e-5):
    return [(f(theta + e) - f(theta - e)) / (2 * eps) for e in eps * np.eye(len(theta))]

# %% relative_error
def relative_error(a, b):
    below = np.abs(a) + np.abs(b)
    return np.abs(a - b) / np.where(below == 0, 1, below)
