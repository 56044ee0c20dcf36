"""
what = "np.where with two whole formulas: both are calculated everywhere; tanh inherits it"
start = "solution"

[expect.sigmoid]
score = 1
misconception = "both-formulas-everywhere"
says = "only then is one of them picked"

[expect.tanh]
score = 1
misconception = "overflow"
says = "mend it there first"
"""

# %% sigmoid
def sigmoid(z):
    a = 1 / (1 + np.exp(-z))
    b = np.exp(z) / (1 + np.exp(z))
    return np.where(z >= 0, a, b)
