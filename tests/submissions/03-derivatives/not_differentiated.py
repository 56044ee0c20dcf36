"""
what = "returns the functions themselves where their slopes are asked for"
start = "solution"

[expect.numerical_derivative]
score = 0
misconception = "value"

[expect.sum_product_gradients]
score = 0
misconception = "inputs"

[expect.reciprocal_prime]
score = 0
misconception = "not-differentiated"

[expect.chain_product]
score = 0
misconception = "sigmoid"

[expect.sigmoid_prime]
score = 0
misconception = "not-differentiated"

[expect.tanh_prime]
score = 0
misconception = "not-differentiated"

[expect.relu_prime]
score = 0
misconception = "not-differentiated"

[expect.leaky_relu_prime]
score = 0
misconception = "not-differentiated"

[expect.softmax_jacobian]
score = 0
misconception = "softmax"
"""

# %% numerical_derivative
def numerical_derivative(f, z, eps=1e-5):
    return f(z)

# %% sum_product_gradients
def sum_product_gradients(x, y, z):
    return x, y, z

# %% reciprocal_prime
def reciprocal_prime(z):
    return 1 / denominator(z)

# %% chain_product
def chain_product(z):
    return sigmoid(z)

# %% sigmoid_prime
def sigmoid_prime(z):
    return sigmoid(z)

# %% tanh_prime
def tanh_prime(z):
    return tanh(z)

# %% relu_prime
def relu_prime(z):
    return np.maximum(0, z)

# %% leaky_relu_prime
def leaky_relu_prime(z, slope=0.01):
    return np.maximum(z, slope * z)

# %% softmax_jacobian
def softmax_jacobian(z):
    return softmax(z)
