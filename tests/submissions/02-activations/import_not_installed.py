"""
what = "imports scipy for its expit, which is not there; everything that needs sigmoid fails with it"
start = "solution"

[expect.sigmoid]
score = 0
says = "scipy"

[expect.tanh]
score = 0
"""

# %% sigmoid
from scipy.special import expit


def sigmoid(z):
    return expit(z)
