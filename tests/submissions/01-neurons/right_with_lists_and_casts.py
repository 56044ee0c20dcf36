"""
what = "takes lists as well as arrays, keeps weights of the gates as float32, casts the result of xor, prints on the way"
start = "solution"
"""

# %% weighted_sum
def weighted_sum(w, x, b):
    w, x = np.asarray(w, dtype=float), np.asarray(x, dtype=float)
    assert w.shape == x.shape
    return np.array(sum(map(lambda p: p[0] * p[1], zip(w, x))) + b)

# %% neuron
def neuron(w, x, b, g):
    z = weighted_sum(w, x, b)
    print("z =", z)
    return g(float(z))

# %%
print(neuron([2, -1], [1.5, 0.5], -1, step), weighted_sum([1, 2], [3, 4], 5))

# %% neuron_batch
def neuron_batch(w, X, b, g):
    X = np.array(X, dtype=float)
    X *= np.reshape(w, (-1, 1))
    return np.array([float(g(z)) for z in X.sum(axis=0) + b])

# %% gates
weight, bias = np.float32(1), np.float32(0.5)
gates = {}
gates["OR"] = (np.array([weight, weight]), -bias)
gates["AND"] = (np.array([weight, weight]), -3 * bias)
gates["NAND"] = (-gates["AND"][0], -gates["AND"][1])
gates["AND"] = (gates["AND"][0], -3 * bias)

# %% xor
def xor(x1, x2):
    return int(bool(run_gate("OR", x1, x2)) and bool(run_gate("NAND", x1, x2)))

# %% layer
def layer(W, X, b, g):
    rows = []
    for row, bias in zip(W, b):
        rows.append(list(neuron_batch(row, X, bias, g)))
    return np.array(rows)
