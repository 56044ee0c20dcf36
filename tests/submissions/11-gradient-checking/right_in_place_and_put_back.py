"""
what = "the caller's vector is moved and put back exactly; one long vector is filled; padded by 1e-15 and in lower case"
start = "solution"
"""

# %% flatten
def flatten(params):
    vector = np.empty(sum(array.size for pair in params for array in pair))
    rest = vector
    for W, b in params:
        rest[: W.size] = W.reshape(-1)
        rest[W.size : W.size + b.size] = b[:, 0]
        rest = rest[W.size + b.size :]
    return vector

# %% unflatten
def unflatten(vector, layer_sizes):
    ends = np.cumsum([k for n_prev, n in pairwise(layer_sizes) for k in (n * n_prev, n)])
    pieces = np.split(vector, ends[:-1])
    Ws = [p.reshape(n, -1) for p, n in zip(pieces[::2], layer_sizes[1:])]
    bs = [p.reshape(-1, 1) for p in pieces[1::2]]
    return list(zip(Ws, bs))

# %% numerical_gradient
def numerical_gradient(f, theta, eps=1e-5):
    slopes = np.zeros_like(theta)
    for k, before in enumerate(theta.copy()):
        theta[k] = before + eps
        slopes[k] = f(theta)
        theta[k] = before - eps
        slopes[k] -= f(theta)
        theta[k] = before
    return slopes / (2 * eps)

# %% relative_error
def relative_error(a, b):
    return np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b) + 1e-15)

# %% suspects
suspects = {"E": "bp3", "D": "bp1", "C": "Cost", "B": "bp4 ", "A": " bp2"}
for name, equation in suspects.items():
    suspects[name] = equation.strip().upper().replace("COST", "cost")
