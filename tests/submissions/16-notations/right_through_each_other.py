"""
what = "one translation is written with the other, with helpers in a cell of one's own"
start = "solution"
"""

# %%
def column(numbers):
    return np.array([numbers]).T


def place(key):
    i, j = key
    return j - 1, i - 1

# %% matrix_from_weights
def matrix_from_weights(weights):
    rows, columns = zip(*[place(key) for key in weights])
    W = np.empty((1 + max(rows), 1 + max(columns)))
    W[list(rows), list(columns)] = list(weights.values())
    return W

# %% weights_from_matrix
def weights_from_matrix(W):
    arrows = [(i, j) for i in range(1, 1 + W.shape[1]) for j in range(1, 1 + W.shape[0])]
    return {key: W[place(key)] for key in arrows}

# %% dZ_from_deltas
def dZ_from_deltas(deltas):
    return np.hstack([column(delta) for delta in deltas])

# %% gradients_from_deltas
def gradients_from_deltas(deltas, activations):
    m = len(deltas)
    with_ones = [np.append(1.0, a) for a in activations]
    theta = sum(np.outer(delta, a) for delta, a in zip(deltas, with_ones)) / m
    return params_from_thetas([theta])[0]

# %% params_from_mazur
def params_from_mazur(w, b1, b2):
    hidden = matrix_from_weights({(1, 1): w["w1"], (2, 1): w["w2"], (1, 2): w["w3"], (2, 2): w["w4"]})
    output = matrix_from_weights({(1, 1): w["w5"], (2, 1): w["w6"], (1, 2): w["w7"], (2, 2): w["w8"]})
    return [(hidden, column([b1, b1])), (output, column([b2, b2]))]
