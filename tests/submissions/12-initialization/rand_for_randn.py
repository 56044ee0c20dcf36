"""
what = "rng.random everywhere: numbers between 0 and 1, scaled by what should be there"
start = "solution"

[expect.uniform_initialization]
score = 0
misconception = "positive-only"
says = "none is negative"

[expect.xavier_initialization]
score = 0
misconception = "rand-for-randn"

[expect.he_initialization]
score = 0
misconception = "rand-for-randn"
says = "There are no negative weights."
"""

# %% uniform_initialization
def uniform_initialization(layer_sizes, epsilon, rng):
    return [(rng.random((n, a)) * epsilon, np.zeros((n, 1))) for a, n in pairwise(layer_sizes)]

# %% xavier_initialization
def xavier_initialization(layer_sizes, rng):
    return [(rng.random((n, a)) * np.sqrt(2 / (a + n)), np.zeros((n, 1))) for a, n in pairwise(layer_sizes)]

# %% he_initialization
def he_initialization(layer_sizes, rng):
    return [(rng.random((n, a)) * np.sqrt(2 / a), np.zeros((n, 1))) for a, n in pairwise(layer_sizes)]
