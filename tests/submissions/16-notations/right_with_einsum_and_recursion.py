"""
what = "einsum, recursion, comprehensions, floats and NumPy whole numbers as keys"
start = "solution"
"""

# %% thetas_from_params
def thetas_from_params(params):
    if len(params) == 0:
        return []
    W, b = params[0]
    return [np.block([b, W])] + thetas_from_params(params[1:])

# %% params_from_thetas
def params_from_thetas(thetas):
    return [[np.delete(theta, 0, axis=1), theta[:, [0]]] for theta in thetas]

# %% matrix_from_weights
def matrix_from_weights(weights):
    n_from, n_to = np.max(list(weights), axis=0)
    return np.array([[weights[i, j] for i in range(1, n_from + 1)] for j in range(1, n_to + 1)])

# %% weights_from_matrix
def weights_from_matrix(W):
    keys = [(i, j) for i in np.arange(1, W.shape[1] + 1) for j in np.arange(1, W.shape[0] + 1)]
    return dict(zip(keys, W.T.ravel().tolist()))

# %% dZ_from_deltas
def dZ_from_deltas(deltas):
    return np.einsum("ir->ri", np.array(deltas)).copy()

# %% gradients_from_deltas
def gradients_from_deltas(deltas, activations):
    D, A, m = np.array(deltas), np.array(activations), len(deltas)
    return np.einsum("ir,is->rs", D, A) / m, np.einsum("ir->r", D)[:, None] / m

# %% params_from_mazur
def params_from_mazur(w, b1, b2):
    def layer(first, b):
        rows = [[w[f"w{first + 2 * r + s}"] for s in (0, 1)] for r in (0, 1)]
        return np.array(rows), b * np.ones((2, 1))

    return [layer(1, b1), layer(5, b2)]
