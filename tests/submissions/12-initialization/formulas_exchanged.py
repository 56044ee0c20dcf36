"""
what = "Xavier's formula and He's are taken for each other; variances for standard deviations in the spread"
start = "solution"

[expect.xavier_initialization]
score = 0
misconception = "fan-in-only"
says = "He's formula"

[expect.he_initialization]
score = 0
misconception = "xavier"

[expect.activation_spread]
score = 0
misconception = "variance"
"""

# %% activation_spread
def activation_spread(params, X, g):
    A, spread = X, []
    for W, b in params:
        A = g(W @ A + b)
        spread.append(np.var(A))
    return spread

# %% xavier_initialization
def xavier_initialization(layer_sizes, rng):
    return [
        (rng.normal(0.0, np.sqrt(2 / a), (n, a)), np.zeros((n, 1))) for a, n in pairwise(layer_sizes)
    ]

# %% he_initialization
def he_initialization(layer_sizes, rng):
    return [
        (rng.normal(0.0, np.sqrt(2 / (a + n)), (n, a)), np.zeros((n, 1))) for a, n in pairwise(layer_sizes)
    ]
