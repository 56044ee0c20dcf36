"""
what = "log(1 + e^z) as it stands in the derivation"
start = "solution"

[expect.cross_entropy_with_logits]
score = 0
misconception = "overflow"
says = "larger than a float can hold"
"""

# %% cross_entropy_with_logits
def cross_entropy_with_logits(Z, Y):
    L = np.log(1 + np.exp(-Z)) + (1 - Y) * Z
    return L.sum() / Z.shape[1]
