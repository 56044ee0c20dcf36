"""
what = "generators of its own: seeded inside minibatches; global in train; a percentage for a share"
start = "release"

[expect.minibatches]
score = 0
misconception = "own-generator"

[expect.accuracy]
score = 0
misconception = "percent"
says = "from 0 to 1"

[expect.train]
score = 1
misconception = "another-source"
"""

# %% minibatches
def minibatches(X, Y, batch_size, rng):
    rng = np.random.default_rng(42)
    order = rng.permutation(X.shape[1])
    return [
        (X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, X.shape[1], batch_size)
    ]

# %% accuracy
def accuracy(A, Y):
    if A.shape[0] == 1:
        return 100 * np.mean((A > 0.5) == (Y > 0.5))
    return 100 * np.mean(A.argmax(axis=0) == Y.argmax(axis=0))

# %% train
def train(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):
    history, m = [], X.shape[1]
    for epoch in range(epochs):
        order = np.random.permutation(m)
        for k in range(0, m, batch_size):
            batch = order[k : k + batch_size]
            A, caches = forward(X[:, batch], params, activations)
            grads = backward(A, Y[:, batch], params, caches, activations, cost)
            params = [(W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in zip(params, grads)]
        history.append(COSTS[cost](forward(X, params, activations)[0], Y))
    return params, history
