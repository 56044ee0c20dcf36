"""
what = "everything by hand: loops over every element, the math module, a helper of the student's own in another cell"
start = "solution"
"""

# %% sigmoid
import math

import numpy as np


def one_sigmoid(x):
    if x >= 0:
        return 1 / (1 + math.exp(-x))
    power = math.exp(x)
    return power / (power + 1)


def for_each(function, z):
    """Call a function on every element of an array, or on a number."""
    if np.ndim(z) == 0:
        return function(float(z))
    result = np.zeros(z.shape)
    for index in np.ndindex(*z.shape):
        result[index] = function(z[index])
    return result


def sigmoid(z):
    return for_each(one_sigmoid, z)


# %% tanh
def tanh(z):
    def one(x):
        small = math.exp(-2 * abs(x))
        return math.copysign((1 - small) / (1 + small), x)

    return for_each(one, z)


# %% relu
def relu(z):
    return for_each(lambda x: x if x > 0 else 0, z)


# %% leaky_relu
def leaky_relu(z, slope=0.01):
    return for_each(lambda x: x if x > 0 else slope * x, z)


# %% softmax
def softmax(Z):
    if Z.ndim == 1:
        biggest = max(Z)
        total = 0
        for score in Z:
            total += math.exp(score - biggest)
        return np.array([math.exp(score - biggest) / total for score in Z])
    K, m = Z.shape
    P = np.empty((K, m))
    for i in range(m):
        P[:, i] = softmax(Z[:, i])
    return P


# %% class_probabilities
exponentials = [math.exp(s) for s in [5.1, 3.2, -1.7, -2.0]]
class_probabilities = np.array(exponentials) / sum(exponentials)
