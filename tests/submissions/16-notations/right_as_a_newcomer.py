"""
what = "loops, appends and helper cells of one's own, everything number by number"
start = "solution"
"""

# %% thetas_from_params
def thetas_from_params(params):
    thetas = []
    for pair in params:
        W = pair[0]
        b = pair[1]
        theta = np.zeros((W.shape[0], W.shape[1] + 1))
        for r in range(W.shape[0]):
            theta[r, 0] = b[r, 0]
            for s in range(W.shape[1]):
                theta[r, s + 1] = W[r, s]
        thetas.append(theta)
    return thetas

# %% params_from_thetas
def params_from_thetas(thetas):
    params = []
    for theta in thetas:
        b = np.zeros((len(theta), 1))
        for r in range(len(theta)):
            b[r, 0] = theta[r, 0]
        W = theta[:, 1:]
        params.append((W, b))
    return params

# %%
example = params_from_thetas([np.array([[1.0, 2.0]])])
example

# %% matrix_from_weights
def matrix_from_weights(weights):
    n_from = 0
    n_to = 0
    for i, j in weights:
        if i > n_from:
            n_from = i
        if j > n_to:
            n_to = j
    W = np.zeros((n_to, n_from))
    for r in range(n_to):
        for s in range(n_from):
            W[r, s] = weights[(s + 1, r + 1)]
    return W

# %% weights_from_matrix
def weights_from_matrix(W):
    weights = {}
    for i in range(1, W.shape[1] + 1):
        for j in range(1, W.shape[0] + 1):
            weights[(i, j)] = W[j - 1, i - 1]
    return weights

# %% dZ_from_deltas
def dZ_from_deltas(deltas):
    m = len(deltas)
    n = len(deltas[0])
    dZ = np.zeros((n, m))
    for i in range(m):
        for r in range(n):
            dZ[r, i] = deltas[i][r]
    return dZ

# %% gradients_from_deltas
def gradients_from_deltas(deltas, activations):
    m = len(deltas)
    dW = np.zeros((len(deltas[0]), len(activations[0])))
    db = np.zeros((len(deltas[0]), 1))
    for i in range(m):
        for r in range(len(deltas[0])):
            db[r, 0] = db[r, 0] + deltas[i][r]
            for s in range(len(activations[0])):
                dW[r, s] = dW[r, s] + deltas[i][r] * activations[i][s]
    return dW / m, db / m

# %% params_from_mazur
def params_from_mazur(w, b1, b2):
    W1 = np.zeros((2, 2))
    W1[0, 0] = w["w1"]
    W1[0, 1] = w["w2"]
    W1[1, 0] = w["w3"]
    W1[1, 1] = w["w4"]
    W2 = np.zeros((2, 2))
    W2[0, 0] = w["w5"]
    W2[0, 1] = w["w6"]
    W2[1, 0] = w["w7"]
    W2[1, 1] = w["w8"]
    return [(W1, np.array([[b1], [b1]])), (W2, np.array([[b2], [b2]]))]
