"""
what = "every exercise stands on the one before: the entry is the whole double sum with delta, the loops walk over rows"
start = "solution"
"""

# %% linear_entry
def linear_entry(W, A_prev, b, r, i):
    total = b[r]
    for j in range(len(A_prev)):
        total = total + W[r][j] * A_prev[j][i]
    return total[0]

# %% dz_dw
def dz_dw(A_prev, k, i, r, s):
    delta = {True: 1, False: 0}
    return delta[k == r] * A_prev[s][i]

# %% weight_gradient_entry
def weight_gradient_entry(dZ, A_prev, r, s):
    n = len(dZ)
    m = len(dZ[0])
    out = 0
    for i in range(m):
        for k in range(n):
            out += dZ[k][i] * dz_dw(A_prev, k, i, r, s)
    return out / m

# %% weight_gradient_loops
def weight_gradient_loops(dZ, A_prev):
    rows = []
    for blame in dZ:
        row = []
        for spoke in A_prev:
            total = 0
            for d, a in zip(blame, spoke):
                total += d * a
            row.append(total / len(blame))
        rows.append(row)
    return np.array(rows)

# %% weight_gradient
def weight_gradient(dZ, A_prev):
    return np.tensordot(dZ, A_prev, axes=(1, 1)) / np.size(dZ, 1)

# %% numerical_weight_gradient
def numerical_weight_gradient(cost, W, eps=1e-5):
    out = []
    for place in range(W.size):
        up = W.flatten()
        down = W.flatten()
        up[place] += eps
        down[place] -= eps
        out.append((cost(up.reshape(W.shape)) - cost(down.reshape(W.shape))) / (up[place] - down[place]))
    return np.reshape(out, W.shape)

# %% mazur_dw5
mazur_dw5 = ((out_o - target) * out_o * (1 - out_o) @ out_h.T)[0, 0]
