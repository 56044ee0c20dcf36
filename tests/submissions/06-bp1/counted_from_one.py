"""
what = "the indices of the mathematics used as they stand in the formula, counted from 1"
start = "solution"

[expect.linear_entry]
score = 0
misconception = "counted-from-one"

[expect.dz_dw]
score = 0
misconception = "counted-from-one"

[expect.weight_gradient_entry]
score = 0
misconception = "counted-from-one"
says = "an index of −1"

[expect.weight_gradient_loops]
score = 0
misconception = "row-skipped"
"""

# %% linear_entry
def linear_entry(W, A_prev, b, r, i):
    return W[r - 1] @ A_prev[:, i - 1] + b[r - 1, 0]

# %% dz_dw
def dz_dw(A_prev, k, i, r, s):
    return A_prev[s - 1, i - 1] if k == r else 0.0

# %% weight_gradient_entry
def weight_gradient_entry(dZ, A_prev, r, s):
    return np.mean(dZ[r - 1] * A_prev[s - 1])

# %% weight_gradient_loops
def weight_gradient_loops(dZ, A_prev):
    dW = np.zeros((len(dZ), len(A_prev)))
    for r in range(1, len(dZ)):
        for s in range(1, len(A_prev)):
            dW[r, s] = np.mean(dZ[r] * A_prev[s])
    return dW
