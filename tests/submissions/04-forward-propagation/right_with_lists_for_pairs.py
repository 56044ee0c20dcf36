"""
what = "right: lists wherever a pair or a list is asked for, einsum, np.vectorize, arrays with one number in them"
start = "solution"
"""

# %% predicted_shapes
predicted_shapes = {}
for l, (here, before) in enumerate([(3, 2), (1, 3)], start=1):
    predicted_shapes[f"W{l}"] = [here, before]
    predicted_shapes[f"b{l}"] = [here, 1]
    predicted_shapes[f"Z{l}"] = [here, 4]
    predicted_shapes[f"A{l}"] = [here, 4]

# %% parameter_shapes
def parameter_shapes(layer_sizes):
    sizes = np.array(layer_sizes)
    return tuple([[here, before], [here, 1]] for before, here in zip(sizes[:-1], sizes[1:]))

# %% count_parameters
def count_parameters(layer_sizes):
    n = np.array(layer_sizes)
    return np.sum(n[1:] * n[:-1]) + np.sum(n[1:])

# %% linear_forward
def linear_forward(W, A_prev, b):
    return np.einsum("rj,ji->ri", W, A_prev) + b

# %% forward
def forward(X, params, activations):
    inputs, sums = [X], []
    for (W, b), name in zip(params, activations):
        sums.append(linear_forward(W, inputs[-1], b))
        inputs.append(ACTIVATIONS[name](sums[-1]))
    return [inputs[-1], [[a, z] for a, z in zip(inputs, sums)]]

# %% forward_theta
def forward_theta(X, thetas, g):
    if len(thetas) == 0:
        return X
    ones = np.ones_like(X[:1])
    return forward_theta(g(np.concatenate([ones, X]).T.dot(thetas[0].T).T), thetas[1:], g)

# %% mazur_forward
X = np.array([[0.05], [0.10]])
W1, b1 = np.array([[0.15, 0.20], [0.25, 0.30]]), np.array([[0.35], [0.35]])
W2, b2 = np.array([[0.40, 0.45], [0.50, 0.55]]), np.array([[0.60], [0.60]])
A, caches = forward(X, [(W1, b1), (W2, b2)], ["sigmoid", "sigmoid"])
mazur_forward = {
    "net_h1": caches[0][1][0],
    "out_h1": caches[1][0][:1],
    "out_h2": caches[1][0][1],
    "net_o1": np.array(caches[1][1][0, 0]),
    "out_o1": A[0],
    "out_o2": A[1:],
}

# %% questions
answers = {"q1": "B", "q2": "C", "q3": 0.1 * 4, "q4": " a "}

# %% bug
bug = {"why": "C", "line": 6}
