"""
what = "i is taken for the row and j for the column, both ways; the examples in rows; Mazur's weights by what they leave"
start = "solution"

[expect.matrix_from_weights]
score = 0
misconception = "transposed"
says = "lies on its side"

[expect.weights_from_matrix]
score = 0
misconception = "keys-to-from"
says = "first where the arrow starts"

[expect.dZ_from_deltas]
score = 0
misconception = "examples-in-rows"
says = "an example is a column"

[expect.gradients_from_deltas]
score = 0
misconception = "product-turned"

[expect.params_from_mazur]
score = 0
misconception = "weights-transposed"
says = "The numbers go through the readers"
"""

# %% matrix_from_weights
def matrix_from_weights(weights):
    n_from, n_to = max(weights)
    W = np.zeros((n_from, n_to))
    for (i, j), value in weights.items():
        W[i - 1, j - 1] = value
    return W

# %% weights_from_matrix
def weights_from_matrix(W):
    return {(i + 1, j + 1): W[i, j] for i in range(W.shape[0]) for j in range(W.shape[1])}

# %% dZ_from_deltas
def dZ_from_deltas(deltas):
    return np.array(deltas)

# %% gradients_from_deltas
def gradients_from_deltas(deltas, activations):
    m = len(deltas)
    return sum(np.outer(a, d) for a, d in zip(activations, deltas)) / m, (sum(deltas) / m)[:, None]

# %% params_from_mazur
def params_from_mazur(w, b1, b2):
    W1 = np.array([[w["w1"], w["w3"]], [w["w2"], w["w4"]]])
    W2 = np.array([[w["w5"], w["w7"]], [w["w6"], w["w8"]]])
    return [(W1, np.full((2, 1), b1)), (W2, np.full((2, 1), b2))]
