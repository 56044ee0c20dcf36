"""
what = "X is shuffled and Y is not: the network learns the labels of others"
start = "release"

[expect.update]
score = 2

[expect.minibatches]
score = 0
misconception = "labels-left-behind"
says = "the labels of others"

[expect.train]
score = 1
misconception = "wrong-company"

[expect.digits_params]
score = 0
says = "what guessing gives"
"""

# %% update
def update(params, grads, learning_rate):
    return [(W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in zip(params, grads)]

# %% minibatches
def minibatches(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    X = X[:, order]
    return [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in range(0, X.shape[1], batch_size)]

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

