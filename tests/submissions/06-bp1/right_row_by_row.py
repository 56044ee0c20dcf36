"""
what = "the mean of the products of two rows, entry by entry, also where a matrix product is meant: no sum in Python, so not slow"
start = "solution"
"""

# %% weight_gradient_entry
def weight_gradient_entry(dZ, A_prev, r, s):
    return np.mean(dZ[r] * A_prev[s])

# %% weight_gradient
def weight_gradient(dZ, A_prev):
    return np.array([[np.mean(d * a) for a in A_prev] for d in dZ])
