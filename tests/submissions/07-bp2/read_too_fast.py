"""
what = "the two cases exchanged, the total carried on, a column of wrong averages, a lost return, zeros for the ones"
start = "solution"

[expect.dz_db]
score = 0
misconception = "comparison-reversed"
says = "The two cases are exchanged"

[expect.bias_gradient_entry]
score = 0
misconception = "all-neurons"
says = "r never comes in"

[expect.bias_gradient_loops]
score = 0
misconception = "total-not-reset"
says = "Each entry starts from 0"

[expect.bias_gradient]
score = 0
misconception = "wrong-axis"
says = "The sum runs down the columns"

[expect.theta_gradient]
score = 0
misconception = "zeros-for-biases"
says = "Column 0 is all 0"

[expect.questions]
score = 0
says = "q2: That is the slope of each weight of this neuron"
"""

# %% dz_db
def dz_db(k, i, r):
    return int(k != r)

# %% bias_gradient_entry
def bias_gradient_entry(dZ, r):
    return dZ.mean()

# %% bias_gradient_loops
def bias_gradient_loops(dZ):
    n, m = dZ.shape
    db = np.zeros((n, 1))
    total = 0
    for r in range(n):
        for i in range(m):
            total += dZ[r, i]
        db[r, 0] = total / m
    return db

# %% bias_gradient
def bias_gradient(dZ):
    return dZ.sum(axis=0).reshape(-1, 1) / dZ.shape[1]

# %% theta_gradient
def theta_gradient(dZ, A_prev):
    A = np.vstack([np.zeros((1, A_prev.shape[1])), A_prev])
    return dZ @ A.T / dZ.shape[1]

# %% questions
answers = {"q1": "a", "q2": 0, "q3": "a"}
