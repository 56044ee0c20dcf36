"""
what = "loops over entries, the plain formula for K classes, each step written as it was read"
start = "solution"
"""

# %% squared_error
def squared_error(A, Y):
    total = 0.0
    for i in range(A.shape[1]):
        for k in range(A.shape[0]):
            total += 0.5 * (A[k, i] - Y[k, i]) ** 2
    return total / A.shape[1]

# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    K, m = A.shape
    total = 0.0
    for i in range(m):
        for k in range(K):
            a = min(max(A[k, i], 1e-12), 1 - 1e-12)
            if Y[k, i] == 1:
                total -= np.log(a)
            else:
                total -= np.log(1 - a)
    return total / m

# %% categorical_cross_entropy
def categorical_cross_entropy(A, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(A)) / m

# %% cross_entropy_prime
def cross_entropy_prime(A, Y):
    dA = np.zeros(A.shape)
    for k in range(A.shape[0]):
        for i in range(A.shape[1]):
            dA[k, i] = -Y[k, i] / A[k, i] + (1 - Y[k, i]) / (1 - A[k, i])
    return dA

# %% sigmoid_slope
def sigmoid_slope(a):
    return a - a**2

# %% cancelled
def cancelled(a, y):
    first = -y + y * a
    second = a - a * y
    return [first, second]

# %% output_delta
def output_delta(A, Y):
    one, other = cancelled(A, Y)
    return one + other

# %% log_a
def log_a(z):
    return np.log(1) - np.log(1 + np.exp(-z))

# %% log_one_minus_a
def log_one_minus_a(z):
    return np.log(np.exp(-z)) - np.log(1 + np.exp(-z))

# %% loss_in_z
def loss_in_z(z, y):
    return -y * log_a(z) - (1 - y) * log_one_minus_a(z)

# %% log_term_prime
def log_term_prime(z):
    u = 1 + np.exp(-z)
    return 1 / u * -np.exp(-z)

# %% loss_prime_in_z
def loss_prime_in_z(z, y):
    return (1 - y) + log_term_prime(z)

# %% cross_entropy_with_logits
def cross_entropy_with_logits(Z, Y):
    positive = (1 - Y) * Z + np.log(1 + np.exp(-Z))
    negative = -Z * Y + np.log(1 + np.exp(Z))
    return np.sum(np.where(Z >= 0, positive, negative)) / Z.shape[1]

# %% logistic_gradients
def logistic_gradients(w, b, X, Y):
    n, m = X.shape
    dw = np.zeros((1, n))
    db = 0.0
    for i in range(m):
        z = b
        for j in range(n):
            z = z + w[0, j] * X[j, i]
        a = sigmoid(z)
        error = float(np.squeeze(a - Y[0, i]))
        for j in range(n):
            dw[0, j] += error * X[j, i] / m
        db += error / m
    return dw, db

# %% questions
answers = {"q1": "b", "q2": 0.125, "q3": "C"}

# %% bug
bug = {"line": 6, "why": "c"}
