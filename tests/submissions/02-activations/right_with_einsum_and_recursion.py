"""
what = "unusual and right: logaddexp, einsum, recursion over rows, larger-of-two leaky ReLU, numbers shown on the way"
start = "solution"
"""

# %% sigmoid
import sys


def sigmoid(z):
    return np.exp(-np.logaddexp(0.0, -z))

# %% tanh
def tanh(z):
    if np.ndim(z) > 0:
        return np.array([tanh(row) for row in z])
    if z < 0:
        return -tanh(-z)
    return 2.0 / (1.0 + np.exp(-2.0 * z)) - 1.0

# %%
print("still here", file=sys.stderr)
sigmoid(np.array([[0.0, 1.0]]))

# %% relu
def relu(z):
    return (z + abs(z)) / 2

# %% leaky_relu
def leaky_relu(z, slope=0.01):
    return np.maximum(z, slope * z)

# %% softmax
def softmax(Z):
    tops = np.einsum("k...->...k", Z).max(axis=-1)
    E = np.exp(Z - tops)
    return np.einsum("k...,...->k...", E, 1 / np.einsum("k...->...", E))

# %% class_probabilities
scores = np.array([[5.1], [3.2], [-1.7], [-2.0]])
class_probabilities = softmax(scores)[:, 0]
