"""
what = "rng.normal is given the variance"
start = "solution"

[expect.xavier_initialization]
score = 0
misconception = "variance-for-deviation"
says = "standard deviation 0.00"

[expect.he_initialization]
score = 0
misconception = "variance-for-deviation"
says = "variance 2 / 200"
"""

# %% xavier_initialization
def xavier_initialization(layer_sizes, rng):
    params = []
    for n_prev, n in pairwise(layer_sizes):
        params.append((rng.normal(0.0, 2 / (n_prev + n), (n, n_prev)), np.zeros((n, 1))))
    return params

# %% he_initialization
def he_initialization(layer_sizes, rng):
    return [
        (rng.standard_normal((n, n_prev)) * 2 / n_prev, np.zeros((n, 1))) for n_prev, n in pairwise(layer_sizes)
    ]
