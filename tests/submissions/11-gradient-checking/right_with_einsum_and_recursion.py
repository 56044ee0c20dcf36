"""
what = "recursion through the layers, a diagonal matrix of steps, dot products for norms"
start = "solution"
"""

# %% flatten
def flatten(params):
    if not params:
        return np.zeros(0)
    (W, b), *rest = params
    return np.hstack([W.ravel(), b.ravel(), flatten(rest)])

# %% unflatten
def unflatten(vector, layer_sizes):
    if len(layer_sizes) == 1:
        return []
    n_prev, n = layer_sizes[:2]
    W, b, rest = vector[: n * n_prev], vector[n * n_prev : n * n_prev + n], vector[n * n_prev + n :]
    return [(np.reshape(W, (n, n_prev)), b[:, None]), *unflatten(rest, layer_sizes[1:])]

# %% numerical_gradient
def numerical_gradient(f, theta, eps=1e-5):
    steps = np.diag(np.full(theta.shape, eps))
    ahead = np.array([f(t) for t in theta + steps])
    behind = np.array([f(t) for t in theta - steps])
    return (ahead - behind) / 2 / eps

# %% relative_error
def relative_error(a, b):
    def norm(x):
        return np.sqrt(np.einsum("i,i->", x.ravel(), x.ravel()))

    return 0.0 if norm(a) == norm(b) == 0 else norm(a - b) / (norm(a) + norm(b))

# %% questions
answers = {"q1": 2 / 4, "q2": "C", "q3": " b "}
