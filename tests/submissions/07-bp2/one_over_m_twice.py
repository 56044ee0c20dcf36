"""
what = "1/m taken twice, in place or in every turn of the loop; a row of 1/m for the row of ones"
start = "solution"

[expect.bias_gradient_entry]
score = 0
misconception = "one-over-m-twice"

[expect.bias_gradient_loops]
score = 0
misconception = "divided-each-turn"

[expect.bias_gradient]
score = 0
misconception = "one-over-m-twice"

[expect.theta_gradient]
score = 0
misconception = "one-over-m-twice-for-biases"
"""

# %% bias_gradient_entry
def bias_gradient_entry(dZ, r):
    return np.mean(dZ[r]) / dZ.shape[1]

# %% bias_gradient_loops
def bias_gradient_loops(dZ):
    db = np.zeros((len(dZ), 1))
    for r in range(len(dZ)):
        for i in range(dZ.shape[1]):
            db[r] += dZ[r, i]
            db[r] /= dZ.shape[1]
    return db

# %% bias_gradient
def bias_gradient(dZ):
    return 1 / dZ.shape[1] * np.mean(dZ, axis=1, keepdims=True)

# %% theta_gradient
def theta_gradient(dZ, A_prev):
    m = dZ.shape[1]
    return dZ @ np.vstack([np.full((1, m), 1 / m), A_prev]).T / m
