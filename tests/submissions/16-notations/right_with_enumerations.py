"""
what = "right: ndenumerate, einsum over rows, places worked out from the numbers of the weights"
start = "solution"
"""

# %% thetas_from_params
def fold(W, b):
    out = np.empty((W.shape[0], W.shape[1] + 1))
    out[:, 0] = b.ravel()
    out[:, 1:] = W
    return out

def thetas_from_params(network):
    result = []
    for layer in range(len(network)):
        weights = network[layer][0]
        biases = network[layer][1]
        result.append(fold(weights, biases))
    return result

# %% params_from_thetas
def params_from_thetas(thetas):
    pairs = []
    for T in thetas:
        b, W = np.split(T, [1], axis=1)
        pairs.append((W, b))
    return pairs

# %% matrix_from_weights
def matrix_from_weights(weights):
    n_from = max(k[0] for k in weights)
    n_to = max(k[1] for k in weights)
    return np.array([[weights[s, r] for s in range(1, n_from + 1)] for r in range(1, n_to + 1)])

# %% weights_from_matrix
def weights_from_matrix(W):
    d = {}
    for (row, col), v in np.ndenumerate(W):
        d[col + 1, row + 1] = v
    return d

# %% dZ_from_deltas
def dZ_from_deltas(deltas):
    dZ = np.zeros((len(deltas[0]), len(deltas)))
    example = 0
    for delta in deltas:
        dZ[:, example] = delta
        example += 1
    return dZ

# %% gradients_from_deltas
def gradients_from_deltas(deltas, activations):
    D, A = np.stack(deltas), np.stack(activations)   # rows are examples
    dW = np.einsum("xj,xk->jk", D, A) / len(deltas)
    db = D.sum(0)[:, None] / len(deltas)
    return dW, db

# %% params_from_mazur
def params_from_mazur(w, b1, b2):
    W1, W2 = np.zeros((2, 2)), np.zeros((2, 2))
    for name, value in w.items():
        n = int(name[1]) - 1
        (W1 if n < 4 else W2)[(n % 4) // 2, n % 2] = value
    return [(W1, np.full((2, 1), b1)), (W2, np.full((2, 1), b2))]

# %% questions
answers = {"q1": "b", "q2": 0.6 / 4, "q3": "b"}
