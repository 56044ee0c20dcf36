"""
what = "a sum as a product with ones, float and reshape wherever they fit, the gradients joined at the end"
start = "solution"
"""

# %% dz_db
def dz_db(k, i, r):
    return int(k == r)

# %% bias_gradient_entry
def bias_gradient_entry(dZ, r):
    return float(dZ[[r], :].mean(axis=1)[0])

# %% bias_gradient_loops
def bias_gradient_loops(dZ):
    rows = []
    for row in dZ.tolist():
        rows.append([sum(row) / len(row)])
    return np.asarray(rows, dtype=np.float64)

# %% bias_gradient
def bias_gradient(dZ):
    m = dZ.shape[1]
    return dZ @ np.full((m, 1), 1 / m)

# %% theta_gradient
def theta_gradient(dZ, A_prev):
    return np.concatenate([bias_gradient(dZ), np.dot(dZ, A_prev.T) / A_prev.shape[1]], axis=1)

# %% questions
answers = {"q1": "C", "q2": (0.6 - 0.2 + 0.4) / 4, "q3": "B"}
