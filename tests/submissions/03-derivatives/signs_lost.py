"""
what = "minus signs are missing or too many, from the first step to the Jacobian"
start = "solution"

[expect.numerical_derivative]
score = 0
misconception = "sign-flipped"

[expect.denominator]
score = 0
misconception = "sign-flipped"

[expect.denominator_prime]
score = 0
misconception = "inner-derivative-missing"
says = "The minus is missing"

[expect.reciprocal_prime]
score = 0
misconception = "sign-flipped"

[expect.chain_product]
score = 0
misconception = "sign-flipped"
says = "Minus times minus"

[expect.split_fraction]
score = 0
misconception = "second-negative"

[expect.sigmoid_prime]
score = 0
misconception = "sign-flipped"

[expect.softmax_jacobian]
score = 0
misconception = "sign-flipped"
"""

# %% numerical_derivative
def numerical_derivative(f, z, eps=1e-5):
    return (f(z - eps) - f(z + eps)) / (2 * eps)

# %% denominator
def denominator(z):
    return 1 + np.exp(z)

# %% denominator_prime
def denominator_prime(z):
    return np.exp(-z)

# %% reciprocal_prime
def reciprocal_prime(z):
    return 1 / (1 + np.exp(-z)) ** 2

# %% chain_product
def chain_product(z):
    return -np.exp(-z) / (1 + np.exp(-z)) ** 2

# %% split_fraction
def split_fraction(z):
    first = 1 / (1 + np.exp(-z))
    return first, -(first**2)

# %% sigmoid_prime
def sigmoid_prime(z):
    a = sigmoid(z)
    return a * (a - 1)

# %% softmax_jacobian
def softmax_jacobian(z):
    a = softmax(z)
    return np.outer(a, a) - np.diag(a)
