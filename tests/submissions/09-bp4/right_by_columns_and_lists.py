"""
what = "tuples compared, lists, diagonal matrices, np.where, np.outer, a list for the pair; the questions with stray blanks"
start = "solution"
"""

# %% da_dz
def da_dz(Z, g_prime, k, i, r, j):
    if (k, i) != (r, j):
        return 0
    return g_prime(Z[k, i])

# %% linear_gradient_entry
def linear_gradient_entry(dA, Z, g_prime, r, i):
    return dA[r][i] * g_prime(Z[r][i])

# %% linear_gradient
def linear_gradient(dA, Z, g_prime):
    return np.array([[linear_gradient_entry(dA, Z, g_prime, r, i) for i in range(Z.shape[1])] for r in range(len(Z))])

# %% hidden_delta
def hidden_delta(W_next, dZ_next, Z, g_prime):
    slopes = g_prime(Z)
    columns = []
    for i in range(Z.shape[1]):
        columns.append(np.diag(slopes[:, i]) @ W_next.T @ dZ_next[:, i])
    return np.stack(columns, axis=1)

# %% squared_error_output_delta
def squared_error_output_delta(A, Y):
    return (A - Y) * (A - A * A)

# %% softmax_output_delta
def softmax_output_delta(A, Y):
    return np.where(Y == 1, A - 1, A)

# %% two_three_one_gradients
def two_three_one_gradients(x, t, W1, W2):
    h = sigmoid(np.dot(W1, x))
    a = sigmoid(np.dot(W2, h))
    d2 = squared_error_output_delta(a, np.array([[t]]))
    d1 = hidden_delta(W2, d2, W1 @ x, sigmoid_prime)
    return [np.outer(d1, x), np.outer(d2, h)]

# %% questions
answers = {"q1": 4 * 3**2, "q2": "a", "q3": "D "}
