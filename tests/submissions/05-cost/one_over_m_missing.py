"""
what = "the costs are sums over the examples, and so are the gradients"
start = "solution"

[expect.squared_error]
score = 0
misconception = "one-over-m-missing"
says = "added up and not averaged"

[expect.binary_cross_entropy]
score = 0
misconception = "one-over-m-missing"

[expect.categorical_cross_entropy]
score = 0
misconception = "one-over-m-missing"

[expect.cross_entropy_with_logits]
score = 0
misconception = "one-over-m-missing"

[expect.logistic_gradients]
score = 0
misconception = "one-over-m-missing"
says = "missing from both"
"""

# %% squared_error
def squared_error(A, Y):
    return np.sum((A - Y) ** 2) / 2

# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    A = np.clip(A, 1e-9, 1 - 1e-9)
    return np.sum(-Y * np.log(A) - (1 - Y) * np.log(1 - A))

# %% categorical_cross_entropy
def categorical_cross_entropy(A, Y):
    return -np.sum(Y * np.log(A + 1e-12))

# %% cross_entropy_with_logits
def cross_entropy_with_logits(Z, Y):
    return np.sum(np.logaddexp(0, Z) - Y * Z)

# %% logistic_gradients
def logistic_gradients(w, b, X, Y):
    dZ = sigmoid(w @ X + b) - Y
    return dZ @ X.T, np.sum(dZ)
