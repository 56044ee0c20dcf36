"""
what = "shapes of W turned round, b without a second dimension, one row for all neurons, the input layer counted"
start = "solution"

[expect.zero_initialization]
score = 0
misconception = "weights-transposed"

[expect.uniform_initialization]
score = 0
misconception = "bias-one-dimension"

[expect.xavier_initialization]
score = 0
misconception = "equal-rows"
says = "equal rows, 0 and 1"

[expect.he_initialization]
score = 0
misconception = "input-layer-counted"
"""

# %% zero_initialization
def zero_initialization(layer_sizes):
    return [(np.zeros((a, n)), np.zeros((n, 1))) for a, n in pairwise(layer_sizes)]

# %% uniform_initialization
def uniform_initialization(layer_sizes, epsilon, rng):
    return [(rng.uniform(-epsilon, epsilon, (n, a)), np.zeros(n)) for a, n in pairwise(layer_sizes)]

# %% xavier_initialization
def xavier_initialization(layer_sizes, rng):
    params = []
    for a, n in pairwise(layer_sizes):
        row = rng.normal(0, np.sqrt(2 / (a + n)), a)
        params.append((np.tile(row, (n, 1)), np.zeros((n, 1))))
    return params

# %% he_initialization
def he_initialization(layer_sizes, rng):
    params = []
    for l in range(len(layer_sizes)):
        n, a = layer_sizes[l], layer_sizes[l - 1]
        params.append((rng.normal(0, np.sqrt(2 / a), (n, a)), np.zeros((n, 1))))
    return params
