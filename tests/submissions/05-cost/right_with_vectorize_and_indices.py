"""
what = "one entry a call, labels as indices, the bias as a weight of its own"
start = "solution"
"""

# %% squared_error
def squared_error(A, Y):
    return np.einsum("ki,ki->", A - Y, A - Y) / (2 * A.shape[-1])

# %% binary_cross_entropy
def one_loss(a, y):
    p = a if y == 1 else 1 - a
    return -np.log(max(p, 1e-8))


def binary_cross_entropy(A, Y):
    return float(np.vectorize(one_loss)(A, Y).sum(axis=0).mean())

# %% categorical_cross_entropy
def categorical_cross_entropy(A, Y):
    right = np.argmax(Y, axis=0)
    return -np.mean(np.log(A[right, np.arange(Y.shape[1])]))

# %% cross_entropy_prime
def cross_entropy_prime(A, Y):
    return (A - Y) / (A * (1 - A))

# %% sigmoid_slope
def sigmoid_slope(a):
    return np.multiply(a, 1 - a)

# %% cancelled
def cancelled(a, y):
    return [-y * (1 - a), (1 - y) * a]

# %% output_delta
def output_delta(A, Y):
    return -(Y - A)

# %% log_a
def log_a(z):
    return -np.logaddexp(0, -z)

# %% log_one_minus_a
def log_one_minus_a(z):
    return log_a(-z)

# %% loss_in_z
def loss_in_z(z, y):
    return (1 - y) * z + np.log(1 + np.exp(-z))

# %% log_term_prime
def log_term_prime(z):
    return -1 / (1 + np.exp(z))

# %% loss_prime_in_z
def loss_prime_in_z(z, y):
    return 1 / (1 + np.exp(-z)) - y

# %% cross_entropy_with_logits
def cross_entropy_with_logits(Z, Y):
    return float((np.logaddexp(0, Z) - Z * Y).sum(0).mean())

# %% logistic_gradients
def logistic_gradients(w, b, X, Y):
    X1 = np.vstack([np.ones((1, X.shape[1])), X])
    theta = np.hstack([np.reshape(b, (1, 1)), w])
    d = (sigmoid(theta @ X1) - Y) @ X1.T / X.shape[1]
    return d[:, 1:], d[0, 0]

# %% questions
answers = {"q1": "b", "q2": 1 / 8, "q3": "c"}

# %% bug
bug = {"line": 6, "why": "c"}
