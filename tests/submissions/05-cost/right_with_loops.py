"""
what = "everything one example after the other, in plain Python with the math module and helpers"
start = "solution"
"""

# %% squared_error
import math


def loss_of_column(column, label_column, loss):
    total = 0
    for a, y in zip(column, label_column):
        total += loss(float(a), float(y))
    return total


def average_over_columns(A, Y, loss):
    m = A.shape[1]
    J = 0
    for i in range(m):
        J += loss_of_column(A[:, i], Y[:, i], loss)
    return J / m


def squared_error(A, Y):
    return average_over_columns(A, Y, lambda a, y: 0.5 * (a - y) ** 2)


# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    def loss(a, y):
        p = a if y == 1 else 1 - a
        return -math.log(max(p, 1e-7))

    return average_over_columns(A, Y, loss)


# %% categorical_cross_entropy
def categorical_cross_entropy(A, Y):
    def loss(a, y):
        if y == 0:
            return 0
        return -math.log(max(a, 1e-12))

    return average_over_columns(A, Y, loss)


# %% cross_entropy_prime
def cross_entropy_prime(A, Y):
    dA = np.zeros(A.shape)
    for k in range(A.shape[0]):
        for i in range(A.shape[1]):
            if Y[k, i] == 1:
                dA[k, i] = -1 / A[k, i]
            else:
                dA[k, i] = 1 / (1 - A[k, i])
    return dA


# %% output_delta
def output_delta(A, Y):
    rows = []
    for a_row, y_row in zip(A, Y):
        rows.append([a - y for a, y in zip(a_row, y_row)])
    return np.array(rows)


# %% cross_entropy_with_logits
def cross_entropy_with_logits(Z, Y):
    def loss(z, y):
        if z > 0:
            return z + math.log1p(math.exp(-z)) - y * z
        return math.log1p(math.exp(z)) - y * z

    return average_over_columns(Z, Y, loss)


# %% logistic_gradients
def logistic_gradients(w, b, X, Y):
    n, m = X.shape
    b = float(np.squeeze(b))
    dw = np.zeros((1, n))
    db = 0.0
    for i in range(m):
        z = b
        for j in range(n):
            z += w[0, j] * X[j, i]
        dz = 1 / (1 + math.exp(-z)) - Y[0, i]
        for j in range(n):
            dw[0, j] += dz * X[j, i]
        db += dz
    return dw / m, db / m
