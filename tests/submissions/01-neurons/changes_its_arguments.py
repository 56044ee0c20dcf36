"""
what = "right numbers, but products are written into the arguments: the visible checks pass, the hidden ones do not"
start = "solution"

[expect.weighted_sum]
score = 1
misconception = "changes-weights"
says = "`w` was changed in place"

[expect.neuron_batch]
score = 1
misconception = "changes-inputs"
says = "`X` was changed in place"
"""

# %% weighted_sum
def weighted_sum(w, x, b):
    w *= x
    return w.sum() + b

# %% neuron
def neuron(w, x, b, g):
    return g(np.vdot(w, x) + b)

# %% neuron_batch
def neuron_batch(w, X, b, g):
    X *= w.reshape(-1, 1)
    return g(np.sum(X, axis=0) + b)
