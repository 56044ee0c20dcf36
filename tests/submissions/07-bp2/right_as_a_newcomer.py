"""
what = "every exercise in another way: total and count by hand, rows in a list, weight_gradient on a row of ones, outer products"
start = "solution"
"""

# %% dz_db
def dz_db(k, i, r):
    own_bias = 1.0
    if k != r:
        own_bias = 0.0
    return own_bias

# %% bias_gradient_entry
def bias_gradient_entry(dZ, r):
    total = 0
    count = 0
    for blame in list(dZ)[r]:
        total = total + blame
        count = count + 1
    return total / count

# %% bias_gradient_loops
def bias_gradient_loops(dZ):
    db = np.empty((len(dZ), 1))
    for r in range(len(dZ)):
        db[r] = 0
        for i in range(len(dZ[r])):
            db[r][0] += dZ[r][i] * dz_db(r, i, r)
        db[r] *= 1 / len(dZ[r])
    return db

# %% bias_gradient
def bias_gradient(dZ):
    return weight_gradient(dZ, np.ones((1, dZ.shape[1])))

# %% theta_gradient
def theta_gradient(dZ, A_prev):
    n, m = dZ.shape
    out = np.zeros((n, len(A_prev) + 1))
    for i in range(m):
        out += np.outer(dZ[:, i], np.r_[1.0, A_prev[:, i]])
    return out / m

# %% questions
answers = {"q1": " c", "q2": 0.8 / 4, "q3": "b"}
