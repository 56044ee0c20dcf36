"""
what = "the average of one gradient an example, as the lesson's second reading; a selection matrix in place of a comparison"
start = "solution"
"""

# %% linear_entry
def linear_entry(W, A_prev, b, r, i):
    return sum(w * a for w, a in zip(W[r], A_prev[:, i])) + b.ravel()[r]

# %% dz_dw
def dz_dw(A_prev, k, i, r, s):
    E = np.zeros((max(k, r) + 1, A_prev.shape[0]))
    E[r, s] = 1
    return (E @ A_prev)[k, i]

# %% weight_gradient_entry
def weight_gradient_entry(dZ, A_prev, r, s):
    return (dZ @ A_prev.T / dZ.shape[1])[r, s]

# %% weight_gradient_loops
def weight_gradient_loops(dZ, A_prev):
    dW = np.zeros((dZ.shape[0], A_prev.shape[0]))
    for r, s in np.ndindex(*dW.shape):
        dW[r, s] = weight_gradient_entry(dZ, A_prev, r, s)
    return dW

# %% weight_gradient
def weight_gradient(dZ, A_prev):
    m = dZ.shape[1]
    return sum(dZ[:, [i]] * A_prev[:, i] for i in range(m)) / m

# %% numerical_weight_gradient
def numerical_weight_gradient(cost, W, eps=1e-5):
    def slope(r, s):
        E = np.zeros_like(W)
        E[r, s] = eps
        return (cost(W + E) - cost(W - E)) / (2 * eps)

    return np.vectorize(slope)(*np.indices(W.shape))

# %% mazur_dw5
dZ_o = (out_o - target) * out_o * (1 - out_o)
mazur_dw5 = weight_gradient_entry(dZ_o, out_h, 0, 0)
