"""
what = "logarithms of sums and quotients are pulled apart as they cannot be"
start = "solution"

[expect.log_a]
score = 0
misconception = "log-of-a-sum"
says = "does not split"

[expect.log_one_minus_a]
score = 0
misconception = "log-of-a-difference"

[expect.log_term_prime]
score = 0
misconception = "log-of-the-derivative"

[expect.loss_in_z]
score = 0
misconception = "label-exchanged"

[expect.loss_prime_in_z]
score = 0

[expect.binary_cross_entropy]
score = 0
misconception = "log-of-a-difference"
"""

# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.sum(Y * np.log(A) + (1 - Y) * (np.log(1) - np.log(A))) / A.shape[1]

# %% log_a
def log_a(z):
    return -(np.log(1) + np.log(np.exp(-z)))

# %% log_one_minus_a
def log_one_minus_a(z):
    return np.log(1) + np.log(1 + np.exp(-z))

# %% loss_in_z
def loss_in_z(z, y):
    return np.log(1 + np.exp(-z)) + y * z

# %% log_term_prime
def log_term_prime(z):
    return np.log(np.exp(-z))
