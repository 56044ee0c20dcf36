"""
what = "train without update and minibatches, on copies, in place; batches as views of a shuffled copy; 64-32-32-10"
start = "solution"
"""

# %% minibatches
def minibatches(X, Y, batch_size, rng):
    both = rng.permutation(np.concatenate([X, Y]), axis=1)
    n = X.shape[0]
    return tuple(
        (both[:n, k : k + batch_size], both[n:, k : k + batch_size]) for k in range(0, both.shape[1], batch_size)
    )

# %% accuracy
def accuracy(A, Y):
    said, meant = (A > 0.5, Y > 0.5) if A.shape[0] == 1 else (A.argmax(0), Y.argmax(0))
    return np.count_nonzero(said == meant) / Y.shape[1]

# %% train
def train(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):
    weights = [W.copy() for W, _ in params]
    biases = [b.copy() for _, b in params]
    m, history = X.shape[1], []
    while len(history) < epochs:
        order = np.argsort(rng.random(m))
        for batch in np.split(order, range(batch_size, m, batch_size)):
            now = list(zip(weights, biases))
            A, caches = forward(X[:, batch], now, activations)
            for k, (dW, db) in enumerate(backward(A, Y[:, batch], now, caches, activations, cost)):
                weights[k] -= learning_rate * dW
                biases[k] -= learning_rate * db
        A, _ = forward(X, list(zip(weights, biases)), activations)
        history.append(COSTS[cost](A, Y))
    return list(zip(weights, biases)), history

# %%
def learn_digits(sizes, rate, epochs):
    chance = np.random.default_rng(len(sizes))
    names = ["relu"] * (len(sizes) - 2) + ["softmax"]
    params, curve = he_initialization(sizes, chance), gradient_descent.live(epochs=epochs)
    for _ in range(epochs):
        params, history = train(
            X_train, Y_train, params, names, "categorical_cross_entropy", rate, 1, 32, chance
        )
        curve.add(history[-1])
    return params

# %% digits_params
digits_params = learn_digits([64, 32, 32, 10], 0.2, 25)

# %% questions
answers = {"q1": 1350.0, "q2": " D", "q3": "C"}
