"""
what = "functions under other names"
start = "release"

[expect.is_symmetric]
score = 0
says = "is_symmetric"

[expect.he_initialization]
score = 2
"""

# %% is_symmetric
def has_doubles(W):
    return any(np.abs(one - other).max() <= 1e-12 for one, other in combinations(W, 2))

# %% he_initialization
def he_initialization(sizes, generator):
    return [
        (generator.normal(0.0, np.sqrt(2 / a), (n, a)), np.zeros((n, 1))) for a, n in zip(sizes, sizes[1:])
    ]
