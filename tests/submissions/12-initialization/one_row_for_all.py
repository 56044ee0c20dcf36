"""
what = "one row is drawn for all neurons, and the 2 of both formulas is missing; variances for deviations; the first layer left out"
start = "solution"

[expect.zero_initialization]
score = 0
misconception = "first-layer-missing"
says = "The first layer is missing"

[expect.uniform_initialization]
score = 1
misconception = "equal-rows"
says = "start equal and stay equal"

[expect.activation_spread]
score = 0
misconception = "variance"
says = "These are variances"

[expect.xavier_initialization]
score = 0
misconception = "two-missing"
says = "0.702 times what is expected"

[expect.he_initialization]
score = 0
misconception = "two-missing"
says = "the 2 makes up for it"
"""

# %% zero_initialization
def zero_initialization(layer_sizes):
    return [(np.zeros((n, p)), np.zeros((n, 1))) for p, n in zip(layer_sizes[1:], layer_sizes[2:])]

# %% uniform_initialization
def uniform_initialization(layer_sizes, epsilon, rng):
    return [(np.tile(rng.uniform(-epsilon, epsilon, p), (n, 1)), np.zeros((n, 1))) for p, n in pairwise(layer_sizes)]

# %% activation_spread
def activation_spread(params, X, g):
    out = []
    A = X
    for W, b in params:
        A = g(W @ A + b)
        out.append(np.var(A))
    return out

# %% xavier_initialization
def xavier_initialization(layer_sizes, rng):
    return [(rng.normal(0, np.sqrt(1 / (n + p)), (n, p)), np.zeros((n, 1))) for p, n in pairwise(layer_sizes)]

# %% he_initialization
def he_initialization(layer_sizes, rng):
    return [(rng.normal(0, np.sqrt(1 / p), (n, p)), np.zeros((n, 1))) for p, n in pairwise(layer_sizes)]
