"""
what = "biases are drawn or 1; an interval of half the width; the spread of Z"
start = "solution"

[expect.zero_initialization]
score = 0
misconception = "ones"

[expect.uniform_initialization]
score = 0
misconception = "half-as-wide"

[expect.activation_spread]
score = 0
misconception = "spread-of-z"

[expect.xavier_initialization]
score = 0
misconception = "biases-drawn"

[expect.he_initialization]
score = 0
misconception = "biases-one"
says = "The biases of layer 1 are not 0."
"""

# %% zero_initialization
def zero_initialization(layer_sizes):
    return [(np.zeros((n, a)), np.ones((n, 1))) for a, n in pairwise(layer_sizes)]

# %% uniform_initialization
def uniform_initialization(layer_sizes, epsilon, rng):
    return [(epsilon * (rng.random((n, a)) - 0.5), np.zeros((n, 1))) for a, n in pairwise(layer_sizes)]

# %% activation_spread
def activation_spread(params, X, g):
    A, spread = X, []
    for W, b in params:
        Z = W @ A + b
        spread.append(np.std(Z))
        A = g(Z)
    return spread

# %% xavier_initialization
def xavier_initialization(layer_sizes, rng):
    params = []
    for a, n in pairwise(layer_sizes):
        s = np.sqrt(2 / (a + n))
        params.append((rng.normal(0, s, (n, a)), rng.normal(0, s, (n, 1))))
    return params

# %% he_initialization
def he_initialization(layer_sizes, rng):
    return [(rng.normal(0, np.sqrt(2 / a), (n, a)), np.full((n, 1), 0.01)) for a, n in pairwise(layer_sizes)]
