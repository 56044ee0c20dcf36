"""
what = "what a quick reader takes the text to say"
start = "solution"

[expect.numerical_derivative]
score = 0
misconception = "two-missing"
says = "twice too large"

[expect.sum_product_gradients]
score = 0
misconception = "own-factor"
says = "change places"

[expect.reciprocal_prime]
score = 0
misconception = "at-z"
says = "taken at u"

[expect.chain_product]
score = 0
misconception = "not-squared"
says = "not squared"

[expect.split_fraction]
score = 0
misconception = "swapped"
says = "in the other order"

[expect.sigmoid_prime]
score = 0
misconception = "z-times"
says = "One factor is z"

[expect.tanh_prime]
score = 0
misconception = "rule-of-sigmoid"
says = "rule for the sigmoid"

[expect.relu_prime]
score = 0
misconception = "sign"
says = "slope of |z|"

[expect.leaky_relu_prime]
score = 0
misconception = "slope-ignored"
says = "whatever the caller asks for"

[expect.softmax_jacobian]
score = 0
misconception = "products-not-paired"
says = "pairs each with itself"

[expect.largest_gradient_factor]
score = 0
misconception = "times-n"
says = "a power"

[expect.questions]
score = 0
says = "the output itself"

[expect.bug]
score = 0
says = "Line 8"
"""

# %% numerical_derivative
def numerical_derivative(f, z, eps=1e-5):
    return (f(z + eps) - f(z - eps)) / eps

# %% sum_product_gradients
def sum_product_gradients(x, y, z):
    q = x + y
    return q, q, z

# %% reciprocal_prime
def reciprocal_prime(z):
    return -z ** -2.0

# %% chain_product
def chain_product(z):
    u = denominator(z)
    return np.exp(-z) / u

# %% split_fraction
def split_fraction(z):
    u = denominator(z)
    return 1 / u**2, 1 / u

# %% sigmoid_prime
def sigmoid_prime(z):
    return sigmoid(z) * (1 - z)

# %% tanh_prime
def tanh_prime(z):
    t = tanh(z)
    return t * (1 - t)

# %% relu_prime
def relu_prime(z):
    return np.sign(z)

# %% leaky_relu_prime
def leaky_relu_prime(z, slope=0.01):
    return np.where(z > 0, 1.0, 0.01)

# %% softmax_jacobian
def softmax_jacobian(z):
    a = softmax(z)
    return np.diag(a) - a * a

# %% largest_gradient_factor
def largest_gradient_factor(n_layers):
    return 0.25 * n_layers

# %% questions
answers = {"q1": "b", "q2": 0.9, "q3": -0.07, "q4": "d"}

# %% bug
bug = {"line": 8, "why": "d"}
