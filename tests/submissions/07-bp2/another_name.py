"""
what = "functions under other names"
start = "release"

[expect.bias_gradient_entry]
score = 0
says = "another name"

[expect.bias_gradient]
score = 2
"""

# %% bias_gradient_entry
def db_entry(dZ, r):
    return np.mean(dZ[r])

# %% bias_gradient
def bias_gradient(dZ):
    return dZ.mean(1)[:, None]
