"""
what = "math.exp and if: right for one number, and stopped by an array"
start = "solution"

[expect.split_fraction]
score = 0
misconception = "math-exp"
says = "one number at a time"

[expect.sigmoid_prime]
score = 0
misconception = "math-exp"

[expect.relu_prime]
score = 0
misconception = "if-on-an-array"
says = "one yes or no"

[expect.leaky_relu_prime]
score = 0
misconception = "if-on-an-array"
"""

# %% split_fraction
import math


def split_fraction(z):
    u = 1 + math.exp(-z)
    return 1 / u, 1 / u**2

# %% sigmoid_prime
def sigmoid_prime(z):
    a = 1 / (1 + math.exp(-z))
    return a * (1 - a)

# %% relu_prime
def relu_prime(z):
    if z > 0:
        return 1.0
    return 0.0

# %% leaky_relu_prime
def leaky_relu_prime(z, slope=0.01):
    if z > 0:
        return 1.0
    else:
        return slope
