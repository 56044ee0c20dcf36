"""
what = "A − Y is returned as the cost, and as dA"
start = "solution"

[expect.squared_error]
score = 0
misconception = "a-minus-y"
says = "not the cost"

[expect.binary_cross_entropy]
score = 0
misconception = "a-minus-y"

[expect.categorical_cross_entropy]
score = 0
misconception = "a-minus-y"

[expect.cross_entropy_with_logits]
score = 0
misconception = "a-minus-y"

[expect.cross_entropy_prime]
score = 0
misconception = "a-minus-y"
"""

# %% squared_error
def squared_error(A, Y):
    return A - Y

# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    return np.sum(A - Y) / A.shape[1]

# %% categorical_cross_entropy
def categorical_cross_entropy(A, Y):
    return A - Y

# %% cross_entropy_prime
def cross_entropy_prime(A, Y):
    return A - Y

# %% cross_entropy_with_logits
def cross_entropy_with_logits(Z, Y):
    return sigmoid(Z) - Y
