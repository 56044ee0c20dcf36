"""
what = "element-wise where a matrix product is meant"
start = "solution"

[expect.logistic_gradients]
score = 0
misconception = "dw-not-summed"
says = "entry by entry"
"""

# %% logistic_gradients
def logistic_gradients(w, b, X, Y):
    dZ = sigmoid(w @ X + b) - Y
    dw = dZ * X / X.shape[1]
    db = np.sum(dZ) / X.shape[1]
    return dw, db
