"""
what = "loops over entries, recursion and the math module, entry by entry"
start = "solution"
"""

# %% numerical_derivative
def numerical_derivative(f, z, eps=1e-5):
    if np.ndim(z) == 0:
        return (f(z + eps) - f(z - eps)) / (2 * eps)
    slopes = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        slopes[index] = numerical_derivative(f, z[index], eps)
    return slopes

# %% denominator
import math


def entry_by_entry(g):
    def on_any_shape(z):
        if np.ndim(z) == 0:
            return g(float(z))
        return np.array([on_any_shape(part) for part in z])

    return on_any_shape


def denominator(z):
    return entry_by_entry(lambda t: 1 + math.exp(-t))(z)

# %% denominator_prime
def denominator_prime(z):
    return entry_by_entry(lambda t: -math.exp(-t))(z)

# %% sigmoid_prime
def sigmoid_prime(z):
    def one(t):
        power = math.exp(-abs(t))
        return power / (1 + power) ** 2

    return entry_by_entry(one)(z)

# %% tanh_prime
def tanh_prime(z):
    return entry_by_entry(lambda t: 1 - math.tanh(t) ** 2)(z)

# %% relu_prime
def relu_prime(z):
    return entry_by_entry(lambda t: 1.0 if t > 0 else 0.0)(z)

# %% leaky_relu_prime
def leaky_relu_prime(z, slope=0.01):
    return entry_by_entry(lambda t: 1.0 if t > 0 else slope)(z)

# %% softmax_jacobian
def softmax_jacobian(z):
    a = softmax(z)
    K = len(a)
    J = np.zeros((K, K))
    for j in range(K):
        for k in range(K):
            if j == k:
                J[j, k] = a[j] * (1 - a[j])
            else:
                J[j, k] = -a[j] * a[k]
    return J

# %% largest_gradient_factor
def largest_gradient_factor(n_layers):
    if n_layers == 0:
        return 1.0
    return 0.25 * largest_gradient_factor(n_layers - 1)
