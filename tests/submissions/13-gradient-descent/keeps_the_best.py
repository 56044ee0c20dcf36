"""
what = "the params of the epoch with the lowest cost come back; an accuracy that is a mean probability; the learning rate of the digits is small"
start = "solution"

[expect.accuracy]
score = 0
misconception = "mean-probability"
says = "only whether it is right"

[expect.train]
score = 1
says = "W of layer 1"

[expect.digits_params]
score = 2
says = "That is half the points"

[expect.questions]
score = 2
says = "How many of the training digits are there left to get right?"
"""

# %% accuracy
def accuracy(A, Y):
    if A.shape[0] == 1:
        return np.mean(np.where(Y == 1, A, 1 - A))
    return np.sum(A * Y) / A.shape[1]

# %% train
def train(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):
    history, best = [], None
    for _ in range(epochs):
        for X_b, Y_b in minibatches(X, Y, batch_size, rng):
            A, caches = forward(X_b, params, activations)
            params = update(params, backward(A, Y_b, params, caches, activations, cost), learning_rate)
        history.append(COSTS[cost](forward(X, params, activations)[0], Y))
        if history[-1] == min(history):
            best = params
    return best, history

# %% digits_params
rng = np.random.default_rng(0)
weights = he_initialization([64, 30, 10], rng)
digits_params = train_and_watch(weights, ["relu", "softmax"], 0.02, 20, 32, rng)

# %% questions
answers = {"q1": 1350, "q2": "d", "q3": "b"}
