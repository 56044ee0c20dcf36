"""
what = "the costs and the first derivation are written, the rest are stubs"
start = "release"

[expect.squared_error]
score = 2

[expect.binary_cross_entropy]
score = 2

[expect.cross_entropy_prime]
score = 2

[expect.sigmoid_slope]
score = 1

[expect.categorical_cross_entropy]
score = 0
says = "not written yet"

[expect.logistic_gradients]
score = 0
says = "not written yet"
"""

# %% squared_error
def squared_error(A, Y):
    return 0.5 * ((A - Y) ** 2).sum() / A.shape[1]

# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    eps = 1e-8
    return -np.sum(Y * np.log(A + eps) + (1 - Y) * np.log(1 - A + eps)) / A.shape[1]

# %% cross_entropy_prime
def cross_entropy_prime(A, Y):
    return (A - Y) / (A * (1 - A))

# %% sigmoid_slope
def sigmoid_slope(a):
    return a - a**2
