"""
what = "1 − tanh, −1/u, e^-z/u and two fractions over u: every square is missing"
start = "solution"

[expect.reciprocal_prime]
score = 0
misconception = "not-squared"

[expect.chain_product]
score = 0
misconception = "not-squared"

[expect.split_fraction]
score = 0
misconception = "square-missing"

[expect.tanh_prime]
score = 0
misconception = "not-squared"
says = "The square is missing"
"""

# %% reciprocal_prime
def reciprocal_prime(z):
    return -1 / denominator(z)

# %% chain_product
def chain_product(z):
    return reciprocal_prime(z) * denominator_prime(z)

# %% split_fraction
def split_fraction(z):
    u = denominator(z)
    return 1 / u, 1 / u

# %% tanh_prime
def tanh_prime(z):
    return 1 - tanh(z)
