"""
what = "one helper for all starts, in a cell of the student's own; np.unique for symmetry; a generator inside"
start = "solution"
"""

# %% zero_initialization
def with_weights(layer_sizes, weights):
    shapes = zip(layer_sizes[1:], layer_sizes)
    return [(weights(n, n_prev), np.zeros(shape=(n, 1))) for n, n_prev in shapes]


def zero_initialization(layer_sizes):
    return with_weights(layer_sizes, lambda n, n_prev: np.zeros((n, n_prev)))

# %% is_symmetric
def is_symmetric(W):
    return len(np.unique(np.round(W, 12), axis=0)) < W.shape[0]

# %% uniform_initialization
def uniform_initialization(layer_sizes, epsilon, rng):
    return with_weights(layer_sizes, lambda *shape: rng.uniform(low=-epsilon, high=epsilon, size=shape))

# %% xavier_initialization
def scaled(layer_sizes, rng, variance):
    return with_weights(layer_sizes, lambda n, a: rng.normal(scale=variance(a, n) ** 0.5, size=(n, a)))


def xavier_initialization(layer_sizes, rng):
    return scaled(layer_sizes, rng, lambda n_in, n_out: 2 / (n_in + n_out))

# %%
print(scaled([2, 1], np.random.default_rng(3), lambda n_in, n_out: 1.0))

# %% he_initialization
def he_initialization(layer_sizes, rng):
    return scaled(layer_sizes, rng, lambda n_in, n_out: 2 / n_in)

# %% questions
answers = {"q1": " D", "q2": np.sqrt(2 / 200), "q3": "C"}
