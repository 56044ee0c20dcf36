"""
what = "the arrays of params are overwritten, by update and by train; labels in the wrong place for accuracy"
start = "release"

[expect.update]
score = 0
misconception = "changed-in-place"
says = "overwritten"

[expect.minibatches]
score = 2

[expect.accuracy]
score = 0
misconception = "argmax-of-one-output"
says = "threshold 0.5"

[expect.train]
score = 0
misconception = "changed-in-place"

[expect.digits_params]
score = 4
"""

# %% update
def update(params, grads, learning_rate):
    for (W, b), (dW, db) in zip(params, grads):
        W -= learning_rate * dW
        b -= learning_rate * db
    return params

# %% accuracy
def accuracy(A, Y):
    return np.mean(np.argmax(A, axis=0) == np.argmax(Y, axis=0))

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

