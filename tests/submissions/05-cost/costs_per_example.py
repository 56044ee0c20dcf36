"""
what = "the losses come back one by one, as arrays"
start = "solution"

[expect.squared_error]
score = 0
misconception = "per-example"
says = "one per example"

[expect.binary_cross_entropy]
score = 0
misconception = "per-example"

[expect.categorical_cross_entropy]
score = 0
misconception = "per-example"

[expect.cross_entropy_with_logits]
score = 0
misconception = "not-summed"
"""

# %% squared_error
def squared_error(A, Y):
    return 0.5 * np.sum((A - Y) ** 2, axis=0)

# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    A = np.clip(A, 1e-15, 1 - 1e-15)
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A), axis=0)

# %% categorical_cross_entropy
def categorical_cross_entropy(A, Y):
    return -np.log(np.sum(A * Y, axis=0))

# %% cross_entropy_with_logits
def cross_entropy_with_logits(Z, Y):
    return np.logaddexp(0, Z) - Y * Z
