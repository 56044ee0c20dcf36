"""
what = "slopes from plain exponentials, right wherever the lesson goes"
start = "solution"
"""

# %% sigmoid_prime
def sigmoid_prime(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2

# %% tanh_prime
def tanh_prime(z):
    t = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
    return 1 - t**2

# %% softmax_jacobian
def softmax_jacobian(z):
    a = np.exp(z) / np.sum(np.exp(z))
    return np.diag(a) - np.outer(a, a)
