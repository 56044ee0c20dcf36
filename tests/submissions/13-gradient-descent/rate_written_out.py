"""
what = "0.1 where learning_rate is meant, in update and in train; mini-batches drawn with replacement; only examples with the label 1 are looked at"
start = "release"

[expect.update]
score = 1
misconception = "another-rate"
says = "whatever `learning_rate` is"

[expect.minibatches]
score = 0
misconception = "with-replacement"
says = "draw an order, not numbers"

[expect.accuracy]
score = 0
misconception = "share-of-positives"
says = "how many of them are found"

[expect.train]
score = 1
misconception = "learning-rate-ignored"
says = "Does your function read that name?"
"""

# %% update
def update(params, grads, learning_rate):
    return [(W - 0.1 * dW, b - 0.1 * db) for (W, b), (dW, db) in zip(params, grads)]

# %% minibatches
def minibatches(X, Y, batch_size, rng):
    count = int(np.ceil(X.shape[1] / batch_size))
    for k in range(count):
        chosen = rng.integers(0, X.shape[1], batch_size)
        yield X[:, chosen], Y[:, chosen]

# %% accuracy
def accuracy(A, Y):
    if len(A) == 1:
        return ((A > 0.5) * Y).sum() / Y.sum()
    return np.mean(A.argmax(axis=0) == Y.argmax(axis=0))

# %% train
def train(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):
    history = []
    for _ in range(epochs):
        order = rng.permutation(X.shape[1])
        for k in range(0, len(order), batch_size):
            X_b, Y_b = X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]
            A, caches = forward(X_b, params, activations)
            params = update(params, backward(A, Y_b, params, caches, activations, cost), learning_rate)
        history.append(COSTS[cost](forward(X, params, activations)[0], Y))
    return params, history
