"""
what = "z > 0 is returned as it is; np.vectorize cuts the leak off"
start = "solution"

[expect.relu_prime]
score = 0
misconception = "truth-values"
says = "True and False"

[expect.leaky_relu_prime]
score = 1
misconception = "whole-numbers"
says = "whole numbers"
"""

# %% relu_prime
def relu_prime(z):
    return np.asarray(z) > 0

# %% leaky_relu_prime
def leaky_relu_prime(z, slope=0.01):
    return np.vectorize(lambda one: 1 if one > 0 else slope)(z)
