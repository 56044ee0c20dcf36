"""
what = "r counted from 1, and the first neuron left out of the loop"
start = "solution"

[expect.bias_gradient_entry]
score = 0
misconception = "counted-from-one"

[expect.bias_gradient_loops]
score = 0
misconception = "row-skipped"
"""

# %% bias_gradient_entry
def bias_gradient_entry(dZ, r):
    return np.mean(dZ[r - 1])

# %% bias_gradient_loops
def bias_gradient_loops(dZ):
    db = np.zeros((len(dZ), 1))
    for r in range(1, len(dZ)):
        db[r] = np.mean(dZ[r])
    return db
