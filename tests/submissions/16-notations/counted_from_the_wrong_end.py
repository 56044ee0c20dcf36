"""
what = "nodes counted from 0 where they count from 1, and the reverse"
start = "solution"

[expect.matrix_from_weights]
score = 0
misconception = "counted-from-one"
says = "arrays from 0"

[expect.weights_from_matrix]
score = 0
misconception = "counted-from-zero"
says = "there is an arrow (1, 1)"
"""

# %% matrix_from_weights
def matrix_from_weights(weights):
    W = np.zeros((max(j for i, j in weights) + 1, max(i for i, j in weights) + 1))
    for i, j in weights:
        W[j, i] = weights[i, j]
    return W

# %% weights_from_matrix
def weights_from_matrix(W):
    return {(s, r): W[r, s] for r in range(W.shape[0]) for s in range(W.shape[1])}
