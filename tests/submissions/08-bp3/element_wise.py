"""
what = "* where a sum of products is meant, sums before the products, weights left out"
start = "solution"

[expect.dz_da]
score = 0
misconception = "ones"

[expect.previous_activation_gradient_entry]
score = 0
misconception = "not-summed"

[expect.previous_activation_gradient_loops]
score = 0
misconception = "weights-missing"

[expect.previous_activation_gradient]
score = 0
misconception = "element-wise"
says = "a matrix product"

[expect.mazur_dE_dout_h1]
score = 0
misconception = "weights-missing"
"""

# %% dz_da
def dz_da(W, k, i, s, j):
    return 1.0 if i == j else 0.0

# %% previous_activation_gradient_entry
def previous_activation_gradient_entry(W, dZ, r, i):
    return W[:, r] * dZ[:, i]

# %% previous_activation_gradient_loops
def previous_activation_gradient_loops(W, dZ):
    dA_prev = np.zeros((W.shape[1], dZ.shape[1]))
    for i in range(dZ.shape[1]):
        dA_prev[:, i] = dZ[:, i].sum()
    return dA_prev

# %% previous_activation_gradient
def previous_activation_gradient(W, dZ):
    return W.T * dZ

# %% mazur_dE_dout_h1
mazur_dE_dout_h1 = ((out_o - target) * out_o * (1 - out_o)).sum()
