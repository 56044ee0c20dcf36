"""
what = "the ones put beside A_prev, where they are an example more; a comparison returned as it is"
start = "solution"

[expect.dz_db]
score = 0
misconception = "truth-value"
says = "a number (float)"

[expect.theta_gradient]
score = 0
misconception = "ones-as-example"
says = "ValueError"
"""

# %% dz_db
def dz_db(k, i, r):
    return k == r

# %% theta_gradient
def theta_gradient(dZ, A_prev):
    with_ones = np.hstack([np.ones((A_prev.shape[0], 1)), A_prev])
    return dZ @ with_ones.T / dZ.shape[1]
