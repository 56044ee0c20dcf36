"""
what = "W is compared with its transpose; X stands first among the spreads"
start = "solution"

[expect.is_symmetric]
score = 0
misconception = "equal-to-the-transpose"

[expect.activation_spread]
score = 0
misconception = "input-included"

[expect.questions]
score = 1
says = "the square root of 2 / 50"
"""

# %% is_symmetric
def is_symmetric(W):
    return W.shape[0] == W.shape[1] and bool(np.all(np.abs(W - W.T) < 1e-12))

# %% activation_spread
def activation_spread(params, X, g):
    A, spread = X, [np.std(X)]
    for W, b in params:
        A = g(W @ A + b)
        spread.append(np.std(A))
    return spread

# %% questions
answers = {"q1": "b", "q2": 0.2, "q3": "c"}
