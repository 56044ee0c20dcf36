"""
what = "dw stands upright; the pair of terms is an array; a cost along the wrong axis"
start = "solution"

[expect.logistic_gradients]
score = 0
misconception = "dw-transposed"
says = "shape of what it is the gradient of"

[expect.cancelled]
score = 0
says = "a tuple of 2 values"

[expect.binary_cross_entropy]
score = 0
misconception = "divided-by-outputs"

[expect.squared_error]
score = 0
misconception = "per-output"
"""

# %% squared_error
def squared_error(A, Y):
    return np.mean((A - Y) ** 2 / 2, axis=1)

# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / len(A)

# %% cancelled
def cancelled(a, y):
    return np.array([-y * (1 - a), (1 - y) * a])

# %% logistic_gradients
def logistic_gradients(w, b, X, Y):
    m = X.shape[1]
    dZ = sigmoid(w @ X + b) - Y
    return X @ dZ.T / m, np.sum(dZ) / m
