"""
what = "every sum is a loop, nothing is vectorized"
start = "solution"
"""

# %% dz_db
def dz_db(k, i, r):
    if k != r:
        return 0.0
    return 1.0

# %% bias_gradient_entry
def bias_gradient_entry(dZ, r):
    m = dZ.shape[1]
    total = 0
    for i in range(m):
        total = total + dZ[r][i]
    return total / m

# %% bias_gradient_loops
def bias_gradient_loops(dZ):
    n, m = dZ.shape
    db = np.zeros((n, 1))
    for i in range(m):
        for r in range(n):
            db[r, 0] += dZ[r, i] / m
    return db

# %% bias_gradient
def bias_gradient(dZ):
    m = dZ.shape[1]
    db = 1 / m * np.sum(dZ, axis=1, keepdims=True)
    assert db.shape == (dZ.shape[0], 1)
    return db

# %% theta_gradient
def theta_gradient(dZ, A_prev):
    n, m = dZ.shape
    n_prev = A_prev.shape[0]
    gradient = np.zeros((n, n_prev + 1))
    for r in range(n):
        for i in range(m):
            gradient[r, 0] += dZ[r, i]
            for s in range(n_prev):
                gradient[r, s + 1] += dZ[r, i] * A_prev[s, i]
    return gradient / m
