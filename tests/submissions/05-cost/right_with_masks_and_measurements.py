"""
what = "the probability of the label picked with masks, functions given other names, one derivative measured"
start = "solution"
"""

# %% squared_error
def squared_error(A, Y):
    return sum(np.dot(a - y, a - y) / 2 for a, y in zip(A.T, Y.T)) / len(A.T)

# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    p = np.where(Y == 1, A, 1 - A)
    p[p == 0] = 1e-20
    return (-np.log(p)).sum() / p.shape[1]

# %% categorical_cross_entropy
def categorical_cross_entropy(A, Y):
    return -np.log(A[Y == 1]).mean()

# %% cross_entropy_prime
def cross_entropy_prime(A, Y):
    return np.where(Y == 1, -1 / A, 1 / (1 - A))

# %% sigmoid_slope
sigmoid_slope = np.vectorize(lambda a: a * (1 - a))

# %% cancelled
def cancelled(a, y):
    s = sigmoid_slope(a)
    return -y / a * s, (1 - y) / (1 - a) * s

# %% output_delta
output_delta = np.subtract

# %% log_a
log_a = np.vectorize(lambda z: np.log(1 / (1 + np.exp(-z))))

# %% log_one_minus_a
def log_one_minus_a(z):
    return -np.log(np.exp(z) + 1)

# %% loss_in_z
def loss_in_z(z, y):
    return np.log(1 + np.exp(z)) - y * z

# %% log_term_prime
def log_term_prime(z):
    h = 1e-5
    return (np.log(1 + np.exp(-z - h)) - np.log(1 + np.exp(-z + h))) / (2 * h)

# %% loss_prime_in_z
def loss_prime_in_z(z, y):
    return sigmoid(z) - y

# %% cross_entropy_with_logits
def cross_entropy_with_logits(Z, Y):
    signed = np.where(Y == 1, -Z, Z)
    small = np.log1p(np.exp(-np.abs(signed)))
    return float((np.where(signed > 0, signed, 0) + small).sum() / Z.shape[1])

# %% logistic_gradients
def logistic_gradients(w, b, X, Y):
    dZ = sigmoid(w @ X + b) - Y
    dw = np.einsum("ri,ji->rj", dZ, X) / dZ.size
    return [dw, dZ.sum() / dZ.size]

# %% questions
answers = {"q1": "b", "q2": float(np.exp(-3 * np.log(2))), "q3": "c"}

# %% bug
bug = {"line": 6, "why": "c"}
