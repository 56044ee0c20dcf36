"""
what = "the graph and the first steps are written, the rest are stubs"
start = "release"

[expect.numerical_derivative]
score = 2

[expect.sum_product_gradients]
score = 2

[expect.denominator]
score = 1

[expect.denominator_prime]
score = 1

[expect.reciprocal_prime]
score = 0
says = "not written yet"

[expect.sigmoid_prime]
score = 0
says = "not written yet"
"""

# %% numerical_derivative
def numerical_derivative(f, z, eps=1e-5):
    return (f(z + eps) - f(z - eps)) / (2 * eps)

# %% sum_product_gradients
def sum_product_gradients(x, y, z):
    return z, z, x + y

# %% denominator
def denominator(z):
    return 1 + np.exp(-z)

# %% denominator_prime
def denominator_prime(z):
    return -np.exp(-z)
