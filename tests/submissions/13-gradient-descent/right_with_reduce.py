"""
what = "tuples, zip and reduce in place of loops; an accuracy by einsum, with a second row made for one output"
start = "solution"
"""

# %% update
def update(params, grads, learning_rate):
    def step(old, slope):
        return np.add(old, np.multiply(-learning_rate, slope))
    return tuple(tuple(map(step, pair, gpair)) for pair, gpair in zip(params, grads))

# %% minibatches
def minibatches(X, Y, batch_size, rng):
    m = X.shape[1]
    order = rng.choice(m, size=m, replace=False)
    cuts = np.arange(batch_size, m, batch_size)
    return zip(np.split(X.take(order, axis=1), cuts, axis=1), np.split(Y.take(order, axis=1), cuts, axis=1))

# %% accuracy
def accuracy(A, Y):
    if len(A) == 1:
        A, Y = np.vstack([A, 1 - A]), np.vstack([Y, 1 - Y])
    hit = (A == np.amax(A, axis=0)).astype(float)
    return float(np.einsum("ki,ki->", hit, Y)) / A.shape[1]

# %% train
def train(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):
    def one_batch(p, batch):
        A, c = forward(batch[0], p, activations)
        return update(p, backward(A, batch[1], p, c, activations, cost), learning_rate)
    from functools import reduce
    def one_epoch(state, _):
        p, h = state
        p = reduce(one_batch, minibatches(X, Y, batch_size, rng), p)
        return p, h + [float(COSTS[cost](forward(X, p, activations)[0], Y))]
    return reduce(one_epoch, range(epochs), (params, []))

# %% digits_params
g = np.random.default_rng(3)
digits_params, _ = train(X_train, Y_train, he_initialization((64, 50, 10), g), ("leaky_relu", "softmax"), "categorical_cross_entropy", 0.3, 35, 20, g)

# %% questions
answers = dict(q1=1350, q2="d", q3="c")
