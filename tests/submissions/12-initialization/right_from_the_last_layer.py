"""
what = "layers drawn in the other order, matrices drawn transposed, symmetry by broadcasting, recursion"
start = "solution"
"""

# %% is_symmetric
def is_symmetric(W):
    apart = np.abs(W[:, None] - W[None]).max(axis=-1)
    return (apart[np.triu_indices(len(W), k=1)] <= 1e-12).any()

# %% uniform_initialization
def uniform_initialization(layer_sizes, epsilon, rng):
    Ws = [epsilon - 2 * epsilon * rng.random((a, n)).T for a, n in list(pairwise(layer_sizes))[::-1]]
    return [(W, np.zeros((len(W), 1))) for W in Ws[::-1]]

# %% activation_spread
def activation_spread(params, X, g):
    if not params:
        return []
    (W, b), *rest = params
    A = g(W @ X + b)
    return [A.std()] + activation_spread(rest, A, g)

# %% xavier_initialization
def xavier_initialization(layer_sizes, rng):
    sizes = layer_sizes[::-1]
    params = []
    for n, a in zip(sizes, sizes[1:]):
        params.insert(0, (rng.normal(0, np.sqrt(2) / np.sqrt(n + a), (a, n)).T, np.zeros((n, 1))))
    return params

# %% he_initialization
def he_initialization(layer_sizes, rng):
    shapes = [(n, a) for a, n in pairwise(layer_sizes)]
    numbers = rng.standard_normal(sum(n * a for n, a in shapes))
    pieces = np.split(numbers, np.cumsum([n * a for n, a in shapes])[:-1])
    return tuple((p.reshape(s) / np.sqrt(s[1] / 2), np.zeros((s[0], 1))) for p, s in zip(pieces, shapes))
