"""
what = "loops by index, lists for pairs, numbers drawn row by row or scaled afterwards"
start = "solution"
"""

# %% zero_initialization
def zero_initialization(layer_sizes):
    L = len(layer_sizes) - 1
    params = []
    for l in range(1, L + 1):
        W = np.array([[0.0 for s in range(layer_sizes[l - 1])] for r in range(layer_sizes[l])])
        b = np.array([[0.0] for r in range(layer_sizes[l])])
        params.append([W, b])
    return params

# %% is_symmetric
def is_symmetric(W):
    found = False
    for r in range(W.shape[0]):
        for other in range(W.shape[0]):
            if r == other:
                continue
            same = True
            for s in range(W.shape[1]):
                if abs(W[r, s] - W[other, s]) > 1e-12:
                    same = False
            if same:
                found = True
    return found

# %% uniform_initialization
def uniform_initialization(layer_sizes, epsilon, rng):
    params = zero_initialization(layer_sizes)
    for W, b in params:
        for r in range(W.shape[0]):
            W[r] = rng.uniform(-epsilon, epsilon, W.shape[1])
    return params

# %% activation_spread
def activation_spread(params, X, g):
    answer = []
    A = X
    for layer in params:
        W = layer[0]
        b = layer[1]
        Z = np.dot(W, A) + b
        A = g(Z)
        mean = np.mean(A)
        variance = np.mean((A - mean) ** 2)
        answer.append(np.sqrt(variance))
    return answer

# %% xavier_initialization
def xavier_initialization(layer_sizes, rng):
    params = zero_initialization(layer_sizes)
    for l in range(len(params)):
        n_in, n_out = layer_sizes[l], layer_sizes[l + 1]
        sigma = (2 / (n_in + n_out)) ** 0.5
        params[l][0] = rng.standard_normal((n_out, n_in)) * sigma
    return params

# %% he_initialization
def he_initialization(layer_sizes, rng):
    params = []
    for l in range(1, len(layer_sizes)):
        W = rng.standard_normal(size=(layer_sizes[l], layer_sizes[l - 1]))
        W *= np.sqrt(2.0 / layer_sizes[l - 1])
        b = np.zeros((layer_sizes[l], 1))
        params.append((W, b))
    return params
