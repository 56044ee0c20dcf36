"""
what = "paths gathered in lists, the loops over readers outermost, the transpose of dZ.T @ W, both of Mazur's paths in a loop"
start = "solution"
"""

# %% dz_da
def dz_da(W, k, i, s, j):
    if i != j:
        return 0
    return W[k, s].item()

# %% previous_activation_gradient_entry
def previous_activation_gradient_entry(W, dZ, r, i):
    paths = []
    for weights, blame in zip(W, dZ):
        paths.append(weights[r] * blame[i])
    return sum(paths)

# %% previous_activation_gradient_loops
def previous_activation_gradient_loops(W, dZ):
    readers, before = W.shape
    m = dZ.shape[1]
    out = np.zeros((before, m))
    for k in range(readers):
        for i in range(m):
            out[:, i] += W[k] * dZ[k, i]
    return out

# %% previous_activation_gradient
def previous_activation_gradient(W, dZ):
    return (dZ.T @ W).T

# %% mazur_dE_dout_h1
mazur_dE_dout_h1 = 0
for k in range(2):
    blame = (out_o[k, 0] - target[k, 0]) * out_o[k, 0] * (1 - out_o[k, 0])
    mazur_dE_dout_h1 += mazur_W2[k, 0] * blame

# %% questions
answers = {"q1": len("12345"), "q2": "A", "q3": " c"}
