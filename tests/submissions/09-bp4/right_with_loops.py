"""
what = "entry by entry, everything a loop; the network with math.exp and a list of weights"
start = "solution"
"""

# %% da_dz
def da_dz(Z, g_prime, k, i, r, j):
    if k == r:
        if i == j:
            return g_prime(Z[k][i])
    return 0

# %% linear_gradient_entry
def linear_gradient_entry(dA, Z, g_prime, r, i):
    slope = g_prime(Z[r][i])
    return slope * dA[r][i]

# %% linear_gradient
def linear_gradient(dA, Z, g_prime):
    dZ = np.zeros(Z.shape)
    for r in range(Z.shape[0]):
        for i in range(Z.shape[1]):
            dZ[r, i] = dA[r, i] * g_prime(Z[r, i])
    return dZ

# %% squared_error_output_delta
def squared_error_output_delta(A, Y):
    dZ = np.zeros(A.shape)
    for k in range(A.shape[0]):
        for i in range(A.shape[1]):
            a = A[k, i]
            dZ[k, i] = (a - Y[k, i]) * a * (1 - a)
    return dZ

# %% hidden_delta
def hidden_delta(W_next, dZ_next, Z, g_prime):
    n, m = Z.shape
    dZ = np.zeros((n, m))
    for r in range(n):
        for i in range(m):
            total = 0
            for k in range(W_next.shape[0]):
                total += W_next[k, r] * dZ_next[k, i]
            dZ[r, i] = total * g_prime(Z[r, i])
    return dZ

# %% softmax_output_delta
def softmax_output_delta(A, Y):
    dZ = np.zeros(A.shape)
    for i in range(A.shape[1]):
        for k in range(A.shape[0]):
            dZ[k, i] = A[k, i] - Y[k, i]
    return dZ

# %% two_three_one_gradients
import math


def two_three_one_gradients(x, t, W1, W2):
    h = []
    for r in range(3):
        z = W1[r, 0] * x[0, 0] + W1[r, 1] * x[1, 0]
        h.append(1 / (1 + math.exp(-z)))
    a = 1 / (1 + math.exp(-(W2[0, 0] * h[0] + W2[0, 1] * h[1] + W2[0, 2] * h[2])))
    delta = (a - t) * a * (1 - a)
    dW1 = np.zeros((3, 2))
    dW2 = np.zeros((1, 3))
    for r in range(3):
        dW2[0, r] = delta * h[r]
        for s in range(2):
            dW1[r, s] = delta * W2[0, r] * h[r] * (1 - h[r]) * x[s, 0]
    return dW1, dW2
