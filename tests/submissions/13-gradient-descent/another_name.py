"""
what = "minibatches under another name; accuracy with parameters named otherwise"
start = "release"

[expect.minibatches]
score = 0
says = "minibatches"

[expect.accuracy]
score = 2
"""

# %% minibatches
def mini_batches(X, Y, size, rng):
    order = rng.permutation(X.shape[1])
    return [(X[:, order[k : k + size]], Y[:, order[k : k + size]]) for k in range(0, len(order), size)]

# %% accuracy
def accuracy(outputs, labels):
    if len(outputs) == 1:
        return float(np.mean((outputs > 0.5) == (labels > 0.5)))
    return float(np.mean(outputs.argmax(0) == labels.argmax(0)))
