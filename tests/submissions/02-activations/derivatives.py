"""
what = "returns the derivative of each function in place of the function"
start = "solution"

[expect.sigmoid]
score = 0
misconception = "derivative"
says = "slope of the sigmoid"

[expect.tanh]
score = 0
misconception = "derivative"
says = "slope of tanh"

[expect.relu]
score = 0
misconception = "step"

[expect.leaky_relu]
score = 0
misconception = "derivative"
says = "still has z in it"
"""

# %% sigmoid
def sigmoid(z):
    s = np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z)))
    return s * (1 - s)

# %% tanh
def tanh(z):
    return 1 - np.tanh(z) ** 2

# %% relu
def relu(z):
    return np.where(z > 0, 1, 0)

# %% leaky_relu
def leaky_relu(z, slope=0.01):
    return np.where(z > 0, 1, slope)
