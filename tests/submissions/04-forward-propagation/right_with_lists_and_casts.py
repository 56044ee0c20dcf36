"""
what = "lists for tuples, shapes read from arrays, NumPy numbers, copies, a class, extra cells and prints"
start = "solution"
"""

# %% predicted_shapes
W1, b1, X = np.zeros((3, 2)), np.zeros((3, 1)), np.zeros((2, 4))
predicted_shapes = dict(W1=list(W1.shape), b1=list(b1.shape), Z1=(W1 @ X + b1).shape)
predicted_shapes["A1"] = predicted_shapes["Z1"]
predicted_shapes.update({"W2": [1, 3], "b2": [1, 1], "Z2": [1, 4], "A2": [1, 4]})

# %%
print(predicted_shapes)

# %% parameter_shapes
def parameter_shapes(layer_sizes):
    weights = [np.empty((n, p)) for p, n in zip(layer_sizes, layer_sizes[1:])]
    return [(W.shape, W[:, :1].shape) for W in weights]

# %% count_parameters
def count_parameters(layer_sizes):
    sizes = np.array(layer_sizes)
    return np.sum(sizes[1:] * (sizes[:-1] + 1))

# %% linear_forward
def linear_forward(W, A_prev, b):
    columns = [W @ a.reshape(-1, 1) + b for a in A_prev.T]
    return np.hstack(columns)

# %% forward
class Network:
    def __init__(self, params, activations):
        self.layers = list(zip(params, activations))
        self.caches = []

    def __call__(self, A):
        for (W, b), name in self.layers:
            self.caches.append((A.copy(), W @ A + b))
            A = ACTIVATIONS[name](self.caches[-1][1].copy())
        return A


def forward(X, params, activations):
    network = Network(params, activations)
    return network(X), network.caches

# %% forward_theta
def forward_theta(X, thetas, g):
    activations = [X]
    for theta in thetas:
        activations.append(g(np.dot(theta, np.insert(activations[-1], 0, 1, axis=0))))
    return activations.pop()

# %% questions
answers = {"q1": " B", "q2": "C", "q3": np.float64(0.4), "q4": "a "}

# %% bug
bug = {"line": int("6"), "why": "C"}
