"""
what = "functions under other names"
start = "release"

[expect.dz_da]
score = 0
says = "dz_da"

[expect.previous_activation_gradient_loops]
score = 0
says = "another name"

[expect.previous_activation_gradient]
score = 2
"""

# %% dz_da
def dZ_dA(W, k, i, s, j):
    return W[k, s] * (i == j)

# %% previous_activation_gradient_loops
def activation_gradient_loops(W, dZ):
    return np.array([[W[:, s] @ dZ[:, i] for i in range(dZ.shape[1])] for s in range(W.shape[1])])

# %% previous_activation_gradient
def previous_activation_gradient(W, dZ):
    return np.dot(W.T, dZ)
