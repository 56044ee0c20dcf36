"""
what = "b and db without their second side; the delta joined into one long vector"
start = "solution"

[expect.params_from_thetas]
score = 0
misconception = "keepdims-lost"
says = "a slice of columns keeps it"

[expect.dZ_from_deltas]
score = 0
misconception = "one-long-row"

[expect.gradients_from_deltas]
score = 0
misconception = "keepdims-lost"
says = "db has one dimension"

[expect.params_from_mazur]
score = 0
misconception = "bias-not-repeated"
says = "a column of two"
"""

# %% params_from_thetas
def params_from_thetas(thetas):
    return [(theta[:, 1:], theta[:, 0]) for theta in thetas]

# %% dZ_from_deltas
def dZ_from_deltas(deltas):
    return np.hstack(deltas)

# %% gradients_from_deltas
def gradients_from_deltas(deltas, activations):
    m = len(deltas)
    return sum(np.outer(d, a) for d, a in zip(deltas, activations)) / m, sum(deltas) / m

# %% params_from_mazur
def params_from_mazur(w, b1, b2):
    W = [w[f"w{k}"] for k in range(1, 9)]
    return [(np.array(W[:4]).reshape(2, 2), b1), (np.array(W[4:]).reshape(2, 2), b2)]
