"""
what = "loops over layers, examples and numbers; a shuffled list; a history in an array; 64-20-10 with tanh"
start = "solution"
"""

# %% update
def update(params, grads, learning_rate):
    updated = []
    for (W, b), (dW, db) in zip(params, grads):
        W_new, b_new = np.copy(W), np.copy(b)
        for r in range(W.shape[0]):
            for s in range(W.shape[1]):
                W_new[r, s] -= learning_rate * dW[r, s]
            b_new[r, 0] -= learning_rate * db[r, 0]
        updated.append([W_new, b_new])
    return updated

# %% minibatches
def minibatches(X, Y, batch_size, rng):
    numbers = list(range(X.shape[1]))
    rng.shuffle(numbers)
    batches = []
    while len(numbers) > 0:
        X_b = np.column_stack([X[:, i] for i in numbers[:batch_size]])
        Y_b = np.column_stack([Y[:, i] for i in numbers[:batch_size]])
        batches.append([X_b, Y_b])
        numbers = numbers[batch_size:]
    return batches

# %% accuracy
def accuracy(A, Y):
    right = 0
    for i in range(A.shape[1]):
        if A.shape[0] == 1:
            right += (A[0, i] > 0.5) == (Y[0, i] > 0.5)
        elif np.argmax(A[:, i]) == np.argmax(Y[:, i]):
            right += 1
    return float(right / A.shape[1])

# %% train
def train(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):
    history = np.zeros(epochs)
    for epoch in range(epochs):
        for X_b, Y_b in minibatches(X, Y, batch_size, rng):
            out, caches = forward(X_b, params, activations)
            grads = backward(out, Y_b, params, caches, activations, cost)
            params = [
                (W - learning_rate * dW, b - learning_rate * db) for (W, b), (dW, db) in zip(params, grads)
            ]
        history[epoch] = COSTS[cost](forward(X, params, activations)[0], Y)
    return params, history

# %% digits_params
generator = np.random.default_rng(5)
digits_params, costs = train(
    X_train,
    Y_train,
    he_initialization([64, 20, 10], generator),
    ["tanh", "softmax"],
    "categorical_cross_entropy",
    0.3,
    25,
    32,
    generator,
)
print(costs[-1])
