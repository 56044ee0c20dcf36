"""
what = "everything in plain Python loops, with a list that becomes an array at the end"
start = "solution"
"""

# %% weighted_sum
def weighted_sum(w, x, b):
    z = 0
    for j in range(len(w)):
        z = z + w[j] * x[j]
    z += b
    return z

# %% neuron
def neuron(w, x, b, g):
    z = weighted_sum(w, x, b)
    a = g(z)
    return a

# %% neuron_batch
def neuron_batch(w, X, b, g):
    n, m = X.shape
    activations = []
    for i in range(m):
        x = []
        for j in range(n):
            x.append(X[j][i])
        activations.append(neuron(w, x, b, g))
    return np.array(activations)

# %% xor
def xor(x1, x2):
    if run_gate("OR", x1, x2) == 1 and run_gate("AND", x1, x2) == 0:
        return 1
    else:
        return 0

# %% layer
def layer(W, X, b, g):
    A = np.zeros((W.shape[0], X.shape[1]))
    for r in range(W.shape[0]):
        for i in range(X.shape[1]):
            A[r, i] = neuron(W[r], X[:, i], b[r, 0], g)
    return A
