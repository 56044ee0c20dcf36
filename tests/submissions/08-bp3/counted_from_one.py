"""
what = "the indices of the mathematics used as they stand in the formula, counted from 1"
start = "solution"

[expect.dz_da]
score = 0
misconception = "counted-from-one"

[expect.previous_activation_gradient_entry]
score = 0
misconception = "counted-from-one"
says = "an index of −1"

[expect.previous_activation_gradient_loops]
score = 0
misconception = "entries-skipped"
"""

# %% dz_da
def dz_da(W, k, i, s, j):
    return W[k - 1, s - 1] if i == j else 0.0

# %% previous_activation_gradient_entry
def previous_activation_gradient_entry(W, dZ, r, i):
    return W[:, r - 1] @ dZ[:, i - 1]

# %% previous_activation_gradient_loops
def previous_activation_gradient_loops(W, dZ):
    dA_prev = np.zeros((W.shape[1], dZ.shape[1]))
    for s in range(1, W.shape[1]):
        for i in range(1, dZ.shape[1]):
            dA_prev[s, i] = W[:, s] @ dZ[:, i]
    return dA_prev
