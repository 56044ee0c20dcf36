"""
what = "only neighbouring rows are compared; ddof=1"
start = "solution"

[expect.is_symmetric]
score = 0
misconception = "neighbours-only"

[expect.activation_spread]
score = 0
misconception = "one-less"
"""

# %% is_symmetric
def is_symmetric(W):
    return any(np.max(np.abs(one - other)) <= 1e-12 for one, other in pairwise(W))

# %% activation_spread
def activation_spread(params, X, g):
    A, spread = X, []
    for W, b in params:
        A = g(W @ A + b)
        spread.append(float(np.std(A, ddof=1)))
    return spread
