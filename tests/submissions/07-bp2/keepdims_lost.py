"""
what = "np.mean(axis=1) without keepdims, and the array put beside dW as it is"
start = "solution"

[expect.bias_gradient_loops]
score = 0
misconception = "keepdims-lost"

[expect.bias_gradient]
score = 0
misconception = "keepdims-lost"
says = "shape (2,); shape (2, 1) is expected"

[expect.theta_gradient]
score = 0
misconception = "dimensions-differ"
"""

# %% bias_gradient_loops
def bias_gradient_loops(dZ):
    db = np.zeros(len(dZ))
    for r in range(len(dZ)):
        for i in range(dZ.shape[1]):
            db[r] += dZ[r, i] / dZ.shape[1]
    return db

# %% bias_gradient
def bias_gradient(dZ):
    return np.mean(dZ, axis=1)

# %% theta_gradient
def theta_gradient(dZ, A_prev):
    return np.hstack([np.mean(dZ, axis=1), dZ @ A_prev.T / dZ.shape[1]])
