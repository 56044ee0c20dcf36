"""
what = "sums down the columns, the column for the row, the biases as a row on top"
start = "solution"

[expect.dz_db]
score = 0
misconception = "example-compared"

[expect.bias_gradient_entry]
score = 0
misconception = "column-for-row"

[expect.bias_gradient_loops]
score = 0
misconception = "row"
says = "b is a column"

[expect.questions]
score = 1
says = "Broadcasting repeats numbers"

[expect.bias_gradient]
score = 0
misconception = "wrong-axis"
says = "over the neurons"

[expect.theta_gradient]
score = 0
misconception = "biases-as-row"
"""

# %% dz_db
def dz_db(k, i, r):
    return 1.0 if i == r else 0.0

# %% bias_gradient_entry
def bias_gradient_entry(dZ, r):
    return np.mean(dZ[:, r])

# %% bias_gradient_loops
def bias_gradient_loops(dZ):
    db = np.zeros((1, len(dZ)))
    for r in range(len(dZ)):
        for i in range(dZ.shape[1]):
            db[0, r] += dZ[r, i] / dZ.shape[1]
    return db

# %% bias_gradient
def bias_gradient(dZ):
    return np.sum(dZ, axis=0, keepdims=True) / dZ.shape[1]

# %% theta_gradient
def theta_gradient(dZ, A_prev):
    dW = dZ @ A_prev.T / dZ.shape[1]
    return np.vstack([np.mean(dZ, axis=1), dW])

# %% questions
answers = {"q1": "d", "q2": 0.3, "q3": "b"}
