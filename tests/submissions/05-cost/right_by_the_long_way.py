"""
what = "nothing is simplified: the product before cancelling, log(1 − sigmoid), steps that call each other, recursion"
start = "solution"
"""

# %% squared_error
def squared_error(A, Y):
    def total(columns):
        if not columns:
            return 0.0
        a, y = columns[0]
        return np.linalg.norm(a - y) ** 2 / 2 + total(columns[1:])

    return total(list(zip(A.T, Y.T))) / A.shape[1]


# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    A = np.copy(A)
    A[A < 1e-10] = 1e-10
    A[A > 1 - 1e-10] = 1 - 1e-10
    first = np.multiply(Y, np.log(A))
    second = np.multiply(1 - Y, np.log(1 - A))
    m = Y.shape[1]
    cost = -1 / m * np.sum(first + second)
    return cost


# %% categorical_cross_entropy
def categorical_cross_entropy(A, Y):
    logs = np.zeros(A.shape)
    logs[A > 0] = np.log(A[A > 0])
    logs[A <= 0] = -50
    return -(Y * logs).sum(0).mean()


# %%
print("a cell of my own, to check that the product is a − y:")
a, y = 0.8, 1.0
print((-y / a + (1 - y) / (1 - a)) * a * (1 - a), a - y)

# %% output_delta
def output_delta(A, Y):
    dA = -(np.divide(Y, A) - np.divide(1 - Y, 1 - A))
    return dA * A * (1 - A)


# %% log_a
def log_a(z):
    return np.log(1 / (1 + np.exp(-z)))


# %% log_one_minus_a
def log_one_minus_a(z):
    return np.log(1 - 1 / (1 + np.exp(-z)))


# %% loss_in_z
def loss_in_z(z, y):
    return -(y * log_a(z) + (1 - y) * log_one_minus_a(z))


# %% log_term_prime
def log_term_prime(z):
    return 1 / (1 + np.exp(-z)) - 1


# %% loss_prime_in_z
def loss_prime_in_z(z, y):
    return y * log_term_prime(z) + (1 - y) * (1 + log_term_prime(z))


# %% cross_entropy_with_logits
def cross_entropy_with_logits(Z, Y):
    losses = np.empty(Z.shape)
    positive = Z > 0
    losses[positive] = np.log(1 + np.exp(-Z[positive])) + (1 - Y[positive]) * Z[positive]
    losses[~positive] = np.log(1 + np.exp(Z[~positive])) - Y[~positive] * Z[~positive]
    return sum(losses.sum(axis=1)) / Z.shape[1]


# %% logistic_gradients
def logistic_gradients(w, b, X, Y):
    m = X.shape[1]
    Z = np.dot(w, X) + b
    A = 1 / (1 + np.exp(-Z))
    dZ = A - Y
    dw = (1 / m) * np.dot(X, dZ.T).T
    db = (1 / m) * np.sum(dZ)
    return (dw, db)
