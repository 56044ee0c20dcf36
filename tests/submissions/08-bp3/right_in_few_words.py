"""
what = "tensordot, nested comprehensions on the function before, a product with the comparison, item"
start = "solution"
"""

# %% dz_da
def dz_da(W, k, i, s, j):
    return W[k][s] * (i == j)

# %% previous_activation_gradient_entry
def previous_activation_gradient_entry(W, dZ, r, i):
    return np.dot(W.T, dZ)[r, i]

# %% previous_activation_gradient_loops
def previous_activation_gradient_loops(W, dZ):
    return np.array(
        [[previous_activation_gradient_entry(W, dZ, s, i) for i in range(len(dZ[0]))] for s in range(len(W[0]))]
    )

# %% previous_activation_gradient
def previous_activation_gradient(W, dZ):
    return np.tensordot(W, dZ, axes=(0, 0))

# %% mazur_dE_dout_h1
dZ_o = (out_o - target) * out_o * (1 - out_o)
mazur_dE_dout_h1 = previous_activation_gradient(mazur_W2, dZ_o)[0].item()
