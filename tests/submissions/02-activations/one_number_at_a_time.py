"""
what = "functions for single numbers: math.exp, Python's max and if, which stop at an array; vectorize with a whole zero"
start = "solution"

[expect.sigmoid]
score = 0
misconception = "math-exp"

[expect.tanh]
score = 0
misconception = "math-exp"

[expect.relu]
score = 0
misconception = "whole-numbers"
says = "0.0"

[expect.leaky_relu]
score = 0
misconception = "python-max"
"""

# %% sigmoid
import math


def sigmoid(z):
    return 1 / (1 + math.exp(-z))

# %% tanh
def tanh(z):
    return (math.exp(z) - math.exp(-z)) / (math.exp(z) + math.exp(-z))

# %% relu
relu = np.vectorize(lambda x: x if x > 0 else 0)

# %% leaky_relu
def leaky_relu(z, slope=0.01):
    if z > 0:
        return z
    return slope * z
