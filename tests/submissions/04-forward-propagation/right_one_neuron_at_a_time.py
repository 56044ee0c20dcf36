"""
what = "right: a helper for one neuron, comprehensions, np.block; mazur_forward worked on paper"
start = "solution"
"""

# %% predicted_shapes
predicted_shapes = {
    "W1": np.zeros((3, 2)).shape, "b1": (3, 1), "Z1": (3, 4), "A1": (3, 4),
    "W2": (1, 3), "b2": (1, 1), "Z2": (1, 4), "A2": (1, 4),
}

# %% parameter_shapes
def parameter_shapes(layer_sizes):
    sizes = list(layer_sizes)
    first = sizes.pop(0)
    out = []
    for n in sizes:
        out += [((n, first), (n, 1))]
        first = n
    return out

# %% count_parameters
def count_parameters(layer_sizes):
    return sum(np.prod(W) + np.prod(b) for W, b in parameter_shapes(layer_sizes))

# %% linear_forward
def neuron(w, bias, A_prev):
    return np.array([sum(w * A_prev[:, i]) + bias for i in range(A_prev.shape[1])])


def linear_forward(W, A_prev, b):
    return np.vstack([neuron(W[r], b[r, 0], A_prev) for r in range(len(W))])

# %% forward
def forward(X, params, activations):
    if not params:
        return X, []
    *first, (W, b) = params
    A_prev, caches = forward(X, first, activations[:-1])
    Z = linear_forward(W, A_prev, b)
    return ACTIVATIONS[activations[-1]](Z), caches + [(A_prev, Z)]

# %% forward_theta
def forward_theta(X, thetas, g):
    m = X.shape[1]
    for Theta in thetas:
        with_ones = np.insert(X, 0, np.ones(m), axis=0)
        X = g(Theta @ with_ones)
    return X

# %% mazur_forward
def out(net):
    return 1 / (1 + np.exp(-net))


net_h1 = 0.15 * 0.05 + 0.20 * 0.10 + 0.35
net_h2 = 0.25 * 0.05 + 0.30 * 0.10 + 0.35
net_o1 = 0.40 * out(net_h1) + 0.45 * out(net_h2) + 0.60
net_o2 = 0.50 * out(net_h1) + 0.55 * out(net_h2) + 0.60
mazur_forward = {
    "net_h1": net_h1, "out_h1": out(net_h1), "out_h2": out(net_h2),
    "net_o1": net_o1, "out_o1": out(net_o1), "out_o2": out(net_o2),
}

# %% questions
answers = {"q1": "b", "q2": "c", "q3": 0.4, "q4": "a"}

# %% bug
bug = {"line": 6, "why": "c"}
