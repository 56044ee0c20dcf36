"""
what = "softmax along the rows, as in courses with one example per row; ReLU as the largest of all elements"
start = "solution"

[expect.softmax]
score = 0
misconception = "wrong-axis"
says = "One example is one column"

[expect.relu]
score = 0
misconception = "largest-of-all"

[expect.leaky_relu]
score = 0
misconception = "slope-on-the-positive-side"
"""

# %% softmax
def softmax(Z):
    exp_scores = np.exp(Z - np.max(Z, axis=-1, keepdims=True))
    return exp_scores / np.sum(exp_scores, axis=-1, keepdims=True)

# %% relu
def relu(z):
    return np.max(z, 0)

# %% leaky_relu
def leaky_relu(z, slope=0.01):
    return np.minimum(z, slope * z)
