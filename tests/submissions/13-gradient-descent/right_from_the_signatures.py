"""
what = "other names for the arguments, one table of rows, a flat list of arrays, helpers; two hidden layers of sigmoids, trained without the curve"
start = "solution"
"""

# %% update
def update(network, gradients, eta):
    weights = [W for W, _ in network]
    biases = [b for _, b in network]
    weights = [W - eta * g[0] for W, g in zip(weights, gradients)]
    biases = [b - eta * g[1] for b, g in zip(biases, gradients)]
    return list(zip(weights, biases))

# %% minibatches
def minibatches(inputs, targets, size, generator):
    rows = np.hstack((inputs.T, targets.T))
    generator.shuffle(rows)
    pieces = (rows[k * size : (k + 1) * size].T for k in range(-(-len(rows) // size)))
    return map(lambda piece: (piece[: len(inputs)], piece[len(inputs) :]), pieces)

# %% accuracy
def share(hits):
    return hits.mean()

def accuracy(out, labels):
    if len(out) > 1:
        return share(out.argmax(0) == labels.argmax(0))
    return share(((out > 0.5) == (labels > 0.5)).ravel())


# %% train
def train(inputs, targets, network, names, loss, eta, n_epochs, size, generator):
    flat = [np.array(a, dtype=float) for pair in network for a in pair]

    def pairs():
        return [(flat[k], flat[k + 1]) for k in range(0, len(flat), 2)]

    curve = []
    for _ in range(n_epochs):
        order = generator.permutation(inputs.shape[1])
        start = 0
        while start < len(order):
            pick = order[start : start + size]
            start += size
            out, stored = forward(inputs[:, pick], pairs(), names)
            for k, (dW, db) in enumerate(backward(out, targets[:, pick], pairs(), stored, names, loss)):
                flat[2 * k] = flat[2 * k] - eta * dW
                flat[2 * k + 1] = flat[2 * k + 1] - eta * db
        curve.append(COSTS[loss](forward(inputs, pairs(), names)[0], targets))
    return pairs(), curve

# %% digits_params
gen = np.random.default_rng(1)
net = he_initialization([64, 60, 30, 10], gen)
net, curve = train(X_train, Y_train, net, ["sigmoid", "sigmoid", "softmax"], "categorical_cross_entropy", 2, 80, 32, gen)
digits_params = [[W, b] for W, b in net]

# %% questions
answers = {"q1": 1350.0, "q2": "D", "q3": " c"}
