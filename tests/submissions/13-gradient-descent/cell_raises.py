"""
what = "a cell of the student's own raises, and so does the cell of accuracy; what needs neither is graded"
start = "release"

[expect.update]
score = 2

[expect.minibatches]
score = 2

[expect.accuracy]
score = 0
"""

# %%
update([(1, 2)], [], 0.1)[7]

# %% update
def update(params, grads, learning_rate):
    return [(W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in zip(params, grads)]

# %% minibatches
def minibatches(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    for k in range(0, X.shape[1], batch_size):
        yield X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]

# %% accuracy
accuracy = np.accuracy
