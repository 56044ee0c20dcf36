"""
what = "db keeps two dimensions, and the costs are arrays with one number in them"
start = "solution"

[expect.squared_error]
score = 0
says = "take it out of the array"

[expect.logistic_gradients]
score = 0
misconception = "db-as-an-array"
says = "stands in an array"
"""

# %% squared_error
def squared_error(A, Y):
    return 0.5 * np.sum(np.sum((A - Y) ** 2, axis=1, keepdims=True), axis=0, keepdims=True) / A.shape[1]

# %% logistic_gradients
def logistic_gradients(w, b, X, Y):
    m = X.shape[1]
    dZ = sigmoid(w @ X + b) - Y
    return dZ @ X.T / m, np.sum(dZ, axis=1, keepdims=True) / m
