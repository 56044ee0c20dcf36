"""
what = "through the total derivative and the Jacobians, einsum, np.vectorize, powers multiplied out, indices for matrices"
start = "solution"
"""

# %% da_dz
def da_dz(Z, g_prime, k, i, r, j):
    same = float(k == r) * float(i == j)
    return same * g_prime(Z)[r, j]

# %% linear_gradient_entry
def linear_gradient_entry(dA, Z, g_prime, r, i):
    total = 0.0
    for k in range(dA.shape[0]):
        for j in range(dA.shape[1]):
            total = total + dA[k, j] * da_dz(Z, g_prime, k, j, r, i)
    return total

# %% linear_gradient
def linear_gradient(dA, Z, g_prime):
    return np.einsum("ri,ri->ri", dA, np.vectorize(g_prime, otypes=[float])(Z))

# %% hidden_delta
def hidden_delta(W_next, dZ_next, Z, g_prime):
    gathered = np.einsum("kr,ki->ri", W_next, dZ_next)
    return linear_gradient(gathered, Z, g_prime)

# %% squared_error_output_delta
def squared_error_output_delta(A, Y):
    return A**2 - A**3 - Y * A + Y * A**2

# %% softmax_output_delta
def softmax_output_delta(A, Y):
    dZ = np.zeros(np.shape(A))
    for i in range(A.shape[1]):
        a = A[:, [i]]
        J = np.diagflat(a) - a @ a.T
        with np.errstate(divide="ignore", invalid="ignore"):
            dA = np.where(Y[:, [i]] == 0, 0.0, -Y[:, [i]] / a)
        dZ[:, [i]] = J @ dA
    return dZ

# %% two_three_one_gradients
def two_three_one_gradients(x, t, W1, W2):
    z1 = W1 @ x
    h = 1 / (1 + np.exp(-z1))
    a = (1 / (1 + np.exp(-(W2 @ h)))).item()
    d2 = (a - t) * a * (1 - a)
    dW1 = np.zeros((3, 2))
    dW2 = np.zeros((1, 3))
    for r in range(3):
        dW2[0, r] = d2 * h[r, 0]
        for s in range(2):
            dW1[r, s] = W2[0, r] * d2 * h[r, 0] * (1 - h[r, 0]) * x[s, 0]
    return dW1, dW2

# %% questions
answers = {"q1": 36.0, "q2": "A", "q3": "d"}
