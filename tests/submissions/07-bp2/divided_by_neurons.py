"""
what = "len(dZ) and dZ.size in the place of m, and np.mean over everything"
start = "solution"

[expect.bias_gradient_entry]
score = 0
misconception = "divided-by-neurons"

[expect.bias_gradient_loops]
score = 0
misconception = "divided-by-all-entries"

[expect.bias_gradient]
score = 0
misconception = "one-number"

[expect.theta_gradient]
score = 0
misconception = "divided-by-neurons"
"""

# %% bias_gradient_entry
def bias_gradient_entry(dZ, r):
    return sum(dZ[r]) / len(dZ)

# %% bias_gradient_loops
def bias_gradient_loops(dZ):
    db = np.zeros((len(dZ), 1))
    for r in range(len(dZ)):
        db[r] = sum(dZ[r]) / dZ.size
    return db

# %% bias_gradient
def bias_gradient(dZ):
    return np.mean(dZ)

# %% theta_gradient
def theta_gradient(dZ, A_prev):
    with_ones = np.vstack([np.ones((1, A_prev.shape[1])), A_prev])
    return dZ @ with_ones.T / dZ.shape[0]
