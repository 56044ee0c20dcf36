"""
what = "the textbook formulas as they stand: a warning in sigmoid, nan in tanh and softmax"
start = "solution"

[expect.sigmoid]
score = 1
misconception = "overflow"
says = "larger than a float can hold"

[expect.tanh]
score = 1
misconception = "infinity-over-infinity"
says = "nan"

[expect.softmax]
score = 1
misconception = "overflow"
says = "softmax(np.array([[1000.], [999.]]))"
"""

# %% sigmoid
def sigmoid(z):
    return 1 / (1 + np.exp(-z))

# %% tanh
def tanh(z):
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))

# %% softmax
def softmax(Z):
    return np.exp(Z) / np.sum(np.exp(Z), axis=0)
