"""
what = "Gupta's network without the slopes of its hidden neurons; W_next not transposed; only one of the places compared"
start = "solution"

[expect.da_dz]
score = 0
misconception = "neurons-only"

[expect.hidden_delta]
score = 0
misconception = "transpose-forgotten"
says = "fits all the same"

[expect.two_three_one_gradients]
score = 0
misconception = "hidden-slope-missing"
says = "BP4 is still to come"
"""

# %% da_dz
def da_dz(Z, g_prime, k, i, r, j):
    if k == r:
        return g_prime(Z[r, j])
    return 0.0

# %% hidden_delta
def hidden_delta(W_next, dZ_next, Z, g_prime):
    return np.dot(W_next, dZ_next) * g_prime(Z)

# %% two_three_one_gradients
def two_three_one_gradients(x, t, W1, W2):
    h = sigmoid(W1 @ x)
    a = sigmoid(W2 @ h)
    delta2 = (a - t) * a * (1 - a)
    return W2.T @ delta2 @ x.T, delta2 @ h.T
