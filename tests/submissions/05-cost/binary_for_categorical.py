"""
what = "the categorical cost is the binary one, and a softmax is applied where there has been one"
start = "solution"

[expect.categorical_cross_entropy]
score = 0
misconception = "binary-terms"
says = "only the label's class counts"
"""

# %% categorical_cross_entropy
def categorical_cross_entropy(A, Y):
    return binary_cross_entropy(A, Y)
