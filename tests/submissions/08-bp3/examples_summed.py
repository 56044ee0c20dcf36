"""
what = "the examples are added up on the way; a slope that never reached z; in-place division"
start = "solution"

[expect.dz_da]
score = 0
misconception = "selection-forgotten"

[expect.previous_activation_gradient_entry]
score = 0
misconception = "examples-summed"

[expect.previous_activation_gradient_loops]
score = 0
misconception = "examples-summed"
says = "each keeps its column"

[expect.previous_activation_gradient]
score = 0
misconception = "one-over-m"

[expect.mazur_dE_dout_h1]
score = 0
misconception = "slope-missing"
"""

# %% dz_da
def dz_da(W, k, i, s, j):
    return W[k, s]

# %% previous_activation_gradient_entry
def previous_activation_gradient_entry(W, dZ, r, i):
    return np.sum([dZ[k, j] * dz_da(W, k, j, r, i) for k in range(dZ.shape[0]) for j in range(dZ.shape[1])])

# %% previous_activation_gradient_loops
def previous_activation_gradient_loops(W, dZ):
    dA_prev = np.zeros((W.shape[1], 1))
    for s in range(W.shape[1]):
        for i in range(dZ.shape[1]):
            dA_prev[s, 0] += W[:, s] @ dZ[:, i]
    return dA_prev

# %% previous_activation_gradient
def previous_activation_gradient(W, dZ):
    dZ /= dZ.shape[1]
    return W.T @ dZ

# %% mazur_dE_dout_h1
mazur_dE_dout_h1 = (mazur_W2.T @ (out_o - target))[0, 0]
