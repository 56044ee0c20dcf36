"""
what = "the cost is noted once, after all epochs; what train_and_watch returns is thrown away"
start = "solution"

[expect.accuracy]
score = 0
misconception = "above-zero"
says = "The border is 0.5"

[expect.train]
score = 0
misconception = "last-cost-alone"
says = "the end of the outer loop"

[expect.digits_params]
score = 0
misconception = "untrained"
says = "before any training"
"""

# %% accuracy
def accuracy(A, Y):
    if A.shape[0] == 1:
        return np.mean((A > 0) == (Y > 0))
    return np.mean(A.argmax(axis=0) == Y.argmax(axis=0))

# %% train
def train(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):
    history = []
    for _ in range(epochs):
        for X_b, Y_b in minibatches(X, Y, batch_size, rng):
            A, caches = forward(X_b, params, activations)
            grads = backward(A, Y_b, params, caches, activations, cost)
            params = update(params, grads, learning_rate)
    history.append(COSTS[cost](forward(X, params, activations)[0], Y))
    return params, history

# %% digits_params
rng = np.random.default_rng(0)
digits_params = he_initialization([64, 30, 10], rng)
train_and_watch(digits_params, ["relu", "softmax"], 0.5, 5, 32, rng)
