"""
what = "the batch as a matrix of one row, the layer with one row an example"
start = "solution"

[expect.neuron_batch]
score = 0
misconception = "row-matrix"
says = "shape (1, 2); shape (2,) is expected"

[expect.layer]
score = 0
misconception = "examples-in-rows"
says = "yours is the transpose"
"""

# %% neuron_batch
def neuron_batch(w, X, b, g):
    w = w.reshape((1, len(w)))
    return g(np.matmul(w, X) + b)

# %% layer
def layer(W, X, b, g):
    outputs = []
    for i in range(X.shape[1]):
        outputs.append(g(W @ X[:, i] + b.flatten()))
    return np.array(outputs)
