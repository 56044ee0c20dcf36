"""
what = "the two steps, the entry and the loops are written, the rest are stubs"
start = "release"

[expect.linear_entry]
score = 1

[expect.dz_dw]
score = 1

[expect.weight_gradient_entry]
score = 2

[expect.weight_gradient_loops]
score = 2

[expect.weight_gradient]
score = 0
says = "not written yet"

[expect.mazur_dw5]
score = 0
"""

# %% linear_entry
def linear_entry(W, A_prev, b, r, i):
    return np.sum(W[r] * A_prev[:, i]) + b[r, 0]

# %% dz_dw
def dz_dw(A_prev, k, i, r, s):
    return A_prev[s, i] if k == r else 0.0

# %% weight_gradient_entry
def weight_gradient_entry(dZ, A_prev, r, s):
    return np.mean(dZ[r] * A_prev[s])

# %% weight_gradient_loops
def weight_gradient_loops(dZ, A_prev):
    dW = np.empty((len(dZ), len(A_prev)))
    for r in range(len(dZ)):
        for s in range(len(A_prev)):
            dW[r, s] = weight_gradient_entry(dZ, A_prev, r, s)
    return dW
