"""
what = "softmax with the maximum of the whole matrix: right until two columns lie far apart"
start = "solution"

[expect.softmax]
score = 1
misconception = "largest-of-all-subtracted"
says = "only those with examples whose scores are far apart"
"""

# %% softmax
def softmax(Z):
    e = np.exp(Z - Z.max())
    return e / e.sum(axis=0)
