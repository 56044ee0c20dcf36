"""
what = "the mini-batches are drawn once, before the first epoch: it learns all the same"
start = "solution"
"""

# %% train
def train(X, Y, params, activations, cost, learning_rate, epochs, batch_size, rng):
    history = []
    batches = list(minibatches(X, Y, batch_size, rng))
    for epoch in range(epochs):
        for X_b, Y_b in batches:
            A, caches = forward(X_b, params, activations)
            params = update(params, backward(A, Y_b, params, caches, activations, cost), learning_rate)
        history.append(float(COSTS[cost](forward(X, params, activations)[0], Y)))
    return params, history
