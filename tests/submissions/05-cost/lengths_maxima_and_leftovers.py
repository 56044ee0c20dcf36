"""
what = "the root of the squares, the largest probability, a sum taken for an average"
start = "solution"

[expect.squared_error]
score = 0
misconception = "square-root"

[expect.categorical_cross_entropy]
score = 0
misconception = "largest-probability"

[expect.cross_entropy_prime]
score = 0
misconception = "summed"

[expect.cross_entropy_with_logits]
score = 0
misconception = "one-over-m-missing"

[expect.bug]
score = 0
says = "Line 9"
"""

# %% squared_error
def squared_error(A, Y):
    return np.linalg.norm(A - Y) / (2 * A.shape[1])

# %% categorical_cross_entropy
def categorical_cross_entropy(A, Y):
    return -np.log(np.max(A, axis=0)).mean()

# %% cross_entropy_prime
def cross_entropy_prime(A, Y):
    return np.sum(-Y / A + (1 - Y) / (1 - A))

# %% cross_entropy_with_logits
def cross_entropy_with_logits(Z, Y):
    return np.sum(np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z))))

# %% bug
bug = {"line": 9, "why": "d"}
