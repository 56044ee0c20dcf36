"""
what = "W in place of its transpose, rows of W in place of its columns"
start = "solution"

[expect.dz_da]
score = 0
misconception = "sides-exchanged"

[expect.previous_activation_gradient_entry]
score = 0
misconception = "row-for-column"
says = "stand in a column"

[expect.previous_activation_gradient_loops]
score = 0
misconception = "rows-of-weights"

[expect.previous_activation_gradient]
score = 0
misconception = "transpose-forgotten"
says = "With a square W the product fits all the same"

[expect.mazur_dE_dout_h1]
score = 0
misconception = "row-for-column"
says = "a column"
"""

# %% dz_da
def dz_da(W, k, i, s, j):
    return W[s, k] if i == j else 0.0

# %% previous_activation_gradient_entry
def previous_activation_gradient_entry(W, dZ, r, i):
    return W[r] @ dZ[:, i]

# %% previous_activation_gradient_loops
def previous_activation_gradient_loops(W, dZ):
    dA_prev = np.zeros((W.shape[1], dZ.shape[1]))
    for s in range(W.shape[1]):
        for i in range(dZ.shape[1]):
            for k in range(W.shape[0]):
                dA_prev[s, i] += W[s, k] * dZ[k, i]
    return dA_prev

# %% previous_activation_gradient
def previous_activation_gradient(W, dZ):
    return W @ dZ
