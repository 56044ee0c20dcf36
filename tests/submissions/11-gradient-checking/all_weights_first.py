"""
what = "all W, then all b, both ways"
start = "solution"

[expect.flatten]
score = 0
misconception = "all-weights-first"

[expect.unflatten]
score = 0
misconception = "all-weights-first"
says = "layer by layer"
"""

# %% flatten
def flatten(params):
    weights = [W.ravel() for W, b in params]
    biases = [b.ravel() for W, b in params]
    return np.concatenate(weights + biases)

# %% unflatten
def unflatten(vector, layer_sizes):
    Ws, bs, i = [], [], 0
    for n_prev, n in pairwise(layer_sizes):
        Ws.append(vector[i : i + n * n_prev].reshape(n, n_prev))
        i += n * n_prev
    for n in layer_sizes[1:]:
        bs.append(vector[i : i + n].reshape(n, 1))
        i += n
    return list(zip(Ws, bs))
