"""
what = "the loss of section 7 added up: right in theory, too large a power of e for z far below 0"
start = "solution"

[expect.cross_entropy_with_logits]
score = 0
misconception = "overflow"
says = "larger than a float can hold"
"""

# %% cross_entropy_with_logits
def cross_entropy_with_logits(Z, Y):
    return np.sum(loss_in_z(Z, Y)) / Z.shape[1]
