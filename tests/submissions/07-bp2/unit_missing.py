"""
what = "no row of ones; every neuron given a derivative of 1"
start = "solution"

[expect.dz_db]
score = 0
misconception = "selection-forgotten"

[expect.theta_gradient]
score = 0
misconception = "unit-missing"
"""

# %% dz_db
def dz_db(k, i, r):
    return 1.0

# %% theta_gradient
def theta_gradient(dZ, A_prev):
    return dZ @ A_prev.T / dZ.shape[1]
