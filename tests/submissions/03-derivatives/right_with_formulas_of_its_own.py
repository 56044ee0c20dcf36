"""
what = "hyperbolic functions, naive sigmoids that warn and are right, whole numbers for ReLU's slopes, extra cells, casts"
start = "solution"
"""

# %% numerical_derivative
def numerical_derivative(f, z, eps=1e-5):
    forward = (f(z + eps) - f(z)) / eps
    backward = (f(z) - f(z - eps)) / eps
    return (forward + backward) / 2


# %%
numerical_derivative(np.sin, np.linspace(0, 1, 5))

# %% sum_product_gradients
def sum_product_gradients(x, y, z):
    s = x + y
    f = s * z
    df = 1
    ds, dz = df * z, df * s
    dx, dy = ds * 1, ds * 1
    return (dx, dy, dz)

# %% chain_product
def chain_product(z):
    return np.exp(z) / (1 + np.exp(z)) ** 2

# %% sigmoid_prime
def sigmoid_prime(z):
    z = np.asarray(z, dtype=np.float64)
    s = 1 / (1 + np.exp(-z))
    return s - s * s

# %% tanh_prime
def tanh_prime(z):
    return 1 / np.cosh(z) ** 2

# %% relu_prime
def relu_prime(z):
    return np.where(np.array(z) > 0, 1, 0)

# %% leaky_relu_prime
def leaky_relu_prime(z, slope=0.01):
    return (z > 0) + slope * (z <= 0)

# %% softmax_jacobian
def softmax_jacobian(z):
    a = softmax(z).reshape(-1, 1)
    J = -np.dot(a, a.T)
    J[np.diag_indices_from(J)] += a[:, 0]
    return J

# %% largest_gradient_factor
def largest_gradient_factor(n_layers):
    return 1 / 4**n_layers

# %% questions
answers = {"q4": " C", "q3": -0.7 * 0.1 * 0.01, "q2": 0.9 * (1 - 0.9), "q1": "C"}

# %% bug
bug = dict(why="B", line=6)
