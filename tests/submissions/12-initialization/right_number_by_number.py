"""
what = "normal numbers made from uniform ones, last layer first; a draw for each weight; einsum; the largest difference by a norm"
start = "solution"
"""

# %% zero_initialization
def zero_initialization(layer_sizes):
    Ws = [np.zeros((n, p)) for p, n in pairwise(layer_sizes)]
    bs = [np.zeros((n, 1)) for n in layer_sizes[1:]]
    return list(zip(Ws, bs))

# %% is_symmetric
def is_symmetric(W):
    return any(np.linalg.norm(W[i] - W[j], np.inf) <= 1e-12 for i in range(len(W)) for j in range(i))

# %% uniform_initialization
def uniform_initialization(layer_sizes, epsilon, rng):
    draw = np.vectorize(lambda _: rng.uniform(-1, 1) * epsilon)
    return [(draw(W), b) for W, b in zero_initialization(layer_sizes)]

# %% activation_spread
def activation_spread(params, X, g):
    out = np.zeros(len(params))
    A = X
    for k, (W, b) in enumerate(params):
        A = g(np.einsum("ij,jk->ik", W, A) + b)
        out[k] = np.sqrt(np.mean(A**2) - np.mean(A)**2)
    return out.tolist()

# %% xavier_initialization
def xavier_initialization(layer_sizes, rng):
    out = []
    for l in reversed(range(1, len(layer_sizes))):
        n, p = layer_sizes[l], layer_sizes[l - 1]
        u1, u2 = 1 - rng.random((n, p)), rng.random((n, p))
        W = np.sqrt(-2 * np.log(u1)) * np.cos(2 * np.pi * u2)
        out.append((W / np.sqrt((n + p) / 2), np.zeros((n, 1))))
    out.reverse()
    return out

# %% he_initialization
def he_initialization(layer_sizes, rng):
    ps = zero_initialization(layer_sizes)
    for W, b in ps:
        for r in range(W.shape[0]):
            for s in range(W.shape[1]):
                W[r, s] = rng.normal(0, np.sqrt(2 / W.shape[1]))
    return ps

# %% questions
answers = {"q1": "d", "q2": 0.1, "q3": "c"}
