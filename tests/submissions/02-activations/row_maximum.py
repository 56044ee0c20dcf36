"""
what = "softmax that subtracts the maximum along the wrong axis; class probabilities from it, with the signs lost"
start = "solution"

[expect.softmax]
score = 0
misconception = "row-maximum-subtracted"
says = "same for the whole column"

[expect.class_probabilities]
score = 0
misconception = "minus-signs-lost"
"""

# %% softmax
def softmax(Z):
    shifted = Z - np.max(Z, axis=-1, keepdims=True)
    return np.exp(shifted) / np.sum(np.exp(shifted), axis=0)

# %% class_probabilities
class_probabilities = softmax(np.array([5.1, 3.2, 1.7, 2.0]))
