"""
what = "row 0 for column 0; a square array for every layer; a defaultdict, which is a dict, and right; params as a dict by name"
start = "solution"

[expect.params_from_thetas]
score = 0
misconception = "first-row-for-biases"
says = "the biases of all of them are a column"

[expect.matrix_from_weights]
score = 0
misconception = "shape-turned"
says = "The two numbers may differ"

[expect.params_from_mazur]
score = 0
says = "a list is expected, with a pair (W, b) for each layer"
"""

# %% params_from_thetas
def params_from_thetas(thetas):
    return [(t[:, 1:], t[0, :]) for t in thetas]

# %% matrix_from_weights
def matrix_from_weights(weights):
    n = max(max(k) for k in weights)
    W = np.zeros((n, n))
    for (i, j), v in weights.items():
        W[j - 1, i - 1] = v
    return W

# %% weights_from_matrix
from collections import defaultdict


def weights_from_matrix(W):
    d = defaultdict(float)
    for r, row in enumerate(W):
        for s, v in enumerate(row):
            d[s + 1, r + 1] += v
    return d

# %% params_from_mazur
def params_from_mazur(w, b1, b2):
    W1 = np.array([[w["w1"], w["w2"]], [w["w3"], w["w4"]]])
    W2 = np.array([[w["w5"], w["w6"]], [w["w7"], w["w8"]]])
    return {"W1": W1, "b1": np.full((2, 1), b1), "W2": W2, "b2": np.full((2, 1), b2)}
