"""
what = "plain loops: lists of column numbers, examples counted one by one, a history in an array; a tanh network"
start = "solution"
"""

# %% update
def update(params, grads, learning_rate):
    new = []
    for layer in range(len(params)):
        W, b = params[layer]
        dW, db = grads[layer]
        step_W = -learning_rate * dW
        step_b = -learning_rate * db
        new.append((W + step_W, b + step_b))
    return new

# %% minibatches
def minibatches(X, Y, batch_size, rng):
    columns = list(range(X.shape[1]))
    rng.shuffle(columns)
    batches = []
    while columns:
        now, columns = columns[:batch_size], columns[batch_size:]
        X_b = np.column_stack([X[:, i] for i in now])
        Y_b = np.column_stack([Y[:, i] for i in now])
        batches.append([X_b, Y_b])
    return batches

# %% accuracy
def accuracy(A, Y):
    right = 0
    classes, m = A.shape
    for i in range(m):
        if classes == 1:
            yes = A[0, i] > 0.5
            if (yes and Y[0, i] == 1) or (not yes and Y[0, i] == 0):
                right += 1
        elif np.argmax(A[:, i]) == np.argmax(Y[:, i]):
            right += 1
    return right / m

# %% train
def train(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):
    costs = np.zeros(epochs)
    for e in range(epochs):
        for batch in minibatches(X, Y, batch_size, rng):
            out, caches = forward(batch[0], params, activations)
            params = update(params, backward(out, batch[1], params, caches, activations, cost), learning_rate)
        costs[e] = COSTS[cost](forward(X, params, activations)[0], Y)
    return params, costs

# %% digits_params
rng = np.random.default_rng(7)
params = he_initialization([64, 40, 10], rng)
for epoch in range(40):
    params, h = train(X_train, Y_train, params, ["tanh", "softmax"], "categorical_cross_entropy", 0.3, 1, 32, rng)
digits_params = params

# %% questions
answers = {"q1": 30 * 45, "q2": "d", "q3": "c"}
