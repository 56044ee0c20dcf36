"""
what = "the cost from Z calls the cost from A, whose logarithms are clipped; and the clip itself is far too wide"
start = "solution"

[expect.binary_cross_entropy]
score = 0
misconception = "eps-too-large"
says = "so large"

[expect.cross_entropy_with_logits]
score = 0
misconception = "clipped"
says = "clipped before the logarithm"
"""

# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    safe = np.clip(A, 1e-2, 1 - 1e-2)
    return -np.sum(Y * np.log(safe) + (1 - Y) * np.log(1 - safe)) / A.shape[1]

# %% cross_entropy_with_logits
def cross_entropy_with_logits(Z, Y):
    return binary_cross_entropy(sigmoid(Z), Y)
