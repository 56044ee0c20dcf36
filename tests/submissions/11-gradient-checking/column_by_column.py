"""
what = "matrices are taken to lie column by column, both ways, so that the two fit together"
start = "solution"

[expect.flatten]
score = 0
misconception = "column-by-column"
says = "row by row"

[expect.unflatten]
score = 0
misconception = "column-by-column"
"""

# %% flatten
def flatten(params):
    return np.concatenate([array.ravel(order="F") for pair in params for array in pair])

# %% unflatten
def unflatten(vector, layer_sizes):
    params, start = [], 0
    for n_prev, n in pairwise(layer_sizes):
        W = vector[start : start + n * n_prev].reshape(n, n_prev, order="F")
        start += n * n_prev
        params.append((W, vector[start : start + n].reshape(n, 1)))
        start += n
    return params
