"""
what = "tanh without the 2 inside, the leak on both sides, softmax over the whole matrix"
start = "solution"

[expect.tanh]
score = 0
misconception = "half-as-steep"

[expect.leaky_relu]
score = 0
misconception = "leak-added-on-both-sides"

[expect.softmax]
score = 0
misconception = "over-everything"
says = "Each column gets a sum of its own"
"""

# %% tanh
def tanh(z):
    return 2 * sigmoid(z) - 1

# %% leaky_relu
def leaky_relu(z, slope=0.01):
    return relu(z) + slope * z

# %% softmax
def softmax(Z):
    e = np.exp(Z - np.max(Z))
    return e / e.sum()
