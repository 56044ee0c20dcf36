"""
what = "functions under other names"
start = "release"

[expect.dZ_from_deltas]
score = 0
says = "another name"

[expect.params_from_thetas]
score = 2
"""

# %% dZ_from_deltas
def dz_from_deltas(deltas):
    return np.array(deltas).T

# %% params_from_thetas
def params_from_thetas(thetas):
    return [(t[:, 1:], t[:, :1]) for t in thetas]
