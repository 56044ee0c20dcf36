"""
what = "the spread of Z; b without its second dimension; weights from 0 to epsilon"
start = "solution"

[expect.zero_initialization]
score = 0
misconception = "bias-one-dimension"
says = "b has one dimension"

[expect.uniform_initialization]
score = 0
misconception = "positive-only"
says = "There are no negative weights"

[expect.activation_spread]
score = 0
misconception = "spread-of-z"
says = "The spread is that of Z"
"""

# %% zero_initialization
def zero_initialization(layer_sizes):
    return [(np.zeros((n, p)), np.zeros(n)) for p, n in pairwise(layer_sizes)]

# %% uniform_initialization
def uniform_initialization(layer_sizes, epsilon, rng):
    return [(rng.random((n, p)) * epsilon, np.zeros((n, 1))) for p, n in pairwise(layer_sizes)]

# %% activation_spread
def activation_spread(params, X, g):
    out = []
    A = X
    for W, b in params:
        Z = W @ A + b
        out.append(np.std(Z))
        A = g(Z)
    return out
