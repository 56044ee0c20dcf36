"""
what = "the row of ones below the activations; the derivative of a bias taken for 0"
start = "solution"

[expect.dz_db]
score = 0
misconception = "always-zero"

[expect.theta_gradient]
score = 0
misconception = "biases-last"
says = "column 0"
"""

# %% dz_db
def dz_db(k, i, r):
    return 0.0

# %% theta_gradient
def theta_gradient(dZ, A_prev):
    return dZ @ np.vstack([A_prev, np.ones((1, A_prev.shape[1]))]).T / dZ.shape[1]
