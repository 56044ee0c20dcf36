"""
what = "each step calls the one before it; eps added inside the logarithms"
start = "solution"
"""

# %% squared_error
def squared_error(A, Y):
    return 0.5 * np.mean(np.sum((A - Y) ** 2, axis=0))

# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    m = A.shape[1]
    return -np.sum(Y * np.log(A + 1e-8) + (1 - Y) * np.log(1 - A + 1e-8)) / m

# %% categorical_cross_entropy
def categorical_cross_entropy(A, Y):
    return float(-np.log((A * Y).sum(axis=0)).sum() / A.shape[1])

# %% cross_entropy_prime
def cross_entropy_prime(A, Y):
    return np.divide(-Y, A) - np.divide(Y - 1, 1 - A)

# %% sigmoid_slope
def sigmoid_slope(a):
    return 0.25 - (a - 0.5) ** 2

# %% cancelled
def cancelled(a, y):
    return -y * (1 - a), (1 - y) * a

# %% output_delta
def output_delta(A, Y):
    return cross_entropy_prime(A, Y) * sigmoid_slope(A)

# %% log_a
def log_a(z):
    return np.log(sigmoid(z))

# %% log_one_minus_a
def log_one_minus_a(z):
    return -z + log_a(z)

# %% loss_in_z
def loss_in_z(z, y):
    return z - y * z - log_a(z)

# %% log_term_prime
def log_term_prime(z):
    return sigmoid(z) - 1

# %% loss_prime_in_z
def loss_prime_in_z(z, y):
    return output_delta(sigmoid(z), y)

# %% cross_entropy_with_logits
def cross_entropy_with_logits(Z, Y):
    return np.sum(np.maximum(Z, 0) - Z * Y + np.log(1 + np.exp(-abs(Z)))) / len(Z[0])

# %% logistic_gradients
def logistic_gradients(w, b, X, Y):
    A = sigmoid(np.dot(w, X) + b)
    dZ = output_delta(A, Y)
    dw = np.mean(dZ * X, axis=1).reshape(1, -1)
    return dw, np.mean(dZ)

# %% questions
answers = {"q1": " B", "q2": 0.125, "q3": "c"}

# %% bug
bug = {"line": 6, "why": "C"}
