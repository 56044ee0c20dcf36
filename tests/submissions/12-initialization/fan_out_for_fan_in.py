"""
what = "the neurons of the layer are counted in place of its inputs; the 2 is left out of Xavier's formula"
start = "solution"

[expect.xavier_initialization]
score = 0
misconception = "two-missing"

[expect.he_initialization]
score = 0
misconception = "fan-out"
says = "columns"
"""

# %% xavier_initialization
def xavier_initialization(layer_sizes, rng):
    return [(rng.normal(0, (1 / (a + n)) ** 0.5, (n, a)), np.zeros((n, 1))) for a, n in pairwise(layer_sizes)]

# %% he_initialization
def he_initialization(layer_sizes, rng):
    params = []
    for l in range(1, len(layer_sizes)):
        n, n_prev = layer_sizes[l], layer_sizes[l - 1]
        params.append((rng.standard_normal((n, n_prev)) * np.sqrt(2 / n), np.zeros((n, 1))))
    return params
