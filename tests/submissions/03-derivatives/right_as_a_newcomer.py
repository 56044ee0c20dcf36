"""
what = "everything right, with other algebra in most places: products of sigmoids, divisions by powers of e, lists for tuples"
start = "solution"
"""

# %% numerical_derivative
def numerical_derivative(f, z, eps=1e-5):
    a = f(z + eps)
    b = f(z - eps)
    return (a - b) / eps / 2

# %% sum_product_gradients
def sum_product_gradients(x, y, z):
    q = x + y
    df_dq = z
    return [df_dq * 1, df_dq * 1, q]

# %% denominator
def denominator(z):
    return np.exp(-z) + np.exp(0 * z)

# %% denominator_prime
def denominator_prime(z):
    return -1 / np.exp(z)

# %% reciprocal_prime
def reciprocal_prime(z):
    u = denominator(z)
    return -(u ** -2.0)

# %% chain_product
def chain_product(z):
    e = np.exp(-z)
    return e / (1 + 2 * e + e * e)

# %% split_fraction
def split_fraction(z):
    u = denominator(z)
    return [1 / u, 1 / u / u]

# %% sigmoid_prime
def sigmoid_prime(z):
    return sigmoid(z) * sigmoid(-z)

# %% tanh_prime
def tanh_prime(z):
    return 4 * sigmoid_prime(2 * z)

# %% relu_prime
def relu_prime(z):
    return np.heaviside(z, 0)

# %% leaky_relu_prime
def leaky_relu_prime(z, slope=0.01):
    return np.where(np.asarray(z) > 0, 1, slope)

# %% softmax_jacobian
def softmax_jacobian(z):
    a = softmax(z)
    return np.einsum('jk,k->jk', np.eye(len(a)), a) - np.einsum('j,k->jk', a, a)

# %% largest_gradient_factor
def largest_gradient_factor(n_layers):
    p = 1.0
    for _ in range(n_layers):
        p = p / 4
    return p

# %% questions
answers = {"q1": "C", "q2": 0.09, "q3": -0.0007, "q4": "c"}

# %% bug
bug = {"line": 6, "why": "b"}
