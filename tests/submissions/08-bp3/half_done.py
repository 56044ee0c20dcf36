"""
what = "the step, the entry and the loops are written, the rest are stubs"
start = "release"

[expect.dz_da]
score = 1

[expect.previous_activation_gradient_entry]
score = 2

[expect.previous_activation_gradient_loops]
score = 2

[expect.previous_activation_gradient]
score = 0
says = "not written yet"

[expect.mazur_dE_dout_h1]
score = 0
"""

# %% dz_da
def dz_da(W, k, i, s, j):
    return W[k, s] if i == j else 0.0

# %% previous_activation_gradient_entry
def previous_activation_gradient_entry(W, dZ, r, i):
    return W[:, r] @ dZ[:, i]

# %% previous_activation_gradient_loops
def previous_activation_gradient_loops(W, dZ):
    dA_prev = np.empty((W.shape[1], dZ.shape[1]))
    for s in range(W.shape[1]):
        for i in range(dZ.shape[1]):
            dA_prev[s, i] = previous_activation_gradient_entry(W, dZ, s, i)
    return dA_prev
