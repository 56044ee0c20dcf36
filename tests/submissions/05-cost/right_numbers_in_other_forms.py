"""
what = "the right numbers in an array, a flat array, or one array for a pair"
start = "solution"

[expect.squared_error]
score = 0
says = "take it out of the array"

[expect.cancelled]
score = 0
says = "a tuple of 2 values is expected"

[expect.logistic_gradients]
score = 0
misconception = "dw-flat"
says = "one dimension"
"""

# %% squared_error
def squared_error(A, Y):
    return (A - Y) @ (A - Y).T / (2 * A.shape[1])

# %% cancelled
def cancelled(a, y):
    return np.array([-y * (1 - a), (1 - y) * a])

# %% logistic_gradients
def logistic_gradients(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(w @ X + b)
    dw = (A - Y) * X / m
    return np.sum(dw, axis=1), np.sum(A - Y) / m
