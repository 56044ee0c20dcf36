"""
what = "the history is taken on the way, before each update; the digits get what train returns, history and all"
start = "release"

[expect.update]
score = 2

[expect.minibatches]
score = 2

[expect.train]
score = 0
misconception = "mean-of-batches"
says = "while the params still change"

[expect.digits_params]
score = 0
misconception = "history-too"
says = "The params alone"
"""

# %% update
def update(params, grads, learning_rate):
    return [(W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in zip(params, grads)]


# %% minibatches
def minibatches(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    for k in range(0, X.shape[1], batch_size):
        yield X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]

# %% train
def train(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):
    history = []
    for epoch in range(epochs):
        costs = []
        for X_b, Y_b in minibatches(X, Y, batch_size, rng):
            A, caches = forward(X_b, params, activations)
            costs.append(COSTS[cost](A, Y_b))
            grads = backward(A, Y_b, params, caches, activations, cost)
            params = update(params, grads, learning_rate)
        history.append(np.mean(costs))
    return params, history

# %% digits_params
digits_params = train(
    X_train,
    Y_train,
    he_initialization([64, 16, 10], np.random.default_rng(2)),
    ["relu", "softmax"],
    "categorical_cross_entropy",
    0.5,
    2,
    32,
    np.random.default_rng(3),
)
