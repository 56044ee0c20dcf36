"""
what = "the textbook formula of the binary cost, with nothing done about log 0"
start = "solution"

[expect.binary_cross_entropy]
score = 0
misconception = "unguarded"
says = "nan"

[expect.cross_entropy_with_logits]
score = 0
misconception = "sigmoid-then-log"
"""

# %% binary_cross_entropy
def binary_cross_entropy(A, Y):
    m = A.shape[1]
    return -(1 / m) * np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))

# %% cross_entropy_with_logits
def cross_entropy_with_logits(Z, Y):
    A = sigmoid(Z)
    m = A.shape[1]
    return -(1 / m) * np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
