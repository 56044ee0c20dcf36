"""
what = "slopes written as functions of a are given sigmoid(z), and take the activation once more"
start = "solution"

[expect.sigmoid_prime]
score = 0
misconception = "sigmoid-twice"

[expect.tanh_prime]
score = 0
misconception = "tanh-twice"

[expect.softmax_jacobian]
score = 0
misconception = "softmax-twice"
"""

# %% sigmoid_prime
def slope_of(g):
    return lambda z: g(z) * (1 - g(z))


def sigmoid_prime(z):
    return slope_of(sigmoid)(sigmoid(z))

# %% tanh_prime
def tanh_prime(z):
    a = tanh(z)
    return 1 - tanh(a) ** 2

# %% softmax_jacobian
def softmax_jacobian(z):
    a = softmax(softmax(z))
    return np.diag(a) - np.outer(a, a)
