"""
what = "functions under other names"
start = "release"

[expect.flatten]
score = 0
says = "flatten"

[expect.relative_error]
score = 2
"""

# %% flatten
def flat(params):
    return np.concatenate([array.ravel() for pair in params for array in pair])

# %% relative_error
def relative_error(x, y):
    below = np.linalg.norm(x) + np.linalg.norm(y)
    return np.linalg.norm(x - y) / below if below else 0.0
