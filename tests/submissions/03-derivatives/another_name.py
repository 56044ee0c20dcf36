"""
what = "functions under other names: d_sigmoid, softmax_gradient, and eps called h"
start = "solution"

[expect.numerical_derivative]
score = 0
says = "eps=1e-05"

[expect.sigmoid_prime]
score = 0
says = "sigmoid_prime"

[expect.softmax_jacobian]
score = 0
says = "softmax_jacobian"
"""

# %% numerical_derivative
def numerical_derivative(f, z, h=1e-5):
    return (f(z + h) - f(z - h)) / (2 * h)

# %% sigmoid_prime
def d_sigmoid(z):
    return sigmoid(z) * (1 - sigmoid(z))

# %% softmax_jacobian
def softmax_gradient(z):
    a = softmax(z)
    return np.diag(a) - np.outer(a, a)
