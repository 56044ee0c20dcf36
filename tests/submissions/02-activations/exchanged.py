"""
what = "sigmoid and tanh written for each other, relu and its mirror image, softmax as a sigmoid of each score"
start = "solution"

[expect.sigmoid]
score = 0
misconception = "tanh"

[expect.tanh]
score = 0
misconception = "sigmoid"

[expect.relu]
score = 0
misconception = "minimum"

[expect.softmax]
score = 0
misconception = "sigmoid"
says = "the classes compete"

[expect.class_probabilities]
score = 0
misconception = "sigmoid"
"""

# %% sigmoid
def sigmoid(z):
    e = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - e) / (1 + e)

# %% tanh
def tanh(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)

# %% relu
def relu(z):
    return np.minimum(0, z)

# %% softmax
def softmax(Z):
    return tanh(Z)
