"""
what = "keeps the textbook formulas and bounds the exponent at 500, where nothing of the result is lost"
start = "solution"
"""

# %% sigmoid
def sigmoid(z):
    z = np.clip(z, -500, 500)
    return 1 / (1 + np.exp(-z))

# %% tanh
def tanh(z):
    z = np.clip(z, -300, 300)
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))

# %% relu
def relu(z):
    return np.clip(z, 0, None)

# %% leaky_relu
def leaky_relu(z, slope=0.01):
    leaked = slope * np.clip(z, None, 0)
    return np.clip(z, 0, None) + leaked
