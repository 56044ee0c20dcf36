"""
what = "a return inside the loop, = where += is meant, indices counted from 1"
start = "solution"

[expect.bias_gradient_entry]
score = 0
misconception = "first-example-only"

[expect.bias_gradient_loops]
score = 0
misconception = "last-example-only"

[expect.bias_gradient]
score = 0
misconception = "per-example"
"""

# %% bias_gradient_entry
def bias_gradient_entry(dZ, r):
    for i in range(dZ.shape[1]):
        return dZ[r, i] / dZ.shape[1]

# %% bias_gradient_loops
def bias_gradient_loops(dZ):
    db = np.zeros((len(dZ), 1))
    for r in range(len(dZ)):
        for i in range(dZ.shape[1]):
            db[r] = dZ[r, i] / dZ.shape[1]
    return db

# %% bias_gradient
def bias_gradient(dZ):
    return dZ / dZ.shape[1]
