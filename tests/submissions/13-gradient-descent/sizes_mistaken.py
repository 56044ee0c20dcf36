"""
what = "the list of mini-batches is shuffled, not the examples; the inputs are counted for examples in update, the columns for outputs in accuracy"
start = "release"

[expect.update]
score = 1
misconception = "averaged-again"
says = "no m is left to divide by"

[expect.minibatches]
score = 0
misconception = "blocks-shuffled"
says = "Shuffle the examples, then cut"

[expect.accuracy]
score = 0
misconception = "one-column-for-one-row"
says = "A single output is a single row"

[expect.questions]
score = 1
says = "rounded up counts one short batch"
"""

# %% update
def update(params, grads, learning_rate):
    new = []
    for (W, b), (dW, db) in zip(params, grads):
        m = dW.shape[1]
        new.append((W - learning_rate * dW / m, b - learning_rate * db / m))
    return new

# %% minibatches
def minibatches(X, Y, batch_size, rng):
    batches = []
    for k in range(0, X.shape[1], batch_size):
        batches.append((X[:, k : k + batch_size], Y[:, k : k + batch_size]))
    rng.shuffle(batches)
    return batches

# %% accuracy
def accuracy(A, Y):
    if A.shape[1] == 1:
        return np.mean((A > 0.5) == Y)
    return np.mean(np.argmax(A, axis=0) == np.argmax(Y, axis=0))

# %% questions
answers = {"q1": 1349, "q2": "b", "q3": "c"}
