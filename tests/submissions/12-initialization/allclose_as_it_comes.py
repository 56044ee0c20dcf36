"""
what = "np.allclose with the tolerances it comes with, which the visible check catches too"
start = "solution"

[expect.is_symmetric]
score = 0
misconception = "too-forgiving"
says = "np.allclose"
"""

# %% is_symmetric
def is_symmetric(W):
    return any(np.allclose(one, other) for one, other in combinations(W, 2))
