"""
what = "the column stacked from single entries, the average with a new axis, the gradients appended or written into place"
start = "solution"
"""

# %% dz_db
def dz_db(k, i, r):
    return [0.0, 1.0][k == r]

# %% bias_gradient_entry
import math


def bias_gradient_entry(dZ, r):
    return math.fsum(dZ[r]) / dZ[r].size

# %% bias_gradient_loops
def bias_gradient_loops(dZ):
    return np.vstack([bias_gradient_entry(dZ, r) for r in range(len(dZ))])

# %% bias_gradient
def bias_gradient(dZ):
    return np.average(dZ, axis=-1)[:, np.newaxis]

# %% theta_gradient
def theta_gradient(dZ, A_prev):
    out = np.full((dZ.shape[0], A_prev.shape[0] + 1), np.nan)
    out[:, 0] = dZ.mean(1)
    out[:, 1:] = weight_gradient(dZ, A_prev)
    return out
