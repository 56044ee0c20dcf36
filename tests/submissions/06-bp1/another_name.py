"""
what = "functions under other names"
start = "release"

[expect.dz_dw]
score = 0
says = "dz_dw"

[expect.weight_gradient_loops]
score = 0
says = "another name"

[expect.weight_gradient]
score = 2
"""

# %% dz_dw
def dZ_dW(A_prev, k, i, r, s):
    return A_prev[s, i] * (k == r)

# %% weight_gradient_loops
def weight_gradient_by_loops(dZ, A_prev):
    dW = np.zeros((len(dZ), len(A_prev)))
    for r, s in np.ndindex(dW.shape):
        dW[r, s] = np.mean(dZ[r] * A_prev[s])
    return dW

# %% weight_gradient
def weight_gradient(dZ, A_prev):
    return np.inner(dZ, A_prev) / dZ.shape[1]
