"""
what = "every sum is a loop, the product too; digits are typed in from print"
start = "solution"
"""

# %% dz_da
def dz_da(W, k, i, s, j):
    if i == j:
        return W[k][s]
    else:
        return 0

# %% previous_activation_gradient_entry
def previous_activation_gradient_entry(W, dZ, r, i):
    n = W.shape[0]
    total = 0
    k = 0
    while k < n:
        total = total + W[k][r] * dZ[k][i]
        k = k + 1
    return total

# %% previous_activation_gradient_loops
def previous_activation_gradient_loops(W, dZ):
    n, n_prev = W.shape
    n, m = dZ.shape
    dA_prev = np.zeros([n_prev, m])
    for k in range(n):
        for s in range(n_prev):
            for i in range(m):
                dA_prev[s][i] += W[k][s] * dZ[k][i]
    return dA_prev

# %% previous_activation_gradient
def previous_activation_gradient(W, dZ):
    dA_prev = np.zeros((W.shape[1], dZ.shape[1]))
    for weights, blame in zip(W, dZ):
        dA_prev = dA_prev + weights.reshape(-1, 1) * blame.reshape(1, -1)
    return dA_prev

# %% mazur_dE_dout_h1
mazur_dE_dout_h1 = 0.055399425 + (-0.019049119)
