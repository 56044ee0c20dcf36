"""
what = "float, asarray and copies wherever they fit; a sum of outer products; the answers in capital letters"
start = "solution"
"""

# %% linear_entry
def linear_entry(W, A_prev, b, r, i):
    return float((W[[r], :] @ A_prev[:, [i]] + b[[r], :])[0, 0])

# %% dz_dw
def dz_dw(A_prev, k, i, r, s):
    return np.float64(np.where(k == r, A_prev[s, i], 0.0))

# %% weight_gradient_entry
def weight_gradient_entry(dZ, A_prev, r, s):
    return float(np.average(np.multiply(dZ[r], A_prev[s])))

# %% weight_gradient_loops
def weight_gradient_loops(dZ, A_prev):
    rows = []
    for blame in dZ.tolist():
        row = []
        for inputs in A_prev.tolist():
            row.append(sum(z * a for z, a in zip(blame, inputs)) / len(inputs))
        rows.append(row)
    return np.asarray(rows, dtype=np.float64)

# %% weight_gradient
def weight_gradient(dZ, A_prev):
    return np.mean(dZ[:, np.newaxis, :] * A_prev[np.newaxis, :, :], axis=-1)

# %% numerical_weight_gradient
def numerical_weight_gradient(cost, W, eps=1e-5):
    W = np.array(W, dtype=float)
    slopes = np.full_like(W, 0.0)
    for place, w in np.ndenumerate(W.copy()):
        W[place] = w + eps
        slopes[place] = float(cost(W))
        W[place] = w - eps
        slopes[place] -= float(cost(W))
        W[place] = w
    return slopes / (2 * eps)

# %% mazur_dw5
mazur_dw5 = round(np.float64(0.0821670406), 9)

# %% questions
answers = {"q1": "B", "q2": 3 / 4, "q3": "A"}
