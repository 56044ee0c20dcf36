"""
what = "np.vectorize, einsum, np.divide and the like; lists where tuples are meant; other argument names"
start = "solution"
"""

# %% numerical_derivative
import numpy


def numerical_derivative(function, at, eps=0.00001):
    rise = numpy.subtract(function(at + eps), function(at - eps))
    return numpy.divide(rise, eps) / 2

# %% sum_product_gradients
def sum_product_gradients(x, y, z):
    gradients = np.array([[0.0, z], [0.0, z], [1.0, x]]) @ np.array([y, 1.0])
    return list(gradients)

# %% reciprocal_prime
def reciprocal_prime(z):
    return np.negative(np.power(denominator(z), -2.0))

# %% chain_product
def chain_product(values):
    return np.multiply(reciprocal_prime(values), denominator_prime(values))

# %% split_fraction
def split_fraction(z):
    u = denominator(z)
    return [u / u**2, 1 / u**2]

# %% sigmoid_prime
def sigmoid_prime(z):
    return np.einsum("...,...->...", sigmoid(z), sigmoid(-z))

# %% relu_prime
relu_prime = np.vectorize(lambda z: 1.0 if z > 0 else 0.0)

# %% leaky_relu_prime
def leaky_relu_prime(z, slope=0.01):
    return np.vectorize(lambda one: float(one > 0) or slope)(z)

# %% softmax_jacobian
def softmax_jacobian(z):
    a = softmax(z)
    return np.einsum("j,jk->jk", a, np.eye(a.size) - a)

# %% largest_gradient_factor
def largest_gradient_factor(n_layers):
    return np.prod(np.repeat(sigmoid_prime(0.0), n_layers))
