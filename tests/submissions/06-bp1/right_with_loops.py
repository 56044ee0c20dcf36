"""
what = "every sum is a loop, only the product is one; W is nudged where it is and put back; digits are typed in from print"
start = "solution"
"""

# %% linear_entry
def linear_entry(W, A_prev, b, r, i):
    total = 0
    n = len(A_prev)
    j = 0
    while j < n:
        total = total + W[r][j] * A_prev[j][i]
        j = j + 1
    return total + b[r][0]

# %% dz_dw
def dz_dw(A_prev, k, i, r, s):
    if k == r:
        return A_prev[s][i]
    else:
        return 0

# %% weight_gradient_entry
def weight_gradient_entry(dZ, A_prev, r, s):
    m = A_prev.shape[1]
    total = 0
    for i in range(m):
        total += dZ[r, i] * A_prev[s, i]
    return 1 / m * total

# %% weight_gradient_loops
def weight_gradient_loops(dZ, A_prev):
    n, m = dZ.shape
    n_prev, m = A_prev.shape
    dW = np.zeros([n, n_prev])
    for i in range(m):
        for r in range(n):
            for s in range(n_prev):
                dW[r][s] += dZ[r][i] * A_prev[s][i] / m
    return dW

# %% weight_gradient
def weight_gradient(dZ, A_prev):
    m = A_prev.shape[1]
    dW = 1 / m * np.dot(dZ, A_prev.T)
    assert dW.shape == (dZ.shape[0], A_prev.shape[0])
    return dW

# %% numerical_weight_gradient
def numerical_weight_gradient(cost, W, eps=1e-5):
    grad = np.zeros(W.shape)
    for r in range(W.shape[0]):
        for s in range(W.shape[1]):
            kept = W[r, s]
            W[r, s] = kept + eps
            up = cost(W)
            W[r, s] = kept - eps
            down = cost(W)
            W[r, s] = kept
            grad[r, s] = (up - down) / (2 * eps)
    return grad

# %% mazur_dw5
mazur_dw5 = 0.74136507 * 0.186815602 * 0.593269992
