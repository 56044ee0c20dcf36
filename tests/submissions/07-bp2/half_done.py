"""
what = "the step, the entry and the loops are written, the rest are stubs"
start = "release"

[expect.dz_db]
score = 1

[expect.bias_gradient_entry]
score = 2

[expect.bias_gradient_loops]
score = 2

[expect.bias_gradient]
score = 0
says = "not written yet"
"""

# %% dz_db
def dz_db(k, i, r):
    return 1 if k == r else 0

# %% bias_gradient_entry
def bias_gradient_entry(dZ, r):
    return np.mean(dZ[r])

# %% bias_gradient_loops
def bias_gradient_loops(dZ):
    db = np.empty((len(dZ), 1))
    for r in range(len(dZ)):
        db[r] = bias_gradient_entry(dZ, r)
    return db
