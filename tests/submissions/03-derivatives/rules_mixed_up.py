"""
what = "a rule of differentiation in the wrong place, one in every step"
start = "solution"

[expect.sum_product_gradients]
score = 0
misconception = "times-the-input"
says = "slope of q z"

[expect.denominator_prime]
score = 0
misconception = "power-rule"
says = "keeps its exponent"

[expect.reciprocal_prime]
score = 0
misconception = "logarithm"
says = "the other way"

[expect.chain_product]
score = 0
misconception = "added"
says = "multiplies them"

[expect.split_fraction]
score = 0
misconception = "difference"
says = "already subtracted"

[expect.tanh_prime]
score = 0
misconception = "chain-rule-forgotten"
says = "a factor is"

[expect.relu_prime]
score = 0
misconception = "not-differentiated"
says = "ReLU itself"

[expect.leaky_relu_prime]
score = 0
misconception = "half-differentiated"
says = "function itself"

[expect.softmax_jacobian]
score = 0
misconception = "one-minus-everywhere"
says = "1 − in them"

[expect.largest_gradient_factor]
score = 0
misconception = "smallest"
says = "starts from 0"

[expect.questions]
score = 0
says = "another activation"

[expect.bug]
score = 1
says = "arriving gradient is there"
"""

# %% sum_product_gradients
def sum_product_gradients(x, y, z):
    return z * x, z * y, x + y

# %% denominator_prime
def denominator_prime(z):
    return -z * np.exp(-z - 1)

# %% reciprocal_prime
def reciprocal_prime(z):
    return np.log(denominator(z))

# %% chain_product
def chain_product(z):
    return -np.exp(-z) - 1 / denominator(z) ** 2

# %% split_fraction
def split_fraction(z):
    u = denominator(z)
    return 1 / u - 1 / u**2

# %% tanh_prime
def tanh_prime(z):
    return 2 * sigmoid_prime(2 * z)

# %% relu_prime
def relu_prime(z):
    return np.maximum(z, 0)

# %% leaky_relu_prime
def leaky_relu_prime(z, slope=0.01):
    return np.where(z > 0, 1.0, slope * z)

# %% softmax_jacobian
def softmax_jacobian(z):
    a = softmax(z)
    return np.outer(a, 1 - a)

# %% largest_gradient_factor
def largest_gradient_factor(n_layers):
    product = 0
    for layer in range(n_layers):
        product = product * 0.25
    return product

# %% questions
answers = {"q1": "d", "q2": 0.19, "q3": 0.0021, "q4": "a"}

# %% bug
bug = {"line": 6, "why": "c"}
