"""
what = "pieces split at cumulated lengths, two stacks of moved vectors, names of equations in other letters"
start = "solution"
"""

# %% flatten
def flatten(params):
    return np.hstack([np.hstack((W.flatten(), b[:, 0])) for W, b in params])

# %% unflatten
def unflatten(vector, layer_sizes):
    sizes = np.array(layer_sizes)
    lengths = np.stack([sizes[1:] * sizes[:-1], sizes[1:]], axis=1).ravel()
    pieces = np.split(vector, np.cumsum(lengths)[:-1])
    return [(w.reshape(len(b), -1), b.reshape(-1, 1)) for w, b in zip(pieces[::2], pieces[1::2])]

# %% numerical_gradient
def numerical_gradient(f, theta, eps=1e-5):
    steps = np.eye(len(theta)) * eps
    up = np.apply_along_axis(f, 1, theta + steps)
    down = np.apply_along_axis(f, 1, theta - steps)
    return 0.5 * (up - down) / eps

# %% relative_error
def length(v):
    return np.einsum("i,i->", v.ravel(), v.ravel()) ** 0.5


def relative_error(a, b):
    if not np.any(a) and not np.any(b):
        return 0.0
    return length(a - b) / (length(a) + length(b))

# %% suspects
suspects = dict(zip("ABCDE", ["bp2", "bp4", "Cost", "bp1", "bp3"]))
