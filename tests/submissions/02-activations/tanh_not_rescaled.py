"""
what = "tanh as sigmoid(2z), leaky ReLU with 0.01 written into it, ReLU as the absolute value"
start = "solution"

[expect.tanh]
score = 0
misconception = "not-stretched"
says = "still runs from 0 to 1"

[expect.relu]
score = 0
misconception = "abs"

[expect.leaky_relu]
score = 0
misconception = "slope-ignored"
says = "whatever the caller asks for"
"""

# %% tanh
def tanh(z):
    return sigmoid(2 * z)

# %% relu
def relu(z):
    return abs(z)

# %% leaky_relu
def leaky_relu(z, slope=0.01):
    return np.maximum(z, 0.01 * z)
