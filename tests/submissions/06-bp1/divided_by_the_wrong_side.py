"""
what = "len(dZ), A_prev.shape[0] and dZ.size in the place of m"
start = "solution"

[expect.weight_gradient_entry]
score = 0
misconception = "divided-by-neurons"

[expect.weight_gradient_loops]
score = 0
misconception = "divided-by-inputs"

[expect.weight_gradient]
score = 0
misconception = "divided-by-all-entries"
says = "m terms"

[expect.mazur_dw5]
score = 0
misconception = "halved"
"""

# %% weight_gradient_entry
def weight_gradient_entry(dZ, A_prev, r, s):
    return np.sum(dZ[r] * A_prev[s]) / len(dZ)

# %% weight_gradient_loops
def weight_gradient_loops(dZ, A_prev):
    m = A_prev.shape[0]
    dW = np.zeros((len(dZ), len(A_prev)))
    for r, s in np.ndindex(dW.shape):
        dW[r, s] = sum(dZ[r] * A_prev[s]) / m
    return dW

# %% weight_gradient
def weight_gradient(dZ, A_prev):
    return dZ @ A_prev.T / dZ.size
