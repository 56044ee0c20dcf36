"""
what = "np.mean over all entries, which divides by the number of outputs too"
start = "solution"

[expect.squared_error]
score = 0
misconception = "mean-over-all-entries"
says = "number of outputs too"

[expect.binary_cross_entropy]
score = 0
misconception = "mean-over-all-entries"

[expect.categorical_cross_entropy]
score = 0
misconception = "mean-over-all-entries"

[expect.cross_entropy_with_logits]
score = 0
misconception = "mean-over-all-entries"
"""

# %% squared_error
def squared_error(A, Y):
    return np.mean((A - Y) ** 2) / 2

# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    A = np.clip(A, 1e-15, 1 - 1e-15)
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))

# %% categorical_cross_entropy
def categorical_cross_entropy(A, Y):
    return -np.mean(Y * np.log(np.maximum(A, 1e-15)))

# %% cross_entropy_with_logits
def cross_entropy_with_logits(Z, Y):
    return np.mean(np.maximum(Z, 0) - Y * Z + np.log1p(np.exp(-np.abs(Z))))
