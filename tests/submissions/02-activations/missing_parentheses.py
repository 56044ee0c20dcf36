"""
what = "1 / 1 + e^-z, and the same slip in tanh; leaky ReLU whose argument has another name"
start = "solution"

[expect.sigmoid]
score = 0
misconception = "parentheses"
says = "divides before it adds"

[expect.tanh]
score = 0
misconception = "parentheses"

[expect.leaky_relu]
score = 0
says = "leaky_relu(z, slope=0.01)"
"""

# %% sigmoid
def sigmoid(z):
    return 1/1+np.exp(-z)

# %% tanh
def tanh(z):
    return (np.exp(z) - np.exp(-z)) / np.exp(z) + np.exp(-z)

# %% leaky_relu
def leaky_relu(z, alpha=0.01):
    return np.where(z > 0, z, alpha * z)
