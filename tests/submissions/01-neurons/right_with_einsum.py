"""
what = "einsum, broadcasting and ravel; gates as lists of whole numbers; xor by arithmetic on gates; answers in capitals"
start = "solution"
"""

# %% weighted_sum
def weighted_sum(w, x, b): return np.einsum("i,i", w, x) + b

# %% neuron
def neuron(w, x, b, g):
    return np.asarray(g(np.einsum("i,i", w, x) + b)).item()

# %% neuron_batch
def neuron_batch(w, X, b, g):
    return g((X * w[:, np.newaxis]).sum(0, keepdims=True) + b).ravel()

# %% gates
gates = {"NAND": [[-2, -2], 3], "OR": [[2, 2], -1], "AND": [[2, 2], -3]}

# %% xor
def xor(x1, x2):
    return run_gate("OR", x1, x2) - run_gate("AND", x1, x2)

# %% layer
def layer(W, X, b, g):
    return g(np.einsum("rj,ji->ri", W, X) + np.broadcast_to(b, (W.shape[0], X.shape[1])))

# %% questions
answers = {"q1": "B", "q2": " C", "q3": 20.0}
