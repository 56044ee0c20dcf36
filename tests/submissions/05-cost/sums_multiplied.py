"""
what = "errors and inputs are averaged apart, and multiplied afterwards"
start = "solution"

[expect.logistic_gradients]
score = 0
misconception = "sum-for-dot"
says = "summed apart"
"""

# %% logistic_gradients
def logistic_gradients(w, b, X, Y):
    error = np.mean(sigmoid(w @ X + b) - Y)
    return (error * np.mean(X, axis=1)).reshape(1, -1), error
