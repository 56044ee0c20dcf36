"""
what = "nothing is shuffled; one generator for the whole training; the digits are the params from before the training"
start = "release"

[expect.update]
score = 2

[expect.minibatches]
score = 0
misconception = "not-shuffled"
says = "in the old order"

[expect.train]
score = 0
misconception = "nothing-after-the-first-epoch"

[expect.digits_params]
score = 0
misconception = "untrained"
"""

# %% update
def update(params, grads, learning_rate):
    return [(W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in zip(params, grads)]

# %% minibatches
def minibatches(X, Y, batch_size, rng):
    for k in range(0, X.shape[1], batch_size):
        yield X[:, k : k + batch_size], Y[:, k : k + batch_size]

# %% train
def train(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):
    history = []
    batches = minibatches(X, Y, batch_size, rng)
    for epoch in range(epochs):
        for X_b, Y_b in batches:
            A, caches = forward(X_b, params, activations)
            params = update(params, backward(A, Y_b, params, caches, activations, cost), learning_rate)
        history.append(COSTS[cost](forward(X, params, activations)[0], Y))
    return params, history

# %% digits_params
digits_params = he_initialization([64, 32, 10], np.random.default_rng(0))
train(
    X_train, Y_train, digits_params, ["relu", "softmax"], "categorical_cross_entropy", 0.5, 2, 32, np.random.default_rng(1)
)
