"""
what = "a @ a.T of one-dimensional arrays; s @ (1 - s) where element-wise is meant"
start = "solution"

[expect.sigmoid_prime]
score = 0
misconception = "matrix-product"
says = "element by element"

[expect.softmax_jacobian]
score = 0
misconception = "dot-for-outer"
"""

# %% sigmoid_prime
def sigmoid_prime(z):
    s = sigmoid(z)
    return np.dot(s, 1 - s)

# %% softmax_jacobian
def softmax_jacobian(z):
    a = softmax(z)
    return np.diag(a) - a @ a.T
