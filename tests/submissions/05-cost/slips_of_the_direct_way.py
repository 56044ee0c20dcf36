"""
what = "a minus lost on the way, a z left over, one factor of the chain rule"
start = "solution"

[expect.log_one_minus_a]
score = 0
misconception = "sign-of-z"

[expect.loss_in_z]
score = 0
misconception = "sign-of-log-a"
says = "The half with y"

[expect.log_term_prime]
score = 0
misconception = "inner-derivative-missing"

[expect.loss_prime_in_z]
score = 0
misconception = "z-not-differentiated"
says = "still has its z"
"""

# %% loss_in_z
def loss_in_z(z, y):
    return -y * np.log(1 + np.exp(-z)) - (1 - y) * (-z - np.log(1 + np.exp(-z)))

# %% loss_prime_in_z
def loss_prime_in_z(z, y):
    return (1 - y) * z + sigmoid(z) - 1

# %% log_term_prime
def log_term_prime(z):
    return 1 / (1 + np.exp(-z))

# %% log_one_minus_a
def log_one_minus_a(z):
    return z - np.log(1 + np.exp(-z))
