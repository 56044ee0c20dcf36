"""
what = "the last mini-batch is dropped where it is short; digits are learned all the same"
start = "release"

[expect.update]
score = 2

[expect.minibatches]
score = 0
misconception = "last-dropped"
says = "short mini-batch is dropped"

[expect.train]
score = 1
misconception = "last-dropped"

[expect.digits_params]
score = 4
"""

# %% update
def update(params, grads, learning_rate):
    return [(W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in zip(params, grads)]

# %% minibatches
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.permutation(m)
    for k in range(m // batch_size):
        batch = order[k * batch_size : (k + 1) * batch_size]
        yield X[:, batch], Y[:, batch]

# %% train
def train(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):
    history = []
    for epoch in range(epochs):
        for X_b, Y_b in minibatches(X, Y, batch_size, rng):
            A, caches = forward(X_b, params, activations)
            grads = backward(A, Y_b, params, caches, activations, cost)
            params = update(params, grads, learning_rate)
        A, caches = forward(X, params, activations)
        history.append(COSTS[cost](A, Y))
    return params, history


# %% digits_params
chance = np.random.default_rng(2)
digits_params, costs = train(
    X_train,
    Y_train,
    he_initialization([64, 32, 10], chance),
    ["relu", "softmax"],
    "categorical_cross_entropy",
    0.5,
    20,
    32,
    chance,
)

