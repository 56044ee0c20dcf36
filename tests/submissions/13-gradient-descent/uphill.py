"""
what = "plus for minus: uphill, in update and so in train; the digits end in nan"
start = "release"

[expect.update]
score = 0
misconception = "uphill"
says = "goes uphill"

[expect.minibatches]
score = 2

[expect.train]
score = 0
misconception = "uphill"
says = "mend it first"

[expect.digits_params]
score = 0
misconception = "not-finite"
says = "learning rate was too large"
"""

# %% update
def update(params, grads, learning_rate):
    return [(W + learning_rate * dW, b + learning_rate * db) for (W, b), (dW, db) in zip(params, grads)]

# %% minibatches
def minibatches(X, Y, batch_size, rng):
    order = rng.permutation(X.shape[1])
    for k in range(0, X.shape[1], batch_size):
        yield X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]


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

