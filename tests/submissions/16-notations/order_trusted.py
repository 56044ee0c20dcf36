"""
what = "the values of a dict are taken as they come"
start = "solution"

[expect.matrix_from_weights]
score = 0
misconception = "order-trusted"
says = "where a value belongs is said by its key"

[expect.params_from_mazur]
score = 0
misconception = "order-trusted"
says = "by its name"
"""

# %% matrix_from_weights
def matrix_from_weights(weights):
    n_from, n_to = max(weights)
    return np.array(list(weights.values())).reshape(n_from, n_to).T

# %% params_from_mazur
def params_from_mazur(w, b1, b2):
    W1, W2 = np.array(list(w.values())).reshape(2, 2, 2)
    return [(W1, np.full((2, 1), b1)), (W2, np.full((2, 1), b2))]
