"""
what = "a sign is lost or turned in every function"
start = "solution"

[expect.squared_error]
score = 0
misconception = "half-missing"

[expect.binary_cross_entropy]
score = 0
misconception = "sign-flipped"
says = "comes out negative"

[expect.categorical_cross_entropy]
score = 0
misconception = "sign-flipped"

[expect.cross_entropy_prime]
score = 0
misconception = "inner-derivative-missing"
says = "inner derivative is −1"

[expect.sigmoid_slope]
score = 0
misconception = "sign-flipped"

[expect.cancelled]
score = 0
misconception = "first-sign-lost"
says = "lost its minus"

[expect.output_delta]
score = 0
misconception = "sign-flipped"

[expect.log_a]
score = 0
misconception = "sign-lost"

[expect.log_one_minus_a]
score = 0
misconception = "sign-of-z"

[expect.loss_in_z]
score = 0
misconception = "sign-of-z"

[expect.log_term_prime]
score = 0
misconception = "inner-derivative-sign"

[expect.loss_prime_in_z]
score = 0
misconception = "inner-derivative-sign"

[expect.cross_entropy_with_logits]
score = 0
misconception = "sign-of-y-z"

[expect.logistic_gradients]
score = 0
misconception = "sign-flipped"
"""

# %% squared_error
def squared_error(A, Y):
    return np.sum((Y - A) ** 2) / A.shape[1]

# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    A = np.clip(A, 1e-15, 1 - 1e-15)
    return np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / A.shape[1]

# %% categorical_cross_entropy
def categorical_cross_entropy(A, Y):
    return np.sum(Y * np.log(np.maximum(A, 1e-15))) / A.shape[1]

# %% cross_entropy_prime
def cross_entropy_prime(A, Y):
    return -Y / A - (1 - Y) / (1 - A)

# %% sigmoid_slope
def sigmoid_slope(a):
    return a * (a - 1)

# %% cancelled
def cancelled(a, y):
    return y * (1 - a), (1 - y) * a

# %% output_delta
def output_delta(A, Y):
    return Y - A

# %% log_a
def log_a(z):
    return np.log(1 + np.exp(-z))

# %% log_one_minus_a
def log_one_minus_a(z):
    return z - np.log(1 + np.exp(-z))

# %% loss_in_z
def loss_in_z(z, y):
    return np.log(1 + np.exp(-z)) - (1 - y) * z

# %% log_term_prime
def log_term_prime(z):
    return np.exp(-z) / (1 + np.exp(-z))

# %% loss_prime_in_z
def loss_prime_in_z(z, y):
    return np.exp(-z) / (1 + np.exp(-z)) + (1 - y)

# %% cross_entropy_with_logits
def cross_entropy_with_logits(Z, Y):
    return np.sum(np.logaddexp(0, Z) + Y * Z) / Z.shape[1]
