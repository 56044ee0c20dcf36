"""
what = "the digits are trained for two epochs only: between 90 and 95 percent, half the points"
start = "release"

[expect.update]
score = 2

[expect.minibatches]
score = 2

[expect.accuracy]
score = 2

[expect.train]
score = 4

[expect.digits_params]
score = 2
says = "half the points"
"""

# %% update
def update(params, grads, learning_rate):
    return [(W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in zip(params, grads)]


# %% minibatches
def minibatches(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    for k in range(0, X.shape[1], batch_size):
        yield X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]


# %% accuracy
def accuracy(A, Y):
    if A.shape[0] == 1:
        return np.mean((A > 0.5) == (Y > 0.5))
    return np.mean(A.argmax(axis=0) == Y.argmax(axis=0))


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
    2,
    32,
    chance,
)

