"""
what = "the uniform versions of both formulas, with the right variances; the uniform start is normal"
start = "solution"

[expect.uniform_initialization]
score = 0
misconception = "normal"

[expect.xavier_initialization]
score = 0
misconception = "uniform"
says = "the shape is not"

[expect.he_initialization]
score = 0
misconception = "uniform"
"""

# %% uniform_initialization
def uniform_initialization(layer_sizes, epsilon, rng):
    return [(rng.normal(0, epsilon, (n, a)), np.zeros((n, 1))) for a, n in pairwise(layer_sizes)]

# %% xavier_initialization
def xavier_initialization(layer_sizes, rng):
    params = []
    for a, n in pairwise(layer_sizes):
        limit = np.sqrt(6 / (a + n))
        params.append((rng.uniform(-limit, limit, (n, a)), np.zeros((n, 1))))
    return params

# %% he_initialization
def he_initialization(layer_sizes, rng):
    return [
        (rng.uniform(-1, 1, (n, a)) * np.sqrt(6 / a), np.zeros((n, 1))) for a, n in pairwise(layer_sizes)
    ]
