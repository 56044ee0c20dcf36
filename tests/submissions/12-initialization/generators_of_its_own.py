"""
what = "NumPy's global state, a generator seeded inside, and one seeded for every layer"
start = "solution"

[expect.uniform_initialization]
score = 0
misconception = "another-source"
says = "np.random"

[expect.xavier_initialization]
score = 0
misconception = "own-generator"

[expect.he_initialization]
score = 0
misconception = "own-generator-every-layer"
"""

# %% uniform_initialization
def uniform_initialization(layer_sizes, epsilon, rng):
    return [(np.random.uniform(-epsilon, epsilon, (n, a)), np.zeros((n, 1))) for a, n in pairwise(layer_sizes)]

# %% xavier_initialization
def xavier_initialization(layer_sizes, rng):
    np.random.seed(1)
    return [
        (np.random.randn(n, a) * np.sqrt(2 / (a + n)), np.zeros((n, 1))) for a, n in pairwise(layer_sizes)
    ]

# %% he_initialization
def he_initialization(layer_sizes, rng):
    params = []
    for a, n in pairwise(layer_sizes):
        rng = np.random.default_rng(42)
        params.append((rng.normal(0, np.sqrt(2 / a), (n, a)), np.zeros((n, 1))))
    return params
