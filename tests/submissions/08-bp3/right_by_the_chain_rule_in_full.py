"""
what = "the double sum over neurons and examples, with the step's zeros in it; sums by broadcasting; casts; answers in capitals"
start = "solution"
"""

# %% dz_da
def dz_da(W, k, i, s, j):
    return np.float64(np.where(i == j, W[k, s], 0.0))

# %% previous_activation_gradient_entry
def previous_activation_gradient_entry(W, dZ, r, i):
    total = 0.0
    for k in range(dZ.shape[0]):
        for j in range(dZ.shape[1]):
            total += dZ[k, j] * dz_da(W, k, j, r, i)
    return float(total)

# %% previous_activation_gradient_loops
def previous_activation_gradient_loops(W, dZ):
    rows = []
    for column in W.T.tolist():
        row = []
        for blame in dZ.T.tolist():
            row.append(sum(w * z for w, z in zip(column, blame)))
        rows.append(row)
    return np.asarray(rows, dtype=np.float64)

# %% previous_activation_gradient
def previous_activation_gradient(W, dZ):
    return np.sum(W[:, :, np.newaxis] * dZ[:, np.newaxis, :], axis=0)

# %% mazur_dE_dout_h1
blame = [(o - t) * o * (1 - o) for o, t in zip(out_o[:, 0], target[:, 0])]
mazur_dE_dout_h1 = round(0.40 * blame[0] + 0.50 * blame[1], 9)

# %% questions
answers = {"q1": 5.0, "q2": "A", "q3": " C "}
