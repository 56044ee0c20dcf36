"""
what = "writes slopes and steps into the caller's arrays"
start = "solution"

[expect.numerical_derivative]
score = 1
misconception = "in-place"
says = "`z` was changed in place"

[expect.relu_prime]
score = 0
misconception = "in-place"

[expect.leaky_relu_prime]
score = 0
misconception = "in-place"

[expect.softmax_jacobian]
score = 1
misconception = "in-place"
"""

# %% numerical_derivative
def numerical_derivative(f, z, eps=1e-5):
    z += eps
    above = f(z)
    z -= 2 * eps
    below = f(z)
    z += eps
    return (above - below) / (2 * eps)

# %% relu_prime
def relu_prime(z):
    z[z <= 0] = 0
    z[z > 0] = 1
    return z

# %% leaky_relu_prime
def leaky_relu_prime(z, slope=0.01):
    positive = z > 0
    z[positive] = 1
    z[~positive] = slope
    return z

# %% softmax_jacobian
def softmax_jacobian(z):
    z -= np.max(z)
    a = np.exp(z) / np.sum(np.exp(z))
    return np.diag(a) - np.outer(a, a)
