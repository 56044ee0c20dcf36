"""
what = ">= gives ReLU's slopes the value of the right side at 0; the visible checks have a 0 in them"
start = "solution"

[expect.relu_prime]
score = 0
misconception = "one-at-zero"
says = "Only at z = 0"

[expect.leaky_relu_prime]
score = 0
misconception = "one-at-zero"
"""

# %% relu_prime
def relu_prime(z):
    return np.where(np.asarray(z) >= 0, 1.0, 0.0)

# %% leaky_relu_prime
def leaky_relu_prime(z, slope=0.01):
    return np.where(np.asarray(z) >= 0, 1.0, slope)
