"""
what = "casts whatever comes in to a float64 array, so that lists work too; masks; other argument names; keepdims"
start = "solution"
"""

# %% sigmoid
import numpy
import numpy as np


def sigmoid(values):
    values = numpy.asarray(values, dtype=float)
    result = numpy.empty_like(values)
    right = values >= 0
    left = numpy.logical_not(right)
    result[right] = 1 / (1 + numpy.exp(-values[right]))
    powers = numpy.exp(values[left])
    result[left] = powers / (1 + powers)
    return result if result.shape else result.item()


# %%
print(sigmoid([1, 2, 3]))

# %% tanh
def tanh(values):
    values = np.array(values, float)
    return sigmoid(2 * values) - sigmoid(-2 * values)

# %% relu
def relu(x):
    x = np.array(x, dtype=np.float64)
    x[x < 0] = 0  # a copy, so nothing happens to the caller's
    return x

# %% leaky_relu
def leaky_relu(x, slope=1e-2):
    x = np.asarray(x, dtype=np.float64)
    return x * np.where(x > 0, 1, slope)

# %% softmax
def softmax(scores):
    scores = np.asarray(scores, dtype=np.float64)
    e = np.exp(scores - np.amax(scores, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)

# %% class_probabilities
class_probabilities = softmax([5.1, 3.2, -1.7, -2.0])

# %% questions
answers = {"q3": 5 / 2, "q1": " D", "q2": "A"}
