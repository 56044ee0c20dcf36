"""
what = "everything right, each function made of the ones before it where that is possible"
start = "solution"
"""

# %% numerical_derivative
def numerical_derivative(f, z, eps=1e-5):
    def one(t):
        return (f(t + eps) - f(t - eps)) / (2 * eps)
    return np.vectorize(one, otypes=[float])(z)

# %% sum_product_gradients
def sum_product_gradients(x, y, z):
    df_dq, df_dz = z, x + y
    return df_dq * 1, df_dq * 1, df_dz

# %% denominator
def denominator(z):
    v = -z
    u = np.e ** v
    u = u + 1
    return u

# %% denominator_prime
def denominator_prime(z):
    return 1 - denominator(z)

# %% reciprocal_prime
def reciprocal_prime(z):
    return -sigmoid(z) ** 2

# %% chain_product
def chain_product(z):
    return denominator_prime(z) * reciprocal_prime(z)

# %% split_fraction
def split_fraction(z):
    e = np.exp(-z)
    return (1 + e) / (1 + e) ** 2, 1 / (1 + e) ** 2

# %% sigmoid_prime
def sigmoid_prime(z):
    a = np.asarray(sigmoid(z))
    out = np.empty(a.shape)
    for i, x in np.ndenumerate(a):
        out[i] = x - x**2
    return out

# %% tanh_prime
def tanh_prime(z):
    return 1 / np.cosh(z) ** 2

# %% relu_prime
def relu_prime(z):
    @np.vectorize
    def one(x):
        return 1 if x > 0 else 0
    return one(z)

# %% leaky_relu_prime
def leaky_relu_prime(z, slope=0.01):
    one = relu_prime(z)
    return one + slope * (1 - one)

# %% softmax_jacobian
def softmax_jacobian(z):
    a = softmax(z)
    J = []
    for j in range(len(a)):
        row = []
        for k in range(len(a)):
            if j == k:
                row.append(a[k] * (1 - a[k]))
            else:
                row.append(-a[j] * a[k])
        J.append(row)
    return np.array(J)

# %% largest_gradient_factor
def largest_gradient_factor(n_layers):
    return sigmoid_prime(0) ** n_layers

# %% questions
answers = {"q1": "c", "q2": 0.9 * 0.1, "q3": -0.7 * 0.1 * 0.01, "q4": "c"}

# %% bug
bug = {"line": 6, "why": " B "}
